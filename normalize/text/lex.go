package text

import "golang.org/x/text/unicode/norm"

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

// Lex appends the tokens of body[sp.Start:sp.End] to dst, markup as it stands. It accepts any bytes; what is
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

	composer *norm.Iter // for words whose marks stand apart; nil until one does

	skips  [maxSkips]skip // markup that was opened
	nSkips int

	escaped int // a mark that stands for itself
	quoted  int // the end of a quoted line

	unclosed bool // a tag whose end is missing was found
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
		return lx.mark(Comma, i)
	case bBracket:
		return lx.bracket(i)
	case bHyphen:
		return lx.hyphen(i)
	case bSymbol:
		return lx.symbol(i)
	case bHigh:
		return lx.high(i)
	}
	return lx.mark(Other, i)
}

// mark appends a mark of one byte.
func (lx *lexer) mark(class Class, i int) int { return lx.add(class, i, i+1, byteHash[lx.s[i]], 0) }

// byteHash has the hashes of single bytes.
var byteHash = func() (hashes [256]uint64) {
	for c := range hashes {
		hashes[c] = hashStep(hashSeed, uint64(c))
	}
	return hashes
}()

// emit appends a mark. Its hash is that of its bytes.
func (lx *lexer) emit(class Class, start, end int) int {
	var h Hasher
	h.addString(lx.s[start:end])
	return lx.add(class, start, end, h.Sum(), 0)
}

func (lx *lexer) add(class Class, start, end int, h uint64, f Flags) int {
	if f != 0 {
		f |= respelled(lx.s[start:end], f)
	}
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

// grow makes room for more tokens. It is a call, so that what is around it stays in registers.
//
//go:noinline
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

func isDigit(c byte) bool { return byteClass[c] == bDigit }
