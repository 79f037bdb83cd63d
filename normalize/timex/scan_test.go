package timex_test

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/timex"
)

var published = time.Date(2024, time.September, 10, 14, 30, 0, 0, time.UTC)

func FuzzScan(f *testing.F) {
	data, err := os.ReadFile("testdata/times.txt")
	require.NoError(f, err)
	for line := range strings.Lines(string(data)) {
		f.Add(line)
	}
	f.Add("Sept. 10-31, 2024 2024-13-45 99.99.9999 25:61 9999s FY99 the 99th century in 1000 decades ago")
	f.Add("The bus left shortly after seven on")
	f.Fuzz(func(t *testing.T, body string) {
		if !utf8.ValidString(body) {
			return
		}
		g := tagged(body)
		ms := timex.Scan(nil, g, published)
		end := 0
		for _, m := range ms {
			require.LessOrEqual(t, end, m.Start, "in order, apart")
			require.Less(t, m.Start, m.End)
			require.LessOrEqual(t, m.End, len(body))
			require.Equal(t, g.Span(m.Range), m.Span)
			v := m.Value
			require.NotEqual(t, timex.None, v.Grain)
			if v.Resolved() && !v.To.IsZero() {
				require.True(t, v.From.Before(v.To), "%q: %s", m.Of(body), show(v))
			}
			end = m.End
		}
		assert.Equal(t, ms, timex.Scan(nil, g, published), "the same twice")
		timex.Published(g)
	})
}

// prose is a megabyte of news with as many times as news has.
func prose() string {
	const par = "The minister said on Tuesday that the talks, which began in March, would go on later this week in the capital. " +
		"More than 40 people from the northern district were moved to shelters after the river rose by two metres overnight, the agency reported. " +
		"The company, founded in 1998 by two engineers, sells pumps and pipes to farms in the region and has never made a loss. " +
		"Its head told reporters that orders had doubled and that a second plant was planned near the harbour, where land is cheap.\n\n"
	return strings.Repeat(par, 1<<20/len(par))
}

func BenchmarkScan(b *testing.B) {
	g := tagged(prose())
	b.SetBytes(int64(len(g.Body)))
	b.ReportAllocs()
	var ms []timex.Mention
	for b.Loop() {
		ms = timex.Scan(ms[:0], g, published)
	}
}
