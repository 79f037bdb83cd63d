package statement

import (
	"math/bits"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of the tables that terms are read with.
const (
	colFunctionClass = 0 // function.tsv: class
	colFunctionKind  = 1
	colFunctionLemma = 5
)

// termsOf returns the content words of the tokens in r, those of a subject that stands before an apposition in front. Names
// stand for their entities. Statements of one clause share them.
func (f *finder) termsOf(r text.Range) []Term {
	if r == f.ownOf {
		return f.own
	}
	sub := f.subject(r)
	dst := f.termSlab.Make(r.Len() + sub.Len())
	if sub.Len() > 0 {
		dst = f.appendTerms(dst, sub)
	}
	f.ownOf, f.own = r, f.termSlab.Trim(f.appendTerms(dst, r))
	return f.own
}

func (f *finder) appendTerms(dst []Term, r text.Range) []Term {
	i := int(r.First)
	m := f.firstName(i)
	if m > f.n && int(f.names[m-1].Last) > i {
		i = int(f.names[m-1].Last) // a name that began before
	}
	for i < int(r.Last) {
		for m < len(f.names) && int(f.names[m].First) < i {
			m++
		}
		end := int(r.Last)
		if m < len(f.names) {
			end = min(end, int(f.names[m].First))
		}
		dst = f.wordTerms(dst, i, end)
		if end == int(r.Last) {
			return dst
		}
		i = end + 1
		if f.names[m].Value.Via != name.ByPronoun {
			if t, ok := f.nameTerm(m); ok {
				dst = append(dst, t)
				i = max(i, int(f.names[m].Last))
				continue
			}
		}
		dst = f.wordTerms(dst, end, end+1)
	}
	return dst
}

// wordTerms appends the terms of the tokens from i to end, of which none is a name. Only some sets have any.
func (f *finder) wordTerms(dst []Term, i, end int) []Term {
	content, numbers, modals := f.sheet.set(setContent), f.sheet.set(setNumber), f.sheet.set(setModal)
	for k := i / setBits; k*setBits < end; k++ {
		w := content[k] | numbers[k] | modals[k]
		if first := k * setBits; i > first {
			w &= ^uint64(0) << (uint(i) % setBits)
		}
		for ; w != 0; w &= w - 1 {
			at := k*setBits + bits.TrailingZeros64(w)
			if at >= end {
				return dst
			}
			t := &f.g.Tokens[at]
			if hash, kind, ok := f.wordTerm(t, at); ok {
				n := len(dst)
				dst = dst[:n+1] // there is room for all tokens
				x := &dst[n]
				x.Hash, x.Text, x.Span.Start, x.Span.End, x.Kind = hash, f.g.Body[t.Start:t.End], int(t.Start), int(t.End), kind
			}
		}
	}
	return dst
}

// wordTerm returns the key of a token as a term and its kind, and whether it is one.
func (f *finder) wordTerm(k *text.Token, i int) (uint64, TermKind, bool) {
	if k.Class != text.Word {
		return k.Hash, NumberTerm, k.Class == text.Number
	}
	m := f.g.Mask(i)
	if m.Has(lexicon.Function) {
		if m.Has(lexicon.Numbers) {
			return k.Hash, NumberTerm, true
		}
		return 1, NotTerm, f.class(i) == classNegation
	}
	w := f.word(i)
	if w.kind == OtherTerm && m.Has(lexicon.Units) && f.insideQuantity(i) {
		return w.hash, UnitTerm, true
	}
	return w.hash, w.kind, true
}

func (f *finder) nameTerm(m int) (Term, bool) {
	n := &f.names[m]
	if n.Value.Nested || n.Value.Via == name.ByNominal || int(n.Value.Entity) >= len(f.entities) || n.Value.Entity < 0 {
		return Term{}, false
	}
	e := &f.entities[n.Value.Entity]
	key := &f.entityKeys[n.Value.Entity]
	if *key == 0 {
		*key = entityHash(e)
	}
	return Term{Hash: *key, Text: e.Name, Span: n.Span, Kind: NameTerm}, true
}

// entityHash is the same for one entity in all documents, as far as its name is written alike.
func entityHash(e *name.Entity) uint64 {
	if e.Known != "" {
		return text.HashString(e.Known)
	}
	return text.HashString(e.Name)
}
