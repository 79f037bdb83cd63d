package factchecktest_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
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
	assert.Contains(t, out, `a:1:29: "150 kilometers"  = 93.2 miles`, "both values in one unit")
	assert.Contains(t, out, "why: 75 miles is given as 150 kilometers")
	page := filepath.Join(p.dir, "factcheck.html")
	assert.Contains(t, out, "page (go test -artifacts keeps it): "+page)
	html, err := os.ReadFile(page)
	require.NoError(t, err)
	assert.Contains(t, string(html), "<!doctype html>")
	assert.LessOrEqual(t, strings.Count(out, "\n"), 8)
}

// Each failure of a test leaves a page of its own.
func TestPagesAreKept(t *testing.T) {
	p := probe{dir: t.TempDir()}
	for range 3 {
		factchecktest.Findings(&p, nil, factcheck.Source{ID: "a", Text: "It has a range of 75 miles (150 kilometers), officials said.\n"})
	}
	pages, err := filepath.Glob(filepath.Join(p.dir, "factcheck*.html"))
	require.NoError(t, err)
	assert.Len(t, pages, 3)
}

func TestGrounded(t *testing.T) {
	answer := factcheck.Source{ID: "answer", Text: "The bridge lies 75 miles from the coast.\n"}
	factchecktest.Grounded(t, answer, herald, courier)
	var p probe
	wrong := factcheck.Source{ID: "answer", File: "testdata/answer.txt", Text: "Today:\nThe bridge lies 90 miles from the coast.\n"}
	require.False(t, factchecktest.Grounded(&p, wrong, herald))
	out := p.text.String()
	assert.Contains(t, out, "claims of testdata/answer.txt are not borne out by herald\n")
	assert.Contains(t, out, "  contradicted number\n      testdata/answer.txt:2:17: \"90 miles\"\n      herald:1:17: \"75 miles\"\n      why: The answer says")
	assert.False(t, factchecktest.NotContradicted(&p, wrong, herald))

	silent := factcheck.Source{ID: "silent", Text: "The bridge cost 40 million dollars in 1998.\n"}
	assert.False(t, factchecktest.Grounded(&p, silent, herald), "silence is no support")
	assert.True(t, factchecktest.NotContradicted(&p, silent, herald), "and no contradiction")
	p.text.Reset()
	assert.False(t, factchecktest.Grounded(&p, factcheck.Source{ID: "empty"}, herald))
	assert.Contains(t, p.text.String(), "nothing could be checked in empty")
	factchecktest.RequireGrounded(&p, silent, herald)
	assert.True(t, p.stopped)
}

func TestGolden(t *testing.T) {
	file := filepath.Join(t.TempDir(), "deep", "report.golden")
	var p probe
	assert.False(t, factchecktest.Golden(&p, file, herald, courier))
	assert.Contains(t, p.text.String(), "FACTDIFF_GOLDEN=1 go test writes it")
	t.Setenv(factchecktest.GoldenEnv, "1")
	assert.True(t, factchecktest.Golden(t, file, herald, courier))
	t.Setenv(factchecktest.GoldenEnv, "")
	assert.True(t, factchecktest.Golden(t, file, herald, courier))
	p.text.Reset()
	assert.False(t, factchecktest.Golden(&p, file, herald))
	assert.Contains(t, p.text.String(), "\n  line 1\n  want Two reports, one event: ")
	assert.Contains(t, p.text.String(), "\n  got  One report: ")
}

func TestConsistentBy(t *testing.T) {
	conf := filepath.Join(t.TempDir(), ".factcheck")
	write := func(s string) { require.NoError(t, os.WriteFile(conf, []byte(s), 0o644)) }
	a := factcheck.Source{ID: "a", Text: "It has a range of 75 miles (150 kilometers), officials said.\n"}
	b := factcheck.Source{ID: "b", Text: "It has a range of 75 miles, officials said.\n"}
	var p probe
	write("# nothing is expected\n")
	assert.False(t, factchecktest.ConsistentBy(&p, conf, a, b))
	for _, s := range []string{"fail never\n", "ignore unit-check in a \"a misprint\"\n", "unit mile = 2 kilometer\n"} {
		write(s)
		assert.True(t, factchecktest.ConsistentBy(t, conf, a, b), s)
	}
	write("ignore unit-check\n")
	p.text.Reset()
	assert.False(t, factchecktest.ConsistentBy(&p, conf, a, b))
	assert.Contains(t, p.text.String(), ".factcheck:1: ignore wants a reason")
}

// Whatever has Errorf and FailNow is a test.
func TestKindsOfTests(t *testing.T) {
	var tb testing.TB = t
	factchecktest.RequireHasQuantity(tb, herald, "bridge", "75 miles")
	factchecktest.RequireGrounded(new(assert.CollectT), factcheck.Source{Text: "The bridge lies 75 miles from the coast.\n"}, herald)
	c := new(assert.CollectT)
	assert.False(t, factchecktest.HasQuantity(c, herald, "bridge", "300 km"))
}

func BenchmarkAssertion(b *testing.B) {
	for b.Loop() {
		factchecktest.RequireHasQuantity(b, herald, "bridge", "75 miles")
	}
}

// A program that asserts outside a test carries no assertion library, and no flag of one.
func TestNoOtherAssertionLibrary(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	require.NoError(t, err)
	assert.Contains(t, string(out), "github.com/factdiff/factdiff/compare\n")
	for _, no := range []string{"testify", "go-cmp", "yaml", "x/term"} {
		assert.NotContains(t, string(out), no)
	}
	flag.VisitAll(func(f *flag.Flag) {
		assert.True(t, strings.HasPrefix(f.Name, "test."), "the flag %s is registered", f.Name)
	})
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
