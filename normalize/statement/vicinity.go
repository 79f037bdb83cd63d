package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Vicinity reports whether a preposition of place, by its key, says that something lies close to a place and not in it: near, outside.
func Vicinity(prep uint64) bool {
	return prep == text.HashString("near") || prep == text.HashString("beyond")
}

// SameMeasure reports whether the words of two passages are of one class of measures.tsv: died, were killed.
func SameMeasure(g *lexicon.Tagged, a text.Span, h *lexicon.Tagged, b text.Span) bool {
	x, ok := g.Row(int(tokenAt(g, a.Start)), lexicon.Measures)
	if !ok {
		return false
	}
	y, ok := h.Row(int(tokenAt(h, b.Start)), lexicon.Measures)
	return ok && x.Field(0) == y.Field(0)
}
