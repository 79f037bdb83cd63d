package quantity

import (
	"math"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// read reads the quantity whose number starts at token i and returns the token to go on from.
func (s *scanner) read(i int) int {
	s.steps++
	if s.g.Starts(i).Has(lexicon.Numbers) {
		if w := s.num(i); w.class == clNone {
			return w.next
		}
	}
	if next := s.phraseAround(i); next > i {
		s.done = next
		return next
	}
	var a amount
	if !s.amount(&a, i) {
		return s.skipChain(i)
	}
	if next, no := s.noAmount(&a); no {
		s.done = next
		return next
	}
	n := len(s.dst)
	s.dst = append(s.dst, Mention{}) // read where it stands: a mention has some 300 bytes
	m := &s.dst[n]
	next := s.measure(&a, m)
	if next == 0 {
		s.dst = s.dst[:n]
		return a.next
	}
	if s.timed(m) {
		s.dst = s.dst[:n]
		return next
	}
	s.done = int(m.Last)
	if s.tolerance(&a, n) {
		s.dst = s.dst[:n]
		return next
	}
	return max(next, i+1)
}

// tolerance takes mention n, of the number behind ±, as the precision of the one before it, which may have its unit from it: 212 plus or minus 40 years.
// A margin of plus or minus 4 points is an amount of its own.
func (s *scanner) tolerance(a *amount, n int) bool {
	sign := s.linkBefore(a.first, isTolerance)
	if sign == a.first {
		return false
	}
	if n == s.first || sign-int(s.dst[n-1].Last) > 1 { // 5 kg (± 1 kg)
		return false
	}
	q, by := &s.dst[n-1].Value, &s.dst[n].Value
	if q.Unit.ID == "" && q.Noun.Len() == 0 && q.Single {
		q.Unit = by.Unit
		q.interval()
	}
	if q.Unit.Dimension == by.Unit.Dimension {
		q.Precision = by.Value
	}
	return true
}

// measure reads unit, second half, bound and noun around an amount into m and returns the token behind it, or 0 when it is none.
func (s *scanner) measure(a *amount, m *Mention) int {
	q := &m.Value
	q.Value, q.Single, q.Kind, q.PartOf, q.Restates = a.value, a.form != vague, a.kind, -1, -1
	first, stop := a.first, a.stop
	u, next := s.wholeUnit(a)
	q.Kind = a.kind // a quarter of a mile is no share
	ok := u.ID != ""
	if ok {
		stop = max(stop, int(s.toks[next-1].End))
	}
	rule := "number"
	if w, end, found := s.upTo(q, a, u, next); found {
		u, next = w, end
		stop = int(s.toks[next-1].End)
		if f := s.linkBefore(first, linkBetween); f < first {
			first = f
		} else if f := s.linkBefore(first, linkFrom); f < first {
			first = f
		}
		rule = "range"
	} else if ok {
		if v, w, end := s.sum(q, u, next); end > next {
			q.Value, u, next = v, w, end
			stop = int(s.toks[next-1].End)
		} else if f, end, found := s.andPart(next); found && a.value.Whole() && u.Dimension != dimMoney && u.Dimension != dimRatio {
			q.Value, next = q.Value.add(f), end // two hours and a half
			stop = int(s.toks[next-1].End)
		}
	}
	if ok && q.Single && q.Value.Mant > 0 {
		if end := s.linkEnd(next, isFreezing); end > next { // 2 degrees below zero
			q.Value, next = q.Value.Neg(), end
			stop = int(s.toks[next-1].End)
		}
	}
	switch {
	case u.ID == "" && s.aged(a, next):
		u, ok = &yearsOfLife, true
	case u.ID == "year" && s.linkBefore(first, linkAge) < first: // aged 4 to 16 years
		u = &yearsOfLife
	}
	q.Unit = *u
	if u.Dimension == dimAge {
		q.Kind = Age
	}
	if ok {
		rule = "number+unit"
	}
	if rule == "range" || q.Single || a.form == vague {
		first, next, stop = s.bound(q, a, first, next, stop)
	}
	q.Trend = s.trend(first)
	if q.Kind == Age && s.link(first-1, linkTurns) {
		q.Trend = To // turned 60: was 59 until then
	}
	if u.shift != "" {
		s.byDegrees(q, first)
	}
	if !ok {
		s.countedUnit(q, next)
	}
	if !s.worth(q, a) {
		return 0
	}
	s.afterNoun(q)
	q.settle(a)
	m.Range, m.Rule = text.Range{First: int32(first), Last: int32(next)}, rule
	m.Span = text.Span{Start: int(s.toks[first].Start), End: stop}
	return next
}

// wholeUnit reads the unit of an amount, the currency before it and what it is divided by included; noUnit where there is none.
func (s *scanner) wholeUnit(a *amount) (u *Unit, next int) {
	u, next, ok := s.unitAt(a)
	switch {
	case a.money == nil:
		return u, next
	case ok && u.Dimension != dimMoney:
		next = a.next
	}
	u, next, _ = s.compound(a.money, next)
	return u, next
}

// upTo reads the far end of a range and makes it the interval of q.
func (s *scanner) upTo(q *Quantity, a *amount, u *Unit, next int) (bu *Unit, end int, found bool) {
	if !s.rangeMark(next) {
		return u, next, false
	}
	b, end, bu, found := s.rangeEnd(a, u, next)
	if !found {
		return u, next, false
	}
	if s.shareScale(a, &b) {
		q.Value = a.value
	}
	q.Single, q.Bound = false, Between
	q.Low, q.High = Limit{Number: a.value}, Limit{Number: b.value}
	if q.High.Cmp(q.Low.Number) < 0 {
		q.Low, q.High = q.High, q.Low
	}
	return bu, end, true
}

// countedUnit makes what is counted behind token next the unit of a bare number.
func (s *scanner) countedUnit(q *Quantity, next int) {
	s.noun(q, next)
	if q.Unit.Dimension == "" {
		q.Unit.Dimension = dimCount
		if q.Kind == Fraction {
			q.Unit.Dimension = dimRatio
		}
	}
}

// sum adds the smaller unit behind a larger one: 5 feet 2 inches, 2 km and 1 metre, $20 and 43c. The
// sum is told in the smaller unit.
func (s *scanner) sum(q *Quantity, u *Unit, next int) (Number, *Unit, int) {
	v := q.Value
	for range 3 {
		j := next
		if s.is(j, text.Hyphen) || s.is(j, text.Comma) && s.at(j, ',') || s.link(j, linkAnd) {
			j++
		}
		if c := s.num(j).class; j >= s.end || !s.is(j, text.Number) && c != clUnit && c != clTeen && c != clTy {
			break
		}
		var b amount
		if !s.part2(&b, j) || b.money != nil || b.value.Mant < 0 {
			break
		}
		w, end, ok := s.unitAt(&b)
		if in := s.inches(u, &b, j); !ok && in != nil {
			w, end, ok = in, b.next, true
		}
		if !ok && u.Dimension == dimMoney && s.cents(&b) {
			return v.add(b.value.over(100)), u, b.next
		}
		if !ok || w.Dimension != u.Dimension || w.ID == u.ID || !w.same(u) && !(u.Dimension == dimMoney && w.of != "" && w.Open) || w.shift != "" || w.under != "" || u.under != "" {
			break
		}
		if v.Exp >= 2 || v.Mant >= 100 && v.Mant%100 == 0 {
			break // at 2,000 metres 40 cm of snow fell
		}
		if !v.Whole() && w.Dimension != dimMoney {
			break // 1.34 t, 410 kg of it fuel
		}
		ratio, whole := wholeRatio(u, w)
		if !whole || ratio < 2 || w.Dimension != dimLength && w.Dimension != dimDuration && w.Dimension != dimMass && w.Dimension != dimMoney && w.Dimension != "angle" {
			break
		}
		if w.Dimension == dimMoney {
			v = v.add(b.value.over(ratio))
			next = end
			break
		}
		v = v.mul(Int(ratio)).add(b.value)
		u, next = w, end
	}
	return v, u, next
}

// inches returns the unit of a bare number behind feet and a hyphen, or nil: a 6-foot-3 guard.
func (s *scanner) inches(u *Unit, b *amount, j int) *Unit {
	if u.ID != "foot" || !s.is(j-1, text.Hyphen) || !s.joined(j) || !b.value.Whole() || b.value.Cmp(Int(inchesOfFoot)) >= 0 || s.joined(b.next) {
		return nil
	}
	return &inch
}

// cents reports whether a bare number behind money is its hundredths: $20 43.
func (s *scanner) cents(b *amount) bool {
	if b.value.Exp != 0 && b.form == inDigits || b.value.Cmp(Int(10)) < 0 || b.value.Cmp(Int(100)) >= 0 || b.scaled || !b.value.Whole() {
		return false
	}
	return b.next >= s.end || !s.is(b.next, text.Word) && !s.is(b.next, text.Symbol) && !s.is(b.next, text.Hyphen)
}

// part2 reads a plain number that may follow a larger unit.
func (s *scanner) part2(b *amount, j int) bool {
	b.first = j
	if s.is(j, text.Number) {
		return s.digits(b, j)
	}
	return s.spelled(b, j)
}

// wholeRatio returns how many of the unit w one u is, when that is a whole number.
func wholeRatio(u, w *Unit) (int64, bool) {
	if n, d, _, _, ok := u.Ints(); ok && max(n, d) <= math.MaxInt32 {
		if x, y, _, _, ok := w.Ints(); ok && x > 0 && max(x, y) <= math.MaxInt32 {
			above, below := n*y, d*x
			return above / below, above%below == 0
		}
	}
	r := u.Factor()
	r.Quo(r, w.Factor())
	if !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	return r.Num().Int64(), true
}
