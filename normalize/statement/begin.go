package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// beginning is the class of synonyms.tsv of what starts.
const beginning = "begin"

// Begins reports whether the event of a statement is that something starts: began, was launched.
func Begins(lex *lexicon.Lexicon, st *Statement) bool {
	r, ok := lex.Find(lexicon.Synonyms, st.Slot.Event)
	return ok && r.Field(colSynonym) == beginning
}

// ContentWords returns the hashes of the words of a sentence that are of no closed class.
func ContentWords(g *lexicon.Tagged, sentence int32) map[uint64]bool {
	out := map[uint64]bool{}
	if int(sentence) >= len(g.Sentences) {
		return out
	}
	r := g.Sentences[sentence].Range
	for i := int(r.First); i < int(r.Last); i++ {
		if k := &g.Tokens[i]; k.Class == text.Word && !g.Has(i, lexicon.Function) {
			out[k.Hash] = true
		}
	}
	return out
}
