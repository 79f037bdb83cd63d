package metamorphic

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// An error is planted at one place of a text: the edit, and the words that a conflict must have as evidence, which are
// the words themselves or, where the speaker of a quotation changes, the quotation.
type planted struct {
	edit
	at factcheck.Span
}

// A mistake is a kind of error. It returns the errors that can be planted into what a finding covers.
type mistake struct {
	name string
	in   func(f *factcheck.Finding) bool // findings whose evidence is such a slot
	of   func(text string, slot factcheck.Span) []planted
	min  float64 // share of the planted errors that must be found: what was measured, less what a few more texts may change; never to be lowered
}

var mistakes = []mistake{
	{"number: two digits exchanged", of(compare.NumberMatch), matches(digits, transposed), 0.74},
	{"number: another first digit", of(compare.NumberMatch), matches(digits, otherDigit), 0.74},
	{"number: ten times as much", of(compare.NumberMatch), matches(digits, tenfold), 0.73},
	{"number: another word", of(compare.NumberMatch), matches(numberWord, otherWord), 0.64},
	{"unit", of(compare.NumberMatch), matches(unitWord, otherUnit), 0.83},
	{"million and billion", of(compare.NumberMatch), matches(scaleWord, otherScale), 0.80},
	{"time of day: another hour", of(compare.DateMatch), matches(clockTime, otherHour), 0.80},
	{"date: another day", of(compare.DateMatch), matches(dayOfMonth, otherDay), 0.84},
	{"date: another month", of(compare.DateMatch), matches(monthWord, otherMonth), 0.84},
	{"date: another weekday", of(compare.DateMatch), matches(weekdayWord, otherWeekday), 0.93},
	{"date: another year", of(compare.DateMatch), matches(yearDigits, otherYear), 0.75},
	{"negation in a statement", of(compare.StatementMatch), matches(auxiliary, negated), 0.97},
	{"negation in a quotation", of(compare.QuoteMatch), matches(auxiliary, negated), 0.95},
	{"word of a quotation", of(compare.QuoteMatch), matches(adjective, opposite), 0.60},
	{"name in a statement", of(compare.StatementMatch), matches(fullName, otherName), 0.92},
	{"speaker of a quotation", of(compare.SpeakerMatch), speakers, 0.75},
}

// of is for slots that a rule has found to agree or to fit.
func of(rule compare.Rule) func(*factcheck.Finding) bool {
	return func(f *factcheck.Finding) bool { return together(f) && f.Rule == rule }
}

// leastFound is the share of all planted errors that must be found.
const leastFound = 0.82

// leastTold is the share of those that must be found, or shown side by side for a desk to review: a toll may have risen.
const leastTold = 0.91

const mostOfAKind = 4 // errors of one kind that are planted into one text, to keep the test short

// An error that is planted into a slot which is compared gives a conflict about the words it stands in.
func TestPlantedErrors(t *testing.T) {
	oneGoroutine(t)
	all := samples(t)
	planted, found := make([]int, len(mistakes)), make([]int, len(mistakes))
	asked, fit := make([]int, len(mistakes)), make([]int, len(mistakes))
	for _, s := range all {
		if !s.planted {
			continue // part of a report, a case of one rule, or a line of a corpus
		}
		same := check(t, s, s.text)
		for k, m := range mistakes {
			for _, p := range places(same, s.text, m) {
				planted[k]++
				changed := check(t, s, apply(s.text, []edit{p.edit}))
				switch {
				case caught(same, changed, p):
					found[k]++
				case fitted(changed, p, compare.Review):
					asked[k]++
				case fitted(changed, p, compare.Info):
					fit[k]++
				case testing.Verbose():
					t.Logf("missed: %s: %s: %q for %q: %s", m.name, s.from, p.with, s.text[p.start:p.end], shown(s.text, p.start))
				}
			}
		}
	}
	var table strings.Builder
	n, ok, told := 0, 0, 0
	for k, m := range mistakes {
		fmt.Fprintf(&table, "%-30s %7d %7.3f %7.3f %7.3f\n", m.name, planted[k], share(found[k], planted[k]), share(asked[k], planted[k]), share(fit[k], planted[k]))
		assert.NotZero(t, planted[k], m.name)
		assert.GreaterOrEqual(t, share(found[k], planted[k]), m.min, "%s: %d of %d found", m.name, found[k], planted[k])
		n, ok, told = n+planted[k], ok+found[k], told+asked[k]
	}
	assert.GreaterOrEqual(t, share(ok, n), leastFound, "all")
	assert.GreaterOrEqual(t, share(ok+told, n), leastTold, "all that are found or to be reviewed")
	t.Logf("\nerror                          planted   found   asked     fit\n%s%-30s %7d %7.3f %7.3f", &table, "all", n, share(ok, n), share(told, n))
}

// places returns the errors of a kind that can be planted into compared slots of a text, those aside about whose words
// the text is in conflict already.
func places(same *factcheck.Report, text string, m mistake) []planted {
	var out []planted
	seen := map[int]bool{}
	for i := range same.Findings {
		f := &same.Findings[i]
		if !m.in(f) {
			continue
		}
		for _, e := range f.Evidence() {
			if e.Source != "a" {
				continue
			}
			for _, p := range m.of(text, e.Span) {
				if !seen[p.start] && p.with != text[p.start:p.end] && !disputed(same, p.at) && len(out) < mostOfAKind {
					seen[p.start] = true
					out = append(out, p)
				}
			}
		}
	}
	return out
}

func disputed(r *factcheck.Report, at factcheck.Span) bool {
	for i := range r.Findings {
		if f := &r.Findings[i]; against(f) && covers(f, "a", at.Start, at.End) {
			return true
		}
	}
	return false
}

// caught reports whether a conflict lies over the place, in the text or in the other version, or over the words that were planted.
func caught(same, changed *factcheck.Report, p planted) bool {
	end := p.at.End
	if p.start >= p.at.Start && p.end <= p.at.End {
		end += len(p.with) - (p.end - p.start)
	}
	for _, f := range fresh(same, changed) {
		if covers(f, "a", p.at.Start, p.at.End) || covers(f, "b", p.at.Start, end) || covers(f, "b", p.start, p.start+len(p.with)) {
			return true
		}
	}
	return false
}

// fitted reports whether the report shows both values of the place side by side, with that severity at least, and says why they
// fit: a bound, a rounding, a toll that may have risen, which is to be reviewed.
func fitted(changed *factcheck.Report, p planted, severity compare.Severity) bool {
	for i := range changed.Findings {
		f := &changed.Findings[i]
		if f.Verdict != compare.VerdictCompatible || !together(f) || f.Severity < severity {
			continue
		}
		a, b := -1, -1
		for k := range f.Positions {
			for _, e := range f.Positions[k].Evidence {
				switch {
				case e.Source == "a" && e.Start < p.at.End && p.at.Start < e.End:
					a = k
				case e.Source == "b" && e.Start < p.at.Start+max(len(p.with), 1) && p.at.Start < e.End:
					b = k
				}
			}
		}
		if a >= 0 && b >= 0 && a != b {
			return true
		}
	}
	return false
}

// matches plants errors at each match of re in a slot; with returns "" where a match cannot be changed.
func matches(re *regexp.Regexp, with func(string) string) func(string, factcheck.Span) []planted {
	return func(text string, slot factcheck.Span) []planted {
		var out []planted
		for _, m := range re.FindAllStringIndex(text[slot.Start:slot.End], -1) {
			e := edit{slot.Start + m[0], slot.Start + m[1], ""}
			if letter(text, e.start-1) && text[e.start-1] != '-' || letter(text, e.end) && text[e.end] != '-' {
				continue
			}
			if e.with = with(text[e.start:e.end]); e.with != "" {
				out = append(out, planted{e, factcheck.Span{Start: e.start, End: e.end}})
			}
		}
		return out
	}
}

var digits = regexp.MustCompile(`\d[\d,]*(?:\.\d+)?`)

// transposed exchanges the first two digits that differ and stand side by side: 37 and 73.
func transposed(s string) string {
	for i := 0; i+1 < len(s); i++ {
		if a, b := s[i], s[i+1]; a >= '0' && b > '0' && a <= '9' && b <= '9' && a != b && (i > 0 || b != '0') {
			return s[:i] + string(b) + string(a) + s[i+2:]
		}
	}
	return ""
}

// otherDigit puts another first digit: 37 and 67.
func otherDigit(s string) string {
	if s[0] == '0' || strings.Contains(s, ".") && len(s) < 3 {
		return ""
	}
	return string('1'+(s[0]-'1'+3)%9) + s[1:]
}

func tenfold(s string) string {
	if strings.Contains(s, ".") {
		return strings.Replace(s, ".", "", 1)
	}
	return grouped(strings.ReplaceAll(s, ",", "") + "0")
}

var numberWord = regexp.MustCompile(`(?i)\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|dozens|hundreds|thousands)\b`)

func otherWord(s string) string {
	other := map[string]string{"two": "five", "three": "eight", "four": "nine", "five": "two", "six": "eleven", "seven": "twelve", "eight": "three", "nine": "four", "ten": "seventeen",
		"eleven": "six", "twelve": "twenty", "fifteen": "fifty", "twenty": "twelve", "thirty": "thirteen", "forty": "fourteen", "fifty": "fifteen", "sixty": "sixteen",
		"dozens": "thousands", "hundreds": "dozens", "thousands": "hundreds"}
	return likeCase(s, other[strings.ToLower(s)])
}

func likeCase(as, s string) string {
	if s != "" && as[0] >= 'A' && as[0] <= 'Z' {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

var unitWord = regexp.MustCompile(`\b(?:miles?|kilomet(?:er|re)s?|km|met(?:er|re)s|feet|inches|centimet(?:er|re)s|pounds|kilograms|kg|acres|hectares|litres|liters|gallons|hours|days|weeks|months|years|minutes|mph|km/h)\b|[$€£]`)

func otherUnit(s string) string {
	other := map[string]string{"mile": "kilometer", "miles": "kilometers", "kilometer": "mile", "kilometre": "mile", "kilometers": "miles", "kilometres": "miles", "km": "miles",
		"meters": "feet", "metres": "feet", "feet": "meters", "inches": "centimeters", "centimeters": "inches", "centimetres": "inches", "pounds": "kilograms", "kilograms": "pounds", "kg": "pounds",
		"acres": "hectares", "hectares": "acres", "litres": "gallons", "liters": "gallons", "gallons": "liters", "hours": "days", "days": "weeks", "weeks": "months", "months": "years",
		"years": "months", "minutes": "hours", "mph": "km/h", "km/h": "mph", "$": "£", "€": "$", "£": "€"}
	return other[s]
}

var scaleWord = regexp.MustCompile(`\b(?:million|billion|thousand)\b`)

func otherScale(s string) string {
	return map[string]string{"million": "billion", "billion": "million", "thousand": "million"}[s]
}

var clockTime = regexp.MustCompile(`\b\d{1,2}(?:[:.]\d\d)? [ap]\.?m\b`)

// otherHour keeps the minutes and the half of the day.
func otherHour(s string) string {
	i := strings.IndexAny(s, ":. ")
	h := atoi(s[:i])
	if h < 1 || h > 12 {
		return ""
	}
	return strconv.Itoa(1+(h+4)%12) + s[i:]
}

var dayOfMonth = regexp.MustCompile(`\b\d{1,2}\b(?:(?:[:.]\d\d)? ?[ap]\.?m|[:.]\d\d)?`)

func otherDay(s string) string {
	d := atoi(s)
	if d < 1 || d > 28 {
		return ""
	}
	return strconv.Itoa(1 + (d+10)%28)
}

var monthWord = regexp.MustCompile(`\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b`)

func otherMonth(s string) string { return time.Month(1 + (monthNumber(s)+3)%12).String() }

var weekdayWord = regexp.MustCompile(`\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b`)

func otherWeekday(s string) string {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if d.String() == s {
			return time.Weekday((int(d) + 4) % 7).String()
		}
	}
	return ""
}

var yearDigits = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

func otherYear(s string) string { return strconv.Itoa(atoi(s) - 2) }

var auxiliary = regexp.MustCompile(`\b(?:is|are|was|were|will|would|could|should|must|has|have|had)(?: not)?\b`)

func negated(s string) string {
	if plain, ok := strings.CutSuffix(s, " not"); ok {
		return plain
	}
	return s + " not"
}

var adjective = regexp.MustCompile(`\b(?:better|worse|more|less|good|bad|safe|ready|strong|weak|early|late|first|last|never|always|high|low|new|old|long|short|winter|summer|before|after|up|down)\b`)

func opposite(s string) string {
	list := []string{"better", "worse", "more", "less", "good", "bad", "safe", "unsafe", "ready", "unable", "strong", "weak", "early", "late", "first", "last", "never", "always", "high", "low", "new", "old", "long", "short", "winter", "summer", "before", "after", "up", "down"}
	for i, w := range list {
		if w == s {
			return list[i^1]
		}
	}
	return ""
}

var fullName = regexp.MustCompile(`\b[A-Z][a-z]+ [A-Z][a-z]{2,}\b`)

// otherName keeps the first word of a name and changes the second: a given name with another surname, a body of
// another sort.
func otherName(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first + " Velmarsson"
}

var sentenceEnd = regexp.MustCompile(`[.!?]["”]?\s`)

// speakers puts another person's name for each full name that stands in the sentence of a quotation, outside it.
func speakers(text string, slot factcheck.Span) []planted {
	start := 0
	for _, m := range sentenceEnd.FindAllStringIndex(text[:slot.Start], -1) {
		start = m[1]
	}
	end := len(text)
	if m := sentenceEnd.FindStringIndex(text[slot.End:]); m != nil {
		end = slot.End + m[0] + 1
	}
	var out []planted
	for _, part := range []factcheck.Span{{Start: start, End: slot.Start}, {Start: slot.End, End: end}} {
		if part.End <= part.Start {
			continue
		}
		for _, m := range personAtVerb.FindAllStringSubmatchIndex(text[part.Start:part.End], -1) {
			k := 2
			if m[k] < 0 {
				k = 4
			}
			out = append(out, planted{edit{part.Start + m[k], part.Start + m[k+1], "Ottilie Velmars"}, slot})
		}
	}
	return out
}

var personAtVerb = regexp.MustCompile(`\b([A-Z][a-z]+ [A-Z][a-z]{2,}),? (?:said|told|warned|added|wrote|called)\b|\b(?:said|added|wrote|warned) (?:[a-z]+ )*([A-Z][a-z]+ [A-Z][a-z]{2,})\b`)
