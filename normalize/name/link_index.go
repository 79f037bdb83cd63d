package name

// An index finds an entity by a hash. It is a table with open addressing: a document has few names, and a Go map
// costs more than all the rest.
type index struct {
	slots []slot
	n     int
	round uint32 // how often it was emptied: what another round has left in a slot is not there
}

type slot struct {
	key   uint64
	val   int32 // entity
	round uint32
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
	x.round++
	if cap(x.slots) < size {
		x.slots, x.round = make([]slot, size), 1
		return
	}
	x.slots = x.slots[:size]
	if x.round == 0 {
		clear(x.slots[:cap(x.slots)])
		x.round = 1
	}
}

// get returns the entity of a key, or -1.
func (x *index) get(key uint64) int32 {
	slots := x.slots
	for i := int(key * golden >> 32); ; i++ {
		s := &slots[i&(len(slots)-1)]
		if s.round != x.round {
			return -1
		}
		if s.key == key {
			return s.val
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
		if s := &slots[i&(len(slots)-1)]; s.round != x.round || s.key == key {
			return s
		}
	}
}

// put gives a key its entity.
func (x *index) put(key uint64, entity int32) {
	s := x.at(key)
	if s.round != x.round {
		x.n++
	}
	*s = slot{key, entity, x.round}
}

// add is put for a key that has no entity yet; any other keeps its own.
func (x *index) add(key uint64, entity int32) { x.enter(key, entity) }

// enter is add, and returns the entity that the key has already, or -1.
func (x *index) enter(key uint64, entity int32) int32 {
	s := x.at(key)
	if s.round == x.round {
		return s.val
	}
	x.n++
	*s = slot{key, entity, x.round}
	return -1
}

func (x *index) grow() {
	old := x.slots
	round := x.round
	*x = index{slots: make([]slot, 2*len(old)), round: 1}
	for _, s := range old {
		if s.round == round {
			x.put(s.key, s.val)
		}
	}
}
