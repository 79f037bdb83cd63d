package compare_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// A headline that says another amount than its text does is told of, but not one that says by how much one amount of the text is more than
// another, or what both come to.
func TestHeadlineAgainstText(t *testing.T) {
	for _, c := range []struct {
		title, body string
		wrong       bool
	}{
		{"Four thousand votes", "There were 61,240 votes for Brandt and 57,190 votes for Holm.", false},
		{"118,000 votes", "There were 61,240 votes for Brandt and 57,190 votes for Holm.", false},
		{"Nine thousand votes", "There were 61,240 votes for Brandt and 57,190 votes for Holm.", true},
		{"Storm kills 14", "The storm killed 19 people in Stell.", true},
	} {
		s, err := factcheck.ParseText("---\ntitle: " + c.title + "\n---\n" + c.body)
		require.NoError(t, err)
		report, err := factcheck.Check(s)
		require.NoError(t, err)
		wrong := false
		for i := range report.Findings {
			wrong = wrong || report.Findings[i].Rule == compare.SelfConflict
		}
		assert.Equal(t, c.wrong, wrong, c.title)
	}
}
