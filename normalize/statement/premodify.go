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
	if i < 0 || g.Tokens[i].Class != text.Word {
		return false
	}
	var buf [8]lexicon.Row
	for _, row := range g.Rows(buf[:0], i, lexicon.Function) {
		if functionClassOf(row) == classParticle && row.Field(colFunctionKind) == "infinitive" {
			return true
		}
	}
	return false
}

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
