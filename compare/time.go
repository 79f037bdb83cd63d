package compare

import (
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

// aboutClock is how far apart two clock times may lie when one of them is said to be about.
const aboutClock = 10 * time.Minute

// Times judges two times of one event. Times that are not resolved are never compared.
func Times(a, b timex.Time) (Relation, Reason) {
	j := judgeTimes(a, b)
	return j.Relation, j.Reason
}

func judgeTimes(a, b timex.Time) judgement {
	as := func(r Relation, code string, flags ...string) judgement {
		return judgement{Relation: r, Reason: Reason{Code: code, Args: []string{ShowTime(a), ShowTime(b)}}, Flags: flags}
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
	case overlap(a, b):
		return as(Compatible, ReasonWithinTime)
	case a.Open || b.Open:
		return as(Compatible, ReasonWithinTime)
	}
	gap := max(a.From.Sub(b.To), b.From.Sub(a.To))
	if clock(a) && clock(b) && (a.Approx || b.Approx) && gap <= aboutClock {
		return as(Compatible, ReasonAboutTime)
	}
	if gap < 24*time.Hour && (a.Grain == timex.PartOfDay || b.Grain == timex.PartOfDay) {
		return as(Compatible, ReasonDayBoundary, FlagDayBoundary)
	}
	if a.Grain == timex.Day && b.Grain == timex.Day && gap == 0 {
		return as(Conflict, ReasonTimeDiffers, HintOffByOne)
	}
	return as(Conflict, ReasonTimeDiffers)
}

func clock(t timex.Time) bool {
	return t.Grain == timex.Second || t.Grain == timex.Minute || t.Grain == timex.Hour
}

// ShowTime writes a time as ISO 8601 at its grain.
func ShowTime(t timex.Time) string {
	if !t.Resolved() {
		return ""
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
