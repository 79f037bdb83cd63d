package metamorphic

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// A rewriting says the same in another form. It returns the edits of all places that it knows, which are made at once.
type rewriting struct {
	name string
	of   func(text string) []edit
	kept float64 // share of the changed places in compared slots that must still be found to agree or to fit
}

func rewritings(t testing.TB) []rewriting {
	spelling, names := swap(pairs(t, "spelling.txt"), true), swap(pairs(t, "names.txt"), false)
	return []rewriting{
		{"spelling, US and UK", spelling, 0.72},
		{"names", names, 0.97},
		{"units converted", convert, 0.98},
		{"date forms", dates, 0.74},
		{"curly quotation marks", curly, 0.96},
		{"straight quotation marks", straight, 0.96},
		{"single quotation marks", single, 0.98},
		{"percent and per cent", percent, 0.98},
		{"millions and billions", magnitudes, 0.98},
		{"numbers in words", numbers, 0.98},
		{"digits grouped or not", grouping, 0.96},
		{"dashes", dashes, 0.75},
		{"no-break spaces", noBreak, 0.98},
		{"lines broken", broken, 0.94},
		{"paragraphs reordered", reordered, 0.95},
		{"words in bold", around(marked, "**", "**"), 0.98},
		{"words in italics", around(marked, "<em>", "</em>"), 0.98},
		{"words with links", around(linked, "[", "](https://a.example/b_c?d=1)"), 0.98},
		{"sources cited", cited, 0.95},
		{"a page of HTML", pageOf, 0.95},
	}
}

// Shares of the variants of one kind, and of all, that must give no conflict. All of them do; the room is for texts that
// are still to be added.
const (
	leastSilent    = 0.98
	leastSilentAll = 0.995
)

// A text and what says the same in another form do not contradict each other.
func TestSameMeaning(t *testing.T) {
	oneGoroutine(t)
	all := samples(t)
	t.Logf("%d texts", len(all))
	assert.Greater(t, len(all), 200)
	var table strings.Builder
	sum, silent := 0, 0
	for _, r := range rewritings(t) {
		n, ok, slots, kept := 0, 0, 0, 0
		for _, s := range all {
			edits := r.of(s.text)
			if len(edits) == 0 {
				continue
			}
			variant := apply(s.text, edits)
			if variant == s.text {
				continue
			}
			n++
			same, changed := check(t, s, s.text), check(t, s, variant)
			for _, e := range edits {
				if inSlot(same, e) {
					slots++
					if inSlot(changed, e) {
						kept++
					} else if testing.Verbose() {
						t.Logf("no longer compared: %s: %s: %q for %q: %s", r.name, s.from, e.with, s.text[e.start:e.end], shown(s.text, e.start))
					}
				}
			}
			found := fresh(same, changed)
			if len(found) == 0 {
				ok++
				continue
			}
			t.Logf("%s: %s\n  %s\n  %s\n%s", r.name, s.from, shown(s.text, edits[0].start), shown(variant, edits[0].start), describe(found[0]))
		}
		fmt.Fprintf(&table, "%-26s %5d %7.3f %7d %7.3f\n", r.name, n, share(ok, n), slots, share(kept, slots))
		assert.GreaterOrEqual(t, share(ok, n), leastSilent, "%s: %d of %d variants give no conflict", r.name, ok, n)
		assert.NotZero(t, n, r.name)
		assert.GreaterOrEqual(t, share(kept, slots), r.kept, "%s: %d of %d places are still compared", r.name, kept, slots)
		sum, silent = sum+n, silent+ok
	}
	t.Logf("\nchange                  variants  silent  places    kept\n%s%-26s %5d %7.3f", &table, "all", sum, share(silent, sum))
	assert.GreaterOrEqual(t, share(silent, sum), leastSilentAll, "all")
}

// inSlot reports whether the words that an edit changes are evidence that the two versions agree or fit.
func inSlot(r *factcheck.Report, e edit) bool {
	for i := range r.Findings {
		if f := &r.Findings[i]; together(f) && covers(f, "a", e.start, e.end) {
			return true
		}
	}
	return false
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// shown cuts a long text around a place.
func shown(text string, at int) string {
	start, end := max(0, at-80), min(len(text), at+160)
	return strings.ToValidUTF8(strings.ReplaceAll(text[start:end], "\n", " "), "")
}

// swap puts the other form of a pair wherever one stands as a whole word, with its capital where anyCase says so.
func swap(list [][2]string, anyCase bool) func(string) []edit {
	other := map[string]string{}
	var forms []string
	for _, p := range list {
		other[p[0]], other[p[1]] = p[1], p[0]
		forms = append(forms, regexp.QuoteMeta(p[0]), regexp.QuoteMeta(p[1]))
	}
	flag := ""
	if anyCase {
		flag = "(?i)"
	}
	re := regexp.MustCompile(flag + `(?:` + strings.Join(forms, "|") + `)`)
	return func(text string) []edit {
		var out []edit
		for _, m := range re.FindAllStringIndex(text, -1) {
			if letter(text, m[0]-1) || letter(text, m[1]) {
				continue
			}
			was := text[m[0]:m[1]]
			with, ok := other[was]
			if !ok {
				low := strings.ToLower(was)
				if with, ok = other[low]; !ok || was[1:] != low[1:] {
					continue
				}
				with = strings.ToUpper(with[:1]) + with[1:]
			}
			out = append(out, edit{m[0], m[1], with})
		}
		return out
	}
}

// letter reports whether text has a letter, a digit or a hyphen at a place.
func letter(text string, at int) bool {
	return at >= 0 && at < len(text) && (text[at] == '-' || text[at] >= 0x80 && text[at] != 0xe2 || unicode.IsLetter(rune(text[at])) || unicode.IsDigit(rune(text[at])))
}

// Factors to the unit of the other system. https://www.nist.gov/pml/special-publication-811
var units = map[string]struct {
	factor float64
	unit   string
}{
	"mile": {1.609344, "kilometer"}, "miles": {1.609344, "kilometers"}, "kilometer": {1 / 1.609344, "mile"}, "kilometers": {1 / 1.609344, "miles"},
	"kilometres": {1 / 1.609344, "miles"}, "kilometre": {1 / 1.609344, "mile"}, "km": {1 / 1.609344, "miles"}, "mph": {1.609344, "km/h"}, "km/h": {1 / 1.609344, "mph"},
	"meters": {1 / 0.3048, "feet"}, "metres": {1 / 0.3048, "feet"}, "feet": {0.3048, "meters"}, "foot": {0.3048, "meter"},
	"inches": {2.54, "centimeters"}, "centimetres": {1 / 2.54, "inches"}, "centimeters": {1 / 2.54, "inches"},
	"acres": {0.40468564224, "hectares"}, "hectares": {1 / 0.40468564224, "acres"}, "pounds": {0.45359237, "kilograms"}, "kilograms": {1 / 0.45359237, "pounds"}, "kg": {1 / 0.45359237, "pounds"},
	"gallons": {3.785411784, "liters"}, "litres": {1 / 3.785411784, "gallons"}, "liters": {1 / 3.785411784, "gallons"},
}

var amount = regexp.MustCompile(`\b(\d[\d,]*(?:\.\d+)?)([ -])(mph|km/h|[a-z]+)\b`)

// convert gives amounts in the unit of the other system, rounded so that both round to each other. An amount that is
// part of a range, stands in brackets or before them, has a power of its unit, or gives its unit to a number behind it is left alone: at 48 km/h; the limit is 25.
func convert(text string) []edit {
	var out []edit
	lends := lenders(text)
	for _, m := range amount.FindAllStringSubmatchIndex(text, -1) {
		u, ok := units[text[m[6]:m[7]]]
		rest, before := text[m[1]:], text[:m[0]]
		if !ok || lends(m[0], m[1]) || strings.HasPrefix(rest, " (") || strings.HasPrefix(rest, ")") || strings.HasSuffix(before, "(") || joined(before) ||
			text[m[6]:m[7]] == "pounds" && (strings.Contains(rest, "sterling") || money.MatchString(before)) {
			continue
		}
		if with, ok := rounded(text[m[2]:m[3]], u.factor); ok {
			out = append(out, edit{m[0], m[1], with + text[m[4]:m[5]] + u.unit})
		}
	}
	return out
}

// lenders reports of a passage whether it is an amount whose unit a bare number behind it has.
func lenders(body string) func(start, end int) bool {
	d, err := new(normalize.Normalizer).Read(&text.Source{ID: "a", Text: body})
	if err != nil {
		return func(int, int) bool { return false }
	}
	var spans []text.Span
	for i := range d.Quantities {
		m := &d.Quantities[i]
		if m.Value.Unit.ID == "" || m.Rule != "elided" && m.Rule != "number" {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			if d.Quantities[j].Value.Unit.ID == m.Value.Unit.ID {
				spans = append(spans, d.Quantities[j].Span)
				break
			}
		}
	}
	return func(start, end int) bool {
		return slices.ContainsFunc(spans, func(s text.Span) bool { return s.Start < end && start < s.End })
	}
}

// money tells pounds of money from those of mass.
var money = regexp.MustCompile(`\b(?:fine[ds]?|costs?|costing|bail|paid|pays?|payment|earns?|sold|damage|worth|valu(?:e|ed)|deposits?|price|fee|reward|award(?:ed)?)\b[^.]{0,20}$`)

var joining = regexp.MustCompile(`(?:[-–.,$€£]|\b(?:to|and|or|between|million|by) )$`)

// joined reports whether what stands before an amount makes it part of a larger one.
func joined(before string) bool { return joining.MatchString(before) }

// rounded multiplies a number as it is written and rounds to the fewest digits from which the number comes back.
func rounded(written string, factor float64) (string, bool) {
	digits := strings.ReplaceAll(written, ",", "")
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || v == 0 {
		return "", false
	}
	half := 0.5
	if _, frac, ok := strings.Cut(digits, "."); ok {
		half = 0.5 * math.Pow10(-len(frac))
	}
	w := v * factor
	for digits := 2; digits < 8; digits++ {
		step := math.Pow10(int(math.Floor(math.Log10(w))) + 1 - digits)
		r := math.Round(w/step) * step
		if math.Abs(r/factor-v) > half {
			continue
		}
		decimals := max(0, int(math.Round(-math.Log10(step))))
		if decimals > 2 {
			return "", false
		}
		return grouped(strconv.FormatFloat(r, 'f', decimals, 64)), true
	}
	return "", false
}

// grouped writes 12345 as 12,345.
func grouped(s string) string {
	whole, frac, ok := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0 && len(s) > 4; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if ok && strings.Trim(frac, "0") != "" {
		return whole + "." + frac
	}
	return whole
}

const monthName = `(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`

var (
	monthDay = regexp.MustCompile(`\b` + monthName + ` (\d{1,2})(?:, (\d{4}))?\b`)
	dayMonth = regexp.MustCompile(`\b(\d{1,2}) ` + monthName + `(?: (\d{4}))?\b`)
	isoDate  = regexp.MustCompile(`\b(\d{4})-(\d\d)-(\d\d)\b`)
	yearNext = regexp.MustCompile(`^,? ?\d|^–|^-`)
)

// dates turns "Sept. 10, 2024" into "2024-09-10", that into "10 September 2024", that into "September 10, 2024", and
// without a year "Sept. 10" into "10 September" and back.
func dates(text string) []edit {
	var out []edit
	put := func(m []int, month, day, year string, dayFirst bool) {
		n, d := monthNumber(month), atoi(day)
		if n == 0 || d < 1 || d > 31 || yearNext.MatchString(text[m[1]:]) || joined(text[:m[0]]) {
			return
		}
		full := time.Month(n).String()
		with := ""
		switch {
		case year == "" && dayFirst:
			with = fmt.Sprintf("%s %d", full, d)
		case year == "":
			with = fmt.Sprintf("%d %s", d, full)
		case dayFirst:
			with = fmt.Sprintf("%s %d, %s", full, d, year)
		default:
			with = fmt.Sprintf("%s-%02d-%02d", year, n, d)
		}
		out = append(out, edit{m[0], m[1], with})
	}
	for _, m := range monthDay.FindAllStringSubmatchIndex(text, -1) {
		put(m, group(text, m, 1), group(text, m, 2), group(text, m, 3), false)
	}
	for _, m := range dayMonth.FindAllStringSubmatchIndex(text, -1) {
		put(m, group(text, m, 2), group(text, m, 1), group(text, m, 3), true)
	}
	for _, m := range isoDate.FindAllStringSubmatchIndex(text, -1) {
		if n := atoi(group(text, m, 2)); n >= 1 && n <= 12 {
			out = append(out, edit{m[0], m[1], fmt.Sprintf("%d %s %s", atoi(group(text, m, 3)), time.Month(n), group(text, m, 1))})
		}
	}
	return out
}

func group(text string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return text[m[2*n]:m[2*n+1]]
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func monthNumber(name string) int {
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(m.String(), strings.TrimSuffix(name, ".")) {
			return int(m)
		}
	}
	return 0
}

var (
	straightPair = regexp.MustCompile(`"([^"\n“”]+)"`)
	curlyPair    = regexp.MustCompile(`“([^"\n“”]+)”`)
)

func curly(text string) []edit { return requote(text, straightPair, "“", "”") }

func straight(text string) []edit { return requote(text, curlyPair, `"`, `"`) }

// single puts single marks where the words inside have none, nor an apostrophe.
func single(text string) []edit {
	return append(requote(text, straightPair, "‘", "’"), requote(text, curlyPair, "‘", "’")...)
}

func requote(text string, re *regexp.Regexp, open, shut string) []edit {
	var out []edit
	for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
		if open == "‘" && strings.ContainsAny(group(text, m, 1), "'’‘") {
			continue
		}
		out = append(out, edit{m[0], m[2], open}, edit{m[3], m[1], shut})
	}
	return out
}

var percents = regexp.MustCompile(`(\d)(%| percent\b| per cent\b)`)

func percent(text string) []edit {
	other := map[string]string{"%": " percent", " percent": " per cent", " per cent": "%"}
	return replace(text, percents, 2, func(s string) string { return other[s] })
}

var large = regexp.MustCompile(`[$€£]\d[\d.]*( million|m|mn| billion|bn|b)\b`)

func magnitudes(text string) []edit {
	other := map[string]string{" million": "m", "m": " million", "mn": " million", " billion": "bn", "bn": " billion", "b": " billion"}
	return replace(text, large, 1, func(s string) string { return other[s] })
}

var words = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

var counted = regexp.MustCompile(`(?:^|[\s(“"])(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:people|men|women|children|houses|homes|workers|soldiers|officers|members|miles|buildings|schools|villages|districts|students|passengers|years|days|weeks|months|hours|others|crew|troops|civilians|residents|suspects|vehicles|cars|ships|planes|drones)\b`)

// numbers writes small counts in digits as words, and words as digits.
func numbers(text string) []edit {
	return replace(text, counted, 1, func(s string) string {
		for n, w := range words {
			if s == w {
				return strconv.Itoa(n)
			}
		}
		if n := atoi(s); n >= 2 && n < len(words) {
			return words[n]
		}
		return s
	})
}

var (
	thousands = regexp.MustCompile(`(?:^|[\s(])(\d{1,3},\d{3}) [a-z]`)
	bare      = regexp.MustCompile(`(?:^|[\s(])([2-9]\d{4}) [a-z]`)
)

func grouping(text string) []edit {
	out := replace(text, thousands, 1, func(s string) string { return strings.ReplaceAll(s, ",", "") })
	return append(out, replace(text, bare, 1, grouped)...)
}

var dash = regexp.MustCompile(`\w( — | – | - |—)\w`)

func dashes(text string) []edit {
	other := map[string]string{" — ": " – ", " – ": " — ", " - ": " – ", "—": " — "}
	return replace(text, dash, 1, func(s string) string { return other[s] })
}

// replace changes one group of each match.
func replace(text string, re *regexp.Regexp, n int, with func(string) string) []edit {
	var out []edit
	for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
		if w := with(group(text, m, n)); w != group(text, m, n) {
			out = append(out, edit{m[2*n], m[2*n+1], w})
		}
	}
	return out
}

var gap = regexp.MustCompile(`(?:\d|\b[A-Z][a-z]+)( )(?:[a-z]|[A-Z])`)

// noBreak puts no-break spaces behind numbers and inside names, as pages of the web have them.
func noBreak(text string) []edit {
	return replace(text, gap, 1, func(string) string { return "\u00a0" })
}

// broken ends a line at the first space behind each 60th column, as a mail does. A text of one or two such lines does
// not tell that its lines were broken.
func broken(text string) []edit {
	var out []edit
	if len(text) < 240 {
		return nil
	}
	column := 0
	for i, r := range text {
		column++
		switch {
		case r == '\n':
			column = 0
		case r == ' ' && column > 60:
			out = append(out, edit{i, i + 1, "\n"})
			column = 0
		}
	}
	return out
}

// Words by which a paragraph leans on the one before it.
var leaning = regexp.MustCompile(`(?i)\b(?:he|she|it|they|him|her|his|hers|its|them|their|this|that|these|those|also|another|other|others|latter|former|such|same|meanwhile|however|later|then|earlier|before|after|the)\b`)

// reordered exchanges paragraphs behind the first that do not lean on others.
func reordered(text string) []edit {
	paragraphs := strings.Split(text, "\n\n")
	var free []int
	for i, p := range paragraphs {
		if i > 0 && !leaning.MatchString(firstWords(p, 4)) && !strings.ContainsAny(p[:min(1, len(p))], "\"“") {
			free = append(free, i)
		}
	}
	if len(free) < 2 {
		return nil
	}
	order := append([]string(nil), paragraphs...)
	for k, i := range free {
		order[i] = paragraphs[free[(k+1)%len(free)]]
	}
	return []edit{{0, len(text), strings.Join(order, "\n\n")}}
}

func firstWords(s string, n int) string {
	f := strings.Fields(s)
	return strings.Join(f[:min(n, len(f))], " ")
}
