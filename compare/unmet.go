package compare

import (
	"math/bits"

	"github.com/factdiff/factdiff/normalize/quantity"
)

// A value that a report alone has, where the others have another of its sort that the report lacks, is rather another reading of that value
// than another fact: what several reports tell, each tells. The clues of this file say how far that is so of two amounts that differ.

// maxMet is how many sources the question is asked for: a bit for each.
const maxMet = 64

// metBy returns the sources that have an amount with which an amount agrees or fits, its own among them, and whether that was asked.
func (s *sources) metBy(a *amount) (docs uint64, asked bool) {
	if len(s.docs) > maxMet {
		return 0, false
	}
	if a.met == 0 {
		a.met = 1 << a.doc
		for d := range s.docs {
			if d != a.doc && s.metIn(a, d) {
				a.met |= 1 << d
			}
		}
	}
	return a.met, true
}

func (s *sources) metIn(a *amount, doc int) bool {
	for _, x := range s.amountsOf(doc, byDimension, a.slot.Dimension) {
		if x.shown == a.shown || mayMeet(&a.q, &x.q) && judgeQuantities(&a.q, &x.q, Circumstances{}).Relation >= Compatible {
			return true
		}
	}
	return false
}

// mayMeet reports whether two amounts could fit together: cheaper than a judgement, which it saves for most.
func mayMeet(a, b *quantity.Quantity) bool {
	if a.Unit.ID != b.Unit.ID || !a.Single || !b.Single || a.Bound != quantity.Exact || b.Bound != quantity.Exact {
		return true
	}
	x, y := a.Value.Float(), b.Value.Float()
	return x <= 2*y && y <= 2*x
}

// unmetClues says whether each of two amounts is missing from the other's source, how many have each, and how many others of its sort could be
// the one that is missing.
func (s *sources) unmetClues(a, b *amount) (set clueSet) {
	x, ok := s.metBy(a)
	y, _ := s.metBy(b)
	if !ok {
		return 0
	}
	inB, inA := x>>b.doc&1 != 0, y>>a.doc&1 != 0
	most, least := max(bits.OnesCount64(x), bits.OnesCount64(y)), min(bits.OnesCount64(x), bits.OnesCount64(y))
	left := !inA && !inB
	set.add(clueUnmet, left)
	set.add(clueUnmetOne, inA != inB)
	set.add(clueToldTwice, most >= 2)
	set.add(clueBothTwice, least >= 2)
	set.add(clueOutlier, left && most >= 2 && least == 1)
	set.add(clueOutlierOfMany, left && most >= 3 && least == 1)
	set.add(clueToldOnce, most == 1)
	if left {
		n, m := s.unmetLike(a, b.doc), s.unmetLike(b, a.doc)
		set.add(clueUnmetOnly, n == 1 && m == 1)
		set.add(clueUnmetFew, max(n, m) <= unmetFew)
	}
	return set
}

// unmetFew is up to how many amounts are few.
const unmetFew = 3

// unmetLike counts the amounts of a source that could stand for an amount of another and are missing there, up to one more than are few.
func (s *sources) unmetLike(a *amount, doc int) (n int) {
	for _, x := range s.amountsOf(doc, byDimension, a.slot.Dimension) {
		if x.q.Unit.ID != a.q.Unit.ID || !s.linkable(a, x) || !differing(a, x) {
			continue
		}
		if met, _ := s.metBy(x); met>>a.doc&1 == 0 && judgeQuantities(&a.q, &x.q, Circumstances{}).Relation == Conflict {
			if n++; n > unmetFew {
				break
			}
		}
	}
	return n
}

// apartWeights are what clues are worth for two amounts that differ, in tenths of the logarithm of the odds: fitted, by logistic regression over
// all pairs of differing amounts of the invented events under testdata, and rounded.
var apartWeights = [clues]int8{
	clueCount: -2, clueMoney: 1, clueRatio: -3, clueDuration: 1,
	clueMeasure: 2, clueMeasureOpen: -4, clueMeasuresOpen: -1, clueOtherMeasure: -3,
	clueOtherNoun: -1, clueOtherEvent: 3,
	clueTelling: 3, clueCommonOnly: -5, clueNoWord: -3, clueAkin: 2, clueNextWord: 6, clueOtherNextWord: 1,
	clueSentence: 1, clueLikeSentence: 2, clueSameSentence: -3,
	clueEntity: -1, clueEntityNamed: -2, clueHolder: 5, clueStrangers: -5,
	clueTime: -2, clueTimeOpen: -1, clueNarrowed: -1, clueNarrowedOther: -2, clueOtherModality: -1,
	clueSole: 1, clueOnly: 3,
	clueSlip: 16, clueLongSlip: 5, clueDigit: 3, clueThird: 4, clueHalf: -1, clueMuchApart: -2, clueFarApart: -8, clueTrivial: -2, clueBound: -3,
	clueUnmetOne: -2, clueToldTwice: -1, clueBothTwice: 3, clueOutlier: 3, clueOutlierOfMany: 6, clueToldOnce: -7, clueUnmetOnly: 5, clueUnmetFew: 5,
}

// oddsBase and oddsFrom are the base and the threshold of that model.
const (
	oddsBase = -17
	oddsFrom = 2
)

// What the clues that are asked later can add at most in that model.
const (
	mostOfLastWords = 2
	mostOfSentences = mostOfLastWords + 3
	mostOfShared    = mostOfSentences + 10
	mostOfUnmet     = mostOfShared + 20
	mostOfNumbers   = mostOfUnmet + 31
)

// byAbsence adds up as well what of each of two amounts is missing from the other's source.
var byAbsence = clueModel{oddsBase, oddsFrom, &apartWeights, []clueStep{{(*sources).slotClues, mostOfNumbers}, {(*sources).valueClues, mostOfUnmet},
	{(*sources).unmetClues, mostOfShared}, {(*sources).wordClues, mostOfSentences}, {(*sources).sentenceClues, mostOfLastWords}, {(*sources).akinClues, 0}}}
