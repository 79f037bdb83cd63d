package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// An entry is what the tables tell of a word as it is written, wherever it stands: read once, then asked by every rule.
type entry struct {
	title  int32 // of vocabulary.titles, or 0
	known  int32 // of vocabulary.known: what the first table of names has, see namesInOrder
	seat   int32 // its row of metonyms.tsv
	thing  int32 // its first row of products.tsv
	places int32 // where its places begin in vocabulary.places
	count  int32 // and how many there are
	flags  wordFlags
	class  wordClass
	use    productUse // of thing
	kind   Kind       // of thing
	noun   productUse // useClass or useNoun where products.tsv has it as a noun for a kind
	nKind  Kind       // and that kind
	gender Gender     // of a pronoun
	given  Gender     // of a given name
}

// A known is a row of a table of names, or of products.tsv.
type known struct {
	id      string // of the entity, or ""
	display string // how its table writes it, or ""
	country string // where a place lies; whose government a metonym is
	key     uint64 // of id and kind
	rank    int    // places of one name are ordered by it
	table   lexicon.Table
	kind    Kind
	place   placeKind
	seat    bool // a capital for its government
}

// wordFlags tell what rules ask of a word's rows.
type wordFlags uint32

const (
	isPlain     wordFlags = 1 << iota // a common word: an adjective, an adverb or frequent
	isNoun                            // words.tsv has it as a noun first
	isVerb                            // as a verb first
	isAdjective                       // as an adjective first
	onlyNoun                          // as a noun and nothing else
	namesPeople                       // its first sense as a noun is a person
	isGoverned                        // its first sense is something that governments have
	isAuxiliary                       // an auxiliary or modal verb
	isSaying                          // cues.tsv: say or tell
	isNumbered                        // a number behind it belongs to its name
	isCity                            // its first place is a city
	isNever                           // written with capitals, but no name
	readsFirst                        // it may begin a name
	skipsAlone                        // if a name follows; with readsFirst, if a stop or hyphen does
	contends                          // a verb of contests first: won, beat
	leadsName                         // it may be the first word of a name for a kind of thing: Lake Zorn, though it may end one as well
)

// Columns of words.tsv, given.tsv, namewords.tsv and of the tables that tell who acts.
const (
	colPOS  = 1
	colFreq = 2
	colNoun = 3
	colVerb = 4

	colGivenGender = 0

	colWordClass  = 0
	colWordGender = 1

	colFunctionClass = 0
	colCueClass      = 1
)

// plainFreq is the frequency in words.tsv from which on a noun or verb is read as itself and not as a rare word that
// happens to be spelled like a name.
const plainFreq = '2'

// wordClass is a class of namewords.tsv or joinwords.tsv.
type wordClass uint8

const (
	noClass wordClass = iota
	wordOf
	wordAnd
	wordLink
	wordArticle
	wordParticle
	wordGeneration
	wordPronoun
	wordPossessor
	wordNever
	wordHere
	wordToward
	wordWho
	wordSyllable
	wordSaint
	wordStake
)

var wordClasses = [...]string{"", "of", "and", "link", "article", "particle", "generation", "pronoun", "possessor", "never", "here", "toward", "who", "syllable", "saint", "stake"}

// productUse is how products.tsv uses a word in a name.
type productUse uint8

const (
	noUse productUse = iota
	useHead
	useLead
	useEither
	useClass
	useNoun
	useName
	useSeries
)

var productUses = [...]string{"", "head", "lead", "either", "class", "noun", "name", "series"}

// Columns of products.tsv.
const (
	colProductKind = 0
	colProductUse  = 1
)

// indexOf returns where s stands in names, or 0: cells of tables become numbers.
func indexOf(names []string, s string) int {
	for i, n := range names {
		if n == s {
			return i
		}
	}
	return 0
}

func kindOf(s string) Kind { return Kind(indexOf(kindNames[:], s)) }

func useOf(row lexicon.Row) productUse {
	return productUse(indexOf(productUses[:], row.Field(colProductUse)))
}

// maxEntries is how many words are remembered from one text to the next.
const maxEntries = 1 << 14

// A vocabulary remembers words and rows of a lexicon from one text to the next. What stands first in each list is no
// word, no title, no row.
type vocabulary struct {
	lex    *lexicon.Lexicon
	words  []entry
	wordAt wordIndex // by spelling

	titles  []title
	titleAt index // by row
	known   []known
	knownAt index   // by row
	places  []int32 // of known: the places of a word stand together

	small [1 << smallWordBits]smallWord
	runs  runMemo
}

// reset makes the vocabulary ready for a text that is tagged with l.
func (v *vocabulary) reset(l *lexicon.Lexicon) {
	if v.lex == l && len(v.words) < maxEntries {
		return
	}
	v.lex = l
	v.words, v.titles, v.known = append(v.words[:0], entry{}, entry{flags: readsFirst}), append(v.titles[:0], title{}), append(v.known[:0], known{})
	v.places = v.places[:0]
	v.wordAt.reset()
	clear(v.small[:])
	clear(v.runs[:])
	v.titleAt.reset(maxEntries / 16)
	v.knownAt.reset(maxEntries / 16)
}

// unknownWord is the entry of all words that no table has, but for single letters.
const unknownWord = 1

// word returns what the tables tell of token i.
func (f *finder) word(i int) *entry {
	if n := f.wordAt[i]; n != 0 {
		return &f.words.words[n]
	}
	return f.lookUp(i)
}

// lookUp is word for a token that was not asked for before.
func (f *finder) lookUp(i int) *entry {
	v := f.words
	k := &f.Tokens[i]
	n := int32(unknownWord)
	if f.Mask(i) != 0 || k.End-k.Start == 1 {
		key, ok := lexicon.SpellingKey(k)
		if !ok {
			key = text.HashString(f.Word(i))<<1 | 1
		}
		if n = v.wordAt.get(key); n == 0 {
			n = f.learn(i, key)
		}
	}
	f.wordAt[i] = n
	return &v.words[n]
}

// learn reads the rows of token i, whose key no word has that was read before.
func (f *finder) learn(i int, key uint64) int32 {
	v := f.words
	w := f.readWord(i)
	n := int32(len(v.words))
	v.words = append(v.words, w)
	v.wordAt.put(key, n)
	return n
}

// A smallWord is what namewords.tsv tells of a word in small letters. There are few of them, and they are a third of what
// the walk stops at.
type smallWord struct {
	hash   uint64
	class  wordClass
	gender Gender
}

const smallWordBits = 7

// otherwise are the flags of words that are no plain word in small letters.
const otherwise = text.Capital | text.AllCaps | text.MixedCaps | text.Dotted | text.NonASCII | text.HasDigit

// smallWord returns what the tables tell of token i, a small word.
func (f *finder) smallWord(i int) smallWord {
	k := &f.Tokens[i]
	if k.Flags&otherwise != 0 {
		w := f.word(i)
		return smallWord{class: w.class, gender: w.gender}
	}
	s := &f.words.small[k.Hash>>(64-smallWordBits)]
	if s.hash != k.Hash {
		w := f.word(i)
		*s = smallWord{k.Hash, w.class, w.gender}
	}
	return *s
}

// readWord reads the rows of token i.
func (f *finder) readWord(i int) (w entry) {
	m := f.Mask(i)
	if m&nameTables != 0 {
		f.readNames(&w, i)
	}
	if m.Has(lexicon.Products) {
		f.readProducts(&w, i)
	}
	if row, ok := f.Row(i, lexicon.NameWords); ok {
		w.class = wordClass(indexOf(wordClasses[:], row.Field(colWordClass)))
		w.gender = genderOf(row.Field(colWordGender))
	}
	if row, ok := f.Row(i, lexicon.JoinWords); ok && w.class == noClass {
		w.class = wordClass(indexOf(wordClasses[:], row.Field(colWordClass)))
	}
	if row, ok := f.Row(i, lexicon.Given); ok {
		w.given = genderOf(row.Field(colGivenGender))
	}
	if row, ok := f.Row(i, lexicon.Titles); ok {
		w.title = f.words.title(row)
	}
	if row, ok := f.Row(i, lexicon.Words); ok {
		w.flags |= wordsFlags(row)
	}
	if row, ok := f.Row(i, lexicon.Function); ok {
		if c := row.Field(colFunctionClass); c == "auxiliary" || c == "modal" {
			w.flags |= isAuxiliary
		}
	}
	if row, ok := f.Row(i, lexicon.Cues); ok {
		if c := row.Field(colCueClass); c == "say" || c == "tell" {
			w.flags |= isSaying
		}
	}
	w.flags |= beginning(m, w.class, &f.Tokens[i])
	return w
}

// beginning returns the flags that tell when a word with a capital begins a name.
func beginning(m lexicon.Mask, class wordClass, k *text.Token) wordFlags {
	switch {
	case class == wordNever, m.Has(lexicon.TimeZones) && k.Is(text.AllCaps):
		return isNever
	case m&nameTables != 0:
		return readsFirst
	case m.Has(lexicon.Function), class == wordOf, class == wordArticle, class == wordLink, class == wordPossessor:
		if m.Has(lexicon.Given) && !k.Is(text.AllCaps) {
			return skipsAlone
		}
	case m.Has(lexicon.Months):
		if m.Has(lexicon.Given) {
			return skipsAlone
		}
	case k.End-k.Start == 1:
		return readsFirst | skipsAlone
	default:
		return readsFirst
	}
	return 0
}

// wordsFlags returns what a row of words.tsv tells.
func wordsFlags(row lexicon.Row) (flags wordFlags) {
	pos, freq := row.Field(colPOS), row.Field(colFreq)
	if pos != "" {
		switch pos[0] {
		case 'n':
			flags |= isNoun
		case 'v':
			flags |= isVerb
		case 'a':
			flags |= isAdjective | isPlain
		case 'r':
			flags |= isPlain
		}
	}
	if freq != "" && freq[0] >= plainFreq {
		flags |= isPlain
	}
	if pos == "n" {
		flags |= onlyNoun
	}
	if row.Field(colVerb) == "competition" {
		flags |= contends
	}
	switch row.Field(colNoun) {
	case "person":
		flags |= namesPeople
	case "act", "communication", "cognition", "attribute", "state", "relation", "feeling", "motive", "event":
		flags |= isGoverned
	}
	return flags
}

// readProducts fills w from the rows of products.tsv.
func (f *finder) readProducts(w *entry, i int) {
	var buf [8]lexicon.Row
	for n, row := range f.Rows(buf[:0], i, lexicon.Products) {
		use, kind := useOf(row), kindOf(row.Field(colProductKind))
		if n == 0 {
			w.thing, w.use, w.kind = f.words.row(row), use, kind
		}
		if use == useSeries || use == useLead && kind != Event {
			w.flags |= isNumbered
		}
		if use == useLead {
			w.flags |= leadsName
		}
		if (use == useClass || use == useNoun) && w.noun == noUse {
			w.noun, w.nKind = use, kind
		}
	}
}

// namesInOrder are the tables of names: of two that have a form, the earlier counts.
var namesInOrder = [...]lexicon.Table{lexicon.Orgs, lexicon.Metonyms, lexicon.Places, lexicon.Demonyms}

// readNames fills w from the tables of names. A capital stands for its government only where it acts.
func (f *finder) readNames(w *entry, i int) {
	v := f.words
	var buf [8]lexicon.Row
	for _, t := range namesInOrder {
		rows := f.Rows(buf[:0], i, t)
		if len(rows) == 0 {
			continue
		}
		n := v.row(rows[0])
		switch t {
		case lexicon.Metonyms:
			w.seat = n
		case lexicon.Places:
			if v.known[n].place == aCity {
				w.flags |= isCity
			}
			w.places, w.count = int32(len(v.places)), int32(len(rows))
			for _, r := range rows {
				v.places = append(v.places, v.row(r))
			}
		case lexicon.Demonyms:
			if f.amongPlaces(w, n) && !f.Tokens[i].Is(text.AllCaps) && !f.Tokens[i].Is(text.Dotted) { // Israeli, which tables of places have as a name of Israel; not US
				w.known, w.places, w.count = n, 0, 0
			}
		}
		if w.known == 0 && !(v.known[n].seat && f.Has(i, lexicon.Places)) {
			w.known = n
		}
	}
}

// amongPlaces reports whether one of the places that w may name has the id of row n.
func (f *finder) amongPlaces(w *entry, n int32) bool {
	for _, p := range f.words.places[w.places : w.places+w.count] {
		if f.words.known[p].id == f.words.known[n].id {
			return true
		}
	}
	return false
}
