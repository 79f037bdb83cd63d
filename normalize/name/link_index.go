package name

// An index finds an entity by a hash. It is a table with open addressing: a document has few names, and a Go map
// costs more than all the rest.
type index struct {
	slots []slot
	n     int
}

type slot struct {
	key uint64
	val int32 // entity +1
}

const golden = 0x9E3779B97F4A7C15

// reset empties the index and makes room for n keys.
func (x *index) reset(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	if len(x.slots) <= 4*size {
		size = max(size, len(x.slots)) // what has grown need not grow again
	}
	x.n = 0
	if cap(x.slots) < size {
		x.slots = make([]slot, size)
		return
	}
	x.slots = x.slots[:size]
	clear(x.slots)
}

// get returns the entity of a key, or -1.
func (x *index) get(key uint64) int32 {
	slots := x.slots
	for i := int(key * golden >> 32); ; i++ {
		s := &slots[i&(len(slots)-1)]
		if s.val == 0 {
			return -1
		}
		if s.key == key {
			return s.val - 1
		}
	}
}

// at returns the slot of a key, which is free where the key has no entity. It makes room first.
func (x *index) at(key uint64) *slot {
	if 2*(x.n+1) > len(x.slots) {
		x.grow()
	}
	slots := x.slots
	for i := int(key * golden >> 32); ; i++ {
		if s := &slots[i&(len(slots)-1)]; s.val == 0 || s.key == key {
			return s
		}
	}
}

// put gives a key its entity.
func (x *index) put(key uint64, entity int32) {
	s := x.at(key)
	if s.val == 0 {
		x.n++
	}
	*s = slot{key, entity + 1}
}

// add is put for a key that has no entity yet; any other keeps its own.
func (x *index) add(key uint64, entity int32) {
	if s := x.at(key); s.val == 0 {
		x.n++
		*s = slot{key, entity + 1}
	}
}

func (x *index) grow() {
	old := x.slots
	*x = index{slots: make([]slot, 2*len(old))}
	for _, s := range old {
		if s.val != 0 {
			x.put(s.key, s.val-1)
		}
	}
}
