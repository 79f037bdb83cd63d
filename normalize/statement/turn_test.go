package statement_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/statement"
)

// Which one of a row is told by a number behind a noun, an ordinal before it, or a word for one more; counts and sizes tell none.
func TestTurns(t *testing.T) {
	for in, want := range map[string][]string{
		"Brandt won game two.":                            {"game two 2"},
		"In week 10 14 boats were fined.":                 {"week 10 10"},
		"Sales rose in the third quarter of the year.":    {"third quarter 3"},
		"She had a 68 in the second round.":               {"second round 2"},
		"The second strong tremor came before dawn.":      {"second strong tremor 2"},
		"Another landslide blocked the road.":             {"Another landslide -1"},
		"A further quake shook the town.":                 {"further quake -1"},
		"It was the third time that she won.":             nil,
		"In town 20 people were fined.":                   nil,
		"The sniper hit 12 and missed three.":             nil,
		"A quake of magnitude 6 was felt at a depth of 9": nil,
		"More damage was found on flight 212.":            nil,
	} {
		doc := read(t, in)
		var got []string
		for _, u := range statement.Turns(nil, doc.Text, doc.Text.Sentences[0].Range) {
			got = append(got, fmt.Sprint(doc.Text.Span(u.Range).Of(doc.Text.Body), " ", u.Value))
		}
		assert.Equal(t, want, got, in)
	}
}
