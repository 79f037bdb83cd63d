package seeds

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNamesAreAllFiles(t *testing.T) {
	files, err := fs.Glob(FS, "*.txt")
	require.NoError(t, err)
	assert.ElementsMatch(t, files, Names)
}

// The reports carry the facts of published articles in their own words: outside quotation marks no
// sentence shares 60 % of its words with one of theirs.
func TestOwnWords(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join("..", "..", "shared", "seeds", "*.txt"))
	if len(paths) == 0 {
		t.Skip("the original articles are not beside this checkout (../shared/seeds)")
	}
	var originals []map[string]bool
	for _, p := range paths {
		b, err := os.ReadFile(p)
		require.NoError(t, err)
		originals = append(originals, sentences(string(b))...)
	}
	for _, name := range Names {
		b, err := FS.ReadFile(name)
		require.NoError(t, err)
		_, body, _ := strings.Cut(strings.TrimPrefix(string(b), "---\n"), "\n---\n")
		for _, s := range sentences(body) {
			if len(s) < 5 {
				continue
			}
			for _, o := range originals {
				assert.Lessf(t, overlap(s, o), 0.6, "%s: %v", name, s)
			}
		}
	}
}

// sentences returns the words of each sentence outside quotation marks.
func sentences(text string) []map[string]bool {
	var out []map[string]bool
	words, word, quoted := map[string]bool{}, "", false
	end := func() {
		if word != "" && !quoted {
			words[strings.ToLower(word)] = true
		}
		word = ""
	}
	for _, r := range text + "\n" {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word += string(r)
			continue
		case r == '"':
			end()
			quoted = !quoted
			continue
		case r == '“':
			end()
			quoted = true
			continue
		case r == '”':
			end()
			quoted = false
			continue
		}
		end()
		if r == '\n' || r == '.' && !quoted {
			if r == '\n' {
				quoted = false
			}
			if len(words) > 3 {
				out = append(out, words)
			}
			if len(words) > 3 || r == '\n' {
				words = map[string]bool{}
			}
		}
	}
	return out
}

// overlap returns the Jaccard index of two sets of words.
func overlap(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

func TestSources(t *testing.T) {
	for i, s := range Sources() {
		assert.Equal(t, strings.TrimSuffix(Names[i], ".txt"), s.ID)
		assert.NotEmpty(t, s.Outlet)
		assert.False(t, s.Published.IsZero())
		assert.Equal(t, s.Title, s.Headline.Of(s.Text))
		assert.NotContains(t, s.Body.Of(s.Text), "published:")
	}
}
