package compare_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// Words that two verbs give to one speaker are said once, however the sentence runs on.
func TestQuotationOfTwoVerbs(t *testing.T) {
	fs := compare.Documents(read(t, []factcheck.Source{
		{ID: "a", Text: "At a briefing in Oslo before the vote, Vega said that the port had quietly told the crew that sailing would be a \"grave and sudden mistake\" The crew has sailed in what will be a risk, Vega says"},
		{ID: "b", Text: "\"Sailing would be a grave and sudden mistake,\" Vega said."},
	}), compare.Options{})
	found := false
	for _, f := range fs {
		if f.Rule == compare.QuoteCut || f.Rule == compare.QuoteDrift || f.Rule == compare.QuoteMatch {
			found = true
			require.Len(t, f.Positions, 2)
			assert.Equal(t, "Sailing would be a grave and sudden mistake", f.Positions[0].Value)
			assert.Equal(t, "grave and sudden mistake", f.Positions[1].Value)
		}
	}
	assert.True(t, found, "%+v", fs)
}
