package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// unsure reads several, a few hundred, dozens, tens of thousands.
func (s *scanner) unsure(a *amount, i int, w numWord) bool {
	a.next, a.value, a.high, a.form = w.next, w.value, w.high, vague
	if w.class == clVague {
		if w.whole == 2 && w.high.Cmp(Int(5)) == 0 && !s.aFew(i) {
			return false
		}
		if k := a.next; s.num(s.ofAt(k)).class == clDozen { // a couple of dozen
			a.next = s.ofAt(k)
		}
		s.scale(a)
		return true
	}
	for range 2 { // tens of thousands, hundreds of millions
		m := s.num(s.ofAt(a.next))
		if m.class != clPlural || s.ofAt(a.next) == a.next {
			break
		}
		f := plain(m)
		one := Int(1)
		a.value = a.value.mul(f)
		a.high = a.high.add(one).mul(f).add(one.Neg())
		a.next, a.scaled = m.next, true
	}
	if !a.scaled && w.whole < 100 && w.whole != 24 && s.ofAt(a.next) == a.next {
		return false // scores and tens count only where "of" follows
	}
	a.value = trim(a.value)
	return true
}

// aFew reports whether the few at token i means some: "a few", "few hundred", "the last few days", not "few people".
func (s *scanner) aFew(i int) bool {
	if s.num(i-1).class == clArticle && i > s.begin {
		return true
	}
	n := s.num(i + 1)
	return n.class == clHundred || n.class == clScale || n.class == clDozen || i+1 < s.end && i > s.begin && s.starts(i+1).Has(lexicon.Units)
}

// ofAt returns the token behind "of" at j, or j.
func (s *scanner) ofAt(j int) int {
	if s.link(j, linkOf) {
		return j + 1
	}
	return j
}

// articled reads what starts with a or an: a million, a dozen, a few, a third of.
func (s *scanner) articled(a *amount, w numWord) bool {
	a.article = true
	j := s.after(w.next)
	n := s.num(j)
	switch n.class {
	case clHundred, clScale:
		a.scaled = true
		a.value, a.next = s.integerFrom(j)
		s.fraction(a)
		return true
	case clDozen:
		a.value, a.next, a.form, a.scaled = n.value, n.next, approx, true
		return true
	case clHalf:
		return s.part(a, n)
	case clQuarter:
		a.value, a.next, a.kind = n.value, n.next, Fraction
		s.ofScale(a)
		return a.scaled || s.ofAt(a.next) != a.next || s.aPart(a, a.next)
	case clOrdinal, clTy:
		d, next, ok := s.denominator(j, Int(1))
		if !ok || s.ofAt(next) == next && !s.aPart(a, next) {
			return false
		}
		a.value, a.next, a.kind = Int(1).over(d), next, Fraction
		s.ofScale(a)
		return true
	case clVague:
		return s.unsure(a, j, n)
	case clPair:
		a.value, a.next = n.value, n.next
		return s.ofAt(n.next) != n.next
	}
	a.next = w.next
	return s.aSpan(a)
}

// aPart reports whether a fraction that ends before token next is a share without what it is one of: fell by a third, nearly a quarter voted. What a
// noun follows is one of several instead: for almost a third term.
func (s *scanner) aPart(a *amount, next int) bool {
	if s.is(next, text.Word) && !s.has(next, lexicon.Function) && s.nouns(next)&nounFirst != 0 || s.is(next, text.Hyphen) || s.is(next, text.Number) {
		return false
	}
	return s.bounded(a.first) || a.first > s.begin && s.trendOf(a.first-1) != Steady
}

// integerFrom reads a whole number that starts with a magnitude: hundred and one, million.
func (s *scanner) integerFrom(j int) (Number, int) {
	w := s.num(j)
	v, next := w.value, w.next
	if w.class == clHundred {
		if m := s.num(s.after(next)); m.class == clScale {
			v, next = v.mul(m.value), m.next
		}
	}
	k := next
	if s.joinsHundreds(k, w.class) {
		n := s.num(s.after(k + 1))
		if n.class != clUnit && n.class != clTeen && n.class != clTy {
			return v, next
		}
		k++
	}
	if rest, end, _ := s.integer(s.after(k)); end > s.after(k) && rest.Cmp(v) < 0 {
		return v.add(rest), end
	}
	return v, next
}
