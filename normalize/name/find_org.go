package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// orgPhrase reports whether a body's name that is longer than the title at token i starts there.
func (f *finder) orgPhrase(i, b int) bool {
	if !f.Starts(i).Has(lexicon.Orgs) {
		return false
	}
	_, next, ok := f.Longest(i, lexicon.Orgs)
	if !ok || next > b || !f.Capital(i) {
		return false
	}
	_, behind := f.titleAt(i)
	return next >= behind
}

// orgEnd returns the token behind the last word for a kind of body in the tokens i to b, or 0. A title or a second
// name ends the search: what follows "minister" is a person.
func (f *finder) orgEnd(i, b int) int {
	if !f.all.Has(lexicon.OrgTypes) {
		return 0
	}
	end, of := 0, false
	for j := i; j < b; j++ {
		if f.Tokens[j].Class != text.Word {
			continue
		}
		if j > i && f.Capital(j) && !f.Has(j, lexicon.OrgTypes) && f.titleWord(j) && (j+1 >= b || !f.Has(j+1, lexicon.Words) || f.officeWord(j)) {
			break
		}
		switch f.wordClass(j) {
		case wordOf, wordLink:
			of = true
		}
		if f.Has(j, lexicon.OrgTypes) && f.Capital(j) {
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
	if !f.Starts(i).Has(lexicon.Titles) {
		return false
	}
	t, _ := f.titleAt(i)
	return t.class == office || t.class == rank || t.class == role
}

// officeWord reports whether the title that starts at token i is an office or a rank.
func (f *finder) officeWord(i int) bool {
	if !f.Starts(i).Has(lexicon.Titles) {
		return false
	}
	t, _ := f.titleAt(i)
	return t.class == office || t.class == rank
}

// ofEnd returns the token behind what "of" binds to a body whose head ends at token i.
func (f *finder) ofEnd(i, b int) int {
	j := i
	for j < b {
		c := f.wordClass(j)
		if j == i && c != wordOf && c != wordLink {
			return i
		}
		if f.Capital(j) && j > i && f.titleWord(j) && j+1 < b && f.given(j+1) {
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
		if end < b && f.Capital(end) {
			return i
		}
		// a bare "Ministry", "University": a name only when the text has a longer one
		f.addNew(i, end, Organization, true)
		return end
	}
	// a whole person before the body: "Ben Carson Campaign" stays; "Donald Trump White House" is two
	if _, next, ok := f.longestIn(i, end, lexicon.Orgs); !ok || next < end {
		if n := f.longestName(i); n > 0 && i+n < end && f.stateBody(i, end) == 0 {
			f.nested(i, i+n)
		}
	}
	f.addOrg(i, end)
	return end
}

func (f *finder) addOrg(i, end int) {
	x := found{Range: text.Range{First: int32(i), Last: int32(end)}, part: part{kind: Organization, table: lexicon.OrgTypes}}
	if f.Starts(i).Has(lexicon.Orgs) {
		if row, next, ok := f.Longest(i, lexicon.Orgs); ok && next == end {
			x.known, x.table = f.words.row(row), lexicon.Orgs
		}
	}
	if x.known == 0 {
		if n := f.stateBody(i, end); n != 0 {
			x.known, x.table = n, lexicon.Orgs
		}
	}
	f.add(&x)
}

// stateBody returns the body that a table knows without the state, or its seat, that the name at token i begins with, or 0:
// the U.S. National Security Council, the White House National Security Council. The body must be of that state.
func (f *finder) stateBody(i, end int) int32 {
	for _, t := range [...]lexicon.Table{lexicon.Places, lexicon.Demonyms, lexicon.Metonyms} {
		if !f.Starts(i).Has(t) {
			continue
		}
		row, next, ok := f.longestIn(i, end, t)
		if !ok || next >= end || !f.Starts(next).Has(lexicon.Orgs) {
			continue
		}
		body, last, ok := f.longestIn(next, end, lexicon.Orgs)
		if !ok || last != end {
			continue
		}
		state, n := &f.words.known[f.words.row(row)], f.words.row(body)
		if of := f.words.known[n].country; of != "" && (of == state.id || of == state.country) {
			return n
		}
	}
	return 0
}
