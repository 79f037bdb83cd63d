package name

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

// Columns of given.tsv and nicknames.tsv.
const (
	colGivenCulture = 1
	colNickname     = 0
)

// latinCultures are the cultures of given.tsv that write their names in Latin letters themselves, so that another letter is no other
// transcription.
var latinCultures = [...]string{"baltic", "dutch", "english", "french", "german", "hungarian", "irish", "italian", "nordic", "portuguese", "scots",
	"spanish", "welsh"}

// A slip is looked for in words of a few letters that differ in one or two of them.
const (
	shortestSlip = 3
	longestSlip  = 24
	slipEdits    = 2
)

// Slip reports whether two names of a person that are nearly the same are rather two names, one of them written by mistake, than two
// spellings of one: Roy and Ray Delgado, Joan Pell and Joan Pill. One word differs, and be it a given name or a family name, what differs is
// more than marks, double and silent letters, or letters that stand for one sound. Names of languages that are transcribed have as
// many spellings as transcribers.
func Slip(lex *lexicon.Lexicon, a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) != len(y) || len(x) < 2 {
		return false
	}
	at := -1
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if at >= 0 {
			return false
		}
		at = i
	}
	switch {
	case at < 0 || !slippable(x[at]) || !slippable(y[at]):
		return false
	case at == 0:
		return twoGiven(lex, x[0], y[0])
	case at == len(x)-1:
		return latinGiven(lex, x[0]) && otherLetters(x[at], y[at])
	}
	return false
}

// slippable reports whether a word is of plain letters, and neither an initial nor too long.
func slippable(w string) bool {
	if len(w) < shortestSlip || len(w) > longestSlip {
		return false
	}
	return !strings.ContainsFunc(w, func(r rune) bool { return r < 'a' || r > 'z' })
}

// OneGiven reports whether two given names, in small letters, are forms of one: Michael and Mick, Daniel and Dan, Sara and Sarah.
func OneGiven(lex *lexicon.Lexicon, a, b string) bool {
	if a == b || respelt(a) == respelt(b) || min(len(a), len(b)) >= shortestSlip && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
		return true
	}
	if min(len(a), len(b)) > longestShortForm && Edits(a, b) > mostSpelt {
		return false
	}
	x, y := fullNames(lex, a), fullNames(lex, b)
	return slices.ContainsFunc(x, func(n string) bool { return slices.Contains(y, n) })
}

// Of given names that a table has for one, one is short, or they differ by little: Pauline and Paulette, both of Paul, are two.
const (
	longestShortForm = 5
	mostSpelt        = 2
)

// twoGiven reports whether two given names are two: a table knows both and has no name for which both may stand, or they are forms of one
// that sound differently, of a language with Latin letters.
func twoGiven(lex *lexicon.Lexicon, a, b string) bool {
	x, y := fullNames(lex, a), fullNames(lex, b)
	known := (len(x) > 0 || isGiven(lex, a)) && (len(y) > 0 || isGiven(lex, b))
	if !known || respelt(a) == respelt(b) || shortForm(lex, a, b) || shortForm(lex, b, a) {
		return false
	}
	latin := latinGiven(lex, a) || latinGiven(lex, b)
	if !slices.ContainsFunc(x, func(n string) bool { return slices.Contains(y, n) }) {
		return latin || otherTranscribed(a, b)
	}
	return latin && a[0] == b[0] && min(len(a), len(b)) > shortestSlip && consonants(a) != consonants(b) && Edits(a, b) == 1
}

// otherTranscribed reports whether two transcribed names differ in a consonant, and that is not the letter that is g in one language and h in its
// neighbour: Oleh, Oleg.
func otherTranscribed(a, b string) bool {
	return consonants(strings.ReplaceAll(a, "g", "h")) != consonants(strings.ReplaceAll(b, "g", "h"))
}

// shortForm reports whether a given name is the beginning of another of its language: Steve, Steven.
func shortForm(lex *lexicon.Lexicon, short, long string) bool {
	return strings.HasPrefix(long, short) && cultureOf(lex, short) == cultureOf(lex, long)
}

// respelt writes a given name as its spellings have in common: Eliot for Elliott, Cori for Corey and Cory, Sara for Sarah.
func respelt(w string) string {
	out := make([]byte, 0, longestSlip)
	for i := range len(w) {
		c := w[i]
		switch {
		case c == 'h' && i > 0, i > 0 && c == w[i-1]:
			continue
		case c == 'y':
			c = 'i'
		case c == 'w':
			c = 'u'
		}
		out = append(out, c)
	}
	s := string(out)
	for _, end := range [...]string{"ei", "ie"} {
		if strings.HasSuffix(s, end) {
			return s[:len(s)-len(end)] + "i"
		}
	}
	return strings.TrimSuffix(s, "e")
}

// fullNames returns the names that a given name may stand for.
func fullNames(lex *lexicon.Lexicon, w string) []string {
	var out []string
	for _, r := range lex.FindAll(nil, lexicon.Nicknames, w) {
		out = append(out, r.Field(colNickname))
	}
	return out
}

func isGiven(lex *lexicon.Lexicon, w string) bool { return cultureOf(lex, w) != "" }

// cultureOf returns the culture of a given name, or "".
func cultureOf(lex *lexicon.Lexicon, w string) string {
	r, ok := lex.Find(lexicon.Given, capitals(w))
	if !ok {
		return ""
	}
	return r.Field(colGivenCulture)
}

// latinGiven reports whether a given name is at home in a language with Latin letters.
func latinGiven(lex *lexicon.Lexicon, w string) bool {
	return slices.Contains(latinCultures[:], cultureOf(lex, w))
}

// otherLetters reports whether two words of few different letters differ in a sound, or in one letter for another.
func otherLetters(a, b string) bool {
	if Edits(a, b) > slipEdits {
		return false
	}
	if consonants(a) != consonants(b) {
		return true
	}
	if len(a) != len(b) || Edits(a, b) != 1 {
		return false
	}
	for i := range len(a) {
		if a[i] != b[i] {
			return letterSound(a[i]) != letterSound(b[i]) || !alikeVowels(a[i], b[i])
		}
	}
	return false
}

// alikeVowels reports whether two letters are an i or a y, or no vowels.
func alikeVowels(a, b byte) bool {
	return letterSound(a) != 0 || strings.IndexByte("iyj", a) >= 0 && strings.IndexByte("iyj", b) >= 0
}

// consonants returns the consonants of a word, those that stand for one sound as one, double ones once.
func consonants(w string) string {
	out := make([]byte, 0, longestSlip+1)
	prev := byte(0)
	for i := range len(w) {
		c := letterSound(w[i])
		if c != 0 && w[i] != prev {
			if w[i] == 'x' {
				out = append(out, 'k')
				c = 's'
			}
			if n := len(out); n == 0 || out[n-1] != c || !strings.ContainsRune("ks", rune(c)) {
				out = append(out, c)
			}
		}
		prev = w[i]
	}
	return string(out)
}

// letterSound returns one letter for all that may stand for a sound, and 0 for vowels and what is silent.
func letterSound(c byte) byte {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'j', 'h':
		return 0
	case 'c', 'k', 'q', 'g':
		return 'k'
	case 's', 'z':
		return 's'
	case 'f', 'v', 'w', 'p':
		return 'f'
	case 't':
		return 'd'
	}
	return c
}
