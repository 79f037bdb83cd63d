package quantity

import "github.com/factdiff/factdiff/normalize/text"

// secondsOfTime is the unit of what a stopwatch shows.
var secondsOfTime = Unit{ID: "second", Dimension: dimDuration, factor: "1"}

// lap reads hours, minutes and seconds with colons between them, as a stopwatch shows them: won in 2:05:43. A time of day with seconds is a time, which is
// read before.
func (s *scanner) lap(a *amount, i int) bool {
	if !s.colonPair(i+1) || !s.colonPair(i+3) || s.joined(i) && i > s.begin && !s.is(i-1, text.Bracket) || s.at(i+5, ':') && s.joined(i+5) {
		return false
	}
	m, _ := readDigits(s.g.Word(i + 2))
	sec, _ := readDigits(s.g.Word(i + 4))
	if m.Cmp(Int(60)) >= 0 || sec.Cmp(Int(60)) >= 0 || !a.value.Whole() || a.value.Cmp(Int(100)) >= 0 {
		return false
	}
	a.value = a.value.mul(Int(3600)).add(m.mul(Int(60))).add(sec)
	a.next = i + 5
	a.stop = int(s.toks[i+4].End)
	a.unit, a.unitAt, a.unitTo = &secondsOfTime, a.next+1, a.next
	return true
}

// colonPair reports whether a colon and two digits are joined to the number before token i.
func (s *scanner) colonPair(i int) bool {
	return i+1 < s.end && s.at(i, ':') && s.joined(i) && s.joined(i+1) && s.is(i+1, text.Number) && s.toks[i+1].End-s.toks[i+1].Start == 2
}
