package quantity

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of bounds.tsv and trends.tsv.
const (
	boundName = 0
	boundSide = 1
	trendName = 0
)

// A boundRow is what a row of bounds.tsv says.
type boundRow struct {
	bound Bound
	side  side
}

var boundRows = lexicon.Parse(lexicon.Bounds, func(r lexicon.Row) boundRow {
	return boundRow{named[Bound](boundNames[:], r.Field(boundName)), named[side](sideNames[:], r.Field(boundSide))}
})

// A side tells where the words of a bound stand.
type side uint8

const (
	sideBefore side = iota
	sideAfter
	sideTime // before, but not in front of a span of time
	sidePrep // before, but not in front of a small number in words
)

var sideNames = [...]string{"before", "after", "time", "prep"}

// named returns the place of a table's name in a list of names, 0 where it is none of them.
func named[T ~uint8](names []string, name string) T { return T(max(slices.Index(names, name), 0)) }

// noBound is the row of what is no bound.
var noBound boundRow

// A boundFact is the bound that ends right before a token, among the tokens from done on; it is kept since several rules ask for it.
type boundFact struct {
	token, done int // the token, +1
	row         *boundRow
	first       int
	ok          bool
}

// bound reads the words that bound an amount, on either side of it, and widens its span by them.
func (s *scanner) bound(q *Quantity, a *amount, first, next, stop int) (int, int, int) {
	set := false
	at := first
	if at == a.first && a.article {
		at = first
	}
	for range 2 { // up to about 30, at least some 40
		if f := s.skipDeterminer(at); f < at {
			if _, _, ok := s.boundBefore(f); ok {
				at = f
			}
		}
		row, f, ok := s.boundBefore(at)
		if !ok && at == a.first {
			if m := s.skipMeasure(at); m < at {
				row, f, ok = s.boundBefore(m)
			}
		}
		if !ok || !s.boundMeant(row, q, a, f) {
			break
		}
		b := row.bound
		if b == Exact {
			if set {
				break
			}
			at = f
			continue
		}
		if q.Bound != Between {
			if !set || b != About {
				q.Bound = b
			}
		}
		set, first, at = true, f, f
	}
	if f := s.behind(q, next); f > next {
		next = f
		stop = int(s.toks[next-1].End)
	}
	return first, next, stop
}

// behind reads a bound behind the number: 100 or more, 20,000-odd, 50+.
func (s *scanner) behind(q *Quantity, next int) int {
	j := s.after(next)
	if j >= s.end || q.Bound == Between || !s.starts(j).Has(lexicon.Bounds) {
		return next
	}
	row, end, ok := s.longestBound(j, sideAfter)
	if !ok || end > s.end {
		return next
	}
	if s.toks[j].Class == text.Symbol && (s.toks[j].Is(text.SpaceBefore) || s.joined(end) && s.is(end, text.Number)) {
		return next
	}
	if s.is(end, text.Number) || s.num(end).class == clUnit {
		return next // 5000 or more than 4500 is another amount
	}
	if row.bound == Over && end == j+1 && (s.num(end).class == clArticle || s.link(end, linkOr)) {
		return next // 6% plus a bonus, 40 plus or minus 5
	}
	if q.Bound == Exact || q.Bound == About {
		q.Bound = row.bound
	}
	return end
}

// boundBefore returns the longest bound that ends right before token i and belongs before a number.
func (s *scanner) boundBefore(i int) (row *boundRow, first int, ok bool) {
	if i <= s.done || i > s.end || !s.led.Has(lexicon.Bounds) && !s.g.Has(i-1, lexicon.Bounds) && s.toks[i-1].Class != text.Hyphen && !s.at(i-1, '.') {
		return &noBound, i, false
	}
	f := &s.asked
	if f.token != i+1 || f.done != s.done {
		row, first, ok = s.findBound(i)
		*f = boundFact{i + 1, s.done, row, first, ok}
	}
	return f.row, f.first, f.ok
}

func (s *scanner) findBound(i int) (row *boundRow, first int, ok bool) {
	s.steps++
	end := i
	if s.at(i-1, '.') && s.joined(i-1) && i-1 > s.done && s.is(i-2, text.Word) { // approx. 3 grams
		end--
	}
	if s.is(i-1, text.Hyphen) && i-1 > s.done { // sub-500
		end--
	}
	most := 1
	if s.led.Has(lexicon.Bounds) {
		most = lookBack
	}
	for k := min(most, end-s.done); k > 0; k-- {
		at := end - k
		if s.toks[at].Class == text.Symbol && at > s.begin && s.is(at-1, text.Word) && (s.at(at-2, '<') || s.at(at-2, '/')) {
			continue // the end of a tag: <b>12
		}
		s.rows = s.rows[:0]
		if k == 1 {
			s.rows = s.g.Rows(s.rows, at, lexicon.Bounds)
		}
		for _, p := range s.g.Phrases(at) {
			if int(p.Last) == end && p.Mask.Has(lexicon.Bounds) {
				s.rows = s.g.PhraseRows(s.rows, p, lexicon.Bounds)
			}
		}
		for _, r := range s.rows {
			if row = boundRows.Of(r); row.side != sideAfter && !(k > 1 && s.amountEnds(at)) {
				return row, at, true
			}
		}
	}
	return &noBound, i, false
}

// amountEnds reports whether the amount that was read last ends right before token i: 11 more than four years ago.
func (s *scanner) amountEnds(i int) bool {
	n := len(s.dst)
	return i > s.begin && n > s.first && int(s.dst[n-1].Last) == i
}

// longestBound returns the longest form of the bounds table at token j that belongs on the given side.
func (s *scanner) longestBound(j int, side side) (row *boundRow, next int, ok bool) {
	if !s.starts(j).Has(lexicon.Bounds) {
		return &noBound, j, false
	}
	ps := s.g.Phrases(j)
	for k := len(ps) - 1; k >= 0; k-- {
		if p := ps[k]; p.Mask.Has(lexicon.Bounds) {
			s.rows = s.g.PhraseRows(s.rows[:0], p, lexicon.Bounds)
			for _, r := range s.rows {
				if row = boundRows.Of(r); row.side == side {
					return row, int(p.Last), true
				}
			}
		}
	}
	s.rows = s.g.Rows(s.rows[:0], j, lexicon.Bounds)
	for _, r := range s.rows {
		if row = boundRows.Of(r); row.side == side {
			return row, j + 1, true
		}
	}
	return &noBound, j, false
}

// skipDeterminer steps over an article in front of an amount: "about the 30".
func (s *scanner) skipDeterminer(i int) int {
	if i-1 >= s.done && s.g.Starts(i-1).Has(lexicon.Numbers) && s.num(i-1).class == clArticle {
		return i - 1
	}
	return i
}

// skipMeasure steps over what is measured, where that stands right in front of the number: at least magnitude 6.1.
func (s *scanner) skipMeasure(i int) int {
	p := i - 1
	if s.is(p, text.Hyphen) {
		p--
	}
	if p > s.done && s.is(p, text.Word) && s.has(p, lexicon.Measures) && !s.toks[p].Is(text.Capital) {
		return p
	}
	return i
}

// boundMeant refuses a preposition that looks like a bound: "over two years".
func (s *scanner) boundMeant(row *boundRow, q *Quantity, a *amount, f int) bool {
	if row.bound == UpTo && s.moving(f-1) {
		return false // goes up to 14
	}
	switch row.side {
	case sidePrep:
		return q.Unit.ID != "" || a.form == inDigits || a.scaled || a.value.Cmp(Int(20)) >= 0 || s.link(f-1, linkTo) && s.countsNone(a.next) // cut to under three
	case sideTime:
		if q.Unit.Dimension != dimDuration {
			return true
		}
	default:
		return true
	}
	// "$2000 over 3 years", "over two years": a span of time. "for over two years", "lasted over two hours"
	if f == s.begin || s.is(f-1, text.Comma) {
		return f == s.begin
	}
	return s.has(f-1, lexicon.Function) && !s.fn(f-1, fnPronoun) || s.g.Has(f-1, lexicon.Bounds)
}

// moving reports whether token i is a verb of movement that tells no direction: goes, moved.
func (s *scanner) moving(i int) bool {
	if i < s.begin || !s.has(i, lexicon.Trends) {
		return false
	}
	return s.trendOf(i) == toMove
}

// A movement is a class of trends.tsv: a Trend, or toMove.
type movement = Trend

// toMove is the class of verbs of movement that tell no direction.
const toMove movement = By + 1

var trendRows = lexicon.Parse(lexicon.Trends, func(r lexicon.Row) movement {
	return named[movement](movementNames[:], r.Field(trendName))
})

var movementNames = [...]string{"", "up", "down", "from", "to", "by", "move"}

// trendOf returns the class of trends.tsv that token i is of.
func (s *scanner) trendOf(i int) movement {
	if row, ok := s.g.Row(i, lexicon.Trends); ok {
		return *trendRows.Of(row)
	}
	return Steady
}

// trend tells how the amount that starts at token i moved.
func (s *scanner) trend(i int) Trend {
	if i-4 >= s.begin && !(s.g.Mask(i-1) | s.g.Mask(i-2) | s.g.Mask(i-3) | s.g.Mask(i-4)).Has(lexicon.Trends) {
		return Steady
	}
	for j := i - 1; j >= max(s.begin, i-4); j-- {
		if s.is(j, text.Comma) || s.is(j, text.Stop) || s.fn(j, fnSubordinator) {
			return Steady // lost passengers since two firms moved
		}
		if !s.has(j, lexicon.Trends) {
			if s.toks[j].Class == text.Number {
				return Steady
			}
			continue
		}
		switch t := s.trendOf(j); t {
		case Up, Down:
			return t
		case From, To, By:
			if s.near(j, i) {
				return t
			}
		}
	}
	return Steady
}

// byDegrees tells by how many degrees it got warmer or colder, which has no zero to count from: it dropped 11 degrees Fahrenheit, fell by 6 degrees Celsius.
func (s *scanner) byDegrees(q *Quantity, first int) {
	plain := q.Bound == Exact || q.Bound == About
	if moved := q.Trend == Up || q.Trend == Down; plain && moved && first > s.begin && s.trendOf(first-1) == q.Trend {
		q.Trend = By
	}
	if q.Trend == By {
		q.Unit.shift = ""
	}
}

// near reports whether at most an article stands between token j and token i.
func (s *scanner) near(j, i int) bool { return j+1 == i || j+2 == i && s.num(j+1).class == clArticle }

// settle works out the interval that is meant and the precision of the value.
func (q *Quantity) settle(a *amount) {
	q.Precision = q.Value.precision()
	switch {
	case q.Bound == Between:
		q.Precision = q.Low.precision()
		q.Value = q.Low.Number
	case a.form == vague:
		if q.Bound == Exact || q.Bound == About {
			q.Bound = Vague
			q.Low, q.High = Limit{Number: a.value}, Limit{Number: a.high}
			return
		}
		q.Single = true // more than several hundred: the lower end is what is meant
		if q.Bound == AtMost || q.Bound == UpTo || q.Bound == Under || q.Bound == Nearly {
			q.Value = a.high
		}
		q.interval()
	default:
		if a.form == approx && q.Bound == Exact {
			q.Bound = About
		}
		q.interval()
	}
}

// interval sets the limits that VERDICTS gives to each bound.
func (q *Quantity) interval() {
	v := q.Value
	open := Limit{None: true}
	switch q.Bound {
	case Exact:
		q.Low, q.High = Limit{Number: v}, Limit{Number: v}
		if q.measured() {
			half := q.Precision
			q.Low.Number, q.High.Number = v.add(half.Neg()), v.add(half)
		}
	case About:
		tenth := v.shift(-1)
		if tenth.Mant < 0 {
			tenth = tenth.Neg()
		}
		q.Low, q.High = Limit{Number: v.add(tenth.Neg())}, Limit{Number: v.add(tenth)}
	case AtLeast:
		q.Low, q.High = Limit{Number: v}, open
	case Over:
		q.Low, q.High = Limit{Number: v, Strict: true}, open
	case Nearly:
		q.Low, q.High = Limit{Number: v.mul(Number{Mant: 85, Exp: -2})}, Limit{Number: v, Strict: true}
		if v.Mant < 0 {
			q.Low, q.High = q.High, q.Low
		}
	case Under:
		q.Low, q.High = fromZero(v), Limit{Number: v, Strict: true}
	case AtMost, UpTo:
		q.Low, q.High = fromZero(v), Limit{Number: v}
	}
}

// fromZero returns the lower limit of what lies below v: nothing is less than nothing, unless v is.
func fromZero(v Number) Limit {
	if v.Mant < 0 {
		return Limit{None: true} // below minus five
	}
	return Limit{Strict: true}
}

// measured reports whether the value was measured rather than counted.
func (q *Quantity) measured() bool {
	return q.Unit.ID != "" && q.Kind != Age && q.Kind != Ordinal
}
