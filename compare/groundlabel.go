package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// otherLabelled returns the amount that the contexts give of what a label of the answer names, where they give one alone and it is another:
// "Deaths: 14" beside "killed 12 people". Entries of a list and cells of a table have no words that a passage could share with them, so what
// they measure is asked. A row with a name is one of that name.
func (g *grounder) otherLabelled(i int) (amountAt, bool) {
	st := g.labelledAt(int32(i))
	if st == nil {
		return amountAt{}, false
	}
	names := g.namesBeside(st)
	var found *amountAt
	for d, doc := range g.docs {
		for k := range doc.Statements {
			o := &doc.Statements[k]
			if o.Kind != statement.Amount || o.Quantity < 0 || !sameSort(st, o) || len(names) > 0 && !tellsOf(o, names) {
				continue
			}
			at := amountAt{d, o.Quantity}
			if g.sameAt(&g.answer.Quantities[i].Value, at) != Conflict || found != nil && sameAmount(&g.amount(*found).Value, &g.amount(at).Value) != Agree {
				return amountAt{}, false
			}
			if found == nil {
				found = &at
			}
		}
	}
	if found == nil {
		return amountAt{}, false
	}
	return *found, true
}

// labelledAt returns the statement of an amount of the answer that stands behind or below its label, or nil.
func (g *grounder) labelledAt(quantity int32) *statement.Statement {
	for k := range g.answer.Statements {
		st := &g.answer.Statements[k]
		if st.Kind == statement.Amount && st.Quantity == quantity && st.Slot.Labelled && st.Slot.Measure != "" && !strings.HasPrefix(st.Slot.Measure, statement.Unspecified) {
			return st
		}
	}
	return nil
}

// namesBeside returns the names in the row of an amount of the answer, folded.
func (g *grounder) namesBeside(st *statement.Statement) (out []string) {
	sen := g.answer.Text.Sentences[st.Sentence]
	for i := range g.answer.Names {
		m := &g.answer.Names[i]
		if e := m.Value.Entity; sen.Has(int(m.First)) && e >= 0 && int(e) < len(g.answer.Entities) {
			out = append(out, foldName(g.answer.Entities[e].Name))
		}
	}
	return out
}

// sameSort reports whether an amount of a context fills the slot of a label: the same measure of the same time, told as a fact and not of a part.
func sameSort(label, o *statement.Statement) bool {
	a, b := &label.Slot, &o.Slot
	if a.Measure != b.Measure || a.Dimension != b.Dimension || b.Negated || b.Modality != attribution.Fact || slices.ContainsFunc(b.Modifiers, statement.Contrasts) {
		return false
	}
	return !a.Time.Resolved() || !b.Time.Resolved() || overlap(a.Time, b.Time)
}

// tellsOf reports whether one of some folded names is whose an amount is, where it is, or takes part.
func tellsOf(o *statement.Statement, names []string) bool {
	is := func(n string) bool { return n != "" && slices.Contains(names, foldName(n)) }
	if o.Slot.Place != "" {
		return is(o.Slot.Place)
	}
	return is(o.Slot.Entity) || slices.ContainsFunc(o.Slot.Agents, is) || slices.ContainsFunc(o.Slot.Patients, is)
}

// namesOnly reports whether a clause of the answer says nothing by itself: an entry, whose amount is a claim of its own, the heads of a table, or
// a line that announces others.
func (g *grounder) namesOnly(cl *statement.Clause) bool {
	sen := g.answer.Text.Sentences[cl.Sentence]
	last := &g.answer.Text.Tokens[sen.Last-1]
	if c := last.Byte(g.answer.Text.Body); last.Class == text.Comma && c == ':' || last.Class == text.Symbol && c == '|' || last.Class == text.Other && c == '<' {
		return true
	}
	for i := range g.answer.Statements {
		if st := &g.answer.Statements[i]; st.Sentence == cl.Sentence && st.Slot.Labelled {
			return true
		}
	}
	return false
}

// inTable reports whether an amount of the answer stands in a row of several cells: what its words share with a passage says nothing of one cell.
func (g *grounder) inTable(m *quantity.Mention) bool {
	t := g.answer.Text
	ends := func(i int) int {
		k := &t.Tokens[i]
		if c := k.Byte(t.Body); k.Class == text.Symbol && c == '|' || k.Class == text.Other && c == '<' {
			return 1
		}
		return 0
	}
	before, behind := 0, 0
	for i := int(m.First) - 1; i >= max(0, int(m.First)-rowTokens); i-- {
		if before += ends(i); t.Tokens[i].Is(text.LineBefore) {
			break
		}
	}
	for i := int(m.Last); i < min(len(t.Tokens), int(m.Last)+rowTokens) && !t.Tokens[i].Is(text.LineBefore); i++ {
		behind += ends(i)
	}
	return before > 0 && behind > 0 && before+behind > leastEnds
}

const (
	rowTokens = 60 // how far the ends of cells are looked for
	leastEnds = 3  // of two cells, with the bar before the first
)
