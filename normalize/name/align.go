package name

import "math/bits"

// weigh adds up what the sounds weigh.
func (t *costTable) weigh(s []sound) int32 {
	n := int32(0)
	for _, x := range s {
		n += int32(t.weight[x])
	}
	return n
}

// distance returns the least cost of turning a into b, by dynamic programming over one row that stays on the
// stack. It stops early and returns more than limit when the cost must exceed it.
func distance(t *costTable, a, b []sound, limit int32) int32 {
	if len(a) > len(b) {
		a, b = b, a
	}
	var row [maxSounds + 2]int32
	a = a[:min(len(a), maxSounds)]
	b = b[:min(len(b), maxSounds+1)]
	for i, x := range a {
		row[i+1] = row[i] + int32(t.omit[x])
	}
	for _, y := range b {
		diag := row[0]
		oy := int32(t.omit[y])
		row[0] += oy
		put := &t.put[y&(numSounds-1)]
		low := row[0]
		left := row[0]
		for i, x := range a {
			c := diag + int32(put[x&(numSounds-1)])
			diag = row[i+1]
			c = min(c, diag+oy, left+int32(t.omit[x&(numSounds-1)]))
			row[i+1] = c
			left = c
			low = min(low, c)
		}
		if low > limit {
			return low
		}
	}
	return row[len(a)]
}

// classes of consonants for the signature of a word: sounds that may stand for each other share one.
var signatureClass = func() (t [numSounds]uint8) {
	for i, group := range []string{"SszZcCJjQk", "KXGHqQkj", "BPVFWw", "DTCcJ", "LR", "MN"} {
		for k := range len(group) {
			t[soundOf[group[k]]] |= 1 << i
		}
	}
	return t
}()

// signature counts the sounds of a word by class, eight bits for each class, for sounds of one class only. The signature
// of several words is the sum of theirs.
func signature(s []sound) uint64 {
	sum := uint64(0)
	for _, x := range s {
		if c := signatureClass[x]; bits.OnesCount8(c) == 1 {
			sum += 1 << (8 * bits.TrailingZeros8(c))
		}
	}
	return sum
}

// apart returns a lower bound of how many consonants two signatures differ by: the excess of one over the other,
// all classes at once. A class never counts 128.
func apart(x, y uint64) int32 {
	return max(excess(x, y), excess(y, x))
}

func excess(x, y uint64) int32 {
	const high, ones = 0x8080808080808080, 0x0101010101010101
	t := (x | high) - y
	positive := (t & high) >> 7 * 0x7f
	return int32((t & positive) * ones >> 56)
}
