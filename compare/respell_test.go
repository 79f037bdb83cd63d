package compare

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/lang/en"
)

func TestRespell(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"the color of the sea", "the colour of the sea", "=~="},
		{"increasing cooperation threatens us", "growing co-operation threatens us", "-+~="},
		{"growing co-operation threatens us", "increasing cooperation threatens us", "-+~="},
		{"it was destabilizing and wrong", "it was destabilising and wrong", "=~="},
		{"they organised it", "they stopped it", "=-+="},
		{"the center collapsed", "the centre of it fell", "=~-+"},
	} {
		s := speller{en.Lexicon(), wordsOf(c.a), wordsOf(c.b), c.a, c.b}
		edits := s.respell(diffWords(s.a, s.b))
		var got string
		i, j := 0, 0
		for _, e := range edits {
			got += string(e.Op)
			assert.Equal(t, [2]int{i, j}, [2]int{e.A1, e.B1}, "%s: every word is in one edit", c.a)
			i, j = e.A2, e.B2
		}
		assert.Equal(t, [2]int{len(s.a), len(s.b)}, [2]int{i, j}, c.a)
		assert.Equal(t, c.want, got, "%s | %s", c.a, c.b)
	}
}
