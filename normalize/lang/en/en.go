// Package en holds the word tables of English.
//
// People edit the .tsv files of this folder; go generate packs them.
package en

import (
	_ "embed"
	"sync"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

//go:generate go run github.com/factdiff/factdiff/normalize/lexicon/pack -o tables.blob .

//go:embed tables.blob
var blob string

// Lexicon returns the tables of English. It panics when the embedded blob is of another version, which
// a test of this package excludes.
var Lexicon = sync.OnceValue(func() *lexicon.Lexicon {
	l, err := lexicon.Open(blob)
	if err != nil {
		panic(err)
	}
	return l
})
