package factchecktest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/internal/sample"
)

func described(r *factcheck.Report, i int) string {
	var b strings.Builder
	describe(&b, r, &r.Findings[i])
	return b.String()
}

func TestDescribe(t *testing.T) {
	r := factcheck.NewReport(sample.Bridge(t))
	assert.Equal(t, `  number-conflict a1b2c3d4e5f6  deaths in the bridge collapse
      herald:3:1: "Twelve"  = 12
      courier:3:26: "21"
      radio:1:9: "12"
      why: 12 and 21 do not fit together: neither unit, rounding nor the words around them explain the difference. Two digits have changed places.
`, described(r, 0))
	assert.Contains(t, described(r, 1), "      courier: (no denial found)\n")
}

// However many sources there are, a finding takes eight lines, and both sides are seen.
func TestDescribeMuch(t *testing.T) {
	docs, found := sample.Bridge(t)
	side := &found[0].Positions[0]
	for range 5 {
		side.Evidence = append(side.Evidence, side.Evidence...)
	}
	out := described(factcheck.NewReport(docs, found), 0)
	assert.Equal(t, 8, strings.Count(out, "\n"), out)
	assert.Contains(t, out, "      courier:3:26: \"21\"\n")
	assert.Contains(t, out, "      and 60 more\n")
}

func TestInOneUnit(t *testing.T) {
	at := func(values ...string) []compare.Position {
		var out []compare.Position
		for _, v := range values {
			out = append(out, compare.Position{Value: v})
		}
		return out
	}
	for _, c := range []struct{ values, want []string }{
		{[]string{"75 mile", "193.1 kilometer"}, []string{"75 miles", "193.1 kilometers = 120 miles"}},
		{[]string{"20 celsius", "70 fahrenheit"}, []string{"20 celsius", "70 fahrenheit = 21.1 celsius"}},
		{[]string{"75 mile", "80 mile"}, []string{"75 miles", "80 miles"}},
		{[]string{"75 mile", "12"}, []string{"75 miles", "12"}},
		{[]string{"12", "≥ 21"}, []string{"12", "at least 21"}},
		{[]string{"denies", "asserts"}, []string{"denies", "asserts"}},
		{[]string{"5 EUR", "5 USD"}, []string{"5 EUR", "5 USD"}},
	} {
		assert.Equal(t, c.want, inOneUnit(at(c.values...)))
	}
}
