package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word takes the word at start, and the words behind it that stand one space apart. Most words are letters alone and end before
// a space or a mark that cannot stand in a word: those are read eight bytes at a time. The rest goes through mixedWord.
func (lx *lexer) word(start int) int {
	s, toks, n := lx.s, lx.toks, lx.n // in registers: most of a text passes through here
	for {
		if start+8 > len(s) {
			lx.n = n
			return lx.mixedWord(start) // the last word of the text
		}
		p := eightBytes(s, start)
		letters := letterBytes(p)
		length := leading(letters)
		kept := lowBytes(length)
		i, h := start+length, hashStep(hashSeed, (p|caseBits)&kept)
		caps := letters &^ (p << 2) &^ firstByte & kept // capitals behind the first letter: bit 5 of a small one is set
		if length == 8 {
			if i, h, caps = restOfWord(s, i, h, caps); i < 0 {
				lx.n = n
				return lx.mixedWord(start)
			}
		}
		c := s[i]
		if c != ' ' && inner[c] && !(c == '.' && i-start > 1 && !isLetter(lx.at(i+1))) {
			lx.n = n
			return lx.mixedWord(start)
		}
		f := lx.space | Flags(^s[start]&smallBit)>>(smallAt-capitalAt)
		if f&LineBefore != 0 || caps != 0 {
			lx.n = n
			f = lx.rareWord(s[start:i], f)
		}
		if n == len(toks) {
			lx.n = n
			lx.grow()
			toks = lx.toks
		}
		k := &toks[n] // field by field: as a whole it would be copied
		k.Hash, k.Start, k.End, k.Class, k.Flags = h, int32(start), int32(i), Word, f
		n++
		lx.space, lx.lines = 0, 0
		if c != ' ' || i+1 == len(s) || !isLetter(s[i+1]) {
			lx.n = n
			return i
		}
		lx.space = SpaceBefore
		start = i + 1
	}
}

// restOfWord takes the letters behind the first eight of a word. Where the text is too short to be read so, i is -1.
//
//go:noinline
func restOfWord(s string, at int, hash, capitals uint64) (i int, h, caps uint64) {
	i, h, caps = at, hash, capitals
	for i+8 <= len(s) {
		p := eightBytes(s, i)
		letters := letterBytes(p)
		k := leading(letters)
		if k == 0 {
			return i, h, caps
		}
		kept := lowBytes(k)
		h = hashStep(h, (p|caseBits)&kept)
		caps |= letters &^ (p << 2) & kept
		if i += k; k < 8 {
			return i, h, caps
		}
	}
	return -1, 0, 0
}

// A capital letter is a small one without this bit, and a word that begins with one has the flag Capital.
const (
	smallBit  = 0x20
	smallAt   = 5
	capitalAt = 3
)

// rareWord returns the flags of a word that begins a line or has capitals behind its first letter.
func (lx *lexer) rareWord(w string, f Flags) Flags {
	f |= caps(w)
	f |= respelled(w, f)
	if f&LineBefore != 0 {
		lx.note(Word, f)
	}
	return f
}

// inner are the bytes that may go on with a word, or make it something else.
var inner = func() (b [256]bool) {
	for c := range b {
		b[c] = c >= 0x80 || '0' <= c && c <= '9'
	}
	for _, c := range "'&_@.:" {
		b[c] = true
	}
	return b
}()

// caps returns the flags of a word of ASCII letters.
func caps(w string) Flags {
	var f Flags
	upper, lower := 0, 0
	for i := range len(w) {
		if w[i] >= 'a' {
			lower++
			continue
		}
		if lower > 0 {
			f |= MixedCaps
		}
		upper++
	}
	if w[0] < 'a' {
		f |= Capital
	}
	if upper > 1 && lower == 0 {
		f |= AllCaps
	}
	return f
}

// respelled returns Respelled for a word that may be written in another way which has the same hash and the same flags of case.
func respelled(w string, f Flags) Flags {
	switch {
	case f&(MixedCaps|Dotted|NonASCII|HasDigit) != 0:
		return Respelled
	case f&Capital == 0 || f&AllCaps != 0 || len(w) < 2 || 'a' <= w[1] && w[1] <= 'z': // no MixedCaps: behind a small letter there is no capital
		return 0
	}
	return Respelled
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
			if c == '&' {
				mark, n := lx.innerMark(i)
				if mark == letterMark {
					return lx.longWord(start)
				}
				if mark == '\'' && lx.innerApostrophe(i, n) || mark == '&' && lower == 0 && 'A' <= lx.at(i+n) && lx.at(i+n) <= 'Z' { // AT&T, R&D
					h.Add(mark)
					i += n
					continue
				}
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
	upper, lower, marks, named := 0, 0, false, false
	first := true
	var prev rune
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '&' && lx.t != nil {
			if c, size := character(s, i); size > 0 && unicode.IsLetter(c) {
				r, n, named = c, size, true
			}
		}
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
	if named {
		lx.t.named = true
		w = Plain(w)
	}
	if marks && len(w) <= composedBytes && norm.NFC.QuickSpanString(w) < len(w) {
		return lx.add(Word, start, i, lx.composedHash(w), f)
	}
	return lx.add(Word, start, i, HashWord(w), f)
}

// composedHash returns the hash of a word whose marks stand apart from their letters: it is that of the composed word.
func (lx *lexer) composedHash(w string) uint64 {
	if lx.composer == nil {
		lx.composer = new(norm.Iter)
	}
	var x Hasher
	it := lx.composer
	for it.InitString(norm.NFC, w); !it.Done(); {
		for b := it.Next(); len(b) > 0; {
			r, n := utf8.DecodeRune(b)
			x.addFolded(r)
			b = b[n:]
		}
	}
	it.InitString(norm.NFC, "") // keeps nothing of the text
	return x.Sum()
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
