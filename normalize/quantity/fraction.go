package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// fraction reads what makes a whole number in words a fraction, or adds one: two-thirds, two and a half.
func (s *scanner) fraction(a *amount) {
	if w := s.num(s.after(a.next)); w.class == clOrdinal || w.class == clQuarter {
		if d, next, ok := s.denominator(s.after(a.next), a.value); ok {
			a.value, a.next, a.kind = a.value.over(d), next, Fraction
			s.ofScale(a)
		}
		return
	}
	if f, next, ok := s.andPart(a.next); ok {
		if a.scaled && a.value.Exp >= 6 {
			f = f.shift(int(a.value.Exp))
		}
		a.value, a.next = a.value.add(f), next
		s.scale(a)
		return
	}
	if !a.scaled {
		s.scale(a)
	}
}

// determiner reports whether an article or a possessive stands at token j.
func (s *scanner) determiner(j int) bool {
	return s.fn(j, fnDeterminer|fnPossessive)
}

// denominator reads the lower part of a fraction whose upper part is n: thirds, twenty-firsts, quarter.
func (s *scanner) denominator(j int, n Number) (d int64, next int, ok bool) {
	w := s.num(j)
	tens := int64(0)
	if w.class == clTy {
		tens = w.whole
		w = s.num(s.after(w.next))
	}
	if w.class == clQuarter && tens == 0 {
		d = 4
	} else if w.class == clOrdinal && (tens == 0 || w.whole < 10) {
		d = tens + w.whole
	}
	if d < 3 || w.next == 0 {
		return 0, 0, false
	}
	plural := s.body[s.toks[w.next-1].End-1] == 's'
	one := n.Mant == 1 && n.Exp == 0
	if !plural && !one && !s.is(w.next-2, text.Hyphen) {
		return 0, 0, false
	}
	if one && plural {
		return 0, 0, false
	}
	return d, w.next, true
}

// andPart reads "and a half", "-and-a-half", "and three quarters" from token j.
func (s *scanner) andPart(j int) (f Number, next int, ok bool) {
	j = s.after(j)
	if !s.link(j, linkAnd) {
		return f, 0, false
	}
	k := s.after(j + 1)
	n := Int(1)
	w := s.num(k)
	switch w.class {
	case clArticle:
		k = s.after(w.next)
	case clUnit, clTeen:
		n, k = w.value, s.after(w.next)
	default:
		return f, 0, false
	}
	w = s.num(k)
	if w.class == clHalf && n.Mant == 1 {
		return w.value, w.next, true
	}
	d, next, ok := s.denominator(k, n)
	if !ok || n.Mant >= d {
		return f, 0, false
	}
	return n.over(d), next, true
}

// ofScale reads "of a million" behind a fraction.
func (s *scanner) ofScale(a *amount) {
	j := s.after(a.next)
	if w := s.num(j); w.class == clScale {
		a.value, a.next, a.scaled, a.kind = a.value.mul(w.value), w.next, true, Cardinal
		return
	}
	j = s.ofAt(j)
	if w := s.num(j); w.class == clArticle {
		if m := s.num(s.after(w.next)); m.class == clScale || m.class == clDozen || m.class == clHundred {
			a.value, a.next, a.scaled, a.kind = a.value.mul(m.value), m.next, true, Cardinal
		}
	}
}

// part reads an amount that starts with half or quarter.
func (s *scanner) part(a *amount, w numWord) bool {
	a.value, a.next, a.kind = w.value, w.next, Fraction
	if s.ofScale(a); a.scaled {
		return true
	}
	if m := s.num(s.after(a.next)); m.class == clDozen {
		a.value, a.next, a.form, a.kind = a.value.mul(m.value), m.next, inWords, Cardinal
		return true
	}
	if w.class == clQuarter {
		return false
	}
	// half an hour, half a mile; half of the people; more than half
	if n := s.num(a.next); n.class == clArticle && n.next < s.end && s.starts(n.next).Has(lexicon.Units) && !s.is(a.next, text.Hyphen) {
		a.next, a.kind = n.next, Cardinal
		return true
	}
	if s.bounded(a.first) || s.trendOf(max(a.first-1, s.begin)) == By && s.aPart(a, a.next) {
		return true
	}
	if s.fn(a.next, fnPossessive) {
		return true // put half her wages into it
	}
	if i := a.first - 1; i >= s.begin && (s.num(i).class == clOrdinal || s.is(i, text.Word) && !s.has(i, lexicon.Function)) {
		return false // the second half of the year
	}
	return s.link(a.next, linkOf) || s.determiner(a.next) && s.counted(a.next+1)
}
