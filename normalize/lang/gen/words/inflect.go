package main

import "strings"

// missing holds what WordNet's exception lists lack, for WordNet has these forms as words of their own or leaves them to its rules.
var missing = [4]map[string][]string{
	{"person": {"people", "persons"}, "man": {"men"}, "woman": {"women"}, "child": {"children"}, "series": {"series"}, "species": {"species"},
		"aircraft": {"aircraft"}, "spacecraft": {"spacecraft"}, "penny": {"pence"}, "datum": {"data"}, "medium": {"media"}, "die": {"dice"},
		"criterion": {"criteria"}, "phenomenon": {"phenomena"}, "crisis": {"crises"}, "analysis": {"analyses"}, "bus": {"buses"}, "gas": {"gases"},
		"policeman": {"policemen"}, "spokesman": {"spokesmen"}, "spokeswoman": {"spokeswomen"}, "gunman": {"gunmen"}, "serviceman": {"servicemen"},
		"congressman": {"congressmen"}, "congresswoman": {"congresswomen"}, "businessman": {"businessmen"}, "businesswoman": {"businesswomen"},
		"fisherman": {"fishermen"}, "crewman": {"crewmen"}, "fireman": {"firemen"}, "militiaman": {"militiamen"}, "seaman": {"seamen"}, "passerby": {"passersby"},
		"strongman": {"strongmen"}, "clergyman": {"clergymen"}, "chairman": {"chairmen"}, "midwife": {"midwives"}, "leaf": {"leaves"}, "life": {"lives"},
		"wife": {"wives"}, "knife": {"knives"}, "half": {"halves"}, "shelf": {"shelves"}, "thief": {"thieves"}, "wolf": {"wolves"}, "loaf": {"loaves"}},
	{"be": {"am", "are", "is", "was", "were", "been", "being"}, "have": {"has", "had", "having"}, "do": {"does", "did", "done"}, "broadcast": {"broadcast"},
		"die": {"died", "dying", "dies"}, "lie": {"lay", "lain", "lied", "lying"}, "target": {"targeted", "targeting"}},
	{"good": {"better", "best"}, "bad": {"worse", "worst"}, "far": {"farther", "farthest", "further", "furthest"}},
	{},
}

// plurals are words that WordNet has as lemmas and texts as plurals of another.
var plurals = map[string]bool{"people": true, "men": true, "women": true, "children": true}

// ownPlurals are nouns in -s that are more than the plural of the word without it.
var ownPlurals = map[string]bool{"means": true, "species": true, "series": true, "arms": true, "goods": true, "physics": true, "corps": true,
	"crossroads": true, "mechanics": true, "genus": true, "ethics": true, "tropics": true, "customs": true, "statistics": true, "optics": true,
	"ceramics": true, "acoustics": true, "graphics": true, "aesthetics": true, "dynamics": true, "humanities": true, "proceedings": true,
	"outskirts": true, "premises": true, "pants": true, "shorts": true, "savings": true, "bowels": true, "auspices": true, "straits": true,
	"basics": true, "tactics": true, "heroics": true, "classics": true, "innings": true, "credentials": true, "riches": true, "bellows": true,
	"mews": true, "surroundings": true, "belongings": true, "remains": true, "lees": true, "pas": true}

// pluralOf reports whether a noun in -s is but the plural of another noun.
func (w *wordNet) pluralOf(lemma string) bool {
	if ownPlurals[lemma] || !strings.HasSuffix(lemma, "s") {
		return plurals[lemma]
	}
	for n := len(lemma) - 3; n < len(lemma); n++ {
		if n < 2 {
			continue
		}
		for _, e := range []string{"", "y"} {
			if x := w.words[lemma[:n]+e]; x != nil && x.senses[0] > 0 && withS(x.lemma) == lemma {
				return true
			}
		}
	}
	return false
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// consonantY reports whether w ends in a consonant and y.
func consonantY(w string) bool {
	return len(w) > 1 && w[len(w)-1] == 'y' && !isVowel(w[len(w)-2])
}

// sibilant reports whether a plural or third person of w takes -es.
func sibilant(w string) bool {
	for _, e := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

func withS(w string) string {
	switch {
	case consonantY(w):
		return w[:len(w)-1] + "ies"
	case sibilant(w):
		return w + "es"
	case len(w) > 2 && strings.HasSuffix(w, "o") && !isVowel(w[len(w)-2]) && oes[w]:
		return w + "es"
	}
	return w + "s"
}

// oes are words in -o that take -es.
var oes = map[string]bool{"go": true, "do": true, "veto": true, "echo": true, "hero": true, "potato": true, "tomato": true, "embargo": true,
	"torpedo": true, "cargo": true, "negro": true, "mosquito": true, "volcano": true, "tornado": true, "undergo": true, "forgo": true, "outdo": true,
	"overdo": true, "redo": true, "undo": true, "lasso": true, "mango": true, "buffalo": true, "domino": true, "zero": true}

func (w *wordNet) plurals(lemma string) []string {
	out := append([]string(nil), w.exc[0][lemma]...)
	if len(out) == 0 || lemma == "person" || lemma == "medium" {
		if strings.HasSuffix(lemma, "ness") || strings.HasSuffix(lemma, "s") && !countable(lemma) || w.base[0][lemma] != "" {
			return out
		}
		out = append(out, withS(lemma))
	}
	return out
}

// countable reports whether a noun in -s is no plural itself: class and virus, not news, politics or goods.
func countable(w string) bool {
	for _, e := range []string{"ss", "us", "as", "os", "is"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// conjugate returns third person, past forms and participles.
func (w *wordNet) conjugate(lemma string) []string {
	third, past, ing := "", []string(nil), []string(nil)
	for _, f := range w.exc[1][lemma] {
		switch {
		case strings.HasSuffix(f, "ing"):
			ing = append(ing, f)
		case strings.HasSuffix(f, "s") && f != "was":
			third = f
		default:
			past = append(past, f)
		}
	}
	if third == "" {
		third = withS(lemma)
	}
	if len(past) == 0 || doubled(lemma, past[0]) && single[lastByte(lemma)] && vowelGroups(lemma) > 1 {
		past = append(past, ed(lemma))
	}
	if len(ing) == 0 || doubled(lemma, ing[0]) && single[lastByte(lemma)] && vowelGroups(lemma) > 1 {
		ing = append(ing, inging(lemma))
	}
	out := append([]string{third}, past...)
	return append(out, ing...)
}

// single are final letters that some spellings double and others do not: travelled and traveled, focussed and focused.
var single = map[byte]bool{'l': true, 'p': true, 's': true, 'm': true}

func lastByte(w string) byte { return w[len(w)-1] }

func doubled(lemma, form string) bool {
	return len(form) > len(lemma) && form[len(lemma)] == lastByte(lemma) && strings.HasPrefix(form, lemma)
}

func vowelGroups(w string) int {
	n, in := 0, false
	for i := range len(w) {
		v := isVowel(w[i]) || w[i] == 'y'
		if v && !in {
			n++
		}
		in = v
	}
	return n
}

func ed(w string) string {
	switch {
	case strings.HasSuffix(w, "e"):
		return w + "d"
	case consonantY(w):
		return w[:len(w)-1] + "ied"
	}
	return doubleLast(w) + "ed"
}

func inging(w string) string {
	switch {
	case strings.HasSuffix(w, "ie"):
		return w[:len(w)-2] + "ying"
	case strings.HasSuffix(w, "e") && len(w) > 2 && !strings.HasSuffix(w, "ee") && !strings.HasSuffix(w, "oe") && !strings.HasSuffix(w, "ye"):
		return w[:len(w)-1] + "ing"
	}
	return doubleLast(w) + "ing"
}

// doubleLast doubles the last letter of a word of one syllable: stop, stopped.
func doubleLast(w string) string {
	n := len(w)
	if n < 3 || vowelGroups(w) != 1 || isVowel(w[n-1]) || strings.IndexByte("wxyh", w[n-1]) >= 0 || !isVowel(w[n-2]) || isVowel(w[n-3]) && !strings.HasPrefix(w, "qu") {
		return w
	}
	return w + w[n-1:]
}

// compared returns comparative and superlative of short and frequent adjectives.
func (w *wordNet) compared(x *word) []string {
	if exc := w.exc[2][x.lemma]; len(exc) > 0 {
		return exc
	}
	n := vowelGroups(strings.TrimSuffix(x.lemma, "e"))
	if x.count[2] < 3 || x.count[0] > x.count[2] || x.class[0] == "quantity" || n > 2 || n == 2 && !consonantY(x.lemma) || strings.HasSuffix(x.lemma, "ed") {
		return nil
	}
	var out []string
	for _, e := range []string{"er", "est"} {
		f := doubleLast(x.lemma) + e
		if strings.HasSuffix(x.lemma, "e") {
			f = x.lemma + e[1:]
		} else if consonantY(x.lemma) {
			f = x.lemma[:len(x.lemma)-1] + "i" + e
		}
		if y := w.words[f]; y == nil || y.senses[2] > 0 {
			out = append(out, f)
		}
	}
	return out
}
