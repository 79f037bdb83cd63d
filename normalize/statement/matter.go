package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of matters.tsv.
const (
	colMatter     = 0
	colMatterSide = 1
	colMatterDims = 2
	colMatterKind = 3
)

// Dimensions of matters.tsv that no amount has: those of times.
const (
	MatterDay   = "day"
	MatterClock = "clock"
)

// A MatterWord is a word of a clause that tells what an amount or a time of it is of: the crowd, the ransom, the day of a reopening.
type MatterWord struct {
	ID   string
	Side MatterSide
	Kind string // of those that the row lists
	Span text.Span
	dims string
}

// A MatterSide tells whether a word says enough alone.
type MatterSide uint8

const (
	MatterWhole MatterSide = iota // it does
	MatterHead                    // it does beside one of the other side,
	MatterRest                    // which is this
	MatterNot                     // what it stands nearest to is none of the matter
)

// Of reports whether amounts of a dimension may be of the matter.
func (w *MatterWord) Of(dim string) bool { return hasDim(w.dims, dim) }

// Is reports whether the matter is of a kind.
func (w *MatterWord) Is(kind string) bool {
	return w.Kind != "" && hasDim(w.Kind, kind)
}

// MatterWords appends the words of a sentence that are ones of a matter, in order.
func MatterWords(dst []MatterWord, g *lexicon.Tagged, r text.Range) []MatterWord {
	var rows [16]lexicon.Row
	for i := g.Next(int(r.First), int(r.Last), lexicon.Matters.In()); i < int(r.Last); i = g.Next(i+1, int(r.Last), lexicon.Matters.In()) {
		for _, p := range g.Phrases(i) {
			if p.Mask.Has(lexicon.Matters) && p.Last <= r.Last {
				dst = appendMatters(dst, g.PhraseRows(rows[:0], p, lexicon.Matters), g.Span(p.Range))
			}
		}
		dst = appendMatters(dst, g.Rows(rows[:0], i, lexicon.Matters), g.Tokens[i].Span())
	}
	return dst
}

func appendMatters(dst []MatterWord, rows []lexicon.Row, sp text.Span) []MatterWord {
	for _, r := range rows {
		w := MatterWord{ID: r.Field(colMatter), dims: r.Field(colMatterDims), Kind: r.Field(colMatterKind), Span: sp}
		switch r.Field(colMatterSide) {
		case "a":
			w.Side = MatterHead
		case "b":
			w.Side = MatterRest
		case "not":
			w.Side = MatterNot
		}
		dst = append(dst, w)
	}
	return dst
}

// Total reports whether a modifier says that an amount is all there is, which one without it may be as well.
func Total(modifier string) bool { return modifier == modTotal }

// Whole reports whether a modifier says that others are a part of an amount.
func Whole(modifier string) bool { return modifier == modWhole }

// Each reports whether a modifier says that an amount is that of each of several.
func Each(modifier string) bool { return modifier == modEach }
