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

// otherActor finds whom the contexts have doing what a clause has another do, where one alone does such a thing to it: owns the ferry, founded
// Omnigrip, won the stage. Nowhere do they have the clause's do it.
func (g *grounder) otherActor(i int) (mine int32, hit keyAt, its *name.Mention, ok bool) {
	cl := &g.own[i]
	for _, m := range statement.PartiesOf(g.answer.Text, cl, g.answer.Names, g.answer.Entities) {
		k := &cl.Keys[m.Key]
		if m.Actor < 0 || k.Denial != statement.Affirmed || !statement.Sole(g.answer.Text, k.Span) || g.answer.Names[m.Actor].Value.Via != name.ByName || !g.knows(m.Actor) {
			continue
		}
		last, posts := int32(-1), g.postings(k)
		if len(posts) > maxDeedsOf {
			continue // a verb that stands everywhere tells of many things
		}
		for _, at := range posts {
			if at.passage == last {
				continue
			}
			last = at.passage
			p := g.passages[at.passage]
			doc := g.docs[p.doc]
			for _, d := range statement.PartiesOf(doc.Text, p.clause, doc.Names, doc.Entities) {
				o := &p.clause.Keys[d.Key]
				switch {
				case g.likeness(k, o) < 1 || d.Actor < 0:
				case g.namesOne(m.Actor, p.doc, d.Actor):
					if m.Patient < 0 || d.Patient < 0 || g.namesOne(m.Patient, p.doc, d.Patient) {
						return 0, hit, nil, false
					}
				case !ok && doc.Names[d.Actor].Value.Via == name.ByName && o.Denial == statement.Affirmed && g.sameSort(m.Actor, p.doc, d.Actor) && g.oneObject(&m, &d, cl, at.passage):
					mine, hit, its, ok = m.Actor, keyAt{at.passage, d.Key}, &doc.Names[d.Actor], true
				}
			}
		}
		if ok {
			return mine, hit, its, true
		}
	}
	return 0, hit, nil, false
}

// knows reports whether the contexts have the last word of a name of the answer.
func (g *grounder) knows(n int32) bool {
	_, ok := g.raw[g.lastWord(&g.answer.Names[n])]
	return ok
}

// sameSort reports whether a name of the answer and one of a context are of one kind, as far as it is known.
func (g *grounder) sameSort(n int32, d int, m int32) bool {
	a, b := g.kindOfName(&g.answer.Names[n]), g.docs[d].Entities[g.docs[d].Names[m].Value.Entity].Kind
	return a == b || a == name.Unknown || b == name.Unknown
}

// oneObject reports whether two deeds are done to one: the same name, or the first word behind both verbs.
func (g *grounder) oneObject(a, b *statement.Parties, cl *statement.Clause, p int32) bool {
	if a.Patient >= 0 && b.Patient >= 0 {
		return g.namesOne(a.Patient, g.passages[p].doc, b.Patient)
	}
	x, y := objectOf(cl.Keys, a.Key), objectOf(g.passages[p].clause.Keys, b.Key)
	return x != nil && y != nil && g.likeness(x, y) == 1
}

// objectOf returns the first word behind key i, a verb, that is no number.
func objectOf(keys []statement.Key, i int32) *statement.Key {
	for n := int(i) + 1; n < len(keys) && keys[n].Part == keys[i].Part; n++ {
		if k := &keys[n]; !k.Number && !k.Closed {
			return k
		}
	}
	return nil
}
