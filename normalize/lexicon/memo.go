package lexicon

import "github.com/factdiff/factdiff/normalize/text"

// A Memo remembers what a package made of a word's rows, for half of any text is a few hundred words. It holds
// what follows from the word alone, never from where it stands. It is not safe for several goroutines.
//
//	v, known := memo.At(g, i)
//	if !known {
//		*v = facts(g, i) // from the rows of token i and how it is written
//	}
type Memo[T any] struct {
	lex   *Lexicon
	pairs [][2]memoSlot[T] // two words share a pair, the later used in front, so that one rare word does not push out a common one
	spare T                // for words that are not remembered
}

type memoSlot[T any] struct {
	key uint64
	val T
}

// Reset makes the memo ready for texts that are tagged with l, with room for so many words: a power of two. It forgets
// what it knows of another lexicon.
func (m *Memo[T]) Reset(l *Lexicon, words int) {
	if m.lex == l && 2*len(m.pairs) == words {
		return
	}
	m.lex, m.pairs = l, make([][2]memoSlot[T], words/2)
}

// At returns the place for what is known of token i, and whether it has been filled. A place that has not is the
// zero T. It holds until the next call.
func (m *Memo[T]) At(g *Tagged, i int) (v *T, known bool) {
	key, same := g.SpellingKey(i)
	if !same {
		var zero T
		m.spare = zero
		return &m.spare, false
	}
	pair := &m.pairs[int(key*golden>>40)&(len(m.pairs)-1)] // the hashes of short words are alike
	s, t := &pair[0], &pair[1]
	if s.key == key {
		return &s.val, true
	}
	if t.key == key {
		*s, *t = *t, *s
		return &s.val, true
	}
	*t = *s
	*s = memoSlot[T]{key: key}
	return &s.val, false
}

// SpellingKey returns a key of token i that all tokens have which are spelled like it and no others, whatever their place.
// It is not ok for words that may be spelled in several ways and have one hash.
func (g *Tagged) SpellingKey(i int) (key uint64, ok bool) { return SpellingKey(&g.Tokens[i]) }

// SpellingKey is the key of a token that is at hand.
func SpellingKey(k *text.Token) (key uint64, ok bool) {
	key = k.Hash ^ uint64(k.Flags&(text.Capital|text.AllCaps))<<48 ^ uint64(k.End-k.Start)<<56 | 1 // a curly mark is longer than a straight one
	return key, k.Flags&text.Respelled == 0
}
