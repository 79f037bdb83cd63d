package statement

import (
	"strings"

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

// countedTokens is how many tokens may stand between a number and the noun it counts.
const countedTokens = 8

// Counted reports whether all that stands between tokens from and to may stand between a number and the noun it counts: the "of" of
// hundreds of, adjectives and nouns in front of a noun, "one-way".
func Counted(g *lexicon.Tagged, from, to int) bool {
	if to < from || to-from > countedTokens {
		return false
	}
	for i := from; i < to; i++ {
		if Premodifies(g, i, i == from) || g.Has(i, lexicon.Numbers) || g.Tokens[i].Class == text.Number {
			continue
		}
		if g.Tokens[i].Class != text.Word || g.Has(i, lexicon.Function) {
			return false
		}
		row, ok := g.Row(i, lexicon.Words)
		if !ok || strings.IndexByte(row.Field(colPOS), 'n') < 0 || row.Field(colLemma) != g.Word(i) {
			return false // a verb, a second noun: people threw stones
		}
	}
	return true
}
