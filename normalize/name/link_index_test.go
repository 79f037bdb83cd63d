package name

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIndexIsEmptiedWithoutBeingCleared(t *testing.T) {
	var x index
	for round := range 5 {
		x.reset(4)
		if round == 3 {
			x.round = math.MaxUint32 // many texts later
			x.reset(4)
		}
		assert.EqualValues(t, -1, x.get(7), "round %d", round)
		for k := range uint64(100) {
			x.put(k, int32(k)+int32(round))
		}
		x.add(7, 1000)
		for k := range uint64(100) {
			assert.EqualValues(t, int(k)+round, x.get(k))
		}
		assert.EqualValues(t, -1, x.get(100))
	}
}
