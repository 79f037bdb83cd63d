package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// spelled reads a number in words: two hundred and five thousand, two-and-a-half, a quarter of a million.
func (s *scanner) spelled(a *amount, i int) bool {
	a.form = inWords
	ok := true
	switch w := s.num(i); w.class {
	case clArticle:
		ok = s.articled(a, w)
	case clUnit, clTeen, clTy:
		ok = s.wholeNumber(a, w)
	case clHalf, clQuarter:
		ok = s.part(a, w)
	case clVague, clPlural:
		ok = s.unsure(a, i, w) && !(w.class == clPlural && s.ofLabel(i, a.next))
	case clScale, clHundred:
		ok = s.bounded(i)
		a.value, a.next, a.scaled = w.value, w.next, true
		s.scale(a)
	case clDozen:
		ok = s.bounded(i)
		a.value, a.next, a.form = w.value, w.next, approx
	case clFold:
		a.value, a.next, a.kind = w.value, w.next, Multiple
	default:
		return false
	}
	if ok {
		sp := s.bytes(a.first, a.next)
		a.start, a.stop = sp.Start, sp.End
	}
	return ok
}

// ofLabel reports whether tokens i to j are the magnitude of the amounts that a label names, in brackets or behind a comma: Revenue ($ in
// millions): 4,200; Population, millions: 2.1.
func (s *scanner) ofLabel(i, j int) bool {
	bracket := false
	for k := i - 1; k >= s.begin && k >= i-maxMagnitude && !bracket; k-- {
		bracket = s.at(k, '(')
	}
	if !bracket && !s.at(i-1, ',') {
		return false
	}
	for k := j; bracket; k++ {
		if k == s.end || k > j+maxMagnitude {
			return false
		}
		if s.at(k, ')') {
			j = k + 1
			break
		}
	}
	return s.at(j, ':') || s.at(j, '|') || s.is(j, text.Other) && s.body[s.toks[j].Start] == '<'
}

// maxMagnitude is how far from the brackets around it a label's magnitude may stand: (in millions of US dollars).
const maxMagnitude = 4

// wholeNumber reads what starts with the number below a hundred w.
func (s *scanner) wholeNumber(a *amount, w numWord) bool {
	if s.numberEnds(w.next) {
		a.value, a.next = Int(w.whole), w.next
		return true
	}
	a.value, a.next, a.scaled = s.integer(a.first)
	if s.ordinalFrom(a.first, a.next) {
		return false
	}
	s.fraction(a)
	return true
}

// ordinalFrom reports whether a number in words from token i goes on at token next as an ordinal, which counts nothing: twenty-first, two
// hundred and third, two-hundredth. A twenty-second delay is a span of time, the twenty-second attack is none.
func (s *scanner) ordinalFrom(i, next int) bool {
	j := next
	switch last := s.num(next - 1).class; {
	case s.is(j, text.Hyphen):
		j++
		if last == clHundred || last == clScale {
			return s.ordinal(i, j, 1, 100)
		}
		if last == clTy {
			return s.ordinal(i, j, 1, 10)
		}
		return s.num(i).whole > 1 && s.ordinal(i, j, 100, 1<<62)
	case last == clHundred || last == clScale:
		return s.link(j, linkAnd) && s.ordinal(i, j+1, 1, 100)
	}
	return false
}

// ordinal reports whether token j is one of the ordinals from low to below high, as the end of a number from token i.
func (s *scanner) ordinal(i, j int, low, high int64) bool {
	w := s.num(j)
	if w.class != clOrdinal || w.whole < low || w.whole >= high || s.body[s.toks[w.next-1].End-1] == 's' {
		return false
	}
	return !s.starts(j).Has(lexicon.Units) || i > s.begin && s.fn(i-1, fnDefinite|fnPossessive)
}

// bounded reports whether a bound stands right before token i: nearly half, over a hundred.
func (s *scanner) bounded(i int) bool {
	row, _, ok := s.boundBefore(i)
	return ok && row.bound != Exact
}

// integer reads a whole number in words from token i. scaled tells that a magnitude stands in it.
func (s *scanner) integer(i int) (v Number, next int, scaled bool) {
	var total, cur int64
	lastScale := int64(1) << 62
	seen := clArticle
	j := i
	next = i
	for j < s.end && j-i < 4*lookAhead {
		w := s.num(s.after(j))
		if w.class == 0 && s.joinsHundreds(j, seen) {
			k := s.after(s.after(j) + 1)
			n := s.num(k)
			if n.class != clUnit && n.class != clTeen && n.class != clTy || s.begins(k) {
				break
			}
			w, j = n, k
		}
		ok := true
		switch w.class {
		case clUnit:
			ok = cur%10 == 0 && (seen != clUnit && seen != clTeen) && (seen != clHundred || cur%100 == 0)
			if ok {
				cur += w.whole
			}
		case clTeen, clTy:
			ok = cur%100 == 0 && seen != clUnit && seen != clTeen && seen != clTy
			if ok {
				cur += w.whole
			}
		case clHundred:
			ok = cur > 0 && cur < 100
			cur *= 100
			scaled = true
		case clScale:
			m := w.whole
			switch {
			case cur > 0 && m < lastScale && cur <= maxMant/m && total <= maxMant-cur*m:
				total, cur, lastScale = total+cur*m, 0, m
			case cur == 0 && total > 0 && total <= maxMant/m:
				total *= m
			default:
				ok = false
			}
			scaled = true
		default:
			ok = false
		}
		if !ok {
			break
		}
		seen = w.class
		j, next = w.next, w.next
	}
	v = trim(Int(total + cur))
	if w := s.num(s.after(next)); w.class == clDozen && next > i {
		v, next, scaled = v.mul(w.value), w.next, true
	}
	if w := s.num(next); w.class == clPlural && next > i { // three billions, 3 dozens
		v, next, scaled = v.mul(plain(w)), w.next, true
	}
	if w := s.num(next); w.class == clPoint && next > i {
		v, next, scaled = s.pointed(v, w.next, scaled)
	}
	if scaled && !v.Whole() {
		return v, next, scaled
	}
	if v.Exp > 0 && !scaled {
		v = untrim(v)
	}
	return v, next, scaled
}

// untrim takes the exponent of a whole number into its mantissa.
func untrim(n Number) Number {
	for n.Exp > 0 && abs(n.Mant) <= maxMant/10 {
		n.Mant *= 10
		n.Exp--
	}
	return n
}

// joinsHundreds reports whether the word at j may stand between a hundred and what is added to it.
func (s *scanner) joinsHundreds(j int, seen numClass) bool {
	j = s.after(j)
	return (seen == clHundred || seen == clScale) && s.link(j, linkAnd)
}

// begins reports whether the number at k starts an amount of its own: "four hundred and two million".
func (s *scanner) begins(k int) bool {
	w := s.num(k)
	n := s.num(s.after(w.next))
	return n.class == clHundred
}

// plain returns what a plural multiplies by: dozens 12, hundreds 100.
func plain(w numWord) Number { return trim(w.value.over(2)) }

// pointed reads the digits behind the word point.
func (s *scanner) pointed(v Number, j int, scaled bool) (Number, int, bool) {
	start := j
	frac, width := int64(0), 0
	if s.is(j, text.Number) {
		if n, ok := readDigits(s.g.Word(j)); ok && n.Exp == 0 {
			frac, width = n.Mant, int(s.toks[j].End-s.toks[j].Start)
			j++
		}
	}
	for j-start < lookAhead && width < 9 {
		w := s.num(s.after(j))
		if w.class == clTy || w.class == clTeen {
			n := w.whole
			if u := s.num(s.after(w.next)); w.class == clTy && u.class == clUnit {
				n, w = n+u.whole, u
			}
			frac, width, j = frac*100+n, width+2, w.next
			break
		}
		if w.class != clUnit {
			break
		}
		frac, width, j = frac*10+w.whole, width+1, w.next
	}
	if width == 0 {
		return v, start - 1, scaled
	}
	v = v.add(Number{Mant: frac, Exp: int16(-width)})
	if w := s.num(j); w.class == clScale || w.class == clHundred {
		return v.mul(w.value), w.next, true
	}
	return v, j, scaled
}
