package compare

import (
	"slices"
	"sort"
	"time"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A site is a time of a report with the words of its sentence: what tells of which event it is the time, where no verb or no common verb does.
type site struct {
	doc          int
	sentence     int32
	span         text.Span
	t            timex.Time
	clock        bool
	past         bool                 // it lies well before the report
	nth, of      int                  // which one of its kind it is in its document, and of how many
	shown        string               // ShowTime(t)
	times        int                  // how many times its document tells it
	st           *statement.Statement // of when it was, or nil
	*surrounding                      // the words of its sentence
	matters      []string
	met          uint64 // the documents that have a time which fits
}

// maxSites bounds how many times of a document are looked at.
const maxSites = 40

// sayingReach is how many tokens behind a verb of saying the time may stand at which that was said.
const sayingReach = 3

// timeSites returns the times of the documents, in order.
func (s *sources) timeSites() []site {
	if s.sites == nil {
		s.sites = s.findSites()
	}
	return s.sites
}

func (s *sources) findSites() []site {
	out := []site{}
	for d, doc := range s.docs {
		from := len(out)
		if !s.atLength(d) {
			continue
		}
		for i := range doc.Times {
			m := &doc.Times[i]
			if !m.Value.Resolved() && !clock(m.Value) || len(out)-from == maxSites {
				continue
			}
			sen := int32(min(statement.SentenceAt(doc.Text, m.First), len(doc.Text.Sentences)-1))
			if entryTime(doc.Text, sen, m) {
				continue
			}
			if par := &doc.Text.Paragraphs[doc.Text.Sentences[sen].Paragraph]; par.Kind == text.Furniture || par.Kind == text.Headline && clock(m.Value) || ofDateline(doc.Text, par, m) {
				continue
			}
			x := site{doc: d, sentence: sen, span: m.Span, t: m.Value, clock: clock(m.Value)}
			if !x.clock && s.saidThen(d, int32(i)) {
				continue
			}
			x.shown = ShowTime(x.t)
			x.past = x.t.Resolved() && !doc.Published.IsZero() && doc.Published.Sub(x.t.From) > background
			out = append(out, x)
		}
		for i := range doc.Statements {
			if st := &doc.Statements[i]; st.Kind == statement.When {
				if k := slices.IndexFunc(out[from:], func(x site) bool { return x.span == st.Span }); k >= 0 {
					out[from+k].st = st
				}
			}
		}
	}
	s.fillSites(out)
	countSites(out)
	return out
}

// ofDateline reports whether a time is that of the dateline of a report, which begins its paragraph and ends with a dash, the name of the agency between brackets
// before it.
func ofDateline(g *lexicon.Tagged, par *text.Paragraph, m *timex.Mention) bool {
	if m.First-par.First > datelineTokens {
		return false
	}
	i, end := m.Last, min(m.Last+datelineTokens, int32(len(g.Tokens)), par.Last)
	if i < end && g.Word(int(i)) == "(" {
		for i < end && g.Word(int(i)) != ")" {
			i++
		}
		i++
	}
	if i >= end {
		return false
	}
	k := &g.Tokens[i]
	return (k.Class == text.Hyphen || k.Class == text.Dash) && k.Is(text.SpaceBefore)
}

// entryTime reports whether a time is all that its sentence says: in a live blog it tells when what follows was written.
func entryTime(g *lexicon.Tagged, sentence int32, m *timex.Mention) bool {
	r := g.Sentences[sentence].Range
	for i := r.First; i < r.Last; i++ {
		if (i < m.First || i >= m.Last) && (g.Tokens[i].Class == text.Word || g.Tokens[i].Class == text.Number) {
			return false
		}
	}
	return true
}

// datelineTokens is how many tokens of a dateline stand before its day.
const datelineTokens = 8

// countSites tells each time which one of its kind it is in its document.
func countSites(sites []site) {
	for i := range sites {
		x := &sites[i]
		for k := range sites {
			if y := &sites[k]; y.doc == x.doc && y.clock == x.clock {
				if x.of++; k < i {
					x.nth++
				}
				if y.shown == x.shown {
					x.times++
				}
			}
		}
	}
}

// saidThen reports whether a time of a document is when something was said, as the verb beside it tells.
func (s *sources) saidThen(d int, time int32) bool {
	doc := s.docs[d]
	m := &doc.Times[time]
	for i := range doc.Attributions {
		v := &doc.Attributions[i]
		if v.SaidAt == time && v.Cue.Len() > 0 && (m.First >= v.Cue.Last && m.First-v.Cue.Last <= sayingReach || v.Cue.First >= m.Last && v.Cue.First-m.Last <= 1) {
			return true
		}
	}
	return false
}

// fillSites gives each time the words of its sentence and the documents that have a time which fits.
func (s *sources) fillSites(sites []site) {
	for i := range sites {
		x := &sites[i]
		x.surrounding = s.surroundings(x.doc, x.sentence, x.span)
		x.matters = s.mattersAt(x)
		x.met = 1 << x.doc
		for k := range sites {
			if y := &sites[k]; y.doc != x.doc && y.clock == x.clock && relateSites(x, y) >= Compatible && y.asExact(x) {
				x.met |= 1 << y.doc
			}
		}
	}
}

// asExact reports whether a time tells about as much as another: the last five days have been on the 21st in hardly any report.
func (x *site) asExact(o *site) bool {
	return x.clock || x.width() <= asWide*o.width()
}

// asWide is how many times as long a time may be that tells as much.
const asWide = 3

// width is how long a time is, a day at least.
func (x *site) width() time.Duration {
	if x.t.To.IsZero() {
		return day
	}
	return max(x.t.To.Sub(x.t.From), day)
}

// inTime reports whether a word is part of a time.
func (s *sources) inTime(d int, sp text.Span) bool {
	ts := s.docs[d].Times
	i := sort.Search(len(ts), func(i int) bool { return ts[i].Span.End > sp.Start })
	return i < len(ts) && ts[i].Span.Start < sp.End
}

// mattersAt returns the matters that the words of its sentence say a time is of.
func (s *sources) mattersAt(x *site) (out []string) {
	g := s.docs[x.doc].Text
	dim := statement.MatterDay
	if x.clock {
		dim = statement.MatterClock
	}
	r := g.Sentences[x.sentence].Range
	words := statement.MatterWords(nil, g, r)
	assign(words, []matterItem{{span: x.span, clause: g.Span(r), dim: dim}}, func(_ int, w *statement.MatterWord) { out = append(out, w.ID) })
	return out
}

// relateSites relates two times, whatever they are the beginning or the end of.
func relateSites(a, b *site) Relation {
	x, y := a.t, b.t
	x.Open, y.Open = false, false
	for _, t := range [...]*timex.Time{&x, &y} {
		if t.To.IsZero() {
			t.To = t.From
		}
	}
	return relateTimes(&x, &y).Relation
}

// sitesApart reports whether two times that differ are told of two things, or by each report of its own day.
func (s *sources) sitesApart(a, b *site) bool {
	switch {
	case a.clock && clocksApart(&a.t, &b.t) == 0: // one time of two days
		return true
	case a.st != nil && b.st != nil && s.otherThings(a.doc, a.st, b.doc, b.st): // at the docks, at the airport
		return true
	}
	return s.newsOfTheDay(a, b) || a.stamps() && b.stamps()
}

// inDigits reports whether a time is written with a digit.
func (s *sources) inDigits(x *site) bool { return hasDigit(x.span.Of(s.docs[x.doc].Text.Body)) }

// inFull reports whether a time is written with a number or the name of a month, and so is one day or year whoever reads it: on Saturday is not.
func (s *sources) inFull(x *site) bool {
	g := s.docs[x.doc].Text
	if s.inDigits(x) {
		return true
	}
	for i := int(statement.Tokens(g, x.span).First); i < len(g.Tokens) && int(g.Tokens[i].Start) < x.span.End; i++ {
		if statement.MonthName(g, i) {
			return x.t.Grain < timex.Month
		}
	}
	return false
}

// ownWeek is how far two reports lie apart that each mean a Saturday of their own.
const ownWeek = 6 * 24 * time.Hour

// stamps reports whether a time of day is that of the stamp of a page, a line at its head that tells hardly anything else.
func (x *site) stamps() bool { return x.clock && x.sentence <= 1 && len(x.words) <= 1 }

// newsOfTheDay reports whether two reports that lie apart each tell of the day on which they came out: he took power on Tuesday, and was sworn in on Friday.
func (s *sources) newsOfTheDay(a, b *site) bool {
	x, y := s.docs[a.doc].Published, s.docs[b.doc].Published
	if !a.dayWide() || !b.dayWide() || x.IsZero() || y.IsZero() {
		return false
	}
	late, later := x.Sub(a.t.From), y.Sub(b.t.From)
	return x.Sub(y).Abs() > dayAndHalf && min(late, later) >= 0 && max(late, later) <= dayAndHalf
}

// dayAndHalf is how long after its news a report comes out at most that tells of the day, or of the evening before.
const dayAndHalf = 36 * time.Hour

// dated is the statement of when it was.
func (x *site) dated() *dated { return &dated{doc: x.doc, st: x.st, t: x.t, clock: x.clock} }

// dayWide reports whether a time is no longer than a day.
func (x *site) dayWide() bool { return x.t.Resolved() && x.t.To.Sub(x.t.From) <= 24*time.Hour }
