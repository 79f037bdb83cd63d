package statement

import (
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

// terms returns the content words of the tokens in r, those of a subject that stands before an apposition in front. Names
// stand for their entities. Statements of one clause share them.
func (f *finder) terms(r text.Range) []Term {
	if r == f.termsOf {
		return f.own
	}
	sub := f.subject(r)
	dst := f.termSlab.Make(r.Len() + sub.Len())
	if sub.Len() > 0 {
		dst = f.appendTerms(dst, sub)
	}
	dst = f.appendTerms(dst, r)
	f.termsOf, f.own = r, dst[:len(dst):len(dst)]
	return f.own
}

func (f *finder) appendTerms(dst []Term, r text.Range) []Term {
	i := int(r.First)
	m := f.firstName(i)
	if m > f.n && int(f.names[m-1].Last) > i {
		i = int(f.names[m-1].Last) // a name that began before
	}
	for ; i < int(r.Last); i++ {
		for m < len(f.names) && int(f.names[m].First) < i {
			m++
		}
		if m < len(f.names) && int(f.names[m].First) == i && f.names[m].Value.Via != name.ByPronoun {
			if t, ok := f.nameTerm(m); ok {
				dst = append(dst, t)
				i = max(i, int(f.names[m].Last)-1)
				continue
			}
		}
		if w := f.sheet(i); w.counts {
			k := &f.g.Tokens[i]
			t := Term{Hash: w.hash, Text: f.g.Word(i), Span: k.Span(), Kind: w.kind}
			if t.Kind == OtherTerm && f.g.Has(i, lexicon.Units) && f.insideQuantity(i) {
				t.Kind = UnitTerm
			}
			dst = append(dst, t)
		}
	}
	return dst
}

func (f *finder) nameTerm(m int) (Term, bool) {
	n := &f.names[m]
	if n.Value.Nested || n.Value.Via == name.ByNominal || int(n.Value.Entity) >= len(f.entities) || n.Value.Entity < 0 {
		return Term{}, false
	}
	e := &f.entities[n.Value.Entity]
	return Term{Hash: entityHash(e), Text: e.Name, Span: n.Span, Kind: NameTerm}, true
}

// entityHash is the same for one entity in all documents, as far as its name is written alike.
func entityHash(e *name.Entity) uint64 {
	if e.Known != "" {
		return text.HashString(e.Known)
	}
	return text.HashString(e.Name)
}
