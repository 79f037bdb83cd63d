package compare

import "github.com/factdiff/factdiff/normalize/quantity"

// hints names what may have gone wrong between two amounts that conflict.
func hints(a, b *quantity.Quantity) []string {
	if !a.Single || !b.Single || a.Value.Den > 1 || b.Value.Den > 1 {
		return nil
	}
	ma, ea := stripped(a.Value)
	mb, eb := stripped(b.Value)
	switch {
	case ma == mb && ea == eb && a.Unit.ID != b.Unit.ID:
		return []string{HintDigits}
	case ma == mb && ea != eb && (ea-eb)%3 == 0 && (a.Value.Exp > 2 || b.Value.Exp > 2 || a.Value.Mant >= 1000 || b.Value.Mant >= 1000):
		return []string{HintMagnitude}
	case ma == mb && ea != eb && a.Unit.ID == b.Unit.ID:
		return []string{HintDecimal}
	}
	if x, y, ok := digitsOf(a.Value, b.Value); ok && transposed(x, y) {
		return []string{HintSwapped}
	}
	return nil
}

// digitsOf returns the digits of two numbers as if they were written the same way: 45 thousand and 54,000 are 45,000 and 54,000.
func digitsOf(a, b quantity.Number) (x, y int64, ok bool) {
	const most = 1e15
	x, y = a.Mant, b.Mant
	for e := a.Exp; e > b.Exp && -most < x && x < most; e-- {
		x *= 10
	}
	for e := b.Exp; e > a.Exp && -most < y && y < most; e-- {
		y *= 10
	}
	return x, y, max(x, y) < most && min(x, y) > -most
}

// stripped returns a number without the zeros at its end.
func stripped(n quantity.Number) (mant int64, exp int) {
	mant, exp = n.Mant, int(n.Exp)
	for mant != 0 && mant%10 == 0 {
		mant /= 10
		exp++
	}
	return mant, exp
}

// transposed reports whether two neighbouring digits have changed places: 54 for 45.
func transposed(a, b int64) bool {
	if a < 0 || b < 0 || a == b {
		return false
	}
	for a != b && a%10 == b%10 {
		a, b = a/10, b/10
	}
	a1, a2, b1, b2 := a%10, a/10%10, b%10, b/10%10
	return a1 == b2 && a2 == b1 && a/100 == b/100 && a >= 10 && b >= 10
}
