package compare

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/attribution"
)

// stances pairs each denial with the claims it denies: one finding for each thing that some assert and others
// deny, with the sides; and, beside it, the sources that carry the accusation without the denial.
func (s *sources) stances(all []proposition, ts []topic) []Finding {
	topicOf := map[int]int{}
	for t := range ts {
		for _, m := range ts[t].members {
			topicOf[m] = t
		}
	}
	var disputes []dispute
	for i := range all {
		d := &all[i]
		if d.stance != attribution.Denies && d.stance != attribution.Declines || d.holder == "" {
			continue
		}
		claims := s.denied(all, d)
		if len(claims) == 0 {
			continue
		}
		disputes = addDispute(disputes, all, i, claims)
	}
	var out []Finding
	for _, d := range disputes {
		if f, ok := s.dispute(all, d); ok {
			out = append(out, f)
			out = append(out, s.omissions(all, d, &f)...)
		}
	}
	return out
}

// A dispute is one thing that is asserted and denied.
type dispute struct{ claims, denials map[int]bool }

func addDispute(ds []dispute, all []proposition, denial int, claims []int) []dispute {
	for _, d := range ds {
		shared := 0
		for _, c := range claims {
			if d.claims[c] {
				shared++
			}
		}
		if 2*shared >= min(len(claims), len(d.claims)) {
			d.denials[denial] = true
			for _, c := range claims {
				d.claims[c] = true
			}
			return ds
		}
	}
	d := dispute{map[int]bool{}, map[int]bool{denial: true}}
	for _, c := range claims {
		d.claims[c] = true
	}
	return append(ds, d)
}

// deniedShare is the share of a denial's weight that a claim must cover.
const deniedShare = 0.6

// denied returns the propositions that denial d denies: another holder asserts what its content names.
func (s *sources) denied(all []proposition, d *proposition) []int {
	if len(d.keys) == 0 {
		return nil
	}
	type hit struct {
		i     int
		share float64
	}
	var hits []hit
	for i := range all {
		p := &all[i]
		if p == d || p.stance == attribution.Denies || p.stance == attribution.Declines || p.stance == attribution.Asks || p.claim.Negated ||
			p.holder == d.holder {
			continue
		}
		l := d.like(p)
		if l.plain == 0 || l.plain+l.names < 2 || l.weight < deniedShare*d.total {
			continue
		}
		hits = append(hits, hit{i, l.weight / d.total})
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].share > hits[j].share })
	var out []int
	perDoc := map[int]int{}
	for _, h := range hits {
		if perDoc[all[h.i].doc] < 2 {
			perDoc[all[h.i].doc]++
			out = append(out, h.i)
		}
	}
	sort.Ints(out)
	return out
}

func (s *sources) dispute(all []proposition, d dispute) (Finding, bool) {
	f := Finding{Kind: "stance", Rule: StanceConflict, Verdict: VerdictDisputed, Severity: Serious}
	var claimed, denies, declines Position
	var first *proposition
	for _, i := range sorted(d.denials) {
		p := &all[i]
		if first == nil {
			first = p
		}
		to := &denies
		if p.stance == attribution.Declines {
			to = &declines
		}
		s.stand(to, p, p)
	}
	for _, i := range sorted(d.claims) {
		s.stand(&claimed, &all[i], first)
	}
	if len(denies.Evidence) == 0 || len(claimed.Evidence) == 0 {
		return f, false
	}
	claimed.Value, claimed.Side = "asserts", "a"
	denies.Value, denies.Side = "denies", "b"
	f.Positions = []Position{claimed, denies}
	if len(declines.Evidence) > 0 {
		declines.Value, declines.Side = "declines", "c"
		f.Positions = append(f.Positions, declines)
	}
	docs := map[string]bool{}
	for _, p := range f.Positions {
		for _, src := range p.Sources {
			docs[src] = true
		}
	}
	if len(docs) < 2 {
		return f, false
	}
	f.Topic = shorten(claimed.Evidence[0].Text, 80)
	f.Reason = Reason{Code: "claim-denial", Args: []string{claimed.Evidence[0].Speaker, denies.Evidence[0].Speaker, f.Topic}}
	f.Origins = len(f.Positions)
	return f, true
}

func (s *sources) stand(to *Position, p, other *proposition) {
	sp := p.claim.Span
	if p != other {
		if shared := p.sharedSpan(other); !shared.Empty() {
			sp = shared
		}
	} else if p.claim.Voice >= 0 {
		if v := s.voiceSpan(p.doc, &s.docs[p.doc].Attributions[p.claim.Voice]); !v.Empty() && v.Cover(sp).Len() < 160 {
			sp = v.Cover(sp)
		}
	}
	e := s.evidence(p.doc, sp)
	e.Speaker, e.Reading = p.holder, "stance"
	to.Evidence = append(to.Evidence, e)
	for _, src := range to.Sources {
		if src == e.Source {
			return
		}
	}
	to.Sources = append(to.Sources, e.Source)
}

func sorted(set map[int]bool) []int {
	out := make([]int, 0, len(set))
	for i := range set {
		out = append(out, i)
	}
	sort.Ints(out)
	return out
}

// omissions reports the sources that carry the accusation while at least two others carry the denial, and
// that are not older than the denial.
func (s *sources) omissions(all []proposition, d dispute, f *Finding) []Finding {
	denied := map[int]bool{}
	for i := range d.denials {
		if all[i].stance == attribution.Denies {
			denied[all[i].doc] = true
		}
	}
	if len(denied) < 2 {
		return nil
	}
	var out []Finding
	done := map[int]bool{}
	for _, i := range sorted(d.claims) {
		p := &all[i]
		doc := s.docs[p.doc]
		if denied[p.doc] || done[p.doc] || doc.Published.IsZero() {
			continue
		}
		older := true
		for o := range denied {
			if t := s.docs[o].Published; !t.IsZero() && !doc.Published.Before(t) {
				older = false
			}
		}
		if older {
			continue
		}
		done[p.doc] = true
		e := s.evidence(p.doc, p.claim.Span)
		e.Speaker, e.Reading = p.holder, "stance"
		var with []Evidence
		for _, pos := range f.Positions {
			if pos.Value == "denies" {
				with = pos.Evidence
			}
		}
		out = append(out, Finding{Kind: "omission", Rule: ClaimWithoutDenial, Verdict: VerdictSingle, Severity: Review, Origins: 1, Topic: f.Topic,
			Reason:    Reason{Code: "no-denial", Args: []string{e.Source}},
			Positions: []Position{{Value: "asserts", Side: "a", Sources: []string{e.Source}, Evidence: []Evidence{e}}, {Value: "denies", Side: "b", Evidence: with}}})
	}
	return out
}
