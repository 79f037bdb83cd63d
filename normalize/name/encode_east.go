package name

// letters gives the letters from first on their sounds, in order.
func letters(first rune, sounds ...string) map[rune]string {
	m := make(map[rune]string, len(sounds))
	for i, s := range sounds {
		m[first+rune(i)] = s
	}
	return m
}

func join(all ...map[rune]string) map[rune]string {
	m := map[rune]string{}
	for _, part := range all {
		for r, s := range part {
			m[r] = s
		}
	}
	return m
}

// eastern reads a run of those scripts. What is of none of them has no sound, but for digits.
func (e *encoder) eastern(rs []rune) {
	before := ""
	for i, r := range rs {
		if v, ok := eastBefore[r]; ok {
			before = v
			continue
		}
		if v, ok := eastVowel[r]; ok {
			e.letters = append(e.letters, v...)
			continue
		}
		if k := int(r) - 0x1200; k >= 0 && k < 8*len(ethiopicRows) {
			e.letters = append(append(e.letters, ethiopicRows[k/8]...), ethiopicVowels[k%8]...)
			continue
		}
		if r >= '0' && r <= '9' {
			e.letters = append(e.letters, byte(r))
			continue
		}
		s, ok := eastern[r]
		if !ok || i+1 < len(rs) && rs[i+1] == thaiSilent {
			continue
		}
		if i == 0 && s == "O" {
			s = "" // carries the vowel
		}
		e.letters = append(e.letters, s...)
		switch {
		case before != "":
			e.letters = append(e.letters, before...)
			before = ""
		case bareConsonant(rs[i+1:]):
			e.letters = append(e.letters, '@')
		}
	}
}

// bareConsonant reports whether no vowel is written behind a consonant, nor a sign that it has none.
func bareConsonant(rest []rune) bool {
	if len(rest) == 0 {
		return false
	}
	switch rest[0] {
	case khmerJoins, burmeseJoins, burmeseEnds:
		return false
	}
	_, ok := eastVowel[rest[0]]
	return !ok
}
