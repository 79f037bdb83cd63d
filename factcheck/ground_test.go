package factcheck_test

import (
	"fmt"
	"strings"
	"testing"

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
