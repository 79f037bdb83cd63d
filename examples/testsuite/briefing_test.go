package testsuite

import (
	"testing"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/factchecktest"
)

// The reports do not contradict each other, by the expectations of the desk.
func TestReports(t *testing.T) {
	reports := factchecktest.Files(t, "testdata/reports/*.txt")
	factchecktest.RequireConsistentBy(t, "testdata/factcheck.conf", reports...)
	factchecktest.Origins(t, 2, "212", reports...)
	factchecktest.Denied(t, "Northline", "radar", reports...)
	factchecktest.Golden(t, "testdata/reports.golden", reports...) // FACTDIFF_GOLDEN=1 go test writes it
}

// The briefing says nothing that the reports do not.
func TestBriefing(t *testing.T) {
	reports := factchecktest.Files(t, "testdata/reports/*.txt")
	briefing := factchecktest.Files(t, "testdata/briefing.txt")[0]
	factchecktest.Grounded(t, briefing, reports...)
	factchecktest.Consistent(t, append(reports, briefing)...)
	factchecktest.HasQuantity(t, briefing, "the harbour", "4.8 km")
	factchecktest.Attributed(t, briefing, "get everybody onto the deck", "Helen Ennis")
	factchecktest.QuotedVerbatim(t, briefing, "Ennis", reports...)
}

// What a program writes is held against what it was given: contradicted, supported and not mentioned are three things.
func TestAnswers(t *testing.T) {
	reports := factchecktest.Files(t, "testdata/reports/*.txt")
	for name, answer := range map[string]string{
		"passengers": "There were 212 passengers on board the Selkie.",
		"reef":       "The reef is about three miles from the harbour.",
	} {
		t.Run(name, func(t *testing.T) {
			factchecktest.Grounded(t, factcheck.Source{ID: "answer", Text: answer}, reports...)
		})
	}
}

// Cases with marks: one file holds the texts and what is to be found in them.
func TestCases(t *testing.T) { factchecktest.RunDir(t, "testdata/cases") }
