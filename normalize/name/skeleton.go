package name

// A skeleton is the coarse classes of a word's consonants, the first in the lowest four bits.
type skeleton struct {
	classes uint64
	n       int
}

// maxClasses bounds the consonants of a skeleton, maxReadings the skeletons of one word.
const (
	maxClasses  = 4
	maxReadings = 4
)

func (k skeleton) with(c uint8) skeleton {
	if c == 0 || k.n == maxClasses || k.n > 0 && uint8(k.classes>>(4*(k.n-1)))&15 == c {
		return k
	}
	return skeleton{k.classes | uint64(c)<<(4*k.n), k.n + 1}
}

// head returns the first n classes.
func (k skeleton) head(n int) uint64 { return k.classes & (1<<(4*n) - 1) }

// hear notes the skeletons of a word, of which a sound of several classes makes several.
func (a *keyWord) hear(s []sound) {
	a.n = 1
	for _, y := range s {
		c := &coarse[y]
		for r := range a.n {
			k := a.reading[r]
			a.reading[r] = k.with(c[0])
			for _, other := range c[1:] {
				if other != none && a.n < maxReadings {
					a.reading[a.n] = k.with(other)
					a.n++
				}
			}
		}
	}
}

// none says that a sound has no other class; 0 that it may be left out.
const none = 255

// coarse puts sounds that stand for each other into one class; some may be of several, the likeliest first.
var coarse = func() (t [numSounds][3]uint8) {
	for i := range t {
		t[i] = [3]uint8{0, none, none}
	}
	for i, group := range []string{"SszZcCJ", "KXG", "BPVF", "DT", "LRr", "MN"} {
		for k := range len(group) {
			t[soundOf[group[k]]][0] = uint8(i + 1)
		}
	}
	for c, classes := range map[byte][3]uint8{
		'j': {1, 0, 2}, 'Q': {1, 2, none}, 'k': {1, 2, none}, 'g': {2, 1, none}, 'q': {2, 1, none},
		'W': {0, 3, none}, 'w': {3, 0, none}, 'H': {0, 2, none}, 'x': {0, 1, none}, 'h': {0, 2, none}, 't': {4, 0, none},
	} {
		t[soundOf[c]] = classes
	}
	return t
}()

// maxWhole bounds the consonants of a whole name that count.
const maxWhole = 8

// wholeSkeleton returns the classes of the whole name in the likeliest reading, for word borders are put in many ways: Wen Shan,
// Wenshan. Words that tell what kind of place it is are left out unless kinds.
func (p *Prepared) wholeSkeleton(kinds bool) uint64 {
	k, n, last := uint64(0), 0, uint8(0)
	for i := range p.words {
		w := &p.words[i]
		if w.class == legal || w.class == function && p.Kind != Person || w.class == generation || w.class == kindPlace && !kinds {
			continue
		}
		for _, y := range p.sounds[w.first:w.last] {
			c := coarse[y][0]
			if y.digit() {
				c = uint8(y)
			}
			if c == 0 || c == last || n == maxWhole {
				continue
			}
			k, n, last = k<<8|uint64(c), n+1, c
		}
	}
	return k
}
