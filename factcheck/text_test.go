package factcheck

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck/internal/layout"
	"github.com/factdiff/factdiff/internal/golden"
	"github.com/factdiff/factdiff/internal/sample"
	"github.com/factdiff/factdiff/normalize"
)

func TestTextGolden(t *testing.T) {
	golden.Equal(t, "report.txt.golden", bridge(t).String())
}

func TestTextWidth(t *testing.T) {
	for _, width := range []int{40, 60, 80, 132} {
		for _, color := range []bool{false, true} {
			var b strings.Builder
			require.NoError(t, Text{Width: width, Color: color, All: true}.Write(&b, bridge(t)))
			for i, line := range strings.Split(b.String(), "\n") {
				if i > 0 { // the headline is one line on purpose
					assert.LessOrEqual(t, layout.Cells(layout.Plain(line)), width, "%q", line)
				}
			}
		}
	}
}

// Colour says nothing that words do not say.
func TestTextColor(t *testing.T) {
	var colored strings.Builder
	require.NoError(t, Text{Color: true}.Write(&colored, bridge(t)))
	assert.Contains(t, colored.String(), "\x1b[31m")
	words := strings.NewReplacer("[", "", "]", "").Replace(layout.Plain(colored.String()))
	assert.Equal(t, strings.NewReplacer("[", "", "]", "").Replace(bridge(t).String()), words)
	assert.NotContains(t, bridge(t).String(), "\x1b")
}

// What a source says cannot move the cursor or turn the direction of the line.
func TestTextHostile(t *testing.T) {
	s := &Source{ID: "x\x1b[2J", Outlet: "a\u202eb\rc", Text: "killed \x1b]0;title\a 12\u2066 people\b\b\n"}
	f := compare.Finding{Rule: compare.SelfConflict, Verdict: compare.VerdictConflict, Severity: compare.Serious, Topic: "t\x1b[31mt",
		Positions: []compare.Position{sample.Position("1\x9b2", "a", sample.Evidence(t, s, "title\a 12\u2066", "12"))}}
	r := NewReport([]*normalize.Document{{Source: s, PublishedFrom: "none"}}, []compare.Finding{f})
	for _, bad := range []string{"\x1b", "\x07", "\r", "\b", "\u202e", "\u2066", "\u009b"} {
		assert.NotContains(t, r.String(), bad)
	}
}

func TestTextMore(t *testing.T) {
	r := bridge(t)
	for i := range 30 {
		f := r.Findings[0]
		f.ID = fmt.Sprint(i)
		r.Findings = append(r.Findings, f)
	}
	assert.Contains(t, r.String(), "… 13 more: -all shows them")
	var b strings.Builder
	require.NoError(t, Text{All: true}.Write(&b, r))
	assert.NotContains(t, b.String(), "more: -all")
}

func TestLetters(t *testing.T) {
	l := Letters(703)
	assert.Equal(t, []string{"A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"}, []string{l[0], l[1], l[25], l[26], l[51], l[52], l[701], l[702]})
}

// A quotation in two pieces stands in one place of the card, without what the outlet says between them.
func TestTextPieces(t *testing.T) {
	r, err := new(Checker).Check(
		Source{ID: "a", Text: "\"This development, and the growing traffic between the port and the city, threatens the old town,\" Ann Lee said.\n\n" +
			"\"It shows that the council has no plan for the winter,\" she said.\n"},
		Source{ID: "b", Text: "\"These developments and the growing traffic between the port and the city threaten the old town and show that the " +
			"council has no plan for the winter,\" Ann Lee said.\n"})
	require.NoError(t, err)
	out := r.String()
	assert.Contains(t, out, "A:1,3    This development")
	assert.Contains(t, out, "old town … It shows that")
	assert.NotContains(t, out, "said. \"It")
}
