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

// A hasher takes bytes one by one. The zero hasher is ready.
type hasher struct {
	h    uint64 // of the bytes before, ^ hashSeed
	part uint64 // up to eight bytes, the first in the lowest bits
	n    uint   // bits of part
}

func (x *hasher) add(c byte) {
	x.part |= uint64(c) << x.n
	if x.n += 8; x.n == 64 {
		x.h, x.part, x.n = hashStep(x.h^hashSeed, x.part)^hashSeed, 0, 0
	}
}

func (x *hasher) addString(s string) {
	for i := range len(s) {
		x.add(s[i])
	}
}

func (x *hasher) sum() uint64 {
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
	var x hasher
	for i := range len(s) {
		x.add(s[i])
	}
	return x.sum()
}

// HashWord returns the hash that the token of a word has, dots and composed marks aside. Parts make one word.
func HashWord(parts ...string) uint64 {
	var x hasher
	var buf [utf8.UTFMax]byte
	for _, w := range parts {
		for _, r := range w {
			if r == '’' || r == '‘' {
				r = '\''
			}
			n := utf8.EncodeRune(buf[:], unicode.ToLower(r))
			for _, c := range buf[:n] {
				x.add(c)
			}
		}
	}
	return x.sum()
}
