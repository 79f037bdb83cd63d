package lexicon

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/text"
)

// A Tagged is a text whose tokens have been looked up in all tables at once.
type Tagged struct {
	*text.Text
	Lex     *Lexicon
	tags    []tag
	starts  []Mask // of each token, apart so that Next is quick
	phrases []Phrase
}

type tag struct {
	mask   Mask   // tables that have this token as a form of one word
	ref    uint32 // its entry
	phrase int32  // first phrase that starts here, +1
}

// A Phrase is a form of several tokens that stands in the text.
type Phrase struct {
	text.Range
	Mask Mask
	ref  uint32
}

// Tag looks up the tokens of t. It must run before t.Segment, whose hints it gives.
func (l *Lexicon) Tag(t *text.Text) *Tagged {
	g := new(Tagged)
	g.Reset(l, t)
	return g
}

// Reset tags t and keeps the memory of what g held before.
func (g *Tagged) Reset(l *Lexicon, t *text.Text) { new(Tagger).Tag(g, l, t) }

// reset makes g ready for the tags of t.
func (g *Tagged) reset(l *Lexicon, t *text.Text) {
	g.Text, g.Lex = t, l
	if cap(g.tags) < len(t.Tokens) {
		g.tags = make([]tag, len(t.Tokens)+len(t.Tokens)/8)
	}
	g.tags = g.tags[:len(t.Tokens)]
	if cap(g.starts) < len(t.Tokens) {
		g.starts = make([]Mask, cap(g.tags))
	}
	g.starts = g.starts[:len(t.Tokens)]
	g.phrases = g.phrases[:0]
}

// exact takes those tables out of mask whose rows all want another case than the words have.
func (g *Tagged) exact(ref uint32, mask Mask, i, j int) Mask {
	written := g.Body[g.Tokens[i].Start:g.Tokens[j-1].End]
	var ok Mask
	e := g.Lex.entry(ref)
	for k := range len(e.tables) {
		if e.fits(g.Lex, k, written) {
			ok |= Table(e.tables[k]).In()
		}
	}
	return mask & ok
}

// Mask returns the tables that have token i as a form of one word.
func (g *Tagged) Mask(i int) Mask { return g.tags[i].mask }

// Has reports whether table t has token i as a form of one word.
func (g *Tagged) Has(i int, t Table) bool { return g.tags[i].mask>>t&1 != 0 }

// Starts returns the tables of which any form, of one word or more, starts at token i.
func (g *Tagged) Starts(i int) Mask { return g.starts[i] &^ shapes }

// At returns what Next is asked for: Starts of token i, and what it looks like.
func (g *Tagged) At(i int) Mask { return g.starts[i] }

// Masks returns what At returns, of all tokens.
func (g *Tagged) Masks() []Mask { return g.starts }

// Capital reports whether token i is a word with a capital anywhere.
func (g *Tagged) Capital(i int) bool { return g.starts[i]&Capitals != 0 }

// Next returns the first token from i on, before end, at which a form of the tables of m starts, or end.
func (g *Tagged) Next(i, end int, m Mask) int {
	if i >= end {
		return end
	}
	starts := g.starts[i:end]
	for len(starts) >= 8 { // eight at a time, since most tokens start nothing
		low, high := starts[0]|starts[1]|starts[2]|starts[3], starts[4]|starts[5]|starts[6]|starts[7]
		if (low|high)&m != 0 {
			return end - len(starts) + firstOf(starts, low, m)
		}
		starts = starts[8:]
	}
	for k, s := range starts {
		if s&m != 0 {
			return end - len(starts) + k
		}
	}
	return end
}

// firstOf returns the first of eight sets, low being those of the first four together, that has any of m. Which it is no processor
// could foresee, so nothing branches on it.
func firstOf(starts []Mask, low, m Mask) int {
	k := 4
	if low&m != 0 {
		k = 0
	}
	four, j := starts[k:k+4], 3
	if four[2]&m != 0 {
		j = 2
	}
	if four[1]&m != 0 {
		j = 1
	}
	if four[0]&m != 0 {
		j = 0
	}
	return k + j
}

// Stops are the tokens of a text at which a form of some tables starts: what Next finds, for who asks for most of them. The zero Stops is
// ready.
type Stops struct {
	bits []uint64 // a bit for each token, and a word more
}

const stopBits = 64 // of a word of Stops.bits

// Find finds the stops of g for the tables of m. Where the next one stands no processor could foresee, so nothing branches on it.
func (x *Stops) Find(g *Tagged, m Mask) {
	size := len(g.starts)/stopBits + 1
	x.bits = slices.Grow(x.bits[:0], size+1)[:size+1]
	x.bits[size] = 0 // for From
	for k := range size {
		starts := g.starts[k*stopBits:]
		if len(starts) < stopBits {
			x.bits[k] = lastStops(starts, m)
			break
		}
		x.bits[k] = stopsOf((*[stopBits]Mask)(starts), m)
	}
}

// stopsOf returns a bit for each of starts: whether it has any of m.
func stopsOf(starts *[stopBits]Mask, m Mask) (bits uint64) {
	for k := stopBits - 8; k >= 0; k -= 8 {
		x := (*[8]Mask)(starts[k:])
		bits = 2*bits + x[7].any(m)
		bits = 2*bits + x[6].any(m)
		bits = 2*bits + x[5].any(m)
		bits = 2*bits + x[4].any(m)
		bits = 2*bits + x[3].any(m)
		bits = 2*bits + x[2].any(m)
		bits = 2*bits + x[1].any(m)
		bits = 2*bits + x[0].any(m)
	}
	return bits
}

// lastStops is stopsOf for fewer of them.
func lastStops(starts []Mask, m Mask) (bits uint64) {
	for k, s := range starts {
		bits |= s.any(m) << k
	}
	return bits
}

// any returns 1 where m and other have a table in common, else 0.
func (m Mask) any(other Mask) (one uint64) {
	if m&other != 0 {
		one = 1
	}
	return one
}

// From returns a bit for each of the 64 tokens from token i on, token i first: whether it is a stop before token end.
func (x *Stops) From(i, end int) uint64 {
	two := (*[2]uint64)(x.bits[uint(i)/stopBits:])
	shift := uint(i) % stopBits
	w := two[0]>>shift | two[1]<<1<<(stopBits-1-shift)
	if n := uint(end - i); n < stopBits {
		w &= 1<<n - 1
	}
	return w
}

// Leads reports whether a form of several tokens starts at token i.
func (g *Tagged) Leads(i int) bool { return g.tags[i].phrase != 0 }

// Phrases returns the forms of several tokens that start at token i, the shortest first.
func (g *Tagged) Phrases(i int) []Phrase {
	p := g.tags[i].phrase
	if p == 0 {
		return nil
	}
	j := p
	for int(j) < len(g.phrases) && g.phrases[j].First == int32(i) {
		j++
	}
	return g.phrases[p-1 : j]
}

// Row returns the row of table t that has token i as a form of one word.
func (g *Tagged) Row(i int, t Table) (Row, bool) {
	x := &g.tags[i]
	if !x.mask.Has(t) {
		return Row{}, false
	}
	if x.ref&rowBit != 0 {
		return Row{g.Lex, x.ref &^ rowBit}, true
	}
	return g.Lex.first(x.ref, t, g.Word(i))
}

// Rows appends all rows of table t that have token i as a form of one word.
func (g *Tagged) Rows(dst []Row, i int, t Table) []Row {
	if !g.Has(i, t) {
		return dst
	}
	return g.Lex.rows(dst, g.tags[i].ref, t, g.Word(i))
}

func (l *Lexicon) rows(dst []Row, ref uint32, t Table, written string) []Row {
	if ref&rowBit != 0 {
		if row := ref &^ rowBit; l.tableOf(row) == t {
			dst = append(dst, Row{l, row})
		}
		return dst
	}
	e := l.entry(ref)
	for k := range len(e.tables) {
		if e.tables[k] == byte(t) && e.fits(l, k, written) {
			dst = append(dst, Row{l, e.row(k)})
		}
	}
	return dst
}

// Longest returns the longest form of table t that starts at token i, with the index of the token behind it.
func (g *Tagged) Longest(i int, t Table) (row Row, next int, ok bool) {
	ps := g.Phrases(i)
	for k := len(ps) - 1; k >= 0; k-- {
		if p := ps[k]; p.Mask.Has(t) {
			if row, ok := g.PhraseRow(p, t); ok {
				return row, int(p.Last), true
			}
		}
	}
	row, ok = g.Row(i, t)
	return row, i + 1, ok
}

// PhraseRow returns the row of table t that has phrase p as a form.
func (g *Tagged) PhraseRow(p Phrase, t Table) (Row, bool) {
	return g.Lex.first(p.ref, t, g.Body[g.Tokens[p.First].Start:g.Tokens[p.Last-1].End])
}

// PhraseRows appends all rows of table t that have phrase p as a form.
func (g *Tagged) PhraseRows(dst []Row, p Phrase, t Table) []Row {
	return g.Lex.rows(dst, p.ref, t, g.Body[g.Tokens[p.First].Start:g.Tokens[p.Last-1].End])
}

// Columns of the tables that Hint reads.
const (
	colHint = 0 // abbreviations.tsv, furniture.tsv: what the segmenter is told
)

// shortLine is the most tokens of a line that a "short" row of furniture.tsv makes furniture.
const shortLine = 16

// Hint implements text.Hints.
func (g *Tagged) Hint(i int) text.Hint {
	var h text.Hint
	m := g.tags[i].mask
	if m.Has(Abbreviations) {
		if r, ok := g.Row(i, Abbreviations); ok {
			h |= abbreviationHint(r.Field(colHint))
		}
	}
	if m.Has(Function) || m.Has(Numbers) { // Sixty firefighters came
		h |= text.Starter
	}
	if g.tags[i].phrase != 0 || m.Has(FurnitureTab) {
		h |= g.furnitureHint(i)
	}
	return h
}

func abbreviationHint(kind string) text.Hint {
	switch kind {
	case "title", "inner":
		return text.Abbreviation
	case "number":
		return text.BeforeNumber
	}
	return text.Abbreviable
}

// furnitureHint tells what the longest phrase of furniture.tsv at token i makes of the line it starts.
func (g *Tagged) furnitureHint(i int) text.Hint {
	r, next, ok := g.Longest(i, FurnitureTab)
	if !ok {
		return 0
	}
	switch r.Field(colHint) {
	case "caption":
		return text.CaptionWord
	case "furniture":
		return text.FurnitureWord
	case "short":
		if g.lineEnd(i, i+shortLine) >= 0 {
			return text.FurnitureWord
		}
	case "line":
		end := g.lineEnd(i, next+1) // before next where the phrase runs on into the next line
		if end == next || end > next && g.Tokens[next].Class != text.Word {
			return text.FurnitureWord
		}
	}
	return 0
}

// lineEnd returns the token behind the line of token i when that is limit at the latest, or -1.
func (g *Tagged) lineEnd(i, limit int) int {
	for j := i + 1; j <= limit; j++ {
		if j >= len(g.Tokens) || g.Tokens[j].Is(text.LineBefore) {
			return j
		}
	}
	return -1
}
