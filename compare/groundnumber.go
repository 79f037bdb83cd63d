package compare

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// An amountKey is a value without its unit: 1.50 and 1.5 have one.
type amountKey struct {
	mant int64
	exp  int16
	den  int32
}

func keyOfValue(q *quantity.Quantity) amountKey {
	n := q.Value
	if !q.Single {
		n = q.Low.Number
	}
	for n.Mant != 0 && n.Mant%10 == 0 {
		n.Mant /= 10
		n.Exp++
	}
	return amountKey{n.Mant, n.Exp, max(n.Den, 1)}
}

// An amountAt is an amount of a context.
type amountAt struct {
	doc   int
	index int32
}

func (g *grounder) indexAmounts(d int) {
	qs := g.docs[d].Quantities
	elidedUnits(d, qs, sentenceIn(g.docs[d]), g.elided)
	for i := range qs {
		k, at := keyOfValue(&qs[i].Value), amountAt{d, int32(i)}
		g.byValue[k] = append(g.byValue[k], at)
		if u := &qs[i].Value.Unit; u.ID != "" {
			g.byDimension[u.Dimension] = append(g.byDimension[u.Dimension], at)
		}
	}
}

// sentenceIn tells which sentence of a document a token stands in; tokens are asked for in order.
func sentenceIn(doc *normalize.Document) func(int32) int32 {
	s := int32(0)
	return func(i int32) int32 {
		for int(s) < len(doc.Text.Sentences) && doc.Text.Sentences[s].Last <= i {
			s++
		}
		return s
	}
}

// whole returns an amount of a context with the unit that it leaves out, and whether it leaves one out.
func (g *grounder) whole(at amountAt) (quantity.Quantity, bool) {
	i, ok := g.elided[at]
	if !ok {
		return quantity.Quantity{}, false
	}
	v := g.docs[at.doc].Quantities[at.index].Value
	v.Unit = g.docs[at.doc].Quantities[i].Value.Unit
	return v, true
}

// sameAt tells whether an answer's amount is that of a context, as it is written or with the unit that it leaves out.
func (g *grounder) sameAt(m *quantity.Quantity, at amountAt) Relation {
	r := sameAmount(m, &g.amount(at).Value)
	if v, ok := g.whole(at); ok && r != Agree {
		return max(r, sameAmount(m, &v))
	}
	return r
}

func (g *grounder) amount(at amountAt) *quantity.Mention { return &g.docs[at.doc].Quantities[at.index] }

// numbers checks the amounts of the answer. The same amount in a passage about the same supports it, and so
// does the same amount anywhere when no passage near has another of the same kind; another amount of the same
// kind in the nearest passage contradicts it.
func (g *grounder) numbers(out []Claim) []Claim {
	for i := range g.answer.Quantities {
		m := &g.answer.Quantities[i]
		c := g.claim("number", m.Span)
		clause := g.clauseAt(m.First)
		n := g.lookUp(m, clause)
		if n.same.ok {
			if hit, instead, ok := g.otherBearer(m, clause); ok && !g.restOf(m, clause, hit) {
				out = append(out, g.bornByOther(c, hit, instead))
				continue
			}
		}
		switch {
		case n.same.ok && (n.same.near || !n.other.ok):
			c.State, c.Reason.Code = Supported, "ground-number"
			c.Evidence = append(c.Evidence, g.evidence(n.same.doc, n.same.span))
		case g.supportDerived(&c, m, clause, &n):
		case n.other.ok && (g.standsOtherwise(m) || g.scaled(m, clause, n.other) || g.reckoned(m, clause, n.other)):
		case n.other.ok:
			c.State, c.Reason.Code = Contradicted, "ground-other-number"
			c.Evidence = append(c.Evidence, g.evidence(n.other.doc, n.other.span))
			c.Reason.Args = []string{c.Text, c.Evidence[0].Text}
			if n.opposed {
				c.Reason.Code = "ground-other-trend"
			}
		case n.vague.ok:
			c.State, c.Reason.Code = Supported, "ground-number"
			c.Evidence = append(c.Evidence, g.evidence(n.vague.doc, n.vague.span))
		}
		if c.State == NotFound {
			if at, ok := g.otherUnit(m, clause); ok {
				c.State = Contradicted
				c.Evidence = append(c.Evidence, g.evidence(at.doc, g.amount(at).Span))
				c.Reason = Reason{Code: "ground-other-unit", Args: []string{c.Text, c.Evidence[0].Text}}
			}
		}
		if c.State == NotFound {
			if at, ok := g.otherLabelled(i); ok {
				c.State = Contradicted
				c.Evidence = append(c.Evidence, g.evidence(at.doc, g.amount(at).Span))
				c.Reason = Reason{Code: "ground-other-number", Args: []string{c.Text, c.Evidence[0].Text}}
			}
		}
		if at, ok := g.listed(m); ok && c.State == NotFound {
			c.State, c.Reason.Code = Supported, "ground-list"
			c.Evidence = append(c.Evidence, g.evidence(at.doc, g.docs[at.doc].Text.Tokens[at.token].Span()))
		}
		out = append(out, c)
	}
	return out
}

// standsOtherwise reports whether a context has the number of an amount as none: the 34th minute for 34 minutes. It may be what the answer means.
func (g *grounder) standsOtherwise(m *quantity.Mention) bool {
	if len(g.byValue[keyOfValue(&m.Value)]) > 0 {
		return false
	}
	for i := m.First; i < m.Last; i++ {
		if k := &g.answer.Text.Tokens[i]; k.Class == text.Number {
			at, ok := g.raw[k.Hash]
			return ok && !g.counted(at) // 2.41 million, where a context has 2.41 billion, is another amount
		}
	}
	return false
}

// restOf reports whether an amount is what the contexts' two make, and the answer says so or denies of it what they tell of the other: forty of
// the 140 are let, a hundred are not.
func (g *grounder) restOf(m *quantity.Mention, clause int32, hit *bound) bool {
	if d := g.derived(m, clause); slices.Contains(d.of, hit.amount) && d.told {
		return true
	}
	return deniesAny(g.own[clause].Keys) && g.leaves(m, hit)
}

// leaves reports whether an amount is what lies between an amount of a context and another of its sentence.
func (g *grounder) leaves(m *quantity.Mention, hit *bound) (found bool) {
	part, want := ratOf(g.amount(hit.amount).Value.Value), ratOf(m.Value.Value)
	g.amountsIn(g.passageOf(hit), func(at amountAt) {
		q := &g.amount(at).Value
		found = found || at != hit.amount && q.Single && likeUnits(&q.Unit, &m.Value.Unit) && ratOf(q.Value).sub(part).abs().cmp(want) == 0
	})
	return found
}

// counted reports whether a token of a context is part of an amount.
func (g *grounder) counted(at tokenAt) bool {
	qs := g.docs[at.doc].Quantities
	i := sort.Search(len(qs), func(i int) bool { return qs[i].Last > at.token })
	return i < len(qs) && qs[i].First <= at.token
}

// supportDerived supports an amount that amounts of the contexts make, where the answer says so. It reports as well whether they make it by
// what may be chance, so that another amount of a context is not held against it.
func (g *grounder) supportDerived(c *Claim, m *quantity.Mention, clause int32, n *sightings) (made bool) {
	d := g.derived(m, clause)
	if !d.told {
		return d.of != nil && (significant(m.Value.Value) > 1 || slices.ContainsFunc(d.of, func(at amountAt) bool {
			return at.doc == n.other.doc && g.amount(at).Span == n.other.span // forty are, a hundred of the 140 are not
		}))
	}
	c.State = Supported
	for _, at := range d.of {
		c.Evidence = append(c.Evidence, g.evidence(at.doc, g.amount(at).Span))
		c.Reason.Args = append(c.Reason.Args, g.amount(at).Of(g.docs[at.doc].Source.Text))
	}
	c.Reason.Code = "ground-sum"
	if len(d.of) == 1 {
		c.Reason.Code = "ground-multiple"
	}
	if len(d.of) > 2 {
		c.Reason = Reason{Code: "ground-sum-of-all", Args: []string{strings.Join(c.Reason.Args, ", ")}}
	}
	return true
}

// A sighting is where a context has what was looked for.
type sighting struct {
	ok, near bool
	doc      int
	span     text.Span
}

// sightings are what the contexts have for one amount: the same one, another of the same kind in the nearest
// passage, and, for "several" and its like, what is counted.
type sightings struct {
	same, other, vague sighting
	opposed            bool    // other is the same amount, of a fall for a rise
	words              float64 // how much of what the answer binds its amount to other is bound to
	beside             bool    // other stands behind the same word
	ties               *ties
}

// maxAmounts is how many amounts in other units one amount is converted to.
const maxAmounts = 2000

func (g *grounder) lookUp(m *quantity.Mention, clause int32) sightings {
	var n sightings
	if clause >= 0 {
		for rank, p := range g.near[clause] {
			g.amountsIn(p, func(at amountAt) { g.sight(&n, m, at, clause, rank, g.share[clause]) })
		}
		if m.Value.Bound == quantity.Vague && small(&m.Value) && len(g.near[clause]) > 0 {
			p := g.passages[g.near[clause][0]]
			n.vague = sighting{true, true, p.doc, p.clause.Span}
		}
	}
	for _, at := range g.byValue[keyOfValue(&m.Value)] {
		if n.same.ok {
			return n
		}
		g.sight(&n, m, at, clause, -1, 0)
	}
	if m.Value.Unit.ID == "" {
		return n
	}
	for i, at := range g.byDimension[m.Value.Unit.Dimension] {
		if n.same.ok || i == maxAmounts {
			break
		}
		if g.amount(at).Value.Unit.ID != m.Value.Unit.ID || m.Value.Bound == quantity.About {
			g.sight(&n, m, at, clause, -1, 0)
		}
	}
	return n
}

// small tells several and a few, which say little, from thousands.
func small(q *quantity.Quantity) bool { return !q.Low.None && q.Low.Mant < 10 && q.Low.Exp == 0 }

// amountsIn calls f for each amount of a passage.
func (g *grounder) amountsIn(p int32, f func(amountAt)) {
	d := g.passages[p].doc
	doc := g.docs[d]
	from, to := sentenceQuantities(doc.Quantities, doc.Text.Sentences[g.passages[p].clause.Sentence].Range)
	for i := from; i < to; i++ {
		f(amountAt{d, int32(i)})
	}
}

// sight notes what an amount of a context, in the passage of that rank or in none near, is to one of the answer.
func (g *grounder) sight(n *sightings, m *quantity.Mention, at amountAt, clause int32, rank int, share float64) {
	b := g.amount(at)
	switch g.sameAt(&m.Value, at) {
	case Agree:
		if opposed(m.Value.Trend, b.Value.Trend) {
			if rank >= 0 && !n.other.ok {
				n.other, n.opposed = sighting{true, true, at.doc, b.Span}, true
			}
			return
		}
		if !n.same.ok {
			n.same = sighting{true, rank >= 0, at.doc, b.Span}
		}
	case Conflict:
		vague := m.Value.Bound == quantity.Vague && b.Value.Bound == quantity.Vague
		if rank == 0 && share >= aboutTheSame && !n.opposed && !g.inTable(m) && !g.gapAndSize(m, at) && !g.answers(at, clause) && !g.restTold(m, at, clause) && (vague || sameKind(&m.Value, &b.Value)) {
			n.note(g, m, at, clause)
		}
	}
}

// restTold reports whether an amount of the answer is what one of a context leaves, and one of the two is told of what is denied: a third are
// not back, it has reopened for two thirds; not with fewer than ten, with ten at least. What a bound has of its own denies nothing: no fewer than.
func (g *grounder) restTold(m *quantity.Mention, at amountAt, clause int32) bool {
	a, b := &m.Value, &g.amount(at).Value
	if !complements(a, b) && !(a.Value.Den > 1 && a.Unit.ID == "" && b.Unit.ID == "" && ratOf(a.Value).add(ratOf(b.Value)).cmp(rat{num: 1, den: 1}) == 0) {
		return false
	}
	p := g.passageWith(at)
	return deniesBeside(g.answer, &g.own[clause], m) || p >= 0 && deniesBeside(g.docs[at.doc], g.passages[p].clause, g.amount(at))
}

// deniesBeside reports whether the sentence of a clause has a word that denies beside one of its amounts.
func deniesBeside(doc *normalize.Document, c *statement.Clause, m *quantity.Mention) bool {
	sen := doc.Text.Sentences[c.Sentence].Range
	for i := int(sen.First); i < int(sen.Last); i++ {
		if !m.Range.Has(i) && statement.Denies(doc.Text, i) {
			return true
		}
	}
	return false
}

// note takes another amount for the one that stands instead of the answer's where it is bound to half of the same words, and to more of them
// than those before it. Behind one word two amounts always tell of one thing.
func (n *sightings) note(g *grounder, m *quantity.Mention, at amountAt, clause int32) {
	if n.ties == nil {
		n.ties = g.tiesOf(m, clause)
	}
	s, beside := n.ties.share(g, at), g.oneWordBefore(m, at)
	if !beside && s < sameTies || n.other.ok && (n.beside || !beside && s <= n.words) {
		return
	}
	n.other, n.words, n.beside = sighting{true, true, at.doc, g.amount(at).Span}, s, beside
}

// oneWordBefore reports whether an amount of the answer and one of a context stand behind the same word: smartphones 39 %.
func (g *grounder) oneWordBefore(m *quantity.Mention, at amountAt) bool {
	b := g.amount(at)
	if m.First == 0 || b.First == 0 {
		return false
	}
	x, y := &g.answer.Text.Tokens[m.First-1], &g.docs[at.doc].Text.Tokens[b.First-1]
	return x.Class == text.Word && x.Hash == y.Hash && !g.answer.Text.Has(int(m.First)-1, lexicon.Function)
}

// opposed reports whether one amount rose and the other fell.
func opposed(a, b quantity.Trend) bool {
	return a == quantity.Up && b == quantity.Down || a == quantity.Down && b == quantity.Up
}

// sameAmount tells whether an answer's amount is a context's: the numbers as written are equal after
// conversion, whatever bounds them, but a limit from above is none from below.
func sameAmount(a, b *quantity.Quantity) Relation {
	b = inUnitOf(a, b)
	sa, sb, ok := scales(&a.Unit, &b.Unit)
	if !ok || a.Kind == quantity.Ordinal != (b.Kind == quantity.Ordinal) {
		return Unrelated
	}
	if opensUp(a.Bound) && opensDown(b.Bound) || opensDown(a.Bound) && opensUp(b.Bound) {
		return Conflict
	}
	if a.Single && b.Single {
		if (a.Value.Mant < 0) != (b.Value.Mant < 0) {
			return sameSigned(a, b)
		}
		x, y := sa.of(a.Value), sb.of(b.Value)
		if r := byDigits(a, b); r != Conflict {
			return r
		}
		if x.cmp(y) == 0 || a.Bound == quantity.About && within(a, b, sa, sb, tenth) || limits(a, b, sa, sb) {
			return Agree
		}
		if a.Unit.ID != b.Unit.ID {
			if j := judgeQuantities(a, b, Circumstances{}); j.Relation >= Compatible && within(a, b, sa, sb, tenth) {
				return Agree // bounds that meet make no one amount: up to 20 days, up to 20 weeks
			}
		}
		return Conflict
	}
	if a.Single != b.Single {
		if a.Single && endOf(a, b, sa, sb) {
			return Agree
		}
		if j := judgeQuantities(a, b, Circumstances{}); j.Relation >= Compatible && (a.Bound == quantity.Vague || a.Bound == quantity.About) {
			return Agree
		}
		return Unrelated
	}
	if a.Low.None == b.Low.None && a.High.None == b.High.None && (a.Low.None || sa.of(a.Low.Number).cmp(sb.of(b.Low.Number)) == 0) &&
		(a.High.None || sa.of(a.High.Number).cmp(sb.of(b.High.Number)) == 0) {
		return Agree
	}
	return Conflict
}

// inUnitOf returns b in the unit of a, where one of the two leaves out what the other says of it: degrees Celsius, euros a night.
func inUnitOf(a, b *quantity.Quantity) *quantity.Quantity {
	u, v := &a.Unit, &b.Unit
	if u.ID == v.ID || !(ofTemperature(u, v) || ofTemperature(v, u) || ofRate(u, v) || ofRate(v, u)) {
		return b
	}
	c := *b
	c.Unit = *u
	return &c
}

// bareDegree is the unit of degrees that are told without their scale.
const bareDegree = "degree"

func ofTemperature(u, v *quantity.Unit) bool {
	return u.Dimension == "temperature" && v.ID == bareDegree
}

// ofRate reports whether u is money for each of something, and v the same money.
func ofRate(u, v *quantity.Unit) bool {
	return v.Dimension == money && strings.HasPrefix(u.ID, v.ID+"-per-")
}

// limits reports whether a is a round limit that holds of b and lies next to it: more than 13,000 km, which are 13,046.
func limits(a, b *quantity.Quantity, sa, sb scale) bool {
	if b.Bound != quantity.Exact && b.Bound != a.Bound && !(opensUp(a.Bound) && opensUp(b.Bound)) && !(opensDown(a.Bound) && opensDown(b.Bound)) || significant(a.Value) >= significant(b.Value) || !within(a, b, sa, sb, tenth) {
		return false
	}
	c := sa.of(a.Value).cmp(sb.of(b.Value))
	return opensUp(a.Bound) && c <= 0 || (opensDown(a.Bound) || a.Bound == quantity.Nearly) && c >= 0
}

// endOf reports whether a limit is the end of a range: up to 350 mm, of 200 to 350.
func endOf(a, b *quantity.Quantity, sa, sb scale) bool {
	v := sa.of(a.Value)
	return opensDown(a.Bound) && !b.High.None && v.cmp(sb.of(b.High.Number)) == 0 || opensUp(a.Bound) && !b.Low.None && v.cmp(sb.of(b.Low.Number)) == 0
}

// sameSigned is sameAmount for two amounts of which one has a minus: -0.3 % is what fell by 0.3 %.
func sameSigned(a, b *quantity.Quantity) Relation {
	x, y := *a, *b
	if x.Value.Mant < 0 {
		x.Value, x.Low.Number, x.High.Number = x.Value.Neg(), x.High.Neg(), x.Low.Neg()
		x.Trend = quantity.Down
	} else {
		y.Value, y.Low.Number, y.High.Number = y.Value.Neg(), y.High.Neg(), y.Low.Neg()
		y.Trend = quantity.Down
	}
	if opposed(x.Trend, y.Trend) {
		return Conflict
	}
	return sameAmount(&x, &y)
}

// byDigits tells what two numbers in one unit are where one is the other as its own digits round it: an answer may say 4.2 billion for 4.23, but
// not 4.23 for 4.2, which no context says and none denies. Other numbers conflict.
func byDigits(a, b *quantity.Quantity) Relation {
	x, y := a.Value, b.Value
	if a.Unit.ID != b.Unit.ID || a.Kind != quantity.Cardinal || b.Kind != quantity.Cardinal || x.Den > 1 || y.Den > 1 || x.Exp == y.Exp || a.Bound != b.Bound {
		return Conflict
	}
	coarse := max(x.Exp, y.Exp)
	if math.Abs(x.Float()-y.Float()) > math.Pow10(int(coarse))/2*(1+1e-9) {
		return Conflict
	}
	if x.Exp > y.Exp {
		return Agree
	}
	return Compatible
}

// sameKind reports whether two amounts count or measure the same sort of thing as far as they show it.
func sameKind(a, b *quantity.Quantity) bool {
	return a.Unit.ID == b.Unit.ID && a.Kind == b.Kind && a.Bound != quantity.Vague && b.Bound != quantity.Vague &&
		(a.Unit.ID != "" || a.CountOf == b.CountOf && a.CountOf != "")
}
