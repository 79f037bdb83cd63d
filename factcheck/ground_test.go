package factcheck_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

const groundContext = "Harbor officials said the ferry carried 212 passengers when it left Port Alder on 3 May 2023. " +
	"Captain Lena Ruiz reported that fuel costs rose 4.2 percent in the first quarter. The inspectors found no leak in the hull. " +
	"\"We never sail without a full crew,\" Ruiz said."

// The states of claims: what the answer says, and what is made of the claim that holds these words.
func TestGround(t *testing.T) {
	for _, c := range []struct {
		answer, words, kind string
		want                compare.State
	}{
		{"The ferry carried 212 passengers when it left Port Alder.", "212", "number", compare.Supported},
		{"The ferry carried 221 passengers when it left Port Alder.", "221", "number", compare.Contradicted},
		{"The ferry has nine lifeboats.", "nine", "number", compare.NotFound},
		{"It left Port Alder in May 2023.", "May 2023", "date", compare.Supported},
		{"Captain Ruiz spoke of fuel.", "Ruiz", "name", compare.Supported},
		{"Captain Moreno spoke of fuel.", "Moreno", "name", compare.NotFound},
		{"Fuel costs fell 4.2 percent in the first quarter.", "fell", "clause", compare.Contradicted},
		{"Fuel costs rose 4.2 percent in the first quarter.", "rose", "clause", compare.Supported},
		{"Inspectors found a leak in the hull.", "leak", "clause", compare.Contradicted},
		{"Inspectors did not find any leak in the hull.", "leak", "clause", compare.Supported},
		{"Inspectors failed to find a leak in the hull.", "leak", "clause", compare.Supported},
		{"Fuel costs did not rise in the first quarter.", "rise", "clause", compare.Contradicted},
	} {
		g, err := factcheck.Ground(factcheck.Source{Text: c.answer}, factcheck.Source{ID: "log", Text: groundContext})
		require.NoError(t, err)
		var got []string
		hit := false
		for _, cl := range g.Claims {
			assert.Equal(t, c.answer[cl.Span.Start:cl.Span.End], cl.Text)
			for _, e := range cl.Evidence {
				assert.Equal(t, groundContext[e.Start:e.End], e.Text)
			}
			got = append(got, fmt.Sprintf("%s %q %s", cl.Kind, cl.Text, cl.State))
			hit = hit || cl.Kind == c.kind && strings.Contains(cl.Text, c.words) && cl.State == c.want
		}
		assert.Truef(t, hit, "%s: want %s %q %s, got %v", c.answer, c.kind, c.words, c.want, got)
	}
}

// A clause that a context has but for one word: another name, another figure of a name, another word that the contexts know in that
// place. A word that can say the same, or that they do not know, is none. Words for more and less go with their figures.
func TestGroundAlteredWord(t *testing.T) {
	const context = "The deepest dive of 312 metres, made off Kolka in 1998, has never been repeated; a boat from Salme sank there. " +
		"Three cases of sunstroke were treated, all in the kitchen crew. The engine crew slept. The pump at Ando 2 failed twice in 2011. " +
		"The lift carried 4.2 million guests, 5.1 percent more than a year before. Its shop had 8 percent fewer clients, 9 percent less than a year before. " +
		"Tickets made up 51 percent of sales, meals 22 percent and books 4 percent."
	for _, c := range []struct {
		answer, kind, evidence string
		want                   compare.State
	}{
		{"The deepest dive of 312 metres was made off Salme in 1998.", "clause", "Kolka", compare.Contradicted},
		{"The deepest dive of 312 metres was made off Kolka in 1998.", "clause", "", compare.Supported},
		{"The deepest plunge of 312 metres was made off Kolka in 1998.", "clause", "", compare.Supported},
		{"Three cases of sunstroke were treated, all in the engine crew.", "clause", "kitchen", compare.Contradicted},
		{"Three cases of sunstroke were treated, all in the galley crew.", "clause", "", compare.Supported},
		{"The pump at Ando 1 failed twice in 2011.", "clause", "2", compare.Contradicted},
		{"The lift carried 4.2 million guests, 5.1% more than a year before.", "clause", "", compare.Supported},
		{"Tickets made up 51 percent of sales, meals 32 percent and books 4 percent.", "number", "22 percent", compare.Contradicted},
	} {
		g, err := factcheck.Ground(factcheck.Source{Text: c.answer}, factcheck.Source{ID: "log", Text: context})
		require.NoError(t, err)
		hit := false
		for _, cl := range g.Claims {
			hit = hit || cl.Kind == c.kind && cl.State == c.want && (c.evidence == "" || cl.Evidence[0].Text == c.evidence)
			assert.Falsef(t, c.want == compare.Supported && cl.State == compare.Contradicted, "%s: %s", c.answer, cl.Text)
		}
		assert.Truef(t, hit, "%s: %+v", c.answer, g.Claims)
	}
}

// What a claim is told to rest on makes sense by itself: the whole name, and a fall where the answer has a rise of the same size.
func TestGroundExplains(t *testing.T) {
	const context = "Halden Ferries is led by Lena Ruiz. Shares of Halden Ferries fell 6.5 percent on Monday."
	g, err := factcheck.Ground(factcheck.Source{Text: "Lena Ruiz said shares of Halden Ferries rose 6.5 percent on Monday."}, factcheck.Source{ID: "log", Text: context})
	require.NoError(t, err)
	var got []string
	for _, c := range g.Claims {
		if c.Kind == "name" || c.Kind == "number" {
			got = append(got, fmt.Sprintf("%s: %s: %s", c.Text, c.Evidence[0].Text, c.Explanation))
		}
	}
	assert.Equal(t, []string{
		"Lena Ruiz: Lena Ruiz: A context has this name.",
		"Halden Ferries: Halden Ferries: A context has this name.",
		"6.5 percent: 6.5 percent: The answer gives “6.5 percent” as a rise or a fall where a context gives “6.5 percent” as the opposite.",
	}, got)
}

// TestGroundCorpus reads testdata/ground: contexts, then what is made of claims of answers.
func TestGroundCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/ground/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		var context strings.Builder
		for n, line := range strings.Split(string(data), "\n") {
			if rest, ok := strings.CutPrefix(line, ">"); ok {
				context.WriteString(strings.TrimPrefix(rest, " ") + "\n")
				continue
			}
			f := strings.Split(line, " | ")
			if len(f) != 4 {
				continue
			}
			claims := groundClaims(t, f[3], context.String())
			hit := false
			for _, c := range claims {
				hit = hit || c.Kind == f[1] && strings.Contains(c.Text, f[2]) && string(c.State) == f[0]
			}
			assert.Truef(t, hit, "%s:%d: %s: want %s %s, got %v", file, n+1, f[3], f[1], f[0], shown(claims))
		}
	}
}

func groundClaims(t testing.TB, answer, context string) []factcheck.Claim {
	g, err := factcheck.Ground(factcheck.Source{Text: answer}, factcheck.Source{ID: "context", Text: context})
	require.NoError(t, err)
	for _, c := range g.Claims {
		require.Equal(t, answer[c.Span.Start:c.Span.End], c.Text)
		require.NotEmpty(t, c.Explanation)
		for _, e := range c.Evidence {
			require.Equal(t, context[e.Start:e.End], e.Text)
		}
		if c.State == compare.Contradicted {
			require.NotEmpty(t, c.Evidence, "%s is contradicted by nothing", c.Text)
		}
	}
	return g.Claims
}

func shown(claims []factcheck.Claim) (out []string) {
	for _, c := range claims {
		out = append(out, fmt.Sprintf("%s %q %s: %s", c.Kind, c.Text, c.State, c.Explanation))
	}
	return out
}

// What an answer repeats of its context word by word is never contradicted.
func TestGroundRepeats(t *testing.T) {
	for _, c := range groundClaims(t, groundContext, groundContext) {
		assert.Equalf(t, compare.Supported, c.State, "%s %q: %s", c.Kind, c.Text, c.Explanation)
	}
}

func FuzzGround(f *testing.F) {
	f.Add("The ferry carried 221 passengers.", groundContext)
	f.Add("\"We never sail,\" Ruiz said in Q2 2020.", "1. a\n2. b\n\"We sail\" said Bo. No, not 5 %.")
	f.Fuzz(func(t *testing.T, answer, context string) {
		if !utf8.ValidString(answer) || !utf8.ValidString(context) {
			return
		}
		assert.Equal(t, groundClaims(t, answer, context), groundClaims(t, answer, context))
	})
}

func BenchmarkGround(b *testing.B) {
	context := strings.Repeat(groundContext+"\n\n", 100)
	answer := "The ferry carried 221 passengers on 3 May 2023. Fuel costs fell 4.2 percent, Captain Lena Ruiz said. Inspectors found a leak."
	b.SetBytes(int64(len(context) + len(answer)))
	b.ReportAllocs()
	for b.Loop() {
		groundClaims(b, answer, context)
	}
}

func TestGroundBadInput(t *testing.T) {
	_, err := factcheck.Ground(factcheck.Source{Text: "a\xff"}, factcheck.Source{Text: "b"})
	assert.ErrorContains(t, err, "not valid UTF-8")
	_, err = factcheck.Ground(factcheck.Source{Text: "a"}, factcheck.Source{ID: "x", Text: "b"}, factcheck.Source{ID: "x", Text: "c"})
	assert.Error(t, err)
}

func ExampleGround() {
	g, err := factcheck.Ground(
		factcheck.Source{Text: "The ferry carried 221 passengers."},
		factcheck.Source{ID: "log", Text: "The ferry carried 212 passengers when it left."})
	if err != nil {
		panic(err)
	}
	for _, c := range g.Claims {
		if c.State == compare.Contradicted {
			fmt.Println(c.Kind, c.Text, c.State, c.Evidence[0].Text)
		}
	}
	// Output: number 221 contradicted 212
}
