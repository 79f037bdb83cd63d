package name

import "math/bits"

// evidence is what the alignment of two names found.
type evidence struct {
	got          int32 // likeness of the aligned words, each times its share
	share        int32 // share of the aligned words
	restP, restQ int32 // share of the words that found none
	clashP       int32 // the same, as it counts where both names have such words
	clashQ       int32
	awayP, awayQ int32 // what of that stands where the other name has no word for it
	low          int32 // likeness of the least alike pair of words that count
	first, last  bool  // the first words of both found no like; the last ones
	veto         bool
	nickname     bool
	initial      bool
	kind         Kind
	writings     int
	mode         mode
	at           partners
	aligned      int // words that found one, but small ones
}

func (e *evidence) gather(p, q *Prepared) {
	e.kind, e.low, e.writings = p.Kind, full, writings(p, q)
	n, m := len(p.words), len(q.words)
	var likes likenesses
	e.mode = modeOf(p, q)
	k := weightsOf(e.kind)
	floor := k.floor[e.writings]
	smallP, smallQ := p.small, q.small
	for i := range n {
		for j := range m {
			if sm := smallP >> i & 1; sm != smallQ>>j&1 {
				continue // a small word is like none that is not
			}
			if s := wordLikeness(p, q, &p.words[i], &q.words[j], e.mode, floor); s >= floor {
				likes.add(s, i, j)
			}
		}
	}
	var usedP, usedQ uint32
	usedP, usedQ = smallP, smallQ // small words wait until runs have been joined
	e.pick(p, q, &likes, sure, &usedP, &usedQ)
	usedP, usedQ = usedP&^smallP, usedQ&^smallQ
	e.glue(p, q, &usedP, &usedQ, &e.at.p, &e.at.q)
	e.glue(q, p, &usedQ, &usedP, &e.at.q, &e.at.p)
	e.pick(p, q, &likes, 0, &usedP, &usedQ)
	if e.kind == Organization {
		e.abbreviated(p, q, &usedP, &usedQ, &e.at.p, &e.at.q)
		e.abbreviated(q, p, &usedQ, &usedP, &e.at.q, &e.at.p)
	}
	e.rests(p, q, usedP, usedQ)
	e.ends(p, q, usedP, usedQ)
	e.vetoes(p, q, usedP, usedQ)
}

// rests adds up what the words count that found no like.
func (e *evidence) rests(p, q *Prepared, usedP, usedQ uint32) {
	n, m := len(p.words), len(q.words)
	bigP, bigQ := (1<<n-1)&^p.small, (1<<m-1)&^q.small
	e.aligned = min(bits.OnesCount32(bigP&usedP), bits.OnesCount32(bigQ&usedQ))
	var awayP, awayQ uint32
	if e.aligned >= several {
		awayP = elsewhere(bigP&^usedP, bigP&usedP, &e.at.p, m, bigQ&^usedQ)
		awayQ = elsewhere(bigQ&^usedQ, bigQ&usedQ, &e.at.q, n, bigP&^usedP)
	}
	e.restP, e.clashP, e.awayP = p.rest(usedP, awayP)
	e.restQ, e.clashQ, e.awayQ = q.rest(usedQ, awayQ)
}

// rest adds up what the words count that are not used: their share, what it is where both names have such words, and what of
// that stands elsewhere.
func (p *Prepared) rest(used, away uint32) (share, clash, elsewhere int32) {
	for i := range p.words {
		if used>>i&1 != 0 {
			continue
		}
		share += int32(p.words[i].share)
		clash += int32(p.words[i].clash)
		if away>>i&1 != 0 {
			elsewhere += int32(p.words[i].clash)
		}
	}
	return share, clash, elsewhere
}

// ends notes whether the first words of both names found no like, or the last ones.
func (e *evidence) ends(p, q *Prepared, usedP, usedQ uint32) {
	if p.head >= 0 && q.head >= 0 {
		e.first = usedP>>p.head&1 == 0 && usedQ>>q.head&1 == 0
	}
	if p.tail >= 0 && q.tail >= 0 {
		e.last = usedP>>p.tail&1 == 0 && usedQ>>q.tail&1 == 0
	}
}

// sure is the likeness above which two words are aligned before runs of words are joined.
const sure = 800

const (
	several = 2 // words that found a like and tell more than one would
	chain   = 3 // words that children of one father share: their first names tell them apart, however alike the whole sounds
)

// likenesses are pairs of words that are alike, the most alike first, of those that are equally so the two whose places in their
// names are nearest, then the earlier.
type likenesses struct {
	list [maxWords * maxWords]int32 // likeness, and the two words so that the earlier are greater
	n    int
}

const lastPair = maxWords*maxWords - 1

func (l *likenesses) add(likeness int32, i, j int) {
	x := (likeness*maxWords+int32(maxWords-1-max(i-j, j-i)))*(lastPair+1) + int32(lastPair-(i*maxWords+j))
	k := l.n
	for ; k > 0 && l.list[k-1] < x; k-- {
		l.list[k] = l.list[k-1]
	}
	l.list[k] = x
	l.n++
}

// pick aligns the most alike words first, down to a floor.
func (e *evidence) pick(p, q *Prepared, likes *likenesses, floor int32, usedP, usedQ *uint32) {
	for _, x := range likes.list[:likes.n] {
		likeness, pair := x/(maxWords*(lastPair+1)), lastPair-int(x%(lastPair+1))
		if likeness < floor {
			return
		}
		i, j := pair/maxWords, pair%maxWords
		if *usedP>>i&1 != 0 || *usedQ>>j&1 != 0 {
			continue
		}
		*usedP |= 1 << i
		*usedQ |= 1 << j
		e.at.p[i], e.at.q[j] = int8(j), int8(i)
		e.align(&p.words[i], &q.words[j], likeness)
	}
}

func (e *evidence) align(v, w *word, likeness int32) {
	share := int32(v.share+w.share) / 2
	if v.class != w.class {
		share = min(share, max(int32(min(v.share, w.share)), 30))
	}
	if v.class == initial || w.class == initial {
		e.initial = e.initial || v.class != w.class
	} else if share > 30 && likeness >= 0 {
		e.low = min(e.low, likeness)
	}
	if likeness == nicknameLikeness {
		e.nickname = true
	}
	e.got += share * likeness / full
	e.share += share
}

// glued is the likeness that a run of words needs to be one word of the other name.
const glued = 700

// glue aligns runs of unaligned words of p with one unaligned word of q: Abd el Karim, Abdelkarim.
func (e *evidence) glue(p, q *Prepared, usedP, usedQ *uint32, atP, atQ *[maxWords]int8) {
	if len(p.words) < 2 || bits.OnesCount32(*usedP) > len(p.words)-2 {
		return
	}
	for j := range q.words {
		if *usedQ>>j&1 != 0 || q.words[j].weight[alphabet] < 150 {
			continue
		}
		w := &q.words[j]
		best, bi, bn := int32(glued), -1, 0
		y := q.stretch(j, j+1, e.mode)
		for i := range p.words {
			sum := int32(p.words[i].weight[e.mode])
			for n := 2; n <= 3 && i+n <= len(p.words); n++ {
				sum += int32(p.words[i+n-1].weight[e.mode])
				if *usedP>>i&(1<<n-1) != 0 || 2*y.weight < sum {
					break
				}
				if 2*sum < y.weight {
					continue
				}
				x := p.stretch(i, i+n, e.mode)
				if s := like(e.mode, &x, &y, best); s > best {
					best, bi, bn = s, i, n
				}
			}
		}
		if bi < 0 {
			continue
		}
		*usedQ |= 1 << j
		*usedP |= (1<<bn - 1) << bi
		atQ[j] = int8(bi)
		for i := bi; i < bi+bn; i++ {
			atP[i] = int8(j)
		}
		e.got += int32(w.share) * best / full
		e.share += int32(w.share)
		e.low = min(e.low, best)
	}
}

// vetoes looks for what tells two names apart, however alike they sound.
func (e *evidence) vetoes(p, q *Prepared, usedP, usedQ uint32) {
	both := p.traits & q.traits
	e.veto = both&hasAxis != 0 && antonyms(p, q) || both&hasNumber != 0 && numbers(p, q) || both&hasCountry != 0 && countries(p, q) || e.initialsClash(p, q, usedP, usedQ) || sonIsFather(p, q)
}

// antonyms reports whether the names have words of one axis that exclude each other.
func antonyms(p, q *Prepared) bool {
	for i := range p.words {
		v := &p.words[i]
		if v.axis == "" {
			continue
		}
		clash := false
		for j := range q.words {
			w := &q.words[j]
			if w.axis != v.axis {
				continue
			}
			if w.side == v.side {
				clash = false
				break
			}
			clash = true
		}
		if clash {
			return true
		}
	}
	return false
}

// countries reports whether both names of bodies name countries, but other ones.
func countries(p, q *Prepared) bool {
	np, nq := 0, 0
	for i := range p.words {
		if !p.words[i].country {
			continue
		}
		np++
		for j := range q.words {
			if q.words[j].country && q.words[j].key == p.words[i].key {
				return false
			}
		}
	}
	for j := range q.words {
		if q.words[j].country {
			nq++
		}
	}
	return np > 0 && nq > 0
}

// numbers reports whether both names have numbers or generations, but other ones.
func numbers(p, q *Prepared) bool {
	for _, c := range [...]class{number, generation} {
		np, nq, shared := 0, 0, 0
		for j := range q.words {
			if q.words[j].class == c {
				nq++
			}
		}
		for i := range p.words {
			if p.words[i].class != c {
				continue
			}
			np++
			for j := range q.words {
				if q.words[j].class == c && q.words[j].value == p.words[i].value {
					shared++
					break
				}
			}
		}
		if np > 0 && nq > 0 && shared < min(np, nq) {
			return true
		}
	}
	return false
}

// initialsClash reports whether both names have initials, and one of them fits nothing.
func (e *evidence) initialsClash(p, q *Prepared, usedP, usedQ uint32) bool {
	if p.Kind != Person {
		return false
	}
	np, up := initials(p, usedP)
	nq, uq := initials(q, usedQ)
	return np > 0 && nq > 0 && up+uq > 0
}

func initials(p *Prepared, used uint32) (n, unused int) {
	for i := range p.words {
		if p.words[i].class != initial {
			continue
		}
		n++
		if used>>i&1 == 0 {
			unused++
		}
	}
	return n, unused
}

// score brings the evidence to one number of at most full.
func (e *evidence) score(p, q *Prepared) int32 {
	k := weightsOf(e.kind)
	less, more := min(e.restP, e.restQ), max(e.restP, e.restQ)
	clash, opposed := min(e.clashP, e.clashQ), min(e.clashP-e.awayP, e.clashQ-e.awayQ)
	den := 100*e.share + k.twoSided*opposed + k.elsewhere*(clash-opposed) + k.oneSided*(more-less)
	s := int32(0)
	if den > 0 {
		s = full * 100 * e.got / den
	}
	if e.first {
		s -= k.first
	}
	if e.last {
		s -= k.last
	}
	s = max(0, s)
	if e.kind == Person && e.first && e.aligned >= chain {
		return s
	}
	return max(s, full-(full-e.joined(p, q, s))*k.joined/100)
}

// joined returns the likeness of the names without word borders, or 0 where it would neither make the names one nor raise the
// score s.
func (e *evidence) joined(p, q *Prepared, s int32) int32 {
	k := weightsOf(e.kind)
	floor := full - (full-k.threshold[e.writings])*100/k.joined
	idle := full - (100*(full-s)+k.joined-1)/k.joined // what does not raise the score
	x, y := p.stretch(0, len(p.words), e.mode), q.stretch(0, len(q.words), e.mode)
	likeness := likeAbove(e.mode, &x, &y, floor, max(floor, idle))
	if inSyllables(p.script, q.script) {
		likeness -= syllableDiffers
	}
	return likeness
}

// sonIsFather reports whether the names have the same two names around a word like bin, in the other order.
func sonIsFather(p, q *Prepared) bool {
	if p.Kind != Person || !hasFather(p) || !hasFather(q) {
		return false
	}
	m := modeOf(p, q)
	alike := func(i, j int) bool { return wordLikeness(p, q, &p.words[i], &q.words[j], m, sure) > sure }
	return alike(0, 2) && alike(2, 0) && !alike(0, 0)
}

func hasFather(p *Prepared) bool {
	return len(p.words) > 2 && p.words[0].class == plain && p.words[1].class == kin && p.words[2].class == plain
}
