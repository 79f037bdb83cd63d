package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// TellsKin reports whether words for a relative, or that two are or are not related, stand in a range.
func TellsKin(g *lexicon.Tagged, r text.Range) bool {
	var rows [8]lexicon.Row
	for i := int(r.First); i < int(r.Last); i++ {
		if !g.Has(i, lexicon.Titles) {
			continue
		}
		for _, row := range g.Rows(rows[:0], i, lexicon.Titles) {
			if row.Field(colOfficeClass) == kinClass {
				return true
			}
		}
	}
	return false
}
