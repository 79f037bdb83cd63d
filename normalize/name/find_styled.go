package name

import (
	"math/bits"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// unlifted are the tables whose words have a capital in any sentence.
const unlifted = nameTables | lexicon.Mask(1<<lexicon.Titles|1<<lexicon.OrgTypes|1<<lexicon.Months|1<<lexicon.Given|1<<lexicon.Surnames)

// styledTokens is the most tokens a headline has: no more than the walk asks for stops at once.
const styledTokens = 40

// smallWords is how many words in small letters settle that a sentence is no headline.
const smallWords = 5

// A style tells whether a sentence is in title case or in capitals.
type style uint8

const (
	noStyle style = iota // not known yet
	plainStyle
	titleStyle
)

// isStyled reports whether capitals say nothing in the sentence.
func (f *finder) isStyled() bool {
	if f.style == noStyle {
		f.style = f.findStyle()
	}
	return f.style == titleStyle
}

func (f *finder) findStyle() style {
	if r := (text.Range{First: int32(f.first), Last: int32(f.end)}); r.Len() <= styledTokens && f.lifts(r) && f.mostLifted(r) {
		return titleStyle
	}
	return plainStyle
}

// mostLifted reports whether plain words that no name needs have capitals in a sentence, or all letters are capitals.
func (f *finder) mostLifted(r text.Range) bool {
	words, small, caps, lifted := 0, 0, 0, 0
	toks := f.Tokens[r.First:r.Last]
	for n := range toks {
		k := &toks[n]
		if k.Class != text.Word || k.End-k.Start < 3 {
			continue
		}
		words++
		i := int(r.First) + n
		switch {
		case k.Flags&(text.AllCaps|text.Capital) == 0:
			if f.Has(i, lexicon.Function) {
				continue
			}
			small++
			if small == smallWords && lifted < 2 && caps < 2 {
				return false
			}
		case k.Is(text.AllCaps):
			if k.End-k.Start > 4 {
				caps++
			}
		default:
			if f.lifted(i) {
				lifted++
			}
		}
	}
	return lifted >= 2 && small*3 <= lifted || caps >= 2 && caps*3 > words
}

// liftedTables are those of plain words.
const liftedTables = lexicon.Mask(1<<lexicon.Words | 1<<lexicon.Function)

// lifted reports whether token i is a plain word with a capital that no name needs.
func (f *finder) lifted(i int) bool {
	m := f.Mask(i)
	return m&liftedTables != 0 && m&unlifted == 0 && !f.initial(i)
}

// lifts reports whether a sentence has so many capitals without need that it may be styled. It looks at words in capitals, and at plain
// words with a capital, of which most sentences have one at most.
func (f *finder) lifts(r text.Range) bool {
	first, end := int(r.First), int(r.Last)
	masks := f.masks[first:end]
	caps, lifted := 0, 0
	for stops := f.stops.From(first, end); stops != 0; stops &= stops - 1 {
		n := bits.TrailingZeros64(stops)
		if m := masks[n]; m&lexicon.Capitals == 0 || m&(liftedTables|lexicon.AllCaps) == 0 {
			continue
		}
		i := first + n
		k := &f.Tokens[i]
		switch size := k.End - k.Start; {
		case size < 3:
			continue
		case k.Is(text.AllCaps):
			if size <= 4 {
				continue
			}
			caps++
		case k.Is(text.Capital) && f.lifted(i):
			lifted++
		default:
			continue
		}
		if caps >= 2 || lifted >= 2 {
			return true
		}
	}
	return false
}
