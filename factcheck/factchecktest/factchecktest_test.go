package factchecktest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/factchecktest"
	"github.com/factdiff/factdiff/seeds"
)

var (
	herald  = factcheck.Source{ID: "herald", Text: "The bridge lies 75 miles from the coast. “We are working on it,” Ada Quill said. Quill denied that the cracks were known.\n"}
	courier = factcheck.Source{ID: "courier", Text: "The bridge lies 120.7 kilometers from the coast. \"We are working on it,\" said Ada Quill.\n"}
)

// A probe notes failures instead of failing.
type probe struct {
	text    strings.Builder
	stopped bool
	dir     string
}

func (p *probe) Errorf(format string, args ...any) { fmt.Fprintf(&p.text, format+"\n", args...) }
func (p *probe) FailNow()                          { p.stopped = true }
func (p *probe) ArtifactDir() string               { return p.dir }

func TestHasQuantity(t *testing.T) {
	factchecktest.HasQuantity(t, herald, "bridge", "75 miles")
	factchecktest.HasQuantity(t, courier, "bridge", "75 miles")
	var p probe
	assert.False(t, factchecktest.HasQuantity(&p, herald, "bridge", "300 km"))
	assert.Contains(t, p.text.String(), `herald gives no amount equal to "300 km" with "bridge"; it gives "75 miles"`)
	assert.False(t, factchecktest.HasQuantity(&p, herald, "bridge", "nothing"))
	assert.Contains(t, p.text.String(), `"nothing" is not read as an amount`)
	assert.False(t, p.stopped)
	factchecktest.RequireHasQuantity(&p, herald, "bridge", "300 km")
	assert.True(t, p.stopped)
}

func TestAttributed(t *testing.T) {
	factchecktest.Attributed(t, herald, "we are working on it", "Quill")
	var p probe
	assert.False(t, factchecktest.Attributed(&p, herald, "we are working on it", "the mayor"))
	assert.Contains(t, p.text.String(), `herald does not give "we are working on it" as said by "the mayor"; said by: "Ada Quill"`)
}

func TestQuotedVerbatim(t *testing.T) {
	factchecktest.QuotedVerbatim(t, herald, "Quill", courier)
	var p probe
	wrong := factcheck.Source{ID: "wrong", Text: "“We are working on them,” Ada Quill said.\n"}
	assert.False(t, factchecktest.QuotedVerbatim(&p, wrong, "", courier))
	assert.Contains(t, p.text.String(), `"We are working on them,`)
}

func TestDenied(t *testing.T) {
	factchecktest.Denied(t, "Quill", "cracks", courier, herald)
	var p probe
	assert.False(t, factchecktest.Denied(&p, "Quill", "cracks", courier))
	assert.Contains(t, p.text.String(), `no denial of "cracks" by "Quill" in courier`)
}

func TestConsistent(t *testing.T) {
	var p probe
	assert.False(t, factchecktest.Consistent(&p, factcheck.Source{ID: "x", Text: "The sun shone."}))
	assert.Contains(t, p.text.String(), "nothing could be compared in x", "that nothing was compared is no success")
	p.text.Reset()
	assert.False(t, factchecktest.Consistent(&p, factcheck.Source{ID: "x", Text: "a\xff"}))
	assert.Contains(t, p.text.String(), "byte 1 is not valid UTF-8")
}

// A failure shows the rule, the passages with their places, and leaves the page.
func TestConsistentFails(t *testing.T) {
	p := probe{dir: t.TempDir()}
	a := factcheck.Source{ID: "a", Text: "It has a range of 75 miles (150 kilometers), officials said.\n"}
	b := factcheck.Source{ID: "b", Text: "It has a range of 75 miles, officials said.\n"}
	require.False(t, factchecktest.Consistent(&p, a, b))
	out := p.text.String()
	assert.Contains(t, out, "factcheck: 1 at or above serious in a, b\n  unit-check ")
	assert.Contains(t, out, `a:1:19: "75 miles"`)
	assert.Contains(t, out, "why: 75 miles is given as 150 kilometers")
	page := filepath.Join(p.dir, "factcheck.html")
	assert.Contains(t, out, "page: "+page)
	html, err := os.ReadFile(page)
	require.NoError(t, err)
	assert.Contains(t, string(html), "<!doctype html>")
	assert.LessOrEqual(t, strings.Count(out, "\n"), 8)
}

func TestFindings(t *testing.T) {
	a := factcheck.Source{ID: "a", Text: "It has a range of 75 miles (150 kilometers), officials said.\n"}
	factchecktest.Findings(t, []string{"unit-check 75 miles"}, a)
	var p probe
	assert.False(t, factchecktest.Findings(&p, nil, a))
	assert.Contains(t, p.text.String(), "want none\n  got  unit-check 75 miles")
}

func TestFiles(t *testing.T) {
	sources := factchecktest.Files(t, "../../seeds/*.txt")
	assert.Len(t, sources, len(seeds.Names))
	assert.Equal(t, "../../seeds/broadcast.txt", sources[0].File)
	var p probe
	factchecktest.Files(&p, "nowhere/*.txt")
	assert.True(t, p.stopped)
}

func TestRunDir(t *testing.T) { factchecktest.RunDir(t, "testdata") }
