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
	twoSided  int32                // words that found no like, where both names have such
	oneSided  int32                // words that found no like, where one name has more of them
	worst     int32                // taken off for the least alike pair of words
	first     int32                // taken off where the first words of both found no like
	last      int32                // and where the last did
	joined    int32                // how much the likeness of the whole names, without word borders, is lowered
	word      int32                // share of a word
	length    int32                // and of its length
	initial   int32
	small     int32 // articles, of, von, bin
	legal     int32 // Ltd
	trade     int32 // trading, industries
	clash     int32 // least share of a word that stands against another, but for small words and legal forms
	head      int32 // bank, city
}

var kindWeights = [...]weights{
	Person:       {[numThresholds]int32{770, 760, 750, 730}, [numThresholds]int32{550, 500, 540, 520}, 130, 15, 0, 40, 40, 145, 80, 25, 50, 20, 10, 45, 45, 60},
	Place:        {[numThresholds]int32{700, 770, 700, 720}, [numThresholds]int32{500, 500, 500, 500}, 100, 10, 0, 0, 0, 105, 90, 25, 50, 20, 10, 45, 45, 60},
	Organization: {[numThresholds]int32{640, 700, 700, 700}, [numThresholds]int32{520, 500, 500, 500}, 95, 15, 0, 40, 0, 115, 60, 25, 50, 20, 10, 25, 50, 60},
}

// What is added to the distance of words that begin with unlike consonants, or of which one begins with a vowel.
var (
	firstSound int32 = 50
	firstVowel int32 = 20
)

func weightsOf(k Kind) *weights {
	if k == Person || k == Place {
		return &kindWeights[k]
	}
	return &kindWeights[Organization]
}
