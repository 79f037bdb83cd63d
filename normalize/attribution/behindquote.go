package attribution

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// behindReach is how many tokens of the sentence behind a quotation may stand before the name of its speaker.
const behindReach = 16

// toldBehind gives a quotation that is a sentence by itself the speaker whom the next sentence of its paragraph names: “…” That line came from Ada
// Lund. “…” Those are the words of Ada Lund. “…” That is how Ada Lund put it.
func (f *finder) toldBehind(at *Attribution, p int) bool {
	last := at.Content[len(at.Content)-1].Last
	par := &f.g.Paragraphs[p]
	if last >= par.Last || !f.demonstrative(int(last)) {
		return false
	}
	end := par.Last
	n := sort.Search(len(f.g.Sentences), func(n int) bool { return f.g.Sentences[n].First >= last })
	if n < len(f.g.Sentences) {
		end = min(end, f.g.Sentences[n].Last)
	}
	m, first := f.leadIn(int(last)+1, int(min(end, last+behindReach)))
	if m == nil {
		return false
	}
	at.Speaker = f.speakerNamed(m.Value.Entity, text.Range{First: int32(first), Last: m.Last})
	return true
}

// demonstrative reports whether token i is a word that points back: that, those.
func (f *finder) demonstrative(i int) bool {
	return f.functionRow(i, func(r lexicon.Row) bool { return r.Field(colKind) == "demonstrative" })
}

// functionRow reports whether one of the rows of function.tsv for token i is as asked.
func (f *finder) functionRow(i int, is func(lexicon.Row) bool) bool {
	if !f.g.Has(i, lexicon.Function) {
		return false
	}
	f.rows = f.g.Rows(f.rows[:0], i, lexicon.Function)
	return slices.ContainsFunc(f.rows, is)
}

// leadIn returns the first person that is named in the tokens from i to end, and where the words for that person begin, if what stands before them says
// that the words before were his.
func (f *finder) leadIn(i, end int) (*name.Mention, int) {
	n := sort.Search(len(f.names), func(n int) bool { return int(f.names[n].First) >= i })
	for ; n < len(f.names) && int(f.names[n].First) < end; n++ {
		m := &f.names[n]
		if !f.isNamed(m) {
			continue
		}
		k := int(m.First)
		if k-2 > i && f.g.Tokens[k-1].Class == text.Comma && f.titleAt(k-2) { // from the minister, Ada Lund
			k--
		}
		for k > i && f.inPhraseOf(k-1) {
			k--
		}
		if k > i+1 && f.g.Tokens[k-1].Class == text.Clitic { // the council's treasurer, Kestrel Air's Ada Lund
			k--
			if n > 0 && int(f.names[n-1].Last) == k {
				k = int(f.names[n-1].First) + 1
			}
			for k--; k > i && f.inPhraseOf(k-1); k-- {
			}
		}
		if f.classAt(int(m.Last)) != text.Clitic && (f.isSpeaker(i, k, m) || f.putsIt(i, k, m) || f.wordsOfWhom(i, k)) {
			return m, k
		}
		return nil, 0
	}
	return nil, 0
}

// classAt returns the class of token i, that of a mark that ends a sentence behind the text.
func (f *finder) classAt(i int) text.Class {
	if i >= len(f.g.Tokens) {
		return text.Stop
	}
	return f.g.Tokens[i].Class
}

// isSpeaker reports whether the words from token i say that it was m, whose phrase begins at token k: That was Ada Lund. But: That was the day Ada Lund left.
func (f *finder) isSpeaker(i, k int, m *name.Mention) bool {
	if k != i+1 || f.closedFact(i)&be == 0 {
		return false
	}
	if c := f.classAt(int(m.Last)); c != text.Stop && c != text.Comma {
		return false
	}
	before := int(m.First) - 1
	return f.closedFact(k)&det == 0 || f.titleAt(before) || f.classAt(before) == text.Comma
}

// putsIt reports whether the words from token i say how m, whose phrase begins at token k, put it: That is how Ada Lund put it. That is what Lund said.
func (f *finder) putsIt(i, k int, m *name.Mention) bool {
	if k != i+2 || f.closedFact(i)&be == 0 || !f.wayOrThing(i+1) {
		return false
	}
	verb := int(m.Last)
	return f.classAt(verb) == text.Word && (f.g.At(verb).Has(lexicon.Cues) || f.classAt(verb+1) == text.Word && f.closedFact(verb+1)&neuter != 0)
}

// wayOrThing reports whether token i asks for a way or a thing: how, what.
func (f *finder) wayOrThing(i int) bool {
	return f.functionRow(i, func(r lexicon.Row) bool {
		return r.Field(colClass) == "question" && (r.Field(colKind) == "manner" || r.Field(colKind) == "subject" && r.Field(colGender) == "n")
	})
}

// wordsOfWhom reports whether the words from token i end before token k as what was said and a preposition before whose it is: were the words of, was a
// remark by, line came from.
func (f *finder) wordsOfWhom(i, k int) bool {
	if k-2 < i || !f.passes(k-1) {
		return false
	}
	said := k - 2
	if row, next, ok := f.g.Longest(said, lexicon.Links); ok && next == k && row.Field(colLinkClass) == linkUtterance { // came from
		return said == i || said == i+1 && f.utters(i)
	}
	if said == i || !f.utters(said) || f.closedFact(i)&be == 0 {
		return false
	}
	for j := i + 1; j < said; j++ {
		if !f.inPhraseOf(j) {
			return false
		}
	}
	return true
}

// utters reports whether token i is a noun for what somebody has said: answer, words.
func (f *finder) utters(i int) bool { return f.linked(i, linkUtterance) }

// passes reports whether token i is a preposition before whoever words are of, come from or were said by.
func (f *finder) passes(i int) bool {
	return f.linked(i, linkOf) || f.linked(i, linkFrom) || f.closedFact(i)&agent != 0
}

// linked reports whether links.tsv has token i in a class.
func (f *finder) linked(i int, class string) bool {
	if !f.g.Has(i, lexicon.Links) {
		return false
	}
	f.rows = f.g.Rows(f.rows[:0], i, lexicon.Links)
	return slices.ContainsFunc(f.rows, func(r lexicon.Row) bool { return r.Field(colLinkClass) == class })
}

// inPhraseOf reports whether token i may stand before a name in one phrase with it.
func (f *finder) inPhraseOf(i int) bool {
	if f.g.Tokens[i].Class != text.Word {
		return false
	}
	w := f.wordFact(i)
	return f.titleAt(i) || w&(noun|adj|det) != 0 && w&(prep|aux|wh|rel|past) == 0
}

// titleAt reports whether token i is a title or a role, or a word of a name that leads to one.
func (f *finder) titleAt(i int) bool { return f.g.Has(i, lexicon.Titles) }
