package factcheck

import (
	"strings"
	"time"
)

// Readable writes a normalized value in words: "≥ 1 kilometer-per-hour" as "at least 1 kilometer per
// hour", and "T10:15Z" as "10:15 UTC". What is no amount and no time is left as it is.
func Readable(v string) string {
	if t, ok := readableTime(v); ok {
		return t
	}
	if n, ok := strings.CutPrefix(v, "#"); ok && whole(n) {
		return n + ordinalSuffix(n)
	}
	mark, rest := "", v
	for i := range boundWords {
		if after, ok := strings.CutPrefix(v, boundWords[i][0]); ok {
			mark, rest = boundWords[i][1], after
			break
		}
	}
	number, unit, _ := strings.Cut(rest, " ")
	low, high, isRange := strings.Cut(number, "–")
	if !numeric(low) || isRange && !numeric(high) || strings.ContainsRune(unit, ' ') { // words of a report
		return v
	}
	out := mark + grouped(low)
	if isRange {
		out += " " + wordTo + " " + grouped(high)
	}
	if unit == "" {
		return out
	}
	return out + unitWords(unit, !isRange && low == "1")
}

// whole reports whether v is a number without sign and point.
func whole(v string) bool {
	return v != "" && strings.Trim(v, "0123456789") == ""
}

// readableTime writes a clock, a moment or an interval of days in words. A single day, month or year is words enough.
func readableTime(v string) (string, bool) {
	if from, to, ok := strings.Cut(v, "/"); ok {
		return days(from, to)
	}
	if set, ok := strings.CutPrefix(v, "[T"); ok { // either half of the day
		am, pm, _ := strings.Cut(strings.TrimSuffix(set, "]"), ",T")
		am, _ = strings.CutSuffix(am, "Z")
		pm, universal := strings.CutSuffix(pm, "Z")
		if universal {
			pm += " " + wordUTC
		}
		return am + " " + wordOr + " " + pm, true
	}
	if t, ok := strings.CutPrefix(v, "T"); ok && t != "" && t[0] <= '9' {
		t, universal := strings.CutSuffix(t, "Z")
		if _, err := time.Parse("15:04", t); err != nil {
			return "", false
		}
		if universal {
			t += " " + wordUTC
		}
		return t, true
	}
	const moment = "2006-01-02T15:04Z07:00"
	if len(v) <= len(time.DateOnly) || v[4] != '-' || v[len(time.DateOnly)] != 'T' {
		return "", false // most values are words or amounts
	}
	t, err := time.Parse(moment, v)
	switch {
	case err != nil:
		return "", false
	case strings.HasSuffix(v, "Z"):
		return t.Format("2006-01-02 15:04 ") + wordUTC, true
	}
	return t.Format("2006-01-02 15:04 -07:00"), true
}

// days writes an interval of days, whose end is the day behind its last.
func days(from, to string) (string, bool) {
	if len(from) != len(time.DateOnly) {
		return "", false
	}
	first, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return "", false
	}
	if to == ".." {
		return from + " " + wordOnwards, true
	}
	end, err := time.Parse(time.DateOnly, to)
	if err != nil || !end.After(first) {
		return "", false
	}
	return from + " " + wordTo + " " + end.AddDate(0, 0, -1).Format(time.DateOnly), true
}

func numeric(s string) bool {
	s = strings.TrimPrefix(s, "-")
	digits, points := 0, 0
	for _, c := range []byte(s) {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c == '.':
			points++
		default:
			return false
		}
	}
	return digits > 0 && points <= 1
}

// grouped puts commas between the thousands of a number of five digits or more, and writes millions and
// above as such where only zeros follow.
func grouped(s string) string {
	whole, fraction, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	scale := ""
	for i := len(magnitudes) - 1; i >= 0 && scale == "" && fraction == ""; i-- {
		m := magnitudes[i]
		if len(whole) <= m.zeros || !strings.HasSuffix(whole, strings.Repeat("0", m.zeros-1)) {
			continue
		}
		fraction = strings.TrimRight(whole[len(whole)-m.zeros:], "0")
		whole, scale = whole[:len(whole)-m.zeros], " "+m.word
	}
	if len(whole) > 4 {
		var b strings.Builder
		for i := range len(whole) {
			if i > 0 && (len(whole)-i)%3 == 0 {
				b.WriteByte(',')
			}
			b.WriteByte(whole[i])
		}
		whole = b.String()
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole + scale
}

// unitWords writes the id of a unit as words behind a number.
func unitWords(id string, one bool) string {
	if id == "percent" {
		return " %"
	}
	if id == "" || id[0] < 'a' || id[0] > 'z' { // a currency
		return " " + id
	}
	if years, ok := strings.CutSuffix(id, ageSuffix); ok { // an age
		if !one {
			years = plural(years)
		}
		return " " + years + " " + wordOld
	}
	unit, per, isRate := strings.Cut(id, "-per-")
	unit = strings.ReplaceAll(unit, "-", " ")
	if !one {
		unit = plural(unit)
	}
	if isRate {
		unit += " " + wordPer + " " + strings.ReplaceAll(per, "-", " ")
	}
	return " " + unit
}

func plural(unit string) string {
	for one, many := range plurals {
		if before, ok := strings.CutSuffix(unit, one); ok {
			return before + many
		}
	}
	return unit + "s"
}
