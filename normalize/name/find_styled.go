package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// unlifted are the tables whose words have a capital in any sentence.
const unlifted = nameTables | lexicon.Mask(1<<lexicon.Titles|1<<lexicon.OrgTypes|1<<lexicon.Months|1<<lexicon.Given|1<<lexicon.Surnames)

// smallWords is how many words in small letters settle that a sentence is no headline.
const smallWords = 5

// isStyled reports whether capitals say nothing in a sentence: plain words that no name needs have one, or all letters are capitals.
func (f *finder) isStyled(r text.Range) bool {
	if r.Len() > 40 {
		return false
	}
	if !f.lifts(r) {
		return false
	}
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
	if !f.plainCapitals.Several(first, end) {
		return false
	}
	caps, lifted := 0, 0
	for i := f.plainCapitals.Next(first, end); i < end; i = f.plainCapitals.Next(i+1, end) {
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
