package timex

import "github.com/factdiff/factdiff/normalize/text"

// presentTokens is how far before its participle what puts it into the present may stand: has been shut.
const presentTokens = 3

// stands reports whether the day at token first is the end of what still goes on: stays in force until Friday, is closed until 6 a.m. on Friday,
// has halved its flights until 31 August, or the beginning of what is to come: has been declared beginning Tuesday. What was closed until then is over.
func (s *scanner) stands(first int) bool {
	if !s.until(first) && !s.onward(first) {
		return false
	}
	quoted := s.g.Tokens[first].Flags & text.InQuote
	for i := first - 1; i >= max(s.lo, first-tenseTokens); i-- {
		if s.g.Tokens[i].Flags&text.InQuote == quoted && s.verb(i) == tensePast {
			return s.present(i) && !s.says(i)
		}
	}
	return false
}

// until reports whether it is the end of something that the time at token first tells: what was done by then may be over.
func (s *scanner) until(first int) bool {
	var t Time
	if s.bound(first, &t); t.Bound != On {
		return t.Bound == Until
	}
	return s.ends(first)
}

// onward reports whether it is the beginning of something that the time at token first tells: what was told of it may be to come.
func (s *scanner) onward(first int) bool {
	c, ok := s.before(first)
	return ok && c.says("prep", "onward")
}

// says reports whether the verb at token i is one of saying: is said to have lived there until May.
func (s *scanner) says(i int) bool {
	c, ok := s.at(i)
	return ok && c.says("past", "say")
}

// ends reports whether until or by stands before the time at token first, or before the clock time that it is the day of.
func (s *scanner) ends(first int) bool {
	var t Time
	if s.bound(first, &t); t.Bound == By || t.Bound == Until {
		return true
	}
	c, ok := s.before(first)
	if n := len(s.dst); ok && c.is("prep") && c.bound == On && n > s.base {
		m := &s.dst[n-1]
		return int(m.Last) == c.first && m.Value.Clock() && (m.Value.Bound == By || m.Value.Bound == Until)
	}
	return false
}

// present reports whether the verb at token i is a participle of what is or has been, not of what was.
func (s *scanner) present(i int) bool {
	for n := i; n >= max(s.lo, i-presentTokens); n-- {
		if c, ok := s.at(n); ok && (c.is("present") || c.says("past", "perfect")) {
			return true
		}
	}
	return false
}
