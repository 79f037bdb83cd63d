package statement

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Classes of grounds.tsv of words that tell how an amount is made of others.
const (
	groundAdds    = "adds"
	groundDiffers = "differs"
	groundRepeats = "repeats"
)

// Makes is how the words of a sentence say that an amount of it is made of others.
type Makes struct {
	Adds    bool // in total, together
	Differs bool // more, fewer, the remaining
	Repeats bool // twice, daily, each
}

// MakesOf returns how the words of a range say that an amount is made of others.
func MakesOf(g *lexicon.Tagged, r text.Range) (m Makes) {
	for i := g.Next(int(r.First), int(r.Last), lexicon.Grounds.In()); i < int(r.Last); i = g.Next(i+1, int(r.Last), lexicon.Grounds.In()) {
		m.Adds = m.Adds || isGround(g, i, groundAdds)
		m.Differs = m.Differs || isGround(g, i, groundDiffers)
		m.Repeats = m.Repeats || isGround(g, i, groundRepeats)
	}
	return m
}

// isGround reports whether grounds.tsv has the word or phrase at token i in a class.
func isGround(g *lexicon.Tagged, i int, class string) bool {
	if g.Has(i, lexicon.Grounds) {
		var buf [4]lexicon.Row
		if slices.ContainsFunc(g.Rows(buf[:0], i, lexicon.Grounds), func(r lexicon.Row) bool { return r.Field(colGround) == class }) {
			return true
		}
	}
	r, next, ok := g.Longest(i, lexicon.Grounds)
	return ok && next > i+1 && r.Field(colGround) == class
}

const colGround = 0 // of grounds.tsv

// OfGap reports whether the amount in a range is what lies between two others: 12 more, three years longer, an increase of 55 units.
func OfGap(g *lexicon.Tagged, r text.Range) bool {
	last := int(r.Last)
	for i := last; i < min(last+gapWidth, len(g.Tokens)); i++ {
		if isGround(g, i, "gap") {
			return true
		}
		if g.Tokens[i].Class != text.Word || g.Has(i, lexicon.Function) {
			break
		}
	}
	i := int(r.First) - 1
	if i > 0 && inClass(g, i, classDeterminer) {
		i--
	}
	return i > 0 && isLink(g, i, "of") && isGround(g, i-1, groundDiffers)
}

// gapWidth is how many tokens behind an amount the word that makes it a gap may end: the noun that is counted stands between.
const gapWidth = 2

// TellsWhen reports whether the amount in a range tells when something is so, and measures nothing of it: during the first six months.
func TellsWhen(g *lexicon.Tagged, r text.Range) bool {
	for i := int(r.First) - 1; i >= max(0, int(r.First)-whenReach); i-- {
		if isOfKind(g, i, classPreposition, "time") {
			return true
		}
		if !inClass(g, i, classDeterminer) && !g.Has(i, lexicon.Numbers) {
			return false
		}
	}
	return false
}

// whenReach is how many tokens before an amount the preposition may stand.
const whenReach = 3
