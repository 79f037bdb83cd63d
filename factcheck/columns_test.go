package factcheck

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck/internal/layout"
	"github.com/factdiff/factdiff/internal/golden"
)

func twoReports(t testing.TB) *Report {
	r, err := Check(
		Source{ID: "herald", Outlet: "The Herald", Text: "Reef was marked\n\nThe reef lies 3 miles from the harbour.\n\n“The growing cracks were reported in May and nothing was done,” Ada Quill said.\n\nThe council meets on Thursday.\n"},
		Source{ID: "courier", Outlet: "Courier", Text: "“The growing cracks were reported in March and nobody did a thing,” Ada Quill said.\n\nThe reef lies 4.8 kilometers from the harbour.\n"})
	require.NoError(t, err)
	return r
}

func columnsOf(t testing.TB, c Columns, r *Report) string {
	var b strings.Builder
	require.NoError(t, c.Write(&b, r))
	return b.String()
}

func TestColumnsGolden(t *testing.T) {
	golden.Equal(t, "columns.txt.golden", columnsOf(t, Columns{}, twoReports(t)))
}

func TestColumnsWidth(t *testing.T) {
	for _, width := range []int{80, 100, 133} {
		for _, color := range []bool{false, true} {
			out := columnsOf(t, Columns{Width: width, Color: color}, twoReports(t))
			for line := range strings.Lines(out) {
				assert.LessOrEqual(t, layout.Cells(layout.Plain(strings.TrimSuffix(line, "\n"))), width, line)
			}
			assert.Equal(t, color, strings.Contains(out, "\x1b["))
		}
	}
}

// Nothing of a text is lost, and every number stands on both sides.
func TestColumnsComplete(t *testing.T) {
	out := columnsOf(t, Columns{Width: 400}, twoReports(t))
	for _, want := range []string{"Reef was marked", "The council meets on Thursday.", "Ada Quill said."} {
		assert.Contains(t, out, want)
	}
	for _, n := range []string{"[1", "[2"} {
		assert.Equal(t, 2, strings.Count(out, n), out)
	}
}

func TestColumnsWantTwo(t *testing.T) {
	assert.ErrorContains(t, Columns{}.Write(new(strings.Builder), bridge(t)), "two sources stand beside each other, not 3")
}

func TestPair(t *testing.T) {
	p := func(numbers ...int) paragraph { return paragraph{words: []string{"x"}, numbers: numbers} }
	assert.Equal(t, [][2]int{{0, -1}, {1, 0}, {-1, 1}, {2, 2}}, pair([]paragraph{p(), p(1, 2), p(3)}, []paragraph{p(1, 2), p(4), p(3)}))
	assert.Equal(t, [][2]int{{-1, 0}, {0, 1}, {1, -1}}, pair([]paragraph{p(1, 2), p(3)}, []paragraph{p(3), p(1, 2)}), "what crosses stands alone")
	assert.Empty(t, pair(nil, nil))
	assert.Equal(t, [][2]int{{0, 0}, {1, -1}}, beside(2, 1))
}
