package quantity

import (
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of numbers.tsv.
const (
	numKind  = 0
	numValue = 1
	numHigh  = 2
)

// A numClass is a class of numbers.tsv.
type numClass uint8

const (
	clUnit numClass = 1 + iota // 0: no number
	clTeen
	clTy
	clHundred
	clScale
	clDozen
	clHalf
	clQuarter
	clOrdinal
	clArticle
	clVague
	clPlural
	clPair
	clSign
	clPoint
	clSuffix
	clFold
	clShare
	clNone
)

// classNames are the classes in their order.
var classNames = [...]string{"unit", "teen", "ty", "hundred", "scale", "dozen", "half", "quarter", "ordinal", "article", "vague", "plural", "pair", "sign", "point", "suffix", "fold", "share", "none"}

// A numRow is what a row of numbers.tsv says.
type numRow struct {
	class       numClass
	value, high Number
	whole       int64 // the value as an integer
}

var numRows = lexicon.Parse(lexicon.Numbers, func(r lexicon.Row) numRow {
	n := numRow{value: parseNumber(r.Field(numValue)), high: parseNumber(r.Field(numHigh))}
	for i, name := range classNames {
		if name == r.Field(numKind) {
			n.class = clUnit + numClass(i)
		}
	}
	v := n.value
	for ; v.Exp > 0; v.Exp-- {
		v.Mant *= 10
	}
	n.whole = v.Mant
	return n
})

// A numWord is a form of numbers.tsv in the text.
type numWord struct {
	*numRow
	next int // the token behind it
}

// noNumber is the row of what is no number.
var noNumber numRow

// digits appends the digits of a table's cell to n.
func digits(n int64, cell string) int64 {
	for i := range len(cell) {
		n = 10*n + int64(cell[i]-'0')
	}
	return n
}

// parseNumber reads a number cell of a table: 12, 1e6, 1/2, 0.3048.
func parseNumber(cell string) Number {
	if a, b, ok := strings.Cut(cell, "/"); ok {
		d, _ := strconv.ParseInt(b, 10, 64)
		return parseNumber(a).over(d)
	}
	mant, exp, _ := strings.Cut(cell, "e")
	neg := strings.HasPrefix(mant, "-")
	mant = strings.TrimPrefix(mant, "-")
	whole, frac, _ := strings.Cut(mant, ".")
	n := digits(digits(0, whole), frac)
	e := 0
	if exp != "" {
		e, _ = strconv.Atoi(exp)
	}
	v := Number{Mant: n}.shift(e - len(frac))
	if neg {
		return v.Neg()
	}
	return v
}

// num returns the number word at token i; one without a class when there is none.
func (s *scanner) num(i int) numWord {
	if i < s.begin || i >= s.end || !s.starts(i).Has(lexicon.Numbers) {
		return numWord{numRow: &noNumber}
	}
	if s.g.Leads(i) {
		return s.longNum(i)
	}
	f := s.word(i)
	if f.got&gotNum == 0 {
		f.got |= gotNum
		f.num = &noNumber
		if row, ok := s.g.Row(i, lexicon.Numbers); ok {
			f.num = numRows.Of(row)
		}
	}
	return numWord{f.num, i + 1}
}

// longNum is num for a token that longer forms begin with.
func (s *scanner) longNum(i int) numWord {
	f := s.facts(i)
	if f.got&gotNum == 0 {
		f.got |= gotNum
		f.num.numRow = &noNumber
		if row, next, ok := s.g.Longest(i, lexicon.Numbers); ok && next <= s.end {
			f.num = numWord{numRows.Of(row), next}
		}
	}
	return f.num
}

// after returns token j, or the one behind it when j is a hyphen inside a word: twenty-one.
func (s *scanner) after(j int) int {
	if s.is(j, text.Hyphen) {
		return j + 1
	}
	return j
}

// spelled reads a number in words: two hundred and five thousand, two-and-a-half, a quarter of a million.
func (s *scanner) spelled(i int) (a amount, ok bool) {
	a = amount{first: i, form: inWords}
	w := s.num(i)
	switch w.class {
	case clArticle:
		if a, ok = s.articled(i, w); !ok {
			return a, false
		}
	case clUnit, clTeen, clTy:
		a.value, a.next, a.scaled = s.integer(i)
		if s.ordinalFrom(i, a.next) {
			return a, false
		}
		a = s.fraction(a)
	case clHalf, clQuarter:
		if a, ok = s.part(a, w); !ok {
			return a, false
		}
	case clVague, clPlural:
		if a, ok = s.unsure(i, w); !ok {
			return a, false
		}
	case clScale, clHundred:
		if !s.bounded(i) {
			return a, false
		}
		a.value, a.next, a.scaled = w.value, w.next, true
		a = s.scale(a)
	case clDozen:
		if !s.bounded(i) {
			return a, false
		}
		a.value, a.next, a.form = w.value, w.next, approx
	case clFold:
		a.value, a.next, a.kind = w.value, w.next, Multiple
	default:
		return a, false
	}
	sp := s.bytes(a.first, a.next)
	a.start, a.stop = sp.Start, sp.End
	return a, true
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
	return ok && row.Field(boundName) != boundNames[Exact]
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

// scale multiplies an amount by the magnitudes behind it: 2.5 hundred thousand, 3 million and a half.
func (s *scanner) scale(a amount) amount {
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
			return s.scaledHalf(a)
		}
		if w.class == clHundred && s.is(w.next, text.Number) {
			return a
		}
		a.value, a.high = a.value.mul(m), a.high.mul(m)
		a.next, a.scaled = w.next, true
	}
	return a
}

// scaledHalf reads "and a half" behind a magnitude: 3 million and a half.
func (s *scanner) scaledHalf(a amount) amount {
	if !a.scaled || a.value.Exp < 6 {
		return a
	}
	if f, next, ok := s.andPart(a.next); ok {
		e := a.value.Exp
		a.value = a.value.add(f.shift(int(e)))
		a.next = next
	}
	return a
}
