package statement

import "github.com/factdiff/factdiff/normalize/lexicon"

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
