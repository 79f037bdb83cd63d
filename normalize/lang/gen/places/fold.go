package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean takes away what a form may not hold: brackets with what they say, bars, fancy apostrophes.
func clean(n string) string {
	if i := strings.IndexAny(n, "(（["); i >= 0 {
		n = n[:i]
	}
	n = strings.NewReplacer("’", "'", "‘", "'", "ʻ", "'", "ʼ", "'", "`", "'", "´", "'", " & ", " and ", "|", " ", "\u200c", " ", "\u00a0", " ").Replace(n)
	if strings.HasPrefix(n, "St. ") {
		n = "Saint " + n[4:]
	}
	return strings.Join(strings.Fields(n), " ")
}

// fold makes one key of the writings that the lexer does not tell apart.
func fold(n string) string {
	n = strings.ToLower(norm.NFC.String(n))
	return strings.NewReplacer("-", " ", ".", "").Replace(n)
}

var plainLetters = strings.NewReplacer("ı", "i", "İ", "I", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ß", "ss", "æ", "ae", "Æ", "Ae", "œ", "oe", "þ", "th", "ð", "d", "ə", "a")

// unaccented takes the marks off Latin letters.
func unaccented(n string) string {
	if script(n) != "Latin" {
		return n
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(n) {
		if !unicode.IsMark(r) {
			b.WriteRune(r)
		}
	}
	return plainLetters.Replace(norm.NFC.String(b.String()))
}

// scripts are those of the news that are read.
var scripts = map[string][]*unicode.RangeTable{
	"Latin": {unicode.Latin}, "Cyrillic": {unicode.Cyrillic}, "Arabic": {unicode.Arabic}, "Hebrew": {unicode.Hebrew}, "Greek": {unicode.Greek},
	"Han": {unicode.Han, unicode.Hiragana, unicode.Katakana}, "Hangul": {unicode.Hangul}, "Devanagari": {unicode.Devanagari},
	"Georgian": {unicode.Georgian}, "Armenian": {unicode.Armenian},
}

var scriptOrder = []string{"Latin", "Cyrillic", "Arabic", "Hebrew", "Greek", "Han", "Hangul", "Devanagari", "Georgian", "Armenian"}

// script returns the one script of n, or "".
func script(n string) string {
	found := ""
	for _, r := range n {
		if !unicode.IsLetter(r) || r == 'ー' {
			continue
		}
		s := ""
		for _, name := range scriptOrder {
			if unicode.In(r, scripts[name]...) {
				s = name
				break
			}
		}
		if s == "" || found != "" && s != found {
			return ""
		}
		found = s
	}
	return found
}
