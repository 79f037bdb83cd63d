package compare

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/lang/en"
)

func TestHouseStyles(t *testing.T) {
	s := &speller{lex: en.Lexicon()}
	for _, pair := range [][2]string{{"ten", "10"}, {"3", "three"}, {"per cent", "percent"}, {"don't", "do not"}, {"won’t", "will not"}, {"can't", "cannot"},
		{"'ll", "will"}, {"we've", "we have"}, {"'s", "is"}} {
		assert.True(t, s.sameStyle(pair[0], pair[1]), pair)
		assert.True(t, s.sameStyle(pair[1], pair[0]), pair)
	}
	for _, pair := range [][2]string{{"ten", "11"}, {"10", "100"}, {"don't", "did not"}, {"don't", "do"}, {"won't", "would not"}, {"'ll", "would"}, {"", ""}, {"'", "is"}, {"tenth", "10"}} {
		assert.False(t, s.sameStyle(pair[0], pair[1]), pair)
		assert.False(t, s.sameStyle(pair[1], pair[0]), pair)
	}
}
