// Package factchecktest has assertions about reports for test suites, named like net/http/httptest.
//
//	func TestBriefing(t *testing.T) {
//		sources := factchecktest.Files(t, "testdata/*.txt")
//		factchecktest.Consistent(t, append(sources, briefing)...)
//		factchecktest.Attributed(t, briefing, "the most sensitive areas", "Dmitry Peskov")
//		factchecktest.Grounded(t, answer, sources...)
//	}
//
// Each assertion reports whether it holds and goes on; its Require twin stops the test. They work with
// *testing.T, *testing.B and whatever else has Errorf. The package registers no flag and imports no other
// assertion library. A failure shows each finding in at most eight lines: the rule, the passages with their
// places and values, and why. Where the test has an ArtifactDir, the page of the report lies there.
package factchecktest

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/factdiff/factdiff/factcheck"
)

// T is what an assertion needs of a test.
type T interface {
	Errorf(format string, args ...any)
}

// FailNow is what the Require twins need besides.
type FailNow interface {
	T
	FailNow()
}

func helper(t T) {
	if h, ok := t.(interface{ Helper() }); ok {
		h.Helper()
	}
}

func require(t FailNow, holds bool) {
	if !holds {
		helper(t)
		t.FailNow()
	}
}

// Files reads the sources that match the patterns and stops the test when one cannot be read.
func Files(t FailNow, patterns ...string) []factcheck.Source {
	helper(t)
	var names []string
	for _, p := range patterns {
		match, err := filepath.Glob(p)
		if err == nil && len(match) == 0 {
			err = fmt.Errorf("pattern %q matches no file", p)
		}
		if err != nil {
			t.Errorf("factcheck: %v", err)
			t.FailNow()
		}
		names = append(names, match...)
	}
	sources, err := new(factcheck.Checker).ReadFiles(names...)
	if err != nil {
		t.Errorf("factcheck: %v", err)
		t.FailNow()
	}
	return sources
}

func check(t T, sources []factcheck.Source) (*factcheck.Report, bool) {
	helper(t)
	return checkWith(t, new(factcheck.Checker), sources)
}

func checkWith(t T, c *factcheck.Checker, sources []factcheck.Source) (*factcheck.Report, bool) {
	r, err := c.Check(sources...)
	if err != nil {
		helper(t)
		t.Errorf("factcheck: %v", err)
		return nil, false
	}
	return r, true
}

// names returns what sources are called in failures: their files, else their ids, else their numbers.
func names(sources []factcheck.Source) string {
	var out []string
	for i := range sources {
		out = append(out, nameOf(&sources[i], i))
	}
	return strings.Join(out, ", ")
}

func sourceNames(r *factcheck.Report) string {
	var out []string
	for i := range r.Sources {
		out = append(out, nameOf(r.Sources[i].Source, i))
	}
	return strings.Join(out, ", ")
}

func nameOf(s *factcheck.Source, i int) string { return cmp.Or(s.File, s.ID, fmt.Sprint(i+1)) }
