package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/internal/golden"
	"github.com/factdiff/factdiff/internal/sample"
)

func bridge(t testing.TB) *factcheck.Report {
	r := factcheck.NewReport(sample.Bridge(t))
	r.ID = "bridge"
	return r
}

func render(t testing.TB, form string, r *factcheck.Report) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Form(form)(&b, r))
	return b.String()
}

func TestEveryFormHasAWriter(t *testing.T) {
	for _, f := range Forms {
		require.NotNil(t, Form(f), f)
		assert.Equal(t, render(t, f, bridge(t)), render(t, f, bridge(t)), "%s: twice the same", f)
	}
	assert.Nil(t, Form("pdf"))
}

func TestHTMLGolden(t *testing.T) {
	golden.Equal(t, "report.html.golden", render(t, "html", bridge(t)))
}

var (
	idAttr = regexp.MustCompile(`\sid="?([^"\s>]+)`)
	target = regexp.MustCompile(`href="#([^"]*)"`)
)

// Every link leads to a place in the page, and no place has two names.
func checkLinks(t *testing.T, html string) {
	t.Helper()
	ids := map[string]bool{}
	for _, m := range idAttr.FindAllStringSubmatch(html, -1) {
		assert.False(t, ids[m[1]], "id %q twice", m[1])
		ids[m[1]] = true
	}
	n := 0
	for _, m := range target.FindAllStringSubmatch(html, -1) {
		n++
		assert.True(t, ids[m[1]], "no place %q", m[1])
	}
	assert.Greater(t, n, 10)
}

// What one source alone says is said once.
func TestSinglesAreNotDoubled(t *testing.T) {
	r, err := factcheck.Check(factcheck.Source{ID: "a", Text: "The ferry Calypso will be repaired in Lorne before the summer, Mayor Ada Quill said. Divers saw a hole in its hull."},
		factcheck.Source{ID: "b", Text: "The ferry Calypso carried 120 passengers."})
	require.NoError(t, err)
	page := render(t, "html", r)
	_, singles, ok := strings.Cut(page, "<ul class=sg>")
	require.True(t, ok)
	singles, _, _ = strings.Cut(singles, "</section>")
	assert.Contains(t, singles, "Ada Quill: ")
	assert.Equal(t, 1, strings.Count(singles, "repaired in Lorne before the summer"), singles)
	assert.Equal(t, 1, strings.Count(singles, "saw a hole in its hull"), singles)
}

func TestHTMLLinks(t *testing.T) { checkLinks(t, render(t, "html", bridge(t))) }

// One file: nothing is fetched and nothing runs.
func TestHTMLStandsAlone(t *testing.T) {
	html := render(t, "html", bridge(t))
	for _, no := range []string{"<script", "<link", "<img", "@import", "url(", "http:", "https:", "onclick"} {
		assert.NotContains(t, html, no)
	}
}

// Hostile text in any field stays text.
func TestHTMLHostile(t *testing.T) {
	docs, found := sample.Hostile(t)
	html := render(t, "html", factcheck.NewReport(docs, found))
	assert.NotContains(t, html, "<script")
	assert.NotContains(t, html, "<img")
	assert.Equal(t, 1, strings.Count(html, "</style>"))
	assert.Equal(t, len(docs), strings.Count(html, "</pre>"))
	checkLinks(t, html)
}

// Five hundred findings over fifty sources stay below two megabytes, folded.
func TestHTMLMuch(t *testing.T) {
	html := render(t, "html", factcheck.NewReport(sample.Much(t, 50, 500)))
	assert.Less(t, len(html), 2<<20)
	assert.Contains(t, html, "<details")
	checkLinks(t, html)
}

// What overlaps is cut at every edge, and the pieces are the text again.
func TestCut(t *testing.T) {
	text := "one two three four"
	marks := []mark{{factcheck.Span{Start: 4, End: 13}, "ok", 1, "f1"}, {factcheck.Span{Start: 8, End: 18}, "hi", 7, "f2"}, {factcheck.Span{Start: 8, End: 13}, "low", 3, "f3"}}
	pieces := cut(text, "A", marks)
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	assert.Equal(t, text, b.String())
	assert.Equal(t, []piece{{Text: "one "}, {"tA4", "f1", "ok", "two "}, {"tA8", "f2", "hi", "three"}, {"", "f2", "hi", " four"}}, pieces)
	assert.Equal(t, []piece{{Text: "x"}}, cut("x", "A", nil))
	assert.Empty(t, cut("", "A", nil))
}

func FuzzCut(f *testing.F) {
	f.Add("one two three four", 4, 13, 8, 18)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		span := func(x, y int) factcheck.Span {
			n := len(text) + 1
			x, y = (x%n+n)%n, (y%n+n)%n
			return factcheck.Span{Start: min(x, y), End: max(x, y)}
		}
		var all strings.Builder
		for _, p := range cut(text, "A", []mark{{span(a, b), "ok", 1, "f1"}, {span(c, d), "hi", 2, "f2"}}) {
			all.WriteString(p.Text)
		}
		assert.Equal(t, text, all.String())
	})
}

// Between two passages inside a third one stands a space, which is no link.
func TestNoLinkIsASpace(t *testing.T) {
	span := func(a, b int) factcheck.Span { return factcheck.Span{Start: a, End: b} }
	marks := []mark{{span(0, 11), "low", 1, "f1"}, {span(0, 5), "hi", 6, "f2"}, {span(6, 11), "hi", 6, "f3"}}
	for _, p := range cut("seven wells dry", "A", marks) {
		assert.Equal(t, p.Text != " " && p.Text != " dry", p.To != "", "%q", p.Text)
	}
}
