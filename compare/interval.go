package compare

import (
	"math/big"
	"strings"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// An interval is what an amount may be, in a unit that both sides of a comparison share.
// A nil end is open.
type interval struct {
	low, high             *big.Rat
	lowStrict, highStrict bool
}

// meets reports whether some value lies in both.
func (i interval) meets(o interval) bool {
	return !before(i, o) && !before(o, i)
}

// before reports whether every value of i lies below every value of o.
func before(i, o interval) bool {
	if i.high == nil || o.low == nil {
		return false
	}
	c := i.high.Cmp(o.low)
	return c < 0 || c == 0 && (i.highStrict || o.lowStrict)
}

// A scale brings an amount to the unit that both sides share: that of the first, or the base unit of
// their dimension. The zero scale changes nothing.
type scale struct{ unit *quantity.Unit }

func (s scale) of(n quantity.Number) *big.Rat {
	if s.unit == nil {
		return n.Rat()
	}
	return s.unit.ToBase(n)
}

// width converts a difference, to which an offset does not apply.
func (s scale) width(r *big.Rat) *big.Rat {
	if s.unit == nil {
		return r
	}
	return r.Mul(r, s.unit.Factor())
}

// back writes a value of the shared unit in the scale's own.
func (s scale) back(r *big.Rat) *big.Rat {
	if s.unit == nil {
		return r
	}
	r = new(big.Rat).Sub(r, s.unit.ToBase(quantity.Number{}))
	return r.Quo(r, s.unit.Factor())
}

// narrow is back for a difference.
func (s scale) narrow(r *big.Rat) *big.Rat {
	if s.unit == nil {
		return r
	}
	return new(big.Rat).Quo(r, s.unit.Factor())
}

// scales returns how to bring a and b to one unit; ok is false where there is no way.
func scales(a, b *quantity.Unit) (sa, sb scale, ok bool) {
	if a.ID == b.ID {
		return scale{}, scale{}, true
	}
	if !a.Same(*b) {
		return scale{}, scale{}, false
	}
	return scale{a}, scale{b}, true
}

// intervalOf returns what q may be. Limits that the reader of quantities gave are taken as they are.
func intervalOf(q quantity.Quantity, s scale) interval {
	var i interval
	if !q.Low.None {
		i.low, i.lowStrict = s.of(q.Low.Number), q.Low.Strict
	}
	if !q.High.None {
		i.high, i.highStrict = s.of(q.High.Number), q.High.Strict
	}
	return i
}

// principal is the one number a quantity is ranked by: its value, else its lower end, else its upper.
func principal(q quantity.Quantity, s scale) *big.Rat {
	switch {
	case q.Single:
		return s.of(q.Value)
	case !q.Low.None:
		return s.of(q.Low.Number)
	}
	return s.of(q.High.Number)
}

var (
	half       = big.NewRat(1, 2)
	twentieth  = big.NewRat(1, 20)
	tenth      = big.NewRat(1, 10)
	sixPercent = big.NewRat(6, 100)
)

// slack is half a unit of the last digit of n as it was written. Zeros at its end may be placeholders
// (1,200 is give or take 50), though for no more than 5 % of the value.
func slack(n quantity.Number) *big.Rat {
	if n.Den > 1 {
		return new(big.Rat)
	}
	literal := quantity.Number{Mant: 1, Exp: n.Exp}.Rat()
	literal.Mul(literal, half)
	m, e := n.Mant, n.Exp
	for m != 0 && m%10 == 0 && e >= 0 {
		m /= 10
		e++
	}
	if e == n.Exp {
		return literal
	}
	wide := quantity.Number{Mant: 1, Exp: e}.Rat()
	wide.Mul(wide, half)
	limit := new(big.Rat).Abs(n.Rat())
	limit.Mul(limit, twentieth)
	return larger(literal, smaller(wide, limit))
}

func larger(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) >= 0 {
		return a
	}
	return b
}

func smaller(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) <= 0 {
		return a
	}
	return b
}

func distance(a, b *big.Rat) *big.Rat {
	d := new(big.Rat).Sub(a, b)
	return d.Abs(d)
}

var boundMarks = [...]string{quantity.About: "≈ ", quantity.Over: "> ", quantity.AtLeast: "≥ ", quantity.Under: "< ",
	quantity.AtMost: "≤ ", quantity.UpTo: "≤ ", quantity.Nearly: "≲ ", quantity.Vague: "", quantity.Between: "", quantity.Exact: ""}

// Show writes an amount for the reader of a report, without a word of any language: "75 mile",
// "≥ 1", "24–99", "110000000000 EUR".
func Show(q quantity.Quantity) string {
	var b strings.Builder
	if q.Unit.Dimension == statement.Score {
		return showRat(q.High.Rat()) + "-" + showRat(q.Low.Rat())
	}
	if q.Single {
		b.WriteString(boundMarks[q.Bound])
		b.WriteString(showRat(q.Value.Rat()))
	} else {
		switch {
		case q.Low.None:
			b.WriteString("≤ ")
			b.WriteString(showRat(q.High.Rat()))
		case q.High.None:
			b.WriteString("≥ ")
			b.WriteString(showRat(q.Low.Rat()))
		default:
			b.WriteString(showRat(q.Low.Rat()))
			b.WriteString("–")
			b.WriteString(showRat(q.High.Rat()))
		}
	}
	if q.Unit.ID != "" {
		b.WriteByte(' ')
		b.WriteString(q.Unit.ID)
	}
	return b.String()
}

// showRat writes a number with at most three places behind the point and no zeros at its end.
func showRat(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	s := strings.TrimRight(r.FloatString(3), "0")
	return strings.TrimSuffix(s, ".")
}
