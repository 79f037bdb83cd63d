package compare

import (
	"sync"

	"github.com/factdiff/factdiff/normalize/statement"
)

// A memory is what a comparison needs and the next one can use again: nothing of it is part of a finding.
type memory struct {
	reader statement.ClaimReader
	claims []statement.Claim
	all    []proposition
	keys   []weighted
	words  statement.Finder // of variants
	found  []Finding

	framer  framer
	fillers []filler
	frames  map[frameKey]int32 // the last filler of each, counted from 1
}

var memories = sync.Pool{New: func() any { return new(memory) }}
