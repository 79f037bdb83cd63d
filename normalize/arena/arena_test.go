package arena_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/arena"
)

func ExampleSlab() {
	var s arena.Slab[string]
	cities := s.Append(nil, "Oslo")
	rivers := s.Append(nil, "Elbe")
	cities = s.Append(cities, "Rome")
	fmt.Println(cities, rivers)
	// Output: [Oslo Rome] [Elbe]
}

func TestSlicesDoNotTouch(t *testing.T) {
	var s arena.Slab[int]
	var all [40][]int
	for v := range 9 {
		for i := range all {
			all[i] = s.Append(all[i], 100*i+v)
		}
	}
	for i, x := range all {
		for v := range 9 {
			assert.Equal(t, 100*i+v, x[v])
		}
	}
	c := s.Copy(all[3])
	assert.Equal(t, all[3], c)
	assert.Equal(t, len(c), cap(c))
	assert.Nil(t, s.Copy(nil))
	assert.Empty(t, s.Make(1000))
}

func TestResetAllocatesNothing(t *testing.T) {
	var s arena.Slab[int]
	fill := func() {
		s.Reset()
		for i := range 50 {
			var x []int
			for v := range i {
				x = s.Append(x, v)
			}
		}
	}
	fill()
	fill()
	assert.Zero(t, testing.AllocsPerRun(10, fill))
}

func TestTrimGivesRoomBack(t *testing.T) {
	var s arena.Slab[int]
	x := s.Trim(append(s.Make(50), 1, 2, 3))
	assert.Equal(t, len(x), cap(x))
	y := append(s.Make(1), 4)
	assert.Equal(t, []int{1, 2, 3}, x)
	assert.Equal(t, []int{4}, y)
	chunks := testing.AllocsPerRun(10, func() {
		var s arena.Slab[int]
		for range 30 {
			s.Trim(append(s.Make(3), 7, 8))
		}
	})
	assert.EqualValues(t, 1, chunks, "60 values of 90 that there was room for")
}

func TestExtendClears(t *testing.T) {
	x := append(make([]int, 0, 2), 7, 8)[:0]
	for n := range 3 {
		x = arena.Extend(x)
		assert.Equal(t, make([]int, n+1), x)
	}
}
