package compare

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonFewer is the code of one noun where another report has it joined to a second: drones and missiles, missiles.
// Arguments: the two, the one.
const ReasonFewer = "fewer"

// A deedOf is what somebody did to a sort of things: the keys of who, of the verb and of the noun.
type deedOf struct{ who, verb, noun uint64 }

// A doneTo is where a proposition tells a deedOf.
type doneTo struct {
	prop, noun int // the proposition, the key of the noun
	count      *quantity.Mention
}

// How many keys before a verb who does it is looked for, and behind it what it is done to.
const (
	doerReach = 3
	doneReach = 6
)

// uncountedDeeds finds deeds of which one source says how many things they were done to and another does not: hundreds of trucks
// that one state sent to another, trucks that it sent.
func (s *sources) uncountedDeeds(all []proposition, found []Finding) []Finding {
	deeds := map[deedOf][]doneTo{}
	var order []deedOf
	for i := range all {
		p := &all[i]
		if p.claim.Head || p.claim.Negated || p.claim.Bare {
			continue
		}
		ks := p.claim.Keys
		for v := range ks {
			if k := &ks[v]; !k.Verb || k.Name || k.Closed || k.Denial != statement.Affirmed {
				continue
			}
			who, noun := p.doerOf(v), p.objectOf(v)
			if who < 0 || noun < 0 {
				continue
			}
			d := deedOf{ks[who].Hash, idOf(&ks[v]), ks[noun].Hash}
			if deeds[d] == nil {
				order = append(order, d)
			}
			if len(deeds[d]) < mostPlaces {
				deeds[d] = append(deeds[d], doneTo{i, noun, s.countBehind(p.doc, ks[v].Span, ks[noun].Span)})
			}
		}
	}
	var out []Finding
	for _, d := range order {
		if f, ok := s.uncountedDeed(all, deeds[d]); ok && !slices.ContainsFunc(found, func(o Finding) bool { return o.Reason.Code == ReasonUncount && meets(&o, &f) }) {
			out = append(out, f)
		}
	}
	return out
}

// mostPlaces bounds how many places of one deed are looked at.
const mostPlaces = 24

// objectOf returns the key of the noun that verb v is done to: the head of what stands behind it, names aside, or -1.
func (p *proposition) objectOf(v int) int {
	ks := p.claim.Keys
	n := v + 1
	for n < len(ks) && n <= v+doneReach && ks[n].Name {
		n++
	}
	for ; n < len(ks) && n <= v+doneReach; n++ {
		if ks[n].Name || ks[n].Closed || ks[n].Part != ks[v].Part {
			return -1
		}
		if n+1 == len(ks) || ks[n+1].Name || ks[n+1].Span.Start-ks[n].Span.End > nextWord {
			return n
		}
	}
	return -1
}

// nextWord is how many bytes lie between two words of one noun phrase: cheap, one-way.
const nextWord = 5

// countBehind returns the count of a noun that stands behind a verb, or nil.
func (s *sources) countBehind(d int, verb, noun text.Span) *quantity.Mention {
	doc := s.docs[d]
	at := statement.Tokens(doc.Text, noun).First
	i := sort.Search(len(doc.Quantities), func(i int) bool { return doc.Quantities[i].First >= at }) - 1
	for ; i >= 0 && doc.Quantities[i].Span.Start > verb.End; i-- {
		q := &doc.Quantities[i]
		if q.Value.Kind == quantity.Cardinal && q.Value.Unit.ID == "" && (!q.Value.Single || q.Value.Value.Whole()) && statement.Counted(doc.Text, int(q.Last), int(at)) {
			return q
		}
	}
	return nil
}

// doerOf returns the key of the name that acts in verb v: the nearest before it, in the same part of the sentence, or -1.
func (p *proposition) doerOf(v int) int {
	for i := v - 1; i >= 0 && i >= v-doerReach && p.claim.Keys[i].Part == p.claim.Keys[v].Part; i-- {
		if p.claim.Keys[i].Name {
			return i
		}
		if p.claim.Keys[i].Verb {
			return -1
		}
	}
	return -1
}

// leads reports whether key n stands right before another noun, whose sort it tells: drone attacks.
func (p *proposition) leads(n int) bool {
	ks := p.claim.Keys
	return n+1 < len(ks) && !ks[n+1].Verb && ks[n+1].Span.Start-ks[n].Span.End <= 1
}

func (s *sources) uncountedDeed(all []proposition, places []doneTo) (Finding, bool) {
	f := Finding{Kind: "stance", Rule: StatementMatch, Verdict: VerdictCompatible, Severity: Info, Reason: Reason{Code: ReasonUncount}}
	f.Positions = []Position{{Side: "a"}, {Side: "b"}}
	counted, bare := -1, -1
	for i := range places {
		x := &places[i]
		p := &all[x.prop]
		id := s.docs[p.doc].Source.ID
		n, sp, value := 1, p.claim.Keys[x.noun].Span, p.claim.Keys[x.noun].Span.Of(s.docs[p.doc].Source.Text)
		if x.count != nil {
			n, sp, value = 0, x.count.Span.Cover(sp), Show(x.count.Value)
		}
		pos := &f.Positions[n]
		if n == 0 && pos.Value != "" && pos.Value != value {
			return f, false // that is a matter of the numbers
		}
		if slices.Contains(f.Positions[0].Sources, id) || slices.Contains(f.Positions[1].Sources, id) {
			continue
		}
		if pos.Value == "" {
			pos.Value = value
		}
		if n == 0 {
			counted = x.prop
		} else {
			bare = x.prop
		}
		e := s.evidence(p.doc, sp)
		e.Speaker, e.Reading, e.Value = p.holder, "term", value
		pos.Evidence, pos.Sources = append(pos.Evidence, e), append(pos.Sources, id)
	}
	if counted < 0 || bare < 0 || s.timesIn(&all[counted], &all[bare]) == Conflict || !s.alsoShare(all, places, counted, bare) {
		return f, false
	}
	f.Reason.Args, f.Origins = []string{f.Positions[0].Value}, 1
	f.Topic = shorten(all[bare].sharedText(s, &all[counted]), mostTopic)
	return f, true
}

// meets reports whether two findings have evidence in one place.
func meets(a, b *Finding) bool {
	for i := range a.Positions {
		for _, x := range a.Positions[i].Evidence {
			for k := range b.Positions {
				if slices.ContainsFunc(b.Positions[k].Evidence, func(y Evidence) bool { return x.Source == y.Source && x.Start < y.End && y.Start < x.End }) {
					return true
				}
			}
		}
	}
	return false
}

// alsoShare reports whether two propositions with one doer, verb and noun share a name besides, to whom or where it was done.
func (s *sources) alsoShare(all []proposition, places []doneTo, i, j int) bool {
	names := 0
	all[i].shared(&all[j], func(x, y *weighted) {
		if x.key.Name && y.key.Name {
			names++
		}
	})
	return names > 1
}

// fewer finds a noun that one source joins to another and a second source has alone, behind one word: the delivery of drones and
// missiles, the delivery of the missiles.
func (s *sources) fewer(all []proposition) []Finding {
	type headed struct{ head, noun uint64 }
	type place struct{ prop, head, noun, with int } // with: the key that the noun is joined to, or -1
	at := map[headed][]place{}
	var order []headed
	for i := range all {
		p := &all[i]
		g := s.docs[p.doc].Text
		ks := p.claim.Keys
		for h := range ks {
			if ks[h].Name || ks[h].Closed || ks[h].Class == "" {
				continue
			}
			n := h + 1
			for n < len(ks) && n < h+doerReach && ks[n].Name {
				n++
			}
			if n >= len(ks) || ks[n].Name || ks[n].Verb || ks[n].Closed || p.leads(n) || ks[n].Part != ks[h].Part || len(quantitiesIn(s.docs[p.doc].Quantities, ks[h].Span.Cover(ks[n].Span))) > 0 {
				continue // how many is a matter of the numbers
			}
			with := -1
			if n+1 < len(ks) && !ks[n+1].Name && !ks[n+1].Verb && !p.leads(n+1) && statement.JoinedNouns(g, ks[n].Span, ks[n+1].Span) {
				with = n + 1
			}
			add := func(noun, other int) {
				k := headed{idOf(&ks[h]), ks[noun].Hash}
				if at[k] == nil {
					order = append(order, k)
				}
				if len(at[k]) < mostPlaces {
					at[k] = append(at[k], place{i, h, noun, other})
				}
			}
			add(n, with)
			if with >= 0 {
				add(with, n)
			}
		}
	}
	var out []Finding
	type pair struct {
		doc  int
		two  text.Span
		noun uint64
	}
	known := map[pair]int{} // which finding is that of two nouns and one
	for _, k := range order {
		for _, a := range at[k] {
			for _, b := range at[k] {
				p, q := &all[a.prop], &all[b.prop]
				if a.with < 0 || b.with >= 0 || p.doc == q.doc || q.hasID(&p.claim.Keys[a.with]) || p.claim.Negated != q.claim.Negated {
					continue
				}
				if l := p.like(q); l.plain+l.names < fewerShared || l.names == 0 {
					continue
				}
				first, last := min(a.noun, a.with), max(a.noun, a.with)
				f := s.fewerFinding(p, q, p.claim.Keys[first].Span.Cover(p.claim.Keys[last].Span), q.claim.Keys[b.noun].Span, p.claim.Keys[a.head].Span, q.claim.Keys[b.head].Span)
				id := pair{p.doc, f.Positions[0].Evidence[0].Span, k.noun}
				n, ok := known[id]
				if !ok {
					known[id] = len(out)
					out = append(out, f)
				} else if x := &out[n].Positions[1]; !slices.Contains(x.Sources, f.Positions[1].Sources[0]) {
					x.Evidence, x.Sources = append(x.Evidence, f.Positions[1].Evidence...), append(x.Sources, f.Positions[1].Sources...)
				}
			}
		}
	}
	return out
}

// fewerShared is how many keys two propositions must share, head and noun among them.
const fewerShared = 4

// hasID reports whether a proposition has a key that can say the same.
func (p *proposition) hasID(k *statement.Key) bool {
	return slices.ContainsFunc(p.keys, func(w weighted) bool { return w.id == idOf(k) })
}

func (s *sources) fewerFinding(p, q *proposition, two, one, headTwo, headOne text.Span) Finding {
	av, bv := two.Of(s.docs[p.doc].Source.Text), one.Of(s.docs[q.doc].Source.Text)
	f := s.pair(StatementMatch, ReasonFewer, p, q, av, bv, 0, 0)
	f.Kind, f.Severity = "stance", Info
	for n, e := range []Evidence{s.evidence(p.doc, headTwo.Cover(two)), s.evidence(q.doc, headOne.Cover(one))} {
		was := &f.Positions[n].Evidence[0]
		e.Speaker, e.Reading, e.Value = was.Speaker, was.Reading, was.Value
		*was = e
	}
	return f
}
