package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// linkKnowing is the class of links.tsv of words for knowing something.
const linkKnowing = "knowing"

// Knowing reports whether a word is one for knowing something: who denies to have known of payments does not deny them.
func Knowing(g *lexicon.Tagged, word text.Span) bool {
	return isLink(g, int(tokenAt(g, word.Start)), linkKnowing)
}
