package compare

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// An allegedAct is an act that a source names with whose it would be and leaves open: "an alleged Ukrainian drone attack".
type allegedAct struct {
	prop       int
	first, end int // keys of the claim
	span       text.Span
}

// What an alleged act and the one that another source has for a fact need in common, beside whose it is and what it is called.
const (
	actNouns  = 2 // nouns of the act
	actBeside = 2 // words of both claims beside those
	actReach  = 3 // words between whose it is and the act
)

// allegedActs reports where one source calls somebody's act alleged and another has it for done, each in the outlet's own words.
func (s *sources) allegedActs(all []proposition) []Finding {
	var out []Finding
	for i := range all {
		a, ok := s.allegedAct(all, i)
		if !ok {
			continue
		}
		if f, ok := s.actDone(all, &a); ok {
			out = append(out, f)
		}
	}
	return out
}

// allegedAct returns the act that proposition i calls alleged.
func (s *sources) allegedAct(all []proposition, i int) (a allegedAct, ok bool) {
	p := &all[i]
	if p.claim.Voice >= 0 || p.claim.Head {
		return a, false
	}
	g := s.docs[p.doc].Text
	keys := p.claim.Keys
	for _, h := range statement.Hedges(nil, g, statement.Tokens(g, p.claim.Span)) {
		if h.Verb || h.Modality != attribution.Alleged {
			continue
		}
		a = allegedAct{prop: i, span: h.Span}
		a.first = sort.Search(len(keys), func(i int) bool { return keys[i].Span.Start >= h.Span.End })
		a.end = a.first
		named, nouns := false, 0
		for a.end < len(keys) && keys[a.end].Span.Start-a.span.End <= 1 && !keys[a.end].Closed {
			a.span = a.span.Cover(keys[a.end].Span)
			if keys[a.end].Name {
				named = true
			} else {
				nouns++
			}
			a.end++
		}
		if named && nouns >= actNouns {
			return a, true
		}
	}
	return a, false
}

// actDone finds the act in the own words of another source, unhedged.
func (s *sources) actDone(all []proposition, a *allegedAct) (Finding, bool) {
	p := &all[a.prop]
	last := p.claim.Keys[a.end-1]
	at := -1
	for j := range p.keys {
		if p.keys[j].id == idOf(&last) {
			at = int(p.keys[j].number)
		}
	}
	if at < 0 {
		return Finding{}, false
	}
	for _, o := range s.memory.posts.of(int32(at)) {
		q := &all[o]
		if q.doc == p.doc || q.claim.Voice >= 0 || q.claim.Head {
			continue
		}
		if sp, ok := s.sameAct(p, q, a); ok {
			of := []graded{{doc: p.doc, modality: attribution.Alleged, hedge: a.span, key: a.span}, {doc: q.doc, key: sp}}
			f, _, _ := s.graded(of)
			f.Topic = sp.Of(s.docs[q.doc].Source.Text)
			return f, true
		}
	}
	return Finding{}, false
}

// sameAct returns where q has an act for done: its nouns side by side, behind whose it is with no verb between, unhedged, and other words
// of the claim in common.
func (s *sources) sameAct(p, q *proposition, a *allegedAct) (sp text.Span, ok bool) {
	var names, nouns []statement.Key
	for _, k := range p.claim.Keys[a.first:a.end] {
		if k.Name {
			names = append(names, k)
		} else {
			nouns = append(nouns, k)
		}
	}
	l := p.like(q)
	if l.plain+l.names < a.end-a.first+actBeside {
		return sp, false
	}
	keys := q.claim.Keys
	if len(s.hedges(q)) > 0 {
		return sp, false
	}
	for x := range keys {
		if x+len(nouns) > len(keys) || !sameRun(keys[x:x+len(nouns)], nouns) {
			continue
		}
		for y := x - 1; y >= max(0, x-1-actReach); y-- {
			if keys[y].Name {
				if keys[y].Hash == names[0].Hash {
					return keys[y].Span.Cover(keys[x+len(nouns)-1].Span), true
				}
				break
			}
			if keys[y].Verb || keys[y].Closed {
				break
			}
		}
	}
	return sp, false
}

// sameRun reports whether keys side by side say the same as others, and are affirmed.
func sameRun(a, b []statement.Key) bool {
	for i := range b {
		if a[i].Name || idOf(&a[i]) != idOf(&b[i]) || a[i].Denial != statement.Affirmed || i > 0 && a[i].Span.Start-a[i-1].Span.End > 1 {
			return false
		}
	}
	return true
}
