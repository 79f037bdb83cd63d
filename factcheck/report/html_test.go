package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/internal/golden"
	"github.com/factdiff/factdiff/internal/sample"
	"github.com/factdiff/factdiff/normalize"
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
	const evil = `</pre></style><script>alert(1)</script>"><img src=x onerror=alert(1)>' {{.}} &amp; javascript:alert(1)`
	docs, found := sample.Bridge(t)
	for i, d := range docs {
		d.Source.ID, d.Source.Outlet, d.Source.Title, d.Source.URL = evil+fmt.Sprint(i), evil, evil, "javascript:alert(1)"
		d.Source.Text += evil
	}
	for i := range found {
		f := &found[i]
		f.Topic, f.ID, f.Reason.Args, f.Flags = evil, evil, []string{evil, evil, evil}, []string{evil}
		for k := range f.Positions {
			f.Positions[k].Value = evil
			for n := range f.Positions[k].Sources {
				f.Positions[k].Sources[n] = docs[0].Source.ID
			}
			for n := range f.Positions[k].Evidence {
				e := &f.Positions[k].Evidence[n]
				e.Source, e.Speaker, e.Value = docs[0].Source.ID, evil, evil
				e.Start, e.End, e.Text = len(docs[0].Source.Text)-len(evil), len(docs[0].Source.Text), evil
			}
		}
	}
	html := render(t, "html", factcheck.NewReport(docs, found))
	assert.NotContains(t, html, "<script")
	assert.NotContains(t, html, "<img")
	assert.Equal(t, 1, strings.Count(html, "</style>"))
	assert.Equal(t, len(docs), strings.Count(html, "</pre>"))
	checkLinks(t, html)
}

// Five hundred findings over fifty sources stay below two megabytes, folded.
func TestHTMLMuch(t *testing.T) {
	var docs []*normalize.Document
	for i := range 50 {
		s := &factcheck.Source{ID: fmt.Sprintf("s%d", i), Outlet: fmt.Sprintf("Outlet %d", i), Text: strings.Repeat("The bridge fell and 12 people died, police said on Monday.\n\n", 300)}
		docs = append(docs, &normalize.Document{Source: s, Published: s.Published, PublishedFrom: "none"})
	}
	var found []compare.Finding
	for i := range 500 {
		f := compare.Finding{ID: fmt.Sprint(i), Kind: "number", Rule: compare.NumberMatch, Verdict: compare.VerdictAgree, Topic: fmt.Sprintf("topic %d", i)}
		if i < 120 {
			f.Rule, f.Verdict, f.Severity = compare.NumberConflict, compare.VerdictConflict, compare.Serious
		}
		for k := range 2 {
			var p compare.Position
			for n := range 5 {
				d := docs[(i*7+k*5+n)%50]
				at := 60*(i%300) + 20
				p.Evidence = append(p.Evidence, compare.Evidence{Source: d.Source.ID, Span: factcheck.Span{Start: at, End: at + 9}, Text: d.Source.Text[at : at+9], Line: 2*(i%300) + 1})
				p.Sources = append(p.Sources, d.Source.ID)
			}
			p.Value, p.Side = fmt.Sprint(k), string(rune('a'+k))
			f.Positions = append(f.Positions, p)
		}
		found = append(found, f)
	}
	html := render(t, "html", factcheck.NewReport(docs, found))
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
