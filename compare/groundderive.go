package compare

import (
	"slices"
	"strconv"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// reach is how many passages on the second of two amounts may stand.
const reach = 2

// maxAddends is how many amounts of a passage and those behind it are reckoned with.
const maxAddends = 40

// A derivation is how amounts of the contexts make an amount of the answer.
type derivation struct {
	of   []amountAt
	told bool // the answer says so: in total, more than, or it has one of the amounts beside it
}

// A deriver looks for amounts of the contexts that make an amount of the answer.
type deriver struct {
	*grounder
	m      *quantity.Mention
	clause int32
	makes  statement.Makes // as the answer words it
	want   rat
	slack  rat // how far off a result may be that is no sum of whole things
	best   derivation
}

// derived finds the amounts of the contexts that make an amount of the answer: a sum, a difference, a share, a change in percent, what a
// change in percent leaves or comes from. They stand close together. What the answer words as such is told.
func (g *grounder) derived(m *quantity.Mention, clause int32) derivation {
	if clause < 0 || !m.Value.Single || m.Value.Kind != quantity.Cardinal || m.Value.Bound != quantity.Exact && m.Value.Bound != quantity.About && m.Value.Bound != quantity.Nearly {
		return derivation{}
	}
	d := deriver{grounder: g, m: m, clause: clause, want: scale{}.of(m.Value.Value), slack: slack(m.Value.Value)}
	sen := g.answer.Text.Sentences[g.own[clause].Sentence].Range
	if from, to := sentenceQuantities(g.answer.Quantities, sen); to-from > maxAddends {
		return derivation{} // a list without an end is no sentence that reckons
	}
	d.makes = statement.MakesOf(g.answer.Text, text.Range{First: max(sen.First, m.First-makesReach), Last: min(sen.Last, m.Last+makesReach)})
	d.slack = smaller(d.slack, d.want.abs().mul(twentieth))
	if m.Value.Bound != quantity.Exact {
		d.slack = larger(d.slack, d.want.abs().mul(twentieth))
	}
	for _, p := range g.near[clause] {
		for first := p; first >= 0 && first >= p-reach; first-- {
			if d.in(g.following(first)); d.best.told {
				return d.best
			}
		}
	}
	d.in(g.near[clause])
	return d.best
}

// makesReach is how many tokens to either side of an amount words may tell that it is made of others.
const makesReach = 6

// significant returns how many digits a number has, noughts at its end aside: what has one is made of others by chance.
func significant(n quantity.Number) int {
	for n.Mant != 0 && n.Mant%10 == 0 {
		n.Mant /= 10
	}
	return len(strconv.FormatInt(n.Mant, 10))
}

// following returns a passage and those behind it in its context, as far as two amounts may stand apart.
func (g *grounder) following(first int32) (out []int32) {
	for p := first; p <= first+reach && int(p) < len(g.passages) && g.passages[p].doc == g.passages[first].doc; p++ {
		out = append(out, p)
	}
	return out
}

// in reckons with the amounts of some passages.
func (d *deriver) in(passages []int32) {
	var list []amountAt
	add := func(at amountAt) {
		if q := &d.amount(at).Value; len(list) < maxAddends && !partOfName(d.docs[at.doc], d.amount(at)) && !bearsNumber(d.docs[at.doc], d.amount(at)) && q.Single && q.Kind == quantity.Cardinal && q.Bound != quantity.Vague {
			list = append(list, at)
		}
	}
	for _, p := range passages {
		from := len(list)
		d.amountsIn(p, add)
		for i := from; i < len(list); i++ {
			for j := range list[:i] {
				if d.pair(list[j], list[i], j >= from); d.best.told {
					return
				}
			}
			d.multiple(list[i])
			d.complement(list[i])
		}
		d.whole(list[from:])
	}
}

// value is an amount of a context in the unit of the answer's, if it has one of the same dimension and may count the same.
func (d *deriver) value(at amountAt) (rat, bool) {
	q := &d.amount(at).Value
	sm, sq, ok := scales(&d.m.Value.Unit, &q.Unit)
	if !ok && q.Unit.ID == percent && inPoints(d.m) {
		return ratOf(q.Value), true
	}
	if !ok {
		return rat{}, false
	}
	if sm.unit == nil {
		return ratOf(q.Value), true
	}
	return sm.back(sq.of(q.Value)), true
}

// inPoints reports whether an amount may lie between two percentages: five points ahead.
func inPoints(m *quantity.Mention) bool {
	return m.Value.Unit.ID == "percentage-point" || m.Value.Unit.ID == "" && m.Value.CountOf == "point"
}

// pair reckons with two amounts; one sentence has both.
func (d *deriver) pair(a, b amountAt, close bool) {
	u, v := &d.amount(a).Value, &d.amount(b).Value
	x, okX := d.value(a)
	y, okY := d.value(b)
	mine := &d.m.Value
	alike := countsAlike(u, v) && (countsAlike(u, mine) || countsAlike(v, mine)) || inPoints(d.m) && u.Unit.ID == percent && v.Unit.ID == percent
	beside := d.answers(a, d.clause) || d.answers(b, d.clause)
	switch {
	case okX && okY:
		if sum := x.add(y); (alike || d.makes.Adds) && d.equals(sum, u, v) {
			d.found(d.makes.Adds || alike && mine.Unit.Dimension != ratio, a, b)
		}
		if d.equals(x.sub(y).abs(), u, v) && (alike || d.makes.Differs) {
			d.found(changes(d.m) || beside || d.makes.Differs && close, a, b)
		}
	case mine.Unit.ID == percent && u.Unit.ID == v.Unit.ID && u.Unit.ID != percent && countsAlike(u, v):
		d.ratio(a, b, ratOf(u.Value), ratOf(v.Value), close)
	}
	if mine.Unit.ID == percent {
		return
	}
	told := beside || mine.Bound != quantity.Exact
	if share, ok := shareOf(v); ok && okX {
		d.portion(a, b, x, share, told)
	}
	if share, ok := shareOf(u); ok && okY {
		d.portion(a, b, y, share, told)
	}
}

// ratio reckons what one amount is of another in percent, and by how much it is more or less.
func (d *deriver) ratio(a, b amountAt, x, y rat, close bool) {
	if x.sign() <= 0 || y.sign() <= 0 {
		return
	}
	for _, r := range [...]rat{x.over(y), y.over(x)} {
		r = r.mul(hundred)
		if d.near(r) && r.cmp(hundred) <= 0 {
			d.found(d.answers(a, d.clause) || d.answers(b, d.clause) || d.m.Value.Bound != quantity.Exact, a, b)
		}
		if by := r.sub(hundred).abs(); d.near(by) {
			d.found(close && (changes(d.m) || d.makes.Differs), a, b)
		}
	}
}

// portion reckons with a share of an amount, and with what the amount was before it rose or fell by that share, or will be. Where the answer
// has neither, what comes out must be its amount to the last digit, of which there are three at least.
func (d *deriver) portion(a, b amountAt, x, share rat, told bool) {
	one := rat{num: 1, den: 1}
	results := [...]rat{x.mul(share), x.mul(one.sub(share)), x.mul(one.add(share)), x.over(one.add(share)), {}}
	if rest := one.sub(share); rest.sign() > 0 {
		results[4] = x.over(rest)
	}
	for _, r := range results {
		if told && d.near(r) || r.cmp(d.want) == 0 && significant(d.m.Value.Value) >= manyDigits {
			d.found(told, a, b)
		}
	}
}

// manyDigits is how many digits an amount has that is hardly come to by chance.
const manyDigits = 3

// maxMultiple is how many times over an amount may be had.
const maxMultiple = 4

// multiple reckons with what is had several times: 200 mg twice a day.
func (d *deriver) multiple(at amountAt) {
	x, ok := d.value(at)
	if ok && d.timesOver(at, x) {
		return
	}
	if !ok || d.m.Value.Unit.Dimension == ratio || !countsAlike(&d.amount(at).Value, &d.m.Value) || !d.repeats(at) {
		return
	}
	for n := int64(2); n <= maxMultiple; n++ {
		if k := (rat{num: n, den: 1}); d.near(x.mul(k)) || d.near(x.over(k)) {
			d.found(d.answers(at, d.clause) || d.want.cmp(hundred) >= 0, at)
		}
	}
}

// timesOver reckons with how many times another one an amount is told to be: 3.2 million, eight times its estimate.
func (d *deriver) timesOver(at amountAt, x rat) (found bool) {
	p := d.passageWith(at)
	if p < 0 {
		return false
	}
	doc := d.docs[at.doc].Text
	d.amountsIn(p, func(o amountAt) {
		q := d.amount(o)
		if o == at || !q.Value.Single || q.Value.Unit.ID != "" || ratOf(q.Value.Value).sign() <= 0 || q.Value.Kind != quantity.Multiple && !statement.MakesOf(doc, text.Range{First: q.Last - 1, Last: q.Last + 1}).Repeats {
			return
		}
		if k := ratOf(q.Value.Value); d.near(x.mul(k)) || d.near(x.over(k)) {
			d.found(true, at, o)
			found = true
		}
	})
	return found
}

// complement reckons with what is left of a hundred percent: fell by 95 %, is 5 % of what it was; 30 % is not sold, 70 % is.
func (d *deriver) complement(at amountAt) {
	if q := &d.amount(at).Value; q.Unit.ID == percent && d.m.Value.Unit.ID == percent && (d.m.Value.Bound != quantity.Exact || d.makes.Differs || d.denialsDiffer(at)) && d.near(hundred.sub(ratOf(q.Value))) {
		d.found(true, at)
	}
}

// denialsDiffer reports whether the answer's clause denies something, and the passage of an amount, which is the nearest, does not.
func (d *deriver) denialsDiffer(at amountAt) bool {
	p := d.passageWith(at)
	return p == d.grounder.near[d.clause][0] && deniesAny(d.own[d.clause].Keys) && !deniesAny(d.passages[p].clause.Keys)
}

// repeats reports whether the answer or the passage of an amount tells of what is had several times.
func (d *deriver) repeats(at amountAt) bool {
	p := d.passageWith(at)
	if d.makes.Repeats || p < 0 {
		return d.makes.Repeats
	}
	doc := d.docs[at.doc].Text
	return statement.MakesOf(doc, doc.Sentences[d.passages[p].clause.Sentence].Range).Repeats
}

// fewAddends is from how many amounts on those of a passage are added up.
const fewAddends = 3

// whole adds up all amounts of a passage, and those behind its first one: 31 for, 22 against, four abstained.
func (d *deriver) whole(list []amountAt) {
	for first := 0; first+fewAddends <= len(list); first++ {
		sum := rat{den: 1}
		for n := first; n < len(list); n++ {
			x, ok := d.value(list[n])
			if !ok {
				break
			}
			sum = sum.add(x)
			if n-first+1 >= fewAddends && d.equals(sum, &d.m.Value, &d.m.Value) {
				d.found(d.makes.Adds, list[first:n+1]...)
			}
		}
	}
}

// equals reports whether a sum or a difference is what is wanted. That of whole things is told exactly unless the answer says about.
func (d *deriver) equals(r rat, u, v *quantity.Quantity) bool {
	if d.m.Value.Bound == quantity.Exact && (d.m.Value.Unit.ID == u.Unit.ID || d.m.Value.Unit.ID == v.Unit.ID) {
		return r.cmp(d.want) == 0
	}
	return d.near(r)
}

func (d *deriver) near(r rat) bool {
	return r.sign() > 0 && distance(r, d.want).cmp(d.slack) <= 0
}

// found notes a derivation; one that the answer tells goes before one that may be chance.
func (d *deriver) found(told bool, of ...amountAt) {
	for _, at := range of {
		told = told && d.amount(at).Value.Bound <= quantity.About
	}
	if d.best.of == nil || told && !d.best.told {
		d.best = derivation{of: append([]amountAt(nil), of...), told: told}
	}
}

// shareOf returns what part of another amount an amount is: 20 %, two thirds.
func shareOf(q *quantity.Quantity) (rat, bool) {
	switch {
	case q.Unit.ID == percent:
		return ratOf(q.Value).over(hundred), true
	case q.Value.Den > 1 && q.Unit.ID == "":
		return ratOf(q.Value), true
	}
	return rat{}, false
}

// scaled reports whether an amount and another of the answer's clause are both so many times amounts of one passage: 1 TB takes 50 minutes, 2 TB
// take 100.
func (g *grounder) scaled(m *quantity.Mention, clause int32, other sighting) bool {
	p := g.passageOver(other.doc, other.span)
	if clause < 0 || p < 0 {
		return false
	}
	var list []*quantity.Mention
	var base *quantity.Mention
	g.amountsIn(p, func(at amountAt) {
		if q := g.amount(at); q.Span == other.span {
			base = q
		} else if q.Value.Single {
			list = append(list, q)
		}
	})
	if base == nil || !base.Value.Single || !m.Value.Single || ratOf(base.Value.Value).sign() == 0 {
		return false
	}
	times := ratOf(m.Value.Value).over(ratOf(base.Value.Value))
	if times.cmp(rat{num: 1, den: 1}) == 0 {
		return false
	}
	sen := g.answer.Text.Sentences[g.own[clause].Sentence].Range
	from, to := sentenceQuantities(g.answer.Quantities, sen)
	for i := from; i < to; i++ {
		q := &g.answer.Quantities[i]
		if q.Span == m.Span || !q.Value.Single {
			continue
		}
		for _, x := range list {
			if x.Value.Unit.ID == q.Value.Unit.ID && x.Value.Unit.ID != "" && ratOf(x.Value.Value).mul(times).cmp(ratOf(q.Value.Value)) == 0 {
				return true
			}
		}
	}
	return false
}

// reckoned reports whether an amount is what another of its sentence, which no context has, makes of one of a context, so that it was worked out:
// 1,110 crowns, since 370 are taken off the 1,480.
func (g *grounder) reckoned(m *quantity.Mention, clause int32, other sighting) bool {
	p := g.passageOver(other.doc, other.span)
	if clause < 0 || p < 0 || !m.Value.Single {
		return false
	}
	found := false
	from, to := sentenceQuantities(g.answer.Quantities, g.answer.Text.Sentences[g.own[clause].Sentence].Range)
	g.amountsIn(p, func(at amountAt) {
		b := &g.amount(at).Value
		for i := from; i < to; i++ {
			q := &g.answer.Quantities[i].Value
			if b.Single && q.Single && g.answer.Quantities[i].Span != m.Span && !g.known(q) && likeUnits(&q.Unit, &m.Value.Unit) && likeUnits(&b.Unit, &m.Value.Unit) {
				by := ratOf(m.Value.Value).sub(ratOf(b.Value)).abs()
				found = found || by.cmp(ratOf(q.Value)) == 0
			}
		}
	})
	return found
}

// known reports whether a context has an amount.
func (g *grounder) known(q *quantity.Quantity) bool {
	return slices.ContainsFunc(g.byValue[keyOfValue(q)], func(at amountAt) bool { return sameAmount(q, &g.amount(at).Value) == Agree })
}
