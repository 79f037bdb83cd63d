package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of given.tsv.
const colGivenGender = 0

func (f *finder) givenGender(row lexicon.Row) Gender { return genderOf(row.Field(colGivenGender)) }

// lowerHead reads a kind of product or body in small letters: "Shahed drones", "the Biden administration". The name
// before it becomes one of that kind.
func (f *finder) lowerHead(i int) int {
	row, next, ok := f.class(i)
	if !ok || next > f.end || len(f.found) == 0 {
		return i + 1
	}
	x := &f.found[len(f.found)-1]
	if int(x.Last) != i || x.sentence != int32(f.sentence) || x.via == ByPronoun || x.via == ByTitle {
		return i + 1
	}
	guessed := x.row.Zero() && x.title.Len() == 0 && (x.kind == Unknown || x.kind == Organization && x.table == 0 || x.kind == Person && !f.given(int(x.First)))
	switch kind := kindOf(row.Field(colProductKind)); {
	case kind == Organization && (x.kind == Place || x.kind == Person || x.kind == Unknown || x.via == ByAcronym):
		return f.lengthen(next, kind)
	case kind == Place && x.kind == Place && x.via == ByName && row.Field(colProductUse) == "class":
		return f.lengthen(next, kind)
	case guessed && kind != Organization && !x.weak && f.alone(i):
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
	row, ok := f.Row(i+1, lexicon.Words)
	return !ok || f.Has(i+1, lexicon.Function) || row.Field(colPOS) == "" || row.Field(colPOS)[0] != 'n'
}

// lengthen makes a longer name of the last one found, up to token next: the Biden administration, the Moscow region.
func (f *finder) lengthen(next int, kind Kind) int {
	x := &f.found[len(f.found)-1]
	inner := *x
	x.nested = true
	inner.Last, inner.kind, inner.via, inner.row, inner.table, inner.titleKey = int32(next), kind, ByName, lexicon.Row{}, lexicon.Products, 0
	for _, p := range f.Phrases(int(inner.First)) {
		if int(p.Last) == next && p.Mask.Has(lexicon.Places) && kind == Place {
			inner.row, _ = f.PhraseRow(p, lexicon.Places)
			inner.table = lexicon.Places
		}
	}
	f.add(inner, int(inner.First))
	return next
}

// class returns the row of products.tsv that has the words at token i as a noun for a kind.
func (f *finder) class(i int) (lexicon.Row, int, bool) {
	var buf [8]lexicon.Row
	ps := f.Phrases(i)
	for n := len(ps) - 1; n >= -1; n-- {
		rows, next := buf[:0], i+1
		if n >= 0 {
			rows, next = f.PhraseRows(rows, ps[n], lexicon.Products), int(ps[n].Last)
		} else {
			rows = f.Rows(rows, i, lexicon.Products)
		}
		for _, r := range rows {
			if u := r.Field(colProductUse); u == "class" || u == "noun" {
				return r, next, true
			}
		}
	}
	return lexicon.Row{}, i, false
}

// appositions gives the persons found since first the titles that stand behind them: "Brew, Eurasia Group's country analyst for Iran,".
func (f *finder) appositions(first int) {
	for n := first; n < len(f.found); n++ {
		x := &f.found[n]
		if x.kind != Person || x.via != ByName || x.nested || x.title.Len() > 0 && x.words < 2 {
			continue
		}
		f.apposition(n)
	}
}

const appositionTokens = 14

func (f *finder) apposition(n int) {
	x := &f.found[n]
	i := int(x.Last)
	if i >= f.end || f.Tokens[i].Class != text.Comma || f.Body[f.Tokens[i].Start] != ',' {
		return
	}
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
		if f.Has(j, lexicon.Titles) || f.Starts(j).Has(lexicon.Titles) {
			if t := f.readTitle(j, f.end); t.Len() > 0 && t.class != "honorific" {
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
	f.end, f.title, f.styled, f.here = end, titleFound{}, false, true
	for s := range f.Sentences {
		if f.Sentences[s].Last > f.Dateline.Last || int(f.Sentences[s].Last) > i {
			f.sentence = s
			break
		}
	}
	for i < end {
		if f.Tokens[i].Class != text.Word || f.inTime(i) || f.Mask(i).Has(lexicon.Months) {
			i++
			continue
		}
		if table, row, next := f.tableAt(i, end); next > i {
			f.addTable(i, next, table, row, false)
			i = next
			continue
		}
		i++
	}
}
