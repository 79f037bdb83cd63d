package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Thesaurus tells what words can mean and remembers it, so that a word is read from senses.tsv once. The zero Thesaurus is ready; it is not safe for
// several goroutines.
type Thesaurus struct {
	rows  map[lexicon.Row]*Meaning
	words map[form]*Meaning
}

// A form is that of a token, and the tables it is looked up in.
type form struct {
	lex     *lexicon.Lexicon
	hash    uint64
	capital bool
}

// mostMeanings is how many words are remembered at once.
const mostMeanings = 4096

// unknown is what a word means that senses.tsv has not.
var unknown Meaning

// Of returns what a key can mean: nothing for one that is not Known. The meaning is not to be changed.
func (t *Thesaurus) Of(k *Key) *Meaning {
	if !k.Known {
		return &unknown
	}
	return t.row(k.meaning)
}

func (t *Thesaurus) row(r lexicon.Row) *Meaning {
	if m := t.rows[r]; m != nil {
		return m
	}
	m := meaningOf(r)
	t.rows = remember(t.rows, r, &m)
	return &m
}

// At returns what the word at token i can mean: nothing for a word that senses.tsv has not. The meaning is not to be changed.
func (t *Thesaurus) At(g *lexicon.Tagged, i int) *Meaning {
	w := form{g.Lex, g.Tokens[i].Hash, g.Tokens[i].Is(text.Capital)}
	if m := t.words[w]; m != nil {
		return m
	}
	h := w.hash
	if r, ok := g.Row(i, lexicon.Words); ok {
		h = text.HashString(r.Field(colLemma))
	}
	m := &unknown
	if r, ok := g.Lex.Hash(lexicon.Senses, h); ok {
		m = t.row(r)
	}
	t.words = remember(t.words, w, m)
	return m
}

// remember adds a meaning to those of a map, which forgets them all where they are too many.
func remember[K comparable](of map[K]*Meaning, k K, m *Meaning) map[K]*Meaning {
	if of == nil {
		of = map[K]*Meaning{}
	}
	if len(of) >= mostMeanings {
		clear(of)
	}
	of[k] = m
	return of
}
