package timex

import "time"

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// days returns t, which is in UTC, moved by n days.
func days(t time.Time, n int) time.Time {
	if -farDays < n && n < farDays {
		return t.Add(time.Duration(n) * 24 * time.Hour) // UTC has no days of 23 hours
	}
	return t.AddDate(0, 0, n)
}

// farDays is less than a Duration has room for.
const farDays = 100_000

// weekday returns 1 for Monday to 7 for Sunday.
func weekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// midnight returns the start of the day of t, where t was.
func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return date(y, int(m), d)
}

// validDay reports whether the calendar has the day.
func validDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	return date(y, m, d).Day() == d
}

func day(t time.Time) Time { return Time{From: t, To: days(t, 1), Grain: Day} }

func month(y, m int) Time { return Time{From: date(y, m, 1), To: date(y, m+1, 1), Grain: Month} }

func year(y int) Time { return Time{From: date(y, 1, 1), To: date(y+1, 1, 1), Grain: Year} }

// quarter returns quarter q of a year, 1 to 4.
func quarter(y, q int) Time {
	return Time{From: date(y, 3*q-2, 1), To: date(y, 3*q+1, 1), Grain: Quarter}
}

// half returns half h of a year, 1 or 2.
func half(y, h int) Time { return Time{From: date(y, 6*h-5, 1), To: date(y, 6*h+1, 1), Grain: Quarter} }

func decade(y int) Time {
	y -= y % 10
	return Time{From: date(y, 1, 1), To: date(y+10, 1, 1), Grain: Decade}
}

// century returns century n as people count it: the 19th has 1801 to 1900, spoken of as 1800 to 1899.
func century(n int) Time {
	return Time{From: date(100*(n-1), 1, 1), To: date(100*n, 1, 1), Grain: Century}
}

// firstMonth of the meteorological seasons of the northern hemisphere.
const (
	spring = 3
	summer = 6
	autumn = 9
	winter = 12
)

// season returns the season that begins in the given month of year y: winter 2024 begins in December 2024.
func season(y, first int) Time {
	return Time{From: date(y, first, 1), To: date(y, first+3, 1), Grain: Season}
}

// unitAt returns the unit of grain g that t lies in, n units on. Weeks begin on Monday.
func unitAt(t time.Time, g Grain, n int) Time {
	y, m, d := t.Date()
	switch g {
	case Day:
		return day(date(y, int(m), d+n))
	case Week:
		from := days(midnight(t), 1-weekday(t)+7*n)
		return Time{From: from, To: days(from, 7), Grain: Week}
	case Month:
		return month(y, int(m)+n)
	case Quarter:
		return quarter(y, (int(m)+2)/3+n)
	case Year:
		return year(y + n)
	case Decade:
		return decade(y + 10*n)
	case Century:
		return century(y/100 + 1 + n)
	}
	return Time{}
}

// add returns t moved by n units of grain g.
func add(t time.Time, g Grain, n int) time.Time {
	switch g {
	case Day:
		return days(t, n)
	case Week:
		return days(t, 7*n)
	case Month:
		return addMonths(t, n)
	case Quarter:
		return addMonths(t, 3*n)
	case Year:
		return addMonths(t, 12*n)
	case Decade:
		return addMonths(t, 120*n)
	case Century:
		return addMonths(t, 1200*n)
	}
	return t
}

// addMonths keeps to the last day of a shorter month: a month before 31 March is 29 or 28 February.
func addMonths(t time.Time, n int) time.Time {
	y, m, d := t.Date()
	first := date(y, int(m)+n, 1)
	last := days(date(first.Year(), int(first.Month())+1, 1), -1)
	return date(first.Year(), int(first.Month()), min(d, last.Day()))
}

// summerTime reports whether clocks are an hour ahead on the day: from the second Sunday of March to the
// first of November in the United States, from the last Sunday of March to the last of October in Europe.
func summerTime(rule string, d time.Time) bool {
	y := d.Year()
	switch rule {
	case "us":
		return !d.Before(sunday(y, 3, 8)) && d.Before(sunday(y, 11, 1))
	case "eu":
		return !d.Before(sunday(y, 3, 25)) && d.Before(sunday(y, 10, 25))
	}
	return false
}

// sunday returns the first Sunday on or after a day.
func sunday(y, m, d int) time.Time {
	t := date(y, m, d)
	return days(t, 7-weekday(t))
}
