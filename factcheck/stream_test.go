package factcheck_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
)

// event is a small event of n sources of about 500 bytes each.
func event(id string, n int) factcheck.Event {
	e := factcheck.Event{ID: id}
	for i := range n {
		e.Sources = append(e.Sources, factcheck.Source{ID: fmt.Sprint(i), Text: fmt.Sprintf("At least %d people were killed when a bridge over the Lorne fell on Monday, police said. Another %d were taken to hospital.\n\n"+
			"\"We had warned the operator of cracks in the deck,\" said Ada Quill, the chief engineer of the district. The bridge, which is 1.2 miles long, carried %d vehicles a day.\n\n"+
			"The operator, Norvale Roads, denied that it had ignored warnings. It said that an inspection in March had found no fault. Mayor Tom Hale said the road would stay closed until October.\n", 10+i%3, 40+i%5, 12000+i)})
	}
	return e
}

// counted yields n events and counts how many were taken.
func counted(n int, taken *atomic.Int64, err func(i int) error) iter.Seq2[factcheck.Event, error] {
	return func(yield func(factcheck.Event, error) bool) {
		for i := range n {
			taken.Add(1)
			if !yield(event(fmt.Sprint(i), 2), err(i)) {
				return
			}
		}
	}
}

func none(int) error { return nil }

// An error of one event carries its id and stops nothing else, whether the input has it or the check.
func TestStreamErrorsCarryTheirEvent(t *testing.T) {
	broken := errors.New("the feed broke off")
	in := func(yield func(factcheck.Event, error) bool) {
		_ = yield(event("a", 2), nil) && yield(factcheck.Event{ID: "b"}, broken) && yield(factcheck.Event{ID: "c", Sources: []factcheck.Source{{Text: "no\xfe"}}}, nil) && yield(event("d", 2), nil)
	}
	var said []string
	for r, err := range new(factcheck.Checker).Stream(context.Background(), in) {
		if err != nil {
			said = append(said, err.Error())
			continue
		}
		said = append(said, r.ID)
	}
	assert.Equal(t, []string{"a", `event "b": the feed broke off`, `event "c": source "1": byte 2 is not valid UTF-8 (0xfe)`, "d"}, said)
}

// A slow reader holds the input back: a stream takes no more events than it has room for.
func TestStreamHoldsTheInputBack(t *testing.T) {
	var taken atomic.Int64
	seen := 0
	for _, err := range new(factcheck.Checker).Stream(context.Background(), counted(500, &taken, none)) {
		require.NoError(t, err)
		seen++
		for range 100 {
			runtime.Gosched()
		}
		assert.LessOrEqual(t, int(taken.Load()), seen+3*runtime.GOMAXPROCS(0)+2)
	}
	assert.Equal(t, 500, seen)
}

// Who stops reading stops the input; the end of the context does, and is said.
func TestStreamStops(t *testing.T) {
	for _, byContext := range []bool{false, true} {
		var taken atomic.Int64
		ctx, cancel := context.WithCancel(context.Background())
		seen := 0
		var last error
		for _, err := range new(factcheck.Checker).Stream(ctx, counted(1<<30, &taken, none)) {
			last = err
			if seen++; seen < 5 {
				continue
			}
			if !byContext {
				break
			}
			cancel()
		}
		cancel()
		assert.Less(t, seen, 7)
		if byContext {
			assert.ErrorIs(t, last, context.Canceled)
		}
		assert.LessOrEqual(t, int(taken.Load()), seen+3*runtime.GOMAXPROCS(0)+2)
	}
}

// Events a second, each of five sources of 500 bytes.
func BenchmarkStream(b *testing.B) {
	e := event("e", 5)
	size := 0
	for _, s := range e.Sources {
		size += len(s.Text)
	}
	c := new(factcheck.Checker)
	_, err := c.Check(e.Sources...)
	require.NoError(b, err)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	b.ResetTimer()
	in := func(yield func(factcheck.Event, error) bool) {
		for range b.N {
			if !yield(e, nil) {
				return
			}
		}
	}
	for _, err := range c.Stream(context.Background(), in) {
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "events/s")
}
