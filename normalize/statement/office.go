package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns and classes of titles.tsv.
const (
	colOffice      = 0
	colOfficeClass = 1

	officeClass = "office"
	roleClass   = "role"
	rankClass   = "rank"
	beforeClass = "modifier"
)

// How far from a name an office is looked for, in tokens.
const (
	officeBefore = 4
	officeBehind = 6
)

// Office returns what a person is called beside the name in mention m, as titles.tsv has it: before it ("Judge Alan
// Pryce", "the judge, Alan Pryce") or behind it ("Alan Pryce, the judge"); "" where nothing says it. What limits
// the office stands before it: "former mayor".
func Office(g *lexicon.Tagged, m *name.Mention) string {
	end := int(m.First)
	if end > 0 && g.Tokens[end-1].Class == text.Comma {
		end--
	}
	for i := end - 1; i >= max(0, end-officeBefore) && g.Tokens[i].Class == text.Word; i-- {
		if o, n := office(g, i); o != "" && n == end {
			return limited(g, i) + o
		}
	}
	i := int(m.Last)
	if i >= len(g.Tokens) || g.Tokens[i].Class != text.Comma {
		return ""
	}
	for i++; i < min(len(g.Tokens), int(m.Last)+officeBehind); i++ {
		if c := g.Tokens[i].Class; c != text.Word && c != text.Clitic {
			break
		}
		if o, n := office(g, i); o != "" && (n >= len(g.Tokens) || g.Tokens[n].Class != text.Word || g.Has(n, lexicon.Function)) {
			return limited(g, i) + o
		}
	}
	return ""
}

// office returns the office that starts at token i, and the token behind it.
func office(g *lexicon.Tagged, i int) (string, int) {
	if !g.Starts(i).Has(lexicon.Titles) {
		return "", i
	}
	r, n, ok := g.Longest(i, lexicon.Titles)
	if !ok {
		return "", i
	}
	switch r.Field(colOfficeClass) {
	case officeClass, roleClass, rankClass:
		return r.Field(colOffice), n
	}
	return "", i
}

// limited returns what stands before the office at token i and makes another of it: "former ", "deputy ".
func limited(g *lexicon.Tagged, i int) string {
	out := ""
	for i--; i >= 0 && g.Starts(i).Has(lexicon.Titles); i-- {
		r, n, ok := g.Longest(i, lexicon.Titles)
		if !ok || n != i+1 || r.Field(colOfficeClass) != beforeClass {
			break
		}
		out = r.Field(colOffice) + " " + out
	}
	return out
}

// titled reports whether a word is an office or role by itself: minister, secretary; not what limits or names one.
func titled(g *lexicon.Tagged, i int) bool {
	if !g.Has(i, lexicon.Titles) {
		return false
	}
	r, ok := g.Row(i, lexicon.Titles)
	if !ok {
		return false
	}
	switch r.Field(colOfficeClass) {
	case officeClass, roleClass, rankClass:
		return true
	}
	return false
}
