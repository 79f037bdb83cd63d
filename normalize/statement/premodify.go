package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Infinitive reports whether the word that begins at an offset stands behind a particle of the infinitive: to use.
func Infinitive(g *lexicon.Tagged, at int) bool {
	i := int(tokenAt(g, at)) - 1
	for i >= 0 && g.Tokens[i].Class == text.QuoteMark {
		i--
	}
	return isOfKind(g, i, classParticle, infinitive)
}

// infinitive is the kind of the particle that stands before an infinitive.
const infinitive = "infinitive"

// Premodifies reports whether token i may stand between a number and the noun it counts: an adjective, or right behind the number
// the preposition that joins the two: dozens of.
func Premodifies(g *lexicon.Tagged, i int, first bool) bool {
	if g.Tokens[i].Class != text.Word {
		return g.Tokens[i].Class == text.Hyphen
	}
	if g.Has(i, lexicon.Function) {
		row, ok := g.Row(i, lexicon.Function)
		return ok && first && functionClassOf(row) == classPreposition && row.Field(colFunctionKind) == "general"
	}
	row, ok := g.Row(i, lexicon.Words)
	return ok && len(row.Field(colPOS)) > 0 && row.Field(colPOS)[0] == 'a'
}
