package lexicon_test

import (
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

var placed = regexp.MustCompile(`[a-z]+\.tsv`)

// Any table of a caller is packed and opened, or refused with the name of the file.
func FuzzPack(f *testing.F) {
	f.Add("units", units)
	f.Add("names", "@ id:id\tkind:enum(person,place)\tforms:forms\nx\tperson\tA. B. | =C D(s)\n-y\tplace\tZ\n")
	f.Add("endings", "@ class:id\tforms:forms\npast\ted\n")
	f.Add("units", "@ unit:id\tfactor:rational\tforms:forms\nmile\t1/0\tmile\n")
	f.Add("units", "@ \t\n\t\t|\n# x\n@ a:id")
	f.Fuzz(func(t *testing.T, name, data string) {
		if !regexp.MustCompile(`^[a-z]+$`).MatchString(name) {
			name = "units"
		}
		blob, err := lexicon.Pack(fstest.MapFS{name + ".tsv": {Data: []byte(data)}})
		if err != nil {
			assert.Regexp(t, placed, err.Error())
			return
		}
		l, err := lexicon.Open(string(blob))
		require.NoError(t, err)
		again, err := lexicon.Pack(fstest.MapFS{name + ".tsv": {Data: []byte(data)}})
		require.NoError(t, err)
		assert.Equal(t, blob, again, "packed twice")
		for _, form := range []string{"mile", "a", "", "A. B."} {
			for table := range lexicon.NumTables {
				l.Find(table, form)
			}
		}
	})
}

// Open refuses what is no blob; it never reads beyond it.
func FuzzOpen(f *testing.F) {
	blob, err := lexicon.Pack(folder("units.tsv", units))
	require.NoError(f, err)
	f.Add(blob)
	f.Add([]byte{})
	f.Add(blob[:len(blob)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := lexicon.Open(string(data)); err != nil {
			assert.NotEmpty(t, err.Error())
		}
	})
}
