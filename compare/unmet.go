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

// unmetClues says whether each of two amounts is missing from the other's source, how many have each, and how many others of its sort, n and m of them, could be
// the one that is missing.
func (s *sources) unmetClues(a, b *amount, n, m int) (set clueSet) {
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
	set.add(clueOutlier, left && most >= 2 && least == 1)
	set.add(clueOutlierOfMany, left && most >= 3 && least == 1)
	set.add(clueToldOnce, most == 1)
	if left {
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
