package config

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/internal/sample"
)

// Any bytes are a configuration or an error that names the line, and what is read can be used.
func FuzzRead(f *testing.F) {
	f.Add("fail review # why\nsources reports/*.txt \"with space\"\ndate a 2024-09-11\n")
	f.Add("alias Kiev = Kyiv\nsame A = B\nnot-same C = D\nunit stone | st = 6.35 kilogram\n")
	f.Add("ignore quote-drift in daily on \"x\" \"why\"\naccept 7c1e until 2027-01-01 by desk \"why\"\n")
	f.Add("unit x = 1/0 kilogram\nunit = \nalias = =\n\"")
	f.Add("unit q = 1e999999999 meter\r\ndate [ 2024-01-01\x00")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "baseline") {
			return // reads another file
		}
		c, err := file(t, text)
		if err != nil {
			assert.Contains(t, err.Error(), Name+":", "an error names its line")
			return
		}
		checker := new(factcheck.Checker)
		c.Configure(checker)
		r := factcheck.NewReport(sample.Bridge(t))
		c.Apply(r, now)
		sources := []factcheck.Source{{ID: "a", Text: "It is 3 stone heavy, Kiev said."}}
		c.Date(sources)
		_, err = checker.Check(sources...)
		assert.NoError(t, err, "%q is read but cannot be used", text)
	})
}
