package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/text"
)

// linkRunning is the class of links.tsv of words that say that a count is not at its end: so far.
const linkRunning = "running"

// Underway reports whether the clause of a statement tells of those who were at something, or of what had been done, when it was told: eleven
// tugs were working, crews had moved 18,000 tonnes, 36 homes were empty so far. What was carrying 42 people is over.
func Underway(g *lexicon.Tagged, st *Statement) bool {
	cl, own := Tokens(g, st.Clause), Tokens(g, st.Span)
	for i := int(cl.First); i < int(cl.Last); i++ {
		if isRunning(g, i) || auxiliary(g, i, "have") && verbIn(g, i+1, cl, done) || i >= int(own.Last) && auxiliary(g, i, "be") && verbIn(g, i+1, cl, doing) {
			return true
		}
	}
	return false
}

// linkNow is the class of links.tsv of words that tell how things stand, as they did not before: now.
const linkNow = "now"

// Now reports whether a word before an amount, in its clause, says that it stands so by now: he now weighs 61 kilos.
func Now(g *lexicon.Tagged, st *Statement) bool {
	cl, own := Tokens(g, st.Clause), Tokens(g, st.Span)
	for i := int(cl.First); i < int(own.First); i++ {
		if isLink(g, i, linkNow) {
			return true
		}
	}
	return false
}

func isRunning(g *lexicon.Tagged, i int) bool {
	if !g.Starts(i).Has(lexicon.Links) {
		return false
	}
	row, _, ok := g.Longest(i, lexicon.Links)
	return ok && row.Field(colLink) == linkRunning
}

// verbIn reports whether the group of a verb that goes on at token i ends in a form of a sort: had already moved, have been moved.
func verbIn(g *lexicon.Tagged, i int, r text.Range, is func(g *lexicon.Tagged, i int) bool) bool {
	for i < int(r.Last) && inVerbGroup(g, i) {
		i++
	}
	return i < int(r.Last) && g.Tokens[i].Class == text.Word && !g.Has(i, lexicon.Function) && is(g, i)
}

func doing(g *lexicon.Tagged, i int) bool {
	row, ok := g.Row(i, lexicon.Words)
	return morph.Ending(g.Lex, g.Word(i)) == morph.Ing && ok && strings.HasPrefix(row.Field(colPOS), "v")
}

func done(g *lexicon.Tagged, i int) bool {
	row, ok := g.Row(i, lexicon.Words)
	return morph.Ending(g.Lex, g.Word(i)) == morph.Past || ok && morph.Ending(g.Lex, g.Word(i)) != morph.Ing && strings.HasPrefix(row.Field(colPOS), "v") && !strings.EqualFold(row.Field(colLemma), g.Word(i))
}
