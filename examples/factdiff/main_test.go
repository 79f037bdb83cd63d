package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/internal/golden"
	"github.com/factdiff/factdiff/internal/schematest"
)

// folder makes files in a new folder and moves there.
func folder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, body := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(body), 0o644))
	}
}

func factdiff(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func TestSeeds(t *testing.T) {
	code, out, errs := factdiff("")
	assert.Zero(t, code, "without arguments factdiff never fails")
	assert.Empty(t, errs)
	assert.True(t, strings.HasPrefix(out, "Five reports, one event: "), out)
	assert.Contains(t, out, "A Meridian News Agency · B Nonproliferation Quarterly · C Danube Daily")
	assert.NotContains(t, out, "\x1b", "no colours into a pipe")
}

// The README shows what the program prints today. FACTDIFF_GOLDEN=1 go test ./examples/factdiff writes it there.
func TestReadmeCapture(t *testing.T) {
	const name, before = "../../README.md", "The first one prints:\n\n```\n"
	readme, err := os.ReadFile(name)
	require.NoError(t, err)
	head, rest, ok := strings.Cut(string(readme), before)
	require.True(t, ok)
	shown, tail, _ := strings.Cut(rest, "```\n")
	_, out, _ := factdiff("")
	out, _, _ = strings.Cut(out, "\nAgree\n") // what agrees and what stands alone is longer
	out += "\nAgree …\n"
	if os.Getenv(golden.Env) != "" {
		require.NoError(t, os.WriteFile(name, []byte(head+before+out+"```\n"+tail), 0o644))
		return
	}
	counts := regexp.MustCompile(`\d+ (agree|fit together)`) // they grow with every word that is learned
	shown, out = counts.ReplaceAllString(shown, "n $1"), counts.ReplaceAllString(out, "n $1")
	assert.Equal(t, shown, out, "write it with %s=1 go test ./examples/factdiff and take the pictures with .ci/browser", golden.Env)
}

// Exit codes stand in other people's scripts: they never change.
func TestExitCodes(t *testing.T) {
	assert.Equal(t, []int{0, 1, 2, 3, 4}, []int{exitDone, exitFindings, exitUsage, exitEmpty, exitUnread})
}

func TestUsage(t *testing.T) {
	folder(t, map[string]string{"a.txt": "Two died.", "b.txt": "Two died."})
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-nonsense"}, "not defined: -nonsense"},
		{[]string{"-format", "pdf"}, `unknown format "pdf": known are text, json, jsonl, html`},
		{[]string{"-fail-on", "sometimes"}, "known are serious, review, minor, never"},
		{[]string{"-kinds", "number,mood"}, `unknown kind of finding "mood": known are number, conversion`},
		{[]string{"-published", "a=soon", "a.txt"}, "is not a date such as 2024-09-10"},
		{[]string{"-published", "2024-09-10", "a.txt"}, "want ID=DATE"},
		{[]string{"-published", "zzz=2024-09-10", "a.txt"}, "there is no source with this id"},
		{[]string{"-pairs", "-clusters"}, "exclude each other"},
		{[]string{"-max-bytes", "-1"}, "want a number of bytes"},
		{[]string{"-columns", "-format", "json"}, "-columns is a form of text"},
		{[]string{"-columns", "a.txt"}, "-columns wants two sources, not 1"},
		{[]string{"-watch", "-format", "json", "a.txt"}, "-watch prints text as it goes"},
		{[]string{"-watch", "-"}, "standard input does not change"},
		{[]string{"-watch", "-every", "0s", "a.txt"}, "-every wants a time above zero"},
		{[]string{"-watch"}, "-watch wants files or a folder"},
	} {
		code, out, errs := factdiff("", c.args...)
		assert.Equal(t, exitUsage, code, "%v", c.args)
		assert.Contains(t, errs, c.want, "%v", c.args)
		assert.Empty(t, out)
	}
	code, _, errs := factdiff("", "-h")
	assert.Zero(t, code)
	assert.Contains(t, errs, "-fail-on")
	assert.Contains(t, errs, "usage: factdiff [flags] [FILE|DIR|-]...\n       factdiff accept ID -reason TEXT")
	for _, args := range [][]string{{"accept"}, {"accept", "-reason", "on tape"}, {"accept", "3fa63123a395"}} {
		code, _, errs := factdiff("", args...)
		assert.Equal(t, exitUsage, code, "%v", args)
		assert.Contains(t, errs, "accept wants a reason and the id of a finding: factdiff accept ID -reason", "%v", args)
	}
}

// Annotations and SARIF name files by their paths in the repository.
func TestFilesOfTheConfigurationAreNamedFromHere(t *testing.T) {
	folder(t, map[string]string{"reports/a.txt": "The dam is 75 miles (150 kilometers) long.", "reports/b.txt": "The dam is 75 miles long.",
		".factcheck": "sources reports/*.txt\n", "below/note.md": "x"})
	_, out, _ := factdiff("", "-format", "github")
	assert.Contains(t, out, "::error file=reports/a.txt,line=1,")
	t.Chdir("below")
	_, out, _ = factdiff("", "-format", "github")
	assert.Contains(t, out, "/reports/a.txt,line=1,", "from another folder the whole path is right")
}

// What is accepted is no point to check, in whatever form.
func TestAcceptedIsNotCounted(t *testing.T) {
	folder(t, map[string]string{"a.txt": "The dam is 75 miles (150 kilometers) long.", "b.txt": "The dam is 75 miles long."})
	_, out, _ := factdiff("", "-format", "json", "a.txt", "b.txt")
	var r struct {
		Findings []struct{ ID, Severity string }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	require.Equal(t, "serious", r.Findings[0].Severity)
	_, out, _ = factdiff("", "a.txt", "b.txt")
	assert.Contains(t, out, "Two reports, one event: 1 point to check   1 serious")
	code, _, errs := factdiff("", "accept", r.Findings[0].ID, "-reason", "as it was printed")
	require.Zero(t, code, errs)
	_, out, _ = factdiff("", "a.txt", "b.txt")
	assert.Contains(t, out, "Two reports, one event: nothing to check")
	assert.NotContains(t, out, "serious")
	_, out, _ = factdiff("", "-format", "html", "a.txt", "b.txt")
	assert.Contains(t, out, "<b class=hi>0</b><span>to check<small>0 serious, 1 accepted or known</small>")
	assert.NotContains(t, out, "Look first at")
	_, out, _ = factdiff("", "-format", "markdown", "a.txt", "b.txt")
	assert.Contains(t, out, "<summary>accepted or known: 1</summary>")
	assert.NotContains(t, out, "### 1.")
}

// The figures beside the headline count what the sections below list.
func TestHeadCountsWhatIsListed(t *testing.T) {
	_, out, _ := factdiff("", "-all")
	for _, c := range []struct{ word, section string }{{"agree", "Agree"}, {"fit together", "Fit together"}} {
		_, rest, ok := strings.Cut(out, "\n\n"+c.section+"\n")
		require.True(t, ok, c.section)
		list, _, _ := strings.Cut(rest, "\n\n")
		assert.Contains(t, out, fmt.Sprintf(" %d %s", strings.Count(list, "\n")+1, c.word))
	}
}

func TestUnreadable(t *testing.T) {
	folder(t, map[string]string{
		"bad.txt": "Two \xff died.", "big.txt": strings.Repeat("x", 100), "a.txt": "---\nid: same\n---\nx", "b.txt": "---\nid: same\n---\ny",
		"date.txt": "---\npublished: soon\n---\nx", "bad.json": `{"text":`, "none.json": `{"id":"a"}`, "report.json": `{"schema":"factdiff/1","findings":[]}`,
	})
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"nowhere.txt"}, "nowhere.txt"},
		{[]string{"bad.txt"}, "bad.txt: byte 4 is not valid UTF-8 (0xff)"},
		{[]string{"-max-bytes", "99", "big.txt"}, "big.txt: more than 99 bytes, the limit for one source: raise it with Checker.MaxBytes or the flag -max-bytes"},
		{[]string{"a.txt", "b.txt"}, `two sources have the id "same"`},
		{[]string{"date.txt"}, `date.txt: published "soon" is not a date`},
		{[]string{"bad.json"}, "bad.json: "},
		{[]string{"none.json"}, `no "text"`},
		{[]string{"report.json"}, `this is what a program of factdiff wrote`},
	} {
		code, out, errs := factdiff("", c.args...)
		assert.Equal(t, exitUnread, code, "%v", c.args)
		assert.Contains(t, errs, c.want)
		assert.Empty(t, out)
	}
	code, _, _ := factdiff("", "-max-bytes", "100", "big.txt")
	assert.Equal(t, exitEmpty, code, "a source of exactly the limit is read, and there is nothing to compare it with")
}

func TestNothingToCompare(t *testing.T) {
	folder(t, map[string]string{"a.txt": "The sun shone.", "b.txt": "", "a/x.txt": "One.", "b/x.txt": "Two."})
	code, out, _ := factdiff("", "a.txt")
	assert.Equal(t, exitEmpty, code)
	assert.Contains(t, out, "There is only one report, so nothing could be compared.")
	code, out, _ = factdiff("", "a.txt", "b.txt")
	assert.Equal(t, exitEmpty, code)
	assert.Contains(t, out, "Nothing could be compared")
	code, out, _ = factdiff("", "-format", "json", "a/x.txt", "b/x.txt")
	assert.Equal(t, exitEmpty, code)
	assert.Contains(t, out, `"id":"a/x"`)
	assert.Contains(t, out, `"id":"b/x"`)
}

// Two reports of which one converts wrongly, so that there is something serious.
var misconverted = map[string]string{
	"a.txt": "The rocket has a range of 75 miles (150 kilometers), officials said.\n",
	"b.txt": "The rocket has a range of 75 miles, officials said.\n",
}

func TestFailLevel(t *testing.T) {
	folder(t, misconverted)
	for level, want := range map[string]int{"serious": exitFindings, "review": exitFindings, "minor": exitFindings, "never": exitDone} {
		code, _, _ := factdiff("", "-fail-on", level, "a.txt", "b.txt")
		assert.Equal(t, want, code, level)
	}
	code, _, _ := factdiff("", "a.txt", "b.txt")
	assert.Equal(t, exitFindings, code, "the default is serious")
}

func TestConfig(t *testing.T) {
	folder(t, misconverted)
	require.NoError(t, os.WriteFile(".factcheck", []byte("# the desk\nsources *.txt\n"), 0o644))
	code, out, _ := factdiff("", "-format", "jsonl", "-kinds", "conversion")
	require.Equal(t, exitFindings, code, "the sources are those of the configuration")
	id := lines(t, out)[0]["id"].(string)

	code, _, errs := factdiff("", "accept", id)
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, errs, "wants a reason")
	code, _, _ = factdiff("", "accept", id, "-reason", "the printed figure is a misprint")
	require.Equal(t, exitDone, code)
	code, out, _ = factdiff("")
	assert.Equal(t, exitDone, code)
	assert.Contains(t, out, "1 accepted or known: -all shows them")
	_, out, _ = factdiff("", "-format", "sarif")
	assert.Contains(t, out, `"justification": "the printed figure is a misprint"`)

	require.NoError(t, os.WriteFile(".factcheck", []byte("sources *.txt\naccept 000000000000 \"gone\"\n"), 0o644))
	code, _, errs = factdiff("")
	assert.Equal(t, exitFindings, code)
	assert.Contains(t, errs, ":2: accept 000000000000 matches no finding")

	require.NoError(t, os.WriteFile(".factcheck", []byte("accept 1\n"), 0o644))
	code, _, errs = factdiff("")
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, errs, ".factcheck:1: accept wants a reason")
	code, _, _ = factdiff("", "-config", "nowhere")
	assert.Equal(t, exitUsage, code)
}

func TestBaseline(t *testing.T) {
	folder(t, misconverted)
	code, _, _ := factdiff("", "-write-baseline", "-baseline", "known", "a.txt", "b.txt")
	require.Equal(t, exitDone, code)
	code, _, _ = factdiff("", "-baseline", "known", "a.txt", "b.txt")
	assert.Equal(t, exitDone, code)
	code, _, _ = factdiff("", "a.txt", "b.txt")
	assert.Equal(t, exitFindings, code)

	code, _, _ = factdiff("", "-write-baseline", "a.txt", "b.txt") // makes the configuration that names it
	require.Equal(t, exitDone, code)
	code, _, _ = factdiff("", "a.txt", "b.txt")
	assert.Equal(t, exitDone, code)
	conf, err := os.ReadFile(".factcheck")
	require.NoError(t, err)
	assert.Equal(t, "baseline .factcheck.baseline\n", string(conf))
}

// The words of the configuration are those that the texts are read with.
func TestConfigWords(t *testing.T) {
	folder(t, misconverted)
	require.NoError(t, os.WriteFile(".factcheck", []byte("sources *.txt\nunit mile = 2 kilometer # of the old country\n"), 0o644))
	code, out, _ := factdiff("", "-kinds", "conversion")
	assert.Equal(t, exitDone, code, out)
}

func TestOutputFile(t *testing.T) {
	folder(t, misconverted)
	code, out, _ := factdiff("", "-format", "html", "-o", "r.html", "a.txt", "b.txt")
	assert.Equal(t, exitFindings, code)
	assert.Empty(t, out)
	page, err := os.ReadFile("r.html")
	require.NoError(t, err)
	assert.Contains(t, string(page), "<!doctype html>")
	code, _, _ = factdiff("", "-o", "nowhere/r", "a.txt", "b.txt")
	assert.Equal(t, exitUnread, code)
}

func lines(t *testing.T, out string) []map[string]any {
	t.Helper()
	var all []map[string]any
	for l := range strings.Lines(out) {
		var v map[string]any
		require.NoError(t, json.Unmarshal([]byte(l), &v), l)
		assert.Equal(t, "factdiff/1", v["schema"])
		all = append(all, v)
	}
	return all
}

func TestPairs(t *testing.T) {
	in := `{"id":"1","a":"Two died.","b":"The sun shone."}
{"id":"2","a":"x"}

not json
` + "{\"id\":\"3\",\"a\":\"\xff\",\"b\":\"\"}\n" + `{"id":"4","a":"x","b":"y","published_a":"soon"}
{"id":"5","a":"","b":"","published_a":"2024-09-10","published_b":"2024-09-10T10:00:00Z"}`
	code, out, _ := factdiff(in, "-pairs")
	assert.Equal(t, exitUnread, code, "at least one line is an error")
	got := lines(t, out)
	require.Len(t, got, 6)
	for i, l := range slices.Collect(strings.Lines(out)) {
		schematest.Valid(t, map[bool]string{true: "pair.json", false: "error.json"}[i == 0 || i == 5], l)
	}
	assert.Equal(t, "unrelated", got[0]["relation"])
	for _, f := range got[0]["findings"].([]any) {
		assert.Equal(t, "single", f.(map[string]any)["verdict"])
	}
	assert.Equal(t, "2", got[1]["id"])
	assert.Contains(t, got[1]["error"], `a pair has the texts "a" and "b"`)
	assert.Contains(t, got[2]["error"], "line 4: ")
	assert.Equal(t, "3", got[3]["id"])
	assert.Contains(t, got[3]["error"], "byte 15 is not valid UTF-8")
	assert.Contains(t, got[4]["error"], `a: published "soon" is not a date`)
	assert.Equal(t, "5", got[5]["id"])
	assert.NotContains(t, got[5], "error")

	code, _, _ = factdiff(`{"id":"1","a":"x","b":"y"}`, "-pairs")
	assert.Zero(t, code)
}

func TestClusters(t *testing.T) {
	in := `{"id":"q","sources":[{"id":"a","outlet":"A","published":"2024-09-10","text":"Two died."},{"text":"Two died."}]}
{"id":"r","sources":[{"id":"a","text":"x"},{"id":"a","text":"y"}]}
{"id":"s","sources":[{"id":"a"}]}
{"id":"t","sources":[]}`
	code, out, _ := factdiff(in, "-clusters")
	assert.Equal(t, exitUnread, code)
	got := lines(t, out)
	require.Len(t, got, 4)
	assert.Equal(t, "q", got[0]["id"])
	assert.Equal(t, map[string]any{"id": "a", "title": "", "outlet": "A", "published": "2024-09-10", "published_from": "given", "bytes": 9.0}, got[0]["sources"].([]any)[0])
	assert.Equal(t, "2", got[0]["sources"].([]any)[1].(map[string]any)["id"], "a source without an id is called by its number")
	assert.Contains(t, got[1]["error"], `two sources have the id "a"`)
	assert.Contains(t, got[2]["error"], `source 1 "a": no "text"`)
	assert.Equal(t, "t", got[3]["id"])
}

// What is printed has the forms that the schemas describe.
func TestForms(t *testing.T) {
	_, out, _ := factdiff("", "-format", "json")
	schematest.Valid(t, "report.json", out)
	_, out, _ = factdiff("", "-format", "jsonl")
	schematest.ValidLines(t, "finding.json", out)
}

func TestSameBytesTwice(t *testing.T) {
	for _, format := range formats {
		_, a, _ := factdiff("", "-format", format)
		_, b, _ := factdiff("", "-format", format)
		assert.Equal(t, a, b)
	}
}

// A reader that goes away, as head does, ends the program quietly.
func TestClosedPipe(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	bin := filepath.Join(t.TempDir(), "factdiff")
	require.NoError(t, exec.Command("go", "build", "-o", bin, ".").Run())
	for _, args := range [][]string{{"-format", "json"}, {"-pairs"}} {
		r, w, err := os.Pipe()
		require.NoError(t, err)
		r.Close()
		var errs bytes.Buffer
		cmd := exec.Command(bin, args...)
		cmd.Stdin = strings.NewReader(strings.Repeat(`{"id":"1","a":"Two died.","b":"Two died."}`+"\n", 10000))
		cmd.Stdout, cmd.Stderr = w, &errs
		err = cmd.Run()
		w.Close()
		assert.NoError(t, err, "%v", args)
		assert.Empty(t, errs.String())
	}
}
