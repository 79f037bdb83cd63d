package compare

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A matter is what an amount is of as the words of its clause tell, whatever noun or verb is measured: the crowd, whom a match was watched by,
// the attendance. Where each of two reports has one amount of a matter, they are of one thing.
type matter struct {
	id    string
	asked bool // it is asked for, and no less one thing where it is told as a wish
	each  bool // it is told for each
	gone  bool // it is over, so that a day more is another length
	whole bool // it is the whole that others are a part of
	not   bool // the amount is none of it
}

const (
	matterReach   = 110 // bytes between an amount and the word of its matter
	matterBeside  = 24  // words of matters before and behind one that its other side is looked for in
	mostMatters   = 6   // matters of one amount
	shortSentence = 90  // bytes of a sentence whose words all tell of its one amount
	nearest       = 3   // amounts on either side of a word that may be the one it stands nearest to
)

// A matterItem is an amount or a time in a sentence. Of a count that names what it counts the noun must be a word of the matter.
type matterItem struct {
	span, clause text.Span
	counted      text.Span // the noun of a count, or none
	dim          string
}

// may reports whether a word may tell what the item is of.
func (x *matterItem) may(w *statement.MatterWord) bool {
	return w.Of(x.dim) && x.clause.Contains(w.Span) && (x.counted.End == 0 || x.counted.Overlaps(w.Span) || w.Span.Contains(x.counted))
}

// assign tells of each word of a sentence which of the items it stands nearest to. Items are in order.
func assign(words []statement.MatterWord, items []matterItem, give func(item int, w *statement.MatterWord)) {
	for n := range words {
		w := &words[n]
		if w.Side == statement.MatterRest {
			continue
		}
		at := sort.Search(len(items), func(i int) bool { return items[i].span.Start >= w.Span.Start })
		best, least := -1, matterReach+1
		for i := max(0, at-nearest); i < min(len(items), at+nearest); i++ {
			if x := &items[i]; x.may(w) {
				if d := gap(x.span, w.Span); d < least {
					best, least = i, d
				}
			}
		}
		if best >= 0 && (w.Side == statement.MatterNot || w.Side == statement.MatterWhole || otherSide(words, n, items[best].clause)) {
			give(best, w)
		}
	}
}

// otherSide reports whether a word of the other side of matter word n stands in the clause.
func otherSide(words []statement.MatterWord, n int, clause text.Span) bool {
	for i := max(0, n-matterBeside); i < min(len(words), n+matterBeside+1); i++ {
		if x := &words[i]; x.Side == statement.MatterRest && x.ID == words[n].ID && clause.Contains(x.Span) && !x.Span.Overlaps(words[n].Span) {
			return true
		}
	}
	return false
}

// gap is how many bytes lie between two spans.
func gap(a, b text.Span) int { return max(0, a.Start-b.End, b.Start-a.End) }

// tellMatters tells the amounts of all documents what they are of.
func (s *sources) tellMatters(all []amount) {
	m := s.memory
	for i := 0; i < len(all); {
		from := i
		for i < len(all) && all[i].doc == all[from].doc && all[i].st.Sentence == all[from].st.Sentence {
			i++
		}
		g := s.docs[all[from].doc].Text
		m.matterWords = statement.MatterWords(m.matterWords[:0], g, g.Sentences[all[from].st.Sentence].Range)
		if len(m.matterWords) == 0 {
			continue
		}
		of := all[from:i]
		m.matterItems = m.matterItems[:0]
		for k := range of {
			m.matterItems = append(m.matterItems, matterItem{span: of[k].st.Span, clause: s.reachOf(of, k), counted: s.countedNoun(&of[k]), dim: of[k].slot.Dimension})
		}
		assign(m.matterWords, m.matterItems, func(k int, w *statement.MatterWord) {
			if a := &of[k]; len(a.matters) < mostMatters && (w.Side == statement.MatterNot || !a.hasMatter(w.ID)) {
				a.matters = append(a.matters, matter{id: w.ID, asked: w.Is("asked"), each: w.Is("each"), gone: w.Is("gone"), whole: w.Is("whole"), not: w.Side == statement.MatterNot})
			}
		})
		for k := range of {
			of[k].barMatters()
		}
	}
}

// reachOf returns where words tell what amount k of a sentence is of: its clause, or, where a short sentence has no other such amount, all of that:
// Attendance: 46,000.
func (s *sources) reachOf(of []amount, k int) text.Span {
	a := &of[k]
	g := s.docs[a.doc].Text
	all := g.Span(g.Sentences[a.st.Sentence].Range)
	if all.Len() > shortSentence || k > 0 && of[k-1].slot.Dimension == a.slot.Dimension || k+1 < len(of) && of[k+1].slot.Dimension == a.slot.Dimension {
		return a.st.Clause
	}
	return all
}

// barMatters takes away the matters of which a word says that the amount is none of them: the speed limit is no speed.
func (a *amount) barMatters() {
	if !slices.ContainsFunc(a.matters, func(m matter) bool { return m.not }) {
		return
	}
	all := a.matters
	a.matters = nil
	for _, m := range all {
		if !m.not && !slices.ContainsFunc(all, func(o matter) bool { return o.not && o.id == m.id }) {
			a.matters = append(a.matters, m)
		}
	}
}

// countedNoun returns the noun that a count names, unless it is one for anybody.
func (s *sources) countedNoun(a *amount) text.Span {
	if a.slot.Dimension != "count" || a.st.Quantity < 0 || a.slot.Noun == "person" || a.slot.Measure == "person" {
		return text.Span{}
	}
	doc := s.docs[a.doc]
	r := doc.Quantities[a.st.Quantity].Value.Noun
	if r.First >= r.Last {
		return text.Span{}
	}
	return doc.Text.Span(r)
}

func (a *amount) hasMatter(id string) bool {
	return slices.ContainsFunc(a.matters, func(m matter) bool { return m.id == id && !m.not })
}

// oneMatter reports whether two amounts that differ are of one matter, each the only one of it in its source.
func (s *sources) oneMatter(a, b *amount) bool {
	if len(a.matters) == 0 || len(b.matters) == 0 || a.doc == b.doc || a.slot.Dimension != b.slot.Dimension {
		return false
	}
	for i := range a.matters {
		if m := &a.matters[i]; b.hasMatter(m.id) && s.matterMayBe(a, b, m) && s.soleOf(a, m.id) && s.soleOf(b, m.id) && !s.hasValue(a, b, m.id) && !s.hasValue(b, a, m.id) {
			return true
		}
	}
	return false
}

// matterMayBe reports whether nothing rules out that two amounts that differ are of one matter.
func (s *sources) matterMayBe(a, b *amount, m *matter) bool {
	switch {
	case isScore(a) || isOrdinal(a) || a.slot.Negated != b.slot.Negated && !m.asked || s.longAgo(a, b) || s.longAgo(b, a):
		return false
	case !m.asked && (a.slot.Modality == attribution.Demanded) != (b.slot.Modality == attribution.Demanded):
		return false
	case a.other != b.other, turned(a.bearing, b.bearing) > 45, s.farApart(a.where, b.where):
		return false
	case !a.q.Single || !b.q.Single || a.q.Bound == quantity.Vague || b.q.Bound == quantity.Vague || !differing(a, b) || !mistakable(a, b) || a.q.Trend == quantity.From || b.q.Trend == quantity.From:
		return false
	case timesMatch(a, b) == apart, strangers(a, b), !m.gone && aDayMore(a, b), s.ofOthers(a, b), a.slot.Dimension == temperature && s.forecast(a) != s.forecast(b):
		return false
	}
	return mayHold(a, b, m) && mayHold(b, a, m)
}

// forecast reports whether an amount is told of a day that lies ahead of its report.
func (s *sources) forecast(a *amount) bool {
	told := s.docs[a.doc].Published
	return !told.IsZero() && a.slot.Time.Resolved() && a.slot.Time.From.After(told)
}

// mistakable reports whether two values are no more than half apart, or one is the other with a slip: 9 and 19, 15 and 50.
func mistakable(a, b *amount) bool {
	if len(hints(&a.q, &b.q)) > 0 {
		return true
	}
	x, y, ok := scales(&a.q.Unit, &b.q.Unit)
	if !ok {
		return false
	}
	return within(&a.q, &b.q, x, y, farther) || digitMore(a, b) || digitMore(b, a)
}

// digitMore reports whether b is a with a one before it, 9 and 19, or is heard for it, fifteen and fifty.
func digitMore(a, b *amount) bool {
	x, e := stripped(a.q.Value)
	y, f := stripped(b.q.Value)
	if x <= 0 || y <= 0 || !a.q.Single || !b.q.Single {
		return false
	}
	if x > 12 && x < 20 && y < 10 && x-10 == y && f == e+1 {
		return true // fifteen, fifty
	}
	for ; e > f; e-- {
		x *= 10
	}
	for ; f > e; f-- {
		y *= 10
	}
	more := int64(1)
	for more <= x && more < 1<<50 {
		more *= 10
	}
	return y-x == more
}

// mayHold is implied, but for what says that an amount is all there is, and in a matter that is told for each, that it is for each.
func mayHold(a, b *amount, m *matter) bool {
	for _, x := range a.mods {
		switch {
		case holds(b.mods, x), statement.Total(x), m.each && statement.Each(x), m.whole && statement.Whole(x):
		case statement.Contrasts(x), a.slot.Dimension == "count" && !says(b.st.Terms, x):
			return false // 62 mountain rescuers, 90 rescuers
		}
	}
	return true
}

// soleOf reports whether no other amount of its source is of a matter with another value.
func (s *sources) soleOf(a *amount, id string) bool {
	for _, x := range s.amountsOf(a.doc, byMatter, id) {
		if x.where != a.where && x.where != "" && a.where != "" {
			continue // 20,000 in the one town, 50,000 in the other
		}
		if x != a && x.slot.Dimension == a.slot.Dimension && x.q.Restates < 0 && a.q.Restates < 0 && x.q.Trend != quantity.From &&
			judgeQuantities(&x.q, &a.q, Circumstances{}).Relation <= Conflict {
			return false
		}
	}
	return !s.amongOthers(a)
}

// amongOthers reports whether the clause of an amount has another one of the dimension that is not known to be of something else: the fine was 300
// euros for the one and 900 for the other.
func (s *sources) amongOthers(a *amount) bool {
	return slices.ContainsFunc(s.amountsOf(a.doc, byDimension, a.slot.Dimension), func(x *amount) bool {
		return x != a && x.st.Clause == a.st.Clause && x.shown != a.shown && x.q.Restates < 0 && a.q.Restates < 0 && x.q.Trend != quantity.From && a.q.Trend != quantity.To &&
			(a.slot.Dimension != "count" || s.countedNoun(x).End == 0)
	})
}

// hasValue reports whether the source of a has the value of b as well, of the matter or of something like it.
func (s *sources) hasValue(a, b *amount, id string) bool {
	for _, x := range s.amountsOf(a.doc, byDimension, a.slot.Dimension) {
		near := x.hasMatter(id) || x.slot.Measure == b.slot.Measure || x.slot.Noun != "" && x.slot.Noun == b.slot.Noun
		if r := judgeQuantities(&x.q, &b.q, Circumstances{}).Relation; x != a && (r == Agree && !trivial(b) || r >= Compatible && near) {
			return true
		}
	}
	return false
}

// mattered puts topics together that are of one matter.
func (s *sources) mattered(topics []*slotTopic) []*slotTopic {
	by := map[string][]*slotTopic{}
	out := topics[:0]
	for _, t := range topics {
		to := s.topicOf(t, by)
		if to != nil {
			to.items = append(to.items, t.items...)
			t.items = nil
			continue
		}
		for _, a := range t.items[:min(len(t.items), maxTold)] {
			for i := range a.matters {
				if of := by[a.matters[i].id]; len(of) < maxTopics && !slices.Contains(of, t) {
					by[a.matters[i].id] = append(of, t)
				}
			}
		}
		out = append(out, t)
	}
	return out
}

func (s *sources) topicOf(t *slotTopic, by map[string][]*slotTopic) *slotTopic {
	for _, a := range t.items[:min(len(t.items), maxTold)] {
		for i := range a.matters {
			for _, x := range by[a.matters[i].id] {
				if slices.ContainsFunc(x.items[:min(len(x.items), maxHeads)], func(b *amount) bool { return s.oneMatter(a, b) }) {
					return x
				}
			}
		}
	}
	return nil
}
