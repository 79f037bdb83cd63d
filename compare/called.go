package compare

import (
	"slices"
	"strconv"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A calling is what a speaker calls what is said of him, in a few quoted words: “a dirty lie”, of the report.
type calling struct {
	prop       int
	span       text.Span
	keys       []statement.Key
	from, last int // of the claim
}

// callings reports where a holder calls what is said of him by one noun and another word in each of two sources, each time as a
// quotation: a “dirty lie” here, a “filthy lie” there. Neither can be told from a translation of the other.
func (s *sources) callings(all []proposition) []Finding {
	var cs []calling
	byNoun := map[uint64][]int{}
	of, last := 0, -1 // how many the last document has
	for i := range all {
		if all[i].doc != last {
			of, last = 0, all[i].doc
		}
		for _, c := range s.called(all, i) {
			if of++; of > maxAlike {
				break
			}
			for k := range c.keys {
				if id := idOf(&c.keys[k]); len(byNoun[id]) < maxHeads {
					byNoun[id] = append(byNoun[id], len(cs))
				}
			}
			cs = append(cs, c)
		}
	}
	var out []Finding
	done := map[int]bool{}
	for i := range cs {
		for k := range cs[i].keys {
			for _, j := range byNoun[idOf(&cs[i].keys[k])] {
				if j <= i || done[i] || done[j] || !s.calledOtherwise(all, &cs[i], &cs[j]) {
					continue
				}
				done[i], done[j] = true, true
				out = append(out, s.callingFinding(all, &cs[i], &cs[j]))
			}
		}
	}
	return out
}

// called returns the quoted phrases of proposition i that stand right behind a word for a claim: the accusation “a dirty lie”.
func (s *sources) called(all []proposition, i int) (out []calling) {
	p := &all[i]
	if p.claim.Voice < 0 || p.claim.Head {
		return nil
	}
	g := s.docs[p.doc].Text
	keys := p.claim.Keys
	for _, r := range s.docs[p.doc].Attributions[p.claim.Voice].Quoted {
		sp := g.Span(r)
		if r.Len() > longestPhrase {
			continue
		}
		c := calling{prop: i, span: sp}
		for c.from < len(keys) && keys[c.from].Span.Start < sp.Start {
			c.from++
		}
		for c.last = c.from; c.last < len(keys) && keys[c.last].Span.End <= sp.End; c.last++ {
			if keys[c.last].Name || keys[c.last].Closed {
				break
			}
		}
		c.keys = keys[c.from:c.last]
		if len(c.keys) >= minQuoteWord && c.from > 0 && statement.ClaimWord(g, keys[c.from-1].Span, r.First) {
			out = append(out, c)
		}
	}
	return out
}

// calledOtherwise reports whether two phrases are of one holder or state and have a word in common and one of its own each, and neither
// source has both.
func (s *sources) calledOtherwise(all []proposition, a, b *calling) bool {
	p, q := &all[a.prop], &all[b.prop]
	if p.doc == q.doc || p.claim.Negated != q.claim.Negated {
		return false
	}
	own := s.bodies(p)
	if !slices.ContainsFunc(s.bodies(q), func(h uint64) bool { return slices.Contains(own, h) }) {
		return false
	}
	return without(a.keys, b.keys) && without(b.keys, a.keys) && !s.quotesToo(q.doc, a.keys, b.keys) && !s.quotesToo(p.doc, b.keys, a.keys)
}

// without reports whether a has a word that b has not.
func without(a, b []statement.Key) bool {
	for i := range a {
		if !slices.ContainsFunc(b, func(k statement.Key) bool { return idOf(&k) == idOf(&a[i]) }) {
			return true
		}
	}
	return false
}

// quotesToo reports whether a document quotes the words of a that b has not: both were said.
func (s *sources) quotesToo(d int, a, b []statement.Key) bool {
	for i := range a {
		if slices.ContainsFunc(b, func(k statement.Key) bool { return idOf(&k) == idOf(&a[i]) }) {
			continue
		}
		for u := range s.docs[d].Utterances {
			if x := &s.docs[d].Utterances[u]; x.Direct && slices.ContainsFunc(x.Words, func(w statement.Word) bool { return w.Hash == a[i].Hash }) {
				return true
			}
		}
	}
	return false
}

func (s *sources) callingFinding(all []proposition, a, b *calling) Finding {
	f := Finding{Kind: "quote", Rule: QuoteDrift, Verdict: VerdictConflict, Severity: Minor, Origins: 1, Flags: []string{"translation"}}
	speaker := all[a.prop].holder
	for n, c := range []*calling{a, b} {
		p := &all[c.prop]
		e := s.evidence(p.doc, c.span)
		e.Speaker, e.Reading = p.holder, "quotation"
		f.Positions = append(f.Positions, Position{Value: e.Text, Side: side(n), Wording: []Wording{{Same, e.Text}}, Sources: []string{e.Source}, Evidence: []Evidence{e}})
	}
	f.Topic = quoteTopic(speaker, f.Positions[0].Value)
	f.Reason = Reason{Code: "quote-drift", Args: []string{speaker, strconv.Itoa(len(f.Positions)), strconv.Itoa(len(f.Positions))}}
	return f
}
