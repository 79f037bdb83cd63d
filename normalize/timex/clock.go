package timex

import (
	"strings"
	"time"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A clock is a mention of a time of day that still lacks its day.
type clock struct {
	at      int // index of scanner.dst
	minutes int // after midnight
	offset  int // minutes east of Greenwich, without summer time
	dst     string
	zoned   bool
}

// clockAt reads 7:37, 7.30pm, 10 p.m., 0737 GMT at token i.
func (s *scanner) clockAt(i int, w string) int {
	h, m, next, grain := 0, 0, i+1, Minute
	colon, seconds := false, false
	switch n, plain := atoi(w); {
	case plain && len(w) <= 2 && s.byteAt(i+1) == ':' && s.glued(i+1) && s.glued(i+2):
		mm, ok := s.plain(i + 2)
		if !ok || s.g.Tokens[i+2].End-s.g.Tokens[i+2].Start != 2 {
			return i
		}
		h, m, next, colon = n, mm, i+3, true
		if s.byteAt(next) == ':' && s.glued(next) && s.glued(next+1) {
			if _, ok := s.plain(next + 1); ok {
				next, seconds = next+2, true
			}
		}
	case plain && len(w) <= 2:
		h, grain = n, Hour
	case plain && (len(w) == 4 || len(w) == 3 && w[0] != '0'):
		h, m = n/100, n%100
	case len(w) == 4 && w[1] == '.':
		h, _ = atoi(w[:1])
		m, _ = atoi(w[2:])
	case len(w) == 5 && w[2] == '.':
		h, _ = atoi(w[:2])
		m, _ = atoi(w[3:])
	default:
		return i
	}
	meridiem := false
	if c, ok := s.at(next); ok && c.is("meridiem") && h >= 1 && h <= 12 {
		h, next, meridiem = h%12+c.n, s.pastDot(c.next), true
	} else if n, ok := s.sharedMeridiem(next, h); ok && (m > 0 || s.atClock(i)) && h >= 1 && h <= 12 {
		h, meridiem = h%12+n, true
	}
	if h > 23 || m > 59 {
		return i
	}
	_, _, zoned := s.zone(next)
	if end, ok := s.fourDigits(i, w); ok && !meridiem {
		return s.clock(i, end, 60*h+m, grain)
	}
	if _, n, ok := s.numericZone(next); ok && colon && n > next {
		zoned = true
	}
	if seconds && !meridiem && !zoned && s.lasting(i) {
		return i // won in 2:05:43
	}
	if !meridiem && !(zoned && grain == Minute) && !(colon && s.atClock(i)) || !meridiem && !zoned && h >= 1 && h <= 12 && s.partBehind(next) {
		return i // the part of the day says which half is meant
	}
	return s.clock(i, next, 60*h+m, grain)
}

// fourDigits reports whether the digits w at token i are a time of day as the army and the police write it, and returns the token behind
// it: at 2315 hours, 0430 hrs.
func (s *scanner) fourDigits(i int, w string) (next int, ok bool) {
	if len(w) != 4 || w[1] == '.' || w[2] == '.' || w[2] > '5' {
		return i, false
	}
	c, ok := s.before(i)
	if ok && c.is("approx") && w[0] != '0' {
		c, ok = s.before(c.first)
	}
	if w[0] != '0' && !(ok && c.says("prep", "at")) {
		return i, false // 2000 hours of work
	}
	if s.lasts(i - 1) {
		return i, false // it lasted 0130 hours
	}
	u, next, ok := s.word(i + 1)
	if of, some := s.at(next); some && of.says("prep", "of") {
		return i, false // failed at 1200 hours of operation
	}
	return next, ok && u.is("units") && u.grain == Hour
}

// lasts reports whether token i is a verb that tells how long something went on.
func (s *scanner) lasts(i int) bool {
	if i < s.lo || !s.g.Has(i, lexicon.Measures) {
		return false
	}
	var buf [4]lexicon.Row
	for _, r := range s.g.Rows(buf[:0], i, lexicon.Measures) {
		if r.Field(colMeasureUse) == "verb" && r.Field(colMeasureDims) == "duration" {
			return true
		}
	}
	return false
}

// Columns of measures.tsv.
const (
	colMeasureUse  = 1
	colMeasureDims = 2
)

// numericZone reads a zone in digits at token i, and returns the minutes east of Greenwich: +0100, -05:30.
func (s *scanner) numericZone(i int) (minutes, next int, ok bool) {
	sign := s.byteAt(i)
	if sign != '+' && sign != '-' || !s.glued(i+1) {
		return 0, i, false
	}
	n, plain := s.plain(i + 1)
	if !plain {
		return 0, i, false
	}
	next = i + 2
	h, m := n/100, n%100
	if s.g.Tokens[i+1].Span().Len() == 2 && s.byteAt(next) == ':' && s.glued(next) && s.glued(next+1) {
		if m, plain = s.plain(next + 1); !plain {
			return 0, i, false
		}
		h, next = n, next+2
	} else if s.g.Tokens[i+1].Span().Len() != 4 {
		return 0, i, false
	}
	if h > 14 || m > 59 || m%15 != 0 {
		return 0, i, false
	}
	minutes = 60*h + m
	if sign == '-' {
		minutes = -minutes
	}
	return minutes, next, true
}

// hoursEast reads how far a zone is from the one it is told by, behind token i: UTC+3, GMT-5.
func (s *scanner) hoursEast(i int) (minutes, next int, ok bool) {
	if s.glued(i) {
		if minutes, next, ok = s.numericZone(i); ok {
			return minutes, next, true
		}
	}
	sign := s.byteAt(i)
	n, plain := s.plain(i + 1)
	if sign != '+' && sign != '-' || !s.glued(i) || !s.glued(i+1) || !plain || n > 14 {
		return 0, i, false
	}
	if sign == '-' {
		n = -n
	}
	return 60 * n, i + 2, true
}

// sharedMeridiem returns the half of the day that a clock joined to the one of hour h that ends before token i tells for both: 3.12 and 4.05 a.m., but
// not 11.30 and 1 p.m.
func (s *scanner) sharedMeridiem(i, h int) (int, bool) {
	if c, ok := s.at(i); !ok || !c.is("join") {
		return 0, false
	}
	if i+1 >= s.hi || s.g.Tokens[i+1].Class != text.Number {
		return 0, false
	}
	w := s.g.Word(i + 1)
	later, ok := atoi(w[:len(w)-len(strings.TrimLeft(w, "0123456789"))])
	if !ok || later%12 < h%12 {
		return 0, false
	}
	c, ok := s.at(i + 2)
	return c.n, ok && c.is("meridiem")
}

// partBehind reports whether a part of the day stands at token i, with or without a preposition, an article and a weekday before it.
func (s *scanner) partBehind(i int) bool {
	for range 2 {
		if c, ok := s.at(i); ok && (c.is("prep") || c.is("article")) {
			i = c.next
		}
	}
	if _, _, ok := s.named(i, "day"); ok {
		i++
	}
	w, next, ok := s.word(i)
	return ok && (w.is("part") || w.is("daypart") && next > i+1)
}

// pastDot steps over the dot that ends "p. m." where it is a token of its own.
func (s *scanner) pastDot(i int) int {
	if s.byteAt(i) == '.' && s.glued(i) && i+1 < s.hi && s.g.Tokens[i-1].End-s.g.Tokens[i-1].Start == 1 {
		return i + 1
	}
	return i
}

// atClock reports whether the word before token i calls for a time of day: at 7:37, by 19:00.
func (s *scanner) atClock(i int) bool {
	c, ok := s.before(i)
	return ok && (c.is("prep") || c.is("approx"))
}

// lasting reports whether the word before token i leads how long something took rather than when it was.
func (s *scanner) lasting(i int) bool {
	c, ok := s.before(i)
	return ok && c.is("prep") && (c.value == "in" || c.value == "within" || c.value == "of")
}

// zone reads the time zone at token i, behind a bracket or a comma or not.
func (s *scanner) zone(i int) (row lexicon.Row, next int, ok bool) {
	mark := s.byteAt(i)
	if mark == '(' || mark == ',' {
		i++
	}
	if i >= s.hi {
		return row, i, false
	}
	row, next, ok = s.longest(i, lexicon.TimeZones)
	return row, next, ok && !(mark == ',' && row.Field(colOffset) == localZone) // at 9 p.m., local people came
}

// localZone is the offset of a zone that the text does not tell.
const localZone = "local"

// clock appends a time of day without a day; dateClocks gives it the one it stands beside.
func (s *scanner) clock(first, next, minutes int, grain Grain) int {
	c := clock{at: len(s.dst), minutes: minutes}
	t := Time{Grain: grain, Local: true, Minute: int16(minutes)}
	if row, n, ok := s.zone(next); ok {
		next = n
		if off, ok := atoi(row.Field(colOffset)); ok {
			if east, end, ok := s.hoursEast(next); ok && off == 0 {
				off, next = east, end
			}
			c.offset, c.dst, c.zoned, t.Local, t.Offset = off, row.Field(colDST), true, false, int16(off)
		}
		t.Wall = t.Local
	} else if off, n, ok := s.numericZone(next); ok {
		next = n
		c.offset, c.dst, c.zoned, t.Local, t.Offset = off, "none", true, false, int16(off)
	}
	s.clocks = append(s.clocks, c)
	return s.add(first, next, t, "clock")
}

// dateClocks resolves each time of day by the day told in its sentence, the nearest one before it or behind it.
func (s *scanner) dateClocks() {
	for _, c := range s.clocks {
		m := &s.dst[c.at]
		d, ok := s.dayNear(c.at)
		if !ok {
			continue
		}
		from := d.Add(time.Duration(c.minutes) * time.Minute)
		if c.zoned {
			off := c.offset
			if summerTime(c.dst, d) {
				off += 60
			}
			from = from.Add(-time.Duration(off) * time.Minute)
		}
		m.Value.From, m.Value.To = from, from.Add(time.Minute)
		if m.Value.Grain == Hour {
			m.Value.To = from.Add(time.Hour)
		}
	}
}

// clockTokens is how far a day may stand from the time of day it belongs to.
const clockTokens = 12

func (s *scanner) dayNear(at int) (time.Time, bool) {
	m := &s.dst[at]
	best, gap := time.Time{}, clockTokens+1
	if at+1 < len(s.dst) {
		if n := &s.dst[at+1]; dayLike(n) && (!s.longPast(n) || n.First-m.Last <= besideTokens) && int(n.First-m.Last) < gap && !s.sentenceBetween(int(m.Last), int(n.First)) {
			best, gap = midnight(n.Value.From), int(n.First-m.Last)
		}
	}
	for k := at + 1; gap > clockTokens && k+1 < len(s.dst) && k <= at+2 && s.dst[k].Value.Clock(); k++ { // at noon ET (5 p.m. in London) on Tuesday
		if n := &s.dst[k+1]; dayLike(n) && !s.longPast(n) && int(n.First-m.Last) < gap && !s.sentenceBetween(int(m.Last), int(n.First)) {
			best, gap = midnight(n.Value.From), int(n.First-m.Last)
		}
	}
	if at > s.base {
		if p := &s.dst[at-1]; dayLike(p) && (!s.longPast(p) || m.First-p.Last <= besideTokens) && int(m.First-p.Last) < gap && !s.sentenceBetween(int(p.Last), int(m.First)) {
			best, gap = midnight(p.Value.From), int(m.First-p.Last)
		}
	}
	if s.dayLater(int(m.Last)) { // landed at 00:40 the next day
		if k := at - 1; k >= s.base && gap <= clockTokens {
			best = days(best, 1)
		}
	}
	if gap > clockTokens && s.sameDay(int(m.Last)) {
		return s.dayTold(at)
	}
	return best, gap <= clockTokens
}

// toldMentions is how many times back the day that "that day" speaks of may have been told.
const toldMentions = 4

// dayTold returns the last day that was told before a time of day in its paragraph.
func (s *scanner) dayTold(at int) (time.Time, bool) {
	for k := at - 1; k >= max(s.base, at-toldMentions); k-- {
		p := &s.dst[k]
		if s.lineBetween(int(p.Last), int(s.dst[at].First)) {
			break
		}
		if dayLike(p) {
			return midnight(p.Value.From), true
		}
	}
	return time.Time{}, false
}

// lineBetween reports whether a line begins behind token a, up to token b: what is told there may be of another day.
func (s *scanner) lineBetween(a, b int) bool {
	for i := a; i <= b; i++ {
		if s.g.Tokens[i].Is(text.LineBefore) {
			return true
		}
	}
	return false
}

// sameDay reports whether "that day" stands behind a time of day that ends before token i: at 2:47 p.m. that day.
func (s *scanner) sameDay(i int) bool {
	for range 2 {
		if c, ok := s.at(i); ok && (c.is("prep") || c.is("article")) {
			i = c.next
		}
	}
	c, ok := s.at(i)
	if !ok || !c.says("shift", "same") {
		return false
	}
	w, _, ok := s.word(c.next)
	return ok && (w.says("unit", "day") || w.is("part"))
}

// dayLater reports whether "the next day" or the like stands behind a time of day that ends before token i.
func (s *scanner) dayLater(i int) bool {
	if c, ok := s.at(i); ok && c.is("prep") {
		i = c.next
	}
	if c, ok := s.at(i); ok && c.says("article", "0") {
		i = c.next
	}
	c, ok := s.at(i)
	if !ok || !c.is("shift") || c.value != "next" && c.value != "other" {
		return false
	}
	w, _, ok := s.word(c.next)
	return ok && (w.says("unit", "day") || w.is("part"))
}

// besideTokens is how far a day of long ago may stand from its time of day: launched on June 3, 2015, it fell silent at 03:17 GMT.
const besideTokens = 2

// longPast reports whether a day lies more than a year before the document.
func (s *scanner) longPast(m *Mention) bool {
	return s.anchored && m.Value.From.Before(days(s.pub, -366))
}

func dayLike(m *Mention) bool {
	g := m.Value.Grain
	return m.Value.Resolved() && (g == Day && m.Value.To.Sub(m.Value.From) <= 24*time.Hour || g == PartOfDay)
}

// sentenceBetween reports whether a sentence ends between two tokens, the second of which may begin the next one.
func (s *scanner) sentenceBetween(a, b int) bool {
	if b < len(s.g.Tokens) && s.g.Tokens[b].Is(text.BlankBefore) {
		return true
	}
	for i := a; i < b; i++ {
		k := &s.g.Tokens[i]
		if k.Is(text.BlankBefore) || k.Class == text.Stop && i+1 < len(s.g.Tokens) && s.g.Tokens[i+1].Is(text.SpaceBefore|text.Capital) {
			return true
		}
	}
	return false
}
