package compare

import "strings"

// terms reports where sources that state the same choose words that stand close and mean different things
// (soldiers, mercenaries), and where one keeps both sides of a pair and another only one ("publicly and
// privately", "privately").
func (s *sources) terms(all []proposition, ts []topic) []Finding {
	var out []Finding
	seen := map[string]bool{}
	var has []choice
	for _, t := range ts {
		members := t.members[:min(len(t.members), maxDF)]
		has = has[:0]
		for _, i := range members {
			has = append(has, all[i].choice())
		}
		for x, i := range members {
			for y := x + 1; y < len(members); y++ {
				a, b := &all[i], &all[members[y]]
				if a.doc == b.doc || !(has[x].term && has[y].term) && !has[x].both && !has[y].both || !a.same(b) {
					continue
				}
				out = s.termPair(out, seen, a, b)
				out = s.dropped(out, seen, a, b)
				out = s.dropped(out, seen, b, a)
			}
		}
	}
	return s.headTerms(out, seen, all)
}

// A choice is what a proposition has that another can have otherwise: a term that a desk should look at, both sides of a pair.
type choice struct{ term, both bool }

func (p *proposition) choice() (c choice) {
	for i := range p.claim.Keys {
		k := &p.claim.Keys[i]
		c.term = c.term || k.Term != ""
		for _, pair := range k.Pairs {
			c.both = c.both || pair.ID != "" && pair.Side == 'a' && p.keyOf(pair.ID, 'b') >= 0
		}
	}
	return c
}

func (s *sources) termPair(out []Finding, seen map[string]bool, a, b *proposition) []Finding {
	for i := range a.claim.Keys {
		k := &a.claim.Keys[i]
		if k.Term == "" || b.hasTerm(k.Term) {
			continue
		}
		for j := range b.claim.Keys {
			o := &b.claim.Keys[j]
			if o.Terms != k.Terms || o.Term == k.Term || a.hasTerm(o.Term) {
				continue
			}
			if !termSeen(seen, k.Term, o.Term) {
				out = append(out, s.termFinding(a, b, i, j))
			}
		}
	}
	return out
}

// termSeen reports whether two terms were reported before, and takes note of them.
func termSeen(seen map[string]bool, a, b string) bool {
	id := min(a, b) + "/" + max(a, b)
	was := seen[id]
	seen[id] = true
	return was
}

// termFinding is that of term i of a and term j of b.
func (s *sources) termFinding(a, b *proposition, i, j int) Finding {
	k, o := &a.claim.Keys[i], &b.claim.Keys[j]
	f := s.pair(TermConflict, "term-differs", a, b, termWords(k.Term), termWords(o.Term), i, j)
	f.Reason.Args = []string{k.Span.Of(s.docs[a.doc].Source.Text), o.Span.Of(s.docs[b.doc].Source.Text)} // as they are printed
	return f
}

// termWords writes the name of a term as words: military-personnel as "military personnel".
func termWords(id string) string { return strings.ReplaceAll(id, "-", " ") }

func (p *proposition) hasTerm(t string) bool {
	for i := range p.claim.Keys {
		if p.claim.Keys[i].Term == t {
			return true
		}
	}
	return false
}

// dropped finds a pair of opposites that a states both of, side by side, while b has one only.
func (s *sources) dropped(out []Finding, seen map[string]bool, a, b *proposition) []Finding {
	for i := range a.claim.Keys {
		k := &a.claim.Keys[i]
		for _, pair := range k.Pairs {
			if pair.ID == "" || pair.Side != 'a' {
				continue
			}
			other, left, right := a.keyOf(pair.ID, 'b'), b.keyOf(pair.ID, 'a'), b.keyOf(pair.ID, 'b')
			if other < 0 || max(i, other)-min(i, other) > 1 || (left < 0) == (right < 0) {
				continue
			}
			id := "dropped/" + pair.ID + "/" + s.docs[a.doc].Source.ID + "/" + s.docs[b.doc].Source.ID
			if seen[id] {
				continue
			}
			seen[id] = true
			out = append(out, s.droppedPair(a, b, i, other, max(left, right)))
		}
	}
	return out
}

func (s *sources) droppedPair(a, b *proposition, i, other, mine int) Finding {
	body := s.docs[a.doc].Source.Text
	x, y := a.claim.Keys[i].Span, a.claim.Keys[other].Span
	f := s.pair(DetailDropped, "detail-dropped", a, b, x.Of(body)+" + "+y.Of(body), b.claim.Keys[mine].Span.Of(s.docs[b.doc].Source.Text), i, mine)
	e := s.evidence(a.doc, x.Cover(y))
	e.Speaker, e.Reading, e.Value = a.holder, "term", f.Positions[0].Value
	f.Positions[0].Evidence[0] = e
	return f
}

func (p *proposition) keyOf(pair string, side byte) int {
	for i := range p.claim.Keys {
		for _, x := range p.claim.Keys[i].Pairs {
			if x.ID == pair && x.Side == side {
				return i
			}
		}
	}
	return -1
}

// pair is a finding of two propositions that state the same but for keys i and j.
func (s *sources) pair(rule Rule, code string, a, b *proposition, av, bv string, i, j int) Finding {
	ea, eb := s.evidence(a.doc, a.claim.Keys[i].Span), s.evidence(b.doc, b.claim.Keys[j].Span)
	ea.Speaker, eb.Speaker = a.holder, b.holder
	ea.Reading, eb.Reading = "term", "term"
	ea.Value, eb.Value = av, bv
	return Finding{Kind: "term", Rule: rule, Verdict: VerdictCompatible, Severity: Minor, Origins: 2, Topic: shorten(a.sharedText(s, b), 80),
		Reason: Reason{Code: code, Args: []string{av, bv}},
		Positions: []Position{{Value: av, Side: "a", Sources: []string{ea.Source}, Evidence: []Evidence{ea}},
			{Value: bv, Side: "b", Sources: []string{eb.Source}, Evidence: []Evidence{eb}}}}
}

func (p *proposition) sharedText(s *sources, o *proposition) string {
	return p.sharedSpan(o).Of(s.docs[p.doc].Source.Text)
}
