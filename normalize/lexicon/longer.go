package lexicon

import (
	"cmp"
	"slices"
)

// Longer tells which tables have forms of several tokens in a stretch of a text: most stretches have none that a rule asks for, which
// saves it from looking at each token around a word. The zero Longer is ready.
type Longer struct {
	phrases []Phrase // in the order of their first tokens
	next    int      // the first one that does not start before the stretch asked for last
}

// Find finds the forms of the tables of m in g.
func (x *Longer) Find(g *Tagged, m Mask) {
	x.phrases, x.next = x.phrases[:0], 0
	ordered, last := true, int32(0)
	for i := range g.phrases {
		p := &g.phrases[i]
		if p.Mask&m == 0 {
			continue
		}
		x.phrases = append(x.phrases, *p)
		ordered, last = ordered && last <= p.First, p.First
	}
	if !ordered {
		slices.SortFunc(x.phrases, func(a, b Phrase) int { return cmp.Compare(a.First, b.First) })
	}
}

// In returns the tables of which a form starts at tokens first to end-1. What it is asked for must not lie before what it was asked for last.
func (x *Longer) In(first, end int) (m Mask) {
	for x.next < len(x.phrases) && int(x.phrases[x.next].First) < first {
		x.next++
	}
	for k := x.next; k < len(x.phrases) && int(x.phrases[k].First) < end; k++ {
		m |= x.phrases[k].Mask
	}
	return m
}
