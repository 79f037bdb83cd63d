package lexicon

import "github.com/factdiff/factdiff/normalize/text"

// What a token looks like stands in the sets that Next is asked for, beside the tables.
const (
	Digits   Mask = 1 << 63 // a number in digits, or a word with a digit in it
	Capitals Mask = 1 << 62 // a word with a capital anywhere
	AllCaps  Mask = 1 << 61 // a word in capitals, of two letters or more
	AnyWord  Mask = 1 << 60 // a word
	Pauses   Mask = 1 << 52 // a comma, a dash or a stop

	shapes = Digits | Capitals | AllCaps | AnyWord | Pauses | kinds
)

// The flags that tell what a token is written with stand side by side, Capital first, and in front of them those that tell its writing.
const (
	firstCase = 3
	caseBits  = 5
	howBits   = 3
)

// shapeTable has the shape of a token by its class and those flags.
var shapeTable = func() (table [numShapes]Mask) {
	for i := range table {
		class, flags := text.Class(i>>caseBits), text.Flags(i)<<firstCase
		if class == text.Number || flags&text.HasDigit != 0 {
			table[i] |= Digits
		}
		switch class {
		case text.Comma, text.Dash, text.Stop:
			table[i] |= Pauses
		}
		if class != text.Word {
			continue
		}
		table[i] |= AnyWord
		if flags&(text.Capital|text.MixedCaps) != 0 {
			table[i] |= Capitals
		}
		if flags&text.AllCaps != 0 {
			table[i] |= AllCaps
		}
	}
	return table
}()

const numShapes = 16 << caseBits

func shapeOf(k *text.Token) Mask {
	return shapeTable[(uint(k.Class)<<caseBits|uint(k.Flags>>firstCase)&(1<<caseBits-1))%numShapes]
}
