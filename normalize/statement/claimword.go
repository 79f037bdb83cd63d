package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// claimReach is how many function words may stand between a word for a claim and what it is called: the reports as “a lie”.
const claimReach = 2

// ClaimWord reports whether the word at sp is one for what somebody has said, as cues.tsv has them, and what it is called begins
// at token to: right behind it, function words and marks aside.
func ClaimWord(g *lexicon.Tagged, sp text.Span, to int32) bool {
	i := tokenAt(g, sp.Start)
	if i >= to || !g.Has(int(i), lexicon.Cues) {
		return false
	}
	words := 0
	for i++; i < to; i++ {
		switch k := &g.Tokens[i]; {
		case k.Class == text.QuoteMark:
		case k.Class == text.Word && g.Has(int(i), lexicon.Function) && words < claimReach:
			words++
		default:
			return false
		}
	}
	return true
}
