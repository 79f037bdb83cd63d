package timex

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// hourBefore reads the time of day before the part of the day that says which half of the day is meant: "nine on Sunday
// evening", "ten at night", "six in the morning", "twenty to six this morning". The part of the day is hours, "17 24", and
// what it belongs to starts at token i and ends before next. It returns the token behind what it has read, or i.
//
// Without a part of the day "at nine on Sunday" is one of two hours, and is not read.
func (s *scanner) hourBefore(i, next int, hours string, alone bool) int {
	end := i
	if c, ok := s.before(i); ok && c.says("article", "0") {
		end = c.first
	}
	if c, ok := s.before(end); ok && c.is("prep") && (c.value == "on" || c.value == "at" || c.value == "in") {
		end = c.first
	}
	if alone && end == i {
		return i // several hours later, morning broke
	}
	if h, m, first, ok := s.digital(end); ok {
		if !alone {
			next = end
		}
		return s.clock(first, next, 60*inHalf(h, fields(hours))+m, Minute)
	}
	h, first, ok := s.hour(end)
	if !ok {
		return i
	}
	minutes, from, told := s.minutesBefore(first)
	if half := first - 1; !told && half >= s.floor && s.isHalf(half) {
		minutes, from, told = 30, half, true // half seven
	}
	if told {
		first = from
	} else if s.opens(first) && end < i {
		// Sunday, ten in the morning
	} else if c, ok := s.before(first); !ok || !c.is("prep") && !c.is("approx") || c.says("prep", "of") {
		return i
	}
	h = inHalf(h, fields(hours))
	grain := Hour
	if told {
		grain = Minute
	}
	if !alone {
		next = end
	}
	return s.clock(first, next, (60*h+minutes+24*60)%(24*60), grain)
}

// inHalf returns the hour of the day that an hour of the clock is in a part of the day.
func inHalf(h int, part [3]int) int {
	h %= 12
	if part[0] >= 11 && (part[1] <= 24 || h >= 6) {
		h += 12
	}
	return h
}

// digital reads an hour with its minutes in digits that ends before token end: 7.25, 7:25.
func (s *scanner) digital(end int) (h, m, first int, ok bool) {
	i := end - 1
	if i < s.floor || s.g.Tokens[i].Class != text.Number {
		return 0, 0, end, false
	}
	if i-2 >= s.floor && s.byteAt(i-1) == ':' && s.glued(i) && s.glued(i-1) {
		x, ok := s.plain(i - 2)
		y, also := s.plain(i)
		return x, y, i - 2, ok && also && x >= 1 && x <= 12 && y < 60 && s.g.Tokens[i].Span().Len() == 2
	}
	hour, minute, found := strings.Cut(s.g.Word(i), ".")
	x, ok := atoi(hour)
	y, also := atoi(minute)
	return x, y, i, found && ok && also && len(minute) == 2 && x >= 1 && x <= 12 && y < 60
}

// opens reports whether token i is the first of its sentence, or stands behind a comma.
func (s *scanner) opens(i int) bool {
	return i == s.lo || i > s.floor && s.g.Tokens[i-1].Class == text.Comma
}

// hour reads an hour of the clock, in digits or as a word, that ends before token end: nine, 9, nine o'clock.
func (s *scanner) hour(end int) (h, first int, ok bool) {
	i := end - 1
	if i >= s.floor && s.g.Has(i, lexicon.NonQuantity) {
		if row, ok := s.g.Row(i, lexicon.NonQuantity); ok && row.Field(0) == "clock" {
			i--
		}
	}
	if i < s.floor {
		return 0, end, false
	}
	h, ok = s.small(i)
	return h, i, ok && h >= 1 && h <= 12
}

// small reads a small number that token i writes in digits or as one word.
func (s *scanner) small(i int) (int, bool) {
	if n, ok := s.plain(i); ok {
		return n, s.g.Tokens[i].End-s.g.Tokens[i].Start <= 2
	}
	if s.g.Tokens[i].Class != text.Word || !s.g.Has(i, lexicon.Numbers) {
		return 0, false
	}
	row, ok := s.g.Row(i, lexicon.Numbers)
	if !ok {
		return 0, false
	}
	switch row.Field(0) {
	case "unit", "teen", "ty":
		return atoi(row.Field(1))
	case "half":
		return 30, true
	case "quarter":
		return 15, true
	}
	return 0, false
}

// isHalf reports whether token i is the word for one half.
func (s *scanner) isHalf(i int) bool {
	if s.g.Tokens[i].Class != text.Word || !s.g.Has(i, lexicon.Numbers) {
		return false
	}
	row, ok := s.g.Row(i, lexicon.Numbers)
	return ok && row.Field(0) == "half"
}

// minutesBefore reads the minutes before an hour at token first: twenty to, half past, quarter past.
func (s *scanner) minutesBefore(first int) (minutes, from int, ok bool) {
	c, found := s.before(first)
	if !found || c.first <= s.floor || c.next != c.first+1 {
		return 0, first, false
	}
	end, named := c.first, false
	if w, _, is := s.word(end - 1); is && w.grain == Minute {
		end, named = end-1, true
	}
	n, from, ok := s.minutesAt(end)
	if !ok || n > 30 || !named && n%5 != 0 {
		return 0, first, false
	}
	if b, ok := s.before(from); ok && b.is("prep") && b.value == "since" {
		return 0, first, false // from ten to six in the evening
	}
	switch {
	case c.says("prep", "until") && n < 30:
		return -n, from, true
	case c.says("shift", "past"):
		return n, from, true
	}
	return 0, first, false
}
