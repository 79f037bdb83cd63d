package statement

import (
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// A subgroup is so many of those who are counted by what befell them: "11 died, including four children", "four of the dead were
// children", "of the 11 dead, four were children". Its slot is that of the whole with the sort of people as its entity, as in "four children
// died"; where the sentence tells what else befell them ("two of the injured are in a critical condition"), that is what is measured.

// subgroup fills the slot of an amount that is a part of what happened to people.
func (f *finder) subgroup(slot *Slot, q int, np nounPhrase) {
	m := &f.qs[q]
	if m.Value.Kind != quantity.Cardinal || m.Value.Restates >= 0 || slot.Measure == dimMagnitude {
		return
	}
	if slot.Noun != "" && slot.Measure == slot.Noun && f.isSort(np) && (f.included(m) || f.listedPart(q) || f.sumsUp(q)) {
		if of, ok := f.befallen(m); ok {
			f.ofWhole(slot, of, slot.Noun)
			f.part = q
		}
		return
	}
	of, after, ok := f.partitiveWhole(q)
	if !ok {
		return
	}
	if sort, ok := f.sortOf(after); ok {
		f.ofWhole(slot, of, sort)
		f.part = q
		return
	}
	if ev, ok := f.fate(after); ok && ev.class != of.Measure {
		slot.Measure, slot.Event, slot.Noun, slot.Entity, slot.Moves, slot.Falls = ev.class, ev.class, anybody, "", ev.moves, ev.falls
		return
	}
	if slot.Measure == of.Measure && m.Value.PartOf < 0 {
		f.mods = append(f.mods, modPart)
	}
}

// ofWhole makes a slot that of a part of those whom another counts.
func (f *finder) ofWhole(slot *Slot, of Slot, sort string) {
	slot.Measure, slot.Event, slot.Moves, slot.Falls = of.Measure, of.Measure, of.Moves, of.Falls
	slot.Noun, slot.Entity = sort, sort
	if sort == anybody || sort == "resident" {
		slot.Entity = ""
	}
}

// isSort reports whether the noun of an amount is one for people of one sort.
func (f *finder) isSort(np nounPhrase) bool {
	return np.known && np.word.kind == kindPeople || !np.known && np.head >= 0 && f.isGroup(np.head)
}

// befallen returns the slot of what happened to people that is told before an amount: that of the last figure of this sentence, or of the
// one before, or of a noun ("the dead included").
func (f *finder) befallen(m *quantity.Mention) (Slot, bool) {
	of := &f.figure
	if of.sentence != f.at {
		for i := int(m.First) - 1; i >= int(f.sent.First) && i > int(m.First)-maxPartSubject; i-- {
			if w, ok := f.outcome(i, kindState, kindNoun); ok && i > int(f.sent.First) && f.isThe(i-1) {
				return wholeSlot(w), true
			}
		}
	}
	return of.slot, of.sentence >= f.at-1 && of.sentence <= f.at && of.slot.Dimension == dimCount && isOutcome(of.slot.Measure) && of.slot.Measure != "vote"
}

// included reports whether words that introduce a part stand right before an amount: including, among them.
func (f *finder) included(m *quantity.Mention) bool {
	for i := int(m.First) - 1; i >= int(f.sent.First) && i >= int(m.First)-4; i-- {
		if f.g.Tokens[i].Class != text.Word {
			return false
		}
		if c, _, next, ok := f.modifierAt(i); ok && c == modPart {
			return next >= int(m.First)-1
		}
	}
	return false
}

// listedPart reports whether an amount goes on with the list of parts that the one before belongs to: four children and two women.
func (f *finder) listedPart(q int) bool {
	if q == f.q || f.part != q-1 {
		return false
	}
	from, to := behind(&f.qs[q-1]), int(f.qs[q].First)
	return from < to && lists(f.g, from, to)
}

// sumsUp reports whether an amount begins a list of counts that come to the whole before it: 11 people died, six men and five women.
func (f *finder) sumsUp(q int) bool {
	m := &f.qs[q]
	if f.figure.sentence != f.at || !m.Value.Single {
		return false
	}
	whole := &f.qs[f.figure.quantity].Value
	sum := m.Value.Value.Float()
	for end := q + maxParts; q+1 < min(end, len(f.qs)); q++ {
		next := &f.qs[q+1]
		if next.First >= f.sent.Last || !counted(next) || !lists(f.g, behind(&f.qs[q]), int(next.First)) {
			break
		}
		sum += next.Value.Value.Float()
	}
	return whole.Single && sum == whole.Value.Float() && sum > m.Value.Value.Float()
}

// maxParts is how many counts a whole may be divided into.
const maxParts = 8

// partitiveWhole returns the slot of those of whom an amount is a part, and the token behind the words that name them: "of the dead", "of
// them", "of those killed", "of the 11 victims".
func (f *finder) partitiveWhole(q int) (of Slot, after int, ok bool) {
	m := &f.qs[q]
	if q > f.q && f.opensWith(q-1) && f.g.Tokens[m.First-1].Class == text.Comma { // of the 11 dead, four
		w, known := f.wholeAt(m, int(f.qs[q-1].Last))
		return wholeSlot(w), int(m.Last), known && w.next == int(m.First)-1
	}
	i := int(m.Last)
	if i+1 >= int(f.sent.Last) || f.class(i) != classPreposition || !f.partitive(i) {
		return Slot{}, 0, false
	}
	switch i++; {
	case f.isThose(i):
		if w, ok := f.outcome(i+1, kindState, kindVerb); ok {
			return wholeSlot(w), w.next, true
		}
	case f.class(i) == classPronoun || f.class(i) == classRelative: // of them, of whom
		of, ok = f.befallen(m)
		return of, i + 1, ok
	case f.class(i) == classDeterminer:
		i++
		if n := f.quantityAt(i); n >= 0 {
			i = int(f.qs[n].Last)
		}
		w, known := f.wholeAt(m, i)
		return wholeSlot(w), w.next, known
	}
	return Slot{}, 0, false
}

// isThose reports whether token i is a determiner that points to those whom the words behind it tell of.
func (f *finder) isThose(i int) bool {
	return i < int(f.sent.Last) && (Demonstrative(f.g, i) || isOfKind(f.g, i, classPronoun, "demonstrative"))
}

// isThe reports whether token i is an article that points to what is known.
func (f *finder) isThe(i int) bool { return isOfKind(f.g, i, classDeterminer, "definite") }

// opensWith reports whether a sentence begins with the whole that quantity q is: of the 11 dead.
func (f *finder) opensWith(q int) bool {
	i := int(f.qs[q].First) - 1
	for ; i > int(f.sent.First) && f.class(i) == classDeterminer; i-- {
	}
	return i == int(f.sent.First) && f.class(i) == classPreposition && f.partitive(i)
}

// maxPartSubject is how many tokens may stand between a noun for those who are counted and a part of them.
const maxPartSubject = 8

// fate reads what else befell those before token i: were discharged, remain in intensive care.
func (f *finder) fate(i int) (eventWord, bool) {
	for end := i + 5; i < end && i < int(f.sent.Last) && f.g.Tokens[i].Class == text.Word; i++ {
		if ev, _, ok := f.event(i); ok && ev.people {
			return ev, true
		}
		if w, ok := f.outcome(i, kindState); ok {
			return eventWord{class: w.class, kind: w.kind, people: true, moves: w.moves, falls: w.falls, at: i, next: w.next}, true
		}
		if c := f.class(i); c != classAuxiliary && c != classAdverb && !(c == noClass && f.isVerb(i)) {
			break
		}
	}
	return eventWord{}, false
}

// wholeAt reads who is counted at token i: the dead, the injured; victims are those whom the figure before counts.
func (f *finder) wholeAt(m *quantity.Mention, i int) (measureWord, bool) {
	if w, ok := f.outcome(i, kindState, kindNoun, kindVerb); ok {
		return w, true
	}
	if w, ok := f.nounFor(i, dimCount, kindPeople); ok && w.class == anybody {
		if of, known := f.befallen(m); known {
			return measureWord{class: of.Measure, moves: of.Moves, falls: of.Falls, at: i, next: w.next}, true
		}
	}
	return measureWord{}, false
}

func wholeSlot(w measureWord) Slot {
	return Slot{Measure: w.class, Moves: w.moves, Falls: w.falls}
}

// sortOf reads the sort of people that those before token i are said to be: "were children", "were all local firefighters", or, with no
// verb, "three of them children".
func (f *finder) sortOf(i int) (string, bool) {
	if i < int(f.sent.Last) && f.class(i) == classPreposition { // in the fire
		for end := i + maxPartSubject; i < end && i < int(f.sent.Last) && f.g.Tokens[i].Class == text.Word && !f.ofKind(i, "be"); i++ {
			if f.states(i) || f.isVerb(i) && f.class(i) == noClass && f.lemma(i) != f.g.Word(i) {
				return "", false
			}
		}
		if i >= int(f.sent.Last) || !f.ofKind(i, "be") {
			return "", false
		}
	}
	for ; i < int(f.sent.Last) && f.g.Tokens[i].Class == text.Word; i++ {
		switch f.class(i) {
		case classAuxiliary:
			if !f.ofKind(i, "be") {
				return "", false
			}
			continue
		case classAdverb, classDeterminer, classQuantifier:
			continue
		}
		break
	}
	for end := i + 4; i < end && i < int(f.sent.Last) && f.g.Tokens[i].Class == text.Word; i++ {
		if w, ok := f.nounFor(i, dimCount, kindPeople); ok {
			if w.next < int(f.sent.Last) && f.isGroup(w.next) && f.class(w.next) == noClass {
				continue
			}
			return w.class, w.class != anybody
		}
		if f.class(i) != noClass || f.states(i) || f.isVerb(i) {
			return "", false
		}
		if f.isGroup(i) && !f.g.Tokens[i].Is(text.Capital) {
			return f.lemma(i), true
		}
	}
	return "", false
}
