package quantity_test

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// tagged reads a text up to the stage before quantities.
func tagged(s string) *lexicon.Tagged {
	t := text.Read(&text.Source{Text: s})
	g := en.Lexicon().Tag(t)
	t.Segment(g)
	return g
}

func scan(s string) []quantity.Mention { return quantity.Scan(nil, tagged(s), nil) }

// A want is one amount of the corpus.
type want struct {
	bound, unit, noun string
	low, high         float64
	single            bool
	open              bool
}

func parseWant(t *testing.T, spec, at string) want {
	fields := strings.Fields(spec)
	w := want{bound: "exact"}
	if c := fields[0][0]; c != '-' && (c < '0' || c > '9') {
		w.bound, fields = fields[0], fields[1:]
	}
	low, high, isRange := strings.Cut(fields[0], "..")
	w.single = !isRange
	var err error
	w.low, err = strconv.ParseFloat(low, 64)
	require.NoError(t, err, at)
	if w.open = isRange && high == ""; isRange && !w.open {
		w.high, err = strconv.ParseFloat(high, 64)
		require.NoError(t, err, at)
		if w.bound == "exact" {
			w.bound = "range"
		}
	}
	fields = fields[1:]
	if len(fields) > 0 && fields[0] != "of" {
		w.unit, fields = fields[0], fields[1:]
	}
	if len(fields) > 1 {
		w.noun = fields[1]
	}
	return w
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b)) }

func (w want) fits(q *quantity.Quantity) bool {
	if q.Bound.String() != w.bound || q.Unit.ID != w.unit || w.noun != "" && q.CountOf != w.noun || q.Single != w.single {
		return false
	}
	if w.single {
		return near(q.Value.Float(), w.low)
	}
	return near(q.Low.Float(), w.low) && q.High.None == w.open && (w.open || near(q.High.Float(), w.high))
}

func show(ms []quantity.Mention, body string) string {
	var b strings.Builder
	for _, m := range ms {
		q := m.Value
		b.WriteString("[" + m.Span.Of(body) + "] " + q.Bound.String() + " " + strconv.FormatFloat(q.Value.Float(), 'g', -1, 64) + " " +
			strconv.FormatFloat(q.Low.Float(), 'g', -1, 64) + ".." + strconv.FormatFloat(q.High.Float(), 'g', -1, 64) + " " + q.Unit.ID + " of " + q.CountOf + "; ")
	}
	return b.String()
}

func TestCorpus(t *testing.T) {
	data, err := os.ReadFile("testdata/corpus.txt")
	require.NoError(t, err)
	var wants []want
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSpace(line)
		at := "corpus.txt:" + strconv.Itoa(n)
		switch {
		case line == "" || line[0] == '#':
			continue
		case line == "none":
			wants = nil
			continue
		case strings.HasPrefix(line, "= "):
			wants = nil
			for _, spec := range strings.Split(line[2:], ";") {
				wants = append(wants, parseWant(t, spec, at))
			}
			continue
		}
		ms := scan(line)
		ok := len(ms) == len(wants)
		for i := 0; ok && i < len(ms); i++ {
			ok = wants[i].fits(&ms[i].Value)
		}
		assert.True(t, ok, "%s: %s\nread %s\nwant %+v", at, line, show(ms, line), wants)
	}
	assert.GreaterOrEqual(t, n, 600)
}
