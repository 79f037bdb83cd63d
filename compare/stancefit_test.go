package compare_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/fit"
	"github.com/factdiff/factdiff/normalize"
)

// With FACTDIFF_FIT=1 the weights of the signs of stance are fitted anew, to all claims of the events under testdata of which one denies, and printed as the
// table of stanceodds.go; with FACTDIFF_FIT=2 what is weighed wrongly is printed as well, and all that is wanted.
func TestFitStances(t *testing.T) {
	if os.Getenv("FACTDIFF_FIT") == "" {
		t.Skip("fits weights when FACTDIFF_FIT is set")
	}
	const c1, c2 = .3, .5
	n := compare.Stances
	rows, texts := stanceRows(t)
	choose := func(rows []fit.Row) fit.Model { return fit.Fit(rows, n, fit.Select(rows, n, c1), c2) }
	odds := fit.LeftOut(rows, choose)
	m := choose(rows)
	positive := 0
	for i := range rows {
		if rows[i].Positive {
			positive++
		}
	}
	names := namesOf(t, map[string]int{"stancesign.go": 0})
	var b strings.Builder
	for c := range n {
		if w := math.Round(10 * m.Weights[c]); w != 0 {
			fmt.Fprintf(&b, "\t%s: %g,\n", names[c], w)
		}
	}
	t.Logf("%d pairs of claims, %d of one thing; average precision %.4f of fifths left out\nconst stanceBase = %g\n%s", len(rows), positive, fit.AveragePrecision(rows, odds), math.Round(10*m.Base), &b)
	if os.Getenv("FACTDIFF_FIT") == "2" {
		for i := range rows {
			if odds[i] > 0 || rows[i].Positive {
				t.Logf("%.1f %v %s: %s", odds[i]*10, rows[i].Positive, rows[i].Group, texts[i])
			}
		}
	}
}

// stanceRows returns the pairs of claims of all events: those that are wanted as a conflict of stance are positive, those that may be one, or are one of
// another kind, are left out.
func stanceRows(t *testing.T) (rows []fit.Row, texts []string) {
	var n normalize.Normalizer
	for _, dir := range []string{"clusters", "consistent"} {
		for _, c := range readClusters(t, dir) {
			var docs []*normalize.Document
			for i := range c.sources {
				d, err := n.Read(&c.sources[i])
				require.NoError(t, err)
				docs = append(docs, d)
			}
			for _, p := range compare.StancePairs(docs) {
				wanted, other := c.wantsStance(&p)
				if wanted || !other {
					rows = append(rows, fit.Row{Features: p.Signs, Group: dir + "/" + c.name, Positive: wanted})
					texts = append(texts, p.Texts[0]+" | "+p.Texts[1])
				}
			}
		}
	}
	paths, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	for _, path := range paths {
		docs, want := compare.Archive(t, path)
		if slices.ContainsFunc(want, func(w string) bool { return strings.Contains(w, ": asserts, denies") }) {
			continue // which claims it is of is not told
		}
		for _, p := range compare.StancePairs(docs) {
			rows = append(rows, fit.Row{Features: p.Signs, Group: path, Positive: stanceWanted(want, &p)})
			texts = append(texts, p.Texts[0]+" | "+p.Texts[1])
		}
	}
	return rows, texts
}

// stanceWanted reports whether a case wants two claims as a conflict.
func stanceWanted(want []string, p *compare.StancePair) bool {
	for _, w := range want {
		head, values, _ := strings.Cut(w, ": ")
		if head != "conflict stance" && head != "disputed stance" {
			continue
		}
		met := [2]bool{}
		for v := range strings.SplitSeq(values, ", ") {
			for n, x := range p.Values {
				met[n] = met[n] || strings.Contains(x, v) || strings.Contains(v, x)
			}
		}
		if met[0] && met[1] {
			return true
		}
	}
	return false
}

// wantsStance reports whether two claims are wanted as a conflict of stance, and whether they may be one, or are one of another kind.
func (c *cluster) wantsStance(p *compare.StancePair) (wanted, other bool) {
	for k := range c.want {
		e := &c.want[k]
		if !e.is("conflict") && !e.is("may") {
			continue
		}
		for x := range e.sides {
			for y := range e.sides {
				if x != y && covers(e.sides[x], p.Places[0]) && covers(e.sides[y], p.Places[1]) {
					if e.is("conflict") && strings.Contains(strings.Fields(e.line)[1], "stance") {
						wanted = true
					} else {
						other = true
					}
				}
			}
		}
	}
	return wanted, other
}
