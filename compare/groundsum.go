package compare

import (
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// changes reports whether an amount is one by which something grew or shrank.
func changes(m *quantity.Mention) bool {
	return m.Value.Trend == quantity.By || m.Value.Trend == quantity.Up || m.Value.Trend == quantity.Down
}

// gapAndSize reports whether of an amount of the answer and one of a context one is what lies between two others, and the other is not.
func (g *grounder) gapAndSize(m *quantity.Mention, at amountAt) bool {
	b := g.amount(at)
	x, y := isGap(g.answer, m), isGap(g.docs[at.doc], b)
	return x != y && (x && !changes(b) || y && !changes(m))
}

// isGap reports whether an amount is what lies between two others: by 16 cents, three years longer.
func isGap(doc *normalize.Document, m *quantity.Mention) bool {
	switch m.Value.Trend {
	case quantity.By:
		return true
	case quantity.From, quantity.To:
		return false
	}
	return statement.OfGap(doc.Text, m.Range)
}

// answers reports whether a clause of the answer has an amount of a context.
func (g *grounder) answers(at amountAt, clause int32) bool {
	sen := g.answer.Text.Sentences[g.own[clause].Sentence].Range
	q := &g.amount(at).Value
	from, to := sentenceQuantities(g.answer.Quantities, sen)
	for i := from; i < to; i++ {
		m := &g.answer.Quantities[i]
		if m.Value.Single && sameAmount(&m.Value, q) == Agree {
			return true
		}
	}
	return false
}

// countsAlike reports whether two amounts count the same, as far as they tell, or count nothing.
func countsAlike(a, b *quantity.Quantity) bool {
	return a.CountOf == b.CountOf || a.CountOf == "" || b.CountOf == ""
}

// otherUnit finds the same number in another unit of the same dimension, in a passage near: 14 miles for 14 kilometers.
func (g *grounder) otherUnit(m *quantity.Mention, clause int32) (amountAt, bool) {
	if clause < 0 || m.Value.Unit.ID == "" || g.share[clause] < aboutTheSame && ofFewUnits(&m.Value) {
		return amountAt{}, false
	}
	var own *ties
	for _, at := range g.byValue[keyOfValue(&m.Value)] {
		q := g.amount(at)
		if u := &q.Value.Unit; u.ID != "" && u.ID != m.Value.Unit.ID && u.Dimension == m.Value.Unit.Dimension && g.nearness(clause, at.doc, q.First) >= 0 && !g.answers(at, clause) && !g.gapAndSize(m, at) && sameAmount(&m.Value, &q.Value) != Agree {
			if own == nil {
				own = g.tiesOf(m, clause)
			}
			if own.share(g, at) >= sameTies {
				return at, true
			}
		}
	}
	return amountAt{}, false
}

// ofFewUnits reports whether an amount is a duration or an age of a few units, which every text has several of: four hours, four years.
func ofFewUnits(q *quantity.Quantity) bool {
	return (q.Unit.Dimension == "duration" || q.Unit.Dimension == "age") && (!q.Single || q.Value.Cmp(quantity.Int(fewUnits)) <= 0)
}

// A sum of money leaves out its currency even in the next sentence, where it is counted in millions.
const millions = 6

// elidedUnits returns, for each amount that leaves out its unit, the one before it in the sentence that has it: four hours for the City
// and six for the Trek.
func elidedUnits(d int, qs []quantity.Mention, sentence func(int32) int32, into map[amountAt]int32) {
	last, in := int32(-1), int32(-1)
	for i := range qs {
		v := &qs[i].Value
		s := sentence(qs[i].First)
		if s != in {
			if last, in = -1, s; i > 0 && qs[i-1].Value.Unit.Dimension == money && v.Value.Exp >= millions {
				last = int32(i - 1)
			}
		}
		switch {
		case v.Unit.ID == "" && v.CountOf == "" && v.Kind == quantity.Cardinal && v.Single && last >= 0:
			into[amountAt{d, int32(i)}] = last
		}
		if v.Unit.ID != "" {
			last = int32(i)
		}
	}
}
