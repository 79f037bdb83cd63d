package compare

import "github.com/factdiff/factdiff/normalize"

// Options of a comparison. The zero value compares everything.
type Options struct {
	Kinds map[string]bool // nil: all kinds
}

// Documents compares the documents of one event. The result does not depend on their order, and is
// ranked: the most serious finding first.
func Documents(docs []*normalize.Document, opt Options) []Finding { return nil }
