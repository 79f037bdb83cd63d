package factcheck

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
)

// plainly is what encoding/json makes of v.
func plainly(t testing.TB, v any) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	require.NoError(t, enc.Encode(v))
	return b.String()
}

// What streams write is what encoding/json writes of the forms that the schemas describe.
func TestLinesAreThoseOfEncodingJSON(t *testing.T) {
	sources := []Source{
		{ID: "a", Title: `A "title" <b>`, Outlet: "O\\1", Text: "At least 12 people were killed when a bridge fell on 3 March 2026, police said.\n\n\"We had warned them,\" said Ada Quill.\n\nThe operator denied it.\n"},
		{ID: "b\t\x01", Text: "At least 21 people were killed when a bridge fell on 4 March 2026, police said.\n\n\"We had\u2028 warned all of them,\" said Ada Quill.\n"},
		{ID: "ü", Text: "Ada Quill said that 1.2 miles (3 km) of road were closed — “for good”."},
	}
	r, err := Check(sources...)
	require.NoError(t, err)
	require.NotEmpty(t, r.Findings)
	for _, r := range []*Report{r, {}, {ID: "x", Findings: make([]Finding, 2)}, {Findings: []Finding{{Finding: compare.Finding{Flags: []string{"a", "\u2029"}, Positions: make([]compare.Position, 2)}}}}} {
		assert.Equal(t, plainly(t, r.wire()), string(appendJSON(nil, reportLine{r})))
		assert.Equal(t, plainly(t, pairJSON{Schema, "p", r.Relation().String(), findingsJSON(r)}), string(appendJSON(nil, pairLine{"p", r})))
	}
}

func FuzzAppendString(f *testing.F) {
	f.Add("plain")
	f.Add("\x00\x1f\x7f \"\\/\b\f\n\r\t<>&")
	f.Add("ü \u2028\u2029\ufffd \xff\xe2\x80 €𝄞")
	f.Fuzz(func(t *testing.T, s string) {
		assert.Equal(t, plainly(t, s), string(appendString(nil, s))+"\n")
	})
}
