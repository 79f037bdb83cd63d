package compare

import (
	"math/bits"

	"github.com/factdiff/factdiff/normalize/quantity"
)

// sameTies is the share of the words that the answer binds an amount to that another amount of a context must be bound to as well before it
// is held against that of the answer.
const sameTies = 0.5

// ties are the words that the answer binds an amount to.
type ties struct {
	m     *quantity.Mention
	words *binding
	firm  int
}

func (g *grounder) tiesOf(m *quantity.Mention, clause int32) *ties {
	t := &ties{m: m, words: g.wordsOf(clause, m.Span, valuesLike(m), true, false)}
	t.firm = len(t.words.words) - bits.OnesCount64(t.words.loose)
	return t
}

// share returns how much of them an amount of a context is bound to, by itself or with all others of its sentence.
func (t *ties) share(g *grounder, at amountAt) float64 {
	p := g.passageAt(at.doc, g.amount(at).First)
	if t.firm == 0 || p < 0 {
		return 1
	}
	doc := g.docs[at.doc]
	spans, index := valuesIn(doc.Quantities, doc.Text.Sentences[g.passages[p].clause.Sentence].Range, g.likeAt(at.doc, t.m))
	for i, ground := range g.ground(p, spans, partsOf(doc, index), false) {
		if index[i] == at.index {
			b := t.words.bind(g, g.passages[p], &ground, 0)
			own, all := bits.OnesCount64((b.own|b.tail)&^t.words.loose), bits.OnesCount64((b.all|b.loose|b.tail)&^t.words.loose)
			if float64(all) >= boundShare*float64(t.firm) {
				own = all // it leaves out what stands before
			}
			return float64(own) / float64(t.firm)
		}
	}
	return 1
}
