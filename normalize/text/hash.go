package text

import (
	"unicode"
	"unicode/utf8"
)

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// HashInit is the hash of nothing, which HashAdd begins with.
const HashInit uint64 = fnvOffset

// HashAdd returns the hash h with one more byte, or one more hash, behind it.
func HashAdd(h, x uint64) uint64 { return (h ^ x) * fnvPrime }

// HashString returns the hash of a string as it is written.
func HashString[S ~string | ~[]byte](s S) uint64 {
	h := HashInit
	for i := range len(s) {
		h = HashAdd(h, uint64(s[i]))
	}
	return h
}

// HashWord returns the hash that the token of a word has, dots and composed marks aside.
func HashWord(w string) uint64 {
	h := HashInit
	var buf [utf8.UTFMax]byte
	for _, r := range w {
		if r == '’' || r == '‘' {
			r = '\''
		}
		n := utf8.EncodeRune(buf[:], unicode.ToLower(r))
		for _, c := range buf[:n] {
			h = HashAdd(h, uint64(c))
		}
	}
	return h
}
