package factchecktest

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// Findings asserts which findings to check there are: one for each of want, in the order of the report, as
// a rule and, behind a space, a part of the topic: "number-conflict deaths".
func Findings(t T, want []string, sources ...factcheck.Source) bool {
	helper(t)
	r, ok := check(t, sources)
	if !ok {
		return false
	}
	var got []string
	var b strings.Builder
	same := true
	for f := range r.AtLeast(factcheck.Minor) {
		got = append(got, string(f.Rule)+" "+f.Topic)
		if i := len(got) - 1; i >= len(want) || !fits(f, want[i]) {
			same = false
			describe(&b, r, f)
		}
	}
	if same && len(got) == len(want) {
		return true
	}
	t.Errorf("factcheck: findings of %s\n  want %s\n  got  %s\n%s%s", names(sources), list(want), list(got), b.String(), keep(t, r))
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
	t.Errorf("factcheck: %q has %d independent origins in %s, want %d\n%s", about, most, names(sources), n, keep(t, r))
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
