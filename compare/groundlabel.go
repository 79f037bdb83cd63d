package compare

import (
	"slices"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// labels are the amounts of an answer that stand behind or below their labels, and what the contexts have of what may be measured. They are looked
// up for each claim that is not found, so each document is gone over once.
type labels struct {
	of        map[int32]*statement.Statement // by the index of the amount
	sentences map[int32]bool                 // that have one
	measured  map[string][]labelled          // by the measure, in the order of the contexts
}

// A labelled is an amount of a context with its statement.
type labelled struct {
	at amountAt
	st *statement.Statement
}

// labelsOf returns the labels of the answer.
func (g *grounder) labelsOf() *labels {
	if g.labels != nil {
		return g.labels
	}
	l := &labels{map[int32]*statement.Statement{}, map[int32]bool{}, map[string][]labelled{}}
	g.labels = l
	for k := range g.answer.Statements {
		st := &g.answer.Statements[k]
		if !st.Slot.Labelled {
			continue
		}
		l.sentences[st.Sentence] = true
		if st.Kind == statement.Amount && l.of[st.Quantity] == nil && st.Slot.Measure != "" && !strings.HasPrefix(st.Slot.Measure, statement.Unspecified) {
			l.of[st.Quantity] = st
		}
	}
	if len(l.of) == 0 {
		return l
	}
	for d, doc := range g.docs {
		for k := range doc.Statements {
			if st := &doc.Statements[k]; st.Kind == statement.Amount && st.Quantity >= 0 {
				l.measured[st.Slot.Measure] = append(l.measured[st.Slot.Measure], labelled{amountAt{d, st.Quantity}, st})
			}
		}
	}
	return l
}

// otherLabelled returns the amount that the contexts give of what a label of the answer names, where they give one alone and it is another:
// "Deaths: 14" beside "killed 12 people". Entries of a list and cells of a table have no words that a passage could share with them, so what
// they measure is asked. A row with a name is one of that name.
func (g *grounder) otherLabelled(i int) (found amountAt, ok bool) {
	l := g.labelsOf()
	st := l.of[int32(i)]
	if st == nil {
		return found, false
	}
	names := g.namesBeside(st)
	for _, o := range l.measured[st.Slot.Measure] {
		if !sameSort(st, o.st) || len(names) > 0 && !tellsOf(o.st, names) {
			continue
		}
		if g.sameAt(&g.answer.Quantities[i].Value, o.at) != Conflict || ok && sameAmount(&g.amount(found).Value, &g.amount(o.at).Value) != Agree {
			return amountAt{}, false
		}
		if !ok {
			found, ok = o.at, true
		}
	}
	return found, ok
}

// namesBeside returns the names in the row of an amount of the answer, folded.
func (g *grounder) namesBeside(st *statement.Statement) (out []string) {
	sen := g.answer.Text.Sentences[st.Sentence]
	all := g.answer.Names
	for i := sort.Search(len(all), func(i int) bool { return all[i].First >= sen.First }); i < len(all) && all[i].First < sen.Last; i++ {
		if e := all[i].Value.Entity; e >= 0 && int(e) < len(g.answer.Entities) {
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
	announces := last.Class == text.Comma && last.Byte(g.answer.Text.Body) == ':'
	return announces || g.answer.Text.EndsCell(int(sen.Last)-1) || g.labelsOf().sentences[cl.Sentence]
}

// inTable reports whether an amount of the answer stands in a row of several cells: what its words share with a passage says nothing of one cell.
func (g *grounder) inTable(m *quantity.Mention) bool {
	t := g.answer.Text
	before, behind := 0, 0
	for i := int(m.First) - 1; i >= max(0, int(m.First)-rowTokens); i-- {
		if t.EndsCell(i) {
			before++
		}
		if t.Tokens[i].Is(text.LineBefore) {
			break
		}
	}
	for i := int(m.Last); i < min(len(t.Tokens), int(m.Last)+rowTokens) && !t.Tokens[i].Is(text.LineBefore); i++ {
		if t.EndsCell(i) {
			behind++
		}
	}
	return before > 0 && behind > 0 && before+behind > leastEnds
}

const (
	rowTokens = 60 // how far the ends of cells are looked for
	leastEnds = 3  // of two cells, with the bar before the first
)
