package name

import (
	"math"
	"math/bits"
)

// A sound is one of some thirty classes of phonemes. Letters that conventions read in different ways
// have a class of their own that is near to all readings (ch, soft c, j, w, q), so that no convention need
// be guessed.
type sound uint8

// sounds lists the classes in order; their letters are used by the script tables and in tests.
//
//	A E I O U  vowels          @  a vowel that some languages leave out
//	Y W        glides          H X  h, kh
//	G K B P V F D T z s R L M N  as written
//	Z S J C c  zh sh dzh tch ts
//	Q          ch where it may be tch, sh, kh or k
//	k          c before e and i: s, ts, tch or k
//	j          j: y, dzh, zh or kh
//	w          Latin w: v or w
//	q          q: k, or tch in Chinese
//	r x        r and z of rz: r, or zh in Polish
//	-          the mark of a long vowel in kana, which may stand for r
//	0-9        digits
const sounds = "\x00AEIOU@YWHXGKBPVFDTzsZSJCcRLMNQkjwqrx-ght0123456789"

const numSounds = 64 // of the cost tables: a power of two

const (
	soundA, soundE, soundI, soundO, soundU, soundSchwa, soundY, soundW, soundH = sound(1), sound(2), sound(3), sound(4), sound(5), sound(6), sound(7), sound(8), sound(9)
	soundDigit                                                                 = sound(41) // the first digit
)

// soundOf maps the letters of sounds to their classes.
var soundOf = func() (t [128]sound) {
	for i := range sounds {
		t[sounds[i]] = sound(i)
	}
	return t
}()

func (s sound) vowel() bool { return s >= soundA && s <= soundSchwa }

func (s sound) digit() bool { return s >= soundDigit }

// A mode tells how much of the vowels two writings can share.
type mode uint8

const (
	alphabet mode = iota // both write vowels
	abjad                // one leaves vowels out, as Arabic and Hebrew do
	syllabic             // one writes syllables, as kana and Hangul do, and puts vowels between consonants
	numModes
)

// whole is what a consonant weighs in a word.
const whole = 100

// A costTable holds what it costs to put one sound for another and to leave one out, and what sounds weigh in a word.
type costTable struct {
	put    [numSounds][numSounds]uint8
	omit   [numSounds]uint8
	weight [numSounds]uint8

	near     [numSounds]soundSet // the sounds that may stand for one at little cost
	hard     soundSet            // the sounds that cost as much as this where a word has none of those
	hardCost int32
}

// A soundSet is a set of sounds.
type soundSet uint64

// setOf returns the sounds of a word.
func setOf(s []sound) (set soundSet) {
	for _, x := range s {
		set |= 1 << (x & (numSounds - 1))
	}
	return set
}

// little is the most that sounds cost which may stand for each other.
const little = 60

var costs = [numModes]costTable{
	alphabet: newCosts(alphabetStrict, nil, nil),
	abjad:    newCosts(abjadStrict, abjadOmit, abjadNear),
	syllabic: newCosts(syllabicStrict, syllabicOmit, syllabicNear),
}

// strict tells what a wrong consonant costs, more than it weighs: one is enough to tell short names apart.
type strict struct{ unlike, omit int32 }

// A near says that every two of the letters may stand for each other at this cost.
type near struct {
	letters string
	cost    uint8
}

func newCosts(k strict, omit map[byte]uint8, more []near) (t costTable) {
	for i := range t.put {
		for j := range t.put[i] {
			t.put[i][j] = uint8(k.unlike)
		}
		t.put[i][i] = 0
		t.weight[i], t.omit[i] = whole, uint8(k.omit)
	}
	for _, m := range []map[byte]uint8{plainOmit, omit} {
		for c, n := range m {
			t.weight[soundOf[c]], t.omit[soundOf[c]] = n, n
		}
	}
	for _, list := range [][]near{plainNear, more} {
		for _, n := range list {
			t.bring(n)
		}
	}
	t.bound()
	return t
}

// bound fills near and hard.
func (t *costTable) bound() {
	t.hardCost = math.MaxUint8
	for x := range t.put {
		far := int32(t.omit[x])
		for y, c := range t.put[x] {
			if c <= little {
				t.near[x] |= 1 << y
			} else {
				far = min(far, int32(c))
			}
		}
		if far >= whole {
			t.hard |= 1 << x
			t.hardCost = min(t.hardCost, far)
		}
	}
}

// reach returns the sounds that one of a word may stand for at little cost.
func (t *costTable) reach(s []sound) (set soundSet) {
	for _, x := range s {
		set |= t.near[x&(numSounds-1)]
	}
	return set
}

// atLeast returns a lower bound of what it costs to turn a word with the sounds of set into one whose sounds reach those
// of reach: a hard sound that they do not reach is left out or changed into another at its full cost.
func (t *costTable) atLeast(set, reach soundSet) int32 {
	return t.hardCost * int32(bits.OnesCount64(uint64(set&t.hard&^reach)))
}

// bring lowers the cost between the letters of n.
func (t *costTable) bring(n near) {
	for i := range len(n.letters) {
		for j := range len(n.letters) {
			a, b := soundOf[n.letters[i]], soundOf[n.letters[j]]
			if a != b {
				t.put[a][b] = min(t.put[a][b], n.cost)
			}
		}
	}
}
