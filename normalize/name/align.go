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
	a = a[:min(len(a), maxSounds)]
	b = b[:min(len(b), maxSounds+1)]
	if len(a) <= commonSounds {
		var row [commonSounds]cell // most words: less to clear
		return t.distance(row[:len(a)], a, b, limit)
	}
	var row [maxSounds]cell
	return t.distance(row[:len(a)], a, b, limit)
}

const commonSounds = 12

// A cell is a sound of a, and what it costs to turn a up to it into the sounds of b so far.
type cell struct {
	cost int32
	omit uint16
	x    sound
}

// distance takes two sounds of b at once: of the two costs of a cell neither waits for the other's neighbor, which takes half
// the time.
func (t *costTable) distance(row []cell, a, b []sound, limit int32) int32 {
	sum := int32(0)
	for i := range row {
		x := a[i] & (numSounds - 1)
		sum += int32(t.omit[x])
		row[i] = cell{sum, uint16(t.omit[x]), x}
	}
	first := int32(0)
	for ; len(b) > 1; b = b[2:] {
		y, z := b[0]&(numSounds-1), b[1]&(numSounds-1)
		oy, oz := int32(t.omit[y]), int32(t.omit[z])
		putY, putZ := &t.put[y], &t.put[z]
		diag, left := first, first+oy
		first = left + oz
		low, leftZ := first, first
		for i := range row {
			k := &row[i]
			x, ox, up := k.x&(numSounds-1), int32(k.omit), k.cost
			c := min(diag+int32(putY[x]), up+oy, left+ox)
			leftZ = min(left+int32(putZ[x]), c+oz, leftZ+ox)
			diag, left, k.cost = up, c, leftZ
			low = min(low, leftZ)
		}
		if low > limit {
			return low
		}
	}
	if len(b) == 1 {
		y := b[0] & (numSounds - 1)
		oy, put := int32(t.omit[y]), &t.put[y]
		diag, left := first, first+oy
		first = left
		for i := range row {
			k := &row[i]
			up := k.cost
			left = min(diag+int32(put[k.x&(numSounds-1)]), up+oy, left+int32(k.omit))
			diag, k.cost = up, left
		}
	}
	if len(row) == 0 {
		return first
	}
	return row[len(row)-1].cost
}

// classes of consonants for the signature of a word: sounds that may stand for each other share one.
var signatureClass = func() (t [numSounds]uint8) {
	for i, group := range []string{"SszZcCJjQkg", "KXGHqQkjgh", "BPVFWw", "DTCcJ", "LR", "MN"} {
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
