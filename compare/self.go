package compare

import (
	"math/big"
	"sort"
	"strconv"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// Codes of what one source can be held against by itself.
const (
	ReasonSum       = "sum"        // the parts come to the whole: the whole, their sum
	ReasonSumBroken = "sum-broken" // they come to more: the whole, their sum
	ReasonWeekday   = "weekday"    // a date was another day of the week: the date, the number of the weekday told, that of the date
	ReasonCalendar  = "calendar"   // a weekday and a date are one day: the two as written
	ReasonChange    = "change"     // a percentage is that of the two amounts: the percentage, the two
	ReasonNoChange  = "no-change"  // it is not: the percentage, the two, what they come to
	ReasonHeadline  = "headline"   // the headline says another amount than the text: the two
)

// sums checks what each source divides into parts against the whole.
func (s *sources) sums() []Finding {
	var out []Finding
	for d, doc := range s.docs {
		for _, b := range statement.Breakdowns(nil, doc.Text, doc.Quantities) {
			whole := &doc.Quantities[b.Whole].Value
			sum := new(big.Rat)
			for _, p := range b.Parts {
				sum.Add(sum, doc.Quantities[p].Value.Value.Rat())
			}
			f := Finding{Kind: "number", Rule: NumberMatch, Verdict: VerdictAgree, Severity: Info, Origins: 1}
			f.Reason = Reason{Code: ReasonSum, Args: []string{Show(*whole), sum.RatString()}}
			switch sum.Cmp(whole.Value.Rat()) {
			case -1:
				continue // some are not told of
			case 1:
				f.Rule, f.Verdict, f.Severity, f.Reason.Code = SumCheck, VerdictConflict, Review, ReasonSumBroken
			}
			f.Positions = append(f.Positions, s.amountPosition(d, b.Whole, "a"))
			for _, p := range b.Parts {
				f.Positions = append(f.Positions, s.amountPosition(d, p, side(len(f.Positions))))
			}
			all := doc.Quantities[b.Whole].Span.Cover(doc.Quantities[b.Parts[len(b.Parts)-1]].Span)
			f.Topic = shorten(all.Of(doc.Source.Text), 80)
			out = append(out, f)
		}
	}
	return out
}

func (s *sources) amountPosition(d int, q int32, side string) Position {
	m := &s.docs[d].Quantities[q]
	span := m.Span
	if n := m.Value.Noun; n.Len() > 0 {
		span = span.Cover(s.docs[d].Text.Span(n))
	}
	e := s.evidence(d, span)
	e.Value, e.Reading = Show(m.Value), m.Rule
	return Position{Value: e.Value, Side: side, Sources: []string{e.Source}, Evidence: []Evidence{e}}
}

// calendar checks each date that is told with its weekday, and finds the weekday alone that is a date told elsewhere
// in the same source.
func (s *sources) calendar() []Finding {
	var out []Finding
	for d, doc := range s.docs {
		var date, day *timex.Mention
		for i := range doc.Times {
			m := &doc.Times[i]
			t := &m.Value
			if t.Grain != timex.Day || !t.Resolved() {
				continue
			}
			if is := weekdayOf(t); t.Weekday > 0 && int(t.Weekday) != is && statement.Year(doc.Text, m.Range, t.From.Year()) {
				f := Finding{Kind: "date", Rule: DateConflict, Verdict: VerdictConflict, Severity: Review, Origins: 1, Topic: m.Span.Of(doc.Source.Text),
					Reason: Reason{Code: ReasonWeekday, Args: []string{ShowTime(*t), strconv.Itoa(int(t.Weekday)), strconv.Itoa(is)}}}
				f.Positions = []Position{s.timePosition(d, m, "a")}
				out = append(out, f)
			}
			switch {
			case m.Rule == "date" && t.Weekday == 0 && date == nil && statement.Year(doc.Text, m.Range, t.From.Year()):
				date = m
			case m.Rule == "weekday" && date != nil && day == nil && t.From.Equal(date.Value.From) && t.To.Equal(date.Value.To):
				day = m
			}
		}
		if day != nil {
			body := doc.Source.Text
			out = append(out, Finding{Kind: "date", Rule: DateMatch, Verdict: VerdictAgree, Severity: Info, Origins: 1,
				Topic:     day.Span.Of(body) + " = " + date.Span.Of(body),
				Reason:    Reason{Code: ReasonCalendar, Args: []string{day.Span.Of(body), date.Span.Of(body)}},
				Positions: []Position{s.timePosition(d, day, "a"), s.timePosition(d, date, "b")}})
		}
	}
	return out
}

// weekdayOf returns 1 for a time that begins on a Monday to 7 for a Sunday.
func weekdayOf(t *timex.Time) int { return (int(t.From.Weekday())+6)%7 + 1 }

func (s *sources) timePosition(d int, m *timex.Mention, side string) Position {
	e := s.evidence(d, m.Span)
	e.Value, e.Reading = ShowTime(m.Value), m.Rule
	return Position{Value: e.Value, Side: side, Sources: []string{e.Source}, Evidence: []Evidence{e}}
}

// changes checks each percentage that stands beside the two amounts it is the change between: "rose 12 % to 4.82
// billion from 4.30 billion".
func (s *sources) changes() []Finding {
	var out []Finding
	for d, doc := range s.docs {
		qs := doc.Quantities
		for i := range qs {
			if qs[i].Value.Unit.ID != percent || !qs[i].Value.Single || qs[i].Value.Restates >= 0 {
				continue
			}
			from, to := s.changed(d, i)
			if from < 0 {
				continue
			}
			if f, ok := s.change(d, i, from, to); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

const percent = "percent"

// changeReach is how many bytes lie at most between a percentage and the amounts it is of.
const changeReach = 60

// changed returns the two amounts of one unit, one after a "from" and one after a "to", that stand beside percentage i
// in its sentence with no other amount between, or -1.
func (s *sources) changed(d, i int) (from, to int) {
	qs := s.docs[d].Quantities
	at := func(j, k int) (int, int) {
		if j < 0 || k >= len(qs) {
			return -1, -1
		}
		a, b := &qs[j], &qs[k]
		if a.Value.Trend == quantity.To && b.Value.Trend == quantity.From {
			j, k = k, j
		} else if a.Value.Trend != quantity.From || b.Value.Trend != quantity.To {
			return -1, -1
		}
		if !a.Value.Single || !b.Value.Single || a.Value.Unit.ID != b.Value.Unit.ID || a.Value.Unit.ID == percent || a.Value.CountOf != b.Value.CountOf && a.Value.CountOf != "" && b.Value.CountOf != "" ||
			!s.oneSentence(d, a.First, b.First) || !s.oneSentence(d, a.First, qs[i].First) {
			return -1, -1
		}
		return j, k
	}
	if from, to = at(i+1, i+2); from >= 0 && qs[i+1].Span.Start-qs[i].Span.End <= changeReach {
		return from, to
	}
	if from, to = at(i-2, i-1); from >= 0 && qs[i].Span.Start-qs[i-1].Span.End <= changeReach {
		return from, to
	}
	return -1, -1
}

func (s *sources) oneSentence(d int, a, b int32) bool {
	sens := s.docs[d].Text.Sentences
	i := sort.Search(len(sens), func(i int) bool { return sens[i].Last > a })
	return i < len(sens) && sens[i].First <= min(a, b) && b < sens[i].Last
}

// change judges percentage i against the change from one amount to another. Each of the three is as exact as it is
// written.
func (s *sources) change(d, i, from, to int) (Finding, bool) {
	qs := s.docs[d].Quantities
	p, a, b := &qs[i].Value, &qs[from].Value, &qs[to].Value
	aLow, aHigh := asWritten(a)
	bLow, bHigh := asWritten(b)
	pLow, pHigh := asWritten(p)
	if aLow.Sign() <= 0 || p.Value.Rat().Sign() < 0 {
		return Finding{}, false
	}
	low, high := percentOf(bLow, aHigh), percentOf(bHigh, aLow)
	if high.Sign() < 0 || p.Trend == quantity.Down && low.Sign() <= 0 {
		low, high = new(big.Rat).Neg(high), new(big.Rat).Neg(low)
	}
	f := Finding{Kind: "number", Rule: NumberMatch, Verdict: VerdictAgree, Severity: Info, Origins: 1}
	is := percentOf(b.Value.Rat(), a.Value.Rat())
	f.Reason = Reason{Code: ReasonChange, Args: []string{Show(*p), Show(*a), Show(*b), is.Abs(is).FloatString(1)}}
	switch {
	case (high.Cmp(pLow) < 0 || pHigh.Cmp(low) < 0) && !s.direct(d, i, from, to):
		return Finding{}, false // 6 % at constant currencies, to
	case high.Cmp(pLow) < 0 || pHigh.Cmp(low) < 0:
		f.Rule, f.Verdict, f.Severity, f.Reason.Code = SumCheck, VerdictConflict, Review, ReasonNoChange
	case is.Cmp(pLow) < 0 || is.Cmp(pHigh) > 0:
		return Finding{}, false // it may be the change of what the amounts were before they were rounded
	}
	f.Topic = shorten(qs[min(i, from, to)].Span.Cover(qs[max(i, from, to)].Span).Of(s.docs[d].Source.Text), 80)
	for n, q := range []int{i, from, to} {
		f.Positions = append(f.Positions, s.amountPosition(d, int32(q), side(n)))
	}
	return f, true
}

// direct reports whether nothing that the percentage may be told of stands between it and the amounts.
func (s *sources) direct(d, i, from, to int) bool {
	qs := s.docs[d].Quantities
	a, b := qs[i].Last, qs[min(from, to)].First
	if min(from, to) < i {
		a, b = qs[max(from, to)].Last, qs[i].First
	}
	return statement.Direct(s.docs[d].Text, a, b)
}

// asWritten returns the ends of what an amount may be, as exactly as it is written.
func asWritten(q *quantity.Quantity) (low, high *big.Rat) {
	v, w := q.Value.Rat(), q.Precision.Rat()
	if q.Bound == quantity.About || q.Bound == quantity.Nearly || q.Bound == quantity.Over || q.Bound == quantity.UpTo {
		w = new(big.Rat).Add(w, new(big.Rat).Mul(v, big.NewRat(1, 10)))
	}
	return new(big.Rat).Sub(v, w), new(big.Rat).Add(v, w)
}

// percentOf returns by how many per cent b is more than a.
func percentOf(b, a *big.Rat) *big.Rat {
	r := new(big.Rat).Quo(b, a)
	r.Sub(r, big.NewRat(1, 1))
	return r.Mul(r, big.NewRat(100, 1))
}

// headlines finds amounts in the headline of a source that its own text gives otherwise, and nowhere alike.
func (s *sources) headlines(all []amount) []Finding {
	var out []Finding
	for i := range all {
		h := &all[i]
		if !s.inHeadline(h) {
			continue
		}
		var other *amount
		for j := i + 1; j < len(all) && all[j].doc == h.doc; j++ { // a headline stands in front
			b := &all[j]
			if s.inHeadline(b) || judgeQuantities(&h.q, &b.q, Circumstances{}).Relation == Unrelated {
				continue
			}
			if judgeQuantities(&h.q, &b.q, Circumstances{}).Relation >= Compatible {
				other = nil
				break
			}
			if other == nil && s.comparable(h, b) == firm {
				other = b
			}
		}
		if other == nil || s.madeUp(h, all[i+1:]) {
			continue
		}
		f := Finding{Kind: "number", Rule: SelfConflict, Verdict: VerdictConflict, Severity: Review, Origins: 1, Topic: s.topicName(&slotTopic{items: []*amount{other, h}}),
			Reason: Reason{Code: ReasonHeadline, Args: []string{h.shown, other.shown}}, Flags: hints(&h.q, &other.q)}
		for n, a := range []*amount{h, other} {
			f.Positions = append(f.Positions, s.position(class{items: []*amount{a}}, side(n)))
		}
		out = append(out, f)
	}
	return out
}

// madeUp reports whether what a headline says is what two amounts that the text tells side by side come to, or by how much one is more: 640
// votes ahead, 5,120 against 4,480.
func (s *sources) madeUp(h *amount, rest []amount) bool {
	fits := func(v *big.Rat) bool {
		low, high := asWritten(&h.q)
		return low.Cmp(v) <= 0 && v.Cmp(high) <= 0
	}
	for i := 1; i < len(rest) && rest[i].doc == h.doc; i++ {
		a, b := &rest[i-1], &rest[i]
		if a.st.Sentence != b.st.Sentence || a.slot.Dimension != h.slot.Dimension || b.slot.Dimension != h.slot.Dimension || a.q.Unit.ID != h.q.Unit.ID || b.q.Unit.ID != h.q.Unit.ID || !a.q.Single || !b.q.Single {
			continue
		}
		x, y := a.q.Value.Rat(), b.q.Value.Rat()
		if d := new(big.Rat).Sub(x, y); fits(d.Abs(d)) || fits(new(big.Rat).Add(x, y)) {
			return true
		}
	}
	return false
}

func (s *sources) inHeadline(a *amount) bool {
	g := s.docs[a.doc].Text
	return g.Paragraphs[g.Sentences[a.st.Sentence].Paragraph].Kind == text.Headline
}
