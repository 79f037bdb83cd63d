package compare

import (
	"math/bits"
	"slices"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// sameTies is the share of the words that the answer binds an amount to that another amount of a context must be bound to as well before it
// is held against that of the answer.
const sameTies = 0.5

// ties are the words that the answer binds an amount to.
type ties struct {
	m      *quantity.Mention
	clause *statement.Clause
	words  *binding
	firm   int
}

func (g *grounder) tiesOf(m *quantity.Mention, clause int32) *ties {
	t := &ties{m: m, clause: &g.own[clause], words: g.wordsOf(clause, m.Span, valuesLike(m), true, false)}
	t.firm = len(t.words.words) - bits.OnesCount64(t.words.loose)
	return t
}

// share returns how much of them an amount of a context is bound to, by itself or with all others of its sentence.
func (t *ties) share(g *grounder, at amountAt) float64 {
	p := g.passageWith(at)
	if t.firm == 0 || p < 0 {
		return 1
	}
	if t.ofOther(g, at, p) {
		return 0
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

// ofOther reports whether the part of its sentence that an amount of a context stands in has a name that the answer does not have, where those of
// the answer stand in other parts of it: Mobile L has 50 GB, Mobile M is limited to 4G.
func (t *ties) ofOther(g *grounder, at amountAt, p int32) bool {
	keys := g.passages[p].clause.Keys
	value := slices.IndexFunc(keys, func(k statement.Key) bool { return k.Span.Start >= g.amount(at).Start })
	if value < 0 {
		return false
	}
	away, other := false, false
	for i := range keys {
		k := &keys[i]
		if !k.Name {
			continue
		}
		named := slices.ContainsFunc(t.clause.Keys, func(w statement.Key) bool { return w.Name && w.Hash == k.Hash })
		switch same := k.Part == keys[value].Part; {
		case !named && same:
			other = true
		case named && !same:
			away = true
		}
	}
	return away && other
}
