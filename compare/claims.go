package compare

import (
	"slices"
	"sort"
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
)

// stances pairs each denial with the claims it denies: one finding for each thing that some assert and others
// deny, with the sides; and, beside it, the sources that carry the accusation without the denial.
func (s *sources) stances(all []proposition) []Finding {
	k := s.kinds
	t := newDisputed(all)
	for i := range all {
		d := &all[i]
		if d.stance != attribution.Denies && d.stance != attribution.Declines || d.holder == "" || len(d.keys) == 0 || s.counted(d) {
			continue
		}
		what, share := i, deniedShare
		if d.claim.Bare {
			if what, share = s.antecedent(all, i), sameShare; what < 0 {
				continue
			}
		}
		t.add(all, i, s.deniedBy(all, k, i, what, share))
	}
	var out []Finding
	for _, d := range t.disputes() {
		if f, ok := s.dispute(all, d); ok {
			out = append(out, f)
			out = append(out, s.answers(all, d, f.Topic)...)
			out = append(out, s.omissions(all, d, &f)...)
		}
	}
	return out
}

// counted reports whether those who are said to deny are a number of people: who votes a measure down denies nothing.
func (s *sources) counted(d *proposition) bool {
	doc := s.docs[d.doc]
	if d.claim.Voice < 0 {
		return false
	}
	first := doc.Attributions[d.claim.Voice].Speaker.First
	i := sort.Search(len(doc.Quantities), func(i int) bool { return doc.Quantities[i].First >= first })
	return i < len(doc.Quantities) && doc.Quantities[i].First == first
}

// A dispute is one thing that is asserted and denied: propositions, in order.
type dispute struct{ claims, denials []int }

// selfShare is that share where claim and denial are one holder's.
const selfShare = 0.75

// deniedShare is the share of the keys of a denial that a claim must have, and deniedKeys how many, where it has more.
const (
	deniedShare = 0.5
	deniedKeys  = 3
)

// antecedent returns the last claim of another holder before a denial in its document, or -1.
func (s *sources) antecedent(all []proposition, i int) int {
	d := &all[i]
	best, from := -1, i
	for from > 0 && all[from-1].doc == d.doc {
		from--
	}
	for j := from; j < len(all) && all[j].doc == d.doc; j++ {
		p := &all[j]
		if j == i || p.claim.Bare || p.holder == d.holder || !p.asserts() || len(p.keys) < 2 || p.claim.Sentence > d.claim.Sentence ||
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
	return !p.claim.Negated && !p.deniesFirst() && p.mode != attribution.Hypothetical
}

// deniesFirst reports whether the first thing that is said to be done is denied: "I don't know who did it" is no claim that
// somebody knows.
func (p *proposition) deniesFirst() bool {
	for i := range p.claim.Keys {
		if k := &p.claim.Keys[i]; k.Verb {
			return k.Denial == statement.Denied || ofNothing(p, i)
		}
	}
	return false
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
	for _, i := range d.denials {
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
	d.claims = slices.DeleteFunc(d.claims, func(i int) bool {
		return ofCourt(&all[i]) && !slices.ContainsFunc(d.denials, func(k int) bool { return tellsVerdict(&all[k]) }) || s.onlyDenied(all, &all[i], d.denials)
	})
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
	f.Topic = shorten(s.disputed(all, d, &claimed), 80)
	f.Reason = Reason{Code: "claim-denial", Args: []string{claimed.Evidence[0].Speaker, denies.Evidence[0].Speaker, f.Topic}}
	if h := himself(all, d); h != "" {
		f.Verdict, f.Reason.Code = VerdictConflict, "said-and-denied"
		f.Reason.Args[0], f.Reason.Args[1] = h, h
	}
	f.Origins = len(f.Positions)
	return f, true
}

// maxClaimText is how long a claim may be to be shown whole.
const maxClaimText = 120

// himself returns who says it in one document and denies it in another, or "": whoever else says it too, that is the graver finding.
func himself(all []proposition, d dispute) string {
	for _, i := range d.claims {
		for _, j := range d.denials {
			if h := all[i].holder; all[i].oneSays(&all[j]) && all[i].doc != all[j].doc && all[j].stance == attribution.Denies {
				return h
			}
		}
	}
	return ""
}

// oneSays reports whether two claims are one holder's, by his name.
func (p *proposition) oneSays(o *proposition) bool {
	return p.holder != "" && p.holder == o.holder || p.who != "" && p.who == o.who && !p.unsaid && !o.unsaid
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
	if n := len(to.Sources); n > 0 && to.Sources[n-1] == e.Source {
		return // they come in the order of the documents
	}
	to.Sources = append(to.Sources, e.Source)
}

// disputed is what a dispute is about, in the words of the denial where it has any of its own.
func (s *sources) disputed(all []proposition, d dispute, claimed *Position) string {
	for _, i := range d.denials {
		if p := &all[i]; !p.claim.Bare && p.stance == attribution.Denies && len(p.keys) > 1 {
			return p.claim.Span.Of(s.docs[p.doc].Source.Text)
		}
	}
	return claimed.Evidence[0].Text
}

// namesHolder reports whether a claim is about whoever denies: "Iran denied the transfer" answers a claim that names Iran.
func (s *sources) namesHolder(p, d *proposition) bool {
	if len(p.keys) < 3 {
		return false
	}
	for _, h := range s.bodies(d) {
		if p.names(h) {
			return true
		}
	}
	return false
}

// bodies returns the keys of whoever denies and of those that the words for him name: a country's ministry answers for it.
func (s *sources) bodies(d *proposition) []uint64 {
	if d.claim.Voice < 0 {
		return nil
	}
	doc := s.docs[d.doc]
	sp := &doc.Attributions[d.claim.Voice].Speaker
	var out []uint64
	if sp.Entity >= 0 {
		out = append(out, statement.EntityHash(&doc.Entities[sp.Entity]))
	}
	i, _ := slices.BinarySearchFunc(doc.Names, sp.First, func(m name.Mention, first int32) int { return int(m.First) - int(first) })
	for ; i < len(doc.Names) && doc.Names[i].First < sp.Last; i++ {
		if e := doc.Names[i].Value.Entity; doc.Names[i].Last <= sp.Last && e >= 0 && int(e) < len(doc.Entities) {
			out = append(out, statement.EntityHash(&doc.Entities[e]))
		}
	}
	return out
}

// bestOfEach keeps of each document the claim that is most like the denial.
func bestOfEach(all []proposition, claims []int, denial *proposition) []int {
	best := map[int]int{}
	for _, i := range claims {
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

// deniers returns the keys of all who speak in the denials of a dispute.
func (s *sources) deniers(d dispute, all []proposition) map[entityKey]bool {
	out := map[entityKey]bool{}
	for _, i := range d.denials {
		p := &all[i]
		for _, k := range s.speakers(p.doc, int(p.claim.Voice)) {
			out[k] = true
		}
	}
	return out
}

// heard reports whether a document lets whoever denies speak, in whatever words: his body, or a spokesman of his state.
func (s *sources) heard(doc int, deniers map[entityKey]bool) bool {
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
	var first time.Time // of the denials whose time is known
	for _, i := range d.denials {
		if all[i].stance != attribution.Denies {
			continue
		}
		denied[all[i].doc] = true
		if t := s.docs[all[i].doc].Published; !t.IsZero() && (first.IsZero() || t.Before(first)) {
			first = t
		}
	}
	if len(denied) < 2 || first.IsZero() {
		return nil
	}
	var out []Finding
	done := map[int]bool{}
	deniers := s.deniers(d, all)
	for _, i := range d.claims {
		p := &all[i]
		doc := s.docs[p.doc]
		if denied[p.doc] || done[p.doc] || doc.Published.IsZero() || doc.Published.Before(first) || s.heard(p.doc, deniers) {
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
