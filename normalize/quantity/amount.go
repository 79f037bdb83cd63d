package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// amount reads the number at token i, digits or words, with the money sign, the minus and the
// magnitude that belong to it.
func (s *scanner) amount(a *amount, i int) (ok bool) {
	*a = amount{first: i}
	switch k := &s.toks[i]; {
	case k.Class == text.Number:
		ok = s.digits(a, i)
	case k.Class == text.Word && k.Is(text.HasDigit):
		ok = s.coded(a, i)
	default:
		ok = s.spelled(a, i)
	}
	if !ok {
		return false
	}
	if a.form == inDigits || a.form == inWords {
		s.shareOf(a)
		s.saidAgain(a)
	}
	if a.value.Mant > 0 && s.minus(a) {
		a.value = a.value.Neg()
	}
	return true
}

// saidAgain takes digits in brackets along that say a number in words again before what it counts: thirty (30) days.
func (s *scanner) saidAgain(a *amount) {
	j := a.next
	if a.form != inWords || !s.at(j, '(') || !s.is(j+1, text.Number) || !s.at(j+2, ')') {
		return
	}
	if v, ok := readDigits(s.g.Word(j + 1)); ok && v.Cmp(a.value) == 0 {
		a.next, a.stop = j+3, int(s.toks[j+2].End)
	}
}

// numberEnds reports whether nothing at token j can go on a number that stands before it: no more digits, no magnitude, no fraction, no share.
// That is so for most numbers, and saves them the rules that look for each of these.
func (s *scanner) numberEnds(j int) bool {
	if j >= s.end {
		return true
	}
	if s.g.Starts(j)&(1<<lexicon.Numbers|linkTables) != 0 {
		return false
	}
	switch k := &s.toks[j]; k.Class {
	case text.Word:
		return k.Is(text.SpaceBefore) && s.body[k.Start]|0x20 != 'x'
	case text.Stop, text.Bracket, text.QuoteMark, text.Clitic, text.Dash:
		return true
	case text.Comma:
		return !s.is(j+1, text.Number)
	}
	return false
}

// digits reads a number in digits: 1,200.5 · 12 000 · 2 1/2 · 3½ · 1.2bn · $3 trillion · 1.3e6 · 6 × 10^4.
func (s *scanner) digits(a *amount, i int) bool {
	v, ok := readDigits(s.g.Word(i))
	if !ok {
		return false
	}
	a.form, a.value, a.next = inDigits, v, i+1
	a.start, a.stop = int(s.toks[i].Start), int(s.toks[i].End)
	if s.lap(a, i) {
		return true
	}
	ends := s.numberEnds(a.next)
	if !ends {
		s.thousandsApart(a)
	}
	at := i
	if s.joined(i) && s.joined(i-1) && s.minusSign(i-1) { // $-50.8bn
		at--
	}
	if u, first, ok := s.moneyBefore(at); ok {
		a.money, a.first, a.start = u, first, int(s.toks[first].Start)
		if at < i {
			a.value = a.value.Neg()
		}
	}
	if ends {
		return a.value.inRange()
	}
	return s.magnified(a)
}

// magnified reads what goes on digits: a fraction, a power of ten, a magnitude. It is false for what makes them no number.
func (s *scanner) magnified(a *amount) bool {
	if !s.slashed(a) {
		return false
	}
	if s.raised(a.next) && s.joined(a.next) {
		if !s.power(a) {
			return false
		}
	} else {
		s.exponent(a)
	}
	s.suffix(a)
	if !a.value.inRange() {
		return false
	}
	s.scale(a)
	if f, next, ok := s.andPart(a.next); ok && a.value.Exp == 0 {
		a.value, a.next = a.value.add(f), next
		s.scale(a)
	}
	a.stop = int(s.toks[a.next-1].End)
	return true
}

// coded reads an amount whose currency is written on its digits: Rs20, CAD3.03, USD10m, $US160 million.
func (s *scanner) coded(a *amount, i int) bool {
	w := s.g.Word(i)
	n := 0
	for n < len(w) && (w[n] < '0' || w[n] > '9') {
		n++
	}
	d := n
	for d < len(w) && '0' <= w[d] && w[d] <= '9' {
		d++
	}
	if n == 0 || n > 4 || d == n {
		return false
	}
	start, first := int(s.toks[i].Start), i
	if s.joined(i) && s.is(i-1, text.Symbol) {
		first, start = i-1, int(s.toks[i-1].Start)
	}
	unit := s.currency(s.body[start : int(s.toks[i].Start)+n])
	if unit == nil {
		return false
	}
	letter := n == 1 && unit.Open
	next, end := i+1, int(s.toks[i].Start)+d
	if d == len(w) {
		for k := next; k-i < lookAhead && s.joined(k) && (s.is(k, text.Stop) || s.is(k, text.Comma)) && s.joined(k+1) && s.is(k+1, text.Number); k += 2 {
			next, end = k+2, int(s.toks[k+1].End)
		}
	}
	v, ok := readDigits(s.body[int(s.toks[i].Start)+n : end])
	if !ok {
		return false
	}
	*a = amount{first: first, next: next, start: start, stop: end, value: v, form: inDigits, money: &unit.Unit}
	if d < len(w) {
		suf, ok := s.g.Lex.Find(lexicon.Numbers, w[d:])
		if !ok {
			return false
		}
		n := numRows.Of(suf)
		if n.class != clSuffix && n.class != clScale {
			return false
		}
		a.value, a.scaled, a.stop = a.value.mul(n.value), true, int(s.toks[i].End)
	} else {
		s.suffix(a)
		s.scale(a)
		a.stop = int(s.toks[a.next-1].End)
	}
	if letter && !a.scaled && s.typeOf(a.next) {
		return false // N500 bags
	}
	return !letter || a.scaled || a.value.Exp < 0 || a.value.Cmp(Int(leastLettered)) >= 0
}

// typeOf reports whether a noun that is no time stands at token j, of which a letter and a number before it may tell the type.
func (s *scanner) typeOf(j int) bool {
	if !s.is(j, text.Word) || s.g.Mask(j)&(1<<lexicon.Function|1<<lexicon.TimeWords|1<<lexicon.TimeCues) != 0 {
		return false
	}
	return s.counted(j) || s.nouns(j)&nounFirst != 0
}

// leastLettered is the least sum that is written behind a letter which stands for other things as well: N500, but an N95 mask.
const leastLettered = 500

// currency returns the row of a sign or a code of money, or nil.
func (s *scanner) currency(form string) *unitRow {
	s.rows = s.g.Lex.FindAll(s.rows[:0], lexicon.Units, form)
	for _, r := range s.rows {
		if unit := unitRows.Of(r); unit.use == useSign || unit.use == useCode {
			return unit
		}
	}
	return nil
}

// thousandsApart joins groups of three digits that stand apart: 12 000, 1 234 567.
func (s *scanner) thousandsApart(a *amount) {
	n := int(s.toks[a.first].End - s.toks[a.first].Start)
	if s.at(a.next, ',') && s.joined(a.next) && s.is(a.next+1, text.Number) && s.g.Word(a.next+1) == "000" && n <= 3 && !s.joined(a.next+1) {
		a.value, a.next, a.stop = a.value.mul(Int(1000)), a.next+2, int(s.toks[a.next+1].End) // 10, 000 in tokenized text
		return
	}
	if n > 3 || a.value.Mant == 0 || a.value.Exp != 0 {
		return
	}
	for j := a.next; s.is(j, text.Number) && a.value.Mant < maxMant/10000; j++ {
		k := &s.toks[j]
		if k.End-k.Start != 3 && !(k.End-k.Start > 4 && s.body[k.Start+3] == '.') || k.Start-s.toks[j-1].End > 3 || k.Start == s.toks[j-1].End || k.Is(text.LineBefore) {
			return
		}
		v, ok := readDigits(s.g.Word(j))
		if !ok {
			return
		}
		a.value = Number{Mant: a.value.Mant, Exp: a.value.Exp + 3}.add(v)
		a.next, a.stop = j+1, int(k.End)
	}
}

// slashed reads the fraction of 3/4 and 2 1/2 and of 3½. It refuses 24/7, 9/11 and 3/4/2024.
func (s *scanner) slashed(a *amount) bool {
	j := a.next
	if s.is(j, text.Number) && s.body[s.toks[j].Start] >= 0xC2 && (s.joined(j) || a.value.Exp == 0) {
		if f, ok := readDigits(s.g.Word(j)); ok && f.Cmp(Int(1)) < 0 {
			a.value, a.next = a.value.add(f), j+1
		}
		return true
	}
	if s.is(j, text.Number) && s.slash(j+1) && s.is(j+2, text.Number) && !s.slash(j+3) && a.value.Exp == 0 {
		n, ok1 := readDigits(s.g.Word(j))
		d, ok2 := readDigits(s.g.Word(j + 2))
		if ok1 && ok2 && n.Exp == 0 && d.Exp == 0 && 0 < n.Mant && n.Mant < d.Mant && d.Mant <= 64 {
			a.value, a.next = a.value.add(n.over(d.Mant)), j+3
			return true
		}
	}
	if !s.slash(j) || !s.is(j+1, text.Number) {
		return true
	}
	d, ok := readDigits(s.g.Word(j + 1))
	if !ok || s.slash(j+2) || a.value.Exp != 0 || d.Exp != 0 || a.value.Mant >= d.Mant || a.value.Mant == 0 || d.Mant > 100 || s.at(a.first-1, '/') {
		return false
	}
	a.value, a.next, a.kind = a.value.over(d.Mant), j+2, Fraction
	return true
}

// slash reports whether a fraction bar stands at token j.
func (s *scanner) slash(j int) bool {
	return s.at(j, '/') || s.is(j, text.Symbol) && (s.g.Word(j) == "⁄" || s.g.Word(j) == "∕")
}

// minusSign reports whether token j is a minus, a hyphen or a dash that may stand for one.
func (s *scanner) minusSign(j int) bool {
	if s.is(j, text.Hyphen) || s.is(j, text.Dash) {
		return true
	}
	return s.is(j, text.Symbol) && s.g.Word(j) == "−"
}

// counts reports whether what is counted stands at token j: people, a currency, a weight.
func (s *scanner) counts(j int) bool {
	if !s.is(j, text.Word) || s.toks[j].Is(text.LineBefore) {
		return false
	}
	if s.link(j, isPerson) {
		return true
	}
	if !s.starts(j).Has(lexicon.Units) {
		return s.plural(j)
	}
	row, _, ok := s.g.Longest(j, lexicon.Units)
	return ok && row.Field(unitUse) == useWord && row.Field(unitDim) != dimLength
}

// minus takes the minus in front of an amount along, and reports whether there is one.
func (s *scanner) minus(a *amount) bool {
	j := a.first - 1
	if j < s.done || s.toks[j].Class == text.Word && !s.g.Starts(j).Has(lexicon.Numbers) {
		return false
	}
	if w := s.num(j); w.class == clSign && w.next == a.first && s.linkBefore(a.first, isTolerance) == a.first { // not: plus or minus
		a.first, a.start = j, int(s.toks[j].Start)
		return true
	}
	if s.is(j, text.Hyphen) && j-1 >= s.done && s.num(j-1).class == clSign { // minus-130
		a.first, a.start = j-1, int(s.toks[j-1].Start)
		return true
	}
	if s.toks[a.first].Is(text.SpaceBefore) || s.is(j, text.Hyphen) || !s.minusSign(j) || s.toks[j].End-s.toks[j].Start > 3 {
		return false
	}
	if j > s.begin && !s.toks[j].Is(text.SpaceBefore) && s.toks[j-1].Class != text.Bracket && s.toks[j-1].Class != text.Symbol && s.toks[j-1].Class != text.Comma {
		return false
	}
	if s.is(j, text.Dash) && s.g.Word(j) != "-" && s.g.Word(j) != "–" {
		return false
	}
	a.first, a.start = j, int(s.toks[j].Start)
	return true
}

// shareOf reads one in five, 3 out of 4, 1 over 3 as a share of one.
func (s *scanner) shareOf(a *amount) {
	j := s.linkEnd(a.next, linkShare)
	if j == a.next || a.scaled || a.kind != Cardinal || a.value.Exp != 0 || a.value.Mant <= 0 || a.value.Mant > 20 || a.money != nil {
		return
	}
	var d Number
	var next int
	if s.is(j, text.Number) {
		v, ok := readDigits(s.g.Word(j))
		if !ok || s.is(j+1, text.Hyphen) || s.joined(j+1) && (s.is(j+1, text.Word) || s.is(j+1, text.Symbol)) {
			return
		}
		d, next = v, j+1
	} else if w := s.num(j); w.class == clUnit || w.class == clTeen || w.class == clTy {
		d, next, _ = s.integer(j)
	} else {
		return
	}
	if d.Exp != 0 || d.Mant <= a.value.Mant || d.Mant > 1000 || s.link(next, isMonth) || s.starts(min(next, s.end-1)).Has(lexicon.Units) && next < s.end {
		return
	}
	if a.value.Mant > 1 && a.form == inDigits && !s.wordShare(a.next) {
		return
	}
	a.value, a.next, a.kind, a.form = a.value.over(d.Mant), next, Fraction, shared
	a.stop = int(s.toks[next-1].End)
}

// wordShare reports whether the words between the numbers say a share by themselves: out of.
func (s *scanner) wordShare(j int) bool { return s.linkEnd(j, linkShare)-j > 1 }
