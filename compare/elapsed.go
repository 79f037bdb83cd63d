package compare

import (
	"time"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// ReasonElapsed is the code of how long something has gone on, told by one sentence, and since when, told by another. Arguments:
// the duration, the start, the end.
const ReasonElapsed = "elapsed"

// elapsedShared is how many names and content words the two sentences must share.
const elapsedShared = 2

// leastElapsed is the shortest duration that is held against two dates: days are counted in more than one way.
const leastElapsed = 6 * 24 * time.Hour

// A start is when something began, in a document.
type start struct {
	doc int
	st  *statement.Statement
}

// elapsed finds how long something has gone on and when it began, where the two fit: in the works for almost a year, talks that
// began last September. It goes on until the report comes out. A duration that does not fit is one of something else.
func (s *sources) elapsed() []Finding {
	var starts []start
	for d, doc := range s.docs {
		for i := range doc.Statements {
			st := &doc.Statements[i]
			t := &st.Slot.Time
			if st.Kind == statement.When && st.Time >= 0 && t.Resolved() && !t.Open && !t.Approx && t.Grain >= timex.Day && !st.Slot.Negated && statement.Begins(doc.Text.Lex, st) && len(starts) < maxTopics {
				starts = append(starts, start{d, st})
			}
		}
	}
	var out []Finding
	for d, doc := range s.docs {
		for i := range doc.Statements {
			st := &doc.Statements[i]
			if st.Slot.Measure != "duration" || st.Slot.Negated || doc.Published.IsZero() || len(starts) == 0 || len(out) == maxTopics {
				continue
			}
			if q, ok := doc.Amount(st); ok && q.Kind == quantity.Cardinal && q.Restates < 0 {
				out = s.sinceWhen(out, starts, d, st, &q)
			}
		}
	}
	return out
}

// sinceWhen appends the first start that a duration fits, of its own document before those of others.
func (s *sources) sinceWhen(out []Finding, starts []start, d int, st *statement.Statement, q *quantity.Quantity) []Finding {
	low, high, ok := lengthOf(q)
	if !ok || high < leastElapsed {
		return out
	}
	end := s.docs[d].Published
	for _, own := range [...]bool{true, false} {
		for _, from := range starts {
			t := &from.st.Slot.Time
			if own != (from.doc == d) || own && from.st.Sentence == st.Sentence || !t.From.Before(end) || end.Sub(t.From) < low || end.Sub(t.To) > high {
				continue
			}
			if s.sentencesShare(d, st, from.doc, from.st) >= elapsedShared {
				return append(out, s.elapsedFinding(d, st, q, from))
			}
		}
	}
	return out
}

// lengthOf returns the shortest and the longest time that a duration means, as exactly as it is told.
func lengthOf(q *quantity.Quantity) (low, high time.Duration, ok bool) {
	unit := lengths[q.Unit.ID]
	if unit == 0 || q.Low.None || q.High.None {
		return 0, 0, false
	}
	span := func(n quantity.Number) time.Duration {
		f, _ := n.Rat().Float64()
		return time.Duration(f * float64(unit))
	}
	low, high = span(q.Low.Number), span(q.High.Number)
	if q.Single && q.Bound == quantity.Exact {
		low, high = low-unit/2, high+unit/2
	}
	return low, high, true
}

const day = 24 * time.Hour

// lengths of the units that what goes on is measured by.
var lengths = map[string]time.Duration{"week": 7 * day, "month": 30 * day, "year": 365 * day, "decade": 3652 * day}

// sentencesShare counts the different names and content words that the sentences of two statements share.
func (s *sources) sentencesShare(d int, a *statement.Statement, e int, b *statement.Statement) int {
	n := 0
	xs, ys := statement.ContentWords(s.docs[d].Text, a.Sentence), statement.ContentWords(s.docs[e].Text, b.Sentence)
	for x := range xs {
		if ys[x] {
			n++
		}
	}
	return n
}

func (s *sources) elapsedFinding(d int, st *statement.Statement, q *quantity.Quantity, from start) Finding {
	f := Finding{Kind: "date", Rule: DateMatch, Verdict: VerdictAgree, Severity: Info, Origins: 1}
	if d != from.doc {
		f.Origins = 2
	}
	x, y := s.amountPosition(d, st.Quantity, "a"), s.timePosition(from.doc, &s.docs[from.doc].Times[from.st.Time], "b")
	f.Positions = []Position{x, y}
	f.Topic = x.Evidence[0].Text + ", " + y.Evidence[0].Text
	f.Reason = Reason{Code: ReasonElapsed, Args: []string{Show(*q), ShowTime(from.st.Slot.Time), s.docs[d].Published.UTC().Format(time.DateOnly)}}
	return f
}
