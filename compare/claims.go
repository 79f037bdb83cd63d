package compare

import (
	"maps"
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
)

// stances pairs each denial with the claims it denies: one finding for each thing that some assert and others
// deny, with the sides; and, beside it, the sources that carry the accusation without the denial.
func (s *sources) stances(all []proposition) []Finding {
	var disputes []dispute
	s.byKey = postings(all)
	for i := range all {
		d := &all[i]
		if d.stance != attribution.Denies && d.stance != attribution.Declines || d.holder == "" {
			continue
		}
		claims := s.denied(all, i)
		if len(claims) == 0 {
			continue
		}
		disputes = addDispute(disputes, i, claims)
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

// addDispute joins a denial to the disputes that share a claim with it, which then are one.
func addDispute(ds []dispute, denial int, claims []int) []dispute {
	one := dispute{map[int]bool{}, map[int]bool{denial: true}}
	for _, c := range claims {
		one.claims[c] = true
	}
	kept := ds[:0]
	for _, d := range ds {
		if !meets(d.claims, one.claims) {
			kept = append(kept, d)
			continue
		}
		if len(d.denials) > len(one.denials) {
			one, d = d, one // the fewer are moved, so that many denials of one thing stay cheap
		}
		maps.Copy(one.claims, d.claims)
		maps.Copy(one.denials, d.denials)
	}
	return append(kept, one)
}

func meets(a, b map[int]bool) bool {
	for i := range a {
		if b[i] {
			return true
		}
	}
	return false
}

// selfShare is that share where claim and denial are one holder's.
const selfShare = 0.75

// deniedShare is the share of the keys of a denial that a claim must have, and deniedKeys how many, where it has more.
const (
	deniedShare = 0.5
	deniedKeys  = 3
)

// denied returns the propositions that denial d denies: another holder asserts what its content names. A
// denial of "the reports" or "an accusation" denies the claim made before it, and those like it.
func (s *sources) denied(all []proposition, i int) []int {
	d := &all[i]
	if len(d.keys) == 0 {
		return nil
	}
	if d.claim.Bare {
		a := s.antecedent(all, i)
		if a < 0 {
			return nil
		}
		return append(s.claimants(all, &all[a], d, sameShare), a)
	}
	return s.claimants(all, d, d, deniedShare)
}

// antecedent returns the last claim of another holder before a denial in its document, or -1.
func (s *sources) antecedent(all []proposition, i int) int {
	d := &all[i]
	best := -1
	for j := range all {
		p := &all[j]
		if p.doc != d.doc || j == i || p.claim.Bare || p.holder == d.holder || !p.asserts() || len(p.keys) < 2 || p.claim.Sentence > d.claim.Sentence ||
			d.claim.Sentence-p.claim.Sentence > maxAntecedent {
			continue
		}
		if best < 0 || p.claim.Sentence > all[best].claim.Sentence || p.claim.Sentence == all[best].claim.Sentence && p.holder != "" {
			best = j
		}
	}
	return best
}

// maxAntecedent is how many sentences back a denial reaches.
const maxAntecedent = 4

// asserts reports whether a proposition takes its content to be so.
func (p *proposition) asserts() bool {
	switch p.stance {
	case attribution.Denies, attribution.Declines, attribution.Asks, attribution.Promises, attribution.Warns, attribution.Praises, attribution.Condemns:
		return false
	}
	return !p.claim.Negated && p.mode != attribution.Hypothetical
}

// mostClaimants bounds how many propositions with one key a denial is held against, so that time stays linear in the
// number of sources.
const mostClaimants = 512

// postings are the propositions that have each key.
func postings(all []proposition) map[uint64][]int {
	out := map[uint64][]int{}
	for i := range all {
		if !all[i].asserts() {
			continue
		}
		for k := range all[i].keys {
			if w := &all[i].keys[k]; len(out[w.id]) < mostClaimants {
				out[w.id] = append(out[w.id], i)
			}
		}
	}
	return out
}

// candidates returns the assertions that share a key with a proposition, in their order.
func (s *sources) candidates(what *proposition) []int {
	var out []int
	for k := range what.keys {
		out = append(out, s.byKey[what.keys[k].id]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// claimants returns the assertions that have enough of the keys of what, by others than the holder of denial d;
// at most two of one document.
func (s *sources) claimants(all []proposition, what, d *proposition, share float64) []int {
	type hit struct {
		i     int
		score float64
	}
	var hits []hit
	for _, i := range s.candidates(what) {
		p := &all[i]
		if p == d || p == what || !p.asserts() || p.claim.Bare || p.holder == "" && p.claim.Head {
			continue
		}
		share := share
		if p.holder == d.holder {
			if p.doc == d.doc {
				continue
			}
			if s.quoted(p) && s.quoted(d) {
				continue // he calls the charges "baseless" here, and says that they are "baseless" there
			}
			share = selfShare // one outlet has him deny what another has him say
		}
		l := what.like(p)
		n := float64(l.plain + l.names)
		named := s.namesHolder(p, d)
		if l.plain == 0 || n < max(share*float64(len(what.keys)), float64(min(deniedKeys, len(what.keys)-1))) && !covered(p, n, named) || n < 2 && !named {
			continue
		}
		hits = append(hits, hit{i, l.weight / p.total})
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].score > hits[j].score })
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

// quoted reports whether some words of a proposition are given as its speaker's own.
func (s *sources) quoted(p *proposition) bool {
	return p.claim.Voice >= 0 && len(s.docs[p.doc].Attributions[p.claim.Voice].Quoted) > 0
}

// covered reports whether a denial that says more besides has nearly all of a claim: n of its keys, and its "it" may
// stand for the denier whom the claim names.
func covered(p *proposition, n float64, named bool) bool {
	if named {
		n++
	}
	return n >= coveredKeys && n >= coveredShare*float64(len(p.keys))
}

const (
	coveredKeys  = 3
	coveredShare = 0.75
)

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
	for _, i := range bestOfEach(all, d.claims, first) {
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
	code := "claim-denial"
	if s.himself(all, d) {
		f.Verdict, code = VerdictConflict, "said-and-denied"
	}
	f.Topic = shorten(s.disputed(all, d, &claimed), 80)
	f.Reason = Reason{Code: code, Args: []string{claimed.Evidence[0].Speaker, denies.Evidence[0].Speaker, f.Topic}}
	f.Origins = len(f.Positions)
	return f, true
}

// maxClaimText is how long a claim may be to be shown whole.
const maxClaimText = 120

// himself reports whether one holder alone stands on both sides.
func (s *sources) himself(all []proposition, d dispute) bool {
	holder := ""
	for _, i := range append(sorted(d.claims), sorted(d.denials)...) {
		switch h := all[i].holder; {
		case h == "" || holder != "" && h != holder:
			return false
		default:
			holder = h
		}
	}
	return true
}

func (s *sources) stand(to *Position, p, other *proposition) {
	sp := p.claim.Span
	if p != other {
		if shared := p.sharedSpan(other); !shared.Empty() && sp.Len() > maxClaimText {
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

// disputed is what a dispute is about, in the words of the denial where it has any of its own.
func (s *sources) disputed(all []proposition, d dispute, claimed *Position) string {
	for _, i := range sorted(d.denials) {
		if p := &all[i]; !p.claim.Bare && p.stance == attribution.Denies && len(p.keys) > 1 {
			return p.claim.Span.Of(s.docs[p.doc].Source.Text)
		}
	}
	return claimed.Evidence[0].Text
}

// namesHolder reports whether a claim is about whoever denies: "Iran denied the transfer" answers a claim that names Iran.
func (s *sources) namesHolder(p, d *proposition) bool {
	e := s.docs[d.doc].Attributions[d.claim.Voice].Speaker.Entity
	if e < 0 || len(p.keys) < 3 {
		return false
	}
	h := statement.EntityHash(&s.docs[d.doc].Entities[e])
	for i := range p.claim.Keys {
		if k := &p.claim.Keys[i]; k.Name && k.Hash == h {
			return true
		}
	}
	return false
}

// bestOfEach keeps of each document the claim that is most like the denial.
func bestOfEach(all []proposition, claims map[int]bool, denial *proposition) []int {
	best := map[int]int{}
	for _, i := range sorted(claims) {
		j, ok := best[all[i].doc]
		if !ok || denial.like(&all[i]).weight > denial.like(&all[j]).weight {
			best[all[i].doc] = i
		}
	}
	out := make([]int, 0, len(best))
	for _, i := range best {
		out = append(out, i)
	}
	sort.Ints(out)
	return out
}

func sorted(set map[int]bool) []int {
	out := make([]int, 0, len(set))
	for i := range set {
		out = append(out, i)
	}
	sort.Ints(out)
	return out
}

// heard reports whether a document lets whoever denies speak, in whatever words: his body, or a spokesman of his state.
func (s *sources) heard(doc int, d dispute, all []proposition) bool {
	deniers := map[entityKey]bool{}
	for i := range d.denials {
		p := &all[i]
		for _, k := range s.speakers(p.doc, int(p.claim.Voice)) {
			deniers[k] = true
		}
	}
	for v := range s.docs[doc].Attributions {
		for _, k := range s.speakers(doc, v) {
			if deniers[k] {
				return true
			}
		}
	}
	return false
}

// speakers returns the keys of all that the words of a speaker name: "the spokesman of the Iranian Ministry of
// Foreign Affairs" names Iran, too.
func (s *sources) speakers(d, voice int) []entityKey {
	if voice < 0 {
		return nil
	}
	doc := s.docs[d]
	r := doc.Attributions[voice].Speaker.Range
	keys := []entityKey{s.speaker(d, voice)}
	for i := range doc.Names {
		if m := &doc.Names[i]; m.First >= r.First && m.Last <= r.Last && r.Len() > 0 {
			keys = append(keys, s.keys[d][m.Value.Entity])
		}
	}
	return keys
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
		if denied[p.doc] || done[p.doc] || doc.Published.IsZero() || s.heard(p.doc, d, all) {
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
