package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// split cuts the run of tokens i to b into titles and names.
func (f *finder) split(i, b int) {
	for i < b {
		k := &f.Tokens[i]
		if k.Class != text.Word || !f.capital(i) && f.wordClass(i) != wordParticle && !k.Is(text.HasDigit) {
			i++
			continue
		}
		next := f.part(i, b)
		if next <= i {
			next = i + 1
		}
		i = next
	}
}

// part reads the first name or title of the tokens i to b and returns the token behind it.
func (f *finder) part(i, b int) int {
	m := f.Starts(i)
	if m.Has(lexicon.Titles) && !f.orgPhrase(i, b) {
		if t := f.readTitle(i, f.end); t.Len() > 0 && !f.titleIsName(t, b) {
			return f.setTitle(t)
		}
	}
	if f.pending(i) && int(f.title.Last) < i {
		return f.person(i, b) // his wife, Lara
	}
	if f.pending(i) && f.title.class != "role" && f.title.class != "office" && m&lexicon.Orgs.In() == 0 {
		return f.person(i, b) // Lord Sydney, Mr London
	}
	if next := f.organization(i, b); next > i {
		return next
	}
	if next := f.fromTables(i, b); next > i {
		return next
	}
	return f.unknown(i, b)
}

// titleIsName reports whether a title is rather a part of a name: Judge Rotenberg Center, Prince George's County, General Motors.
func (f *finder) titleIsName(t titleFound, b int) bool {
	next := int(t.Last)
	if !f.capital(int(t.head)) || next >= b {
		return false
	}
	if t.class == "role" || t.class == "kin" {
		// a name's own word unless a name comes next
		return !f.looksPerson(next, b) && f.orgEnd(next, b) > 0
	}
	return f.orgEnd(next, b) > next && !f.given(next)
}

// looksPerson reports whether the tokens from i on look like a person's name.
func (f *finder) looksPerson(i, b int) bool {
	m := f.Mask(i)
	return m&(lexicon.Given.In()|lexicon.Surnames.In()) != 0 || !m.Has(lexicon.Words) && m&nameTables == 0
}

// orgPhrase reports whether a body's name that is longer than the title at token i starts there.
func (f *finder) orgPhrase(i, b int) bool {
	_, next, ok := f.Longest(i, lexicon.Orgs)
	if !ok || next > b || !f.capital(i) {
		return false
	}
	_, title, _ := f.Longest(i, lexicon.Titles)
	return next >= title
}

// orgEnd returns the token behind the last word for a kind of body in the tokens i to b, or 0. A title or a second
// name ends the search: what follows "minister" is a person.
func (f *finder) orgEnd(i, b int) int {
	end, of := 0, false
	for j := i; j < b; j++ {
		if f.Tokens[j].Class != text.Word {
			continue
		}
		if j > i && f.capital(j) && !f.Has(j, lexicon.OrgTypes) && f.titleWord(j) && (j+1 >= b || !f.Has(j+1, lexicon.Words) || f.officeWord(j)) {
			break
		}
		switch f.wordClass(j) {
		case wordOf, wordLink:
			of = true
		}
		if f.Has(j, lexicon.OrgTypes) && f.capital(j) {
			end, of = j+1, false
		}
	}
	if of && end > 0 {
		// Ministry of Foreign Affairs, Bank of England, Mission to the United Nations
		end = f.ofEnd(end, b)
	}
	return end
}

// titleWord reports whether the title that starts at token i is an office, a rank or a role.
func (f *finder) titleWord(i int) bool {
	row, _, ok := f.Longest(i, lexicon.Titles)
	if !ok {
		return false
	}
	switch row.Field(colTitleClass) {
	case "office", "rank", "role":
		return true
	}
	return false
}

// officeWord reports whether the title that starts at token i is an office or a rank.
func (f *finder) officeWord(i int) bool {
	row, _, _ := f.Longest(i, lexicon.Titles)
	c := row.Field(colTitleClass)
	return c == "office" || c == "rank"
}

// ofEnd returns the token behind what "of" binds to a body whose head ends at token i.
func (f *finder) ofEnd(i, b int) int {
	j := i
	for j < b {
		c := f.wordClass(j)
		if j == i && c != wordOf && c != wordLink {
			return i
		}
		if f.capital(j) && j > i && f.titleWord(j) && j+1 < b && f.given(j+1) {
			break
		}
		j++
	}
	return j
}

// organization reads a body told by the words for its kind. What stands before a country in it may be a title or a
// demonym that belongs to the name: Russian Defense Ministry.
func (f *finder) organization(i, b int) int {
	end := f.orgEnd(i, b)
	if end == 0 || i+f.longestName(i) >= end {
		return i
	}
	if end-i == 1 && !f.Has(i, lexicon.Orgs) {
		if end < b && f.capital(end) {
			return i
		}
		// a bare "Ministry", "University": a name only when the text has a longer one
		f.add(found{Range: text.Range{First: int32(i), Last: int32(end)}, kind: Organization, weak: true}, i)
		return end
	}
	// a whole person before the body: "Ben Carson Campaign" stays; "Donald Trump White House" is two
	if _, next, ok := f.longestIn(i, end, lexicon.Orgs); !ok || next < end {
		if n := f.longestName(i); n > 0 && i+n < end {
			f.nested(i, i+n)
		}
	}
	f.addOrg(i, end)
	return end
}

func (f *finder) addOrg(i, end int) {
	x := found{Range: text.Range{First: int32(i), Last: int32(end)}, kind: Organization, table: lexicon.OrgTypes}
	if row, next, ok := f.Longest(i, lexicon.Orgs); ok && next == end {
		x.row, x.table = row, lexicon.Orgs
	}
	f.add(x, i)
}

// nested records the name that stands at the head of a longer one.
func (f *finder) nested(i, end int) {
	table, row, next := f.tableAt(i, end)
	if next == end && table != lexicon.Metonyms {
		f.addTable(i, end, table, row, true)
	}
}

// tableAt returns the longest form of a table of names at token i that ends at b or before.
func (f *finder) tableAt(i, b int) (lexicon.Table, lexicon.Row, int) {
	var table lexicon.Table
	var row lexicon.Row
	next := i
	for _, t := range [...]lexicon.Table{lexicon.Orgs, lexicon.Metonyms, lexicon.Places, lexicon.Demonyms} {
		if !f.Starts(i).Has(t) {
			continue
		}
		r, n, ok := f.longestIn(i, b, t)
		if t == lexicon.Metonyms && ok && r.Field(colMetonymKind) == "government" && f.Starts(i).Has(lexicon.Places) {
			continue // a capital stands for its government only where it acts
		}
		if ok && n > next {
			table, row, next = t, r, n
		}
	}
	return table, row, next
}

// longestIn returns the longest form of table t at token i that ends at b or before and is written as a name.
func (f *finder) longestIn(i, b int, t lexicon.Table) (lexicon.Row, int, bool) {
	ps := f.Phrases(i)
	for k := len(ps) - 1; k >= 0; k-- {
		if p := ps[k]; p.Mask.Has(t) && int(p.Last) <= b && f.capitals(p.Range) {
			if row, ok := f.PhraseRow(p, t); ok {
				return row, int(p.Last), true
			}
		}
	}
	row, ok := f.Row(i, t)
	return row, i + 1, ok
}

// fromTables reads a name that a table knows.
func (f *finder) fromTables(i, b int) int {
	table, row, next := f.tableAt(i, b)
	if use, r, n := f.product(i, b); n > next || use == "name" && n == next && next > i && table != lexicon.Orgs && table != lexicon.Demonyms {
		return f.addProduct(i, n, r)
	}
	if next == i {
		return i
	}
	// Paris Hilton, Jordan Spieth: a given name with a name behind it
	if next-i == 1 && table == lexicon.Places && next < b && f.givenPlace(i, row) {
		return i
	}
	// a place's head behind it: Moscow Region, Jordan River, London Bridge
	if end := f.placeEnd(next, b); end > next && table != lexicon.Orgs {
		f.nested(i, next)
		f.add(found{Range: text.Range{First: int32(i), Last: int32(end)}, kind: f.headKind(end - 1)}, i)
		return end
	}
	f.addTable(i, next, table, row, false)
	return next
}

// givenPlace reports whether a place's name is rather a given name: a name that is no place and no plain word comes next.
func (f *finder) givenPlace(i int, row lexicon.Row) bool {
	next := i + 1
	if f.Tokens[next].Class != text.Word || !f.capital(next) {
		return false
	}
	m := f.Mask(next)
	if f.given(i) {
		return m&(nameTables|lexicon.Titles.In()|lexicon.Products.In()|lexicon.OrgTypes.In()) == 0 || m.Has(lexicon.Surnames)
	}
	return row.Field(colPlaceKind) == "city" && m&(nameTables|lexicon.Titles.In()|lexicon.Products.In()|lexicon.OrgTypes.In()|lexicon.Words.In()|lexicon.Function.In()) == 0
}

// product returns how products.tsv uses the words at token i, their row and the token behind them.
func (f *finder) product(i, b int) (string, lexicon.Row, int) {
	if !f.Starts(i).Has(lexicon.Products) {
		return "", lexicon.Row{}, i
	}
	row, next, ok := f.Longest(i, lexicon.Products)
	if !ok || next > b || !f.capital(i) || !f.capital(next-1) && f.Tokens[next-1].Class != text.Number {
		return "", lexicon.Row{}, i
	}
	use := row.Field(colProductUse)
	switch use {
	case "name":
		return use, row, next
	case "series":
		if next < b && (f.Tokens[next].Class == text.Number || f.Tokens[next].Class == text.Hyphen) {
			for next < b && (f.Tokens[next].Class == text.Number || f.Tokens[next].Class == text.Hyphen) {
				next++
			}
			return use, row, next
		}
	case "lead":
		if f.styled {
			return "", lexicon.Row{}, i
		}
		end := next
		for end < b && (f.Tokens[end].Class != text.Word || f.capital(end)) {
			end++
		}
		if end > next {
			return use, row, end
		}
	}
	return "", lexicon.Row{}, i
}

func (f *finder) addProduct(i, end int, row lexicon.Row) int {
	f.add(found{Range: text.Range{First: int32(i), Last: int32(end)}, kind: kindOf(row.Field(colProductKind)), row: row, table: lexicon.Products,
		weak: end-i == 1 && f.initial(i) && f.Has(i, lexicon.Words) && f.plain(i)}, i)
	return end
}

func kindOf(s string) Kind {
	for k, n := range kindNames {
		if n == s {
			return Kind(k)
		}
	}
	return Unknown
}

// placeEnd returns the token behind a word for a kind of place, work or event that ends the run at token i, or i.
func (f *finder) placeEnd(i, b int) int {
	end := i
	for j := i; j < b && f.Tokens[j].Class == text.Word && f.capital(j) && f.Mask(j)&nameTables == 0 && !f.titleWord(j); j++ {
		if f.isHead(j) {
			end = j + 1
		}
	}
	return end
}

func (f *finder) isHead(i int) bool {
	if !f.Has(i, lexicon.Products) {
		return false
	}
	u := f.productUse(i)
	return u == "head" || u == "either"
}

// headKind returns the kind that the head of a name tells.
func (f *finder) headKind(i int) Kind {
	row, _ := f.Row(i, lexicon.Products)
	return kindOf(row.Field(colProductKind))
}

func (f *finder) addTable(i, end int, table lexicon.Table, row lexicon.Row, nested bool) {
	x := found{Range: text.Range{First: int32(i), Last: int32(end)}, row: row, table: table, nested: nested}
	if end-i == 1 && !nested && (f.styled || f.initial(i)) && row.Field(colPlaceKind) == "city" && f.plain(i) {
		x.weak = true // Reading, Surprise, Nice
	}
	switch table {
	case lexicon.Demonyms:
		x.kind, x.via = Place, ByDemonym
	case lexicon.Places:
		x.kind = Place
	case lexicon.Metonyms:
		x.kind, x.via = Organization, ByMetonym
	default:
		x.kind = Organization
		if end-i == 1 && f.Tokens[i].Is(text.AllCaps) {
			x.via = ByAcronym
		}
	}
	f.add(x, i)
}

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
	first := i
	if f.styled && end-i > 1 {
		return f.unknownStyled(i, end)
	}
	if f.initial(i) && end-i > 1 && f.plainFirst(i, end) {
		return i + 1
	}
	if f.isHead(end-1) && end-i > 1 && !(f.given(i) && f.Has(end-1, lexicon.Surnames)) {
		f.add(found{Range: text.Range{First: int32(first), Last: int32(end)}, kind: f.headKind(end - 1)}, first)
		return end
	}
	if k := f.Tokens[end-1].Class; k == text.Number && end-i > 2 && f.Tokens[end-2].Class == text.Hyphen && !f.plain(i) {
		f.add(found{Range: text.Range{First: int32(i), Last: int32(end)}, kind: Product}, i) // Fath-360, F-16
		return end
	}
	if end-i > 2 && f.isHead(i) && f.wordClass(i+1) == wordOf {
		f.add(found{Range: text.Range{First: int32(i), Last: int32(end)}, kind: f.headKind(i)}, i) // Island of Qeshm
		return end
	}
	if end-i > 1 && f.inMarks(i, end) && !f.given(i) {
		f.add(found{Range: text.Range{First: int32(i), Last: int32(end)}, kind: Work}, i)
		return end
	}
	if end-i == 1 || f.Tokens[i+1].Class != text.Word && end-i == 2 {
		return f.single(i, end)
	}
	if f.personLike(i, end) {
		if f.here && !f.given(i) && !f.pending(i) && !f.Has(end-1, lexicon.Surnames) {
			f.add(found{Range: text.Range{First: int32(i), Last: int32(end)}, kind: Place}, i) // in Bener Meriah
			return end
		}
		return f.person(i, end)
	}
	f.add(found{Range: text.Range{First: int32(i), Last: int32(end)}, kind: Organization, weak: f.initial(i) || f.styled}, i)
	return end
}

// unknownStyled reads a name in title case, where the word behind a name has a capital too: one word at a time, but
// for a given name with a family name behind it. They are names if the report has them.
func (f *finder) unknownStyled(i, end int) int {
	if f.given(i) && f.Tokens[i+1].Class == text.Word && (f.Has(i+1, lexicon.Surnames) || !f.Has(i+1, lexicon.Words)) {
		f.person(i, i+2)
		f.found[len(f.found)-1].weak = false
		return i + 2
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

// segment returns the end of the unknown name that starts at token i: the next title, or a table's name of its own.
func (f *finder) segment(i, b int) int {
	for j := i + 1; j < b; j++ {
		if f.Tokens[j].Class != text.Word || !f.capital(j) {
			continue
		}
		m := f.Mask(j)
		if f.titleWord(j) && m&(lexicon.Surnames.In()|lexicon.Given.In()) == 0 {
			return j
		}
		if f.productUse(j) == "name" && !f.Has(j, lexicon.Surnames) && f.Tokens[j-1].Class == text.Word {
			return j
		}
		if f.Starts(j)&nameTables == 0 {
			continue
		}
		// a surname may be a place (Jack London), a longer name is not part of this one
		if j == i+1 && f.given(i) && m.Has(lexicon.Demonyms) && f.longestName(j) == 1 && f.nameEnds(j, b) {
			continue // Mark Cuban
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
	if j+1 < b && f.capital(j+1) || j+1 >= f.end || f.Tokens[j+1].Class != text.Word {
		return true
	}
	row, ok := f.Row(j+1, lexicon.Words)
	return !ok || f.Has(j+1, lexicon.Function) || row.Field(colPOS) != "" && row.Field(colPOS)[0] != 'n'
}

// cityName reports whether the place at token j may be the family name of the word at token i.
func (f *finder) cityName(i, j int) bool {
	row, _ := f.Row(j, lexicon.Places)
	return j == i+1 && row.Field(colPlaceKind) == "city" && !f.Has(i, lexicon.Words)
}

// plainFirst reports whether the first word of a sentence is a plain word before a name: "Officials Smith" does not occur,
// "Police Sgt. Smith" and "Islamic State" do; so what follows must be a name by itself.
func (f *finder) plainFirst(i, end int) bool {
	m := f.Mask(i)
	if !m.Has(lexicon.Words) || f.given(i) || m.Has(lexicon.Surnames) && f.looksPerson(i+1, end) && !f.given(i+1) {
		return false
	}
	return f.given(i+1) || !f.Has(i+1, lexicon.Words) && f.Tokens[i+1].Class == text.Word
}

// personLike reports whether a name of several words is a person's.
func (f *finder) personLike(i, end int) bool {
	if f.pending(i) {
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
	return words <= 4 && (plain == 0 || f.Has(last, lexicon.Surnames) && plain*2 < words)
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
	x := found{Range: text.Range{First: int32(i), Last: int32(end)}, kind: Person}
	if row, ok := f.Row(i, lexicon.Given); ok && end-i > 1 {
		x.gender = f.givenGender(row)
	}
	f.add(x, i)
	return end
}

// single records a name of one word.
func (f *finder) single(i, end int) int {
	m := f.Mask(i)
	k := &f.Tokens[i]
	x := found{Range: text.Range{First: int32(i), Last: int32(end)}}
	plain := m&(lexicon.Words.In()|lexicon.Numbers.In()) != 0
	switch {
	case f.pending(i):
		x.kind = Person
	case m.Has(lexicon.Products) && f.productUse(i) == "name":
		row, _ := f.Row(i, lexicon.Products)
		x.kind, x.row, x.table = kindOf(row.Field(colProductKind)), row, lexicon.Products
	case k.Is(text.AllCaps), k.Is(text.HasDigit) && k.End-k.Start <= 3:
		x.kind, x.via, x.weak = Organization, ByAcronym, f.styled
	case m.Has(lexicon.Given) && !plain, m.Has(lexicon.Surnames) && !plain:
		x.kind = Person
	}
	x.weak = x.weak || k.Is(text.AllCaps) && k.End-k.Start > 3 && f.plain(i) || k.Is(text.HasDigit) && x.kind == Unknown || x.kind == Unknown && (plain && f.plain(i) || f.styled) || plain && (f.initial(i) || f.styled) && x.row.Zero()
	f.add(x, i)
	return end
}

// add completes what was found and records it.
func (f *finder) add(x found, i int) {
	x.entity, x.of = -1, -1
	x.sentence = int32(f.sentence)
	x.here = f.here
	x.quoted = f.Tokens[i].Is(text.InQuote)
	x.initial = f.initial(i)
	if f.styled && x.row.Zero() {
		x.weak = true
	}
	for j := x.First; j < x.Last; j++ {
		k := &f.Tokens[j]
		if k.Class == text.Hyphen || k.Class == text.Stop || k.Class == text.Comma {
			continue
		}
		x.key = x.key*0x9E3779B97F4A7C15 ^ k.Hash
		if k.Class == text.Word && f.wordClass(int(j)) != wordParticle {
			x.words++
		}
	}
	if f.pending(i) && x.kind != Place && x.kind != Group && x.kind != Work && x.kind != Event && !(x.kind == Organization && !x.row.Zero()) {
		t := &f.title
		x.kind, x.title, x.titleKey, x.of = Person, t.Range, t.key, t.of
		if t.gender != AnyGender {
			x.gender = t.gender
		}
		x.weak = false
		f.dropRole()
	}
	f.found = append(f.found, x)
}

// dropRole takes back the role that a title was thought to be before its name came.
func (f *finder) dropRole() {
	if n := len(f.found); n > 0 && f.found[n-1].via == ByTitle && f.found[n-1].Last == f.title.Last {
		f.found = f.found[:n-1]
	}
}
