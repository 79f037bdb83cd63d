package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// An entityKey is the same for one person, place or body in all documents of a comparison.
type entityKey = string

// entityKeys gives each entity of each document its key: the id of a table where one knows it, else the
// folded name. Persons are grouped by surname, as long as their given names can be one.
func (s *sources) entityKeys() {
	s.keys = make([][]entityKey, len(s.docs))
	s.byName = make([]map[string]entityKey, len(s.docs))
	people := s.people()
	surnames := surnames(people)
	things := s.things()
	s.inside, s.lands = map[entityKey]entityKey{}, map[entityKey]bool{}
	for i, d := range s.docs {
		s.keys[i] = make([]entityKey, len(d.Entities))
		s.byName[i] = make(map[string]entityKey, len(d.Entities))
		for j := range d.Entities {
			e := &d.Entities[j]
			k := keyOf(e, people, surnames, things)
			s.keys[i][j] = k
			if e.In != "" {
				s.inside[k] = e.In
			}
			if e.Kind == name.Place && len(e.Known) == countryCode {
				s.lands[k] = true
			}
			if _, ok := s.byName[i][e.Name]; !ok {
				s.byName[i][e.Name] = k
			}
		}
	}
	s.tell()
}

// countryCode is how many letters the id of a country has: ISO 3166.
const countryCode = 2

func keyOf(e *name.Entity, people, surnames, things map[string]entityKey) entityKey {
	low := strings.ToLower(e.Name)
	switch {
	case e.Kind == name.Person:
		k := people[low]
		if t := things[low]; t != "" && k == personKey+low && e.Title == "" && e.Gender == name.AnyGender {
			return t // a word that might be a surname is a place in another report
		}
		return k
	case e.Known != "":
		return e.Known
	case e.Kind != name.Unknown:
	case surnames[low] != "":
		return surnames[low]
	case things[low] != "":
		return things[low]
	}
	return low
}

// things maps names of one word to the place or body that reports have under it, where there is but one.
func (s *sources) things() map[string]entityKey {
	out := map[string]entityKey{}
	for _, d := range s.docs {
		for i := range d.Entities {
			e := &d.Entities[i]
			if e.Kind != name.Place && e.Kind != name.Organization || strings.IndexByte(e.Name, ' ') >= 0 {
				continue
			}
			low := strings.ToLower(e.Name)
			k := cmp.Or(e.Known, low)
			if was, ok := out[low]; ok && was != k {
				k = ""
			}
			out[low] = k
		}
	}
	return out
}

// surnames maps the surname of each person to the key, where one person alone has it: a report that gives no
// given name does not say that it means a person.
func surnames(people map[string]entityKey) map[string]entityKey {
	out := make(map[string]entityKey, len(people))
	for full, k := range people {
		sur := lastWord(full)
		if was, ok := out[sur]; ok && was != k {
			k = ""
		}
		out[sur] = k
	}
	return out
}

// personKey begins the keys of persons.
const personKey = "person:"

// A person is one written full name, with the documents' count of it.
type person struct {
	full, given, sur string
	gender           name.Gender
	key              entityKey
	n                int
}

// maxPeople bounds how many names of one initial are matched with each other.
const maxPeople = 64

// people gives each person's name a key. The names met most often come first and found the groups; a
// surname alone belongs to the greatest group that has it.
func (s *sources) people() map[string]entityKey {
	count := map[string]int{}
	written := map[string]string{}
	gender := map[string]name.Gender{}
	for _, d := range s.docs {
		for i := range d.Entities {
			if e := &d.Entities[i]; e.Kind == name.Person {
				low := strings.ToLower(e.Name)
				count[low]++
				written[low] = e.Name
				gender[low] = max(gender[low], e.Gender)
			}
		}
	}
	all := make([]person, 0, len(count))
	for low, n := range count {
		plain := name.WithoutMarks(low)
		all = append(all, person{full: written[low], given: givenOf(plain), sur: lastWord(plain), gender: gender[low], n: n})
	}
	slices.SortFunc(all, func(a, b person) int {
		if (a.given == "") != (b.given == "") {
			return strings.Compare(b.given, a.given) // surnames alone last
		}
		if a.n != b.n {
			return b.n - a.n
		}
		return strings.Compare(a.full, b.full)
	})
	keys := make(map[string]entityKey, len(all))
	groups := map[string][]*person{} // by the first letter of the surname
	used := map[entityKey]bool{}
	for i := range all {
		p := &all[i]
		initial := firstLetter(p.sur)
		for _, g := range groups[initial][:min(len(groups[initial]), maxPeople)] {
			if s.samePerson(p, g) {
				p.key = g.key
				break
			}
		}
		if p.key == "" {
			p.key = personKey + p.sur
			if p.given != "" {
				p.key += "," + p.given
			}
			if used[p.key] {
				p.key += "," + strings.ToLower(p.full) // told to be another, though only marks tell them apart
			}
			used[p.key] = true
			groups[initial] = append(groups[initial], p)
		}
		keys[strings.ToLower(p.full)] = p.key
	}
	return keys
}

func (s *sources) samePerson(p, g *person) bool {
	if s.told.parts(strings.ToLower(p.full), strings.ToLower(g.full)) {
		return false
	}
	if p.sur == g.sur {
		if p.given == "" || g.given == "" || p.given == g.given || partOf(p.full, g.full) || partOf(g.full, p.full) {
			return true
		}
		return alikeGiven(p.given, g.given) && !apartByGender(p.gender, g.gender) && (name.Edits(p.given, g.given) <= 1 || initials(p.given, g.given) || s.oneName(p, g))
	}
	return p.given != "" && g.given != "" && name.Edits(p.sur, g.sur) <= 2 && s.oneName(p, g)
}

// oneName reports whether two full names can be one in other letters.
func (s *sources) oneName(p, g *person) bool {
	return len(s.docs) > 0 && s.docs[0].Text != nil && name.Same(s.docs[0].Text.Lex, p.full, g.full, name.Person).Same
}

// apartByGender tells Peter from Petra, whose names differ by little.
func apartByGender(a, b name.Gender) bool {
	return a == name.Male && b == name.Female || a == name.Female && b == name.Male
}

func firstLetter(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// lastWord returns the last word of a name in lower case: of a person, mostly the surname.
func lastWord(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	return s[strings.LastIndexByte(s, ' ')+1:]
}

func givenOf(full string) string {
	if i := strings.IndexByte(full, ' '); i >= 0 {
		return full[:i]
	}
	return ""
}

// alikeGiven lets spellings and initials of a given name pass: Antony and Anthony, J. and John, Karolos and Carolos.
func alikeGiven(a, b string) bool {
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	if a == "" || b == "" || a[0] != b[0] {
		return a == b || min(len(a), len(b)) >= longGiven && name.Edits(a, b) <= 1
	}
	return len(a) == 1 || len(b) == 1 || name.Edits(a, b) <= 2
}

// longGiven is how long a given name must be for its first letter to be one of several spellings.
const longGiven = 6

// initials reports whether one of two given names is an initial.
func initials(a, b string) bool {
	return min(len(strings.TrimSuffix(a, ".")), len(strings.TrimSuffix(b, "."))) == 1
}

// entity returns the key of a slot's entity in document d: that of the entity with this name, else the
// folded word itself.
func (s *sources) entity(d int, n string) entityKey {
	if n == "" {
		return ""
	}
	if k, ok := s.byName[d][n]; ok {
		return k
	}
	low := strings.ToLower(n)
	if k, ok := s.one[low]; ok {
		return k
	}
	return low
}

// linked returns the key of what mention m of document d names, and whether it stands by itself and is known.
func (s *sources) linked(d int, m *name.Mention) (k entityKey, ok bool) {
	e := m.Value.Entity
	if m.Value.Nested || e < 0 || int(e) >= len(s.keys[d]) {
		return "", false
	}
	return s.keys[d][e], true
}

// personAt is linked for the names of persons.
func (s *sources) personAt(d int, m *name.Mention) (k entityKey, ok bool) {
	k, ok = s.linked(d, m)
	return k, ok && m.Value.Via == name.ByName && s.docs[d].Entities[m.Value.Entity].Kind == name.Person
}

// speaker returns the key of who speaks in attribution voice of document d, or "" when it is nobody known.
func (s *sources) speaker(d, voice int) entityKey {
	doc := s.docs[d]
	if voice < 0 || voice >= len(doc.Attributions) {
		return ""
	}
	sp := &doc.Attributions[voice].Speaker
	if group := s.group(d, sp.Range); group != "" {
		return group
	}
	if post := s.postOf(d, sp.Range); post != "" {
		return post
	}
	if sp.Entity >= 0 && int(sp.Entity) < len(s.keys[d]) {
		return s.keys[d][sp.Entity]
	}
	if who := s.holderOf(d, sp); who != "" {
		return who
	}
	return strings.ToLower(sp.Name)
}

// holderOf returns the key of the person whom a speaker that is told by an office alone, the coach, can only be: nobody else is named with that office in
// any source. Or "".
func (s *sources) holderOf(d int, sp *attribution.Speaker) entityKey {
	if sp.Unnamed {
		return ""
	}
	office := statement.OfficeAlone(s.docs[d].Text, sp.Range)
	if office == "" {
		return ""
	}
	if s.officers == nil {
		s.officers = s.officersOf()
	}
	return s.officers[office]
}

// officersOf returns who alone is named with an office, and "" where several are.
func (s *sources) officersOf() map[string]entityKey {
	out := map[string]entityKey{}
	for d, doc := range s.docs {
		for i := range doc.Entities {
			e := &doc.Entities[i]
			if e.Kind != name.Person || e.Title == "" {
				continue
			}
			office, key := statement.OfficeOf(doc.Text.Lex, e.Title), s.keys[d][i]
			if was, ok := out[office]; ok && was != key {
				key = ""
			}
			out[office] = key
		}
	}
	return out
}

// group returns the key of several that speak as one, "France, Germany and Britain", in whatever order, or "".
func (s *sources) group(d int, r text.Range) entityKey {
	doc := s.docs[d]
	i, _ := slices.BinarySearchFunc(doc.Names, r.First, func(m name.Mention, first int32) int { return int(m.First) - int(first) })
	for i > 0 && i < len(doc.Names) && doc.Names[i].First-doc.Names[i-1].Last <= 3 && doc.Names[i-1].Last <= doc.Names[i].First &&
		doc.Text.Tokens[doc.Names[i].First-1].Class <= text.Comma && s.listed(d, i) {
		i--
	}
	if i < len(doc.Names) && doc.Names[i].First < r.First && !s.conjoined(d, i, r.Last) {
		for i < len(doc.Names) && doc.Names[i].First < r.First {
			i++ // moves to Odell, Ada Quill said
		}
	}
	var keys []string
	kind, prev := name.Unknown, -1 // prev: the token behind the name before
	for ; i < len(doc.Names) && doc.Names[i].First < r.Last; i++ {
		m := &doc.Names[i]
		if m.Value.Nested || s.possessive(d, m) || m.Value.Via == name.ByDemonym || m.Value.Via == name.ByTitle || m.Value.Via == name.ByNominal {
			continue
		}
		if prev >= 0 && !s.enumerated(d, prev) {
			return "" // "Northgate coach Paolo Ferri" is one
		}
		prev = int(m.Last)
		k := doc.Entities[m.Value.Entity].Kind
		if k != name.Place && k != name.Person || kind != name.Unknown && k != kind {
			return ""
		}
		kind = k
		keys = append(keys, s.keys[d][m.Value.Entity])
	}
	slices.Sort(keys)
	if keys = slices.Compact(keys); len(keys) < 2 {
		return ""
	}
	return strings.Join(keys, "+")
}

// enumerated reports whether a list goes on at token i: a comma, or an "and".
func (s *sources) enumerated(d, i int) bool {
	g := s.docs[d].Text
	return i < len(g.Tokens) && (g.Tokens[i].Class == text.Comma || g.Has(i, lexicon.Function))
}

// conjoined reports whether a word, an "and", stands between two of the names from the i-th on that begin before token last.
func (s *sources) conjoined(d, i int, last int32) bool {
	doc := s.docs[d]
	for i++; i < len(doc.Names) && doc.Names[i].First < last; i++ {
		for t := doc.Names[i-1].Last; t < doc.Names[i].First; t++ {
			if doc.Text.Has(int(t), lexicon.Function) {
				return true
			}
		}
	}
	return false
}

// possessive reports whether a mention says whose another is: "Halden's chief executive, Maria Lindqvist" is one speaker.
func (s *sources) possessive(d int, m *name.Mention) bool {
	toks := s.docs[d].Text.Tokens
	return int(m.Last) < len(toks) && toks[m.Last].Class == text.Clitic || toks[m.Last-1].Class == text.Clitic
}

// listed reports whether names i-1 and i of document d stand in one list: "the United Kingdom, France".
func (s *sources) listed(d, i int) bool {
	doc := s.docs[d]
	a, b := &doc.Names[i-1], &doc.Names[i]
	if a.Value.Via != name.ByName || b.Value.Via != name.ByName || doc.Entities[a.Value.Entity].Kind != doc.Entities[b.Value.Entity].Kind ||
		doc.Text.Tokens[a.Last].Is(text.BlankBefore) {
		return false
	}
	for i := a.Last; i < b.First; i++ {
		if !s.enumerated(d, int(i)) {
			return false // ships to Danvia, a charge Lestria denied
		}
	}
	return true
}

// farApart reports whether two places are known and neither is the other or the country that it lies in.
func (s *sources) farApart(a, b entityKey) bool {
	return a != "" && b != "" && !s.oneRegion(a, b)
}

// oneRegion reports whether two places are one, or one lies in the other.
func (s *sources) oneRegion(a, b entityKey) bool {
	return a == b || s.inside[a] == b || s.inside[b] == a
}

// otherCountries reports whether two places lie in countries that are known and not one.
func (s *sources) otherCountries(a, b entityKey) bool {
	x, y := s.countryOf(a), s.countryOf(b)
	return x != "" && y != "" && x != y
}

// otherTowns reports whether two places are known, and neither is the other or lies in it.
func (s *sources) otherTowns(a, b entityKey) bool {
	return a != b && s.inside[a] != "" && s.inside[b] != "" && !s.oneRegion(a, b)
}

// countryOf returns the country that a place is or lies in, where a source names that country, or "": a town that a table has
// elsewhere in the world may be meant otherwise.
func (s *sources) countryOf(k entityKey) entityKey {
	if in := s.inside[k]; s.lands[in] {
		return in
	}
	if s.lands[k] {
		return k
	}
	return ""
}
