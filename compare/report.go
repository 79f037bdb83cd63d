package compare

import (
	"slices"
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// Bounds of the pass: of more sources, or more amounts of a dimension in one, most are told elsewhere anyhow.
const (
	mostReports  = 12
	mostOfSource = 40
)

// reportLength is how many sentences a report has at least: of two lines nobody can tell what is missing from either.
const reportLength = 4

func (s *sources) atLength(doc int) bool { return len(s.docs[doc].Text.Sentences) >= reportLength }

// reported adds to what was found the values of two sources that differ and that are rather of one thing than of two. Of several that could be, the
// likeliest are taken; what other findings bring together is left out.
func (s *sources) reported(found []Finding) []Finding {
	if len(s.docs) < 2 || len(s.docs) > mostReports {
		return found
	}
	all := s.opposites()
	if len(all) == 0 {
		return found
	}
	known := s.placesOf(found)
	taken := heldValues[*eventValue]{}
	var out []Finding
	var gone []int
	for i := range all {
		p := &all[i]
		if slices.ContainsFunc(p.pairs, func(o amountPair) bool { return taken.otherwise(o.a.doc, o.b.doc, p.x, p.y) }) {
			continue
		}
		for _, o := range p.pairs {
			taken.take(o.a.doc, o.b.doc, p.x, p.y)
		}
		if chains, have := known.chains(found, gone, p); !have {
			gone = append(gone, chains...)
			out = append(out, s.reportFinding(p.pairs))
		}
	}
	if len(out) == 0 {
		return found
	}
	return append(s.unlessIn(leaving(found, gone), out), out...)
}

// oddsOverChain is what two values must come to that a finding brings together since a third value fits with both: 126 seconds, two minutes, 162 seconds.
const oddsOverChain = 20

// chains returns the findings by which two values fit since others do, and reports whether one brings them together otherwise.
func (p *places) chains(found []Finding, gone []int, o *opposite) (chains []int, have bool) {
	for _, pair := range o.pairs {
		for _, i := range p.both(stretch{pair.b.doc, pair.b.st.Span}, stretch{pair.a.doc, pair.a.st.Span}, false) {
			if slices.Contains(gone, i) {
				continue
			}
			if o.odds < oddsOverChain || !chained(&found[i]) {
				return nil, true
			}
			chains = append(chains, i)
		}
	}
	return chains, false
}

// chained reports whether a finding holds values for one thing by how they fit alone.
func chained(f *Finding) bool {
	if f.Rule != NumberMatch || len(f.Positions) < 3 {
		return false
	}
	switch f.Reason.Code {
	case ReasonEqual, ReasonConverted, ReasonRounded, ReasonMeets:
		return true
	}
	return false
}

// leaving leaves out some of the findings.
func leaving(found []Finding, gone []int) []Finding {
	if len(gone) == 0 {
		return found
	}
	kept := found[:0]
	for i := range found {
		if !slices.Contains(gone, i) {
			kept = append(kept, found[i])
		}
	}
	clear(found[len(kept):])
	return kept
}

// An opposite is two values that are rather of one thing than of two.
type opposite struct {
	x, y  *eventValue
	pairs []amountPair
	odds  int
}

// opposites returns the values of the reports that are rather of one thing than of two, the likeliest first.
func (s *sources) opposites() (out []opposite) {
	values := s.memory.values
	for i := range values {
		for k := range values[:i] {
			x, y := &values[k], &values[i]
			if x.dimension != y.dimension {
				continue
			}
			if n := s.oddsOf(x.items[0], y.items[0]); n >= oddsEven {
				out = append(out, opposite{x, y, slices.Clone(s.weighablePairs(x, y)), n})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y opposite) int { return y.odds - x.odds })
	return out
}

// inWords reports whether enough is said alike of two amounts for what stands beside them to mean something: bounds, plans and two things that are done are
// told of one thing only where the values look like a slip for each other, or a matter says so; where no word is shared, neither may measure be two.
func (s *sources) inWords(a, b *amount) bool {
	slip := len(hints(&a.q, &b.q)) > 0
	one := slices.ContainsFunc(a.matters, func(m matter) bool { return b.hasMatter(m.id) })
	if !slip && ((opensUp(a.q.Bound) || opensDown(a.q.Bound)) != (opensUp(b.q.Bound) || opensDown(b.q.Bound)) || (a.slot.Modality == attribution.Fact) != (b.slot.Modality == attribution.Fact)) {
		return false
	}
	if one || a.slot.Measure == b.slot.Measure && !unspecified(a) {
		return true
	}
	telling, common := s.wordsShared(a, b)
	switch {
	case telling || s.akin(a, b):
		return true
	case slip:
		return a.slot.Event == "" || b.slot.Event == "" || a.slot.Event == b.slot.Event || a.slot.Dimension != "count" || s.longSlip(a, b)
	}
	return common
}

// reportFinding makes the finding of two values, to be reviewed.
func (s *sources) reportFinding(pairs []amountPair) Finding {
	a, b := pairs[0].a, pairs[0].b
	swap := a.shown > b.shown
	if swap {
		a, b = b, a
	}
	j := judgeQuantities(&a.q, &b.q, s.circumstances(a, b))
	f := Finding{Kind: "number", Rule: NumberConflict, Verdict: VerdictConflict, Severity: Review, Reason: j.worded(), Flags: append(j.Flags, FlagLikely)}
	f.Topic = s.topicName(&slotTopic{items: []*amount{a, b}})
	f.Positions = []Position{s.position(class{items: []*amount{a}}, side(0)), s.position(class{items: []*amount{b}}, side(1))}
	for _, p := range pairs[1:] {
		if swap {
			p.a, p.b = p.b, p.a
		}
		s.addTo(&f.Positions[0], p.a)
		s.addTo(&f.Positions[1], p.b)
	}
	f.Origins = len(SourceIDs(f.Positions...))
	s.whose(&f, a, b)
	return f
}

// addTo adds the evidence of an amount to a position, unless its source is there.
func (s *sources) addTo(p *Position, a *amount) {
	p.add(s.amountEvidence(a))
}

// anotherDay is how far two reports of two days lie apart at least.
const anotherDay = 30 * time.Hour

// reportClues says what stands beside two amounts.
func (s *sources) reportClues(a, b *amount) (set clueSet) {
	x, _ := stripped(a.q.Value)
	y, _ := stripped(b.q.Value)
	set.add(clueSlipOfTwo, x >= 10 && y >= 10 && len(hints(&a.q, &b.q)) > 0)
	set.add(clueMatter, slices.ContainsFunc(a.matters, func(m matter) bool { return b.hasMatter(m.id) }))
	set.add(clueLargest, s.largest(a) && s.largest(b))
	set.add(clueSoleNoun, oneNoun(a, b) && s.soleNoun(a) && s.soleNoun(b))
	set.add(clueLag, s.docs[a.doc].Published.Sub(s.docs[b.doc].Published).Abs() > anotherDay)
	return set
}

// largest reports whether no amount of its source in the unit of an amount is larger.
func (s *sources) largest(a *amount) bool {
	return !slices.ContainsFunc(s.amountsOf(a.doc, byDimension, a.slot.Dimension), func(x *amount) bool {
		return x.q.Unit.ID == a.q.Unit.ID && x.shown != a.shown && x.q.Value.Cmp(a.q.Value) > 0
	})
}

// soleNoun reports whether an amount counts a noun that its source counts once.
func (s *sources) soleNoun(a *amount) bool {
	return a.slot.Noun != "" && !slices.ContainsFunc(s.amountsOf(a.doc, byDimension, a.slot.Dimension), func(x *amount) bool {
		return x.slot.Noun == a.slot.Noun && x.shown != a.shown
	})
}

// notRuledOut reports whether nothing less sure than what weighable asks rules out that two amounts are of one thing.
func (s *sources) notRuledOut(a, b *amount) bool {
	switch {
	case isOrdinal(a) || a.q.Trend == quantity.From || b.q.Trend == quantity.From || s.grown(a, b):
		return false
	case !sinceThen(a) && !sinceThen(b) && (s.longAgo(a, b) || s.longAgo(b, a)) && !s.longSlip(a, b):
		return false
	case local(a) && !party(a, b) && (a.where == "" || a.where != b.where):
		return false
	case strangers(a, b) && !s.longSlip(a, b) && !(a.slot.Dimension == "age" && (a.who == "" || a.who != b.who)):
		return false
	}
	return narrowsNot(a, b) && narrowsNot(b, a)
}

// ofTwo reports whether two amounts are the ages of two persons who are named, or whom two nouns tell apart as far as is known.
func ofTwo(a, b *amount) bool {
	return a.slot.Dimension == "age" && a.who != b.who && named(a.slot.Entity) && named(b.slot.Entity)
}

// sinceThen reports whether the time beside an amount tells since when something else has been so: the firm, since 1782 the pride of the town, is being sold
// for 5 million.
func sinceThen(a *amount) bool { return a.slot.Time.Bound == timex.Since && a.past }

// narrowsNot is implied, but for what says that an amount is all there is, or the whole of others.
func narrowsNot(a, b *amount) bool {
	return !slices.ContainsFunc(a.mods, func(m string) bool {
		return statement.Contrasts(m) && !holds(b.mods, m) && !statement.Total(m) && !statement.Whole(m)
	})
}
