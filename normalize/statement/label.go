package statement

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// A labelled amount stands behind the name of what it is, as in a list of facts, or below it, as in a table:
//
//	Injured: 32
//	| Injured | 32 |
//
//	| City  | Dead | Injured |
//	| Izmir |   12 |      40 |
//
// Its label is no sentence, so that a participle names a measure as a noun does.

// labelTokens is the most a label has.
const labelTokens = 9

// labelled returns the measure that the label of an amount names.
func (f *finder) labelled(m *quantity.Mention, dim string) (measureWord, bool) {
	f.headed = false
	labels, ok := f.labelsOf(m)
	if !ok {
		return measureWord{}, false
	}
	for n, r := range labels {
		if w, ok := f.labelOf(f.withoutUnit(r), dim); ok {
			f.headed = n == 0 && labels[2].Len() > 0
			return w, true
		}
	}
	return measureWord{}, false
}

// ofRow returns whom or what the row of an amount is about, whose column says what it measures: the firm of "| Acme | 4,200 |". Rows of a
// time, of a sum and of a measure are about nobody.
func (f *finder) ofRow(dim string) string {
	r := f.cell(f.g.Paragraphs[f.table.row].Range, 0)
	if r.Len() == 0 || r.Len() > labelTokens || !f.g.Tokens[r.First].Is(text.Capital) || f.g.Has(int(r.First), lexicon.Modifiers) {
		return ""
	}
	if _, ok := f.labelOf(r, dim); ok {
		return ""
	}
	n := sort.Search(len(f.ts), func(n int) bool { return f.ts[n].First >= r.First })
	if n < len(f.ts) && f.ts[n].First < r.Last {
		return ""
	}
	if n := f.firstName(int(r.First)); n < len(f.names) && f.names[n].First < r.Last {
		if e := f.entityName(n); e != "" {
			return e
		}
	}
	for i := r.First; i < r.Last; i++ {
		if f.g.Tokens[i].Class == text.Number || f.g.Tokens[i].Is(text.HasDigit) {
			return ""
		}
	}
	return f.g.Flat(r)
}

// labelsOf returns what may be the label of an amount: the head of its column, what stands before it, and the first cell of its row.
func (f *finder) labelsOf(m *quantity.Mention) (labels [3]text.Range, ok bool) {
	i := int(m.First) - 1
	if i <= int(f.sent.First) || !f.separates(i) && !f.dashed(i) || !f.endsEntry(int(m.Last)) {
		return labels, false
	}
	first := i
	for first > int(f.sent.First) && i-first <= labelTokens && !f.separates(first-1) {
		first--
	}
	if f.dashed(i) {
		if first > int(f.sent.First)+1 || !f.g.Tokens[f.sent.First].Is(text.LineBefore) && f.sent.First > 0 {
			return labels, false // in the middle of a sentence
		}
		labels[0] = text.Range{First: int32(first), Last: int32(i)}
		return labels, true
	}
	labels[0], labels[1] = f.headOf(i), text.Range{First: int32(first), Last: int32(i)}
	if labels[0].Len() > 0 {
		labels[2] = f.cell(f.g.Paragraphs[f.table.row].Range, 0)
	}
	return labels, true
}

// columnTime returns the time in the head of the column of an amount, or -1.
func (f *finder) columnTime(m *quantity.Mention) int32 {
	i := int(m.First) - 1
	if i <= int(f.sent.First) || !f.separates(i) {
		return -1
	}
	head := f.headOf(i)
	n := sort.Search(len(f.ts), func(n int) bool { return f.ts[n].First >= head.First })
	if n < len(f.ts) && f.ts[n].Last <= head.Last {
		return int32(n)
	}
	return -1
}

// labelOf returns the measure that the last words of r name.
func (f *finder) labelOf(r text.Range, dim string) (measureWord, bool) {
	for i := int(r.First); i < int(r.Last); i++ {
		if w, ok := f.nounFor(i, dim, kindNoun, kindState, kindVerb); ok && w.next == int(r.Last) && (w.kind != kindVerb || f.inflectedForm(i)) {
			return w, true
		}
	}
	return measureWord{}, false
}

// inflectedForm reports whether a verb's form at token i is no bare one: injured, not injure.
func (f *finder) inflectedForm(i int) bool {
	w := f.g.Word(i)
	return len(w) > 2 && (w[len(w)-1] == 'd' || w[len(w)-1] == 'n' || w[len(w)-1] == 't')
}

// separates reports whether token i stands between a label and what it names: a colon, or the end of a cell.
func (f *finder) separates(i int) bool {
	k := &f.g.Tokens[i]
	return k.Class == text.Comma && k.Byte(f.g.Body) == ':' || f.g.EndsCell(i)
}

// dashed reports whether token i is a dash between spaces, as it stands between a label and what it names: Injured – 32.
func (f *finder) dashed(i int) bool {
	return f.g.Tokens[i].Class == text.Dash && f.g.Tokens[i].Is(text.SpaceBefore) && i+1 < len(f.g.Tokens) && f.g.Tokens[i+1].Is(text.SpaceBefore)
}

// endsEntry reports whether an amount that ends before token i is all that its entry has, but for the people that it counts and a remark in
// brackets.
func (f *finder) endsEntry(i int) bool {
	last := int(f.sent.Last)
	if i < last && f.g.Tokens[i].Class == text.Word {
		if w, ok := f.nounFor(i, dimCount, kindPeople); ok && w.class == anybody {
			i = w.next
		}
	}
	if i >= last {
		return true
	}
	switch k := &f.g.Tokens[i]; k.Class {
	case text.Stop, text.Bracket:
		return true
	case text.Comma:
		return f.g.Body[k.Start] != ':'
	}
	return f.separates(i)
}

// A table is the table that the paragraph read last is a row of.
type table struct {
	row   int32      // its paragraph
	head  text.Range // the row of its heads
	cells int        // of each row
}

// headOf returns the head of the column in which an amount stands behind separator i, or nothing.
func (f *finder) headOf(i int) text.Range {
	p := f.g.Sentences[f.at].Paragraph
	t := &f.table
	if t.row != p {
		cells := f.cells(p)
		if cells == 0 {
			return text.Range{}
		}
		first := p
		for first > 0 && first > p-maxRows && f.cells(first-1) == cells {
			if first--; first == t.row && t.cells == cells {
				break
			}
		}
		if first != t.row || t.cells != cells {
			t.head = f.g.Paragraphs[first].Range
		}
		t.row, t.cells = p, cells
	}
	if t.head.Has(i) {
		return text.Range{} // this is the row of the heads
	}
	row := f.g.Paragraphs[p].Range
	return f.cell(t.head, f.cellAt(row, i))
}

// rowTokens is the most a row has: each of its amounts counts the cells before it.
const rowTokens = 300

// maxRows bounds how far above a row the head of its table is looked for; rows between with an amount are known already.
const maxRows = 200

// cells returns how many cells a paragraph has as the row of a table, or 0.
func (f *finder) cells(p int32) int {
	r := f.g.Paragraphs[p].Range
	if r.Len() < 4 || r.Len() > rowTokens || !f.g.EndsCell(int(r.Last)-1) {
		return 0
	}
	return f.cellAt(r, int(r.Last)-1)
}

// cellAt returns how many cells of row r end at token i or before.
func (f *finder) cellAt(r text.Range, i int) (n int) {
	for j := int(f.firstCell(r)); j <= i; j++ {
		if f.g.EndsCell(j) {
			n++
		}
	}
	return n
}

// cell returns cell n of row r, counted from 0.
func (f *finder) cell(r text.Range, n int) text.Range {
	first := f.firstCell(r)
	for j := first; j < r.Last; j++ {
		if !f.g.EndsCell(int(j)) {
			continue
		}
		if n == 0 {
			return text.Range{First: first, Last: j}
		}
		n--
		first = j + 1
	}
	return text.Range{}
}

// firstCell returns the token at which the first cell of row r begins: the bar before it is no end of a cell.
func (f *finder) firstCell(r text.Range) int32 {
	if f.g.Tokens[r.First].Class == text.Symbol {
		return r.First + 1
	}
	return r.First
}
