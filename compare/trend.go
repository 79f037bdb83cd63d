package compare

import "github.com/factdiff/factdiff/normalize/quantity"

// valueOf writes an amount with the direction of the change that it is: "+12 percent", "-12 percent", "12 percent".
func valueOf(a *amount) string {
	switch a.q.Trend {
	case quantity.Up:
		return "+" + a.shown
	case quantity.Down:
		return "-" + a.shown
	}
	return a.shown
}

// turnedAround reports whether one amount is a rise and the other a fall.
func turnedAround(a, b *amount) bool {
	return a.q.Trend == quantity.Up && b.q.Trend == quantity.Down || a.q.Trend == quantity.Down && b.q.Trend == quantity.Up
}

// oneChange reports whether two amounts of one size are the change of one measure, so that they cannot go two ways.
func (s *sources) oneChange(a, b *amount) bool {
	return a.slot.Measure == b.slot.Measure && !unspecified(a) && a.slot.Negated == b.slot.Negated && a.slot.Modality == b.slot.Modality && a.past == b.past &&
		timesMatch(a, b) == firm && modifiersMatch(a.mods, b.mods) == firm && a.who == b.who && common(a, b) > 0 && s.sole(a) && s.sole(b)
}

// bothWays reports whether there is a rise and a fall among amounts.
func bothWays(items []*amount) bool {
	up, down := false, false
	for _, a := range items {
		up = up || a.q.Trend == quantity.Up
		down = down || a.q.Trend == quantity.Down
	}
	return up && down
}
