package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/text"
)

// A sheet is what the rules ask of a word, wherever it stands. It is read once for a token.
type sheet struct {
	hash   uint64 // as a term
	kind   TermKind
	class  functionClass // the first one of function.tsv
	counts bool          // it is a term
	verb   bool          // it is a verb before it is anything else
	read   bool          // all this is known
}

// A functionClass is a class of function.tsv.
type functionClass uint8

// Classes of function.tsv that the grammar asks for.
const (
	noClass functionClass = iota
	otherClass
	classNegation
	classAuxiliary
	classModal
	classPreposition
	classConjunction
	classSubordinator
	classRelative
	classDeterminer
	classPronoun
	classAdverb
	classQuantifier
	classParticle
)

// functionClassOf returns the class of a row of function.tsv.
func functionClassOf(r lexicon.Row) functionClass {
	switch r.Field(colFunctionClass) {
	case "negation":
		return classNegation
	case "auxiliary":
		return classAuxiliary
	case "modal":
		return classModal
	case "preposition":
		return classPreposition
	case "conjunction":
		return classConjunction
	case "subordinator":
		return classSubordinator
	case "relative":
		return classRelative
	case "determiner":
		return classDeterminer
	case "pronoun":
		return classPronoun
	case "adverb":
		return classAdverb
	case "quantifier":
		return classQuantifier
	case "particle":
		return classParticle
	case "":
		return noClass
	}
	return otherClass
}

// newSheets makes room for the words of the sentence. They are read when they are asked for: rules look at clauses, and not
// at all of them.
func (f *finder) newSheets() {
	n := f.sent.Len()
	if cap(f.sheets) < n {
		f.sheets = make([]sheet, n+n/2)
	}
	f.sheets = f.sheets[:n]
	clear(f.sheets)
}

// sheet returns what token i is, which may stand outside the sentence.
func (f *finder) sheet(i int) *sheet {
	if at := uint(i) - uint(f.sent.First); at < uint(len(f.sheets)) {
		w := &f.sheets[at]
		if !w.read {
			*w = f.sheetOf(i)
			w.read = true
		}
		return w
	}
	f.outside = f.sheetOf(i)
	return &f.outside
}

func (f *finder) sheetOf(i int) sheet {
	k := &f.g.Tokens[i]
	switch k.Class {
	case text.Number:
		return sheet{hash: k.Hash, kind: NumberTerm, counts: true, class: f.functionClass(i)}
	case text.Word:
		w, known := f.known.At(f.g, i)
		if !known {
			*w = f.readSheet(i)
		}
		return *w
	}
	return sheet{class: f.functionClass(i)}
}

// functionClass returns the first class of token i among the function words.
func (f *finder) functionClass(i int) functionClass {
	row, ok := f.g.Row(i, lexicon.Function)
	if !ok {
		return noClass
	}
	return functionClassOf(row)
}

// readSheet makes the sheet of a word from its rows.
func (f *finder) readSheet(i int) sheet {
	w := sheet{class: f.functionClass(i)}
	if row, ok := f.g.Row(i, lexicon.Words); ok {
		pos := row.Field(colPOS)
		w.verb = pos != "" && pos[0] == 'v'
	}
	w.hash, w.kind, w.counts = f.termOf(i, w.class)
	return w
}

// termOf returns the key of a word as a term, its kind, and whether it is one.
func (f *finder) termOf(i int, class functionClass) (uint64, TermKind, bool) {
	m := f.g.Mask(i)
	if m.Has(lexicon.Numbers) {
		return f.g.Tokens[i].Hash, NumberTerm, true
	}
	if m.Has(lexicon.Function) {
		return 1, NotTerm, class == classNegation
	}
	if row, ok := f.g.Row(i, lexicon.Synonyms); ok {
		return text.HashString(row.Field(colSynonym)), OtherTerm, true
	}
	if row, ok := f.g.Row(i, lexicon.Measures); ok && row.Field(colKind) != kindPeople {
		return text.HashString(row.Field(colMeasure)), OtherTerm, true
	}
	return morph.Stem(f.g.Lex, f.g.Word(i)), OtherTerm, true
}

// class returns the first class of token i among the function words.
func (f *finder) class(i int) functionClass { return f.sheet(i).class }

// isVerb reports whether the word at token i is a verb before it is anything else.
func (f *finder) isVerb(i int) bool { return f.sheet(i).verb }
