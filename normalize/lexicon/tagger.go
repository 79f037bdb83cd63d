package lexicon

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/text"
)

// A Tagger looks tokens up and remembers where the common words of a text stand in the tables. The zero Tagger
// remembers nothing. It is not safe for several goroutines.
type Tagger struct {
	lex   *Lexicon
	words []taggedWord
	spare taggedWord // the last word of a tagger that remembers nothing
	masks maskSet

	late   []int32 // tokens whose words were not remembered
	exacts []int32 // those whose words some tables want as they are written
	open   []int32 // and those that may begin a longer form
	pairs  []pair
}

// A taggedWord is what a hash leads to. It is small so that many fit into the processor's memory.
type taggedWord struct {
	check uint32 // of the hash
	ref   uint32
	mask  uint16    // number of the tables in the tagger's set
	exact [2]uint16 // and of those that have it in small letters, and with one capital
	flags uint8     // of the entry
	known uint8     // which of all this is filled in
}

// What is known of a word.
const (
	knowsWord  = 1 << iota // check, ref, mask and flags
	knowsSmall             // exact[0]
	knowsTitle             // exact[1]
)

// taggedWords is a power of two.
const taggedWords = 1 << taggedBits

const taggedBits = 15

// Remember makes the tagger remember words from now on.
func (x *Tagger) Remember() {
	if x.words == nil {
		x.words = make([]taggedWord, taggedWords)
	}
}

// Tag does what Reset does. It goes over the tokens several times, each time doing one small thing, so that the
// processor can fetch what several words need from memory at once.
func (x *Tagger) Tag(g *Tagged, l *Lexicon, t *text.Text) {
	if x.lex != l {
		x.lex = l
		x.masks.reset()
		clear(x.words)
	}
	g.reset(l, t)
	x.look(g)
	for _, i := range x.late {
		g.tags[i].ref = l.lookup(extend(0, t.Tokens[i].Hash))
	}
	for _, i := range x.late {
		x.lookLate(g, int(i))
	}
	for _, i := range x.exacts {
		mask := x.exact(g, int(i))
		g.tags[i].mask, g.starts[i] = mask, mask|g.starts[i]&shapes
	}
	for _, i := range x.open {
		g.extend(int(i))
	}
}

// look enters the tokens whose words are remembered and notes the others.
func (x *Tagger) look(g *Tagged) {
	x.fetch(g)
	late, exacts, pairs := x.late[:0], x.exacts[:0], x.pairs[:0]
	tokens, words, masks := g.Tokens, x.words, x.masks.list
	tags, starts := g.tags[:len(tokens)], g.starts[:len(tokens)]
	before, begins := uint64(0), false // the hash of the token before, where longer forms begin with it
	for i := range tokens {
		k, a := &tokens[i], &tags[i]
		if begins {
			pairs = append(pairs, x.lex.pair(before, k, i-1))
		}
		before, begins = uint64(a.mask), false
		shape := shapeOf(k)
		if a.phrase != 0 || words[a.ref].known == 0 {
			starts[i] = shape
			late = append(late, int32(i))
			continue
		}
		w := &words[a.ref]
		mask := masks[w.mask]
		*a, starts[i] = tag{mask: mask, ref: w.ref}, mask|shape
		if w.flags&entryExact != 0 {
			exacts = append(exacts, int32(i))
		}
		begins = w.flags&entryPrefix != 0
	}
	x.late, x.exacts, x.pairs = late, exacts, pairs
	x.open = x.lex.filter(x.open[:0], pairs)
}

// fetch leaves in each tag the hash of its word, the place where it is remembered, and 0 when it may be: what stands there is
// asked for in a loop without a branch, so that much of it is on its way from memory at once.
func (x *Tagger) fetch(g *Tagged) {
	tokens, words := g.Tokens, x.words
	tags := g.tags[:len(tokens)]
	if len(words) != taggedWords {
		for i := range tokens {
			tags[i] = tag{mask: Mask(extend(0, tokens[i].Hash)), phrase: 1}
		}
		return
	}
	for i := range tokens {
		h := extend(0, tokens[i].Hash)
		slot, check := taggedSlot(h)
		tags[i] = tag{mask: Mask(h), ref: uint32(slot), phrase: int32(check ^ words[slot%taggedWords].check)}
	}
}

// A pair is a word that longer forms begin with, and the word behind it.
type pair struct {
	hash  uint64 // of both, spread; 0 when only extend can tell
	first int32
}

func (l *Lexicon) pair(h uint64, next *text.Token, first int) pair {
	if next.Class != text.Word || l.own {
		return pair{0, int32(first)}
	}
	return pair{extend(h, next.Hash) * golden, int32(first)}
}

// filter appends the first tokens of the pairs that may begin a longer form. For most pairs the filter tells that they do not.
func (l *Lexicon) filter(open []int32, pairs []pair) []int32 {
	n := len(open)
	open = slices.Grow(open, len(pairs))[:n+len(pairs)]
	y := &l.layers[0]
	for i := range pairs {
		p := &pairs[i]
		word, bits := filterBits(p.hash, y.bits)
		missing := bits &^ u64(y.data, y.filter+8*word)
		if p.hash == 0 {
			missing = 0
		}
		open[n] = p.first
		if missing == 0 { // no branch: it could not be foreseen
			n++
		}
	}
	return open[:n]
}

// lookLate enters a token whose word was not remembered.
func (x *Tagger) lookLate(g *Tagged, i int) {
	w := x.remember(g.Tokens[i].Hash, g.tags[i].ref)
	mask := x.masks.list[w.mask]
	g.tags[i], g.starts[i] = tag{mask: mask, ref: w.ref}, mask|g.starts[i]
	if w.flags&entryExact != 0 {
		x.exacts = append(x.exacts, int32(i))
	}
	if w.flags&entryPrefix != 0 && i+1 < len(g.Tokens) {
		one := [1]pair{x.lex.pair(extend(0, g.Tokens[i].Hash), &g.Tokens[i+1], i)}
		x.open = x.lex.filter(x.open, one[:])
	}
}

// taggedSlot returns where a word of hash h is remembered and what tells it from others there.
func taggedSlot(h uint64) (slot uint64, check uint32) {
	return h >> 40 & (taggedWords - 1), uint32(h)
}

// remember returns what is known of a word, whose entry is ref.
func (x *Tagger) remember(hash uint64, ref uint32) *taggedWord {
	slot, check := taggedSlot(extend(0, hash))
	w := &x.spare
	if x.words != nil {
		w = &x.words[slot]
		if w.known != 0 && w.check == check {
			return w
		}
	}
	*w = taggedWord{check: check, ref: ref, known: knowsWord}
	if ref != 0 {
		mask, flags := x.lex.entryMask(ref)
		w.mask, w.flags = x.number(mask), uint8(flags)
	}
	return w
}

// exact returns the tables that have token i as it is written. Most words stand in small letters, or with a capital in front.
func (x *Tagger) exact(g *Tagged, i int) Mask {
	k, a := &g.Tokens[i], &g.tags[i]
	title := 0
	if k.Flags&(unlike|text.Capital|text.AllCaps) != 0 {
		title = 1
		if k.Flags&(unlike|text.AllCaps) != 0 || !g.plain(k) {
			return g.exact(a.ref, a.mask, i, i+1)
		}
	}
	w := x.remember(k.Hash, a.ref)
	if w.known&(knowsSmall<<title) == 0 {
		w.known |= knowsSmall << title
		w.exact[title] = x.number(g.exact(a.ref, a.mask, i, i+1))
	}
	return x.masks.list[w.exact[title]]
}

// A maskSet numbers sets of tables: words stand in about a thousand of them.
type maskSet struct {
	list  []Mask
	slots [maskSlots]uint16 // numbers by hash; 0 is free, and number 0 the empty set
}

// maskSlots is a power of two.
const maskSlots = 1 << 13

func (s *maskSet) reset() {
	s.list = append(s.list[:0], 0)
	clear(s.slots[:])
}

// number returns the number of a set of tables. When there are too many of them, all words are forgotten.
func (x *Tagger) number(m Mask) uint16 {
	s := &x.masks
	if m == 0 {
		return 0
	}
	i := uint64(m) * golden >> 32 & (maskSlots - 1)
	for ; s.slots[i] != 0; i = (i + 1) & (maskSlots - 1) {
		if n := s.slots[i]; s.list[n] == m {
			return n
		}
	}
	if len(s.list) > maskSlots/2 {
		s.reset()
		clear(x.words)
		return x.number(m)
	}
	n := uint16(len(s.list))
	s.list = append(s.list, m)
	s.slots[i] = n
	return n
}
