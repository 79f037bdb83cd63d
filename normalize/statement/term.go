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

// Stem returns the hash of a word without its inflection, so that raids, raided and raiding are one
// term. It is a key, never shown: strips too much rather than too little.
func Stem(w string) uint64 {
	var buf [40]byte
	n := 0
	for i := 0; i < len(w) && n < len(buf); i++ {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[n] = c
		n++
	}
	return text.HashString(stripped(buf[:n]))
}

func stripped(b []byte) []byte {
	n := len(b)
	switch {
	case n > 4 && ends(b, "ies"):
		b = b[:n-2]
		b[n-3] = 'y'
	case n > 4 && (ends(b, "sses") || ends(b, "shes") || ends(b, "ches") || ends(b, "xes")):
		b = b[:n-2]
	case n > 3 && b[n-1] == 's' && b[n-2] != 's' && b[n-2] != 'u' && b[n-2] != 'i':
		b = b[:n-1]
	}
	n = len(b)
	switch {
	case n > 5 && ends(b, "ing") && vowelIn(b[:n-3]):
		b = undoubled(b[:n-3])
	case n > 4 && ends(b, "ied"):
		b = b[:n-2]
		b[n-3] = 'y'
	case n > 4 && ends(b, "ed") && vowelIn(b[:n-2]):
		b = undoubled(b[:n-2])
	}
	if n = len(b); n > 3 && b[n-1] == 'e' {
		b = b[:n-1]
	}
	return b
}

func ends(b []byte, s string) bool { return len(b) >= len(s) && string(b[len(b)-len(s):]) == s }

func vowelIn(b []byte) bool {
	for _, c := range b {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return true
		}
	}
	return false
}

// undoubled takes one of two like consonants away: stopp, robb; but fall, miss and buzz keep theirs.
func undoubled(b []byte) []byte {
	n := len(b)
	if n > 3 && b[n-1] == b[n-2] && b[n-1] != 'l' && b[n-1] != 's' && b[n-1] != 'z' && b[n-1] != 'e' && b[n-1] != 'o' {
		return b[:n-1]
	}
	return b
}

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
	return termFact{hash: Stem(f.g.Word(i)), counts: true}
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
	row, ok := f.g.Row(i, lexicon.Function)
	if !ok {
		return ""
	}
	return row.Field(colFunctionClass)
}
