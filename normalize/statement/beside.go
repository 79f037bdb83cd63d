package statement

import (
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// timeOf returns the time of an amount: the one that stands at it, else that of its clause. A time behind another amount of
// the same sort is that one's: "38 percent, up from 29 percent in 2019".
func (f *finder) timeOf(m *quantity.Mention, cl text.Range) (timex.Time, int32) {
	if i := f.timeBeside(m); i >= 0 {
		return f.ts[i].Value, i
	}
	if i := f.columnTime(m); i >= 0 {
		return f.ts[i].Value, i
	}
	t, i := f.time(cl)
	if c := cl.First - 1; i < 0 && c > f.sent.First && f.g.Body[f.g.Tokens[c].Start] == ':' {
		return f.time(f.clause(c, c)) // the crowd on Friday was small: 4,500 people
	}
	if k := f.ownTime(m, i); k >= 0 {
		return f.ts[k].Value, k
	}
	if i >= 0 && f.ofNoun(i, m) {
		return timex.Time{}, -1
	}
	if i < 0 || f.ts[i].First < m.Last {
		return t, i
	}
	q := f.firstQuantity(int(m.Last))
	if q >= len(f.qs) || f.qs[q].First >= f.ts[i].First && f.qs[q].Last != f.ts[i].Last {
		return t, i
	}
	if o := &f.qs[q].Value; o.Unit.ID == m.Value.Unit.ID && (o.Trend == quantity.From || m.Value.Unit.ID != "") {
		return timex.Time{}, -1
	}
	return t, i
}

// ownTime returns the time behind an amount that is joined to another one, of which time i in front tells, or -1: in 2023 some 110 people died, and 25 died
// in a similar accident last December.
func (f *finder) ownTime(m *quantity.Mention, i int32) int32 {
	prev, next := f.neighbours(m)
	if i < 0 || prev < 0 || f.ts[i].Last > f.qs[prev].First || f.conjunction(int(f.qs[prev].Last), int(m.First)) < 0 {
		return -1
	}
	end := int(f.sent.Last)
	if next >= 0 {
		end = int(f.qs[next].First)
	}
	for t := f.t; t < len(f.ts) && t < f.t+maxTimes && int(f.ts[t].Last) <= end; t++ {
		v := &f.ts[t]
		if v.First < m.Last || !v.Value.Resolved() {
			continue
		}
		for j := int(m.Last); j < int(v.First); j++ {
			if f.g.Tokens[j].Class == text.Comma {
				return -1
			}
		}
		return int32(t)
	}
	return -1
}

// timeBeside returns the time that stands at once behind an amount of several, or at once before it: "2.6 percent this year
// and 2.0 percent in 2026", "for this year at 2.6 percent and for 2026 at 2.0". It returns -1 where there is none.
func (f *finder) timeBeside(m *quantity.Mention) int32 {
	prev, next := f.neighbours(m)
	if prev < 0 && next < 0 {
		return -1
	}
	before := int32(-1)
	for t := f.t; t < len(f.ts) && t < f.t+maxTimes && f.ts[t].First < f.sent.Last; t++ {
		v := &f.ts[t]
		switch {
		case v.First >= m.Last && v.First-m.Last <= besideTime && (next < 0 || v.Last <= f.qs[next].First) && f.smallWords(int(m.Last), int(v.First)):
			return int32(t)
		case v.Last <= m.First && m.First-v.Last <= besideTime && (prev < 0 || v.First >= f.qs[prev].Last) && f.smallWords(int(v.Last), int(m.First)):
			before = int32(t)
		}
	}
	if prev >= 0 && before >= 0 && int(f.ts[before].First)-int(f.qs[prev].Last) <= besideTime && f.conjunction(int(f.qs[prev].Last), int(f.ts[before].First)) < 0 {
		return -1 // the time of the amount before: "2.6 percent in 2025 and 2.0 percent"
	}
	return before
}

// besideTime is how many small words may stand between an amount and its time.
const besideTime = 3

// neighbours returns the amounts of the same sort before and behind m in its sentence, or -1.
func (f *finder) neighbours(m *quantity.Mention) (prev, next int) {
	prev, next = -1, -1
	at := f.firstQuantity(int(m.First))
	for q := at - 1; q >= f.q && q >= at-maxNeighbours; q-- {
		if f.qs[q].Value.Unit.Dimension == m.Value.Unit.Dimension {
			prev = q
			break
		}
	}
	for q := at + 1; q < len(f.qs) && q <= at+maxNeighbours && f.qs[q].First < f.sent.Last; q++ {
		if f.qs[q].Value.Unit.Dimension == m.Value.Unit.Dimension {
			next = q
			break
		}
	}
	return prev, next
}

// maxNeighbours bounds how many amounts are passed on the way to one of the same sort.
const maxNeighbours = 4

// smallWords reports whether nothing but words of the grammar stands between two tokens.
func (f *finder) smallWords(i, end int) bool {
	for ; i < end; i++ {
		if f.g.Tokens[i].Class != text.Word || f.class(i) == noClass || f.class(i) == classConjunction {
			return false
		}
	}
	return true
}

// conjunction returns the first conjunction from token i to end, or -1.
func (f *finder) conjunction(i, end int) int {
	for ; i < end; i++ {
		if f.class(i) == classConjunction {
			return i
		}
	}
	return -1
}

// shared fills the measure of an amount that names none from the one it is joined to: "inflation of 2.6 percent in 2025 and
// 2.0 percent in 2026".
func (f *finder) shared(slot *Slot, m *quantity.Mention) {
	prev, _ := f.neighbours(m)
	if prev < 0 || f.joined.quantity < 0 || f.joined.slot.Dimension != slot.Dimension || int(f.joined.quantity) < f.q || int(f.joined.quantity) > prev {
		return
	}
	for i := int(m.First) - 1; i >= int(f.qs[prev].Last); i-- {
		switch {
		case f.class(i) == classConjunction:
			slot.Measure, slot.Noun, slot.Entity, slot.Event = f.joined.slot.Measure, f.joined.slot.Noun, f.joined.slot.Entity, f.joined.slot.Event
			return
		case f.class(i) == classPreposition, f.class(i) == classDeterminer, f.inTime(i):
		default:
			return
		}
	}
}

// inTime reports whether token i is part of a time that was read.
func (f *finder) inTime(i int) bool {
	if f.sent.Has(i) {
		return f.sheet.has(setTime, i)
	}
	for t := f.t; t < len(f.ts) && t < f.t+maxTimes && int(f.ts[t].First) <= i; t++ {
		if f.ts[t].Has(i) {
			return true
		}
	}
	return false
}

// ofNoun reports whether time t tells only which thing a noun means that a verb behind the amount has: 12 people in a valley
// devastated by the flood of 2004.
func (f *finder) ofNoun(t int32, m *quantity.Mention) bool {
	i := int(f.ts[t].First) - 1
	if g := f.ts[t].Value.Grain; g != timex.Year && g != timex.Month || i <= int(m.Last) || f.class(i) != classPreposition || !f.partitive(i) {
		return false
	}
	for j := int(m.Last); j < i; j++ {
		if f.g.Tokens[j].Class == text.Word && (f.isVerb(j) || f.inflected(j)) {
			return true
		}
	}
	return false
}
