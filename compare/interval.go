package compare

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// An interval is what an amount may be, in a unit that both sides of a comparison share.
type interval struct {
	low, high             rat
	lowOpen, highOpen     bool // there is no end on this side
	lowStrict, highStrict bool // the end itself is left out
}

// meets reports whether some value lies in both.
func (i interval) meets(o interval) bool {
	return !before(i, o) && !before(o, i)
}

// before reports whether every value of i lies below every value of o.
func before(i, o interval) bool {
	if i.highOpen || o.lowOpen {
		return false
	}
	c := i.high.cmp(o.low)
	return c < 0 || c == 0 && (i.highStrict || o.lowStrict)
}

// A scale brings an amount to the unit that both sides share: that of the first, or the base unit of
// their dimension. The zero scale changes nothing.
type scale struct {
	unit          *quantity.Unit
	factor, shift rat
}

func (s scale) of(n quantity.Number) rat {
	if s.unit == nil {
		return ratOf(n)
	}
	return ratOf(n).mul(s.factor).add(s.shift)
}

// width converts a difference, to which an offset does not apply.
func (s scale) width(r rat) rat {
	if s.unit == nil {
		return r
	}
	return r.mul(s.factor)
}

// back writes a value of the shared unit in the scale's own.
func (s scale) back(r rat) rat {
	if s.unit == nil {
		return r
	}
	return r.sub(s.shift).over(s.factor)
}

// narrow is back for a difference.
func (s scale) narrow(r rat) rat {
	if s.unit == nil {
		return r
	}
	return r.over(s.factor)
}

// scaleTo brings amounts of a unit to the base unit of its dimension.
func scaleTo(u *quantity.Unit) scale {
	num, den, shift, shiftDen, ok := u.Ints()
	if !ok {
		return scale{u, bigRat(u.Factor()), bigRat(u.ToBase(quantity.Number{}))}
	}
	return scale{u, rat{num: num, den: den}, rat{num: shift, den: shiftDen}}
}

// scales returns how to bring a and b to one unit; ok is false where there is no way.
func scales(a, b *quantity.Unit) (sa, sb scale, ok bool) {
	if a.ID == b.ID {
		return scale{}, scale{}, true
	}
	if !a.Same(*b) {
		return scale{}, scale{}, false
	}
	return scaleTo(a), scaleTo(b), true
}

// intervalOf returns what q may be. Limits that the reader of quantities gave are taken as they are.
func intervalOf(q *quantity.Quantity, s scale) interval {
	i := interval{lowOpen: q.Low.None, highOpen: q.High.None}
	if !q.Low.None {
		i.low, i.lowStrict = s.of(q.Low.Number), q.Low.Strict
	}
	if !q.High.None {
		i.high, i.highStrict = s.of(q.High.Number), q.High.Strict
	}
	return i
}

// principal is the one number a quantity is ranked by: its value, else its lower end, else its upper.
func principal(q *quantity.Quantity, s scale) rat {
	switch {
	case q.Single:
		return s.of(q.Value)
	case !q.Low.None:
		return s.of(q.Low.Number)
	}
	return s.of(q.High.Number)
}

var (
	half       = rat{num: 1, den: 2}
	hundredth  = rat{num: 1, den: 100}
	twentieth  = rat{num: 1, den: 20}
	tenth      = rat{num: 1, den: 10}
	sixPercent = rat{num: 6, den: 100}
	hundred    = rat{num: 100, den: 1}
)

// slack is half a unit of the last digit of n as it was written. Zeros at its end may be placeholders
// (1,200 is give or take 50), though for no more than 5 % of the value.
func slack(n quantity.Number) rat {
	if n.Den > 1 {
		return rat{den: 1}
	}
	literal := ratOf(quantity.Number{Mant: 1, Exp: n.Exp}).mul(half)
	m, e := n.Mant, n.Exp
	for m != 0 && m%10 == 0 && e >= 0 {
		m /= 10
		e++
	}
	if e == n.Exp {
		return literal
	}
	wide := ratOf(quantity.Number{Mant: 1, Exp: e}).mul(half)
	return larger(literal, smaller(wide, ratOf(n).abs().mul(twentieth)))
}

var boundMarks = [...]string{quantity.About: "≈ ", quantity.Over: "> ", quantity.AtLeast: "≥ ", quantity.Under: "< ",
	quantity.AtMost: "≤ ", quantity.UpTo: "≤ ", quantity.Nearly: "≲ ", quantity.Vague: "", quantity.Between: "", quantity.Exact: ""}

// shownSize is room for most amounts that are shown.
const shownSize = 24

// Show writes an amount for the reader of a report, without a word of any language: "75 mile",
// "≥ 1", "24–99", "110000000000 EUR".
func Show(q quantity.Quantity) string {
	var b strings.Builder
	if q.Unit.Dimension == statement.Score {
		return ratOf(q.High.Number).String() + "-" + ratOf(q.Low.Number).String()
	}
	if q.Unit.Dimension == statement.Ordinal {
		return "#" + ratOf(q.Value).String()
	}
	b.Grow(shownSize)
	if q.Single {
		b.WriteString(boundMarks[q.Bound])
		b.WriteString(ratOf(q.Value).String())
	} else {
		switch {
		case q.Low.None:
			b.WriteString("≤ ")
			b.WriteString(ratOf(q.High.Number).String())
		case q.High.None:
			b.WriteString("≥ ")
			b.WriteString(ratOf(q.Low.Number).String())
		default:
			b.WriteString(ratOf(q.Low.Number).String())
			b.WriteString("–")
			b.WriteString(ratOf(q.High.Number).String())
		}
	}
	if q.Unit.ID != "" {
		b.WriteByte(' ')
		b.WriteString(q.Unit.ID)
	}
	return b.String()
}
