package compare

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A dated is one statement of when something happened.
type dated struct {
	doc     int
	st      *statement.Statement
	t       timex.Time
	clock   bool
	past    bool             // it lies well before or behind the report
	sole    bool             // its source has no other time for such an event
	terms   []statement.Term // of its clause, without those that every other clause has
	matters []string         // what it is the time of, where its clause has no other time
}

// Shared content words that make two dated clauses one event: some for times that agree, more for
// times that would conflict.
const (
	sameEvent = 2
	sureEvent = 4
)

// dates finds what sources say of when one thing happened.
func (s *sources) dates() []Finding {
	buckets := map[string][]dated{}
	var order []string
	var told occasions
	for d, doc := range s.docs {
		for i := range doc.Statements {
			st := &doc.Statements[i]
			if st.Kind != statement.When || !st.Slot.Time.Resolved() && !clock(st.Slot.Time) {
				continue
			}
			if st.Slot.Telling && st.Slot.Modality == attribution.Fact && !clock(st.Slot.Time) {
				told.add(s, d, st) // when something was said is no date of the event
				continue
			}
			k := statement.MatterDay
			if clock(st.Slot.Time) {
				k = statement.MatterClock
			}
			if buckets[k] == nil {
				order = append(order, k)
			}
			x := dated{doc: d, st: st, t: st.Slot.Time, clock: clock(st.Slot.Time)}
			x.past = x.t.Resolved() && !doc.Published.IsZero() && doc.Published.Sub(x.t.From) > background
			buckets[k] = append(buckets[k], x)
		}
	}
	for d := range s.docs {
		told.voices(s, d)
	}
	out := told.findings(s)
	for _, k := range order {
		s.dateMatters(buckets[k], k)
		soleDates(buckets[k])
		for _, group := range s.dateTopics(rare(buckets[k])) {
			if f, ok := s.date(group); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// dateTopics puts together the times of one event: clauses with one verb that share enough words.
func (s *sources) dateTopics(all []dated) [][]dated {
	var topics [][]dated
	for x := range all {
		best, most := -1, 0
		for i, t := range topics[:min(len(topics), maxTopics)] {
			for k := range t[:min(len(t), maxHeads)] {
				h, d := &t[k], &all[x]
				if h.st.Slot.Negated != d.st.Slot.Negated {
					continue
				}
				n := sharedTerms(h.terms, d.terms)
				if n+1 <= most {
					continue
				}
				r := relateTimes(&h.t, &d.t)
				if n >= s.needed(h, d, r) || r.Relation == Conflict && s.sameOccasion(h, d) {
					best, most = i, n+1
				}
			}
		}
		if best < 0 {
			topics = append(topics, []dated{all[x]})
			continue
		}
		topics[best] = append(topics[best], all[x])
	}
	return s.opposedTopics(topics)
}

// opposedTopics puts the topics of one source alone to those of others that date the same event differently: an agreement of two
// sources has drawn away what the third would have met.
func (s *sources) opposedTopics(topics [][]dated) [][]dated {
	topics = topics[:len(topics):len(topics)]
	for y := range topics {
		if !ofOneDoc(topics[y]) {
			continue
		}
		for x := range topics[:min(len(topics), maxTopics)] {
			if x != y && len(topics[x]) > 0 && s.opposedTo(topics[x], &topics[y][0]) {
				topics[x] = append(topics[x], topics[y]...)
				slices.SortStableFunc(topics[x], func(a, b dated) int { return a.doc - b.doc })
				topics[y] = nil
				break
			}
		}
	}
	return slices.DeleteFunc(topics, func(t []dated) bool { return len(t) == 0 })
}

func ofOneDoc(t []dated) bool {
	return len(t) > 0 && !slices.ContainsFunc(t, func(d dated) bool { return d.doc != t[0].doc })
}

// opposedTo reports whether a topic has a time of the same event as y that is another, and none of y's source.
func (s *sources) opposedTo(topic []dated, y *dated) bool {
	found := false
	for i := range topic[:min(len(topic), maxHeads)] {
		x := &topic[i]
		if x.doc == y.doc {
			return false
		}
		if r := relateTimes(&x.t, &y.t); r.Relation == Conflict && s.sameOccasion(x, y) {
			found = true
		}
	}
	return found
}

// rare takes out of the terms of dated clauses those that stand in too many of them to tell one event
// from another.
func rare(all []dated) []dated {
	df := map[uint64]int{}
	for _, d := range all {
		for i := range d.st.Terms {
			if !earlier(d.st.Terms, i) {
				df[d.st.Terms[i].Hash]++
			}
		}
	}
	limit := max(4, len(all)/4)
	for i := range all {
		var kept []statement.Term
		for _, t := range all[i].st.Terms {
			if df[t.Hash] <= limit {
				kept = append(kept, t)
			}
		}
		all[i].terms = kept
	}
	return all
}

// needed is how many content words two dated clauses must share to tell of one event. Those that would
// conflict must have the same verb as well.
func (s *sources) needed(a, b *dated, j timeRelation) int {
	r, same := j.Relation, a.st.Slot.Event == b.st.Slot.Event
	switch {
	case r > Conflict && s.oneDateMatter(a, b):
		return 0
	case (j.flag == HintZone || r == Agree && a.clock && b.clock && a.t.Grain <= timex.Minute) && a.t.Minute%5 != 0:
		return 0 // no two events have one minute by chance
	case r == Compatible && same && a.clock:
		return 1
	case r == Compatible && same && a.sole && b.sole && s.shares(a, b):
		return 0 // to Oslo on Thursday, to Norway later this week
	case r < Compatible && !same:
		return never
	case r < Compatible && !slices.Equal(a.st.Slot.Modifiers, b.st.Slot.Modifiers):
		return never // the sixth tremor, another one
	case r < Compatible && s.otherFigures(a, b):
		return never // one kind of event at two times, each with its own figure
	case r < Compatible && (s.otherTimes(a, b) || s.inSeries(a.doc, b.doc)):
		return never
	case r < Compatible:
		return sureEvent
	case (same || a.clock) && r == Agree:
		return 1
	case same:
		return sameEvent + 1
	case r == Agree:
		return sureEvent
	case r == Compatible && a.clock == b.clock && s.kinEvents(a, b) && s.shares(a, b):
		return sameEvent // attacked here, targeted there
	}
	return never
}

// otherFigures reports whether two clauses both have numbers beside their times, and none in common.
func (s *sources) otherFigures(x, y *dated) bool {
	a, b := x.st, y.st
	found := false
	for i := range a.Terms {
		if !s.untimed(x, i) {
			continue
		}
		found = false
		for j := range b.Terms {
			if !s.untimed(y, j) {
				continue
			}
			if found = true; figureAt(a.Terms, i) == figureAt(b.Terms, j) {
				return false
			}
		}
	}
	return found
}

// figureAt is the key of number i of a clause, with the number that it is a score with: 2-1.
func figureAt(terms []statement.Term, i int) uint64 {
	h := terms[i].Hash
	if i > 0 && scored(&terms[i-1], &terms[i]) {
		i--
		h = terms[i].Hash
	}
	if i+1 < len(terms) && scored(&terms[i], &terms[i+1]) {
		h = text.HashAdd(h, terms[i+1].Hash)
	}
	return h
}

// scored reports whether two numbers stand but a mark apart.
func scored(a, b *statement.Term) bool {
	return a.Kind == statement.NumberTerm && b.Kind == statement.NumberTerm && b.Span.Start-a.Span.End == 1
}

// untimed reports whether term i of a clause is a number that is no part of its time, and no article.
func (s *sources) untimed(x *dated, i int) bool {
	st := x.st
	t := &st.Terms[i]
	if t.Kind != statement.NumberTerm || t.Span.End > st.Span.Start && t.Span.Start < st.Span.End {
		return false
	}
	_, article := s.docs[x.doc].Text.Lex.Find(lexicon.Function, t.Text)
	return !article
}

const (
	never     = 1 << 20
	mostTopic = 80 // bytes of a clause that name an event
)

// sharedTerms counts the different content words that two clauses share, numbers left out.
func sharedTerms(a, b []statement.Term) int {
	n := 0
	for i := range a {
		if a[i].Kind == statement.NumberTerm || a[i].Kind == statement.NotTerm || earlier(a, i) {
			continue
		}
		for j := range b {
			if sameTerm(&a[i], &b[j]) {
				n++
				break
			}
		}
	}
	return n
}

// sameTerm reports whether two terms are one word, which at the head of a sentence may have been read as a name.
func sameTerm(a, b *statement.Term) bool {
	return a.Hash == b.Hash || (a.Kind == statement.NameTerm) != (b.Kind == statement.NameTerm) && strings.EqualFold(a.Text, b.Text)
}

func earlier(a []statement.Term, i int) bool {
	for j := range i {
		if a[j].Hash == a[i].Hash {
			return true
		}
	}
	return false
}

func (s *sources) date(group []dated) (Finding, bool) {
	docs := map[int]bool{}
	for _, g := range group {
		docs[g.doc] = true
	}
	if len(docs) < 2 {
		return Finding{}, false
	}
	worst := judgement{Relation: Agree}
	best := map[[2]int]judgement{} // of each two sources, the times that lie closest
	n := min(len(group), maxClasses)
	for i := range n {
		for k := i + 1; k < n; k++ {
			if group[i].doc == group[k].doc {
				continue
			}
			j := judgeTimes(group[i].t, group[k].t)
			if j.Relation == Conflict && sharedTerms(group[i].terms, group[k].terms) < s.needed(&group[i], &group[k], relateTimes(&group[i].t, &group[k].t)) && !s.sameOccasion(&group[i], &group[k]) {
				continue
			}
			p := [2]int{min(group[i].doc, group[k].doc), max(group[i].doc, group[k].doc)}
			if j.Relation > best[p].Relation {
				best[p] = j
			}
		}
	}
	var flags []string
	pairs := slices.SortedFunc(maps.Keys(best), func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	for _, p := range pairs {
		j := best[p]
		flags = append(flags, j.Flags...)
		if j.Relation < worst.Relation || worst.Reason.Code == "" {
			worst = j
		}
	}
	if worst.Reason.Code == "" {
		return Finding{}, false
	}
	return s.dateFinding(group, worst, flags), true
}

// dateFinding makes the finding of the times of a group, from the judgement of those that lie farthest apart.
func (s *sources) dateFinding(group []dated, worst judgement, flags []string) Finding {
	f := Finding{Kind: "date", Rule: DateMatch, Verdict: VerdictAgree, Severity: Info, Reason: worst.worded(), Flags: flags}
	switch worst.Relation {
	case Conflict:
		f.Rule, f.Verdict, f.Severity = DateConflict, VerdictConflict, Serious
	case Compatible:
		f.Verdict = VerdictCompatible
	}
	f.Topic = s.eventName(group[0].doc, group[0].st)
	at, told := map[string]int{}, map[[2]int]int{}
	for _, g := range group {
		v := ShowTime(g.t)
		i, ok := at[v]
		if !ok {
			i = len(f.Positions)
			at[v] = i
			f.Positions = append(f.Positions, Position{Value: v, Side: side(i)})
		}
		if told[[2]int{i, g.doc}]++; told[[2]int{i, g.doc}] > maxTold {
			continue
		}
		p := &f.Positions[i]
		e := s.evidence(g.doc, g.st.Span)
		e.Value = v
		if g.st.Time >= 0 {
			e.Reading = s.docs[g.doc].Times[g.st.Time].Rule
		}
		p.Evidence = append(p.Evidence, e)
		if n := len(p.Sources); n == 0 || p.Sources[n-1] != e.Source { // groups are in the order of the documents
			p.Sources = append(p.Sources, e.Source)
		}
	}
	slices.SortStableFunc(f.Positions, func(a, b Position) int { return cmp.Compare(a.Value, b.Value) })
	for i := range f.Positions {
		f.Positions[i].Side = side(i)
	}
	f.Origins = len(SourceIDs(f.Positions...))
	return f
}

// eventName says which event a clause tells of, in its own words: those before the time, or those behind it where the time
// comes first.
func (s *sources) eventName(d int, st *statement.Statement) string {
	var before, behind text.Span
	n := 0
	for i := range st.Terms {
		switch t := &st.Terms[i]; {
		case t.Span.End <= st.Span.Start:
			before = spread(before, t.Span)
			n++
		case t.Span.Start >= st.Span.End:
			behind = spread(behind, t.Span)
		}
	}
	if n < 2 && behind.End > 0 {
		before = behind
	}
	name := before.Of(s.docs[d].Source.Text)
	if open := strings.LastIndex(name, "“"); open > 0 && !strings.Contains(name[open:], "”") { // it ends inside a quotation
		name = strings.TrimSpace(name[:open])
	}
	return shorten(name, mostTopic)
}

// spread is from the one to the other, where there are both.
func spread(a, b text.Span) text.Span {
	if a.End == 0 {
		return b
	}
	return a.Cover(b)
}
