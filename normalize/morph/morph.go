// Package morph finds the base form of an inflected word: flights is flight, killed is kill.
//
// It knows the words of a lexicon and the regular endings, and nothing of the sentence: whether "saw" is a verb there
// is for the caller to say, by asking for the noun or for the verb. What it returns is a string of a table or a
// part of the word itself, so it allocates nothing.
package morph

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of words.tsv and irregular.tsv.
const (
	colLemma = 0
	colPos   = 1
	colFreq  = 2

	colKind = 1 // of irregular.tsv
)

// Noun returns the singular of token i, or the token as written when it is none or no form of a noun.
func Noun(g *lexicon.Tagged, i int) string { return noun(g.Lex, g.Word(i), g.Tokens[i].Hash) }

// Verb returns the infinitive of token i, or the token as written when it is no form of a verb.
func Verb(g *lexicon.Tagged, i int) string { return verb(g.Lex, g.Word(i), g.Tokens[i].Hash) }

// NounOf returns the singular of a word.
func NounOf(l *lexicon.Lexicon, w string) string { return noun(l, w, text.HashWord(w)) }

// VerbOf returns the infinitive of a word.
func VerbOf(l *lexicon.Lexicon, w string) string { return verb(l, w, text.HashWord(w)) }

func noun(l *lexicon.Lexicon, w string, h uint64) string {
	var buf [8]lexicon.Row
	rows := l.HashRows(buf[:0], lexicon.Words, h)
	if lemma, ok := own(rows, w, 'n'); ok {
		return lemma
	}
	if lemma, ok := irregular(l, h, "noun"); ok {
		return lemma
	}
	if Ending(l, w) != Plural {
		return w
	}
	for _, r := range rows {
		if has(r, 'n') {
			return r.Field(colLemma)
		}
	}
	return singular(l, w)
}

func verb(l *lexicon.Lexicon, w string, h uint64) string {
	var buf [8]lexicon.Row
	rows := l.HashRows(buf[:0], lexicon.Words, h)
	self, isSelf := own(rows, w, 'v')
	freq := ""
	for _, r := range rows {
		if isSelf && strings.EqualFold(r.Field(colLemma), w) {
			freq = r.Field(colFreq)
		}
	}
	// found is of find before it is of found: one past is much more frequent than the other present
	for _, r := range rows {
		if has(r, 'v') && r.Field(colFreq) >= freq && !strings.EqualFold(r.Field(colLemma), w) {
			return r.Field(colLemma)
		}
	}
	if isSelf {
		return self
	}
	if lemma, ok := irregular(l, h, "verb"); ok {
		return lemma
	}
	return infinitive(l, w)
}

// own returns the lemma that w is itself as a part of speech.
func own(rows []lexicon.Row, w string, pos byte) (string, bool) {
	for _, r := range rows {
		if lemma := r.Field(colLemma); strings.EqualFold(lemma, w) && has(r, pos) {
			return lemma, true
		}
	}
	return "", false
}

// has reports whether a row of words.tsv is of a part of speech.
func has(r lexicon.Row, pos byte) bool { return strings.IndexByte(r.Field(colPos), pos) >= 0 }

func irregular(l *lexicon.Lexicon, h uint64, kind string) (string, bool) {
	var buf [8]lexicon.Row
	for _, r := range l.HashRows(buf[:0], lexicon.Irregular, h) {
		if r.Field(colKind) == kind {
			return r.Field(colLemma), true
		}
	}
	return "", false
}
