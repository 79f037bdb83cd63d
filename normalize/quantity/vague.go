package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
)

// unsure reads several, a few hundred, dozens, tens of thousands.
func (s *scanner) unsure(i int, w numWord) (amount, bool) {
	a := amount{first: i, next: w.next, value: w.value, high: w.high, form: vague}
	if w.class == clVague {
		if w.whole == 2 && w.high.Cmp(Int(5)) == 0 && !s.aFew(i) {
			return a, false
		}
		if k := a.next; s.num(s.ofAt(k)).class == clDozen { // a couple of dozen
			a.next = s.ofAt(k)
		}
		return s.scale(a), true
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
		return a, false // scores and tens count only where "of" follows
	}
	a.value = trim(a.value)
	return a, true
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
func (s *scanner) articled(i int, w numWord) (amount, bool) {
	a := amount{first: i, form: inWords, article: true}
	j := s.after(w.next)
	n := s.num(j)
	switch n.class {
	case clHundred, clScale:
		a.scaled = true
		a.value, a.next = s.integerFrom(j)
		return s.fraction(a), true
	case clDozen:
		a.value, a.next, a.form, a.scaled = n.value, n.next, approx, true
		return a, true
	case clHalf:
		b, ok := s.part(amount{first: i, form: inWords, article: true}, n)
		return b, ok
	case clQuarter:
		a.value, a.next, a.kind = n.value, n.next, Fraction
		if b := s.ofScale(a); b.scaled {
			return b, true
		}
		return a, s.ofAt(a.next) != a.next
	case clOrdinal, clTy:
		d, next, ok := s.denominator(j, Int(1))
		if !ok || s.ofAt(next) == next {
			return a, false
		}
		a.value, a.next, a.kind = Int(1).over(d), next, Fraction
		return s.ofScale(a), true
	case clVague:
		b, ok := s.unsure(j, n)
		b.first, b.article = i, true
		return b, ok
	case clPair:
		if s.ofAt(n.next) == n.next {
			return a, false
		}
		a.value, a.next = n.value, n.next
		return a, true
	}
	a.next = w.next
	return s.aSpan(i, a)
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
