package factcheck_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/seeds"
)

func TestLimits(t *testing.T) {
	sources := seeds.Sources()
	total := 0
	for _, s := range sources {
		total += len(s.Text)
	}
	for _, c := range []struct {
		checker *factcheck.Checker
		want    factcheck.LimitError
		says    string
	}{
		{&factcheck.Checker{MaxSources: 4}, factcheck.LimitError{What: "sources", Got: 5, Limit: 4, Field: "MaxSources"}, "5 sources, more than the limit of 4: raise Checker.MaxSources"},
		{&factcheck.Checker{MaxTotal: total - 1}, factcheck.LimitError{What: "bytes in all sources", Got: total, Limit: total - 1, Field: "MaxTotal"},
			fmt.Sprintf("%d bytes in all sources, more than the limit of %d: raise Checker.MaxTotal", total, total-1)},
	} {
		_, err := c.checker.Check(sources...)
		var limit *factcheck.LimitError
		require.ErrorAs(t, err, &limit)
		assert.Equal(t, c.want, *limit)
		assert.EqualError(t, err, c.says)
	}
	_, err := (&factcheck.Checker{MaxFindings: 3}).Check(sources...)
	var limit *factcheck.LimitError
	require.ErrorAs(t, err, &limit)
	assert.Equal(t, "findings", limit.What)
	assert.Greater(t, limit.Got, 3)
	_, err = (&factcheck.Checker{MaxSources: 5, MaxTotal: total, MaxFindings: limit.Got}).Check(sources...)
	assert.NoError(t, err, "what is as large as the limit passes")
	_, err = factcheck.Check(make([]factcheck.Source, factcheck.DefaultMaxSources+1)...)
	assert.ErrorContains(t, err, "10001 sources, more than the limit of 10000")
}

// Brackets, quotations and JSON in one another, far deeper than anybody writes, are read or refused, never a crash.
func TestNesting(t *testing.T) {
	const deep = 20_000
	for _, pair := range []string{"()", "[]", "{}", "“”", "‘’", "«»"} {
		open, shut := string([]rune(pair)[0]), string([]rune(pair)[1])
		text := strings.Repeat(open, deep) + "Two people died, police said." + strings.Repeat(shut, deep)
		_, err := factcheck.Check(factcheck.Source{Text: text}, factcheck.Source{Text: text})
		assert.NoError(t, err, pair)
	}
	_, err := factcheck.DecodeSource([]byte(strings.Repeat(`{"text":`, deep) + `""` + strings.Repeat("}", deep)))
	assert.ErrorContains(t, err, "exceeded max depth")
	_, err = factcheck.DecodeSource([]byte(`{"text":"a","x":` + strings.Repeat("[", deep) + strings.Repeat("]", deep) + "}"))
	assert.ErrorContains(t, err, "exceeded max depth")
}
