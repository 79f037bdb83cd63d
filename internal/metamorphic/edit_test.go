package metamorphic

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// An edit puts other words in the place of text[start:end].
type edit struct {
	start, end int
	with       string
}

// apply carries out edits that do not overlap; of two that do, the first counts.
func apply(text string, edits []edit) string {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b edit) int { return a.start - b.start })
	var b strings.Builder
	at := 0
	for _, e := range edits {
		if e.start < at {
			continue
		}
		b.WriteString(text[at:e.start])
		b.WriteString(e.with)
		at = e.end
	}
	b.WriteString(text[at:])
	return b.String()
}

// check compares a text with another version of it, published on the same day.
func check(t testing.TB, s sample, other string) *factcheck.Report {
	t.Helper()
	r, err := factcheck.Check(factcheck.Source{ID: "a", Text: s.text, Published: s.published}, factcheck.Source{ID: "b", Text: other, Published: s.published})
	require.NoError(t, err, s.from)
	return r
}

func against(f *factcheck.Finding) bool {
	return f.Verdict == compare.VerdictConflict || f.Verdict == compare.VerdictDisputed
}

func together(f *factcheck.Finding) bool {
	return (f.Verdict == compare.VerdictAgree || f.Verdict == compare.VerdictCompatible) && f.Kind != "provenance" && len(compare.SourceIDs(f.Positions...)) > 1
}

// covers reports whether evidence from a source lies over text[start:end].
func covers(f *factcheck.Finding, source string, start, end int) bool {
	return slices.ContainsFunc(f.Evidence(), func(e compare.Evidence) bool { return e.Source == source && e.Start < end && start < e.End })
}

// fresh returns the conflicts of changed that have no counterpart in same, the report of the text beside its copy: one
// of the same rule over the same words of the text, or, for what only the other version says, one of the same rule.
func fresh(same, changed *factcheck.Report) []*factcheck.Finding {
	var out []*factcheck.Finding
	for i := range changed.Findings {
		f := &changed.Findings[i]
		if against(f) && !slices.ContainsFunc(same.Findings, func(old factcheck.Finding) bool { return against(&old) && old.Rule == f.Rule && meet(&old, f) }) {
			out = append(out, f)
		}
	}
	return out
}

// meet reports whether two findings have evidence over the same words of the text, or f has none from it.
func meet(old, f *factcheck.Finding) bool {
	any := false
	for _, e := range f.Evidence() {
		if e.Source != "a" {
			continue
		}
		any = true
		if covers(old, "a", e.Start, e.End) {
			return true
		}
	}
	return !any
}

// describe writes a finding for the log.
func describe(f *factcheck.Finding) string {
	var b strings.Builder
	b.WriteString("    " + string(f.Rule) + ": " + f.Title + "\n")
	for _, e := range f.Evidence() {
		b.WriteString("      " + e.Source + ": " + e.Text + " = " + e.Value + "\n")
	}
	return b.String()
}
