package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// Reaches of a number that is told in words with the amount it has come to, in tokens.
const (
	maxNumberOf  = 16 // from "number" to the amount
	maxNumbered  = 4  // of those counted
	maxNumbering = 3  // from the amount to "number"
)

// numberOf reads what a bare amount counts where "number of" stands in its clause: "the number of people killed has risen to 14", "bringing to
// 14 the number of villagers who have been killed", "taking to 14 the death toll".
func (f *finder) numberOf(slot *Slot, m *quantity.Mention) bool {
	i := int(m.First) - 1
	if m.Value.Kind != quantity.Cardinal || i < int(f.sent.First) || f.class(i) != classPreposition && f.class(i) != classParticle && f.class(i) != classAuxiliary {
		return false
	}
	for j := int(m.Last); j < int(m.Last)+maxNumbering && j < int(f.sent.Last); j++ {
		if f.links(j, linkFigure) {
			return f.countedAs(slot, j, int(f.sent.Last))
		}
		if w, ok := f.nounFor(j, dimCount, kindNoun); ok && w.moves && isOutcome(w.class) && f.isThe(j-1) {
			slot.Measure, slot.Moves, slot.Falls = w.class, w.moves, w.falls
			return true
		}
		if f.g.Tokens[j].Class != text.Word || f.class(j) == classPreposition {
			break
		}
	}
	for j := i - 1; j >= int(f.sent.First) && j > i-maxNumberOf; j-- {
		switch k := &f.g.Tokens[j]; {
		case k.Class == text.Comma, k.Class == text.Dash, k.Class == text.Stop, k.Class == text.QuoteMark, f.insideQuantity(j):
			return false
		case f.links(j, linkFigure):
			return f.countedAs(slot, j, i)
		}
	}
	return false
}

// countedAs fills the slot from the words behind "number" at token i and before token end: who is counted, and what befell them.
func (f *finder) countedAs(slot *Slot, i, end int) bool {
	if i+2 >= end || !f.partitive(i+1) {
		return false
	}
	ev, found := eventWord{}, false
	head, noun := -1, ""
	for j := i + 2; j < end && j < i+2+maxNumbered && !found; j++ {
		switch {
		case f.g.Tokens[j].Class != text.Word:
			return false
		case f.class(j) == classRelative:
			ev, found = f.befell(j + 1)
		case f.class(j) == noClass:
			if w, ok := f.nounFor(j, dimCount, kindPeople); ok {
				noun, head = w.class, w.next-1
			} else {
				noun, head = strings.ToLower(f.lemma(j)), j
			}
			ev, found = f.stateBehind(head + 1)
		}
	}
	if !found || !ev.people || !isOutcome(ev.class) || head < 0 {
		return false
	}
	slot.Noun, slot.Measure, slot.Event, slot.Moves, slot.Falls = noun, ev.class, ev.class, ev.moves, ev.falls
	if slot.Entity = noun; noun == anybody || noun == "resident" {
		slot.Entity = ""
	}
	return true
}
