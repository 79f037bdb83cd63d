package name

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/arena"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A linker makes entities of what was found: names of several words first, then what is short for one of them.
type linker struct {
	*finder
	entities []Entity
	base     int
	info     []entityInfo // of entities[base:]
	byKey    index        // whole names, table ids, acronyms
	byWord   index        // each word of a person's name: the last person who has it
	role     index        // titles: who held one last
	located  index        // what no table knows, where a mention of it tells that it is a place
	home     string       // the country of the place linked last
	places   []int32      // scratch
	some     []int32      // mentions: scratch
	owned    []int32      // those of l.some with a body or country beside their title

	forms arena.Slab[string] // Forms of entities are cut from it
	ids   identifiers

	made     int32  // the mention that an entity was made of last
	madeForm string // as it is written

	countries   map[string]lexicon.Row // by their ids
	countriesOf *lexicon.Lexicon
}

type entityInfo struct {
	form     text.Range // the fullest form
	words    uint8
	given    uint64 // hashes of the first and the last word of a person's name
	family   uint64
	next     int32 // another person with the same family name, or -1
	last     int32 // index of the last mention linked
	seen     int32 // how many mentions the walk has passed
	of       int32 // entity of the body or country beside the title, or -1
	titleKey uint64
	headKey  uint64 // of the title without its portfolio, or 0: the secretary, of the health secretary
	id       int32  // where its ID begins in identifiers.scratch
	same     int32  // how many entities have its ID but for the number behind it
}

// reset makes the linker ready for what f found, with the memory of the text before.
func (l *linker) reset(f *finder, entities []Entity) {
	n := len(f.found)/3 + 8
	l.finder, l.entities, l.base, l.info, l.home = f, entities, len(entities), l.info[:0], ""
	l.forms.Reset()
	l.made = -1
	l.byKey.reset(n)
	l.byWord.reset(n)
	l.role.reset(16)
	l.located.reset(16)
}

func (l *linker) at(e int32) *entityInfo { return &l.info[int(e)-l.base] }

// names links all names.
func (l *linker) names() {
	for _, n := range l.fulls() {
		l.linkFull(int(n))
	}
	for e := range l.info {
		l.info[e].last = -1
	}
	l.locate()
	weak := l.some[:0]
	found := l.found
	for n := range found {
		x := &found[n]
		switch {
		case x.entity >= 0:
			p := l.at(x.entity)
			p.last = int32(n)
			p.seen++
		case x.via != ByPronoun && x.via != ByTitle:
			if l.linkShort(n); x.weak && x.entity < 0 {
				weak = append(weak, int32(n))
			}
		}
	}
	l.claim(weak)
}

// locate notes the names of one word that something is in, wherever that is told: a country is named before anything is in it.
func (l *linker) locate() {
	for n := range l.found {
		if x := &l.found[n]; x.here && x.kind == Unknown && x.known == 0 && !x.weak && !l.stakeIn(int(x.First)-1) {
			l.located.put(x.key, 0)
		}
	}
}

// fulls returns the mentions that can name their entities by themselves: names of several words.
func (l *linker) fulls() []int32 {
	found := l.found
	list := slices.Grow(l.some[:0], len(found))[:len(found)]
	l.some = list
	m := 0
	for n := range found { // without a branch: half of them are
		x, weak := &found[n], 0
		if x.weak {
			weak = 1
		}
		list[m] = int32(n)
		m += int(uint(1-int(x.words))>>63) &^ weak // a pronoun and a title have no words that count
	}
	return list[:m]
}

// claim links what needed another mention to be a name to the entity that was named behind it.
func (l *linker) claim(weak []int32) {
	for _, n := range weak {
		x := &l.found[n]
		if e := l.byKey.get(x.key); e >= 0 && l.mayName(x, e) {
			l.mention(int(n), e)
		}
	}
}

func (l *linker) linkFull(n int) {
	x := &l.found[n]
	switch {
	case x.known != 0 && x.kind != Person:
		if l.standsForState(n) {
			l.linkState(n)
			return
		}
		l.linkRow(n)
	case x.kind == Person:
		if l.wordClass(int(x.First)) != wordSaint || !l.byPrefix(n) {
			l.linkPerson(n)
		}
	default:
		if l.bySuffix(n) || l.byPrefix(n) {
			return
		}
		e := l.byKey.get(x.key)
		if e < 0 {
			e = l.create(n)
			l.byKey.put(x.key, e)
			l.indexWords(n, e)
			l.indexBare(x, e)
		}
		l.mention(n, e)
	}
}

// linkRow links what a table knows by the table's id.
func (l *linker) linkRow(n int) {
	x := &l.found[n]
	row := l.tell(x)
	key, kind := x.key, row.kind
	if row.id != "" {
		key = row.key
	}
	e := l.byKey.get(key)
	display := row.display
	if e < 0 {
		e = l.create(n)
		y := &l.entities[e]
		y.Known, y.Kind = row.id, kind
		if kind == Place && row.country != row.id {
			y.In = row.country
		}
		l.byKey.put(key, e)
		l.alias(x.key, e)
		l.stands(n, e)
		if display == "" && x.via == ByDemonym {
			if row, ok := l.country(row.id); ok {
				display = row.Field(colPlaceForm)
			}
		}
	}
	if display != "" {
		l.entities[e].Name = display
	}
	l.mention(n, e)
	if kind == Organization && x.words > 1 {
		l.indexWords(n, e)
	}
	if x.table == lexicon.Products {
		l.indexBare(x, e)
	}
}

// linkPerson links a person's full name.
func (l *linker) linkPerson(n int) {
	x := &l.found[n]
	given, family := l.nameWords(x)
	for e := l.byWord.get(family); e >= 0; e = l.at(e).next {
		p := l.at(e)
		if p.family == family && l.sameGiven(x, p, given) && l.genderFits(x, e) {
			l.enlarge(n, e)
			l.mention(n, e)
			return
		}
	}
	e := l.create(n)
	p := l.at(e)
	p.given, p.family = given, family
	p.next = l.byWord.get(family)
	l.byWord.put(family, e)
	l.mention(n, e)
	l.byKey.put(x.key, e)
	for j := x.First; j < x.Last; j++ {
		k := &l.Tokens[j]
		if k.Class == text.Word && k.Hash != family && (l.wordClass(int(j)) == noClass || l.wordClass(int(j)) == wordSyllable) {
			// another word of the name, when no family has it
			if l.byWord.get(k.Hash) < 0 {
				l.byWord.put(k.Hash, e)
			}
		}
	}
}

// nameWords returns the hashes of a person's first and last word. A particle before the last one belongs to it.
func (l *linker) nameWords(x *found) (given, family uint64) {
	last := x.Last - 1
	for last > x.First && (l.Tokens[last].Class != text.Word || l.wordClass(int(last)) == wordGeneration) {
		last--
	}
	return l.Tokens[x.First].Hash, l.Tokens[last].Hash
}

// sameGiven reports whether two full names with one family name may be one person's.
func (l *linker) sameGiven(x *found, p *entityInfo, given uint64) bool {
	if p.given == given || p.words < 2 || x.words < 2 {
		return true
	}
	a, b := l.Word(int(x.First)), l.Word(int(p.form.First))
	if len(a) > len(b) {
		a, b = b, a
	}
	a = strings.TrimSuffix(a, ".")
	if x.words < p.words {
		for j := p.form.First; j < p.form.Last; j++ {
			if l.Tokens[j].Hash == given {
				return true // Wasserman Schultz, of Debbie Wasserman Schultz
			}
		}
	}
	return len(a) != 2 && strings.HasPrefix(b, a) // J. and John, Tim and Timothy
}

func (l *linker) genderFits(x *found, e int32) bool {
	g := l.entities[e].Gender
	return g == AnyGender || x.gender == AnyGender || g == x.gender
}

// linkShort links a name of one word, or one that needs another mention to be a name.
func (l *linker) linkShort(n int) {
	x := &l.found[n]
	if e := l.byKey.get(x.key); e >= 0 && l.mayName(x, e) {
		l.mention(n, e)
		return
	}
	if x.via == ByAcronym && x.known == 0 && x.words == 1 && x.Len() == 1 {
		if e := l.personOf(x); e >= 0 {
			x.via = ByName // OKELLO: in a transcript
			l.mention(n, e)
			return
		}
	}
	if x.words == 1 && (x.kind == Person || x.kind == Unknown || x.kind == Place && !x.here && x.via == ByName && l.mayBePerson(x)) {
		if e := l.personOf(x); e >= 0 {
			l.mention(n, e)
			return
		}
	}
	if x.known != 0 && x.kind != Person {
		if l.standsForState(n) {
			l.linkState(n)
			return
		}
		l.linkRow(n)
		return
	}
	if l.byPrefix(n) || l.byBare(n) {
		return
	}
	if x.kind != Person && !(x.weak && x.words == 1 && x.initial && !l.clubWord(int(x.First))) && l.bySuffix(n) {
		return
	}
	if x.weak {
		return
	}
	if x.kind == Unknown {
		x.kind = l.guess(n)
		if x.kind == Unknown {
			return
		}
	}
	e := l.create(n)
	l.byKey.put(x.key, e)
	if x.kind == Person {
		if l.Has(int(x.First), lexicon.Given) && l.entities[e].Gender == AnyGender && !l.Has(int(x.First), lexicon.Surnames) {
			l.entities[e].Gender = l.word(int(x.First)).given
		}
		p := l.at(e)
		_, p.family = l.nameWords(x)
		p.next = l.byWord.get(p.family)
		l.byWord.put(p.family, e)
	}
	l.mention(n, e)
}

// mayName reports whether a mention written like entity e may name it, by its kind.
func (l *linker) mayName(x *found, e int32) bool {
	kind := l.entities[e].Kind
	if x.kind == Person {
		return kind == Person
	}
	return x.kind == Unknown || x.weak || kind == x.kind || x.via == ByAcronym
}

// mayBePerson reports whether a place's name may be a person's, as that of a city may and a country's may not.
func (l *linker) mayBePerson(x *found) bool {
	return x.table == lexicon.Places && x.words == 1 && l.words.known[x.known].place == aCity
}

// personOf returns the person whose name has the word x: the family name first, the last one mentioned of several.
func (l *linker) personOf(x *found) int32 {
	_, word := l.nameWords(x)
	best, other := int32(-1), int32(-1)
	for e := l.byWord.get(word); e >= 0; e = l.at(e).next {
		p := l.at(e)
		if !l.genderFits(x, e) || l.entities[e].Kind != Person {
			continue
		}
		if p.family != word {
			other = e
			break
		}
		if best < 0 || l.nearer(x, e, best) {
			best = e
		}
	}
	if best >= 0 {
		return best
	}
	return other
}

const nearSentences = 1

// nearer reports whether x is rather entity a than b, of one family name: who was named in this sentence or the one before,
// else who was named more often.
func (l *linker) nearer(x *found, a, b int32) bool {
	pa, pb := l.at(a), l.at(b)
	da, db := l.distance(x, pa), l.distance(x, pb)
	if (da <= nearSentences) != (db <= nearSentences) {
		return da <= nearSentences
	}
	if da <= nearSentences && da != db {
		return da < db
	}
	if pa.seen != pb.seen {
		return pa.seen > pb.seen
	}
	return a < b
}

// distance returns how many sentences ago p was named.
func (l *linker) distance(x *found, p *entityInfo) int32 {
	if p.last < 0 {
		return 1 << 30
	}
	return x.sentence - l.found[p.last].sentence
}

// bySuffix links "the Revolutionary Guard Corps" to the "Islamic Revolutionary Guard Corps", by the last words.
func (l *linker) bySuffix(n int) bool {
	x := &l.found[n]
	if x.kind != Organization && x.kind != Unknown {
		return false
	}
	e := l.byKey.get(l.suffixKey(x))
	if e < 0 || l.entities[e].Kind != Organization || l.at(e).form.Len() <= x.Len() {
		return false
	}
	l.mention(n, e)
	return true
}

func (l *linker) suffixKey(x *found) uint64 { return x.key ^ 0x5fffffff }

// indexWords registers the acronym of a body's name and the ends of the name.
func (l *linker) indexWords(n int, e int32) {
	x := &l.found[n]
	if x.kind != Organization {
		return
	}
	var all, big text.Hasher
	letters := 0
	for j := x.First; j < x.Last; j++ {
		k := &l.Tokens[j]
		if k.Class != text.Word {
			continue
		}
		c := l.Body[k.Start] | 0x20
		all.Add(c)
		if k.Is(text.Capital) {
			big.Add(c)
			letters++
		}
	}
	if letters > 1 {
		l.alias(all.Sum(), e)
		l.alias(big.Sum(), e)
	}
	for j := x.First + 1; j < x.Last; j++ {
		if !l.Has(int(j), lexicon.OrgTypes) && j+1 == x.Last || !l.Capital(int(j)) {
			continue
		}
		key := uint64(0)
		for i := j; i < x.Last; i++ {
			if k := &l.Tokens[i]; k.Class != text.Hyphen && k.Class != text.Stop && k.Class != text.Comma {
				key = key*golden ^ k.Hash
			}
		}
		l.alias(key^0x5fffffff, e)
	}
	l.indexStarts(x, e)
	if i := int(x.Last); i+2 < len(l.Tokens) && l.Tokens[i].Class == text.Bracket && l.Tokens[i+2].Class == text.Bracket && l.Capital(i+1) {
		l.byKey.put(l.Tokens[i+1].Hash, e)
	}
}

func (l *linker) alias(key uint64, e int32) { l.byKey.add(key, e) }

// create makes an entity of mention n.
func (l *linker) create(n int) int32 {
	x := &l.found[n]
	e := int32(len(l.entities))
	l.made, l.madeForm = int32(n), l.Flat(x.Range)
	l.entities = append(l.entities, Entity{Name: l.madeForm, Kind: x.kind, Gender: x.gender})
	l.info = append(l.info, entityInfo{form: x.Range, words: x.words, next: -1, last: int32(n), of: -1})
	return e
}

// enlarge makes mention n the canonical form of e when it is the fuller one.
func (l *linker) enlarge(n int, e int32) {
	x, p := &l.found[n], l.at(e)
	if x.words <= p.words {
		return
	}
	p.form, p.words = x.Range, x.words
	p.given, p.family = l.nameWords(x)
	l.entities[e].Name = l.Flat(x.Range)
}

// mention links mention n to entity e, which learns from it.
func (l *linker) mention(n int, e int32) {
	x, p := &l.found[n], l.at(e)
	x.entity = e
	p.last = int32(n)
	p.seen++
	if x.via == ByName || x.via == ByAcronym {
		l.addForm(n, e)
	}
	if x.words == p.words && l.entities[e].Kind == Place && l.entities[e].Known == "" && l.Tokens[p.form.First].Is(text.AllCaps) && !l.Tokens[x.First].Is(text.AllCaps) {
		p.form, l.entities[e].Name = x.Range, l.Flat(x.Range) // Ormeth, not ORMETH of the dateline
	}
	if x.gender != AnyGender {
		if y := &l.entities[e]; y.Gender == AnyGender {
			y.Gender = x.gender
		}
	}
	if x.titleKey != 0 && x.via != ByTitle && p.titleKey == 0 {
		p.titleKey = x.titleKey
	}
	if x.title.Len() > 0 {
		l.addTitle(x, e)
	}
}

// addTitle notes the title of x for entity e, which has none yet.
func (l *linker) addTitle(x *found, e int32) {
	p, y := l.at(e), &l.entities[e]
	if p.headKey == 0 {
		p.headKey = l.headKey(x.title)
	}
	if y.Title != "" || y.Kind != Person {
		return
	}
	first := x.title.First
	if x.of >= 0 && l.found[x.of].First < first {
		first = l.found[x.of].First
	}
	y.Title = l.Flat(text.Range{First: first, Last: x.title.Last})
}

const maxForms = 16

// addForm gives entity e the form in which mention n is written, if it is new.
func (l *linker) addForm(n int, e int32) {
	y, s := &l.entities[e], l.madeForm
	if int32(n) != l.made {
		s = l.Flat(l.found[n].Range)
		if slices.Contains(y.Forms, s) {
			return
		}
	}
	if len(y.Forms) < maxForms {
		l.newForm(y, s)
	}
}

// newForm adds a form that is new.
func (l *linker) newForm(y *Entity, s string) {
	forms := l.forms.Append(y.Forms, s)
	if n := len(forms) - 1; n > 0 && s == y.Name {
		forms[0], forms[n] = s, forms[0]
	}
	y.Forms = forms
}
