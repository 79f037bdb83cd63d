package name

// What two writings have in common: thresholds depend on it.
const (
	sameScript    = iota
	crossScript   // two alphabets
	withAbjad     // one of them Arabic or Hebrew
	withSyllables // one of them kana, Hangul
	numThresholds
)

// weights are what the parts of a kind of name count, in hundredths, and the scores that make two names one, in thousandths.
type weights struct {
	threshold [numThresholds]int32
	floor     [numThresholds]int32 // the likeness below which two words are not aligned
	several   [numThresholds]int32 // how much lower the threshold is where two words or more are alike
	twoSided  int32                // words that found no like, where both names have such
	elsewhere int32                // the same, where they stand in other places
	oneSided  int32                // words that found no like, where one name has more of them
	first     int32                // taken off where the first words of both found no like
	last      int32                // and where the last did
	joined    int32                // how much the likeness of the whole names, without word borders, is lowered
	word      int32                // share of a word
	length    int32                // and of its length
	rare      int32                // what is made of the share of a word that stands in no dictionary, in percent, or 0
	initial   int32
	small     int32 // articles, of, von, bin
	legal     int32 // Ltd
	trade     int32 // trading, industries
	clash     int32 // least share of a word that stands against another, but for small words and legal forms
	head      int32 // bank, city
}

var kindWeights = [...]weights{
	Person: {
		threshold: [numThresholds]int32{780, 750, 750, 750}, floor: [numThresholds]int32{620, 500, 560, 520},
		several: [numThresholds]int32{withSyllables: 75}, twoSided: 175, elsewhere: 40, oneSided: 12, first: 40, last: 55, joined: 130,
		word: 80, length: 40, initial: 50, small: 15, legal: 10, trade: 45, clash: 45, head: 60,
	},
	Place: {
		threshold: [numThresholds]int32{690, 760, 700, 720}, floor: [numThresholds]int32{550, 500, 500, 500},
		twoSided: 100, elsewhere: 100, oneSided: 8, joined: 105,
		word: 90, length: 45, initial: 50, small: 20, legal: 10, trade: 45, clash: 20, head: 10,
	},
	Organization: {
		threshold: [numThresholds]int32{670, 700, 700, 700}, floor: [numThresholds]int32{520, 500, 500, 500},
		twoSided: 90, elsewhere: 40, oneSided: 15, first: 40, last: 40, joined: 220,
		word: 50, length: 25, rare: 130, initial: 50, small: 20, legal: 5, trade: 20, clash: 50, head: 60,
	},
}

// What is added to the distance of words that begin with unlike consonants, or of which one begins with a vowel.
var (
	firstSound int32 = 50
	firstVowel int32 = 45
)

func weightsOf(k Kind) *weights {
	if k == Person || k == Place {
		return &kindWeights[k]
	}
	return &kindWeights[Organization]
}
