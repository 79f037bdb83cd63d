// Package factchecktest has assertions about reports for test suites, named like net/http/httptest.
//
//	func TestBriefing(t *testing.T) {
//		sources := factchecktest.Files(t, "testdata/*.txt")
//		factchecktest.Consistent(t, append(sources, briefing)...)
//		factchecktest.Attributed(t, briefing, "the most sensitive areas", "Dmitry Peskov")
//	}
//
// Each assertion reports whether it holds and goes on; its Require twin stops the test. They work with
// testing.TB and with whatever else has Errorf. The package registers no flag and imports no other
// assertion library.
package factchecktest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/report"
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

// Consistent asserts that the sources do not contradict each other: no finding is serious.
func Consistent(t T, sources ...factcheck.Source) bool {
	helper(t)
	return ConsistentAt(t, factcheck.Serious, sources...)
}

// RequireConsistent is Consistent that stops the test.
func RequireConsistent(t FailNow, sources ...factcheck.Source) {
	helper(t)
	require(t, Consistent(t, sources...))
}

// ConsistentAt asserts that no finding has the severity level or a graver one. That nothing could be
// compared fails as well: it is no proof of anything.
func ConsistentAt(t T, level compare.Severity, sources ...factcheck.Source) bool {
	helper(t)
	r, ok := check(t, sources)
	if !ok {
		return false
	}
	if r.Empty() {
		t.Errorf("factcheck: nothing could be compared in %s", names(sources))
		return false
	}
	var b strings.Builder
	n := 0
	for f := range r.AtLeast(level) {
		n++
		describe(&b, r, f)
	}
	if n == 0 {
		return true
	}
	t.Errorf("factcheck: %d at or above %s in %s\n%s%s", n, level, names(sources), b.String(), keep(t, r))
	return false
}

// RequireConsistentAt is ConsistentAt that stops the test.
func RequireConsistentAt(t FailNow, level compare.Severity, sources ...factcheck.Source) {
	helper(t)
	require(t, ConsistentAt(t, level, sources...))
}

// Findings asserts which findings to check there are: one for each of want, in the order of the report, as
// a rule and, behind a space, a part of the topic: "number-conflict deaths".
func Findings(t T, want []string, sources ...factcheck.Source) bool {
	helper(t)
	r, ok := check(t, sources)
	if !ok {
		return false
	}
	var got []string
	same := true
	for f := range r.AtLeast(factcheck.Minor) {
		got = append(got, string(f.Rule)+" "+f.Topic)
		if i := len(got) - 1; i >= len(want) || !fits(f, want[i]) {
			same = false
		}
	}
	if same && len(got) == len(want) {
		return true
	}
	t.Errorf("factcheck: findings of %s\n  want %s\n  got  %s%s", names(sources), list(want), list(got), keep(t, r))
	return false
}

// RequireFindings is Findings that stops the test.
func RequireFindings(t FailNow, want []string, sources ...factcheck.Source) {
	helper(t)
	require(t, Findings(t, want, sources...))
}

func fits(f *factcheck.Finding, want string) bool {
	rule, topic, _ := strings.Cut(want, " ")
	return rule == string(f.Rule) && strings.Contains(f.Topic, topic)
}

func list(s []string) string {
	if len(s) == 0 {
		return "none"
	}
	return strings.Join(s, "\n       ")
}

// Origins asserts that the sources agree on something, whose topic or words contain about, and that at
// least n of them are independent.
func Origins(t T, n int, about string, sources ...factcheck.Source) bool {
	helper(t)
	r, ok := check(t, sources)
	if !ok {
		return false
	}
	most := 0
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Verdict == compare.VerdictAgree && f.Kind != "provenance" && mentions(f, about) {
			most = max(most, f.Origins)
		}
	}
	if most >= n {
		return true
	}
	t.Errorf("factcheck: %q has %d independent origins in %s, want %d%s", about, most, names(sources), n, keep(t, r))
	return false
}

// RequireOrigins is Origins that stops the test.
func RequireOrigins(t FailNow, n int, about string, sources ...factcheck.Source) {
	helper(t)
	require(t, Origins(t, n, about, sources...))
}

func mentions(f *factcheck.Finding, about string) bool {
	if contains(f.Topic, about) {
		return true
	}
	for _, e := range f.Evidence() {
		if contains(e.Text, about) {
			return true
		}
	}
	return false
}

func check(t T, sources []factcheck.Source) (*factcheck.Report, bool) {
	r, err := factcheck.Check(sources...)
	if err != nil {
		helper(t)
		t.Errorf("factcheck: %v", err)
		return nil, false
	}
	return r, true
}

func names(sources []factcheck.Source) string {
	var out []string
	for i, s := range sources {
		switch {
		case s.File != "":
			out = append(out, s.File)
		case s.ID != "":
			out = append(out, s.ID)
		default:
			out = append(out, fmt.Sprint(i+1))
		}
	}
	return strings.Join(out, ", ")
}

// Lines and passages that a failure shows of one finding.
const (
	mostPassages = 6
	mostWords    = 72
)

// describe writes a finding in at most eight lines: rule and topic, the passages with their places and
// values, and why.
func describe(b *strings.Builder, r *factcheck.Report, f *factcheck.Finding) {
	fmt.Fprintf(b, "  %s %s  %s\n", f.Rule, f.ID, f.Topic)
	n := 0
	for k := range f.Positions {
		p := &f.Positions[k]
		for i := range p.Evidence {
			e := &p.Evidence[i]
			if n++; n > mostPassages {
				continue
			}
			fmt.Fprintf(b, "      %s:%d:%d: %q  %s\n", fileOf(r, e.Source), e.Line, e.Column, short(e.Text), short(factcheck.Readable(p.Value)))
		}
	}
	if f.Explanation != "" {
		fmt.Fprintf(b, "      why: %s\n", f.Explanation)
	}
}

func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > mostWords {
		return string(r[:mostWords]) + "…"
	}
	return s
}

func fileOf(r *factcheck.Report, id string) string {
	for _, s := range r.Sources {
		if s.ID == id && s.File != "" {
			return s.File
		}
	}
	return id
}

// keep leaves the report as a page among the test's artifacts, and says where.
func keep(t T, r *factcheck.Report) string {
	a, ok := t.(interface{ ArtifactDir() string })
	if !ok {
		return ""
	}
	path := filepath.Join(a.ArtifactDir(), "factcheck.html")
	f, err := os.Create(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	if report.HTML(f, r) != nil {
		return ""
	}
	return "\n  page: " + path
}
