package quantity

import "math"

// shift returns n × 10^e.
func (n Number) shift(e int) Number {
	n.Exp = int16(min(max(int(n.Exp)+e, -2*maxExp), 2*maxExp))
	return n
}

// mul returns n × m. The product is exact up to 18 digits and rounded beyond.
func (n Number) mul(m Number) Number {
	a, b := trim(n), trim(m)
	for a.Mant != 0 && abs(b.Mant) > maxMant/abs(a.Mant) {
		if abs(a.Mant) > abs(b.Mant) {
			a = drop(a)
		} else {
			b = drop(b)
		}
	}
	a.Mant *= b.Mant
	a = a.shift(int(b.Exp))
	if b.Den > 1 {
		a = a.over(int64(b.Den))
	}
	return a
}

// over returns n ÷ d, as a fraction where it does not divide out.
func (n Number) over(d int64) Number {
	if n.Den > 1 {
		d *= int64(n.Den)
		n.Den = 0
	}
	if d == 0 {
		return n
	}
	if g := gcd(abs(n.Mant), d); g > 1 {
		n.Mant, d = n.Mant/g, d/g
	}
	for d%2 == 0 && abs(n.Mant) < maxMant/5 { // a half is 5 × 10^-1
		n.Mant, d = n.Mant*5, d/2
		n.Exp--
	}
	for d%5 == 0 && abs(n.Mant) < maxMant/2 {
		n.Mant, d = n.Mant*2, d/5
		n.Exp--
	}
	for d > math.MaxInt32 {
		d /= 10
		n.Exp--
	}
	if d > 1 {
		n.Den = int32(d)
	}
	return n
}

// add returns n + m, exact up to 18 digits.
func (n Number) add(m Number) Number {
	if n.Den > 1 || m.Den > 1 {
		dn, dm := max(int64(n.Den), 1), max(int64(m.Den), 1)
		if dn*dm > math.MaxInt32 {
			return n
		}
		n.Den, m.Den = 0, 0
		return n.mul(Int(dm)).add(m.mul(Int(dn))).over(dn * dm)
	}
	n, m = align(n, m)
	for n.Exp > m.Exp {
		m = drop(m)
	}
	for m.Exp > n.Exp {
		n = drop(n)
	}
	n.Mant += m.Mant
	return n
}

// align takes exponents into mantissas until n and m have one exponent, or there is no room.
func align(n, m Number) (Number, Number) {
	for n.Exp > m.Exp && abs(n.Mant) <= maxMant/10 {
		n.Mant *= 10
		n.Exp--
	}
	for m.Exp > n.Exp && abs(m.Mant) <= maxMant/10 {
		m.Mant *= 10
		m.Exp--
	}
	return n, m
}

// trim takes the trailing zeros of the mantissa into the exponent.
func trim(n Number) Number {
	for n.Mant != 0 && n.Mant%10 == 0 {
		n.Mant /= 10
		n.Exp++
	}
	return n
}

func drop(n Number) Number {
	n.Mant = (n.Mant + 5*sign(n.Mant)) / 10
	n.Exp++
	return n
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

func sign(n int64) int64 {
	if n < 0 {
		return -1
	}
	return 1
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// precision returns half a unit of the last written digit. The trailing zeros of a whole number may
// hold a place only, so they are not counted; the half-width never exceeds 5 % of the number.
func (n Number) precision() Number {
	if n.Den > 1 || n.Mant == 0 {
		if n.Mant == 0 && n.Den <= 1 {
			return Number{Mant: 5, Exp: n.Exp - 1}
		}
		return Number{}
	}
	t := n
	if n.Exp >= 0 {
		t = trim(n)
	}
	if d := abs(t.Mant); d < 10 {
		return Number{Mant: 5 * d, Exp: t.Exp}.shift(-2)
	}
	return Number{Mant: 5, Exp: t.Exp - 1}
}
