// Package metamorphic changes texts in ways that keep their meaning, which must give no conflict, and in ways that
// break it, which must give one. It needs no expected findings: the text itself, beside its unchanged copy, says what
// is to be expected.
package metamorphic

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/seeds"
)

// oneGoroutine skips a test under the race detector: it reads thousands of texts in one goroutine, where nothing can race.
func oneGoroutine(t *testing.T) {
	if t.Helper(); race {
		t.Skip("one goroutine: nothing for the race detector")
	}
}

// A sample is a text of the repository: a whole report, one of its paragraphs, or a line of a corpus.
type sample struct {
	from      string
	text      string
	published time.Time
	whole     bool // a report with all its paragraphs
	planted   bool // errors are planted into it
}

var corpusDay = time.Date(2024, 9, 10, 0, 0, 0, 0, time.UTC)

// samples returns the reports of seeds and of the archives of package compare with their paragraphs, and the lines
// of the corpora that are sentences.
func samples(t testing.TB) []sample {
	t.Helper()
	var all []sample
	add := func(from, body string, published time.Time, reports bool) {
		body = strings.TrimSpace(body)
		all = append(all, sample{from: from, text: body, published: published, whole: true, planted: reports})
		if paragraphs := strings.Split(body, "\n\n"); len(paragraphs) > 1 {
			for _, p := range paragraphs {
				all = append(all, sample{from: from, text: p, published: published})
			}
		}
	}
	for _, s := range seeds.Sources() {
		add("seeds/"+s.ID, s.Body.Of(s.Text), s.Published, true)
	}
	for _, pattern := range []string{"clusters/*.txtar", "*.txtar"} {
		files, err := filepath.Glob("../../compare/testdata/" + pattern)
		require.NoError(t, err)
		require.NotEmpty(t, files, pattern)
		for _, file := range files {
			for head, body := range archive(t, file) {
				s, err := factcheck.ParseText(body)
				require.NoError(t, err, file)
				if _, date, ok := strings.Cut(head, " "); ok {
					s.Published, err = factcheck.ParseDate(date)
					require.NoError(t, err, file)
				}
				add(filepath.Base(file)+"/"+head, s.Body.Of(s.Text), s.Published, strings.HasPrefix(pattern, "clusters"))
			}
		}
	}
	return append(all, lines(t)...)
}

// archive returns the sources of a txtar file by their heads.
func archive(t testing.TB, file string) func(yield func(head, body string) bool) {
	t.Helper()
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	return func(yield func(head, body string) bool) {
		for _, part := range strings.Split("\n"+string(raw), "\n-- ")[1:] {
			head, body, _ := strings.Cut(part, " --\n")
			if head != "want" && !yield(head, body) {
				return
			}
		}
	}
}

// lines returns the lines of the corpora that are whole sentences.
func lines(t testing.TB) []sample {
	t.Helper()
	var all []sample
	for _, name := range []string{"attribution/testdata/corpus.txt", "quantity/testdata/corpus.txt", "timex/testdata/times.txt", "statement/testdata/slots.txt"} {
		raw, err := os.ReadFile("../../normalize/" + name)
		require.NoError(t, err)
		for line := range strings.Lines(string(raw)) {
			line = strings.NewReplacer("¶", "\n\n", "{", "", "}", "").Replace(strings.TrimSpace(line))
			if line == "" || strings.ContainsAny(line[:1], "#=@") || len(strings.Fields(line)) < 5 || !strings.ContainsAny(line[len(line)-1:], `."`) {
				continue
			}
			all = append(all, sample{from: name, text: line, published: corpusDay})
		}
	}
	return all
}

// pairs reads two-column lists of testdata: what may stand for what.
func pairs(t testing.TB, name string) [][2]string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	var all [][2]string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		a, b, ok := strings.Cut(line, " | ")
		require.True(t, ok, "%s: %q has no second column", name, line)
		all = append(all, [2]string{strings.TrimSpace(a), strings.TrimSpace(b)})
	}
	return all
}
