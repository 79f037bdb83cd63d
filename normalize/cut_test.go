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
	read := reader(t)
	var d, cut Document
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

// reader returns what reads a text and fails the test where that panics.
func reader(t *testing.T) func(d *Document, s string) {
	var n Normalizer
	return func(d *Document, s string) {
		defer func() {
			if r := recover(); r != nil {
				t.Errorf("%q: %v", s, r)
			}
		}()
		assert.NoError(t, n.ReadInto(d, &text.Source{ID: "cut", Text: s}))
	}
}

// largest is the size of a table whose forms are all read: the larger ones are lists of towns and words.
const largest = 80_000

// Every form of the tables is read as a text of its own, broken over lines, behind a number and a word that denies, before and behind
// its like: a rule that finds one must not ask for what stands around it.
func TestEveryFormStandsAlone(t *testing.T) {
	files, err := filepath.Glob("lang/en/*.tsv")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	read := reader(t)
	var d Document
	for _, file := range files {
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		if len(raw) > largest {
			continue
		}
		for line := range strings.Lines(string(raw)) {
			if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "@") {
				continue
			}
			for _, form := range strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == '|' || r == '\n' }) {
				form = strings.Trim(form, " =")
				for _, s := range []string{form, "12 " + form, "no " + form, form + " " + form, form + "-" + form, "(" + form + "’s", "“" + form} {
					read(&d, s)
				}
				for i := range form {
					if i > 0 && (form[i-1] < 'a' || form[i] < 'a') {
						read(&d, form[:i]+"\n"+form[i:])
					}
				}
			}
		}
	}
}
