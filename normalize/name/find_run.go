package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// smallWordTables are those of small words.
const smallWordTables = lexicon.Mask(1<<lexicon.NameWords | 1<<lexicon.JoinWords)

// wordClass returns the class that namewords.tsv or joinwords.tsv gives token i.
func (f *finder) wordClass(i int) wordClass {
	if f.Mask(i)&smallWordTables == 0 {
		return noClass
	}
	return f.classOf(i)
}

func (f *finder) classOf(i int) wordClass { return f.smallWord(i).class }

// runTokens is the most tokens a run of capitals may have.
const runTokens = 24

// run returns the token behind the run of names that starts at token i: words with capitals and what joins them. Most have one word.
func (f *finder) run(i int) int {
	if j := i + 1; !f.Leads(i) && f.ends(j) {
		f.all, f.beyond = f.masks[i], false
		return j
	}
	return f.longRun(i)
}

// ends reports whether nothing that may stand in a name can follow at token j: a plain word, or a mark with no capital behind it.
func (f *finder) ends(j int) bool {
	masks := f.masks[:f.end]
	if j >= len(masks) {
		return true
	}
	m := masks[j]
	if m&lexicon.AnyWord != 0 {
		return m&(lexicon.Capitals|smallWordTables) == 0
	}
	j++
	if m&lexicon.Digits != 0 {
		return false
	}
	if j >= len(masks) {
		return true
	}
	m = masks[j]
	return m&(lexicon.AnyWord|lexicon.Capitals) == lexicon.AnyWord && (m&hyphened == 0 || f.Tokens[j-1].Class != text.Hyphen)
}

// hyphened are the tables of small words that may stand behind a hyphen in a name: Ji-woo, Leigh-on-Sea.
const hyphened = smallWordTables | lexicon.Mask(1<<lexicon.Function)

// longRun is run where more words may follow.
func (f *finder) longRun(i int) int {
	end := min(f.end, i+runTokens)
	j := max(i+1, i+f.longestName(i))
	for j < end && !f.ends(j) {
		next := f.join(i, j, end)
		if next == j {
			break
		}
		j = next
	}
	f.all, f.beyond = 0, false
	for n := i; n < j; n++ {
		f.all |= f.masks[n]
		if f.Leads(n) {
			ps := f.Phrases(n)
			f.beyond = f.beyond || int(ps[len(ps)-1].Last) > j
		}
	}
	return j
}

// join returns the token behind what continues at token j the run that started at token first, or j.
func (f *finder) join(first, j, end int) int {
	k := &f.Tokens[j]
	if k.Is(text.BlankBefore) || f.otherColumn(j) {
		return j // another paragraph, or another column
	}
	switch k.Class {
	case text.Word:
		if f.Capital(j) {
			return f.joinWord(j, end)
		}
		return f.joinSmall(first, j, end)
	case text.Hyphen:
		if j+1 < end && (f.Capital(j+1) || f.Tokens[j+1].Class == text.Number) {
			return j + 2
		}
		return f.joinHyphen(first, j, end)
	case text.Stop:
		// initials and abbreviations; a stop inside a sentence belongs to the word before it
		if !k.Is(text.SpaceBefore) && f.Body[k.Start] == '.' && j+1 < end && f.Capital(j+1) {
			return j + 1
		}
	case text.Number:
		if f.numbered(j - 1) {
			return j + 1
		}
	case text.Clitic:
		if f.genitive(first, j, end) {
			return j + 2
		}
	case text.Symbol:
		if f.wordClass(j) == wordAnd && j+1 < end && f.Capital(j+1) {
			return j + 2
		}
	case text.Comma:
		if j+1 < end && f.Capital(j+1) && f.wordClass(j+1) == wordGeneration {
			return j + 2
		}
		if n := f.joinList(j, end); n > j {
			return n
		}
	}
	return j
}

// joinHyphen continues a run over the hyphen at token j that small letters follow: Park Ji-woo, Leigh-on-Sea. It returns j where they are no part of a
// name: London-based.
func (f *finder) joinHyphen(first, j, end int) int {
	next := j + 1
	if next >= end || f.Tokens[next].Class != text.Word {
		return j
	}
	if next+2 < end && f.Tokens[next+1].Class == text.Hyphen && f.Capital(next+2) && f.Has(next, lexicon.Function) && f.Tokens[next+2].Class == text.Word {
		return next + 3
	}
	if f.wordClass(next) != wordSyllable || next+1 < end && f.Tokens[next+1].Class == text.Hyphen {
		return j
	}
	if f.wordClass(j-1) == wordSyllable && !(j-1 == first && f.initial(first)) || j-1 > first && !f.Has(j-1, lexicon.Words) {
		return next + 1
	}
	if j-1 == first && f.initial(first) && f.wordClass(first) == wordSyllable && !f.Has(first, lexicon.Words) {
		return next + 1
	}
	return j
}

// joinWord continues a run with a word that has a capital.
func (f *finder) joinWord(j, end int) int {
	m := f.Mask(j)
	if n := f.longestName(j); n > 0 {
		if n == 1 && m.Has(lexicon.Function) && f.Tokens[j].Is(text.AllCaps) && f.shouted(j) {
			return j
		}
		return min(end, j+n)
	}
	switch {
	case f.inTime(j), f.wordClass(j) == wordNever && f.Tokens[j-1].Class == text.Word:
		return j
	case m.Has(lexicon.Function) && !m.Has(lexicon.Given) && !f.styled && !f.Tokens[j].Is(text.AllCaps):
		return j
	case f.styled && m.Has(lexicon.Function):
		return j
	case f.Tokens[j].End-f.Tokens[j].Start == 1 && f.Body[f.Tokens[j].Start] == 'I' && m.Has(lexicon.Function):
		return j
	}
	return j + 1
}

// joinSmall continues a run with a word in small letters that has a capital behind it: of, and, von.
func (f *finder) joinSmall(first, j, end int) int {
	if f.Mask(j)&smallWordTables == 0 || j+1 >= end {
		return j
	}
	class := f.wordClass(j)
	next := j + 1
	if (class == wordOf || class == wordLink) && f.wordClass(next) == wordArticle && next+1 < end {
		next++
	}
	if class == wordParticle {
		for next < end && (f.wordClass(next) == wordParticle && !f.Capital(next) || f.Tokens[next].Class == text.Hyphen) {
			next++
		}
	}
	if next >= end || !f.Capital(next) || f.Mask(next).Has(lexicon.Months) {
		return j
	}
	switch class {
	case wordParticle:
		if f.Mask(j).Has(lexicon.Function) && !f.Has(j-1, lexicon.Given) {
			return j
		}
		return next
	case wordOf:
		if f.ofHead(j - 1) {
			return next
		}
	case wordLink:
		if f.Has(j-1, lexicon.OrgTypes) && !(j-1 == first && f.initial(first)) && f.Mask(next)&lexicon.Given.In() == 0 {
			return next
		}
	case wordAnd:
		if f.andJoins(first, j, next, end) {
			return next
		}
	}
	return j
}

// ofHead reports whether "of" may follow token i inside a name: Ministry of, Gulf of, Council of.
func (f *finder) ofHead(i int) bool {
	m := f.Mask(i)
	if m&(lexicon.OrgTypes.In()|lexicon.Titles.In()) != 0 {
		return true
	}
	if m&(nameTables|lexicon.Given.In()|lexicon.Surnames.In()) != 0 {
		return m&lexicon.Surnames.In() != 0 && m&(nameTables|lexicon.Given.In()) == 0 && f.productUse(i) != noUse
	}
	if f.productUse(i) != noUse {
		return true
	}
	return m.Has(lexicon.Words) && !f.initial(i)
}

// andJoins reports whether "and" at token j stands inside one name: a ministry's two fields, "Food and Drug Administration".
func (f *finder) andJoins(first, j, next, end int) bool {
	if f.Mask(next)&(nameTables|lexicon.Given.In()) != 0 || f.Mask(j-1)&(nameTables|lexicon.Given.In()) != 0 {
		return false
	}
	if !f.Has(next, lexicon.Words) || !f.Has(j-1, lexicon.Words) {
		return false
	}
	for i := first; i < j; i++ {
		if f.Has(i, lexicon.OrgTypes) && i+1 < j && f.wordClass(i+1) == wordOf {
			return true
		}
	}
	if j-first > 2 || j-1 > first && f.Has(j-1, lexicon.OrgTypes) {
		return false
	}
	for i := next; i < end && f.Capital(i); i++ {
		if i > next && f.Has(i, lexicon.OrgTypes) {
			return true
		}
	}
	return false
}

// joinList joins "Foreign, Commonwealth & Development Office": a comma inside a body's name, told by its "&".
func (f *finder) joinList(j, end int) int {
	for i := j + 1; i < end && i < j+6; i++ {
		k := &f.Tokens[i]
		switch {
		case f.Capital(i) && f.Mask(i)&(nameTables|lexicon.Given.In()) == 0:
		case k.Class == text.Comma:
		case k.Class == text.Symbol && f.wordClass(i) == wordAnd:
			for n := i + 1; n < end && f.Capital(n); n++ {
				if f.Has(n, lexicon.OrgTypes) {
					return j + 1
				}
			}
			return j
		default:
			return j
		}
	}
	return j
}

// productUse returns how products.tsv uses token i in a name.
func (f *finder) productUse(i int) productUse {
	if !f.Has(i, lexicon.Products) {
		return noUse
	}
	return f.word(i).use
}

// numbered reports whether a number behind token i belongs to its name: Resolution 2231, Boeing 737.
func (f *finder) numbered(i int) bool {
	return f.Has(i, lexicon.Products) && f.word(i).flags&isNumbered != 0
}

// otherColumn reports whether so many blanks stand before token j that it is in another column of a table. Marks of emphasis and links are no blanks.
func (f *finder) otherColumn(j int) bool {
	from, to := f.Tokens[j-1].End, f.Tokens[j].Start
	if to-from < columnGap || f.Tokens[j].Is(text.LineBefore) {
		return false
	}
	for _, c := range f.Body[from:to] {
		if c != ' ' && c != '\t' {
			return false
		}
	}
	return true
}

// columnGap is how many blanks part columns.
const columnGap = 3
