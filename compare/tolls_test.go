package compare

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// Two tolls of texts without a date are one at two moments, unless they lie ten times apart: then the one is of a strike, the other of the war.
func TestTwoTolls(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"More than 660 people have died in Varda.", "At least 43 people were killed in Varda.", 0},
		{"More than 660 people have died in Varda.", "At least 143 people were killed in Varda.", 1},
		{"In Varda 24 people have died.", "One person was killed in Varda.", 1},
	} {
		docs := []*normalize.Document{document(t, &text.Source{ID: "a", Text: c.a}), document(t, &text.Source{ID: "b", Text: c.b})}
		n := 0
		for _, f := range Documents(docs, Options{Kinds: map[string]bool{"number": true}}) {
			if f.Rule == NumberMatch {
				n++
			}
		}
		assert.Equal(t, c.want, n, "%s / %s", c.a, c.b)
	}
}
