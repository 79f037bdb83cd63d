package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// unknown reads names that no table of names knows: persons, works, events and what else is written with capitals.
func (f *finder) unknown(i, b int) int {
	end := f.segment(i, b)
	// trailing marks of a run belong to nothing
	for end > i && f.Tokens[end-1].Class != text.Word && f.Tokens[end-1].Class != text.Number {
		end--
	}
	if end == i {
		return i + 1
	}
	if f.ofNumber(i) {
		return end
	}
	if f.styled && end-i > 1 {
		return f.unknownStyled(i)
	}
	if end-i == 2 && f.ledByHead(i) {
		f.addNew(i, end, f.headKind(i), false) // Lake Zorn, Hurricane Beryl
		return end
	}
	if end-i > 1 && f.ledByBody(i) {
		f.addNew(i, end, Organization, false) // Grupo Altamira
		return end
	}
	if f.initial(i) && end-i > 1 && f.plainFirst(i) {
		return i + 1
	}
	if f.isHead(end-1) && end-i > 1 && !(f.given(i) && f.Has(end-1, lexicon.Surnames)) {
		f.addNew(i, end, f.headKind(end-1), false)
		return end
	}
	if k := f.Tokens[end-1].Class; k == text.Number && end-i > 2 && f.Tokens[end-2].Class == text.Hyphen && !f.plain(i) {
		f.addNew(i, end, Product, false) // Fath-360, F-16
		return end
	}
	if end-i > 2 && f.isHead(i) && f.wordClass(i+1) == wordOf {
		f.addNew(i, end, f.headKind(i), false) // Island of Qeshm
		return end
	}
	if end-i > 1 && f.inMarks(i, end) && !f.given(i) {
		f.addNew(i, end, Work, false)
		return end
	}
	if end-i == 1 || f.Tokens[i+1].Class != text.Word && end-i == 2 {
		return f.single(i, end)
	}
	if f.personLike(i, end) {
		if f.here && !f.given(i) && !f.pending(i) && !f.Has(end-1, lexicon.Surnames) {
			f.addNew(i, end, Place, false) // in Bener Meriah
			return end
		}
		return f.person(i, end)
	}
	f.addNew(i, end, Organization, f.initial(i) || f.styled)
	return end
}

// ledByHead reports whether the word at token i tells what the name of it and the next word is of: Lake Zorn, Hurricane Beryl. Before a family
// name a storm may be a byname, as of Hurricane Carter, and who says something or wins is no place: Port Vale won.
func (f *finder) ledByHead(i int) bool {
	if !f.isHead(i) || f.word(i).flags&leadsName == 0 || f.Tokens[i+1].Class != text.Word || f.plain(i+1) || f.pending(i) || f.isHead(i+1) {
		return false
	}
	return !(f.headKind(i) == Event && f.Has(i+1, lexicon.Surnames)) && !f.somebodys(i+2)
}

// ledByBody reports whether the word at token i is one that the names of bodies begin with: Grupo, Banco.
func (f *finder) ledByBody(i int) bool {
	return f.word(i).flags&leadsName != 0 && f.headKind(i) == Organization && f.productUse(i) == useLead && !f.pending(i)
}

// somebodys reports whether token i is a verb for what only persons and teams do: won, said.
func (f *finder) somebodys(i int) bool {
	return i < f.end && f.Tokens[i].Class == text.Word && !f.Capital(i) &&
		f.Mask(i)&(lexicon.Words.In()|lexicon.Cues.In()) != 0 && f.word(i).flags&(contends|isSaying) != 0
}

// unknownStyled reads a name in title case, where the word behind a name has a capital too: one word at a time, but
// for a given name with a family name behind it. They are names if the report has them.
func (f *finder) unknownStyled(i int) int {
	if f.given(i) && f.Tokens[i+1].Class == text.Word && (f.Has(i+1, lexicon.Surnames) || !f.Has(i+1, lexicon.Words)) {
		last := i + 2
		for last+1 < f.end && f.Tokens[last].Class == text.Hyphen && f.Capital(last+1) { // Abdulaziz Al-Harbi
			last += 2
		}
		f.person(i, last)
		f.found[len(f.found)-1].weak = false
		return last
	}
	return f.single(i, i+1)
}

// inMarks reports whether the tokens i to end are all that stands between two quotation marks: a work's title.
func (f *finder) inMarks(i, end int) bool {
	if i == 0 || f.Tokens[i-1].Class != text.QuoteMark || end >= len(f.Tokens) {
		return false
	}
	if c := f.Tokens[end].Class; (c == text.Comma || c == text.Stop) && end+1 < len(f.Tokens) {
		end++
	}
	return f.Tokens[end].Class == text.QuoteMark
}

// segmentMask are the tables whose words may end an unknown name.
const segmentMask = nameTables | lexicon.Mask(1<<lexicon.Titles|1<<lexicon.Products)

// segment returns the end of the unknown name that starts at token i: the next title, or a table's name of its own.
func (f *finder) segment(i, b int) int {
	if f.all&segmentMask == 0 {
		return b
	}
	for j := i + 1; j < b; j++ {
		if f.Tokens[j].Class != text.Word || !f.Capital(j) {
			continue
		}
		m := f.Mask(j)
		if f.titleWord(j) && m&(lexicon.Surnames.In()|lexicon.Given.In()) == 0 {
			return j
		}
		if f.productUse(j) == useName && !f.Has(j, lexicon.Surnames) && f.Tokens[j-1].Class == text.Word {
			return j
		}
		if f.Starts(j)&nameTables == 0 {
			continue
		}
		// a surname may be a place (Jack London), a longer name is not part of this one
		if j == i+1 && f.given(i) && m.Has(lexicon.Demonyms) && f.longestName(j) == 1 && f.nameEnds(j, b) {
			continue // Mark Cuban
		}
		if j == i+1 && f.given(i) && m.Has(lexicon.Orgs) && !m.Has(lexicon.OrgTypes) && !f.Tokens[j].Is(text.AllCaps) && f.longestName(j) == 1 && f.nameEnds(j, b) {
			continue // Pauline Roche
		}
		if f.longestName(j) > 1 || m&(lexicon.Demonyms.In()|lexicon.Metonyms.In()|lexicon.Orgs.In()) != 0 && !m.Has(lexicon.Surnames) {
			return j
		}
		if !f.given(i) && !f.pending(i) && m&(lexicon.Surnames.In()) == 0 && f.Tokens[j-1].Class == text.Word && !f.cityName(i, j) {
			return j
		}
	}
	return b
}

// nameEnds reports whether token j may end a name: no noun that it describes comes next.
func (f *finder) nameEnds(j, b int) bool {
	if j+1 < b && f.Capital(j+1) || j+1 >= f.end || f.Tokens[j+1].Class != text.Word {
		return true
	}
	return !f.Has(j+1, lexicon.Words) || f.Has(j+1, lexicon.Function) || !f.noun(j+1)
}

// cityName reports whether the place at token j may be the family name of the word at token i.
func (f *finder) cityName(i, j int) bool {
	return j == i+1 && f.Has(j, lexicon.Places) && f.word(j).flags&isCity != 0 && !f.Has(i, lexicon.Words)
}

// plainFirst reports whether the first word of a sentence is a plain word before a name: "Officials Smith" does not occur,
// "Police Sgt. Smith" and "Islamic State" do; so what follows must be a name by itself.
func (f *finder) plainFirst(i int) bool {
	m := f.Mask(i)
	if !m.Has(lexicon.Words) || f.given(i) || m.Has(lexicon.Surnames) && f.looksPerson(i+1) && !f.given(i+1) {
		return false
	}
	return f.given(i+1) || !f.Has(i+1, lexicon.Words) && f.Tokens[i+1].Class == text.Word
}

// personLike reports whether a name of several words is a person's.
func (f *finder) personLike(i, end int) bool {
	if f.pending(i) || f.called(i) {
		return true
	}
	last := end - 1
	for last > i && (f.wordClass(last) == wordGeneration || f.Tokens[last].Class != text.Word) {
		last--
	}
	if f.Tokens[last].Class == text.Number || f.Tokens[last].Is(text.HasDigit) {
		return false
	}
	if f.given(i) || f.Has(last, lexicon.Surnames) && !f.plain(i) {
		return true
	}
	for j := i + 1; j < last; j++ {
		if f.Tokens[j].Class == text.Stop && f.Tokens[j-1].End-f.Tokens[j-1].Start == 1 {
			return true // Mark J. MacDougall
		}
	}
	if f.Tokens[i].End-f.Tokens[i].Start == 1 && f.Tokens[i+1].Class == text.Stop {
		return true // J. D. Vance
	}
	plain, words := 0, 0
	for j := i; j < end; j++ {
		if f.Tokens[j].Class != text.Word || f.wordClass(j) == wordParticle {
			continue
		}
		if c := f.wordClass(j); c == wordOf || c == wordAnd || c == wordLink {
			return false
		}
		words++
		if f.Tokens[j].Is(text.AllCaps) && !f.styled && f.wordClass(j) != wordGeneration && f.Tokens[j].End-f.Tokens[j].Start > 2 {
			return false
		}
		if f.plain(j) && !f.Has(j, lexicon.Surnames) {
			plain++
		}
	}
	return words <= 4 && (plain == 0 || (f.Has(last, lexicon.Surnames) || f.Has(i, lexicon.Surnames) && !f.Has(i, lexicon.Words) && words > 2) && plain*2 < words)
}

// called reports whether a noun for one person stands right before token i, or before a comma there: "roads engineer Beat Lanz", "the road
// engineer, Beat Lanz". Of a sentence's first word nobody knows whether it has its capital for that.
func (f *finder) called(i int) bool {
	if i-1 > f.first && f.Tokens[i-1].Class == text.Comma {
		i--
	}
	return i-1 > f.first && f.Tokens[i-1].Class == text.Word && !f.Capital(i-1) && f.Has(i-1, lexicon.Words) && f.noun(i-1) && f.word(i-1).flags&namesPeople != 0
}

// person records the person whose name ends the run; a place or a body behind it is one of its own.
func (f *finder) person(i, b int) int {
	end := f.segment(i, b)
	for end > i && f.Tokens[end-1].Class != text.Word && !(f.Tokens[end-1].Class == text.Stop && f.wordClass(end-2) == wordGeneration) {
		end--
	}
	if end <= i {
		return i + 1
	}
	x := found{Range: text.Range{First: int32(i), Last: int32(end)}, part: part{kind: Person}}
	if end-i > 1 && f.Has(i, lexicon.Given) && f.Tokens[i+1].Class != text.Hyphen { // Jean-Bosco is a man
		x.gender = f.word(i).given
	}
	f.add(&x)
	return end
}

// single records a name of one word.
func (f *finder) single(i, end int) int {
	m := f.Mask(i)
	k := &f.Tokens[i]
	x := found{Range: text.Range{First: int32(i), Last: int32(end)}}
	plain := m&(lexicon.Words.In()|lexicon.Numbers.In()|lexicon.Spelling.In()) != 0
	switch {
	case k.Is(text.AllCaps) && i > f.first && f.trade(i-1):
		x.kind, x.via = Organization, ByAcronym
	case f.pending(i):
		x.kind = Person
	case f.camel(i):
		x.kind = Organization
	case end-i == 5 && f.Tokens[i+3].Class == text.Hyphen && f.Has(i+2, lexicon.Function) && !f.Capital(i+2):
		x.kind = Place // Stratford-upon-Avon
	case f.homeOf(i):
		x.kind = Place
	case m.Has(lexicon.Products) && f.productUse(i) == useName:
		w := f.word(i)
		x.kind, x.known, x.table = w.kind, w.thing, lexicon.Products
	case k.Is(text.AllCaps), k.Is(text.HasDigit) && k.End-k.Start <= 3:
		x.kind, x.via, x.weak = Organization, ByAcronym, f.styled
	case m.Has(lexicon.Given) && !plain, m.Has(lexicon.Surnames) && !plain:
		x.kind = Person
	}
	x.weak = x.weak || k.Is(text.AllCaps) && k.End-k.Start > 3 && f.plain(i) || k.Is(text.HasDigit) && x.kind == Unknown || x.kind == Unknown && (plain && f.plain(i) || f.styled) || plain && (f.initial(i) || f.styled) && x.known == 0
	f.add(&x)
	return end
}

// camel reports whether the word at token i has a second capital inside, as bodies write their names and families do behind a particle alone: NorthGrid, but
// MacDougall, DeLeon.
func (f *finder) camel(i int) bool {
	w := f.Body[f.Tokens[i].Start:f.Tokens[i].End]
	if f.Mask(i)&(lexicon.Given.In()|lexicon.Surnames.In()) != 0 {
		return false
	}
	for j := camelFront; j < len(w)-1; j++ {
		if w[j] >= 'A' && w[j] <= 'Z' {
			return w[j-1] >= 'a' && w[j-1] <= 'z' && w[j+1] >= 'a' && w[j+1] <= 'z' && !f.isSmallWord(w[:j])
		}
	}
	return false
}

// camelFront is how many letters at least stand before the second capital: hardly a particle of a family name has so many.
const camelFront = 4

// isSmallWord reports whether namewords.tsv has a word, as it has what stands inside a person's name: the Fitz of FitzWarren.
func (f *finder) isSmallWord(word string) bool {
	_, ok := f.Lex.Find(lexicon.NameWords, word)
	return ok
}

// homeOf reports whether token i is where somebody lives: Hector Ybarra, 34, of Tulare.
func (f *finder) homeOf(i int) bool {
	return i-3 >= f.first && f.wordClass(i-1) == wordOf && !f.Tokens[i-1].Is(text.Capital) && f.Tokens[i-2].Class == text.Comma && f.Tokens[i-3].Class == text.Number
}

// ofNumber reports whether token i stands right behind a number: the M of $4.2M.
func (f *finder) ofNumber(i int) bool {
	if i > f.first && f.Tokens[i-1].Class == text.Number && !f.Tokens[i].Is(text.SpaceBefore) {
		return true
	}
	if i+2 < f.end && f.Tokens[i+1].Class == text.Symbol && f.Tokens[i+2].Class == text.Number && !f.Tokens[i+1].Is(text.SpaceBefore) && !f.Tokens[i+2].Is(text.SpaceBefore) && f.Has(i+1, lexicon.Units) {
		return true // EC$20
	}
	if i > f.first && f.Tokens[i-1].Class == text.Number && f.Has(i, lexicon.Numbers) && f.Tokens[i].End-f.Tokens[i].Start <= 3 {
		return true // 5 Mio., 3 Mrd
	}
	if !f.maySign(i) {
		return false
	}
	if i > f.first && (f.Tokens[i-1].Class == text.Number || !capitalOnly(f.Word(i)) && f.Has(i-1, lexicon.Links)) { // per kWh, but: of St Anne
		return true
	}
	return i+1 < f.end && f.Tokens[min(i+1+f.dotBehind(i), f.end-1)].Class == text.Number
}

// maySign reports whether token i may be the sign of a unit: kWh, or a short one that no table of names has, like Hz.
func (f *finder) maySign(i int) bool {
	return f.Has(i, lexicon.Units) && (!capitalOnly(f.Word(i)) || f.Tokens[i].End-f.Tokens[i].Start <= shortSign && f.Mask(i)&(nameTables|lexicon.Given.In()|lexicon.Surnames.In()) == 0)
}

// shortSign is how long a sign is at most that is written as a name is.
const shortSign = 3

// dotBehind returns 1 where a full stop stands on token i: Rs. 20.
func (f *finder) dotBehind(i int) int {
	if i+1 < f.end && f.Tokens[i+1].Class == text.Stop && !f.Tokens[i+1].Is(text.SpaceBefore) {
		return 1
	}
	return 0
}

// capitalOnly reports whether a word is written as a name is, with its first letter alone a capital: Ford, not kWh.
func capitalOnly(w string) bool {
	for i := 1; i < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' {
			return false
		}
	}
	return true
}
