package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/statement"
)

// A headTerm is a term with the noun that it stands before: "short-range" of missiles.
type headTerm struct {
	class string // of the terms
	noun  uint64
}

// A placedTerm is where a proposition has a term.
type placedTerm struct {
	prop, key int
	term      string
}

// headTerms reports where one source puts one term before a noun, and another source another of its class, whatever else
// they say of it: close-range missiles here, short-range missiles there. A source that has both tells two sorts apart.
func (s *sources) headTerms(out []Finding, seen map[string]bool, all []proposition) []Finding {
	places := map[headTerm][]placedTerm{} // one a document
	mixed := map[headTerm]map[int]bool{}  // documents that have several
	var order []headTerm
	for i := range all {
		for j := range all[i].claim.Keys {
			h, ok := all[i].headTerm(j)
			if !ok {
				continue
			}
			p := placedTerm{i, j, all[i].claim.Keys[j].Term}
			was := places[h]
			if len(was) == 0 {
				order = append(order, h)
			}
			if n := len(was); n == 0 || all[was[n-1].prop].doc != all[i].doc { // they are in the order of the documents
				places[h] = append(was, p)
			} else if was[n-1].term != p.term {
				if mixed[h] == nil {
					mixed[h] = map[int]bool{}
				}
				mixed[h][all[i].doc] = true
			}
		}
	}
	for _, h := range order {
		kept := slices.DeleteFunc(places[h], func(p placedTerm) bool { return mixed[h][all[p.prop].doc] })
		out = s.firstTwo(out, seen, all, kept)
	}
	return out
}

// firstTwo makes the finding of the first two terms that differ.
func (s *sources) firstTwo(out []Finding, seen map[string]bool, all []proposition, places []placedTerm) []Finding {
	if len(places) == 0 {
		return out
	}
	first := places[0]
	for _, p := range places[1:] {
		if p.term == first.term || termSeen(seen, first.term, p.term) {
			continue
		}
		a := &all[first.prop]
		f := s.termFinding(a, &all[p.prop], first.key, p.key)
		f.Topic = a.claim.Keys[first.key+1].Span.Of(s.docs[a.doc].Source.Text) // the noun, for little else is shared
		return append(out, f)
	}
	return out
}

// headTerm returns the term that key j is, with the noun that stands at once behind it.
func (p *proposition) headTerm(j int) (headTerm, bool) {
	keys := p.claim.Keys
	k := &keys[j]
	if k.Term == "" || j+1 == len(keys) {
		return headTerm{}, false
	}
	noun := &keys[j+1]
	if noun.Span.Start-k.Span.End != 1 || noun.Verb || noun.Name || noun.Closed || k.Denial != statement.Affirmed {
		return headTerm{}, false
	}
	return headTerm{k.Terms, idOf(noun)}, true
}
