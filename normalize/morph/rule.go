package morph

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// singular takes the plural ending off a word that no table has.
func singular(l *lexicon.Lexicon, w string) string {
	n := len(w)
	switch {
	case n < 4, endsFold(w, "ss"), endsFold(w, "us"), endsFold(w, "is"):
		return w
	case endsFold(w, "ches"), endsFold(w, "shes"), endsFold(w, "sses"), endsFold(w, "xes"), endsFold(w, "zzes"):
		return known(l, 'n', w[:n-2], w[:n-2])
	case endsFold(w, "ses"), endsFold(w, "zes"), endsFold(w, "oes"):
		return known(l, 'n', w[:n-1], w[:n-1], w[:n-2])
	}
	return known(l, 'n', w[:n-1], w[:n-1])
}

// infinitive takes the ending of a verb off a word that no table has, when what is left is a verb.
func infinitive(l *lexicon.Lexicon, w string) string {
	n := len(w)
	switch {
	case n > 4 && endsFold(w, "ed"):
		return stem(l, w, n-2)
	case n > 5 && endsFold(w, "ing"):
		return stem(l, w, n-3)
	case n > 4 && endsFold(w, "es"):
		return known(l, 'v', w, w[:n-1], w[:n-2])
	case n > 3 && endsFold(w, "s") && !endsFold(w, "ss"):
		return known(l, 'v', w, w[:n-1])
	}
	return w
}

// stem tries what may stand before -ed or -ing at position n: train(ing), ambush(ed), stop(ped), arriv(ing) with its e.
func stem(l *lexicon.Lexicon, w string, n int) string {
	if n > 2 && w[n-1] == w[n-2] {
		return known(l, 'v', w, w[:n-1], w[:n])
	}
	if w[n] == 'e' {
		return known(l, 'v', w, w[:n], w[:n+1])
	}
	return known(l, 'v', w, w[:n])
}

// known returns the first of the stems that the lexicon has as a part of speech, or else.
func known(l *lexicon.Lexicon, pos byte, otherwise string, stems ...string) string {
	for _, s := range stems {
		var buf [8]lexicon.Row
		if lemma, ok := own(l.HashRows(buf[:0], lexicon.Words, text.HashWord(s)), s, pos); ok {
			return lemma
		}
	}
	return otherwise
}

// endsFold reports whether w ends with an ending in lower case, whatever the case of w.
func endsFold(w, end string) bool {
	return len(w) >= len(end) && strings.EqualFold(w[len(w)-len(end):], end)
}
