package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A mark tells what the walk asks of every token. All are made in one pass without a branch that depends on the text:
// branches that cannot be foreseen are most of what a walk over words costs.
type mark uint8

const (
	isWord mark = 1 << iota
	isName      // a word that is written as a name is
	isStop      // the walk has something to do here
	opens       // a capital behind it may be there because something starts
)

// classMarks are the marks that a token's class gives it, caseMarks those that its capitals give to a word.
var (
	classMarks = [256]mark{text.Word: isWord, text.Hyphen: isStop, text.QuoteMark: opens, text.Bracket: opens, text.Dash: opens, text.Stop: opens,
		text.Symbol: opens, text.Other: opens}
	caseMarks = caseTable()
)

func caseTable() (table [2 * text.MixedCaps]mark) {
	for n := range table {
		if text.Flags(n)&(text.Capital|text.MixedCaps) != 0 {
			table[n] = isName | isStop
		}
	}
	return table
}

// What the walk stops at when a token has no capital.
const lowerMask = lexicon.Mask(1<<lexicon.NameWords | 1<<lexicon.Titles | 1<<lexicon.Products)

// mark fills f.marks.
func (f *finder) mark() {
	toks := f.Tokens
	marks := f.marks[:len(toks)]
	for i := range toks {
		k := &toks[i]
		class := classMarks[k.Class]
		word := caseMarks[int(k.Flags)%len(caseMarks)] | mark(f.Stops(i, lowerMask))*isStop
		marks[i] = class | word&-(class&isWord)
		if k.Class == text.Comma && (f.Body[k.Start] == ':' || f.Body[k.Start] == ';') {
			marks[i] = opens
		}
	}
}

// unlifted are the tables whose words have a capital in any sentence.
const unlifted = nameTables | lexicon.Mask(1<<lexicon.Titles|1<<lexicon.OrgTypes|1<<lexicon.Months|1<<lexicon.Given|1<<lexicon.Surnames)

// smallWords is how many words in small letters settle that a sentence is no headline.
const smallWords = 5

// isStyled reports whether capitals say nothing in a sentence: plain words that no name needs have one, or all letters are capitals.
func (f *finder) isStyled(r text.Range) bool {
	if r.Len() > 40 {
		return false
	}
	names := 0
	for _, b := range f.marks[r.First:r.Last] {
		names += int(b >> 1 & 1)
	}
	if names < 2 {
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
			m := f.Mask(i)
			if m&(lexicon.Words.In()|lexicon.Function.In()) != 0 && m&unlifted == 0 && !f.initial(i) {
				lifted++
			}
		}
	}
	return lifted >= 2 && small*3 <= lifted || caps >= 2 && caps*3 > words
}
