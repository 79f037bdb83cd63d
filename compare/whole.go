package compare

// ofOneWhole reports whether two counts of one sort of people are parts of wholes that both reports tell alike: four children of 11 dead, three
// of 11. As long as the whole stands, its parts do not move.
func (s *sources) ofOneWhole(a, b *amount) bool {
	if !sorted(a) || !sorted(b) {
		return false
	}
	for _, x := range s.totals(a) {
		for _, y := range s.totals(b) {
			if x.who == y.who && x.who != a.who && x.where == y.where && judgeQuantities(&x.q, &y.q, Circumstances{}).Relation == Agree {
				return true
			}
		}
	}
	return false
}

// sorted reports whether an amount counts people of one sort by what befell them.
func sorted(a *amount) bool { return a.slot.Entity != "" && a.slot.Entity == a.slot.Noun }

// maxWholes is how many amounts of a measure are looked at for the whole.
const maxWholes = 8

func (s *sources) totals(a *amount) []*amount {
	all := s.amountsOf(a.doc, byMeasure, a.slot.Measure)
	return all[:min(len(all), maxWholes)]
}
