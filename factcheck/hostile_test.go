package factcheck_test

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/seeds"
)

// Texts that grow with n: what a reader of files meets on a bad day.
var hostile = []struct {
	name string
	make func(n int) string
}{
	{"ASCII", func(n int) string {
		return fill(n, "At least %d people were killed on Tuesday, the mayor said. \"We will rebuild,\" Ada Quill told reporters.\n")
	}},
	{"CJK", func(n int) string {
		return fill(n, "東京で地震があり、%d人が死亡したと警察が発表した。「救助を続ける」と市長は述べた。")
	}},
	{"one unbroken line", func(n int) string { return strings.Repeat("x", n) }},
	{"one unbroken line of digits", func(n int) string { return strings.Repeat("7", n) }},
	{"quotation marks only", func(n int) string { return strings.Repeat(`"`, n) }},
	{"opening marks only", func(n int) string { return strings.Repeat("“", n/3) }},
	{"single marks only", func(n int) string { return strings.Repeat("' ", n/2) }},
	{"CRLF", func(n int) string {
		return strings.ReplaceAll(fill(n, "More than %d drones came overnight, officials said.\n\n"), "\n", "\r\n")
	}},
	{"line ends only", func(n int) string { return strings.Repeat("\n", n) }},
	{"stops only", func(n int) string { return strings.Repeat(".", n) }},
	{"numbers only", func(n int) string { return fill(n, "%d ") }},
	{"number words", func(n int) string { return strings.Repeat("hundred thousand ", n/17) }},
	{"brackets", func(n int) string { return strings.Repeat("75 miles (", n/10) }},
	{"capitals", func(n int) string { return strings.Repeat("Kyiv Antony ", n/12) }},
	{"cues", func(n int) string { return strings.Repeat("said that he said ", n/18) }},
	{"combining marks", func(n int) string { return "e" + strings.Repeat("\u0301", n/2) }},
	{"NUL bytes", func(n int) string { return strings.Repeat("12\x00dead ", n/8) }},
}

func fill(n int, sentence string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, sentence, i%997)
	}
	return b.String()
}

// The memory that reading takes grows with the text and not with its square. It is counted, not timed: the time
// of each scanner is held to its text by the counts of look-ups in the scanners' own tests.
//
// Read borrows its memory from pools that the garbage collector empties when it likes, so that what one call allocates is chance:
// each text is read with empty pools and without the collector, and what an empty text takes is not counted.
func TestHostileTextsTakeLinearMemory(t *testing.T) {
	n, err := normalize.New()
	require.NoError(t, err)
	const small, times = 2 << 10, 32
	least := allocated(t, n, "")
	for _, h := range hostile {
		a, b := allocated(t, n, h.make(small))-least, allocated(t, n, h.make(small*times))-least
		assert.Less(t, b, 2*times*max(a, 0)+(1<<20), "%s: bytes allocated for %d and %d bytes of text", h.name, small, small*times)
	}
}

// allocated returns how many bytes are allocated to read s with no memory left from other texts.
func allocated(t *testing.T, n *normalize.Normalizer, s string) int64 {
	t.Helper()
	runtime.GC()
	runtime.GC() // what a pool holds outlives one collection
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := n.Read(&text.Source{ID: "a", Text: s})
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	return int64(after.TotalAlloc - before.TotalAlloc)
}

func TestHostileTextsKeepOffsets(t *testing.T) {
	cases := []string{"", "\x00", "\ufeff", "\ufeffTwelve died.", "\r", "½", "İ 5 km", "12\u00a0km", "\"", "(", "---", "---\n---\n"}
	for _, h := range hostile {
		cases = append(cases, h.make(4<<10))
	}
	for _, s := range cases {
		checkOffsets(t, s)
	}
}

// checkOffsets reads s, alone and against another text, and tests every offset.
func checkOffsets(t testing.TB, s string) {
	t.Helper()
	src, err := factcheck.ParseText(s)
	require.NoError(t, err)
	src.ID = "a"
	n := new(normalize.Normalizer)
	d, err := n.Read(&src)
	require.NoError(t, err)
	span := func(what string, p factcheck.SpanJSON) {
		ok := 0 <= p.Start && p.Start <= p.End && p.End <= len(s) && s[p.Start:p.End] == p.Text && utf8.ValidString(p.Text)
		assert.True(t, ok, "%s [%d:%d] %q of %.60q", what, p.Start, p.End, p.Text, s)
	}
	j := factcheck.NewDocumentJSON(d)
	for _, q := range j.Quantities {
		span("quantity", q.SpanJSON)
	}
	for _, x := range j.Times {
		span("time", x.SpanJSON)
	}
	for _, x := range j.Names {
		span("name", x.SpanJSON)
	}
	for _, st := range j.Statements {
		for _, c := range append(st.Content, st.Quoted...) {
			span("content", c)
		}
	}
	again, err := n.Read(&src)
	require.NoError(t, err)
	assert.Equal(t, j, factcheck.NewDocumentJSON(again), "read twice")

	other := factcheck.Source{ID: "b", Text: seeds.Sources()[0].Text}
	r, err := factcheck.Check(src, other)
	require.NoError(t, err)
	for _, f := range r.Findings {
		for _, e := range f.Evidence() {
			text := other.Text
			if e.Source == "a" {
				text = s
			}
			ok := 0 <= e.Start && e.Start <= e.End && e.End <= len(text) && text[e.Start:e.End] == e.Text
			assert.True(t, ok, "evidence %+v", e)
		}
	}
	_ = r.String()
}

func FuzzCheck(f *testing.F) {
	for _, h := range hostile {
		f.Add(h.make(200))
	}
	for _, s := range seeds.Sources() {
		f.Add(s.Text[:min(len(s.Text), 600)])
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			_, err := factcheck.ParseText(s)
			require.ErrorContains(t, err, "is not valid UTF-8")
			return
		}
		if _, err := factcheck.ParseText(s); err != nil {
			return // front matter with a wrong date
		}
		checkOffsets(t, s)
	})
}

func FuzzDecodeSource(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"Two died.","published":"2024-09-10"}`))
	f.Add([]byte(`{"text":"\ud800"}`))
	f.Add([]byte("{\"text\":\"\xff\"}"))
	f.Fuzz(func(t *testing.T, line []byte) {
		s, err := factcheck.DecodeSource(line)
		if err == nil && !utf8.ValidString(s.Text) {
			t.Errorf("%q gives a text that is not UTF-8", line)
		}
	})
}
