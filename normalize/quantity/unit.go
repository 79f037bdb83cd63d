package quantity

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of units.tsv.
const (
	unitID     = 0
	unitDim    = 1
	unitFactor = 2
	unitShift  = 3
	unitOf     = 4
	unitOpen   = 5
	unitUse    = 6
)

// Uses of a form of units.tsv.
const (
	useWord  = "word"
	useAbbr  = "abbr"
	useGlued = "glued"
	useSign  = "sign"
	useCode  = "code"
	usePart  = "part"
)

// Dimensions that the rules ask for by name.
const (
	dimMoney    = "money"
	dimDuration = "duration"
	dimLength   = "length"
	dimMass     = "mass"
	dimRatio    = "ratio"
	dimCount    = "count"
	dimAge      = "age"
)

// A unitRow is what a row of units.tsv says.
type unitRow struct {
	Unit
	use string
}

var unitRows = lexicon.Parse(lexicon.Units, func(r lexicon.Row) unitRow {
	return unitRow{Unit: Unit{ID: r.Field(unitID), Dimension: r.Field(unitDim), Open: r.Field(unitOpen) != "",
		factor: r.Field(unitFactor), shift: r.Field(unitShift), of: r.Field(unitOf)}, use: r.Field(unitUse)}
})

// noUnit is the unit of a bare count, pointsOfShare that of points by which a percentage moves, yearsOfLife that of an age which is told without one.
var (
	noUnit        Unit
	pointsOfShare = Unit{ID: "percentage-point", Dimension: "ratio-difference", factor: "1/100"}
	yearsOfLife   = Unit{ID: "year-person", Dimension: dimAge, factor: "31556952"}
	inch          = Unit{ID: "inch", Dimension: dimLength, factor: "0.0254"} // behind feet
)

const inchesOfFoot = 12

// wordUnit returns the row of a token that is one unit and nothing else, however the number before it is written: years. Others have
// to be picked.
func (s *scanner) wordUnit(j int) *unitRow {
	s.rows = s.g.Rows(s.rows[:0], j, lexicon.Units)
	if len(s.rows) != 1 {
		return nil
	}
	if r := unitRows.Of(s.rows[0]); r.use == useWord {
		return r
	}
	return nil
}

// moneyBefore returns the currency that is written before token i: $5, US$5, EUR 5, Rs. 20.
func (s *scanner) moneyBefore(i int) (u *Unit, first int, ok bool) {
	if i <= s.done {
		return u, i, false
	}
	j := i
	if s.at(j-1, '.') && j-2 >= s.done && s.has(j-2, lexicon.Units) { // Rs. 20
		j--
	}
	most := 1
	if s.led.Has(lexicon.Units) {
		most = 4
	}
	for k := min(most, j-s.done); k > 0; k-- {
		at := j - k
		if !s.starts(at).Has(lexicon.Units) {
			continue
		}
		s.rows = s.rows[:0]
		if k == 1 {
			s.rows = s.g.Rows(s.rows, at, lexicon.Units)
		}
		for _, p := range s.g.Phrases(at) {
			if int(p.Last) == j && p.Mask.Has(lexicon.Units) {
				s.rows = s.g.PhraseRows(s.rows, p, lexicon.Units)
			}
		}
		for _, r := range s.rows {
			unit := unitRows.Of(r)
			if unit.use != useSign && unit.use != useCode {
				continue
			}
			if k == 1 && unit.Open && s.toks[at].Class == text.Word && s.toks[at].End-s.toks[at].Start == 1 {
				continue // such a letter is a currency only where the digits stand on it
			}
			if unit.use == useCode && s.toks[at].Class == text.Word && !s.toks[at].Is(text.Capital) || unit.use == useSign && s.article(at, j) {
				continue
			}
			return &unit.Unit, at, true
		}
	}
	return u, i, false
}

// article reports whether the letter of a sign, A$, stands apart from the rest of it: "A $5 bill".
func (s *scanner) article(at, end int) bool {
	k := &s.toks[at]
	return end-at == 2 && k.Class == text.Word && k.End-k.Start == 1 && s.toks[at+1].Is(text.SpaceBefore)
}

// unitAt reads the unit behind an amount, from token a.next.
func (s *scanner) unitAt(a *amount) (u *Unit, next int, ok bool) {
	if a.unitAt != a.next+1 {
		a.unit, a.unitTo, ok = s.findUnit(a)
		a.unitAt = a.next + 1
		if !ok {
			a.unit, a.unitTo = &noUnit, a.next
		}
	}
	return a.unit, a.unitTo, a.unitTo > a.next
}

func (s *scanner) findUnit(a *amount) (u *Unit, next int, ok bool) {
	j := a.next
	if a.kind == Fraction && s.link(j, linkOf) && s.num(j+1).class == clArticle { // a quarter of a mile, of a percentage point
		if u, next, ok = s.simpleUnit(a, s.num(j+1).next); ok && u.Dimension != dimMoney {
			a.kind = Cardinal
			return u, next, true
		}
		return u, j, false
	}
	if j >= s.end || s.toks[j].Class == text.Word && !s.g.Starts(j).Has(lexicon.Units) {
		return u, j, false
	}
	if a.scaled && s.at(j, '.') && s.joined(j) && s.starts(j+1).Has(lexicon.Units) && (!s.toks[j+1].Is(text.Capital) || s.toks[j+1].End-s.toks[j+1].Start <= 3) {
		j++ // 287,5 Mio. euros
	}
	if s.is(j, text.Hyphen) {
		j++
	} else if s.is(j, text.Bracket) && !s.at(j, ')') && s.bracketed(j) { // 20 (kg)
		j++
		if u, next, ok = s.simpleUnit(a, j); ok && s.is(next, text.Bracket) {
			return u, next + 1, true
		}
		return u, a.next, false
	}
	if u, next, ok = s.simpleUnit(a, j); !ok {
		return u, a.next, false
	}
	return s.compound(u, next)
}

// bracketed reports whether one or two tokens stand between brackets from token j.
func (s *scanner) bracketed(j int) bool { return s.is(j+2, text.Bracket) }

// simpleUnit reads one unit from the table at token j.
func (s *scanner) simpleUnit(a *amount, j int) (u *Unit, next int, ok bool) {
	if j >= s.end || !s.starts(j).Has(lexicon.Units) {
		return u, j, false
	}
	if !s.led.Has(lexicon.Units) || !s.g.Leads(j) {
		if r := s.facts(j).unit; r != nil {
			return &r.Unit, j + 1, true
		}
	}
	ps := s.g.Phrases(j)
	for k := len(ps) - 1; k >= 0; k-- {
		p := ps[k]
		if !p.Mask.Has(lexicon.Units) || int(p.Last) > s.end {
			continue
		}
		s.rows = s.g.PhraseRows(s.rows[:0], p, lexicon.Units)
		if r, ok := s.pick(a, j, int(p.Last)); ok {
			return &r.Unit, int(p.Last), true
		}
	}
	s.rows = s.g.Rows(s.rows[:0], j, lexicon.Units)
	if r, ok := s.pick(a, j, j+1); ok {
		return &r.Unit, j + 1, true
	}
	return u, j, false
}

// pick chooses among the rows of a form the one that fits where it stands.
func (s *scanner) pick(a *amount, j, next int) (best *unitRow, ok bool) {
	for _, row := range s.rows {
		r := unitRows.Of(row)
		if !s.fits(a, r, j, next) {
			continue
		}
		if !ok || s.better(a, r, best) {
			best, ok = r, true
		}
	}
	return best, ok
}

func (s *scanner) fits(a *amount, r *unitRow, j, next int) bool {
	glued := !s.toks[j].Is(text.SpaceBefore)
	digits := a.form == inDigits
	switch r.use {
	case useWord:
		return true
	case useAbbr:
		return digits || a.form == inWords && a.scaled
	case useGlued:
		return digits && s.letter(a, j, next, glued)
	case usePart:
		return a.form != inDigits && a.value.Cmp(Int(1)) < 0 && s.ofRates(a.first)
	case useSign:
		return !s.moneyFollows(next)
	case useCode:
		return digits || a.scaled
	}
	return false
}

// ofRates reports whether a percentage or a word for rates stands near token i in its sentence: a point of chess is none of a percentage.
func (s *scanner) ofRates(i int) bool {
	for j := max(s.begin, i-nearRates); j < min(s.end, i+nearRates); j++ {
		if s.at(j, '%') || s.linkEnd(j, isRate) > j {
			return true
		}
	}
	return false
}

// nearRates is how many tokens away a word for rates is looked for at most.
const nearRates = 32

// letter accepts an abbreviation that may be something else: it stands on the digits and nothing
// speaks against it, or stands apart and the phrase does not go on.
func (s *scanner) letter(a *amount, j, next int, glued bool) bool {
	k := &s.toks[j]
	if k.Class == text.QuoteMark {
		return glued && k.Flags&(text.OpenQuote|text.CloseQuote) == 0
	}
	if a.scaled && !glued {
		return !s.has(j, lexicon.Function) && !s.wordAt(next)
	}
	if !glued {
		return s.alone(j, next)
	}
	if next == j+1 && k.End-k.Start == 1 && k.Is(text.Capital) && a.value.Whole() && s.nounBefore(a.first) {
		return false // runway 26L
	}
	if s.is(next, text.Hyphen) || a.plainYear() && next == j+1 && k.End-k.Start == 1 {
		return false
	}
	return !ordinalTail(s.body[a.start:k.End]) && !s.decade(a, j)
}

// ordinalTail reports whether s ends as an ordinal in digits does: 21st.
func ordinalTail(s string) bool {
	n := len(s)
	return n > 2 && s[n-2:] == "st" && s[n-3] == '1' && (n == 3 || s[n-4] != '1')
}

// decade reports whether the s at token j makes the amount a decade or a name, not seconds: 1990s, his 30s, Model 3s.
func (s *scanner) decade(a *amount, j int) bool {
	if s.body[s.toks[j].Start]|0x20 != 's' || s.toks[j].End-s.toks[j].Start != 1 {
		return false
	}
	if a.value.Exp != 0 || a.value.Mant >= 1000 || s.nameBefore(a.first) {
		return a.value.Exp == 0
	}
	return a.value.Mant%10 == 0 && s.has(a.first-1, lexicon.Function)
}

// alone reports whether an ambiguous abbreviation at j that is written apart from its number is one:
// what follows must not go on as a phrase would ("5 in total", "3 a day").
func (s *scanner) alone(j, next int) bool {
	if s.has(j, lexicon.Function) {
		return next >= s.end || s.is(next, text.Stop) || s.is(next, text.Comma) || s.is(next, text.Bracket)
	}
	return !s.is(next, text.Hyphen) && !s.is(next, text.Clitic) && !s.joined(next) || s.is(next, text.Stop) || s.is(next, text.Comma) || s.is(next, text.Bracket) || s.is(next, text.Symbol)
}

func (s *scanner) wordAt(j int) bool { return s.is(j, text.Word) }

// moneyFollows reports whether a number stands right behind a sign: "20 $30".
func (s *scanner) moneyFollows(next int) bool { return s.joined(next) && s.is(next, text.Number) }

// better decides between two readings of one form: "pounds" is money behind a magnitude or before no
// noun of weight, a mass otherwise.
func (s *scanner) better(a *amount, r, best *unitRow) bool {
	money := a.scaled || s.measuresMoney(a.first)
	if (r.Dimension == dimMoney) != (best.Dimension == dimMoney) {
		return (r.Dimension == dimMoney) == money
	}
	return false
}

// measuresMoney reports whether what stands before the number at token i measures money and no mass: bail of 100,000 pounds, was fined 500 pounds.
func (s *scanner) measuresMoney(i int) bool {
	if _, first, ok := s.boundBefore(i); ok {
		i = first
	}
	at := i - 1
	if s.link(at, isPays) {
		return true
	}
	direct := s.link(at, linkOf) || s.fn(at, fnAuxiliary)
	if direct || s.isPreposition(at) && !s.link(at, linkTo|linkFrom) {
		at--
	}
	if direct && s.link(at, isPays) {
		return true
	}
	if at < s.begin || !s.has(at, lexicon.Measures) {
		return false
	}
	s.rows = s.g.Rows(s.rows[:0], at, lexicon.Measures)
	for _, r := range s.rows {
		if dims := r.Field(colMeasureDims); dims == "" || strings.Contains(dims, dimMass) {
			return false
		} else if strings.Contains(dims, dimMoney) {
			return true
		}
	}
	return false
}

// compound reads what a unit is divided by: per hour, a day, /kg, each year.
func (s *scanner) compound(u *Unit, next int) (*Unit, int, bool) {
	j := next
	if j >= s.end || s.toks[j].Class == text.Word && s.g.Starts(j)&(1<<lexicon.Numbers|linkTables) == 0 {
		return u, next, true
	}
	switch {
	case s.at(j, '/'):
		j++
	case s.link(j, linkPer) && !s.is(j, text.Symbol):
		j++
	case s.is(j, text.Hyphen) && s.num(j+1).class == clArticle && s.is(j+2, text.Hyphen): // barrel-a-day
		j += 3
	case s.num(j).class == clArticle && s.num(j).next == j+1:
		j++
		if !s.starts(j).Has(lexicon.Units) {
			return u, next, true
		}
	default:
		return u, next, true
	}
	digits := amount{form: inDigits, next: j}
	v, end, ok := s.simpleUnit(&digits, j)
	if ok && v.Dimension != dimMoney && v.Dimension != dimRatio {
		if s.num(next).class == clArticle && (v.Dimension != dimDuration && u.Dimension != dimMoney || s.link(end, isThen)) {
			return u, next, true // $3 billion a year earlier
		}
		return s.per(u, v), end, true
	}
	if u.Dimension == dimMoney && s.link(next, linkPer) && s.is(j, text.Word) && !s.has(j, lexicon.Function) {
		return u.per(&Unit{ID: morph.NounOf(s.g.Lex, s.g.Word(j)), Dimension: dimCount}), j + 1, true
	}
	return u, next, true
}

// per returns the unit u divided by v. Miles per hour and the like have dimensions of their own.
func (u *Unit) per(v *Unit) *Unit {
	dim := u.Dimension + "-per-" + v.Dimension
	if u.Dimension == dimLength && v.Dimension == dimDuration {
		dim = "speed"
	}
	return &Unit{ID: u.ID + "-per-" + v.ID, Dimension: dim, Open: u.Open, factor: u.factor, of: u.of, under: v.factor}
}

// A ratio is a unit of the tables divided by another.
type ratio struct{ above, below *Unit }

// per is Unit.per for two units of the tables, which is worked out once.
func (s *scanner) per(u, v *Unit) *Unit {
	r := s.ratios[ratio{u, v}]
	if r == nil {
		if s.ratios == nil {
			s.ratios = map[ratio]*Unit{}
		}
		r = u.per(v)
		s.ratios[ratio{u, v}] = r
	}
	return r
}
