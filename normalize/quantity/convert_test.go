package quantity

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A factor is the same number read as two integers and read by math/big.
func TestIntsAreTheFactor(t *testing.T) {
	for _, c := range []struct {
		factor, under, shift string
		ok                   bool
	}{
		{"", "", "", true}, {"1", "", "", true}, {"1/10", "", "", true}, {"31556952", "", "", true}, {"1609.344", "", "", true}, {"5/9", "", "45967/180", true},
		{"1", "", "273.15", true}, {"1000", "3600", "", true}, {"1609.344", "86400", "", true}, {"1/10", "1/3", "", true},
		{"1e3", "", "", false}, {"1/2.5", "", "", false}, {"12345678901234567890123", "", "", false}, {"10000000000", "3600", "", false}, {"-3", "", "", false},
	} {
		u := Unit{factor: c.factor, under: c.under, shift: c.shift}
		num, den, shift, shiftDen, ok := u.Ints()
		if assert.Equal(t, c.ok, ok, "%+v", c); !ok {
			continue
		}
		assert.Zero(t, u.Factor().Cmp(big.NewRat(num, den)), "factor of %+v: %d/%d", c, num, den)
		assert.Zero(t, u.ToBase(Number{}).Cmp(big.NewRat(shift, shiftDen)), "shift of %+v: %d/%d", c, shift, shiftDen)
	}
}
