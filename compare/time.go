package compare

import (
	"fmt"
	"time"

	"github.com/factdiff/factdiff/normalize/timex"
)

// Codes of what was decided of two times. Arguments: the first time, the second time.
const (
	ReasonSameTime    = "same-time"
	ReasonWithinTime  = "within-time"  // the coarser contains the finer
	ReasonAboutTime   = "about-time"   // about, and no more than ten minutes apart
	ReasonDayBoundary = "day-boundary" // a night, or two time zones, lie between the two days
	ReasonTimeDiffers = "time-differs"

	FlagDayBoundary = "day-boundary"
	HintOffByOne    = "off-by-one-day"
	HintZone        = "time-zone" // the same clock digits in two zones
)

// How far apart two clock times may lie when one of them is said to be about, to be shortly before or after, or is told to five minutes.
const (
	aboutClock  = 10 * time.Minute
	nearClock   = 30 * time.Minute
	spokenClock = 4 * time.Minute
)

// hedging is how far apart two clock times may lie, as they are hedged.
func hedging(a, b *timex.Time) time.Duration {
	switch {
	case shortly(a) || shortly(b):
		return nearClock
	case a.Approx || b.Approx:
		return aboutClock
	case asSpoken(a) != asSpoken(b):
		return spokenClock
	}
	return 0
}

// asSpoken reports whether a clock time is told as it is said, to five minutes: a quarter past two, at 14:14.
func asSpoken(t *timex.Time) bool { return t.Either && t.Grain == timex.Minute && t.Minute%5 == 0 }

// shortly reports whether a clock time is told as shortly before or after another one.
func shortly(t *timex.Time) bool {
	return t.Approx && !t.Open && (t.Bound == timex.Before || t.Bound == timex.After)
}

// aboutGrain is how far apart two times may lie of which one is said to be about, by the coarser grain.
var aboutGrain = map[timex.Grain]time.Duration{timex.Month: 62 * 24 * time.Hour, timex.Year: 366 * 24 * time.Hour}

// aboutUnit is how far apart two times may lie of which one is said to be about: less where it is a part of its unit, as the end of September is.
func aboutUnit(a, b *timex.Time) time.Duration {
	least := time.Duration(-1)
	for _, t := range [...]*timex.Time{a, b} {
		if !t.Approx {
			continue
		}
		reach := aboutGrain[max(a.Grain, b.Grain)]
		if width := t.To.Sub(t.From); t.Grain == timex.Month && width < 28*day || t.Grain == timex.Year && width < 365*day {
			reach = width
		}
		least = max(least, reach)
	}
	return least
}

// Times judges two times of one event. Times that are not resolved are never compared.
func Times(a, b timex.Time) (Relation, Reason) {
	j := judgeTimes(a, b)
	return j.Relation, j.Reason
}

func judgeTimes(a, b timex.Time) judgement {
	r := relateTimes(&a, &b)
	j := judgement{Relation: r.Relation, Reason: Reason{Code: r.code, Args: []string{ShowTime(a), ShowTime(b)}}}
	if r.flag != "" {
		j.Flags = []string{r.flag}
	}
	return j
}

// A timeRelation is what is decided of two times, before anything is written of it.
type timeRelation struct {
	Relation
	code, flag string
}

func relateTimes(a, b *timex.Time) timeRelation {
	as := func(r Relation, code string) timeRelation { return timeRelation{r, code, ""} }
	if a.Clock() && b.Clock() && (a.Local != b.Local || !a.Resolved() || !b.Resolved()) {
		return relateClocks(a, b)
	}
	if !a.Resolved() || !b.Resolved() {
		return as(Unrelated, ReasonTimeDiffers)
	}
	switch {
	case a.From.Equal(b.From) && a.To.Equal(b.To):
		if a.Approx != b.Approx || a.Open != b.Open {
			return as(Compatible, ReasonWithinTime)
		}
		return as(Agree, ReasonSameTime)
	case overlap(*a, *b) && !nextHour(a, b) && !nextHour(b, a):
		return as(Compatible, ReasonWithinTime)
	case (a.Open || b.Open) && !(a.Bound == b.Bound && (a.Bound == timex.Since || a.Bound == timex.Until)):
		return as(Compatible, ReasonWithinTime) // but two starts differ, and two ends
	}
	gap := max(a.From.Sub(b.To), b.From.Sub(a.To))
	if nextHour(a, b) || nextHour(b, a) {
		gap = a.From.Sub(b.From).Abs()
	}
	if a.Clock() && b.Clock() && (a.Approx || b.Approx) && gap <= hedging(a, b) {
		return as(Compatible, ReasonAboutTime)
	}
	if gap <= aboutUnit(a, b) {
		return as(Compatible, ReasonAboutTime) // six months ago
	}
	if gap < reachOfNight(a, b) && (nightly(*a) || nightly(*b)) {
		return timeRelation{Compatible, ReasonDayBoundary, FlagDayBoundary}
	}
	if a.Grain == timex.Day && b.Grain == timex.Day && gap == 0 {
		return timeRelation{Conflict, ReasonTimeDiffers, HintOffByOne}
	}
	return as(Conflict, ReasonTimeDiffers)
}

// reachOfNight is how far apart two times may lie with a night or a time zone between them: about a day, but where both are parts of a
// day, Thursday night and Friday night, no more than is left of one night. Overnight Thursday and Thursday morning may be one night.
func reachOfNight(a, b *timex.Time) time.Duration {
	if a.Grain == timex.PartOfDay && b.Grain == timex.PartOfDay && a.From.YearDay() != b.From.YearDay() {
		return 6 * time.Hour
	}
	return 24 * time.Hour
}

// nightly reports whether a part of a day is one in which the date changes, or stands close to it: the night, the early morning.
func nightly(t timex.Time) bool {
	return t.Grain == timex.PartOfDay && (t.Approx || t.From.Hour() < 4 || t.To.Hour() > 0 && t.To.Hour() < 8)
}

// relateClocks judges two times of day of one event, of which one has no day, or no zone. Digits that are equal but for the
// zone are a slip: 7:37 local time for 0737 GMT.
func relateClocks(a, b *timex.Time) timeRelation {
	as := func(r Relation, code string) timeRelation { return timeRelation{r, code, ""} }
	x, y := minuteOf(*a), minuteOf(*b)
	if a.Local != b.Local {
		switch {
		case a.Minute == b.Minute && a.Minute >= 0 && (a.Wall || b.Wall) && a.Grain == b.Grain:
			return timeRelation{Conflict, ReasonTimeDiffers, HintZone}
		case a.Wall || b.Wall:
			return as(Unrelated, ReasonTimeDiffers)
		}
		if x, y = int(a.Minute), int(b.Minute); apartBy(x, y) > aboutClock {
			return as(Unrelated, ReasonTimeDiffers) // a zone that is not told may lie between the two
		}
	}
	either := a.Either || b.Either
	gap := faceApart(x, y, either)
	switch {
	case gap == time.Hour && a.Offset != b.Offset:
		return as(Unrelated, ReasonTimeDiffers) // one zone may have summer time
	case gap == 0 && a.Grain == b.Grain && a.Approx == b.Approx:
		return as(Agree, ReasonSameTime)
	case withinHour(a, behind(x, y, either)) && !nextHour(a, b) || withinHour(b, behind(y, x, either)) && !nextHour(b, a):
		return as(Compatible, ReasonWithinTime)
	case gap <= hedging(a, b), gap <= aboutClock && (a.Local != b.Local || a.Grain == timex.Hour || b.Grain == timex.Hour):
		return as(Compatible, ReasonAboutTime)
	}
	return as(Conflict, ReasonTimeDiffers)
}

// minuteOf returns the minute of the day of a clock time: of Greenwich where its zone is told, else of its own wall.
func minuteOf(t timex.Time) int { return (int(t.Minute) - int(t.Offset) + dayMinutes) % dayMinutes }

const dayMinutes = 24 * 60

// apartBy returns how far two minutes of the day lie apart, over midnight where that is shorter.
func apartBy(x, y int) time.Duration {
	d := max(x, y) - min(x, y)
	return time.Duration(min(d, dayMinutes-d)) * time.Minute
}

// clocksApart returns how far two times of day lie apart.
func clocksApart(a, b *timex.Time) time.Duration {
	return faceApart(minuteOf(*a), minuteOf(*b), a.Either || b.Either)
}

// faceApart is apartBy, by the face of the clock alone where one of the two does not tell the half of the day.
func faceApart(x, y int, either bool) time.Duration {
	if either {
		return min(apartBy(x, y), apartBy(x, (y+dayMinutes/2)%dayMinutes))
	}
	return apartBy(x, y)
}

// behind returns how many minutes y comes after x.
func behind(x, y int, either bool) int {
	n := (y - x + dayMinutes) % dayMinutes
	if either {
		n %= dayMinutes / 2
	}
	return n
}

// withinHour reports whether a minute that comes so many behind t lies in its hour, to which t is told.
func withinHour(t *timex.Time, behind int) bool { return t.Grain == timex.Hour && behind < 60 }

// nextHour reports whether b is told to the minute, and so late in the hour of a that it would have been called the next one: 3 pm, 3.45 pm.
func nextHour(a, b *timex.Time) bool {
	return a.Grain == timex.Hour && b.Clock() && b.Grain < timex.Hour && behind(minuteOf(*a), minuteOf(*b), a.Either || b.Either) >= 45
}

func clock(t timex.Time) bool { return t.Clock() }

// showClock writes a time of day whose day is not known: T10:15.
func showClock(t timex.Time) string {
	if !t.Clock() {
		return ""
	}
	m, zone := minuteOf(t), "Z"
	if t.Local {
		zone = ""
	}
	if t.Either { // one of a set, as ISO 8601-2 writes it
		m %= dayMinutes / 2
		return fmt.Sprintf("[T%02d:%02d%s,T%02d:%02d%s]", m/60, m%60, zone, m/60+12, m%60, zone)
	}
	return fmt.Sprintf("T%02d:%02d%s", m/60, m%60, zone)
}

// ShowTime writes a time as ISO 8601 at its grain.
func ShowTime(t timex.Time) string {
	if !t.Resolved() {
		return showClock(t)
	}
	switch t.Grain {
	case timex.Second, timex.Minute, timex.Hour:
		return t.From.Format("2006-01-02T15:04Z07:00")
	case timex.Day, timex.PartOfDay:
		return t.From.Format(time.DateOnly)
	case timex.Month:
		return t.From.Format("2006-01")
	case timex.Year:
		return t.From.Format("2006")
	}
	if t.To.IsZero() { // open: ISO 8601-2 writes two dots
		return t.From.Format(time.DateOnly) + "/.."
	}
	return t.From.Format(time.DateOnly) + "/" + t.To.Format(time.DateOnly)
}
