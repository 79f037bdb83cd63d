package lexicon

// A maskSet numbers sets of tables: words stand in about a thousand of them.
type maskSet struct {
	list  [maskSlots]Mask   // by number; the first is the empty set
	slots [maskSlots]uint16 // numbers by hash; 0 is free
	last  int               // the number given last
}

// maskSlots is a power of two, so large that half of it is enough.
const maskSlots = 1 << 13

// number returns the number of a set of tables, and whether there is room for it.
func (s *maskSet) number(m Mask) (uint16, bool) {
	if m == 0 {
		return 0, true
	}
	i := uint64(m) * golden >> 32 % maskSlots
	for ; s.slots[i] != 0; i = (i + 1) % maskSlots {
		if n := s.slots[i]; s.list[n] == m {
			return n, true
		}
	}
	if s.last == maskSlots/2 {
		return 0, false
	}
	s.last++
	s.list[s.last], s.slots[i] = m, uint16(s.last)
	return uint16(s.last), true
}
