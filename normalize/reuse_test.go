package normalize_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/seeds"
)

// reports returns the embedded reports, and how many bytes they have.
func reports(t testing.TB) (srcs []text.Source, size int) {
	for _, name := range seeds.Names {
		data, err := seeds.FS.ReadFile(name)
		require.NoError(t, err)
		srcs = append(srcs, text.Source{ID: name, Text: string(data)})
		size += len(data)
	}
	return srcs, size
}

func sameReading(t *testing.T, want, got *normalize.Document) {
	t.Helper()
	assert.Equal(t, want.Text.Tokens, got.Text.Tokens)
	assert.Equal(t, want.Quantities, got.Quantities)
	assert.Equal(t, want.Times, got.Times)
	assert.Equal(t, want.Names, got.Names)
	assert.Equal(t, want.Entities, got.Entities)
	assert.Equal(t, want.Attributions, got.Attributions)
	assert.Equal(t, want.Statements, got.Statements)
	assert.Equal(t, want.Utterances, got.Utterances)
}

func TestMemoryThatIsUsedAgainChangesNothing(t *testing.T) {
	srcs, _ := reports(t)
	var first []*normalize.Document
	for i := range srcs {
		d, err := new(normalize.Normalizer).Read(&srcs[i])
		require.NoError(t, err)
		first = append(first, d)
	}
	n, err := normalize.New()
	require.NoError(t, err)
	var d normalize.Document
	var kept []*normalize.Document
	for range 2 {
		for i := range srcs {
			require.NoError(t, n.ReadInto(&d, &srcs[i]))
			sameReading(t, first[i], &d)
			k, err := n.Read(&srcs[i])
			require.NoError(t, err)
			kept = append(kept, k)
		}
	}
	for i, k := range kept { // what Read returns stays as it is while other sources are read
		sameReading(t, first[i%len(first)], k)
	}
}

func TestAllocations(t *testing.T) {
	srcs, size := reports(t)
	n, err := normalize.New()
	require.NoError(t, err)
	var d normalize.Document
	read := func() {
		for i := range srcs {
			_ = n.ReadInto(&d, &srcs[i])
		}
	}
	read()
	assert.Less(t, testing.AllocsPerRun(3, read)*1e6/float64(size), 100.0, "allocations for each megabyte")
}

func BenchmarkReadInto(b *testing.B) {
	srcs, size := reports(b)
	n, err := normalize.New()
	require.NoError(b, err)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) { // with -cpu 1,2 it tells how reading scales
		var d normalize.Document
		for pb.Next() {
			for i := range srcs {
				_ = n.ReadInto(&d, &srcs[i])
			}
		}
	})
}
