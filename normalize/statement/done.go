package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Done reports whether the verb of a passage is told as done: closed, was recorded, has agreed.
func Done(g *lexicon.Tagged, sp text.Span) bool {
	at := int(tokenAt(g, sp.Start))
	for i := at - 1; i >= 0 && i >= at-4; i-- {
		switch {
		case isGround(g, i, "was"):
			return true
		case inClass(g, i, classAdverb):
		case inClass(g, i, classAuxiliary):
			if !isOfKind(g, i, classAuxiliary, "be") || i == at-1 && !inClass(g, i-1, classAuxiliary) {
				return false // is closed
			}
		case inClass(g, i, classModal), inClass(g, i, classParticle), inClass(g, i, classPreposition):
			return false
		default:
			return pastForm(g, at)
		}
	}
	return pastForm(g, at)
}

// pastForm reports whether the word at token i is a past form of a verb that has a form of its own for it.
func pastForm(g *lexicon.Tagged, i int) bool {
	row, ok := g.Row(i, lexicon.Words)
	word := g.Word(i)
	return ok && !strings.EqualFold(row.Field(colLemma), word) && !strings.HasSuffix(word, "ing") && !strings.HasSuffix(word, "s")
}

// hedgeReach is how many tokens before a verb stands what makes it less than a fact.
const hedgeReach = 5

// HedgeOf returns the words that make the verb of a passage less than a fact: is expected to, may, allegedly.
func HedgeOf(g *lexicon.Tagged, sp text.Span) (Hedge, bool) {
	at := tokenAt(g, sp.Start)
	first := at
	for first > 0 && at-first < hedgeReach && !ends(g.Tokens[first-1].Class) {
		first--
	}
	hedges := Hedges(nil, g, text.Range{First: first, Last: at})
	if len(hedges) == 0 {
		return Hedge{}, false
	}
	h := hedges[len(hedges)-1]
	switch h.Modality {
	case attribution.Planned, attribution.Expected, attribution.Possible, attribution.Alleged:
		return h, true
	}
	return h, false
}

// Hedged reports whether a sentence has any word that makes what it tells less than a fact, or that tells who says it.
func Hedged(g *lexicon.Tagged, r text.Range) bool {
	if len(Hedges(nil, g, r)) > 0 {
		return true
	}
	for i := r.First; i < r.Last; i++ {
		if g.Has(int(i), lexicon.Cues) {
			return true
		}
	}
	return false
}
