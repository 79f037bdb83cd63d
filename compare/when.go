package compare

import (
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// sureTime is the evidence from which on two times that differ are taken to be the times of one event.
const sureTime = 5

// otherVerb is how many content words two clauses with different verbs must share, where they also share a participant and each
// source has but one such time: takes office, will be sworn in.
const otherVerb = 3

// sameOccasion decides whether two dated clauses whose times differ tell of one event, by what they have in common: words,
// the verb, who takes part, whether each source dates such an event but once, and how far the times look like a slip.
func (s *sources) sameOccasion(a, b *dated) bool {
	x, y := &a.st.Slot, &b.st.Slot
	switch {
	case s.inSeries(a.doc, b.doc):
		return false
	case a.clock == b.clock && wordForWord(a.st, b.st):
		return !s.otherTimes(a, b)
	case a.clock != b.clock, x.Negated != y.Negated, a.past != b.past:
		return false
	case x.Telling && x.Modality == attribution.Fact, y.Telling && y.Modality == attribution.Fact:
		return false // but of those who will be told by letter, the day counts
	case !slices.Equal(x.Modifiers, y.Modifiers):
		return false // another, the second
	case s.otherFigures(a, b):
		return false // a kind of event at two times, each with its figure
	case s.otherTimes(a, b):
		return false
	case !a.clock && a.t.Grain != b.t.Grain && !(dayLike(a) && dayLike(b)):
		return false
	}
	if s.oneDateMatter(a, b) && (s.shares(a, b) || len(x.Agents)+len(x.Patients) == 0 || len(y.Agents)+len(y.Patients) == 0) {
		return nearTimes(a, b)
	}
	kin := s.kinEvents(a, b)
	shared := sharedTerms(a.terms, b.terms)
	if kin && x.Event != y.Event {
		shared++
	}
	together := s.shares(a, b)
	led := together || sameLead(a.st, b.st)
	if shared == 0 || shared < 2 && !together {
		return false
	}
	n := min(shared, 5)
	switch {
	case x.Event == y.Event:
		n++
	case kin && led:
	case shared < 5 && !(shared >= otherVerb && (sameLead(a.st, b.st) || s.oneActor(a, b)) && a.sole && b.sole):
		return false
	default:
		n -= 2
	}
	if led {
		n++
	}
	if !together && len(x.Agents)+len(x.Patients) > 0 && len(y.Agents)+len(y.Patients) > 0 {
		n -= 2
	}
	if a.sole && b.sole {
		n += 2
	}
	if (x.Modality == attribution.Fact) != (y.Modality == attribution.Fact) {
		n -= 2
	}
	return n+closeTimes(a, b) >= sureTime
}

// kinEvents reports whether the verbs of two clauses are one, or can say the same: told, notified.
func (s *sources) kinEvents(a, b *dated) bool {
	x, y := a.st.Slot.Event, b.st.Slot.Event
	return x != "" && y != "" && (x == y || statement.SameSense(s.docs[a.doc].Text.Lex, x, y))
}

// sameLead reports whether two clauses begin with the same noun: owners will be told, owners will be notified.
func sameLead(a, b *statement.Statement) bool {
	x, y := lead(a), lead(b)
	return x != nil && y != nil && x.Hash == y.Hash
}

// lead returns the first content word of a clause, where it stands before the time.
func lead(st *statement.Statement) *statement.Term {
	for i := range st.Terms {
		switch t := &st.Terms[i]; {
		case t.Kind == statement.NumberTerm:
		case t.Span.End <= st.Span.Start:
			return t
		default:
			return nil
		}
	}
	return nil
}

func dayLike(a *dated) bool {
	return a.t.Resolved() && a.t.To.Sub(a.t.From) <= 24*time.Hour
}

// shares reports whether somebody or some place is named in both clauses, or a place in one and its country in the other.
func (s *sources) shares(a, b *dated) bool {
	for _, n := range slices.Concat(a.st.Slot.Agents, a.st.Slot.Patients) {
		x := s.entity(a.doc, n)
		if slices.ContainsFunc(slices.Concat(b.st.Slot.Agents, b.st.Slot.Patients), func(m string) bool { return strings.EqualFold(m, n) || s.oneRegion(x, s.entity(b.doc, m)) }) {
			return true
		}
	}
	return false
}

// oneActor reports whether somebody who is no place acts in both clauses.
func (s *sources) oneActor(a, b *dated) bool {
	for _, n := range a.st.Slot.Agents {
		x := s.entity(a.doc, n)
		if s.isPlace(a.doc, n) {
			continue
		}
		if slices.ContainsFunc(b.st.Slot.Agents, func(m string) bool { return strings.EqualFold(m, n) || x == s.entity(b.doc, m) }) {
			return true
		}
	}
	return false
}

// isPlace reports whether a document has a name as that of a place.
func (s *sources) isPlace(d int, n string) bool {
	return slices.ContainsFunc(s.docs[d].Entities, func(e name.Entity) bool { return e.Name == n && e.Kind == name.Place })
}

// closeTimes weighs how much two times look like one another: a report that errs mostly errs by little.
func closeTimes(a, b *dated) int {
	if a.clock {
		if gap := clocksApart(&a.t, &b.t); gap <= 2*time.Hour {
			return 1
		}
		return 0
	}
	if misprinted(a, b) {
		return 2
	}
	gap := max(a.t.From.Sub(b.t.From), b.t.From.Sub(a.t.From))
	width := max(a.t.To.Sub(a.t.From), 24*time.Hour)
	switch {
	case gap <= 4*width, a.t.From.Day() == b.t.From.Day() && a.t.From.Month() != b.t.From.Month() && gap < 300*24*time.Hour,
		a.t.From.Day()%10 == b.t.From.Day()%10 && gap < 32*24*time.Hour, transposed(int64(a.t.From.Year()), int64(b.t.From.Year())):
		return 1
	case gap > 40*width:
		return -1
	}
	return 0
}

// misprinted reports whether two days of one month, told as days of a month and not of a week, differ in one digit of two.
func misprinted(a, b *dated) bool {
	x, y := a.t.From, b.t.From
	if a.t.Grain != timex.Day || b.t.Grain != timex.Day || x.Year() != y.Year() || x.Month() != y.Month() || x.Day() == y.Day() {
		return false
	}
	return hasNumber(a.st) && hasNumber(b.st) && (x.Day()%10 == y.Day()%10 || x.Day() > 9 && y.Day() > 9 && x.Day()/10 == y.Day()/10)
}

// hasNumber reports whether a time is told with a number.
func hasNumber(st *statement.Statement) bool {
	return slices.ContainsFunc(st.Terms, func(t statement.Term) bool { return t.Kind == statement.NumberTerm && st.Span.Contains(t.Span) })
}

// soleDates marks the dated clauses whose verb has no other time in their source.
func soleDates(all []dated) {
	from := 0 // where the document begins: they are in order
	for i := range all {
		a := &all[i]
		a.sole = true
		if i == 0 || all[i-1].doc != a.doc {
			from = i
		}
		for k := from; k < len(all) && all[k].doc == a.doc; k++ {
			b := &all[k]
			if i != k && b.st.Slot.Event == a.st.Slot.Event && b.clock == a.clock && relateTimes(&a.t, &b.t).Relation == Conflict {
				a.sole = false
				break
			}
		}
	}
}
