package statement_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/statement"
)

// However long a sentence is, each of its statements reads no more of it than the tokens around: twice the amounts, times and numbers
// have twice the words in all their clauses, and not four times.
func TestLongSentences(t *testing.T) {
	for _, part := range []string{"12 huts burned and ", "in 1987 the dam broke, ", "from 3 to 4 per cent ", "the third gate, ", "at 4:15 pm it fell, ", "nobody was hurt or ", "“9 carts” "} {
		short, long := words(t, strings.Repeat(part, 300)), words(t, strings.Repeat(part, 600))
		assert.NotZero(t, short, part)
		assert.Less(t, long, short*9/4, part)
	}
}

// words returns how many tokens the clauses of all statements of a text have, and their terms.
func words(t *testing.T, s string) (n int) {
	doc := read(t, s)
	for i := range doc.Statements {
		st := &doc.Statements[i]
		n += len(strings.Fields(s[st.Clause.Start:st.Clause.End])) + len(st.Terms) + len(st.Slot.Agents) + len(st.Slot.Modifiers)
	}
	return n
}

// However long a claim is, the subject of each of its words is looked for near it.
func TestSubjectsOfLongClaims(t *testing.T) {
	for _, part := range []string{"nobody was hurt or ", "grain, barley ", "stopped and fled "} {
		doc := read(t, strings.Repeat(part, 300))
		claims := new(statement.ClaimReader).Claims(nil, doc.Text, doc.Names, doc.Entities, doc.Attributions)
		keys := 0
		for i := range claims {
			for x := range claims[i].Keys {
				from, to := claims[i].Subject(doc.Text, x)
				require.LessOrEqual(t, from, to)
				require.LessOrEqual(t, to-from, 64, part)
				keys++
			}
		}
		assert.Greater(t, keys, 200, part)
	}
}
