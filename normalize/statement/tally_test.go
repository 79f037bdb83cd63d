package statement_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/statement"
)

// What a sentence counts without an amount: measure, and the two sides of a score.
func TestTallies(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"No one was hurt in the fire.", []string{"injury 0"}},
		{"Nobody was killed or wounded.", []string{"death 0", "injury 0"}},
		{"None of the passengers was injured.", []string{"injury 0"}},
		{"No deaths or injuries were reported.", []string{"death 0", "injury 0"}},
		{"No arrests have been made.", []string{"arrest 0"}},
		{"No one else was hurt.", nil},
		{"No murder charges were brought.", nil},
		{"No one knows why he was killed.", nil},
		{"No bridges were closed.", nil},
		{"Marwick beat Denholm 3-1 on Saturday.", []string{"score 3-1"}},
		{"Denholm lost 0-2 in the cup.", []string{"score 2-0"}},
		{"She won 6-4 7-5 in the final.", nil},
		{"To win, call 555-12-34.", nil},
		{"The 737-800 lost power.", nil},
		{"The committee met on 3-4 pages of notes.", nil},
	} {
		var got []string
		doc := read(t, c.text)
		for i := range doc.Statements {
			st := &doc.Statements[i]
			if st.Kind != statement.Tally {
				continue
			}
			s := fmt.Sprint(st.Slot.Measure, " ", st.Count.High)
			if st.Slot.Measure == statement.Score {
				s += fmt.Sprint("-", st.Count.Low)
			}
			got = append(got, s)
		}
		assert.Equal(t, c.want, got, c.text)
	}
}
