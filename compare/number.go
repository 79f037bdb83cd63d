package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// numbers finds what sources say of one amount.
func (s *sources) numbers() []Finding {
	all := s.amounts()
	out := s.headlines(all)
	for _, t := range s.topics(all) {
		if f, ok := s.number(t); ok {
			out = append(out, f)
		} else if f, ok := s.alone(t); ok {
			out = append(out, f)
		}
		if f, ok := s.direction(t); ok {
			out = append(out, f)
		}
		if f, ok := s.narrowed(t); ok {
			out = append(out, f)
		}
	}
	return out
}

// ReasonAlone is the code of an amount that one source alone gives. Arguments: the value, the source.
const ReasonAlone = "one-source"

// alone makes the finding of a topic that one source alone has, where it is clear what is measured.
func (s *sources) alone(t *slotTopic) (Finding, bool) {
	a := t.items[0]
	for _, b := range t.items {
		if b.doc != a.doc {
			return Finding{}, false
		}
	}
	if len(s.docs) < 2 || unspecified(a) || isOrdinal(a) || a.q.Restates >= 0 || s.toldElsewhere(t) {
		return Finding{}, false
	}
	f := Finding{Kind: "number", Rule: OneSource, Verdict: VerdictSingle, Severity: Info, Topic: s.topicName(t), Origins: 1,
		Reason: Reason{Code: ReasonAlone, Args: []string{a.shown, s.docs[a.doc].Source.ID}}}
	for i, c := range classesOf(t) {
		f.Positions = append(f.Positions, s.position(c, side(i)))
	}
	return f, true
}

// toldElsewhere reports whether another document has the same value of the same measure, of whatever it is said: then it
// is not one source alone that gives it.
func (s *sources) toldElsewhere(t *slotTopic) bool {
	for _, a := range t.items {
		for d := range s.docs {
			if d == a.doc {
				continue
			}
			for _, x := range s.amountsOf(d, byMeasure, a.slot.Measure) {
				if (a.slot.Dimension != "count" || !trivial(a)) && judgeQuantities(&a.q, &x.q, Circumstances{}).Relation == Agree {
					return true
				}
			}
		}
	}
	return false
}

// ReasonDirection is the code of one distance from one place in opposite directions. Arguments: the two
// directions in degrees, the place.
const ReasonDirection = "direction"

// direction finds the same distance from one place, in directions at least a right angle apart.
func (s *sources) direction(t *slotTopic) (Finding, bool) {
	for i, a := range t.items[:min(len(t.items), maxClasses)] {
		for _, b := range t.items[i+1 : min(len(t.items), maxClasses)] {
			if a.doc == b.doc || turned(a.bearing, b.bearing) < 67 || a.who != b.who || a.who == "" {
				continue
			}
			if judgeQuantities(&a.q, &b.q, Circumstances{}).Relation < Compatible || s.turnedElsewhere(t, a, b) {
				continue
			}
			f := Finding{Kind: "place", Rule: NameConflict, Verdict: VerdictConflict, Severity: Serious, Topic: s.topicName(t), Origins: 2,
				Reason: Reason{Code: ReasonDirection, Args: []string{strconv.Itoa(a.bearing) + "°", strconv.Itoa(b.bearing) + "°", a.slot.Entity}}}
			s.whose(&f, a, b)
			f.Kind = "place"
			for n, x := range []*amount{a, b} {
				p := s.position(class{items: []*amount{x}}, side(n))
				p.Value = strconv.Itoa(x.bearing) + "°"
				f.Positions = append(f.Positions, p)
			}
			return f, true
		}
	}
	return Finding{}, false
}

// turnedElsewhere reports whether one of two documents gives the other's direction too.
func (s *sources) turnedElsewhere(t *slotTopic, a, b *amount) bool {
	for _, x := range t.items[:min(len(t.items), maxClasses)] {
		if x.doc == b.doc && turned(x.bearing, a.bearing) < 67 && x.bearing >= 0 || x.doc == a.doc && turned(x.bearing, b.bearing) < 67 && x.bearing >= 0 {
			return true
		}
	}
	return false
}

// A class is the amounts of a topic that have one value.
type class struct {
	items []*amount
	docs  []int // in order
}

// maxClasses bounds how many values of a topic are judged against each other.
const maxClasses = 24

// number makes the finding of one topic, if at least two sources speak of it.
func (s *sources) number(t *slotTopic) (Finding, bool) {
	if !slices.ContainsFunc(t.items, func(a *amount) bool { return a.doc != t.items[0].doc }) {
		return Finding{}, false
	}
	classes := classesOf(t)
	v := s.verdicts(classes)
	if !v.any {
		return Finding{}, false
	}
	worst, deciding, flags := v.worst, v.deciding, v.flags
	classes = v.kept(classes)
	docs := docCount(s.byDoc(classes))
	f := Finding{Kind: "number", Rule: NumberMatch, Verdict: VerdictAgree, Severity: Info, Topic: s.topicName(t), Origins: docs, Flags: flags}
	f.Reason = worst.worded()
	switch worst.Relation {
	case Conflict:
		f.Rule, f.Verdict, f.Severity = NumberConflict, VerdictConflict, Serious
		f.Flags = worst.Flags
		s.whose(&f, deciding[0], deciding[1])
	case Compatible:
		f.Verdict = VerdictCompatible
	default:
		f.Reason = equalReason(classes)
	}
	switch {
	case !worst.Review:
	case f.Verdict == VerdictConflict:
		f.Severity = Review
	case worst.Reason.Code == ReasonMaybe:
		f.Severity = Review // a desk should ask which of the two is the later
	}
	for i, c := range classes {
		f.Positions = append(f.Positions, s.position(c, side(i)))
		if worst.Reason.Code == ReasonTrend {
			f.Positions[i].Value = valueOf(c.items[0])
		}
	}
	return f, true
}

// equalReason says why values agree: they are one, or the first is another in its unit.
func equalReason(classes []class) Reason {
	first := classes[0].items[0].q
	for _, c := range classes[1:] {
		if j := judgeQuantities(&first, &c.items[0].q, Circumstances{}); j.Reason.Code == ReasonConverted {
			return j.worded()
		}
	}
	return Reason{Code: ReasonEqual, Args: []string{Show(first), Show(first)}}
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

// A tally is what the sources of a topic come to: for each two of them the values that lie closest, over
// all of them the pair that lies farthest.
type tally struct {
	any      bool // at least two sources can be compared
	worst    judgement
	deciding [2]*amount
	flags    []string
	used     []bool // classes that took part
}

// verdicts compares the sources of a topic. Sources that have the same values are one.
func (s *sources) verdicts(classes []class) tally {
	n := min(len(classes), maxClasses)
	t := tally{worst: judgement{Relation: Agree}, used: make([]bool, len(classes))}
	for i := range n {
		if len(classes[i].docs) > 1 {
			t.any, t.used[i] = true, true
		}
	}
	sets := setsOf(s.byDoc(classes[:n]))
	var known []found
	var at [maxClasses][maxClasses]int16 // which of them is that of two classes, counted from 1
	between := func(i, k int32) *found {
		i, k = min(i, k), max(i, k)
		if at[i][k] == 0 {
			known = append(known, s.between(classes[i], classes[k]))
			at[i][k] = int16(len(known))
		}
		return &known[at[i][k]-1]
	}
	same := found{j: judgement{Relation: Agree}}
	linked, decided := newUnion(n), int32(0)
	for x := range sets {
		for y := x + 1; y < len(sets); y++ {
			best, bi, bk := found{}, int32(0), int32(0)
			for _, i := range sets[x] {
				for _, k := range sets[y] {
					f := &same
					if i.class != k.class {
						f = between(i.class, k.class)
					}
					if f.j.Relation > best.j.Relation {
						best, bi, bk = *f, i.class, k.class
					}
				}
			}
			if best.j.Relation == Unrelated || best.j.Relation == Conflict && len(sets) > 2 && tellsBoth(classes[:n], sets, bi, bk) {
				continue
			}
			t.any, t.used[bi], t.used[bk] = true, true, true
			linked.join(int(bi), int(bk))
			if best.j.Relation != Conflict {
				t.flags = append(t.flags, best.j.Flags...)
			}
			if best.j.Relation < t.worst.Relation {
				t.worst, t.deciding, decided = best.j, [2]*amount{best.a, best.b}, bi
			}
		}
	}
	if t.worst.Relation == Conflict { // what has nothing to do with those that conflict is no part of it
		for i := range n {
			t.used[i] = t.used[i] && linked.find(i) == linked.find(int(decided))
		}
	}
	return t
}

// A docClass says that a document has a value.
type docClass struct{ doc, class int32 }

// byDoc returns the values of each document, in order.
func (s *sources) byDoc(classes []class) []docClass {
	out := s.memory.classes[:0]
	for i := range classes {
		for _, d := range classes[i].docs {
			out = append(out, docClass{int32(d), int32(i)})
		}
	}
	if len(classes) > 1 {
		slices.SortFunc(out, func(a, b docClass) int { return cmp.Or(cmp.Compare(a.doc, b.doc), cmp.Compare(a.class, b.class)) })
	}
	s.memory.classes = out
	return out
}

func docCount(all []docClass) int {
	n := 0
	for i := range all {
		if i == 0 || all[i].doc != all[i-1].doc {
			n++
		}
	}
	return n
}

// setsOf returns the different sets of values that documents have, the first maxClasses of them.
func setsOf(all []docClass) [][]docClass {
	var sets [][]docClass
	for i := 0; i < len(all) && len(sets) < maxClasses; {
		from := i
		for i < len(all) && all[i].doc == all[from].doc {
			i++
		}
		set := all[from:i]
		if !slices.ContainsFunc(sets, func(o []docClass) bool { return slices.EqualFunc(o, set, sameClass) }) {
			sets = append(sets, set)
		}
	}
	return sets
}

func sameClass(a, b docClass) bool { return a.class == b.class }

// kept returns the classes that took part.
func (t *tally) kept(classes []class) []class {
	out := classes[:0:0]
	for i := range classes {
		if t.used[i] {
			out = append(out, classes[i])
		}
	}
	return out
}

// found is the judgement of two values with the statements it was reached on.
type found struct {
	j    judgement
	a, b *amount
}

// forYears reports whether an amount is a time without a number that people say for long: for years, decades.
func forYears(a *amount) bool {
	return a.q.Bound == quantity.Vague && a.slot.Dimension == "duration"
}

// between judges two values by those of their statements that are most surely about the same thing.
func (s *sources) between(x, y class) found {
	var best found
	for _, a := range x.items[:min(len(x.items), maxPairs)] {
		for _, b := range y.items[:min(len(y.items), maxPairs)] {
			if a.doc == b.doc {
				continue
			}
			j := judgeQuantities(&a.q, &b.q, s.circumstances(a, b))
			if j.Relation == Agree && turnedAround(a, b) {
				j = decide(Conflict, ReasonTrend, &a.q, &b.q)
			}
			if j.Relation == Conflict && (s.otherOccasions(a, b) || s.ofOtherGroups(a, b) || !isOrdinal(a) && !isOrdinal(b) && s.otherThings(a.doc, a.st, b.doc, b.st)) {
				continue
			}
			if j.Relation == Conflict && !s.opposed(a, b) && !(j.Reason.Code == ReasonTrend && s.oneChange(a, b)) {
				if !s.likely(a, b) {
					continue
				}
				j.Review = true
				j.Flags = append(j.Flags, FlagLikely)
			} else if j.Relation == Conflict {
				switch s.doubt(a, b) {
				case doubtful:
					continue
				case unsure:
					j.Review = true
				}
			}
			if j.Reason.Code == ReasonRevision && (s.windows(a, b) || s.ofList(a) != s.ofList(b) || s.ofOneOfMany(a, b) || s.ofOneOfMany(b, a)) || j.Relation == Conflict && (s.counting(a, b) || s.onExchange(a, b)) {
				continue
			}
			if slices.Contains(j.Flags, FlagBound) && worldsApart(a, b) {
				continue // fewer than 50,000 and 300 say nothing of one another
			}
			if j.Relation == Conflict && (s.byNow(a, b) || s.birthday(a, b) || forYears(a) || forYears(b)) {
				continue
			}
			if j.Relation == Conflict && s.grown(a, b) {
				j = decide(Compatible, ReasonUpdate, &a.q, &b.q, FlagUpdate)
			}
			if shifting(j) && s.misprinted(a, b) {
				j = decide(Conflict, ReasonDiffer, &a.q, &b.q, HintSwapped)
				j.Review = true
			}
			if shifting(j) && (s.comparable(a, b) != firm || common(a, b) == 0 && !s.entry(a, b)) {
				continue
			}
			if j.Relation > best.j.Relation {
				best = found{j, a, b}
			}
		}
	}
	return best
}

// entry reports whether one of two amounts stands behind its label alone, and both are the only ones of their measure: there are no words that
// the other could have in common with it.
func (s *sources) entry(a, b *amount) bool {
	return (a.slot.Labelled || b.slot.Labelled) && s.sole(a) && s.sole(b)
}

// opposed reports whether two amounts that differ are about one thing, and neither source has another amount that fits
// better with the other's.
func (s *sources) opposed(a, b *amount) bool {
	if bareCount(a) != bareCount(b) || !s.tallied(a, b) || worldsApart(a, b) {
		return false
	}
	return wordForWord(a.st, b.st) || (s.comparable(a, b) == firm || s.matched(a, b)) && !s.reconciled(a, b) && !s.rivalled(a, b)
}

// shifting reports whether two values fit together only because the measure moves.
func shifting(j judgement) bool {
	return j.Reason.Code == ReasonMaybe || j.Reason.Code == ReasonUpdate
}

// windows reports whether two amounts are counted each within a time of its own: the flights cancelled on one day and on the
// next, the new cases of two weeks. The lesser one of the later time takes nothing back; what a count has come to would.
func (s *sources) windows(a, b *amount) bool {
	if a.q.Trend == quantity.To || b.q.Trend == quantity.To {
		return false
	}
	wa, wb := window(a), window(b)
	return wa && wb && !overlap(a.slot.Time, b.slot.Time) || wa && s.before(b, a) || wb && s.before(a, b)
}

// window reports whether the time of an amount is the one in which it was counted. A day may also be the one on which somebody
// told it, or on which a toll stood at it: there what happened must be said.
func window(a *amount) bool {
	t := a.slot.Time
	return t.Resolved() && (t.Grain >= timex.Week || a.held == "" && a.slot.Event != "")
}

// counting reports whether two amounts are shares of a vote, one of them from a report that also tells how much of it has been
// counted: the share moves until all is.
func (s *sources) counting(a, b *amount) bool {
	return (a.slot.Measure == "vote" && a.slot.Dimension == ratio || (bareCount(a) && bareCount(b) || a.slot.Measure == "counted") && !a.q.Value.Whole()) && (len(s.amountsOf(a.doc, byMeasure, "counted")) > 0 || len(s.amountsOf(b.doc, byMeasure, "counted")) > 0)
}

// before reports whether an amount was told before the time of another began: three died on Monday, and one, on Friday's word, on Thursday.
func (s *sources) before(a, b *amount) bool {
	told := s.docs[a.doc].Published
	return !told.IsZero() && told.Before(b.slot.Time.From)
}

// maxPairs bounds how many statements of one value speak for it.
const maxPairs = 6

// reconciled reports whether one of two documents also has an amount of the same measure, or of the same
// things, that fits with the other's: then it is that one which the other reports.
func (s *sources) reconciled(a, b *amount) bool {
	return s.elsewhere(a, b) || s.elsewhere(b, a)
}

func (s *sources) elsewhere(a, b *amount) bool {
	for _, k := range b.names() {
		if k.by == byNoun && k.word == "" {
			continue
		}
		for _, x := range s.amountsOf(a.doc, k.by, k.word) {
			if x.slot.Event != b.slot.Event && x.slot.Event != "" && b.slot.Event != "" && (trivial(x) || x.slot.Measure != b.slot.Measure) {
				continue
			}
			if x != a && s.comparable(x, b) != apart && judgeQuantities(&x.q, &b.q, Circumstances{}).Relation >= Compatible {
				return true
			}
		}
	}
	return slices.ContainsFunc(s.amountsOf(a.doc, byMeasure, statement.Unspecified+"count"), func(x *amount) bool {
		return b.slot.Dimension == "count" && x.shown == b.shown && x.q.Value.Cmp(quantity.Int(leastOwn)) >= 0 // of these, five million were new
	})
}

// leastOwn is from where on a number that stands without a noun is hardly another one by chance.
const leastOwn = 1000

// classesOf groups the amounts of a topic by value, in the order of the sources.
func classesOf(t *slotTopic) []class {
	at := map[string]int{}
	var out []class
	items := slices.Clone(t.items)
	split := bothWays(items)
	slices.SortStableFunc(items, func(a, b *amount) int {
		if a.doc != b.doc {
			return a.doc - b.doc
		}
		return a.st.Span.Start - b.st.Span.Start
	})
	for _, a := range items {
		k := a.shown
		if split {
			k = valueOf(a)
		}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, class{})
		}
		c := &out[i]
		c.items = append(c.items, a)
		if n := len(c.docs); n == 0 || c.docs[n-1] != a.doc {
			c.docs = append(c.docs, a.doc)
		}
	}
	return out
}

// maxTold is how many places of one source are shown for one value.
const maxTold = 3

func (s *sources) position(c class, side string) Position {
	p := Position{Value: c.items[0].shown, Side: side}
	last, told := -1, 0
	for _, a := range c.items {
		if a.doc != last {
			last, told = a.doc, 0
		}
		if told++; told > maxTold {
			continue
		}
		p.Evidence = append(p.Evidence, s.amountEvidence(a))
		if id, n := s.docs[a.doc].Source.ID, len(p.Sources); n == 0 || p.Sources[n-1] != id { // items are in the order of the documents
			p.Sources = append(p.Sources, id)
		}
	}
	return p
}

// amountEvidence is the evidence of an amount.
func (s *sources) amountEvidence(a *amount) Evidence {
	e := s.evidence(a.doc, a.st.Span)
	e.Value, e.Reading, e.Speaker = a.shown, s.reading(a), a.slot.Holder
	if a.st.Voice >= 0 {
		e.Speaker = s.docs[a.doc].Attributions[a.st.Voice].Speaker.Name
	}
	return e
}

// reading returns the rule that an amount was read by.
func (s *sources) reading(a *amount) string {
	if a.st.Quantity < 0 {
		return "tally"
	}
	return s.docs[a.doc].Quantities[a.st.Quantity].Rule
}

// topicName says what a topic is about, in words of its slots.
func (s *sources) topicName(t *slotTopic) string {
	best := t.items[0]
	for _, a := range t.items {
		if specific(a) > specific(best) {
			best = a
		}
	}
	parts := []string{strings.TrimPrefix(best.slot.Measure, statement.Unspecified)}
	if isVote(best) {
		parts[0] = statement.Vote
	}
	if best.slot.Event != "" && best.slot.Event != best.slot.Measure {
		parts = append(parts, best.slot.Event)
	}
	if best.slot.Entity != "" && (ofOne(best) || !strings.HasPrefix(best.who, personKey)) {
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
			j := judgeQuantities(&principal.Value, &m.Value, Circumstances{})
			if j.Reason.Code == ReasonConverted {
				f.Reason = j.worded()
			}
			if j.Relation == Conflict && m.Value.Misstates {
				f.Verdict, f.Severity, f.Reason.Code = VerdictConflict, Serious, "misconverted"
				f.Flags = hints(&principal.Value, &m.Value)
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
