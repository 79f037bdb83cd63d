package lexicon

import "github.com/factdiff/factdiff/normalize/text"

// What a token looks like stands in the sets that Next is asked for, beside the tables.
const (
	Digits   Mask = 1 << 63 // a number in digits, or a word with a digit in it
	Capitals Mask = 1 << 62 // a word with a capital anywhere

	shapes = Digits | Capitals
)

// firstCase is the place of the first of the four flags that tell what a word is written with.
const firstCase = 3

// shapeTable has the shape of a token by its class and those flags.
var shapeTable = func() (table [256]Mask) {
	for i := range table {
		class, flags := text.Class(i>>4), text.Flags(i&15)<<firstCase
		if class == text.Number || flags&text.HasDigit != 0 {
			table[i] |= Digits
		}
		if class == text.Word && flags&(text.Capital|text.MixedCaps) != 0 {
			table[i] |= Capitals
		}
	}
	return table
}()

func shapeOf(k *text.Token) Mask { return shapeTable[uint8(k.Class)<<4|uint8(k.Flags>>firstCase)&15] }
