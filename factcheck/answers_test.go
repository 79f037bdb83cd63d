package factcheck_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// An answerCase is an answer to contexts, and in which fact it is wrong, if any.
type answerCase struct {
	place    string
	contexts []factcheck.Source
	class    string // "" is right in all
	words    string // the wrong words
	answer   string
}

// readAnswers reads testdata/answers; its files tell their format.
func readAnswers(t testing.TB, pattern string) (out []answerCase) {
	files, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, files)
	if testing.Short() {
		files = files[:min(len(files), fewFiles)]
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		var contexts []string
		for n, line := range strings.Split(string(data), "\n") {
			place := fmt.Sprintf("%s:%d", file, n+1)
			class, rest, _ := strings.Cut(line, " | ")
			switch f := strings.SplitN(rest, " | ", 3); { // the answer may be a table
			case line == "" || line[0] == '#':
			case line[0] == '=':
				contexts = []string{""}
			case strings.HasPrefix(line, ">> "):
				contexts = append(contexts, line[3:]+"\n\n")
			case line[0] == '>':
				contexts[len(contexts)-1] += strings.TrimPrefix(line[1:], " ") + "\n\n"
			case class == "right" && rest != "":
				out = append(out, answerCase{place: place, contexts: asSources(contexts), answer: lines(rest)})
			case class == "wrong" && len(f) == 3:
				out = append(out, answerCase{place: place, contexts: asSources(contexts), class: f[0], words: f[1], answer: lines(f[2])})
			default:
				t.Fatalf("%s: not an answer: %s", place, line)
			}
		}
	}
	return out
}

// lines breaks an answer into lines where it says \n.
func lines(s string) string { return strings.ReplaceAll(s, `\n`, "\n") }

func asSources(texts []string) (out []factcheck.Source) {
	for i, text := range texts {
		out = append(out, factcheck.Source{ID: fmt.Sprintf("c%d", i+1), Text: text})
	}
	return out
}

// fewFiles is how many files of answers are read where there is little time.
const fewFiles = 6

// Bounds of TestAnswers: of the answers that are wrong in one fact, so many have a contradicted claim at least, and so many one that is
// contradicted or not found; of those that are right so many have one that is not found at most. None of these has a contradicted one.
const (
	caughtAtLeast  = 560
	flaggedAtLeast = 630
	openAtMost     = 340
)

// TestAnswers holds what is made of answers that are right in all and of answers that are wrong in one fact.
func TestAnswers(t *testing.T) {
	wrong, caught := map[string]int{}, map[string]int{}
	all, flagged, open := 0, 0, 0
	for _, c := range readAnswers(t, "testdata/answers/*.txt") {
		g, err := factcheck.Ground(factcheck.Source{ID: "answer", Text: c.answer}, c.contexts...)
		require.NoError(t, err)
		contradicted, notFound := g.Count(compare.Contradicted) > 0, g.Count(compare.NotFound) > 0
		switch {
		case c.class != "":
			require.Contains(t, c.answer, c.words, c.place)
			if wrong[c.class]++; contradicted || notFound {
				flagged++
			}
			if contradicted {
				caught[c.class]++
				all++
				continue
			}
		case contradicted:
			assert.Failf(t, "a right answer is contradicted", "%s: %s\n%s", c.place, c.answer, strings.Join(shown(g.Claims), "\n"))
			continue
		case notFound:
			open++
		default:
			continue
		}
		t.Logf("%s: %s %s\n%s", c.place, c.class, c.answer, strings.Join(shown(g.Claims), "\n"))
	}
	for _, class := range slices.Sorted(maps.Keys(wrong)) {
		t.Logf("%-10s contradicted %3d of %3d", class, caught[class], wrong[class])
	}
	t.Logf("contradicted %d, or not found %d; right but not found %d", all, flagged, open)
	if testing.Short() {
		return // the bounds are those of all answers
	}
	assert.GreaterOrEqual(t, all, caughtAtLeast)
	assert.GreaterOrEqual(t, flagged, flaggedAtLeast)
	assert.LessOrEqual(t, open, openAtMost)
}
