package compare

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/text"
)

// Of two claims of two reports the one denies and the other affirms something. That it is one thing is weighed by signs, as it is for values that differ
// (odds.go): rules that look for one speaker and the same words find what is plain, and the weights what has a little of each.

// stanceWeights is what a sign is worth in tenths of the logarithm of the odds. They were fitted as signWeights were, to all claims of the invented reports
// under testdata of which one denies, by a denied word alone as well; those pairs are no longer asked, so that a new fit has fewer rows.
var stanceWeights = [stanceSigns]int8{
	stanceMouth:    9,
	stancePerhaps:  6,
	stanceOwn:      -7,
	stanceDenies:   13,
	stanceConfirms: 15,
	stanceHeadline: -7,
	stanceWords2:   4,
	stanceVerb:     1,
	stanceRest0:    8,
	stanceSmall55:  3,
	stanceSmall75:  5,
	stanceLarge34:  2,
	stanceLarge55:  3,
	stanceRare:     10,
	stanceFirst:    6,
	stanceLast:     6,
	stanceDenied:   12,
	stanceValues:   -5,
	stanceSides:    -6,
	stanceBest:     7,
	stanceSpoken:   12,
	stanceNear1:    10,
	stanceNear2:    3,
	stanceOnlyNo:   10,
	stanceHis:      7,
}

const (
	stanceBase = -71 // what two claims come to of which nothing is known
	stanceEven = 5   // and what they must come to
	stanceSure = 25  // for a desk to look at first
)

func (x stanceSet) odds() int {
	n := stanceBase
	for set := x; set != 0; set &= set - 1 {
		n += int(stanceWeights[bits.TrailingZeros64(uint64(set))])
	}
	return n
}

// weighedStances reports claims that stand against each other by the signs. What is known already is left out.
func (s *sources) weighedStances(all []proposition, known []Finding) (out []Finding) {
	if len(s.docs) > mostReports {
		return nil
	}
	denials, concessions := deniedAndConceded(all)
	pairs := slices.DeleteFunc(s.stancePairs(all), func(p stancePair) bool {
		return p.signs.odds() < stanceEven || p.signs.ruledOut() || s.deniesOther(all, p, denials, concessions)
	})
	slices.SortStableFunc(pairs, func(a, b stancePair) int { return cmp.Compare(b.signs.odds(), a.signs.odds()) })
	for _, p := range pairs {
		n, y := &all[p.no], &all[p.yes]
		f := s.contraryAt(n, y, [2]text.Span{n.claim.Span, y.claim.Span})
		if p.signs.has(stancePerhaps) && y.stance != attribution.Accuses { // who accuses is not who denies
			f.Verdict = VerdictConflict
		}
		if p.signs.odds() < stanceSure || !p.signs.has(stanceWho) {
			f.Severity = Review
		}
		if n.stance == attribution.Denies && y.stance == attribution.Confirms && p.signs.has(stancePerhaps) {
			f.Reason.Code = ReasonConceded
		}
		if !toldAlready(known, &f) && !toldAlready(out, &f) {
			out = append(out, f)
		}
	}
	return out
}

// deniesOther reports whether the report of one of two claims has its speaker both deny and confirm something of the sort.
func (s *sources) deniesOther(all []proposition, p stancePair, denials, concessions []int) bool {
	n, y := &all[p.no], &all[p.yes]
	return n.stance == attribution.Denies && s.alsoSaid(all, concessions, n) || y.stance == attribution.Confirms && s.alsoSaid(all, denials, y)
}

// ruledOut reports whether a sign says outright that two claims are of two things.
func (x stanceSet) ruledOut() bool {
	if !x.has(stanceDenies) && !(x.has(stanceConfirms) && x.has(stanceWho)) {
		return true // a word that is denied alone tells too little
	}
	if !x.has(stancePerhaps) && (x.has(stanceQuoted) || !x.has(stanceWords2) && !(x.has(stanceDenies) && x.has(stanceConfirms) && x.has(stanceLast) && x.has(stanceSmall55))) {
		return true // two speakers, or none, and little in common
	}
	if x.has(stanceQuoted) && x.has(stanceDenies) && !x.has(stanceConfirms) {
		return true // he calls the charges baseless, in two ways
	}
	return x.has(stanceKnows) || x.has(stanceOpposite) || x.has(stanceObjects) || x.has(stanceValues) || x.has(stanceDays) || x.has(stanceSides) || x.has(stanceSoFar) || x.has(stanceHeadline)
}
