package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Turn is which one of a row of alike things a text names: game two, week 3, the second leg, another quake.
type Turn struct {
	text.Range
	Row   uint64 // hash of the noun
	Value int16  // which one, or Further, or Last
}

// Further is the value of one that is told as besides another: another quake, a further landslide.
const Further = -1

// Last is the value of the last of a row: the last game, of which a text need not say that it was the fifth.
const Last = -2

// highestTurn is how high a number behind a noun may be to tell which one it is: week 52, and no flight 212.
const highestTurn = 60

// Turns appends the turns that stand in a range of a text, in order.
func Turns(dst []Turn, g *lexicon.Tagged, r text.Range) []Turn {
	some := lexicon.Numbers.In() | lexicon.Digits | lexicon.Modifiers.In()
	for i := g.Next(int(r.First), int(r.Last), some); i < int(r.Last); i = g.Next(i+1, int(r.Last), some) {
		if t, ok := turnBehind(g, i, int(r.First), int(r.Last)); ok {
			dst = append(dst, t)
		} else if t, ok := turnBefore(g, i, int(r.First), int(r.Last)); ok {
			dst = append(dst, t)
		}
	}
	return dst
}

// InRow reports whether an ordinal of a value stands in a range of a text, with its noun or without: the first quarter, and the second.
func InRow(g *lexicon.Tagged, r text.Range, value int16) bool {
	for i := g.Next(int(r.First), int(r.Last), lexicon.Numbers.In()); i < int(r.Last); i = g.Next(i+1, int(r.Last), lexicon.Numbers.In()) {
		if row, ok := g.Row(i, lexicon.Numbers); ok && row.Field(colNumberKind) == ordinalNumber && side(row.Field(colNumberValue)) == value {
			return true
		}
	}
	return false
}

// OfTime reports whether the noun of a turn is a span of time: the first quarter, week 3.
func (t *Turn) OfTime(g *lexicon.Tagged) bool {
	return g.Has(int(t.First), lexicon.TimeWords) || g.Has(int(t.Last)-1, lexicon.TimeWords)
}

// turnBehind reads a number behind its noun: game two, week 3. What the noun measures, as a magnitude is, is no turn.
func turnBehind(g *lexicon.Tagged, i, first, last int) (Turn, bool) {
	n := cardinalAt(g, i)
	if i == first || n < 1 || n > highestTurn || !oneThing(g, i-1) || measuresMore(g, i-1) {
		return Turn{}, false
	}
	if i+1 < last {
		switch k := &g.Tokens[i+1]; k.Class {
		case text.Hyphen, text.Symbol:
			return Turn{}, false
		case text.Word:
			if !g.Has(i+1, lexicon.Function) && !k.Is(text.Capital) || strings.EqualFold(g.Word(i+1), "per") {
				return Turn{}, false // in town 20 people
			}
		}
	}
	if row, ok := g.Row(i-1, lexicon.Words); ok && row.Field(colPOS)[0] != 'n' && (i-1 == first || !inClass(g, i-2, classPreposition)) {
		return Turn{}, false // hit 12, but: in round 12
	}
	return Turn{text.Range{First: int32(i - 1), Last: int32(i + 1)}, g.Tokens[i-1].Hash, n}, true
}

// turnBefore reads an ordinal, or a word for one more, before its noun: the second strong tremor, another leg.
func turnBefore(g *lexicon.Tagged, i, first, last int) (Turn, bool) {
	n := int16(0)
	if r, ok := g.Row(i, lexicon.Numbers); ok && r.Field(colNumberKind) == ordinalNumber {
		n = side(r.Field(colNumberValue))
	} else if further(g, i, first) {
		n = Further
	} else if lastOne(g, i, first, last) {
		n = Last
	}
	if n == 0 || n > highestTurn {
		return Turn{}, false
	}
	head := -1
	for k, end := i+1, min(i+1+maxCounted, last); k < end; k++ {
		if g.Tokens[k].Class != text.Word || g.Tokens[k].Is(text.Capital) || g.Has(k, lexicon.Function) && (k > i+1 || !noun(g, k)) ||
			cardinalAt(g, k) >= 0 || !noun(g, k) && !Premodifies(g, k, false) {
			break
		}
		if singular(g, k) {
			head = k
		}
	}
	if head < 0 || strings.EqualFold(g.Word(head), "time") {
		return Turn{}, false
	}
	return Turn{text.Range{First: int32(i), Last: int32(head + 1)}, g.Tokens[head].Hash, n}, true
}

// lastOne reports whether token i tells which one of a row is the last: the last game, but not the last month.
func lastOne(g *lexicon.Tagged, i, first, last int) bool {
	if i == first || i+1 >= last || !strings.EqualFold(g.Word(i), "last") || !isOfKind(g, i-1, classDeterminer, "definite") {
		return false
	}
	row, ok := g.Row(i+1, lexicon.Words)
	return ok && row.Field(colNounClass) != "time"
}

// further reports whether token i tells of one more: another, a further.
func further(g *lexicon.Tagged, i, first int) bool {
	row, ok := g.Row(i, lexicon.Modifiers)
	if !ok || row.Field(colModifierKind) != modOther {
		return false
	}
	return strings.EqualFold(g.Word(i), "another") || i > first && strings.EqualFold(g.Word(i-1), "a")
}

// cardinalAt returns the whole number that token i is, or -1.
func cardinalAt(g *lexicon.Tagged, i int) int16 {
	if g.Tokens[i].Class == text.Number {
		return side(g.Word(i))
	}
	if r, ok := g.Row(i, lexicon.Numbers); ok && (r.Field(colNumberKind) == units || r.Field(colNumberKind) == teens) {
		return side(r.Field(colNumberValue))
	}
	return -1
}

// CardinalAt returns the whole number that token i is, or -1.
func CardinalAt(g *lexicon.Tagged, i int) int { return int(cardinalAt(g, i)) }

// noun reports whether the word at token i may be a noun.
func noun(g *lexicon.Tagged, i int) bool {
	row, ok := g.Row(i, lexicon.Words)
	return ok && strings.IndexByte(row.Field(colPOS), 'n') >= 0
}

// oneThing reports whether the word at token i is a noun that is no inflected form.
func oneThing(g *lexicon.Tagged, i int) bool {
	return g.Tokens[i].Class == text.Word && !g.Has(i, lexicon.Function) && singular(g, i)
}

// singular reports whether the word at token i may be a noun in the form that a dictionary has: behind an ordinal, "round" is one.
func singular(g *lexicon.Tagged, i int) bool {
	row, ok := g.Row(i, lexicon.Words)
	return ok && noun(g, i) && strings.EqualFold(row.Field(colLemma), g.Word(i))
}

// MeasureAt returns the class of the measure that the word at token i names, or "".
func MeasureAt(g *lexicon.Tagged, i int) string {
	row, ok := g.Row(i, lexicon.Measures)
	if !ok {
		return ""
	}
	return row.Field(colMeasure)
}

// measuresMore reports whether the noun at token i is a measure of more than a count: a magnitude, a depth.
func measuresMore(g *lexicon.Tagged, i int) bool {
	row, ok := g.Row(i, lexicon.Measures)
	return ok && row.Field(colDims) != dimCount
}
