package statement

import (
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Ordinal is the dimension of which one in a row something is: the fourth flight, the 54th minute.
const Ordinal = "ordinal"

// Classes of numbers.tsv: twenty, the first half of a number with a hyphen; one to nine; ten to nineteen.
const (
	tens  = "ty"
	units = "unit"
	teens = "teen"
)

// An ordinal is one in the text: its tokens and its value.
type ordinal struct {
	text.Range
	value int16
}

// leastOrdinal is the least that is read: the first of a row is mostly told to be new.
const leastOrdinal = 2

// numberOf is the lemma of the noun that stands between a noun and its number.
const numberOf = "number"

// Place is the measure of ordinals that tell where somebody came in: he finished fourth.
const Place = "place"

// ordinals reads which ones in their rows the sentence tells of.
func (f *finder) ordinals(dst []Statement) []Statement {
	last := int(f.sent.Last)
	for i := f.nextNumber; i < last; i = f.g.Next(i+1, last, figures) {
		if f.insideQuantity(i) || f.insideTime(i) {
			continue
		}
		if o, noun, ok := f.numbered(i); ok {
			dst = append(dst, f.inRow(o, noun, text.Range{First: int32(noun), Last: o.Last}))
			continue
		}
		o, ok := f.ordinalAt(i)
		if !ok || o.value < leastOrdinal {
			continue
		}
		i = int(o.Last) - 1
		if head, ok := f.counted(int(o.Last)); ok {
			dst = append(dst, f.inRow(o, head, text.Range{First: o.First, Last: int32(head + 1)}))
		} else if f.cameIn(o) {
			dst = append(dst, f.inRow(o, -1, o.Range))
		}
	}
	return dst
}

// inRow makes the statement of an ordinal of the noun at token head, -1 for the place that somebody came in at.
func (f *finder) inRow(o ordinal, head int, r text.Range) Statement {
	f.open()
	st := f.tally(r, Count{Low: o.value})
	s := &st.Slot
	s.Dimension, s.Measure, s.Noun = Ordinal, Place, Place
	if head >= 0 {
		s.Noun = f.lemma(head)
		s.Measure = s.Noun
		if row, ok := f.g.Row(head, lexicon.Synonyms); ok {
			s.Measure = row.Field(colSynonym) // the third rise, the third increase
		}
		if f.wordClass(head) == "person" {
			s.Noun = anybody
		}
	}
	if ev, ok := f.verbBefore(int(o.First)); ok {
		s.Event = ev.class
	}
	return st
}

// numbered reads "flight number ten": the noun and its number at token i.
func (f *finder) numbered(i int) (o ordinal, noun int, ok bool) {
	if i-2 < int(f.sent.First) || f.g.Has(i-2, lexicon.Function) || !f.isNumberOf(i-1) || f.wordClass(i-2) == "" || !f.isLemma(i-2) {
		return ordinal{}, 0, false
	}
	n := side(f.g.Word(i))
	if c, v := f.numberWord(i); c == units || c == teens {
		n = v
	}
	return ordinal{text.Range{First: int32(i), Last: int32(i + 1)}, n}, i - 2, n >= leastOrdinal
}

// isNumberOf reports whether the lemma of token i is "number".
func (f *finder) isNumberOf(i int) bool {
	if f.g.Tokens[i].Class == text.Word && !f.g.Has(i, lexicon.Function) {
		return f.word(i).traits&lemmaNumber != 0
	}
	return f.lemma(i) == numberOf
}

// cameIn reports whether an ordinal without a noun tells where somebody came in: finished fourth, came home third, was second, in third.
func (f *finder) cameIn(o ordinal) bool {
	next, i := int(o.Last), int(o.First)-1
	if next < int(f.sent.Last) && f.g.Tokens[next].Class == text.Word && f.class(next) != classPreposition && f.class(next) != classConjunction || i < int(f.sent.First) {
		return false
	}
	switch f.class(i) {
	case classAuxiliary:
		return true
	case noClass:
		return f.isVerb(i) || i > int(f.sent.First) && f.isVerb(i-1)
	}
	return false
}

// ordinalAt reads the ordinal that starts at token i: fourth, twenty-first, 54th. A second of an hour is none.
func (f *finder) ordinalAt(i int) (ordinal, bool) {
	k := &f.g.Tokens[i]
	if k.Class == text.Number {
		if i+1 >= int(f.sent.Last) || f.g.Tokens[i+1].Class != text.Word || f.g.Tokens[i+1].Is(text.SpaceBefore) {
			return ordinal{}, false
		}
		n := side(f.g.Word(i))
		return ordinal{text.Range{First: int32(i), Last: int32(i + 2)}, n}, n >= 0 && suffixOf(f.g.Word(i+1), n)
	}
	if f.g.At(i)&lexicon.NumberWords != 0 && !f.g.Leads(i) && (i+2 >= int(f.sent.Last) || f.g.Tokens[i+1].Class != text.Hyphen) {
		return ordinal{}, false // a number that no ordinal goes on with
	}
	class, n := f.numberWord(i)
	switch {
	case class == ordinalNumber && (n != 2 || f.determined(i)):
		return ordinal{text.Range{First: int32(i), Last: int32(i + 1)}, n}, n > 0
	case class == tens && i+2 < int(f.sent.Last) && f.g.Tokens[i+1].Class == text.Hyphen:
		if c, low := f.numberWord(i + 2); c == ordinalNumber && low > 0 && low < 10 {
			return ordinal{text.Range{First: int32(i), Last: int32(i + 3)}, n + low}, true
		}
	}
	return ordinal{}, false
}

// determined reports whether an article, a possessive or a genitive stands before token i.
func (f *finder) determined(i int) bool {
	if i--; i < int(f.sent.First) {
		return false
	}
	row, _ := f.g.Row(i, lexicon.Function)
	return f.class(i) == classDeterminer || isPossessive(row) || f.g.Tokens[i].Class == text.Clitic
}

// numberWord returns the class and the value of a number word of the table; those that are no whole numbers have none.
func (f *finder) numberWord(i int) (class string, value int16) {
	r, ok := f.g.Row(i, lexicon.Numbers)
	if !ok {
		return "", -1
	}
	return r.Field(colNumberKind), side(r.Field(colNumberValue))
}

// suffixOf reports whether a word is what digits have behind them as an ordinal: 1st, 12th, 22nd.
func suffixOf(w string, n int16) bool {
	want := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			want = "st"
		case 2:
			want = "nd"
		case 3:
			want = "rd"
		}
	}
	return strings.EqualFold(w, want)
}

// insideTime reports whether token i is part of a time, however many the sentence has.
func (f *finder) insideTime(i int) bool {
	times := f.ts[f.t:]
	n := sort.Search(len(times), func(n int) bool { return int(times[n].Last) > i })
	return n < len(times) && times[n].Has(i)
}

// maxCounted is how many words may stand between an ordinal and its noun, the noun included: the third straight home win.
const maxCounted = 4

// counted returns the noun of which an ordinal that ends before token i tells the place: one thing of a row, no name, no part, and no time
// but the minute of a match.
func (f *finder) counted(i int) (head int, ok bool) {
	head = -1
	for end := min(i+maxCounted, int(f.sent.Last)); i < end; i++ {
		k := &f.g.Tokens[i]
		if k.Class != text.Word || k.Is(text.Capital) || f.g.Has(i, lexicon.Function) || f.g.Has(i, lexicon.Numbers) || f.isVerb(i) && (f.wordClass(i) == "" || !f.isLemma(i)) {
			break
		}
		head = i
	}
	if head < 0 || !f.isLemma(head) {
		return 0, false
	}
	switch f.wordClass(head) {
	case "":
		return 0, false
	case "time":
		return head, f.g.Word(head) == Minute
	}
	return head, true
}

// isLemma reports whether the word at token i is no inflected form.
func (f *finder) isLemma(i int) bool { return strings.EqualFold(f.g.Word(i), f.lemma(i)) }

// Minute is the noun of ordinals that tell when in a match something was.
const Minute = "minute"
