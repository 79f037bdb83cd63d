package compare

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// An amount is one statement of an amount, with what alignment asks of it worked out.
type amount struct {
	doc     int
	st      *statement.Statement
	q       quantity.Quantity
	slot    *statement.Slot
	who     entityKey   // Slot.Entity
	where   entityKey   // Slot.Place
	held    entityKey   // whose word it is
	mods    []string    // folded modifiers
	parties []entityKey // who takes part: those before the verb, then those behind it
	bearing int         // compass direction in degrees, or -1
	span    [2]time.Time
	shown   string // Show(q)
	words   uint64 // the bits of the hashes of its terms modulo 64: two that share none share no word
	lone    answer // see sole
	met     uint64 // see metBy
	value   int32  // index of its value, see tellValues
	past    bool   // its time lies well before the report
	other   bool   // it is told as besides others
	matters []matter
	told    *surrounding // see toldOf
	adopted *amount      // the one whose measure it has, being a bare figure, see adoptBare
}

// background is how long before its report a time makes an event another one.
const background = 12 * 24 * time.Hour

// accounting is how long after its end a quarter or a year may be reported on as the last one.
const accounting = 120 * 24 * time.Hour

func (s *sources) amounts() []amount {
	m := s.memory
	all := m.amounts[:0]
	m.inDoc.reset()
	for d, doc := range s.docs {
		for i := range doc.Statements {
			st := &doc.Statements[i]
			q, ok := doc.Amount(st)
			if !ok {
				continue
			}
			a := amount{doc: d, st: st, q: q, slot: &st.Slot,
				bearing: -1, who: s.entity(d, st.Slot.Entity), where: s.entity(d, st.Slot.Place), held: s.holder(d, st)}
			if a.q.Restates < 0 && st.Slot.Bracketed {
				a.q.Restates = st.Quantity // of an amount that was not read
			}
			for _, mod := range st.Slot.Modifiers {
				if deg, ok := strings.CutPrefix(mod, statement.Direction); ok {
					a.bearing, _ = strconv.Atoi(deg)
					continue
				}
				if a.other = a.other || mod == statement.Other; mod == statement.Other && !st.Slot.Moves {
					continue // another 20,000 marched: others than elsewhere
				}
				a.mods = m.inDoc.words.Append(a.mods, s.entity(d, mod))
			}
			for k := range st.Terms {
				a.words |= 1 << (st.Terms[k].Hash % 64)
			}
			slices.Sort(a.mods)
			for _, names := range [...][]string{st.Slot.Agents, st.Slot.Patients} {
				for _, n := range names {
					a.parties = m.inDoc.words.Append(a.parties, s.entity(d, n))
				}
			}
			if st.Slot.Measure == "" || st.Slot.Measure == "depth" && a.bearing >= 0 {
				a.slot = unnamed(a.slot) // at a depth of 5 km, 18 km northeast of the harbour
			}
			if a.q.Unit.Dimension != st.Slot.Dimension && st.Slot.Dimension != "count" {
				a.q.Unit = quantity.Unit{ID: st.Slot.Dimension, Dimension: st.Slot.Dimension, Open: st.Slot.Dimension == money}
			}
			if t := st.Slot.Time; t.Resolved() {
				a.span = [2]time.Time{t.From, t.To}
				reach := background
				if st.Slot.Period {
					reach = accounting
				}
				a.past = !doc.Published.IsZero() && (doc.Published.Sub(t.To) > reach || t.From.Sub(doc.Published) > reach)
			}
			a.shown = Show(a.q)
			all = append(all, a)
		}
	}
	m.amounts = all
	s.completeUnits(all)
	s.tellMatters(all)
	s.adoptBare(all)
	s.tellValues(all)
	for i := range all {
		m.inDoc.add(&all[i])
	}
	return all
}

// behind returns who takes part and is named behind the verb.
func (a *amount) behind() []entityKey { return a.parties[len(a.slot.Agents):] }

// unnamed returns a slot of which nothing says what is measured.
func unnamed(sl *statement.Slot) *statement.Slot {
	c := *sl
	c.Measure = statement.Unspecified + sl.Dimension
	return &c
}

// bareCount reports whether an amount is a number without a noun: it agrees with others, and never conflicts with one.
func bareCount(a *amount) bool { return a.slot.Measure == statement.Unspecified+"count" }

// holder returns on whose word a statement stands: who is said to say it, or gives the figure.
func (s *sources) holder(d int, st *statement.Statement) entityKey {
	if st.Voice < 0 && st.Slot.Holder != "" {
		return s.entity(d, st.Slot.Holder)
	}
	return s.speaker(d, int(st.Voice))
}
