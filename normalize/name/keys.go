package name

import (
	"math/bits"

	"github.com/factdiff/factdiff/normalize/text"
)

// Keys appends what a name is filed under, and Lookups what it is looked for under: of two names that may be one, nearly always a
// key of either is among the lookups of the other, of two others seldom. An Index keeps names by their keys.
//
// A name of several words has a key for every two of them: what is coarsely heard of the one, and how the other begins. So two
// persons do not meet because both are called Muhammad. Names of one word, words beside an initial, forms of a given name,
// ids of tables, the first letters of bodies and names without their word borders have keys of their own. Between two scripts
// less is asked for than within one, where spellings vary less.
func (p *Prepared) Keys(dst []uint64) []uint64 { return p.keys(dst, true) }

// Lookups appends what a name is looked for under among the Keys of others.
func (p *Prepared) Lookups(dst []uint64) []uint64 { return p.keys(dst, false) }

// Sorts of keys. A name of one word is looked for within longer names, but these look for each other by two words alone; in
// the same way an initial is looked for before words that begin with it.
const (
	keyPair    = 'p' // two words
	keyLone    = 'l' // a name of one word
	keyWithin  = 'w' // a word of a longer name
	keyInitial = 'i' // a word beside an initial
	keySpelled = 's' // a word beside one that an initial may stand for
	keyKnown   = 'k' // an id of a table
	keyLetters = 'a' // the first letters of a body
	keyWhole   = 'b' // all words without their borders
)

// A keySpace is a set of keys of their own, and how many classes of consonants they have.
type keySpace struct {
	id     uint64
	strong int // of a word
	weak   int // of the one beside it
	lone   int // of a name of one word
}

// Names of one script meet in a space of that script. Those of others meet in two: names in Latin letters look for names in
// other letters alone, these for both.
var (
	latinAbroad = keySpace{1, 3, 1, 2}
	otherAbroad = keySpace{2, 3, 1, 2}
)

func spaceOf(s script) keySpace { return keySpace{uint64(s) + 3, 4, 3, 3} }

// maxParts bounds the words of a name that keys are made of, the longest first.
const maxParts = 6

// A keyWord is a word of a name as its keys have it.
type keyWord struct {
	reading [maxReadings]skeleton
	n       int
	ids     [6]uint32 // of the full names it may stand for, of the word that its translations share
	vowel   bool      // it begins with a vowel
	initial bool
	weight  uint16
}

func (p *Prepared) keys(dst []uint64, file bool) []uint64 {
	if p.Empty() {
		return dst
	}
	for _, id := range p.known {
		dst = append(dst, textKey(keyKnown, id))
	}
	dst = append(dst, keyOf(keyWhole, p.wholeSkeleton(false)))
	switch p.Kind {
	case Organization:
		dst = append(p.letterKeys(dst), keyOf(keyWhole, p.wholeSkeleton(true)))
	case Place:
		dst = append(dst, keyOf(keyWhole, p.wholeSkeleton(true)))
	}
	var room, more [maxParts]keyWord
	parts := p.keyWords(room[:0], false)
	if len(parts) < 2 && len(p.words) > 1 {
		if all := p.keyWords(more[:0], true); len(all) > 1 {
			dst = p.keysOf(dst, all, file)
		}
	}
	if len(parts) > 0 {
		dst = p.keysOf(dst, parts, file)
	}
	return dst
}

// keysOf appends the keys of words in each space that the name is filed or looked for in.
func (p *Prepared) keysOf(dst []uint64, parts []keyWord, file bool) []uint64 {
	dst = spaceOf(p.script).keysOf(dst, parts, file)
	if file == (p.script == latin) {
		dst = latinAbroad.keysOf(dst, parts, file)
	}
	if !file || p.script != latin {
		dst = otherAbroad.keysOf(dst, parts, file)
	}
	return dst
}

func (s keySpace) keysOf(dst []uint64, parts []keyWord, file bool) []uint64 {
	m := keyMaker{dst, s, file, len(parts) > 2}
	if len(parts) == 1 {
		m.alone(&parts[0])
		return m.dst
	}
	for i := range parts {
		if parts[i].initial {
			continue
		}
		for j := range parts {
			if i != j {
				m.beside(&parts[i], &parts[j])
			}
		}
		m.within(&parts[i])
	}
	return m.dst
}

type keyMaker struct {
	dst   []uint64
	space keySpace
	file  bool
	many  bool // the name has words enough that short ones need make no keys
}

func (m *keyMaker) add(sort byte, a, b uint64) {
	m.dst = append(m.dst, keyOf(sort, both(both(a, b), m.space.id)))
}

// vowelBit marks what begins with a vowel, where there are few consonants to tell words apart.
const vowelBit = 1 << 32

func (a *keyWord) strong(r, n int) uint64 {
	x := a.reading[r].head(n)
	if a.reading[r].n < n && a.vowel {
		x |= vowelBit
	}
	return x
}

func (a *keyWord) weak(r, n int) uint64 {
	x := a.reading[r].head(n)
	if a.reading[r].n < 2 && a.vowel {
		x |= vowelBit
	}
	return x
}

// first tells what a word begins with, as an initial does.
func (a *keyWord) first(r int) uint64 {
	if a.vowel {
		return vowelBit
	}
	return a.reading[r].head(1)
}

// alone adds the keys of a name of one word.
func (m *keyMaker) alone(a *keyWord) {
	for r := range a.n {
		m.add(keyLone, a.strong(r, m.space.lone), 0)
		if !m.file {
			m.add(keyWithin, a.strong(r, m.space.strong), 0)
		}
	}
	for _, id := range a.ids {
		if id == 0 {
			continue
		}
		m.add(keyLone, uint64(id), 1)
		if !m.file {
			m.add(keyWithin, uint64(id), 1)
		}
	}
}

// within adds what a name of one word is found by that is one of several here, or finds.
func (m *keyMaker) within(a *keyWord) {
	sort, n := byte(keyLone), m.space.lone
	if m.file {
		sort, n = keyWithin, m.space.strong
	}
	for r := range a.n {
		m.add(sort, a.strong(r, n), 0)
	}
	for _, id := range a.ids {
		if id != 0 {
			m.add(sort, uint64(id), 1)
		}
	}
}

// leastClasses is how many consonants two of many words have that make a key.
const leastClasses = 3

// beside adds the keys of two words.
func (m *keyMaker) beside(a, b *keyWord) {
	for r := range a.n {
		s := a.strong(r, m.space.strong)
		for t := range b.n {
			k := b.reading[t]
			if m.many && !b.initial && a.reading[r].n+min(k.n, m.space.weak) < leastClasses {
				continue
			}
			if b.initial || !m.file {
				m.add(keyInitial, s, b.first(t))
			}
			if b.initial != m.file {
				m.add(keySpelled, s, b.first(t))
			}
			if !b.initial {
				m.add(keyPair, s, b.weak(t, m.space.weak))
			}
		}
		for _, id := range b.ids {
			if id != 0 {
				m.add(keyPair, s, uint64(id)<<32)
			}
		}
	}
}

// keyWords appends the words of a name that tell it from others, at most maxParts; all takes those too that say what it is.
func (p *Prepared) keyWords(dst []keyWord, all bool) []keyWord {
	for i := range p.words {
		w := &p.words[i]
		switch w.class {
		case article, kin, function, legal, generation:
			continue
		case head, kindPlace, trade:
			if !all {
				continue
			}
		}
		if len(dst) < maxParts {
			dst = append(dst, p.keyWord(w))
			continue
		}
		least := 0
		for k := range dst {
			if dst[k].weight < dst[least].weight {
				least = k
			}
		}
		if dst[least].weight < w.weight[alphabet] {
			dst[least] = p.keyWord(w)
		}
	}
	return dst
}

func (p *Prepared) keyWord(w *word) keyWord {
	a := keyWord{initial: w.class == initial, weight: w.weight[alphabet], ids: w.nicknames, vowel: p.sounds[w.first].vowel()}
	if w.key != "" {
		a.ids[0] = uint32(text.HashString(w.key))
	}
	a.hear(p.sounds[w.first:w.last])
	if w.script == latin && gluedArticle(w.text) {
		var b keyWord
		b.hear(p.sounds[w.first+articleSounds : w.last])
		a.n = min(a.n+1, maxReadings)
		a.reading[a.n-1] = b.reading[0]
	}
	return a
}

// letterKeys appends the first letters of a body, or the letters of a name that may be such.
func (p *Prepared) letterKeys(dst []uint64) []uint64 {
	n := len(p.words)
	for n > 1 && p.words[n-1].class == legal {
		n--
	}
	if n == 1 {
		dst = append(dst, textKey(keyLetters, p.words[0].text))
	}
	for _, s := range p.initials {
		dst = append(dst, textKey(keyLetters, s))
	}
	return dst
}

func both(a, b uint64) uint64 { return a*0x9E3779B97F4A7C15 ^ bits.RotateLeft64(b, 32) }

func keyOf(sort byte, x uint64) uint64 { return (x<<8 | uint64(sort)) * 0x9E3779B97F4A7C15 }

func textKey(sort byte, s string) uint64 {
	return keyOf(sort, text.HashString(s))
}
