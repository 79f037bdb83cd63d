package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/timex"
)

// Scan appends the quantities of g to dst in reading order. What times already covers is no quantity,
// but for durations and ages.
func Scan(dst []Mention, g *lexicon.Tagged, times []timex.Mention) []Mention { return dst }
