package compare

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// dates checks the times of the answer. A context that gives the amount beside a time for another time
// contradicts it; one that has the same time, or its words in one passage, supports it.
func (g *grounder) dates(out []Claim) []Claim {
	for i := range g.answer.Times {
		m := &g.answer.Times[i]
		c := g.claim("date", m.Span)
		if d, b := g.otherTime(m); b != nil {
			c.State, c.Reason.Code = Contradicted, "ground-other-date"
			c.Evidence = append(c.Evidence, g.evidence(d, b.Span))
			c.Reason.Args = []string{c.Text, c.Evidence[0].Text}
			out = append(out, c)
			continue
		}
		clause := g.clauseAt(m.First)
		if hit, instead, ok := g.otherTimeOf(m, clause); ok {
			out = append(out, g.bornByOther(c, hit, instead))
			continue
		}
		for d, doc := range g.docs {
			for j := range doc.Times {
				b := &doc.Times[j]
				switch {
				case g.sameTime(m, d, b):
					if c.State != Supported {
						c.State, c.Reason.Code, c.Evidence = Supported, "ground-date", nil
					}
					c.Evidence = appendEvidence(c.Evidence, g.evidence(d, b.Span))
				case c.State == NotFound && m.Value.Resolved() && b.Value.Resolved() && b.Value.Grain == m.Value.Grain &&
					clause >= 0 && g.share[clause] > sameButNot && g.nearness(clause, d, b.First) == 0 && yearTold(g.answer, m) == yearTold(doc, b) && !g.yearsApart(m, b, clause):
					c.State, c.Reason.Code = Contradicted, "ground-other-date"
					c.Evidence = append(c.Evidence, g.evidence(d, b.Span))
					c.Reason.Args = []string{c.Text, c.Evidence[0].Text}
				}
			}
		}
		if c.State == NotFound {
			p, ok := g.inOnePassage(m.Range)
			if !ok {
				p, ok = g.loose(m, clause)
			}
			if ok {
				c.State, c.Reason.Code = Supported, "ground-date"
				c.Evidence = append(c.Evidence, g.evidence(p.doc, p.clause.Span))
			}
		}
		out = append(out, c)
	}
	return out
}

// loose returns the nearest passage for a time without a number or a place in the calendar, such as "in
// recent weeks": it says no more than that there was a time.
func (g *grounder) loose(m *timex.Mention, clause int32) (passage, bool) {
	if m.Value.Resolved() || clause < 0 || len(g.near[clause]) == 0 {
		return passage{}, false
	}
	for i := m.First; i < m.Last; i++ {
		if g.answer.Text.Tokens[i].Class == text.Number {
			return passage{}, false
		}
	}
	return g.passages[g.near[clause][0]], true
}

// maxEvidence is how many passages are shown for one claim.
const maxEvidence = 5

func appendEvidence(list []Evidence, e Evidence) []Evidence {
	if len(list) == maxEvidence {
		return list
	}
	return append(list, e)
}

// sameTime reports whether a time of the answer is one of a context, lies in it or holds it. Where one of
// the two is told without its year, the rest decides.
func (g *grounder) sameTime(a *timex.Mention, d int, b *timex.Mention) bool {
	doc := g.docs[d]
	if a.Of(g.answer.Source.Text) == b.Of(doc.Source.Text) {
		return true
	}
	if a.Value.Clock() && b.Value.Clock() && a.Value.Offset == b.Value.Offset && clocksApart(&a.Value, &b.Value) == 0 {
		return true // the day is told in other words
	}
	if !a.Value.Resolved() || !b.Value.Resolved() {
		return false
	}
	weekday := a.Value.Grain <= timex.Day && b.Value.Grain <= timex.Day && (!dayTold(g.answer, a) || !dayTold(doc, b))
	if overlaps(a, b) || weekday && weekApart(a, b) {
		return true
	}
	if a.Value.Grain > timex.Quarter || b.Value.Grain > timex.Quarter || yearTold(g.answer, a) && yearTold(doc, b) {
		return false
	}
	moved := *b
	years := a.Value.From.Year() - b.Value.From.Year()
	moved.Value.From, moved.Value.To = b.Value.From.AddDate(years, 0, 0), b.Value.To.AddDate(years, 0, 0)
	return overlaps(a, &moved) || weekday && weekApart(a, &moved)
}

// yearsApart reports whether a passage near tells of as many units of time as years lie between two times: in 2016, and two years later.
func (g *grounder) yearsApart(a, b *timex.Mention, clause int32) bool {
	want := abs(a.Value.From.Year() - b.Value.From.Year())
	if want == 0 {
		return false
	}
	for _, p := range g.near[clause] {
		doc := g.docs[g.passages[p].doc].Text
		sen := doc.Sentences[g.passages[p].clause.Sentence]
		for i := int(sen.First); i+1 < int(sen.Last); i++ {
			if statement.CardinalAt(doc, i) == want && doc.Has(i+1, lexicon.Units) {
				return true
			}
		}
	}
	return false
}

// weekApart reports whether two times are a week apart: a weekday alone may be that of the week before, or of the next.
func weekApart(a, b *timex.Mention) bool {
	moved := *b
	for _, days := range [...]int{-7, 7} {
		moved.Value.From, moved.Value.To = b.Value.From.AddDate(0, 0, days), b.Value.To.AddDate(0, 0, days)
		if overlaps(a, &moved) {
			return true
		}
	}
	return false
}

// dayTold reports whether a time is written with a number.
func dayTold(doc *normalize.Document, m *timex.Mention) bool {
	for i := m.First; i < m.Last; i++ {
		if doc.Text.Tokens[i].Class == text.Number {
			return true
		}
	}
	return false
}

// overlaps reports whether one of two times lies in the other.
func overlaps(a, b *timex.Mention) bool {
	return !a.Value.From.Before(b.Value.From) && !a.Value.To.After(b.Value.To) ||
		!b.Value.From.Before(a.Value.From) && !b.Value.To.After(a.Value.To)
}

// yearTold reports whether a time is written with its year.
func yearTold(doc *normalize.Document, m *timex.Mention) bool {
	for i := m.First; i < m.Last; i++ {
		if t := &doc.Text.Tokens[i]; t.Class == text.Number && t.End-t.Start >= 4 {
			return true
		}
	}
	return false
}

// atAmount is how many tokens a time may stand from the amount that it belongs to.
const atAmount = 10

// otherTime returns a time of a context that stands beside the amount which in the answer stands beside
// m, where no context has that amount at the time of m.
func (g *grounder) otherTime(m *timex.Mention) (int, *timex.Mention) {
	if !m.Value.Resolved() || m.Value.Grain < timex.Month {
		return 0, nil
	}
	q := g.amountBeside(m)
	if q == nil {
		return 0, nil
	}
	var other *timex.Mention
	doc := 0
	for _, at := range g.byValue[keyOfValue(&q.Value)] {
		b := g.amount(at)
		if b.Value.Unit.ID != q.Value.Unit.ID || !b.Value.Single {
			continue
		}
		t := timeBeside(g.docs[at.doc], b.Range)
		if t == nil || g.inSpan(m, at.doc, t) || !g.nearestTo(at, t) || t.Value.Grain != m.Value.Grain || g.sameTime(m, at.doc, t) || yearTold(g.answer, m) != yearTold(g.docs[at.doc], t) {
			return 0, nil
		}
		other, doc = t, at.doc
	}
	if other != nil && g.yearsApart(m, other, g.clauseAt(m.First)) {
		return 0, nil
	}
	return doc, other
}

// inSpan reports whether a time of a context is one end of a span of which a time of the answer is the other: between 2017 and 2022.
func (g *grounder) inSpan(m *timex.Mention, d int, t *timex.Mention) bool {
	return slices.ContainsFunc(g.docs[d].Times, func(o timex.Mention) bool {
		return o.Range != t.Range && gapBetween(o.Range, t.Range) <= 1 && g.sameTime(m, d, &o)
	})
}

// nearestTo reports whether no other amount of its sort stands nearer to a time: a loss of 7 million after one of 3 million in 2023.
func (g *grounder) nearestTo(at amountAt, t *timex.Mention) bool {
	q := g.amount(at)
	p := g.passageAt(at.doc, q.First)
	if p < 0 {
		return false
	}
	near := true
	g.amountsIn(p, func(o amountAt) {
		x := g.amount(o)
		near = near && (x.Value.Unit.Dimension != q.Value.Unit.Dimension || gapBetween(x.Range, t.Range) >= gapBetween(q.Range, t.Range))
	})
	return near
}

// amountBeside returns the amount of the answer that stands closest to a time in its sentence, if it is one to
// know again: with a unit, or of three digits and more.
func (g *grounder) amountBeside(m *timex.Mention) *quantity.Mention {
	c := g.clauseAt(m.First)
	if c < 0 {
		return nil
	}
	sen := g.answer.Text.Sentences[g.own[c].Sentence].Range
	var best *quantity.Mention
	gap := int32(atAmount)
	for i := range g.answer.Quantities {
		q := &g.answer.Quantities[i]
		if q.First < sen.First || q.First >= sen.Last || !q.Value.Single || q.Value.Trend == quantity.From {
			continue
		}
		if n := gapBetween(q.Range, m.Range); n < gap {
			best, gap = q, n
		}
	}
	if best == nil || best.Value.Unit.ID == "" && best.Value.Value.Mant < 100 {
		return nil
	}
	if t := timeBeside(g.answer, best.Range); t == nil || t.Range != m.Range {
		return nil
	}
	return best
}

// timeBeside returns the resolved time that stands closest to r in its sentence.
func timeBeside(doc *normalize.Document, r text.Range) *timex.Mention {
	s := sort.Search(len(doc.Text.Sentences), func(k int) bool { return doc.Text.Sentences[k].Last > r.First })
	if s == len(doc.Text.Sentences) {
		return nil
	}
	sen := doc.Text.Sentences[s]
	var best *timex.Mention
	gap := int32(atAmount)
	for i := sort.Search(len(doc.Times), func(i int) bool { return doc.Times[i].First >= sen.First }); i < len(doc.Times) && doc.Times[i].First < sen.Last; i++ {
		if n := gapBetween(doc.Times[i].Range, r); n < gap && doc.Times[i].Value.Resolved() {
			best, gap = &doc.Times[i], n
		}
	}
	return best
}

// gapBetween returns how many tokens lie between two ranges.
func gapBetween(a, b text.Range) int32 {
	if a.First >= b.Last {
		return a.First - b.Last
	}
	return max(0, b.First-a.Last)
}

// inOnePassage returns a passage that has all words and numbers of r.
func (g *grounder) inOnePassage(r text.Range) (passage, bool) {
	var hashes []uint64
	var rare []keyAt
	for i := r.First; i < r.Last; i++ {
		t := &g.answer.Text.Tokens[i]
		if t.Class != text.Word && t.Class != text.Number {
			continue
		}
		posts, ok := g.words[t.Hash]
		if !ok {
			if _, ok := g.raw[t.Hash]; ok { // a word without content
				continue
			}
			return passage{}, false
		}
		if hashes = append(hashes, t.Hash); rare == nil || len(posts) < len(rare) {
			rare = posts
		}
	}
	for _, at := range rare {
		if p := g.passages[at.passage]; p.clause.HasAll(hashes) {
			return p, true
		}
	}
	return passage{}, false
}
