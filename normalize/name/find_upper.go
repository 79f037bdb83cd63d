package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// special are the tables that may tell of a word with a capital that it begins no name.
const special = timely | smallWordTables | lexicon.Mask(1<<lexicon.TimeZones)

// upper reads a run of words with capitals that starts at token i, at which forms of the tables of m start. Of most words their tables tell
// that they may begin one, so that their rows need not be asked.
func (f *finder) upper(i int, m lexicon.Mask) int {
	k := &f.Tokens[i]
	switch {
	case k.Is(text.AllCaps) && m.Has(lexicon.Function) && f.shouted(i):
		f.here = false
		return i + 1 // THE STORM IS NEAR
	case m&special != 0, k.End-k.Start == 1:
		if m&(nameful|lexicon.Function.In()) == lexicon.Function.In() && f.Has(i, lexicon.Function) && k.Flags&text.SpaceBefore != 0 && k.End-k.Start > 1 {
			f.here = false
			return i + 1 // most: The, But, When
		}
		return f.upperSpecial(i)
	case f.handle(i):
		return i + 1
	case m&nameTables != 0 && f.Leads(i) && f.longestName(i) == 0:
		return f.skip(i, noClass)
	}
	return f.upperNames(i)
}

// nameful are the tables of which a function word must be one to be more than that: a given name, a title, a pronoun.
const nameful = nameTables | lexicon.Mask(1<<lexicon.Titles|1<<lexicon.Given|1<<lexicon.NameWords)

// shouted reports whether the small word at token i stands among words in capitals.
func (f *finder) shouted(i int) bool {
	if !f.Has(i, lexicon.Function) || i == 0 || i+1 >= f.end {
		return false
	}
	p, n := &f.Tokens[i-1], &f.Tokens[i+1]
	return p.Class == text.Word && n.Class == text.Word && p.Is(text.AllCaps) && n.Is(text.AllCaps) && (p.End-p.Start > 2 || n.End-n.Start > 2)
}

// upperSpecial is upper for a word of those tables, or a letter.
func (f *finder) upperSpecial(i int) int {
	if f.inTime(i) {
		f.here = false
		return i + 1
	}
	w := f.word(i)
	if w.class == wordPronoun && !f.known(i) {
		f.pronoun(i, w.gender)
		return i + 1
	}
	if f.handle(i) {
		return i + 1
	}
	if k := &f.Tokens[i]; k.End-k.Start == 1 {
		if next := f.partyState(i); next > i {
			return next
		}
	}
	if f.skipsFirst(i, w) {
		return f.skip(i, w.class)
	}
	return f.upperNames(i)
}

// handle reports whether token i is a handle or a tag.
func (f *finder) handle(i int) bool {
	return !f.Tokens[i].Is(text.SpaceBefore) && i > 0 && f.Tokens[i-1].Class == text.Symbol && f.Body[f.Tokens[i-1].Start] != '/'
}

// skip passes over a word that begins no name, or reads the title that it begins.
func (f *finder) skip(i int, class wordClass) int {
	if f.Has(i, lexicon.Titles) {
		if t := f.readTitle(i, f.end); t.Len() > 0 {
			return f.setTitle(t)
		}
	}
	f.here = class == wordHere
	return i + 1
}

// upperNames reads the run that starts at token i.
func (f *finder) upperNames(i int) int {
	f.styled = f.isStyled()
	end := f.run(i)
	f.names(i, end)
	f.here = false
	return end
}

// partyState passes over the party, a letter, in "Sen. Ruiz, D-Nev." and "(R-Texas)", so that only the state is a name.
func (f *finder) partyState(i int) int {
	if i == 0 || i+2 >= f.end || f.Tokens[i+1].Class != text.Hyphen || !f.Capital(i+2) {
		return i
	}
	if c := f.Tokens[i-1].Class; c != text.Comma && c != text.Bracket {
		return i
	}
	if _, next := f.tableAt(i+2, f.end); next > i+2 {
		return i + 2
	}
	return i + 3
}

// skipsFirst reports whether token i has its capital for another reason than being a name.
func (f *finder) skipsFirst(i int, w *entry) bool {
	if f.Leads(i) && f.Starts(i)&nameTables != 0 && w.flags&isNever == 0 {
		return f.longestName(i) == 0
	}
	switch w.flags & (readsFirst | skipsAlone) {
	case readsFirst:
		return false
	case skipsAlone:
		// Will Smith, May said: a given name counts when a name follows
		return i+1 >= f.end || !f.nameFollows(i+1)
	case readsFirst | skipsAlone:
		// an initial, or a letter of a list
		return !(i+1 < f.end && (f.Tokens[i+1].Class == text.Stop && !f.Tokens[i+1].Is(text.SpaceBefore) || f.Tokens[i+1].Class == text.Hyphen))
	}
	return true
}

// nameFollows reports whether token i is a word with a capital that is no plain word.
func (f *finder) nameFollows(i int) bool {
	if f.Tokens[i].Class == text.Stop && i+1 < f.end {
		i++
	}
	return f.Capital(i) && f.Mask(i)&(lexicon.Function.In()|lexicon.Months.In()) == 0 &&
		(f.Mask(i)&(lexicon.Surnames.In()) != 0 || !f.Mask(i).Has(lexicon.Words))
}
