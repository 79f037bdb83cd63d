package compare

import (
	"github.com/factdiff/factdiff/normalize/quantity"
)

// adoptBare lets the only amount of a text that is a bare figure on somebody's word, "but stewards said there were fewer than 5,000", be of what the only
// amount of another text is of that somebody else gives: in texts so short nothing else can be meant.
func (s *sources) adoptBare(all []amount) {
	if len(all) > maxShort*len(s.docs) {
		return
	}
	var alone []*amount // of each document with one amount
	for i := range all {
		if (i == 0 || all[i-1].doc != all[i].doc) && (i == len(all)-1 || all[i+1].doc != all[i].doc) && all[i].held != "" {
			alone = append(alone, &all[i])
		}
	}
	for _, a := range alone {
		if !bareCount(a) || a.slot.Event != "" || a.slot.Negated || !s.short(a.doc) {
			continue
		}
		var of *amount
		for _, b := range alone {
			if b == a || bareCount(b) || !mayLend(a, b) || !s.short(b.doc) {
				continue
			}
			if of != nil && of.slot.Measure != b.slot.Measure {
				of = nil
				break // two sorts of them
			}
			of = b
		}
		if of != nil {
			a.adopt(of)
		}
	}
}

// maxShort is how many amounts a text has that is worth asking, on average, and how many sentences a short one.
const (
	maxShort     = 2
	maxSentences = 2
)

// short reports whether a document is a sentence or two.
func (s *sources) short(d int) bool { return len(s.docs[d].Text.Sentences) <= maxSentences }

// mayLend reports whether the bare figure a may be of what b is of: a count of the same order, or a magnitude for a number with a fraction.
func mayLend(a, b *amount) bool {
	if a.q.Bound == quantity.Vague || b.q.Bound == quantity.Vague || a.held == b.held || b.slot.Negated || a.doc == b.doc {
		return false
	}
	if b.slot.Measure == "magnitude" {
		return a.q.Single && !a.q.Value.Whole() && a.q.Value.Cmp(quantity.Int(mostMagnitude)) < 0
	}
	return b.slot.Dimension == "count" && great(a) && great(b) && within(&a.q, &b.q, scale{}, scale{}, muchApart)
}

// mostMagnitude is greater than any magnitude.
const mostMagnitude = 11

// adopt takes over what another amount is of.
func (a *amount) adopt(of *amount) {
	c := *a.slot
	c.Measure, c.Noun, c.Dimension, c.Event, c.Moves = of.slot.Measure, of.slot.Noun, of.slot.Dimension, of.slot.Event, of.slot.Moves
	a.slot, a.adopted = &c, of
	if a.q.Unit.ID == "" {
		a.q.Unit = of.q.Unit
		a.shown = Show(a.q)
	}
}

// lent reports whether one of two amounts is of what the other is of for it alone.
func lent(a, b *amount) bool { return a.adopted == b || b.adopted == a }
