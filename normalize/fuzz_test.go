package normalize

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/text"
)

// Memory that is used again changes nothing: a document read into what another one left is the document read afresh.
func FuzzReadInto(f *testing.F) {
	f.Add("At least 12 people died on Monday, police said.", "“We lost 40 percent,” said Ada Quill of the U.N.")
	f.Add("", "12 12 12")
	f.Add("Kyiv, Sept. 10 - \"x", "(75 miles (120 km)")
	var n Normalizer
	f.Fuzz(func(t *testing.T, first, second string) {
		var used, fresh Document
		if n.ReadInto(&used, &text.Source{ID: "a", Text: first}) != nil {
			return
		}
		src := &text.Source{ID: "b", Text: second}
		err := n.ReadInto(&used, src)
		assert.Equal(t, n.ReadInto(&fresh, src), err)
		if err != nil {
			return
		}
		assert.Equal(t, len(fresh.Text.Tokens), len(used.Text.Tokens))
		equal(t, fresh.Quantities, used.Quantities)
		equal(t, fresh.Times, used.Times)
		equal(t, fresh.Names, used.Names)
		equal(t, fresh.Entities, used.Entities)
		equal(t, fresh.Attributions, used.Attributions)
		equal(t, fresh.Statements, used.Statements)
	})
}

// equal compares two lists; an empty one is as good as none.
func equal[T any](t *testing.T, want, got []T) {
	t.Helper()
	if len(want)+len(got) > 0 {
		assert.Equal(t, want, got)
	}
}
