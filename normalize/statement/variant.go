package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/spelling"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Variant is a word of the text that other texts may put or spell in another way without meaning anything
// else by it: spokesman and spokesperson, cooperation and co-operation.
type Variant struct {
	Class string // what the forms have in common: a class of terms.tsv, or the folded spelling
	Form  string // a term of terms.tsv, or the word as written in small letters
	Span  text.Span
	Spelt bool // it is a matter of spelling, inside a quotation
}

// Variants appends the variants of g to dst in reading order. Spellings count only inside quotations, where the
// words are not the outlet's to choose.
func Variants(dst []Variant, g *lexicon.Tagged) []Variant {
	for i := range g.Tokens {
		k := &g.Tokens[i]
		if k.Class != text.Word {
			continue
		}
		if g.Starts(i).Has(lexicon.Terms) {
			if r, n, ok := g.Longest(i, lexicon.Terms); ok && r.Field(colTermRel) == termSame {
				dst = append(dst, Variant{Class: r.Field(colTermClass), Form: r.Field(colTerm),
					Span: text.Span{Start: int(k.Start), End: int(g.Tokens[n-1].End)}})
			}
		}
		if !k.Is(text.InQuote) || k.Is(text.NonASCII) || k.Is(text.Capital) {
			continue
		}
		sp := k.Span()
		if i+2 < len(g.Tokens) && g.Tokens[i+1].Class == text.Hyphen && g.Tokens[i+2].Class == text.Word {
			sp.End = int(g.Tokens[i+2].End)
		}
		for _, sp := range []text.Span{sp, k.Span()} {
			w := sp.Of(g.Body)
			if f := spelling.Fold(g.Lex, w); sp.Len() > 5 {
				dst = append(dst, Variant{Class: f, Form: w, Span: sp, Spelt: true})
			}
			if sp == k.Span() {
				break
			}
		}
	}
	return dst
}

// FirstWord reports whether "first" stands in a cue or right before it: first reported by, was the first to report.
func FirstWord(g *lexicon.Tagged, cue text.Range) bool {
	for i := max(0, int(cue.First)-firstReach); i < int(cue.Last); i++ {
		if r, ok := g.Row(i, lexicon.Numbers); ok && r.Field(colNumberKind) == ordinalNumber && r.Field(colNumberValue) == "1" {
			return true
		}
	}
	return false
}

// Columns and a class of numbers.tsv.
const (
	colNumberKind  = 0
	colNumberValue = 1
	ordinalNumber  = "ordinal"
)

// firstReach is how many tokens before a cue are looked at.
const firstReach = 2
