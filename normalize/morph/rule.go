package morph

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// singular takes the plural ending off a word that no table has.
func singular(l *lexicon.Lexicon, w string) string {
	e := endingOf(l, w)
	if e.class != Plural {
		return w
	}
	otherwise := e.cut
	if e.put != "" {
		otherwise = e.also
	}
	return base(l, w, e, 'n', w[:len(w)-otherwise])
}

// infinitive takes the ending of a verb off a word that no table has, when what is left is a verb.
func infinitive(l *lexicon.Lexicon, w string) string {
	e := endingOf(l, w)
	if e.class&(Plural|Past|Ing) == 0 {
		return w
	}
	return base(l, w, e, 'v', w)
}

// base returns the first base of w that the lexicon has as a part of speech, or else: stop(ped), ambush(ed),
// arrive(d), carr(ied).
func base(l *lexicon.Lexicon, w string, e ending, pos byte, otherwise string) string {
	n := len(w) - e.cut
	if e.class != Plural && doubled(w[:n]) {
		if lemma, ok := known(l, pos, w[:n-1], ""); ok {
			return lemma
		}
	}
	if lemma, ok := known(l, pos, w[:n], e.put); ok {
		return lemma
	}
	if e.also > 0 {
		if lemma, ok := known(l, pos, w[:len(w)-e.also], ""); ok {
			return lemma
		}
	}
	return otherwise
}

// known returns the lemma of stem and put, one behind the other, when the lexicon has it as a part of speech.
func known(l *lexicon.Lexicon, pos byte, stem, put string) (string, bool) {
	var buf [8]lexicon.Row
	for _, r := range l.HashRows(buf[:0], lexicon.Words, text.HashWord(stem, put)) {
		if lemma := r.Field(colLemma); len(lemma) == len(stem)+len(put) && has(r, pos) {
			return lemma, true
		}
	}
	return "", false
}

// doubled reports whether a stem ends in two like letters.
func doubled(stem string) bool {
	n := len(stem)
	return n > 2 && stem[n-1] == stem[n-2]
}
