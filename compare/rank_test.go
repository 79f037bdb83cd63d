package compare

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Ids stand in .factcheck files and baselines of other projects: they never change.
func TestFingerprintStays(t *testing.T) {
	f := Finding{Kind: "number", Rule: NumberConflict, Topic: "death, bridge", Positions: []Position{{Value: "12"}, {Value: "21"}}}
	assert.Equal(t, "34c5669d64a4", fingerprint(&f))
	f.Positions[0], f.Positions[1] = f.Positions[1], f.Positions[0]
	f.Severity, f.Verdict, f.Origins, f.Flags = Serious, VerdictConflict, 3, []string{"transposed"}
	f.Positions[0].Sources, f.Positions[0].Evidence = []string{"a"}, []Evidence{{Source: "a", Text: "21", Line: 3}}
	assert.Equal(t, "34c5669d64a4", fingerprint(&f), "neither order, places, sources nor judgement count")
	assert.Equal(t, "bdfb24e680cd", fingerprint(&Finding{Kind: "quote", Rule: QuoteDrift, Topic: "Ada Quill: “…”"}))
	assert.Len(t, fingerprint(&Finding{}), 12)
}
