// Package layout fits the text of strangers into lines: cleaned, cut and wrapped by columns of a terminal.
//
// It knows nothing of reports.
package layout

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/factdiff/factdiff/normalize/text"
)

// Words makes words of a source's text safe to show on one line, and leaves out the markup among them.
func Words(s string) string { return Clean(text.Unmarked(s)) }

// Clean makes text of a source safe to show on one line: white space becomes a single space, and what
// would move the cursor or turn the direction of writing is left out.
func Clean(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\ufeff':
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// Cells returns how many columns of a terminal s takes.
func Cells(s string) int {
	n := 0
	for _, r := range s {
		n += cell(r)
	}
	return n
}

func cell(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Ellipsis stands for what was cut.
const Ellipsis = "…"

// Clip cuts s behind the last word that leaves it n columns wide.
func Clip(s string, n int) string {
	if Cells(s) <= n {
		return s
	}
	used, end, space := 1, 0, 0
	for i, r := range s {
		if used += cell(r); used > n {
			break
		}
		if r == ' ' {
			space = i
		}
		end = i + len(string(r))
	}
	if space > end/2 {
		end = space
	}
	return strings.TrimRight(s[:end], " ") + Ellipsis
}

// ClipLeft cuts s before the first word that leaves it n columns wide.
func ClipLeft(s string, n int) string {
	if Cells(s) <= n {
		return s
	}
	runes := []rune(s)
	used, start := 1, len(runes)
	for start > 0 && used+cell(runes[start-1]) <= n {
		start--
		used += cell(runes[start])
	}
	rest := string(runes[start:])
	if i := strings.IndexByte(rest, ' '); i >= 0 && i < len(rest)/2 {
		rest = rest[i+1:]
	}
	if rest == "" {
		return ""
	}
	return Ellipsis + rest
}

// Wrap breaks s into lines of at most n columns, the first behind head and the others behind indent.
func Wrap(s string, n int, head, indent string) []string {
	return WrapWords(strings.Fields(s), n, head, indent)
}

// WrapWords is Wrap for words that may hold the codes of colours, which take no column.
func WrapWords(words []string, n int, head, indent string) []string {
	var lines []string
	line, used, any := head, Cells(head), false // any: a word stands behind the head
	for _, word := range words {
		w := Cells(Plain(word))
		if any && used+1+w > n {
			lines = append(lines, line)
			line, used, any = indent, Cells(indent), false
		}
		if any {
			line += " "
			used++
		}
		line += word
		used += w
		any = true
	}
	return append(lines, line)
}

// Plain leaves out the codes of colours: from ESC to m.
func Plain(s string) string {
	for {
		i := strings.IndexByte(s, '\x1b')
		if i < 0 {
			return s
		}
		n := strings.IndexByte(s[i:], 'm')
		if n < 0 {
			return s[:i]
		}
		s = s[:i] + s[i+n+1:]
	}
}
