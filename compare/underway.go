package compare

import (
	"time"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// grown reports whether an amount of one report was still growing when it was told, or a later report says that it has grown since, and that has
// come to more: eleven tugs were working on Wednesday, thirteen had to on Thursday; by Friday the slick had grown to 41 km.
func (s *sources) grown(a, b *amount) bool {
	if !s.laterIssue(a.doc, b.doc) || !piles(a) || a.past || b.past || a.held != "" && a.held == b.held {
		return false
	}
	if s.docs[b.doc].Published.Before(s.docs[a.doc].Published) {
		a, b = b, a
	}
	x, y, ok := scales(&a.q.Unit, &b.q.Unit)
	return ok && principal(&a.q, x).cmp(principal(&b.q, y)) < 0 && (b.q.Trend == quantity.To || statement.Underway(s.docs[a.doc].Text, a.st))
}

// byNow reports whether the later of two reports, of another day, tells how much it is now: 58 kilos in May, now 61.
func (s *sources) byNow(a, b *amount) bool {
	if !s.onOtherDays(a.doc, b.doc) || isOrdinal(a) || isScore(a) {
		return false
	}
	if s.docs[b.doc].Published.Before(s.docs[a.doc].Published) {
		a, b = b, a
	}
	return statement.Now(s.docs[b.doc].Text, b.st)
}

// piles reports whether an amount is of what adds up while something goes on: people and things, and how much or how far of a stuff.
func piles(a *amount) bool {
	switch a.slot.Dimension {
	case "count":
		return !isOrdinal(a) && !isScore(a)
	case "volume", "mass", "area", "length":
		return true
	}
	return false
}

// nextIssue is how long after one report of an event another tells how things stand by then.
const nextIssue = 6 * time.Hour

// laterIssue reports whether one of two reports came out well after the other: some hours later, or on another day.
func (s *sources) laterIssue(d, e int) bool {
	x, y := s.docs[d].Published, s.docs[e].Published
	return !x.IsZero() && !y.IsZero() && (x.Sub(y).Abs() >= nextIssue || x.YearDay() != y.YearDay())
}
