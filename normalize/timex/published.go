package timex

import (
	"time"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// headParagraphs is how many paragraphs a head has at most.
const headParagraphs = 12

// Published finds the date of a text that came without one: a full date in its dateline, else in a line of its own
// in the head (a by-line, "Published 10 September 2024"). A month and a year that fill a line date the issue of a
// magazine, and stand for the first of the month. Captions are not asked: an old picture has an old date.
func Published(g *lexicon.Tagged) (time.Time, bool) {
	return new(Scanner).Published(g)
}

// Published does what the function Published does.
func (x *Scanner) Published(g *lexicon.Tagged) (time.Time, bool) {
	if g.Dateline.Len() > 0 {
		if t, ok := x.fullDate(g, g.Dateline); ok {
			return t, true
		}
	}
	for p := range min(len(g.Paragraphs), headParagraphs) {
		par := &g.Paragraphs[p]
		if par.Kind == text.Caption || par.Len() > 20 {
			continue
		}
		if t, ok := x.fullDate(g, par.Range); ok && (par.Kind != text.Prose || par.Len() <= 12) {
			return t, true
		}
	}
	return time.Time{}, false
}

// fullDate returns the first day with a year in r, or the month that fills it.
func (x *Scanner) fullDate(g *lexicon.Tagged, r text.Range) (time.Time, bool) {
	if g.Next(int(r.First), int(r.Last), lexicon.Digits) == int(r.Last) {
		return time.Time{}, false // its year would be in digits
	}
	s := x.reset(g, x.dates[:0])
	s.scan(int(r.First), int(r.Last))
	x.dates, s.dst = s.dst, nil
	for i := range x.dates {
		m := &x.dates[i]
		if !m.Value.Resolved() || m.Value.Open {
			continue
		}
		if m.Value.Grain == Day || m.Value.Grain == Month && m.Range.Len() == r.Len() {
			return m.Value.From, true
		}
	}
	return time.Time{}, false
}
