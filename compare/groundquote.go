package compare

import (
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// Shares of content words.
const (
	nearlyQuoted = 0.60 // of a quotation, that a context's has as well: the same one, in other words
	sameContent  = 0.60 // of what is said, that a context has from a speaker
)

// quotations checks the quoted words of the answer against the quoted and unquoted words of the contexts.
func (g *grounder) quotations(out []Claim) []Claim {
	for i := range g.answer.Utterances {
		u := &g.answer.Utterances[i]
		if !u.Direct || len(u.Words) < 3 {
			continue
		}
		c := g.claim("quote", u.Span)
		for d, doc := range g.docs {
			if at, ok := findWords(doc.Text.Tokens, u.Words); ok {
				c.State, c.Reason.Code = Supported, "ground-quote"
				c.Evidence = append(c.Evidence, g.evidence(d, at))
				break
			}
		}
		if c.State == NotFound {
			g.reworded(&c, u)
		}
		out = append(out, c)
	}
	return out
}

// reworded holds a quotation that no context has against the one of a context that shares most with it. One
// that differs in spelling or is a cut of the other is supported.
func (g *grounder) reworded(c *Claim, u *statement.Utterance) {
	has := contentWords(u)
	var best *statement.Utterance
	doc, most := 0, nearlyQuoted
	for d := range g.docs {
		for i := range g.docs[d].Utterances {
			o := &g.docs[d].Utterances[i]
			if !o.Direct {
				continue
			}
			words, shared := contentWords(o), 0
			for w := range words {
				if has[w] {
					shared++
				}
			}
			if s := float64(shared) / float64(max(1, len(has), len(words))); shared >= minContent && s >= most && (best == nil || s > most) {
				best, doc, most = o, d, s
			}
		}
	}
	if best == nil || len(u.Words)*len(best.Words) > maxDiff {
		return
	}
	e := g.evidence(doc, best.Span)
	c.Evidence = append(c.Evidence, e)
	if rel := wordingRelation(diffWords(best.Words, u.Words)); rel >= Compatible {
		c.State, c.Reason.Code = Supported, "ground-quote"
		return
	}
	c.State, c.Reason = Contradicted, Reason{Code: "ground-other-quote", Args: []string{c.Text, e.Text}}
}

func contentWords(u *statement.Utterance) map[uint64]bool {
	out := map[uint64]bool{}
	for _, w := range u.Words {
		if w.Content {
			out[w.Hash] = true
		}
	}
	return out
}

// maxDiff bounds the work of one comparison of two quotations.
const maxDiff = 1 << 20

// findWords finds the words one behind the other, marks aside.
func findWords(toks []text.Token, words []statement.Word) (text.Span, bool) {
	for i := range toks {
		if toks[i].Hash != words[0].Hash {
			continue
		}
		k, j := 1, i+1
		for ; j < len(toks) && k < len(words); j++ {
			if c := toks[j].Class; c != text.Word && c != text.Number && c != text.Clitic {
				continue
			}
			if toks[j].Hash != words[k].Hash {
				break
			}
			k++
		}
		if k == len(words) {
			return text.Span{Start: int(toks[i].Start), End: int(toks[j-1].End)}, true
		}
	}
	return text.Span{}, false
}

// attributions checks who says what: what a context has from the same speaker is supported, what it has from
// another person is contradicted. Where no context attributes it to anybody there is no claim to check.
func (g *grounder) attributions(out []Claim) []Claim {
	for i := range g.answer.Attributions {
		a := &g.answer.Attributions[i]
		clause := g.clauseAt(firstToken(a))
		if clause < 0 || a.Speaker.Len() == 0 || a.Speaker.Unnamed || !isPerson(g.answer, a) {
			continue
		}
		c := g.claim("attribution", g.answer.Text.Span(a.Speaker.Range))
		words := g.contentOf(a, clause)
		if len(words) < minContent {
			continue
		}
		same, other, doc := g.speakers(a, words, clause)
		switch {
		case same != nil:
			c.State, c.Reason.Code = Supported, "ground-speaker"
			c.Evidence = append(c.Evidence, g.evidence(doc, g.docs[doc].Text.Span(same.Speaker.Range)))
		case other != nil:
			e := g.evidence(doc, g.docs[doc].Text.Span(other.Speaker.Range))
			c.Evidence = append(c.Evidence, e)
			c.State, c.Reason = Contradicted, Reason{Code: "ground-other-speaker", Args: []string{c.Text, e.Text}}
		default:
			continue
		}
		out = append(out, c)
	}
	return out
}

// minContent is how many content words what is said must have.
const minContent = 3

func firstToken(a *attribution.Attribution) int32 {
	if len(a.Content) > 0 {
		return a.Content[0].First
	}
	return a.Speaker.First
}

func isPerson(doc *normalize.Document, a *attribution.Attribution) bool {
	return a.Speaker.Entity >= 0 && int(a.Speaker.Entity) < len(doc.Entities) && doc.Entities[a.Speaker.Entity].Kind == name.Person
}

// contentOf returns the keys of what is said, as far as they stand in one clause.
func (g *grounder) contentOf(a *attribution.Attribution, clause int32) []*statement.Key {
	var out []*statement.Key
	keys := g.own[clause].Keys
	for _, r := range a.Content {
		span := g.answer.Text.Span(r)
		for i := range keys {
			if keys[i].Span.Start >= span.Start && keys[i].Span.End <= span.End {
				out = append(out, &keys[i])
			}
		}
	}
	return out
}

// speakers finds who says the same in the passages near: the same speaker, or else another person.
func (g *grounder) speakers(a *attribution.Attribution, words []*statement.Key, clause int32) (same, other *attribution.Attribution, d int) {
	for _, p := range g.near[clause] {
		at := g.passages[p]
		if !g.says(at.clause, words) {
			continue
		}
		doc := g.docs[at.doc]
		for i := sort.Search(len(doc.Attributions), func(i int) bool { return doc.Attributions[i].Sentence >= at.clause.Sentence }); i < len(doc.Attributions) && doc.Attributions[i].Sentence == at.clause.Sentence; i++ {
			b := &doc.Attributions[i]
			switch {
			case b.Speaker.Entity < 0 || b.Speaker.Len() == 0:
			case sharesWord(a.Speaker.Name, b.Speaker.Name):
				return b, nil, at.doc
			case other == nil && isPerson(doc, b):
				other, d = b, at.doc
			}
		}
	}
	return nil, other, d
}

// says reports whether a passage has most of the words.
func (g *grounder) says(c *statement.Clause, words []*statement.Key) bool {
	n := 0
	for _, k := range words {
		for i := range c.Keys {
			if g.likeness(k, &c.Keys[i]) > 0 {
				n++
				break
			}
		}
	}
	return float64(n) >= float64(sameContent*float64(len(words)))
}

// sharesWord reports whether two names have a word in common.
func sharesWord(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		for o := range strings.FieldsSeq(b) {
			if strings.EqualFold(w, o) {
				return true
			}
		}
	}
	return false
}
