package compare

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/quantity"
)

// A rat is an exact rational number that never changes. Verdicts rest on it, so that it never rounds. Nearly all that texts
// tell fits num/den and takes no memory; what does not is big. The zero rat is no number.
type rat struct {
	num, den int64 // den > 0; not always in lowest terms
	big      *big.Rat
}

// bigRat keeps r as two integers where they fit.
func bigRat(r *big.Rat) rat {
	if n, d := r.Num(), r.Denom(); n.IsInt64() && d.IsInt64() && n.Int64() != math.MinInt64 {
		return rat{num: n.Int64(), den: d.Int64()}
	}
	return rat{big: r}
}

// rat returns the number as math/big has it, in lowest terms. It must not be changed.
func (a rat) rat() *big.Rat {
	if a.big != nil {
		return a.big
	}
	return big.NewRat(a.num, a.den)
}

// tens are the powers of ten that fit.
var tens = [19]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// ratOf returns n exactly.
func ratOf(n quantity.Number) rat {
	num, den, ok := n.Mant, int64(max(n.Den, 1)), true
	switch {
	case n.Exp > 18 || n.Exp < -18 || num == math.MinInt64:
		ok = false
	case n.Exp > 0:
		num, ok = times(num, tens[n.Exp])
	case n.Exp < 0:
		den, ok = times(den, tens[-n.Exp])
	}
	if !ok {
		return bigRat(n.Rat())
	}
	return rat{num: num, den: den}
}

// times returns x × y, and whether it fits.
func times(x, y int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(x), magnitude(y))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (x < 0) != (y < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func magnitude(x int64) uint64 { return uint64(max(x, -x)) }

func (a rat) mul(b rat) rat {
	if a.big == nil && b.big == nil {
		num, ok := times(a.num, b.num)
		den, fits := times(a.den, b.den)
		if ok && fits {
			return rat{num: num, den: den}
		}
	}
	return bigRat(new(big.Rat).Mul(a.rat(), b.rat()))
}

// over returns a / b; b must not be 0.
func (a rat) over(b rat) rat {
	if b.big == nil {
		b = rat{num: b.den, den: b.num}
		if b.den < 0 {
			b.num, b.den = -b.num, -b.den
		}
		return a.mul(b)
	}
	return bigRat(new(big.Rat).Quo(a.rat(), b.big))
}

func (a rat) add(b rat) rat {
	if a.big == nil && b.big == nil {
		if a.den == b.den {
			if sum := a.num + b.num; (sum > a.num) == (b.num > 0) && sum != math.MinInt64 {
				return rat{num: sum, den: a.den}
			}
		}
		x, okX := times(a.num, b.den)
		y, okY := times(b.num, a.den)
		den, okD := times(a.den, b.den)
		if sum := x + y; okX && okY && okD && (sum > x) == (y > 0) && sum != math.MinInt64 {
			return rat{num: sum, den: den}
		}
	}
	return bigRat(new(big.Rat).Add(a.rat(), b.rat()))
}

func (a rat) neg() rat {
	if a.big != nil {
		return rat{big: new(big.Rat).Neg(a.big)}
	}
	a.num = -a.num
	return a
}

func (a rat) sub(b rat) rat { return a.add(b.neg()) }

func (a rat) sign() int {
	switch {
	case a.big != nil:
		return a.big.Sign()
	case a.num > 0:
		return 1
	case a.num < 0:
		return -1
	}
	return 0
}

func (a rat) abs() rat {
	if a.sign() < 0 {
		return a.neg()
	}
	return a
}

// cmp returns -1, 0 or 1 where a is less than, equal to or more than b.
func (a rat) cmp(b rat) int {
	if a.big != nil || b.big != nil {
		return a.rat().Cmp(b.rat())
	}
	s := a.sign()
	if t := b.sign(); s != t {
		return min(max(s-t, -1), 1)
	}
	h1, l1 := bits.Mul64(magnitude(a.num), uint64(b.den))
	h2, l2 := bits.Mul64(magnitude(b.num), uint64(a.den))
	switch {
	case h1 == h2 && l1 == l2:
		return 0
	case h1 > h2 || h1 == h2 && l1 > l2:
		return s
	}
	return -s
}

func larger(a, b rat) rat {
	if a.cmp(b) >= 0 {
		return a
	}
	return b
}

func smaller(a, b rat) rat {
	if a.cmp(b) <= 0 {
		return a
	}
	return b
}

func distance(a, b rat) rat { return a.sub(b).abs() }

// String writes a number with at most three places behind the point and no zeros at its end.
func (a rat) String() string {
	if a.big != nil {
		return showBig(a.big)
	}
	whole, rest := magnitude(a.num)/uint64(a.den), magnitude(a.num)%uint64(a.den)
	if rest == 0 {
		return strconv.FormatInt(a.num/a.den, 10)
	}
	hi, lo := bits.Mul64(rest, 1000)
	places, left := bits.Div64(hi, lo, uint64(a.den))
	if left >= uint64(a.den)-left {
		places++ // halves go away from zero
	}
	if places == 1000 {
		whole, places = whole+1, 0
	}
	var buf [32]byte
	b := buf[:0]
	if a.num < 0 {
		b = append(b, '-')
	}
	b = strconv.AppendUint(b, whole, 10)
	if places > 0 {
		b = append(b, '.', byte('0'+places/100), byte('0'+places/10%10), byte('0'+places%10))
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
	}
	return string(b)
}

func showBig(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	s := strings.TrimRight(r.FloatString(3), "0")
	return strings.TrimSuffix(s, ".")
}
