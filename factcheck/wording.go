package factcheck

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
)

// What the reader of a report is told is worded in this file and nowhere else.

const (
	wordReview     = "to review"
	wordAgrees     = "agree"
	wordFits       = "fit together"
	wordAgree      = "Agree"
	wordCompatible = "Fit together"
	wordDisputed   = "Disputed between speakers"
	wordSingle     = "In one source only"
	wordOrigins    = "Of one origin"
	wordWhy        = "why"
	wordAlso       = "also in"
	wordID         = "id"
	wordOneOrigin  = "one origin"
	wordQuiet      = "%d accepted or known: -all shows them"
	wordAccepted   = "accepted"
	wordSigns      = "= agree, ~ fit together, ! differ, ? disputed between speakers, - only one has all of it"
	wordNobody     = "one of the reports"
	wordMore       = "… %d more: -all shows them"
)

var numerals = [...]string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"}

// Headline is the first sentence of a report: how many sources, and how many points to check.
func (r *Report) Headline() string {
	n := len(r.Sources)
	count := strconv.Itoa(n)
	if n < len(numerals) {
		count = numerals[n]
	}
	what := "reports, one event"
	if n == 1 {
		what = "report"
	}
	s := r.tally()
	check := s.Serious + s.Review + s.Minor
	switch check {
	case 0:
		return fmt.Sprintf("%s %s: nothing to check", count, what)
	case 1:
		return fmt.Sprintf("%s %s: 1 point to check", count, what)
	}
	return fmt.Sprintf("%s %s: %d points to check", count, what, check)
}

// Name is what a source is called in a report: its outlet, else its id; with a word on its date where
// that was not given.
func (s *SourceInfo) Name() string {
	name := s.ID
	if s.Outlet != "" {
		name = s.Outlet
	}
	switch {
	case s.Published.IsZero():
		return name + " (no date)"
	case s.PublishedFrom == "dateline":
		return name + " (dated by its text: " + FormatDate(s.Published) + ")"
	}
	return name
}

func wordEmpty(r *Report) string {
	if len(r.Sources) < 2 {
		return "There is only one report, so nothing could be compared."
	}
	return "Nothing could be compared: no two reports were found to speak of the same thing."
}

// Absent says that a source lacks what the others have.
func (f *Finding) Absent() string {
	if f.Rule == compare.ClaimWithoutDenial {
		return "(no denial found)"
	}
	return "(nothing found)"
}

// headings says what a finding of a rule is, behind its topic.
var headings = map[compare.Rule]string{
	compare.NumberMatch:        "the same figure",
	compare.NumberConflict:     "different figures",
	compare.UnitCheck:          "one amount in two units",
	compare.SumCheck:           "parts and their sum",
	compare.SelfConflict:       "one source against itself",
	compare.DateMatch:          "the same date",
	compare.DateConflict:       "different dates",
	compare.NameVariant:        "one name, several spellings",
	compare.NameConflict:       "different names",
	compare.OfficeMatch:        "the same office",
	compare.PlaceMatch:         "the same place",
	compare.PlaceConflict:      "different places",
	compare.SpeakerMatch:       "the same speaker",
	compare.SpeakerConflict:    "who said it?",
	compare.StatementMatch:     "the same statement",
	compare.StanceConflict:     "claim against denial",
	compare.StrengthConflict:   "stated more or less firmly",
	compare.TermConflict:       "different terms",
	compare.DetailDropped:      "a detail left out",
	compare.QuoteMatch:         "the same quotation",
	compare.QuoteDrift:         "one quotation, different words",
	compare.QuoteCut:           "a quotation cut short",
	compare.UnclosedQuote:      "a quotation that is never closed",
	compare.ClaimWithoutDenial: "the accusation without the denial",
	compare.SharedOrigin:       "several reports, one origin",
	compare.FirstReport:        "first reported elsewhere",
	compare.Relay:              "told at second hand",
	compare.UnnamedSource:      "on the word of people without a name",
	compare.Copy:               "copied text",
	compare.OneSource:          "in one source only",
}

// Rules returns the names of all rules, sorted. They are a promise: see docs/stability.md.
func Rules() []compare.Rule { return slices.Sorted(maps.Keys(headings)) }

// title is the line above a finding: what it is about, and what is the matter.
func title(f *compare.Finding) string {
	if f.Topic == "" {
		return upperFirst(heading(f))
	}
	return f.Topic + ": " + heading(f)
}

// Heading says what is the matter, without the topic.
func (f *Finding) Heading() string { return upperFirst(heading(&f.Finding)) }

func heading(f *compare.Finding) string {
	switch {
	case f.Reason.Code == compare.ReasonDirection:
		return "different directions"
	case f.Verdict == compare.VerdictDisputed:
		return "the speakers disagree"
	case f.Reason.Code == compare.ReasonNarrowed || f.Reason.Code == compare.ReasonUncount:
		return "told more exactly in one report"
	case f.Reason.Code == compare.ReasonDenied:
		return "denied, in several reports"
	case f.Reason.Code == compare.ReasonDeclined:
		return "neither confirmed nor denied"
	case f.Reason.Code == compare.ReasonSumTold:
		return "parts and their sum"
	case f.Reason.Code == compare.ReasonRetold:
		return "one occasion, in other words"
	case f.Reason.Code == compare.ReasonElapsed:
		return "how long, and since when"
	case f.Verdict == compare.VerdictCompatible && f.Rule == compare.NumberMatch:
		return "figures that fit together"
	case f.Verdict == compare.VerdictCompatible && f.Rule == compare.DateMatch:
		return "dates that fit together"
	case f.Reason.Code == compare.ReasonAct:
		return "confirmed here, an accusation there"
	case f.Reason.Code == compare.ReasonTwice:
		return "twice in one report, in different words"
	case f.Reason.Code == compare.ReasonHeadFact:
		return "a fact in the headline alone"
	case f.Reason.Code == compare.ReasonReplies:
		return "no answer, in different verbs"
	case f.Reason.Code == compare.ReasonHedged:
		return "hedged by all"
	case f.Verdict == compare.VerdictCompatible && f.Rule == compare.StatementMatch:
		return "statements that fit together"
	case f.Reason.Code == compare.ReasonSaidOn:
		return "when it was said"
	case f.Reason.Code == compare.ReasonPart || f.Reason.Code == compare.ReasonPartBroken:
		return "a part and its whole"
	case f.Reason.Code == compare.ReasonListed:
		return "a count and the names it counts"
	case f.Reason.Code == compare.ReasonMetonym:
		return "named by its seat of government"
	case f.Reason.Code == compare.ReasonCalendar:
		return "one day, told in two ways"
	case f.Reason.Code == compare.ReasonSort:
		return "of the same sort"
	case f.Reason.Code == compare.ReasonSumUntold:
		return "a sum that no report gives"
	case f.Reason.Code == compare.ReasonOwn:
		return "its own earlier reports"
	case f.Reason.Code == compare.ReasonWeekday:
		return "not the day of the week"
	case f.Reason.Code == compare.ReasonHeadline:
		return "the headline against the text"
	case f.Reason.Code == compare.ReasonChange || f.Reason.Code == compare.ReasonNoChange:
		return "a percentage and the amounts it is of"
	case f.Verdict == compare.VerdictConflict && f.Rule == compare.UnitCheck:
		return "a wrong conversion"
	}
	if h, ok := headings[f.Rule]; ok {
		return h
	}
	return string(f.Rule)
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// reasons words the codes of compare, each as one sentence. {0} {1} … stand for the arguments.
var reasons = map[string]string{
	"equal":              "The same value: {0}.",
	"converted":          "{0} is {~2}: the same as {1}, as exactly as both are written.",
	"converted/2":        "{0} is {1}, converted.",
	"rounded":            "{0} and {1} are one number, rounded as it is written.",
	"bound-meets":        "“{0}” and “{1}” can both be true.",
	"bound-apart":        "“{0}” and “{1}” have no value in common.",
	"ambiguous-currency": "{0} and {1} may be one sum: one report does not say whose currency it means.",
	"money-converted":    "{0} and {1} are within 6 %, as two conversions of one sum may be.",
	"update":             "The later report has the higher figure, as a count that still moves does: {0} and {1}.",
	"maybe-update":       "{0} and {1} may be one count at two moments: a report does not say when, or both are of one time.",
	"revision":           "The later report says less than the earlier one, and does not say that it corrects it: {0} and {1}.",
	"correction":         "{0} and {1} differ, and a correction is announced.",
	"differ":             "{0} and {1} do not fit together: neither unit, rounding nor the words around them explain the difference.",
	"dimension":          "{0} and {1} are not amounts of one kind.",
	"misconverted":       "{0} is given as {1}, which is another amount.",
	"name-variant":       "Forms of one name.",
	"metonym":            "The seat of a government stands for its state: {0}.",
	"direction":          "The same distance from {2}, in different directions: {0} and {1} from north.",
	"term-variant":       "The reports use different words for one thing.",
	"spelling-variant":   "The reports spell one quoted word differently.",
	"hedged-alike":       "No report states this as a fact; each has a word of its own for how likely it is.",
	"strength":           "One report says “{0}” and another “{1}”: the one states it more firmly than the other.",
	"speech-act":         "“{0}” takes it for true, “{1}” leaves that open: one holder, two verbs.",
	"term-differs":       "One report says “{0}” where another says “{1}”: the two words are close and do not mean the same.",
	"narrowed":           "One report has “{0}” where another has “{1}”, with the same amount.",
	"uncounted":          "One report gives a number, {0}, and another none.",
	"detail-dropped":     "One report has “{0}”, another only “{1}”.",
	"same-speaker":       "The reports give these words to the same speaker: {0}.",
	"alone":              "Only {0} has this.",
	"one-source":         "Only {1} gives this figure: {0}.",
	"said-on":            "By the date of each report, {0} said it on one day: {1}.",
	"same-office":        "The reports give {0} one office: {1}.",
	"same-place":         "The reports place it alike: {0}.",
	"within-place":       "The reports place it in {0} and in {1}, of which one lies in the other.",
	"places-differ":      "One report places it in {0} and another in {1}, and neither names the place of the other.",
	"same-time":          "The same time: {0}.",
	"within-time":        "{0} and {1} overlap: one is told less exactly.",
	"about-time":         "{0} and {1} lie close together, and one is said to be approximate.",
	"day-boundary":       "{0} and {1} are two days with a night or a time zone between them.",
	"time-differs":       "{0} and {1} have no moment in common.",
	"claim-denial":       "Said by {0}, denied by {1}: the speakers disagree, not the reports.",
	"said-and-denied":    "One report has {0} say so and another has {1} deny it.",
	"denied-alike":       "Several reports have this denied, by {1}.",
	"declined-alike":     "Several reports say that {1} would not confirm or deny this.",
	"no-denial":          "{0} has the accusation and not the denial, which at least two others carry.",
	"shared-speaker":     "What these reports have from {0} on this occasion counts as one origin.",
	"shared-document":    "What these reports have from {0} counts as one origin.",
	"shared-agency":      "These reports name {0}, so they count as one origin.",
	"copied-text":        "The reports share most of their words, so they count as one.",
	"first-reported":     "The reports say that {0} had it first.",
	"fewer":              "One report says “{0}”, another only “{1}”.",
	"sum-told":           "These come to {0}, which another report gives as the whole.",
	"sum-untold":         "Together {0}, which no report adds up.",
	"same-sort":          "The reports call {0} the same: {1}.",
	"elapsed":            "From {1} to {2} it is {0}, as exactly as both are told.",
	"first-unnamed":      "One report has this from {0}, whom it does not name, another says that {1} had it first: they may be of one origin.",
	"unnamed":            "The reports have this from people whom they do not name, so that nobody can tell how many origins it has.",
	"vicinity":           "“{0}” and “{1}” tell of one place, each by what it lies near.",
	"rank":               "“{0}” and “{1}” can both be so.",
	"retold":             "The reports have {0} say this on one occasion ({1}), each in words of its own.",
	"statement-same":     "The reports say this in much the same words.",
	"two-speakers":       "One report gives these words to {0}, another to {1}.",
	"not-so":             "One report says “{0}”, another that it is not so.",
	"conceded":           "“{0}” is denied in one report and conceded, in other words, in another: “{1}”.",
	"contrary":           "One report says “{0}”, another “{1}”: both cannot be so.",
	"trend":              "One report says that it rose by {0}, the other that it fell by as much.",
	"sum":                "The parts come to {1}, as they are said to.",
	"sum-broken":         "The parts come to {1}, more than the {0} that they are of.",
	"part":               "{0} of {1}: the part is no more than the whole.",
	"part-broken":        "{0} of {1}: the part is more than the whole.",
	"listed":             "{0}, and as many are named: {1}.",
	"weekday":            "The day is told as a {1}, and {0} was a {2}.",
	"calendar":           "By the calendar {0} is {1}.",
	"change":             "From {1} to {2} is a change of {3} percent: {0}, as it is rounded.",
	"no-change":          "From {1} to {2} is a change of {3} percent, not of {0}.",
	"headline":           "The headline says {0} and the text {1}.",
	"relay":              "The report has this from {0}, and from nobody itself.",
	"own-report":         "The report rests on what {0}, its own outlet, reported before.",
	"other-name":         "The sentences are word for word the same but for the name: {0}, {1}.",
	"two-people":         "The reports name two people in one role: {0} and {1}.",
	"name-slip":          "{0} here and {1} there: two names, or one of them is misspelt.",
	"quote-same":         "The same words of {0} in each report, spelling and punctuation aside.",
	"quote-drift":        "The words of {0} are given in {1} wordings by {2} reports, all as a quotation.",
	"quote-twice":        "One report has this sentence of {0} twice, nearly word for word, and not in the same words.",
	"replies-differ":     "None of these is a stance, and each leans its own way: “{0}”, “{1}”.",
	"headline-fact":      "The headline has “{0}” for a fact, the words it quotes are “{1}” in the text.",
	"quote-cut":          "One report gives only a part of what {0} is quoted with elsewhere.",
	"quote-unclosed":     "The quotation of {0} is opened and never closed, so where it ends is a guess.",

	"ground-absent":        "No context mentions this.",
	"ground-denied":        "The answer denies “{0}”, and no context does.",
	"ground-number":        "A context gives the same amount.",
	"ground-sum":           "The contexts give “{0}” and “{1}”, which make this amount.",
	"ground-sum-of-all":    "The contexts give {0}, which make this amount.",
	"ground-multiple":      "The contexts give “{0}”, of which this is a multiple or a part.",
	"ground-other-unit":    "The answer says “{0}” where a context has the same number in another unit: “{1}”.",
	"ground-list":          "A context has a list of as many items.",
	"ground-other-number":  "The answer says “{0}” where a context says “{1}” of the same measure.",
	"ground-other-bearer":  "For this a context gives “{1}”; it gives “{0}” for something else: “{2}”.",
	"ground-other-trend":   "The answer gives “{0}” as a rise or a fall where a context gives “{1}” as the opposite.",
	"ground-date":          "A context gives the same time.",
	"ground-other-date":    "The answer says “{0}” where a context says “{1}”.",
	"ground-name":          "A context has this name.",
	"ground-other-name":    "A context tells this of “{1}”, not of “{0}”.",
	"ground-quote":         "A context has these words.",
	"ground-other-quote":   "The answer quotes “{0}” where a context has “{1}”.",
	"ground-speaker":       "A context has this from the same speaker.",
	"ground-other-speaker": "A context has this from {1}, not from {0}.",
	"ground-clause":        "The words of this clause stand in the contexts.",
	"ground-opposite":      "The answer says “{0}” where a context says the opposite: “{1}”.",
	"ground-negation":      "The answer and a context disagree on whether “{0}” holds: one of them denies it.",
	"ground-exchanged":     "The answer has “{0}” and “{1}” the other way round than a context has them.",
	"ground-overstated":    "The answer states “{0}” as a fact; the contexts have it only as “{1}”.",
	"ground-other-cause":   "A context gives another cause for this: “{0}”; none gives the answer's.",
	"ground-altered":       "The answer says “{0}” where a context says “{1}” in otherwise the same words.",
}

// boundWords are the signs that a value may begin with.
var boundWords = [...][2]string{{"≈ ", "about "}, {"> ", "more than "}, {"≥ ", "at least "}, {"< ", "less than "}, {"≤ ", "at most "}, {"≲ ", "nearly "}}

const (
	wordTo      = "to"
	wordOr      = "or"
	wordUTC     = "UTC"
	wordOnwards = "or later"
	wordPer     = "per"
	wordOld     = "old"

	ageSuffix = "-person" // of the units of ages: year-person
)

var magnitudes = [...]struct {
	zeros int
	word  string
}{{6, "million"}, {9, "billion"}, {12, "trillion"}}

// plurals are those that an s alone does not make.
var plurals = map[string]string{"foot": "feet", "inch": "inches", "hertz": "hertz", "celsius": "celsius", "fahrenheit": "fahrenheit", "kelvin": "kelvin", "century": "centuries", "penny": "pence"}

// ordinalSuffix returns what stands behind the digits of an ordinal: 1st, 12th, 22nd.
func ordinalSuffix(n string) string {
	if len(n) < 2 || n[len(n)-2] != '1' {
		switch n[len(n)-1] {
		case '1':
			return "st"
		case '2':
			return "nd"
		case '3':
			return "rd"
		}
	}
	return "th"
}

// hints words the flags that say what may have gone wrong.
var hints = map[string]string{
	"decimal-point":  "The digits are the same, so a decimal point may have been lost.",
	"magnitude":      "The digits are the same, so million and billion may have been mixed up.",
	"same-digits":    "The digits are the same and the units are not, so a unit may have been mixed up.",
	"transposed":     "Two digits have changed places.",
	"off-by-one-day": "The two are one day apart.",
	"time-zone":      "The digits of the clock are the same, so a time zone may have been mixed up.",
	"swapped-slot":   "Another report gives this value for something else.",
	"bound-gap":      "The two limits are more than 10 % apart.",
	"copy":           "One text is copied from the other, so they count as one.",
	"likely-same":    "The reports do not say that both are of one thing, but much speaks for it.",
	"translation":    "One of the reports may be a translation.",
}

// explanation words the reason of a finding as one sentence, and its hints behind it.
func explanation(f *compare.Finding) string {
	var out []string
	args := argsOf(f)
	if f.Reason.Code == compare.ReasonConverted && len(args) > 2 && shortened(args[2]) == args[1] {
		args = args[:2] // what it comes to is the other amount to the digit
	}
	template, ok := reasons[f.Reason.Code+"/"+strconv.Itoa(len(args))] // worded for so many arguments
	if !ok {
		template, ok = reasons[f.Reason.Code]
	}
	if ok {
		out = append(out, fill(template, args))
	} else if f.Reason.Code != "" {
		out = append(out, strings.TrimSpace(f.Reason.Code+" "+strings.Join(f.Reason.Args, ", ")))
	}
	for _, flag := range f.Flags {
		if hint, ok := hints[flag]; ok {
			out = append(out, hint)
		}
	}
	return strings.Join(out, " ")
}

// shortened leaves one digit behind the point of a number that was computed: 120.701 kilometer as 120.7. Below one it
// leaves two that count.
func shortened(v string) string {
	number, unit, _ := strings.Cut(v, " ")
	if !numeric(number) {
		return v
	}
	f, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return v
	}
	digits := 1
	for limit := 1.0; f != 0 && max(f, -f) < limit && digits < 12; limit /= 10 {
		digits++
	}
	s := strconv.FormatFloat(f, 'f', digits, 64)
	if len(s) >= len(number) {
		return v
	}
	return strings.TrimSpace(strings.TrimSuffix(s, ".0") + " " + unit)
}

// weekdays are those of 1 to 7.
var weekdays = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// argsOf returns the arguments of a reason, weekdays by their names.
func argsOf(f *compare.Finding) []string {
	args := slices.Clone(f.Reason.Args)
	if f.Reason.Code == compare.ReasonWeekday {
		for i := range args {
			if n, err := strconv.Atoi(args[i]); err == nil && n > 0 && n < len(weekdays) {
				args[i] = weekdays[n]
			}
		}
	}
	return args
}

// fill puts arguments in the place of {0}, {1} …; {~0} is the first one shortened. What stands for no argument is left as it is.
func fill(template string, args []string) string { return fillAs(template, args, Readable) }

// asWritten leaves the words of a text as they are.
func asWritten(s string) string { return s }

// fillAs is fill with another way of writing arguments.
func fillAs(template string, args []string, write func(string) string) string {
	open := strings.IndexByte(template, '{')
	if open < 0 {
		return template
	}
	var b strings.Builder
	for ; open >= 0; open = strings.IndexByte(template, '{') {
		b.WriteString(template[:open])
		template = template[open:]
		mark, short := strings.CutPrefix(template[1:], "~")
		end := strings.IndexByte(mark, '}')
		if n, ok := argument(mark, end, len(args)); ok {
			a := args[n]
			if a == "" {
				a = wordNobody
			}
			if short {
				a = shortened(a)
			}
			b.WriteString(write(a))
			template = mark[end+1:]
			continue
		}
		b.WriteByte('{')
		template = template[1:]
	}
	b.WriteString(template)
	return b.String()
}

// argument reads the number of an argument that stands before end.
func argument(mark string, end, n int) (int, bool) {
	if end != 1 || mark[0] < '0' || int(mark[0]-'0') >= n {
		return 0, false
	}
	return int(mark[0] - '0'), true
}
