package text

import (
	"strings"
	"unicode"
)

// Flat returns s with one plain space for each run of white space: a name that a line end or a no-break space cuts is
// the name. It allocates only where there is something to change.
func Flat(s string) string {
	if len(s) < 8 {
		return flatShort(s)
	}
	for i := 0; ; i += 7 { // the last byte is read again, beside the one behind it
		i = min(i, len(s)-8)
		x := eightBytes(s, i)
		spaces := ^atLeast(x^' '*ones, 1)
		if (x|(x-' '*ones)|spaces&highBits&(spaces<<8))&highBits != 0 {
			return flat(s)
		}
		if i == len(s)-8 {
			return s
		}
	}
}

func flatShort(s string) string {
	before := byte(0)
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x80 || c == ' ' && before == ' ' {
			return flat(s)
		}
		before = c
	}
	return s
}

// flat is Flat for a text that may have to change.
func flat(s string) string {
	for i, r := range s {
		if r < ' ' || r == ' ' && strings.HasPrefix(s[i+1:], " ") || r >= 0x80 && unicode.IsSpace(r) {
			return fields(s)
		}
	}
	return s
}

// fields returns the fields of s with one space between them.
func fields(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
