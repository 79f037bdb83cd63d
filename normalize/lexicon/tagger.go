package lexicon

import "github.com/factdiff/factdiff/normalize/text"

// A Tagger looks tokens up and remembers where the common words of a text stand in the tables. The zero Tagger
// remembers nothing. It is not safe for several goroutines.
type Tagger struct {
	lex   *Lexicon
	words []taggedWord
	spare taggedWord // the last word of a tagger that remembers nothing
	masks maskSet
	late  []int32 // tokens whose words were not remembered

	flagged []flagged
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

const taggedBits = 14

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
		w := x.remember(t.Tokens[i].Hash, g.tags[i].ref)
		mask := x.masks.list[w.mask]
		g.tags[i], g.starts[i] = tag{mask: mask, ref: w.ref}, mask|g.starts[i]
		if w.flags != 0 {
			x.flagged = append(x.flagged, flagged{i, w.flags})
		}
	}
	for _, f := range x.flagged {
		i := int(f.token)
		if f.flags&entryExact != 0 {
			g.tags[i].mask = x.exact(g, i)
			g.starts[i] = g.tags[i].mask | g.starts[i]&shapes
		}
		if f.flags&entryPrefix != 0 && g.mayExtend(i) {
			g.extend(i)
		}
	}
}

// A flagged token has a word that wants more than its mask.
type flagged struct {
	token int32
	flags uint8
}

// look enters the tokens whose words are remembered and notes the others.
func (x *Tagger) look(g *Tagged) {
	x.late, x.flagged = x.late[:0], x.flagged[:0]
	tokens := g.Tokens
	tags, starts := g.tags[:len(tokens)], g.starts[:len(tokens)]
	for i := range tokens {
		k := &tokens[i]
		shape := shapeOf(k)
		slot, check := taggedSlot(extend(0, k.Hash))
		if slot >= uint64(len(x.words)) || x.words[slot].check != check || x.words[slot].known == 0 {
			starts[i] = shape
			x.late = append(x.late, int32(i))
			continue
		}
		w := &x.words[slot]
		mask := x.masks.list[w.mask]
		tags[i], starts[i] = tag{mask: mask, ref: w.ref}, mask|shape
		if w.flags != 0 {
			x.flagged = append(x.flagged, flagged{int32(i), w.flags})
		}
	}
}

// mayExtend reports whether a longer form may start at token i, whose word begins some: for most pairs of words the
// filter tells at once that they begin none.
func (g *Tagged) mayExtend(i int) bool {
	if i+1 >= len(g.Tokens) {
		return false
	}
	k := &g.Tokens[i+1]
	if k.Class != text.Word || g.Lex.own {
		return true
	}
	return !k.Is(text.BlankBefore) && g.Lex.layers[0].may(extend(extend(0, g.Tokens[i].Hash), k.Hash)*golden)
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
