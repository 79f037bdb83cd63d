package compare

import (
	"strings"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// isBody reports whether a body speaks, and no person.
func isBody(doc *normalize.Document, a *attribution.Attribution) bool {
	return a.Speaker.Entity >= 0 && int(a.Speaker.Entity) < len(doc.Entities) && doc.Entities[a.Speaker.Entity].Kind == name.Organization
}

// speaksElsewhere reports whether the contexts let a speaker of the answer speak under that name: what another says is then not his.
func (g *grounder) speaksElsewhere(a *attribution.Attribution) bool {
	for _, doc := range g.docs {
		for i := range doc.Attributions {
			if b := &doc.Attributions[i].Speaker; !b.Unnamed && b.Len() > 0 && sharesWord(a.Speaker.Name, b.Name) {
				return true
			}
		}
	}
	return false
}

// belongs reports whether whoever says something in a context may speak for a body: a sentence that names him, or the one before, names it.
func (g *grounder) belongs(a *attribution.Attribution, r remark) bool {
	doc := g.docs[r.doc]
	beside := func(i int32) bool {
		p := g.passageAt(r.doc, i)
		if p < 0 {
			return true
		}
		s := doc.Text.Sentences[g.passages[p].clause.Sentence]
		first := s.First
		if n := g.passages[p].clause.Sentence; n > 0 && doc.Text.Sentences[n-1].Paragraph == s.Paragraph {
			first = doc.Text.Sentences[n-1].First
		}
		return g.namesWord(doc, text.Range{First: first, Last: s.Last}, a.Speaker.Name)
	}
	if beside(r.by.Speaker.First) {
		return true
	}
	for i := range doc.Names {
		if m := &doc.Names[i]; m.Value.Entity >= 0 && m.Value.Entity == r.by.Speaker.Entity && beside(m.First) {
			return true
		}
	}
	return false
}

// namesWord reports whether a range of a document has a word of a name.
func (g *grounder) namesWord(doc *normalize.Document, r text.Range, called string) bool {
	for i := r.First; i < r.Last; i++ {
		if t := &doc.Text.Tokens[i]; t.Class == text.Word && t.Is(text.Capital) && sharesWord(called, strings.TrimSpace(t.Span().Of(doc.Source.Text))) {
			return true
		}
	}
	return false
}

// saysContrary finds what a speaker of the answer says first where he denies it in the contexts, or the other way, and says nothing of it
// else: said that she would move, said that she would not move.
func (g *grounder) saysContrary(a *attribution.Attribution, words []*statement.Key) (hit keyAt, word *statement.Key, ok bool) {
	word = firstVerb(words)
	if word == nil || word.Denial == statement.Unclear || word.Name {
		return hit, nil, false
	}
	last := int32(-1)
	for _, post := range g.postings(word) {
		p := post.passage
		if p == last {
			continue
		}
		last = p
		at := g.passages[p]
		doc := g.docs[at.doc]
		for _, i := range g.sayings()[p] {
			b := &doc.Attributions[i]
			if b.Speaker.Len() == 0 || b.Speaker.Unnamed || !sharesWord(a.Speaker.Name, b.Speaker.Name) {
				continue
			}
			content := contentOf(doc, b, at.clause)
			first := firstVerb(content)
			for _, o := range content {
				switch {
				case g.likeness(word, o) < 1:
				case o != first || o.Denial == statement.Unclear || o.Denial == word.Denial:
					return hit, nil, false
				default:
					hit, ok = keyAt{p, indexOf(at.clause, o)}, true
				}
			}
		}
	}
	return hit, word, ok && !g.excusedAt(word, hit)
}

// excusedAt reports whether two words are restricted in two ways, or both sides deny something.
func (g *grounder) excusedAt(k *statement.Key, at keyAt) bool {
	doc := g.docs[g.passages[at.passage].doc]
	return statement.RestrictionsAround(g.answer.Text, k.Span) != statement.RestrictionsAround(doc.Text, g.keyOf(at).Span)
}

func firstVerb(keys []*statement.Key) *statement.Key {
	for _, k := range keys {
		if k.Verb && !k.Name && !k.Closed {
			return k
		}
	}
	return nil
}

func indexOf(c *statement.Clause, k *statement.Key) int32 {
	for i := range c.Keys {
		if &c.Keys[i] == k {
			return int32(i)
		}
	}
	return 0
}
