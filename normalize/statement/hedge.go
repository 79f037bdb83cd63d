package statement

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Hedge is the words that make a statement less than a fact: is expected to, probably, would, alleged.
type Hedge struct {
	Modality attribution.Modality
	Span     text.Span
	Verb     bool // it governs the next verb: "would work to", not the nouns behind it: "alleged"
	Phrase   bool // it is more than a modal verb: "plans to", not "will"
}

// colModality is the class of modality.tsv, and condemning a class that is none of modality.
const (
	colModality = 0
	condemning  = "condemned"
)

// Hedges appends the hedges among the tokens of r to dst, in reading order. Those that stand side by side are one, of the
// weaker of them: "will probably".
func Hedges(dst []Hedge, g *lexicon.Tagged, r text.Range) []Hedge {
	start := len(dst)
	for i := int(r.First); i < int(r.Last); i++ {
		h, next, ok := hedgeAt(g, i)
		if !ok {
			continue
		}
		if n := len(dst); n > start && h.Span.Start-dst[n-1].Span.End <= 1 {
			last := &dst[n-1]
			last.Span, last.Verb, last.Modality = last.Span.Cover(h.Span), last.Verb || h.Verb, weaker(last.Modality, h.Modality)
			last.Phrase = last.Phrase || h.Phrase
		} else {
			dst = append(dst, h)
		}
		i = max(i, min(next, int(r.Last))-1)
	}
	return dst
}

func hedgeAt(g *lexicon.Tagged, i int) (h Hedge, next int, ok bool) {
	k := &g.Tokens[i]
	if k.Class != text.Word {
		return h, i + 1, false
	}
	if g.Starts(i).Has(lexicon.Modality) {
		if row, n, found := g.Longest(i, lexicon.Modality); found && row.Field(colModality) != condemning {
			h = Hedge{Modality: modalityOf(row.Field(colModality)), Span: text.Span{Start: int(k.Start), End: int(g.Tokens[n-1].End)}, Verb: isOfKind(g, n-1, classParticle, infinitive), Phrase: true}
			return h, n, h.Modality != attribution.Fact
		}
	}
	if !g.InClass(i, classModal) || k.Is(text.Capital) {
		return h, i + 1, false
	}
	var buf [8]lexicon.Row
	for _, row := range g.Rows(buf[:0], i, lexicon.Function) {
		if functionClassOf(row) != classModal {
			continue
		}
		if m := modalOf(row.Field(colFunctionKind)); m != attribution.Fact {
			return Hedge{Modality: m, Span: k.Span(), Verb: true}, i + 1, true
		}
	}
	return h, i + 1, false
}

// modalOf returns how the kind of a modal verb of function.tsv means what it governs.
func modalOf(kind string) attribution.Modality {
	switch kind {
	case "certain":
		return attribution.Planned
	case "possible":
		return attribution.Possible
	case "obligation":
		return attribution.Demanded
	case "hypothetical":
		return attribution.Hypothetical
	}
	return attribution.Fact
}

// modalityOf returns the modality that a class of modality.tsv names.
func modalityOf(class string) attribution.Modality {
	for m := attribution.Planned; m <= attribution.Hypothetical; m++ {
		if m.String() == class {
			return m
		}
	}
	return attribution.Fact
}

// weaker returns which of two modalities commits to less.
func weaker(a, b attribution.Modality) attribution.Modality {
	if Strength(a) < Strength(b) {
		return a
	}
	return b
}

// Strength orders modalities by how much they commit to: what is done, then what will or would be, what is expected, what may be,
// what is alleged.
func Strength(m attribution.Modality) int {
	switch m {
	case attribution.Fact:
		return 5
	case attribution.Planned, attribution.Hypothetical, attribution.Demanded:
		return 4
	case attribution.Expected:
		return 3
	case attribution.Possible:
		return 2
	}
	return 1
}

// Tokens returns the tokens of a span.
func Tokens(g *lexicon.Tagged, sp text.Span) text.Range {
	return text.Range{First: tokenAt(g, sp.Start), Last: tokenAt(g, sp.End)}
}

// tokenAt returns the first token that begins at an offset or behind it.
func tokenAt(g *lexicon.Tagged, at int) int32 {
	return int32(sort.Search(len(g.Tokens), func(i int) bool { return int(g.Tokens[i].Start) >= at }))
}
