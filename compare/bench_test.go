package compare_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/seeds"
)

// read brings sources to their normal form.
func read(t testing.TB, sources []factcheck.Source) []*normalize.Document {
	t.Helper()
	n, err := normalize.New()
	require.NoError(t, err)
	docs := make([]*normalize.Document, len(sources))
	for i := range sources {
		docs[i], err = n.Read(&sources[i])
		require.NoError(t, err)
	}
	return docs
}

// retold returns n reports of one event, each of ten sentences taken at random from two of the embedded reports: what many
// outlets make of one wire. The same n gives the same reports.
func retold(t testing.TB, n int) []factcheck.Source {
	t.Helper()
	var pools [][]string
	for _, d := range read(t, seeds.Sources()) {
		var pool []string
		for _, s := range d.Text.Sentences {
			if sp := d.Text.Span(s.Range); d.Text.Paragraphs[s.Paragraph].Kind != text.Furniture && sp.Len() > 0 {
				pool = append(pool, sp.Of(d.Source.Text))
			}
		}
		pools = append(pools, pool)
	}
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	base := seeds.Sources()[0].Published
	out := make([]factcheck.Source, n)
	for i := range out {
		var b strings.Builder
		mine := [2][]string{pools[rng.IntN(len(pools))], pools[rng.IntN(len(pools))]}
		for range 10 {
			pool := mine[rng.IntN(2)]
			b.WriteString(pool[rng.IntN(len(pool))])
			b.WriteString("\n")
		}
		out[i] = factcheck.Source{ID: fmt.Sprintf("s%04d", i), Published: base.AddDate(0, 0, i%3), Text: b.String()}
	}
	return out
}

func BenchmarkDocuments(b *testing.B) {
	run := func(name string, docs []*normalize.Document) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compare.Documents(docs, compare.Options{})
			}
		})
	}
	run("seeds", read(b, seeds.Sources()))
	if names, _ := filepath.Glob("../../shared/seeds/*.txt"); len(names) > 0 {
		var sources []factcheck.Source
		for _, n := range names {
			raw, err := os.ReadFile(n)
			require.NoError(b, err)
			s, err := factcheck.ParseText(string(raw))
			require.NoError(b, err)
			s.ID = filepath.Base(n)
			sources = append(sources, s)
		}
		run("originals", read(b, sources))
	}
	for _, n := range []int{10, 100, 500, 1000, 2000} {
		run(fmt.Sprintf("retold-%d", n), read(b, retold(b, n)))
	}
}
