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
	concededWords = 3  // words that say the same, where none of them is a verb
)

// concessions reports what one holder denies in one report and concedes in another, in whatever words: she denied that the alarm had been switched
// off, she conceded that it was off. What is known already is left out.
func (s *sources) concessions(all []proposition, known []Finding) []Finding {
	denials, concessions := deniedAndConceded(all)
	var out []Finding
	for _, i := range denials {
		for _, j := range concessions {
			d, c := &all[i], &all[j]
			if d.doc == c.doc || !s.concedes(d, c) || s.alsoSaid(all, concessions, d) || s.alsoSaid(all, denials, c) {
				continue
			}
			f := s.contraryAt(d, c, [2]text.Span{d.claim.Span, c.claim.Span})
			f.Verdict, f.Severity, f.Reason.Code = VerdictConflict, Review, ReasonConceded
			switch {
			case !s.oneHolder(d, c) && !s.oneMouth(d, c):
				f.Verdict, f.Reason.Code = VerdictDisputed, ReasonContrary
			case c.stance == attribution.Promises:
				f.Reason.Code = ReasonContrary
			}
			f.Topic = shorten(d.claim.Span.Of(s.docs[d.doc].Source.Text), 80)
			f.Reason.Args = []string{f.Topic, shorten(c.claim.Span.Of(s.docs[c.doc].Source.Text), 80)}
			if !toldAlready(known, &f) && !toldAlready(out, &f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// deniedAndConceded returns the claims that somebody denies, and those that he confirms or promises.
func deniedAndConceded(all []proposition) (denials, concessions []int) {
	for i := range all {
		p := &all[i]
		if p.holder == "" || p.claim.Bare || p.claim.Head || len(p.keys) == 0 || p.mode == attribution.Demanded {
			continue
		}
		switch {
		case p.stance == attribution.Denies && len(denials) < maxConceded:
			denials = append(denials, i)
		case (p.stance == attribution.Confirms || p.stance == attribution.Promises) && len(concessions) < maxConceded:
			concessions = append(concessions, i)
		}
	}
	return denials, concessions
}

// alsoSaid reports whether the report of p has one of the others that is p's holder's, of the same matter: he denies the one and concedes the other.
func (s *sources) alsoSaid(all []proposition, others []int, p *proposition) bool {
	return slices.ContainsFunc(others, func(i int) bool {
		o := &all[i]
		return o.doc == p.doc && (s.oneHolder(o, p) || s.oneMouth(o, p)) && s.inBothClaims(o, p).words() > 0
	})
}

// concedes reports whether c concedes what d denies.
func (s *sources) concedes(d, c *proposition) bool {
	if negations(d) != negations(c) || !s.oneClaim(d, c) || !s.oneHolder(d, c) && !s.oneMouth(d, c) && !s.perhapsOneHolder(d, c) {
		return false
	}
	return s.amountsIn(d, c) != Conflict && !s.otherDays(d, c) && !s.otherSides(d.doc, d.claim.Span, c.doc, c.claim.Span)
}

// oneClaim reports whether a denial and an admission of one holder are of one thing: what is done and another word, a name or a time of both say the
// same, or three words do, or one word, where one says no more or nothing that it is done to.
func (s *sources) oneClaim(d, c *proposition) bool {
	m := s.inBothClaims(d, c)
	if c.stance == attribution.Promises && (m.verbs == 0 || m.words() < 2) {
		return false // what is pledged takes back what was denied where it is plainly the same deed
	}
	all, least := m.words()+m.beside, min(m.rest[0], m.rest[1])
	switch {
	case m.turned || all == 0:
		return false
	case m.words() >= concededWords:
		return true
	case m.words() == 0:
		return all > 1 && least <= 1
	case all > 1:
		return m.verbs > 0 || m.beside > 0 || least == 0
	case m.verbs > 0:
		return m.behind[0] == 0 || m.behind[1] == 0
	}
	return max(m.rest[0], m.rest[1]) < concededWords && (least == 0 || (m.does[0] == 0) != (m.does[1] == 0)) // was switched off, was off
}

// A meeting is what two claims have in common, and what each has besides.
type meeting struct {
	nouns, verbs int    // of keys that are no names or times, and no more than grammar
	beside       int    // of names and times
	rest, behind [2]int // keys of each that the other has not; of them those behind the first verb that both have,
	does         [2]int // and verbs
	turned       bool   // one denies a word that the other affirms, or has its opposite
}

func (m meeting) words() int { return m.nouns + m.verbs }

// inBothClaims counts the keys that say the same in two claims.
func (s *sources) inBothClaims(a, b *proposition) (m meeting) {
	x, y := s.contentOf(a), s.contentOf(b)
	m.beside = s.namesAndTimes(a, b)
	var room [fewWords]bool
	met := append(room[:0], make([]bool, len(y))...)
	verb := [2]int{len(x), len(y)}
	for i := range x {
		k := &x[i]
		if k.opposed(y) {
			m.turned = true
			return m
		}
		j := k.aliked(y)
		if j < 0 {
			m.lacks(0, k, i > verb[0])
			continue
		}
		met[j] = true
		if k.Verb || y[j].Verb {
			m.verbs++
			verb = [2]int{min(verb[0], i), min(verb[1], j)}
		} else {
			m.nouns++
		}
	}
	for j := range y {
		if !met[j] {
			m.lacks(1, &y[j], j > verb[1])
		}
	}
	return m
}

// lacks counts a key of one claim that the other has not.
func (m *meeting) lacks(n int, k *word, behind bool) {
	m.rest[n]++
	if behind {
		m.behind[n]++
	}
	if k.Verb {
		m.does[n]++
	}
}

// fewWords is how many words of content hardly a claim has.
const fewWords = 48

// namesAndTimes counts the names and words for times that two claims have in common, the speaker's aside.
func (s *sources) namesAndTimes(a, b *proposition) (n int) {
	for _, k := range s.besides(a) {
		for i := range b.claim.Keys {
			if o := &b.claim.Keys[i]; o.Hash == k.Hash && o.Name == k.Name {
				n++
				break
			}
		}
	}
	return n
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

// negations tells whether a claim has a word that denies.
func negations(p *proposition) bool {
	return slices.ContainsFunc(p.claim.Keys, func(k statement.Key) bool { return k.Negation || k.Denial == statement.Denied })
}
