package compare

import "math/bits"

// personWeights were fitted by logistic regression, which is held back (L2), to all pairs of persons of one surname in the invented reports under testdata, in
// tenths of the logarithm of the odds.
var personWeights = [personSigns]int8{
	personFirstLetter: 17, personFewEdits: 6, personGenders: -5, personOffice: 13, personCalled: 19, personToldApart: -13, personUntold: 7,
	personToldOfOther: 9, personAge: 5, personOtherAge: -6, personWords1: 2, personWords2: 2, personWords3: 6, personWords5: 13, personDeed: 6,
	personKin: -20, personFamily: -11, personWide2: 9, personWide3: 7, personBareFirst: -9, personOff25: -3, personOff50: -5, personBothOften: -9,
}

// personBase is what two persons come to of whom nothing is known.
const personBase = -14

// What two persons must come to.
const (
	personEven = 2  // rather one than two
	personSure = 25 // less than that is for a desk to look at
)

// odds adds up the weights of signs.
func (x personSet) odds() int {
	n := personBase
	for ; x != 0; x &= x - 1 {
		n += int(personWeights[bits.TrailingZeros32(uint32(x))])
	}
	return n
}
