package compare

import (
	"cmp"
	"slices"
	"strconv"
	"time"
)

// A slotTopic is a set of amounts that fill one slot.
type slotTopic struct {
	items []*amount
	heads []*amount  // one of each kind of slot in it, bounded
	asked *slotTopic // the last one that was held against it by the clues
}

// maxHeads bounds how many kinds of slots of a topic a newcomer is compared with, and maxTopics how many
// topics of one measure, so that time stays linear in the number of statements.
const (
	maxHeads  = 6
	maxTopics = 48
)

// topics groups amounts. Those with one measure, or one counted noun, meet in a bucket; those whose slots
// are equal in every part are one cell; cells join topics.
func (s *sources) topics(all []amount) []*slotTopic {
	m := s.memory
	cells := m.inDoc.cells(all)
	slices.SortFunc(cells, func(a, b cell) int { // the fullest slots first
		if d := len(b.items) - len(a.items); d != 0 {
			return d
		}
		return cmp.Compare(a.key, b.key)
	})
	if m.buckets == nil {
		m.buckets = map[string][]*slotTopic{}
	}
	clear(m.buckets)
	buckets := m.buckets
	var out []*slotTopic
	for _, c := range cells {
		cell := c.items
		head := cell[0]
		measure, noun, value, digits := bucketKey(head), "", valueKey(head), digitsKey(head)
		t := s.join(buckets[measure], cell)
		if head.slot.Noun != "" && head.slot.Noun != "person" {
			noun = "noun " + head.slot.Noun
		}
		if t == nil && noun != "" {
			t = s.join(buckets[noun], cell)
		}
		if t == nil {
			t = s.join(buckets[value], cell)
		}
		if t == nil && !trivial(head) {
			t = s.join(buckets[digits], cell)
		}
		only := (!commonplace(head) || great(head)) && s.onlyOf(head)
		if t == nil && only {
			t = s.join(buckets[onlyKey+head.slot.Dimension], cell)
		}
		if t == nil {
			t = &slotTopic{}
			out = append(out, t)
		}
		t.items = append(t.items, cell...)
		if len(t.heads) < maxHeads {
			t.heads = append(t.heads, head)
		}
		addTopic(buckets, measure, t)
		if noun != "" {
			addTopic(buckets, noun, t)
		}
		addTopic(buckets, value, t)
		addTopic(buckets, digits, t)
		addTopic(buckets, unitKey(head), t)
		if only {
			addTopic(buckets, onlyKey+head.slot.Dimension, t)
		}
	}
	return s.mattered(s.relinked(s.rejoined(out, buckets), buckets))
}

// rejoined looks a second time for what the topics of one source belong to: the topic that they fit may have got the amount
// that they fit only later.
func (s *sources) rejoined(topics []*slotTopic, buckets map[string][]*slotTopic) []*slotTopic {
	out := topics[:0]
	for _, t := range topics {
		if t.ofOne() {
			head := t.heads[0]
			near := slices.DeleteFunc(slices.Concat(buckets[bucketKey(head)], buckets[digitsKey(head)]), func(x *slotTopic) bool {
				return x == t || len(x.items) == 0
			})
			if to := s.join(near, t.items); to != nil {
				to.items = append(to.items, t.items...)
				t.items = nil
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// ofOne reports whether a topic has amounts of one source alone.
func (t *slotTopic) ofOne() bool {
	for _, a := range t.items {
		if a.doc != t.items[0].doc {
			return false
		}
	}
	return true
}

// digitsKey is equal for amounts whose values have the same digits in any order.
func digitsKey(a *amount) string {
	m, e := stripped(a.q.Value)
	digits := []byte(strconv.FormatInt(m, 10))
	slices.Sort(digits)
	return "digits " + a.q.Unit.ID + " " + string(digits) + " " + strconv.Itoa(e)
}

func valueKey(a *amount) string { return "value " + a.shown }

// unitKey is equal for amounts of one dimension in one unit.
func unitKey(a *amount) string { return "unit " + a.slot.Dimension + " " + a.q.Unit.ID }

func addTopic(buckets map[string][]*slotTopic, k string, t *slotTopic) {
	if b := buckets[k]; len(b) < maxTopics && !slices.Contains(b, t) {
		buckets[k] = append(b, t)
	}
}

// join returns the topic that a cell belongs to: the first that is surely about the same, else the first
// that may be and has an equal value, else the first that the evidence says is about the same.
func (s *sources) join(topics []*slotTopic, cell []*amount) *slotTopic {
	for _, t := range topics {
		if s.strengthTo(t, cell[0]) == firm {
			return t
		}
	}
	for _, t := range topics {
		if s.strengthTo(t, cell[0]) == weak && s.meet(t, cell) {
			return t
		}
	}
	for _, t := range topics {
		if s.strengthTo(t, cell[0]) == weak && (s.anyMatched(t.heads, cell) || s.anyMatched(t.items, cell)) {
			return t
		}
	}
	return nil
}

// anyMatched reports whether one of a topic's amounts is about the same thing as one of a cell, by its words or by the evidence.
// The first of both are asked.
func (s *sources) anyMatched(topic, cell []*amount) bool {
	for _, h := range topic[:min(len(topic), maxHeads)] {
		for _, a := range cell[:min(len(cell), maxTold)] {
			if h.doc != a.doc && (wordForWord(h.st, a.st) || s.matched(h, a)) {
				return true
			}
		}
	}
	return false
}

func (s *sources) strengthTo(t *slotTopic, a *amount) strength {
	best := apart
	for _, h := range t.heads {
		c := s.comparable(h, a)
		if c == apart {
			return apart
		}
		best = max(best, c)
	}
	return best
}

// meet reports whether an amount of the cell agrees or fits with one of the topic from another document.
func (s *sources) meet(t *slotTopic, cell []*amount) bool {
	for _, h := range t.heads {
		j := judgeQuantities(&h.q, &cell[0].q, s.circumstances(h, cell[0]))
		if j.Relation == Agree || j.Relation == Compatible && !shifting(j) && (s.related(h, cell[0]) || s.onlyOnes(h, cell[0])) {
			return true
		}
	}
	return false
}

// related reports whether two amounts have enough in common for bounds that meet to mean something.
func (s *sources) related(a, b *amount) bool {
	if unspecified(a) || s.otherCountries(a.where, b.where) {
		return false // nothing says what is measured, or it is another country
	}
	if !a.q.Single && !b.q.Single || (!a.q.Single || !b.q.Single) && !slices.Equal(a.mods, b.mods) {
		return false // hundreds of one sort, 140 of another
	}
	if x, y, ok := scales(&a.q.Unit, &b.q.Unit); ok && a.who != b.who && a.q.Single && b.q.Single && !within(&a.q, &b.q, x, y, farther) {
		return false // at least 12 of a family, 40 people
	}
	if a.who != "" && a.who == b.who || eventOf(a) != "" && eventOf(a) == eventOf(b) {
		return true
	}
	return a.slot.Dimension != "count" || a.slot.Measure == "population" || common(a, b) >= 2
}

func bucketKey(a *amount) string {
	if extent(a) {
		return a.slot.Dimension + " extent"
	}
	return a.slot.Dimension + " " + a.slot.Measure
}

// appendCellKey appends what is equal for amounts whose slots and values are equal in every part.
func appendCellKey(b []byte, a *amount) []byte {
	sl := a.slot
	for _, p := range [...]string{sl.Dimension, sl.Measure, sl.Noun, a.who, a.where, sl.Event} {
		b = append(append(b, p...), '|')
	}
	for i, m := range a.mods {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, m...)
	}
	b = strconv.AppendInt(append(b, '|'), int64(a.bearing), 10)
	b = append(append(append(b, '|'), valueOf(a)...), '|')
	if sl.Time.Resolved() {
		b = sl.Time.From.UTC().AppendFormat(b, time.DateOnly)
		b = sl.Time.To.UTC().AppendFormat(b, time.DateOnly)
	}
	b = append(b, byte('0'+sl.Modality))
	if sl.Negated {
		b = append(b, 'n')
	}
	return b
}
