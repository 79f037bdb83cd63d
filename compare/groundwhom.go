package compare

import (
	"math/bits"
	"slices"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// minTold is how many words that are no names an answer must tell of somebody to be held against what the contexts tell of others.
const minTold = 2

// minToldOfAny is the same for a name of which it is not clear that it is a person's or a place's.
const minToldOfAny = 3

// otherName finds the person or place of which the contexts tell all that the answer tells of m, where they tell it of no place that has
// the name of m.
func (g *grounder) otherName(m *name.Mention, clause int32) (hit, instead *bound, ok bool) {
	kind := g.kindOfName(m)
	if clause < 0 {
		return nil, nil, false
	}
	least := minTold
	if kind != name.Person && kind != name.Place {
		if least = minToldOfAny; !g.onlyName(m, clause) {
			return nil, nil, false
		}
	}
	b := g.wordsOf(clause, m.Span, func(doc *normalize.Document, sen text.Range) ([]text.Span, []int32) {
		return valuesIn(doc.Names, sen, namesOf(doc, kind))
	}, false, true)
	told := 0
	for i, k := range b.words {
		if b.loose&(1<<i) == 0 && !designates(k) {
			told++
		}
	}
	if told < least {
		return nil, nil, false
	}
	var with []int32
	for _, at := range g.words[g.lastWord(m)] {
		if len(with) == 0 || with[len(with)-1] != at.passage {
			with = append(with, at.passage)
		}
	}
	for _, p := range g.around(clause, with) {
		at := g.passages[p.passage]
		doc := g.docs[at.doc]
		spans, index := valuesIn(doc.Names, doc.Text.Sentences[at.clause.Sentence].Range, namesOf(doc, kind))
		for i, t := range g.ground(p.passage, spans, nil, true) {
			v := &doc.Names[index[i]].Value
			bd := b.bind(g, at, &t, p.rank)
			if g.isNamed(at.doc, v.Entity, g.lastWord(m)) {
				b.same = append(b.same, bd)
			} else if v.Via == name.ByName {
				b.other = append(b.other, bd)
			}
		}
	}
	return b.toldOf()
}

// onlyName reports whether a clause of the answer names nothing else.
func (g *grounder) onlyName(m *name.Mention, clause int32) bool {
	sen := g.answer.Text.Sentences[g.own[clause].Sentence].Range
	return !slices.ContainsFunc(g.answer.Names, func(o name.Mention) bool {
		return o.First >= sen.First && o.First < sen.Last && o.Value.Entity != m.Value.Entity
	})
}

// toldOf finds the other value that has all words, where no place of the same one has half of them.
func (b *binding) toldOf() (hit, instead *bound, ok bool) {
	if len(b.same) == 0 {
		return nil, nil, false
	}
	firm := len(b.words) - bits.OnesCount64(b.loose)
	for _, s := range b.same {
		if 2*bits.OnesCount64((s.all|s.loose)&^b.loose) >= firm {
			return nil, nil, false
		}
	}
	for _, o := range b.other {
		if bits.OnesCount64(o.all&^b.loose) == firm && b.hasCommon(o.own&^b.loose) {
			return o, b.same[0], true
		}
	}
	return nil, nil, false
}

// namesOf tells which names are of a kind, pronouns among them.
func namesOf(doc *normalize.Document, kind name.Kind) func(int32, *name.Mention) bool {
	return func(_ int32, m *name.Mention) bool {
		return !m.Value.Nested && m.Value.Entity >= 0 && doc.Entities[m.Value.Entity].Kind == kind
	}
}

// lastWord returns the last word of a name: Menon of Ravi Menon.
func (g *grounder) lastWord(m *name.Mention) uint64 { return g.answer.Text.Tokens[m.Last-1].Hash }
