// Package timex reads times: dates, weekdays, clock times and what is said relative to them, as
// intervals with a grain, after TIMEX3 (https://timeml.org/timeMLdocs/TimeML.xsd).
//
// A time is resolved against the date of its document or stays unresolved; it is never guessed from
// today. Amounts of time (six hours) are quantities, not times, and what is told relative to another
// event (the day before the vote) is not read. docs/times.md states the rules.
package timex

import (
	"time"

	"github.com/factdiff/factdiff/normalize/text"
)

// A Time is an interval of the calendar at a grain. Both ends are zero when it is unresolved.
//
// The interval is that of the words themselves, also where Bound is not On: "since 2014" has the
// year 2014 and Since.
type Time struct {
	From, To time.Time // in UTC; To is exclusive, and zero for a horizon whose end is not told
	Grain    Grain
	Bound    Bound
	Approx   bool // about, around, early, late
	Open     bool // a horizon with one known end: within weeks, since March, by 2030
	Local    bool // a clock time without a zone: From and To are the wall's, written as if in UTC
	Wall     bool // a clock time of which the text says that it is local time
	Either   bool // a clock time of which the half of the day is not told: Minute is that of the first

	Weekday int8 // told beside the date, whether it fits or not: 1 for Monday to 7, 0 for none

	Minute int16 // of a clock time: minutes after midnight as told, also where its day is not known
	Offset int16 // and of its zone, in minutes east of Greenwich without summer time; 0 where Local
}

// Clock reports whether the time is a time of day.
func (t Time) Clock() bool { return t.Grain == Second || t.Grain == Minute || t.Grain == Hour }

// Resolved reports whether the time has a place in the calendar.
func (t Time) Resolved() bool { return !t.From.IsZero() }

// ISO returns both ends as ISO 8601, as dates where the grain is a day or more: 2024-09-10,
// 2024-09-10T07:37:00Z, without the Z where the zone is not told. An end that is not known is "".
func (t Time) ISO() (from, to string) { return t.iso(t.From), t.iso(t.To) }

func (t Time) iso(x time.Time) string {
	switch {
	case x.IsZero():
		return ""
	case t.Grain >= Day:
		return x.Format("2006-01-02")
	case t.Local:
		return x.Format("2006-01-02T15:04:05")
	}
	return x.Format(time.RFC3339)
}

// A Mention is a time in a text.
type Mention = text.Mention[Time]

// Bound tells how a time bounds what is told with it.
type Bound uint8

const (
	On      Bound = iota // on Tuesday, in 2014
	Since                // since 2014, from March
	By                   // by 2030
	Until                // until March, to 2015
	Before               // before Friday
	After                // after 2015
	Between              // between 2014 and 2016: the first of both
	Within               // within weeks, in the coming days
)

var boundNames = [...]string{"on", "since", "by", "until", "before", "after", "between", "within"}

func (b Bound) String() string { return boundNames[b] }

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
