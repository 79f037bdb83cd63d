package compare

import "github.com/factdiff/factdiff/normalize/quantity"

// Two reports that have one value may tell one thing in quite other words: 62 beekeepers, 62 keepers. What speaks for that is weighed as it is of values that
// differ, and besides how many digits the value has: what two things have by chance tells nothing.

// accordable reports whether nothing rules out that two amounts whose values fit are of one thing: neither their words, nor that what has risen by as much has fallen in
// the other report, that one of two bounds is worlds away from what it would fit with, or that others have so few of something, or elsewhere.
func (s *sources) accordable(a, b *amount) bool {
	switch {
	case a.doc == b.doc || isScore(a) || isScore(b) || ofTwo(a, b) || a.slot.Negated != b.slot.Negated || a.q.Restates >= 0 || b.q.Restates >= 0:
		return false
	case a.q.Bound == quantity.Vague || b.q.Bound == quantity.Vague || turned(a.bearing, b.bearing) > 45 || turnedAround(a, b):
		return false
	case worldsApart(a, b) || s.otherTolls(a, b) || s.otherCrowds(a, b):
		return false
	}
	return !(trivial(a) && trivial(b) && (s.otherCountries(a.where, b.where) || s.othersAct(a, b)))
}

// fitSigns are what two values that fit say.
func (s *sources) fitSigns(a, b *amount, x *signSet) {
	s.valueSigns(a, b, x)
	p, _ := stripped(a.q.Value)
	q, _ := stripped(b.q.Value)
	digits := min(p, q)
	x.add(signDigits2, digits >= 10)
	x.add(signDigits3, digits >= 100)
	x.add(signFigure, a.q.Single && b.q.Single && a.q.Value.Cmp(b.q.Value) == 0)
	x.add(signOtherUnit, a.q.Unit.ID != b.q.Unit.ID)
	x.add(signEqual, judgeQuantities(&a.q, &b.q, Circumstances{}).Relation == Agree)
	x.add(signExact, a.q.Bound == quantity.Exact && b.q.Bound == quantity.Exact)
	x.add(signBounded, opensUp(a.q.Bound) || opensUp(b.q.Bound) || opensDown(a.q.Bound) || opensDown(b.q.Bound))
	x.add(signBareOne, bareCount(a) != bareCount(b))
	x.add(signOrdinal, isOrdinal(a) || isOrdinal(b))
	x.add(signPastOne, a.past != b.past)
}

// accordSiteable reports whether nothing rules out that two times are of one event.
func accordSiteable(a, b *site) bool {
	return a.doc != b.doc && a.clock == b.clock && relateSites(a, b) >= Compatible && a.asExact(b) && b.asExact(a)
}

// fit asks what two times that fit say.
func (f *siteFinder) fit() {
	a, b := f.a, f.b
	f.add(siteEqual, a.shown == b.shown)
	f.add(siteWidths, a.width() != b.width())
	f.add(siteBothToday, f.ofToday(a) && f.ofToday(b))
	f.tells(a.times > 1, b.times > 1, siteOftenBoth, siteOftenOne)
	f.tells(f.inFull(a), f.inFull(b), siteInFull, siteOneInFull)
}

// tells adds one clue where two times have something, and another where one has.
func (f *siteFinder) tells(x, y bool, both, one siteClue) {
	f.add(both, x && y)
	f.add(one, x != y)
}

// ofToday reports whether a time is the day of its report or the one before.
func (f *siteFinder) ofToday(a *site) bool {
	told := f.docs[a.doc].Published
	return !told.IsZero() && a.dayWide() && !a.t.From.After(told) && told.Sub(a.t.From) < 2*day
}
