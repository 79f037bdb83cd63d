package compare

import (
	"slices"
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// An undertaking is what somebody is said to mean to do to somebody: "would work to impose sanctions on Tessel".
type undertaking struct {
	prop         int
	thing, whose int // keys of the claim
	hedge        text.Span
}

// How many keys may stand between a verb and the thing, and between the thing and whose it is.
const (
	thingReach = 2
	whoseReach = 3
)

// longPast is how long before a report lies what it tells of another occasion.
const longPast = 14 * 24 * time.Hour

// undertakings reports where one source has a holder mean to do a thing and another has him announce it.
func (s *sources) undertakings(all []proposition) []Finding {
	var out []Finding
	for i := range all {
		for _, u := range s.undertaken(all, i) {
			if f, ok := s.carriedOut(all, &u); ok {
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// undertaken returns what proposition i says that somebody means to do.
func (s *sources) undertaken(all []proposition, i int) (out []undertaking) {
	p := &all[i]
	if p.claim.Head || p.stance == attribution.Denies || p.stance == attribution.Declines {
		return nil
	}
	keys := p.claim.Keys
	for at, h := range s.hedges(p) {
		if !h.Phrase || h.Modality != attribution.Planned && h.Modality != attribution.Hypothetical || !keys[at].Verb || keys[at].Denial != statement.Affirmed {
			continue
		}
		for x := at + 1; x < len(keys) && x <= at+thingReach; x++ {
			if keys[x].Name || keys[x].Closed {
				break
			}
			if y := whose(keys, x); y > 0 {
				out = append(out, undertaking{prop: i, thing: x, whose: y, hedge: h.Span})
			}
		}
	}
	slices.SortFunc(out, func(a, b undertaking) int { return a.thing - b.thing })
	return out[:min(len(out), maxAsked)]
}

// whose returns the first name shortly behind key x, or 0.
func whose(keys []statement.Key, x int) int {
	for y := x + 1; y < len(keys) && y <= x+whoseReach; y++ {
		if keys[y].Name {
			return y
		}
		if keys[y].Verb && !keys[y].Closed {
			return 0
		}
	}
	return 0
}

// carriedOut finds the proposition of another source in which the holder announces what he means to do elsewhere.
func (s *sources) carriedOut(all []proposition, u *undertaking) (Finding, bool) {
	p := &all[u.prop]
	thing, target := &p.claim.Keys[u.thing], &p.claim.Keys[u.whose]
	for i := range p.keys {
		if p.keys[i].id != idOf(thing) {
			continue
		}
		for _, o := range s.memory.posts.of(p.keys[i].number) {
			q := &all[o]
			if q.doc == p.doc || q.claim.Head || q.stance == attribution.Denies || q.stance == attribution.Declines || !s.sameDoer(p, q) || s.toldOfPast(q) {
				continue
			}
			if sp, ok := s.announced(q, thing, target); ok {
				of := []graded{{doc: p.doc, holder: p.holder, modality: attribution.Planned, hedge: u.hedge, key: thing.Span}, {doc: q.doc, holder: q.holder, key: sp}}
				f, _, _ := s.graded(of)
				f.Topic = shorten(sp.Cover(whoseSpan(q, thing, target)).Of(s.docs[q.doc].Source.Text), 80)
				return f, true
			}
		}
	}
	return Finding{}, false
}

func whoseSpan(q *proposition, thing, target *statement.Key) text.Span {
	for x := range q.claim.Keys {
		if idOf(&q.claim.Keys[x]) == idOf(thing) {
			if y := whose(q.claim.Keys, x); y > 0 && q.claim.Keys[y].Hash == target.Hash {
				return q.claim.Keys[y].Span
			}
		}
	}
	return text.Span{}
}

// sameDoer reports whether two propositions tell of acts of one holder: on his word in both, or one in the outlet's own words, which begin with him.
func (s *sources) sameDoer(p, q *proposition) bool {
	if q.claim.Voice >= 0 || p.claim.Voice < 0 {
		return oneVoice(p, q)
	}
	return len(q.claim.Keys) > 0 && q.claim.Keys[0].Name && slices.Contains(s.bodies(p), q.claim.Keys[0].Hash)
}

// toldOfPast reports whether a proposition tells of a time long before its report.
func (s *sources) toldOfPast(q *proposition) bool {
	out := s.docs[q.doc].Published
	for _, t := range timesIn(s.docs[q.doc].Times, q.claim.Span) {
		if t.Value.Resolved() && !out.IsZero() && out.Sub(t.Value.To) > longPast {
			return true
		}
	}
	return false
}

// announced returns where q has a thing for a target announced, by the verb before it or by that of the speaker, with nothing that makes it
// less than a fact. That the very deed is done in one report and meant in the other is told where both state it.
func (s *sources) announced(q *proposition, thing, target *statement.Key) (text.Span, bool) {
	keys, g := q.claim.Keys, s.docs[q.doc].Text
	for x := range keys {
		if y := whose(keys, x); idOf(&keys[x]) != idOf(thing) || y == 0 || keys[y].Hash != target.Hash {
			continue
		}
		v := x - 1
		for v >= 0 && v >= x-thingReach && !keys[v].Announces() && !keys[v].Verb && !keys[v].Name && keys[v].Denial == statement.Affirmed {
			v--
		}
		if v < 0 && q.claim.Voice >= 0 {
			at := &s.docs[q.doc].Attributions[q.claim.Voice]
			if cue := g.Span(at.Cue); statement.Announces(g, at.Cue) && !at.Negated && cue.End <= keys[0].Span.Start {
				return cue.Cover(keys[x].Span), true
			}
			continue
		}
		if v < 0 || !keys[v].Announces() || keys[v].Denial != statement.Affirmed || statement.Infinitive(g, keys[v].Span.Start) {
			continue
		}
		if _, hedged := s.hedges(q)[v]; !hedged {
			return keys[v].Span.Cover(keys[x].Span), true
		}
	}
	return text.Span{}, false
}
