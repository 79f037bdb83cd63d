package fit_test

import (
	"fmt"
	"math"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/internal/fit"
)

// cases returns rows of known odds: the first two features tell, the others do not.
func cases(n int) (rows []fit.Row) {
	r := rand.New(rand.NewSource(1))
	for i := range n {
		row := fit.Row{Group: fmt.Sprint(i % 40)}
		z := -1.0
		for f := range 10 {
			if r.Float64() < .4 {
				row.Features = append(row.Features, f)
				z += [...]float64{2, -2, 0, 0, 0, 0, 0, 0, 0, 0}[f]
			}
		}
		row.Positive = r.Float64() < 1/(1+math.Exp(-z))
		rows = append(rows, row)
	}
	return rows
}

func TestFit(t *testing.T) {
	rows := cases(20_000)
	used := fit.Select(rows, 10, .005)
	assert.Equal(t, []int{0, 1}, used)
	m := fit.Fit(rows, 10, used, 1)
	assert.InDelta(t, -1, m.Base, .1)
	assert.InDelta(t, 2, m.Weights[0], .15)
	assert.InDelta(t, -2, m.Weights[1], .15)
	odds := fit.LeftOut(rows, func(rows []fit.Row) fit.Model { return fit.Fit(rows, 10, used, 1) })
	assert.Greater(t, fit.AveragePrecision(rows, odds), .6)
}

func TestAveragePrecision(t *testing.T) {
	rows := []fit.Row{{Positive: true}, {}, {Positive: true}, {}}
	assert.InDelta(t, 1, fit.AveragePrecision(rows, []float64{4, 1, 3, 0}), 1e-9)
	assert.InDelta(t, (1+2./3)/2, fit.AveragePrecision(rows, []float64{4, 3, 2, 0}), 1e-9)
}
