package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// amount reads the number at token i, digits or words, with the money sign, the minus and the
// magnitude that belong to it.
func (s *scanner) amount(i int) (a amount, ok bool) {
	switch {
	case s.is(i, text.Number):
		a, ok = s.digits(i)
	case s.is(i, text.Word) && s.toks[i].Is(text.HasDigit):
		a, ok = s.coded(i)
	default:
		a, ok = s.spelled(i)
	}
	if !ok {
		return a, false
	}
	if a.form == inDigits || a.form == inWords {
		a, ok = s.shareOf(a)
		if !ok {
			return a, false
		}
	}
	if a.value.Mant > 0 && s.minus(&a) {
		a.value = a.value.Neg()
	}
	return a, true
}

// digits reads a number in digits: 1,200.5 · 12 000 · 2 1/2 · 3½ · 1.2bn · $3 trillion · 1.3e6 · 6 × 10^4.
func (s *scanner) digits(i int) (a amount, ok bool) {
	a = amount{first: i, form: inDigits}
	v, ok := readDigits(s.g.Word(i))
	if !ok {
		return a, false
	}
	a.next = i + 1
	a.start, a.stop = int(s.toks[i].Start), int(s.toks[i].End)
	a.value = v
	s.thousandsApart(&a)
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
	if !s.slashed(&a) {
		return a, false
	}
	if s.at(a.next, '^') && s.joined(a.next) {
		if !s.power(&a) {
			return a, false
		}
	} else {
		s.exponent(&a)
	}
	s.suffix(&a)
	if a.value.Exp > maxExp || a.value.Exp < -maxExp {
		return a, false
	}
	if !a.glued || s.is(a.next, text.Number) {
		a = s.scale(a)
	}
	if f, next, ok := s.andPart(a.next); ok && a.value.Exp == 0 {
		a.value, a.next = a.value.add(f), next
		a = s.scale(a)
	}
	a.stop = int(s.toks[a.next-1].End)
	return a, true
}

// coded reads an amount whose currency is written on its digits: Rs20, CAD3.03, USD10m, $US160 million.
func (s *scanner) coded(i int) (a amount, ok bool) {
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
		return a, false
	}
	start, first := int(s.toks[i].Start), i
	if s.joined(i) && s.is(i-1, text.Symbol) {
		first, start = i-1, int(s.toks[i-1].Start)
	}
	row, found := s.g.Lex.Find(lexicon.Units, s.body[start:int(s.toks[i].Start)+n])
	if !found || row.Field(unitUse) != useSign && row.Field(unitUse) != useCode {
		return a, false
	}
	next, end := i+1, int(s.toks[i].Start)+d
	if d == len(w) {
		for k := next; k-i < lookAhead && s.joined(k) && (s.is(k, text.Stop) || s.is(k, text.Comma)) && s.joined(k+1) && s.is(k+1, text.Number); k += 2 {
			next, end = k+2, int(s.toks[k+1].End)
		}
	}
	v, ok := readDigits(s.body[int(s.toks[i].Start)+n : end])
	if !ok {
		return a, false
	}
	a = amount{first: first, next: next, start: start, stop: end, value: v, form: inDigits, money: unitOfRow(row)}
	if d < len(w) {
		suf, ok := s.g.Lex.Find(lexicon.Numbers, w[d:])
		if !ok || suf.Field(numClass) != clSuffix && suf.Field(numClass) != clScale {
			return a, false
		}
		a.value, a.scaled, a.stop = a.value.mul(parseNumber(suf.Field(numValue))), true, int(s.toks[i].End)
	} else {
		s.suffix(&a)
		a = s.scale(a)
		a.stop = int(s.toks[a.next-1].End)
	}
	return a, true
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

// exponent reads 1.3e6, 12.32e+14, 6.23x10^-4 and 2.7 × 10 4.
func (s *scanner) exponent(a *amount) {
	j := a.next
	if s.joined(j) && s.is(j, text.Word) {
		w := s.g.Word(j)
		if w[0]|0x20 == 'e' {
			if len(w) > 1 {
				if e, ok := small(w[1:]); ok {
					a.value, a.next = a.value.shift(e), j+1
				}
				return
			}
			neg := s.is(j+1, text.Hyphen) || s.at(j+1, '-')
			if (neg || s.at(j+1, '+')) && s.joined(j+2) && s.is(j+2, text.Number) {
				if e, ok := small(s.g.Word(j + 2)); ok {
					if neg {
						e = -e
					}
					a.value, a.next = a.value.shift(e), j+3
				}
			}
			return
		}
	}
	s.tenTo(a)
}

// power reads 10^6. Other bases are formulas.
func (s *scanner) power(a *amount) bool {
	j := a.next + 1
	neg := s.joined(j) && s.minusSign(j)
	if neg {
		j++
	}
	if a.value.Cmp(Int(10)) != 0 || !s.is(j, text.Number) {
		return false
	}
	e, ok := small(s.g.Word(j))
	if !ok || e > maxExp {
		return false
	}
	if neg {
		e = -e
	}
	a.value, a.next, a.scaled = Int(1).shift(e), j+1, true
	return true
}

// tenTo reads × 10^-4 behind a number.
func (s *scanner) tenTo(a *amount) {
	j := a.next
	if j >= s.end {
		return
	}
	switch w := s.g.Word(j); w {
	case "x10", "×10":
		j++
	case "×", "x", "X", "·", "*", "∙", "⋅":
		if !s.is(j+1, text.Number) || s.g.Word(j+1) != "10" {
			return
		}
		j += 2
	default:
		return
	}
	if s.at(j, '^') {
		j++
	}
	neg := false
	if j < s.end && s.minusSign(j) {
		neg = true
		j++
	}
	if !s.is(j, text.Number) {
		return
	}
	e, ok := small(s.g.Word(j))
	if !ok || e > 99 {
		return
	}
	if neg {
		e = -e
	}
	a.value, a.next, a.scaled = a.value.shift(e), j+1, true
}

// minusSign reports whether token j is a minus, a hyphen or a dash that may stand for one.
func (s *scanner) minusSign(j int) bool {
	if s.is(j, text.Hyphen) || s.is(j, text.Dash) {
		return true
	}
	return s.is(j, text.Symbol) && s.g.Word(j) == "−"
}

// small reads a short whole number in ASCII digits; a longer one is out of range.
func small(w string) (int, bool) {
	n := 0
	for i := 0; i < len(w); i++ {
		if w[i] < '0' || w[i] > '9' {
			return 0, false
		}
		if n < 2*maxExp {
			n = n*10 + int(w[i]-'0')
		}
	}
	return min(n, 2*maxExp), len(w) > 0
}

// suffix reads the magnitude that is written on the number: 1.2bn, 50k, $5m.
func (s *scanner) suffix(a *amount) {
	j := a.next
	if !s.is(j, text.Word) {
		return
	}
	if !s.joined(j) && a.money.ID == "" && !s.inMoney && !(s.toks[j].End-s.toks[j].Start == 1 && s.toks[j].Is(text.Capital) && s.link(j+1, isPerson)) {
		return
	}
	w := s.num(j)
	if w.next != j+1 {
		return
	}
	switch w.class {
	case clScale:
		if !s.joined(j) {
			return // scale reads it
		}
	case clSuffix:
		if !s.suffixMeant(a, j, w) {
			return
		}
	default:
		return
	}
	a.value, a.next, a.scaled = a.value.mul(w.value()), w.next, true
}

// suffixMeant tells the m of millions from that of metres, the t of trillions from that of tonnes.
func (s *scanner) suffixMeant(a *amount, j int, w numWord) bool {
	glued := s.joined(j)
	if a.money.ID != "" || s.inMoney {
		return glued || len(s.g.Word(j)) == 1 && !s.is(j+1, text.Word)
	}
	c := s.body[s.toks[j].Start]
	switch c {
	case 'k':
		return true
	case 'K', 'M':
		return !s.is(j+1, text.Symbol) || s.at(j+1, '$')
	case 'b', 'B':
		return c == 'b' && !s.is(j+1, text.Word) || s.counts(j+1)
	}
	return c != 't' && c != 'T' && (s.counts(j+1) || s.link(j+1, linkOf))
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
	if j < s.done {
		return false
	}
	if w := s.num(j); w.class == clSign && w.next == a.first {
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
func (s *scanner) shareOf(a amount) (amount, bool) {
	if a.scaled || a.kind != Cardinal || a.value.Exp != 0 || a.value.Mant <= 0 || a.value.Mant > 20 || a.money.ID != "" {
		return a, true
	}
	j := s.linkEnd(a.next, linkShare)
	if j == a.next {
		return a, true
	}
	var d Number
	var next int
	if s.is(j, text.Number) {
		v, ok := readDigits(s.g.Word(j))
		if !ok || s.is(j+1, text.Hyphen) || s.joined(j+1) && (s.is(j+1, text.Word) || s.is(j+1, text.Symbol)) {
			return a, true
		}
		d, next = v, j+1
	} else if w := s.num(j); w.class == clUnit || w.class == clTeen || w.class == clTy {
		d, next, _ = s.integer(j)
	} else {
		return a, true
	}
	if d.Exp != 0 || d.Mant <= a.value.Mant || d.Mant > 1000 || s.link(next, isMonth) || s.starts(min(next, s.end-1)).Has(lexicon.Units) && next < s.end {
		return a, true
	}
	if a.value.Mant > 1 && a.form == inDigits && !s.wordShare(a.next) {
		return a, true
	}
	a.value, a.next, a.kind, a.form = a.value.over(d.Mant), next, Fraction, shared
	a.stop = int(s.toks[next-1].End)
	return a, true
}

// wordShare reports whether the words between the numbers say a share by themselves: out of.
func (s *scanner) wordShare(j int) bool { return s.linkEnd(j, linkShare)-j > 1 }

// read reads the quantity whose number starts at token i and returns the token to go on from.
func (s *scanner) read(i int) int {
	s.steps++
	if w := s.num(i); w.class == clNone {
		return w.next
	}
	if next := s.phraseAround(i); next > i {
		s.done = next
		return next
	}
	a, ok := s.amount(i)
	if !ok {
		return s.skipChain(i)
	}
	if next, no := s.noAmount(&a); no {
		s.done = next
		return next
	}
	m, next := s.measure(a)
	if next == 0 {
		return a.next
	}
	if s.timed(&m) {
		return next
	}
	if s.tolerance(&a, &m) {
		s.done = int(m.Last)
		return next
	}
	s.dst = append(s.dst, m)
	s.done = int(m.Last)
	return max(next, i+1)
}

// tolerance takes the number behind ± as the precision of the one before it.
func (s *scanner) tolerance(a *amount, m *Mention) bool {
	if s.linkBefore(a.first, isTolerance) == a.first {
		return false
	}
	if n := len(s.dst); n > s.first && s.dst[n-1].Value.Unit.Dimension == m.Value.Unit.Dimension {
		s.dst[n-1].Value.Precision = m.Value.Value
	}
	return true
}

// measure reads unit, second half, bound and noun around an amount.
func (s *scanner) measure(a amount) (Mention, int) {
	q := Quantity{Value: a.value, Single: a.form != vague, Kind: a.kind, PartOf: -1, Restates: -1}
	first, next, stop := a.first, a.next, a.stop
	u, after, ok := s.unitAt(&a)
	switch {
	case a.money.ID != "" && (!ok || u.Dimension == dimMoney):
		u = a.money
		if ok {
			next = after
		}
		u, next, _ = s.compound(&a, u, next)
	case a.money.ID != "":
		u, next, _ = s.compound(&a, a.money, next)
	case ok:
		next = after
	}
	ok = u.ID != ""
	if ok {
		stop = max(stop, int(s.toks[next-1].End))
	}
	rule := "number"
	if b, end, bu, found := s.rangeEnd(&a, u, next); found {
		if s.shareScale(&a, &b) {
			q.Value = a.value
		}
		q.Single, q.Bound = false, Between
		u, next = bu, end
		stop = int(s.toks[next-1].End)
		q.Low, q.High = Limit{Number: a.value}, Limit{Number: b.value}
		if q.High.Cmp(q.Low.Number) < 0 {
			q.Low, q.High = q.High, q.Low
		}
		if f := s.linkBefore(first, linkBetween); f < first {
			first = f
		} else if f := s.linkBefore(first, linkFrom); f < first {
			first = f
		}
		rule = "range"
	} else if ok {
		if v, w, end := s.sum(&q, u, next); end > next {
			q.Value, u, next = v, w, end
			stop = int(s.toks[next-1].End)
		}
	}
	if end := s.linkEnd(next, isFreezing); end > next && ok && q.Single && q.Value.Mant > 0 { // 2 degrees below zero
		q.Value, next = q.Value.Neg(), end
		stop = int(s.toks[next-1].End)
	}
	q.Unit = u
	if u.ID == "" && s.aged(&a, next) {
		u = Unit{ID: "year-person", Dimension: dimAge, factor: "31556952"}
		q.Unit, ok = u, true
	}
	if u.Dimension == dimAge {
		q.Kind = Age
	}
	if ok {
		rule = "number+unit"
	}
	if rule == "range" || q.Single || a.form == vague {
		first, next, stop = s.bound(&q, &a, first, next, stop)
	}
	start := int(s.toks[first].Start)
	q.Trend = s.trend(first)
	if !ok {
		s.noun(&q, next)
		if q.Unit.Dimension == "" {
			q.Unit.Dimension = dimCount
			if q.Kind == Fraction {
				q.Unit.Dimension = dimRatio
			}
		}
	}
	if !s.worth(&q, &a, next) {
		return Mention{}, 0
	}
	s.afterNoun(&q, &next, &stop)
	q.settle(&a)
	return Mention{Range: text.Range{First: int32(first), Last: int32(next)}, Span: text.Span{Start: start, End: stop}, Value: q, Rule: rule}, next
}

// sum adds the smaller unit behind a larger one: 5 feet 2 inches, 2 km and 1 metre, $20 and 43c. The
// sum is told in the smaller unit.
func (s *scanner) sum(q *Quantity, u Unit, next int) (Number, Unit, int) {
	v := q.Value
	for range 3 {
		j := next
		if s.is(j, text.Hyphen) || s.is(j, text.Comma) && s.at(j, ',') || s.link(j, linkAnd) {
			j++
		}
		if j >= s.end || !s.is(j, text.Number) && s.num(j).class != clUnit && s.num(j).class != clTeen && s.num(j).class != clTy {
			break
		}
		b, ok := s.part2(j)
		if !ok || b.money.ID != "" || b.value.Mant < 0 {
			break
		}
		w, end, ok := s.unitAt(&b)
		if !ok && u.Dimension == dimMoney && s.cents(&b) {
			return v.add(b.value.over(100)), u, b.next
		}
		if !ok || w.Dimension != u.Dimension || w.ID == u.ID || !w.Same(u) && !(u.Dimension == dimMoney && w.of != "" && w.Open) || w.shift != "" || w.under != "" || u.under != "" {
			break
		}
		ratio, whole := wholeRatio(u, w)
		if !whole || ratio < 2 || w.Dimension != dimLength && w.Dimension != dimDuration && w.Dimension != dimMass && w.Dimension != dimMoney && w.Dimension != "angle" {
			break
		}
		if w.Dimension == dimMoney {
			v = v.add(b.value.over(ratio))
			next = end
			break
		}
		v = v.mul(Int(ratio)).add(b.value)
		u, next = w, end
	}
	return v, u, next
}

// cents reports whether a bare number behind money is its hundredths: $20 43.
func (s *scanner) cents(b *amount) bool {
	if b.value.Exp != 0 && b.form == inDigits || b.value.Cmp(Int(10)) < 0 || b.value.Cmp(Int(100)) >= 0 || b.scaled || !b.value.Whole() {
		return false
	}
	return b.next >= s.end || !s.is(b.next, text.Word) && !s.is(b.next, text.Symbol) && !s.is(b.next, text.Hyphen)
}

// part2 reads a plain number that may follow a larger unit.
func (s *scanner) part2(j int) (amount, bool) {
	if s.is(j, text.Number) {
		return s.digits(j)
	}
	return s.spelled(j)
}

// wholeRatio returns how many of the unit w one u is, when that is a whole number.
func wholeRatio(u, w Unit) (int64, bool) {
	r := u.Factor()
	r.Quo(r, w.Factor())
	if !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	return r.Num().Int64(), true
}
