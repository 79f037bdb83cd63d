package compare

import (
	"math"
	"slices"
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/timex"
)

// goesOn reports whether two durations of one sort, in days or longer units, differ by as much as their reports lie apart: each counts until its
// report, as in the third day of a siege and the fifth.
func (s *sources) goesOn(a, b *amount) bool {
	if a.slot.Dimension != "duration" || a.q.Unit.ID != b.q.Unit.ID || !a.q.Single || !b.q.Single || !s.onOtherDays(a.doc, b.doc) {
		return false
	}
	unit := a.q.Unit.Scale(quantity.Int(1))
	seconds, _ := unit.Float64()
	if seconds < (24 * time.Hour).Seconds() {
		return false
	}
	passed := s.docs[a.doc].Published.Sub(s.docs[b.doc].Published).Seconds() / seconds
	return math.Abs(a.q.Value.Float()-b.q.Value.Float()-passed) < 1
}

// movedOn reports whether an amount is what a value came to on a day, and the other what it was on a day before: closed at 65 on Friday,
// rose to 66 on Monday.
func movedOn(a, b *amount) bool {
	x, y := a.slot.Time, b.slot.Time
	if a.slot.Moves || b.slot.Moves || !x.Resolved() || !y.Resolved() || max(x.Grain, y.Grain) > timex.Day || overlap(x, y) {
		return false
	}
	return a.q.Trend == quantity.To && y.From.Before(x.From) || b.q.Trend == quantity.To && x.From.Before(y.From)
}

// onExchange reports whether two amounts are what something is worth whose shares are traded, as one of the reports tells: that moves with their
// price, from what they were issued at to what they closed at, unless both are told of one day.
func (s *sources) onExchange(a, b *amount) bool {
	if a.slot.Measure != "value" || a.slot.Dimension != money || a.slot.Time.Resolved() && b.slot.Time.Resolved() && overlap(a.slot.Time, b.slot.Time) {
		return false
	}
	return s.tellsShares(a.doc) || s.tellsShares(b.doc)
}

func (s *sources) tellsShares(doc int) bool {
	return len(s.amountsOf(doc, byMeasure, "share-price")) > 0 || slices.ContainsFunc(s.amountsOf(doc, byMeasure, "share"), func(x *amount) bool { return x.slot.Dimension == "count" })
}

// foretold reports whether a is what was expected or planned in a report, and b what a later one tells as a fact.
func (s *sources) foretold(a, b *amount) bool {
	return ahead(a.slot.Modality) && b.slot.Modality == attribution.Fact && s.onOtherDays(a.doc, b.doc) && s.docs[a.doc].Published.Before(s.docs[b.doc].Published)
}

// ahead reports whether a modality is of what is yet to come.
func ahead(m attribution.Modality) bool {
	return m == attribution.Planned || m == attribution.Expected
}
