package lexicon_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
)

func TestFunctionClasses(t *testing.T) {
	g := tag(en.Lexicon(), "The boat and May be not because of twelve; who, it, quickly, every & will's never - McAnd.")
	found := map[lexicon.FunctionClass]int{}
	for i := range g.Tokens {
		row, _ := g.Row(i, lexicon.Function)
		class := g.FunctionClass(i)
		assert.Equal(t, lexicon.FunctionClassOf(row), class, g.Word(i))
		assert.Equal(t, class, g.At(i).Kind().FunctionClass(), g.Word(i))
		found[class]++
	}
	assert.Greater(t, len(found), 7, "the text has many classes")
	assert.Equal(t, 2, found[lexicon.Negation])
}

// A word may be of several classes: that, for, as.
func TestClassesOfOneWord(t *testing.T) {
	g := tag(en.Lexicon(), "As that boat, for which no one but her will do, no longer and so to us.")
	several := 0
	for i := range g.Tokens {
		in := map[lexicon.FunctionClass]bool{}
		for _, r := range g.Rows(nil, i, lexicon.Function) {
			in[lexicon.FunctionClassOf(r)] = true
		}
		if len(in) > 1 {
			several++
		}
		for class := lexicon.NoClass; class <= lexicon.Particle; class++ {
			assert.Equal(t, in[class], g.InClass(i, class), "%s %d", g.Word(i), class)
		}
	}
	assert.NotZero(t, several)
}

func TestKindsOfTokens(t *testing.T) {
	g := tag(en.Lexicon(), "boat, 12 - the.")
	var words, pauses []bool
	for i := range g.Tokens {
		words, pauses = append(words, g.At(i).Kind().Word()), append(pauses, g.At(i).Kind().Pause())
	}
	assert.Equal(t, []bool{true, false, false, false, true, false}, words)
	assert.Equal(t, []bool{false, true, false, true, false, true}, pauses)
	assert.Zero(t, g.Starts(1), "a pause is no table")
}

func TestKindsOfWords(t *testing.T) {
	g := tag(en.Lexicon(), "nobody put the second other")
	assert.NotZero(t, g.At(0)&lexicon.TallyWords)
	assert.NotZero(t, g.At(1)&lexicon.GivingWords)
	assert.NotZero(t, g.At(3)&lexicon.OrdinalWords)
	assert.Zero(t, (g.At(2)|g.At(4))&(lexicon.TallyWords|lexicon.GivingWords|lexicon.OrdinalWords))
}
