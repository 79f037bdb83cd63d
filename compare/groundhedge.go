package compare

import (
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
)

// overstated finds a verb that a clause tells as done, or flatly, where every place of the contexts that tells of it has it only as expected,
// planned, possible or alleged: has closed, is expected to close.
func (g *grounder) overstated(i int) (k *statement.Key, hit keyAt, hedge statement.Hedge, ok bool) {
	cl := &g.own[i]
	sen := g.answer.Text.Sentences[cl.Sentence].Range
	hedged := statement.Hedged(g.answer.Text, sen)
	for j := range cl.Keys {
		k := &cl.Keys[j]
		if !k.Verb || k.Name || k.Closed || k.Denial != statement.Affirmed {
			continue
		}
		done := statement.Done(g.answer.Text, k.Span)
		if !done && hedged {
			continue
		}
		if _, ok := statement.HedgeOf(g.answer.Text, k.Span); ok {
			continue
		}
		if hit, h, ok := g.onlyHedged(cl, j, done, hedged); ok {
			return k, hit, h, true
		}
	}
	return nil, hit, hedge, false
}

// onlyHedged finds the place of the contexts that tells of key j as less than a fact, where none tells of it as one.
func (g *grounder) onlyHedged(cl *statement.Clause, j int, done, hedged bool) (hit keyAt, hedge statement.Hedge, ok bool) {
	best := 0.0
	for _, at := range g.postings(&cl.Keys[j]) {
		p := g.passages[at.passage]
		h, less := statement.HedgeOf(g.docs[p.doc].Text, g.keyOf(at).Span)
		switch s, tight := g.shared(cl, j, at); {
		case !less:
			return hit, hedge, false
		case !tight || s < tied || s <= best:
		case done && (h.Modality == attribution.Planned || h.Modality == attribution.Expected || h.Modality == attribution.Possible),
			!hedged && (h.Modality == attribution.Alleged || h.Modality == attribution.Possible && !done):
			best, hit, hedge, ok = s, at, h, true
		}
	}
	return hit, hedge, ok
}
