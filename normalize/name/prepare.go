package name

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

// Columns of the tables that Prepare reads.
const (
	colParticleKind   = 0 // particles.tsv
	colParticleValue  = 1
	colAntonymAxis    = 0 // antonyms.tsv
	colAntonymValue   = 1
	colDescriptorWord = 0 // descriptors.tsv
	colDescriptorKind = 1
	colNumberClass    = 0 // numbers.tsv
	colNumberValue    = 1
	colKnownID        = 0 // places.tsv, orgs.tsv, demonyms.tsv
	colLandKind       = 1
)

// maxWords bounds the words of a name that are compared.
const maxWords = 16

// A class tells what a word does in a name.
type class uint8

const (
	plain      class = iota
	initial          // one letter that stands for a word
	article          // al, el
	kin              // bin, abu
	function         // of, the, de
	legal            // Ltd, GmbH
	trade            // trading, industries
	head             // bank, ministry
	kindPlace        // city, oblast, island
	number           // 44, VIII, forty-four
	generation       // Jr, III
	acronym          // written in capitals alone, or with dots
)

// A word is one word of a prepared name.
type word struct {
	text        string // in lower case
	first, last uint16 // its sounds
	weight      [numModes]uint16
	signature   uint64
	class       class
	behind      bool // in brackets, or what a place lies in
	script      script
	share       uint16    // what it counts in the name
	value       int32     // of a number or generation
	key         string    // of a descriptor: the word all its translations share; of a country or its people: its id
	gender      byte      // of a given name: m, f, u, or 0
	surname     bool      // it is a common family name
	country     bool      // key is the id of a country
	clash       uint16    // what it counts where the other name has another word in its place
	axis, side  string    // of an antonym
	nicknames   [6]uint32 // rows of the full names it may stand for
}

// A Prepared name is ready to be compared with others. Preparing it costs some microseconds, comparing it none
// of its words' text and no memory. It is read only, so any number of goroutines may share it.
type Prepared struct {
	Kind   Kind
	Mixed  bool   // a word mixes scripts, as forged names do
	Titles string // titles that were taken off, as written

	bare     string // letters and digits without marks, in lower case
	folded   string // letters and digits in lower case, one space between words
	words    []word
	sounds   []sound
	known    []string  // ids that tables give the whole name
	initials [3]string // first letters of its words, for acronyms: of all, without small words, without legal forms too
	mode     mode
	modes    uint8 // bit set of modes of its words
	script   script
	share    int32
	traits   uint8 // what its words have that a veto needs
	head     int   // its first and last word that is no small word, or -1
	tail     int
}

// Traits of names.
const (
	hasAxis = 1 << iota
	hasNumber
	hasCountry
)

// Empty reports whether the name has nothing that could be compared.
func (p *Prepared) Empty() bool { return len(p.words) == 0 }

// Prepare reads a name with the tables of lex. Any text is accepted: what has no letter or digit is Empty.
func Prepare(lex *lexicon.Lexicon, s string, kind Kind) *Prepared {
	p := &preparer{lex: lex, out: &Prepared{Kind: kind}}
	s = clean(s)
	if kind == Person {
		s = lastFirst(s)
	}
	p.mixedCase = strings.ToUpper(s) != s
	p.split(s)
	if kind == Person {
		p.titles()
		p.korean()
	}
	p.whole()
	for i := range p.raw {
		p.add(i)
	}
	p.finish()
	return p.out
}

type rawWord struct {
	text   string // in lower case
	upper  bool   // all its letters are capitals
	dotted bool   // U.S.
	behind bool   // in brackets
	joined bool   // written in one with the next
}

type preparer struct {
	lex  *lexicon.Lexicon
	out  *Prepared
	raw  []rawWord
	enc  encoder
	rows []lexicon.Row

	mixedCase bool // the name has small letters, so that capitals mean something
}

// clean brings a name to NFC and takes out what is not seen: direction marks, joiners, soft hyphens, stretching.
func clean(s string) string {
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				if r == 'ـ' || unicode.Is(unicode.Cf, r) || r == utf8.RuneError {
					return -1
				}
				return r
			}, s)
		}
	}
	return s
}

// lastFirst turns "Blinken, Antony" around.
func lastFirst(s string) string {
	i := strings.IndexAny(s, ",،")
	if i <= 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	rest := strings.TrimSpace(s[i+n:])
	if rest == "" || strings.ContainsAny(rest, ",،") {
		return s
	}
	return rest + " " + s[:i]
}

// inner reports whether r may stand inside a word without being a letter.
func inner(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', 'ʻ', '‘', '`', 'ʹ', '´', 'ʿ', 'ʾ', '′', 'ʺ', '״', '׳', 'ʽ', '“', '”':
		return true
	}
	return false
}

// split cuts a name into words. Letters with dots between them are one word, except in persons' names, whose
// letters are initials.
func (p *preparer) split(s string) {
	start, bracket := -1, 0
	flush := func(end int) {
		if start >= 0 {
			p.word(s[start:end], bracket > 0)
		}
		start = -1
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '+':
			if start < 0 {
				start = i
			}
			continue
		case inner(r) && start >= 0 && (r != '“' && r != '”'):
			continue
		}
		flush(i)
		switch r {
		case '(', '[', '（':
			bracket++
		case ',', '،':
			if p.out.Kind == Place && len(p.raw) > 0 {
				bracket++ // what the place lies in
			}
		case ')', ']', '）':
			bracket = 0
		case '.':
			if n := len(p.raw); n > 0 && p.out.Kind != Person && oneLetter(lastLetters(p.raw[n-1])) {
				p.raw[n-1].dotted = true
				continue
			}
		case '%':
			p.raw = append(p.raw, rawWord{text: "per cent"})
		}
		if n := len(p.raw); n > 0 {
			p.raw[n-1].text = strings.TrimSuffix(p.raw[n-1].text, "\x00")
		}
	}
	flush(len(s))
}

func oneLetter(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	return s != "" && n == len(s)
}

// lastLetters returns the letters of a dotted word behind its last dot, or the whole word.
func lastLetters(w rawWord) string {
	if !w.dotted {
		return w.text
	}
	_, n := utf8.DecodeLastRuneInString(w.text)
	return w.text[len(w.text)-n:]
}

func (p *preparer) word(s string, behind bool) {
	s = trimInner(s)
	if s == "" || len(p.raw) >= 2*maxWords {
		return
	}
	upper := strings.ToUpper(s) == s && strings.ToLower(s) != s
	low := strings.ToLower(s)
	if n := len(p.raw); n > 0 && p.raw[n-1].dotted && oneLetter(s) && !p.raw[n-1].behind {
		p.raw[n-1].text += low
		return
	}
	if n := arabicArticle(low); n > 0 {
		p.raw = append(p.raw, rawWord{text: low[:n], behind: behind, joined: true})
		low = low[n:]
	}
	if p.out.Kind == Person && upper && len(s) == 2 && p.mixedCase {
		p.raw = append(p.raw, rawWord{text: low[:1], upper: true}) // JC Smith
		low = low[1:]
	}
	p.raw = append(p.raw, rawWord{text: low, upper: upper, behind: behind})
}

// trimInner takes quotation marks off the end of a word, but not the geresh of a Hebrew letter.
func trimInner(s string) string {
	for {
		r, n := utf8.DecodeLastRuneInString(s)
		before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
		if n == 0 || !inner(r) || r != '״' && scriptOf(before) == hebrew {
			return s
		}
		s = s[:len(s)-n]
	}
}

// arabicArticle returns the length of the article that begins a word.
func arabicArticle(s string) int {
	const al = "ال"
	if len(s) > 2*len(al) && strings.HasPrefix(s, al) && s != "الله" {
		return len(al)
	}
	return 0
}

// korean cuts the family name off a name of three syllables of Hangul.
func (p *preparer) korean() {
	if len(p.raw) != 1 {
		return
	}
	w := p.raw[0]
	if n := koreanSurname(w.text); n > 0 {
		p.raw = append(p.raw[:0], rawWord{text: w.text[:n], joined: true}, rawWord{text: w.text[n:]})
	}
}

// koreanSurname returns the length of the first syllable of a word of three syllables of Hangul: a name is written
// in one word, the family name first.
func koreanSurname(s string) int {
	if len(s) != 9 {
		return 0
	}
	for _, r := range s {
		if r < 0xac00 || r > 0xd7a3 {
			return 0
		}
	}
	return 3
}

// titles takes titles off the front and the end of a person's name, the longest first, as long as a name is left.
func (p *preparer) titles() {
	for len(p.raw) > 1 {
		n := p.titleAt(0)
		if n == 0 || n >= len(p.raw) {
			break
		}
		for _, w := range p.raw[:n] {
			p.out.Titles = strings.TrimSpace(p.out.Titles + " " + w.text)
		}
		p.raw = p.raw[n:]
	}
}

// titleAt returns the number of words of the longest title at word i.
func (p *preparer) titleAt(i int) int {
	for n := min(5, len(p.raw)-i); n > 0; n-- {
		form := p.raw[i].text
		for _, w := range p.raw[i+1 : i+n] {
			form += " " + w.text
		}
		if len(form) < 2 {
			continue
		}
		if p.rows = p.lex.FindAll(p.rows[:0], lexicon.Titles, form); len(p.rows) > 0 {
			return n
		}
		if p.rows = p.lex.FindAll(p.rows[:0], lexicon.Titles, capitals(form)); len(p.rows) > 0 {
			return n
		}
	}
	return 0
}

// capitals writes each word with a first capital, as tables write titles.
func capitals(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'a' && c <= 'z' && (i == 0 || b[i-1] == ' ') {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

// whole folds the name and looks it up.
func (p *preparer) whole() {
	var b strings.Builder
	for i, w := range p.raw {
		if i > 0 && !p.raw[i-1].joined {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	p.out.folded = b.String()
	p.out.bare = string(bare(nil, p.out.folded))
	switch p.out.Kind {
	case Place:
		p.lookup(lexicon.Places, p.out.folded)
	case Organization:
		p.lookup(lexicon.Orgs, p.out.folded)
	}
	if len(p.out.known) > 0 {
		return
	}
	short := ""
	for i, w := range p.raw {
		if i == 0 && p.particle(w.text) == function || w.behind {
			continue
		}
		if short != "" && !p.raw[i-1].joined {
			short += " "
		}
		short += w.text
	}
	if short != "" && short != p.out.folded {
		switch p.out.Kind {
		case Place:
			p.lookup(lexicon.Places, short)
		case Organization:
			p.lookup(lexicon.Orgs, short)
		}
	}
}

// bare appends the letters and digits of s without marks.
func bare(dst []byte, s string) []byte {
	if !norm.NFKD.IsNormalString(s) {
		s = norm.NFKD.String(s)
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

func (p *preparer) lookup(t lexicon.Table, form string) {
	for _, f := range [...]string{form, capitals(form), strings.ToUpper(form)} {
		p.rows = p.lex.FindAll(p.rows[:0], t, f)
		for _, r := range p.rows {
			p.know(r.Field(colKnownID))
		}
	}
}

func (p *preparer) know(id string) {
	for _, k := range p.out.known {
		if k == id {
			return
		}
	}
	p.out.known = append(p.out.known, id)
}

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
	case c == function && oneLetter(w.text) && (kind == Person && raw.upper && w.script == latin):
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
	if raw.upper && w.class == plain && len(w.text) > 1 && len(w.text) <= 8 && (p.mixedCase || len(p.raw) == 1) && kind != Person {
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
		}
		w.signature = signature(s)
		w.share = share(w, weightsOf(o.Kind))
		w.clash = max(w.share, uint16(weightsOf(o.Kind).clash))
		if w.class <= function && w.class != plain && w.class != initial || w.class == legal {
			w.clash = w.share
		}
		if w.behind {
			w.share = min(w.share, 20)
		}
		o.share += int32(w.share)
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
