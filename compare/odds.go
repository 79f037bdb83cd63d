package compare

import (
	"math/bits"
	"slices"

	"github.com/factdiff/factdiff/normalize/quantity"
)

// Two values of one dimension that differ are told of one thing, or of two. What speaks for either is asked of each amount that has the one
// and each of another source that has the other; signs that some two of them have, and signs that all have, are weighed, and the weights added up.

// A signWeight is what a sign is worth in tenths of the logarithm of the odds: where some two amounts of two values have it, and where all have it besides.
type signWeight struct{ some, all int8 }

// signWeights were fitted by logistic regression, which is held back (L2), to all values that differ in the invented reports under testdata; which signs
// are asked was settled by one that prefers few (L1).
var signWeights = [signs]signWeight{
	clueMoney: {4, 0}, clueRatio: {-5, 0}, clueMeasure: {1, 0}, clueMeasuresOpen: {4, 0}, clueOtherMeasure: {0, -3}, clueNoun: {1, 0},
	clueEvent: {7, 0}, clueTelling: {9, 2}, clueAkin: {5, 0}, clueNextWord: {7, 0}, clueSentence: {4, 0}, clueLikeSentence: {6, 0},
	clueTimeOpen: {-3, -3}, clueSole: {3, 0}, clueSlip: {13, 10}, clueDigit: {11, 0}, clueThird: {4, 0}, clueMuchApart: {7, 0},
	clueFarApart: {-6, 0}, clueUnmet: {6, 0}, clueUnmetOnly: {3, 0}, clueUnmetFew: {7, 3}, clueOutlier: {1, 2}, clueOutlierOfMany: {11, 0},
	clueToldOnce: {-5, 0}, clueToldTwice: {5, 0}, clueSlipOfTwo: {11, 8}, clueMatter: {7, 0}, clueLargest: {2, 5}, clueSoleNoun: {2, 0},
	clueLag: {0, -9}, signMistakable: {18, 0}, signNotRuledOut: {5, 5}, signMatchable: {7, 0}, signInWords: {3, 1}, signAmong: {-7, 0},
	signLate: {-6, 0}, signOff10: {0, -1}, signOff25: {-2, -7}, signOff50: {-4, -5}, signFew6: {-1, -2}, signMany10: {-4, -4}, signMost2: {-3, -4},
	signRatio2: {-2, -5}, signRatio5: {0, -7}, signSize100: {1, 1}, signSize1000: {3, 0}, signLike: {0, 1}, signBest: {2, 0}, signBestByFar: {4, 2},
	signWorse: {-1, -4},
}

// oddsBase is what two values come to of which nothing is known.
const oddsBase = -69

// What two values must come to.
const (
	oddsEven   = 7   // rather of one thing than of two
	oddsUnsure = 5   // less than that is for a desk to look at, whatever rules say
	oddsAgain  = -20 // less than that is no conflict, whatever rules say
	notAtAll   = -99 // nothing can make them one
)

// An eventValue is all amounts of a value, in the order in which they are told.
type eventValue struct {
	dimension string
	items     []*amount
}

// An amountPair is an amount of one value and an amount of another.
type amountPair struct{ a, b *amount }

// weighablePairs returns the amounts of two values that can stand against each other, in memory that is used again.
func (s *sources) weighablePairs(x, y *eventValue) []amountPair {
	a, b := x.items[0], y.items[0]
	if x.dimension != y.dimension || !differing(a, b) || judgeQuantities(&a.q, &b.q, Circumstances{}).Relation != Conflict {
		return nil
	}
	out := s.memory.pairs[:0]
	for _, a := range x.items[:min(len(x.items), maxPairs)] {
		for _, b := range y.items[:min(len(y.items), maxPairs)] {
			if a.doc != b.doc && s.weighs(a, b) && s.weighable(a, b) {
				out = append(out, amountPair{a, b})
			}
		}
	}
	s.memory.pairs = out
	return out
}

// weighs reports whether signs can be asked of two amounts: both reports are long enough for it to mean something what is missing from them.
func (s *sources) weighs(a, b *amount) bool {
	return len(s.docs) <= mostReports && s.atLength(a.doc) && s.atLength(b.doc)
}

// oddsOf is what the values of two amounts come to, at least notAtAll.
func (s *sources) oddsOf(a, b *amount) int {
	k := [2]int32{min(a.value, b.value), max(a.value, b.value)}
	if k[0] == noValue {
		return notAtAll
	}
	n, ok := s.memory.odds[k]
	if !ok {
		x, y := &s.memory.values[k[0]], &s.memory.values[k[1]]
		n = int32(s.odds(s.weighablePairs(x, y)))
		s.memory.odds[k] = n
	}
	return int(n)
}

// odds is what the amounts of two values come to, or less than oddsAgain.
func (s *sources) odds(pairs []amountPair) int {
	if len(pairs) == 0 {
		return notAtAll
	}
	n := oddsBase
	for _, step := range signSteps {
		some, all := signSet{}, signSet{^uint64(0), ^uint64(0)}
		for _, p := range pairs {
			var x signSet
			step.of(s, p.a, p.b, &x)
			for w := range x {
				some[w] |= x[w]
				all[w] &= x[w]
			}
		}
		if n += some.weighed(&all, signWeights[:]); n+step.more < oddsAgain {
			break
		}
	}
	return n
}

// weighed adds up the weights of signs that some have, and of those that all have.
func (x *signSet) weighed(all *signSet, weights []signWeight) (n int) {
	for w := range x {
		for set := x[w]; set != 0; set &= set - 1 {
			c := bits.TrailingZeros64(set)
			weight := &weights[w*wordBits+c]
			n += int(weight.some)
			if all[w]>>c&1 != 0 {
				n += int(weight.all)
			}
		}
	}
	return n
}

// A signStep asks for some of the signs.
type signStep struct {
	of   func(s *sources, a, b *amount, x *signSet)
	asks signSet // the signs that have a weight among those that it asks for
	more int     // what the steps behind it can add at most
}

// signSteps are asked in this order; two values that cannot come to enough any more are not asked the rest.
var signSteps = withBounds([]signStep{
	{of: (*sources).valueSigns, asks: signSet{
		maskOf(clueSole, clueOnly, clueSlip, clueLongSlip, clueDigit, clueTenth, clueThird, clueHalf, clueMuchApart, clueFarApart, clueTrivial, clueBound),
		maskOf(signMistakable, signRatio2, signRatio5, signSize100, signSize1000, signFew6, signMany10, signLate, signOff10, signOff25, signOff50)}},
	{of: (*sources).missingSigns, asks: signSet{
		maskOf(clueUnmet, clueUnmetOne, clueUnmetOnly, clueUnmetFew, clueOutlier, clueOutlierOfMany, clueToldOnce, clueToldTwice), maskOf(signMost2)}},
	{of: (*sources).wordSigns, asks: signSet{
		maskOf(clueSole) - 1 | maskOf(clueSlipOfTwo, clueMatter, clueLargest, clueSoleNoun, clueLag), maskOf(signMatchable, signInWords, signLike, signBest, signBestByFar, signWorse)}},
	{of: (*sources).ruleSigns, asks: signSet{0, maskOf(signNotRuledOut, signAmong)}},
})

// maskOf returns the bits of clues, or of signs, in their word of a set.
func maskOf[C clue | siteClue | sign](list ...C) (mask uint64) {
	for _, c := range list {
		mask |= 1 << (c % wordBits)
	}
	return mask
}

// withBounds tells each step what those behind it can add.
func withBounds(steps []signStep) []signStep {
	more := 0
	for i := len(steps) - 1; i >= 0; i-- {
		steps[i].more = more
		more += steps[i].asks.most(signWeights[:])
	}
	return steps
}

// most is what signs can add at most.
func (x *signSet) most(weights []signWeight) (n int) {
	for c, w := range weights {
		if x[c/wordBits]>>(c%wordBits)&1 != 0 {
			n += max(0, int(w.some), int(w.some)+int(w.all))
		}
	}
	return n
}

// tellValues brings the amounts of each value together: of a report and a dimension the first ones, so that in all no more than mostValues are
// held against each other.
func (s *sources) tellValues(all []amount) {
	m := s.memory
	for i := range m.values {
		clear(m.values[i].items)
	}
	m.values = m.values[:0]
	if m.odds == nil || len(m.odds) > mostValues {
		m.odds = map[[2]int32]int32{}
	}
	clear(m.odds)
	for i := range all {
		all[i].value = noValue
	}
	if len(s.docs) > mostReports {
		return
	}
	at := map[valueKeyed]int32{}
	count := map[valueIn]int{}
	for i := range all {
		a := &all[i]
		of := valueIn{a.doc, a.slot.Dimension}
		if count[of]++; count[of] > min(mostOfSource, mostValues/len(s.docs)) {
			continue
		}
		k := valueKeyed{a.slot.Dimension, a.shown}
		n, ok := at[k]
		if !ok {
			n = m.valueAs(a)
			at[k] = n
		}
		if n == int32(len(m.values)) {
			m.values = slices.Grow(m.values, 1)[:n+1]
			m.values[n] = eventValue{dimension: k.dimension, items: m.values[n].items[:0]}
		}
		a.value = n
		m.values[n].items = append(m.values[n].items, a)
	}
}

// mostValues is how many amounts of a dimension are brought together.
const mostValues = 240

// noValue is the index of the value of an amount that is not asked.
const noValue = -1

// A valueIn is where amounts are counted: a report and a dimension.
type valueIn struct {
	doc       int
	dimension string
}

// valueAs returns the index of the value that an amount agrees with in another unit, else that of a new one: 23 centimetres, nine inches.
func (m *memory) valueAs(a *amount) int32 {
	for i := range m.values {
		if oneSize(m.values[i].items[0], a) {
			return int32(i)
		}
	}
	return int32(len(m.values))
}

// oneSize reports whether two amounts in two units are one value, not two that fit since one is told so coarsely: 126 seconds, two minutes.
func oneSize(a, b *amount) bool {
	if a.slot.Dimension != b.slot.Dimension || a.q.Unit.ID == b.q.Unit.ID || a.q.Bound != quantity.Exact || b.q.Bound != quantity.Exact {
		return false
	}
	x, y, ok := scales(&a.q.Unit, &b.q.Unit)
	return ok && within(&a.q, &b.q, x, y, nearlyNone) && judgeQuantities(&a.q, &b.q, Circumstances{}).Relation == Agree
}

var nearlyNone = rat{num: 3, den: 100}

type valueKeyed struct{ dimension, shown string }
