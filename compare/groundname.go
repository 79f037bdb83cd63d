package compare

import (
	"sort"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// names checks that whoever the answer names is named by a context.
func (g *grounder) names(out []Claim) []Claim {
	seen := map[int32]bool{}
	known := g.knownNames()
	for i := range g.answer.Names {
		m := &g.answer.Names[i]
		if m.Value.Via == name.ByName && !m.Value.Nested {
			if hit, _, ok := g.otherName(m, g.clauseAt(m.First)); ok && !g.namesToo(m, hit) {
				c := g.claim("name", m.Span)
				c.State, c.Evidence = Contradicted, []Evidence{g.evidence(hit.doc, hit.value)}
				c.Reason = Reason{Code: "ground-other-name", Args: []string{c.Text, c.Evidence[0].Text}}
				out = append(out, c)
				seen[m.Value.Entity] = true
				continue
			}
		}
		if m.Value.Via > 0 || m.Value.Nested || seen[m.Value.Entity] {
			continue
		}
		seen[m.Value.Entity] = true
		c := g.claim("name", m.Span)
		d, span, ok := g.named(m.Range)
		if ok && g.kindOfName(m) == name.Organization {
			_, ok = g.inOnePassage(m.Range) // the European Parliament is not named where Europe's Commission and a parliament are
		}
		if !ok && m.Value.Entity >= 0 {
			if at, found := known[g.answer.Entities[m.Value.Entity].Known]; found {
				d, span, ok = at.doc, at.span, true
			}
		}
		if ok {
			c.State, c.Reason.Code = Supported, "ground-name"
			c.Evidence = append(c.Evidence, g.evidence(d, span))
		}
		out = append(out, c)
	}
	return out
}

// namesToo reports whether the sentence of a name of the answer has the name of a context as well.
func (g *grounder) namesToo(m *name.Mention, hit *bound) bool {
	c := g.clauseAt(m.First)
	if c < 0 {
		return false
	}
	return g.namesWord(g.answer, g.answer.Text.Sentences[g.own[c].Sentence].Range, hit.value.Of(g.docs[hit.doc].Source.Text))
}

func (g *grounder) kindOfName(m *name.Mention) name.Kind {
	if m.Value.Entity < 0 {
		return name.Unknown
	}
	return g.answer.Entities[m.Value.Entity].Kind
}

// knownNames returns where the contexts first name each entity that a table knows.
func (g *grounder) knownNames() map[string]sighting {
	known := map[string]sighting{}
	for d, doc := range g.docs {
		for i := range doc.Names {
			m := &doc.Names[i]
			if m.Value.Entity < 0 || m.Value.Via == name.ByPronoun {
				continue
			}
			id := doc.Entities[m.Value.Entity].Known
			if _, ok := known[id]; !ok && id != "" {
				known[id] = sighting{ok: true, doc: d, span: m.Span}
			}
		}
	}
	return known
}

// named looks for all words of a name in the contexts, and returns where its longest word stands: the name there that it is part of.
func (g *grounder) named(r text.Range) (int, text.Span, bool) {
	var best tokenAt
	longest := int32(0)
	for i := r.First; i < r.Last; i++ {
		t := g.answer.Text.Tokens[i]
		if t.Class != text.Word || !t.Is(text.Capital) && !t.Is(text.Han) {
			continue
		}
		at, ok := g.raw[t.Hash]
		if !ok {
			return 0, text.Span{}, false
		}
		if n := t.End - t.Start; n > longest {
			best, longest = at, n
		}
	}
	if longest == 0 {
		return 0, text.Span{}, false
	}
	return best.doc, nameAround(g.docs[best.doc], best.token), true
}

// nameAround returns the span of the longest name that token i of a document is part of, or of the token itself.
func nameAround(doc *normalize.Document, i int32) text.Span {
	span := doc.Text.Tokens[i].Span()
	n := sort.Search(len(doc.Names), func(n int) bool { return doc.Names[n].Last > i })
	for ; n < len(doc.Names) && doc.Names[n].First <= i; n++ {
		if m := &doc.Names[n]; m.Last > i && m.Span.Len() > span.Len() {
			span = m.Span
		}
	}
	return span
}
