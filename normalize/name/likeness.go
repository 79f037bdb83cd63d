package name

const (
	nicknameLikeness = 950
	syllableDiffers  = 300
)

// wordLikeness tells how alike two words are, in thousandths, 0 if hardly.
func wordLikeness(p, q *Prepared, v, w *word) int32 {
	switch {
	case v.class == number || w.class == number || v.class == generation || w.class == generation:
		if v.class == w.class && v.value == w.value {
			return full
		}
		return 0
	case v.class == initial || w.class == initial:
		return initialLikeness(p, q, v, w)
	case v.text == w.text || v.key != "" && v.key == w.key:
		return full
	}
	s := readingLikeness(p, q, int(v.first), int(v.last), int(w.first), int(w.last))
	if v.script == w.script && v.script >= kana && v.script <= han {
		s -= syllableDiffers // whoever writes syllables does not vary them
	}
	if s < nicknameLikeness && shareNickname(v, w) {
		return nicknameLikeness
	}
	return s
}

func initialLikeness(p, q *Prepared, v, w *word) int32 {
	if v.class == initial && w.class == initial {
		if v.text == w.text || v.script != w.script && costs[alphabet].put[p.sounds[v.first]][q.sounds[w.first]] <= 10 {
			return full
		}
		return 0
	}
	if w.class != plain && w.class != acronym && v.class != plain && v.class != acronym {
		return 0
	}
	if v.script == w.script {
		if v.text[0] == w.text[0] {
			return 850
		}
		return 0
	}
	if costs[alphabet].put[p.sounds[v.first]][q.sounds[w.first]] <= 10 {
		return 850
	}
	return 0
}

func shareNickname(v, w *word) bool {
	for _, x := range v.nicknames {
		if x == 0 {
			break
		}
		for _, y := range w.nicknames {
			if x == y {
				return true
			}
		}
	}
	return false
}

// readingLikeness compares stretches of sounds.
func readingLikeness(p, q *Prepared, a, b, c, d int) int32 {
	s, t := p.sounds[a:b], q.sounds[c:d]
	if len(s) == 0 || len(t) == 0 {
		return 0
	}
	m := alphabet
	if p.modes != 1 || q.modes != 1 {
		m = max(p.mode, q.mode)
	}
	table := &costs[m]
	weight := max(table.weigh(s), table.weigh(t), 100)
	limit := weight / 2
	if apart(s, t)*35 > limit {
		return 0
	}
	dist := distance(table, s, t, limit)
	x, y := s[0], t[0]
	if table.put[x][y] > 50 && table.omit[x] > 50 && table.omit[y] > 50 {
		dist += firstSound
	}
	return max(0, full-full*dist/weight)
}

// apart returns a lower bound of how many consonants must change.
func apart(s, t []sound) int32 {
	x, y := signature(s), signature(t)
	up, down := int32(0), int32(0)
	for i := 0; i < 24; i += 4 {
		a, b := int32(x>>i&15), int32(y>>i&15)
		up += max(0, a-b)
		down += max(0, b-a)
	}
	return max(up, down)
}
