package text

import "math/bits"

// Eight bytes at a time, as in Hacker's Delight, chapter 6: each byte is compared in its own part of a 64-bit word, the
// answer stands in its highest bit.
const (
	ones      = 0x0101010101010101
	highBits  = 0x80 * ones
	caseBits  = 0x20 * ones
	firstByte = 0x80 // the highest bit of the first byte
)

// eightBytes returns s[i:i+8], the first in the lowest bits.
func eightBytes(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// letterBytes tells which bytes are ASCII letters.
func letterBytes(x uint64) uint64 {
	small := (x | caseBits) &^ highBits
	return atLeast(small, 'a') &^ atLeast(small, 'z'+1) &^ x & highBits
}

// atLeast sets the highest bit of each byte of x that is c or more. The highest bits of x must not be set.
func atLeast(x uint64, c uint64) uint64 { return x + (0x80-c)*ones }

// smallBytes makes letters small. The highest bits of x must not be set.
func smallBytes(x uint64) uint64 { return x | (atLeast(x, 'A')&^atLeast(x, 'Z'+1))&highBits>>2 }

// leading returns how many bytes there are before the first whose highest bit is not set.
func leading(x uint64) int { return bits.TrailingZeros64(^x&highBits) / 8 }

// lowBytes has all bits of the first n bytes set, of 1 to 8.
func lowBytes(n int) uint64 { return ^uint64(0) >> ((64 - 8*uint(n)) & 63) }
