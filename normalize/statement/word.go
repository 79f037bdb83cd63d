package statement

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// More columns of words.tsv: WordNet's classes of the first sense as a noun, and as a verb.
const (
	colNounClass = 3
	colVerbClass = 4
)

// lemma returns the base form of token i, or the word as written.
func (f *finder) lemma(i int) string {
	if i < 0 {
		return ""
	}
	if row, ok := f.g.Row(i, lexicon.Words); ok {
		return row.Field(colLemma)
	}
	return f.g.Word(i)
}

// wordClass returns WordNet's class of the noun at token i: person, artifact, …
func (f *finder) wordClass(i int) string {
	row, ok := f.g.Row(i, lexicon.Words)
	if !ok {
		return ""
	}
	return row.Field(colNounClass)
}

// verbClass returns WordNet's class of the verb at token i: motion, communication, …
func (f *finder) verbClass(i int) string {
	row, ok := f.g.Row(i, lexicon.Words)
	if !ok {
		return ""
	}
	return row.Field(colVerbClass)
}

// OfGroup reports whether the word of a passage is one for people that act as one: a company, a ministry.
func OfGroup(g *lexicon.Tagged, sp text.Span) bool {
	r, ok := g.Row(int(tokenAt(g, sp.Start)), lexicon.Words)
	return ok && r.Field(colNounClass) == "group"
}

// SameSense reports whether two words can say the same: a class of synonyms or a sense of theirs is one.
func SameSense(lex *lexicon.Lexicon, a, b string) bool {
	if x, ok := lex.Find(lexicon.Synonyms, a); ok {
		if y, ok := lex.Find(lexicon.Synonyms, b); ok && x.Field(colSynonym) == y.Field(colSynonym) {
			return true
		}
	}
	x, ok := lex.Find(lexicon.Senses, a)
	if !ok {
		return false
	}
	y, ok := lex.Find(lexicon.Senses, b)
	if !ok {
		return false
	}
	of := numbers(y.Field(colSenses))
	return slices.ContainsFunc(numbers(x.Field(colSenses)), func(n uint32) bool { return slices.Contains(of, n) })
}
