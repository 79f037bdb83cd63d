package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

// clean brings a name to NFC and takes out what is not seen: direction marks, joiners, soft hyphens, stretching.
func clean(s string) string {
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				if r == 'ـ' || unicode.Is(unicode.Cf, r) || r == utf8.RuneError {
					return -1
				}
				return r
			}, s)
		}
	}
	return s
}

// lastFirst turns "Blinken, Antony" around.
func lastFirst(s string) string {
	i := strings.IndexAny(s, ",،")
	if i <= 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	rest := strings.TrimSpace(s[i+n:])
	if rest == "" || strings.ContainsAny(rest, ",،") {
		return s
	}
	return rest + " " + s[:i]
}

// inner reports whether r may stand inside a word without being a letter.
func inner(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', 'ʻ', '‘', '`', 'ʹ', '´', 'ʿ', 'ʾ', '′', 'ʺ', '״', '׳', 'ʽ', '“', '”':
		return true
	}
	return false
}

// split cuts a name into words. Letters with dots between them are one word, except in persons' names, whose
// letters are initials.
func (p *preparer) split(s string) {
	start, bracket := -1, 0
	flush := func(end int) {
		if start >= 0 {
			p.word(s[start:end], bracket > 0)
		}
		start = -1
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '+':
			if start < 0 {
				start = i
			}
			continue
		case inner(r) && start >= 0 && (r != '“' && r != '”'):
			continue
		}
		flush(i)
		switch r {
		case '(', '[', '（':
			bracket++
		case ',', '،':
			if p.out.Kind == Place && len(p.raw) > 0 {
				bracket++ // what the place lies in
			}
		case ')', ']', '）':
			bracket = 0
		case '.':
			if n := len(p.raw); n > 0 && p.out.Kind != Person && oneLetter(lastLetters(p.raw[n-1])) {
				p.raw[n-1].dotted = true
				continue
			}
		case '%', '％':
			p.sign(string(r))
		}
		if n := len(p.raw); n > 0 {
			p.raw[n-1].text = strings.TrimSuffix(p.raw[n-1].text, "\x00")
		}
	}
	flush(len(s))
}

// sign adds a sign as the word that units.tsv has for it: 5% is 5 percent.
func (p *preparer) sign(s string) {
	if row, ok := p.lex.Find(lexicon.Units, s); ok {
		p.raw = append(p.raw, rawWord{text: row.Field(colUnitID)})
	}
}

func oneLetter(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	return s != "" && n == len(s)
}

// lastLetters returns the letters of a dotted word behind its last dot, or the whole word.
func lastLetters(w rawWord) string {
	if !w.dotted {
		return w.text
	}
	_, n := utf8.DecodeLastRuneInString(w.text)
	return w.text[len(w.text)-n:]
}

func (p *preparer) word(s string, behind bool) {
	s = trimInner(s)
	if s == "" || len(p.raw) >= 2*maxWords {
		return
	}
	upper := strings.ToUpper(s) == s && strings.ToLower(s) != s
	low := strings.ToLower(s)
	if n := len(p.raw); n > 0 && p.raw[n-1].dotted && oneLetter(s) && !p.raw[n-1].behind {
		p.raw[n-1].text += low
		return
	}
	if n := arabicArticle(low); n > 0 {
		p.raw = append(p.raw, rawWord{text: low[:n], behind: behind, joined: true})
		low = low[n:]
	}
	if p.out.Kind == Person && upper && len(s) == 2 && p.mixedCase && p.particle(low) != generation {
		p.raw = append(p.raw, rawWord{text: low[:1], upper: true}) // JC Smith
		low = low[1:]
	}
	p.raw = append(p.raw, rawWord{text: low, upper: upper, behind: behind})
}

// trimInner takes quotation marks off the end of a word, but not the geresh of a Hebrew letter.
func trimInner(s string) string {
	for {
		r, n := utf8.DecodeLastRuneInString(s)
		before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
		if n == 0 || !inner(r) || r != '״' && scriptOf(before) == hebrew {
			return s
		}
		s = s[:len(s)-n]
	}
}

// arabicArticle returns the length of the article that begins a word.
func arabicArticle(s string) int {
	const al = "ال"
	if len(s) > 2*len(al) && strings.HasPrefix(s, al) && s != "الله" {
		return len(al)
	}
	return 0
}

// korean cuts the family name off a name of three syllables of Hangul.
func (p *preparer) korean() {
	if len(p.raw) != 1 {
		return
	}
	w := p.raw[0]
	if n := koreanSurname(w.text); n > 0 {
		p.raw = append(p.raw[:0], rawWord{text: w.text[:n], joined: true}, rawWord{text: w.text[n:]})
	}
}

// koreanSurname returns the length of the first syllable of a word of three syllables of Hangul: a name is written
// in one word, the family name first.
func koreanSurname(s string) int {
	if len(s) != 9 {
		return 0
	}
	for _, r := range s {
		if r < 0xac00 || r > 0xd7a3 {
			return 0
		}
	}
	return 3
}
