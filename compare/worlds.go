package compare

import "github.com/factdiff/factdiff/normalize/quantity"

// worldsApart reports whether one of two values is more than ten times the other, and neither a slip, nor a count that moves, nor words that say that
// they are of one thing make them one: what the lander weighs, and what its rover does. How deep a quake was is told of it alone.
func worldsApart(a, b *amount) bool {
	if a.slot.Moves && b.slot.Moves || ofQuake(a) || a.who != "" && a.who == b.who || len(hints(&a.q, &b.q)) > 0 || wordForWord(a.st, b.st) {
		return false
	}
	x, y, ok := scales(&a.q.Unit, &b.q.Unit)
	return ok && !within(&a.q, &b.q, x, y, worlds)
}

// ofOneOfMany reports whether a count is told of a country, and b of no place by a source that has counts of that country and of others: its count
// is of them all.
func (s *sources) ofOneOfMany(a, b *amount) bool {
	if a.where == "" || b.where != "" || s.countryOf(a.where) != a.where {
		return false
	}
	its, others := false, false
	for _, x := range s.amountsOf(b.doc, byDimension, b.slot.Dimension) {
		its = its || x.where == a.where
		others = others || s.otherCountries(x.where, a.where)
	}
	return its && others
}

// ofList reports whether the sentence of a count lists others of its sort beside it, as a candidate's votes stand beside those of the others.
func (s *sources) ofList(a *amount) bool {
	if a.slot.Dimension != "count" {
		return false
	}
	for _, x := range s.amountsOf(a.doc, byMeasure, a.slot.Measure) {
		if x != a && x.st.Sentence == a.st.Sentence && x.shown != a.shown && x.slot.Noun == a.slot.Noun && x.q.Restates < 0 && a.q.Restates < 0 && x.q.Trend != quantity.From && a.q.Trend != quantity.To {
			return true
		}
	}
	return false
}
