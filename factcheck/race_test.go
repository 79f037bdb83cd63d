package factcheck_test

import (
	"bytes"
	"encoding/json"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/seeds"
)

// One Checker serves 64 goroutines, the first of which make it ready: each gets what one alone gets.
func TestManyGoroutinesShareAChecker(t *testing.T) {
	sources := seeds.Sources()[:3]
	want, err := factcheck.Check(sources...)
	require.NoError(t, err)
	document, err := new(factcheck.Checker).Document(&sources[0])
	require.NoError(t, err)
	grounding, err := factcheck.Ground(sources[0], sources[1])
	require.NoError(t, err)
	claims, err := json.Marshal(grounding)
	require.NoError(t, err)

	shared := new(factcheck.Checker)
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() {
			switch i % 3 {
			case 0:
				r, err := shared.Check(sources...)
				assert.NoError(t, err)
				var a, b bytes.Buffer
				assert.NoError(t, want.WriteJSON(&a))
				assert.NoError(t, r.WriteJSON(&b))
				assert.True(t, bytes.Equal(a.Bytes(), b.Bytes()), "goroutine %d has another report", i)
			case 1:
				d, err := shared.Document(&sources[0])
				assert.NoError(t, err)
				assert.Equal(t, document, d)
			default:
				g, err := shared.Ground(sources[0], sources[1])
				assert.NoError(t, err)
				out, err := json.Marshal(g)
				assert.NoError(t, err)
				assert.True(t, bytes.Equal(claims, out), "goroutine %d has another grounding", i)
			}
		})
	}
	wg.Wait()
}
