package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// suffix reads the magnitude that is written on the number: 1.2bn, 50k, $5m.
func (s *scanner) suffix(a *amount) {
	j := a.next
	if !s.is(j, text.Word) {
		return
	}
	if !s.joined(j) && a.money == nil && !s.inMoney && !(s.toks[j].End-s.toks[j].Start == 1 && s.toks[j].Is(text.Capital) && s.link(j+1, isPerson)) {
		return
	}
	w := s.num(j)
	if w.next != j+1 {
		return
	}
	switch w.class {
	case clScale:
		if !s.joined(j) {
			return // scale reads it
		}
	case clSuffix:
		if !s.suffixMeant(a, j) {
			return
		}
	default:
		return
	}
	a.value, a.next, a.scaled = a.value.mul(w.value), w.next, true
}

// suffixMeant tells the m of millions from that of metres, the t of trillions from that of tonnes.
func (s *scanner) suffixMeant(a *amount, j int) bool {
	glued := s.joined(j)
	if a.money != nil || s.inMoney {
		return glued || len(s.g.Word(j)) <= 3 && (!s.is(j+1, text.Word) || s.has(j+1, lexicon.Function)) // $ 4 m for repairs
	}
	c := s.body[s.toks[j].Start]
	switch c {
	case 'k':
		return true
	case 'K', 'M':
		return !s.is(j+1, text.Symbol) || s.at(j+1, '$')
	case 'b', 'B':
		return c == 'b' && !s.is(j+1, text.Word) || s.counts(j+1)
	}
	return c != 't' && c != 'T' && (s.counts(j+1) || s.link(j+1, linkOf))
}

// scale multiplies an amount by the magnitudes behind it: 2.5 hundred thousand, 3 million and a half.
func (s *scanner) scale(a *amount) {
	for range 4 {
		j := a.next
		if s.is(j, text.Hyphen) {
			j++
		}
		w := s.num(j)
		var m Number
		switch w.class {
		case clScale, clHundred, clDozen:
			m = w.value
		case clPlural:
			m = plain(w)
		default:
			s.scaledHalf(a)
			return
		}
		if w.class == clHundred && s.is(w.next, text.Number) {
			return
		}
		a.value, a.high = a.value.mul(m), a.high.mul(m)
		a.next, a.scaled = w.next, true
	}
}

// scaledHalf reads "and a half" behind a magnitude: 3 million and a half.
func (s *scanner) scaledHalf(a *amount) {
	if !a.scaled || a.value.Exp < 6 {
		return
	}
	if f, next, ok := s.andPart(a.next); ok {
		e := a.value.Exp
		a.value = a.value.add(f.shift(int(e)))
		a.next = next
	}
}
