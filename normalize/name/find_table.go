package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// nested records the name that stands at the head of a longer one.
func (f *finder) nested(i, end int) {
	known, next := f.tableAt(i, end)
	if next == end && f.words.known[known].table != lexicon.Metonyms {
		f.addTable(i, end, known, true)
	}
}

// tableAt returns the longest form of a table of names at token i that ends at b or before, and the token behind it.
func (f *finder) tableAt(i, b int) (known int32, next int) {
	if f.Leads(i) {
		return f.longestTable(i, b)
	}
	if f.Mask(i)&nameTables == 0 {
		return 0, i
	}
	if known = f.word(i).known; known != 0 {
		return known, i + 1
	}
	return 0, i
}

// longestTable is tableAt where a form of several tokens may start.
func (f *finder) longestTable(i, b int) (known int32, next int) {
	starts := f.Starts(i)
	next = i
	for _, t := range namesInOrder {
		if !starts.Has(t) {
			continue
		}
		row, n, ok := f.longestIn(i, b, t)
		if !ok || n <= next {
			continue
		}
		r := f.words.row(row)
		if f.words.known[r].seat && starts.Has(lexicon.Places) {
			continue // a capital stands for its government only where it acts
		}
		known, next = r, n
	}
	return known, next
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
	known, next := f.tableAt(i, b)
	table := f.words.known[known].table
	if f.Starts(i).Has(lexicon.Products) {
		use, thing, n := f.product(i, b)
		if n > next || use == useName && n == next && next > i && table != lexicon.Orgs && table != lexicon.Demonyms {
			return f.addProduct(i, n, thing)
		}
	}
	if next == i {
		return i
	}
	// Paris Hilton, Jordan Spieth: a given name with a name behind it
	if next-i == 1 && table == lexicon.Places && next < b && f.givenPlace(i, known) {
		return i
	}
	// a place's head behind it: Moscow Region, Jordan River, London Bridge
	if end := f.placeEnd(next, b); end > next && table != lexicon.Orgs {
		f.nested(i, next)
		f.addNew(i, end, f.headKind(end-1), false)
		return end
	}
	f.addTable(i, next, known, false)
	return next
}

// givenPlace reports whether a place's name is rather a given name: a name that is no place and no plain word comes next.
func (f *finder) givenPlace(i int, known int32) bool {
	next := i + 1
	if f.Tokens[next].Class != text.Word || !f.Capital(next) {
		return false
	}
	m := f.Mask(next)
	if f.given(i) {
		return m&(nameTables|lexicon.Titles.In()|lexicon.Products.In()|lexicon.OrgTypes.In()) == 0 || m.Has(lexicon.Surnames)
	}
	return f.words.known[known].place == aCity && m&(nameTables|lexicon.Titles.In()|lexicon.Products.In()|lexicon.OrgTypes.In()|lexicon.Words.In()|lexicon.Function.In()) == 0
}

// productAt returns the longest form of products.tsv at token i: how it is used, its row and the token behind it.
func (f *finder) productAt(i int) (productUse, int32, int) {
	if f.Leads(i) {
		if row, next, ok := f.Longest(i, lexicon.Products); ok {
			return useOf(row), f.words.row(row), next
		}
	} else if f.Has(i, lexicon.Products) {
		w := f.word(i)
		return w.use, w.thing, i + 1
	}
	return noUse, 0, i
}

// product returns how products.tsv uses the words at token i, their row and the token behind the name they make.
func (f *finder) product(i, b int) (productUse, int32, int) {
	use, thing, next := f.productAt(i)
	if use == noUse || next > b || !f.Capital(i) || !f.Capital(next-1) && f.Tokens[next-1].Class != text.Number {
		return noUse, 0, i
	}
	switch use {
	case useName:
		return use, thing, next
	case useSeries:
		if next < b && (f.Tokens[next].Class == text.Number || f.Tokens[next].Class == text.Hyphen) {
			for next < b && (f.Tokens[next].Class == text.Number || f.Tokens[next].Class == text.Hyphen) {
				next++
			}
			return use, thing, next
		}
	case useLead:
		if f.styled {
			return noUse, 0, i
		}
		end := next
		for end < b && (f.Tokens[end].Class != text.Word || f.Capital(end)) {
			end++
		}
		if end > next {
			return use, thing, end
		}
	}
	return noUse, 0, i
}

func (f *finder) addProduct(i, end int, thing int32) int {
	f.add(&found{Range: text.Range{First: int32(i), Last: int32(end)}, part: part{kind: f.words.known[thing].kind, known: thing, table: lexicon.Products,
		weak: end-i == 1 && f.initial(i) && f.plain(i)}})
	return end
}

// placeEnd returns the token behind a word for a kind of place, work or event that ends the run at token i, or i.
func (f *finder) placeEnd(i, b int) int {
	end := i
	for j := i; j < b && f.Tokens[j].Class == text.Word && f.Capital(j) && f.Mask(j)&nameTables == 0 && !f.titleWord(j); j++ {
		if f.isHead(j) {
			end = j + 1
		}
	}
	return end
}

func (f *finder) isHead(i int) bool {
	u := f.productUse(i)
	return u == useHead || u == useEither
}

// headKind returns the kind that the head of a name tells.
func (f *finder) headKind(i int) Kind { return f.word(i).kind }

func (f *finder) addTable(i, end int, known int32, nested bool) {
	row := &f.words.known[known]
	x := found{Range: text.Range{First: int32(i), Last: int32(end)}, part: part{known: known, table: row.table, nested: nested}}
	if end-i == 1 && !nested && row.place == aCity && (f.styled || f.initial(i)) && f.plain(i) {
		x.weak = true // Reading, Surprise, Nice
	}
	switch row.table {
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
	f.add(&x)
}
