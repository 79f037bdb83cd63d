package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// endsAt reports whether what was found last ends right before token i.
func (f *finder) endsAt(i int) bool {
	n := len(f.found)
	return n > 0 && int(f.found[n-1].Last) == i
}

// lowerHead reads a kind of product or body in small letters, which what was found last ends before: "Shahed drones", "the Biden
// administration". The name becomes one of that kind.
func (f *finder) lowerHead(i int) int {
	x := &f.found[len(f.found)-1]
	if x.sentence != int32(f.sentence) || x.via == ByPronoun || x.via == ByTitle {
		return i + 1
	}
	use, kind, next := f.kindNoun(i)
	if use == noUse || next > f.end {
		return i + 1
	}
	guessed := x.known == 0 && x.title.Len() == 0 && (x.kind == Unknown || x.kind == Organization && x.table == 0 || x.kind == Person && !f.given(int(x.First)))
	switch {
	case kind == Organization && use == useClass && (x.kind == Place || x.kind == Person || x.kind == Unknown || x.via == ByAcronym):
		return f.lengthen(next, kind)
	case kind == Place && x.kind == Place && x.via == ByName && use == useClass:
		return f.lengthen(next, kind)
	case guessed && (kind != Organization || use == useNoun) && !x.weak && f.alone(next-1):
		x.kind = kind
	}
	return i + 1
}

// alone reports whether the noun at token i is not the first part of a longer one: "the Qeshm island", but "Reyes drug lawyer".
func (f *finder) alone(i int) bool {
	if i+1 >= f.end {
		return true
	}
	if f.Tokens[i+1].Class != text.Word {
		return true
	}
	return f.Has(i+1, lexicon.Function) || !f.noun(i+1)
}

// lengthen makes a longer name of the last one found, up to token next: the Biden administration, the Moscow region.
func (f *finder) lengthen(next int, kind Kind) int {
	x := &f.found[len(f.found)-1]
	inner := *x
	x.nested = true
	inner.Last, inner.kind, inner.via, inner.known, inner.table, inner.titleKey = int32(next), kind, ByName, 0, lexicon.Products, 0
	for _, p := range f.Phrases(int(inner.First)) {
		if int(p.Last) == next && p.Mask.Has(lexicon.Places) && kind == Place {
			if row, ok := f.PhraseRow(p, lexicon.Places); ok {
				inner.known = f.words.row(row)
			}
			inner.table = lexicon.Places
		}
	}
	f.add(&inner)
	return next
}

// kindNoun returns what the words at token i are a noun for in products.tsv, and the token behind them. A class may
// be a part of the name before it, a noun is none.
func (f *finder) kindNoun(i int) (productUse, Kind, int) {
	if f.Leads(i) {
		var buf [8]lexicon.Row
		ps := f.Phrases(i)
		for n := len(ps) - 1; n >= 0; n-- {
			for _, r := range f.PhraseRows(buf[:0], ps[n], lexicon.Products) {
				if u := useOf(r); u == useClass || u == useNoun {
					return u, kindOf(r.Field(colProductKind)), int(ps[n].Last)
				}
			}
		}
	}
	if !f.Has(i, lexicon.Products) {
		return noUse, Unknown, i
	}
	w := f.word(i)
	return w.noun, w.nKind, i + 1
}

// appositions gives the persons found since first the titles that stand behind them: "Brew, Eurasia Group's country analyst for Iran,".
func (f *finder) appositions(first int) {
	for n := first; n < len(f.found); n++ {
		x := &f.found[n]
		if x.kind != Person || x.via != ByName || x.nested {
			continue // most
		}
		if i := int(x.Last); i >= f.end || f.Tokens[i].Class != text.Comma || f.Body[f.Tokens[i].Start] != ',' {
			continue
		}
		if x.title.Len() > 0 && x.words < 2 {
			continue
		}
		f.apposition(n)
	}
}

const appositionTokens = 14

// apposition gives person n the title behind the comma that follows.
func (f *finder) apposition(n int) {
	i := int(f.found[n].Last)
	of := int32(-1)
	m := n + 1
	for j := i + 1; j < f.end && j < i+appositionTokens; j++ {
		k := &f.Tokens[j]
		if k.Class == text.Clitic || k.Class == text.Hyphen {
			continue
		}
		if k.Class != text.Word {
			return
		}
		for m < len(f.found) && int(f.found[m].Last) <= j {
			m++
		}
		if m < len(f.found) && f.found[m].Has(j) && f.found[m].via != ByTitle && f.found[m].via != ByPronoun {
			if f.found[m].kind == Person {
				return
			}
			of = int32(m)
			j = int(f.found[m].Last) - 1
			continue
		}
		if f.Starts(j).Has(lexicon.Titles) {
			if t := f.readTitle(j, f.end); t.Len() > 0 && t.class != honorific {
				f.takeTitle(n, t, of, i+1)
				return
			}
		}
		if c := f.wordClass(j); c == wordArticle || c == wordPossessor || c == wordPronoun {
			continue
		}
		if f.Mask(j).Has(lexicon.Function) && (k.End-k.Start > 1) || f.Has(j, lexicon.Cues) {
			return
		}
	}
}

// takeTitle gives person n the title t behind it, and the body beside the title.
func (f *finder) takeTitle(n int, t titleFound, of int32, from int) {
	x := &f.found[n]
	for m := n + 1; m < len(f.found); m++ {
		y := &f.found[m]
		if y.kind == Person && y.via == ByName && y.title == t.Range {
			return // the title of the next name
		}
	}
	last := t.Last
	if i := int(t.Last); i < f.end && (f.wordClass(i) == wordOf || f.wordClass(i) == wordLink || f.wordClass(i) == wordHere) {
		for m := n + 1; m < len(f.found); m++ {
			y := &f.found[m]
			if int(y.First) > i+2 {
				break
			}
			if int(y.First) > i && (y.kind == Organization || y.kind == Place) && y.via != ByTitle {
				last = y.Last
				if of < 0 {
					of = int32(m)
				}
				break
			}
		}
	}
	if x.title.Len() == 0 {
		start := int32(from)
		for start < t.First && f.wordClass(int(start)) == wordArticle {
			start++
		}
		x.title, x.titleKey = text.Range{First: start, Last: last}, t.key
	}
	if x.of < 0 {
		x.of = of
	}
	if x.gender == AnyGender {
		x.gender = t.gender
	}
}

// dateline reads the place a report was sent from.
func (f *finder) dateline() {
	i := int(f.Dateline.First)
	end := int(f.Dateline.Last)
	f.end, f.title, f.style, f.here = end, titleFound{}, plainStyle, true
	for s := range f.Sentences {
		if f.Sentences[s].Last > f.Dateline.Last || int(f.Sentences[s].Last) > i {
			f.sentence = s
			break
		}
	}
	f.first = int(f.Sentences[f.sentence].First)
	for i < end {
		if f.Tokens[i].Class != text.Word || f.inTime(i) || f.Mask(i).Has(lexicon.Months) {
			i++
			continue
		}
		if known, next := f.tableAt(i, end); next > i {
			f.addTable(i, next, known, false)
			i = next
			continue
		}
		if next := f.datelinePlace(i, end); next > i {
			f.addNew(i, next, Place, false)
			i = next
			continue
		}
		i++
	}
	f.here = false
}

// datelinePlace returns the token behind a place that no table knows, where a dateline begins with it at token i: KASONGA (Reuters) -, ORMETH, June 5 -. No
// plain word is one: UPDATE.
func (f *finder) datelinePlace(i, end int) int {
	if i != int(f.Dateline.First) {
		return i
	}
	next, known := i, false
	for ; next < end && f.Tokens[next].Class == text.Word; next++ {
		if !f.Capital(next) || f.titleWord(next) || f.Mask(next)&(nameTables|lexicon.Function.In()) != 0 {
			return i
		}
		known = known || f.Has(next, lexicon.Words)
	}
	if known || next >= end || next-i > datelineWords || f.Tokens[next].Class != text.Comma && f.Tokens[next].Class != text.Bracket && f.Tokens[next].Class != text.Dash {
		return i
	}
	return next
}

// datelineWords is how many words the name of a place in a dateline has at most.
const datelineWords = 3
