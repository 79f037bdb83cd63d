package compare_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// oneEvent is n reports of one event of about 600 bytes each: most figures are shared by all, some by a few, and each
// report has something of its own.
func oneEvent(t testing.TB, n int) []*normalize.Document {
	t.Helper()
	read := new(normalize.Normalizer)
	docs := make([]*normalize.Document, n)
	for i := range docs {
		body := fmt.Sprintf("At least %d people were killed when a bridge over the Lorne fell on %s, police said. Another %d were taken to hospital, %d of them children.\n\n"+
			"\"We had warned the operator of cracks in the deck,\" said %s, the chief engineer of the district. The bridge, which is %s long, carried %d vehicles a day.\n\n"+
			"The operator, Norvale Roads, denied that it had ignored warnings. It said that an inspection in %s had found no fault. Mayor Tom Hale said the road would stay closed until October.\n\n"+
			"Reader %d, of house number %d, told the paper that %d cars stood on the deck.\n",
			10+i%3, []string{"Monday", "Tuesday"}[i%50/49], 40+i%5, 3+i%2, []string{"Ada Quill", "Ada Quill", "Ida Quill"}[i%3], []string{"1.2 miles", "1.9 kilometers", "2.2 miles"}[i%100/40], 12000+i%7*100,
			[]string{"March", "April"}[i%9/8], i, i*7, 5+i%90)
		d, err := read.Read(&text.Source{ID: fmt.Sprintf("s%05d", i), Text: body})
		require.NoError(t, err)
		docs[i] = d
	}
	return docs
}

// work is how many allocations the comparison of n reports takes: what grows with its steps, whatever the clock says.
func work(t testing.TB, docs []*normalize.Document) (mallocs, bytes float64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	found := compare.Documents(docs, compare.Options{})
	runtime.ReadMemStats(&after)
	require.NotEmpty(t, found)
	return float64(after.Mallocs - before.Mallocs), float64(after.TotalAlloc - before.TotalAlloc)
}

// Twice the sources take about twice the work, not four times.
func TestWorkGrowsWithTheSources(t *testing.T) {
	docs := oneEvent(t, 2000)
	work(t, docs[:100]) // caches
	mallocs, bytes := work(t, docs[:1000])
	moreMallocs, moreBytes := work(t, docs)
	t.Logf("1,000 sources: %.0f allocations, %.1f MB; 2,000: %.2f times as many, %.2f times the bytes", mallocs, bytes/1e6, moreMallocs/mallocs, moreBytes/bytes)
	assert.LessOrEqual(t, moreMallocs, 2.5*mallocs)
	assert.LessOrEqual(t, moreBytes, 3*bytes) // what is used again may have been collected in between
}

// The curve: milliseconds and megabytes for n reports of one event.
func BenchmarkSources(b *testing.B) {
	docs := oneEvent(b, 5000)
	for _, n := range []int{100, 300, 1000, 2000, 5000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compare.Documents(docs[:n], compare.Options{})
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/source")
		})
	}
}
