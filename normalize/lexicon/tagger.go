package lexicon

import "github.com/factdiff/factdiff/normalize/text"

// A Tagger looks tokens up and remembers where the common words of a text stand in the tables. The zero Tagger
// remembers nothing. It is not safe for several goroutines.
type Tagger struct {
	lex    *Lexicon
	memory *memory // nil for a tagger that remembers nothing

	late   []late  // tokens whose words were not remembered
	begins []int32 // those with whose words longer forms begin
	open   []open  // those that begin one, as far as the word behind them tells

	touched uint32 // is never read
}

// A memory is what a tagger remembers of one lexicon.
type memory struct {
	words [taggedWords]taggedWord
	forms [taggedForms]taggedForm
	masks maskSet
}

// number returns the number of a set of tables. When there are too many of them, everything is forgotten.
func (m *memory) number(tables Mask) uint16 {
	n, ok := m.masks.number(tables)
	if !ok {
		*m = memory{}
		n, _ = m.masks.number(tables)
	}
	return n
}

// A taggedWord is what a hash leads to. It is small so that many fit into the processor's memory.
type taggedWord struct {
	check uint32 // of the hash
	ref   uint32
	masks [numWritings]uint16 // numbers, in the tagger's set, of the tables that have it as it is written
	known uint8               // the ways of writing for which they are filled in
	flags uint8               // of the entry
}

// writing tells how a token is written, as far as the tables tell it apart: in small letters, with one capital, in capitals. A word that
// is Respelled is looked at each time when that matters.
func writing(k *text.Token) uint { return uint(k.Flags>>firstCase) & (1<<howBits - 1) }

const (
	respelled  = uint(text.Respelled >> firstCase)
	anyWriting = 1<<(1<<howBits) - 1

	numWritings = 3
)

// numbered returns which of the three ways a writing is: the flags Capital and AllCaps are 0, 1 or 3.
func numbered(how uint) uint { return (how&3 + 1) >> 1 }

// taggedWords is a power of two.
const taggedWords = 1 << taggedBits

const taggedBits = 15

// A late token is one whose word is not remembered as it is written.
type late struct {
	token int32
	ref   uint32
	slot  uint64 // of the tables, where the word stands if it stands anywhere
	first byte   // of its entry, or of its row
}

// Remember makes the tagger remember words from now on.
func (x *Tagger) Remember() {
	if x.memory == nil {
		x.memory = new(memory)
	}
}

// Tag does what Reset does. It goes over the tokens several times, each time doing one small thing, so that the
// processor can fetch what several words need from memory at once.
func (x *Tagger) Tag(g *Tagged, l *Lexicon, t *text.Text) {
	if x.lex != l {
		x.lex = l
		if x.memory != nil {
			*x.memory = memory{}
		}
	}
	g.reset(l, t)
	x.room(len(t.Tokens))
	if x.memory != nil {
		x.look(g)
	} else {
		x.lookAtNone(g)
	}
	x.lookUp(g)
	for k := range x.late {
		x.enter(g, &x.late[k])
	}
	x.filter(g)
	for _, a := range x.open {
		x.extend(g, int(a.token), a.hash)
	}
}

// room makes the lists long enough for n tokens each.
func (x *Tagger) room(n int) {
	if cap(x.open) < n {
		room := n + n/8
		x.late, x.begins, x.open = make([]late, room), make([]int32, room), make([]open, room)
	}
	x.late, x.begins, x.open = x.late[:n], x.begins[:n], x.open[:n]
}

// ahead is how many tokens are looked up at a time: what they need then stands in the nearest cache.
const ahead = 64

// look enters the tokens whose words are remembered and notes the others. Nearly nothing in it is a branch, so that what many words
// need is on its way from memory at once; what is noted is written down each time, and kept by counting on.
func (x *Tagger) look(g *Tagged) {
	tokens := g.Tokens
	tags, starts := g.tags[:len(tokens)], g.starts[:len(tokens)]
	begins, lates := x.begins[:len(tokens)], x.late[:len(tokens)]
	m := x.memory
	nBegins, nLate := 0, 0
	for i, end := 0, 0; end < len(tokens); {
		end = min(end+ahead, len(tokens))
		x.touched = m.touch(tokens[i:end])
		for ; i < end; i++ {
			k := &tokens[i]
			slot, check := taggedSlot(extend(0, k.Hash))
			other := m.words[slot].check ^ check
			slot += uint64((other | -other) >> 31) // no branch: a word stands in one of two places
			w := &m.words[slot%taggedWords]
			how, shape := writing(k), shapeOf(k)
			if w.check != check || w.known>>how&1 == 0 {
				starts[i] = shape
				lates[nLate].token = int32(i)
				nLate++
				continue
			}
			mask := m.masks.list[w.masks[numbered(how)]%maskSlots]
			tags[i], starts[i] = tag{mask: mask &^ kinds, ref: w.ref}, mask|shape
			begins[nBegins] = int32(i)
			nBegins += int(w.flags & entryPrefix)
		}
	}
	x.begins, x.late = begins[:nBegins], lates[:nLate]
}

// touch fetches the places of words from memory, many at once since it does nothing else. What it returns means nothing.
func (m *memory) touch(tokens []text.Token) (sum uint32) {
	for i := range tokens {
		slot, _ := taggedSlot(extend(0, tokens[i].Hash))
		sum ^= m.words[slot].check
	}
	return sum
}

// lookAtNone notes all tokens: nothing is remembered.
func (x *Tagger) lookAtNone(g *Tagged) {
	for i := range g.Tokens {
		x.late[i].token = int32(i)
		g.starts[i] = shapeOf(&g.Tokens[i])
	}
	x.begins = x.begins[:0]
}

// taggedSlot returns the first of the two places where a word of hash h may be remembered, and what tells it from others there.
func taggedSlot(h uint64) (slot uint64, check uint32) { return h >> 40 & (taggedWords - 2), uint32(h) }

// lookUp asks the tables for the late tokens. Each of its loops is one step for all of them, so that the processor waits for their places in
// memory once and not one after the other.
func (x *Tagger) lookUp(g *Tagged) {
	l := x.lex
	y := &l.layers[0]
	for k := range x.late {
		a := &x.late[k]
		a.slot = y.slot(slotOf(extend(0, g.Tokens[a.token].Hash)*golden, y.n))
	}
	for k := range x.late {
		a := &x.late[k]
		h := extend(0, g.Tokens[a.token].Hash)
		if a.ref = uint32(a.slot); uint32(a.slot>>32) != uint32(h*golden) || l.own {
			a.ref = l.lookup(h)
		}
	}
	for k := range x.late {
		a := &x.late[k]
		data, at := l.at(a.ref &^ rowBit)
		a.first = data[at]
	}
}

// enter writes down what the tables have of a late token.
func (x *Tagger) enter(g *Tagged, a *late) {
	i := int(a.token)
	k := &g.Tokens[i]
	var mask Mask
	var flags uint16
	switch {
	case a.ref == 0:
	case a.ref&rowBit != 0:
		mask = Table(a.first).In()
	default:
		mask, flags = x.lex.entryMask(a.ref)
	}
	if flags&entryExact != 0 {
		mask = g.exact(a.ref, mask, i, i+1)
	}
	kind := x.lex.kindOf(a.ref, mask, g.Word(i))
	g.tags[i], g.starts[i] = tag{mask: mask, ref: a.ref}, mask|kind|g.starts[i]
	if x.memory != nil {
		x.remember(extend(0, k.Hash), a.ref, writing(k), mask|kind, flags)
	}
	if flags&entryPrefix != 0 {
		x.begins = append(x.begins, int32(i))
	}
}

// remember keeps what is known of a word with hash h, whose entry is ref, as it is written.
func (x *Tagger) remember(h uint64, ref uint32, how uint, mask Mask, flags uint16) {
	if flags&entryExact != 0 && how >= respelled {
		return
	}
	n := x.memory.number(mask)
	slot, check := taggedSlot(h)
	pair := x.memory.words[slot : slot+2]
	w := &pair[0]
	if w.check != check {
		if w = &pair[1]; w.check != check { // the later one stands in front, so that a rare word does not push out a common one
			*w = pair[0]
			w = &pair[0]
			w.known = 0
		}
	}
	w.check, w.ref, w.flags = check, ref, uint8(flags)
	if flags&entryExact == 0 {
		w.masks, w.known = [numWritings]uint16{n, n, n}, anyWriting
		return
	}
	w.masks[numbered(how)], w.known = n, w.known|1<<how
}
