package compare

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// polarity tells whether a claim denies (-1) or affirms (1) what it is of, or neither.
func (s *sources) polarity(p *proposition) int {
	if p.claim.Bare || len(p.keys) == 0 || p.mode == attribution.Demanded {
		return 0
	}
	denied := (p.claim.Negated || negations(p)) && !s.deniedAside(p)
	switch p.stance {
	case attribution.Denies:
		if denied {
			return 0 // he denies that no money was paid: rare, and often read wrongly
		}
		return -1
	case attribution.Asserts, attribution.Confirms, attribution.Promises, attribution.Predicts, attribution.Accuses:
		switch {
		case denied:
			return -1
		case s.underDenial(p) || deniesByMeaning(p):
			return 0
		}
		return 1
	}
	return 0
}

// deniedAside reports whether all that a claim denies stands behind a comma that ends what its first verb says, or is what was not there: a ransom had been paid, without
// naming a sum; the gates were opened without warning.
func (s *sources) deniedAside(p *proposition) bool {
	verb := slices.IndexFunc(p.claim.Keys, func(k statement.Key) bool { return k.Verb })
	if verb < 0 {
		return false
	}
	from, aside := p.claim.Keys[verb].Span.End, false
	for i := range p.claim.Keys {
		if k := &p.claim.Keys[i]; k.Denial == statement.Denied {
			if k.Span.Start <= from || !statement.Lacks(s.docs[p.doc].Text, k.Span.Start) && !s.commaIn(p.doc, text.Span{Start: from, End: k.Span.Start}) {
				return false
			}
			aside = true
		}
	}
	return aside
}

// commaIn reports whether a comma stands in a passage.
func (s *sources) commaIn(doc int, sp text.Span) bool {
	g := s.docs[doc].Text
	r := statement.Tokens(g, sp)
	return slices.ContainsFunc(g.Tokens[r.First:r.Last], func(k text.Token) bool { return k.Class == text.Comma })
}

// deniesByMeaning reports whether a claim has a word that denies by what it means: rule out, lack.
func deniesByMeaning(p *proposition) bool {
	return slices.ContainsFunc(p.claim.Keys, func(k statement.Key) bool { return sideOf(&k, impliedDenial) != 0 })
}

// A stancePair is a claim that denies and one of another report that affirms.
type stancePair struct {
	no, yes int     // among the propositions
	weight  float64 // of what they have in common
	signs   stanceSet
}

// stancePairs returns the claims that may stand against each other.
func (s *sources) stancePairs(all []proposition) (out []stancePair) {
	noes, yeses := s.takingSides(all)
	best := map[[2]int]float64{} // of a claim and another report
	for _, i := range noes {
		n := &all[i]
		for _, j := range yeses {
			y := &all[j]
			if n.doc == y.doc {
				continue
			}
			l := n.like(y)
			if l.plain == 0 && !(n.oneSays(y) && (n.stance == attribution.Denies || y.stance == attribution.Confirms)) {
				continue
			}
			m := s.inBothClaims(n, y)
			if m.words() == 0 && m.beside == 0 && !m.turned {
				continue
			}
			p := stancePair{no: i, yes: j, weight: l.weight + float64(m.words())}
			for _, k := range p.places(all) {
				best[k] = max(best[k], p.weight)
			}
			if n.stance == attribution.Denies || y.stance == attribution.Confirms { // a word that is denied alone tells too little
				p.signs = s.stanceSignsOf(n, y, m)
				out = append(out, p)
			}
		}
	}
	only := deniedOnce(all)
	for i := range out {
		p := &out[i]
		k := p.places(all)
		p.signs.add(stanceOnlyNo, only[denier{all[p.no].doc, all[p.no].holder}] == 1)
		p.signs.add(stanceBest, p.weight >= best[k[0]] && p.weight >= best[k[1]])
	}
	return out
}

// takingSides returns the claims that deny and those that affirm, of each report so many that in all no more than mostStances are held against each other.
func (s *sources) takingSides(all []proposition) (noes, yeses []int) {
	most := max(leastStances, int(math.Sqrt(float64(mostStances/max(1, len(s.docs)*(len(s.docs)-1))))))
	count := make([][2]int, len(s.docs))
	for i := range all {
		side := s.polarity(&all[i])
		if side == 0 {
			continue
		}
		n := &count[all[i].doc][(side+1)/2]
		if *n++; *n > most {
			continue
		}
		if side < 0 {
			noes = append(noes, i)
		} else {
			yeses = append(yeses, i)
		}
	}
	return noes, yeses
}

// Bounds of what is held against each other: of a report with more denials than that the first are asked.
const (
	mostStances  = 20_000
	leastStances = 12
)

// places returns each claim of a pair with the report of the other.
func (p *stancePair) places(all []proposition) [2][2]int {
	return [2][2]int{{p.no, all[p.yes].doc}, {p.yes, all[p.no].doc}}
}

// A denier is who denies in a report.
type denier struct {
	doc    int
	holder string
}

// deniedOnce counts what each speaker denies.
func deniedOnce(all []proposition) map[denier]int {
	out := map[denier]int{}
	for i := range all {
		if p := &all[i]; p.holder != "" && p.stance == attribution.Denies {
			out[denier{p.doc, p.holder}]++
		}
	}
	return out
}
