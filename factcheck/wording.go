package factcheck

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
)

// What the reader of a report is told is worded in this file and nowhere else.

// headings says what a finding of a rule is, before its topic.
var headings = map[compare.Rule]string{
	compare.NumberMatch:        "same figure",
	compare.NumberConflict:     "different figures",
	compare.UnitCheck:          "conversion",
	compare.SumCheck:           "sum",
	compare.SelfConflict:       "one source against itself",
	compare.DateMatch:          "same date",
	compare.DateConflict:       "different dates",
	compare.NameVariant:        "one name, several spellings",
	compare.NameConflict:       "different names",
	compare.SpeakerMatch:       "same speaker",
	compare.SpeakerConflict:    "who said it?",
	compare.StatementMatch:     "same statement",
	compare.StanceConflict:     "claim and denial",
	compare.StrengthConflict:   "said more or less firmly",
	compare.TermConflict:       "different terms",
	compare.DetailDropped:      "a detail is missing",
	compare.QuoteMatch:         "same quotation",
	compare.QuoteDrift:         "a quotation in different words",
	compare.QuoteCut:           "a shortened quotation",
	compare.UnclosedQuote:      "a quotation that is never closed",
	compare.ClaimWithoutDenial: "an accusation without its denial",
	compare.SharedOrigin:       "one origin",
	compare.FirstReport:        "first reported elsewhere",
	compare.Copy:               "copied text",
	compare.OneSource:          "only one source",
}

// title is the line above a finding: what it is about, and what is the matter.
func title(f *compare.Finding) string {
	heading := headings[f.Rule]
	if f.Topic == "" {
		return upperFirst(heading)
	}
	if heading == "" {
		return f.Topic
	}
	return f.Topic + ": " + heading
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// explanation words the reason of a finding.
func explanation(f *compare.Finding) string { return "" }
