package quantity

import "math/big"

// A Unit is what a number counts in. The zero Unit is that of a bare count.
type Unit struct {
	ID        string // CLDR unit id ("kilometer-per-hour"), ISO 4217 code for money, percent, percentage-point, basis-point, ""
	Dimension string // length, mass, money, duration, ratio, ordinal, count …
	Open      bool   // the text leaves open which one it is: $ may be another country's dollar, a ton may be short or long

	factor string // how many base units one is, as its table has it; "" is 1
	under  string // the factor of what it is divided by; "" is 1
	shift  string // what is added behind the factor: temperatures
	of     string // the currency a part belongs to
}

// Base returns the currency that money is counted in, cents being parts of dollars; other units are their own base.
func (u Unit) Base() string {
	if u.of != "" {
		return u.of
	}
	return u.ID
}

// Same reports whether amounts in u and v can be put into one another: one dimension, and for money one currency.
func (u Unit) Same(v Unit) bool {
	return u.Dimension == v.Dimension && (u.Dimension != dimMoney || u.Base() == v.Base())
}

// rational reads a factor of a table exactly.
func rational(cell string) *big.Rat {
	if cell == "" {
		return big.NewRat(1, 1)
	}
	r, ok := new(big.Rat).SetString(cell)
	if !ok {
		return big.NewRat(1, 1)
	}
	return r
}

// Factor returns how many base units of its dimension one u is, exactly.
func (u Unit) Factor() *big.Rat {
	f := rational(u.factor)
	if u.under != "" {
		f.Quo(f, rational(u.under))
	}
	return f
}

// ToBase returns n of unit u in the base unit of its dimension, exactly: meters for miles, kelvins for degrees.
func (u Unit) ToBase(n Number) *big.Rat {
	r := u.Scale(n)
	if u.shift != "" {
		r.Add(r, rational(u.shift))
	}
	return r
}

// Scale is ToBase for a difference or a half-width: a rise of 2 °C is 3.6 °F.
func (u Unit) Scale(n Number) *big.Rat {
	r := n.Rat()
	if u.factor == "1" && u.under == "" {
		return r
	}
	return r.Mul(r, u.Factor())
}

// Convert returns n of unit u in unit v, exactly, and whether they can be put into one another.
func (u Unit) Convert(n Number, v Unit) (*big.Rat, bool) {
	if !u.Same(v) {
		return nil, false
	}
	r := u.ToBase(n)
	if v.shift != "" {
		r.Sub(r, rational(v.shift))
	}
	return r.Quo(r, v.Factor()), true
}
