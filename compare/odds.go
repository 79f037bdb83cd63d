package compare

import (
	"math/bits"
	"slices"
)

// Two values of one dimension that differ are told of one thing, or of two. What speaks for either is asked of each amount that has the one
// and each of another source that has the other; signs that some two of them have, and signs that all have, are weighed, and the weights added up.

// A signWeight is what a sign is worth in tenths of the logarithm of the odds: where some two amounts of two values have it, and where all have it besides.
type signWeight struct{ some, all int8 }

// signWeights were fitted by logistic regression, which is held back (L2), to all values that differ in the invented reports under testdata; which signs
// are asked was settled by one that prefers few (L1).
var signWeights = [signs]signWeight{
	clueRatio: {-6, 0}, clueMeasure: {1, 0}, clueMeasuresOpen: {5, 0}, clueOtherMeasure: {0, -4}, clueTelling: {12, 0}, clueNextWord: {7, 0},
	clueSentence: {6, 0}, clueLikeSentence: {5, 0}, clueSameSentence: {9, 0}, clueTimeOpen: {-4, -4}, clueSole: {0, 4}, clueSlip: {16, 0},
	clueDigit: {10, 0}, clueThird: {4, 0}, clueMuchApart: {7, 0}, clueFarApart: {-7, 0}, clueUnmet: {6, 0}, clueUnmetOnly: {4, 0}, clueUnmetFew: {7, 0},
	clueOutlier: {5, 0}, clueOutlierOfMany: {10, 0}, clueToldOnce: {-5, 0}, clueToldTwice: {5, 0}, clueSlipOfTwo: {17, 0}, clueMatter: {8, 0},
	clueLargest: {4, 6}, clueSoleNoun: {4, 0}, clueChange: {-0, -3}, clueLag: {0, -9}, clueHead: {-5, 0}, signMistakable: {17, 0},
	signNotRuledOut: {4, 3}, signMatchable: {7, 0}, signInWords: {6, 1}, signPast: {-3, 0}, signBeside: {-4, -6}, signAmong: {-7, 0}, signLate: {-6, 0},
	signOff10: {0, -3}, signOff25: {-1, -5}, signOff50: {-2, -6}, signFew6: {-1, -3}, signMany10: {-7, 0}, signMost2: {-4, -3}, signRatio2: {-4, 0},
	signRatio5: {-4, 0}, signSize100: {3, 0}, signSize1000: {3, 0},
}

// oddsBase is what two values come to of which nothing is known.
const oddsBase = -67

// What two values must come to.
const (
	oddsEven   = 3   // rather of one thing than of two
	oddsUnsure = -4  // less than that is for a desk to look at, whatever rules say
	oddsAgain  = -22 // less than that is no conflict, whatever rules say
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
		if n += some.weighed(&all); n+step.more < oddsAgain {
			break
		}
	}
	return n
}

// weighed adds up the weights of signs that some have, and of those that all have.
func (x *signSet) weighed(all *signSet) (n int) {
	for w := range x {
		for set := x[w]; set != 0; set &= set - 1 {
			c := bits.TrailingZeros64(set)
			weight := &signWeights[w*wordBits+c]
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
	more int // what those that are asked later can add at most
}

var signSteps = []signStep{{(*sources).valueSigns, 999}, {(*sources).missingSigns, 999}, {(*sources).wordSigns, 9}, {(*sources).ruleSigns, 0}}

// tellValues brings the amounts of each value together: of a report and a dimension the first mostOfSource of them.
func (s *sources) tellValues(all []amount) {
	m := s.memory
	m.values = m.values[:0]
	if m.odds == nil {
		m.odds = map[[2]int32]int32{}
	}
	clear(m.odds)
	at := map[valueKeyed]int32{}
	for i := range all {
		a := &all[i]
		k := valueKeyed{a.slot.Dimension, a.shown}
		n, ok := at[k]
		if !ok {
			n = int32(len(m.values))
			at[k] = n
			m.values = slices.Grow(m.values, 1)[:n+1]
			m.values[n] = eventValue{dimension: k.dimension, items: m.values[n].items[:0]}
		}
		a.value = n
		m.values[n].items = append(m.values[n].items, a)
	}
}

type valueKeyed struct{ dimension, shown string }
