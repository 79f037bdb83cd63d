// Package spelling folds the spellings of one word: colour and color, organise and organize, co-operate and cooperate.
//
// It knows words alone, not what they mean: licence the noun and license the verb are one to it. It does not
// correct slips.
package spelling

import (
	"bytes"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// The column of spelling.tsv that holds the folded form.
const colWord = 0

// maxWord bounds the words that are looked up.
const maxWord = 48

// Same reports whether two words are spellings of one word, whatever their case.
func Same(lex *lexicon.Lexicon, a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	return strings.EqualFold(Fold(lex, a), Fold(lex, b))
}

// Fold returns the American spelling of a word in any of its spellings, or the word itself. It allocates only for an
// inflected form whose base is respelt.
func Fold(lex *lexicon.Lexicon, word string) string {
	if len(word) > maxWord {
		return word
	}
	if row, ok := lex.Find(lexicon.Spelling, word); ok {
		return row.Field(colWord)
	}
	for _, e := range endings {
		stem, ok := cutEnding(word, e.written)
		if !ok || len(stem) < 3 {
			continue
		}
		if s, ok := foldStem(lex, stem, e); ok {
			return s
		}
	}
	return word
}

// foldStem folds a word that is stem and ending, with what the ending took from the stem put back.
func foldStem(lex *lexicon.Lexicon, stem string, e ending) (string, bool) {
	var buf [maxWord + 8]byte
	base := append(append(buf[:0], stem...), e.dropped...)
	if !suspect(base) {
		return "", false
	}
	row, ok := lookup(lex, base)
	if !ok {
		return "", false
	}
	folded := row.Field(colWord)
	if strings.EqualFold(folded, string(base)) {
		return "", false
	}
	head, ok := cutEnding(folded, e.droppedFolded)
	if !ok {
		return "", false
	}
	return head + e.written, true
}

// lookup finds a base; without a hyphen it needs no string.
func lookup(lex *lexicon.Lexicon, base []byte) (lexicon.Row, bool) {
	if bytes.IndexByte(base, '-') < 0 {
		return lex.Hash(lexicon.Spelling, text.HashWord(string(base)))
	}
	return lex.Find(lexicon.Spelling, string(base))
}

// cutEnding cuts an ending off a word, whatever its case.
func cutEnding(word, end string) (string, bool) {
	n := len(word) - len(end)
	if n <= 0 || !strings.EqualFold(word[n:], end) {
		return "", false
	}
	return word[:n], true
}

// An ending is what inflection or derivation puts behind a word.
type ending struct {
	written       string // in the word
	dropped       string // of the base before it
	droppedFolded string // and of the folded base
}

// suspect reports whether a base has a run of letters that spellings differ in. Most have none, which saves looking
// them up behind each ending.
func suspect(base []byte) bool {
	for i := 0; i+1 < len(base); i++ {
		a, b := base[i]|0x20, base[i+1]|0x20
		end := i+2 == len(base)
		switch {
		case a == 'o' && (b == 'u' || b == 'e' || b == 'g'), a == 'a' && b == 'e', a == 'l' && (b == 'l' || b == 'f'), b == 'l' && end,
			a == 's' && (b == 'c' || b == 'e' && end), a == 'r' && b == 'e' && end, a == 'c' && b == 'e' && end, a == 'm' && b == 'e' && end,
			a == 'e' && b == 'y', a == 'p' && b == 'h', base[i] == '-', a == 's' && b == 'i', a == 'i' && b == 's':
			return true
		}
	}
	return false
}
