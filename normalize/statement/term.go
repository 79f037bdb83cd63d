package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of the tables that terms are read with.
const (
	colFunctionClass = 0 // function.tsv: class
	colFunctionKind  = 1
	colFunctionLemma = 5
)

// terms appends the content words of the tokens in r. Names stand for their entities.
func (f *finder) terms(dst []Term, r text.Range) []Term {
	m := f.firstName(int(r.First))
	for i := int(r.First); i < int(r.Last); i++ {
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
		if t, ok := f.term(i); ok {
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

func (f *finder) term(i int) (Term, bool) {
	k := &f.g.Tokens[i]
	if k.Class == text.Number {
		return Term{Hash: k.Hash, Text: f.g.Word(i), Span: k.Span(), Kind: NumberTerm}, true
	}
	if k.Class != text.Word {
		return Term{}, false
	}
	w, known := f.known.At(f.g, i)
	if !known {
		*w = f.termFact(i)
	}
	return Term{Hash: w.hash, Text: f.g.Word(i), Span: k.Span(), Kind: w.kind}, w.counts
}

// A termFact is what a word is as a term, wherever it stands.
type termFact struct {
	hash   uint64
	kind   TermKind
	counts bool // it is a term
}

func (f *finder) termFact(i int) termFact {
	m := f.g.Mask(i)
	if m.Has(lexicon.Numbers) {
		return termFact{f.g.Tokens[i].Hash, NumberTerm, true}
	}
	if m.Has(lexicon.Function) {
		return termFact{1, NotTerm, f.class(i) == classNegation}
	}
	if row, ok := f.g.Row(i, lexicon.Synonyms); ok {
		return termFact{hash: text.HashString(row.Field(colSynonym)), counts: true}
	}
	if row, ok := f.g.Row(i, lexicon.Measures); ok && row.Field(colKind) != kindPeople {
		return termFact{hash: text.HashString(row.Field(colMeasure)), counts: true}
	}
	return termFact{hash: morph.Stem(f.g.Lex, f.g.Word(i)), counts: true}
}

// Classes of function.tsv that the grammar asks for.
const (
	classNegation     = "negation"
	classAuxiliary    = "auxiliary"
	classModal        = "modal"
	classPreposition  = "preposition"
	classConjunction  = "conjunction"
	classSubordinator = "subordinator"
	classRelative     = "relative"
	classDeterminer   = "determiner"
	classPronoun      = "pronoun"
	classAdverb       = "adverb"
	classQuantifier   = "quantifier"
	classParticle     = "particle"
)

// class returns the first class of token i among the function words, or "".
func (f *finder) class(i int) string {
	if f.sent.Has(i) {
		return f.classes[i-int(f.sent.First)]
	}
	return f.classOf(i)
}

func (f *finder) classOf(i int) string {
	if !f.g.Has(i, lexicon.Function) {
		return ""
	}
	c, known := f.functions.At(f.g, i)
	if !known {
		row, _ := f.g.Row(i, lexicon.Function)
		*c = row.Field(colFunctionClass)
	}
	return *c
}
