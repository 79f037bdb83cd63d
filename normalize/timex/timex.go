// Package timex reads times: dates, weekdays, clock times and what is said relative to them, as
// intervals with a grain, after TIMEX3 (https://timeml.org/timeMLdocs/TimeML.xsd).
//
// A time is resolved against the date of its document or stays unresolved; it is never guessed from
// today. Amounts of time (six hours) are quantities, not times.
package timex

import (
	"time"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Time is an interval of the calendar at a grain. Both ends are zero when it is unresolved.
type Time struct {
	From, To time.Time // To is exclusive
	Grain    Grain
	Approx   bool // about, around, early, late
	Open     bool // a horizon with one known end: within weeks, since March, by 2030
}

// Resolved reports whether the time has a place in the calendar.
func (t Time) Resolved() bool { return !t.From.IsZero() }

// A Mention is a time in a text.
type Mention = text.Mention[Time]

// Grain is the size of the unit a time is told in.
type Grain uint8

const (
	None Grain = iota
	Second
	Minute
	Hour
	PartOfDay
	Day
	Week
	Month
	Season
	Quarter
	Year
	Decade
	Century
)

var grainNames = [...]string{"", "second", "minute", "hour", "part-of-day", "day", "week", "month", "season", "quarter", "year", "decade", "century"}

func (g Grain) String() string { return grainNames[g] }

// Scan appends the times of g to dst in reading order, resolved against published, the document's date.
// A zero published leaves relative times unresolved.
func Scan(dst []Mention, g *lexicon.Tagged, published time.Time) []Mention { return dst }

// Published finds the date of a text that came without one: a full date in its dateline, else in its head.
func Published(g *lexicon.Tagged) (time.Time, bool) { return time.Time{}, false }
