package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/fit"
	"github.com/factdiff/factdiff/normalize"
)

// With FACTDIFF_FIT=1 the weights of the signs of persons are fitted anew, and printed as the table of personodds.go.
func TestFitPersonSigns(t *testing.T) {
	fitting(t)
	const c = 1
	rows, shown := personRows(t)
	used := make([]int, compare.PersonSigns)
	for i := range used {
		used[i] = i
	}
	choose := func(rows []fit.Row) fit.Model { return fit.Fit(rows, compare.PersonSigns, used, c) }
	odds := fit.LeftOut(rows, choose)
	m := choose(rows)
	var b strings.Builder
	for i := range rows {
		fmt.Fprintf(&b, "%6.1f %6.1f %v %s %s %v\n", 10*m.Odds(&rows[i]), 10*odds[i], rows[i].Positive, rows[i].Group, shown[i], rows[i].Features)
	}
	t.Logf("%s%s%s", &b, header(rows, odds, &m), weightsOf(&m, namesOf(t, map[string]int{"persons.go": 0})))
}

// personRows returns the pairs of persons of all events and cases, and their names.
func personRows(t *testing.T) (rows []fit.Row, shown []string) {
	add := func(v *compare.Signed, group string, positive bool) {
		rows = append(rows, fit.Row{Features: v.Some, Group: group, Positive: positive})
		shown = append(shown, strings.Join(v.Values[:], ", "))
	}
	eachEvent(t, func(c *cluster, group string, docs []*normalize.Document) {
		for _, v := range compare.SignedPersons(docs) {
			if wanted, may := c.wants(&v); wanted || !may {
				add(&v, group, wanted)
			}
		}
	})
	eachCase(t, func(path string, docs []*normalize.Document, want []string) {
		for _, v := range compare.SignedPersons(docs) {
			add(&v, path, wantedOf(want, &v))
		}
	})
	return rows, shown
}
