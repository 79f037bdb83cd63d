package text

import "strings"

// Emphasis, words that are struck out, and code.

// maxStars is the most marks that emphasis has.
const maxStars = 3

// emphasis passes over a run of marks c that opens emphasis, and notes the run that closes it.
func (lx *lexer) emphasis(i int, c byte) int {
	start := i
	for lx.at(i) == c && i <= start+maxStars {
		i++
	}
	n := i - start
	if n > maxStars || start > 0 && lx.s[start-1] == c || !lx.opens(start, i) {
		return start
	}
	if at := lx.closing(i, c, n); at < 0 || !lx.later(at, at+n) {
		return start
	}
	return i
}

// opens reports whether marks from start to end may open: a word is behind them, and none before.
func (lx *lexer) opens(start, end int) bool {
	if start == 0 {
		return !isSpace(lx.at(end))
	}
	if c := lx.s[start-1]; lx.s[start] == '_' && (c == '@' || c == '/' || c == '\\') {
		return false // of a handle, of a path
	}
	return !isSpace(lx.at(end)) && !lx.wordBefore(start)
}

// wordBefore reports whether a letter or a digit ends at i.
func (lx *lexer) wordBefore(i int) bool {
	c := lx.s[i-1]
	return isLetter(c) || isDigit(c) || c >= 0x80 && !endsMark(lx.s[:i])
}

// endsMark reports whether s ends with a quotation mark or a dash beyond ASCII.
func endsMark(s string) bool {
	for _, m := range [...]string{"“", "‘", "„", "«", "—", "–", "¿", "¡", "\u00a0"} {
		if strings.HasSuffix(s, m) {
			return true
		}
	}
	return false
}

// closing returns where n marks c close what opened before i, or -1.
func (lx *lexer) closing(i int, c byte, n int) int {
	line := lx.line(i, markupBytes)
	for at, runs := 0, 0; runs < markupRuns; runs++ {
		k := strings.IndexByte(line[at:], c)
		if k < 0 {
			return -1
		}
		at += k
		end := at
		for end < len(line) && line[end] == c {
			end++
		}
		if size := end - at; size >= n && at > 0 && line[at-1] != '\\' && !isSpace(line[at-1]) && (n > 1 && c == '*' || !lx.wordAt(i+end)) && (n > 1 || size != 2) {
			if n == 1 {
				return i + at
			}
			return i + end - n
		}
		at = end
	}
	return -1
}

// line returns what is left of the line at i, most bytes of it at the most.
func (lx *lexer) line(i, most int) string {
	rest := lx.s[i:min(len(lx.s), i+most)]
	if n := strings.IndexByte(rest, '\n'); n >= 0 {
		rest = rest[:n]
	}
	return rest
}

func isSpace(c byte) bool { return c <= ' ' } // the end of a text too

// deleted passes over words that are struck out, ~~so~~: the text does not say them.
func (lx *lexer) deleted(i int) int {
	if lx.at(i+1) != '~' || lx.at(i+2) == '~' || !lx.opens(i, i+2) {
		return i
	}
	rest := lx.line(i+2, markupBytes)
	n := strings.Index(rest, "~~")
	if n <= 0 || isSpace(rest[n-1]) {
		return i
	}
	return i + 2 + n + 2
}

// code passes over the marks around code, `so`, and over the lines that stand around a block of it.
func (lx *lexer) code(i int) int {
	if strings.HasPrefix(lx.s[i:], "```") {
		if !lx.startsLine() {
			return i
		}
		return i + len(lx.line(i, markupBytes))
	}
	if lx.at(i+1) == '`' || !lx.opens(i, i+1) {
		return i
	}
	rest := lx.line(i+1, markupBytes)
	n := strings.IndexAny(rest, "`'") // `so' is a quotation
	if n <= 0 || rest[n] == '\'' || isSpace(rest[n-1]) || strings.HasPrefix(rest[n:], "``") || !lx.later(i+1+n, i+2+n) {
		return i
	}
	return i + 1
}
