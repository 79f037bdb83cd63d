package main

import (
	"bytes"
	"context"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
)

// A story is checked again whenever a version of it comes in: what is new is printed, what is gone is named, and what
// was known is not told twice. The steps stand in for time.
func TestWatch(t *testing.T) {
	folder(t, map[string]string{"in/a.txt": "The reef lies 3 miles from the harbour.\n", "in/b.txt": "The reef lies 3 miles from the harbour.\n"})
	var out, errs bytes.Buffer
	step := 0
	put := func(name, body string) { require.NoError(t, os.WriteFile("in/"+name, []byte(body), 0o644)) }
	told := func() (string, string) {
		defer out.Reset()
		defer errs.Reset()
		return out.String(), errs.String()
	}
	wait := func() bool {
		step++
		got, wrong := told()
		switch step {
		case 1:
			assert.Contains(t, got, "Two reports, one event: nothing to check")
		case 2:
			assert.Empty(t, got, "nothing has changed")
			put("b.txt", "The reef lies 3 miles (48 kilometers) from the harbour.\n")
		case 3:
			assert.Contains(t, got, "unit-check")
			assert.Contains(t, got, "3 miles is given as 48 kilometers")
			assert.NotContains(t, got, "Agree", "only what is new")
			put("c.txt", "The reef lies 3 miles from the harbour, by the lighthouse.\n")
		case 4:
			assert.Empty(t, got, "what is known is not told twice")
			put("d.txt", "not \xff UTF-8")
		case 5:
			assert.Empty(t, got)
			assert.Contains(t, wrong, "d.txt: byte 4 is not valid UTF-8")
		case 6:
			assert.Empty(t, wrong, "told once")
			require.NoError(t, os.Remove("in/d.txt"))
			put("b.txt", "The reef lies 3 miles from the harbour.\n")
		case 7:
			assert.Regexp(t, `^gone  [0-9a-f]{12}  3 miles = 48 kilometers: a wrong conversion\n$`, got)
			return false
		}
		return true
	}
	o, err := parse([]string{"-watch", "in"}, &errs)
	require.NoError(t, err)
	assert.Equal(t, exitDone, watch(new(factcheck.Checker), o, &out, &errs, wait))
	assert.Equal(t, 7, step)
}

func TestPause(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	assert.True(t, pause(ctx, time.Nanosecond)())
	stop()
	assert.False(t, pause(ctx, time.Hour)(), "it ends when it is told to")
}

func TestColumns(t *testing.T) {
	folder(t, misconverted)
	code, out, _ := factdiff("", "-columns", "a.txt", "b.txt")
	assert.Equal(t, exitFindings, code)
	assert.Contains(t, out, " │ ")
	assert.Contains(t, out, "miles]")
}
