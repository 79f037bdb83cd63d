package quantity

import (
	"math"
	"math/big"
)

// A Number is Mant × 10^Exp ÷ Den, exactly as written: 1,200 is 1200 × 10^0 and 1200.0 is
// 12000 × 10^-1, so the written precision is kept. Den is 0 or 1 but for fractions (2/3).
type Number struct {
	Mant int64
	Exp  int16
	Den  int32
}

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
