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
}

// A Key is a content word of a clause.
type Key struct {
	Hash     uint64 // of the lemma
	Class    string // class of words that say the same (synonyms.tsv), or ""
	Pair     string // pair of opposites it belongs to (opposites.tsv), or ""
	Side     byte   // which side of the pair: 'a' or 'b'
	Name     bool   // part of a name
	Negation bool   // the word denies: not, no, never
	Denied   bool   // a word that denies stands close before it: "not guilty", "no evidence"
	Verb     bool
	Span     text.Span
}

// deniedReach is how many words behind a negation it reaches: "did not yet confirm".
const deniedReach = 3

// Columns of the tables that Clauses reads.
const (
	colLemma    = 0 // words.tsv: the lemma
	colPOS      = 1 // words.tsv: parts of speech
	colSynonym  = 0 // synonyms.tsv: the class
	colPair     = 0 // opposites.tsv
	colPairSide = 1
)

// fullNegation is a kind of function.tsv: not and no, but not hardly.
const fullNegation = "full"

// Clauses appends one clause for each sentence of prose to dst. Numbers are left out: they are quantities.
func Clauses(dst []Clause, g *lexicon.Tagged, names []name.Mention) []Clause {
	n := 0
	for s := range g.Sentences {
		sen := &g.Sentences[s]
		if sen.Len() == 0 || g.Paragraphs[sen.Paragraph].Kind == text.Furniture {
			continue
		}
		c := Clause{Sentence: int32(s), Span: g.Span(sen.Range)}
		reach := -1
		for i := int(sen.First); i < int(sen.Last); i++ {
			for n < len(names) && int(names[n].Last) <= i {
				n++
			}
			k, next, ok := key(g, i)
			if !ok {
				continue
			}
			k.Name = n < len(names) && names[n].Has(i) && g.Tokens[i].Flags&text.Capital != 0
			if k.Negation {
				reach = i + deniedReach
				continue
			}
			k.Denied = i <= reach
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
		k.Negation = denies(g, i)
		if !k.Negation && k.Pair == "" {
			return k, next, false
		}
	}
	if r, found := g.Row(i, lexicon.Words); found {
		k.Hash = hashString(r.Field(colLemma))
		k.Verb = len(r.Field(colPOS)) > 0 && r.Field(colPOS)[0] == 'v'
	}
	if r, _, found := g.Longest(i, lexicon.Synonyms); found {
		k.Class = r.Field(colSynonym)
	}
	return k, next, true
}

// denies reports whether a word of a closed class is one that denies, fully: not, no, without.
func denies(g *lexicon.Tagged, i int) bool {
	var buf [8]lexicon.Row
	for _, r := range g.Rows(buf[:0], i, lexicon.Function) {
		if r.Field(colFunctionClass) == classNegation && r.Field(colFunctionKind) == fullNegation {
			return true
		}
	}
	return false
}
