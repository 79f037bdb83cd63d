package name

// A wordIndex finds the entry of a word by its key. One slot has both, so that eight stand in a line of the processor's memory:
// the high bits of the key, spread, and the entry below them. In front of it stand the last words, the first level of
// that memory has room for all of them.
type wordIndex struct {
	slots  []uint64
	n      int
	recent [recentWords]uint64
}

const (
	entryBits   = 16 // of a slot
	entryMask   = 1<<entryBits - 1
	recentBits  = 11
	recentWords = 1 << recentBits
)

// reset empties the index.
func (x *wordIndex) reset() {
	if x.slots == nil {
		x.slots = make([]uint64, 2*maxEntries)
	}
	x.n = 0
	clear(x.slots)
	clear(x.recent[:])
}

// get returns the entry of a key, or 0.
func (x *wordIndex) get(key uint64) int32 {
	key *= golden
	if r := x.recent[key>>(64-recentBits)]; (r^key)>>entryBits == 0 {
		return int32(r & entryMask)
	}
	return x.older(key)
}

// older is get for a spread key that is none of the last words.
func (x *wordIndex) older(key uint64) int32 {
	s := x.find(key)
	if s != 0 {
		x.recent[key>>(64-recentBits)] = s
	}
	return int32(s & entryMask)
}

// find returns the slot that has a spread key, or 0.
func (x *wordIndex) find(key uint64) uint64 {
	for i := int(key >> (64 - recentBits - 4)); ; i++ {
		s := x.slots[i&(len(x.slots)-1)]
		if s == 0 || (s^key)>>entryBits == 0 {
			return s
		}
	}
}

// put gives a key that has none its entry. What an uncommonly long text has beyond the room for it is read again each time.
func (x *wordIndex) put(key uint64, n int32) {
	if n > entryMask || 4*x.n > 3*len(x.slots) {
		return
	}
	x.n++
	key *= golden
	i := int(key >> (64 - recentBits - 4))
	for x.slots[i&(len(x.slots)-1)] != 0 {
		i++
	}
	x.slots[i&(len(x.slots)-1)] = key&^entryMask | uint64(n)
}
