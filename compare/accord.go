package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A toldValue is a value where a report tells it: an amount, or a time.
type toldValue struct {
	doc    int
	span   text.Span
	shown  string
	amount *amount
	site   *site
}

// statement returns what is stated with a value, or nil.
func (m *toldValue) statement() *statement.Statement {
	if m.amount != nil {
		return m.amount.st
	}
	return m.site.st
}

func (m *toldValue) sentence() int32 {
	if m.amount != nil {
		return m.amount.st.Sentence
	}
	return m.site.sentence
}

// An accord is two values of two reports, by their numbers, that fit and are rather of one thing than of two.
type accord struct{ a, b, odds int }

// pairWords returns the words in which two values are told, the same for whichever comes first.
func (s *sources) pairWords(a, b *toldValue) string {
	x, y := s.clauseAt(a), s.clauseAt(b)
	return min(x, y) + "\n" + max(x, y)
}

// clauseAt returns the sentence that tells a value, from the value on.
func (s *sources) clauseAt(m *toldValue) string {
	g := s.docs[m.doc].Text
	sen := g.Span(g.Sentences[m.sentence()].Range)
	return g.Body[m.span.Start:max(m.span.End, sen.End)]
}

// accorded adds to what was found the values of several reports that fit and are rather of one thing than of two, whatever words it is told in. Where a finding
// has one of them, the others join it.
func (s *sources) accorded(found []Finding) []Finding {
	if len(s.docs) < 2 || len(s.docs) > mostReports {
		return found
	}
	told := s.toldAmounts()
	found = s.together(found, told, s.grouped(told, s.amountAccords(told)))
	sites := s.timeSites()
	told = toldTimes(sites)
	found = s.together(found, told, s.grouped(told, s.siteAccords(sites)))
	return s.unlessAt(found, s.placesIn(found, tellsValue))
}

// toldAmounts returns the amounts that are held against each other, value by value.
func (s *sources) toldAmounts() []toldValue {
	told := make([]toldValue, 0, len(s.memory.amounts))
	for i := range s.memory.values {
		for _, a := range s.memory.values[i].items {
			told = append(told, toldValue{doc: a.doc, span: a.st.Span, shown: a.shown, amount: a})
		}
	}
	return told
}

func toldTimes(sites []site) []toldValue {
	told := make([]toldValue, 0, len(sites))
	for i := range sites {
		x := &sites[i]
		told = append(told, toldValue{doc: x.doc, span: x.span, shown: x.shown, site: x})
	}
	return told
}

// amountAccords returns the amounts that fit and are rather of one thing than of two.
func (s *sources) amountAccords(told []toldValue) (out []accord) {
	s.fittingAmounts(told, func(i, j int) {
		least := s.leastAccord(told[i].amount, told[j].amount)
		if n := s.accordOdds(told[i].amount, told[j].amount, least); n >= least {
			out = append(out, accord{i, j, n})
		}
	})
	return out
}

// leastAccord is what two amounts must come to: more where a report is so short that nobody can tell what else is missing from it, and words or measures must say something as well.
func (s *sources) leastAccord(a, b *amount) int {
	switch {
	case s.atLength(a.doc) && s.atLength(b.doc):
		return accordEven
	case common(a, b) == 0 && a.slot.Measure != b.slot.Measure:
		return never
	}
	return accordShort
}

// fittingAmounts yields any two amounts of two reports that fit and that nothing rules out to be of one thing.
func (s *sources) fittingAmounts(told []toldValue, yield func(i, j int)) {
	values := s.memory.values
	first := make([]int, len(values)+1) // of each value
	for i := range values {
		first[i+1] = first[i] + len(values[i].items)
	}
	for v := range values {
		for w := v; w < len(values); w++ {
			x, y := values[v].items[0], values[w].items[0]
			if values[v].dimension != values[w].dimension || v != w && judgeQuantities(&x.q, &y.q, Circumstances{}).Relation < Compatible {
				continue
			}
			for i := first[v]; i < min(first[v+1], first[v]+maxPairs); i++ {
				for j := max(i+1, first[w]); j < min(first[w+1], first[w]+maxPairs); j++ {
					if s.accordable(told[i].amount, told[j].amount) {
						yield(i, j)
					}
				}
			}
		}
	}
}

// siteAccords returns the times that fit and are rather of one event than of two.
func (s *sources) siteAccords(sites []site) (out []accord) {
	s.fittingSites(sites, func(i, j int, f *siteFinder) {
		if n := f.accordOdds(); n >= accordSiteEven[f.a.kind()] {
			out = append(out, accord{i, j, n})
		}
	})
	return out
}

// fittingSites yields any two times of two reports that fit, of two values the first ones.
func (s *sources) fittingSites(sites []site, yield func(i, j int, f *siteFinder)) {
	count := map[[2]string]int{}
	for i := range sites {
		for j := i + 1; j < len(sites); j++ {
			a, b := &sites[i], &sites[j]
			if !accordSiteable(a, b) {
				continue
			}
			k := ordered(a.shown, b.shown)
			if count[k]++; count[k] <= maxPairs*mostReports {
				yield(i, j, &siteFinder{sources: s, all: sites, a: a, b: b})
			}
		}
	}
}

// grouped brings the values together that are of one thing, the likeliest first. Of each report a thing takes one value, wherever it is told.
func (s *sources) grouped(told []toldValue, accords []accord) (groups [][]int) {
	slices.SortStableFunc(accords, func(x, y accord) int {
		if x.odds != y.odds {
			return y.odds - x.odds
		}
		return strings.Compare(s.pairWords(&told[x.a], &told[x.b]), s.pairWords(&told[y.a], &told[y.b])) // whichever report comes first
	})
	at := make([]int, len(told)) // the group of each, counted from 1
	for _, x := range accords {
		switch i, j := at[x.a], at[x.b]; {
		case i == 0 && j == 0:
			groups = append(groups, []int{x.a, x.b})
			at[x.a], at[x.b] = len(groups), len(groups)
		case i == j:
		case j == 0:
			groups[i-1] = withMember(told, groups[i-1], at, x.b, i, x.odds)
		case i == 0:
			groups[j-1] = withMember(told, groups[j-1], at, x.a, j, x.odds)
		case !slices.ContainsFunc(groups[j-1], func(k int) bool { return otherwiseTold(told, groups[i-1], k, x.odds) }):
			for _, k := range groups[j-1] {
				at[k] = i
			}
			groups[i-1], groups[j-1] = append(groups[i-1], groups[j-1]...), nil
		}
	}
	return slices.DeleteFunc(groups, func(g []int) bool { return g == nil })
}

// withMember adds value k to a group, known by its number, unless its report has another in it.
func withMember(told []toldValue, group []int, at []int, k, number, odds int) []int {
	if otherwiseTold(told, group, k, odds) {
		return group
	}
	at[k] = number
	return append(group, k)
}

// otherwiseTold reports whether a group has another value of the report of k, or the same one in another place unless much speaks for it, or one that k does not fit with:
// the one in the middle fits with both.
func otherwiseTold(told []toldValue, group []int, k, odds int) bool {
	return slices.ContainsFunc(group, func(i int) bool {
		if told[i].shown == told[k].shown {
			return told[i].doc == told[k].doc && odds < accordAgain
		}
		return told[i].doc == told[k].doc || judgeTold(&told[i], &told[k]).Relation < Compatible
	})
}

// together makes findings of values that are of one thing, unless those that are known have them together.
func (s *sources) together(found []Finding, told []toldValue, groups [][]int) []Finding {
	if len(groups) == 0 {
		return found
	}
	known := s.placesIn(found, tellsValue)
	var out []Finding
	for _, group := range groups {
		members := make([]*toldValue, len(group))
		for i, k := range group {
			members[i] = &told[k]
		}
		if members = s.joining(found, known, members); len(members) > 1 {
			out = append(out, s.accordFinding(members))
		}
	}
	return append(found, out...)
}

// joining adds values of one thing to the finding that has most of them, and returns those that could not be added with one that it has. It returns none
// where all are in a finding now.
func (s *sources) joining(found []Finding, known *places, members []*toldValue) []*toldValue {
	best := s.mostOf(found, known, members)
	if best < 0 {
		if slices.ContainsFunc(found, func(f Finding) bool { return s.tells(&f, members) }) {
			return nil // the same value of the same reports, told again
		}
		return members
	}
	f := &found[best]
	var rest []*toldValue
	var has *toldValue
	for _, m := range members {
		id := s.docs[m.doc].Source.ID
		if m.isIn(f, id) {
			has = m
			continue
		}
		switch p := valuePosition(f, m.shown); {
		case slices.Contains(SourceIDs(f.Positions...), id): // it has that report, with this value or another
		case p != nil:
			s.addPlace(p, m)
			f.Origins = max(f.Origins, len(SourceIDs(f.Positions...)))
		default:
			rest = append(rest, m)
		}
	}
	if len(rest) == 0 {
		return nil
	}
	return append(rest, has)
}

// tells reports whether a finding holds some values for told by the same reports, wherever they tell them.
func (s *sources) tells(f *Finding, members []*toldValue) bool {
	return tellsValue(f) && !slices.ContainsFunc(members, func(m *toldValue) bool {
		p := valuePosition(f, m.shown)
		return p == nil || !slices.Contains(p.Sources, s.docs[m.doc].Source.ID)
	})
}

// mostOf returns the finding that has most of some values, or -1.
func (s *sources) mostOf(found []Finding, known *places, members []*toldValue) int {
	best, most := -1, 0
	in := map[int]int{}
	for _, m := range members {
		at := known.at(stretch{m.doc, m.span}, false)
		slices.Sort(at)
		for _, i := range slices.Compact(at) {
			in[i]++
			if n := in[i]; n > most || n == most && i < best {
				best, most = i, n
			}
		}
	}
	return best
}

// addPlace adds where a value is told to its position, in the order of the reports, if its report has not too many places in it.
func (s *sources) addPlace(p *Position, m *toldValue) {
	id, n := s.docs[m.doc].Source.ID, 0
	for i := range p.Evidence {
		if p.Evidence[i].Source == id {
			n++
		}
	}
	if n >= maxTold {
		return
	}
	p.Evidence = insertBefore(p.Evidence, s.evidenceOf(m), func(o Evidence) bool { return o.Source > id || o.Source == id && o.Start > m.span.Start })
	if n == 0 {
		p.Sources = insertBefore(p.Sources, id, func(o string) bool { return o > id })
	}
}

// insertBefore inserts x before the first of list that comes behind it, or at the end.
func insertBefore[T any](list []T, x T, behind func(T) bool) []T {
	i := slices.IndexFunc(list, behind)
	if i < 0 {
		i = len(list)
	}
	return slices.Insert(list, i, x)
}

// tellsValue reports whether a finding holds the amounts or times of several reports against each other; what one says of itself, and parts, sums and changes, are others' business.
func tellsValue(f *Finding) bool {
	switch f.Rule {
	case NumberMatch, NumberConflict, DateMatch, DateConflict:
	default:
		return false
	}
	switch f.Reason.Code {
	case ReasonEqual, ReasonConverted, ReasonRounded, ReasonMeets, ReasonBoundApart, ReasonCurrency, ReasonMoney, ReasonUpdate, ReasonMaybe, ReasonRevision, ReasonCorrection, ReasonDiffer,
		ReasonSameTime, ReasonWithinTime, ReasonAboutTime, ReasonDayBoundary, ReasonTimeDiffers:
		return len(SourceIDs(f.Positions...)) > 1
	}
	return false
}

// isIn reports whether a finding has a value of the report with an id among its evidence.
func (m *toldValue) isIn(f *Finding, id string) bool {
	return slices.ContainsFunc(f.Positions, func(p Position) bool {
		return slices.ContainsFunc(p.Evidence, func(e Evidence) bool { return e.Source == id && e.Start < m.span.End && m.span.Start < e.End })
	})
}

// valuePosition returns the position of a finding that has a value, or nil.
func valuePosition(f *Finding, shown string) *Position {
	for i := range f.Positions {
		if f.Positions[i].Value == shown {
			return &f.Positions[i]
		}
	}
	return nil
}

// evidenceOf is the evidence of a value.
func (s *sources) evidenceOf(m *toldValue) Evidence {
	if m.amount != nil {
		return s.amountEvidence(m.amount)
	}
	e := s.evidence(m.doc, m.span)
	e.Value = m.shown
	if st := m.site.st; st != nil && st.Time >= 0 {
		e.Reading = s.docs[m.doc].Times[st.Time].Rule
	}
	return e
}

// accordFinding makes the finding of values of one thing.
func (s *sources) accordFinding(members []*toldValue) Finding {
	slices.SortStableFunc(members, func(a, b *toldValue) int { return cmp.Or(a.doc-b.doc, a.span.Start-b.span.Start) })
	worst := judgement{Relation: Agree}
	for i, a := range members {
		for _, b := range members[:i] {
			if j := judgeTold(b, a); worst.Reason.Code == "" || j.Relation < worst.Relation {
				worst = j
			}
		}
	}
	f := Finding{Kind: "number", Rule: NumberMatch, Verdict: VerdictAgree, Severity: Info, Reason: worst.worded(), Flags: append(slices.Clone(worst.Flags), FlagLikely)}
	if worst.Relation < Agree {
		f.Verdict = VerdictCompatible
	}
	if members[0].site != nil {
		f.Kind, f.Rule = "date", DateMatch
	}
	for _, m := range members {
		p := valuePosition(&f, m.shown)
		if p == nil {
			f.Positions = append(f.Positions, Position{Value: m.shown, Side: side(len(f.Positions))})
			p = &f.Positions[len(f.Positions)-1]
		}
		s.addPlace(p, m)
	}
	f.Topic, f.Origins = s.accordTopic(members), len(SourceIDs(f.Positions...))
	return f
}

// judgeTold judges two values that fit.
func judgeTold(a, b *toldValue) judgement {
	if a.amount != nil {
		return judgeQuantities(&a.amount.q, &b.amount.q, Circumstances{})
	}
	return judgeTimes(a.site.t, b.site.t)
}

// accordTopic says what values are of: in words of a slot where one says what is measured, else as one of the reports tells it, the same whatever they are called.
func (s *sources) accordTopic(members []*toldValue) string {
	var items []*amount
	for _, m := range members {
		if m.amount != nil && !unspecified(m.amount) {
			items = append(items, m.amount)
		}
	}
	if len(items) > 0 {
		return s.topicName(&slotTopic{items: items})
	}
	best := ""
	for _, m := range members {
		if name := s.toldIn(m); best == "" || name < best {
			best = name
		}
	}
	return best
}

// toldIn says what a value is of as its report tells it.
func (s *sources) toldIn(m *toldValue) string {
	if st := m.statement(); st != nil {
		if name := s.eventName(m.doc, st); name != "" {
			return name
		}
	}
	g := s.docs[m.doc].Text
	return shorten(g.Span(g.Sentences[m.sentence()].Range).Of(g.Body), mostTopic)
}
