package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/internal/sample"
)

func file(t *testing.T, text string) (*File, error) {
	t.Helper()
	name := filepath.Join(t.TempDir(), Name)
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	return Read(name)
}

var now = time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)

func TestRead(t *testing.T) {
	f, err := file(t, `# what the desk expects
fail     review          # a comment
sources  reports/*.txt "with space.txt"
date     reports/002*.txt 2024-09-11

ignore   quote-drift in daily on "Blinken" "translated # copy"
accept   7c1e until 2027-01-01 by desk "denial is in the sidebar"
baseline known.txt
`)
	require.NoError(t, err)
	dir := filepath.Dir(f.Path)
	assert.Equal(t, "review", f.Fail)
	assert.Equal(t, []string{filepath.Join(dir, "reports", "*.txt"), filepath.Join(dir, "with space.txt")}, f.Sources)
	assert.Equal(t, "reports/002*.txt", f.Dates[0].Pattern)
	require.Len(t, f.Rules, 2)
	assert.Equal(t, Exception{Line: 6, Rule: "quote-drift", Source: "daily", Topic: "Blinken", Reason: "translated # copy"}, f.Rules[0])
	assert.Equal(t, "desk", f.Rules[1].By)
	assert.Equal(t, filepath.Join(dir, "known.txt"), f.Baseline)
}

func TestReadErrors(t *testing.T) {
	for text, want := range map[string]string{
		"\nfail sometimes\n":           `.factcheck:2: fail wants one of serious, review, minor, never`,
		"accept 7c1e\n":                `:1: accept wants a reason in quotation marks at its end`,
		"accept 7c1e \"\"\n":           "wants a reason",
		"accept \"why\"\n":             "accept wants the id of a finding first",
		"ignore quote-drift in a\n":    "ignore wants a reason",
		"ignore x of y \"z\"\n":        `"of" is not known behind ignore`,
		"accept 7c1e until soon \"z\"": `"soon" is not a date`,
		"date a\n":                     "date wants a file pattern or an id, and a date",
		"mood good\n":                  `"mood" is not known: wanted fail, sources`,
		"accept 7c1e \"open\n":         "a quotation mark is not closed",
	} {
		_, err := file(t, text)
		assert.ErrorContains(t, err, want, text)
	}
}

func TestApply(t *testing.T) {
	f, err := file(t, `accept a1b2c3d4e5f6 "the mayor corrected himself"
ignore claim-without-denial in courier "short news"
ignore quote-drift in nobody "never"
accept fedcba987654 until 2026-05-01 "for a month"
`)
	require.NoError(t, err)
	r := factcheck.NewReport(sample.Bridge(t))
	notes := f.Apply(r, now)
	assert.Equal(t, "the mayor corrected himself", r.Findings[0].Accepted)
	assert.Equal(t, "short news", r.Findings[1].Accepted)
	assert.Empty(t, r.Findings[2].Accepted, "the date is over")
	require.Len(t, notes, 2)
	assert.Contains(t, notes[0], ":3: ignore quote-drift matches no finding")
	assert.Contains(t, notes[1], ":4: accept fedcba987654 was until 2026-05-01")
}

func TestBaseline(t *testing.T) {
	f, err := file(t, "baseline known\n")
	require.NoError(t, err)
	r := factcheck.NewReport(sample.Bridge(t))
	assert.Empty(t, f.Apply(r, now))
	assert.False(t, r.Findings[0].Known)
	require.NoError(t, f.WriteBaseline(r))
	again, err := Read(f.Path)
	require.NoError(t, err)
	again.Apply(r, now)
	for i := range r.Findings {
		assert.Equal(t, r.Findings[i].Severity > factcheck.Info, r.Findings[i].Known)
		assert.False(t, r.Findings[i].Counts() && r.Findings[i].Known)
	}
	assert.Error(t, new(File).WriteBaseline(r))
}

func TestAcceptKeepsTheFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), Name)
	require.NoError(t, os.WriteFile(name, []byte("# the desk\nfail review # why"), 0o644))
	require.NoError(t, Accept(name, "7c1e", "a reason"))
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "# the desk\nfail review # why\naccept   7c1e \"a reason\"\n", string(data))
	f, err := Read(name)
	require.NoError(t, err)
	assert.Equal(t, "a reason", f.Rules[0].Reason)
	assert.Error(t, Accept(name, "7c1e", " "))
	assert.Error(t, Accept(name, "7c1e", "two\nlines"))
	assert.Error(t, Accept(name, "7 c", "reason"))
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "a", "b")
	require.NoError(t, os.MkdirAll(deep, 0o755))
	name := filepath.Join(root, Name)
	require.NoError(t, os.WriteFile(name, nil, 0o644))
	assert.Equal(t, name, Find(deep))
}

func TestDate(t *testing.T) {
	f, err := file(t, "date r*/x.txt 2024-09-11\ndate courier 2024-09-12\n")
	require.NoError(t, err)
	sources := []factcheck.Source{{ID: "x", File: filepath.ToSlash(filepath.Join(filepath.Dir(f.Path), "r1", "x.txt"))}, {ID: "courier"}, {ID: "other"}}
	f.Date(sources)
	assert.Equal(t, "2024-09-11 2024-09-12 ", strings.Join([]string{factcheck.FormatDate(sources[0].Published), factcheck.FormatDate(sources[1].Published), factcheck.FormatDate(sources[2].Published)}, " "))
}
