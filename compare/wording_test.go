package compare

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

func wordsOf(s string) []statement.Word {
	var out []statement.Word
	for _, k := range text.Lex(nil, s, text.Span{Start: 0, End: len(s)}) {
		if k.Class == text.Word {
			out = append(out, statement.Word{Hash: k.Hash, Span: k.Span(), Content: k.End-k.Start > 3})
		}
	}
	return out
}

func TestWordings(t *testing.T) {
	for _, c := range []struct {
		a, b, want string
		relation   Relation
	}{
		{"We will not wait", "We will not wait.", "=We will not wait", Agree},
		{"We will not wait for ever", "We will not wait", "=We will not wait|-for ever", Compatible},
		{"The bridge is safe today", "The bridge was safe today", "=The bridge|-is|+was|=safe today", Conflict},
		{"one two three", "four five", "-one two three|+four five", Conflict},
	} {
		edits := diffWords(wordsOf(c.a), wordsOf(c.b))
		assert.Equal(t, c.relation, wordingRelation(edits), c.a)
		var got []string
		for _, w := range wordings(edits, wordsOf(c.a), wordsOf(c.b), c.a, c.b) {
			got = append(got, string(w.Op)+w.Text)
		}
		assert.Equal(t, c.want, strings.Join(got, "|"))
	}
}

// Words map to runes beyond the surrogates without a clash.
func TestManyWords(t *testing.T) {
	var w []statement.Word
	for i := range 70000 {
		w = append(w, statement.Word{Hash: uint64(i + 1)})
	}
	edits := diffWords(w, w)
	assert.Len(t, edits, 1)
	assert.Equal(t, Edit{Same, 0, 70000, 0, 70000}, edits[0])
}
