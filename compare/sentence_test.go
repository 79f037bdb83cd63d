package compare

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// Of a sentence that never ends only the words nearest to a value are looked at.
func TestSurroundingsAreBounded(t *testing.T) {
	body := "The " + manyWords('b') + "sank on 5 May with 300 tonnes of " + manyWords('d') + "."
	d, err := new(normalize.Normalizer).Read(&text.Source{ID: "a", Text: body})
	require.NoError(t, err)
	s := newSources([]*normalize.Document{d}, Options{})
	s.memory = new(memory)
	s.thesaurus = &s.memory.thesaurus
	at := strings.Index(body, "300")
	x := s.surroundings(0, 0, text.Span{Start: at, End: at + 3})
	assert.LessOrEqual(t, len(x.words), mostWords)
	assert.LessOrEqual(t, x.before, len(x.words))
	for _, span := range []text.Span{{Start: 0, End: 1}, {Start: len(body) - 1, End: len(body)}} {
		x := s.surroundings(0, 0, span)
		assert.LessOrEqual(t, len(x.words), mostWords)
		assert.LessOrEqual(t, x.before, len(x.words))
	}
}

// manyWords returns words that begin with a letter, each another one.
func manyWords(first byte) string {
	var b strings.Builder
	for i := range 1000 {
		b.Write([]byte{first, 'a', 'k' + byte(i%10), 'o', 'k' + byte(i/10%10), 'i', 'k' + byte(i/100), ' '})
	}
	return b.String()
}
