package text_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/text"
)

// Marked text gives the tokens of the words alone: the same hashes, classes and white space.
func TestMarkup(t *testing.T) {
	lines(t, "markup.txt", func(at, line string) {
		marked, plain, ok := strings.Cut(line, " => ")
		marked = strings.ReplaceAll(marked, `\n`, "\n")
		if !ok {
			plain = strings.Join(strings.Fields(marked), " ")
		}
		assert.Equal(t, plain, flat(marked), "%s: %s", at, marked)
		if !ok {
			return
		}
		a, b := tokens(marked), tokens(plain)
		if assert.Len(t, a, len(b), marked) {
			for i := range a {
				assert.Equal(t, b[i].Class, a[i].Class, "%s: %s", marked, a[i].Span().Of(marked))
				if a[i].Class != text.QuoteMark && a[i].Class != text.Dash && a[i].Class != text.Clitic {
					assert.Equal(t, b[i].Hash, a[i].Hash, "%s: %s", marked, a[i].Span().Of(marked))
				}
			}
		}
	})
}

func tokens(body string) []text.Token { return text.Read(&text.Source{Text: body}).Tokens }
