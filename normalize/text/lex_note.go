package text

import "strings"

// Numbers of sources and notes.

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
