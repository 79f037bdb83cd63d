package statement

import (
	"strings"

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
	Model bool // it is the name of a model, with a number: Fath-360
}

// Variants appends the variants of g to dst in reading order. Spellings count only inside quotations, where the
// words are not the outlet's to choose.
func Variants(dst []Variant, g *lexicon.Tagged) []Variant { return new(Finder).Variants(dst, g) }

// Variants does what the function Variants does, and remembers the folded spelling of words from one document to the next.
func (x *Finder) Variants(dst []Variant, g *lexicon.Tagged) []Variant {
	x.folds.Reset(g.Lex, foldedWords)
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
		if sp, ok := model(g, i); ok {
			dst = append(dst, Variant{Class: strings.ToLower(sp.Of(g.Body)), Form: sp.Of(g.Body), Span: sp, Model: true})
		}
		if !k.Is(text.InQuote) || k.Is(text.NonASCII) || k.Is(text.Capital) {
			continue
		}
		sp := k.Span()
		if i+2 < len(g.Tokens) && g.Tokens[i+1].Class == text.Hyphen && g.Tokens[i+2].Class == text.Word {
			sp.End = int(g.Tokens[i+2].End)
		}
		if sp != k.Span() {
			w := sp.Of(g.Body)
			dst = append(dst, Variant{Class: spelling.Fold(g.Lex, w), Form: w, Span: sp, Spelt: true})
		}
		if k.Span().Len() > 5 {
			dst = append(dst, Variant{Class: x.folded(g, i), Form: g.Word(i), Span: k.Span(), Spelt: true})
		}
	}
	return dst
}

// folded returns the folded spelling of the word at token i. Two words that differ in their apostrophes alone have one: that of the
// word which was met first since Forget.
func (x *Finder) folded(g *lexicon.Tagged, i int) string {
	w := g.Word(i)
	if _, one := g.SpellingKey(i); one && strings.ContainsAny(w, apostrophes) {
		h := g.Tokens[i].Hash
		f, known := x.marked[h]
		if !known {
			f = spelling.Fold(g.Lex, w)
			if x.marked == nil {
				x.marked = map[uint64]string{}
			}
			x.marked[h] = f
		}
		return f
	}
	f, known := x.folds.At(g, i)
	if !known {
		*f = spelling.Fold(g.Lex, w)
	}
	return *f
}

// Forget begins a new set of documents, as far as it matters in what order they are read.
func (x *Finder) Forget() { clear(x.marked) }

const apostrophes = "'’‘"

// foldedWords is how many words the folded spelling of is remembered.
const foldedWords = 1024

// model returns the span of a word that is none of the language, joined to a number: Fath-360, covid-19.
func model(g *lexicon.Tagged, i int) (text.Span, bool) {
	if i+2 >= len(g.Tokens) || g.Tokens[i+1].Class != text.Hyphen || g.Tokens[i+2].Class != text.Number || g.Tokens[i+2].Is(text.BlankBefore) || g.Tokens[i+1].Is(text.BlankBefore) {
		return text.Span{}, false
	}
	if m := g.Mask(i); m.Has(lexicon.Words) || m.Has(lexicon.Function) || m.Has(lexicon.Numbers) || m.Has(lexicon.Units) {
		return text.Span{}, false
	}
	return text.Span{Start: int(g.Tokens[i].Start), End: int(g.Tokens[i+2].End)}, true
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

// Columns and a kind of orgs.tsv.
const (
	colOrgKind = 0
	mediaOrg   = "media"
)

// Outlet reports whether a name is that of a newspaper, an agency or a broadcaster.
func Outlet(l *lexicon.Lexicon, name string) bool {
	r, ok := l.Find(lexicon.Orgs, name)
	return ok && (r.Field(colOrgKind) == mediaOrg || r.Field(colOrgKind+1) == mediaOrg)
}
