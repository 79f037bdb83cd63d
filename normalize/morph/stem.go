package morph

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Stem returns the hash of a word without its regular endings, so that raids, raided and raiding are one. It is
// a key, never shown: it takes too much away rather than too little, and asks no table of words.
func Stem(l *lexicon.Lexicon, w string) uint64 {
	table := endings.Of(l)
	e := table.of(w)
	for _, class := range [...]Class{Plural, Past | Ing, mute} {
		if e.class&class == 0 {
			continue
		}
		stem := w[:len(w)-e.cut]
		if e.put != "" {
			return text.HashWord(stem, e.put)
		}
		if e.class&(Past|Ing) != 0 {
			if !strings.ContainsAny(stem, vowels) {
				continue // bring, sled
			}
			stem = undoubled(stem)
		}
		w = stem
		e = table.of(w)
	}
	return text.HashWord(w)
}

const (
	vowels = "aeiouyAEIOUY"
	kept   = "lszeoLSZEO" // fall, miss, buzz, agree, woo
)

// undoubled takes one of two like consonants away: stopp, robb; but not those that words end in by themselves.
func undoubled(stem string) string {
	n := len(stem)
	if n > 3 && doubled(stem) && strings.IndexByte(kept, stem[n-1]) < 0 {
		return stem[:n-1]
	}
	return stem
}
