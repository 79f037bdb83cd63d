package text

import (
	"unicode"
	"unicode/utf8"
)

// A word is hashed eight bytes at a time, each step a multiplication and a shift as in the finalizer of MurmurHash3:
// https://github.com/aappleby/smhasher/wiki/MurmurHash3. The lexer has the eight bytes at hand anyway.
const (
	hashSeed  = 14695981039346656037 // the offset basis of FNV-1a
	hashPrime = 1099511628211        // and its prime
	hashMul   = 0xFF51AFD7ED558CCD
)

// A Hasher makes the hash of a word from its folded bytes one by one: see HashWord. The zero Hasher is ready.
type Hasher struct {
	h    uint64 // of the bytes before, ^ hashSeed
	part uint64 // up to eight bytes, the first in the lowest bits
	n    uint   // bits of part
}

// Add adds a byte behind those before.
func (x *Hasher) Add(c byte) {
	x.part |= uint64(c) << x.n
	if x.n += 8; x.n == 64 {
		x.h, x.part, x.n = hashStep(x.h^hashSeed, x.part)^hashSeed, 0, 0
	}
}

func (x *Hasher) addString(s string) {
	for i := range len(s) {
		x.Add(s[i])
	}
}

// Sum returns the hash of the bytes so far.
func (x *Hasher) Sum() uint64 {
	if x.n == 0 {
		return x.h ^ hashSeed
	}
	return hashStep(x.h^hashSeed, x.part)
}

// hashStep adds up to eight bytes to a hash.
func hashStep(h, part uint64) uint64 {
	h = (h ^ part) * hashMul
	return h ^ h>>32
}

// HashInit is the hash of nothing, which HashAdd begins with.
const HashInit uint64 = hashSeed

// HashAdd returns the hash h of a sequence with one more behind it. It is no hash of a longer word: see HashWord.
func HashAdd(h, x uint64) uint64 { return (h ^ x) * hashPrime }

// HashString returns the hash of a string as it is written, which for a word in small letters is that of HashWord.
func HashString[S ~string | ~[]byte](s S) uint64 {
	h, i := uint64(hashSeed), 0
	for ; i+8 <= len(s); i += 8 {
		h = hashStep(h, uint64(s[i])|uint64(s[i+1])<<8|uint64(s[i+2])<<16|uint64(s[i+3])<<24|
			uint64(s[i+4])<<32|uint64(s[i+5])<<40|uint64(s[i+6])<<48|uint64(s[i+7])<<56)
	}
	if i == len(s) {
		return h
	}
	return hashStep(h, lastBytes(s, i))
}

// lastBytes returns the bytes of s from i on, one to seven, the first in the lowest bits. Bytes that are read twice are one.
func lastBytes[S ~string | ~[]byte](s S, i int) uint64 {
	n := len(s) - i
	if n >= 4 {
		j := len(s) - 4
		return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			(uint64(s[j])|uint64(s[j+1])<<8|uint64(s[j+2])<<16|uint64(s[j+3])<<24)<<(8*(n-4)&31)
	}
	return uint64(s[i]) | uint64(s[i+n/2])<<(8*(n/2)) | uint64(s[i+n-1])<<(8*(n-1))
}

// HashWord returns the hash that the token of a word has, dots and composed marks aside. Parts make one word.
func HashWord(parts ...string) uint64 {
	if len(parts) == 1 {
		if h, ok := hashASCII(parts[0]); ok {
			return h
		}
	}
	var x Hasher
	for _, w := range parts {
		for _, r := range w {
			x.addFolded(r)
		}
	}
	return x.Sum()
}

// hashASCII is HashWord of a string of ASCII characters, eight at a time.
func hashASCII(s string) (h uint64, ok bool) {
	h, i := hashSeed, 0
	for ; i+8 <= len(s); i += 8 {
		x := eightBytes(s, i)
		if x&highBits != 0 {
			return 0, false
		}
		h = hashStep(h, smallBytes(x))
	}
	if i == len(s) {
		return h, true
	}
	x := lastBytes(s, i)
	return hashStep(h, smallBytes(x)), x&highBits == 0
}

// addFolded adds a rune as it is hashed: in small letters, with a straight apostrophe.
func (x *Hasher) addFolded(r rune) {
	if r < utf8.RuneSelf {
		c := byte(r)
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		x.Add(c)
		return
	}
	if r == '’' || r == '‘' {
		r = '\''
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], unicode.ToLower(r))
	for _, c := range buf[:n] {
		x.Add(c)
	}
}
