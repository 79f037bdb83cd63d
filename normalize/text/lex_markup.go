package text

import "strings"

// Markup is what a text in Markdown has beside its words: emphasis, links, marks of notes and lines. Answers of language models and pages of
// wikis are written so. It becomes no token, so that every rule reads the words as if it were not there, and offsets stay those of the text as
// it was given. What opens is markup only where its end stands in the same line: a star behind a price is a star.
//
// The forms are those of CommonMark 0.31 (https://spec.commonmark.org/0.31.2/), as far as they stand in running text, and the tables, deleted
// words and notes of GitHub's.

// How far the end of what opens is looked for. They bound the work on a text of nothing but opening marks.
const (
	markupBytes = 400 // of emphasis and of the words of a link
	markupRuns  = 8   // runs of one mark that are looked at
	addressSize = 2000
	noteBytes   = 24

	bracketDepth = 3 // of the words of a link
)

// A skip is a stretch of markup behind the words that it belongs to.
type skip struct{ at, end int }

// maxSkips is how deep markup nests; what is deeper stays as it is.
const maxSkips = 8

// later notes that bytes at to end are no token.
func (lx *lexer) later(at, end int) bool {
	if lx.nSkips == maxSkips {
		return false
	}
	lx.skips[lx.nSkips] = skip{at, end}
	lx.nSkips++
	return true
}

// skipped returns the end of the stretch that starts at i, or i where none does.
func (lx *lexer) skipped(i int) int {
	kept := 0
	end := i
	for _, s := range lx.skips[:lx.nSkips] {
		switch {
		case s.at == i:
			end = s.end
		case s.at > i:
			lx.skips[kept] = s
			kept++
		}
	}
	lx.nSkips = kept
	return end
}

// startsLine reports whether the next token is the first of its line.
func (lx *lexer) startsLine() bool { return lx.space&LineBefore != 0 || lx.n == lx.base }

// markup returns the end of the markup at i, or i where there is none. It is asked at marks that may be some.
func (lx *lexer) markup(i int) int {
	if lx.t == nil {
		return i // a form of a table
	}
	if lx.nSkips > 0 {
		if end := lx.skipped(i); end > i {
			return end
		}
	}
	if i > 0 && lx.s[i-1] == '\\' && lx.escaped == i {
		return i // \*so\*
	}
	switch c := lx.s[i]; c {
	case '\\':
		return lx.escape(i)
	case '*', '_':
		if lx.startsLine() {
			if end := lx.lineMark(i, c); end > i {
				return end
			}
		}
		return lx.emphasis(i, c)
	case '~':
		return lx.deleted(i)
	case '`':
		return lx.code(i)
	case '[':
		if end := lx.citation(i); end > i {
			return end
		}
		return lx.linked(i)
	case '|':
		if lx.startsLine() {
			return lx.tableRule(i)
		}
	case '<':
		return lx.tag(i)
	case '&':
		return lx.character(i)
	case '#', '>', '+':
		if lx.startsLine() {
			return lx.lineMark(i, c)
		}
	}
	return i
}

// escape passes over the mark that takes its meaning from the mark of ASCII behind it: \$5, 1\. It is no word's: C:\dir.
func (lx *lexer) escape(i int) int {
	c := lx.at(i + 1)
	if c <= ' ' || c >= 0x7f || c == '\\' || isLetter(c) || isDigit(c) || i > 0 && lx.s[i-1] == '\\' {
		return i
	}
	lx.escaped = i + 1
	return i + 1
}

// lineMark passes over what a line begins with: # of a heading, > of a quoted line, * or + of an item.
func (lx *lexer) lineMark(i int, c byte) int {
	end := i + 1
	if c == '#' {
		for lx.at(end) == '#' {
			end++
		}
	}
	switch lx.at(end) {
	case ' ', '\t':
		if c == '>' && !lx.quotedLine(i) && isDigit(lx.at(end+1)) {
			return i // > 12 boats
		}
		return end
	case '>':
		if c == '>' {
			return end
		}
	}
	return i
}

// quotedLine reports whether the line that starts with the > at i is one of several.
func (lx *lexer) quotedLine(i int) bool {
	if i < lx.quoted {
		return true // > > twice
	}
	n := strings.IndexByte(lx.s[i:], '\n')
	if n < 0 {
		return i > 0 && lx.quoted == i
	}
	above := i > 0 && lx.quoted == i // the line above ends here
	lx.quoted = i + n + 1
	return above || lx.at(lx.quoted) == '>'
}

// tableRule passes over the line below the heads of a table: |---|:-:|.
func (lx *lexer) tableRule(i int) int {
	end, dashes := i, 0
	for ; end < len(lx.s); end++ {
		switch lx.s[end] {
		case '-':
			dashes++
			continue
		case '|', ':', ' ', '\t':
			continue
		case '\n', '\r':
		default:
			return i
		}
		break
	}
	if dashes == 0 {
		return i
	}
	return end
}
