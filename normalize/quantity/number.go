package quantity

import (
	"cmp"
	"math"
	"math/big"
)

// A Number is Mant × 10^Exp ÷ Den, exactly as written: 1,200 is 1200 × 10^0 and 1200.0 is
// 12000 × 10^-1, so the written precision is kept. Den is 0 or 1 but for fractions (2/3).
//
// More than 18 digits are rounded to 18. What is beyond 10^300 or below 10^-300 is never read.
type Number struct {
	Mant int64
	Exp  int16
	Den  int32
}

const (
	maxMant = 999_999_999_999_999_999 // 18 digits
	maxExp  = 289
)

// inRange reports whether n is neither too large nor too small to be read.
func (n Number) inRange() bool { return -maxExp <= n.Exp && n.Exp <= maxExp }

// Int returns n as a Number.
func Int(n int64) Number { return Number{Mant: n} }

// Float returns the number as a float64, for printing and for ranking only: verdicts use Rat.
func (n Number) Float() float64 {
	f := float64(n.Mant)
	switch {
	case n.Exp > 0:
		f *= math.Pow10(int(n.Exp))
	case n.Exp < 0:
		f /= math.Pow10(-int(n.Exp))
	}
	if n.Den > 1 {
		f /= float64(n.Den)
	}
	return f
}

// Rat returns the number exactly. It allocates.
func (n Number) Rat() *big.Rat {
	r := new(big.Rat).SetInt64(n.Mant)
	e := int64(n.Exp)
	if e != 0 {
		p := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(e, -e)), nil)
		if e > 0 {
			r.Mul(r, new(big.Rat).SetInt(p))
		} else {
			r.Quo(r, new(big.Rat).SetInt(p))
		}
	}
	if n.Den > 1 {
		r.Quo(r, new(big.Rat).SetInt64(int64(n.Den)))
	}
	return r
}

// Cmp compares n and m exactly: -1, 0 or +1.
func (n Number) Cmp(m Number) int {
	if n.Exp == m.Exp && n.Den == m.Den {
		return cmp.Compare(n.Mant, m.Mant)
	}
	if n.Den <= 1 && m.Den <= 1 {
		if a, b := align(n, m); a.Exp == b.Exp {
			return cmp.Compare(a.Mant, b.Mant)
		}
	}
	a, b := n.Float(), m.Float()
	if gap := math.Abs(a - b); gap > 1e-9*math.Max(math.Abs(a), math.Abs(b)) {
		if a < b {
			return -1
		}
		return 1
	}
	return n.Rat().Cmp(m.Rat())
}

// Whole reports whether n is a whole number.
func (n Number) Whole() bool {
	if n.Den > 1 {
		return n.Mant%int64(n.Den) == 0 && n.Exp >= 0
	}
	m := n.Mant
	for e := n.Exp; e < 0; e++ {
		if m%10 != 0 {
			return false
		}
		m /= 10
	}
	return true
}

// Neg returns -n.
func (n Number) Neg() Number {
	n.Mant = -n.Mant
	return n
}
