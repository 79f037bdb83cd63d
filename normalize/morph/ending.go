package morph

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of endings.tsv.
const (
	colClass  = 0
	colLength = 1
	colCut    = 2
	colPut    = 3
	colAlso   = 4
)

// A Class tells what an ending makes of a word.
type Class uint8

// Classes of endings.
const (
	Plural     Class = 1 << iota // flights; of a verb, the third person
	Past                         // killed
	Ing                          // killing
	Participle                   // fallen
	Adverb                       // heavily
	mute                         // arrive
)

var classes = [...]string{"plural", "past", "ing", "participle", "adverb", "mute"}

// longest is the length of the longest ending.
const longest = 4

// Ending returns the class of the longest regular ending of a word, or 0. It asks no table of words, so of
// thing it says Ing.
func Ending(l *lexicon.Lexicon, w string) Class { return endingOf(l, w).class }

// An ending is what stands at the end of a word and may be taken away.
type ending struct {
	class Class
	cut   int    // letters that it takes
	put   string // what the base has instead
	also  int    // letters that it may take as well, or 0
}

func endingOf(l *lexicon.Lexicon, w string) ending {
	for n := min(longest, len(w)-1); n > 0; n-- {
		r, ok := l.Hash(lexicon.Endings, text.HashWord(w[len(w)-n:]))
		if !ok || len(w) < digit(r, colLength) {
			continue
		}
		e := ending{cut: digit(r, colCut), put: r.Field(colPut), also: digit(r, colAlso)}
		for i, name := range classes {
			if name == r.Field(colClass) {
				e.class = 1 << i
			}
		}
		return e
	}
	return ending{}
}

// digit reads a number of one digit, or 0 from an empty field.
func digit(r lexicon.Row, column int) int {
	if f := r.Field(column); f != "" {
		return int(f[0] - '0')
	}
	return 0
}
