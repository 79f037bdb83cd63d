package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// MeaningOf returns what the word at token i can mean: nothing that is known for a word that senses.tsv has not.
func MeaningOf(g *lexicon.Tagged, i int) Meaning {
	h := g.Tokens[i].Hash
	if r, ok := g.Row(i, lexicon.Words); ok {
		h = text.HashString(r.Field(colLemma))
	}
	r, ok := g.Lex.Hash(lexicon.Senses, h)
	if !ok {
		return Meaning{}
	}
	return Meaning{Senses: numbers(r.Field(colSenses)), Wider: numbers(r.Field(colWider))}
}
