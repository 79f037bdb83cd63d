package compare

import (
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// listsOf returns where the contexts have a list of so many items, each on a line of its own behind its number
// or a bullet: "four products" may be told of it without the word four.
func (g *grounder) listsOf() map[int64]tokenAt {
	lists := map[int64]tokenAt{}
	for d, doc := range g.docs {
		n, first := int64(0), int32(0)
		end := func() {
			if _, ok := lists[n]; !ok && n > 1 {
				lists[n] = tokenAt{d, first}
			}
			n = 0
		}
		gap := 0 // lines that begin no item
		toks := doc.Text.Tokens
		for i := range toks {
			if !toks[i].Is(text.LineBefore) && i > 0 {
				continue
			}
			if !startsItem(toks, i) {
				if gap++; gap > maxItemLines {
					end()
				}
				continue
			}
			if n == 0 || toks[i].Class == text.Number && toks[i].Span().Of(doc.Source.Text) == firstNumber {
				end()
				first = int32(i)
			}
			n++
			gap = 0
		}
		end()
	}
	return lists
}

const (
	firstNumber  = "1"
	maxItemLines = 2 // that an item goes on for
)

// startsItem reports whether token i, at the start of a line, is a bullet or the number of an item.
func startsItem(toks []text.Token, i int) bool {
	if i+1 >= len(toks) {
		return false
	}
	switch toks[i].Class {
	case text.Number:
		c := toks[i+1].Class
		return (c == text.Stop || c == text.Bracket) && !toks[i+1].Is(text.SpaceBefore)
	case text.Dash, text.Hyphen, text.Symbol, text.Other:
		return toks[i+1].Is(text.SpaceBefore)
	}
	return false
}

// listed finds the list of a context that has as many items as an amount counts.
func (g *grounder) listed(m *quantity.Mention) (tokenAt, bool) {
	v := &m.Value
	if !v.Single || v.Unit.ID != "" || v.Kind != quantity.Cardinal || v.Value.Exp != 0 || v.Value.Den > 1 {
		return tokenAt{}, false
	}
	at, ok := g.lists[v.Value.Mant]
	return at, ok
}
