package compare_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/fit"
	"github.com/factdiff/factdiff/normalize"
)

// With FACTDIFF_FIT=1 the weights of the signs of persons are fitted anew, and printed as the table of personodds.go.
func TestFitPersonSigns(t *testing.T) {
	if os.Getenv("FACTDIFF_FIT") == "" {
		t.Skip("fits weights when FACTDIFF_FIT is set")
	}
	const c = 1
	names := namesOf(t, map[string]int{"persons.go": 0})
	rows, shown := personRows(t)
	used := make([]int, compare.PersonSigns)
	for i := range used {
		used[i] = i
	}
	choose := func(rows []fit.Row) fit.Model { return fit.Fit(rows, compare.PersonSigns, used, c) }
	odds := fit.LeftOut(rows, choose)
	m := choose(rows)
	var b strings.Builder
	positive := 0
	for i := range rows {
		if rows[i].Positive {
			positive++
		}
		fmt.Fprintf(&b, "%6.1f %6.1f %v %s %s %v\n", 10*m.Odds(&rows[i]), 10*odds[i], rows[i].Positive, rows[i].Group, shown[i], rows[i].Features)
	}
	for i := range compare.PersonSigns {
		if w := math.Round(10 * m.Weights[i]); w != 0 {
			fmt.Fprintf(&b, "\t%s: %g,\n", names[i], w)
		}
	}
	t.Logf("%d pairs of persons, %d one; average precision %.4f of fifths left out\n%sconst personBase = %g\n", len(rows), positive, fit.AveragePrecision(rows, odds), &b, math.Round(10*m.Base))
}

// personRows returns the pairs of persons of all events and cases, and their names.
func personRows(t *testing.T) (rows []fit.Row, shown []string) {
	var n normalize.Normalizer
	for _, dir := range []string{"clusters", "consistent"} {
		for _, c := range readClusters(t, dir) {
			var docs []*normalize.Document
			for i := range c.sources {
				d, err := n.Read(&c.sources[i])
				require.NoError(t, err)
				docs = append(docs, d)
			}
			for _, v := range compare.SignedPersons(docs) {
				if wanted, may := c.wants(&v); wanted || !may {
					rows = append(rows, fit.Row{Features: v.Some, Group: dir + "/" + c.name, Positive: wanted})
					shown = append(shown, strings.Join(v.Values[:], ", "))
				}
			}
		}
	}
	paths, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	for _, path := range paths {
		docs, want := compare.Archive(t, path)
		for _, v := range compare.SignedPersons(docs) {
			rows = append(rows, fit.Row{Features: v.Some, Group: path, Positive: wantedOf(want, &v)})
			shown = append(shown, strings.Join(v.Values[:], ", "))
		}
	}
	return rows, shown
}
