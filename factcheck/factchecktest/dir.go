package factchecktest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/factcheck"
)

// RunDir runs each .txtar file of a folder as a subtest. A file holds sources behind lines "-- name --",
// with front matter if they like. Words between « and » must be evidence of a finding to check, and
// «words|rule» of one of that rule; a finding to check that no mark expects fails. The marks are taken
// out before the sources are read.
func RunDir(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err == nil && len(files) == 0 {
		t.Fatalf("factcheck: no .txtar files in %s", dir)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			runCase(t, string(data))
		})
	}
}

// A want is a mark: words of a source that a finding must rest on.
type want struct {
	source     string
	start, end int
	rule       string
	met        bool
}

func runCase(t T, archive string) {
	helper(t)
	var sources []factcheck.Source
	var wants []*want
	for name, body := range sections(archive) {
		id := strings.TrimSuffix(name, filepath.Ext(name))
		plain, marks := unmark(body)
		s, err := factcheck.ParseText(plain)
		if err != nil {
			t.Errorf("factcheck: %s: %v", name, err)
			return
		}
		if s.ID == "" {
			s.ID = id
		}
		for _, m := range marks {
			m.source = s.ID
			wants = append(wants, m)
		}
		sources = append(sources, s)
	}
	r, ok := check(t, sources)
	if !ok {
		return
	}
	for f := range r.AtLeast(factcheck.Minor) {
		expected := false
		for _, w := range wants {
			if w.matches(f) {
				w.met, expected = true, true
			}
		}
		if !expected {
			var b strings.Builder
			describe(&b, r, f)
			t.Errorf("factcheck: no mark expects this\n%s", b.String())
		}
	}
	for _, w := range wants {
		if !w.met {
			t.Errorf("factcheck: no finding rests on what is marked in %s, bytes %d to %d (rule %q)", w.source, w.start, w.end, w.rule)
		}
	}
}

func (w *want) matches(f *factcheck.Finding) bool {
	if w.rule != "" && w.rule != string(f.Rule) {
		return false
	}
	for _, e := range f.Evidence() {
		if e.Source == w.source && e.Start < w.end && w.start < e.End {
			return true
		}
	}
	return false
}

// sections yields the files of an archive in order. What stands before the first is a comment.
func sections(archive string) func(yield func(name, body string) bool) {
	return func(yield func(name, body string) bool) {
		name, start, at := "", 0, 0
		for line := range strings.Lines(archive) {
			if n, ok := header(line); ok {
				if name != "" && !yield(name, archive[start:at]) {
					return
				}
				name, start = n, at+len(line)
			}
			at += len(line)
		}
		if name != "" {
			yield(name, archive[start:])
		}
	}
}

func header(line string) (string, bool) {
	line = strings.TrimRight(line, "\r\n")
	if !strings.HasPrefix(line, "-- ") || !strings.HasSuffix(line, " --") || len(line) < 7 {
		return "", false
	}
	return strings.TrimSpace(line[3 : len(line)-3]), true
}

// unmark takes the marks out of a text and returns where the marked words stand without them.
func unmark(s string) (string, []*want) {
	var b strings.Builder
	var wants []*want
	for {
		i := strings.Index(s, "«")
		if i < 0 {
			b.WriteString(s)
			return b.String(), wants
		}
		n := strings.Index(s[i:], "»")
		if n < 0 {
			b.WriteString(s)
			return b.String(), wants
		}
		b.WriteString(s[:i])
		words, rule, _ := strings.Cut(s[i+len("«"):i+n], "|")
		wants = append(wants, &want{start: b.Len(), end: b.Len() + len(words), rule: rule})
		b.WriteString(words)
		s = s[i+n+len("»"):]
	}
}
