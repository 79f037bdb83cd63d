package compare

import (
	"slices"
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

const (
	tellingSenses = 6              // things that a verb can mean at the most, which says something by itself: make, see and think do not
	objectsApart  = 2              // content words behind each of two verbs, from which on they must share one
	maxDeedsOf    = 24             // deeds of one bearer that are looked at
	quickly       = 12 * time.Hour // reports that come out so soon behind each other find a door open or closed alike
)

// outcomes reports where sources tell contrary things of one person, body or office, in words too few or too different for
// contraries: was acquitted, was found guilty; conceded, left without conceding. What is known already is left out.
func (s *sources) outcomes(all []proposition, known []Finding) []Finding {
	set := s.deeds(all)
	deeds := set.deeds
	sets := newUnion(len(deeds))
	against := map[int]int{} // each deed that stands against another: the first such
	for _, pair := range s.contraryPairs(all, set) {
		sets.join(pair[0], pair[1])
		for n, d := range pair {
			if _, ok := against[d]; !ok {
				against[d] = pair[1-n]
			}
		}
	}
	groups, order := map[int][]int{}, []int(nil)
	for i := range deeds {
		if _, ok := against[i]; !ok {
			continue
		}
		r := sets.find(i)
		if groups[r] == nil {
			order = append(order, r)
		}
		groups[r] = append(groups[r], i)
	}
	var out []Finding
	for _, r := range order {
		if f := s.outcome(all, deeds, groups[r], against); !toldAlready(known, &f) {
			out = append(out, f)
		}
	}
	return out
}

// toldAlready reports whether a finding stands among others with evidence at the same places on both sides.
func toldAlready(known []Finding, f *Finding) bool {
	at := func(g *Finding, p *Position) bool {
		return slices.ContainsFunc(g.Positions, func(q Position) bool {
			return slices.ContainsFunc(q.Evidence, func(e Evidence) bool { return e.Source == p.Evidence[0].Source && e.Overlaps(p.Evidence[0].Span) })
		})
	}
	return slices.ContainsFunc(known, func(g Finding) bool { return at(&g, &f.Positions[0]) && at(&g, &f.Positions[1]) })
}

// contraryPairs returns the deeds that stand against each other.
func (s *sources) contraryPairs(all []proposition, set *deedSet) (out [][2]int) {
	deeds := set.deeds
	by := map[uint64][]int{}
	met := map[[2]int]bool{}
	for n := range deeds {
		a := &deeds[n]
		for _, p := range a.of {
			for _, m := range by[p.hash] {
				b := &deeds[m]
				if all[a.prop].doc == all[b.prop].doc || met[[2]int{m, n}] {
					continue
				}
				met[[2]int{m, n}] = true
				if s.cameDifferently(all, set, b, a) {
					out = append(out, [2]int{m, n})
				}
			}
			if len(by[p.hash]) < maxDeedsOf {
				by[p.hash] = append(by[p.hash], n)
			}
		}
	}
	return out
}

// outcome makes the finding of deeds that stand against each other, the first of them and those against it.
func (s *sources) outcome(all []proposition, deeds []deed, group []int, against map[int]int) Finding {
	first := inBody(all, deeds, group, group[0])
	other := inBody(all, deeds, group, against[group[0]])
	a, b := &all[deeds[first].prop], &all[deeds[other].prop]
	f := s.contraryAt(a, b, [2]text.Span{s.deedSpan(all, &deeds[first]), s.deedSpan(all, &deeds[other])})
	known := map[int]bool{a.doc: true, b.doc: true}
	for _, n := range group {
		d := &deeds[n]
		p := &all[d.prop]
		if known[p.doc] {
			continue
		}
		known[p.doc] = true
		side := 0
		if _, ok := contraryDeeds(&deeds[first], d, &a.claim.Keys[deeds[first].key], &p.claim.Keys[d.key]); ok {
			side = 1
		}
		e := s.evidence(p.doc, s.deedSpan(all, d))
		e.Speaker, e.Reading = p.holder, "stance"
		f.Positions[side].Sources = append(f.Positions[side].Sources, e.Source)
		f.Positions[side].Evidence = append(f.Positions[side].Evidence, e)
	}
	return f
}

// inBody returns a deed of a group that is told as deed n is, in the same document and below its headline, or n.
func inBody(all []proposition, deeds []deed, group []int, n int) int {
	d := &deeds[n]
	p := &all[d.prop]
	if !p.claim.Head {
		return n
	}
	for _, i := range group {
		q := &all[deeds[i].prop]
		if q.doc != p.doc || q.claim.Head {
			continue
		}
		if _, ok := contraryDeeds(d, &deeds[i], &p.claim.Keys[d.key], &q.claim.Keys[deeds[i].key]); !ok {
			return i
		}
	}
	return n
}

// deedSpan covers what a deed is told of, its word, and what it is done to.
func (s *sources) deedSpan(all []proposition, d *deed) text.Span {
	p := &all[d.prop]
	keys := p.claim.Keys
	out := keys[d.key].Span
	cover := func(sp text.Span) {
		if c := out.Cover(sp); c.Len() <= maxClaimText {
			out = c
		}
	}
	from, to := p.claim.Subject(s.docs[p.doc].Text, d.key)
	for i := d.key - 1; i >= min(from, to); i-- {
		cover(keys[i].Span)
	}
	for _, k := range p.behind(d.key) {
		cover(k.Span)
	}
	return out
}

// cameDifferently reports whether two deeds cannot both have been, both told of one bearer.
func (s *sources) cameDifferently(all []proposition, set *deedSet, a, b *deed) bool {
	p, q := &all[a.prop], &all[b.prop]
	k, o := &p.claim.Keys[a.key], &q.claim.Keys[b.key]
	kind, ok := contraryDeeds(a, b, k, o)
	if !ok || s.notYet(p, q, k, o) || s.otherSides(p.doc, p.claim.Span, q.doc, q.claim.Span) {
		return false
	}
	named, role := s.oneBearer(a.of, b.of)
	if !named && !role || (a.answered || b.answered) && kind == statement.Opposite && !ownWords(p, q) {
		return false // what another denies outright is the matter of disputes
	}
	if s.tellsAgain(p, a.key) || s.tellsAgain(q, b.key) || s.otherDays(p, q) || s.longBefore(p) != s.longBefore(q) || s.turnsApart(p, q) || s.amountsIn(p, q) == Conflict {
		return false
	}
	both := p.behind(a.key)
	other := q.behind(b.key)
	shared := inCommonKeys(both, besidesBearers(other, b))
	if shared == 0 && (len(both) >= objectsApart && len(other) >= objectsApart || otherNames(both, other)) {
		return false
	}
	switch kind {
	case statement.Outcome:
		if shared == 0 && len(both) > 0 && len(other) > 0 && s.ofOther(p, q, a.key, b.key) {
			return false // acquitted of arson, convicted of theft
		}
	case statement.State:
		if shared == 0 && !named || !s.oneDay(p, q) {
			return false
		}
	default:
		senses, ofDenied := len(s.thesaurus.Of(k).Senses), other
		if a.denied {
			ofDenied = both
		}
		if shared == 0 && (len(ofDenied) > 0 || senses > tellingSenses) || shared == 1 && senses > akinSenses {
			return false
		}
		if !ownWords(p, q) && s.laterDone(p, q, a.denied) {
			return false
		}
	}
	return !s.tellsBoth(all, set, a) && !s.tellsBoth(all, set, b)
}

// besidesBearers returns the keys that do not name one of those that a deed is told of: "she" behind a verb is who does it, once more.
func besidesBearers(keys []*statement.Key, d *deed) (out []*statement.Key) {
	for _, k := range keys {
		if !k.Name || !slices.ContainsFunc(d.of, func(b bearer) bool { return b.hash == k.Hash }) {
			out = append(out, k)
		}
	}
	return out
}

// ownWords reports whether one person, by name, is said to confirm or promise what he denies elsewhere.
func ownWords(p, q *proposition) bool {
	if p.stance == attribution.Denies {
		p, q = q, p
	}
	return p.who != "" && p.who == q.who && !p.unsaid && (p.stance == attribution.Confirms || p.stance == attribution.Promises)
}

// ofOther reports whether two words govern what stands behind them with one preposition.
func (s *sources) ofOther(p, q *proposition, x, y int) bool {
	a := statement.PrepositionAt(s.docs[p.doc].Text, p.claim.Keys[x].Span.End)
	return a != 0 && a == statement.PrepositionAt(s.docs[q.doc].Text, q.claim.Keys[y].Span.End)
}

// contraryDeeds reports whether two deeds are contrary by their words, and how firmly.
func contraryDeeds(a, b *deed, k, o *statement.Key) (statement.PairKind, bool) {
	for _, p := range k.Pairs {
		if p.ID == "" || p.Kind == statement.Opposite {
			continue
		}
		if side := sideOf(o, p.ID); side != 0 && (side != p.Side) != (a.denied != b.denied) {
			return p.Kind, true
		}
	}
	return statement.Opposite, k.Verb && o.Verb && k.Hash == o.Hash && a.denied != b.denied
}

// behind returns the content words of what key x is done to: those behind it up to the next verb.
func (p *proposition) behind(x int) []*statement.Key {
	var out []*statement.Key
	for i := x + 1; i < len(p.claim.Keys); i++ {
		k := &p.claim.Keys[i]
		if k.Verb && !k.Name && i > x+1 {
			break
		}
		if !k.Closed {
			out = append(out, k)
		}
	}
	return out
}

func inCommonKeys(a, b []*statement.Key) int {
	n := 0
	for _, k := range a {
		if slices.ContainsFunc(b, func(o *statement.Key) bool { return idOf(o) == idOf(k) }) {
			n++
		}
	}
	return n
}

// otherNames reports whether both have names.
func otherNames(a, b []*statement.Key) bool {
	is := func(k *statement.Key) bool { return k.Name }
	return slices.ContainsFunc(a, is) && slices.ContainsFunc(b, is)
}

// otherDays reports whether two claims have days, and none of them in common. Times of day may be those of something else.
func (s *sources) otherDays(p, q *proposition) bool {
	out := false
	for _, x := range timesIn(s.docs[p.doc].Times, p.claim.Span) {
		for _, y := range timesIn(s.docs[q.doc].Times, q.claim.Span) {
			switch r := relateTimes(&x.Value, &y.Value); {
			case clock(x.Value) || clock(y.Value):
			case r.Relation == Conflict:
				out = true
			case r.Relation > Conflict:
				return false
			}
		}
	}
	return out
}

// oneDay reports whether the reports of two claims came out within hours of each other.
func (s *sources) oneDay(p, q *proposition) bool {
	x, y := s.docs[p.doc].Published, s.docs[q.doc].Published
	return !x.IsZero() && !y.IsZero() && max(x.Sub(y), y.Sub(x)) <= quickly
}

// laterDone reports whether what one report denies may have been done by the time that the other was written.
func (s *sources) laterDone(p, q *proposition, denied bool) bool {
	if !denied {
		p, q = q, p
	}
	x, y := s.docs[p.doc].Published, s.docs[q.doc].Published // of the denial, of the deed
	if x.IsZero() || y.IsZero() || !x.Before(y) {
		return false
	}
	for _, t := range timesIn(s.docs[q.doc].Times, q.claim.Span) {
		if t.Value.Resolved() && t.Value.From.Before(x) {
			return false
		}
	}
	return true
}

// tellsBoth reports whether the report of a deed tells the contrary of the same bearer as well: the two are of two occasions, or
// charges. What another holder says there is no part of it, but what the report itself tells is.
func (s *sources) tellsBoth(all []proposition, set *deedSet, a *deed) bool {
	p := &all[a.prop]
	k := &p.claim.Keys[a.key]
	for _, i := range set.byDoc[p.doc] {
		c := &set.deeds[i]
		q := &all[c.prop]
		if c == a || q.holder != p.holder && q.holder != "" {
			continue
		}
		if _, ok := contraryDeeds(a, c, k, &q.claim.Keys[c.key]); !ok {
			continue
		}
		if named, role := s.oneBearer(a.of, c.of); named || role {
			return true
		}
	}
	return false
}
