package attribution_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

func read(body string) *lexicon.Tagged {
	t := text.Read(&text.Source{Text: body})
	g := en.Lexicon().Tag(t)
	t.Segment(g)
	return g
}

func TestFindSplitContent(t *testing.T) {
	g := read("“The gate,” Moreno said, “was never locked.”")
	got := attribution.Find(nil, g, nil, nil, nil)
	require.Len(t, got, 1)
	assert.Len(t, got[0].Content, 2)
	assert.Equal(t, "Moreno", got[0].Speaker.Name)
	assert.Equal(t, attribution.Direct, got[0].Form)
}

// A quotation whose closing mark was forgotten is one all the same, so what is quoted is told.
func TestQuotedWithoutClosingMark(t *testing.T) {
	g := read("\"The harbour must stay open to every ship that carries food, said Lund.\n\nThe port was calm.")
	got := attribution.Find(nil, g, nil, nil, nil)
	require.NotEmpty(t, got)
	assert.Equal(t, attribution.Direct, got[0].Form)
	require.Len(t, got[0].Quoted, 1)
	assert.Equal(t, got[0].Content, got[0].Quoted)
}
