package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
)

// A stanceSign is what speaks for two claims, of which one denies and the other affirms, being of one thing, or against it.
type stanceSign uint8

const (
	stanceWho      stanceSign = iota // one speaker, by name,
	stanceMouth                      // or by a word that may be for him
	stancePerhaps                    // nothing says that the speakers are two
	stanceOwn                        // each is its report's own
	stanceDenies                     // somebody denies, where else a word of the claim is denied
	stanceConfirms                   // somebody confirms or admits
	stanceHeadline                   // one of them is a headline
	stanceWords2                     // two do,
	stanceVerb                       // a verb is among them
	stanceRest0                      // one of them says no more,
	stanceSmall55                    // more than half,
	stanceSmall75                    // or three quarters,
	stanceLarge34                    // of that of the longer one a third,
	stanceLarge55                    // or more than half
	stanceRare                       // a word in common that stands nowhere else,
	stanceFirst                      // both begin with one word
	stanceLast                       // or end with it
	stanceDenied                     // the word that is denied is affirmed
	stanceOpposite                   // what is denied has its opposite in what is affirmed
	stanceDays                       // they tell of two days
	stanceValues                     // or have amounts that do not fit
	stanceSides                      // or of two sides of a pair
	stanceSoFar                      // not yet, but will be
	stanceBest                       // neither report has another claim that is more like the other's,
	stanceSpoken                     // both are on somebody's word
	stanceQuoted                     // both in quotation marks
	stanceObjects                    // behind a verb in common each says other things
	stanceNear1                      // a word beside the one that is denied is in both,
	stanceNear2                      // two are,
	stanceOnlyNo                     // it is the only thing that its speaker denies in its report,
	stanceKnows                      // it is what somebody knows that is denied, and not the thing itself
	stanceHis                        // who is named first in both is one
	stanceSigns
)

// A stanceSet is a set of such signs.
type stanceSet uint64

func (x *stanceSet) add(c stanceSign, ok bool) {
	if ok {
		*x |= 1 << c
	}
}

func (x stanceSet) has(c stanceSign) bool { return x>>c&1 != 0 }

// stanceSignsOf asks for the signs of two claims.
func (s *sources) stanceSignsOf(n, y *proposition, m meeting) (x stanceSet) {
	s.speakerSigns(n, y, &x)
	x.add(stanceDenies, n.stance == attribution.Denies)
	x.add(stanceConfirms, y.stance == attribution.Confirms)
	x.add(stanceHeadline, n.claim.Head || y.claim.Head)
	s.contentSigns(n, y, m, &x)
	x.add(stanceDays, s.otherDays(n, y))
	x.add(stanceValues, s.amountsIn(n, y) == Conflict)
	x.add(stanceSides, s.otherSides(n.doc, n.claim.Span, y.doc, y.claim.Span) || s.turnsApart(n, y) || s.longBefore(n) != s.longBefore(y))
	x.add(stanceObjects, m.verbs > 0 && m.nouns == 0 && m.behind[0] > 0 && m.behind[1] > 0)
	x.add(stanceKnows, s.knows(n) != s.knows(y))
	x.add(stanceQuoted, s.quoted(n) && s.quoted(y))
	return x
}

// speakerSigns are what is told of who says it.
func (s *sources) speakerSigns(n, y *proposition, x *stanceSet) {
	a, b := n.claim.Voice >= 0, y.claim.Voice >= 0 // on somebody's word
	x.add(stanceOwn, !a && !b)
	x.add(stanceSpoken, a && b)
	if !a || !b {
		return
	}
	who := n.who != "" && n.who == y.who && !n.unsaid && !y.unsaid
	mouth := who || s.oneHolder(n, y) || s.oneMouth(n, y)
	x.add(stanceWho, who)
	x.add(stanceMouth, mouth)
	x.add(stancePerhaps, mouth || s.perhapsOneHolder(n, y))
}

// firstName returns the first name of a claim, or 0.
func firstName(p *proposition) uint64 {
	for i := range p.claim.Keys {
		if k := &p.claim.Keys[i]; k.Name {
			return k.Hash
		}
	}
	return 0
}

// nearDenied counts the words around the one that is denied at place i which say the same in another claim, the word itself among them.
func nearDenied(a []word, i int, b []word) (n int) {
	near := a[max(0, i-1):min(len(a), i+nearReach+1)]
	for i := range near {
		if near[i].aliked(b) >= 0 {
			n++
		}
	}
	return n
}

// nearReach is how many words behind one that is denied are near it.
const nearReach = 3

// contentSigns are what the claims have in common.
func (s *sources) contentSigns(n, y *proposition, m meeting, x *stanceSet) {
	w := m.words()
	x.add(stanceWords2, w >= 2)
	x.add(stanceVerb, m.verbs > 0)
	x.add(stanceRest0, min(m.rest[0], m.rest[1]) == 0)
	x.add(stanceHis, firstName(n) != 0 && firstName(n) == firstName(y))
	s.weightSigns(n, y, x)
	a, b := s.contentOf(n), s.contentOf(y)
	if len(a) > 0 && len(b) > 0 {
		x.add(stanceFirst, a[0].alike(&b[0]))
		x.add(stanceLast, a[len(a)-1].alike(&b[len(b)-1]))
	}
	s.denialSigns(n, y, a, b, x)
}

// weightSigns are how much of the claims the words in common are.
func (s *sources) weightSigns(n, y *proposition, x *stanceSet) {
	shared := 0.0
	for _, k := range n.keys {
		if slices.ContainsFunc(y.keys, func(o weighted) bool { return o.id == k.id || !k.key.Name && !o.key.Name && s.sayAlike(k.key, o.key) }) {
			shared += k.weight
		}
	}
	n.shared(y, func(k, _ *weighted) { x.add(stanceRare, !k.key.Name && s.memory.df[k.number] == 2) })
	small, large := min(n.total, y.total), max(n.total, y.total)
	x.add(stanceSmall55, shared >= .55*small)
	x.add(stanceSmall75, shared >= .75*small)
	x.add(stanceLarge34, shared >= .34*large)
	x.add(stanceLarge55, shared >= .55*large)
}

// denialSigns are whether the word that is denied is affirmed, and what stands around it.
func (s *sources) denialSigns(n, y *proposition, a, b []word, x *stanceSet) {
	for i := range a {
		k := &a[i]
		if k.Denial != statement.Denied {
			x.add(stanceOpposite, n.stance == attribution.Denies && k.opposed(b))
			continue
		}
		near := nearDenied(a, i, b)
		x.add(stanceNear1, near >= 1)
		x.add(stanceNear2, near >= 2)
		for j := range b {
			o := &b[j]
			x.add(stanceOpposite, k.opposite(o))
			if k.alike(o) {
				x.add(stanceDenied, true)
				x.add(stanceSoFar, s.notYet(y, n, o.Key, k.Key))
			}
		}
	}
}
