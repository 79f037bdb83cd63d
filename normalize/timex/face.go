package timex

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// halfDay is how many minutes the face of a clock has.
const halfDay = 12 * 60

// minutesWord reads "eight minutes to eight", "seventeen minutes past three" at the word for minutes, which is token i.
func (s *scanner) minutesWord(i, next int) int {
	n, first, ok := s.minutesAt(i)
	if !ok || n >= 60 {
		return i
	}
	switch c, found := s.at(next); {
	case found && c.says("prep", "until"):
		n = -n
	case found && c.says("shift", "past"):
	default:
		return i
	}
	if end := s.face(first, next+1, n, true); end > next+1 {
		return end
	}
	return i
}

// minutesAt reads the number that ends before token end: eight, 8, twenty-two.
func (s *scanner) minutesAt(end int) (n, first int, ok bool) {
	i := end - 1
	if i < s.floor {
		return 0, end, false
	}
	if n, ok = s.small(i); !ok || n < 1 {
		return 0, end, false
	}
	if n > 9 || i-2 < s.floor || s.g.Tokens[i-1].Class != text.Hyphen {
		return n, i, true
	}
	ten, ok := s.small(i - 2)
	return ten + n, i - 2, ok && ten >= 20 && ten%10 == 0
}

// face reads the hour at token i, to which minutes were told before it from token first on: twenty past six, a quarter to nine. Which half of the day is
// meant is left open, unless it stands behind. An hour that is sure needs nothing around it; otherwise "ten to twelve" are people, or a vote.
func (s *scanner) face(first, i, minutes int, sure bool) int {
	h, next, ok := s.hourAt(i)
	if !ok || next < s.hi && !s.closes(next) || !sure && !s.calls(first, minutes, h) || s.partBehind(next) {
		return i
	}
	if from, is := s.before(first); is && from.is("article") {
		first = from.first
	}
	if c, ok := s.at(next); ok && c.is("meridiem") {
		return s.clock(first, s.pastDot(c.next), (60*(h%12+c.n)+minutes+2*halfDay)%(2*halfDay), Minute)
	}
	return s.eitherHalf(first, next, (60*h+minutes)%halfDay, Minute)
}

// hourAt reads an hour of the clock, in digits or as a word, at token i: nine, 9, nine o'clock.
func (s *scanner) hourAt(i int) (h, next int, ok bool) {
	if i >= s.hi {
		return 0, i, false
	}
	if h, ok = s.small(i); !ok || h < 1 || h > 12 {
		return 0, i, false
	}
	if next = i + 1; s.isOclock(next) {
		next++
	}
	return h, next, true
}

// isOclock reports whether the word behind an hour that says that it is one is token i.
func (s *scanner) isOclock(i int) bool {
	w, _, ok := s.word(i)
	return ok && w.is("face") && w.value == ""
}

// closes reports whether an hour may end before token i: nothing that it could count stands there.
func (s *scanner) closes(i int) bool {
	switch k := &s.g.Tokens[i]; k.Class {
	case text.Number, text.Hyphen, text.Symbol:
		return false
	case text.Word:
		c, ok := s.at(i)
		return ok && !c.is("count") && !c.is("ending") || s.g.Has(i, lexicon.Function) && !s.g.Has(i, lexicon.Numbers) || s.g.Has(i, lexicon.Months) || s.g.Starts(i).Has(lexicon.TimeZones)
	}
	return true
}

// calls reports whether what stands before a time told with the minutes alone says that it is one: at ten to nine, about twenty to nine, it was a quarter to
// nine. Ten to twelve may always be a range, and "from ten to nine" a fall.
func (s *scanner) calls(first, minutes, h int) bool {
	if minutes > 0 {
		return true
	}
	c, ok := s.before(first)
	if ok && c.is("article") {
		c, ok = s.before(c.first)
	}
	switch {
	case !ok:
		return false
	case c.is("approx"):
		return -minutes > h
	case c.is("prep"):
		return c.bound != Since && c.bound != Between && c.value != "of"
	}
	return -minutes > 12 && (c.says("past", "aux") || c.says("past", "perfect"))
}

// oclock reads the hour before the word that says that it is one, which is token i: six o'clock, twenty to six o'clock.
func (s *scanner) oclock(i int) int {
	h, first, ok := s.hour(i + 1)
	if !ok || first == i || s.partBehind(i+1) {
		return i
	}
	grain := Hour
	minutes, from, told := s.minutesBefore(first)
	if told {
		first, grain = from, Minute
	}
	next := i + 1
	if c, ok := s.at(next); ok && c.is("meridiem") {
		return s.clock(first, s.pastDot(c.next), (60*(h%12+c.n)+minutes+2*halfDay)%(2*halfDay), grain)
	}
	return s.eitherHalf(first, next, (60*h+minutes+halfDay)%halfDay, grain)
}

// nearHour reads the hour behind "shortly after", which ends before token next: shortly after seven, the bus left.
func (s *scanner) nearHour(i, next int) int {
	h, end, ok := s.hourAt(next)
	if !ok || s.partBehind(end) {
		return i
	}
	if c, ok := s.at(end); ok && c.is("meridiem") || end < s.hi && !s.endsHour(end) {
		return i
	}
	return s.eitherHalf(next, end, 60*h%halfDay, Hour)
}

// endsHour reports whether a bare number is an hour by what stands behind it, which is token i: a mark, a day, a zone.
func (s *scanner) endsHour(i int) bool {
	switch k := &s.g.Tokens[i]; k.Class {
	case text.Comma, text.Stop:
		return i+1 >= s.hi || s.g.Tokens[i+1].Is(text.SpaceBefore)
	case text.Word:
		if c, ok := s.at(i); ok && c.says("prep", "on") {
			if i = c.next; i >= s.hi {
				return false
			}
		}
		_, _, ok := s.named(i, "day")
		w, _, told := s.word(i)
		return ok || told && (w.is("point") || w.is("part")) || s.g.Starts(i).Has(lexicon.TimeZones)
	}
	return false
}

// eitherHalf appends a time of day of which the half of the day is not told.
func (s *scanner) eitherHalf(first, next, minutes int, grain Grain) int {
	n := len(s.clocks)
	end := s.clock(first, next, minutes, grain)
	s.clocks = s.clocks[:n] // no day can resolve it
	s.dst[len(s.dst)-1].Value.Either = true
	return end
}

// faceWords reads the hour behind "half past" or "twenty to", which begin at token i and end before token next.
func (s *scanner) faceWords(i, next int, w *cueRow) int {
	if end := s.face(i, next, w.n, false); end > next {
		return end
	}
	return i
}
