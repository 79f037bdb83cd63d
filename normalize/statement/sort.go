package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/text"
)

// sortReach is how many tokens behind a name the noun for its sort is looked for.
const sortReach = 7

// SortBehind returns the noun that tells of what sort a thing is, behind its name: the head of "Fath-360 close-range missile
// system", as its lemma and its token. Adjectives and nouns may stand between; what may be a verb ends the search.
func SortBehind(g *lexicon.Tagged, i int) (sort string, at int) {
	end := min(len(g.Tokens), i+sortReach)
	for at = -1; i < end; i++ {
		k := &g.Tokens[i]
		if k.Is(text.BlankBefore) {
			break
		}
		if k.Class == text.Hyphen {
			continue
		}
		if k.Class != text.Word || k.Is(text.Capital) || g.Has(i, lexicon.Function) || !g.Has(i, lexicon.Words) {
			break
		}
		row, _ := g.Row(i, lexicon.Words)
		pos := row.Field(colPOS)
		if strings.HasPrefix(pos, "n") && (strings.EqualFold(row.Field(colLemma), g.Word(i)) || morph.Ending(g.Lex, g.Word(i)) == morph.Plural) {
			sort, at = row.Field(colLemma), i
			continue
		}
		if !strings.HasPrefix(pos, "a") && !(i+1 < len(g.Tokens) && g.Tokens[i+1].Class == text.Hyphen) {
			break
		}
	}
	return sort, at
}
