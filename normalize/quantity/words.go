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
	if s.led.Has(lexicon.Numbers) && s.g.Leads(i) {
		return s.longNum(i)
	}
	return numWord{s.facts(i).num, i + 1}
}

// longNum is num for a token that longer forms begin with.
func (s *scanner) longNum(i int) numWord {
	s.steps++
	if row, next, ok := s.g.Longest(i, lexicon.Numbers); ok && next <= s.end {
		return numWord{numRows.Of(row), next}
	}
	return numWord{numRow: &noNumber}
}

// numberRow returns what numbers.tsv says of the word that token i is.
func (s *scanner) numberRow(i int) *numRow {
	if row, ok := s.g.Row(i, lexicon.Numbers); ok {
		return numRows.Of(row)
	}
	return &noNumber
}

// after returns token j, or the one behind it when j is a hyphen inside a word: twenty-one.
func (s *scanner) after(j int) int {
	if s.is(j, text.Hyphen) {
		return j + 1
	}
	return j
}
