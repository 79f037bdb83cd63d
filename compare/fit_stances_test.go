package compare_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/fit"
	"github.com/factdiff/factdiff/normalize"
)

// With FACTDIFF_FIT=1 the weights of the signs of stance are fitted anew, to all claims of the events under testdata of which one denies, and printed as the
// table of stanceodds.go; with FACTDIFF_FIT=2 what is weighed wrongly is printed as well, and all that is wanted.
func TestFitStances(t *testing.T) {
	fitting(t)
	const c1, c2 = .3, .5
	n := compare.Stances
	rows, texts := stanceRows(t)
	choose := func(rows []fit.Row) fit.Model { return fit.Fit(rows, n, fit.Select(rows, n, c1), c2) }
	odds := fit.LeftOut(rows, choose)
	m := choose(rows)
	t.Logf("%s%s", header(rows, odds, &m), weightsOf(&m, namesOf(t, map[string]int{"stancesign.go": 0})))
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
	add := func(p *compare.StancePair, group string, positive bool) {
		rows = append(rows, fit.Row{Features: p.Signs, Group: group, Positive: positive})
		texts = append(texts, p.Texts[0]+" | "+p.Texts[1])
	}
	eachEvent(t, func(c *cluster, group string, docs []*normalize.Document) {
		for _, p := range compare.StancePairs(docs) {
			if wanted, other := c.wantsStance(&p); wanted || !other {
				add(&p, group, wanted)
			}
		}
	})
	eachCase(t, func(path string, docs []*normalize.Document, want []string) {
		if slices.ContainsFunc(want, func(w string) bool { return strings.Contains(w, ": asserts, denies") }) {
			return // which claims it is of is not told
		}
		for _, p := range compare.StancePairs(docs) {
			add(&p, path, stanceWanted(want, &p))
		}
	})
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
