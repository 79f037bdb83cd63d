package quantity

import (
	"math"
	"math/big"
)

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
func (u Unit) Same(v Unit) bool { return u.same(&v) }

func (u *Unit) same(v *Unit) bool {
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

// Ints returns the factor of u and what is added behind it as fractions of integers, without a byte of memory; ok is false where
// they are not written so, or do not fit.
func (u *Unit) Ints() (num, den, shift, shiftDen int64, ok bool) {
	num, den, ok = fraction(u.factor)
	if ok && u.under != "" {
		n, d, fits := fraction(u.under)
		if ok = fits && n > 0 && max(num, den, n, d) <= math.MaxInt32; ok {
			num, den = num*d, den*n
		}
	}
	shift, shiftDen = 0, 1
	if ok && u.shift != "" {
		shift, shiftDen, ok = fraction(u.shift)
	}
	return num, den, shift, shiftDen, ok
}

// fraction reads digits, with a point or a slash among them: 1609.344, 45967/180.
func fraction(cell string) (num, den int64, ok bool) {
	if cell == "" {
		return 1, 1, true
	}
	den = 1
	point := false
	for i := range len(cell) {
		switch c := cell[i]; {
		case c == '/' && !point && i > 0:
			den, ok = whole(cell[i+1:])
			return num, den, ok && den > 0
		case c == '.' && !point:
			point = true
		case c < '0' || c > '9' || num > maxMant/10 || den > maxMant/10:
			return 0, 0, false
		default:
			num = num*10 + int64(c-'0')
			if point {
				den *= 10
			}
		}
	}
	return num, den, true
}

func whole(s string) (n int64, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' || n > maxMant/10 {
			return 0, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	return n, s != ""
}
