package report

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/internal/golden"
	"github.com/factdiff/factdiff/internal/sample"
)

func TestGoldens(t *testing.T) {
	for form, name := range map[string]string{"markdown": "report.md.golden", "sarif": "report.sarif.golden", "rdjson": "report.rdjson.golden", "junit": "report.junit.golden", "github": "report.github.golden"} {
		golden.Equal(t, name, render(t, form, bridge(t)))
	}
}

func TestSarif(t *testing.T) {
	var log sarifLog
	require.NoError(t, json.Unmarshal([]byte(render(t, "sarif", bridge(t))), &log))
	require.Equal(t, "2.1.0", log.Version)
	run := log.Runs[0]
	require.Len(t, run.Results, 3)
	first := run.Results[0]
	assert.Equal(t, "number-conflict", first.RuleID)
	assert.Equal(t, first.RuleID, run.Tool.Driver.Rules[first.RuleIndex].ID)
	assert.Equal(t, "error", first.Level)
	assert.Equal(t, "courier", first.Locations[0].Physical.Artifact.URI, "the odd one out")
	assert.Equal(t, "21", first.Locations[0].Physical.Region.Snippet.Text)
	assert.Len(t, first.Related, 2)
	assert.Equal(t, "a1b2c3d4e5f6", first.Fingerprints["factdiff/v1"])
	for _, res := range run.Results {
		for _, l := range append(res.Locations, res.Related...) {
			g := l.Physical.Region
			assert.Positive(t, g.StartLine)
			assert.Positive(t, g.StartColumn)
			assert.True(t, g.EndLine > g.StartLine || g.EndColumn > g.StartColumn)
		}
	}
}

func TestSarifWithoutFindings(t *testing.T) {
	out := render(t, "sarif", &factcheck.Report{})
	for _, want := range []string{`"results": []`, `"rules": []`, `"artifacts": []`} {
		assert.Contains(t, out, want)
	}
}

func TestRDJSON(t *testing.T) {
	var res rdResult
	require.NoError(t, json.Unmarshal([]byte(render(t, "rdjson", bridge(t))), &res))
	require.Len(t, res.Diagnostics, 3)
	d := res.Diagnostics[2]
	assert.Equal(t, "WARNING", d.Severity)
	assert.Equal(t, rdRange{rdPosition{5, 2}, rdPosition{5, 64}}, d.Location.Range, "columns count bytes")
}

func TestJUnit(t *testing.T) {
	docs, found := sample.Bridge(t)
	found[0].Topic = "a < b & \x1b \"c\""
	var s junitSuites
	require.NoError(t, xml.Unmarshal([]byte(render(t, "junit", factcheck.NewReport(docs, found))), &s))
	assert.Equal(t, len(found), s.Suite.Tests)
	assert.Equal(t, 3, s.Suite.Failures)
	assert.Contains(t, s.Suite.Cases[0].Failure.Text, "courier:3:26: 21\n")
}

// A title with a line end cannot start a command of its own.
func TestGitHubHostile(t *testing.T) {
	docs, found := sample.Bridge(t)
	found[0].Topic = "x\n::error::y%0Az"
	out := render(t, "github", factcheck.NewReport(docs, found))
	assert.Equal(t, 3, strings.Count(out, "\n"))
	assert.Contains(t, out, "x%0A::error::y%250Az")
}

func TestMarkdownHostile(t *testing.T) {
	docs, found := sample.Bridge(t)
	found[0].Topic = "</details><img src=x> @everyone [x](https://example.org) | `rm` **b** \n# head"
	found[4].Topic = found[0].Topic
	out := render(t, "markdown", factcheck.NewReport(docs, found))
	for _, no := range []string{"<img", "@everyone", "[x]", "https://", "\n# head"} {
		assert.NotContains(t, out, no)
	}
	assert.Equal(t, strings.Count(out, "<details>"), strings.Count(out, "</details>"))
}

func TestOddOneOut(t *testing.T) {
	p := func(sources ...string) compare.Position {
		var out compare.Position
		for _, s := range sources {
			out.Sources = append(out.Sources, s)
			out.Evidence = append(out.Evidence, compare.Evidence{Source: s})
		}
		return out
	}
	f := func(all ...compare.Position) *factcheck.Finding {
		return &factcheck.Finding{Finding: compare.Finding{Positions: all}}
	}
	assert.Equal(t, 1, oddOneOut(f(p("a", "b"), p("c"))))
	assert.Equal(t, 0, oddOneOut(f(p("a"), p("b", "c"))))
	assert.Equal(t, 1, oddOneOut(f(p("a"), p("b"))))
	assert.Equal(t, 0, oddOneOut(f(p("a", "b"), compare.Position{Sources: []string{"c"}})))
	assert.Equal(t, -1, oddOneOut(f()))
}
