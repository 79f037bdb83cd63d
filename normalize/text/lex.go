package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Byte classes of the ASCII fast path.
const (
	bOther = iota
	bLetter
	bDigit
	bSpace
	bNewline
	bQuote
	bStop
	bComma
	bBracket
	bHyphen
	bSymbol
	bHigh // first or later byte of a longer rune
)

var byteClass = func() (c [256]uint8) {
	for i := range c {
		switch {
		case i >= 0x80:
			c[i] = bHigh
		case 'a' <= i|0x20 && i|0x20 <= 'z':
			c[i] = bLetter
		case '0' <= i && i <= '9':
			c[i] = bDigit
		}
	}
	set := func(class uint8, s string) {
		for i := range len(s) {
			c[s[i]] = class
		}
	}
	set(bSpace, " \t\v\f")
	set(bNewline, "\n\r")
	set(bQuote, "\"'`")
	set(bStop, ".!?")
	set(bComma, ",;:")
	set(bBracket, "()[]{}")
	set(bHyphen, "-")
	set(bSymbol, "$%+=/*&#@<>^|~\\_")
	return c
}()

// Lex appends the tokens of body[sp.Start:sp.End] to dst. It accepts any bytes; what is
// not valid UTF-8 becomes tokens of class Other. Time is linear in the length.
func Lex(dst []Token, body string, sp Span) []Token {
	lx := lexer{s: body[:sp.End], base: len(dst), space: SpaceBefore}
	lx.into(dst)
	return lx.run(sp.Start)
}

// into makes tokens go behind those of dst.
func (lx *lexer) into(dst []Token) { lx.toks, lx.n = dst[:cap(dst)], len(dst) }

func (lx *lexer) run(start int) []Token {
	for i := start; i < len(lx.s); {
		switch byteClass[lx.s[i]] { // most bytes of a text are one of these two
		case bSpace:
			lx.space |= SpaceBefore
			i++
		case bLetter:
			i = lx.word(i)
		default:
			i = lx.next(i)
		}
	}
	return lx.toks[:lx.n]
}

type lexer struct {
	s     string
	toks  []Token // all the memory there is for them
	n     int     // how many there are
	base  int     // tokens before this one belong to the caller
	space Flags   // what white space stands before the next token
	lines int
	t     *Text // notes what Segment starts from; nil where only tokens are wanted
}

func (lx *lexer) next(i int) int {
	c := lx.s[i]
	switch byteClass[c] {
	case bLetter:
		return lx.word(i)
	case bSpace:
		lx.space |= SpaceBefore
		return i + 1
	case bNewline:
		return lx.newline(i)
	case bDigit:
		return lx.number(i)
	case bQuote:
		return lx.quote(i)
	case bStop:
		return lx.stop(i)
	case bComma:
		return lx.emit(Comma, i, i+1)
	case bBracket:
		return lx.emit(Bracket, i, i+1)
	case bHyphen:
		return lx.hyphen(i)
	case bSymbol:
		return lx.symbol(i)
	case bHigh:
		return lx.high(i)
	}
	return lx.emit(Other, i, i+1)
}

// emit appends a mark. Its hash is that of its bytes.
func (lx *lexer) emit(class Class, start, end int) int {
	var h Hasher
	h.addString(lx.s[start:end])
	return lx.add(class, start, end, h.Sum(), 0)
}

func (lx *lexer) add(class Class, start, end int, h uint64, f Flags) int {
	f |= lx.space
	if class == QuoteMark || class == Stop || f&(Dotted|LineBefore) != 0 {
		lx.note(class, f)
	}
	return lx.put(class, start, end, h, f)
}

// put writes a token down.
func (lx *lexer) put(class Class, start, end int, h uint64, f Flags) int {
	if lx.n == len(lx.toks) {
		lx.grow()
	}
	k := &lx.toks[lx.n] // field by field: as a whole it would be copied
	k.Hash, k.Start, k.End, k.Class, k.Flags = h, int32(start), int32(end), class, f
	lx.n++
	lx.space, lx.lines = 0, 0
	return end
}

func (lx *lexer) grow() { lx.into(append(lx.toks[:lx.n], Token{})[:lx.n]) }

// note writes down the index of a token that Segment starts from.
//
//go:noinline
func (lx *lexer) note(class Class, f Flags) {
	if lx.t == nil {
		return
	}
	i := int32(lx.n)
	if f&LineBefore != 0 {
		lx.t.lines = append(lx.t.lines, i)
	}
	switch {
	case class == QuoteMark:
		lx.t.marks = append(lx.t.marks, i)
	case class == Stop, f&Dotted != 0:
		lx.t.stops = append(lx.t.stops, i)
	}
}

// newline takes a line end (\n, \r or \r\n) and remembers whether a line was empty.
func (lx *lexer) newline(i int) int {
	if lx.s[i] == '\r' && i+1 < len(lx.s) && lx.s[i+1] == '\n' {
		i++
	}
	lx.lines++
	lx.space |= SpaceBefore | LineBefore
	if lx.lines > 1 {
		lx.space |= BlankBefore
	}
	return i + 1
}

// last returns the token before position i when nothing stands between them.
func (lx *lexer) last() *Token {
	if lx.space != 0 || lx.n == lx.base {
		return nil
	}
	return &lx.toks[lx.n-1]
}

func (lx *lexer) at(i int) byte {
	if i < len(lx.s) {
		return lx.s[i]
	}
	return 0
}

func isLetter(c byte) bool { return byteClass[c] == bLetter }
func isDigit(c byte) bool  { return byteClass[c] == bDigit }

// word takes a word. Most words are letters and digits alone and end before a space or a mark that cannot stand
// in a word: those are read eight bytes at a time. The rest goes through mixedWord.
func (lx *lexer) word(start int) int {
	s, i := lx.s, start
	h, odd := uint64(hashSeed), uint64(0) // odd: it has digits, or capitals behind its first letter
	for first := uint64(firstByte); ; first = 0 {
		if i+8 > len(s) {
			return lx.mixedWord(start) // the last word of the text
		}
		p := eightBytes(s, i)
		letters, digits := plainBytes(p)
		n := leading(letters | digits)
		if n == 0 {
			break
		}
		kept := lowBytes(n)
		h = hashStep(h, (p|caseBits)&kept)
		odd |= (letters&^(p<<2)&^first | digits) & kept // bit 5 of a small letter is set
		if i += n; n < 8 {
			break
		}
	}
	if c := s[i]; inner[c] && !(c == '.' && i-start > 1 && !isLetter(lx.at(i+1))) {
		return lx.mixedWord(start)
	}
	f := lx.space
	switch {
	case odd != 0:
		f |= caps(s[start:i])
	case s[start] < 'a':
		f |= Capital
	}
	if f&LineBefore != 0 {
		lx.note(Word, f)
	}
	return lx.put(Word, start, i, h, f)
}

// inner are the bytes that may go on with a word, or make it something else.
var inner = func() (b [256]bool) {
	for c := range b {
		b[c] = c >= 0x80
	}
	for _, c := range "'&_@.:" {
		b[c] = true
	}
	return b
}()

// caps returns the flags of an ASCII word that has capitals or digits.
func caps(w string) Flags {
	var f Flags
	upper, lower := 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case c <= '9':
			f |= HasDigit
		case c <= 'Z':
			if lower > 0 {
				f |= MixedCaps
			}
			upper++
		default:
			lower++
		}
	}
	if isLetter(w[0]) && w[0] < 'a' {
		f |= Capital
	}
	if upper > 1 && lower == 0 {
		f |= AllCaps
	}
	return f
}

// mixedWord takes an ASCII word with marks in it; the first byte of a longer rune sends it to longWord.
func (lx *lexer) mixedWord(i int) int {
	s, start := lx.s, i
	if lx.at(i+1) == '.' && isLetter(lx.at(i+2)) && !lx.wordAt(i+3) {
		return lx.dotted(i)
	}
	var h Hasher
	upper, lower := 0, 0
	var f Flags
	for i < len(s) {
		c := s[i]
		switch byteClass[c] {
		case bLetter:
			if c < 'a' {
				if lower > 0 {
					f |= MixedCaps
				}
				upper++
				if i == start {
					f |= Capital
				}
			} else {
				lower++
			}
			h.Add(c | 0x20)
			i++
			continue
		case bDigit:
			f |= HasDigit
			h.Add(c)
			i++
			continue
		case bHigh:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == '’' || r == '‘' {
				if lx.innerApostrophe(i, n) {
					h.Add('\'')
					i += n
					continue
				}
			} else if inWord(r) {
				return lx.longWord(start)
			}
		case bQuote:
			if c == '\'' && lx.innerApostrophe(i, 1) {
				h.Add('\'')
				i++
				continue
			}
		case bSymbol:
			// AT&T, R&D
			if c == '&' && lower == 0 && i+1 < len(s) && 'A' <= s[i+1] && s[i+1] <= 'Z' {
				h.Add('&')
				i++
				continue
			}
			if c == '_' && (isLetter(lx.at(i+1)) || isDigit(lx.at(i+1))) {
				h.Add('_')
				i++
				continue
			}
			if c == '@' && i > start && (isLetter(lx.at(i+1)) || isDigit(lx.at(i+1))) {
				return lx.link(start)
			}
		case bStop:
			// host names: theguardian.com
			if c == '.' && lower > 0 && isLetter(lx.at(i+1)) && lx.at(i+1) >= 'a' && isLetter(lx.at(i+2)) {
				return lx.link(start)
			}
		case bComma:
			if c == ':' && lx.at(i+1) == '/' && lx.at(i+2) == '/' {
				return lx.link(start)
			}
		}
		break
	}
	if upper > 1 && lower == 0 {
		f |= AllCaps
	}
	return lx.add(Word, start, i, h.Sum(), f)
}

// wordAt reports whether a word character stands at i.
func (lx *lexer) wordAt(i int) bool {
	c := lx.at(i)
	return isLetter(c) || isDigit(c) || c >= 0x80 && inWord(firstRune(lx.s[i:]))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// dotted takes an acronym written with dots, with its last dot: U.S. a.m. J.R.R.
func (lx *lexer) dotted(i int) int {
	start := i
	var h Hasher
	f := Dotted
	if lx.s[i] < 'a' {
		f |= Capital | AllCaps
	}
	for isLetter(lx.at(i)) && !lx.wordAt(i+1) {
		h.Add(lx.s[i] | 0x20)
		i++
		if lx.at(i) != '.' {
			break
		}
		i++
	}
	return lx.add(Word, start, i, h.Sum(), f)
}

// innerApostrophe reports whether the apostrophe of n bytes at i belongs to the word around it
// (O'Brien, didn't, Côte d'Ivoire) and does not start a clitic or end a quotation.
func (lx *lexer) innerApostrophe(i, n int) bool {
	return lx.wordAt(i+n) && lx.clitic(i+n) == 0
}

// clitic returns the length of the clitic whose letters start at i: s re ve ll d m.
func (lx *lexer) clitic(i int) int {
	n := 0
	switch lx.at(i) | 0x20 {
	case 's', 'd', 'm':
		n = 1
	case 'r', 'v':
		if lx.at(i+1)|0x20 == 'e' {
			n = 2
		}
	case 'l':
		if lx.at(i+1)|0x20 == 'l' {
			n = 2
		}
	}
	if n == 0 || lx.wordAt(i+n) {
		return 0
	}
	return n
}

// composedBytes is the longest word whose marks are composed for its hash: longer ones are no words.
const composedBytes = 256

// longWord takes a word that has a rune beyond ASCII in it.
func (lx *lexer) longWord(start int) int {
	s, i := lx.s, start
	f := NonASCII
	upper, lower, marks := 0, 0, false
	first := true
	var prev rune
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '\'' || r == '’' || r == '‘' {
			if first || !lx.innerApostrophe(i, n) {
				break
			}
		} else if !inWord(r) {
			break
		} else if !first && unsplit(r) != unsplit(prev) && !unicode.IsMark(r) {
			break
		}
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			if lower > 0 {
				f |= MixedCaps
			}
			upper++
			if first {
				f |= Capital
			}
		case unicode.IsLower(r):
			lower++
		case unicode.IsMark(r):
			marks = true
		case unicode.IsDigit(r):
			f |= HasDigit
		case unsplit(r):
			f |= Han
		}
		first, prev = false, r
		i += n
	}
	if upper > 1 && lower == 0 {
		f |= AllCaps
	}
	w := s[start:i]
	if marks && len(w) <= composedBytes && !norm.NFC.IsNormalString(w) {
		w = norm.NFC.String(w)
	}
	return lx.add(Word, start, i, HashWord(w), f)
}

// inWord reports whether r may stand in a word.
func inWord(r rune) bool {
	if r < 0x80 {
		return isLetter(byte(r)) || isDigit(byte(r)) || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '²' || r == '³' || r == '\u200d' || r == '\u00ad'
}

// unsplit reports whether r is of a script that puts no space between words.
func unsplit(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// link takes a URL, a host name or a mail address up to white space or a closing mark.
func (lx *lexer) link(start int) int {
	s, i := lx.s, start
	for i < len(s) && s[i] > ' ' && s[i] < 0x80 && s[i] != '"' && s[i] != '<' && s[i] != '>' && s[i] != ')' && s[i] != ']' {
		i++
	}
	for i > start+1 && (byteClass[s[i-1]] == bStop || byteClass[s[i-1]] == bComma || s[i-1] == '\'') {
		i--
	}
	return lx.emit(Link, start, i)
}

// number takes digits and the separators between them.
func (lx *lexer) number(i int) int {
	s, start := lx.s, i
	var h Hasher
	for i < len(s) {
		c := s[i]
		if !isDigit(c) {
			n := 1
			switch {
			case c == '.' || c == ',':
			case c == '\'':
				if !lx.digits(i+1, 3) {
					n = 0
				}
			case c == 0xE2 && i+3 < len(s) && s[i:i+3] == "’":
				if n = 3; !lx.digits(i+3, 3) {
					n = 0
				}
			default:
				n = 0
			}
			if n == 0 || !isDigit(lx.at(i+n)) {
				break
			}
			h.Add(c)
			i += n
			continue
		}
		h.Add(c)
		i++
	}
	return lx.add(Number, start, i, h.Sum(), 0)
}

// digits reports whether exactly n digits stand at i.
func (lx *lexer) digits(i, n int) bool {
	for j := range n {
		if !isDigit(lx.at(i + j)) {
			return false
		}
	}
	return !isDigit(lx.at(i + n))
}

func (lx *lexer) quote(i int) int {
	c := lx.s[i]
	if c == '"' {
		return lx.emit(QuoteMark, i, i+1)
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
		return lx.emit(Stop, i, j)
	}
	return lx.emit(Stop, i, i+1)
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

func (lx *lexer) symbol(i int) int { return lx.emit(Symbol, i, i+1) }

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
