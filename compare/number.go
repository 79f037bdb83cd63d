package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/quantity"
)

// numbers finds what sources say of one amount.
func (s *sources) numbers() []Finding {
	all := s.amounts()
	var out []Finding
	for _, t := range s.topics(all) {
		if f, ok := s.number(t); ok {
			out = append(out, f)
		}
	}
	return out
}

// A class is the amounts of a topic that have one value.
type class struct {
	items []*amount
	docs  map[int]bool
}

// maxClasses bounds how many values of a topic are judged against each other.
const maxClasses = 24

// number makes the finding of one topic, if at least two sources speak of it.
func (s *sources) number(t *slotTopic) (Finding, bool) {
	classes := classesOf(t)
	docs := map[int]bool{}
	for _, c := range classes {
		for d := range c.docs {
			docs[d] = true
		}
	}
	if len(docs) < 2 {
		return Finding{}, false
	}
	worst, holders := judgement{Relation: Agree}, judgement{}
	var flags []string
	deciding := [2]*amount{}
	for i := range min(len(classes), maxClasses) {
		for k := i + 1; k < min(len(classes), maxClasses); k++ {
			j, a, b := s.closest(classes, i, k)
			if a == nil || j.Relation == Unrelated {
				continue
			}
			if j.Relation != Conflict {
				flags = append(flags, j.Flags...)
			}
			if j.Relation < worst.Relation {
				worst, deciding = j, [2]*amount{a, b}
			}
		}
	}
	_ = holders
	f := Finding{Kind: "number", Rule: NumberMatch, Verdict: VerdictAgree, Severity: Info, Topic: s.topicName(t), Origins: len(docs), Flags: flags}
	f.Reason = worst.Reason
	switch worst.Relation {
	case Conflict:
		f.Rule, f.Verdict, f.Severity = NumberConflict, VerdictConflict, Serious
		f.Flags = worst.Flags
		s.whose(&f, deciding[0], deciding[1])
	case Compatible:
		f.Verdict = VerdictCompatible
	default:
		f.Reason = Reason{Code: ReasonEqual, Args: []string{Show(classes[0].items[0].q), Show(classes[0].items[0].q)}}
	}
	if worst.Review {
		f.Severity = min(f.Severity, Review)
		if f.Verdict == VerdictCompatible {
			f.Severity = Info
		}
	}
	for i, c := range classes {
		f.Positions = append(f.Positions, s.position(c, side(i)))
	}
	return f, true
}

// whose asks whose values two that conflict are: two named holders dispute, one named holder has been
// given two values.
func (s *sources) whose(f *Finding, a, b *amount) {
	switch {
	case a.held == "" || b.held == "":
	case a.held == b.held:
		f.Kind = "attribution"
	default:
		f.Verdict = VerdictDisputed
	}
}

// closest judges two values by the pair of documents that disagree most, where a document that has both
// does not disagree with anyone.
func (s *sources) closest(classes []class, i, k int) (judgement, *amount, *amount) {
	ci, ck := classes[i], classes[k]
	worst := judgement{Relation: Agree + 1}
	var wa, wb *amount
	for _, a := range ci.items[:min(len(ci.items), maxPairs)] {
		for _, b := range ck.items[:min(len(ck.items), maxPairs)] {
			if a.doc == b.doc {
				continue
			}
			j := judgeQuantities(a.q, b.q, s.circumstances(a, b))
			if j.Relation == Conflict && (s.comparable(a, b) != firm || s.reconciled(classes, a, b)) {
				j.Relation = Unrelated
				continue
			}
			if j.Relation < worst.Relation {
				worst, wa, wb = j, a, b
			}
		}
	}
	return worst, wa, wb
}

// maxPairs bounds how many statements of one value speak for it.
const maxPairs = 6

// reconciled reports whether one of two documents also has a value that agrees with the other's.
func (s *sources) reconciled(classes []class, a, b *amount) bool {
	for _, c := range classes[:min(len(classes), maxClasses)] {
		for _, x := range c.items[:min(len(c.items), maxPairs)] {
			if x.doc == b.doc && x != b && judgeQuantities(a.q, x.q, s.circumstances(a, x)).Relation >= Compatible ||
				x.doc == a.doc && x != a && judgeQuantities(x.q, b.q, s.circumstances(x, b)).Relation >= Compatible {
				return true
			}
		}
	}
	return false
}

// classesOf groups the amounts of a topic by value, in the order of the sources.
func classesOf(t *slotTopic) []class {
	at := map[string]int{}
	var out []class
	items := slices.Clone(t.items)
	slices.SortStableFunc(items, func(a, b *amount) int {
		if a.doc != b.doc {
			return a.doc - b.doc
		}
		return a.st.Span.Start - b.st.Span.Start
	})
	for _, a := range items {
		k := Show(a.q)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, class{docs: map[int]bool{}})
		}
		out[i].items = append(out[i].items, a)
		out[i].docs[a.doc] = true
	}
	return out
}

// maxTold is how many places of one source are shown for one value.
const maxTold = 3

func (s *sources) position(c class, side string) Position {
	p := Position{Value: Show(c.items[0].q), Side: side}
	last, told := -1, 0
	for _, a := range c.items {
		if a.doc != last {
			last, told = a.doc, 0
		}
		if told++; told > maxTold {
			continue
		}
		e := s.evidence(a.doc, a.st.Span)
		e.Value = Show(a.q)
		e.Reading = s.docs[a.doc].Quantities[a.st.Quantity].Rule
		if a.st.Voice >= 0 {
			e.Speaker = s.docs[a.doc].Attributions[a.st.Voice].Speaker.Name
		}
		p.Evidence = append(p.Evidence, e)
		if id := s.docs[a.doc].Source.ID; !slices.Contains(p.Sources, id) {
			p.Sources = append(p.Sources, id)
		}
	}
	return p
}

// topicName says what a topic is about, in words of its slots.
func (s *sources) topicName(t *slotTopic) string {
	best := t.items[0]
	for _, a := range t.items {
		if specific(a) > specific(best) {
			best = a
		}
	}
	parts := []string{best.slot.Measure}
	if best.slot.Event != "" && best.slot.Event != best.slot.Measure {
		parts = append(parts, best.slot.Event)
	}
	if best.slot.Entity != "" {
		parts = append(parts, best.slot.Entity)
	} else if best.slot.Place != "" {
		parts = append(parts, best.slot.Place)
	}
	return strings.Join(parts, ", ")
}

func specific(a *amount) int {
	n := len(a.mods)
	if a.who != "" {
		n += 3
	}
	if a.where != "" {
		n++
	}
	return n
}

// conversions checks each restatement against its own principal.
func (s *sources) conversions() []Finding {
	var out []Finding
	for d, doc := range s.docs {
		for i := range doc.Quantities {
			m := &doc.Quantities[i]
			p := m.Value.Restates
			if p < 0 || int(p) >= len(doc.Quantities) || int(p) == i {
				continue
			}
			principal := &doc.Quantities[p]
			if m.Value.Unit.Dimension == money || principal.Value.Unit.Dimension == money {
				continue // the rate of the day is not known
			}
			f := Finding{Kind: "conversion", Rule: UnitCheck, Verdict: VerdictAgree, Severity: Info, Origins: 1,
				Topic:  principal.Span.Of(doc.Source.Text) + " = " + m.Span.Of(doc.Source.Text),
				Reason: Reason{Code: ReasonConverted, Args: []string{Show(principal.Value), Show(m.Value)}}}
			j := judgeQuantities(principal.Value, m.Value, Circumstances{})
			if j.Reason.Code == ReasonConverted {
				f.Reason = j.Reason
			}
			if m.Value.Misstates || j.Relation == Conflict {
				f.Verdict, f.Severity, f.Reason.Code = VerdictConflict, Serious, "misconverted"
				f.Flags = hints(principal.Value, m.Value)
			}
			for n, x := range []*quantity.Mention{principal, m} {
				e := s.evidence(d, x.Span)
				e.Value, e.Reading = Show(x.Value), x.Rule
				f.Positions = append(f.Positions, Position{Value: e.Value, Side: side(n), Sources: []string{e.Source}, Evidence: []Evidence{e}})
			}
			out = append(out, f)
		}
	}
	return out
}
