package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// Classes of links.tsv that tell what a figure without a noun stands for.
const (
	linkGives  = "gives"  // a verb that gives a figure for something: put the toll at 14
	linkFigure = "figure" // a noun that stands for a figure and names nothing that it measures
)

// links reports whether links.tsv has the word at token i of the sentence in a class.
func (f *finder) links(i int, link string) bool {
	return i >= int(f.sent.First) && i < int(f.sent.Last) && isLink(f.g, i, link)
}

// giving returns the verb that gives an amount as the figure for something, or -1: "put" of "put the toll at 14".
func (f *finder) giving(m *quantity.Mention, cl text.Range) int {
	at := int(m.First) - 1
	if at <= int(cl.First) || f.class(at) != classPreposition && f.class(at) != classParticle && f.class(at) != classAuxiliary {
		return -1
	}
	first := max(int(cl.First), at-maxGiven+1)
	if f.g.Next(first, at, lexicon.GivingWords) == at {
		return -1
	}
	for i := at - 1; i >= first; i-- {
		k := &f.g.Tokens[i]
		if k.Class == text.Comma || k.Class == text.Dash || k.Class == text.QuoteMark || f.insideQuantity(i) {
			return -1
		}
		if f.links(i, linkGives) && k.Class == text.Word && !f.isNoun(i) {
			return i
		}
	}
	return -1
}

// maxGiven is how many tokens what a figure is given for may have.
const maxGiven = 10

// isNoun reports whether what stands before token i makes it a noun: "an estimate of", "took place".
func (f *finder) isNoun(i int) bool {
	if i == int(f.sent.First) {
		return false
	}
	c := f.class(i - 1)
	return c == classDeterminer || c == classPreposition || c == noClass && f.isVerb(i-1) && !f.g.Tokens[i-1].Is(text.Capital) && f.lemma(i) == strings.ToLower(f.g.Word(i))
}

// giver returns whose figure an amount is that a verb gives: "police" of "police put the crowd at 3,000". It is "" where
// the text does not name anyone.
func (f *finder) giver(m *quantity.Mention, cl text.Range) string {
	verb := f.giving(m, cl)
	if verb < 0 {
		return ""
	}
	end := verb
	for ; end > int(cl.First); end-- {
		if c := f.class(end - 1); c == classAuxiliary && f.ofKind(end-1, "be") {
			return "" // was put at 14
		} else if c != classAuxiliary && c != classAdverb {
			break
		}
	}
	first := int(cl.First)
	for first < end && (f.class(first) != noClass && f.class(first) != classDeterminer && f.class(first) != classQuantifier || f.g.Tokens[first].Class != text.Word) {
		first++ // But, Meanwhile,
	}
	if first >= end || end-first > maxGiver {
		return ""
	}
	for i := first; i < end; i++ {
		if k := &f.g.Tokens[i]; k.Class != text.Word && k.Class != text.Clitic && k.Class != text.Hyphen || f.class(i) == classPronoun || f.insideQuantity(i) {
			return ""
		}
	}
	if n := f.firstName(first); n < len(f.names) && int(f.names[n].First) == first && int(f.names[n].Last) == end && f.names[n].Value.Via != name.ByDemonym {
		if e := f.entityName(n); e != "" {
			return e
		}
	}
	return f.g.Span(text.Range{First: int32(first), Last: int32(end)}).Of(f.g.Body)
}

// maxGiver is how many tokens who gives a figure may have.
const maxGiver = 7

// ofKind reports whether token i is a function word of a kind.
func (f *finder) ofKind(i int, kind string) bool {
	row, ok := f.g.Row(i, lexicon.Function)
	return ok && row.Field(colFunctionKind) == kind
}

// elided fills the measure of a bare figure from the figure that it is held against, in the same sentence or in the one
// before: "Police counted 3,000 marchers. Organisers said there were 5,000", "61 percent, against 58".
func (f *finder) elided(slot *Slot, m *quantity.Mention, np nounPhrase) bool {
	of := &f.figure
	if of.sentence < f.at-1 || of.sentence > f.at || np.head >= 0 || np.known || m.Value.Kind != quantity.Cardinal || m.Value.Restates >= 0 {
		return false
	}
	if slot.Measure != "" && slot.Measure != np.lemma && !strings.HasPrefix(slot.Measure, Unspecified) {
		return false
	}
	before := &f.qs[of.quantity].Value
	if m.Value.Unit.ID != before.Unit.ID || !sameScale(&m.Value, before) || !f.bare(m) {
		return false
	}
	holder, when, place, modality, negated := slot.Holder, slot.Time, slot.Place, slot.Modality, slot.Negated
	*slot = of.slot
	slot.Holder, slot.Time, slot.Modality, slot.Negated, slot.Modifiers = holder, when, modality, negated, nil
	if place != "" {
		slot.Place = place
	}
	for _, mod := range of.slot.Modifiers {
		if !Contrasts(mod) {
			f.mods = append(f.mods, mod)
		}
	}
	return true
}

// sameScale reports whether two figures could be of one thing: neither is more than maxRatio times the other, and both have a point
// or none, so that 5.9 is no count of people.
func sameScale(a, b *quantity.Quantity) bool {
	x, y := a.Value.Float(), b.Value.Float()
	return a.Single && b.Single && (a.Value.Exp < 0) == (b.Value.Exp < 0) && x > 0 && y > 0 && x <= maxRatio*y && y <= maxRatio*x
}

const maxRatio = 20

// bare reports whether an amount stands alone as the figure that someone gives, or that another is held against: only words of the grammar stand
// between it and a verb of saying, and nothing that it could count behind it.
func (f *finder) bare(m *quantity.Mention) bool {
	return f.bareBehind(int(m.Last)) && f.bareBefore(m)
}

func (f *finder) bareBehind(i int) bool {
	if i >= int(f.sent.Last) || f.inTime(i) {
		return true
	}
	if _, kind, _, ok := f.modifierAt(i); ok && kind == modEarlier {
		return true
	}
	switch f.g.Tokens[i].Class {
	case text.Stop, text.Comma, text.Dash, text.QuoteMark:
		return true
	case text.Word:
		c := f.class(i)
		return c == classConjunction || c == classAuxiliary || c == classSubordinator || c == classPreposition && f.inTime(i+1)
	}
	return false
}

func (f *finder) bareBefore(m *quantity.Mention) bool {
	if m.Value.Trend == quantity.From {
		return true
	}
	for i := int(m.First) - 1; i >= int(f.sent.First) && i > int(m.First)-maxGiven; i-- {
		if f.g.Tokens[i].Class != text.Word {
			return false
		}
		c := f.class(i)
		if i == int(m.First)-1 && (c == classNegation || f.heldAgainst(i)) {
			return true // not 150; against 58, compared with 58
		}
		switch {
		case f.links(i, linkGives), f.says(i):
			return true
		case f.links(i, linkFigure):
		case c == noClass, c == classConjunction, c == classNegation, c == classSubordinator, c == classRelative, f.insideQuantity(i):
			return false
		}
	}
	return false
}

// heldAgainst reports whether the words that end with token i set the amount behind them against one before: against, compared with.
func (f *finder) heldAgainst(i int) bool {
	for j := i; j > i-3 && j >= int(f.sent.First); j-- {
		r, next, ok := f.g.Longest(j, lexicon.Function)
		if !ok || next != i+1 || functionClassOf(r) != classPreposition {
			continue
		}
		if kind := r.Field(colFunctionKind); kind == "compare" && r.Field(colFunctionLemma) != "as" || kind == "topic" && j == i {
			return true
		}
	}
	return false
}

// act reads what the verb of an amount and the noun that it counts measure together: "cut 1,200 jobs", "claimed 14 lives".
func (f *finder) act(verb, noun int, dim string) (measureWord, bool) {
	if verb < int(f.sent.First) || noun < 0 {
		return measureWord{}, false
	}
	r, ok := f.g.Lex.HashPair(lexicon.Measures, text.HashString(f.lemma(verb)), text.HashString(f.lemma(noun)))
	if !ok || r.Field(colKind) != kindAct || !hasDim(r.Field(colDims), dim) {
		return measureWord{}, false
	}
	w := measureOf(r, kindAct)
	w.at, w.next = verb, verb+1
	return w, true
}

// verbRightBefore returns the word before an amount, past articles and adverbs.
func (f *finder) verbRightBefore(m *quantity.Mention) int {
	i := int(m.First) - 1
	for i > int(f.sent.First) && (f.class(i) == classDeterminer || f.class(i) == classAdverb) {
		i--
	}
	return i
}

// says reports whether the word at token i is a verb of saying.
func (f *finder) says(i int) bool {
	if !f.g.Has(i, lexicon.Cues) {
		return false
	}
	var rows [8]lexicon.Row
	for _, r := range f.g.Rows(rows[:0], i, lexicon.Cues) {
		if r.Field(colCueClass) != cueNoun {
			return true
		}
	}
	return false
}
