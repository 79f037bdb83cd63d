package factcheck_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
)

func TestCheckErrors(t *testing.T) {
	src := func(id, text string) factcheck.Source { return factcheck.Source{ID: id, Text: text} }
	for _, c := range []struct {
		name    string
		checker *factcheck.Checker
		sources []factcheck.Source
		want    string
	}{
		{"not UTF-8", &factcheck.Checker{}, []factcheck.Source{src("a", "ok"), src("b", "no\xfe")}, `source "b": byte 2 is not valid UTF-8 (0xfe)`},
		{"one id twice", &factcheck.Checker{}, []factcheck.Source{src("a", ""), src("a", "")}, `two sources have the id "a"`},
		{"too large", &factcheck.Checker{MaxBytes: 3}, []factcheck.Source{src("a", "1234")}, `source "a" has 4 bytes, more than the limit of 3: raise MaxBytes`},
		{"a kind that is none", &factcheck.Checker{Kinds: []string{"mood"}}, nil, `unknown kind of finding "mood"`},
	} {
		_, err := c.checker.Check(c.sources...)
		assert.ErrorContains(t, err, c.want, c.name)
	}
	_, err := factcheck.CheckFiles("testdata/nothing-*.txt")
	assert.ErrorContains(t, err, "matches no file")
	_, err = factcheck.CheckFiles("[")
	assert.ErrorContains(t, err, "syntax error in pattern")
}

// A caller's table with a wrong row is an error that names the row.
func TestCheckTables(t *testing.T) {
	c := &factcheck.Checker{Tables: []fs.FS{fstest.MapFS{"units.tsv": {Data: []byte("no header\n")}}}}
	_, err := c.Check()
	assert.ErrorContains(t, err, "units.tsv:1")
}

func TestEmptyReport(t *testing.T) {
	r, err := factcheck.Check()
	require.NoError(t, err)
	assert.True(t, r.Empty())
	assert.Contains(t, r.String(), "No reports")
}

func TestStreamKeepsOrder(t *testing.T) {
	bad := errors.New("bad event")
	in := func(yield func(factcheck.Event, error) bool) {
		for i := range 50 {
			e := factcheck.Event{ID: fmt.Sprint(i), Sources: []factcheck.Source{{Text: strings.Repeat("Two people died. ", i*10)}}}
			var err error
			if i == 7 {
				err = bad
			}
			if !yield(e, err) {
				return
			}
		}
	}
	n := 0
	for r, err := range new(factcheck.Checker).Stream(context.Background(), in) {
		if n == 7 {
			assert.ErrorIs(t, err, bad)
		} else {
			require.NoError(t, err)
			assert.Equal(t, fmt.Sprint(n), r.ID)
		}
		n++
	}
	assert.Equal(t, 50, n)

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n = 0
	var last error
	for _, err := range new(factcheck.Checker).Stream(ctx, in) {
		if last = err; n == 3 {
			cancel()
		}
		n++
	}
	assert.ErrorIs(t, last, context.Canceled)
}

// A mebibyte in four sources are read on all cores; the report is that of one core.
func TestCheckLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("checks a mebibyte of one sentence")
	}
	var sources []factcheck.Source
	for i := range 4 {
		sources = append(sources, factcheck.Source{Text: strings.Repeat(fmt.Sprintf("The bridge fell on Monday, %d people said. ", i+20), 600)})
	}
	a, err := factcheck.Check(sources...)
	require.NoError(t, err)
	b, err := factcheck.Check(sources...)
	require.NoError(t, err)
	assert.Equal(t, a.String(), b.String())
}
