package normalize_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize"
)

// Documents that are read into the memory of others, longer and shorter ones, are those that are read into new memory.
func TestRecycledMemoryChangesNothing(t *testing.T) {
	srcs, _ := reports(t)
	n, err := normalize.New()
	require.NoError(t, err)
	for range 3 {
		var docs []*normalize.Document
		for i := range srcs {
			d, err := n.Read(&srcs[i])
			require.NoError(t, err)
			docs = append(docs, d)
		}
		for i, d := range docs { // while all of them are in use
			first, err := new(normalize.Normalizer).Read(&srcs[i])
			require.NoError(t, err)
			sameReading(t, first, d)
		}
		n.Recycle(docs...)
	}
}

// Reading into memory that is free again allocates hardly anything. The least of several runs counts: a pool may forget.
func TestRecycledMemoryIsUsed(t *testing.T) {
	srcs, _ := reports(t)
	n, err := normalize.New()
	require.NoError(t, err)
	least := func(recycle bool) float64 {
		out := 1e9
		for range 20 {
			out = min(out, testing.AllocsPerRun(1, func() {
				d, _ := n.Read(&srcs[0])
				if recycle {
					n.Recycle(d)
				}
			}))
		}
		return out
	}
	fresh := least(false)
	assert.Less(t, least(true), fresh/2)
}
