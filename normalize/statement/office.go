package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns and classes of titles.tsv.
const (
	colOffice      = 0
	colOfficeClass = 1
	colOfficeAlone = 3

	officeClass = "office" // of a body's one holder
	seatClass   = "seat"   // of several
	roleClass   = "role"
	rankClass   = "rank"
	beforeClass = "modifier"

	honorificClass = "honorific"
	kinClass       = "kin"
	fieldClass     = "portfolio"
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
	o, _ := officeAt(g, m)
	if end := int(m.First) - 1; o == "" && end > 0 && g.Tokens[end].Class == text.Comma && hasArticle(g, end-1) {
		return callings(g, end-1)
	}
	return o
}

// OfficeAt returns the office as Office does, with what it is limited by aside and spokesman and spokeswoman one, and where
// it stands; "" where it is a former or a deputy one.
func OfficeAt(g *lexicon.Tagged, m *name.Mention) (string, text.Range) {
	o, at := officeAt(g, m)
	if o == "" || strings.Contains(o, " ") {
		return "", at
	}
	if r, ok := g.Lex.Find(lexicon.Terms, o); ok && r.Field(colTermRel) == termSame {
		o = r.Field(colTermClass)
	}
	for i := int(at.First) - 1; i >= 0 && g.Starts(i).Has(lexicon.Titles); i-- {
		r, n, ok := g.Longest(i, lexicon.Titles)
		if !ok || n != i+1 || r.Field(colOfficeClass) != fieldClass {
			break
		}
		o, at.First = r.Field(colOffice)+" "+o, int32(i)
	}
	return o, at
}

func officeAt(g *lexicon.Tagged, m *name.Mention) (string, text.Range) {
	end := honorificStart(g, int(m.First))
	if end > 0 && (g.Tokens[end-1].Class == text.Comma || shortened(g, end-1)) {
		end--
	}
	found, at := "", text.Range{}
	for i := end - 1; i >= max(0, end-officeBefore) && g.Tokens[i].Class == text.Word; i-- {
		if o, n := office(g, i); o != "" && n == end { // the longest: prime minister
			found, at = o, text.Range{First: int32(i), Last: int32(n)}
		}
	}
	if found != "" {
		return limited(g, int(at.First)) + found, at
	}
	i := int(m.Last)
	if i >= len(g.Tokens) || g.Tokens[i].Class != text.Comma {
		return "", text.Range{}
	}
	for i++; i < min(len(g.Tokens), int(m.Last)+officeBehind); i++ {
		if c := g.Tokens[i].Class; c != text.Word && c != text.Clitic || i > int(m.Last)+1 && inClass(g, i, classPreposition) {
			break // an adviser to the mayor
		}
		if o, n := office(g, i); o != "" && (n >= len(g.Tokens) || g.Tokens[n].Class != text.Word && g.Tokens[n].Class != text.Clitic || g.Has(n, lexicon.Function) && !g.InClass(n, lexicon.Auxiliary)) {
			return limited(g, i) + o, text.Range{First: int32(i), Last: int32(n)}
		}
	}
	return "", text.Range{}
}

// honorificStart returns where the honorifics start that end before token i, or i: health commissioner Dr Ada Lund.
func honorificStart(g *lexicon.Tagged, i int) int {
	for j := i - 1; j >= 0; j-- {
		if g.Tokens[j].Class == text.Stop && !g.Tokens[j].Is(text.SpaceBefore) {
			continue
		}
		r, ok := g.Row(j, lexicon.Titles)
		if !ok || g.Tokens[j].Class != text.Word || r.Field(colOfficeClass) != honorificClass {
			return i
		}
		i = j
	}
	return i
}

// shortened reports whether token i is the full stop of a short form: Gov. Sen.
func shortened(g *lexicon.Tagged, i int) bool {
	if i == 0 || g.Tokens[i].Class != text.Stop || g.Tokens[i].Is(text.SpaceBefore) {
		return false
	}
	sen := sentenceOf(g, int32(i))
	return int(sen.First) < i && i+1 < int(sen.Last)
}

// callings returns what a person is who is told of with the definite article, and by that as the only one: "supervisor" of
// "the shift supervisor, Alan Pryce", where token i is the last before the comma. A bystander or a resident is one of many.
func callings(g *lexicon.Tagged, i int) string {
	row, ok := g.Row(i, lexicon.Words)
	if !ok || row.Field(colNounClass) != personNoun || row.Field(colPOS)[0] != 'n' {
		return ""
	}
	return row.Field(colLemma)
}

// personNoun is WordNet's class of nouns for persons.
const personNoun = "person"

// hasArticle reports whether the noun phrase that ends with token i has the definite article.
func hasArticle(g *lexicon.Tagged, i int) bool {
	for j := i - 1; j >= 0 && j >= i-officeBefore && g.Tokens[j].Class == text.Word; j-- {
		if r, ok := g.Row(j, lexicon.Function); ok {
			return isArticle(r)
		}
	}
	return false
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
	case officeClass, seatClass, roleClass, rankClass:
		return r.Field(colOffice), n
	}
	return "", i
}

// limited returns what stands before the office at token i and makes another of it: "former ", "deputy ", "co ".
func limited(g *lexicon.Tagged, i int) string {
	out := ""
	if i > 1 && g.Tokens[i-1].Class == text.Hyphen && g.Tokens[i-2].Class == text.Word {
		return strings.ToLower(g.Word(i-2)) + " " // co-founder
	}
	for i--; i >= 0 && g.Starts(i).Has(lexicon.Titles); i-- {
		r, n, ok := g.Longest(i, lexicon.Titles)
		if !ok || n != i+1 || r.Field(colOfficeClass) != beforeClass {
			break
		}
		out = r.Field(colOffice) + " " + out
	}
	return out
}

// Single reports whether the office that stands at the tokens of at, as OfficeAt found it, is one that a body or a place gives to one person at
// a time: mayor, finance minister.
func Single(g *lexicon.Tagged, at text.Range) bool {
	for i := int(at.First); i < int(at.Last); i++ {
		r, n, ok := g.Longest(i, lexicon.Titles)
		if !ok || n != int(at.Last) {
			continue
		}
		c := r.Field(colOfficeClass)
		return c == officeClass || c == seatClass && i > int(at.First) // finance minister
	}
	return false
}

// OfficeAlone returns the office that a phrase of the definite article and nothing else names, if it may stand for a person who is named elsewhere: the
// coach, the finance minister. Or "".
func OfficeAlone(g *lexicon.Tagged, r text.Range) string {
	if r.Len() < 2 || !Definite(g, r) {
		return ""
	}
	row, n, ok := g.Longest(int(r.First)+1, lexicon.Titles)
	if !ok || n != int(r.Last) || row.Field(colOfficeAlone) != "yes" {
		return ""
	}
	return row.Field(colOffice)
}

// OfficeOf returns the office that a title as written names, or that its last word does, or "".
func OfficeOf(lex *lexicon.Lexicon, title string) string {
	row, ok := lex.Find(lexicon.Titles, title)
	if !ok {
		row, ok = lex.Find(lexicon.Titles, title[strings.LastIndexByte(title, ' ')+1:])
	}
	if !ok {
		return ""
	}
	return row.Field(colOffice)
}

// Limited reports whether a word that makes another office of it stands before token i: former, deputy.
func Limited(g *lexicon.Tagged, i int) bool { return limited(g, i) != "" }

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
	case officeClass, seatClass, roleClass, rankClass:
		return true
	}
	return false
}
