package compare

import (
	"github.com/factdiff/factdiff/normalize"
)

// Options of a comparison. The zero value compares everything.
type Options struct {
	Kinds map[string]bool // nil: all kinds
	Same  [][]string      // groups of names that are one, whatever their forms say
	Apart [][]string      // groups of names of which no two are one
}

// Documents compares the documents of one event. The result does not depend on their order, and is
// ranked: the most serious finding first.
func Documents(docs []*normalize.Document, opt Options) []Finding {
	s := newSources(inOrder(docs), opt)
	s.memory = memories.Get().(*memory)
	s.thesaurus = &s.memory.thesaurus
	defer memories.Put(s.memory)
	out := s.memory.found[:0]
	for _, pass := range passes {
		out = append(out, pass(s)...)
	}
	out = s.accorded(s.retimed(s.reported(out)))
	out = s.altered(out)
	s.memory.found = out
	defer clear(out) // they are copied
	return ranked(out, opt)
}

// passes find one kind of finding each. None looks at what another has found; reported, retimed, accorded and altered come behind all of them.
var passes = []func(*sources) []Finding{
	(*sources).numbers,
	(*sources).conversions,
	(*sources).sums,
	(*sources).addends,
	(*sources).parts,
	(*sources).lists,
	(*sources).changes,
	(*sources).calendar,
	(*sources).dates,
	(*sources).elapsed,
	(*sources).names,
	(*sources).posts,
	(*sources).roles,
	(*sources).offices,
	(*sources).sorts,
	(*sources).superlatives,
	func(s *sources) []Finding { return s.quotes(s.speaker) },
	func(s *sources) []Finding { return s.words(s.speaker) },
}
