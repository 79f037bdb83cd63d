package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// sure is the evidence from which on two amounts that differ are taken to be about one thing, although their
// slots leave something open. One point is about a shared content word.
const sure = 4

// matched decides whether two amounts, of which comparable says weak, are about the same thing after all. It weighs what
// speaks for one slot (words, event, speaker and people in common, the only amount of its sort in both sources, values that
// look like one another) against what speaks for two. It is symmetric.
func (s *sources) matched(a, b *amount) bool {
	return s.matchable(a, b) && s.evidenceFor(a, b) >= sure || slipped(a, b) || s.swappedOnly(a, b)
}

// wordForWord reports whether two clauses are word for word the same but for their numbers, and the amounts stand at one place in
// them: what one says, the other says with another figure.
func wordForWord(a, b *statement.Statement) bool {
	x, y := a.Terms, b.Terms
	if len(x) != len(y) || a.Slot.Dimension != b.Slot.Dimension || a.Slot.Negated != b.Slot.Negated {
		return false
	}
	words := 0
	for i := range x {
		if (x[i].Kind == statement.NumberTerm) != (y[i].Kind == statement.NumberTerm) || (x[i].Span.Start < a.Span.Start) != (y[i].Span.Start < b.Span.Start) {
			return false
		}
		if x[i].Kind == statement.NumberTerm {
			continue
		}
		if x[i].Hash != y[i].Hash {
			return false
		}
		words++
	}
	return words >= sameLeast
}

// sameLeast is how many words two clauses need for that.
const sameLeast = 3

// slipped reports whether two amounts differ as a slip of the pen makes them differ, 48,000 tonnes and 84,000, in clauses with
// words in common: two things have such values hardly ever, whatever the texts call what is measured.
func slipped(a, b *amount) bool {
	h := hints(&a.q, &b.q)
	if len(h) == 0 || h[0] != HintSwapped || a.slot.Dimension != b.slot.Dimension || a.q.Unit.ID != b.q.Unit.ID {
		return false
	}
	if a.slot.Negated != b.slot.Negated || a.past != b.past || a.other != b.other || (a.slot.Modality == attribution.Demanded) != (b.slot.Modality == attribution.Demanded) || strangers(a, b) ||
		a.where != b.where && a.where != "" && b.where != "" || timesMatch(a, b) == apart || modifiersMatch(a.mods, b.mods) == apart {
		return false
	}
	if !implied(a, b) || !implied(b, a) {
		return false
	}
	digits, _ := stripped(a.q.Value)
	switch n := common(a, b); {
	case digits >= 100:
		return n >= 2
	case a.slot.Noun != "" && a.slot.Noun == b.slot.Noun, a.slot.Dimension != "count" && !commonplace(a):
		return n >= 2
	default:
		return n >= 4
	}
}

// commonplace reports whether a report has many amounts of a dimension.
func commonplace(a *amount) bool {
	switch a.slot.Dimension {
	case "duration", "ratio", "age", "count":
		return true
	}
	return false
}

// matchable reports whether nothing rules out that two amounts are about one thing.
func (s *sources) matchable(a, b *amount) bool {
	switch {
	case a.slot.Measure != b.slot.Measure || a.slot.Negated != b.slot.Negated && a.slot.Measure != "magnitude":
		return false
	case a.who != b.who && a.who != "" && b.who != "", s.farApart(a.where, b.where):
		return false
	case a.slot.Noun != b.slot.Noun && a.slot.Measure == "share-price":
		return false
	case (a.slot.Modality == attribution.Fact) != (b.slot.Modality == attribution.Fact) && len(hints(&a.q, &b.q)) == 0 && !oneTime(a, b):
		return false // what is forecast, or asked for, is not what is
	case a.q.Bound == quantity.Vague || b.q.Bound == quantity.Vague || a.other != b.other:
		return false
	case a.past != b.past && !s.samePast(a, b) && !s.samePast(b, a) || timesMatch(a, b) == apart || turned(a.bearing, b.bearing) > 45:
		return false
	case ofOne(a) && !party(a, b) && (a.who == "" || a.who != b.who) && !s.oneTerm(a, b):
		return false
	case local(a) && !party(a, b) && (a.where == "" || a.where != b.where):
		return false
	case (unspecified(a) || a.slot.Measure == "person") && (a.slot.Event == "" || a.slot.Event != b.slot.Event):
		return false
	case isOrdinal(a) && s.ordinals(a, b) != firm:
		return false
	case plentiful(a) && (!s.sole(a) || !s.sole(b)):
		return false
	}
	return s.narrowedAlike(a, b) != apart && implied(a, b) && implied(b, a)
}

// oneTerm reports whether two prison terms are the only ones of their sources, in clauses with words in common: then nobody
// need be named.
func (s *sources) oneTerm(a, b *amount) bool {
	return a.slot.Measure == "sentence" && s.sole(a) && s.sole(b) && common(a, b) >= 3 && !strangers(a, b)
}

// samePast reports whether b, of which no time is told, may be of the day in the past that a is told of: its report names that
// day, or the month or year of it, as well. In a trial all reports are of a day long ago.
func (s *sources) samePast(a, b *amount) bool {
	ta := a.slot.Time
	if !a.past || b.past || b.slot.Time.Resolved() || !ta.Resolved() || ta.Grain > timex.Month {
		return false
	}
	times := s.docs[b.doc].Times
	return slices.ContainsFunc(times[:min(len(times), maxDatesAsked)], func(m timex.Mention) bool {
		return m.Value.Resolved() && m.Value.Grain <= timex.Month && overlap(ta, m.Value)
	})
}

// maxDatesAsked is how many times of a report are looked at for that.
const maxDatesAsked = 32

// implied reports whether what narrows a down, and not b, may hold of b all the same: it does not single out a part, an
// earlier time or others.
func implied(a, b *amount) bool {
	for _, m := range a.mods {
		if !holds(b.mods, m) && statement.Contrasts(m) {
			return false
		}
	}
	return true
}

// evidenceFor weighs what speaks for two amounts being about one thing.
func (s *sources) evidenceFor(a, b *amount) int {
	n := min(common(a, b), 4)
	if s.sole(a) && s.sole(b) {
		n += 2
		if a.slot.Dimension == ratio && !unspecified(a) {
			n++ // a report tells of one growth, one turnout
		}
	}
	switch {
	case a.slot.Event == "" || b.slot.Event == "":
	case a.slot.Event == b.slot.Event:
		n++
	default:
		n -= 2
	}
	if a.who != "" && a.who == b.who {
		n++
	}
	if a.where != "" && a.where == b.where {
		n++
	}
	if a.held != "" && a.held == b.held {
		n++
	}
	if strangers(a, b) {
		n -= 2
	}
	switch {
	case oneTime(a, b):
		n++
	case (a.slot.Modality == attribution.Fact) != (b.slot.Modality == attribution.Fact):
		n--
	}
	if timesMatch(a, b) == weak && !s.samePast(a, b) && !s.samePast(b, a) {
		n -= 2
	}
	if trivial(a) && trivial(b) || unspecified(a) {
		n--
	}
	return n + closeness(a, b) - s.unshared(a, b) - s.unshared(b, a)
}

// strangers reports whether both clauses name who takes part, and nobody takes part in both.
func strangers(a, b *amount) bool {
	return len(a.parties) > 0 && len(b.parties) > 0 && !meetKeys(a.parties, b.parties)
}

// unshared counts the modifiers of a that neither b has nor, as its context, any other amount of b's source.
func (s *sources) unshared(a, b *amount) int {
	n := 0
	for _, m := range a.mods {
		if !holds(b.mods, m) && !s.memory.inDoc.mods[inDocument{b.doc, m}] {
			n++
		}
	}
	return n
}

var (
	nearly    = rat{num: 3, den: 10} // of the larger value: one of two reports of one figure is often only a little off
	farther   = rat{num: 1, den: 2}
	muchApart = rat{num: 3, den: 4}
	worlds    = rat{num: 9, den: 10}
)

// closeness weighs how much two values look like one another: two reports of one amount that differ are mostly close, or
// differ by a slip of the pen, while amounts of two things differ by any factor.
func closeness(a, b *amount) int {
	if h := hints(&a.q, &b.q); len(h) > 0 && (h[0] != HintDecimal || a.q.Value.Mant > 9 && b.q.Value.Mant > 9 || large(a) && large(b)) && (h[0] != HintDigits || !ofAnyUnit(a, b)) {
		return 2 // 2 and 20 are no slip of the pen, but 10 million and 100 million may be
	}
	sa, sb, ok := scales(&a.q.Unit, &b.q.Unit)
	if !ok {
		return 0
	}
	switch {
	case within(&a.q, &b.q, sa, sb, nearly):
		return 1
	case within(&a.q, &b.q, sa, sb, farther):
		return 0
	case within(&a.q, &b.q, sa, sb, muchApart):
		return -1
	case within(&a.q, &b.q, sa, sb, worlds):
		return -2
	}
	return -4
}

// ofAnyUnit reports whether two durations have one small number by chance rather than since somebody took days for months: nothing says that they are
// of one thing.
func ofAnyUnit(a, b *amount) bool {
	return a.slot.Dimension == "duration" && a.q.Value.Cmp(quantity.Int(fewUnits)) <= 0 && (a.who == "" || a.who != b.who) && (a.slot.Event == "" || a.slot.Event != b.slot.Event)
}

// fewUnits is up to where reports are full of durations of so many days, months or years.
const fewUnits = 12

// large reports whether an amount is told in thousands or more.
func large(a *amount) bool {
	return a.q.Single && a.q.Value.Den <= 1 && a.q.Value.Cmp(quantity.Int(1000)) >= 0
}

// rivalled reports whether one of two documents has an amount that is more surely about what the other's tells of.
func (s *sources) rivalled(a, b *amount) bool {
	n := s.evidenceFor(a, b)
	return s.rival(a, b, n) || s.rival(b, a, n)
}

// rival reports whether the document of a has an amount with more evidence than n of being about what b tells of.
func (s *sources) rival(a, b *amount, n int) bool {
	for _, k := range b.names() {
		if k.by == byNoun && k.word == "" || isScore(b) {
			continue
		}
		for _, x := range s.amountsOf(a.doc, k.by, k.word) {
			if x != a && x.shown != a.shown && x.slot.Measure == b.slot.Measure && s.comparable(x, b) != apart && s.evidenceFor(x, b) > n {
				return true
			}
		}
	}
	return false
}
