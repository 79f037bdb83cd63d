package timex

import (
	"time"
)

// part reads a part of the day at token i, behind a weekday or yesterday.
func (s *scanner) part(i int) (value string, next int, ok bool) {
	if s.byteAt(i) == '-' && s.glued(i) {
		i++
	}
	w, next, ok := s.word(i)
	switch {
	case ok && w.is("part"):
		return w.value, next, true
	case ok && w.is("daypart") && next == i+1 && w.value[0] == '-': // Monday overnight
		return w.value[len("-1 "):], next, true
	}
	return "", i, false
}

// partOf returns the hours "18 30" of a day.
func (s *scanner) partOf(t Time, hours string) Time {
	h := fields(hours)
	out := Time{Grain: PartOfDay, Approx: t.Approx, Local: true}
	if t.Resolved() {
		out.From, out.To = t.From.Add(time.Duration(h[0])*time.Hour), t.From.Add(time.Duration(h[1])*time.Hour)
	}
	return out
}

// point reads yesterday, today, tomorrow, n days from the document's, with a part of the day behind.
func (s *scanner) point(i, next, n int) int {
	t := Time{Grain: Day}
	if s.anchored {
		t = day(days(s.pub, n))
	}
	first := i
	if c, ok := s.before(i); ok && c.is("edge") {
		t.Approx, first = c.value == "early" || c.value == "late", c.first
	}
	if hours, after, ok := s.part(next); ok {
		t, next = s.partOf(t, hours), after
	}
	return s.add(first, next, t, "day")
}

// dayPart reads last night, overnight, this morning, with a weekday behind: overnight on Monday.
func (s *scanner) dayPart(i, next int, value string) int {
	f := fields(value)
	hours := value[len(value)-len("18 30"):]
	off := f[0]
	if hours[0] == ' ' {
		hours = hours[1:]
	}
	if next == i+1 && off < 0 {
		if k, ok := s.weekdayBehind(next); ok {
			wd, _, _ := s.named(k, "day")
			t := Time{Grain: Day}
			if s.anchored {
				t = day(days(s.pub, s.weekdayOff(wd, "", false, i, k+1)))
			}
			return s.add(i, k+1, s.partOf(t, hours), "part of day")
		}
		if s.anchored && s.tense(i, next) == tenseFuture {
			off = 0
		}
	}
	t := Time{Grain: Day}
	if s.anchored {
		t = day(days(s.pub, off))
	}
	return s.add(i, next, s.partOf(t, hours), "part of day")
}

// weekdayBehind returns the token of a weekday that stands at token j or behind one small word.
func (s *scanner) weekdayBehind(j int) (int, bool) {
	if c, ok := s.at(j); ok && c.says("prep", "on") {
		j = c.next
	}
	_, weak, ok := s.named(j, "day")
	return j, ok && !weak
}
