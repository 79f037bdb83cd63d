package compare

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/quantity"
)

// Whatever a rat does, math/big does too: on small numbers, and where two integers do not hold the result.
func FuzzRat(f *testing.F) {
	f.Add(int64(75), int16(0), int32(0), int64(1609344), int16(-3), int32(0))
	f.Add(int64(-999_999_999_999_999_999), int16(0), int32(7), int64(999_999_999_999_999_999), int16(-18), int32(3))
	f.Add(int64(1), int16(300), int32(0), int64(-1), int16(-300), int32(9))
	f.Add(int64(0), int16(5), int32(0), int64(12), int16(18), int32(0))
	f.Add(int64(math.MaxInt64), int16(0), int32(0), int64(math.MaxInt64), int16(0), int32(0))
	f.Add(int64(math.MinInt64), int16(0), int32(0), int64(math.MinInt64), int16(-1), int32(0))
	f.Add(int64(-4999), int16(-7), int32(0), int64(9_999_999), int16(-7), int32(0))
	f.Add(int64(5), int16(-4), int32(0), int64(25), int16(-4), int32(3))
	f.Fuzz(func(t *testing.T, m1 int64, e1 int16, d1 int32, m2 int64, e2 int16, d2 int32) {
		n1, n2 := quantity.Number{Mant: m1, Exp: e1 % 400, Den: max(d1, 0)}, quantity.Number{Mant: m2, Exp: e2 % 400, Den: max(d2, 0)}
		a, b, x, y := ratOf(n1), ratOf(n2), n1.Rat(), n2.Rat()
		same := func(what string, got rat, want *big.Rat) {
			assert.Zero(t, got.rat().Cmp(want), "%s of %v and %v: %v, want %v", what, n1, n2, got.rat(), want)
			assert.Equal(t, want.Sign(), got.sign(), "sign of the %s of %v and %v", what, n1, n2)
			assert.Equal(t, showBig(want), got.String(), "%s of %v and %v, written", what, n1, n2)
		}
		same("first", a, x)
		same("sum", a.add(b), new(big.Rat).Add(x, y))
		same("difference", a.sub(b), new(big.Rat).Sub(x, y))
		same("product", a.mul(b), new(big.Rat).Mul(x, y))
		same("absolute value", a.abs(), new(big.Rat).Abs(x))
		if y.Sign() != 0 {
			same("quotient", a.over(b), new(big.Rat).Quo(x, y))
		}
		assert.Equal(t, x.Cmp(y), a.cmp(b), "order of %v and %v", n1, n2)
	})
}
