package timex

import (
	"time"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// unit reads the time around a unit: last week, a month ago, the next two years, within days.
func (s *scanner) unit(i, next int, w *cueRow) int {
	plural, g := w.is("units"), w.grain
	if g == Century {
		if t, first, ok := s.ordinalCentury(i); ok {
			return s.add(first, next, t, "century")
		}
	}
	if g == Quarter || w.value == "half" {
		if first, after, t, ok := s.ordinalQuarter(i, next, w.value); ok {
			return s.add(first, after, t, "quarter")
		}
	}
	if g == None {
		if plural || w.value != "weekend" {
			return i
		}
		return s.weekend(i, next)
	}
	n, first, counted, ok := s.count(i, plural)
	if !ok {
		return i
	}
	if w.value == "fortnight" {
		n *= 2
	}
	if c, ok := s.at(next); ok && c.is("ago") {
		return s.ago(first, c.next, g, n, counted, c.value == "past")
	}
	c, found := s.before(first)
	if end := s.timeBehind(next); end > next && found && c.is("prep") && counted {
		return s.ago(c.first, end, g, n, counted, false)
	}
	switch {
	case !found:
	case c.is("shift") && !counted && !plural:
		return s.calendar(c, next, g)
	case c.is("shift") && s.goesOn(c):
		return i
	case c.is("shift"):
		return s.rolling(c, next, g, n)
	case c.says("prep", "within") && (counted || plural):
		return s.within(c.first, next, g, n)
	case c.is("edge") && !counted && !plural, c.says("article", "0") && !counted && !plural:
		return s.restOf(first, next, g)
	}
	return i
}

// goesOn reports whether a cue is the verb of what will go on for so long: the strike will last five days.
func (s *scanner) goesOn(c cue) bool {
	if !s.lasts(c.first) {
		return false
	}
	a, ok := s.before(c.first)
	return ok && (a.is("future") || a.says("prep", "until"))
}

// count reads how many units stand at token i: two weeks, a week. Several units that are not counted are 0.
func (s *scanner) count(i int, plural bool) (n, first int, counted, ok bool) {
	if i > s.floor && s.g.Tokens[i-1].Class == text.Number {
		n, ok := s.plain(i - 1)
		return n, i - 1, true, ok && n > 0 && n < 5000
	}
	c, found := s.before(i)
	switch {
	case found && c.is("count"):
		return c.n, c.first, true, true
	case found && c.says("article", "1") && !plural:
		return 1, c.first, true, true
	case plural:
		return 0, i, false, true
	}
	return 1, i, false, true
}

// ago reads "two weeks ago" and "two weeks from now". Days are counted exactly; of a longer unit the whole unit is meant.
func (s *scanner) ago(first, next int, g Grain, n int, counted, past bool) int {
	t := Time{Grain: g}
	if past {
		n = -n
	}
	switch {
	case !s.anchored || !counted || g < Hour:
	case g == Hour:
		t.Grain = Day
	case g == Day:
		t = day(days(s.pub, n))
	case g == Week:
		t = Time{From: days(s.pub, 7*n-3), To: days(s.pub, 7*n+4), Grain: Week, Approx: true}
	default:
		t = unitAt(add(s.pub, g, n), g, 0)
		t.Approx = true
	}
	return s.add(first, next, t, "ago")
}

// timeBehind returns the token behind "time" where it stands at token i, behind a genitive or its apostrophe: in three weeks' time, in a year's time.
func (s *scanner) timeBehind(i int) int {
	next := i
	if next < s.hi && (s.g.Tokens[next].Class == text.Clitic || s.g.Tokens[next].Class == text.QuoteMark) {
		next++
	}
	if c, ok := s.at(next); ok && c.is("hence") && s.phraseEnds(c.next) {
		return c.next
	}
	return i
}

// calendar reads last week, this month, next year: units of the calendar. With "the" in front, or with past and
// coming, they are counted from the document's day. The last day and the next day belong to another event.
func (s *scanner) calendar(c cue, next int, g Grain) int {
	if !c.shifted || g <= Day {
		return next - 1
	}
	first := c.first
	above, found := s.before(first)
	if found && above.says("article", "0") && g != Quarter || c.value == "past" || c.value == "coming" {
		return s.rolling(c, next, g, 1)
	}
	t := Time{Grain: g}
	if s.anchored {
		t = unitAt(s.pub, g, c.shift)
	}
	if found && above.is("article") {
		above, found = s.before(above.first)
	}
	if found && above.is("edge") {
		first = above.first
		if s.anchored {
			sharpen(&t, above, s.pub)
		}
	}
	return s.add(first, next, t, "calendar")
}

// rolling reads the past two weeks, the next several weeks, the coming days: counted from the document's day.
func (s *scanner) rolling(c cue, next int, g Grain, n int) int {
	dir := c.shift
	if dir == 0 || g < Hour {
		return next - 1
	}
	first := c.first
	if a, ok := s.before(first); ok && a.says("article", "0") {
		first = a.first
	}
	if g == Hour {
		g, n = Day, (n+23)/24
	}
	t := Time{Grain: g, Approx: true}
	switch {
	case !s.anchored:
	case dir > 0:
		return s.horizon(first, next, g, n)
	case n > 0:
		t.From, t.To = add(s.pub, g, -n), days(s.pub, 1)
	}
	return s.add(first, next, t, "rolling")
}

// within reads "within weeks" as a horizon, unless it is told of the past or of another event.
func (s *scanner) within(first, next int, g Grain, n int) int {
	if c, ok := s.at(next); g < Hour || ok && c.says("prep", "of") {
		return next - 1
	}
	if g == Hour {
		g, n = Day, (n+23)/24
	}
	if s.tense(first, next) == tensePast {
		return next - 1
	}
	return s.horizon(first, next, g, n)
}

// horizon appends what lies within n units from the document's day, without an end where n is 0.
func (s *scanner) horizon(first, next int, g Grain, n int) int {
	t := Time{Grain: g, Bound: Within, Open: true, Approx: true}
	if s.anchored {
		t.From = s.pub
		if n > 0 {
			t.To = days(add(s.pub, g, n), 1)
		}
	}
	return s.put(first, next, t, "horizon")
}

// restOf reads the end of the year, later in the week: a part of the unit that the document's day lies in.
func (s *scanner) restOf(first, next int, g Grain) int {
	if c, ok := s.before(first); ok && c.says("article", "0") {
		first = c.first
	}
	e, ok := s.before(first)
	if !ok || !e.is("edge") || e.value == "early" && g == Week || g <= Day {
		return next - 1
	}
	t := Time{Grain: g}
	if s.anchored {
		t = unitAt(s.pub, g, 0)
		sharpen(&t, e, s.pub)
	}
	return s.add(e.first, next, t, "calendar")
}

// weekend reads Saturday and Sunday: the last one that has begun, the next one under a verb in the future.
func (s *scanner) weekend(i, next int) int {
	c, found := s.before(i)
	first, shift := i, ""
	switch {
	case found && c.is("shift"):
		first, shift = c.first, c.value
	case found && (c.says("article", "0") || c.says("prep", "on")):
	default:
		return i
	}
	if elsewhere(shift) {
		return i
	}
	if c, ok := s.at(next); ok && c.says("prep", "of") && c.next < s.hi && (s.g.Tokens[c.next].Class == text.Number || s.g.Has(c.next, lexicon.Months)) {
		return i // the weekend of 7 March
	}
	t := Time{Grain: Day}
	if s.anchored {
		sat := days(s.pub, 6-weekday(s.pub)) // of this week
		sat = days(sat, s.weekendOff(shift, first, next))
		t.From, t.To = sat, days(sat, 2)
	}
	return s.add(first, next, t, "weekend")
}

func (s *scanner) weekendOff(shift string, first, next int) int {
	begun := weekday(s.pub) >= 6
	switch shift {
	case "last", "past":
		return -7
	case "next":
		return 7
	case "coming":
		return 0
	}
	tense := s.tense(first, next)
	switch {
	case begun, tense == tenseFuture, shift == "this" && tense != tensePast:
		return 0
	}
	return -7
}

// ordinalCentury reads "the 19th century" and "the nineteenth century".
func (s *scanner) ordinalCentury(i int) (t Time, first int, ok bool) {
	c, found := s.before(i)
	switch {
	case found && c.is("ordinal"):
		return century(c.n), c.first, true
	case found && c.is("suffix") && s.glued(c.first):
		if n, ok := s.plain(c.first - 1); ok && n > 0 && n <= 22 && c.first-1 >= s.floor {
			return century(n), c.first - 1, true
		}
	}
	return Time{}, i, false
}

// ordinalQuarter reads "the third quarter of 2024", "first half of last year". Without a year it may be that of a match.
func (s *scanner) ordinalQuarter(i, next int, value string) (first, after int, t Time, ok bool) {
	c, found := s.before(i)
	if !found || !c.is("ordinal") {
		return i, next, t, false
	}
	n := c.n
	if cue, isCue := s.at(next); isCue && cue.is("fiscal") {
		next = cue.next
	}
	y, after, ok := s.yearBehind(next, true)
	switch {
	case !ok:
		return i, next, t, false
	case value == "half" && n <= 2:
		return c.first, after, half(y, n), true
	case value == "quarter" && n <= 4:
		return c.first, after, quarter(y, n), true
	}
	return i, next, t, false
}

// period reads Q3 and H1, with or without a year: without one, the last that has begun.
func (s *scanner) period(i, next int, value string) int {
	n := int(value[1] - '0')
	y, after, ok := s.yearBehind(next, false)
	if !ok && i > s.floor {
		if y, ok = s.yearAt(i - 1); ok {
			i--
		}
	}
	of := quarter
	if value[0] == 'h' {
		of = half
	}
	if !ok && next < s.hi {
		if end := s.fiscalYear(next); end > next { // whose months only the firm knows
			return s.add(i, end, Time{Grain: Quarter}, "quarter")
		}
	}
	if !ok && !s.anchored {
		return s.add(i, next, Time{Grain: Quarter}, "quarter")
	}
	if !ok {
		y, after = s.pub.Year(), next
		if of(y, n).From.After(s.pub) && s.tense(i, next) != tenseFuture {
			y--
		}
	}
	return s.add(i, max(after, next), of(y, n), "quarter")
}

// fiscalYear returns the token behind a business year at token i, or i: FY26, fiscal 2026.
func (s *scanner) fiscalYear(i int) int {
	if c, ok := s.at(i); ok && c.is("fiscal") {
		if _, ok := s.yearAt(c.next); ok {
			return c.next + 1
		}
		return i
	}
	if s.g.Tokens[i].Class != text.Word || !s.g.Tokens[i].Is(text.HasDigit) {
		return i
	}
	n, sent := len(s.dst), s.floor
	end := s.fiscalWord(i)
	s.dst, s.floor = s.dst[:n], sent
	return end
}

// season reads this winter, the summer of 2023, in the spring.
func (s *scanner) season(i, next int, value string) int {
	c, found := s.before(i)
	first, shift := i, ""
	e := cue{cueRow: &noRow}
	if found && c.is("shift") {
		first, shift = c.first, c.value
		c, found = s.before(first)
	}
	if found && c.is("edge") {
		e, first = c, c.first
	}
	y, after, dated := s.yearBehind(next, false)
	if !dated && shift == "" && !s.inSeason(c, found) || elsewhere(shift) {
		return i
	}
	start := map[string]int{"spring": spring, "summer": summer, "autumn": autumn, "winter": winter}[value]
	t := Time{Grain: Season}
	switch {
	case dated:
		t, next = season(y, start), after
	case s.anchored:
		t = season(s.seasonYear(start, shift, first, next), start)
	}
	sharpen(&t, e, s.pub)
	return s.add(first, next, t, "season")
}

// inSeason reports whether the words before a season call for one: in the spring, in winter, during the summer.
func (s *scanner) inSeason(c cue, found bool) bool {
	if found && c.says("article", "0") {
		c, found = s.before(c.first)
	}
	return found && c.is("prep") && (c.value == "in" || c.value == "since" || c.value == "by" || c.value == "until")
}

// seasonYear returns the year a season without year begins in. This winter is the one that goes on or comes next,
// in spring the one that just ended; last summer is the one of the year before.
func (s *scanner) seasonYear(start int, shift string, first, next int) int {
	y, m := s.pub.Year(), int(s.pub.Month())
	if start == winter && m <= 5 {
		y--
	}
	this := season(y, start)
	switch shift {
	case "this":
		return y
	case "last":
		if start == winter && !this.To.After(s.pub) {
			return y
		}
		return y - 1
	case "past":
		if !this.From.After(s.pub) {
			return y
		}
		return y - 1
	case "next", "coming":
		if this.From.After(s.pub) {
			return y
		}
		return y + 1
	}
	ahead := this.From.After(s.pub)
	switch future := s.tense(first, next) == tenseFuture; {
	case ahead && !future:
		return y - 1
	case future && !this.To.After(s.pub):
		return y + 1
	}
	return y
}

// holiday reads a feast: its last one, under a verb in the future the next.
func (s *scanner) holiday(i, next int, value string) int {
	m, _ := atoi(value[:2])
	d, _ := atoi(value[3:])
	t := Time{Grain: Day}
	first, y := i, 0
	c, found := s.before(i)
	shifted := found && c.is("shift") && !elsewhere(c.value)
	if shifted {
		first = c.first
	}
	after, ok := next, false
	if y, after, ok = s.yearBehind(next, true); ok {
		next = after
	} else if y, ok = s.yearSoon(next); ok {
		// its year stands a few words on
	} else if s.anchored {
		y = s.holidayYear(date(s.pub.Year(), m, d), c, shifted, first, next)
	}
	if y > 0 {
		t = day(date(y, m, d))
	}
	return s.add(first, next, t, "holiday")
}

// yearSoon reads the year that is told a few words behind a feast: the Boxing Day earthquake and tsunami in 2004.
func (s *scanner) yearSoon(i int) (int, bool) {
	for k := i; k < s.hi && k < i+yearTokens; k++ {
		switch s.g.Tokens[k].Class {
		case text.Word, text.QuoteMark:
		case text.Number:
			y, ok := s.plain(k)
			c, told := s.before(k)
			return y, ok && told && c.is("prep") && y >= 1000 && y < 2100
		default:
			return 0, false
		}
	}
	return 0, false
}

// yearTokens is how far behind a feast its year may stand.
const yearTokens = 7

func (s *scanner) holidayYear(this time.Time, c cue, shifted bool, first, next int) int {
	y := this.Year()
	tense := s.tense(first, next)
	if shifted {
		tense = shiftTense(c.shift)
	}
	switch {
	case tense == tensePast && this.After(s.pub):
		return y - 1
	case tense == tenseFuture && this.Before(s.pub):
		return y + 1
	case tense == tenseNone:
		return y + nearest(s.pub, this)
	}
	return y
}
