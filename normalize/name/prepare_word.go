package name

import (
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

// particle returns the class of a small word, or plain.
func (p *preparer) particle(w string) class {
	r, ok := p.lex.Find(lexicon.Particles, w)
	if !ok {
		return plain
	}
	switch r.Field(colParticleKind) {
	case "article":
		return article
	case "kin":
		return kin
	case "generation":
		return generation
	}
	return function
}

// add encodes word i and tells what it does.
func (p *preparer) add(i int) {
	raw := p.raw[i]
	if len(p.out.words) == maxWords {
		return
	}
	w := word{text: raw.text, behind: raw.behind, first: uint16(len(p.out.sounds))}
	var mixed bool
	p.out.sounds, w.script, mixed = p.enc.encode(p.out.sounds, raw.text)
	p.out.Mixed = p.out.Mixed || mixed
	w.last = uint16(len(p.out.sounds))
	if w.first == w.last {
		return
	}
	p.classify(&w, raw, i)
	if w.class == number && w.value == 0 && raw.text[0] != '0' && len(p.out.words) > 0 {
		p.out.sounds = p.out.sounds[:w.first]
		return // the unit has been added to the word before
	}
	p.out.words = append(p.out.words, w)
}

func (p *preparer) classify(w *word, raw rawWord, i int) {
	kind := p.out.Kind
	switch c := p.particle(w.text); {
	case c == generation && (i == 0 || len(w.text) == 1 && (kind != Person || i+1 < len(p.raw))):
	case c == generation:
		r, _ := p.lex.Find(lexicon.Particles, w.text)
		w.value = atoi(r.Field(colParticleValue))
		w.class = generation
		if kind != Person && w.value < 100 {
			w.class = number
		}
	case (c == function || c == article) && oneLetter(w.text) && kind == Person && raw.upper && w.script == latin:
	case c != plain:
		w.class = c
	}
	if w.class == plain && w.text[0] >= '0' && w.text[0] <= '9' {
		w.class, w.value = number, atoi(w.text)
	}
	if w.class == plain && kind != Person && w.script == latin {
		p.numeral(w)
	}
	if w.class == plain && kind != Person {
		p.describe(w)
	}
	if w.class == plain && kind == Organization {
		p.land(w)
	}
	if w.class == plain && oneLetter(w.text) && w.script < georgian {
		w.class = initial
	}
	if r, ok := p.lex.Find(lexicon.Antonyms, w.text); ok && kind != Person {
		w.axis, w.side = r.Field(colAntonymAxis), r.Field(colAntonymValue)
	}
	if kind == Person {
		p.rows = p.lex.FindAll(p.rows[:0], lexicon.Nicknames, w.text)
		for k := range min(len(w.nicknames), len(p.rows)) {
			w.nicknames[k] = p.rows[k].ID()
		}
		if w.class == plain && w.script == latin {
			p.person(w)
		}
	}
	if raw.upper && w.class == plain && len(w.text) > 1 && len(w.text) <= 8 && (p.mixedCase || len(p.raw) == 1 || raw.dotted) && kind != Person {
		w.class = acronym
	}
}

// numeral reads a number word; four behind forty is added to it.
func (p *preparer) numeral(w *word) {
	r, ok := p.lex.Find(lexicon.Numbers, w.text)
	if !ok {
		return
	}
	c := r.Field(colNumberClass)
	if c != "unit" && c != "teen" && c != "ty" {
		return
	}
	w.class, w.value = number, atoi(r.Field(colNumberValue))
	if n := len(p.out.words); n > 0 && c == "unit" {
		if last := &p.out.words[n-1]; last.class == number && last.value >= 20 && last.value < 100 && last.value%10 == 0 {
			last.value += w.value
			w.value = 0
		}
	}
}

func (p *preparer) describe(w *word) {
	r, ok := p.lex.Find(lexicon.Descriptors, w.text)
	if !ok {
		return
	}
	w.key = r.Field(colDescriptorWord)
	switch r.Field(colDescriptorKind) {
	case "legal":
		w.class = legal
	case "trade":
		w.class = trade
	case "head":
		w.class = head
	case "place":
		w.class = kindPlace
	}
	if p.out.Kind == Place && w.class != kindPlace || p.out.Kind == Organization && w.class == kindPlace {
		w.class, w.key = plain, ""
	}
}

// land notes the country that a word of a body's name names, or whose people.
func (p *preparer) land(w *word) {
	if len(w.text) < 4 {
		return // what countries are called in three letters elsewhere is more often an acronym
	}
	for _, t := range [...]lexicon.Table{lexicon.Places, lexicon.Demonyms} {
		r, ok := p.lex.Find(t, capitals(w.text))
		if ok && (t == lexicon.Demonyms || r.Field(colLandKind) == "country" || r.Field(colPlaceKind) == "territory") {
			w.key, w.country = r.Field(colKnownID), true
			return
		}
	}
}

// person notes whether a word is a common given or family name.
func (p *preparer) person(w *word) {
	written := capitals(w.text)
	if r, ok := p.lex.Find(lexicon.Given, written); ok {
		w.gender = 'u'
		if g := r.Field(colGivenGender); g != "" {
			w.gender = g[0]
		}
	}
	_, w.surname = p.lex.Find(lexicon.Surnames, written)
	w.patronymic = w.gender == 0 && !w.surname && isPatronymic(w.text)
	w.article = w.gender == 0 && !w.surname && gluedArticle(w.text)
}

// isPatronymic reports whether a Latin word ends as East Slavic patronymics do.
func isPatronymic(s string) bool {
	for _, end := range patronymicEnds {
		if len(s) > len(end)+1 && strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// gluedArticle reports whether a Latin word may begin with the article of Arabic: al or el.
func gluedArticle(s string) bool {
	return len(s) >= 7 && (s[0] == 'a' || s[0] == 'e') && s[1] == 'l' && s[2] >= 'a' && s[2] <= 'z' && s[2] != 'l'
}

func atoi(s string) int32 {
	n := int32(0)
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' || n > 1e8 {
			return n
		}
		n = 10*n + int32(s[i]-'0')
	}
	return n
}

// finish weighs the words.
func (p *preparer) finish() {
	o := p.out
	var initials [3][]byte
	o.script, o.head, o.tail = otherScript, -1, -1
	for i := range o.words {
		w := &o.words[i]
		s := o.sounds[w.first:w.last]
		for m := range costs {
			w.weight[m] = uint16(max(costs[m].weigh(s), 1))
			w.reach[m] = costs[m].reach(s)
		}
		w.signature, w.set = signature(s), setOf(s)
		w.share = share(w, weightsOf(o.Kind))
		p.rare(w)
		w.clash = max(w.share, uint16(weightsOf(o.Kind).clash))
		if w.class <= function && w.class != plain && w.class != initial || w.class == legal {
			w.clash = w.share
		}
		if w.behind {
			w.share = min(w.share, 20)
		}
		o.share += int32(w.share)
		if w.class == article || w.class == kin || w.class == function {
			o.small |= 1 << i
		}
		if w.axis != "" {
			o.traits |= hasAxis
		}
		if w.class == number || w.class == generation {
			o.traits |= hasNumber
		}
		if w.country {
			o.traits |= hasCountry
		}
		if w.class == plain || w.class == acronym {
			o.tail = i
			if o.head < 0 {
				o.head = i
			}
		}
		m := w.script.mode()
		if w.script == latin && w.class == plain && vowelless(w.text) {
			m = abjad
		}
		o.mode = max(o.mode, m)
		o.modes |= 1 << m
		if o.script == otherScript {
			o.script = w.script
		}
		letters := w.text[:1]
		if w.class == number {
			letters = strconv.Itoa(int(w.value))
		}
		for k := range initials {
			if k == 0 || w.class != function && (k == 1 || w.class != legal) {
				initials[k] = append(initials[k], letters...)
			}
		}
	}
	for k := range initials {
		o.initials[k] = string(initials[k])
	}
}

// rare raises the share of a word of a body's name that stands in no dictionary: it tells more than liberation or maritime.
func (p *preparer) rare(w *word) {
	k := weightsOf(p.out.Kind)
	if k.rare == 0 || w.class != plain || w.key != "" {
		return
	}
	if _, ok := p.lex.Find(lexicon.Words, w.text); !ok {
		w.share = uint16(int32(w.share) * k.rare / 100)
	}
}

// share is what a word counts in its name: a long word more than a short one, a small word little.
func share(w *word, k *weights) uint16 {
	switch w.class {
	case initial:
		return uint16(k.initial)
	case article, kin, function, generation:
		return uint16(k.small)
	case legal:
		return uint16(k.legal)
	case trade:
		return uint16(k.trade)
	case head, kindPlace:
		return uint16(k.head)
	}
	return uint16(k.word) + min(w.weight[alphabet], 500)*uint16(k.length)/100
}
