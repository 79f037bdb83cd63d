package statement

import (
	"math/bits"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

// A set names a set of the tokens of a text. Rules go from one of them to the next by their bits, and not token by token.
type set uint8

// Sets of tokens. The first eight are known from what a token is tagged with, the others from what was read.
const (
	setNumber   set = iota // words of numbers.tsv, and what has a digit
	setSynonym             // where a form of synonyms.tsv starts
	setModifier            // of modifiers.tsv
	setBreaker             // what may end a clause: see breaks
	setMeasure             // where a form of measures.tsv starts
	setModal               // modal verbs, and words that deny
	setCue                 // where a form of cues.tsv starts, but for those that are known to foresee and to ask nothing
	setContent             // words of no closed class
	numTagged

	setEnd    set = iota - 1 // breakers that were looked at, and are ends of a clause
	setStart                 // first tokens of amounts
	setAmount                // all tokens of amounts, in the sentences in which they begin
	setTime                  // all tokens of times, in the sentences in which they begin
	numSets
)

const setBits = 64 // of a word of a set

// A sheet has the sets of a text. Those that tags tell of are gathered where they are asked for.
type sheet struct {
	masks    []lexicon.Mask // of the tokens
	stride   int            // words of a set
	bits     []uint64       // of all sets, one behind the other
	gathered []uint8        // what of each word is, a bit for eight tokens
}

// reset empties the sets, and makes room for those of the tokens of g.
func (t *sheet) reset(g *lexicon.Tagged) {
	t.masks = g.Masks()
	t.stride = len(t.masks)/setBits + 1
	if n := t.stride * int(numSets); cap(t.bits) < n {
		t.bits, t.gathered = make([]uint64, n+n/4), make([]uint8, t.stride+t.stride/4)
	}
	t.bits, t.gathered = t.bits[:t.stride*int(numSets)], t.gathered[:t.stride]
	clear(t.bits)
	clear(t.gathered)
}

// gather makes the sets of the tokens from i to end.
func (t *sheet) gather(i, end int) {
	for w := i / setBits; w*setBits < end; w++ {
		first := max(i-w*setBits, 0) / 8
		last := (min(end-w*setBits, setBits) + 7) / 8
		missing := uint8(1<<last-1<<first) &^ t.gathered[w]
		t.gathered[w] |= missing
		for missing != 0 {
			first = bits.TrailingZeros8(missing)
			last = first + bits.TrailingZeros8(^(missing >> first))
			t.gatherWord(w, first, last)
			missing &^= uint8(1<<last - 1)
		}
	}
}

// gatherWord makes the sets of some of the tokens of a word, eight by eight.
func (t *sheet) gatherWord(w, first, last int) {
	masks := t.masks[w*setBits+first*8:]
	if n := (last - first) * 8; n <= len(masks) {
		masks = masks[:n]
	} else {
		var room [setBits]lexicon.Mask
		copy(room[:], masks)
		masks = room[:n]
	}
	sets := gather(masks)
	for s := range sets {
		t.bits[s*t.stride+w] |= sets[s] << (first * 8)
	}
}

// gather returns a word for each of the first eight sets of at most 64 tokens, eight by eight. It makes a byte of each token that tells which of
// them it is in, and brings one bit of eight bytes side by side by a product. Nothing in it is a branch.
func gather(masks []lexicon.Mask) [numTagged]uint64 {
	const ones, diagonal = 0x0101010101010101, 0x0102040810204080
	var s0, s1, s2, s3, s4, s5, s6, s7 uint64
	for k := len(masks) - 8; k >= 0; k -= 8 {
		m := (*[8]lexicon.Mask)(masks[k:])
		x := traitsOf(m[7])<<56 | traitsOf(m[6])<<48 | traitsOf(m[5])<<40 | traitsOf(m[4])<<32 | traitsOf(m[3])<<24 | traitsOf(m[2])<<16 | traitsOf(m[1])<<8 | traitsOf(m[0])
		s0 = s0<<8 | x&ones*diagonal>>56
		s1 = s1<<8 | x>>1&ones*diagonal>>56
		s2 = s2<<8 | x>>2&ones*diagonal>>56
		s3 = s3<<8 | x>>3&ones*diagonal>>56
		s4 = s4<<8 | x>>4&ones*diagonal>>56
		s5 = s5<<8 | x>>5&ones*diagonal>>56
		s6 = s6<<8 | x>>6&ones*diagonal>>56
		s7 = s7<<8 | x>>7&ones*diagonal>>56
	}
	return [numTagged]uint64{s0, s1, s2, s3, s4, s5, s6, s7}
}

// traitsOf returns the first eight sets that a token is in, a bit for each. The bits of the tables stand as far apart as those of their sets.
func traitsOf(m lexicon.Mask) uint64 {
	const (
		low  = lexicon.Mask(1<<lexicon.Numbers | 1<<lexicon.Measures | 1<<lexicon.Cues)
		high = lexicon.Mask(1<<setSynonym | 1<<setModifier)
	)
	return uint64(m&low|m>>(lexicon.Synonyms-lexicon.Table(setSynonym))&high|m/lexicon.Digits) | uint64(setsOfKind[m.Kind()])
}

// The sets of tables have the places of the tables; those that do not would not compile.
var (
	_ [0]struct{} = [uint8(setNumber) - uint8(lexicon.Numbers)]struct{}{}
	_ [0]struct{} = [uint8(setMeasure) - uint8(lexicon.Measures)]struct{}{}
	_ [0]struct{} = [uint8(setCue) - uint8(lexicon.Cues)]struct{}{}
	_ [0]struct{} = [uint8(setModifier-setSynonym) - uint8(lexicon.Modifiers-lexicon.Synonyms)]struct{}{}
)

// setsOfKind has the sets of words of closed classes, of words of none, and of what ends a clause.
var setsOfKind = func() (sets [lexicon.NumKinds]uint8) {
	for k := range sets {
		switch kind := lexicon.Kind(k); {
		case kind.Pause():
			sets[k] = 1 << setBreaker
		case kind.FunctionClass() == classModal, kind.FunctionClass() == classNegation:
			sets[k] = 1 << setModal
		case !kind.Word():
		case kind.FunctionClass() == classConjunction, kind.FunctionClass() == classSubordinator:
			sets[k] = 1 << setBreaker
		case kind.FunctionClass() == noClass:
			sets[k] = 1 << setContent
		}
	}
	return sets
}()

// set returns the words of a set.
func (t *sheet) set(s set) []uint64 { return t.bits[int(s)*t.stride : (int(s)+1)*t.stride] }

// has reports whether token i is in a set.
func (t *sheet) has(s set, i int) bool {
	return t.bits[int(s)*t.stride+i/setBits]>>(uint(i)%setBits)&1 != 0
}

func (t *sheet) add(s set, i int) { t.bits[int(s)*t.stride+i/setBits] |= 1 << (uint(i) % setBits) }

func (t *sheet) remove(s set, i int) { t.bits[int(s)*t.stride+i/setBits] &^= 1 << (uint(i) % setBits) }

// next returns the first token of a set from i on, before end, or end.
func (t *sheet) next(s set, i, end int) int {
	if i >= end {
		return end
	}
	words := t.set(s)
	k, last := uint(i)/setBits, uint(end-1)/setBits
	w := words[k] & (^uint64(0) << (uint(i) % setBits))
	for ; w == 0; w = words[k] {
		if k++; k > last {
			return end
		}
	}
	return min(int(k*setBits)+bits.TrailingZeros64(w), end)
}

// prev returns the last token of a set before i, but not before first, or first-1.
func (t *sheet) prev(s set, i, first int) int {
	if i <= first {
		return first - 1
	}
	words := t.set(s)
	k, least := uint(i-1)/setBits, uint(first)/setBits
	w := words[k] & (^uint64(0) >> (-uint(i) % setBits))
	for ; w == 0; w = words[k] {
		if k == least {
			return first - 1
		}
		k--
	}
	return max(int(k*setBits)+bits.Len64(w)-1, first-1)
}

// any reports whether a token from i on, before end, is in a set.
func (t *sheet) any(s set, i, end int) bool { return t.next(s, i, end) < end }
