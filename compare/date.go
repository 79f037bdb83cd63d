package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A dated is one statement of when something happened.
type dated struct {
	doc   int
	st    *statement.Statement
	t     timex.Time
	clock bool
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
	for d, doc := range s.docs {
		for i := range doc.Statements {
			st := &doc.Statements[i]
			if st.Kind != statement.When || !st.Slot.Time.Resolved() {
				continue
			}
			k := st.Slot.Event
			if clock(st.Slot.Time) {
				k += " clock"
			}
			if buckets[k] == nil {
				order = append(order, k)
			}
			buckets[k] = append(buckets[k], dated{d, st, st.Slot.Time, clock(st.Slot.Time)})
		}
	}
	var out []Finding
	for _, k := range order {
		for _, group := range dateTopics(buckets[k]) {
			if f, ok := s.date(group); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// dateTopics puts together the times of one event: clauses with one verb that share enough words.
func dateTopics(all []dated) [][]dated {
	var topics [][]dated
	for _, d := range all {
		best, most := -1, 0
		for i, t := range topics[:min(len(topics), maxTopics)] {
			for _, h := range t[:min(len(t), maxHeads)] {
				n := sharedTerms(h.st.Terms, d.st.Terms)
				need := sameEvent
				if judgeTimes(h.t, d.t).Relation < Compatible {
					need = sureEvent
				}
				if n >= need && n > most && h.st.Slot.Negated == d.st.Slot.Negated {
					best, most = i, n
				}
			}
		}
		if best < 0 {
			topics = append(topics, []dated{d})
			continue
		}
		topics[best] = append(topics[best], d)
	}
	return topics
}

// sharedTerms counts the different content words that two clauses share, numbers left out.
func sharedTerms(a, b []statement.Term) int {
	n := 0
	for i := range a {
		if a[i].Kind == statement.NumberTerm || a[i].Kind == statement.NotTerm || earlier(a, i) {
			continue
		}
		for j := range b {
			if a[i].Hash == b[j].Hash {
				n++
				break
			}
		}
	}
	return n
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
	var flags []string
	for i := range min(len(group), maxClasses) {
		for k := i + 1; k < min(len(group), maxClasses); k++ {
			if group[i].doc == group[k].doc {
				continue
			}
			j := judgeTimes(group[i].t, group[k].t)
			if j.Relation == Conflict && sharedTerms(group[i].st.Terms, group[k].st.Terms) < sureEvent {
				continue
			}
			flags = append(flags, j.Flags...)
			if j.Relation != Unrelated && (j.Relation < worst.Relation || worst.Reason.Code == "") {
				worst = j
			}
		}
	}
	f := Finding{Kind: "date", Rule: DateMatch, Verdict: VerdictAgree, Severity: Info, Origins: len(docs), Reason: worst.Reason, Flags: flags}
	switch worst.Relation {
	case Conflict:
		f.Rule, f.Verdict, f.Severity = DateConflict, VerdictConflict, Serious
	case Compatible:
		f.Verdict = VerdictCompatible
	}
	f.Topic = eventName(group[0].st)
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
		if !slices.Contains(p.Sources, e.Source) {
			p.Sources = append(p.Sources, e.Source)
		}
	}
	slices.SortStableFunc(f.Positions, func(a, b Position) int { return cmp.Compare(a.Value, b.Value) })
	for i := range f.Positions {
		f.Positions[i].Side = side(i)
	}
	return f, true
}

// eventName says which event a clause tells of: its verb and who takes part.
func eventName(st *statement.Statement) string {
	parts := append(slices.Clone(st.Slot.Agents), st.Slot.Event)
	parts = append(parts, st.Slot.Patients...)
	return strings.Join(parts, " ")
}
