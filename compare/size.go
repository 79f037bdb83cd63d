package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/statement"
)

// extents are the measures that a length in front of a noun may be: a 62-metre rocket is 62 metres tall, a 62-metre ship as long.
var extents = []string{statement.Size, "height", "length", "width"}

// sized reports whether one of two lengths is a size of which the text does not say whether it is the height or the length, and the other
// the only extent of the same thing in its source.
func (s *sources) sized(a, b *amount) bool {
	return a.who != "" && a.who == b.who && a.slot.Dimension == b.slot.Dimension && extent(a) && extent(b) && s.onlyExtent(a) && s.onlyExtent(b)
}

func extent(a *amount) bool { return slices.Contains(extents, a.slot.Measure) }

// onlyExtent reports whether the source of an extent has no other one of the same thing.
func (s *sources) onlyExtent(a *amount) bool {
	for _, m := range extents {
		for _, x := range s.amountsOf(a.doc, byMeasure, m) {
			if x != a && x.who == a.who && judgeQuantities(&a.q, &x.q, Circumstances{}).Relation != Agree {
				return false
			}
		}
	}
	return true
}
