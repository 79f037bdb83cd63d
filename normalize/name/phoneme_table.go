package name

// What it costs to leave a sound out, where it is not the full cost of a consonant.
var plainOmit = map[byte]uint8{'A': 45, 'E': 40, 'I': 45, 'O': 45, 'U': 45, '@': 10, 'Y': 30, 'W': 45, 'H': 45, 'j': 60, 'x': 20, '-': 5, 'h': 50, 't': 40}

// What a wrong consonant costs.
var (
	alphabetStrict = strict{unlike: 180, omit: 120}
	abjadStrict    = strict{unlike: 120, omit: 120}
	syllabicStrict = strict{unlike: 110, omit: 135}
)

// An abjad leaves short vowels out; long ones are written with letters that are consonants too.
var abjadOmit = map[byte]uint8{'A': 13, 'E': 10, 'I': 13, 'O': 13, 'U': 13, '@': 5, 'Y': 16, 'W': 18, 'H': 35}

// A syllabary puts a vowel behind each consonant and knows no clusters.
var syllabicOmit = map[byte]uint8{'A': 40, 'E': 32, 'I': 35, 'O': 35, 'U': 22, '@': 6, 'H': 40, 'R': 45}

// Sounds that stand for each other between languages, spellings and transliterations.
var plainNear = []near{
	{"EI", 20}, {"OU", 20}, {"AO", 25}, {"AE", 25}, {"AEIOU", 40}, {"@A", 20}, {"@E", 15}, {"@I", 20}, {"@O", 20}, {"@U", 10},
	{"YI", 10}, {"YE", 30}, {"Yj", 5}, {"YJ", 40}, {"UY", 45}, {"jI", 20}, {"jJ", 12}, {"jZ", 20}, {"jX", 35}, {"jH", 35}, {"jS", 45}, {"jG", 45}, {"jz", 40}, {"jQ", 30}, {"jC", 35}, {"jc", 50}, {"jk", 50},
	{"WV", 10}, {"WU", 10}, {"WO", 15}, {"Ww", 5}, {"wV", 5}, {"wU", 20}, {"wF", 45}, {"wB", 50}, {"VF", 35}, {"VB", 40}, {"VU", 30}, {"BP", 35}, {"PF", 35}, {"WB", 60}, {"wG", 60},
	{"JZ", 25}, {"JC", 30}, {"JG", 30}, {"Jz", 40}, {"JD", 60}, {"GH", 15}, {"GK", 35}, {"GX", 40}, {"XH", 10}, {"XK", 35}, {"HK", 55},
	{"QC", 10}, {"QS", 15}, {"QX", 20}, {"QK", 25}, {"QJ", 30}, {"QH", 30}, {"QT", 50}, {"Qc", 35},
	{"kc", 10}, {"ks", 10}, {"kC", 20}, {"kK", 30}, {"kz", 25}, {"kT", 45}, {"kS", 35}, {"kQ", 30},
	{"qK", 5}, {"qG", 25}, {"qC", 25}, {"qQ", 25}, {"qX", 35}, {"qJ", 45},
	{"rR", 10}, {"rZ", 15}, {"rS", 40}, {"xz", 5}, {"xZ", 5}, {"xs", 15}, {"xc", 20}, {"rL", 50},
	{"gG", 5}, {"gJ", 12}, {"gZ", 15}, {"gX", 25}, {"gH", 30}, {"gj", 25}, {"gC", 40}, {"gK", 40}, {"gY", 40}, {"gS", 55}, {"gz", 45}, {"gq", 30}, {"gQ", 40}, {"gh", 15},
	{"tT", 10}, {"tD", 15}, {"ts", 20}, {"tc", 20}, {"tz", 20}, {"tK", 60},
	{"hG", 5}, {"hX", 30}, {"hK", 35}, {"hY", 20}, {"hI", 20}, {"hH", 15},
	{"SC", 35}, {"Ss", 30}, {"sz", 20}, {"sc", 30}, {"zc", 30}, {"zZ", 30}, {"ZS", 40}, {"cC", 30}, {"cK", 50}, {"cT", 50}, {"cS", 45}, {"sC", 50}, {"zJ", 40}, {"zD", 45}, {"sT", 60}, {"zS", 55}, {"SX", 55}, {"cJ", 45},
	{"DT", 30}, {"LR", 50}, {"MN", 45}, {"CT", 60}, {"CK", 60},
}

// Letters of the Arabic and Hebrew alphabets with more than one reading.
var abjadNear = []near{
	{"Ss", 15}, {"PF", 5}, {"BV", 10}, {"WV", 5}, {"WO", 5}, {"WU", 5}, {"Wk", 60}, {"YI", 5}, {"YE", 10}, {"Yj", 5}, {"zD", 30}, {"XK", 15}, {"XQ", 10}, {"XH", 5}, {"sT", 35}, {"cs", 15}, {"cz", 15}, {"cC", 15}, {"GJ", 10}, {"Gj", 25}, {"JC", 25}, {"GK", 30},
	{"BP", 25}, {"VF", 20}, {"AE", 10}, {"AI", 25}, {"AO", 15}, {"AH", 35},
}

// Kana and Hangul merge sounds that other languages keep apart.
var syllabicNear = []near{
	{"LR", 5}, {"BV", 10}, {"PV", 25}, {"Bw", 20}, {"HF", 15}, {"PF", 15}, {"zJ", 10}, {"jJ", 5}, {"sS", 15}, {"sT", 35}, {"zD", 30}, {"cT", 25}, {"CT", 25}, {"GK", 20}, {"BP", 25}, {"DT", 20}, {"JC", 20}, {"cC", 20}, {"KX", 15}, {"FV", 35}, {"NM", 25}, {"AE", 20}, {"AO", 20}, {"@E", 10}, {"zs", 20}, {"ZJ", 10}, {"kS", 25}, {"cS", 30},
	{"-R", 20}, {"-A", 20}, {"-I", 20}, {"-E", 20}, {"-O", 20}, {"-U", 20}, {"-L", 40}, {"-H", 30}, {"-@", 10},
	{"LN", 60}, {"HX", 5}, {"RA", 35}, {"HV", 60}, {"JD", 40}, {"JT", 50}, {"WV", 5}, {"WU", 5}, {"QK", 15}, {"cz", 20},
}
