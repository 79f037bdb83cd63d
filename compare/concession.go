package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonConceded is the code of what one holder denies in one report and concedes in another. Arguments: the words of each.
const ReasonConceded = "conceded"

const (
	maxConceded   = 64 // denials, and concessions, of all reports that are looked at
	concededNouns = 1  // words beside the verbs that both have, where a verb of theirs says the same,
	concededWords = 3  // and words of any sort, where none does
)

// concessions reports what one holder denies in one report and concedes in another, in whatever words: she denied that the alarm had been switched
// off, she conceded that it was off. What is known already is left out.
func (s *sources) concessions(all []proposition, known []Finding) []Finding {
	var denials, concessions []int
	for i := range all {
		p := &all[i]
		if p.holder == "" || p.claim.Bare || p.claim.Head || len(p.keys) == 0 || p.mode == attribution.Hypothetical || p.mode == attribution.Demanded {
			continue
		}
		switch {
		case p.stance == attribution.Denies && len(denials) < maxConceded:
			denials = append(denials, i)
		case p.stance == attribution.Confirms && len(concessions) < maxConceded:
			concessions = append(concessions, i)
		}
	}
	var out []Finding
	for _, i := range denials {
		for _, j := range concessions {
			d, c := &all[i], &all[j]
			if d.doc == c.doc || !s.concedes(d, c) || s.alsoSaid(all, concessions, d) || s.alsoSaid(all, denials, c) {
				continue
			}
			f := s.contraryAt(d, c, [2]text.Span{d.claim.Span, c.claim.Span})
			f.Verdict, f.Severity, f.Reason.Code = VerdictConflict, Review, ReasonConceded
			f.Reason.Args = []string{f.Positions[0].Value, f.Positions[1].Value}
			if !toldAlready(known, &f) && !toldAlready(out, &f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// alsoSaid reports whether the report of p has one of the others that is p's holder's, of the same matter: he denies the one and concedes the other.
func (s *sources) alsoSaid(all []proposition, others []int, p *proposition) bool {
	return slices.ContainsFunc(others, func(i int) bool {
		o := &all[i]
		return o.doc == p.doc && s.oneHolder(o, p) && inBothClaims(o, p).words() > 0
	})
}

// oneHolder reports whether two claims are said by one person or body, or by one office.
func (s *sources) oneHolder(a, b *proposition) bool {
	if a.who != "" && a.who == b.who || oneVoice(a, b) {
		return true
	}
	var x, y []bearer
	s.speaking(a, func(q bearer) { x = append(x, q) })
	s.speaking(b, func(q bearer) { y = append(y, q) })
	named, role := s.oneBearer(x, y)
	return named || role
}

// concedes reports whether c concedes what d denies.
func (s *sources) concedes(d, c *proposition) bool {
	m := inBothClaims(d, c)
	if m.turned || m.words() == 0 || negations(d) != negations(c) || !s.oneHolder(d, c) {
		return false
	}
	if m.nouns < concededNouns || m.verbs == 0 && verbs(d) > 0 && verbs(c) > 0 && m.words() < concededWords {
		return false
	}
	return s.amountsIn(d, c) != Conflict && !s.otherDays(d, c) && !s.otherSides(d.doc, d.claim.Span, c.doc, c.claim.Span)
}

// A meeting is what two claims have in common.
type meeting struct {
	nouns, verbs int  // of keys that are no names, and no more than grammar
	turned       bool // one denies a word that the other affirms, or has its opposite
}

func (m meeting) words() int { return m.nouns + m.verbs }

// inBothClaims counts the keys that say the same in two claims.
func inBothClaims(a, b *proposition) (m meeting) {
	for i := range a.claim.Keys {
		k := &a.claim.Keys[i]
		if k.Name || k.Closed || k.Negation {
			continue
		}
		for j := range b.claim.Keys {
			o := &b.claim.Keys[j]
			if o.Name || o.Closed || o.Negation {
				continue
			}
			if opposites(k, o) {
				m.turned = true
				return m
			}
			if !sayAlike(k, o) {
				continue
			}
			if k.Verb && o.Verb {
				m.verbs++
			} else {
				m.nouns++
			}
			break
		}
	}
	return m
}

// opposites reports whether two words stand on two sides of a pair.
func opposites(k, o *statement.Key) bool {
	for _, p := range k.Pairs {
		if side := sideOf(o, p.ID); p.ID != "" && p.ID != impliedDenial && side != 0 && side != p.Side {
			return true
		}
	}
	return false
}

// sayAlike reports whether two words are one or can say the same.
func sayAlike(k, o *statement.Key) bool {
	if idOf(k) == idOf(o) {
		return true
	}
	if !k.Known || !o.Known {
		return false
	}
	x, y := k.Meaning(), o.Meaning()
	return len(x.Senses) <= akinSenses && len(y.Senses) <= akinSenses && sensesMeet(x.Senses, y.Senses)
}

// negations tells whether a claim has a word that denies.
func negations(p *proposition) bool {
	return slices.ContainsFunc(p.claim.Keys, func(k statement.Key) bool { return k.Negation || k.Denial == statement.Denied })
}

// verbs counts the verbs of a claim.
func verbs(p *proposition) int {
	n := 0
	for i := range p.claim.Keys {
		if k := &p.claim.Keys[i]; k.Verb && !k.Name && !k.Closed {
			n++
		}
	}
	return n
}
