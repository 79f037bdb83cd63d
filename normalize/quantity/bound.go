package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of bounds.tsv and trends.tsv.
const (
	boundName = 0
	boundSide = 1
	trendName = 0
)

// boundNamed returns the bound that a table calls by its name.
func boundNamed(name string) Bound {
	for b, n := range boundNames {
		if n == name {
			return Bound(b)
		}
	}
	return Exact
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
		if !ok || !s.boundMeant(row, q, a, f) {
			break
		}
		b := boundNamed(row.Field(boundName))
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

const (
	sideBefore = "before"
	sideAfter  = "after"
	sideTime   = "time"
	sidePrep   = "prep"
)

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
	b := boundNamed(row.Field(boundName))
	if q.Bound == Exact || q.Bound == About {
		q.Bound = b
	}
	return end
}

// boundBefore returns the longest bound that ends right before token i and belongs before a number.
func (s *scanner) boundBefore(i int) (row lexicon.Row, first int, ok bool) {
	if i <= s.done || i > s.end {
		return row, i, false
	}
	f := s.facts(i)
	if f.got&gotBound == 0 || f.bound.done != int32(s.done) {
		row, first, ok = s.findBound(i)
		f.got |= gotBound
		f.bound = boundFact{row, int32(s.done), int32(first), ok}
	}
	return f.bound.row, int(f.bound.first), f.bound.ok
}

func (s *scanner) findBound(i int) (row lexicon.Row, first int, ok bool) {
	end := i
	if s.is(i-1, text.Hyphen) && i-1 > s.done { // sub-500
		end--
	}
	for k := min(lookBack, end-s.done); k > 0; k-- {
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
			if r.Field(boundSide) != sideAfter {
				return r, at, true
			}
		}
	}
	return row, i, false
}

// longestBound returns the longest form of the bounds table at token j that belongs on the given side.
func (s *scanner) longestBound(j int, side string) (row lexicon.Row, next int, ok bool) {
	if !s.starts(j).Has(lexicon.Bounds) {
		return row, j, false
	}
	ps := s.g.Phrases(j)
	for k := len(ps) - 1; k >= 0; k-- {
		if p := ps[k]; p.Mask.Has(lexicon.Bounds) {
			s.rows = s.g.PhraseRows(s.rows[:0], p, lexicon.Bounds)
			for _, r := range s.rows {
				if r.Field(boundSide) == side {
					return r, int(p.Last), true
				}
			}
		}
	}
	s.rows = s.g.Rows(s.rows[:0], j, lexicon.Bounds)
	for _, r := range s.rows {
		if r.Field(boundSide) == side {
			return r, j + 1, true
		}
	}
	return row, j, false
}

// skipDeterminer steps over an article in front of an amount: "about the 30".
func (s *scanner) skipDeterminer(i int) int {
	if i-1 >= s.done && s.num(i-1).class == clArticle {
		return i - 1
	}
	return i
}

// boundMeant refuses a preposition that looks like a bound: "over two years".
func (s *scanner) boundMeant(row lexicon.Row, q *Quantity, a *amount, f int) bool {
	if boundNamed(row.Field(boundName)) == UpTo && s.moving(f-1) {
		return false // goes up to 14
	}
	switch row.Field(boundSide) {
	case sidePrep:
		return q.Unit.ID != "" || a.form == inDigits || a.scaled || a.value.Cmp(Int(20)) >= 0
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
	row, _ := s.g.Row(i, lexicon.Trends)
	return row.Field(trendName) == "move"
}

// trend tells how the amount that starts at token i moved.
func (s *scanner) trend(i int) Trend {
	j := i - 1
	for ; j >= max(s.begin, i-4); j-- {
		if s.is(j, text.Comma) || s.is(j, text.Stop) {
			return Steady
		}
		if !s.has(j, lexicon.Trends) {
			if s.toks[j].Class == text.Number {
				return Steady
			}
			continue
		}
		row, _ := s.g.Row(j, lexicon.Trends)
		switch row.Field(trendName) {
		case "up":
			return Up
		case "down":
			return Down
		case "from":
			if s.near(j, i) {
				return From
			}
		case "to":
			if s.near(j, i) {
				return To
			}
		case "by":
			if s.near(j, i) {
				return By
			}
		}
	}
	return Steady
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
		q.Low, q.High = Limit{Strict: true}, Limit{Number: v, Strict: true}
	case AtMost, UpTo:
		q.Low, q.High = Limit{Strict: true}, Limit{Number: v}
	}
	if q.Low.Number.Cmp(q.High.Number) > 0 && !q.High.None && !q.Low.None { // below minus five
		q.Low = open
	}
}

// measured reports whether the value was measured rather than counted.
func (q *Quantity) measured() bool {
	return q.Unit.ID != "" && q.Kind != Age && q.Kind != Ordinal
}
