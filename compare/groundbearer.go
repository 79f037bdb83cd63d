package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// otherBearer finds the amount that the contexts give for what the answer gives m for, where they give m for something else. Where the answer
// has that amount as well, it must have it wrong, too: the two are exchanged.
func (g *grounder) otherBearer(m *quantity.Mention, clause int32) (hit, instead *bound, ok bool) {
	if hit, instead, ok = g.rivalOf(m, clause); !ok || g.inCompany(m.Span, clause, hit, instead) {
		return nil, nil, false
	}
	sen := g.answer.Text.Sentences[g.own[clause].Sentence].Range
	for i := range g.answer.Quantities {
		q := &g.answer.Quantities[i]
		if q.First < sen.First || q.First >= sen.Last || q.Span == m.Span || !q.Value.Single || sameAmount(&q.Value, &g.amount(hit.amount).Value) != Agree {
			continue
		}
		if _, _, turned := g.rivalOf(q, clause); !turned {
			return nil, nil, false
		}
	}
	return hit, instead, true
}

// inCompany reports whether the answer has beside the value at a span another amount or time that the contexts have beside the same value, and
// not beside its rival, where no name tells the two apart: eight visits for $29. Beside it is what no comma parts from it.
func (g *grounder) inCompany(at text.Span, clause int32, hit, instead *bound) bool {
	p, q := g.passageOf(hit), g.passageOf(instead)
	if p == q || p < 0 || q < 0 || hit.leads {
		return false
	}
	c := &g.own[clause]
	sen := g.answer.Text.Sentences[c.Sentence].Range
	from, to := sentenceQuantities(g.answer.Quantities, sen)
	for i := from; i < to; i++ {
		if o := &g.answer.Quantities[i]; o.Span != at && o.Value.Single && !seamed(c, o.Span, at) && g.amountsLike(p, &o.Value) < g.amountsLike(q, &o.Value) {
			return true
		}
	}
	spans, index := valuesIn(g.answer.Times, sen, resolved)
	for i, n := range index {
		if spans[i] != at && !seamed(c, spans[i], at) && g.timesLike(p, &g.answer.Times[n]) < g.timesLike(q, &g.answer.Times[n]) {
			return true
		}
	}
	return false
}

// seamed reports whether a clause has a seam between two spans.
func seamed(c *statement.Clause, a, b text.Span) bool {
	from, to := min(a.End, b.End), max(a.Start, b.Start)
	return slices.ContainsFunc(c.Seams, func(s statement.Seam) bool { return int(s.At) >= from && int(s.At) <= to })
}

// passageOf returns the passage of a value of a context.
func (g *grounder) passageOf(b *bound) int32 {
	return g.passageOver(b.doc, b.value)
}

// amountsLike counts the amounts of a passage that are one of the answer's.
func (g *grounder) amountsLike(p int32, v *quantity.Quantity) (n int) {
	g.amountsIn(p, func(at amountAt) {
		if sameAmount(v, &g.amount(at).Value) == Agree {
			n++
		}
	})
	return n
}

// timesLike counts the times of a passage that are one of the answer's.
func (g *grounder) timesLike(p int32, m *timex.Mention) int {
	d := g.passages[p].doc
	spans, _ := valuesIn(g.docs[d].Times, g.docs[d].Text.Sentences[g.passages[p].clause.Sentence].Range, func(_ int32, t *timex.Mention) bool { return g.sameTime(m, d, t) })
	return len(spans)
}

// rivalOf finds the amount that the contexts give for what the answer gives m for, where they give m for something else.
func (g *grounder) rivalOf(m *quantity.Mention, clause int32) (hit, instead *bound, ok bool) {
	if clause < 0 || !m.Value.Single || partOfName(g.answer, m) || bearsNumber(g.answer, m) || m.Value.Unit.Dimension == "duration" && statement.TellsWhen(g.answer.Text, m.Range) {
		return nil, nil, false
	}
	b := g.wordsOf(clause, m.Span, valuesLike(m), true, false)
	if len(b.words) == 0 {
		return nil, nil, false
	}
	for _, p := range g.around(clause, g.withValue(m)) {
		at := g.passages[p.passage]
		doc := g.docs[at.doc]
		spans, index := valuesIn(doc.Quantities, doc.Text.Sentences[at.clause.Sentence].Range, g.likeAt(at.doc, m))
		before := (*bound)(nil)
		for i, t := range g.ground(p.passage, spans, partsOf(doc, index), false) {
			q := &doc.Quantities[index[i]]
			bd := b.bind(g, at, &t, p.rank)
			bd.counts, bd.amount = q.Value.CountOf, amountAt{at.doc, index[i]}
			switch g.sameAt(&m.Value, amountAt{at.doc, index[i]}) {
			case Agree:
				if q.Value.Trend == quantity.From && m.Value.Trend != quantity.From && !g.timed(clause) {
					bd.now = before
				}
				b.same = append(b.same, bd)
				if before != nil && (q.Value.Trend == quantity.From && m.Value.Trend == quantity.To || q.Value.Trend == quantity.To && m.Value.Trend == quantity.From) {
					bd.turned = before
				}
			case Conflict:
				if q.Value.Single && !g.gapAndSize(m, bd.amount) && !statement.OfThese(doc.Text, int(q.Last)) {
					b.other = append(b.other, bd)
				}
			case Unrelated:
				if q.Value.Single && q.Value.Unit.ID != m.Value.Unit.ID && m.Value.Unit.ID != "" && q.Value.Value != m.Value.Value {
					b.other = append(b.other, bd)
				}
			}
			before = bd
		}
	}
	b.other = slices.DeleteFunc(b.other, func(o *bound) bool {
		return o.counts != "" && o.counts != m.Value.CountOf && slices.ContainsFunc(b.same, func(s *bound) bool { return s.counts != "" && s.counts == m.Value.CountOf })
	})
	return b.rival(g)
}

// timed reports whether a clause of the answer tells a time.
func (g *grounder) timed(clause int32) bool {
	spans, _ := valuesIn(g.answer.Times, g.answer.Text.Sentences[g.own[clause].Sentence].Range, func(int32, *timex.Mention) bool { return true })
	return len(spans) > 0
}

// partsOf tells which of some amounts is a part of the one before it: 3,400 farms, 900 of them small.
func partsOf(doc *normalize.Document, index []int32) func(int) bool {
	return func(i int) bool { return i > 0 && statement.OfThem(doc.Text, int(doc.Quantities[index[i]].Last)) }
}

// valuesLike tells which amounts of the answer share a sentence with m.
func valuesLike(m *quantity.Mention) func(*normalize.Document, text.Range) ([]text.Span, []int32) {
	return func(doc *normalize.Document, sen text.Range) ([]text.Span, []int32) {
		return valuesIn(doc.Quantities, sen, likeIn(doc, m))
	}
}

// likeIn tells which amounts measure what m measures, or count, as it does.
func likeIn(doc *normalize.Document, m *quantity.Mention) func(int32, *quantity.Mention) bool {
	return func(_ int32, q *quantity.Mention) bool {
		return (likeUnits(&q.Value.Unit, &m.Value.Unit) || isBare(&q.Value) && isGap(doc, q)) && (q.Value.Kind == quantity.Ordinal) == (m.Value.Kind == quantity.Ordinal) && !partOfName(doc, q)
	}
}

// isBare reports whether an amount leaves out what it is of: 12 more.
func isBare(q *quantity.Quantity) bool { return q.Unit.ID == "" && q.CountOf == "" }

// likeAt tells the same of the amounts of a context, which may leave out their units.
func (g *grounder) likeAt(d int, m *quantity.Mention) func(int32, *quantity.Mention) bool {
	like := likeIn(g.docs[d], m)
	return func(i int32, q *quantity.Mention) bool {
		v, ok := g.whole(amountAt{d, i})
		return like(i, q) || ok && likeUnits(&v.Unit, &m.Value.Unit) && !partOfName(g.docs[d], q)
	}
}

// likeUnits reports whether two units measure one thing, a rate in time as much as what it is a rate of: a fee, a fee a year.
func likeUnits(a, b *quantity.Unit) bool {
	return a.Dimension == b.Dimension || a.Dimension == b.Dimension+perTime || b.Dimension == a.Dimension+perTime
}

const perTime = "-per-duration"

// bearsNumber reports whether an amount is the number of the thing before it: the MAX 9.
func bearsNumber(doc *normalize.Document, m *quantity.Mention) bool {
	i := m.First - 1
	return i > 0 && m.Value.Unit.ID == "" && doc.Text.Tokens[i].Class == text.Word && doc.Text.Tokens[i].Is(text.Capital)
}

// partOfName reports whether an amount is none, but part of a name: the R5, the Aria 17. A name that has its unit alone, as GB, is not meant.
func partOfName(doc *normalize.Document, m *quantity.Mention) bool {
	if m.Value.CountOf != "" || !overlapsAny(doc.Names, m.Span) {
		return false
	}
	return m.Value.Unit.ID == "" || overlapsAny(doc.Names, text.Span{Start: m.Start, End: int(doc.Text.Tokens[m.Last-1].Start)})
}

// otherTimeOf finds the time that the contexts give for what the answer gives m for, where they give m for something else. Where the answer has
// that time as well, it must have it wrong, too.
func (g *grounder) otherTimeOf(m *timex.Mention, clause int32) (hit, instead *bound, ok bool) {
	if hit, instead, ok = g.rivalTimeOf(m, clause); !ok || g.inCompany(m.Span, clause, hit, instead) || g.ofOther(m, clause, hit) {
		return nil, nil, false
	}
	sen := g.answer.Text.Sentences[g.own[clause].Sentence].Range
	for i := range g.answer.Times {
		t := &g.answer.Times[i]
		if t.First < sen.First || t.First >= sen.Last || t.Span == m.Span || !slices.ContainsFunc(g.docs[hit.doc].Times, func(o timex.Mention) bool { return o.Span == hit.value && g.sameTime(t, hit.doc, &o) }) {
			continue
		}
		if _, _, turned := g.rivalTimeOf(t, clause); !turned {
			return nil, nil, false
		}
	}
	return hit, instead, true
}

// ofOther reports whether a time of the answer stands beside an amount that no context has, so that it is told of that, or is what a gap is held
// against that the passage of its rival does not have: 630 more than in 2024, 640 more than in 2023.
func (g *grounder) ofOther(m *timex.Mention, clause int32, hit *bound) bool {
	behind := statement.BehindThan(g.answer.Text, m.Span)
	c := &g.own[clause]
	from, to := sentenceQuantities(g.answer.Quantities, g.answer.Text.Sentences[c.Sentence].Range)
	for i := from; i < to; i++ {
		q := &g.answer.Quantities[i]
		switch {
		case seamed(c, q.Span, m.Span) || !q.Value.Single || q.Value.Kind != quantity.Cardinal:
		case behind && isGap(g.answer, q) && g.amountsLike(g.passageOf(hit), &q.Value) == 0, !g.known(&q.Value) && !overlapsAny(g.answer.Times, q.Span):
			return true
		}
	}
	return false
}

// rivalTimeOf finds the time that the contexts give for what the answer gives m for, where they give m for something else.
func (g *grounder) rivalTimeOf(m *timex.Mention, clause int32) (hit, instead *bound, ok bool) {
	if clause < 0 || !m.Value.Resolved() {
		return nil, nil, false
	}
	b := g.wordsOf(clause, m.Span, func(doc *normalize.Document, sen text.Range) ([]text.Span, []int32) {
		return valuesIn(doc.Times, sen, resolved)
	}, false, false)
	if len(b.words) == 0 {
		return nil, nil, false
	}
	var with []int32
	for d, doc := range g.docs {
		for i := range doc.Times {
			if g.sameTime(m, d, &doc.Times[i]) {
				with = g.addPassage(with, d, doc.Times[i].First)
			}
		}
	}
	for _, p := range g.around(clause, with) {
		at := g.passages[p.passage]
		doc := g.docs[at.doc]
		spans, index := valuesIn(doc.Times, doc.Text.Sentences[at.clause.Sentence].Range, resolved)
		for i, t := range g.ground(p.passage, spans, nil, false) {
			v := &doc.Times[index[i]]
			switch {
			case g.sameTime(m, at.doc, v):
				b.same = append(b.same, b.bind(g, at, &t, p.rank))
			case (v.Value.Grain < timex.Day) == (m.Value.Grain < timex.Day) && v.Value.Grain <= m.Value.Grain:
				b.other = append(b.other, b.bind(g, at, &t, p.rank))
			}
		}
	}
	return b.rival(g)
}

func resolved(_ int32, m *timex.Mention) bool { return m.Value.Resolved() }

// wordsOf collects the words that a clause of the answer binds to the value at a span.
func (g *grounder) wordsOf(clause int32, at text.Span, siblings func(*normalize.Document, text.Range) ([]text.Span, []int32), amounts, names bool) *binding {
	c := &g.own[clause]
	b := &binding{led: g.beginsNamed(c)}
	spans, index := siblings(g.answer, g.answer.Text.Sentences[c.Sentence].Range)
	var part func(int) bool
	if amounts {
		part = partsOf(g.answer, index)
	}
	for _, t := range territories(c, spans, part, g.bindable(g.answer, c, at, amounts, names)) {
		if t.value != at {
			continue
		}
		for n, list := range [...][]int32{t.own, t.lent, t.tail, t.loose} {
			for _, k := range list {
				if len(b.words) == maxBinding || b.has(&c.Keys[k]) || g.aside(c, at, int(k)) {
					continue
				}
				if n > 0 {
					b.loose |= 1 << len(b.words)
				}
				if amounts && g.usual(&c.Keys[k]) {
					b.usual |= 1 << len(b.words)
				}
				b.words = append(b.words, &c.Keys[k])
			}
		}
	}
	return b
}

// usualIn is how many passages have a word that tells nothing apart, where these are a fifth of all or more.
const usualIn = 4

// usual reports whether a word stands all over the contexts: the pump, in the manual of a pump.
func (g *grounder) usual(k *statement.Key) bool {
	n, last := 0, int32(-1)
	for _, at := range g.words[k.Hash] {
		if at.passage != last {
			n, last = n+1, at.passage
		}
	}
	return n >= usualIn && 5*n >= len(g.passages)
}

// aside reports whether a word stands between two commas right behind the name that a clause begins with, and the value does not: based in
// Austin, of "Omnigrip, based in Austin, employs 320 people".
func (g *grounder) aside(c *statement.Clause, value text.Span, k int) bool {
	if part := c.Keys[k].Part; part != 1 || c.Keys[len(c.Keys)-1].Part == part {
		return false
	}
	for i := range c.Keys {
		key := &c.Keys[i]
		switch {
		case key.Part == 0 && !key.Name && !key.Number:
			return false
		case key.Part == 1 && key.Span.Start < value.End && value.Start < key.Span.End:
			return false
		}
	}
	for k > 0 && c.Keys[k-1].Part == 1 {
		k--
	}
	if k == 0 || !strings.HasPrefix(g.answer.Source.Text[c.Keys[k-1].Span.End:], ",") {
		return false
	}
	last := c.Keys[k].Span
	for i := k; i < len(c.Keys) && c.Keys[i].Part == 1; i++ {
		last = c.Keys[i].Span
	}
	return value.Start >= last.End
}

// beginsNamed reports whether a sentence of the answer begins with a name that owns nothing: Brel won, and not Brel's rival.
func (g *grounder) beginsNamed(c *statement.Clause) bool {
	i := 0
	for i < len(c.Keys) && c.Keys[i].Name {
		i++
	}
	if i == 0 || strings.TrimSpace(g.answer.Source.Text[c.Span.Start:c.Keys[0].Span.Start]) != "" {
		return false
	}
	rest := g.answer.Source.Text[c.Keys[i-1].Span.End:]
	return strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ",")
}

func (b *binding) has(k *statement.Key) bool {
	for _, w := range b.words {
		if w.Hash == k.Hash {
			return true
		}
	}
	return false
}

// ground divides a passage among the values of one sort.
func (g *grounder) ground(p int32, spans []text.Span, part func(int) bool, names bool) []territory {
	if len(spans) == 0 {
		return nil
	}
	at := g.passages[p]
	return territories(at.clause, spans, part, g.bindable(g.docs[at.doc], at.clause, spans[0], part != nil, names))
}

// A passageNear passage is one of those that are near a clause, or one that has the value in question, which has no rank.
type passageNear struct {
	passage int32
	rank    int
}

// maxStands is in how many passages a value may stand for the contexts to tell what it is bound to.
const maxStands = 12

// around returns the passages near a clause, then the others that have the value in question.
func (g *grounder) around(clause int32, with []int32) (out []passageNear) {
	if len(with) > maxStands {
		return nil
	}
	for r, p := range g.near[clause] {
		out = append(out, passageNear{p, r})
	}
	near := len(out)
next:
	for _, p := range with {
		for _, o := range out[:near] {
			if o.passage == p {
				continue next
			}
		}
		out = append(out, passageNear{p, -1})
	}
	return out
}

// withValue returns the passages that have the value of m.
func (g *grounder) withValue(m *quantity.Mention) (out []int32) {
	for _, at := range g.byValue[keyOfValue(&m.Value)] {
		out = g.addPassage(out, at.doc, g.amount(at).First)
	}
	return out
}

func (g *grounder) addPassage(list []int32, d int, token int32) []int32 {
	p := g.passageAt(d, token)
	if p < 0 || len(list) > 0 && list[len(list)-1] == p {
		return list
	}
	return append(list, p)
}

// maxElse is how much is shown of what the contexts give a value for.
const maxElse = 100

// bornByOther is the claim of a value that the contexts give for something else.
func (g *grounder) bornByOther(c Claim, hit, instead *bound) Claim {
	c.State = Contradicted
	c.Evidence = []Evidence{g.evidence(hit.doc, hit.value), g.evidence(instead.doc, instead.value)}
	c.Reason = Reason{Code: "ground-other-bearer", Args: []string{c.Text, c.Evidence[0].Text, shorten(strings.Trim(instead.span.Of(g.docs[instead.doc].Source.Text), " ,;\n"), maxElse)}}
	return c
}
