package statement

import (
	"sort"
	"strconv"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Breakdown is an amount that a sentence divides into parts of which none can be in another: "12 dead, among them
// 7 women and 5 men". Its parts may leave some out, and never come to more than the whole.
type Breakdown struct {
	Whole int32 // index in Document.Quantities
	Parts []int32
}

// partReach is how many tokens may stand between two parts: "seven women were killed and five men".
const partReach = 5

// Breakdowns appends the breakdowns of a text to dst in reading order.
func Breakdowns(dst []Breakdown, g *lexicon.Tagged, qs []quantity.Mention) []Breakdown {
	for i := 0; i+2 < len(qs); i++ {
		if !counted(&qs[i]) {
			continue
		}
		sen := sentenceOf(g, qs[i].First)
		if !divides(g, behind(&qs[i]), int(qs[i+1].First)) {
			continue
		}
		b := Breakdown{Whole: int32(i)}
		for j := i + 1; j < len(qs) && qs[j].First < sen.Last && counted(&qs[j]); j++ {
			if j > i+1 && !lists(g, behind(&qs[j-1]), int(qs[j].First)) || !apartFrom(g, qs, b.Parts, j) {
				break
			}
			b.Parts = append(b.Parts, int32(j))
		}
		if len(b.Parts) > 1 {
			dst = append(dst, b)
			i = int(b.Parts[len(b.Parts)-1])
		}
	}
	return dst
}

// counted reports whether an amount is one count of things that are named.
func counted(m *quantity.Mention) bool {
	q := &m.Value
	return q.Single && q.Kind == quantity.Cardinal && q.Bound == quantity.Exact && q.Unit.ID == "" && q.Value.Whole() && q.Noun.Len() > 0 && q.Restates < 0
}

// behind returns the token behind an amount and what it counts.
func behind(m *quantity.Mention) int { return int(max(m.Last, m.Value.Noun.Last)) }

func sentenceOf(g *lexicon.Tagged, token int32) text.Range {
	i := SentenceAt(g, token)
	if i == len(g.Sentences) {
		return text.Range{}
	}
	return g.Sentences[i].Range
}

// SentenceAt returns the index of the first sentence that ends behind a token.
func SentenceAt(g *lexicon.Tagged, token int32) int {
	return sort.Search(len(g.Sentences), func(i int) bool { return g.Sentences[i].Last > token })
}

// divides reports whether words between a whole and what follows say that it is a part: including, among them.
func divides(g *lexicon.Tagged, from, to int) bool {
	for i := from; i < to && i < from+2*partReach; i++ {
		if c := g.Tokens[i].Class; c != text.Word && c != text.Comma {
			return false
		}
		if !g.Starts(i).Has(lexicon.Modifiers) {
			continue
		}
		if r, n, ok := g.Longest(i, lexicon.Modifiers); ok && r.Field(colModifier) == modPart && n <= to && to-n <= 1 {
			return true
		}
	}
	return false
}

// lists reports whether a list goes on between two parts.
func lists(g *lexicon.Tagged, from, to int) bool {
	if to-from > partReach || to <= from {
		return false
	}
	for i := from; i < to; i++ {
		if c := g.Tokens[i].Class; c != text.Word && c != text.Comma {
			return false
		}
	}
	last := &g.Tokens[to-1]
	return last.Class == text.Comma || g.Has(to-1, lexicon.Function)
}

// apartFrom reports whether what amount j counts cannot be counted by one of the parts as well: women and men,
// soldiers and civilians.
func apartFrom(g *lexicon.Tagged, qs []quantity.Mention, parts []int32, j int) bool {
	var k Key
	pairs(&k, g, int(qs[j].Value.Noun.Last)-1)
	if k.Pairs[0].ID == "" {
		return false
	}
	for _, p := range parts {
		var o Key
		pairs(&o, g, int(qs[p].Value.Noun.Last)-1)
		if !opposed(&k, &o) {
			return false
		}
	}
	return true
}

func opposed(a, b *Key) bool {
	for _, x := range a.Pairs {
		for _, y := range b.Pairs {
			if x.ID != "" && x.ID == y.ID && x.Side != y.Side {
				return true
			}
		}
	}
	return false
}

// Demonstrative reports whether token i is a determiner that points to what was named: these, those.
func Demonstrative(g *lexicon.Tagged, i int) bool {
	return i < len(g.Tokens) && isOfKind(g, i, classDeterminer, "demonstrative")
}

// Year reports whether a date is told with its year, in figures.
func Year(g *lexicon.Tagged, r text.Range, year int) bool {
	want := strconv.Itoa(year)
	for i := int(r.First); i < int(r.Last); i++ {
		if g.Tokens[i].Class == text.Number && g.Word(i) == want {
			return true
		}
	}
	return false
}
