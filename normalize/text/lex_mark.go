package text

import (
	"unicode"
	"unicode/utf8"
)

func (lx *lexer) quote(i int) int {
	c := lx.s[i]
	if c == '"' {
		return lx.mark(QuoteMark, i)
	}
	if c == '`' {
		if end := lx.markup(i); end > i {
			return end
		}
	}
	if lx.at(i+1) == c { // `` and ''
		if lx.at(i+2) == c && lx.last() != nil {
			return lx.emit(QuoteMark, i, i+1) // a single mark closes before the double one
		}
		return lx.emit(QuoteMark, i, i+2)
	}
	return lx.apostrophe(i, 1)
}

// apostrophe takes a single mark of n bytes: a clitic with its letters, or a QuoteMark, which
// Segment turns into a clitic where no quotation is open.
func (lx *lexer) apostrophe(i, n int) int {
	if p := lx.last(); p != nil && (p.Class == Word || p.Class == Number || p.Class == Stop) {
		if k := lx.clitic(i + n); k > 0 {
			var h Hasher
			h.Add('\'')
			for j := range k {
				h.Add(lx.s[i+n+j] | 0x20)
			}
			return lx.add(Clitic, i, i+n+k, h.Sum(), 0)
		}
	}
	return lx.emit(QuoteMark, i, i+n)
}

func (lx *lexer) stop(i int) int {
	if lx.t != nil && lx.s[i] == '!' && lx.at(i+1) == '[' && lx.startsLine() {
		if end := lx.linked(i + 1); end > i+1 {
			return end // of a picture, whose words are its caption
		}
	}
	if lx.s[i] == '.' {
		if p := lx.last(); isDigit(lx.at(i+1)) && (p == nil || p.Class != Word && p.Class != Number && p.Class != Stop) {
			end := lx.number(i + 1) // .5
			lx.toks[lx.n-1].Start = int32(i)
			return end
		}
		j := i
		for lx.at(j) == '.' {
			j++
		}
		if j > i+1 {
			return lx.emit(Stop, i, j)
		}
	}
	return lx.mark(Stop, i)
}

func (lx *lexer) hyphen(i int) int {
	j := i
	for lx.at(j) == '-' {
		j++
	}
	if j-i == 1 && lx.last() != nil && j < len(lx.s) && (lx.wordAt(j) || lx.at(j) == '$') {
		return lx.emit(Hyphen, i, j)
	}
	return lx.emit(Dash, i, j)
}

func (lx *lexer) symbol(i int) int {
	if end := lx.markup(i); end > i {
		return end
	}
	return lx.mark(Symbol, i)
}

func (lx *lexer) bracket(i int) int {
	if c := lx.s[i]; c == '[' || c == ']' && lx.nSkips > 0 {
		if end := lx.markup(i); end > i {
			return end
		}
	}
	return lx.mark(Bracket, i)
}

// high takes what starts with a rune beyond ASCII.
func (lx *lexer) high(i int) int {
	r, n := utf8.DecodeRuneInString(lx.s[i:])
	end := i + n
	switch r {
	case '“', '”', '„', '‟', '«', '»', '‹', '›', '‚', '‛', '「', '」', '『', '』', '＂':
		return lx.emit(QuoteMark, i, end)
	case '’', '‘':
		return lx.apostrophe(i, n)
	case '…', '。', '！', '？', '؟', '।':
		return lx.emit(Stop, i, end)
	case '、', '，', '；', '：', '،', '؛':
		return lx.emit(Comma, i, end)
	case '‐', '‑':
		return lx.emit(Hyphen, i, end)
	case '–', '—', '―', '‒':
		return lx.emit(Dash, i, end)
	case '−':
		return lx.emit(Symbol, i, end)
	case '【':
		if end := lx.lenticular(i, n); end > i {
			return end
		}
	case '\uFEFF', '\u200B', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u2066', '\u2067', '\u2068', '\u2069', '\u00AD':
		return end // marks of no width are no white space and no token
	case '\u2028', '\u2029', '\u0085':
		lx.lines++
		lx.space |= SpaceBefore | LineBefore
		if lx.lines > 1 {
			lx.space |= BlankBefore
		}
		return end
	}
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return lx.longWord(i)
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		lx.space |= SpaceBefore
		return end
	case unicode.IsDigit(r):
		for end < len(lx.s) {
			r, n := utf8.DecodeRuneInString(lx.s[end:])
			if !unicode.IsDigit(r) && r != '٫' && r != '٬' {
				break
			}
			end += n
		}
		return lx.emit(Number, i, end)
	case unicode.IsNumber(r):
		return lx.emit(Number, i, end)
	case unicode.IsSymbol(r):
		return lx.emit(Symbol, i, end)
	case unicode.In(r, unicode.Ps, unicode.Pe):
		return lx.emit(Bracket, i, end)
	}
	return lx.emit(Other, i, end)
}
