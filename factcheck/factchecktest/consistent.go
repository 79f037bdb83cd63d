package factchecktest

import (
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/config"
)

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
	return ok && noneAtLeast(t, r, level)
}

// RequireConsistentAt is ConsistentAt that stops the test.
func RequireConsistentAt(t FailNow, level compare.Severity, sources ...factcheck.Source) {
	helper(t)
	require(t, ConsistentAt(t, level, sources...))
}

// ConsistentBy is Consistent by a configuration file, as the program reads .factcheck: its fail level, its dates,
// names and units; what it accepts, ignores or has in its baseline does not count. An entry that matches nothing
// any more is logged.
func ConsistentBy(t T, file string, sources ...factcheck.Source) bool {
	helper(t)
	conf, err := config.Read(file)
	if err != nil {
		t.Errorf("factcheck: %v", err)
		return false
	}
	c := new(factcheck.Checker)
	conf.Configure(c)
	sources = slices.Clone(sources)
	conf.Date(sources)
	r, ok := checkWith(t, c, sources)
	if !ok {
		return false
	}
	for _, note := range conf.Apply(r, time.Now()) {
		if l, ok := t.(interface{ Logf(string, ...any) }); ok {
			l.Logf("factcheck: %s", note)
		}
	}
	level, fails := conf.Level()
	return !fails || noneAtLeast(t, r, level)
}

// RequireConsistentBy is ConsistentBy that stops the test.
func RequireConsistentBy(t FailNow, file string, sources ...factcheck.Source) {
	helper(t)
	require(t, ConsistentBy(t, file, sources...))
}

// noneAtLeast fails when something was found that counts, or nothing could be compared.
func noneAtLeast(t T, r *factcheck.Report, level compare.Severity) bool {
	helper(t)
	if r.Empty() {
		t.Errorf("factcheck: nothing could be compared in %s", sourceNames(r))
		return false
	}
	var b strings.Builder
	n := 0
	for f := range r.AtLeast(level) {
		if f.Counts() {
			n++
			describe(&b, r, f)
		}
	}
	if n == 0 {
		return true
	}
	t.Errorf("factcheck: %d at or above %s in %s\n%s%s", n, level, sourceNames(r), b.String(), keep(t, r))
	return false
}
