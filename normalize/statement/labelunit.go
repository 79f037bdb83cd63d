package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// A label may have the unit of what stands behind or below it, in brackets or behind a comma:
//
//	Length (km): 12
//	Population, millions: 2.1
//
//	| Firm | Revenue ($m) | Share (%) |
//	| Acme |        4,200 |        12 |

// unitTokens is the most the unit of a label has: (in millions of US dollars).
const unitTokens = 7

// unitForm is how an amount and the unit of its label are put together to be read as one.
type unitForm uint8

const (
	unknownForm unitForm = iota
	noForm               // (confirmed) is no unit
	before               // 12 km
	around               // $4,200m
)

// labelUnits reads amounts with the units of their labels. The zero value is ready.
type labelUnits struct {
	forms   map[string]unitForm // of the units read so far
	scanner quantity.Scanner
	found   []quantity.Mention
}

// takeUnit gives a bare number the unit and the magnitude that its label has, and remembers where the label says so.
func (f *finder) takeUnit(m *quantity.Mention) {
	f.unitPart = text.Range{}
	q := &m.Value
	if q.Kind != quantity.Cardinal || q.Unit.ID != "" || q.Noun.Len() > 0 || !q.Single {
		return
	}
	labels, ok := f.labelsOf(m)
	if !ok {
		return
	}
	for n, r := range labels {
		u := f.unitIn(r, n == 0)
		if u.Len() == 0 || u.Len() > unitTokens {
			continue
		}
		if v, ok := f.inUnit(m, u); ok {
			v.Trend, v.PartOf, v.Restates, v.Noun = q.Trend, q.PartOf, q.Restates, q.Noun
			m.Value, m.Rule, f.unitPart = v, "label", u
			return
		}
	}
}

// unitIn returns the tokens of label r that may be its unit. Those of a column may be no more than that: $m.
func (f *finder) unitIn(r text.Range, head bool) text.Range {
	last := int(r.Last) - 1
	if r.Len() == 0 {
		return text.Range{}
	}
	if f.byteAt(last) == ')' {
		for i := last - 1; i > int(r.First) && last-i <= unitTokens+1; i-- {
			if f.byteAt(i) == '(' {
				return text.Range{First: int32(i + 1), Last: int32(last)}
			}
		}
		return text.Range{}
	}
	for i := last; i > int(r.First) && last-i <= unitTokens; i-- {
		if f.byteAt(i) == ',' {
			return text.Range{First: int32(i + 1), Last: r.Last}
		}
	}
	if head && f.g.Tokens[r.First].Class == text.Symbol {
		return r
	}
	return text.Range{}
}

// byteAt returns the mark that token i is.
func (f *finder) byteAt(i int) byte {
	if k := &f.g.Tokens[i]; k.Class != text.Word && k.Class != text.Number {
		return f.g.Body[k.Start]
	}
	return 0
}

// withoutUnit returns label r without the unit that the amount read last took from it, and without the mark of a note: Deaths*.
func (f *finder) withoutUnit(r text.Range) text.Range {
	if u := f.unitPart; u.Len() > 0 && u.First > r.First && u.Last <= r.Last {
		r.Last = u.First - 1
	}
	for r.Len() > 1 && (f.g.Tokens[r.Last-1].Class == text.Symbol || f.g.Tokens[r.Last-1].Class == text.Other) {
		r.Last--
	}
	return r
}

// inUnit reads an amount with the unit that stands at u.
func (f *finder) inUnit(m *quantity.Mention, u text.Range) (quantity.Quantity, bool) {
	x := &f.units
	unit, number := f.flatUnit(u), f.g.Flat(text.Range{First: m.First, Last: m.Last})
	form := x.forms[unit]
	if form == noForm {
		return quantity.Quantity{}, false
	}
	if form != around {
		if q, ok := x.read(f.g.Lex, number+" "+unit); ok {
			x.remember(unit, before)
			return q, true
		}
	}
	if form != before {
		if q, ok := x.read(f.g.Lex, f.around(u, number)); ok {
			x.remember(unit, around)
			return q, true
		}
	}
	if form == unknownForm {
		x.remember(unit, noForm)
	}
	return quantity.Quantity{}, false
}

// flatUnit returns a unit without its prepositions: in millions of dollars.
func (f *finder) flatUnit(u text.Range) string {
	s := ""
	for first := u.First; first < u.Last; first++ {
		i := first
		for first < u.Last && f.class(int(first)) != classPreposition {
			first++
		}
		if first > i && s != "" {
			s += " "
		}
		s += f.g.Flat(text.Range{First: i, Last: first})
	}
	return s
}

// around returns a number between the currency and the magnitude of u: $m, US$ million, $ in millions, EUR bn.
func (f *finder) around(u text.Range, number string) string {
	first := u.First + 1
	for i := u.First; i < u.Last; i++ {
		if f.g.Tokens[i].Class == text.Symbol {
			first = i + 1
		}
	}
	s := f.flatUnit(text.Range{First: u.First, Last: first})
	if f.g.Tokens[first-1].Class != text.Symbol {
		s += " "
	}
	s += number
	if rest := f.flatUnit(text.Range{First: first, Last: u.Last}); len(rest) > maxSuffix {
		s += " " + rest
	} else {
		s += rest // m, bn
	}
	return s
}

// maxSuffix is how long a magnitude is that stands right behind a number.
const maxSuffix = 2

func (x *labelUnits) remember(unit string, form unitForm) {
	if x.forms == nil {
		x.forms = map[string]unitForm{}
	}
	x.forms[unit] = form
}

// read returns the amount that s is, where it has a unit or a magnitude and there is nothing else in s.
func (x *labelUnits) read(lex *lexicon.Lexicon, s string) (quantity.Quantity, bool) {
	t := text.Read(&text.Source{Text: s})
	g := lex.Tag(t)
	t.Segment(g)
	x.found = x.scanner.Scan(x.found[:0], g, nil)
	if len(x.found) != 1 {
		return quantity.Quantity{}, false
	}
	m := &x.found[0]
	return m.Value, m.First == 0 && int(m.Last) == len(t.Tokens) && m.Last > 1 && m.Value.Kind == quantity.Cardinal && m.Value.Single
}
