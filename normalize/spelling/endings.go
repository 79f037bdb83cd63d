package spelling

// endings are tried in this order. Behind a base in -ise the e is dropped: organis-ation. Behind one in -re or
// -our nothing is: centr-ed has the base centre.
var endings = []ending{
	{"s", "", ""}, {"es", "e", "e"}, {"es", "", ""}, {"ed", "e", "e"}, {"ed", "e", ""}, {"ed", "", ""}, {"ing", "e", "e"}, {"ing", "e", ""}, {"ing", "", ""},
	{"er", "e", "e"}, {"er", "", ""}, {"ers", "e", "e"}, {"ers", "", ""}, {"or", "e", "e"}, {"ors", "e", "e"},
	{"ation", "e", "e"}, {"ations", "e", "e"}, {"ational", "e", "e"}, {"able", "e", "e"}, {"able", "", ""}, {"ably", "", ""}, {"al", "", ""}, {"ally", "", ""},
	{"ly", "", ""}, {"ful", "", ""}, {"fully", "", ""}, {"less", "", ""}, {"lessly", "", ""}, {"ness", "", ""}, {"ism", "", ""}, {"ist", "", ""}, {"ists", "", ""}, {"hood", "", ""},
	{"hoods", "", ""}, {"ite", "", ""}, {"ites", "", ""}, {"'s", "", ""}, {"’s", "", ""}, {"ings", "", ""}, {"y", "", ""}, {"ship", "", ""}, {"man", "", ""}, {"ment", "", ""}, {"ments", "", ""},
}
