package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
)

// ReasonReplies is the code of one holder's refusal to answer that sources put in different verbs: he did not deny it here, he
// refused to confirm it there. Arguments: the words of the first, of the second.
const ReasonReplies = "replies-differ"

// replies reports how sources put it that one holder, or bodies of one state, would not answer: did not deny, refused to confirm. Neither
// of them is a stance, and each leans its own way.
func (s *sources) replies(all []proposition) []Finding {
	byHolder := map[entityKey][]int{}
	var order []entityKey
	for i := range all {
		p := &all[i]
		if p.stance != attribution.Declines || p.who == "" || p.unsaid || p.claim.Voice < 0 {
			continue
		}
		if v := &s.docs[p.doc].Attributions[p.claim.Voice]; v.Cue.Len() == 0 || v.Refused == attribution.Asserts {
			continue // he declined to comment: each outlet asks for itself
		}
		if !p.claim.Bare && !s.everywhere(all, p) {
			continue // it is asked of something else
		}
		k := cmp.Or(s.stateOf(p), p.who)
		was := byHolder[k]
		if len(was) == 0 {
			order = append(order, k)
		}
		if n := len(was); n < maxHeads && (n == 0 || all[was[n-1]].doc != p.doc) {
			byHolder[k] = append(was, i)
		}
	}
	var out []Finding
	for _, k := range order {
		if f, ok := s.reply(all, byHolder[k]); ok {
			out = append(out, f)
		}
	}
	return out
}

// everywhere reports whether half of the sources have each word of what a proposition is about, two at least: it is what all of
// them tell of.
func (s *sources) everywhere(all []proposition, p *proposition) bool {
	for i := range p.keys {
		k := &p.keys[i]
		docs, last := 0, -1
		for _, o := range s.memory.posts.of(k.number) {
			if d := all[o].doc; d != last {
				docs, last = docs+1, d
			}
		}
		if !k.key.Name && s.memory.posts.whole(k.number) && (docs < 2 || 2*docs < len(s.docs)) {
			return false
		}
	}
	return true
}

// stateOf returns the state that the speaker of a proposition answers for, or "": that which the words for him name, or whose body he
// speaks for.
func (s *sources) stateOf(p *proposition) entityKey {
	doc := s.docs[p.doc]
	sp := &doc.Attributions[p.claim.Voice].Speaker
	for _, m := range s.namesIn(p.doc, sp.Range) {
		for e, steps := m.Value.Entity, 0; e >= 0 && steps < 3; steps++ {
			if k := s.keys[p.doc][e]; doc.Entities[e].Kind == name.Place && s.lands[k] {
				return k
			}
			of := doc.Entities[e].For
			e = int32(slices.IndexFunc(doc.Entities, func(x name.Entity) bool { return of != "" && x.ID == of }))
		}
	}
	return ""
}

// reply makes the finding of several propositions whose holder would not answer, each of its own source.
func (s *sources) reply(all []proposition, members []int) (Finding, bool) {
	f := Finding{Kind: "stance", Rule: StrengthConflict, Verdict: VerdictCompatible, Severity: Minor, Origins: 1, Reason: Reason{Code: ReasonReplies}}
	lemmas := map[string]bool{}
	for _, i := range members {
		p := &all[i]
		v := &s.docs[p.doc].Attributions[p.claim.Voice]
		e := s.evidence(p.doc, s.docs[p.doc].Text.Span(v.Cue))
		e.Speaker, e.Reading, e.Value = p.holder, "stance", p.stance.String()
		lemmas[v.CueLemma] = true
		n := slices.IndexFunc(f.Positions, func(x Position) bool { return strings.EqualFold(x.Value, e.Text) })
		if n < 0 {
			n = len(f.Positions)
			f.Positions = append(f.Positions, Position{Value: e.Text, Side: side(n)})
			f.Reason.Args = append(f.Reason.Args, e.Text)
		}
		x := &f.Positions[n]
		x.Evidence, x.Sources = append(x.Evidence, e), append(x.Sources, e.Source)
	}
	if len(f.Positions) < 2 || len(lemmas) < 2 {
		return f, false
	}
	f.Topic = f.Positions[0].Evidence[0].Speaker
	return f, true
}
