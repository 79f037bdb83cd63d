package sample

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// Evil is text that a page must show as text.
const Evil = `</pre></style><script>alert(1)</script>"><img src=x onerror=alert(1)>' {{.}} &amp; javascript:alert(1)`

// Hostile returns the event of Bridge with Evil in every field.
func Hostile(t testing.TB) ([]*normalize.Document, []compare.Finding) {
	t.Helper()
	docs, found := Bridge(t)
	for i, d := range docs {
		d.Source.ID, d.Source.Outlet, d.Source.Title, d.Source.URL = Evil+fmt.Sprint(i), Evil, Evil, "javascript:alert(1)"
		d.Source.Text += Evil
	}
	first := docs[0].Source
	for i := range found {
		f := &found[i]
		f.Topic, f.ID, f.Reason.Args, f.Flags = Evil, Evil, []string{Evil, Evil, Evil}, []string{Evil}
		for k := range f.Positions {
			f.Positions[k].Value = Evil
			for n := range f.Positions[k].Sources {
				f.Positions[k].Sources[n] = first.ID
			}
			for n := range f.Positions[k].Evidence {
				e := &f.Positions[k].Evidence[n]
				e.Source, e.Speaker, e.Value = first.ID, Evil, Evil
				e.Start, e.End, e.Text = len(first.Text)-len(Evil), len(first.Text), Evil
			}
		}
	}
	return docs, found
}

// Much returns an event of many sources and findings: every fourth a conflict, with ten passages each.
func Much(t testing.TB, sources, findings int) ([]*normalize.Document, []compare.Finding) {
	t.Helper()
	const line, lines = "The bridge fell and 12 people died, police said on Monday.\n\n", 300
	var docs []*normalize.Document
	for i := range sources {
		s := &text.Source{ID: fmt.Sprintf("s%d", i), Outlet: fmt.Sprintf("Outlet %d", i), Text: strings.Repeat(line, lines)}
		docs = append(docs, &normalize.Document{Source: s, PublishedFrom: "none"})
	}
	var found []compare.Finding
	for i := range findings {
		f := compare.Finding{ID: fmt.Sprint(i), Kind: "number", Rule: compare.NumberMatch, Verdict: compare.VerdictAgree, Topic: fmt.Sprintf("topic %d", i)}
		if i < findings/4 {
			f.Rule, f.Verdict, f.Severity = compare.NumberConflict, compare.VerdictConflict, compare.Serious
		}
		for k := range 2 {
			p := compare.Position{Value: fmt.Sprint(k), Side: string(rune('a' + k))}
			for n := range 5 {
				d := docs[(i*7+k*5+n)%sources]
				start := len(line)*(i%lines) + 20
				p.Evidence = append(p.Evidence, compare.Evidence{Source: d.Source.ID, Span: text.Span{Start: start, End: start + 9}, Text: d.Source.Text[start : start+9], Line: 2*(i%lines) + 1})
				p.Sources = append(p.Sources, d.Source.ID)
			}
			f.Positions = append(f.Positions, p)
		}
		found = append(found, f)
	}
	return docs, found
}
