package timex_test

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

func tagged(body string) *lexicon.Tagged {
	t := text.Read(&text.Source{Text: body})
	g := en.Lexicon().Tag(t)
	t.Segment(g)
	return g
}

// show writes a value as the corpus does.
func show(t timex.Time) string {
	from, to := t.ISO()
	var b strings.Builder
	fmt.Fprintf(&b, "%s/%s %s", from, to, t.Grain)
	for _, f := range []struct {
		on   bool
		name string
	}{{t.Approx, "approx"}, {t.Open, "open"}, {t.Local, "local"}, {t.Either, "either"}, {t.Bound != timex.On, t.Bound.String()}} {
		if f.on {
			b.WriteString(" " + f.name)
		}
	}
	return b.String()
}

// A line of the corpus: behind the text may stand "= more flags" and "# n", which mention of several is meant.
type line struct {
	n          int
	text, want string
	span       string
	which      int // -1: the last
}

func parseLine(n int, s, want string) line {
	l := line{n: n, want: want, which: -1}
	s, which, ok := strings.Cut(s, " # ")
	if k, err := strconv.Atoi(strings.TrimSpace(which)); ok && err == nil {
		l.which = k
	}
	s, more, ok := strings.Cut(s, " = ")
	if more = strings.TrimSpace(more); ok {
		l.want = merge(want, more)
	}
	s = strings.TrimSpace(s)
	if i := strings.LastIndexByte(s, '{'); i >= 0 {
		j := strings.LastIndexByte(s, '}')
		l.span = s[i+1 : j]
	}
	l.text = strings.NewReplacer("{", "", "}", "").Replace(s)
	return l
}

// merge puts what stands behind a line in place of the same part of the value above it.
func merge(want, more string) string {
	w := strings.Fields(want)
	var flags []string
	for _, f := range strings.Fields(more) {
		switch {
		case strings.Contains(f, "/"):
			w[0] = f
		case strings.Contains(" day week month season quarter year decade century ", " "+f+" "):
			w[1] = f
		default:
			flags = append(flags, f)
		}
	}
	have := strings.Join(append(w[2:], flags...), " ")
	out := w[0] + " " + w[1]
	for _, f := range []string{"approx", "open", "local", "either", "since", "by", "until", "before", "after", "between", "within"} {
		if strings.Contains(" "+have+" ", " "+f+" ") {
			out += " " + f
		}
	}
	return out
}

func TestCorpus(t *testing.T) {
	f, err := os.Open("testdata/times.txt")
	require.NoError(t, err)
	defer f.Close()
	var pub time.Time
	want := ""
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		s := strings.TrimSpace(sc.Text())
		switch {
		case s == "" || s[0] == '#':
		case s[0] == '@':
			pub, err = time.Parse(time.DateOnly, strings.TrimSpace(s[1:]))
			require.NoError(t, err)
		case strings.HasPrefix(s, "= "):
			want = merge(s[2:], "")
		case s == "none":
			want = ""
		default:
			check(t, pub, parseLine(n, s, want))
		}
	}
	require.NoError(t, sc.Err())
}

func check(t *testing.T, pub time.Time, l line) {
	t.Helper()
	where := fmt.Sprintf("times.txt:%d: %s", l.n, l.text)
	ms := timex.Scan(nil, tagged(l.text), pub)
	if l.want == "" {
		for _, m := range ms {
			assert.Fail(t, "reads a time", "%s: %q is %s (%s)", where, m.Of(l.text), show(m.Value), m.Rule)
		}
		return
	}
	if !assert.NotEmpty(t, ms, where) {
		return
	}
	if l.which < 0 {
		l.which = len(ms) - 1
	}
	m := ms[min(l.which, len(ms)-1)]
	assert.Equal(t, l.want, show(m.Value), "%s: %q (%s)", where, m.Of(l.text), m.Rule)
	if l.span != "" {
		assert.Equal(t, l.span, m.Of(l.text), where)
	}
}

// A feast takes the year that stands a few words behind it, whatever the date of the document.
func TestFeastTakesItsYear(t *testing.T) {
	g := tagged("The village lost its pier in the Boxing Day storm and flood in 2009.")
	times := timex.Scan(nil, g, time.Date(2024, 9, 10, 0, 0, 0, 0, time.UTC))
	require.Len(t, times, 2)
	assert.Equal(t, "2009-12-26", times[0].Value.From.Format(time.DateOnly))
}

// Each day of a list before a month is a time of its own, with the month and the year of the last.
func TestJoinedDays(t *testing.T) {
	var got []string
	for _, m := range timex.Scan(nil, tagged("The talks took place on 3, 5 and 9 May 2023."), time.Time{}) {
		got = append(got, m.Value.From.Format("2006-01-02"))
	}
	assert.Equal(t, []string{"2023-05-03", "2023-05-05", "2023-05-09"}, got)
}
