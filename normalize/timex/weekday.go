package timex

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// weekday reads the time around the weekday wd at token i.
func (s *scanner) weekday(i, wd int, weak bool) int {
	if next, ok := s.weekdayDate(i, wd); ok {
		return next
	}
	if weak {
		return i
	}
	first, next := i, i+1
	c, found := s.before(first)
	shift := ""
	if found && c.is("shift") {
		shift, first = c.value, c.first
		c, found = s.before(first)
	}
	approx := false
	if found && c.is("edge") && c.value != "start" && c.value != "end" && c.value != "mid" {
		approx, first = c.value == "early" || c.value == "late", c.first
	}
	week, next := s.weekBehind(next)
	if shift == "" {
		shift = week
	}
	t := Time{Grain: Day, Approx: approx}
	if s.anchored && !elsewhere(shift) {
		d := days(s.pub, s.weekdayOff(wd, shift, week != "", first, next))
		t.From, t.To = d, days(d, 1)
	}
	if value, n, ok := s.part(next); ok {
		next = n
		t = s.partOf(t, value)
	}
	return s.add(first, next, t, "weekday")
}

// weekdayDate reads "Tuesday, Sept. 10, 2024", "Tuesday 10 September", "Tuesday (10 September)".
func (s *scanner) weekdayDate(i, wd int) (next int, ok bool) {
	j := s.pastStop(i + 1)
	bracket := s.byteAt(j) == '('
	if bracket || s.byteAt(j) == ',' {
		j++
	}
	if c, ok := s.at(j); ok && c.says("article", "0") {
		j = c.next
	}
	p := partial{first: i, wd: wd}
	if n, _, ok := s.month(j); ok {
		p.m, p.next, p.first = n, j+1, j
		s.dayAndYear(&p, true)
		p.first = i
	} else if d, k, ok := s.dayAt(j); ok {
		if c, ok := s.at(k); ok && c.says("prep", "of") {
			k = c.next
		}
		n, _, ok := s.month(k)
		if !ok {
			return i, false
		}
		p.m, p.d, p.next = n, d, k+1
		s.dayAndYear(&p, false)
	}
	if p.d == 0 || !s.plausible(p) {
		return i, false
	}
	if bracket && s.byteAt(p.next) == ')' {
		p.next++
	}
	return s.finish(p), true
}

// weekBehind reads "last week", "of next week" behind a weekday.
func (s *scanner) weekBehind(j int) (shift string, next int) {
	if w, n, ok := s.word(j); ok && w.says("unit", "week") && s.phraseEnds(n) {
		return "weeklater", n // until Friday week
	}
	k := j
	c, ok := s.at(k)
	if ok && c.says("prep", "of") {
		c, ok = s.at(c.next)
	}
	if !ok || !c.is("shift") {
		return "", j
	}
	if w, n, ok := s.word(c.next); ok && w.says("unit", "week") {
		return c.value, n
	}
	return "", j
}

// phraseEnds reports whether no noun can follow at token i: a mark, the end of the sentence, or a word of grammar.
func (s *scanner) phraseEnds(i int) bool {
	return i >= s.hi || s.g.Tokens[i].Class != text.Word || s.g.Has(i, lexicon.Function)
}

// weekdayOff returns how many days from the document's a weekday lies.
func (s *scanner) weekdayOff(wd int, shift string, ofWeek bool, first, next int) int {
	cur := weekday(s.pub)
	back, ahead := -((cur - wd + 7) % 7), (wd-cur+7)%7
	switch {
	case shift == "last", shift == "past" && ofWeek:
		return wd - cur - 7
	case shift == "next", shift == "coming" && ofWeek:
		return wd - cur + 7
	case shift == "weeklater" && ahead == 0:
		return 14
	case shift == "weeklater":
		return ahead + 7
	case shift == "this":
		return wd - cur
	case shift == "past" && back == 0:
		return -7
	case shift == "past":
		return back
	case shift == "coming" && ahead == 0:
		return 7
	case shift == "coming":
		return ahead
	}
	switch s.tense(first, next) {
	case tenseFuture:
		return ahead
	case tensePast:
		if s.stands(first) {
			return ahead
		}
		return back
	}
	if s.ends(first) || s.onward(first) {
		return ahead
	}
	return back
}
