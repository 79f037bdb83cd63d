package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// How many tokens lie at most between an amount and the group it is some of, and how many words stand before the noun of that group.
const (
	amongReach = 8
	groupWords = 3
)

// Part reports whether an amount is of some of a group that is named for its measure: "eleven of the injured", "40 of the new jobs",
// "eleven boys were among the dead".
func Part(g *lexicon.Tagged, st *Statement, measure string) bool {
	cl := Tokens(g, st.Clause)
	own := Tokens(g, st.Span)
	if i := int(own.Last); i < int(cl.Last) && strings.EqualFold(g.Word(i), "of") && ofGroup(g, i+1, cl, measure) {
		return true
	}
	for i := max(int(cl.First), int(own.First)-amongReach); i < min(int(cl.Last), int(own.Last)+amongReach); i++ {
		if (i < int(own.First) || i >= int(own.Last)) && isAmong(g, i) && ofGroup(g, i+1, cl, measure) {
			return true
		}
	}
	return false
}

// isAmong reports whether token i is a word for among.
func isAmong(g *lexicon.Tagged, i int) bool {
	return preposition(g, i, func(r lexicon.Row) bool { return r.Field(colFunctionLemma) == "between" }) != 0
}

// ofGroup reports whether a noun phrase that begins with a function word at token i names the group that a measure counts.
func ofGroup(g *lexicon.Tagged, i int, r text.Range, measure string) bool {
	if i >= int(r.Last) || !g.Has(i, lexicon.Function) {
		return false
	}
	for j := i + 1; j < min(int(r.Last), i+1+groupWords); j++ {
		if g.Tokens[j].Class != text.Word || g.Has(j, lexicon.Function) {
			return false
		}
		if MeasureAt(g, j) == measure {
			return true
		}
		if row, ok := g.Row(j, lexicon.Words); ok && row.Field(colLemma) == measure {
			return true
		}
	}
	return false
}

// linkLeft is the class of links.tsv of words that say that what is counted is what remains of more.
const linkLeft = "left"

// Left reports whether the clause of a statement tells of what is left: seven are still being treated.
func Left(g *lexicon.Tagged, st *Statement) bool {
	cl := Tokens(g, st.Clause)
	for i := int(cl.First); i < int(cl.Last); i++ {
		if isLink(g, i, linkLeft) {
			return true
		}
	}
	return false
}
