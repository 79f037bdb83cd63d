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
	colEnding = 5
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

// longest is the length of the longest ending, in bytes.
const longest = 4

// Ending returns the class of the longest regular ending of a word, or 0. It asks no table of words, so of
// thing it says Ing.
func Ending(l *lexicon.Lexicon, w string) Class { return endings.Of(l).of(w).class }

// An ending is what stands at the end of a word and may be taken away.
type ending struct {
	class  Class
	length int    // letters of the shortest word that has it
	cut    int    // letters that it takes
	put    string // what the base has instead
	also   int    // letters that it may take as well, or 0
}

func endingOf(l *lexicon.Lexicon, w string) ending { return *endings.Of(l).of(w) }

// endings has endings.tsv by the letters themselves, for every word is asked for its ending.
var endings = lexicon.Derived[endingTable]{Make: readEndings}

// An endingTable is open-addressed by the folded bytes of an ending.
type endingTable struct {
	lengths [256]uint8 // of the endings by their last byte: bit n for one of n bytes
	keys    [endingSlots]uint32
	values  [endingSlots]ending
}

// endingSlots is a power of two, several times the endings that a language may have.
const endingSlots = 256

func readEndings(l *lexicon.Lexicon) *endingTable {
	t := new(endingTable)
	n := 0
	for r := range l.All(lexicon.Endings) {
		w := r.Field(colEnding)
		now, ok := l.Hash(lexicon.Endings, text.HashWord(w))
		if !ok || now.ID() != r.ID() || len(w) > longest || n == endingSlots/2 {
			continue // a caller's table has another, or took it away
		}
		n++
		e := ending{length: digit(r, colLength), cut: digit(r, colCut), put: r.Field(colPut), also: digit(r, colAlso)}
		for i, name := range classes {
			if name == r.Field(colClass) {
				e.class = 1 << i
			}
		}
		key := uint32(0)
		for i := len(w) - 1; i >= 0; i-- {
			key = key<<8 | uint32(folded(w[i]))
		}
		i := slot(key)
		for ; t.keys[i] != 0; i = (i + 1) % endingSlots {
		}
		t.keys[i], t.values[i] = key, e
		t.lengths[folded(w[len(w)-1])] |= 1 << len(w)
	}
	return t
}

func slot(key uint32) uint32 { return key * 2654435769 >> 16 % endingSlots }

// folded returns the small letter of an ASCII byte.
func folded(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

var noEnding ending

// of returns the longest ending of w that w is long enough for.
func (t *endingTable) of(w string) *ending {
	if len(w) < 2 {
		return &noEnding
	}
	lengths := t.lengths[folded(w[len(w)-1])]
	if lengths == 0 {
		return &noEnding
	}
	var keys [longest + 1]uint32 // of the last 1, 2, ... bytes
	n := min(longest, len(w)-1)
	for i := 1; i <= n; i++ {
		keys[i] = keys[i-1]<<8 | uint32(folded(w[len(w)-i]))
	}
	for ; n > 0; n-- {
		if lengths>>n&1 == 0 {
			continue
		}
		for i := slot(keys[n]); t.keys[i] != 0; i = (i + 1) % endingSlots {
			if t.keys[i] == keys[n] {
				if e := &t.values[i]; len(w) >= e.length {
					return e
				}
				break
			}
		}
	}
	return &noEnding
}

// digit reads a number of one digit, or 0 from an empty field.
func digit(r lexicon.Row, column int) int {
	if f := r.Field(column); f != "" {
		return int(f[0] - '0')
	}
	return 0
}
