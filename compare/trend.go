package compare

import (
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// valueOf writes an amount with the direction of the change that it is: "+12 percent", "-12 percent", "12 percent".
func valueOf(a *amount) string {
	switch {
	case rises(a):
		return "+" + a.shown
	case falls(a):
		return "-" + a.shown
	}
	return a.shown
}

// turnedAround reports whether one amount is a rise and the other a fall, as it or the verb beside it says.
func turnedAround(a, b *amount) bool { return rises(a) && falls(b) || falls(a) && rises(b) }

func rises(a *amount) bool { return a.q.Trend == quantity.Up || a.slot.Event == statement.Rise }
func falls(a *amount) bool { return a.q.Trend == quantity.Down || a.slot.Event == statement.Fall }

// oneChange reports whether two amounts of one size are the change of one measure, so that they cannot go two ways.
func (s *sources) oneChange(a, b *amount) bool {
	return a.slot.Measure == b.slot.Measure && !unspecified(a) && a.slot.Negated == b.slot.Negated && a.slot.Modality == b.slot.Modality && a.past == b.past &&
		timesMatch(a, b) == firm && modifiersMatch(a.mods, b.mods) == firm && a.who == b.who && common(a, b) > 0 && s.sole(a) && s.sole(b)
}

// bothWays reports whether there is a rise and a fall among amounts.
func bothWays(items []*amount) bool {
	up, down := false, false
	for _, a := range items {
		up, down = up || rises(a), down || falls(a)
	}
	return up && down
}
