package statement_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

func read(t testing.TB, s string) *normalize.Document {
	t.Helper()
	doc, err := new(normalize.Normalizer).Read(&text.Source{ID: "x", Text: s})
	require.NoError(t, err)
	return doc
}

// slots returns the slots of the amounts of a sentence as text, in reading order.
func slots(doc *normalize.Document) (out []string) {
	for i := range doc.Statements {
		if st := &doc.Statements[i]; st.Kind == statement.Amount {
			out = append(out, st.Slot.String())
		}
	}
	return out
}

// Each sentence of the corpus has an amount whose slot has all parts that are wanted.
func TestSlots(t *testing.T) {
	data, err := os.ReadFile("testdata/slots.txt")
	require.NoError(t, err)
	want, not := "", ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "= "):
			want, not = line[2:], ""
		case strings.HasPrefix(line, "not "):
			not = line[4:]
		case line == "none":
			want = ""
		default:
			line = strings.ReplaceAll(line, `\n`, "\n")
			got := slots(read(t, line))
			if want == "" {
				assert.Empty(t, got, line)
				continue
			}
			assert.True(t, slices.ContainsFunc(got, func(s string) bool { return hasParts(s, want) && (not == "" || !hasParts(s, not)) }), "%s\nwant %s\ngot  %s", line, want, strings.Join(got, "\n     "))
		}
	}
}

func hasParts(slot, want string) bool {
	for p := range strings.FieldsSeq(want) {
		if !strings.Contains(" "+slot+" ", " "+p) && !strings.Contains(slot, p) {
			return false
		}
	}
	return true
}

func TestMovingMeasures(t *testing.T) {
	for s, moves := range map[string]bool{"The blast killed 12 people.": true, "The bridge has a length of 80 meters.": false, "The toll rose to 12.": true} {
		doc := read(t, s)
		require.NotEmpty(t, doc.Statements, s)
		assert.Equal(t, moves, doc.Statements[0].Slot.Moves, s)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("At least 12 people were killed and 40 injured, police said on Tuesday.")
	f.Add("281 of the 3,050 passengers (and 22 crew) fell ill; 55 km (34 miles) south of Tehran")
	f.Add("12, 13, and 14 dead, (15 (16 (17")
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := new(normalize.Normalizer).Read(&text.Source{ID: "x", Text: s})
		if err != nil {
			return
		}
		for i := range doc.Statements {
			st := &doc.Statements[i]
			require.True(t, 0 <= st.Span.Start && st.Span.Start <= st.Span.End && st.Span.End <= len(s))
			require.True(t, st.Clause.Start <= st.Clause.End && st.Clause.End <= len(s))
			for _, term := range st.Terms {
				require.True(t, term.Span.End <= len(s))
			}
		}
	})
}

func ExampleFind() {
	var n normalize.Normalizer
	doc, _ := n.Read(&text.Source{ID: "x", Text: "The bridge has a length of 80 meters."})
	fmt.Println(doc.Statements[0].Slot.String())
	// Output: measure=length dim=length
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("At least 12 people were killed and 40 injured on Tuesday, police said. The river rose by 3 meters near Varlo.\n\n", 200)
	doc := read(b, s)
	var dst []statement.Statement
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		dst = statement.Find(dst[:0], doc.Text, doc.Quantities, doc.Times, doc.Names, doc.Entities, doc.Attributions)
	}
}
