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

// citation passes over the number of a source or a note, with its address where it has one: [3], [2, 5], [^1], [[3]](https://a.example). A
// number that a word follows may be one that was put into a quotation: "We lost [14] people".
func (lx *lexer) citation(i int) int {
	end := lx.noteEnd(i)
	if end < 0 {
		return i
	}
	if lx.at(i+1) == '^' {
		if lx.at(end) == ':' && lx.startsLine() {
			end++
		}
	} else if lx.at(i+1) != '[' && !lx.cites(i, end) {
		return i
	}
	lx.closeUp(end)
	return end
}

// closeUp forgets the space before a note at whose end a mark of the sentence stands.
func (lx *lexer) closeUp(end int) {
	if lx.space == SpaceBefore && strings.IndexByte(".,;:!?)", lx.at(end)) >= 0 {
		lx.space = 0
	}
}

// noteEnd returns the end of the note whose bracket is at i, or -1.
func (lx *lexer) noteEnd(i int) int {
	if lx.at(i+1) == '[' { // [[3](https://a.example)]
		if lx.at(i+2) == '[' {
			return -1
		}
		end := lx.noteEnd(i + 1)
		if end < 0 || lx.at(end) != ']' {
			return -1
		}
		return lx.noteAddress(end + 1)
	}
	rest := lx.line(i+1, noteBytes)
	open := strings.HasPrefix(rest, `\[`) // [\[3\]]
	if open {
		rest = rest[2:]
	}
	n := strings.IndexByte(rest, ']')
	if n <= 0 {
		return -1
	}
	end := i + 1 + n + 1
	if open {
		if !strings.HasPrefix(rest[n-1:], `\]]`) {
			return -1
		}
		end, n = end+3, n-1 // the marks before both brackets, and the second bracket
	}
	if rest[0] == '^' && !strings.Contains(rest[:n], " ") || numbers(rest[:n]) {
		return lx.noteAddress(end)
	}
	return -1
}

// noteAddress returns the end of the address of a note that ends at i, or i where it has none.
func (lx *lexer) noteAddress(i int) int { return max(i, lx.address(i)) }

// numbers reports whether s has the numbers of sources: 3, 2, 5-7. Four digits are a year, three behind a comma thousands.
func numbers(s string) bool {
	digits := 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			if digits++; digits > 3 || digits == 3 && i >= 3 && s[i-3] == ',' {
				return false
			}
		case i == 0 || c != ',' && c != ' ' && c != '-':
			return false
		default:
			digits = 0
		}
	}
	return true
}

// cites reports whether what stands from i to end is no word of its sentence.
func (lx *lexer) cites(i, end int) bool {
	if lx.startsLine() {
		return false
	}
	if lx.wordBefore(i) || strings.IndexByte(".,;:!?)]%*", lx.s[i-1]) >= 0 {
		return true
	}
	if lx.beforeQuote(end) {
		return false // "We lost [14]," he said
	}
	for lx.at(end) == ' ' {
		end++
	}
	c := lx.at(end)
	return c <= ' ' || c != '"' && c != '(' && !isDigit(c) && !lx.wordAt(end)
}

// beforeQuote reports whether a quotation mark closes at i, or behind one mark there.
func (lx *lexer) beforeQuote(i int) bool {
	if strings.IndexByte(".,;:!?", lx.at(i)) >= 0 {
		i++
	}
	return lx.at(i) == '"' || i < len(lx.s) && strings.HasPrefix(lx.s[i:], "”")
}

// lenticular passes over the source of a passage as some models write it: 【4†source】, 【4】.
func (lx *lexer) lenticular(i, n int) int {
	rest := lx.line(i+n, 3*noteBytes)
	size := strings.Index(rest, "】")
	if size <= 0 || !isDigit(rest[0]) || !strings.Contains(rest[:size], "†") && !numbers(rest[:size]) {
		return i
	}
	return i + n + size + len("】")
}
