package name

// latinLetters gives letters with marks that change their sound: in lower case they are read on with the letters
// beside them, in the letters of sounds they stand as they are. All others lose their marks.
var latinLetters = map[rune]string{
	'š': "S", 'č': "C", 'ž': "Z", 'ş': "S", 'ș': "S", 'ţ': "c", 'ț': "c", 'ć': "C", 'ś': "S", 'ż': "Z", 'ź': "z", 'ç': "k", 'đ': "J", 'ł': "l", 'ß': "ss", 'ñ': "NY",
	'ğ': "G", 'ı': "i", 'ø': "o", 'æ': "e", 'œ': "e", 'ð': "d", 'þ': "t", 'ə': "E", 'ŝ': "S", 'ĉ': "C", 'ĝ': "J", 'ĥ': "X", 'ĵ': "Z", 'ŭ': "V", 'ħ': "H", 'ř': "rj",
	'ǧ': "J", 'ḫ': "X", 'ẖ': "X", 'ḥ': "H", 'ġ': "G", 'ǰ': "J", 'ŋ': "ng", 'ƣ': "G", 'ĸ': "k", 'ơ': "o", 'ư': "u", 'ѳ': "F", 'ŧ': "t", 'ɨ': "i", 'ɣ': "G", 'ʃ': "S", 'ȟ': "X", 'ď': "D", 'ť': "T", 'ň': "NY", 'ń': "N", 'ľ': "L", 'ó': "O", 'ö': "O", 'ü': "U", 'ä': "A", 'å': "O", 'ū': "U", 'ē': "E",
}

// A spelling is a run of Latin letters with its sounds. The tables below are searched by the longest run first.
type spelling struct{ letters, sounds string }

// latinRuns holds the conventions of all languages at once: where two disagree, the sounds are of a class
// that is near to both.
var latinRuns = []spelling{
	{"schtsch", "SC"}, {"shtsh", "SC"}, {"chtch", "SC"}, {"stsch", "SC"}, {"shch", "SC"}, {"szcz", "SC"}, {"sjtj", "SC"}, {"sztsh", "SC"}, {"stch", "SC"},
	{"tsch", "C"}, {"tsj", "C"}, {"tch", "C"}, {"tsh", "C"}, {"tj", "C"}, {"dzh", "J"}, {"dsch", "J"}, {"dsh", "J"}, {"dj", "J"}, {"djh", "J"}, {"dz", "z"}, {"dzs", "J"}, {"xh", "J"},
	{"sch", "S"}, {"cz", "C"}, {"sh", "S"}, {"sz", "S"}, {"sj", "S"}, {"skj", "S"}, {"zh", "Z"}, {"rz", "rx"}, {"ch", "Q"}, {"cch", "K"}, {"cs", "C"}, {"zs", "Z"}, {"hs", "S"}, {"ssh", "S"}, {"tz", "c"}, {"ts", "c"}, {"tts", "c"}, {"tc", "C"},
	{"kh", "X"}, {"gh", "G"}, {"gn", "hN"}, {"gge", "gE"}, {"ggi", "gI"}, {"ph", "F"}, {"th", "T"}, {"dh", "D"}, {"bh", "B"}, {"rh", "R"}, {"ck", "K"}, {"cq", "K"}, {"cc", "K"}, {"qu", "K"}, {"gue", "GE"}, {"gui", "GI"}, {"guy", "GI"}, {"kk", "K"}, {"cks", "Ks"},
	{"que", "KE"}, {"qui", "KI"}, {"lh", "L"}, {"nh", "N"}, {"wh", "W"}, {"wr", "R"}, {"ght", "T"}, {"ggh", "G"},
	{"eaux", "O"}, {"eau", "O"}, {"oux", "U"}, {"ou", "U"}, {"oo", "U"}, {"ee", "I"}, {"ea", "E@"}, {"oe", "OE"}, {"ae", "AE"}, {"uu", "U"}, {"aa", "A"}, {"eou", "U"},
	{"iy", "I"}, {"yi", "I"}, {"yy", "I"}, {"ij", "I"}, {"yj", "I"}, {"ii", "I"}, {"ej", "EI"}, {"aj", "AI"}, {"oj", "OI"}, {"uj", "UI"}, {"ay", "AI"}, {"ey", "EI"}, {"oy", "OI"}, {"uy", "UI"}, {"ow", "OW"}, {"aw", "AW"}, {"ew", "EW"}, {"awe", "AwE"}, {"awi", "AwI"}, {"awa", "AwA"}, {"awo", "AwO"}, {"ewe", "EwE"}, {"ewi", "EwI"}, {"ewa", "EwA"}, {"ewo", "EwO"}, {"owi", "OwI"}, {"owa", "OwA"}, {"owo", "OwO"}, {"owy", "OwI"}, {"owe", "OwE"},
	{"ayo", "AYO"}, {"aya", "AYA"}, {"eya", "EYA"}, {"oya", "OYA"}, {"aye", "AYE"}, {"eye", "EYE"}, {"oye", "OYE"}, {"uye", "UYE"}, {"uya", "UYA"}, {"ayu", "AYU"}, {"eyu", "EYU"}, {"oyu", "OYU"}, {"iya", "IYA"}, {"iye", "IYE"}, {"iyo", "IYO"}, {"iyu", "IYU"}, {"yya", "IYA"}, {"eyo", "EYO"},
	{"aja", "AjA"}, {"aje", "AjE"}, {"ajo", "AjO"}, {"aju", "AjU"}, {"aji", "AjI"}, {"eja", "EjA"}, {"eje", "EjE"}, {"ejo", "EjO"}, {"eju", "EjU"}, {"eji", "EjI"}, {"oja", "OjA"}, {"oje", "OjE"}, {"ojo", "OjO"}, {"oju", "OjU"}, {"oji", "OjI"},
	{"uja", "UjA"}, {"uje", "UjE"}, {"ujo", "UjO"}, {"uju", "UjU"}, {"uji", "UjI"}, {"ija", "IjA"}, {"ije", "IjE"}, {"ijo", "IjO"}, {"iju", "IjU"}, {"iji", "IjI"}, {"yje", "IjE"}, {"yja", "IjA"},
	{"x", "Ks"}, {"w", "w"}, {"q", "q"}, {"j", "j"},
}

// weakEnds are ends of words that some languages leave out, the last letters of them as they sound where they are spoken: French
// has silent consonants behind vowels, and Russian takes Latin names without their ending (Catullus, Катулл).
var weakEnds = []struct {
	end    string
	cut    int
	sounds string
}{
	{"us", 2, "Ux"},
	{"aud", 1, "t"}, {"auld", 1, "t"}, {"ault", 1, "t"}, {"aut", 1, "t"}, {"aux", 1, "t"}, {"eux", 1, "t"}, {"oux", 1, "t"}, {"oix", 1, "t"}, {"oit", 1, "t"}, {"uet", 1, "t"}, {"ot", 1, "t"},
	{"ert", 1, "t"}, {"ard", 1, "t"}, {"ais", 1, "t"}, {"ois", 1, "t"}, {"uis", 1, "t"},
}

// patronymicEnds are how East Slavic patronymics end in Latin letters.
var patronymicEnds = []string{"ovich", "evich", "ovych", "yovych", "avich", "ovitch", "evitch", "owitsch", "ewitsch", "ovna", "evna", "ivna", "owna"}
