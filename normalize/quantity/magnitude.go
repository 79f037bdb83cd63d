package quantity

import (
	"slices"
	"strings"

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
	return c != 't' && c != 'T' && (s.counts(j+1) || s.link(j+1, linkOf) || s.described(j+1) || s.suffixShared(j))
}

// described reports whether an adjective that measures nothing stands at token j before a noun in the plural: 12m old tyres, not 2m wide trenches.
func (s *scanner) described(j int) bool {
	return s.is(j, text.Word) && s.is(j+1, text.Word) && !s.ofLength(j) && !s.has(j, lexicon.Function) && s.nouns(j)&(mayAdjective|many) == mayAdjective && s.nouns(j+1)&(many|mayVerb) == many
}

// ofLength reports whether token j is an adjective that measures a length: wide, high.
func (s *scanner) ofLength(j int) bool {
	if !s.has(j, lexicon.Measures) {
		return false
	}
	s.rows = s.g.Rows(s.rows[:0], j, lexicon.Measures)
	return slices.ContainsFunc(s.rows, func(r lexicon.Row) bool { return strings.Contains(r.Field(colMeasureDims), dimLength) })
}

// suffixShared reports whether a number with the suffix at token j, which counts what stands behind it, is joined to the one before: between 9m and 12m people.
func (s *scanner) suffixShared(j int) bool {
	if !s.link(j+1, linkAnd) && !s.link(j+1, linkTo) && !s.is(j+1, text.Dash) && !s.is(j+1, text.Hyphen) {
		return false
	}
	return s.is(j+2, text.Number) && s.joined(j+3) && s.is(j+3, text.Word) && s.g.Word(j+3) == s.g.Word(j) && (s.counts(j+4) || s.described(j+4))
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
