package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// stanceAccuses is the stance of cues.tsv of words that accuse.
const stanceAccuses = "accuses"

// Accusing reports whether a word is one of accusing, as a noun or a verb: the charges, was accused of. Who denies all charges denies nothing that
// only happens to be told of one.
func Accusing(g *lexicon.Tagged, word text.Span) bool {
	i := int(tokenAt(g, word.Start))
	if i >= len(g.Tokens) {
		return false
	}
	var rows [8]lexicon.Row
	for _, r := range g.Rows(rows[:0], i, lexicon.Cues) {
		if r.Field(colCueStance) == stanceAccuses {
			return true
		}
	}
	return false
}
