package statement

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// The sets of a text are those that a look at each of its tokens gives, and next and prev lead to the tokens that a look at each of them
// leads to.
func TestSets(t *testing.T) {
	words := strings.Fields("the not will and because of three rose killed said other village , ; . - G7 12 & (")
	rng := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		var all []string
		for range rng.IntN(200) {
			all = append(all, words[rng.IntN(len(words))])
		}
		g := en.Lexicon().Tag(text.Read(&text.Source{Text: strings.Join(all, " ")}))
		size := len(g.Tokens)
		var x sheet
		x.reset(g)
		x.gather(0, size)
		x.add(setStart, 0)
		for s := range numTagged {
			in := func(i int) bool { return member(g, i, s) }
			for i := range size {
				require.Equal(t, in(i), x.has(s, i), "set %d, token %d: %s", s, i, g.Word(i))
			}
			first := rng.IntN(size + 1)
			for i := first; i <= size; i++ {
				next, prev := i, i-1
				for next < size && !in(next) {
					next++
				}
				for prev >= first && !in(prev) {
					prev--
				}
				require.Equal(t, next, x.next(s, i, size))
				require.Equal(t, prev, x.prev(s, i, first))
				require.Equal(t, next < size, x.any(s, i, size))
			}
		}
		if size > 0 {
			assert.True(t, x.has(setStart, 0))
			x.remove(setStart, 0)
			assert.False(t, x.any(setStart, 0, size))
		}
	}
}

// member tells by the token alone whether it is in a set.
func member(g *lexicon.Tagged, i int, s set) bool {
	k, class := &g.Tokens[i], g.FunctionClass(i)
	switch s {
	case setNumber:
		return g.Starts(i).Has(lexicon.Numbers) || k.Class == text.Number || k.Is(text.HasDigit)
	case setSynonym:
		return g.Starts(i).Has(lexicon.Synonyms)
	case setModifier:
		return g.Starts(i).Has(lexicon.Modifiers)
	case setBreaker:
		return k.Class == text.Comma || k.Class == text.Dash || k.Class == text.Stop || k.Class == text.Word && (class == classConjunction || class == classSubordinator)
	case setMeasure:
		return g.Starts(i).Has(lexicon.Measures)
	case setModal:
		return class == classModal || class == classNegation
	case setCue:
		return g.Starts(i).Has(lexicon.Cues)
	}
	return k.Class == text.Word && class == noClass
}
