package compare

import (
	"strings"
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/factdiff/factdiff/normalize/statement"
)

// An Edit is a run of words of two wordings that are the same, gone, added or respelled.
type Edit struct {
	Op     Op
	A1, A2 int // words of the base
	B1, B2 int // words of the other
}

// Op tells what became of the words of an edit.
type Op byte

const (
	Same      Op = '='
	Gone      Op = '-'
	Added     Op = '+'
	Respelled Op = '~' // the same words in another case or spelling
)

// diffWords returns the edits that make b of a. Each distinct word becomes one rune, so that go-diff
// compares words; the surrogates D800 to DFFF are no runes and are left out. No timeout is set: with one,
// the result would depend on the machine.
func diffWords(a, b []statement.Word) []Edit {
	runes := wordRunes{ids: make(map[uint64]rune, len(a)+len(b))}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	ra, rb := runes.of(a), runes.of(b)
	var out []Edit
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(ra, rb, false) {
		n := len([]rune(d.Text))
		e := Edit{A1: i, A2: i, B1: j, B2: j}
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			e.Op, e.A2, e.B2 = Same, i+n, j+n
		case diffmatchpatch.DiffDelete:
			e.Op, e.A2 = Gone, i+n
		case diffmatchpatch.DiffInsert:
			e.Op, e.B2 = Added, j+n
		}
		i, j = e.A2, e.B2
		out = append(out, e)
	}
	return out
}

type wordRunes struct{ ids map[uint64]rune }

func (w *wordRunes) of(words []statement.Word) []rune {
	out := make([]rune, len(words))
	for i := range words {
		r, ok := w.ids[words[i].Hash]
		if !ok {
			r = rune(len(w.ids) + 1)
			if r >= 0xD800 {
				r += 0x800
			}
			w.ids[words[i].Hash] = r
		}
		out[i] = r
	}
	return out
}

// A Wording is how one source words an utterance, against the base of its finding.
type Wording struct {
	Op   Op
	Text string
}

// wordings writes the edits out in the words of the two texts.
func wordings(edits []Edit, a, b []statement.Word, aText, bText string) []Wording {
	out := make([]Wording, 0, len(edits))
	for _, e := range edits {
		switch e.Op {
		case Gone:
			out = append(out, Wording{Gone, spanOf(a[e.A1:e.A2], aText)})
		case Added:
			out = append(out, Wording{Added, spanOf(b[e.B1:e.B2], bText)})
		case Respelled:
			if e.B1 == e.B2 {
				continue // a sign between two words: 3%
			}
			out = append(out, Wording{Respelled, spanOf(b[e.B1:e.B2], bText)})
		default:
			out = sameWords(out, a[e.A1:e.A2], b[e.B1:e.B2], aText, bText)
		}
	}
	return out
}

// sameWords splits a run of equal words where the letters differ: co-operation, cooperation.
func sameWords(out []Wording, a, b []statement.Word, aText, bText string) []Wording {
	start := 0
	flush := func(end int) {
		if end > start {
			out = append(out, Wording{Same, spanOf(b[start:end], bText)})
		}
	}
	for i := range a {
		if strings.EqualFold(a[i].Span.Of(aText), b[i].Span.Of(bText)) {
			continue
		}
		flush(i)
		out = append(out, Wording{Respelled, b[i].Span.Of(bText)})
		start = i + 1
	}
	flush(len(b))
	return out
}

// spanOf returns words as they are written, with an ellipsis where the outlet's own words stand between them: “One,” she
// said, “and two.”
func spanOf(w []statement.Word, body string) string {
	if len(w) == 0 {
		return ""
	}
	var b strings.Builder
	start := w[0].Span.Start
	for i := 1; i < len(w); i++ {
		if strings.IndexFunc(body[w[i-1].Span.End:w[i].Span.Start], unicode.IsLetter) >= 0 {
			b.WriteString(body[start:w[i-1].Span.End] + ellipsis)
			start = w[i].Span.Start
		}
	}
	if b.Len() == 0 {
		return body[start:w[len(w)-1].Span.End]
	}
	b.WriteString(body[start:w[len(w)-1].Span.End])
	return b.String()
}

// ellipsis stands between the pieces of a quotation.
const ellipsis = " … "

// Rules of VERDICTS for two wordings of one holder.
const (
	sharedWords   = 0.6 // share of content words of the shorter that make two utterances one
	minQuoteWord  = 2   // content words that an utterance needs to be compared with other wordings
	minEqualWords = 3   // words that it needs to be found again word for word
)

// wordingRelation judges two wordings that are one utterance: the same words agree, a cut of the other
// is compatible, anything else is a drift.
func wordingRelation(edits []Edit) Relation {
	gone, added, inner := 0, 0, false
	for i, e := range edits {
		switch e.Op {
		case Gone:
			gone++
			inner = inner || i > 0 && i < len(edits)-1
		case Added:
			added++
			inner = inner || i > 0 && i < len(edits)-1
		}
	}
	switch {
	case gone == 0 && added == 0:
		return Agree
	case (gone == 0 || added == 0) && !inner:
		return Compatible
	}
	return Conflict
}
