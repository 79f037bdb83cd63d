package compare_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/fit"
	"github.com/factdiff/factdiff/normalize"
)

// fitting skips a test that fits weights unless FACTDIFF_FIT is set.
func fitting(t *testing.T) {
	if os.Getenv("FACTDIFF_FIT") == "" {
		t.Skip("fits weights when FACTDIFF_FIT is set")
	}
}

// eachEvent reads the documents of all events under testdata.
func eachEvent(t *testing.T, each func(c *cluster, group string, docs []*normalize.Document)) {
	t.Helper()
	var n normalize.Normalizer
	for _, dir := range []string{"clusters", "consistent"} {
		for _, c := range readClusters(t, dir) {
			var docs []*normalize.Document
			for i := range c.sources {
				d, err := n.Read(&c.sources[i])
				require.NoError(t, err)
				docs = append(docs, d)
			}
			each(&c, dir+"/"+c.name, docs)
		}
	}
}

// eachCase reads the documents of all cases under testdata, and what is wanted of them.
func eachCase(t *testing.T, each func(path string, docs []*normalize.Document, want []string)) {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		docs, want := compare.Archive(t, path)
		each(path, docs, want)
	}
}

// header says what was fitted, how well it does on rows that were left out, and what the sum starts from.
func header(rows []fit.Row, odds []float64, m *fit.Model) string {
	positive := 0
	for i := range rows {
		if rows[i].Positive {
			positive++
		}
	}
	return fmt.Sprintf("%d pairs, %d of one thing; average precision %.4f of fifths left out\nbase %g\n", len(rows), positive, fit.AveragePrecision(rows, odds), math.Round(10*m.Base))
}

// weightsOf writes down the weights of a model that are not nought, in tenths.
func weightsOf(m *fit.Model, names map[int]string) string {
	var b strings.Builder
	for i, x := range m.Weights {
		if w := math.Round(10 * x); w != 0 {
			fmt.Fprintf(&b, "\t%s: %g,\n", names[i], w)
		}
	}
	return b.String()
}

// With FACTDIFF_FIT=1 the weights of the signs of amounts and of the clues of times are fitted anew, to all values that differ in the events and the cases under
// testdata, and printed as the tables of odds.go and siteodds.go. The tables that are in use are from before the last two lots of events (docs/accuracy.md) were
// added, which a new fit has as well.
func TestFitSigns(t *testing.T) {
	fitting(t)
	amounts, clocks, days := signedRows(t)
	names := namesOf(t, map[string]int{"clue.go": 0, "sign.go": 64})
	t.Logf("amounts: %s", table(amounts, compare.Signs, names, .1, .2))
	names = namesOf(t, map[string]int{"siteclue.go": 0})
	t.Logf("times of day: %s", table(clocks, compare.SiteClues, names, .3, .3))
	t.Logf("days, months and years: %s", table(days, compare.SiteClues, names, .3, .3))
}

// table fits weights to rows, of signs that some pairs of two values have and that all have, and writes them down.
func table(rows []fit.Row, signs int, names map[int]string, c1, c2 float64) string {
	n := 2 * signs
	kept := restricted(rows, usefulFeatures(rows, signs))
	choose := func(rows []fit.Row) fit.Model { return fit.Fit(rows, n, fit.Select(rows, n, c1), c2) }
	odds := fit.LeftOut(kept, choose)
	m := choose(kept)
	var b strings.Builder
	b.WriteString(header(kept, odds, &m))
	for c := range signs {
		some, all := math.Round(10*m.Weights[c]), math.Round(10*m.Weights[signs+c])
		if some != 0 || all != 0 {
			fmt.Fprintf(&b, "\t%s: {%g, %g},\n", names[c], some, all)
		}
	}
	return b.String()
}

// signedRows returns the pairs of values of all events and cases, of amounts, of times of day, and of days: those that are wanted as a conflict are positive,
// those that may be one are left out.
func signedRows(t *testing.T) (amounts, clocks, days []fit.Row) {
	each := func(docs []*normalize.Document, group string, label func(v *compare.Signed) (wanted, may bool)) {
		add := func(rows *[]fit.Row, signs int, all []compare.Signed) {
			for i := range all {
				if wanted, may := label(&all[i]); wanted || !may {
					*rows = append(*rows, row(&all[i], signs, group, wanted))
				}
			}
		}
		add(&amounts, compare.Signs, compare.SignedValues(docs))
		times := compare.SignedTimes(docs)
		add(&clocks, compare.SiteClues, times[0])
		add(&days, compare.SiteClues, times[1])
	}
	eachEvent(t, func(c *cluster, group string, docs []*normalize.Document) { each(docs, group, c.wants) })
	eachCase(t, func(path string, docs []*normalize.Document, want []string) {
		each(docs, path, func(v *compare.Signed) (wanted, may bool) { return wantedOf(want, v), false })
	})
	return amounts, clocks, days
}

func row(v *compare.Signed, signs int, group string, positive bool) fit.Row {
	r := fit.Row{Features: v.Some, Group: group, Positive: positive}
	for _, c := range v.All {
		r.Features = append(r.Features, signs+c)
	}
	return r
}

// wants reports whether two values are wanted as a conflict, and whether they may be one.
func (c *cluster) wants(v *compare.Signed) (wanted, may bool) {
	for k := range c.want {
		e := &c.want[k]
		for x := range e.sides {
			for y := range e.sides {
				for _, p := range v.Places {
					if x != y && covers(e.sides[x], p[0]) && covers(e.sides[y], p[1]) {
						wanted, may = wanted || e.is("conflict"), may || e.is("may")
					}
				}
			}
		}
	}
	return wanted, may
}

func covers(passages []passage, p compare.Place) bool {
	for _, w := range passages {
		if w.source == p.Source && p.Span.Start < w.end && w.start < p.Span.End {
			return true
		}
	}
	return false
}

// wantedOf reports whether a case wants two values as a conflict.
func wantedOf(want []string, v *compare.Signed) bool {
	for _, w := range want {
		head, values, _ := strings.Cut(w, ": ")
		if !strings.HasPrefix(head, "conflict ") && !strings.HasPrefix(head, "disputed ") {
			continue
		}
		all := strings.Split(values, ", ")
		n := 0
		for _, x := range all {
			if x == v.Values[0] || x == v.Values[1] {
				n++
			}
		}
		if n >= 2 {
			return true
		}
	}
	return false
}

// usefulFeatures reports which features tell something: those that neither hardly any nor nearly all pairs have, and of what is the same of some and of all
// the former.
func usefulFeatures(rows []fit.Row, signs int) []bool {
	const rare = 5
	n := 2 * signs
	count := make([]int, n)
	for i := range rows {
		for _, f := range rows[i].Features {
			count[f]++
		}
	}
	out := make([]bool, n)
	for f := range out {
		out[f] = count[f] >= rare && count[f] < len(rows)-rare
		if s := f - signs; s >= 0 && float64(count[s]-count[f]) < .0005*float64(len(rows)) {
			out[f] = false
		}
	}
	return out
}

func restricted(rows []fit.Row, useful []bool) []fit.Row {
	out := make([]fit.Row, len(rows))
	for i := range rows {
		out[i] = fit.Row{Group: rows[i].Group, Positive: rows[i].Positive}
		for _, f := range rows[i].Features {
			if useful[f] {
				out[i].Features = append(out[i].Features, f)
			}
		}
	}
	return out
}

// namesOf returns the names of clues and signs as files have them, by number, which begin in each file as told.
func namesOf(t *testing.T, files map[string]int) map[int]string {
	names := map[int]string{}
	for file, n := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		for _, d := range tree.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST || g.Specs[0].(*ast.ValueSpec).Type == nil {
				continue
			}
			for _, spec := range g.Specs {
				names[n] = spec.(*ast.ValueSpec).Names[0].Name
				n++
			}
		}
	}
	return names
}

// The steps list the signs that they ask for, and stopping early changes no sum that comes to enough.
func TestSignSteps(t *testing.T) {
	eachCase(t, func(path string, docs []*normalize.Document, _ []string) {
		for _, v := range compare.SignedValues(docs) {
			if full := compare.SumOf(&v); full >= compare.OddsAgain {
				assert.Equal(t, full, v.Odds, "%s: %v", path, v.Values)
			} else {
				assert.Less(t, v.Odds, compare.OddsAgain, "%s: %v", path, v.Values)
			}
		}
		compare.SignedTimes(docs) // panics where a step asks for what is another's
	})
}

// With FACTDIFF_FIT=1 the weights of what fits are fitted anew, to the values of the conflicting events under testdata, in which all that reports have in common is written down, and printed
// as the tables of accordodds.go.
func TestFitAccords(t *testing.T) {
	fitting(t)
	var rows [3][]fit.Row
	eachEvent(t, func(c *cluster, group string, docs []*normalize.Document) {
		if !strings.HasPrefix(group, "clusters/") {
			return
		}
		for kind, all := range compare.Accords(docs) {
			for i := range all {
				if wanted, may := c.fits(&all[i]); !may {
					rows[kind] = append(rows[kind], fit.Row{Features: all[i].Some, Group: group, Positive: wanted})
				}
			}
		}
	})
	names := namesOf(t, map[string]int{"clue.go": 0, "sign.go": 64})
	t.Logf("accords of amounts: %s", single(rows[0], compare.Signs, names))
	names = namesOf(t, map[string]int{"siteclue.go": 0})
	t.Logf("accords of times of day: %s", single(rows[1], compare.SiteClues, names))
	t.Logf("accords of days: %s", single(rows[2], compare.SiteClues, names))
}

// single is table for signs of one pair.
func single(rows []fit.Row, signs int, names map[int]string) string {
	kept := restricted(rows, usefulFeatures(rows, signs))
	choose := func(rows []fit.Row) fit.Model { return fit.Fit(rows, 2*signs, fit.Select(rows, 2*signs, .3), .3) }
	odds := fit.LeftOut(kept, choose)
	m := choose(kept)
	var b strings.Builder
	b.WriteString(header(kept, odds, &m))
	for c := range signs {
		if w := math.Round(10 * m.Weights[c]); w != 0 {
			fmt.Fprintf(&b, "\t%s: %g,\n", names[c], w)
		}
	}
	fmt.Fprintf(&b, "precision and recall of those left out, by tenths of odds:\n%s", curve(kept, odds))
	return b.String()
}

// curve tells of some sums how many of the rows that come to as much are positive, and how many of the positive ones do.
func curve(rows []fit.Row, odds []float64) string {
	var b strings.Builder
	for least := 0; least <= 40; least += 4 {
		n, right, all := 0, 0, 0
		for i := range rows {
			if rows[i].Positive {
				all++
			}
			if 10*odds[i] >= float64(least) {
				n++
				if rows[i].Positive {
					right++
				}
			}
		}
		fmt.Fprintf(&b, "\t%d: %.3f %.3f\n", least, share(right, n), share(right, all))
	}
	return b.String()
}

// fits reports whether two values that fit are of one thing: two sides of an agreement, or two passages of one side. May is true of those of two sides of a conflict.
func (c *cluster) fits(v *compare.Signed) (wanted, may bool) {
	p := v.Places[0]
	for k := range c.want {
		e := &c.want[k]
		for x := range e.sides {
			for y := range e.sides {
				if !covers(e.sides[x], p[0]) || !covers(e.sides[y], p[1]) {
					continue
				}
				wanted = wanted || x == y && !e.is("never") || e.is("agree") || e.is("compatible")
				may = may || x != y && (e.is("conflict") || e.is("may"))
			}
		}
	}
	return wanted, may && !wanted
}
