package compare

import (
	"slices"
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// What two amounts with one value, or with bounds that meet, must come to, to be of one thing: one value that two things do not have by chance says most.
const (
	equalFrom = -26
	longFrom  = -32 // of three digits or more
	meetFrom  = 2
)

// agreeing is what it is worth that two values are one.
const agreeing = 40

// likely decides by the clues whether two amounts that differ are about one thing, where neither source has another amount that fits
// as well with the other's. It is symmetric.
func (s *sources) likely(a, b *amount) bool {
	if s.oneMatter(a, b) {
		return true
	}
	if !s.linkable(a, b) || !differing(a, b) {
		return false
	}
	if s.weighs(a, b) {
		return s.oddsOf(a, b) >= oddsEven
	}
	n := s.likelihood(a, b, likelyFrom)
	return n >= likelyFrom && !s.outdone(a, b, n) && !s.outdone(b, a, n)
}

// likelyOne decides by the clues whether two amounts are about one thing, whatever their values.
func (s *sources) likelyOne(a, b *amount) bool {
	if a.doc == b.doc || a.slot.Dimension != b.slot.Dimension || a.slot.Negated != b.slot.Negated || s.otherCrowds(a, b) {
		return false
	}
	if a.q.Unit.ID == b.q.Unit.ID && a.shown != b.shown && !s.linkable(a, b) {
		return false // which is most of them, and cheaper than a judgement
	}
	j := judgeQuantities(&a.q, &b.q, Circumstances{})
	switch {
	case j.Relation == Conflict:
		return s.likely(a, b)
	case j.Relation == Unrelated || trivial(a) && trivial(b) || unspecified(a) && unspecified(b) && a.slot.Dimension == "count":
		return false
	case j.Relation == Agree:
		least := leastEqual(a)
		return equalling(a, b) && s.likelihood(a, b, least) >= least
	}
	return s.linkable(a, b) && s.likelihood(a, b, meetFrom) >= meetFrom
}

// leastEqual returns what an amount must come to with one of the same value, to be of one thing.
func leastEqual(a *amount) int {
	if digits, _ := stripped(a.q.Value); digits >= longDigits {
		return longFrom
	}
	return equalFrom
}

// equalling reports whether nothing rules out that two amounts with one value are of one thing: that one is told as asked for, and one as
// had, or one as of an earlier time, does not.
func equalling(a, b *amount) bool {
	return !isScore(a) && !isOrdinal(a) && !ofOneAge(a, b) && timesMatch(a, b) != apart
}

// surely is the weight of clues from which on a count that moves has rather been misprinted than moved, if two digits are exchanged.
const surely = 35

// soon is how long after one report another may follow for that.
const soon = 48 * time.Hour

// misprinted reports whether two counts that may be one at two moments look like one, misprinted: 37 houses and 73, on one person's word.
func (s *sources) misprinted(a, b *amount) bool {
	h := hints(&a.q, &b.q)
	if a.slot.Dimension != "count" && (a.q.Trend == quantity.To || b.q.Trend == quantity.To) {
		return false // the slick has grown from 14 to 41 km
	}
	return len(h) > 0 && h[0] == HintSwapped && a.held == b.held && s.docs[a.doc].Published.Sub(s.docs[b.doc].Published).Abs() <= soon && s.linkable(a, b) && s.likelihood(a, b, surely) >= surely
}

// linkable reports whether nothing rules out that two amounts that differ are about one thing.
func (s *sources) linkable(a, b *amount) bool {
	switch {
	case a.doc == b.doc || a.slot.Dimension != b.slot.Dimension || isScore(a) || ofOneAge(a, b):
		return false
	case a.slot.Negated != b.slot.Negated || a.other != b.other || (s.longAgo(a, b) || s.longAgo(b, a)) && !s.longSlip(a, b):
		return false
	case ahead(a.slot.Modality) && b.slot.Modality == attribution.Fact || ahead(b.slot.Modality) && a.slot.Modality == attribution.Fact:
		return false
	case (a.slot.Modality == attribution.Demanded) != (b.slot.Modality == attribution.Demanded):
		return false
	case a.q.Bound == quantity.Vague || b.q.Bound == quantity.Vague || turned(a.bearing, b.bearing) > 45:
		return false
	case trivial(a) && trivial(b) && a.slot.Event != "" && b.slot.Event != "" && eventOf(a) != eventOf(b) && len(hints(&a.q, &b.q)) == 0:
		return false // one night in hospital, two on the fell
	case isOrdinal(a) && (many(a) || s.ordinals(a, b) == apart):
		return false
	case local(a) && !party(a, b) && (a.where == "" || a.where != b.where):
		return false
	}
	if timesMatch(a, b) == apart || modifiersMatch(a.mods, b.mods) == apart || aDayMore(a, b) {
		return false
	}
	return s.longSlip(a, b) || !s.ofOthers(a, b) && implied(a, b) && implied(b, a)
}

// many reports whether a report has many ordinals of a row: the minutes of a match, the places of a race, the third woman.
func many(a *amount) bool {
	return a.slot.Noun == statement.Minute || a.slot.Noun == statement.Place || a.slot.Noun == "person"
}

// longAgo reports whether a is told of a year in the past, and b is not: what happened in a month or on a day may be told without it.
func (s *sources) longAgo(a, b *amount) bool {
	return a.past && !b.past && a.slot.Time.Grain > timex.Month && !s.samePast(a, b)
}

// What two values must be apart to be two: more if a writer does not commit himself to one of them, and if a length or a weight may have been
// rounded as one says.
var (
	hedge     = rat{num: 15, den: 100}
	asOneSays = rat{num: 5, den: 100}
)

// differing reports whether two values can stand against each other: neither so close that both may be meant, nor worlds apart.
func differing(a, b *amount) bool {
	x, y, ok := scales(&a.q.Unit, &b.q.Unit)
	if !ok || !within(&a.q, &b.q, x, y, worlds) {
		return false
	}
	if hedged(a, b) && within(&a.q, &b.q, x, y, hedge) {
		return false
	}
	return !roundly(a) || len(hints(&a.q, &b.q)) > 0 || !within(&a.q, &b.q, x, y, asOneSays)
}

// hedged reports whether a writer does not commit himself to one of two values; who says from where to where does.
func hedged(a, b *amount) bool {
	return (a.q.Bound != quantity.Exact || b.q.Bound != quantity.Exact) && !(a.q.Bound == quantity.Between && b.q.Bound == quantity.Between)
}

// roundly reports whether amounts of a dimension are often said rounded: lengths and weights.
func roundly(a *amount) bool {
	switch a.slot.Dimension {
	case "length", "mass", "area", "volume", "speed":
		return true
	}
	return false
}

// ofOthers reports whether two amounts are of two that have names, neither of which the other clause has: so far from one town,
// and so far from another.
func (s *sources) ofOthers(a, b *amount) bool {
	return a.who != b.who && named(a.slot.Entity) && named(b.slot.Entity) && !says(b.st.Terms, a.slot.Entity) && !says(a.st.Terms, b.slot.Entity)
}

// named reports whether an entity is told by its name.
func named(entity string) bool { return entity != "" && 'A' <= entity[0] && entity[0] <= 'Z' }

// aDayMore reports whether two durations count days, weeks or years and differ by one: what has gone on for so long goes on.
func aDayMore(a, b *amount) bool {
	return a.slot.Dimension == "duration" && a.q.Unit.ID == b.q.Unit.ID && a.q.Value.Whole() && b.q.Value.Whole() &&
		distance(ratOf(a.q.Value), ratOf(b.q.Value)).cmp(rat{num: 1, den: 1}) <= 0
}

// birthday reports whether somebody is a year older in the later of two reports that lie weeks apart, or turned as old in one of them.
func (s *sources) birthday(a, b *amount) bool {
	if a.slot.Measure != "age" {
		return false
	}
	older := func(a, b *amount) bool { return ratOf(a.q.Value).sub(ratOf(b.q.Value)).cmp(rat{num: 1, den: 1}) == 0 }
	switch x, y := s.docs[a.doc].Published, s.docs[b.doc].Published; {
	case older(a, b):
		return a.q.Trend == quantity.To || x.Sub(y) > ownWeek
	case older(b, a):
		return b.q.Trend == quantity.To || y.Sub(x) > ownWeek
	}
	return false
}

// ofOneAge reports whether two ages are those of persons who need not be one.
func ofOneAge(a, b *amount) bool {
	return a.slot.Dimension == "age" && (a.who == "" || a.who != b.who)
}

// outdone reports whether the document of a has an amount that is at least as likely to be about what b tells of, by n; one that fits with b
// need not be as likely.
func (s *sources) outdone(a, b *amount, n int) bool {
	for _, x := range s.amountsOf(a.doc, byDimension, a.slot.Dimension) {
		if x == a || x.shown == a.shown {
			continue
		}
		least := n
		if judgeQuantities(&x.q, &b.q, Circumstances{}).Relation >= Compatible {
			least = min(least-agreeing, leastEqual(x))
		}
		if s.likelihood(x, b, least) >= least {
			return true
		}
	}
	return false
}

// maxWord bounds how many topics a word leads to.
const maxWord = 16

// wordIn is the key of a word of a clause with an amount of a dimension, given the hash of the dimension.
func wordIn(dimension, word uint64) uint64 { return text.HashAdd(dimension, word) }

// relinked looks once more at the topics of one source: by the clues, each may belong to another topic.
func (s *sources) relinked(topics []*slotTopic, buckets map[string][]*slotTopic) []*slotTopic {
	byWord := s.topicsByWord(topics)
	out := topics[:0]
	for _, t := range topics {
		if to := s.likelyTopic(t, byWord, buckets); to != nil {
			to.items = append(to.items, t.items...)
			t.items = nil
			continue
		}
		out = append(out, t)
	}
	return out
}

// topicsByWord finds topics by the words of their first amounts.
func (s *sources) topicsByWord(topics []*slotTopic) map[uint64][]*slotTopic {
	out := map[uint64][]*slotTopic{}
	for _, t := range topics {
		for _, a := range t.heads {
			dimension := text.HashString(a.slot.Dimension)
			for i := range a.st.Terms {
				if !a.tells(&a.st.Terms[i]) {
					continue
				}
				k := wordIn(dimension, a.st.Terms[i].Hash)
				if of := out[k]; len(of) < maxWord && !slices.Contains(of, t) {
					out[k] = append(of, t)
				}
			}
		}
	}
	return out
}

// likelyTopic returns the topic that a topic of one source belongs to by the clues, if there is one.
func (s *sources) likelyTopic(t *slotTopic, byWord map[uint64][]*slotTopic, buckets map[string][]*slotTopic) *slotTopic {
	if !t.ofOne() {
		return nil
	}
	head := t.heads[0]
	try := func(near []*slotTopic) *slotTopic {
		for _, x := range near {
			if x == t || x.asked == t || len(x.items) == 0 {
				continue
			}
			if x.asked = t; s.anyLikely(x.items, t.items) {
				return x
			}
		}
		return nil
	}
	for _, k := range [...]string{valueKey(head), bucketKey(head), digitsKey(head)} {
		if to := try(buckets[k]); to != nil {
			return to
		}
	}
	if s.onlyOf(head) {
		if to := try(buckets[onlyKey+head.slot.Dimension]); to != nil {
			return to
		}
	}
	dimension := text.HashString(head.slot.Dimension)
	if met, ok := s.metBy(head); ok && met&(met-1) == 0 { // what nobody else has may be what others have otherwise
		if to := try(buckets[unitKey(head)]); to != nil {
			return to
		}
	}
	for i := range head.st.Terms {
		if to := try(byWord[wordIn(dimension, head.st.Terms[i].Hash)]); to != nil {
			return to
		}
	}
	return nil
}

// anyLikely reports whether one of a topic's amounts is likely to be one with one of another's. The first of both are asked.
func (s *sources) anyLikely(topic, other []*amount) bool {
	for _, a := range topic[:min(len(topic), maxHeads)] {
		for _, b := range other[:min(len(other), maxTold)] {
			if s.likelyOne(a, b) {
				return true
			}
		}
	}
	return false
}
