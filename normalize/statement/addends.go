package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// Addends are counts of one sort of things that a sentence lists without their sum: "nine shops in Varda and four in Stell", "seven
// women and five men". None can be counted in another.
type Addends struct {
	Parts  []int32 // indexes in Document.Quantities
	Gapped bool    // the noun stands at the first alone
}

// SumsOf appends the addends of a text to dst in reading order. Those of a Breakdown have their sum beside them and are not among
// them.
func SumsOf(dst []Addends, g *lexicon.Tagged, qs []quantity.Mention) []Addends {
	for i := 0; i+1 < len(qs); i++ {
		if !counted(&qs[i]) || i > 0 && qs[i-1].First >= sentenceOf(g, qs[i].First).First && divides(g, behind(&qs[i-1]), int(qs[i].First)) {
			continue
		}
		sen := sentenceOf(g, qs[i].First)
		a := Addends{Parts: []int32{int32(i)}}
		for j := i + 1; j < len(qs) && qs[j].First < sen.Last; j++ {
			gap := gapped(g, &qs[i], &qs[j])
			if len(a.Parts) > 1 && gap != a.Gapped || !gap && !(counted(&qs[j]) && lists(g, behind(&qs[j-1]), int(qs[j].First)) && apartFrom(g, qs, a.Parts, j)) {
				break
			}
			a.Gapped = gap
			a.Parts = append(a.Parts, int32(j))
		}
		if len(a.Parts) > 1 {
			dst = append(dst, a)
			i = int(a.Parts[len(a.Parts)-1])
		}
	}
	return dst
}

// gapReach is how many tokens may stand between two counts of one noun: "seven sanctions under its regime against one state and
// three under its regime against another".
const gapReach = 16

// gapped reports whether count b is of the noun of a, which it leaves out: the preposition behind b stands behind a as well,
// and an "and" before b.
func gapped(g *lexicon.Tagged, a, b *quantity.Mention) bool {
	q := &b.Value
	if !q.Single || q.Kind != quantity.Cardinal || q.Bound != quantity.Exact || q.Unit.ID != "" || !q.Value.Whole() || q.Noun.Len() > 0 || q.Restates >= 0 || q.PartOf >= 0 {
		return false
	}
	from, to, next := int(a.Value.Noun.Last), int(b.First), int(b.Last)
	if to-from < 2 || to-from > gapReach || next >= len(g.Tokens) || !isOfKind(g, to-1, classConjunction, "and") {
		return false
	}
	found := false
	for i := from; i < to; i++ {
		if c := g.Tokens[i].Class; c != text.Word && c != text.Comma && c != text.Hyphen {
			return false
		}
		found = found || g.Tokens[i].Hash == g.Tokens[next].Hash
	}
	return found && inClass(g, next, classPreposition)
}
