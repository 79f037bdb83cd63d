package compare

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A numbering is what a map of the ids to how many there were before would be, however often it was used.
func TestNumbering(t *testing.T) {
	var n numbering
	rng := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{0, 5, 700, 3, 90} {
		n.reset(size)
		want := map[uint64]int32{}
		for range size {
			id := rng.Uint64N(uint64(size)) << (rng.UintN(3) * 20) // many of them alike, some far apart
			number, ok := want[id]
			if !ok {
				number = int32(len(want))
				want[id] = number
			}
			assert.Equal(t, number, n.of(id))
		}
	}
}
