package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// longSpan is the number of seconds from which "in a decade" counts as an amount: a decade.
const longSpan = 3e8

// barePlural reads a span of time without a number: within weeks, in the coming months. It means two at least.
func (s *scanner) barePlural(i int) int {
	if i <= s.done || i == s.begin || s.is(i+1, text.Hyphen) || s.linkBefore(i, isHorizon) == i {
		return i + 1
	}
	row, ok := s.g.Row(i, lexicon.Units)
	if !ok {
		return i + 1
	}
	unit := unitRows.Of(row)
	if unit.Dimension != dimDuration || unit.use != useWord || !s.plural(i) {
		return i + 1
	}
	sp := s.toks[i].Span()
	q := Quantity{Value: Int(2), Bound: Vague, Unit: unit.Unit, Low: Limit{Number: Int(2)}, High: Limit{None: true}, PartOf: -1, Restates: -1}
	m := Mention{Range: text.Range{First: int32(i), Last: int32(i + 1)}, Span: sp, Value: q, Rule: "bare plural"}
	if !s.timed(&m) {
		s.dst = append(s.dst, m)
	}
	return i + 1
}

// aSpan reads "a year" as one where a bound says that an amount is meant, and "in a decade".
func (s *scanner) aSpan(a *amount) bool {
	i, j := a.first, a.next
	if !s.has(j, lexicon.Units) || s.is(j+1, text.Hyphen) {
		return false
	}
	row, ok := s.g.Row(j, lexicon.Units)
	if !ok {
		return false
	}
	unit := unitRows.Of(row)
	if unit.use != useWord || s.plural(j) {
		return false
	}
	a.value = Int(1)
	if _, _, ok := s.andPart(j + 1); ok {
		return true // a minute and a half
	}
	if s.andLess(j+1, unit.Dimension) {
		return true // an hour and 20 minutes
	}
	return s.bounded(i) || unit.Dimension == dimDuration && parseNumber(unit.factor).Float() > longSpan && s.linkBefore(i, isHorizon) < i
}

// andLess reports whether "and" stands at token j, and behind it an amount of a dimension.
func (s *scanner) andLess(j int, dim string) bool {
	k := s.after(j + 1)
	if !s.link(j, linkAnd) || k >= s.end {
		return false
	}
	if c := s.num(k).class; !s.is(k, text.Number) && c != clUnit && c != clTeen && c != clTy {
		return false
	}
	var b amount
	if !s.part2(&b, k) || b.money != nil {
		return false
	}
	w, _, ok := s.unitAt(&b)
	return ok && w.Dimension == dim && w.under == ""
}
