package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/internal/sample"
	"github.com/factdiff/factdiff/internal/schematest"
	"github.com/factdiff/factdiff/seeds"
)

// reports are those that the forms are tried on: by hand, by the library, hostile, accepted and known, empty.
func reports(t *testing.T) map[string]*factcheck.Report {
	found, err := factcheck.Check(seeds.Sources()...)
	require.NoError(t, err)
	docs, findings := sample.Bridge(t)
	for i := range findings {
		findings[i].Topic = "x\n::error::y%0Az, a=b: \x1b</failure>]]> \u202e"
	}
	docs[0].Source.File = "a b/ü,:%.txt"
	settled := bridge(t)
	settled.Findings[0].Accepted, settled.Findings[1].Known = "it was said \"so\"", true
	return map[string]*factcheck.Report{"sample": bridge(t), "seeds": found, "hostile": factcheck.NewReport(docs, findings), "settled": settled, "empty": {}}
}

func schema(t *testing.T, name string) []byte {
	data, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	return data
}

// The published schema of SARIF 2.1.0.
func TestSarifSchema(t *testing.T) {
	s := schema(t, "sarif-2.1.0-rtm.5.schema.json")
	for _, r := range reports(t) {
		schematest.Against(t, s, render(t, "sarif", r))
	}
	out := render(t, "sarif", reports(t)["settled"])
	assert.Contains(t, out, `"baselineState": "unchanged"`)
	assert.Contains(t, out, `"suppressions": [`)
}

func TestRDJSONSchema(t *testing.T) {
	s := schema(t, "rdjson.schema.json")
	for _, r := range reports(t) {
		schematest.Against(t, s, render(t, "rdjson", r))
	}
}

// Every case, attribute and count of JUnit is one that its readers know.
func TestJUnitStrict(t *testing.T) {
	attributes := map[string]string{"testsuites": "", "testsuite": "name tests failures", "testcase": "classname name", "failure": "message type"}
	inside := map[string]string{"testsuites": "", "testsuite": "testsuites", "testcase": "testsuite", "failure": "testcase"}
	for name, r := range reports(t) {
		d := xml.NewDecoder(strings.NewReader(render(t, "junit", r)))
		var open []string
		count := map[string]int{}
		want := map[string]string{}
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err, name)
			switch e := token.(type) {
			case xml.StartElement:
				tag := e.Name.Local
				parent := ""
				if len(open) > 0 {
					parent = open[len(open)-1]
				}
				require.Contains(t, inside, tag)
				assert.Equal(t, inside[tag], parent, tag)
				for _, a := range e.Attr {
					assert.True(t, slices.Contains(strings.Fields(attributes[tag]), a.Name.Local), "%s has %s", tag, a.Name.Local)
					if tag == "testsuite" {
						want[a.Name.Local] = a.Value
					}
				}
				count[tag]++
				open = append(open, tag)
			case xml.EndElement:
				open = open[:len(open)-1]
			}
		}
		assert.Equal(t, want["tests"], strconv.Itoa(count["testcase"]), name)
		assert.Equal(t, want["failures"], strconv.Itoa(count["failure"]), name)
	}
}

// A command of a workflow is one line: its level, properties and words come out as they went in.
func TestGitHubCommands(t *testing.T) {
	undo := strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
	for name, r := range reports(t) {
		var got int
		for line := range strings.Lines(render(t, "github", r)) {
			rest, ok := strings.CutPrefix(line, "::")
			require.True(t, ok, "%s: %q", name, line)
			head, words, ok := strings.Cut(rest, "::")
			require.True(t, ok, name)
			level, list, _ := strings.Cut(head, " ")
			assert.Contains(t, []string{"error", "warning", "notice"}, level)
			properties := map[string]string{}
			for _, p := range strings.Split(list, ",") {
				k, v, ok := strings.Cut(p, "=")
				require.True(t, ok, p)
				properties[k] = undo.Replace(v)
			}
			for _, n := range []string{"line", "endLine", "col", "endColumn"} {
				v, err := strconv.Atoi(properties[n])
				assert.NoError(t, err)
				assert.Positive(t, v, n)
			}
			assert.True(t, slices.ContainsFunc(r.Sources, func(s factcheck.SourceInfo) bool { return properties["file"] == s.File || properties["file"] == s.ID }), properties["file"])
			assert.True(t, slices.ContainsFunc(r.Findings, func(f factcheck.Finding) bool {
				return properties["title"] == string(f.Rule) && strings.HasPrefix(undo.Replace(words), strings.TrimSuffix(visible(f.Title), ".")+".")
			}), words)
			got++
		}
		assert.Len(t, issues(r, false), got, name)
	}
}

// Markdown closes what it opens and keeps each table in shape.
func TestMarkdownShape(t *testing.T) {
	for name, r := range reports(t) {
		out := render(t, "markdown", r)
		for _, tag := range []string{"details", "summary", "sub"} {
			assert.Equal(t, strings.Count(out, "<"+tag+">"), strings.Count(out, "</"+tag+">"), "%s: %s", name, tag)
		}
		columns := 0
		for line := range strings.Lines(out) {
			if !strings.HasPrefix(line, "|") {
				columns = 0
				continue
			}
			n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
			if columns == 0 {
				columns = n
			}
			assert.Equal(t, columns, n, "%s: %s", name, line)
		}
	}
}

// What is not UTF-8 or has no place in XML never reaches a form.
func TestFormsAreClean(t *testing.T) {
	for name, r := range reports(t) {
		for _, form := range []string{"html", "junit"} {
			out := []byte(render(t, form, r))
			assert.False(t, bytes.ContainsRune(out, '\x1b'), fmt.Sprint(name, form))
		}
	}
}
