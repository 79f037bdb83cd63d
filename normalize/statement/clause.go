package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Clause is a sentence as a bag of keys, for grounding: is what it says said elsewhere?
type Clause struct {
	Sentence int32
	Span     text.Span
	Keys     []Key
	Negated  bool
}

// A Key is a content word of a clause.
type Key struct {
	Hash     uint64 // of the lemma
	Class    string // class of words that say the same (synonyms.tsv), or ""
	Pair     string // pair of opposites it belongs to (opposites.tsv), or ""
	Side     byte   // which side of the pair: 'a' or 'b'
	Name     bool   // part of a name
	Negation bool
	Verb     bool
	Span     text.Span
}

// Columns of the tables that Clauses reads.
const (
	colLemma    = 0 // words.tsv: the lemma
	colPOS      = 1 // words.tsv: parts of speech
	colSynonym  = 0 // synonyms.tsv: the class
	colPair     = 0 // opposites.tsv
	colPairSide = 1
	colFunction = 0 // function.tsv: the class
)

const negation = "negation" // class of function.tsv

// Clauses appends one clause for each sentence of prose to dst. Numbers are left out: they are quantities.
func Clauses(dst []Clause, g *lexicon.Tagged, names []name.Mention) []Clause {
	n := 0
	for s := range g.Sentences {
		sen := &g.Sentences[s]
		if sen.Len() == 0 || g.Paragraphs[sen.Paragraph].Kind == text.Furniture {
			continue
		}
		c := Clause{Sentence: int32(s), Span: g.Span(sen.Range)}
		for i := int(sen.First); i < int(sen.Last); i++ {
			for n < len(names) && int(names[n].Last) <= i {
				n++
			}
			k, next, ok := key(g, i)
			if !ok {
				continue
			}
			k.Name = n < len(names) && names[n].Has(i) && g.Tokens[i].Flags&text.Capital != 0
			c.Negated = c.Negated != k.Negation
			c.Keys = append(c.Keys, k)
			i = max(i, min(next, int(sen.Last))-1)
		}
		if len(c.Keys) > 0 {
			dst = append(dst, c)
		}
	}
	return dst
}

// key makes the key of the word or phrase at token i.
func key(g *lexicon.Tagged, i int) (k Key, next int, ok bool) {
	t := &g.Tokens[i]
	if t.Class != text.Word {
		return k, i + 1, false
	}
	k = Key{Hash: t.Hash, Span: t.Span()}
	next = i + 1
	if r, n, found := g.Longest(i, lexicon.Opposites); found {
		k.Pair, k.Side, next = r.Field(colPair), r.Field(colPairSide)[0], n
		k.Span.End = int(g.Tokens[n-1].End)
	}
	if g.Has(i, lexicon.Function) {
		r, _ := g.Row(i, lexicon.Function)
		k.Negation = r.Field(colFunction) == negation
		if !k.Negation && k.Pair == "" {
			return k, next, false
		}
	}
	if r, found := g.Row(i, lexicon.Words); found {
		k.Hash = lemmaHash(r.Field(colLemma))
		k.Verb = len(r.Field(colPOS)) > 0 && r.Field(colPOS)[0] == 'v'
	}
	if r, _, found := g.Longest(i, lexicon.Synonyms); found {
		k.Class = r.Field(colSynonym)
	}
	return k, next, true
}

func lemmaHash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
