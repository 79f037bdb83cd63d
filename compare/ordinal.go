package compare

import (
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// isOrdinal reports whether an amount is which one in a row something is: the fourth flight, the 54th minute.
func isOrdinal(a *amount) bool { return a.slot.Dimension == statement.Ordinal }

// ordinals decides whether two are those of one row and of one thing in it: who takes part is named in both clauses, and a word that is no
// name stands in both, or words that can say the same. A report of the fifth stage is none of the sixth.
func (s *sources) ordinals(a, b *amount) strength {
	if a.slot.Measure != b.slot.Measure || a.slot.Negated != b.slot.Negated || a.past != b.past || strangers(a, b) {
		return apart
	}
	if x, y := a.slot.Time, b.slot.Time; x.Resolved() && y.Resolved() && !overlap(x, y) {
		return apart
	}
	if s.untold(a, b) || s.untold(b, a) {
		return apart
	}
	switch words := common(a, b) - namesShared(a, b); {
	case party(a, b) && (words > 0 || a.slot.Measure == statement.Place || s.akin(a, b)), words >= sameLeast:
		return firm
	case party(a, b) || words > 0 || a.shown == b.shown:
		return weak
	}
	return apart
}

// untold reports whether the day that b is told of came after the report of a: the fourth flight cannot have been the fifth yet.
func (s *sources) untold(a, b *amount) bool {
	t := b.slot.Time
	return t.Resolved() && t.Grain <= timex.Day && !s.docs[a.doc].Published.IsZero() && !t.From.Before(s.outBy(a.doc))
}

// inOneRow reports whether neither source has another ordinal of the row that may be meant.
func (s *sources) inOneRow(a, b *amount) bool { return s.onlyInRow(a, b) && s.onlyInRow(b, a) }

func (s *sources) onlyInRow(a, b *amount) bool {
	for _, x := range s.amountsOf(a.doc, byMeasure, a.slot.Measure) {
		if x != a && x.shown != a.shown && isOrdinal(x) && s.ordinals(x, b) == firm {
			return false
		}
	}
	return true
}
