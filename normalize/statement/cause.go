package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// CauseIn returns where in a range the words begin that tell why, behind because or due to. Words that may tell when as well, such as since,
// are left out.
func CauseIn(g *lexicon.Tagged, r text.Range) (int, bool) {
	for i := int(r.First); i < int(r.Last); i++ {
		if g.Tokens[i].Class != text.Word || !g.Starts(i).Has(lexicon.Function) {
			continue
		}
		row, next, ok := g.Longest(i, lexicon.Function)
		if !ok || row.Field(colFunctionKind) != "cause" || next == i+1 && functionRow(g, i, func(r lexicon.Row) bool { return r.Field(colFunctionKind) != "cause" }) {
			continue
		}
		if c := functionClassOf(row); c == classSubordinator || c == classPreposition {
			return next, true
		}
	}
	return 0, false
}
