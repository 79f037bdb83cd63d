package compare

import (
	"slices"
	"sort"
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// Reports of a series, one on each game, week, quarter or night, are alike to the word, and their amounts are of two occasions. Which
// occasion a report is of is told in its first sentences, and what follows without a time of its own inherits it.

// leadSentences is how many sentences of a report, the headline among them, tell which occasion it is of.
const leadSentences = 5

// maxLead bounds how many amounts of a lead are held against those of another.
const maxLead = 8

// A turnIn is a turn in a sentence of a document.
type turnIn struct {
	statement.Turn
	sentence, paragraph int32
}

// series is what is known of the occasions of documents, as far as it has been asked.
type series struct {
	turns map[int][]turnIn
	pairs map[[2]int]answer
}

// otherOccasions reports whether two amounts are told of two occasions of a series. It is symmetric.
func (s *sources) otherOccasions(a, b *amount) bool {
	if a.doc == b.doc || isOrdinal(a) {
		return false
	}
	return s.otherTurns(a, b) || s.overMany(a) != s.overMany(b) || s.eachItsTime(a, b) || s.otherYears(a, b) || s.otherSpots(a, b) || s.longSince(a, b) || s.longSince(b, a) || s.goesOn(a, b) || s.foretold(a, b) || s.foretold(b, a) || movedOn(a, b) || s.tooEarly(a, b) || s.tooEarly(b, a) || !(a.past && b.past) && s.inSeries(a.doc, b.doc) && !s.toldBack(a, b)
}

// turnsOf returns the turns that a document names, in order.
func (s *sources) turnsOf(d int) []turnIn {
	if t, ok := s.series.turns[d]; ok {
		return t
	}
	if s.series.turns == nil {
		s.series.turns = map[int][]turnIn{}
	}
	g := s.docs[d].Text
	var out []turnIn
	var found []statement.Turn
	for i := range g.Sentences {
		found = statement.Turns(found[:0], g, g.Sentences[i].Range)
		for _, t := range found {
			out = append(out, turnIn{t, int32(i), g.Sentences[i].Paragraph})
		}
	}
	s.series.turns[d] = out
	return out
}

// How far from an amount the turn stands that it is of.
type nearness uint8

const (
	nowhere nearness = iota
	inLead
	inParagraph // in a sentence before it
	inSentence
)

// paragraphReach is how many sentences before an amount may tell which occasion it is of, in a paragraph.
const paragraphReach = 6

// turnsNear returns the turns that an amount may be of: those of the lead, and those of its paragraph up to its own sentence.
func (s *sources) turnsNear(a *amount) [2][]turnIn {
	all := s.turnsOf(a.doc)
	own := a.st.Sentence
	from := func(sentence int32) int {
		return sort.Search(len(all), func(i int) bool { return all[i].sentence >= sentence })
	}
	near := all[from(max(0, own-paragraphReach)):from(own+1)]
	for paragraph := s.docs[a.doc].Text.Sentences[own].Paragraph; len(near) > 0 && near[0].paragraph != paragraph; {
		near = near[1:]
	}
	return [2][]turnIn{all[:from(leadSentences)], near}
}

// turnOf returns which one of a row an amount is of: as its own sentence tells, nearest to it, else the sentences before it in its
// paragraph, else the first sentences of the report.
func (s *sources) turnOf(a *amount, among *[2][]turnIn, row uint64) (value int16, near nearness) {
	g := s.docs[a.doc].Text
	for _, t := range among[0] {
		if t.Row == row && t.sentence != a.st.Sentence {
			value, near = t.Value, inLead
			break
		}
	}
	gap := 0
	for _, t := range among[1] {
		switch {
		case t.Row != row:
		case t.sentence < a.st.Sentence:
			value, near = t.Value, inParagraph
		case s.ofBefore(a, &t):
		default:
			d := distanceTo(a, int(g.Tokens[t.First].Start), int(g.Tokens[t.Last-1].End))
			if near < inSentence || d < gap {
				value, near, gap = t.Value, inSentence, d
			}
		}
	}
	return value, near
}

// ofBefore reports whether a turn beside a stands nearest to what it has risen from: 194m, up from 121m in the second quarter of last year.
func (s *sources) ofBefore(a *amount, t *turnIn) bool {
	if a.q.Trend == quantity.From {
		return false
	}
	g := s.docs[a.doc].Text
	start, end := int(g.Tokens[t.First].Start), int(g.Tokens[t.Last-1].End)
	for _, x := range s.amountsOf(a.doc, byDimension, a.slot.Dimension) {
		if x.st.Sentence == a.st.Sentence && (x.q.Trend == quantity.From || !implied(x, a)) && distanceTo(x, start, end) < distanceTo(a, start, end) {
			return true
		}
	}
	return false
}

// distanceTo returns how many bytes lie between an amount and what stands from start to end.
func distanceTo(a *amount, start, end int) int {
	return max(start-a.st.Span.End, a.st.Span.Start-end, 0)
}

// otherTurns reports whether two amounts are of two of a row: of week 2 and of week 3.
func (s *sources) otherTurns(a, b *amount) bool {
	x, y := s.turnsNear(a), s.turnsNear(b)
	return s.otherTurn(a, b, &x, &y) || s.otherTurn(b, a, &y, &x)
}

// otherTurn looks for rows of which a is told to be one.
func (s *sources) otherTurn(a, b *amount, near, far *[2][]turnIn) bool {
	for _, all := range near {
		for _, t := range all {
			x, atA := s.turnOf(a, near, t.Row)
			y, atB := s.turnOf(b, far, t.Row)
			switch {
			case atA == nowhere || atB != nowhere && (x == y || x == statement.Last && !s.further(b, t.Row, y) || y == statement.Last && !s.further(a, t.Row, x)):
			case atB == nowhere:
				if atA == inSentence && x != 1 && s.onOtherDays(a.doc, b.doc) && hasWord(b, t.Row) {
					return true // another quake, and a quake
				}
			case atA == inSentence && atB == inSentence, s.onOtherDays(a.doc, b.doc):
				return true
			}
		}
	}
	return false
}

// further reports whether the document of an amount names one of a row that comes behind number n: then that is not the last.
func (s *sources) further(a *amount, row uint64, n int16) bool {
	return slices.ContainsFunc(s.turnsOf(a.doc), func(t turnIn) bool { return t.Row == row && (t.Value > n || t.Value == statement.Last) })
}

// overMany reports whether an amount is what several games come to: 76 in seven matches.
func (s *sources) overMany(a *amount) bool {
	for _, x := range s.amountsOf(a.doc, byMeasure, "game") {
		if x != a && x.st.Clause == a.st.Clause && x.st.Sentence == a.st.Sentence && x.q.Value.Cmp(quantity.Int(1)) > 0 && statement.PrepositionBefore(s.docs[a.doc].Text, x.st.Span.Start) {
			return true
		}
	}
	return false
}

// turnsApart reports whether the sentences of two claims name two of one row, and none in common: won game one, lost game two.
func (s *sources) turnsApart(p, q *proposition) bool {
	differ := false
	for _, t := range s.turnsIn(p.doc, p.claim.Sentence) {
		for _, u := range s.turnsIn(q.doc, q.claim.Sentence) {
			if t.Row == u.Row && t.Value == u.Value {
				return false
			}
			differ = differ || t.Row == u.Row
		}
	}
	return differ
}

// turnsIn returns the turns of a sentence.
func (s *sources) turnsIn(d int, sentence int32) []turnIn {
	all := s.turnsOf(d)
	i := sort.Search(len(all), func(i int) bool { return all[i].sentence >= sentence })
	k := sort.Search(len(all), func(i int) bool { return all[i].sentence > sentence })
	return all[i:k]
}

// hasWord reports whether the clause of an amount has a word.
func hasWord(a *amount, word uint64) bool {
	for i := range a.st.Terms {
		if a.st.Terms[i].Hash == word {
			return true
		}
	}
	return false
}

// otherIssue is how far apart reports are that need not be of one day.
const otherIssue = 20 * time.Hour

func (s *sources) onOtherDays(d, e int) bool {
	x, y := s.docs[d].Published, s.docs[e].Published
	return !x.IsZero() && !y.IsZero() && x.Sub(y).Abs() >= otherIssue
}

// ownTime returns the time that an amount is told of, a quarter at most: that of its clause, else the nearest of its sentence. When somebody
// said it is none.
func (s *sources) ownTime(a *amount) (timex.Time, bool) {
	doc := s.docs[a.doc]
	best, nearest, gap := -1, -1, 0
	if t := int(a.st.Time); t >= 0 && !s.saidAt(a, t) {
		best = t
	}
	sen := doc.Text.Sentences[a.st.Sentence].Range
	first := sort.Search(len(doc.Times), func(i int) bool { return doc.Times[i].First >= sen.First })
	for i := first; best < 0 && i < len(doc.Times) && doc.Times[i].First < sen.Last; i++ {
		if !doc.Times[i].Value.Resolved() || s.saidAt(a, i) {
			continue
		}
		if d := distanceTo(a, doc.Times[i].Span.Start, doc.Times[i].Span.End); nearest < 0 || d < gap {
			nearest, gap = i, d
		}
	}
	if best = max(best, nearest); best < 0 {
		return timex.Time{}, false
	}
	t := doc.Times[best].Value
	return t, t.Resolved() && t.Grain <= timex.Quarter && (!t.Open || t.Bound == timex.Until)
}

// saidAt reports whether a time of the sentence of an amount is the one at which somebody spoke.
func (s *sources) saidAt(a *amount, time int) bool {
	all := s.docs[a.doc].Attributions
	for i := sort.Search(len(all), func(i int) bool { return all[i].Sentence >= a.st.Sentence }); i < len(all) && all[i].Sentence == a.st.Sentence; i++ {
		if int(all[i].SaidAt) == time {
			return true
		}
	}
	return false
}

// eachItsTime reports whether two amounts of one sort are told of two times that lie as far apart as the reports: each report is of its own.
func (s *sources) eachItsTime(a, b *amount) bool {
	return ofOneKind(a, b) && s.timesApart(a, b)
}

// timesApart is the same for amounts of one sort.
func (s *sources) timesApart(a, b *amount) bool {
	x, ok := s.ownTime(a)
	y, also := s.ownTime(b)
	if !ok || !also || (a.slot.Moves || b.slot.Moves) && max(x.Grain, y.Grain) > timex.PartOfDay {
		return false // a toll moves from day to day, but two nights are two times
	}
	return s.sameLag(a.doc, b.doc, x, y) || (isScore(a) || ofQuake(a)) && max(x.Grain, y.Grain) <= timex.Day && !overlap(x, y) && !near(x, y)
}

// ofOneKind reports whether two amounts are told of things of one sort: done in one way, or in quakes, or in games.
func ofOneKind(a, b *amount) bool {
	return a.slot.Dimension == b.slot.Dimension && a.slot.Measure == b.slot.Measure && (isScore(a) || ofQuake(a) || a.slot.Event == b.slot.Event)
}

// lags is how much later one report may follow its occasion than another.
var lags = map[timex.Grain]time.Duration{timex.Week: 3 * 24 * time.Hour, timex.Month: 12 * 24 * time.Hour, timex.Quarter: 40 * 24 * time.Hour}

// dayLag is the same for days, nights and hours.
const dayLag = 14 * time.Hour

// sameLag reports whether two reports follow two times that do not meet at about one distance.
func (s *sources) sameLag(d, e int, x, y timex.Time) bool {
	if !s.onOtherDays(d, e) || overlap(x, y) || (x.Grain >= timex.Week) != (y.Grain >= timex.Week) {
		return false
	}
	slack := dayLag
	if l, ok := lags[min(x.Grain, y.Grain)]; ok {
		slack = l
	}
	return (s.docs[d].Published.Sub(s.docs[e].Published) - x.From.Sub(y.From)).Abs() <= slack
}

// tooEarly reports whether the report of a, which tells a fact, was out before the time began that b is told of.
func (s *sources) tooEarly(a, b *amount) bool {
	if a.slot.Moves || b.slot.Moves || !ofOneKind(a, b) || a.slot.Modality != attribution.Fact || b.slot.Modality != attribution.Fact {
		return false
	}
	if s.docs[a.doc].Published.IsZero() || s.docs[b.doc].Published.IsZero() {
		return false
	}
	out := s.outBy(a.doc)
	t, ok := s.ownTime(b)
	return ok && !t.From.Before(out) && !t.From.After(s.docs[b.doc].Published)
}

// outBy returns when a report that has a date was out.
func (s *sources) outBy(doc int) time.Time {
	out := s.docs[doc].Published
	if out.Hour() == 0 && out.Minute() == 0 {
		out = out.Add(24 * time.Hour) // the day alone is told
	}
	return out
}

// otherYears reports whether two amounts of a measure that is told by the year are told of two: next year's budget, last year's. The year of a
// report's lead is that of what follows.
func (s *sources) otherYears(a, b *amount) bool {
	if !a.slot.Period || !b.slot.Period || a.slot.Measure != b.slot.Measure {
		return false
	}
	x, ok := s.yearOf(a)
	y, also := s.yearOf(b)
	return ok && also && !overlap(x, y)
}

// yearOf returns the year that an amount is told of, or that its report begins with.
func (s *sources) yearOf(a *amount) (timex.Time, bool) {
	if t := a.slot.Time; t.Resolved() {
		return t, t.Grain == timex.Year && !t.Open
	}
	doc := s.docs[a.doc]
	for i := range doc.Times {
		if statement.SentenceAt(doc.Text, doc.Times[i].First) >= leadSentences {
			break
		}
		if t := doc.Times[i].Value; t.Resolved() && t.Grain == timex.Year && !t.Open {
			return t, true
		}
	}
	return timex.Time{}, false
}

// otherSpots reports whether two amounts that are measured at a spot, as winds are, were so on two days: at the peak of a storm on
// Monday, and where it came ashore on Wednesday.
func (s *sources) otherSpots(a, b *amount) bool {
	if a.slot.Dimension != b.slot.Dimension || !(local(a) && local(b)) && a.slot.Dimension != "speed" {
		return false
	}
	x, y := a.slot.Time, b.slot.Time
	switch ok, also := x.Resolved(), y.Resolved(); {
	case ok && also:
		return x.From.Sub(y.To) >= spotLag || y.From.Sub(x.To) >= spotLag
	case a.slot.Dimension != "speed":
		return false // how high the river rose is told for days
	case ok:
		return s.docs[b.doc].Published.Sub(x.To) >= spotLag
	case also:
		return s.docs[a.doc].Published.Sub(y.To) >= spotLag
	}
	return false
}

// spotLag is how long after a day what is measured at a spot is of another.
const spotLag = 24 * time.Hour

// longSince reports whether a toll stands in a sentence on a time well before its report, which the report of b does not name.
func (s *sources) longSince(a, b *amount) bool {
	out := s.docs[a.doc].Published
	t, ok := s.ownTime(a)
	if !ok || !a.slot.Moves || out.IsZero() || out.Sub(t.To) <= background || b.past {
		return false
	}
	for _, m := range s.docs[b.doc].Times[:min(len(s.docs[b.doc].Times), maxDatesAsked)] {
		if m.Value.Resolved() && m.Value.Grain <= timex.Month && overlap(t, m.Value) {
			return false
		}
	}
	return true
}

// inSeries reports whether two documents are reports of two occasions of a series: their leads tell amounts of one sort of two times, each
// as long before its report.
func (s *sources) inSeries(d, e int) bool {
	k := [2]int{min(d, e), max(d, e)}
	if s.series.pairs[k] == unasked {
		if s.series.pairs == nil {
			s.series.pairs = map[[2]int]answer{}
		}
		s.series.pairs[k] = no
		if s.onOtherDays(d, e) && s.leadsDiffer(d, e) {
			s.series.pairs[k] = yes
		}
	}
	return s.series.pairs[k] == yes
}

func (s *sources) leadsDiffer(d, e int) bool {
	x, y := s.leadOf(d), s.leadOf(e)
	differ := false
	for _, a := range x {
		for _, b := range y {
			if !kindred(a, b) || !(s.timesApart(a, b) || s.tooEarly(a, b) || s.tooEarly(b, a)) {
				continue
			}
			switch j := judgeQuantities(&a.q, &b.q, Circumstances{}); {
			case j.Relation == Conflict:
				differ = true
			case j.Relation == Agree && !trivial(a):
				return false // of one occasion, which one of them dates wrongly
			}
		}
	}
	return differ
}

// kindred reports whether two amounts of leads are of one sort, which other words may say where no measure does: orders fell, orders rose.
func kindred(a, b *amount) bool {
	if unspecified(a) {
		return a.slot.Measure == b.slot.Measure && a.slot.Dimension != "count" && common(a, b) >= 2
	}
	return ofOneKind(a, b)
}

// leadOf returns the first amounts of the first sentences of a document.
func (s *sources) leadOf(d int) []*amount {
	all := s.memory.amounts
	var out []*amount
	for i := sort.Search(len(all), func(i int) bool { return all[i].doc >= d }); i < len(all) && all[i].doc == d && len(out) < maxLead; i++ {
		if all[i].st.Sentence < leadSentences {
			out = append(out, &all[i])
		}
	}
	return out
}

// toldBack reports whether two amounts are told of one time all the same: what last month's bulletin said, and what this month's says of it.
func (s *sources) toldBack(a, b *amount) bool {
	x, ok := s.ownTime(a)
	y, also := s.ownTime(b)
	return ok && also && overlap(x, y)
}
