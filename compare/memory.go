package compare

import (
	"slices"
	"sync"

	"github.com/factdiff/factdiff/normalize/arena"
	"github.com/factdiff/factdiff/normalize/statement"
)

// A memory is what a comparison needs and the next one can use again: nothing of it is part of a finding.
type memory struct {
	reader        statement.ClaimReader
	claims        []statement.Claim
	all           []proposition
	keys          []weighted
	numbers       numbering // of the ids of keys
	df            []int32   // in how many propositions each is
	posts         postings
	overlap       overlapFinder
	topics        topicSet
	met           []int32 // of each proposition
	some          []int32
	words         statement.Finder // of variants
	amounts       []amount
	inDoc         inDocs
	buckets       map[string][]*slotTopic
	classes       []docClass
	matterWords   []statement.MatterWord
	matterItems   []matterItem
	found         []Finding
	pairs         []amountPair
	values        []eventValue
	odds          map[[2]int32]int32 // of two values
	content       arena.Slab[word]
	beside        arena.Slab[*statement.Key]
	thesaurus     statement.Thesaurus
	claimOrder    []int32
	sentenceWords arena.Slab[sentenceWord]
	seen          map[uint64]bool // ids of words

	framer  framer
	grades  []graded
	said    []saidOf
	fillers []filler
	grouped []filler           // those that share a frame
	frames  map[frameKey]int32 // the last filler of each, counted from 1
}

var memories = sync.Pool{New: func() any { return new(memory) }}

// zeros returns a slice of n zeros in the memory of x.
func zeros[T any](x []T, n int) []T {
	x = slices.Grow(x[:0], n)[:n]
	clear(x)
	return x
}
