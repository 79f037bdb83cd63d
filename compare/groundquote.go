package compare

import (
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// nearlyQuoted is the share of the content words of a quotation that a context's has as well: the same one, in other words.
const nearlyQuoted = 0.60

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
