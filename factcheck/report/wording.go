package report

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// Words of the page that do not stand in its template.
const (
	groupNumbers = "Numbers"
	groupDates   = "Dates"
	groupWords   = "Who says so"
	groupNames   = "Names and places"

	labelPlace = "%s, line %d"
	wordLine   = "line %d"

	wordAccepted = "accepted: %s"
	wordQuiet    = "accepted or known"
	wordOrigins  = "of one origin"
)

var verdictWords = map[compare.Verdict]string{
	compare.VerdictAgree:      "agree",
	compare.VerdictCompatible: "fit together",
	compare.VerdictConflict:   "differ",
	compare.VerdictDisputed:   "disputed",
	compare.VerdictSingle:     "one source",
}

func rowVerdict(f *factcheck.Finding) string {
	if f.Kind == "omission" {
		return "missing"
	}
	return verdictWords[f.Verdict]
}

// lede is the sentence below the headline.
func lede(p *page) string {
	var parts []string
	add := func(n int, one, many string) {
		switch {
		case n == 1:
			parts = append(parts, one)
		case n > 1:
			parts = append(parts, fmt.Sprintf(many, n))
		}
	}
	add(p.Agree, "One fact agrees", "%d facts agree")
	add(p.Fit, "one fits together", "%d fit together")
	add(p.Single, "one stands in a single report", "%d stand in a single report")
	if len(parts) == 0 {
		return ""
	}
	s := strings.Join(parts, ", ") + "."
	return strings.ToUpper(s[:1]) + s[1:]
}
