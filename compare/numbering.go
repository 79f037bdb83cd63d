package compare

import "math/bits"

// A numbering gives numbers to ids, 0, 1, 2, … in the order in which they are met first. It is a table of open addressing that
// is not cleared between two uses.
type numbering struct {
	slots []numbered
	use   uint32
	n     int32
	shift uint
}

type numbered struct {
	id     uint64
	use    uint32 // in which the slot was filled
	number int32
}

// reset forgets all ids, and makes room for n.
func (t *numbering) reset(n int) {
	t.n = 0
	t.use++
	if len(t.slots) < 2*n || t.use == 0 {
		size := max(64, 1<<bits.Len(uint(2*n)))
		t.slots, t.use = make([]numbered, size), 1
		t.shift = uint(64 - bits.Len(uint(size-1)))
	}
}

// of returns the number of an id, a new one where it has none.
func (t *numbering) of(id uint64) int32 {
	const golden = 0x9E3779B97F4A7C15
	mask := len(t.slots) - 1
	for i := int(id * golden >> t.shift); ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.use != t.use {
			*s = numbered{id, t.use, t.n}
			t.n++
			return s.number
		}
		if s.id == id {
			return s.number
		}
	}
}
