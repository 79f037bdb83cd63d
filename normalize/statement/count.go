package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// count fills the slot of a bare number: of whom or of what, and what happened to them.
func (f *finder) count(slot *Slot, m *quantity.Mention, np nounPhrase, cl text.Range) {
	slot.Noun = np.lemma
	if np.known {
		slot.Noun = np.word.class
	} else if np.head < 0 && m.Rule == "elided" { // the 11 dead are not the three children told of before
		if w, ok := f.outcome(int(m.Last), kindState); ok && w.kind == kindState {
			slot.Noun = anybody
		}
	}
	if f.magnitude(slot, m, np) {
		_, slot.Labelled = f.labelled(m, dimMagnitude)
		return
	}
	if w, ok := f.labelled(m, dimCount); ok {
		slot.Measure, slot.Moves, slot.Falls, slot.Labelled = w.class, w.moves, w.falls, true
		if isOutcome(w.class) {
			slot.Noun = anybody
		} else if f.headed {
			slot.Entity = f.ofRow(dimCount)
		}
		return
	}
	if w, ok := f.toll(m, cl); ok {
		slot.Measure, slot.Moves, slot.Falls = w.class, w.moves, w.falls
		return
	}
	if np.head < 0 && f.numberOf(slot, m) {
		return
	}
	people := np.known && np.word.kind == kindPeople || !np.known && np.head >= 0 && f.isGroup(np.head)
	if w, ok := f.sized(m); ok && (people || np.head < 0) {
		slot.Measure, slot.Moves, slot.Falls, slot.Entity = w.class, w.moves, w.falls, f.owner(w, m)
		return
	}
	ev, found := f.happening(m, np)
	if w, ok := f.attendedBy(int(m.First)); ok && !found {
		ev, found = w, true
	}
	verb := ev.at
	if !found {
		verb = f.verbRightBefore(m)
	}
	if w, ok := f.act(verb, np.head, dimCount); ok {
		slot.Measure, slot.Event, slot.Moves, slot.Falls = w.class, w.class, w.moves, w.falls
		return
	}
	if np.head < 0 && !found {
		if w, ok := f.measureBefore(m, dimCount, cl); ok {
			slot.Measure, slot.Moves, slot.Falls = w.class, w.moves, w.falls
			slot.Entity = f.owner(w, m)
			return
		}
	}
	if np.known && np.word.kind == kindNoun && np.word.moves && np.word.counts() && !people && isOutcome(np.word.class) {
		slot.Measure, slot.Moves = np.word.class, true // 12 deaths, 3 arrests
		return
	}
	if found {
		slot.Event, slot.Moves, slot.Falls = ev.class, ev.moves, ev.falls
	}
	counted := found && ev.kind != "" && ev.people
	switch {
	case counted && (people || np.head < 0 || !np.known && f.proper(np.head)):
		slot.Measure = ev.class
		if np.head < 0 && isOutcome(ev.class) && !f.isPeople(slot.Noun) {
			slot.Noun = anybody // in nine provinces, killing 31
		}
		slot.Entity = slot.Noun
		if slot.Entity == anybody || slot.Entity == "resident" {
			slot.Entity = ""
		}
	case slot.Noun != "":
		slot.Measure = slot.Noun
	default:
		if w, ok := f.measureBefore(m, dimCount, cl); ok {
			slot.Measure, slot.Moves, slot.Falls = w.class, w.moves, w.falls
			slot.Entity = f.owner(w, m)
		}
	}
	if slot.Measure == "population" && people && slot.Noun != anybody && slot.Noun != "resident" {
		slot.Measure, slot.Entity = slot.Noun, "" // home to thousands of fighters
	}
	if slot.Measure == "resident" && (slot.Event == "" && !f.undergoes(m, np) || slot.Event == "have") && m.Value.Bound != quantity.Vague {
		slot.Measure, slot.Noun, slot.Event = "population", anybody, ""
	}
	if slot.Measure == "population" {
		slot.Event = ""
	}
	switch slot.Measure {
	case "population":
		slot.Entity = f.ownerOrNear(m)
	case "attend":
		if slot.Entity = f.ownerOrNear(m); f.isPerson(slot.Entity) {
			slot.Entity = ""
		}
	case "seats":
		slot.Entity = f.nameBefore(int(m.First)) // whose they are: "gives the Greens 45 seats and the Liberals 38"
	}
}

// attendedBy reads "the rally was attended by" in front of token i: those counted came.
func (f *finder) attendedBy(i int) (eventWord, bool) {
	if i-2 < int(f.sent.First) || !isOfKind(f.g, i-1, classPreposition, "agent") {
		return eventWord{}, false
	}
	ev, next, ok := f.event(i - 2)
	return ev, ok && next == i-1 && ev.class == "attend" && ev.kind == kindVerb
}

// undergoes reports whether a verb that is in no table stands at an amount, so that something befell those counted: relocated 12 villagers,
// 12 villagers were relocated.
func (f *finder) undergoes(m *quantity.Mention, np nounPhrase) bool {
	i := int(m.First) - 1
	if j := int(np.Last); j < int(f.sent.Last) && f.class(j) == classAuxiliary {
		return i < int(f.sent.First) || f.class(i) != classPreposition // a village of 300 residents was flooded
	}
	return i >= int(f.sent.First) && f.g.Tokens[i].Class == text.Word && f.class(i) == noClass && morph.Ending(f.g.Lex, f.g.Word(i)) == morph.Past
}

// isPeople reports whether a noun is one for people, or none.
func (f *finder) isPeople(noun string) bool {
	if noun == "" {
		return true
	}
	for _, t := range [...]lexicon.Table{lexicon.Measures, lexicon.Words} {
		switch r, ok := f.g.Lex.Find(t, noun); {
		case ok && t == lexicon.Measures:
			return r.Field(colKind) == kindPeople
		case ok:
			return r.Field(colNounClass) == anybody
		}
	}
	return false
}

// toll reads "the toll has risen to 23": a noun that counts what happened, whatever noun stands behind.
func (f *finder) toll(m *quantity.Mention, cl text.Range) (measureWord, bool) {
	i := int(m.First) - 1
	if i < int(f.sent.First) {
		return measureWord{}, false
	}
	w, ok := measureWord{}, false
	if c := f.class(i); c == classPreposition || c == classAuxiliary {
		if w, ok = f.measureBefore(m, dimCount, cl); ok && w.kind == kindNoun && w.next == i && isMargin(w.class) {
			return w, true // a lead of 13,400 votes
		}
	}
	switch {
	case f.class(i) == classPreposition || f.class(i) == classParticle:
		w, ok = f.measureBefore(m, dimCount, cl)
	case f.class(i+1) == classPreposition: // the toll above 680
		if w, ok = f.measureBefore(m, dimCount, cl); w.next <= i {
			return measureWord{}, false
		}
	default:
		return measureWord{}, false
	}
	if ok && w.kind == kindNoun && isFigure(w.class) && w.next < int(m.First) {
		if verb := f.giving(m, cl); verb >= 0 && verb < w.at {
			return w, true // put the march at 31,000 people
		}
	}
	if ok && w.class == "attend" && w.kind == kindNoun && f.partitive(i) && w.next >= i {
		return w, true // a crowd of 31,000 saw the match
	}
	if ev, found := f.stateBehind(int(m.Last)); ok && found && ev.class != w.class {
		return w, false // casualties rose to 12 dead and 30 wounded
	}
	if q := f.firstQuantity(w.next); ok && m.Value.Trend == quantity.Steady && q < len(f.qs) && f.qs[q].First < m.First {
		return w, false // infections fell by 72 percent in a trial of 8,400 children
	}
	return w, ok && w.kind == kindNoun && w.moves && isOutcome(w.class) && w.class != "attend" && w.class != "vote"
}

// isMargin tells nouns for by how much somebody is ahead.
func isMargin(class string) bool {
	return class == "lead" || class == "majority" || class == "margin"
}

// isOutcome tells nouns that count what happened to people from those that name things.
func isOutcome(class string) bool {
	switch class {
	case "death", "injury", "missing", "arrest", "infection", "hospital", "rescue", "evacuate", "displaced", "kidnap", "charge", "convict", "lay-off", "cancel", "vote", "abstain", "attend":
		return true
	}
	return false
}

// isFigure tells nouns that can stand for a figure without a noun of its own: a toll of 12, a majority of
// 160, a population of 120,000. Nouns for things cannot.
func isFigure(class string) bool {
	switch class {
	case "population", "turnout", "majority", "lead", "capacity", "seats", "index", "margin", "score", "employ", "produce", "intensity", "category":
		return true
	}
	return isOutcome(class)
}

// magnitude recognizes the strength of a quake whatever way it is written: it has no unit, but a point.
func (f *finder) magnitude(slot *Slot, m *quantity.Mention, np nounPhrase) bool {
	if m.Value.Value.Exp >= 0 || m.Value.Value.Mant >= 1000 {
		return false
	}
	if np.known && np.word.class == "quake" {
		slot.Measure, slot.Dimension = dimMagnitude, dimMagnitude
		return true
	}
	for i := int(m.First) - 1; i >= int(f.sent.First) && i >= int(m.First)-5; i-- {
		if w, ok := f.nounFor(i, dimMagnitude, kindNoun, kindVerb); ok && w.class == dimMagnitude {
			slot.Measure, slot.Dimension = dimMagnitude, dimMagnitude
			return true
		}
	}
	for i := int(m.Last); i < int(f.sent.Last) && i < int(m.Last)+3; i++ {
		if w, ok := f.nounFor(i, dimCount, kindNoun); ok && (w.class == "quake" || w.class == dimMagnitude) {
			slot.Measure, slot.Dimension = dimMagnitude, dimMagnitude
			return true
		}
	}
	return false
}

// sized returns the measure that a noun with its "of" names right before an amount of people: a town of 5,000 residents, a crowd of 300 people.
func (f *finder) sized(m *quantity.Mention) (measureWord, bool) {
	i := int(m.First) - 2
	if i < int(f.sent.First) || f.class(i+1) != classPreposition {
		return measureWord{}, false
	}
	w, ok := f.nounFor(i, dimCount, kindNoun)
	return w, ok && w.next == i+2
}
