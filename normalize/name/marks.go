package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// struck are the Latin letters whose stroke or shape is no mark that can be taken off (Unicode has no decomposition for them).
var struck = strings.NewReplacer("ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ı", "i", "ħ", "h", "Ħ", "H", "ß", "ss", "æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe")

// WithoutMarks returns a name with the marks taken off its letters, as those write it who have no key for them: Helene for Hélène, Lukasz for
// Łukasz. It is for finding names that may be one; whether they are, [Match] tells.
func WithoutMarks(s string) string {
	if isASCII(s) {
		return s
	}
	d := struck.Replace(norm.NFD.String(s))
	out := make([]byte, 0, len(d))
	for _, r := range d {
		if !unicode.Is(unicode.Mn, r) {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
