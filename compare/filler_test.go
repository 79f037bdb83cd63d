package compare

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// A run of words with capitals that is found once is the one that a walk from each of its tokens finds.
func TestCapitalRun(t *testing.T) {
	d, err := new(normalize.Normalizer).Read(&text.Source{ID: "a", Text: "Orla Venn Marsh met the Lorne Ferry Board on Monday. The mayor of Lorne stayed. KYRA OSTEN Dell"})
	require.NoError(t, err)
	g := d.Text
	longest := int32(0)
	for _, sen := range g.Sentences {
		run := capitalRun{g: g, sentence: sen.Range}
		for i := sen.First; i < sen.Last; i++ {
			first, last := i, i
			for first > sen.First && capital(g, first-1) {
				first--
			}
			for last < sen.Last && capital(g, last) {
				last++
			}
			longest = max(longest, last-i)
			assert.Equal(t, first, run.before(i), "before %q", g.Word(int(i)))
			assert.Equal(t, last, run.behind(i), "behind %q", g.Word(int(i)))
		}
	}
	assert.EqualValues(t, 3, longest)
}
