package timex

import (
	"time"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// number reads the time that begins with or consists of the number at token i: 10.09.2024, 9/10/2024,
// 2024-09-10, 2014, 1990s, 2012-13, 7:37 p.m., 0737 GMT.
func (s *scanner) number(i int) int {
	g := s.g
	w := g.Word(i)
	if s.glued(i) && !s.canFollow(i) {
		return i
	}
	if len(w) >= 6 && len(w) <= 10 {
		return s.dotted(i, w)
	}
	if len(w) == 4 && w[1] != '.' && w[2] != '.' {
		if next := s.iso(i); next > i {
			return next
		}
	}
	if len(w) <= 2 {
		if next := s.slashed(i); next > i {
			return next
		}
		if next := s.shortDecade(i); next > i {
			return next
		}
	}
	_, hours := s.fourDigits(i, w)
	if len(w) <= 5 && (hours || !s.plainWord(i+1)) {
		if next := s.clockAt(i, w); next > i {
			return next
		}
	}
	if len(w) == 4 {
		return s.year(i)
	}
	return s.dayAlone(i)
}

// dayAlone reads a day of the month whose month is that of the document, or the one beside it, as the tense tells: on the 19th.
func (s *scanner) dayAlone(i int) int {
	d, next, ok := s.dayAt(i)
	if !ok || next == i+1 || !s.anchored || !s.phraseEnds(next) || s.byteAt(next) == '-' {
		return i
	}
	if c, ok := s.at(next); ok && (c.says("prep", "of") || c.is("join") && c.next < s.hi && s.g.Tokens[c.next].Class == text.Number) {
		return i // on the 19th of the holes, the 19th and last
	}
	the, ok := s.before(i)
	if !ok || !the.says("article", "0") {
		return i
	}
	if on, ok := s.before(the.first); !ok || !on.says("prep", "on") && !on.says("prep", "by") && !on.says("prep", "until") {
		return i
	}
	y, m := s.pub.Year(), int(s.pub.Month())
	switch s.tense(i, next) {
	case tenseFuture:
		if d < s.pub.Day() {
			m++
		}
	case tensePast:
		if d > s.pub.Day() {
			m--
		}
	default:
		return i
	}
	if m < 1 || m > 12 {
		y, m = y+(m-1+12)/12-1, (m-1+12)%12+1
	}
	if !validDay(y, m, d) {
		return i
	}
	return s.add(i, next, day(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)), "day")
}

// plainWord reports whether a word stands at token j that tells nothing of a time of day before it.
func (s *scanner) plainWord(j int) bool {
	return j < s.hi && s.g.Tokens[j].Class == text.Word && s.g.Starts(j)&(1<<lexicon.TimeCues|1<<lexicon.TimeZones) == 0
}

// canFollow reports whether a date may begin at a number that leans on what stands before it.
func (s *scanner) canFollow(i int) bool {
	switch k := &s.g.Tokens[i-1]; k.Class {
	case text.Bracket, text.QuoteMark, text.Dash, text.Clitic:
		return true
	case text.Hyphen: // mid-2024, pre-2014, Mid-1990s, but not Fath-2015
		c, ok := s.before(i)
		return ok && (c.is("edge") || c.is("prep")) || i > 1 && s.g.Tokens[i-2].Class == text.Number
	case text.Stop, text.Comma:
		return (k.Byte(s.g.Body) != '.' || k.End-k.Start > 1) && k.Byte(s.g.Body) != ':'
	}
	return false
}

// dotted reads 10.09.2024 and 10.09.24: the day first, unless the second number can be no month.
func (s *scanner) dotted(i int, w string) int {
	var f [3]int
	n, digits := 0, 0
	for k := range len(w) {
		switch c := w[k]; {
		case c >= '0' && c <= '9':
			f[n], digits = 10*f[n]+int(c-'0'), digits+1
		case c == '.' && n < 2 && digits > 0 && digits <= 2:
			n, digits = n+1, 0
		default:
			return i
		}
	}
	if n != 2 || digits != 4 && !(digits == 2 && w[1] != '.' && w[4] != '.') {
		return i
	}
	return s.numeric(i, i+1, f[2], f[1], f[0], digits)
}

// slashed reads 9/10/2024: the month first, as in the United States, unless the source's language is tagged with
// another region or the first number can be no month.
func (s *scanner) slashed(i int) int {
	if s.byteAt(i+1) != '/' || s.byteAt(i+3) != '/' || !s.glued(i+1) || !s.glued(i+2) || !s.glued(i+3) || !s.glued(i+4) {
		return i
	}
	a, ok := s.plain(i)
	b, ok2 := s.plain(i + 2)
	y, ok3 := s.plain(i + 4)
	if !ok || !ok2 || !ok3 {
		return i
	}
	digits := int(s.g.Tokens[i+4].End - s.g.Tokens[i+4].Start)
	if s.dayFirst() {
		a, b = b, a
	}
	return s.numeric(i, i+5, y, a, b, digits)
}

// dayFirst reports whether the source's language is tagged with a region that writes the day before the month.
func (s *scanner) dayFirst() bool {
	if s.g.Source == nil {
		return false
	}
	_, _, region := s.g.Source.Language.Raw()
	r := region.String()
	return r != "ZZ" && r != "US"
}

// numeric appends a date of three numbers; day and month change places when only that can be.
func (s *scanner) numeric(i, next, y, m, d, digits int) int {
	if m > 12 {
		m, d = d, m
	}
	switch digits {
	case 2:
		y += 2000
		if s.anchored && y > s.pub.Year()+20 {
			y -= 100
		}
	case 4:
	default:
		return i
	}
	if !validDay(y, m, d) || y < 1000 || y > 2199 {
		return i
	}
	return s.add(i, next, day(date(y, m, d)), "numeric date")
}

// iso reads 2024-09-10, with T07:37:00Z or not.
func (s *scanner) iso(i int) int {
	if s.byteAt(i+1) != '-' || s.byteAt(i+3) != '-' || !s.glued(i+1) || !s.glued(i+2) || !s.glued(i+3) || !s.glued(i+4) {
		return i
	}
	y, ok := s.yearAt(i)
	m, ok2 := s.plain(i + 2)
	d, ok3 := s.plain(i + 4)
	if !ok || !ok2 || !ok3 || !validDay(y, m, d) || s.g.Tokens[i+4].End-s.g.Tokens[i+4].Start != 2 {
		return i
	}
	return s.add(i, i+5, day(date(y, m, d)), "iso date")
}

// shortDecade reads '90s, whose mark may stand in a token of its own.
func (s *scanner) shortDecade(i int) int {
	if i == s.lo || s.g.Tokens[i].Is(text.SpaceBefore) || !s.plural(i+1) {
		return i
	}
	n, ok := s.plain(i)
	if !ok || n%10 != 0 || n < 20 {
		return i
	}
	first := i
	if c := s.g.Tokens[i-1].Class; c != text.Clitic && c != text.QuoteMark {
		return i
	}
	if first-1 >= s.floor {
		first--
	}
	return s.add(first, i+2, decade(1900+n), "decade")
}

// plural reports whether the ending of a decade is glued to the number before token j.
func (s *scanner) plural(j int) bool {
	c, ok := s.at(j)
	return ok && c.is("plural") && s.glued(j)
}

// year reads 2014, 1990s, 2012-13 and FY 2023.
func (s *scanner) year(i int) int {
	y, ok := s.yearAt(i)
	if !ok {
		return i
	}
	next := i + 1
	e := s.edge(i)
	first := i
	if y%10 == 0 && (s.plural(next) || s.apostrophed(i)) && !s.symbolBefore(i) {
		t := decade(y)
		if e.is("edge") {
			first = e.first
			sharpen(&t, e, s.pub)
		}
		return s.add(first, next+1, t, "decade")
	}
	t := year(y)
	switch end, after := s.lastYear(i, y); {
	case after > next:
		t.To, next = date(end+1, 1, 1), after
		if !s.yearContext(i, next) {
			return i
		}
	case !s.isYear(i, y):
		return i
	}
	if c, ok := s.before(i); ok && c.is("fiscal") {
		t.Approx, first = true, c.first
	}
	if e.is("edge") {
		first = e.first
		sharpen(&t, e, s.pub)
	}
	return s.add(first, next, t, "year")
}

// apostrophed reports whether the decade at token i is written with an apostrophe: the 1970's.
func (s *scanner) apostrophed(i int) bool {
	if i+1 >= s.hi || s.g.Tokens[i+1].Class != text.Clitic || s.g.Tokens[i+1].End-s.g.Tokens[i+1].Start < 2 {
		return false
	}
	c, ok := s.before(i)
	return ok && (c.says("article", "0") || c.is("edge"))
}

func (s *scanner) symbolBefore(i int) bool {
	return i > 0 && s.g.Tokens[i-1].Class == text.Symbol && s.glued(i)
}

// lastYear reads the second year of 2012-13, 2012–2015, 2012/13.
func (s *scanner) lastYear(i, y int) (end, next int) {
	c := s.byteAt(i + 1)
	if c != '-' && c != '/' || !s.glued(i+1) || !s.glued(i+2) {
		return y, i
	}
	if end, ok := s.yearAt(i + 2); ok && end > y && end < y+200 {
		return end, i + 3
	}
	if n, ok := s.plain(i + 2); ok && s.g.Tokens[i+2].End-s.g.Tokens[i+2].Start == 2 && n > y%100 && (c == '-' || n == y%100+1) {
		return y - y%100 + n, i + 3
	}
	return y, i
}

// isYear reports whether the number of four digits at token i is a year and not an amount.
func (s *scanner) isYear(i, y int) bool {
	c, ok := s.before(i)
	if y%100 == 0 && (!ok || c.is("approx")) && i > s.lo && s.g.Tokens[i-1].Class == text.Word {
		return false // more than 2000 were hurt
	}
	if y >= 1950 && y < 2050 {
		return s.yearContext(i, i+1) && !s.countsNext(i, y)
	}
	if y < 1400 || !s.yearContext(i, i+1) || s.countsNext(i, y) {
		return false
	}
	return ok && (c.is("prep") || c.is("approx") || c.is("edge") || c.is("fiscal")) || s.bracketed(i) || ok && c.is("article") && s.dates(i, y)
}

// bracketed reports whether the number at token i stands alone in brackets behind a name: "The Salt Road" (1911).
func (s *scanner) bracketed(i int) bool {
	if i-2 < s.lo || i+1 >= s.hi || s.byteAt(i-1) != '(' || s.byteAt(i+1) != ')' {
		return false
	}
	k := &s.g.Tokens[i-2]
	return k.Class == text.QuoteMark || k.Class == text.Word && k.Is(text.Capital)
}

// dates reports whether the number at token i, behind an article, tells the year of one thing: a 1911 landscape.
func (s *scanner) dates(i, y int) bool {
	if y%10 == 0 || i+1 >= s.hi {
		return false
	}
	k := &s.g.Tokens[i+1]
	return k.Class == text.Word && !k.Is(text.Capital) && !s.pluralLooking(i+1) && !s.g.Has(i+1, lexicon.Function)
}

// yearContext rejects what is a part of a longer number, an amount of money, a percentage, a number of something.
func (s *scanner) yearContext(i, next int) bool {
	g := s.g
	if i > s.lo {
		k := &g.Tokens[i-1]
		if k.Class == text.Symbol && k.Byte(g.Body) != '/' || g.Has(i-1, lexicon.NonQuantity) && !g.Has(i-1, lexicon.TimeCues) {
			return false
		}
		if k.Class == text.Hyphen && !s.canFollow(i) {
			return false
		}
	}
	if next >= s.hi {
		return true
	}
	k := &g.Tokens[next]
	if k.Class == text.Symbol && s.glued(next) || s.isUnit(next) {
		return false
	}
	if k.Class == text.Word && s.glued(next) {
		return false
	}
	if c, ok := s.at(next); ok && (c.is("count") || c.is("meridiem")) {
		return false
	}
	return !(k.Class == text.Stop && s.glued(next) && next+1 < s.hi && g.Tokens[next+1].Class == text.Number && s.glued(next+1))
}

// countsNext reports whether the number counts what follows: 2000 people. A year in front of a plural (the 2024
// elections) has a small word before it.
func (s *scanner) countsNext(i, y int) bool {
	if i+1 >= s.hi {
		return false
	}
	k := &s.g.Tokens[i+1]
	if k.Class != text.Word || k.Is(text.Capital) || s.g.Has(i+1, lexicon.Function) || s.g.Has(i+1, lexicon.TimeCues) {
		return false
	}
	c, ok := s.before(i)
	if y%100 == 0 {
		return !ok || c.is("approx") || !c.is("prep")
	}
	if !s.pluralLooking(i+1) || i == s.lo {
		return false
	}
	if ok && !c.is("approx") {
		return c.says("prep", "until") // up to 2020 homes
	}
	p := &s.g.Tokens[i-1]
	return p.Class == text.Word && (i-1 == s.lo || !p.Is(text.Capital))
}

// pluralLooking reports whether a word ends as the plural ending of the decade table does.
func (s *scanner) pluralLooking(i int) bool {
	w := s.g.Word(i)
	return len(w) > 2 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// fiscalWord reads FY2023 and FY23 at token i.
func (s *scanner) fiscalWord(i int) int {
	w := s.g.Word(i)
	k := len(w)
	for k > 0 && w[k-1] >= '0' && w[k-1] <= '9' {
		k--
	}
	if k == 0 || k > 3 || len(w)-k != 2 && len(w)-k != 4 {
		return i
	}
	row, ok := s.g.Lex.Find(lexicon.TimeCues, w[:k])
	if !ok || row.Field(colKind) != "fiscal" {
		return i
	}
	y, _ := atoi(w[k:])
	if y < 100 {
		y += 2000
	}
	if y < 1900 || y > 2199 {
		return i
	}
	t, next := year(y), i+1
	if end, ok := s.plain(i + 2); ok && (s.byteAt(next) == '/' || s.byteAt(next) == '-') && s.glued(next) && s.glued(next+1) && end%100 == (y+1)%100 {
		t.To, next = year(y+1).To, i+3 // FY2025/26
	}
	t.Approx = true
	return s.add(i, next, t, "fiscal year")
}
