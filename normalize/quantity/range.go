package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// rangeMark reports whether what may stand in the middle of a range stands at token j: a hyphen, a dash, to, and, or.
func (s *scanner) rangeMark(j int) bool {
	return s.is(j, text.Hyphen) || s.is(j, text.Dash) || s.link(j, linkTo|linkAnd|linkOr)
}

// rangeEnd reads the second half of a range behind the amount a and its unit u, from the mark at token next on:
// 5 to 7, $1.2 billion and $1.5bn, 10-15 million, three or four.
func (s *scanner) rangeEnd(a *amount, u *Unit, next int) (b amount, end int, bu *Unit, ok bool) {
	j := next
	left := a.first
	if _, f, ok := s.boundBefore(left); ok {
		left = f
	}
	between := s.linkBefore(left, linkBetween) < left
	from := s.linkBefore(left, linkFrom)
	switch {
	case s.is(j, text.Hyphen) || s.is(j, text.Dash):
		if s.is(j, text.Dash) && s.toks[j].Is(text.SpaceBefore) != (j+1 < s.end && s.toks[j+1].Is(text.SpaceBefore)) {
			return b, 0, u, false
		}
		j++
		if s.is(j, text.Word) && s.link(j, linkTo) && s.is(j+1, text.Hyphen) { // 0-to-60
			j += 2
		}
	case between && s.link(j, linkAnd), s.link(j, linkTo):
		j++
	case s.link(j, linkOr):
		j++
	default:
		return b, 0, u, false
	}
	if s.link(next, linkTo) && from < left && s.moves(from) {
		return b, 0, u, false // rose from 6.78 to 7.36: two amounts
	}
	s.inMoney = u.Dimension == dimMoney
	ok = s.second(&b, j)
	s.inMoney = false
	if !ok || b.form == vague || b.form == shared || b.kind != a.kind {
		return b, 0, u, false
	}
	if s.link(next, linkTo) && s.moves(left) && (s.trend(left) != By && b.value.Cmp(a.value.mul(Int(3))) > 0 || b.value.Cmp(a.value.mul(Int(10))) > 0) {
		return b, 0, u, false // rose 64 to 4,577; rose $1.20 to $84.15; rose by 12,000 to 1.4 million
	}
	bu, end, found := s.unitAt(&b)
	if b.money != nil {
		if found && bu.Dimension == dimMoney {
			bu, end, _ = s.compound(b.money, end)
		} else {
			bu, end, _ = s.compound(b.money, b.next)
		}
		found = true
	}
	if !found {
		bu, end = u, b.next
		falls := b.value.Cmp(a.value) < 0 && !b.scaled
		if u.ID != "" && !between && (u.Dimension != dimMoney || s.moves(left) || falls && a.scaled) {
			return b, 0, u, false // 5 km or 7; fell 3 % to 1,204; £2.5m to 38 patients
		}
		if u.ID == "" && falls && !a.scaled && s.link(next, linkTo) {
			return b, 0, u, false // voted by 104 to 97
		}
	}
	if u.ID != "" && bu.ID != u.ID && !(u.Dimension == dimMoney && bu.Dimension == dimMoney && u.Base() == bu.Base()) && bu.Base() != u.ID {
		if !(u.Dimension == dimMoney && found && bu.ID != "" && len(bu.ID) > len(u.ID) && bu.ID[:len(u.ID)] == u.ID) {
			return b, 0, u, false
		}
	}
	if found && u.ID != "" && s.link(next, linkTo) && s.trend(left) == By && (bu.ID != u.ID || b.value.Cmp(a.value.mul(Int(3))) > 0) {
		return b, 0, u, false // raised by two pence to 15 pence, by 35p to £2.95
	}
	if u.ID == "" && bu.ID != "" && s.is(next, text.Hyphen) && a.value.Cmp(b.value) >= 0 && !a.scaled && !b.scaled {
		return b, 0, u, false
	}
	if s.link(next, linkOr) && !s.nextTo(a, &b) {
		return b, 0, u, false
	}
	return b, end, bu, true
}

// second reads the amount of the far end; a money sign or a minus may stand before its digits.
func (s *scanner) second(b *amount, j int) bool {
	if row, end, ok := s.longestBound(j, sideBefore); ok && row.bound == About {
		j = end
	}
	if s.at(j, '+') && s.joined(j+1) && s.is(j+1, text.Number) {
		j++ // -10 to +45 °C
	}
	for k := j; k < j+4 && k < s.end; k++ {
		if s.is(k, text.Number) || s.is(k, text.Word) && s.toks[k].Is(text.HasDigit) || s.starts(k).Has(lexicon.Numbers) && s.num(k).class != clSign {
			done := s.done
			s.done = j
			ok := s.amount(b, k)
			s.done = done
			return ok && b.first == j
		}
		if s.is(k, text.Word) && !s.starts(k).Has(lexicon.Units) && !s.has(k, lexicon.Numbers) {
			break
		}
	}
	return false
}

// nextTo reports whether "a or b" means a span: three or four, 10 or 15.
func (s *scanner) nextTo(a, b *amount) bool {
	if a.value.Den > 1 || b.value.Den > 1 || a.value.Cmp(b.value) >= 0 {
		return false
	}
	return b.value.Cmp(a.value.mul(Int(3))) <= 0
}

// moves reports whether a verb of movement governs what starts at token i.
func (s *scanner) moves(i int) bool {
	for j := i - 1; j >= max(s.begin, i-4); j-- {
		if s.is(j, text.Comma) || s.is(j, text.Stop) {
			return false
		}
		if !s.has(j, lexicon.Trends) {
			continue
		}
		switch s.trendOf(j) {
		case Up, Down, toMove:
			return true
		}
	}
	return false
}

// shareScale gives the near end of a range the magnitude of its far end: 10-15 million. It reports whether it did.
func (s *scanner) shareScale(a, b *amount) bool {
	if a.scaled || !b.scaled || b.form == approx {
		return false
	}
	f := b.value
	e := 0
	for f.Mant%10 == 0 && f.Mant != 0 {
		f.Mant /= 10
		f.Exp++
	}
	for f.Cmp(Int(1000)) >= 0 && e < 5 {
		f.Exp -= 3
		e++
	}
	if e == 0 || a.value.Cmp(Int(1000)) >= 0 {
		return false
	}
	a.value = a.value.shift(3 * e)
	return true
}
