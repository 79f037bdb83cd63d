package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// HTML in a text becomes no token either: tags that the standard has (https://html.spec.whatwg.org/multipage/#toc-semantics), with what no
// reader of a page takes for its text, and the characters that pages write by name. A tag that begins a block begins a line.

// tagBytes is the most a tag has, its attributes included; nameBytes the most its name has.
const (
	tagBytes  = 4000
	nameBytes = 10
)

// What a tag does to the text.
type tagEffect uint8

const (
	noTag  tagEffect = iota
	inline           // nothing
	block            // begins a line
	cell             // ends a cell of a table
	hidden           // nor is what stands in it text
	raised           // may be a note or an exponent
)

var tags = func() map[string]tagEffect {
	m := map[string]tagEffect{}
	for effect, names := range map[tagEffect]string{
		inline: "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark meta link q s samp small span strike strong sub time " +
			"tt u var wbr input source picture audio video tbody thead tfoot colgroup col base",
		block: "html head body main article section header hgroup div p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table tr caption figure " +
			"figcaption address center details summary title",
		cell:   "td th",
		raised: "sup",
		hidden: "script style noscript nav footer aside form button select textarea svg math iframe template object canvas dialog menu",
	} {
		for name := range strings.FieldsSeq(names) {
			m[name] = effect
		}
	}
	return m
}()

// tag returns the end of the tag at i, with what belongs to it, or i where none stands.
func (lx *lexer) tag(i int) int {
	if c := lx.at(i + 1); c == '!' || c == '?' {
		return lx.comment(i)
	}
	at := i + 1
	closes := lx.at(at) == '/'
	if closes {
		at++
	}
	var buf [nameBytes]byte
	name := buf[:0]
	for len(name) < nameBytes && (isLetter(lx.at(at)) || len(name) > 0 && isDigit(lx.at(at))) {
		name = append(name, lx.s[at]|0x20)
		at++
	}
	effect := tags[string(name)]
	if effect == noTag {
		return i
	}
	end := lx.tagEnd(at)
	if end < 0 {
		return i
	}
	switch effect {
	case block:
		lx.breakLine()
	case cell:
		if closes {
			return lx.add(Other, i, end, hashSeed, 0)
		}
		lx.space |= SpaceBefore
	case raised:
		if !closes {
			return lx.superscript(i, end)
		}
	case hidden:
		if !closes {
			if end = lx.closeTag(end, string(name)); end < 0 {
				return i
			}
		}
		lx.breakLine()
	}
	return end
}

// superscript passes over a note in raised letters, which is no word of its sentence, and makes a raised figure behind a unit or ten an exponent:
// 5 km<sup>2</sup>. Other raised letters are those of a word: 14<sup>th</sup>.
func (lx *lexer) superscript(i, end int) int {
	rest := lx.s[end:min(len(lx.s), end+markupBytes)]
	n := strings.Index(rest, "</sup>")
	if n < 0 || i == 0 {
		return end
	}
	inside := untagged(rest[:n])
	number := strings.Trim(inside, "[]")
	if !numbers(number) && (len(inside) != len(number)+2 || len(number) > noteBytes) && strings.Trim(inside, "*†‡§") != "" {
		return end
	}
	if number == rest[:n] && lx.space == 0 && lx.raises(i, number) {
		return lx.add(Symbol, i, end, byteHash['^'], 0)
	}
	end += n + len("</sup>")
	lx.closeUp(end)
	return end
}

// raises reports whether figures behind i are an exponent of what ends there.
func (lx *lexer) raises(i int, figures string) bool {
	if strings.HasSuffix(lx.s[:i], "10") {
		return i == 2 || !lx.wordBefore(i-2)
	}
	if figures != "2" && figures != "3" || !isLetter(lx.s[i-1]) {
		return false
	}
	k := lx.toks[lx.n-1] // of a unit: m, km
	return k.End-k.Start <= 2 && lx.n-2 >= lx.base && lx.toks[lx.n-2].Class == Number
}

// untagged returns s without tags.
func untagged(s string) string {
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			return strings.TrimSpace(s)
		}
		size := strings.IndexByte(s[open:], '>')
		if size < 0 {
			return s
		}
		s = s[:open] + s[open+size+1:]
	}
}

// tagEnd returns the byte behind the > of a tag whose name ends at i, or -1. Values of attributes may have that mark too.
func (lx *lexer) tagEnd(i int) int {
	if c := lx.at(i); c != '>' && c != '/' && !isSpace(c) {
		return -1
	}
	quote := byte(0)
	for end := min(len(lx.s), i+tagBytes); i < end; i++ {
		switch c := lx.s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		case c == '<':
			return -1
		}
	}
	return -1
}

// breakLine makes the next token begin a paragraph.
func (lx *lexer) breakLine() {
	lx.lines = max(lx.lines, 2)
	lx.space |= SpaceBefore | LineBefore | BlankBefore
}

// closeTag returns the byte behind the tag that closes name, or -1. When one is missing, none is looked for any more: the text would be
// gone over again for each.
func (lx *lexer) closeTag(i int, name string) int {
	for rest := lx.s[i:]; !lx.unclosed; {
		n := strings.Index(rest, "</")
		if n < 0 {
			break
		}
		i += n + 2
		rest = lx.s[i:]
		if len(rest) > len(name) && strings.EqualFold(rest[:len(name)], name) {
			if end := lx.tagEnd(i + len(name)); end > 0 {
				return end
			}
		}
	}
	lx.unclosed = true
	return -1
}

// comment passes over a comment, a declaration and an instruction.
func (lx *lexer) comment(i int) int {
	rest := lx.s[i:]
	if strings.HasPrefix(rest, "<!--") {
		if lx.unclosed {
			return i
		}
		if n := strings.Index(rest, "-->"); n > 0 {
			return i + n + len("-->")
		}
		lx.unclosed = true
		return i
	}
	if strings.HasPrefix(rest, "<?xml") || len(rest) > 9 && strings.EqualFold(rest[:9], "<!doctype") {
		if n := strings.IndexByte(rest[:min(len(rest), tagBytes)], '>'); n > 0 {
			return i + n + 1
		}
	}
	return i
}

// characterBytes is the most a character's name has: &rsaquo;
const characterBytes = 10

// namedCharacters are the characters that pages of news write by name, of some two thousand that have one:
// https://html.spec.whatwg.org/multipage/named-characters.html
var namedCharacters = withLetters(map[string]rune{
	"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\'', "nbsp": '\u00a0', "ensp": '\u2002', "emsp": '\u2003', "thinsp": '\u2009', "shy": '\u00ad',
	"zwnj": '\u200c', "zwj": '\u200d', "lsquo": '‘', "rsquo": '’', "sbquo": '‚', "ldquo": '“', "rdquo": '”', "bdquo": '„', "laquo": '«', "raquo": '»',
	"lsaquo": '‹', "rsaquo": '›', "ndash": '–', "mdash": '—', "hellip": '…', "bull": '•', "middot": '·', "pound": '£', "euro": '€', "yen": '¥',
	"cent": '¢', "deg": '°', "plusmn": '±', "times": '×', "divide": '÷', "minus": '−', "frac12": '½', "frac14": '¼', "frac34": '¾', "sect": '§',
	"copy": '©', "reg": '®', "trade": '™', "permil": '‰', "le": '≤', "ge": '≥', "asymp": '≈', "Scaron": 'Š', "scaron": 'š', "OElig": 'Œ', "oelig": 'œ', "percnt": '%', "dollar": '$',
})

// withLetters adds the letters of Latin-1, in the order of their code points from À on.
func withLetters(m map[string]rune) map[string]rune {
	r := 'À'
	for name := range strings.FieldsSeq("Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
		"ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
		"agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml " +
		"eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml") {
		m[name] = r
		r++
	}
	return m
}

// character returns the character that starts at i by its name or number, &rsquo; or &#8217;, and how many bytes it takes: 0 where none does.
func character(s string, i int) (r rune, n int) {
	rest := s[i:min(len(s), i+characterBytes+2)]
	end := strings.IndexByte(rest, ';')
	if end < 3 {
		return 0, 0
	}
	name := rest[1:end]
	if name[0] != '#' {
		return namedCharacters[name], end + 1
	}
	base, digits := rune(10), name[1:]
	if digits[0]|0x20 == 'x' {
		base, digits = 16, digits[1:]
	}
	for k := range len(digits) {
		d := digit(digits[k])
		if d >= base || r > unicode.MaxRune {
			return 0, 0
		}
		r = r*base + d
	}
	if !utf8.ValidRune(r) || unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
		return 0, 0 // what would move a cursor stays as it is written
	}
	return r, end + 1
}

// digit returns the value of a hexadecimal digit, or what is none in any base.
func digit(c byte) rune {
	switch {
	case isDigit(c):
		return rune(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10
	}
	return 16
}

// character takes a character that is written by its name, or returns i.
func (lx *lexer) character(i int) int {
	r, n := character(lx.s, i)
	if n == 0 || r == 0 {
		return i
	}
	end := i + n
	var h Hasher
	h.addFolded(r)
	lx.t.named = true
	switch {
	case unicode.IsSpace(r):
		lx.space |= SpaceBefore
		return end
	case r == '\u00ad', r == '\u200c', r == '\u200d':
		return end
	case r == '\'', r == '’', r == '‘':
		return lx.apostrophe(i, n)
	case strings.ContainsRune("\"“”„«»‹›‚", r):
		return lx.add(QuoteMark, i, end, h.Sum(), 0)
	case r == '–', r == '—':
		return lx.add(Dash, i, end, h.Sum(), 0)
	case r == '…':
		return lx.add(Stop, i, end, h.Sum(), 0)
	case unicode.IsNumber(r):
		return lx.add(Number, i, end, h.Sum(), 0)
	case unicode.IsLetter(r):
		return lx.longWord(i)
	}
	return lx.add(Symbol, i, end, h.Sum(), 0)
}

// letterMark stands for a letter that is written by its name.
const letterMark = 'a'

// innerMark returns the mark at i that may stand inside a word, as & and the apostrophe may, and how many bytes it takes. It may be written by
// its name.
func (lx *lexer) innerMark(i int) (mark byte, n int) {
	if lx.t == nil {
		return '&', 1
	}
	r, n := character(lx.s, i)
	switch r {
	case '’', '\'':
		mark = '\''
	case '&':
		mark = '&'
	default:
		if n > 0 && unicode.IsLetter(r) {
			return letterMark, n
		}
		return '&', 1
	}
	lx.t.named = true
	return mark, n
}
