package statement

import (
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// linkForesees is the class of links.tsv of verbs behind which, and a preposition of place, stands what somebody expects.
const linkForesees = "foresees"

// ahead tells how an amount is meant by words before it that look ahead and govern it: the navy is to get 3 billion, growth is seen
// at 2 percent, the bank sees growth at 2 percent.
func (f *finder) ahead(m *quantity.Mention, cl text.Range) attribution.Modality {
	verb := -1 // the first one before the amount
	at := int(m.First) - 1
	measured := m.Value.Unit.Dimension == dimRatio || m.Value.Unit.Dimension == dimMoney
	for i := at; i >= int(cl.First) && i > at-reach; i-- {
		switch f.class(i) {
		case classSubordinator, classRelative, classConjunction:
			return attribution.Fact
		case classAuxiliary:
			if mod, next, ok := f.lookout(i); ok && (next == verb || next == int(m.First)) {
				return mod
			}
			if verb < 0 {
				verb = i // get
			}
		case noClass:
			if f.g.Tokens[i].Class != text.Word || f.insideQuantity(i) {
				continue
			}
			if measured && isLink(f.g, i, linkForesees) && isPlaceAt(f.g, at) && !f.passive(i) {
				return attribution.Expected
			}
			switch {
			case !f.isVerb(i) && (i == int(cl.First) || f.class(i-1) != classParticle):
			case verb < 0:
				verb = i
			case i+2 != verb:
				return attribution.Fact // but for "is set to"
			}
		}
	}
	return attribution.Fact
}

// lookout reads a phrase of modality.tsv that begins with an auxiliary at token i and tells of a plan or an expectation.
func (f *finder) lookout(i int) (attribution.Modality, int, bool) {
	if !f.g.Starts(i).Has(lexicon.Modality) {
		return 0, i, false
	}
	row, next, ok := f.g.Longest(i, lexicon.Modality)
	if !ok || next == i+1 {
		return 0, i, false
	}
	m := modalityOf(row.Field(colModality))
	return m, next, m == attribution.Planned || m == attribution.Expected
}

// passive reports whether a form of be stands right before token i.
func (f *finder) passive(i int) bool { return i > int(f.sent.First) && f.ofKind(i-1, "be") }

// isPlaceAt reports whether token i is "at".
func isPlaceAt(g *lexicon.Tagged, i int) bool {
	return preposition(g, i, func(r lexicon.Row) bool { return r.Field(colFunctionLemma) == "at" }) != 0
}
