package statement

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A word of a closed class has a row in function.tsv for each class that it may be of. What stands outside of the text is of none.

// functionRow reports whether a row of function.tsv that token i has is what is asked for.
func functionRow(g *lexicon.Tagged, i int, is func(lexicon.Row) bool) bool {
	if i < 0 || i >= len(g.Tokens) || !g.Has(i, lexicon.Function) {
		return false
	}
	var buf [8]lexicon.Row
	return slices.ContainsFunc(g.Rows(buf[:0], i, lexicon.Function), is)
}

// inClass reports whether token i is a function word of a class.
func inClass(g *lexicon.Tagged, i int, class functionClass) bool {
	return uint(i) < uint(len(g.Tokens)) && g.InClass(i, class)
}

// isOfKind reports whether token i is a function word of a kind of a class.
func isOfKind(g *lexicon.Tagged, i int, class functionClass, kind string) bool {
	return inClass(g, i, class) && functionRow(g, i, func(r lexicon.Row) bool { return functionClassOf(r) == class && r.Field(colFunctionKind) == kind })
}

// preposition returns the key of token i as a preposition that is what is asked for, or 0.
func preposition(g *lexicon.Tagged, i int, is func(lexicon.Row) bool) (key uint64) {
	if !inClass(g, i, classPreposition) {
		return 0
	}
	functionRow(g, i, func(r lexicon.Row) bool {
		if functionClassOf(r) != classPreposition || !is(r) {
			return false
		}
		key = text.HashString(r.Field(colFunctionLemma))
		return true
	})
	return key
}

// isPossessive reports whether a row of function.tsv is that of a possessive: its.
func isPossessive(r lexicon.Row) bool { return r.Field(colFunctionClass) == possessive }

const possessive = "possessive"

// isLink reports whether links.tsv has the word at token i in a class.
func isLink(g *lexicon.Tagged, i int, class string) bool {
	if !g.Has(i, lexicon.Links) {
		return false
	}
	var buf [8]lexicon.Row
	return slices.ContainsFunc(g.Rows(buf[:0], i, lexicon.Links), func(r lexicon.Row) bool { return r.Field(colLink) == class })
}

const colLink = 0 // of links.tsv

// JoinedNouns reports whether an "and" alone stands between two words, and the second is not in the -ing form of a verb.
func JoinedNouns(g *lexicon.Tagged, a, b text.Span) bool {
	i := int(tokenAt(g, a.End))
	return i+1 < len(g.Tokens) && int(tokenAt(g, b.Start)) == i+1 && isOfKind(g, i, classConjunction, "and") && !strings.HasSuffix(g.Word(i+1), "ing")
}
