package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
)

// A stanceSign is what speaks for two claims, of which one denies and the other affirms, being of one thing, or against it.
type stanceSign uint8

const (
	stanceWho        stanceSign = iota // one speaker, by name,
	stanceHolder                       // or by what he is called or speaks for,
	stanceMouth                        // or by a word that may be for him
	stancePerhaps                      // nothing says that the speakers are two
	stanceNamed                        // two speakers have names, and not the same
	stanceOwn                          // each is its report's own
	stanceOneOwn                       // one of them is
	stanceOfHolder                     // the claim that affirms names who denies
	stanceDenies                       // somebody denies, where else a word of the claim is denied
	stanceConfirms                     // somebody confirms or admits
	stancePromises                     // somebody promises
	stancePlanned                      // what is affirmed is planned,
	stanceUncertain                    // may be, or would be
	stanceHeadline                     // one of them is a headline
	stanceWords1                       // one content word says the same in both,
	stanceWords2                       // two do,
	stanceWords3                       // three,
	stanceWords4                       // or four
	stanceVerb                         // a verb is among them
	stanceBeside                       // a name or a time is in both
	stanceBesides                      // two are
	stanceRest0                        // one of them says no more,
	stanceRest1                        // or one word more
	stanceLong                         // both say three words more
	stanceSmall34                      // of the weight of the shorter claim the words in common have a third,
	stanceSmall55                      // more than half,
	stanceSmall75                      // or three quarters,
	stanceLarge34                      // and of the longer one
	stanceLarge55                      //
	stanceRare                         // a word in common that stands nowhere else,
	stanceRares                        // or two
	stanceFirst                        // both begin with one word
	stanceLast                         // or end with it
	stanceDenied                       // the word that is denied is affirmed
	stanceDeniedVerb                   // a verb
	stanceOpposite                     // a word of the one has its opposite in the other
	stanceDays                         // they tell of two days
	stanceValues                       // or have amounts that do not fit
	stanceFits                         // or amounts that do
	stanceSides                        // or of two sides of a pair
	stanceSoFar                        // not yet, but will be
	stanceLater                        // what is denied may have been done since
	stanceBest                         // neither report has another claim that is more like the other's,
	stanceBestOne                      // or one of them has none
	stanceBoth                         // the report that denies affirms something of the sort as well, or the other way round
	stanceSpoken                       // both are on somebody's word
	stanceQuoted                       // both in quotation marks
	stanceAdmits                       // one speaker denies and confirms
	stanceObjects                      // behind a verb in common each says other things
	stanceNear1                        // a word beside the one that is denied is in both,
	stanceNear2                        // two are,
	stanceNear3                        // or three
	stanceOnlyNo                       // it is the only thing that its speaker denies in its report,
	stanceOnlyYes                      // or the only one that he confirms
	stanceOfWord                       // the claim that affirms begins with the noun by which who denies is called
	stanceKnows                        // it is what somebody knows that is denied, and not the thing itself
	stanceStem                         // words of one stem: evacuate, evacuation
	stanceFirstNo                      // what is denied begins with a word that is in what is affirmed,
	stanceFirstYes                     // or the other way round
	stanceHis                          // who is named first in both is one
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

// polarity tells whether a claim denies (-1) or affirms (1) what it is of, or neither.
func (s *sources) polarity(p *proposition) int {
	if p.claim.Bare || len(p.keys) == 0 || p.mode == attribution.Demanded {
		return 0
	}
	denied := p.claim.Negated || negations(p)
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

// deniesByMeaning reports whether a claim has a word that denies by what it means: rule out, lack.
func deniesByMeaning(p *proposition) bool {
	return slices.ContainsFunc(p.claim.Keys, func(k statement.Key) bool { return sideOf(&k, impliedDenial) != 0 })
}

// A stancePair is a claim that denies and one of another report that affirms.
type stancePair struct {
	no, yes int // among the propositions
	signs   stanceSet
}

// stancePairs returns the claims that may stand against each other.
func (s *sources) stancePairs(all []proposition) (out []stancePair) {
	var noes, yeses []int
	for i := range all {
		switch s.polarity(&all[i]) {
		case -1:
			noes = append(noes, i)
		case 1:
			yeses = append(yeses, i)
		}
	}
	for _, i := range noes {
		n := &all[i]
		for _, j := range yeses {
			y := &all[j]
			if n.doc == y.doc {
				continue
			}
			if l := n.like(y); l.plain == 0 && !(n.oneSays(y) && (n.stance == attribution.Denies || y.stance == attribution.Confirms)) {
				continue
			}
			out = append(out, stancePair{no: i, yes: j})
		}
	}
	best := map[[2]int]float64{}
	weights := make([]float64, len(out))
	kept := out[:0]
	for _, p := range out {
		m := s.inBothClaims(&all[p.no], &all[p.yes])
		if m.words() == 0 && m.beside == 0 && !m.turned {
			continue
		}
		p.signs = s.stanceSignsOf(&all[p.no], &all[p.yes], m)
		w := all[p.no].like(&all[p.yes]).weight + float64(m.words())
		weights[len(kept)] = w
		a, b := [2]int{p.no, all[p.yes].doc}, [2]int{p.yes, all[p.no].doc}
		best[a], best[b] = max(best[a], w), max(best[b], w)
		kept = append(kept, p)
	}
	only := onlyStances(all)
	for k := range kept {
		p := &kept[k]
		p.signs.add(stanceOnlyNo, only[stanceOf{all[p.no].doc, all[p.no].holder, attribution.Denies}] == 1)
		p.signs.add(stanceOnlyYes, only[stanceOf{all[p.yes].doc, all[p.yes].holder, attribution.Confirms}] == 1)
		a, b := [2]int{p.no, all[p.yes].doc}, [2]int{p.yes, all[p.no].doc}
		x, y := weights[k] >= best[a], weights[k] >= best[b]
		p.signs.add(stanceBest, x && y)
		p.signs.add(stanceBestOne, x || y)
	}
	return kept
}

// A stanceOf is what a speaker does in a report.
type stanceOf struct {
	doc    int
	holder string
	stance attribution.Stance
}

// onlyStances counts the claims of each speaker that he denies or confirms.
func onlyStances(all []proposition) map[stanceOf]int {
	out := map[stanceOf]int{}
	for i := range all {
		if p := &all[i]; p.holder != "" && (p.stance == attribution.Denies || p.stance == attribution.Confirms) {
			out[stanceOf{p.doc, p.holder, p.stance}]++
		}
	}
	return out
}

// stanceSignsOf asks for the signs of two claims.
func (s *sources) stanceSignsOf(n, y *proposition, m meeting) (x stanceSet) {
	s.speakerSigns(n, y, &x)
	x.add(stanceDenies, n.stance == attribution.Denies)
	x.add(stanceConfirms, y.stance == attribution.Confirms)
	x.add(stancePromises, y.stance == attribution.Promises)
	x.add(stancePlanned, y.mode == attribution.Planned)
	x.add(stanceUncertain, !n.plain() || !y.plain())
	x.add(stanceHeadline, n.claim.Head || y.claim.Head)
	s.contentSigns(n, y, m, &x)
	x.add(stanceDays, s.otherDays(n, y))
	switch s.amountsIn(n, y) {
	case Conflict:
		x.add(stanceValues, true)
	case Compatible, Agree:
		x.add(stanceFits, true)
	}
	x.add(stanceSides, s.otherSides(n.doc, n.claim.Span, y.doc, y.claim.Span) || s.turnsApart(n, y) || s.longBefore(n) != s.longBefore(y))
	x.add(stanceLater, s.laterDone(n, y, true))
	x.add(stanceAdmits, x.has(stanceDenies) && x.has(stanceConfirms) && x.has(stancePerhaps))
	x.add(stanceObjects, m.verbs > 0 && m.nouns == 0 && m.behind[0] > 0 && m.behind[1] > 0)
	x.add(stanceKnows, s.knows(n) != s.knows(y))
	x.add(stanceQuoted, s.quoted(n) && s.quoted(y))
	return x
}

// speakerSigns are what is told of who says it.
func (s *sources) speakerSigns(n, y *proposition, x *stanceSet) {
	a, b := n.claim.Voice >= 0, y.claim.Voice >= 0
	x.add(stanceOwn, !a && !b)
	x.add(stanceOneOwn, a != b)
	x.add(stanceSpoken, a && b)
	if a && !b {
		x.add(stanceOfHolder, s.answersFor(n, y) || s.namesHolder(y, n))
		x.add(stanceOfWord, s.beginsWithHolder(n, y))
	}
	if !a || !b {
		return
	}
	one := n.who != "" && n.who == y.who && !n.unsaid && !y.unsaid
	x.add(stanceWho, one)
	one = one || s.oneHolder(n, y)
	x.add(stanceHolder, one)
	one = one || s.oneMouth(n, y)
	x.add(stanceMouth, one)
	one = one || s.perhapsOneHolder(n, y)
	x.add(stancePerhaps, one)
	x.add(stanceNamed, !one && n.who != "" && y.who != "" && !n.unsaid && !y.unsaid)
}

// beginsWithHolder reports whether one of the first words of a claim is the noun by which the speaker of another one is called: the state transportation
// department, the department.
func (s *sources) beginsWithHolder(n, y *proposition) bool {
	noun, _ := statement.HeadNoun(s.docs[n.doc].Text, s.speakerOf(n).Range)
	if noun == "" {
		return false
	}
	return slices.ContainsFunc(y.claim.Keys[:min(len(y.claim.Keys), thingWords)], func(k statement.Key) bool {
		return strings.EqualFold(k.Span.Of(s.docs[y.doc].Source.Text), noun)
	})
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

// stemShared reports whether two words of two claims are made of one, and no word for the same.
func (s *sources) stemShared(n, y *proposition) bool {
	for _, k := range n.keys {
		for _, o := range y.keys {
			if k.id != o.id && !k.key.Name && !o.key.Name && !sayAlike(k.key, o.key) && oneStem(k.key.Span.Of(s.docs[n.doc].Source.Text), o.key.Span.Of(s.docs[y.doc].Source.Text)) {
				return true
			}
		}
	}
	return false
}

// nearDenied counts the words around the one that is denied at place i which say the same in another claim, the word itself among them.
func nearDenied(a []*statement.Key, i int, b []*statement.Key) (n int) {
	for _, k := range a[max(0, i-1):min(len(a), i+nearReach+1)] {
		if slices.ContainsFunc(b, func(o *statement.Key) bool { return sayAlike(k, o) }) {
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
	x.add(stanceWords1, w >= 1)
	x.add(stanceWords2, w >= 2)
	x.add(stanceWords3, w >= 3)
	x.add(stanceWords4, w >= 4)
	x.add(stanceVerb, m.verbs > 0)
	x.add(stanceBeside, m.beside >= 1)
	x.add(stanceBesides, m.beside >= 2)
	x.add(stanceRest0, min(m.rest[0], m.rest[1]) == 0)
	x.add(stanceRest1, min(m.rest[0], m.rest[1]) <= 1)
	x.add(stanceLong, min(m.rest[0], m.rest[1]) >= 3)
	x.add(stanceOpposite, m.turned)
	x.add(stanceHis, firstName(n) != 0 && firstName(n) == firstName(y))
	x.add(stanceStem, s.stemShared(n, y))
	shared, rare := 0.0, 0
	a, b := s.contentOf(n), s.contentOf(y)
	for _, k := range n.keys {
		if slices.ContainsFunc(y.keys, func(o weighted) bool { return o.id == k.id || !k.key.Name && !o.key.Name && sayAlike(k.key, o.key) }) {
			shared += k.weight
		}
	}
	n.shared(y, func(k, _ *weighted) {
		if !k.key.Name && s.memory.df[k.number] == 2 {
			rare++
		}
	})
	x.add(stanceRare, rare >= 1)
	x.add(stanceRares, rare >= 2)
	small, large := min(n.total, y.total), max(n.total, y.total)
	x.add(stanceSmall34, shared >= .34*small)
	x.add(stanceSmall55, shared >= .55*small)
	x.add(stanceSmall75, shared >= .75*small)
	x.add(stanceLarge34, shared >= .34*large)
	x.add(stanceLarge55, shared >= .55*large)
	if len(a) > 0 && len(b) > 0 {
		x.add(stanceFirst, sayAlike(a[0], b[0]))
		x.add(stanceFirstNo, slices.ContainsFunc(b, func(o *statement.Key) bool { return sayAlike(a[0], o) }))
		x.add(stanceFirstYes, slices.ContainsFunc(a, func(o *statement.Key) bool { return sayAlike(b[0], o) }))
		x.add(stanceLast, sayAlike(a[len(a)-1], b[len(b)-1]))
	}
	for i, k := range a {
		if k.Denial != statement.Denied {
			continue
		}
		near := nearDenied(a, i, b)
		x.add(stanceNear1, near >= 1)
		x.add(stanceNear2, near >= 2)
		x.add(stanceNear3, near >= 3)
		for _, o := range b {
			if sayAlike(k, o) {
				x.add(stanceDenied, true)
				x.add(stanceDeniedVerb, k.Verb)
				x.add(stanceSoFar, s.notYet(y, n, o, k))
			}
		}
	}
}
