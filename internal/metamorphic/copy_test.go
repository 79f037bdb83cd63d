package metamorphic

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// A text beside its copy is in no conflict that it does not have alone. Speakers who stand against each other in the
// text itself do so in its copy: that is disputed, between them, and no conflict of sources.
func TestCopies(t *testing.T) {
	oneGoroutine(t)
	for _, s := range samples(t) {
		alone, err := factcheck.Check(factcheck.Source{ID: "a", Text: s.text, Published: s.published})
		require.NoError(t, err)
		for _, f := range fresh(alone, check(t, s, s.text)) {
			if f.Verdict == compare.VerdictConflict {
				assert.Fail(t, "a conflict with a copy", "%s:\n%s", s.from, describe(f))
			}
		}
	}
}
