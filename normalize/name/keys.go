package name

import "github.com/factdiff/factdiff/normalize/text"

// Keys appends the blocking keys of a name: two names that may be one nearly always share a key, two others seldom do.
// There is a key for each word that is no small word, for each full name that a nickname may stand for, for each id a
// table gives the name, and for the first letters of a body.
func (p *Prepared) Keys(dst []uint64) []uint64 {
	for i := range p.words {
		w := &p.words[i]
		switch w.class {
		case article, kin, function, legal, trade, initial, generation:
			continue
		case number:
			continue
		}
		dst = append(dst, wordKey(p.sounds[w.first:w.last]))
		for _, id := range w.nicknames {
			if id != 0 {
				dst = append(dst, keyOf('n', uint64(id)))
			}
		}
	}
	for _, id := range p.known {
		dst = append(dst, textKey('k', id))
	}
	if p.Kind != Organization {
		return dst
	}
	if len(p.words) == 1 {
		return append(dst, textKey('a', p.words[0].text))
	}
	for _, s := range p.initials {
		dst = append(dst, textKey('a', s))
	}
	return dst
}

// wordKey is made of the first three coarse classes of a word's consonants.
func wordKey(s []sound) uint64 {
	key, n, last := uint64(0), 0, uint8(0)
	for i, x := range s {
		c := coarse[x]
		if c == 0 || c == last || c == coarse[soundH] && i > 0 {
			continue
		}
		last = c
		key = key<<4 | uint64(c)
		if n++; n == 3 {
			break
		}
	}
	return keyOf('w', key)
}

// coarse puts sounds that stand for each other into one class.
var coarse = func() (t [numSounds]uint8) {
	for i, group := range []string{"SszZcCJjQkx", "KXGHq", "BPVFWw", "DT", "LRr", "MN"} {
		for k := range len(group) {
			t[soundOf[group[k]]] = uint8(i + 1)
		}
	}
	return t
}()

func keyOf(kind byte, x uint64) uint64 { return (x<<8 | uint64(kind)) * 0x9E3779B97F4A7C15 }

func textKey(kind byte, s string) uint64 {
	return keyOf(kind, text.HashString(s))
}
