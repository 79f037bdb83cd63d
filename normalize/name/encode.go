package name

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxSounds bounds the sounds of one word; what comes behind is not compared.
const maxSounds = 62

// An encoder turns words into sounds. It keeps its memory between words.
type encoder struct {
	runes   []rune
	letters []byte // in letters of sounds
	plain   []byte // a Latin word without its marks
}

// encode appends the sounds of word, in lower case, to dst. mixed tells that the word has letters of several
// scripts, as a forged name has.
func (e *encoder) encode(dst []sound, word string) (out []sound, s script, mixed bool) {
	e.runes, e.letters = e.runes[:0], e.letters[:0]
	s = otherScript
	for _, r := range word {
		if len(e.runes) == 4*maxSounds {
			break
		}
		e.runes = append(e.runes, r)
		if !unicode.IsLetter(r) {
			continue
		}
		t := scriptOf(r)
		mixed = mixed || s != otherScript && t != s && !(t >= kana && s >= kana)
		if s == otherScript || t == kana {
			s = t
		}
	}
	if mixed {
		s = otherScript
	}
	for i := 0; i < len(e.runes); {
		j := i + 1
		for j < len(e.runes) && sameRun(e.runes[i], e.runes[j]) {
			j++
		}
		e.run(e.runes[i:j])
		i = j
	}
	return appendSounds(dst, e.letters), s, mixed
}

// sameRun reports whether b is read on with a.
func sameRun(a, b rune) bool {
	return scriptOf(a) == scriptOf(b) || !unicode.IsLetter(b)
}

// run encodes letters of one script.
func (e *encoder) run(rs []rune) {
	switch scriptOf(rs[0]) {
	case latin:
		e.latin(rs)
	case kana:
		e.kana(rs)
	case hangul:
		e.hangul(rs)
	case han:
		for _, r := range rs {
			e.letters = append(e.letters, hanSounds(r)...)
		}
	case indic:
		e.indic(rs)
	case otherScript:
		e.eastern(rs)
	default:
		e.alphabet(rs)
	}
}

func (e *encoder) alphabet(rs []rune) {
	for i := 0; i < len(rs); i++ {
		if i+1 < len(rs) {
			if s, ok := alphabetPairs[[2]rune{rs[i], rs[i+1]}]; ok {
				e.letters = append(e.letters, s...)
				i++
				continue
			}
		}
		s, ok := alphabets[rs[i]]
		if !ok && rs[i] >= 0x80 {
			for _, r := range norm.NFKD.String(string(rs[i])) {
				s += alphabets[r]
			}
		}
		if i == 0 && s == "W" {
			s = "V" // a first vav or waw is a consonant
		}
		if s == "" && rs[i] >= '0' && rs[i] <= '9' {
			s = string(rs[i])
		}
		e.letters = append(e.letters, s...)
	}
}

func (e *encoder) hangul(rs []rune) {
	doubled := false
	for _, r := range rs {
		k := int(r) - 0xac00
		if k < 0 || k >= 11172 {
			continue
		}
		initial, vowel, final := hangulInitial[k/588], hangulVowel[k%588/28], hangulFinal[k%28]
		n := len(e.letters)
		if doubled && initial != "" {
			e.letters = e.letters[:n-1]
			n--
		}
		doubled = k%28 == 19 // a final s only doubles what follows
		if initial == "R" && n > 0 && e.letters[n-1] == 'L' {
			e.letters = e.letters[:n-1] // ll
		}
		e.letters = append(e.letters, initial...)
		e.letters = append(e.letters, vowel...)
		e.letters = append(e.letters, final...)
	}
}

func (e *encoder) kana(rs []rune) {
	for i, r := range rs {
		if r >= 0x3041 && r <= 0x3096 {
			r += 0x60 // hiragana
		}
		if s, ok := kanaSmall[r]; ok {
			if n := len(e.letters); n > 0 && soundOf[e.letters[n-1]].vowel() {
				e.letters = e.letters[:n-1]
				if i > 0 && rs[i-1] == 'ウ' {
					e.letters = append(e.letters, 'W')
				}
			}
			if n := len(e.letters); len(s) > 1 && n > 0 && strings.IndexByte("SCJ", e.letters[n-1]) >= 0 {
				s = s[1:]
			}
			e.letters = append(e.letters, s...)
			continue
		}
		e.letters = append(e.letters, kanaSounds[r]...)
	}
}

// indic reads the scripts of India: a consonant has the vowel a unless a vowel sign or a virama follows.
func (e *encoder) indic(rs []rune) {
	for i, r := range rs {
		off := (r - 0x900) % 0x80
		if r < 0x900 {
			continue
		}
		if off == 0x01 || off == 0x02 {
			e.letters = append(e.letters, 'N')
			continue
		}
		if s, ok := indicVowel[off]; ok {
			e.letters = append(e.letters, s...)
			continue
		}
		s, ok := indicConsonant[off]
		if !ok {
			continue
		}
		e.letters = append(e.letters, s...)
		if next := indicNext(rs, i+1); next == 0x4d || next >= 0x3e && next <= 0x4c || i+1 == len(rs) {
			continue
		}
		e.letters = append(e.letters, '@')
	}
}

// indicNext returns the offset in its block of the next sign that is no nukta.
func indicNext(rs []rune, i int) rune {
	for ; i < len(rs); i++ {
		if off := (rs[i] - 0x900) % 0x80; off != 0x3c {
			return off
		}
	}
	return 0x4d
}

func (e *encoder) latin(rs []rune) {
	e.plain = e.plain[:0]
	for _, r := range rs {
		e.plain = appendPlain(e.plain, r)
	}
	if out, ok := appendPinyin(e.letters, string(e.plain)); ok {
		e.letters = out
		return
	}
	if n := len(e.plain); n > 3 && e.plain[n-1] == 'e' && !plainVowel(e.plain[n-2]) {
		e.plain[n-1] = '@' // silent in English and French
	}
	if n := len(e.plain); n > 3 && e.plain[0] == 'k' && e.plain[1] == 'n' {
		e.plain = e.plain[1:]
	}
	cut, weak := weakEnd(e.plain)
	e.plain = e.plain[:len(e.plain)-cut]
	soft := softC(rs)
	for i := 0; i < len(e.plain); {
		if soft != 0 && e.plain[i] == 'c' && (i+1 == len(e.plain) || strings.IndexByte("hzksc", e.plain[i+1]) < 0) {
			e.letters = append(e.letters, soft)
			i++
			continue
		}
		if n, s := latinRun(e.plain[i:], i); n > 0 {
			e.letters = append(e.letters, s...)
			i += n
			continue
		}
		e.letters = append(e.letters, latinLetter(e.plain, i))
		i++
	}
	e.letters = append(e.letters, weak...)
}

// weakEnd returns the number of letters of such an end of a word without marks, and its sounds.
func weakEnd(w []byte) (int, string) {
	for i := range weakEnds {
		if e := &weakEnds[i]; len(w) >= max(4, e.cut+3) && bytes.HasSuffix(w, []byte(e.end)) {
			return e.cut, e.sounds
		}
	}
	return 0, ""
}

// softC returns the sound of c in a word with letters of Turkish (dzh) or of the Slavic alphabets (ts), or 0.
func softC(rs []rune) byte {
	for _, r := range rs {
		switch r {
		case 'ı', 'ğ', 'ş', 'ə':
			return 'J'
		case 'š', 'č', 'ž', 'ć', 'ł', 'ś', 'ź', 'ż', 'ř', 'ě', 'ą', 'ę', 'ů', 'ľ', 'ň':
			return 'c'
		}
	}
	return 0
}

// vowelless reports whether a Latin word has no vowel, as a letter-by-letter transliteration of Arabic.
func vowelless(word string) bool {
	n := 0
	for _, r := range word {
		if r >= utf8.RuneSelf || strings.IndexByte("aeiou", byte(r)) >= 0 {
			return false
		}
		n++
	}
	return n >= 4
}

// appendPlain appends a Latin letter without its marks, or with its sound where the marks change it.
func appendPlain(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return append(dst, byte(r))
		}
		return dst
	}
	if s, ok := latinLetters[r]; ok {
		return append(dst, s...)
	}
	for _, d := range norm.NFKD.String(string(r)) {
		if d < utf8.RuneSelf && (d >= 'a' && d <= 'z' || d >= '0' && d <= '9') {
			dst = append(dst, byte(d))
		}
	}
	return dst
}

// latinIndex lists the runs by first letter, the longest first.
var latinIndex = func() (t ['z' + 1][]spelling) {
	for n := 8; n > 0; n-- {
		for _, s := range latinRuns {
			if len(s.letters) == n {
				t[s.letters[0]] = append(t[s.letters[0]], s)
			}
		}
	}
	return t
}()

// latinRun returns the longest run of the tables that w begins with; i is its place in the word.
func latinRun(w []byte, i int) (int, string) {
	if w[0] > 'z' || w[0] < 'a' {
		return 0, ""
	}
	for _, s := range latinIndex[w[0]] {
		if len(s.letters) > len(w) || string(w[:len(s.letters)]) != s.letters {
			continue
		}
		if i == 0 && s.letters == "x" {
			return 1, "S"
		}
		return len(s.letters), s.sounds
	}
	return 0, ""
}

// latinLetter returns the sound of a letter that begins no run, by the letter behind it.
func latinLetter(w []byte, i int) byte {
	next := byte(0)
	if i+1 < len(w) {
		next = w[i+1]
	}
	switch c := w[i]; c {
	case 'c':
		if next == 'e' || next == 'i' || next == 'y' || next == '@' || next == 0 {
			return 'k'
		}
		return 'K'
	case 'g':
		if next == 'e' || next == 'i' || next == 'y' {
			return 'g'
		}
		return 'G'
	case 'y':
		if plainVowel(next) {
			return 'Y'
		}
		return 'I'
	case 's', 'z':
		return c
	default:
		if c >= 'a' && c <= 'z' {
			return c - 'a' + 'A'
		}
		return c
	}
}

func plainVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U':
		return true
	}
	return false
}

// appendSounds appends letters as sounds: doubled sounds become one, and a glide beside i is part of it.
func appendSounds(dst []sound, letters []byte) []sound {
	start := len(dst)
	for _, c := range letters {
		s := soundOf[c]
		n := len(dst)
		if s == 0 || n-start == maxSounds {
			continue
		}
		if n > start {
			last := dst[n-1]
			if last == s && !s.digit() || s == soundY && last == soundI {
				continue
			}
			if s == soundI && last == soundY {
				dst[n-1] = soundI
				if n-1 > start && dst[n-2] == soundI {
					dst = dst[:n-1]
				}
				continue
			}
		}
		dst = append(dst, s)
	}
	return dst
}
