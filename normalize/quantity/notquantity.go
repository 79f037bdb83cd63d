package quantity

import (
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// noAmount tells a number that is no amount: a date, a clock time, a score, a label, a part of a name.
// It returns the token to go on from.
func (s *scanner) noAmount(a *amount) (next int, no bool) {
	if a.form == inDigits {
		return s.digitsNoAmount(a)
	}
	i := a.first
	if a.form == inWords && !a.scaled && i > s.begin {
		// Chapter Two, Group of Seven
		if s.toks[i].Is(text.Capital) && !s.toks[i].Is(text.AllCaps) && s.prose() && s.toks[i-1].Class == text.Word {
			return a.next, true
		}
		if s.labelBefore(i) && !s.plural(min(a.next, s.end-1)) {
			return a.next, true
		}
	}
	return 0, false
}

// prose reports whether the sentence is running text, where a capital says that a word is part of a name.
func (s *scanner) prose() bool {
	lower := 0
	for j := s.begin; j < s.end && j < s.begin+4*lookAhead && lower < 3; j++ {
		if s.toks[j].Class == text.Word && !s.toks[j].Is(text.Capital) {
			lower++
		}
	}
	return lower == 3
}

// skipChain returns the token behind digits that make no number: 192.168.1.2, 10.09.2024.
func (s *scanner) skipChain(i int) int {
	if !s.is(i, text.Number) {
		return i + 1
	}
	j := i + 1
	for s.joined(j) && (s.is(j, text.Number) || s.is(j, text.Hyphen) || s.is(j, text.Dash) || s.is(j, text.Symbol) && (s.at(j, '/') || s.at(j, '^')) || s.is(j, text.Comma) && s.at(j, ':') && s.joined(j+1)) {
		j++
	}
	s.done = j
	return j
}

func (s *scanner) digitsNoAmount(a *amount) (next int, no bool) {
	i, j := a.first, a.next
	if a.money != nil {
		return 0, false
	}
	if s.stamp(i, j) {
		return j, true
	}
	if end := s.decadeOfLife(a); end > j {
		return end, true
	}
	if s.joined(j) && s.is(j, text.Word) { // 96th, 1990s, 3G, 24703L202
		if _, _, ok := s.unitAt(a); !ok || s.labelBefore(i) {
			return s.skipWord(j), true
		}
	}
	if s.joined(i) && s.is(i, text.Number) && s.gluedBefore(i) {
		return s.skipChain(i), true
	}
	if end := s.dialled(i); end > j {
		s.done = end
		return end, true
	}
	if s.minuteOfPlay(i) {
		return j + 1, true
	}
	if s.code(i) {
		return s.skipChain(i), true
	}
	if s.clock(j) || s.chain(j) {
		return s.skipChain(i), true
	}
	if s.date(i, j) {
		return j, true
	}
	bounded := s.bounded(i)
	if _, _, ok := s.unitAt(a); ok && !(a.plainYear() && s.is(j, text.Word) && s.toks[j].Is(text.Capital) && !s.toks[j].Is(text.AllCaps)) {
		return 0, false
	}
	if s.rangeMark(j) {
		if b, _, u, ok := s.rangeEnd(a, &noUnit, j); ok && (u.ID != "" || b.scaled) {
			return 0, false
		}
	}
	if s.year(a) && !(bounded && !s.link(i-1, isYear)) {
		return s.yearSpan(j), true
	}
	if s.labelBefore(i) {
		return s.labels(j), true
	}
	if s.personBefore(i, j) {
		return 0, false
	}
	if !bounded && !a.scaled && a.value.Exp >= 0 && s.nameBefore(i) && !s.counted(j) && !s.gapped(a) {
		return j, true
	}
	if !bounded && a.value.Exp == 0 && a.value.Mant < 1000 && s.nounBefore(i) && !s.counted(j) && !s.is(j, text.Hyphen) {
		return s.labels(j), true
	}
	if s.bracketedAlone(i, j) || s.listNumber(i, j) {
		return j, true
	}
	if s.score(i, j) {
		return s.skipChain(i), true
	}
	return 0, false
}

// minuteOfPlay reports whether the digits at i tell behind a name when somebody scored: Okafor 23', 67' (pen); Mthembu 90+4'.
func (s *scanner) minuteOfPlay(i int) bool {
	prime := func(j int) bool {
		return s.joined(j) && (s.at(j, '\'') || s.g.Word(j) == "’" || s.g.Word(j) == "′") && !(s.joined(j+1) && s.is(j+1, text.Number))
	}
	added := func(j int) bool { return s.at(j, '+') && s.joined(j) && s.joined(j+1) && s.is(j+1, text.Number) }
	end := i + 1
	if added(end) {
		end += 2
	}
	if !s.is(i, text.Number) || !prime(end) || !s.playTime(i) {
		return false
	}
	p := i - 1
	if s.at(p, '(') || s.at(p, '+') {
		p--
	}
	if s.is(p, text.Number) {
		p--
	}
	if s.is(p, text.Word) {
		return s.toks[p].Is(text.Capital) && !s.toks[p].Is(text.AllCaps) && !s.has(p, lexicon.Function) && !s.has(p, lexicon.Measures)
	}
	return s.at(p, ',') && prime(p-1)
}

// playTime reports whether a game can go on for as many minutes as the digits at i tell.
func (s *scanner) playTime(i int) bool {
	if s.toks[i].Span().Len() > 3 {
		return false // 29,031' high
	}
	n, err := strconv.Atoi(s.g.Word(i))
	return err == nil && n <= mostMinutes
}

// mostMinutes is how many minutes a game has at most, with those of its extra time.
const mostMinutes = 130

// mostDigits is how many digits are written without a separator at most where they are an amount in quotation marks: more are the number of an account or of a
// message, as pages have them in their tags.
const mostDigits = 12

// code reports whether the digits at i begin with a zero that no amount has, 0147, 0800, or are too many for one.
func (s *scanner) code(i int) bool {
	if !s.is(i, text.Number) {
		return false
	}
	w := s.g.Word(i)
	return len(w) > 2 && (w[0] == '0' || len(w) > mostDigits && s.is(i-1, text.QuoteMark)) && strings.Trim(w, "0123456789") == ""
}

// leastDialled is how many digits a telephone number of another country has at least.
const leastDialled = 7

// dialled returns the token behind a telephone number that begins at token i, or i: +45 70 12 34 56, +1 (212) 555 0147, 0800 123 4567.
func (s *scanner) dialled(i int) int {
	abroad := s.at(i-1, '+') && s.joined(i)
	if !abroad && !s.code(i) {
		return i
	}
	groups, digits, end := 1, s.toks[i].Span().Len(), i+1
	for j := end; j < s.end && j < i+lookAhead && !s.toks[j].Is(text.LineBefore); j++ {
		switch {
		case s.is(j, text.Number) && strings.Trim(s.g.Word(j), "0123456789") == "":
			groups, digits, end = groups+1, digits+s.toks[j].Span().Len(), j+1
		case s.is(j, text.Hyphen), s.is(j, text.Bracket):
		default:
			j = s.end
		}
	}
	if groups < 3 && !(groups == 2 && !abroad) {
		return i
	}
	if abroad && (digits < leastDialled || s.starts(end).Has(lexicon.Units) && !s.has(end, lexicon.Function) || s.counted(end)) {
		return i // +12 14 16 degrees
	}
	return end
}

// skipWord returns the token behind a word that is glued to digits, with what is glued to it in turn.
func (s *scanner) skipWord(j int) int {
	for s.joined(j) && (s.is(j, text.Word) || s.is(j, text.Number) || (s.is(j, text.Hyphen) || s.at(j, '.') && s.is(j+1, text.Number)) && s.joined(j+1)) {
		j++
	}
	s.done = j
	return j
}

// stamp reports whether the digits at token i are a time of day with a stop in it which stands alone over an entry of a live
// report: 15.37.
func (s *scanner) stamp(i, j int) bool {
	if i != s.begin || j != s.end || i == 0 && j == len(s.toks) || s.toks[i].End-s.toks[i].Start != stampLetters || j != i+1 {
		return false
	}
	w := s.g.Word(i)
	return w[2] == '.' && (w[0] < '2' || w[0] == '2' && w[1] < '4') && w[3] < '6'
}

// stampLetters is how many letters such a time has.
const stampLetters = 5

// gluedBefore reports whether the digits at i are the tail of a name: Fath-360, F-16, COVID-19, TA-35.
func (s *scanner) gluedBefore(i int) bool {
	if s.is(i-1, text.Hyphen) {
		p := i - 2
		if !s.is(p, text.Word) {
			return false
		}
		if _, _, ok := s.boundBefore(i); ok {
			return false
		}
		if s.has(p, lexicon.Measures) && !s.toks[p].Is(text.Capital) { // a magnitude-6.1 quake
			return false
		}
		return !s.has(p, lexicon.Function) && s.num(p).class == 0
	}
	return s.is(i-1, text.Word) || s.at(i-1, '#') || s.at(i-1, '_') || s.at(i-1, '@')
}

// clock reports whether the digits are a time of day or a lap time: 9:35, 5 pm, 10.45pm.
func (s *scanner) clock(j int) bool {
	if s.at(j, ':') && s.joined(j) && s.joined(j+1) && s.is(j+1, text.Number) {
		return true
	}
	return s.linkEnd(j, isClock) > j
}

// chain reports whether the digits are part of a chain of digits: 555-0199-22, 10/09/2024, 2024-09-10.
func (s *scanner) chain(j int) bool {
	n := 0
	for k := j; s.joined(k) && s.joined(k+1) && (s.is(k, text.Hyphen) || s.at(k, '/')) && s.is(k+1, text.Number); k += 2 {
		n++
	}
	return n > 1
}

// date reports whether a month stands beside the digits: March 29, 29 March, 29th of March.
func (s *scanner) date(i, j int) bool {
	whole := s.toks[i].End-s.toks[i].Start <= 2
	if i > s.begin && s.month(i-1) {
		return true
	}
	if s.at(i-1, '.') && i-2 >= s.begin && s.month(i-2) && !(s.is(i-3, text.Number) && s.rangeMark(j)) { // until 19 Feb. 10-20 cm of snow
		return true
	}
	return whole && (j < s.end && s.month(j) || s.is(j, text.Hyphen) && j+1 < s.end && s.month(j+1))
}

// month reports whether token j is the name of a month; May and March need their capital.
func (s *scanner) month(j int) bool {
	m := s.links(j) & (isMonth | isNamedMonth)
	return m&isMonth != 0 || m != 0 && s.toks[j].Is(text.Capital)
}

// year reports whether an amount is a year: four bare digits of a plausible size without anything counted.
func (s *scanner) year(a *amount) bool {
	i := a.first
	k := &s.toks[i]
	if a.next != i+1 || k.End-k.Start != 4 || a.value.Exp != 0 || a.value.Mant < 1000 || a.value.Mant > 2199 {
		return false
	}
	if a.value.Mant > 2050 {
		return s.link(i-1, isYear) && !s.counted(a.next)
	}
	if a.value.Mant >= 1900 && a.value.Mant <= 2050 {
		return true
	}
	if s.link(i-1, isYear) && !s.counted(a.next) {
		return true
	}
	return a.value.Mant >= 1500 && !s.counted(a.next) && !s.is(a.next, text.Hyphen)
}

// plainYear reports whether the amount may be a year of our time.
func (a *amount) plainYear() bool {
	return a.value.Exp == 0 && 1900 <= a.value.Mant && a.value.Mant <= 2050 && !a.scaled && a.money == nil
}

// yearSpan returns the token behind the rest of a span of years: 2012–13, 2014 to 2016.
func (s *scanner) yearSpan(j int) int {
	if (s.is(j, text.Hyphen) || s.is(j, text.Dash) || s.link(j, linkTo) || s.at(j, '/')) && s.is(j+1, text.Number) {
		if n := s.toks[j+1].End - s.toks[j+1].Start; n == 4 || n == 2 && !s.link(j, linkTo) {
			return j + 2
		}
	}
	return j
}

// labelBefore reports whether the number at i names rather than counts: Resolution 2231, No. 5, Part 3.
func (s *scanner) labelBefore(i int) bool {
	p := i
	if s.at(i-1, '.') {
		p--
	}
	f := s.linkBefore(p, isLabel)
	if f == p {
		return false
	}
	if s.toks[f].Class == text.Symbol {
		return true
	}
	return s.toks[f].Is(text.Capital) || !s.counted(s.next(i))
}

// phraseAround returns the token behind a phrase that has the number at i in it but is no number, or i: Group of Seven.
func (s *scanner) phraseAround(i int) int {
	for at := max(s.begin, i-4); at <= i && s.led.Has(lexicon.NonQuantity); at++ {
		for _, p := range s.g.Phrases(at) {
			if p.Mask.Has(lexicon.NonQuantity) && int(p.Last) > i && int(p.Last) <= s.end && s.phraseLinks(p)&isPhrase != 0 {
				return int(p.Last)
			}
		}
	}
	if s.is(i, text.Number) && s.link(i, isPhrase) {
		return i + 1
	}
	return i
}

// labels returns the token behind the numbers that go on a list of labels: Tables 12 and 13, claims 7 to 9.
func (s *scanner) labels(j int) int {
	for range lookAhead {
		k := j
		if s.is(k, text.Comma) && s.at(k, ',') {
			k++
		}
		if s.link(k, linkAnd) || s.link(k, linkOr) || s.link(k, linkTo) || s.is(k, text.Hyphen) || s.is(k, text.Dash) {
			k++
		}
		if k == j || !s.is(k, text.Number) || s.toks[k].End-s.toks[k].Start > 3 || s.counted(k+1) || s.joined(k+1) && s.is(k+1, text.Word) {
			return j
		}
		if k+1 < s.end && (s.is(k+1, text.Symbol) || s.starts(k+1).Has(lexicon.Units) && !s.has(k+1, lexicon.Function)) {
			return j
		}
		j = k + 1
		s.done = j
	}
	return j
}

// nounBefore reports whether a common noun in the singular stands right before the digits at i, which then
// tell which one is meant: outlet port 44.
func (s *scanner) nounBefore(i int) bool {
	return s.is(i-1, text.Word) && !s.toks[i-1].Is(text.Capital) && !s.toks[i].Is(text.LineBefore) && s.nouns(i-1)&(onlyNoun|many) == onlyNoun &&
		!s.has(i-1, lexicon.Function) && !s.link(i-1, linkAge)
}

func (s *scanner) next(i int) int {
	if i+1 < s.end {
		return i + 1
	}
	return i
}

// nameBefore reports whether a name stands right before the digits at i, so that they are a part of it: Apollo 11.
func (s *scanner) nameBefore(i int) bool {
	p := i - 1
	if p < s.begin || s.toks[p].Class != text.Word || !s.toks[p].Is(text.Capital) || s.toks[i].Is(text.LineBefore) {
		return false
	}
	return !s.has(p, lexicon.Function) && !s.link(p, isGap) && s.prose()
}

// gapped reports whether a number behind a name takes over the verb and the noun of the one before it in the sentence: won 52 seats and the
// Greens 21. Small numbers behind a name are rather parts of it.
func (s *scanner) gapped(a *amount) bool {
	if len(s.dst) == s.first || a.value.Cmp(Int(leastGapped)) < 0 || a.next < s.end && !s.is(a.next, text.Stop) && !s.at(a.next, ',') && !s.at(a.next, ';') {
		return false
	}
	before := &s.dst[len(s.dst)-1]
	if int(before.First) < s.begin || before.Value.bare() || before.Value.Unit.Dimension == dimDuration {
		return false
	}
	i := a.first - 1
	for i > s.begin && i > a.first-4 && s.is(i, text.Word) && s.toks[i].Is(text.Capital) {
		i--
	}
	if s.fn(i, fnDefinite) {
		i--
	}
	return s.link(i, linkAnd) || s.at(i, ',') || s.at(i, ';')
}

// leastGapped is the least number that stands for an amount without anything behind it.
const leastGapped = 20

// counted reports whether something that can be counted stands at token j.
func (s *scanner) counted(j int) bool {
	for k := j; k < s.end && k < j+3; k++ {
		if !s.is(k, text.Word) || s.has(k, lexicon.Function) || s.link(k, isStop) || s.toks[k].Is(text.Capital) {
			return false
		}
		if s.plural(k) {
			return true
		}
	}
	return false
}

// bracketedAlone reports whether the digits stand alone between brackets: [12], (22).
func (s *scanner) bracketedAlone(i, j int) bool {
	return s.is(i-1, text.Bracket) && s.is(j, text.Bracket)
}

// listNumber reports whether the digits number an item of a list: "1. The committee".
func (s *scanner) listNumber(i, j int) bool {
	if i == s.begin && j-i == 1 && strings.Contains(s.g.Word(i), ".") && j+1 < s.end && s.has(j, lexicon.Function) && s.toks[j].Is(text.Capital) {
		return true // 4.2 The Borrower shall
	}
	if i != s.begin || j-i != 1 || !(s.at(j, '.') || s.at(j, ')')) || s.toks[j].Is(text.SpaceBefore) {
		return false
	}
	return j+1 < s.end || j+1 < len(s.toks) && !s.toks[j+1].Is(text.BlankBefore)
}

// score reports whether the digits are one side of a score, a vote or a model number: 2-1, 737-800.
func (s *scanner) score(i, j int) bool {
	if s.is(i-1, text.Hyphen) && s.is(i-2, text.Number) {
		return true
	}
	if !(s.is(j, text.Hyphen) || s.is(j, text.Dash)) || !s.joined(j) || !s.joined(j+1) || !s.is(j+1, text.Number) {
		return false
	}
	b := amount{first: j + 1}
	if !s.digits(&b, j+1) {
		return true
	}
	if u, _, found := s.unitAt(&b); found && u.ID != "" || b.scaled {
		return false
	}
	if s.bounded(i) || s.linkBefore(i, linkBetween) < i || s.linkBefore(i, linkAge) < i {
		return false
	}
	if s.is(b.next, text.Hyphen) || !s.counted(b.next) {
		a := amount{first: i}
		return !s.digits(&a, i) || a.value.Exp == 0 && b.value.Exp == 0 || a.value.Cmp(b.value) >= 0
	}
	return false
}

// timed reports whether a time that was read before covers the mention. Spans of time and ages stay.
func (s *scanner) timed(m *Mention) bool {
	for len(s.times) > 0 && s.times[0].End <= m.Start {
		s.times = s.times[1:]
	}
	if len(s.times) > 0 && m.Value.Unit.ID == secondsOfTime.ID && s.times[0].Value.Clock() && s.times[0].Span.Contains(m.Span) {
		return true // at 11:42:13
	}
	if len(s.times) == 0 || m.Value.Kind == Age {
		return false
	}
	if m.Value.Unit.Dimension == dimDuration { // at 2315 hours
		return s.times[0].Value.Clock() && s.times[0].End == m.End
	}
	if m.Value.Unit.ID != "" {
		return s.times[0].Value.Clock() && s.times[0].Span.Contains(m.Span) // the 3 p of 3 p. m.
	}
	return s.times[0].Span.Overlaps(m.Span)
}

// codeAmount reads a currency code that is written on its number: Rs20, CAD3.03, RM42.
func (s *scanner) codeAmount(i int) int {
	var a amount
	if s.coded(&a, i) {
		return s.read(i)
	}
	return s.skipWord(i + 1)
}
