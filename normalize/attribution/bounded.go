package attribution

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// amountAhead reports whether a clause whose subject is a bounded amount starts at item i, behind a verb that takes one.
func (f *finder) amountAhead(i int, c *cue) bool {
	if c.takes&takesClause == 0 || f.is(i)&(prep|adv) == 0 {
		return false
	}
	j := f.bounded(i)
	return j > i && f.clauseStart(j)
}

// bounded returns the item of the number whose bound starts at item i, or i: about three, at least ten, over a third. The bound is no preposition there.
func (f *finder) bounded(i int) int {
	if i >= len(f.items) {
		return i
	}
	t := int(f.items[i].first)
	if !f.g.Starts(t).Has(lexicon.Bounds) {
		return i
	}
	next := t + 1
	for _, p := range f.g.Phrases(t) {
		if p.Mask.Has(lexicon.Bounds) {
			next = max(next, int(p.Last))
		}
	}
	j := i + 1
	for j < len(f.items) && int(f.items[j].first) < next {
		j++
	}
	if j+1 < len(f.items) && f.is(j)&det != 0 && f.numeral(j+1) {
		return j + 1
	}
	if j < len(f.items) && f.numeral(j) {
		return j
	}
	return i
}

// numeral reports whether item i is a number, in digits or in words.
func (f *finder) numeral(i int) bool {
	t := int(f.items[i].first)
	return f.g.Tokens[t].Class == text.Number || f.g.Has(t, lexicon.Numbers) && f.is(i)&det == 0
}
