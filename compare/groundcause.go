package compare

import (
	"github.com/factdiff/factdiff/normalize/statement"
)

// causedShare is how much of what a cause is told for a passage must have.
const causedShare = 0.6

// otherCause finds the passage that tells the cause of what a clause tells, where the contexts know the words for the clause's cause, but neither
// that passage nor one beside it has any: was put off because of the petition, because the estimate was incomplete.
func (g *grounder) otherCause(i int) (p int32, at int, ok bool) {
	cl := &g.own[i]
	from, ok := statement.CauseIn(g.answer.Text, g.answer.Text.Sentences[cl.Sentence].Range)
	if !ok {
		return 0, 0, false
	}
	var what, why []*statement.Key
	for n := range cl.Keys {
		switch k := &cl.Keys[n]; {
		case k.Closed:
		case k.Span.Start < int(g.answer.Text.Tokens[from].Start):
			what = append(what, k)
		default:
			why = append(why, k)
		}
	}
	if len(what) < 2 || len(why) == 0 {
		return 0, 0, false
	}
	for _, k := range why {
		if len(g.postings(k)) == 0 {
			return 0, 0, false // the contexts may say it in other words
		}
	}
	for _, p := range g.near[i] {
		doc := g.docs[g.passages[p].doc].Text
		begin, ok := statement.CauseIn(doc, doc.Sentences[g.passages[p].clause.Sentence].Range)
		if !ok || float64(g.inPassage(what, p)) < float64(causedShare*float64(len(what))) {
			continue
		}
		for q := p - 1; q <= p+1; q++ {
			if q >= 0 && int(q) < len(g.passages) && g.passages[q].doc == g.passages[p].doc && g.inPassage(why, q) > 0 {
				return 0, 0, false
			}
		}
		return p, begin, true
	}
	return 0, 0, false
}

// inPassage counts the words that a passage has, or words that can say the same.
func (g *grounder) inPassage(words []*statement.Key, p int32) (n int) {
	for _, k := range words {
		if has(g, g.passages[p].clause.Keys, k) {
			n++
		}
	}
	return n
}
