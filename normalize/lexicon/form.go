package lexicon

import "github.com/factdiff/factdiff/normalize/text"

// A taggedForm is what the hash of several words leads to: of most that the filter lets pass, as "of the", it is known.
type taggedForm struct {
	check uint32
	ref   uint32
	mask  uint16 // number of the tables in the tagger's set
	flags uint8  // of the entry
	known bool
}

// taggedForms is a power of two.
const taggedForms = 1 << 13

// form returns the entry of the hash of several words, its tables and its flags.
func (x *Tagger) form(h uint64) (ref uint32, mask Mask, flags uint16) {
	m := x.memory
	if m == nil {
		if ref = x.lex.lookup(h); ref != 0 {
			mask, flags = x.lex.entryMask(ref)
		}
		return ref, mask, flags
	}
	f := &m.forms[h>>40%taggedForms]
	if !f.known || f.check != uint32(h) {
		if ref = x.lex.lookup(h); ref != 0 {
			mask, flags = x.lex.entryMask(ref)
		}
		n := m.number(mask)
		*f = taggedForm{uint32(h), ref, n, uint8(flags), true}
	}
	return f.ref, m.masks.list[f.mask%maskSlots], uint16(f.flags)
}

// An open token is one that begins a form of several, as far as the filter knows.
type open struct {
	token int32
	hash  uint64 // of it and the one behind it; 0 where extend may pass over that one
}

// extend records the phrases that start at token i, the shortest first.
func (x *Tagger) extend(g *Tagged, i int, h uint64) {
	toks := g.Tokens
	start := len(g.phrases)
	var all Mask
	for j := i + 1; j < len(toks); j++ {
		k := &toks[j]
		if k.Is(text.BlankBefore) {
			break
		}
		if h == 0 || j > i+1 {
			if k.Class == text.Hyphen && j+1 < len(toks) {
				continue // close-range is close range
			}
			if k.Class == text.Stop && !k.Is(text.SpaceBefore) && toks[j-1].End-toks[j-1].Start <= 4 && j+1 < len(toks) && g.Body[k.Start] == '.' {
				continue // St. Petersburg
			}
			if h == 0 {
				h = extend(0, toks[i].Hash)
			}
			h = extend(h, k.Hash)
			if !x.lex.may(h) {
				break
			}
		}
		ref, mask, flags := x.form(h)
		if flags&entryExact != 0 {
			mask = g.exact(ref, mask, i, j+1)
		}
		if mask != 0 {
			g.phrases = append(g.phrases, Phrase{text.Range{First: int32(i), Last: int32(j + 1)}, mask, ref})
			all |= mask
		}
		if flags&entryPrefix == 0 {
			break
		}
	}
	if all != 0 {
		g.tags[i].phrase = int32(start) + 1
		g.starts[i] |= all | all>>Numbers&1*NumberWords | all>>Modifiers&1*TallyWords
	}
}

// filter notes the tokens that begin a longer form as far as the word behind them tells: for most pairs of words the filter says that
// they do not.
func (x *Tagger) filter(g *Tagged) {
	tokens, pairs, own := g.Tokens, x.lex.layers[0].pairs, x.lex.own
	opened, n := x.open[:len(x.begins)], 0
	for _, i := range x.begins {
		if int(i)+1 == len(tokens) {
			continue
		}
		k, next := &tokens[i], &tokens[i+1]
		h := extend(extend(0, k.Hash), next.Hash)
		passed := pairs.may(h * golden)
		if next.Class == text.Hyphen || next.Class == text.Stop && k.End-k.Start <= 4 || own { // extend may pass over it
			passed, h = 1, 0
		}
		opened[n] = open{i, h}
		n += passed
	}
	x.open = opened[:n]
	if m := x.memory; m != nil {
		for _, a := range x.open {
			x.touched ^= m.forms[a.hash>>40%taggedForms].check
		}
	}
}

// may reports whether a form of several tokens, or the beginning of one, may have hash h.
func (l *Lexicon) may(h uint64) bool {
	x := h * golden
	return l.layers[0].pairs.may(x) != 0 || l.own && l.layers[1].pairs.may(x) != 0
}

// A filter tells of most hashes that no form of several tokens has them (a Bloom filter in blocks of 64 bits: Putze, Sanders, Singler,
// Cache-, Hash- and Space-Efficient Bloom Filters, 2007). Its length is a power of two.
type filter []uint64

// may returns 1 for a spread hash that may be in the set, and 0 for one that is not.
func (f filter) may(x uint64) (yes int) {
	word, bits := filterBits(x, len(f))
	if bits&^f[word] == 0 {
		yes = 1
	}
	return yes
}

// filterBits returns the word of a filter of so many words that a spread hash is in, and its bits there.
func filterBits(x uint64, words int) (word int, bits uint64) {
	return int(x>>24) & (words - 1), 1<<(x>>58) | 1<<(x>>52&63)
}
