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
		"ignore copy of y \"z\"\n":     `"of" is not known behind ignore`,
		"ignore quote-drif \"z\"\n":    `:1: ignore: "quote-drif" is not a rule: is quote-drift meant?`,
		"ignore x \"z\"\n":             `"x" is not a rule: docs/rules has a page for each`,
		"date a soon\n":                `:1: date: "soon" is not a date such as 2024-09-10`,
		"date [ 2024-09-10\n":          `date: "[" is not a file pattern`,
		"sources [\n":                  `sources: "[" is not a file pattern`,
		"alias Kiev\n":                 `:1: alias wants two names with = between them`,
		"alias = Kyiv\n":               `alias wants two names`,
		"alias Kyjiw) = Kyiv\n":        `:1: form has an open bracket: "Kyjiw)"`,
		"same \"A\" = \"a\"\n":         `same wants different names`,
		"not-same A | B = C\n":         `"|": a name has no |`,
		"unit barrel\n":                `unit wants a name, =, a number and a unit: unit barrel = 158.987 liter`,
		"unit cup = some liter\n":      `unit: "some" is not a number above zero`,
		"unit cup = 0 liter\n":         `unit: "0" is not a number above zero`,
		"unit cup = 2 smoots\n":        `unit: "smoots" is not a unit that the tables know`,
		"unit chill = 2 celsius\n":     `unit: "celsius" has no fixed size`,
		"unit pony = 25 GBP\n":         `only 1 of it can be named`,
		"accept 7c1e until soon \"z\"": `until: "soon" is not a date`,
		"fail no\naccept 1\n":          ":2: accept wants a reason", // every wrong line is named
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
	require.NoError(t, Accept(name, Exception{ID: "7c1e", Reason: "a reason"}))
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "# the desk\nfail review # why\naccept   7c1e \"a reason\"\n", string(data))
	f, err := Read(name)
	require.NoError(t, err)
	assert.Equal(t, "a reason", f.Rules[0].Reason)
	assert.Error(t, Accept(name, Exception{ID: "7c1e", Reason: " "}))
	assert.Error(t, Accept(name, Exception{ID: "7c1f", Reason: "two\nlines"}))
	assert.Error(t, Accept(name, Exception{ID: "7 c", Reason: "reason"}))
}

func TestAcceptOnce(t *testing.T) {
	name := filepath.Join(t.TempDir(), Name)
	e := Exception{ID: "7c1e", Reason: "a reason", By: "desk", Until: now}
	require.NoError(t, Accept(name, e))
	assert.ErrorContains(t, Accept(name, e), ":1: 7c1e is accepted already")
	f, err := Read(name)
	require.NoError(t, err)
	assert.Equal(t, Exception{Line: 1, ID: "7c1e", Reason: "a reason", By: "desk", Until: now}, f.Rules[0])
}

// What a person has written in a baseline or in the file stays.
func TestBaselineKeepsComments(t *testing.T) {
	f, err := file(t, "# the desk\nfail minor # all\n")
	require.NoError(t, err)
	r := factcheck.NewReport(sample.Bridge(t))
	require.NoError(t, f.WriteBaseline(r))
	data, err := os.ReadFile(f.Path)
	require.NoError(t, err)
	assert.Equal(t, "# the desk\nfail minor # all\nbaseline .factcheck.baseline\n", string(data))

	require.NoError(t, os.WriteFile(f.Baseline, []byte("# ours\n\na1b2c3d4e5f6 # asked the mayor\n000000000000 # gone by now"), 0o644))
	again, err := Read(f.Path)
	require.NoError(t, err)
	require.NoError(t, again.WriteBaseline(r))
	data, err = os.ReadFile(f.Baseline)
	require.NoError(t, err)
	assert.Equal(t, "# ours\n\na1b2c3d4e5f6 # asked the mayor\n0123456789ab # claim-without-denial: neglect of the bridge\n"+
		"fedcba987654 # quote-drift: Ada Quill: “The growing cracks …”\n", string(data))
}

// check compares two reports by what a file says.
func check(t *testing.T, conf, a, b string) *factcheck.Report {
	t.Helper()
	f, err := file(t, conf)
	require.NoError(t, err)
	c := new(factcheck.Checker)
	f.Configure(c)
	r, err := c.Check(factcheck.Source{ID: "a", Text: a}, factcheck.Source{ID: "b", Text: b})
	require.NoError(t, err)
	return r
}

func rules(r *factcheck.Report) []string {
	var out []string
	for i := range r.Findings {
		out = append(out, string(r.Findings[i].Rule)+" "+r.Findings[i].Topic)
	}
	return out
}

func TestUnitsReachTheReading(t *testing.T) {
	const own = "unit drum = 200 liter # as the depot counts\n"
	const b = "The depot lost 8,000 liters of oil.\n"
	assert.Zero(t, check(t, own, "The tank holds 40 drums (8,000 liters) of oil.\n", b).Stats.Serious)
	r := check(t, own, "The tank holds 40 drums (9,000 liters) of oil.\n", b)
	assert.Equal(t, 1, r.Stats.Serious, "a drum has 200 liters here")
	assert.Equal(t, "40 drums = 9,000 liters", r.Findings[0].Topic)
}

func TestUnitOfTheLanguageIsReplaced(t *testing.T) {
	const a = "The tank holds 40 barrels (8,000 liters) of oil.\n"
	assert.Equal(t, 1, check(t, "", a, "").Stats.Serious, "a barrel has 159 liters")
	assert.Zero(t, check(t, "unit barrel = 200 liter\n", a, "").Stats.Serious)
	assert.Zero(t, check(t, "unit tub | tubs = 200 liter\n", strings.Replace(a, "barrels", "tubs", 1), "").Stats.Serious)
}

func TestNamesThatAreOne(t *testing.T) {
	const a = "“We will rebuild the bridge before the winter comes,” Andrij Jermak said on Monday.\n"
	const b = "“We will rebuild the bridge before the winter comes,” Anders Yarmack said on Monday.\n"
	speakers := func(conf string) string { return strings.Join(rules(check(t, conf, a, b)), "\n") }
	assert.NotContains(t, speakers(""), "quote-match", "two people")
	for _, conf := range []string{"same Andrij Jermak = Anders Yarmack\n", "alias \"Anders Yarmack\" = Andrij Jermak # our spelling\n"} {
		got := speakers(conf)
		assert.Contains(t, got, "quote-match Andrij Jermak", conf)
		assert.Contains(t, got, "name-variant Andrij Jermak", conf)
	}
}

func TestNamesThatAreNot(t *testing.T) {
	const a = "“We will rebuild the bridge before the winter comes,” Jon Smithe said on Monday.\n"
	const b = "“We will rebuild the bridge before the winter comes,” John Smithe said on Monday.\n"
	got := strings.Join(rules(check(t, "", a, b)), "\n")
	assert.Contains(t, got, "name-variant")
	assert.Contains(t, got, "quote-match")
	got = strings.Join(rules(check(t, "not-same Jon Smithe = John Smithe\n", a, b)), "\n")
	assert.NotContains(t, got, "name-variant")
	assert.NotContains(t, got, "quote-match", "two people")
}

// An alias of a name that the tables know is read as that name.
func TestAliasReachesTheReading(t *testing.T) {
	r := check(t, "alias IRGX = Islamic Revolutionary Guard Corps\n", "The IRGX said on Monday that two of its men died.\n", "The Islamic Revolutionary Guard Corps said on Monday that two of its men died.\n")
	assert.Contains(t, strings.Join(rules(r), "\n"), "name-variant IRGX")
	r = check(t, "alias Kyjiw = Kyiv\n", "Two people died in Kyjiw on Monday.\n", "Two people died in Kyiv on Monday.\n")
	assert.Contains(t, strings.Join(rules(r), "\n"), "name-variant Kyjiw")
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
