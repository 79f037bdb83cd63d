package compare

import (
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
)

// exchangedParties finds two names of a clause that have changed places around one verb: B acquires it from A, A acquires it from B.
func (g *grounder) exchangedParties(i int) (a, b int32, hit keyAt, ok bool) {
	cl := &g.own[i]
	mine := statement.PartiesOf(g.answer.Text, cl, g.answer.Names, g.answer.Entities)
	if len(mine) == 0 {
		return 0, 0, hit, false
	}
	for _, p := range g.near[i] {
		at := g.passages[p]
		doc := g.docs[at.doc]
		for _, d := range statement.PartiesOf(doc.Text, at.clause, doc.Names, doc.Entities) {
			for n := range mine {
				m := &mine[n]
				k, o := &cl.Keys[m.Key], &at.clause.Keys[d.Key]
				if g.likeness(k, o) < 1 || k.Denial != o.Denial || statement.Mutual(doc.Text, o.Span) {
					continue
				}
				if x, y, ok := g.turnedRound(m, &d, at.doc); ok {
					return x, y, keyAt{p, d.Key}, true
				}
			}
		}
	}
	return 0, 0, hit, false
}

// turnedRound finds the two names that each stand in the place of the other.
func (g *grounder) turnedRound(a, b *statement.Parties, d int) (x, y int32, ok bool) {
	same := func(n, m int32) bool { return n >= 0 && m >= 0 && g.namesOne(n, d, m) }
	if same(a.Actor, b.Patient) && same(a.Patient, b.Actor) {
		return a.Actor, a.Patient, true
	}
	for _, p := range a.Others {
		for _, q := range b.Others {
			switch {
			case p.Prep != q.Prep:
			case same(a.Actor, q.Name) && same(p.Name, b.Actor), same(a.Patient, q.Name) && same(p.Name, b.Patient):
				if same(a.Actor, q.Name) {
					return a.Actor, p.Name, true
				}
				return a.Patient, p.Name, true
			}
		}
	}
	return 0, 0, false
}

// namesOne reports whether name n of the answer and name m of context d are of one.
func (g *grounder) namesOne(n int32, d int, m int32) bool {
	a := &g.answer.Names[n]
	word := g.lastWord(a)
	if a.Value.Via != name.ByName {
		found := false
		for i := range g.answer.Names {
			if x := &g.answer.Names[i]; x.Value.Entity == a.Value.Entity && x.Value.Via == name.ByName {
				word, found = g.lastWord(x), true
				break
			}
		}
		if !found {
			return false
		}
	}
	return g.isNamed(d, g.docs[d].Names[m].Value.Entity, word) || g.answer.Names[n].Span.Of(g.answer.Source.Text) == g.docs[d].Names[m].Span.Of(g.docs[d].Source.Text)
}
