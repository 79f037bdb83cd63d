package normalize

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/text"
)

// A text may end after any word: what the corpora of all stages hold is read up to each of its tokens. Lines that start
// with any word are read as well, for a rule that looks back must stop at the first token.
func TestTextsEndAnywhere(t *testing.T) {
	files, err := filepath.Glob("*/testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var n Normalizer
	var d, cut Document
	read := func(d *Document, s string) {
		defer func() {
			if r := recover(); r != nil {
				t.Errorf("%q: %v", s, r)
			}
		}()
		assert.NoError(t, n.ReadInto(d, &text.Source{ID: "cut", Text: s}))
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, line := range strings.Split(string(b), "\n") {
			read(&d, line)
			for _, tok := range d.Text.Tokens {
				read(&cut, line[:tok.End])
				read(&cut, line[tok.Start:])
			}
		}
	}
}
