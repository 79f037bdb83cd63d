package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/statement"
)

// A word is a key of a claim, with all that tells whether another says the same.
type word struct {
	*statement.Key
	id     uint64
	senses []uint32 // what it can mean, where that is not too much
	mask   senseMask
	paired bool // it is a side of a pair of opposites
}

// A senseMask has a bit for each sense of a word: two words without a bit in common have no sense in common.
type senseMask [4]uint64

func (m *senseMask) meets(o *senseMask) bool { return m[0]&o[0]|m[1]&o[1]|m[2]&o[2]|m[3]&o[3] != 0 }

func (s *sources) wordOf(k *statement.Key) word {
	w := word{Key: k, id: idOf(k), paired: k.Pairs[0].ID != ""}
	if m := s.thesaurus.Of(k); len(m.Senses) <= akinSenses {
		w.senses = m.Senses
	}
	for _, n := range w.senses {
		w.mask[n>>6&3] |= 1 << (n & 63)
	}
	return w
}

// alike reports whether two words are one or can say the same.
func (w *word) alike(o *word) bool {
	if w.id == o.id || w.Hash == o.Hash && w.Known && o.Known { // warned, a warning
		return true
	}
	return w.mask.meets(&o.mask) && sensesMeet(w.senses, o.senses)
}

// opposite reports whether two words stand on two sides of a pair.
func (w *word) opposite(o *word) bool { return w.paired && o.paired && opposites(w.Key, o.Key) }

// aliked returns the first of the words that says the same, or -1.
func (w *word) aliked(words []word) int {
	for i := range words {
		if w.alike(&words[i]) {
			return i
		}
	}
	return -1
}

// opposed reports whether one of the words stands on the other side of a pair.
func (w *word) opposed(words []word) bool {
	if !w.paired {
		return false
	}
	for i := range words {
		if w.opposite(&words[i]) {
			return true
		}
	}
	return false
}

// contentOf returns the keys of a claim that say what it is of: no names, no times, and no words for what has been said.
func (s *sources) contentOf(p *proposition) []word {
	s.sortKeys(p)
	return p.content
}

// besides returns the names and words for times of a claim, the speaker's aside.
func (s *sources) besides(p *proposition) []*statement.Key {
	s.sortKeys(p)
	return p.beside
}

// sortKeys sorts the keys of a claim, once.
func (s *sources) sortKeys(p *proposition) {
	if p.told {
		return
	}
	p.told = true
	m, keys := s.memory, p.claim.Keys
	p.content, p.beside = m.content.Make(len(keys)), m.beside.Make(len(keys))
	g := s.docs[p.doc].Text
	own := s.bodies(p)
	for i := range keys {
		k := &keys[i]
		timed := statement.TimeWord(g, k.Span)
		if (k.Name || timed) && !slices.Contains(own, k.Hash) {
			p.beside = append(p.beside, k)
		}
		if !k.Name && !timed && !k.Closed && !k.Negation && (i > 0 || len(keys) == 1 || !statement.ClaimNoun(g, k.Span)) {
			p.content = append(p.content, s.wordOf(k))
		}
	}
	p.beside = m.beside.Trim(p.beside)
	p.content = m.content.Trim(p.content)
}

// sayAlike reports whether two keys are one word or can say the same.
func (s *sources) sayAlike(k, o *statement.Key) bool {
	if idOf(k) == idOf(o) {
		return true
	}
	a, b := s.wordOf(k), s.wordOf(o)
	return a.alike(&b)
}
