package name

import "math/bits"

// partners notes which words of two names were aligned with each other.
type partners struct{ p, q [maxWords]int8 }

// elsewhere returns the words of rest, those of a name that found no like, that none of the others can stand for, those of a name
// of m words that found none: between the likes of the words beside one it has no such word. A middle name on one side and a
// second surname on the other may be of one person.
func elsewhere(rest, used uint32, at *[maxWords]int8, m int, others uint32) uint32 {
	out := uint32(0)
	for left := rest; left != 0; left &= left - 1 {
		i := bits.TrailingZeros32(left)
		lo, hi := -1, m
		if before := used & (1<<i - 1); before != 0 {
			lo = int(at[31-bits.LeadingZeros32(before)])
		}
		if behind := used >> (i + 1) << (i + 1); behind != 0 {
			hi = int(at[bits.TrailingZeros32(behind)])
		}
		if lo < hi && others>>(lo+1)<<(lo+1)&(1<<hi-1) == 0 {
			out |= 1 << i
		}
	}
	return out
}
