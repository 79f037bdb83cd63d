package text

import "strings"

// Links: their words are read, their addresses are not.

// linked passes over the bracket before the words of a link, [so](https://a.example) or [so][1], and notes the rest behind them.
func (lx *lexer) linked(i int) int {
	words := lx.line(i+1, markupBytes)
	n := closingBracket(words)
	if n < 0 || n == 0 && (i == 0 || lx.s[i-1] != '!') {
		return i
	}
	at := i + 1 + n
	end := lx.address(at + 1)
	if end < 0 {
		end = lx.reference(at+1, words[:n])
	}
	if end < 0 {
		return i
	}
	if n == 0 {
		return end // a picture without a caption
	}
	if !lx.later(at, end) {
		return i
	}
	return i + 1
}

// closingBracket returns where the bracket closes that opened before s, or -1.
func closingBracket(s string) int {
	open := 1
	for i := range len(s) {
		switch s[i] {
		case '[':
			if open++; open > bracketDepth {
				return -1
			}
		case ']':
			if open--; open == 0 {
				return i
			}
		}
	}
	return -1
}

// address returns the end of the address of a link in brackets at i, or -1. Brackets in it are in pairs: (https://a.example/b_(c)).
func (lx *lexer) address(i int) int {
	if lx.at(i) != '(' {
		return -1
	}
	s := lx.line(i+1, addressSize)
	if strings.HasPrefix(s, "<") {
		if n := strings.Index(s, ">)"); n > 0 {
			return i + 1 + n + 2
		}
		return -1
	}
	open := 1
	for n := range len(s) {
		switch s[n] {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return i + 1 + n + 1
			}
		case ' ':
			if size := strings.IndexByte(s[n:], ')'); size > 0 && titled(s[n:n+size]) {
				return i + 1 + n + size + 1
			}
			return -1 // [sic] (so the report)
		}
	}
	return -1
}

// reference returns the end of the name of an address that stands elsewhere, [Reuters][1], or -1. Two numbers are two sources.
func (lx *lexer) reference(i int, words string) int {
	if lx.at(i) != '[' || numbers(words) {
		return -1
	}
	name := lx.line(i+1, noteBytes)
	n := strings.IndexByte(name, ']')
	if n < 0 || strings.IndexByte(name[:n], ' ') >= 0 {
		return -1
	}
	return i + 1 + n + 1
}

// titled reports whether s is the title that an address may have behind it.
func titled(s string) bool {
	s = strings.TrimLeft(s, " ")
	return len(s) > 1 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0]
}
