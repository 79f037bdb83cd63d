package text

import (
	"sort"
	"strings"
)

// Flat returns the words of r as one line: with one space where white space stands between them, and without the markup there. A name that a
// line end or a mark of emphasis cuts is the name. It allocates only where there is something to change.
func (t *Text) Flat(r Range) string {
	if r.Last-r.First == 1 && !t.named {
		return t.Word(int(r.First))
	}
	return t.flatWords(r)
}

// flatWords is Flat for several words.
func (t *Text) flatWords(r Range) string {
	if r.First >= r.Last {
		return ""
	}
	toks := t.Tokens[r.First:r.Last]
	for n := 1; n < len(toks); n++ {
		at := toks[n].Start
		if gap := at - toks[n-1].End; gap > 1 || gap == 1 && t.Body[at-1] != ' ' || t.Body[at] == '<' {
			return t.flat(toks)
		}
	}
	s := t.Body[toks[0].Start:toks[len(toks)-1].End] // one space between two words, no more to look for
	if t.named {
		return Plain(s)
	}
	return s
}

// shown returns a token's text as a reader takes it.
func shown(s string) string {
	if len(s) > 4 && s[0] == '<' {
		switch s[:3] {
		case "<su":
			return "^"
		case "</t", "</T":
			return " |" // the end of a cell
		}
	}
	return Plain(s)
}

func (t *Text) flat(toks []Token) string {
	var b strings.Builder
	b.Grow(int(toks[len(toks)-1].End - toks[0].Start))
	for n, k := range toks {
		if k.Is(SpaceBefore) && n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(shown(k.Span().Of(t.Body)))
	}
	return b.String()
}

// Plain returns s with the characters that it has by their names: &amp; is &.
func Plain(s string) string {
	at := strings.IndexByte(s, '&')
	if at < 0 || strings.IndexByte(s[at:], ';') < 0 {
		return s
	}
	var b strings.Builder
	for at >= 0 {
		b.WriteString(s[:at])
		if r, n := character(s, at); r != 0 {
			b.WriteRune(r)
			at += n
		} else {
			b.WriteByte('&')
			at++
		}
		s = s[at:]
		at = strings.IndexByte(s, '&')
	}
	b.WriteString(s)
	return b.String()
}

// Marked reports whether s has marks that may be markup.
func Marked(s string) bool { return strings.ContainsAny(s, "*_`~<&[]】\\") }

// Unmarked returns a piece of a text as a reader of its page sees it: without markup, and without a mark of emphasis whose other half lies
// outside the piece. White space at the ends stays, as one space.
func Unmarked(s string) string {
	if !Marked(s) {
		return s
	}
	return Read(&Source{Text: s}).Unmarked(0, len(s))
}

// UnmarkedAround returns what stands before and behind some words as Unmarked does, but for markup that reaches over the words.
func UnmarkedAround(before, words, after string) (string, string) {
	t := Read(&Source{Text: before + words + after})
	return t.Unmarked(0, len(before)), t.Unmarked(len(before)+len(words), len(t.Body))
}

// Unmarked returns what stands from byte from to byte to of the text, without markup. White space becomes one space or one line end.
func (t *Text) Unmarked(from, to int) string {
	var b strings.Builder
	b.Grow(to - from)
	end := from
	first := sort.Search(len(t.Tokens), func(i int) bool { return int(t.Tokens[i].Start) >= from })
	for i := first; i < len(t.Tokens) && int(t.Tokens[i].End) <= to; i++ {
		k := &t.Tokens[i]
		if int(k.Start) < from {
			continue
		}
		if n := halfLink(t.Body[k.Start:to]); n > 0 {
			from = int(k.Start) + n // what lies before it is passed over from now on
			end = from
			continue
		}
		if k.Is(SpaceBefore) && (i > first || parts(t.Body[end:k.Start])) {
			b.WriteString(whiteSpace(k.Flags))
		}
		end = int(k.End)
		if !t.halfMark(k) {
			b.WriteString(shown(t.Word(i)))
		}
	}
	if end < to && parts(t.Body[end:to]) {
		b.WriteByte(' ')
	}
	return b.String()
}

func whiteSpace(f Flags) string {
	switch {
	case f&BlankBefore != 0:
		return "\n\n"
	case f&LineBefore != 0:
		return "\n"
	}
	return " "
}

// halfLink returns how many bytes the rest of a link takes, whose words begin before s: ](https://a.example).
func halfLink(s string) int {
	if len(s) < 3 || s[0] != ']' || s[1] != '(' {
		return 0
	}
	if n := strings.IndexAny(s, " )\n"); n > 0 && s[n] == ')' {
		return n + 1
	}
	return 0
}

// parts reports whether what stands between two words parts them: white space, or the tag of a cell.
func parts(s string) bool {
	if strings.IndexByte(s, '&') >= 0 {
		s = Plain(s)
	}
	return len(strings.TrimSpace(s)) < len(s) || strings.Contains(s, "<td") || strings.Contains(s, "<th")
}

// halfMark reports whether a token is one of the marks that stand on one side of a word: *so, so**, or the bracket before the words of a link
// that the text ends in.
func (t *Text) halfMark(k *Token) bool {
	s := t.Body
	c := s[k.Start]
	if c == '[' && len(s)-int(k.End) < markupBytes {
		return strings.IndexByte(s[k.End:], ']') < 0
	}
	if k.End-k.Start != 1 || c != '*' && c != '_' && c != '`' {
		return false
	}
	from, to := int(k.Start), int(k.End)
	for from > 0 && s[from-1] == c {
		from--
	}
	for to < len(s) && s[to] == c {
		to++
	}
	before, behind := from > 0 && !isSpace(s[from-1]), to < len(s) && !isSpace(s[to])
	return before != behind && to-from <= maxStars
}
