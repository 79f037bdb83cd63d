package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// peopleKind is the kind of groups.tsv of those who speak without a name: officials, authorities.
const peopleKind = "people"

// Nameless reports whether a speaker is some people of a body or a country: Russian authorities, US officials. "The officer" is one
// of whom the text has spoken.
func Nameless(g *lexicon.Tagged, r text.Range) bool {
	if r.Len() == 0 {
		return false
	}
	i := int(r.Last) - 1
	if g.Tokens[i].Is(text.Capital) || Definite(g, r) {
		return false
	}
	row, ok := g.Row(i, lexicon.Groups)
	return ok && row.Field(0) == peopleKind
}

// Definite reports whether a speaker is written with the article of somebody who was spoken of: the officer.
func Definite(g *lexicon.Tagged, r text.Range) bool {
	return isOfKind(g, int(r.First), classDeterminer, definite)
}
