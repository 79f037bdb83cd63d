package name

const (
	nicknameLikeness = 950
	syllableDiffers  = 300
	articleLess      = 50 // what a missing article costs
	articleSounds    = 2
	variant          = 830 // the likeness of two spellings of one common name
)

// wordLikeness tells how alike two words are, in thousandths, 0 if less than floor.
func wordLikeness(p, q *Prepared, v, w *word, m mode, floor int32) int32 {
	switch {
	case v.class == number || w.class == number || v.class == generation || w.class == generation:
		if v.class == w.class && v.value == w.value {
			return full
		}
		return 0
	case v.class == initial || w.class == initial:
		return initialLikeness(p, q, v, w)
	case v.text == w.text || v.key != "" && v.key == w.key || v.axis != "" && v.axis == w.axis && v.side == w.side:
		return full
	}
	x := stretch{p.sounds[v.first:v.last], int32(v.weight[m]), v.signature, v.set, v.reach[m]}
	y := stretch{q.sounds[w.first:w.last], int32(w.weight[m]), w.signature, w.set, w.reach[m]}
	if two := commonNames(v, w); two != maybeOne {
		if two == areTwo && !shareNickname(v, w) {
			return 0
		}
		floor = max(floor, variant) // less is two names, so the search need go no further
	}
	if v.patronymic != w.patronymic && (v.gender|w.gender) != 0 {
		return 0 // the son of one name is another
	}
	s := like(m, &x, &y, floor)
	if inSyllables(v.script, w.script) {
		s -= syllableDiffers
	}
	if s < sure && v.article != w.article {
		s = max(s, withoutArticle(p, q, v, w, m, floor)-articleLess)
	}
	if s < nicknameLikeness && shareNickname(v, w) {
		return nicknameLikeness
	}
	if twoNames(v, w, s) {
		return 0
	}
	return s
}

// withoutArticle tells how alike two words are of which one is written in one with its article: Alqahtani, Qahtani.
func withoutArticle(p, q *Prepared, v, w *word, m mode, floor int32) int32 {
	if w.article {
		p, q, v, w = q, p, w, v
	}
	x := stretchOf(p.sounds[v.first+articleSounds:v.last], m)
	y := stretch{q.sounds[w.first:w.last], int32(w.weight[m]), w.signature, w.set, w.reach[m]}
	return like(m, &x, &y, floor)
}

// What two words are that sound somewhat alike: two common names, two unless they are spellings of one, or perhaps one.
const (
	maybeOne = iota
	mayVary
	areTwo
)

// commonNames tells whether two words are two common names: Luxon and Luxford may be a slip, Martin and Martinez are
// none, nor are Emma and Emmett.
func commonNames(v, w *word) int {
	switch {
	case v.gender == 'm' && w.gender == 'f' || v.gender == 'f' && w.gender == 'm':
		return areTwo
	case v.gender != 0 && w.gender != 0 || v.surname && w.surname:
		return mayVary
	}
	return maybeOne
}

func twoNames(v, w *word, s int32) bool {
	switch commonNames(v, w) {
	case areTwo:
		return true
	case mayVary:
		return s < variant
	}
	return false
}

// inSyllables reports whether two words are of one script of syllables: whoever writes it does not vary them.
func inSyllables(a, b script) bool { return a == b && a >= kana && a <= han }

func initialLikeness(p, q *Prepared, v, w *word) int32 {
	if v.class == initial && w.class == initial {
		if v.text == w.text || v.script != w.script && costs[alphabet].put[p.sounds[v.first]][q.sounds[w.first]] <= 10 {
			return full
		}
		return 0
	}
	if w.class != plain && w.class != acronym && v.class != plain && v.class != acronym {
		return 0
	}
	if v.script == w.script {
		if v.text[0] == w.text[0] {
			return 850
		}
		return 0
	}
	if costs[alphabet].put[p.sounds[v.first]][q.sounds[w.first]] <= 10 {
		return 850
	}
	return 0
}

func shareNickname(v, w *word) bool {
	for _, x := range v.nicknames {
		if x == 0 {
			break
		}
		for _, y := range w.nicknames {
			if x == y {
				return true
			}
		}
	}
	return false
}

// A stretch is some words of a name, one after the other.
type stretch struct {
	sounds    []sound
	weight    int32
	signature uint64
	set       soundSet
	reach     soundSet // in the mode of the comparison
}

func (p *Prepared) stretch(first, last int, m mode) stretch {
	s := stretch{sounds: p.sounds[p.words[first].first:p.words[last-1].last]}
	for i := first; i < last; i++ {
		s.weight += int32(p.words[i].weight[m])
		s.signature += p.words[i].signature
		s.set |= p.words[i].set
		s.reach |= p.words[i].reach[m]
	}
	return s
}

// stretchOf reads a stretch from its sounds alone.
func stretchOf(s []sound, m mode) stretch {
	t := &costs[m]
	return stretch{s, t.weigh(s), signature(s), setOf(s), t.reach(s)}
}

// modeOf returns how the writings of p and q share vowels.
func modeOf(p, q *Prepared) mode {
	if p.modes != 1 || q.modes != 1 {
		return max(p.mode, q.mode)
	}
	return alphabet
}

// leastCost is what a consonant that stands in one word alone costs at least.
const leastCost = 35

// like tells how alike two stretches sound, in thousandths, and 0 if less than floor.
func like(m mode, s, t *stretch, floor int32) int32 { return likeAbove(m, s, t, floor, floor) }

// likeAbove is like where what is not above idle, which is at least floor, may be 0 too.
func likeAbove(m mode, s, t *stretch, floor, idle int32) int32 {
	if len(s.sounds) == 0 || len(t.sounds) == 0 {
		return 0
	}
	table := &costs[m]
	weight := max(s.weight, t.weight, whole)
	limit := weight * (full - floor) / full
	if apart(s.signature, t.signature)*leastCost > limit || max(s.weight-t.weight, t.weight-s.weight) > 2*limit {
		return 0
	}
	limit = weight * (full - idle) / full
	if max(table.atLeast(s.set, t.reach), table.atLeast(t.set, s.reach)) > limit && max(len(s.sounds), len(t.sounds)) <= maxSounds {
		return 0
	}
	dist := distance(table, s.sounds, t.sounds, limit)
	if dist > limit {
		return 0
	}
	x, y := s.sounds[0], t.sounds[0]
	if table.put[x][y] > 50 {
		if table.omit[x] > 50 && table.omit[y] > 50 {
			dist += firstSound
		} else if m == alphabet && x.vowel() != y.vowel() && (x.vowel() && table.omit[y] > 50 || y.vowel() && table.omit[x] > 50) {
			dist += firstVowel
		}
	}
	return max(0, full-full*dist/weight)
}
