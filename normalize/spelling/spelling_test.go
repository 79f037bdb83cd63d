package spelling_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/spelling"
)

// corpus reads lines "folded = spelling | spelling"; "!" before the = means that none of them folds so.
func TestCorpus(t *testing.T) {
	data, err := os.ReadFile("testdata/corpus.txt")
	require.NoError(t, err)
	lex := en.Lexicon()
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		want, forms, ok := strings.Cut(line, "=")
		require.True(t, ok, line)
		want, never := strings.CutSuffix(strings.TrimSpace(want), "!")
		want = strings.TrimSpace(want)
		for _, f := range strings.Split(forms, "|") {
			f = strings.TrimSpace(f)
			if never {
				assert.False(t, spelling.Same(lex, want, f), "%s and %s", want, f)
				continue
			}
			assert.Equal(t, want, spelling.Fold(lex, f), f)
		}
	}
}

func ExampleFold() {
	lex := en.Lexicon()
	for _, w := range []string{"colours", "organisation", "Centred", "skilfully", "advise"} {
		fmt.Println(spelling.Fold(lex, w))
	}
	// Output:
	// colors
	// organization
	// centered
	// skillfully
	// advise
}

func ExampleSame() {
	fmt.Println(spelling.Same(en.Lexicon(), "defence", "DEFENSE"), spelling.Same(en.Lexicon(), "hour", "hor"))
	// Output: true false
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "a", "colour", "co-operated", "ising", strings.Repeat("our", 4000), "İse", "\xff"} {
		f.Add(s)
	}
	lex := en.Lexicon()
	f.Fuzz(func(t *testing.T, s string) {
		got := spelling.Fold(lex, s)
		assert.Equal(t, got, spelling.Fold(lex, s))
		if utf8.ValidString(s) {
			assert.True(t, utf8.ValidString(got))
		}
	})
}

func TestAllocations(t *testing.T) {
	lex := en.Lexicon()
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		spelling.Fold(lex, "colour")
		spelling.Fold(lex, "minister")
	}))
}

func BenchmarkFold(b *testing.B) {
	lex := en.Lexicon()
	words := strings.Fields("the minister said colours of the organisation travelled to the centre honouring a defence analyst")
	b.ReportAllocs()
	b.SetBytes(int64(len(strings.Join(words, " "))))
	for b.Loop() {
		for _, w := range words {
			spelling.Fold(lex, w)
		}
	}
}
