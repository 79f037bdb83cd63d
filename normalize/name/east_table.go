package name

// The scripts of Thailand, Laos, Cambodia, Burma and Ethiopia, in the letters of sounds.

// eastern holds what a letter or sign sounds like. A consonant has a weak vowel behind it unless a sign of eastVowel or
// eastJoins follows.
var eastern = join(
	letters(0x0e01, "K", "K", "K", "K", "K", "K", "N", "J", "C", "C", "s", "C", "Y", "D", "T", "T", "T", "T", "N", "D", "T", "T", "T", "T", "N",
		"B", "P", "P", "F", "P", "F", "P", "M", "Y", "R", "RU", "L", "LU", "W", "S", "s", "s", "H", "L", "O", "H"),
	letters(0x0e81, "K", "K", "", "K", "", "", "NG", "J", "", "s", "", "", "NY"), letters(0x0e94, "D", "T", "T", "T", "", "N", "B", "P", "P", "F", "P", "F", "", "M", "Y", "R", "", "L", "", "W", "", "", "s", "H", "", "O", "H"),
	letters(0x0edc, "N", "M"),
	letters(0x1780, "K", "K", "K", "K", "NG", "C", "C", "C", "C", "NY", "D", "T", "D", "T", "N", "T", "T", "T", "T", "N", "B", "P", "P", "P", "M", "Y", "R", "L", "V", "S", "S", "s", "H", "L", ""),
	letters(0x1000, "K", "K", "G", "G", "N", "s", "s", "z", "z", "NY", "NY", "T", "T", "D", "D", "N", "T", "T", "D", "D", "N", "P", "P", "B", "B", "M", "Y", "Y", "L", "W", "T", "H", "L", "A"),
)

// eastVowel holds the vowels, and the signs that stand for a consonant at the end of a syllable.
var eastVowel = join(
	letters(0x0e30, "A", "A", "A", "AM", "I", "I", "U", "U", "U", "U"), letters(0x0eb0, "A", "A", "A", "AM", "I", "I", "U", "U", "U", "U"), letters(0x0ebb, "O", "L", "YE"),
	letters(0x17a3, "A", "A", "I", "I", "U", "U", "U", "OU", "RU", "RU", "LU", "LU", "E", "AI", "O", "O", "AU"),
	letters(0x17b6, "A", "I", "I", "U", "U", "U", "U", "UA", "AE", "UA", "IA", "E", "AE", "AI", "O", "AU", "M", "H"),
	letters(0x1023, "I", "I", "U", "U", "E", "E", "O", "O", "A", "A", "I", "I", "U", "U", "E", "E"), letters(0x1036, "N"), letters(0x103b, "Y", "Y", "W"),
)

// eastBefore holds the vowels that are written before the consonant they are spoken behind.
var eastBefore = join(letters(0x0e40, "E", "E", "O", "AI", "AI"), letters(0x0ec0, "E", "E", "O", "AI", "AI"))

// Signs that take the vowel of a consonant away, and the Thai sign that silences it.
const (
	khmerJoins, burmeseJoins, burmeseEnds = 0x17d2, 0x1039, 0x103a
	thaiSilent                            = 0x0e4c
)

// ethiopicRows are the consonants of Ethiopic from U+1200, eight signs each; ethiopicVowels are the vowels of a row.
var (
	ethiopicRows = []string{"H", "L", "H", "M", "s", "R", "s", "S", "K", "K", "K", "K", "B", "V", "T", "C", "X", "X", "N", "NY", "", "K", "K", "X", "X", "W", "", "z", "Z", "Y", "D", "D",
		"J", "G", "G", "G", "T", "C", "P", "c", "c", "F", "P"}
	ethiopicVowels = [8]string{"A", "U", "I", "A", "E", "@", "O", "WA"}
)
