package timex

import (
	"time"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A partial is a date as far as it was told: zero is not told.
type partial struct {
	first, next int // tokens
	y, m, d, d2 int // d2: last day of a range
	wd          int // weekday, 1 for Monday

	also [maxAlso]int32 // tokens of the days that are joined to d from before, the last one first
	more int            // how many
}

// maxAlso is how many days may be joined to one before a month.
const maxAlso = 6

// monthDate reads the date around the month n at token i.
func (s *scanner) monthDate(i, n int, weak bool) int {
	p := partial{first: i, next: i + 1, m: n}
	s.dayBefore(&p)
	s.dayAndYear(&p, p.d == 0)
	if p.d == 0 && p.y == 0 {
		n := len(s.dst)
		next := s.monthAlone(p, weak)
		if len(s.dst) > n {
			if c, ok := s.at(int(s.dst[n].First)); !ok || !c.is("shift") {
				s.open, s.openAt = p, len(s.dst)
			}
		}
		return next
	}
	if p.d > 0 && !s.plausible(p) {
		return i
	}
	for n := p.more - 1; n >= 0; n-- { // 3, 5 and 7 May
		at := int(p.also[n])
		d, next, _ := s.dayAt(at)
		s.finish(partial{first: at, next: next, y: p.y, m: p.m, d: d})
	}
	return s.finish(p)
}

// plausible rejects the 31st of February.
func (s *scanner) plausible(p partial) bool {
	y := p.y
	if y == 0 {
		y = 2024 // a leap year
	}
	return validDay(y, p.m, p.d) && (p.d2 == 0 || p.d2 > p.d && validDay(y, p.m, p.d2))
}

// dayBefore reads "10", "10th of" and "10-12" before the month.
func (s *scanner) dayBefore(p *partial) {
	i := p.first - 1
	if c, ok := s.before(p.first); ok && c.says("prep", "of") {
		i = c.first - 1
		if s.spelledDay(p, c.first) {
			return
		}
	}
	if c, ok := s.before(i + 1); ok && c.is("suffix") && s.glued(c.first) {
		i = c.first - 1
	}
	if i < s.floor {
		return
	}
	d, _, ok := s.dayAt(i)
	if !ok || (s.byteAt(i-1) == '$' || s.byteAt(i-1) == ':') && s.glued(i) {
		return
	}
	p.first, p.d = i, d
	if s.byteAt(i-1) == '-' {
		s.firstDay(p, i-2)
		return
	}
	c, ok := s.before(i)
	switch {
	case ok && c.says("prep", "until"):
		s.firstDay(p, c.first-1)
	case ok && c.is("join"):
		if d1, _, ok := s.dayAt(c.first - 1); ok && (d1+1 == d || s.isBetween(c.first-1)) && s.byteAt(c.first-2) != ',' {
			s.firstDay(p, c.first-1)
			return
		}
		s.joinedDays(p, c.first-1)
	}
}

// spelledDay reads the day of "the eighteenth of July", whose "of" is token i.
func (s *scanner) spelledDay(p *partial, i int) bool {
	c, ok := s.before(i)
	if !ok || !c.is("ordinal") || c.n < 1 || c.n > 31 || c.first < s.floor || p.next < s.hi && s.g.Tokens[p.next].Class == text.Clitic {
		return false // the second of May's two strikes
	}
	if the, ok := s.before(c.first); !ok || !the.says("article", "0") {
		return false
	}
	p.first, p.d = c.first, c.n
	return true
}

// firstDay makes the day at token i the first of a range that ends with the one before the month: 10-12 May, 10 to 12 May, 10 and 11 May.
func (s *scanner) firstDay(p *partial, i int) {
	if c, ok := s.before(i + 1); ok && c.is("suffix") && s.glued(c.first) {
		i = c.first - 1
	}
	if i < s.floor {
		return
	}
	if d, _, ok := s.dayAt(i); ok && d < p.d {
		p.first, p.d, p.d2 = i, d, p.d
	}
}

// joinedDays notes the days that a list names before the last one, from token i on backwards: 3, 5 and 7 May.
func (s *scanner) joinedDays(p *partial, i int) {
	last := p.d
	for i >= s.floor && p.more < maxAlso {
		d, _, ok := s.dayAt(i)
		if !ok || d >= last {
			return
		}
		p.also[p.more], last = int32(i), d
		p.more++
		if s.byteAt(i-1) != ',' {
			return
		}
		i -= 2
	}
}

// dayAndYear reads what follows the month: "10", "10-12", ", 2024", "of 2024", "last year".
func (s *scanner) dayAndYear(p *partial, wantDay bool) {
	j := s.pastStop(p.next)
	if wantDay && s.dayAfter(p, j) {
		j = p.next
	}
	if y, next, ok := s.yearBehind(j, p.d > 0); ok {
		p.y, p.next = y, next
	}
}

// pastStop steps over the full stop of an abbreviation when something of the date can follow.
func (s *scanner) pastStop(j int) int {
	if s.byteAt(j) == '.' && s.glued(j) && j+1 < s.hi {
		return j + 1
	}
	return j
}

func (s *scanner) dayAfter(p *partial, j int) bool {
	d, next, ok := s.dayAt(j)
	if !ok || !s.g.Tokens[j].Is(text.SpaceBefore) || s.notADay(next) {
		return false
	}
	if c, ok := s.before(p.first); ok && s.monthOnly(c) {
		if _, _, ok := s.yearBehind(next, true); !ok && next == j+1 {
			return false // in March 20 people died
		}
	}
	p.d, p.next = d, next
	k := next + 1
	c, isCue := s.at(next)
	joined := isCue && c.is("join")
	if s.byteAt(next) != '-' && !joined && !(isCue && c.says("prep", "until")) {
		return true
	}
	if isCue {
		k = c.next
	}
	if d2, n2, ok := s.dayAt(k); ok && d2 > d && !s.notADay(n2) && (!joined || (d2 == d+1 || s.isBetween(p.first)) && !s.thing(n2)) {
		p.d2, p.next = d2, n2
	}
	return true
}

// isBetween reports whether the day at token first is the first of two that something lies between.
func (s *scanner) isBetween(first int) bool {
	c, ok := s.before(first)
	return ok && c.says("prep", "between")
}

// thing reports whether a word that a number can count stands at token j: May 3 and 4 houses.
func (s *scanner) thing(j int) bool {
	return j < s.hi && s.g.Tokens[j].Class == text.Word && !s.g.Has(j, lexicon.Function) && !s.g.Has(j, lexicon.TimeCues)
}

// monthOnly reports whether a month without a day must follow: in March.
func (s *scanner) monthOnly(c cue) bool {
	return c.says("prep", "in")
}

// notADay reports whether what stands at token j makes the number before it a clock time or an amount.
func (s *scanner) notADay(j int) bool {
	switch s.byteAt(j) {
	case ':':
		return s.glued(j) && j+1 < s.hi && s.g.Tokens[j+1].Class == text.Number && s.glued(j+1)
	case '%':
		return true
	}
	if c, ok := s.at(j); ok && c.is("meridiem") {
		return true
	}
	return s.glued(j) && j < s.hi && s.g.Tokens[j].Class == text.Word || s.isUnit(j)
}

func (s *scanner) isUnit(j int) bool {
	return j < s.hi && s.g.Has(j, lexicon.Units) && s.g.Tokens[j].Class == text.Word && !s.g.Tokens[j].Is(text.Capital) && !s.g.Has(j, lexicon.TimeCues)
}

// yearBehind reads ", 2024", "2024", "of 2024", "last year" at token j.
func (s *scanner) yearBehind(j int, comma bool) (y, next int, ok bool) {
	if s.byteAt(j) == ',' {
		if y, ok := s.yearAt(j + 1); ok && (comma || y > 1900) {
			return y, j + 2, true
		}
		return 0, j, false
	}
	if y, ok := s.yearAt(j); ok && !s.isUnit(j+1) {
		return y, j + 1, true
	}
	c, isCue := s.at(j)
	if isCue && c.says("prep", "of") {
		j = c.next
		if y, ok := s.yearAt(j); ok {
			return y, j + 1, true
		}
		c, isCue = s.at(j)
	}
	if !isCue || !c.is("shift") || !s.anchored {
		return 0, j, false
	}
	if w, next, ok := s.word(c.next); ok && w.says("unit", "year") && c.shifted {
		return s.pub.Year() + c.shift, next, true
	}
	return 0, j, false
}

// shifts are how many units away last, this and next are.
var shifts = map[string]int{"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}

// finish resolves a date with a day or a year and appends it.
func (s *scanner) finish(p partial) int {
	e := s.edge(p.first)
	first := p.first
	if e.is("edge") {
		first = e.first
	}
	if p.y > 0 {
		s.lendYear(first, p)
	} else if p.wd == 0 {
		s.open, s.openAt = p, len(s.dst)+1
	}
	if p.d == 0 {
		t := month(p.y, p.m)
		sharpen(&t, e, s.pub)
		return s.add(first, p.next, t, "month")
	}
	if p.y == 0 {
		p.y = s.yearOf(p)
	}
	t := Time{Grain: Day, Weekday: int8(p.wd)}
	if p.y > 0 && validDay(p.y, p.m, p.d) {
		t.From, t.To = date(p.y, p.m, p.d), days(date(p.y, p.m, max(p.d, p.d2)), 1)
	}
	if p.d2 > 0 {
		return s.put(p.first, p.next, t, "date") // from 22 to 24 May is no since
	}
	return s.add(p.first, p.next, t, "date")
}

// lendYear gives the year of the date p, which starts at token first, to the date before it that is joined to it and has none: between March and June
// 2022, from 28 December to 4 January 2025.
func (s *scanner) lendYear(first int, p partial) {
	n := len(s.dst)
	if n == s.base || s.openAt != n {
		return
	}
	m := &s.dst[n-1]
	j := int(m.Last)
	if c, ok := s.at(j); ok && (c.is("join") || c.says("prep", "until") || c.says("prep", "closing")) {
		j = c.next
	} else if s.byteAt(j) == '-' {
		j++
	} else {
		return
	}
	if j != first {
		return
	}
	y, o := p.y, s.open
	if o.m > p.m || o.m == p.m && o.d > p.d && p.d > 0 {
		y--
	}
	v := &m.Value
	switch {
	case v.Resolved():
		by := y - v.From.Year()
		v.From, v.To = v.From.AddDate(by, 0, 0), v.To.AddDate(by, 0, 0)
	case o.d == 0:
		t := month(y, o.m)
		v.From, v.To = t.From, t.To
	case validDay(y, o.m, o.d):
		v.From, v.To = date(y, o.m, o.d), days(date(y, o.m, max(o.d, o.d2)), 1)
	}
}

// yearOf finds the year of a day that came without one: the one whose weekday fits, the latest before the
// document's date under a verb in the past, the next one under one in the future, else the nearest.
func (s *scanner) yearOf(p partial) int {
	if !s.anchored {
		return 0
	}
	y := s.pub.Year()
	if p.wd > 0 {
		for _, n := range [...]int{0, -1, 1} {
			if validDay(y+n, p.m, p.d) && weekday(date(y+n, p.m, p.d)) == p.wd {
				return y + n
			}
		}
	}
	this := date(y, p.m, p.d)
	switch s.tense(p.first, p.next) {
	case tensePast:
		if s.stands(p.first) {
			if this.Before(s.pub) {
				return y + 1
			}
			return y
		}
		if this.After(days(s.pub, 1)) && (this.After(days(s.pub, soon)) || s.over(p.first)) {
			return y - 1
		}
		return y
	case tenseFuture:
		if this.Before(days(s.pub, -soon)) {
			return y + 1
		}
		return y
	}
	return y + nearest(s.pub, this)
}

// soon is within how many days a day without a year is that of this year, if the verb beside it need not be its own.
const soon = 60

// over reports whether what is told of a day before token first has been: no comma sets the day apart, it is not what something lasts or is put off to, and no verb before it
// is one of the future: what they would close and shut on Aug. 31 has not been.
func (s *scanner) over(first int) bool {
	if s.until(first) {
		return false
	}
	if c, ok := s.before(first); ok && c.is("prep") {
		first = c.first
	}
	if first > s.lo && s.g.Tokens[first-1].Class == text.Comma {
		return false
	}
	quoted, past := s.g.Tokens[first].Flags&text.InQuote, false
	for i := first - 1; i >= max(s.lo, first-tenseTokens); i-- {
		if s.g.Tokens[i].Flags&text.InQuote != quoted {
			continue
		}
		switch s.verb(i) {
		case tensePast:
			past = true
		case tenseFuture:
			if !past || s.foresees(i) { // who plays for Lund, was arrested on Aug. 31
				return false
			}
		}
	}
	return true
}

// foresees reports whether the word at token i puts what follows into the future by itself: would, is to, and not the present of what is on the calendar, nor if.
func (s *scanner) foresees(i int) bool {
	c, ok := s.at(i)
	return !ok || c.is("future") && !c.says("future", "open")
}

// nearest returns -1, 0 or 1: by how many years a day of this year must move to be nearest to pub.
func nearest(pub, this time.Time) int {
	switch gap := this.Sub(pub).Hours() / 24; {
	case gap > 182:
		return -1
	case gap < -183:
		return 1
	}
	return 0
}

// monthAlone reads a month without day or year: last December, in March, mid-September.
func (s *scanner) monthAlone(p partial, weak bool) int {
	c, found := s.before(p.first)
	e := cue{cueRow: &noRow}
	if found && c.is("edge") {
		e, found = c, true
		p.first = c.first
		c, found = s.before(p.first)
	}
	shift := ""
	if found && c.is("shift") {
		shift, p.first = c.value, c.first
		if inner, ok := s.before(c.first); ok && inner.is("edge") {
			e, p.first = inner, inner.first
		}
	}
	cued := e.kind != "" || shift != "" || found && c.is("prep") || s.joinedMonth(p)
	if a, ok := s.attributive(p); ok && a.n == 0 {
		cued = true
	}
	if !cued && (weak || s.looksLikeName(p)) || elsewhere(shift) || s.givenName(p) {
		return p.next - 1
	}
	t := Time{Grain: Month}
	if s.anchored {
		t = month(s.pub.Year(), p.m)
		t = month(s.pub.Year()+s.yearsOff(p, shift), p.m)
		sharpen(&t, e, s.pub)
	}
	return s.add(p.first, p.next, t, "month")
}

// joinedMonth reports whether another month is joined to this one: January and March.
func (s *scanner) joinedMonth(p partial) bool {
	if _, ok := s.at(p.next); ok {
		return false
	}
	n := len(s.dst)
	return n > s.base && int(s.dst[n-1].Last)+1 == p.first && s.dst[n-1].Value.Grain == Month
}

// looksLikeName reports whether a month stands beside a capital like a person's name: April Ryan.
func (s *scanner) looksLikeName(p partial) bool {
	capital := func(i int) bool {
		return i >= s.lo && i < s.hi && s.g.Tokens[i].Class == text.Word && s.g.Tokens[i].Is(text.Capital) && !s.g.Has(i, lexicon.Function)
	}
	return capital(p.next) || p.first-1 > s.lo && capital(p.first-1)
}

// givenName reports whether a month of three letters is the given name of who is told behind it: Jan van Goyen, by Jan Kral.
func (s *scanner) givenName(p partial) bool {
	k := &s.g.Tokens[p.next-1]
	if k.End-k.Start > shortMonth || !s.g.Has(p.next-1, lexicon.Given) || p.next >= s.hi {
		return false
	}
	if row, ok := s.g.Row(p.next, lexicon.NameWords); ok && row.Field(0) == "particle" && !s.g.Tokens[p.next].Is(text.Capital) {
		return p.next+1 < s.hi && s.g.Tokens[p.next+1].Is(text.Capital)
	}
	return s.looksLikeName(p) && s.g.Tokens[p.next].Is(text.Capital)
}

// shortMonth is how many letters a month has that is written short.
const shortMonth = 3

// yearsOff returns how many years from the document's a month without year lies.
func (s *scanner) yearsOff(p partial, shift string) int {
	m := int(s.pub.Month())
	switch shift {
	case "this":
		return 0
	case "last": // the last one that was over when the document's month began
		if p.m < m {
			return 0
		}
		return -1
	case "past":
		if p.m <= m {
			return 0
		}
		return -1
	case "next", "coming":
		if p.m > m {
			return 0
		}
		return 1
	}
	tense := s.tense(p.first, p.next)
	if c, ok := s.attributive(p); ok && (c.n == 0 || (p.m-m+12)%12 <= nearMonths) {
		tense = tenseNone
	}
	switch tense {
	case tensePast:
		if p.m > m {
			return -1
		}
		return 0
	case tenseFuture:
		if p.m < m {
			return 1
		}
		return 0
	}
	switch ahead := (p.m - m + 12) % 12; { // months until it comes again
	case p.m > m && ahead > 5:
		return -1
	case p.m < m && ahead <= 5:
		return 1
	}
	return 0
}

// nearMonths is how many months ahead what is told of without being known may lie: whether a July cut was likely, but not in a September report.
const nearMonths = 2

// attributive returns the article of a month that stands before what it dates: the November election, a July cut.
func (s *scanner) attributive(p partial) (cue, bool) {
	c, ok := s.before(p.first)
	if !ok || !c.is("article") || p.next >= s.hi {
		return c, false
	}
	k := &s.g.Tokens[p.next]
	w, timed := s.at(p.next)
	return c, k.Class == text.Word && !k.Is(text.Capital) && (!timed && !s.g.Has(p.next, lexicon.TimeCues) || w.says("past", "verb")) // a July cut
}

// edge returns the cue before a date that picks a part of it.
func (s *scanner) edge(first int) cue {
	c, ok := s.before(first)
	if ok && c.is("article") {
		c, ok = s.before(c.first)
	}
	if !ok || !c.is("edge") {
		return cue{cueRow: &noRow}
	}
	return c
}

// sharpen cuts a time down to the part that an edge names: the first half for early, the middle half,
// the second half for late; what is earlier ends with the document's day, what is later begins behind it.
func sharpen(t *Time, e cue, pub time.Time) {
	if e.kind == "" || !t.Resolved() {
		return
	}
	span := int(t.To.Sub(t.From).Hours() / 24)
	switch e.value {
	case "early", "start":
		t.To = days(t.From, (span+1)/2)
	case "late", "end":
		t.From = days(t.From, span/2)
	case "mid":
		t.From, t.To = days(t.From, span/4), days(t.From, span-span/4)
	case "earlier":
		if end := days(pub, 1); end.After(t.From) && end.Before(t.To) {
			t.To = end
		}
		return
	case "later":
		if from := days(pub, 1); from.After(t.From) && from.Before(t.To) {
			t.From = from
		}
		return
	}
	t.Approx = true
}
