package factcheck_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/seeds"
)

const mostParts = 8

// parts cuts input into sources at ASCII record separators.
func parts(data []byte) []factcheck.Source {
	var all []factcheck.Source
	for i, part := range bytes.SplitN(data, []byte{0x1e}, mostParts) {
		all = append(all, factcheck.Source{ID: fmt.Sprintf("s%d", i), Text: string(part)})
	}
	return all
}

// What holds of every input: no panic; bytes that are not UTF-8 are an error and nothing else is; evidence is what
// its span covers; the same output again, from the sources in any order; a source is in no conflict with its own copy.
func FuzzWhole(f *testing.F) {
	for _, h := range hostile {
		f.Add([]byte(h.make(120) + "\x1e" + h.make(90)))
	}
	var all []string
	for _, s := range seeds.Sources() {
		all = append(all, s.Text[s.Body.Start:min(len(s.Text), s.Body.Start+500)])
	}
	f.Add([]byte(strings.ToValidUTF8(strings.Join(all, "\x1e"), "")))
	f.Add([]byte("\x1e\x1e\xff"))
	f.Add([]byte("The bridge is 75 miles (150 km) long.\x1eThe bridge is 57 miles long, Ada Quill said.\x1e\"It is long,\" said Tom Hale."))
	var c factcheck.Checker
	f.Fuzz(func(t *testing.T, data []byte) {
		sources := parts(data)
		r, err := c.Check(sources...)
		if err != nil {
			require.False(t, utf8.Valid(data), "%v", err)
			require.ErrorContains(t, err, "is not valid UTF-8")
			return
		}
		require.True(t, utf8.Valid(data))
		checkEvidence(t, r, sources)
		again, err := c.Check(sources...)
		require.NoError(t, err)
		require.Equal(t, findings(t, r), findings(t, again), "checked again")
		slices.Reverse(sources)
		turned, err := c.Check(sources...)
		require.NoError(t, err)
		require.Equal(t, findings(t, r), findings(t, turned), "in another order")
		for i := range sources {
			checkCopy(t, &c, sources[i])
		}
		_ = r.String()
	})
}

// findings are the findings of a report as JSON lines.
func findings(t *testing.T, r *factcheck.Report) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, r.WriteJSONL(&b))
	return b.String()
}

func checkEvidence(t *testing.T, r *factcheck.Report, sources []factcheck.Source) {
	t.Helper()
	for i := range r.Findings {
		for _, e := range r.Findings[i].Evidence() {
			k := slices.IndexFunc(sources, func(s factcheck.Source) bool { return s.ID == e.Source })
			require.GreaterOrEqual(t, k, 0, "evidence of %q", e.Source)
			text := sources[k].Text
			ok := 0 <= e.Start && e.Start <= e.End && e.End <= len(text) && text[e.Start:e.End] == e.Text && utf8.ValidString(e.Text)
			require.True(t, ok, "evidence %+v", e)
			require.Equal(t, 1+strings.Count(text[:e.Start], "\n"), e.Line, "line of %+v", e)
			require.Equal(t, e.Start-strings.LastIndexByte(text[:e.Start], '\n'), e.Column, "column of %+v", e)
		}
	}
}

// checkCopy checks that a source beside its copy has no conflict that it lacks alone.
func checkCopy(t *testing.T, c *factcheck.Checker, s factcheck.Source) {
	t.Helper()
	alone, err := c.Check(s)
	require.NoError(t, err)
	twin := s
	twin.ID = "copy"
	both, err := c.Check(s, twin)
	require.NoError(t, err)
	has := map[compare.Rule]bool{}
	for i := range alone.Findings {
		has[alone.Findings[i].Rule] = has[alone.Findings[i].Rule] || alone.Findings[i].Verdict == compare.VerdictConflict
	}
	for i := range both.Findings {
		f := &both.Findings[i]
		assert.False(t, f.Verdict == compare.VerdictConflict && !has[f.Rule], "%s with a copy: %s in %q", f.Rule, f.Title, s.Text)
	}
}
