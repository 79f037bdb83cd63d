package compare

import (
	"slices"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A deed is what a claim tells that somebody did, or what came of him: a verb, or a word that settles a matter, with those that
// it is told of.
type deed struct {
	prop, key int
	denied    bool
	answered  bool // its denial is told with the verb of a denial: disputes pair it with what is said in its words
	of        []bearer
}

// A bearer is one that a deed may be told of: a name, or what stands for one.
type bearer struct {
	hash uint64
	kind name.Kind
	who  string    // a person's name in full, or ""
	key  entityKey // a person's
	role bool      // an office, or the noun that a report calls him by
}

// maxBearers is how many a deed may be told of.
const maxBearers = 8

// A deedSet is the deeds of all documents, in order.
type deedSet struct {
	deeds []deed
	byDoc [][]int // of each document
}

// deeds returns what the claims tell of somebody: of verbs, those that some claim denies.
func (s *sources) deeds(all []proposition) *deedSet {
	set := &deedSet{byDoc: make([][]int, len(s.docs))}
	denied := map[uint64]bool{}
	for i := range all {
		if !all[i].tellsDeeds() {
			continue
		}
		keys := all[i].claim.Keys
		for x := range keys {
			if k := &keys[x]; k.Verb && !k.Name {
				denied[k.Hash] = denied[k.Hash] || k.Denial == statement.Denied || all[i].stance == attribution.Denies
			}
		}
	}
	for i := range all {
		p := &all[i]
		if !p.tellsDeeds() {
			continue
		}
		for x := range p.claim.Keys {
			k := &p.claim.Keys[x]
			once := settles(k) != statement.Opposite
			if k.Name || k.Denial == statement.Unclear || ofNothing(p, x) || !once && (k.Closed || !k.Verb || !denied[k.Hash]) {
				continue
			}
			answered := p.stance == attribution.Denies && k.Denial == statement.Affirmed
			of := s.bearersOf(p, x)
			if len(of) == 0 {
				continue
			}
			set.byDoc[p.doc] = append(set.byDoc[p.doc], len(set.deeds))
			set.deeds = append(set.deeds, deed{prop: i, key: x, denied: answered || k.Denial == statement.Denied, answered: answered, of: of})
		}
	}
	return set
}

// ofNothing reports whether what is done is done to nothing: who paid no ransom has not paid one, which the verb alone does not tell.
func ofNothing(p *proposition, x int) bool {
	k := &p.claim.Keys[x]
	if x+1 == len(p.claim.Keys) || !k.Verb || k.Denial == statement.Denied {
		return false
	}
	o := &p.claim.Keys[x+1]
	return o.Denial == statement.Denied && !o.Verb && !o.Name && o.Part == k.Part
}

// tellsDeeds reports whether a proposition tells what was done, or will be.
func (p *proposition) tellsDeeds() bool {
	switch p.mode {
	case attribution.Possible, attribution.Demanded, attribution.Alleged, attribution.Expected:
		return false
	}
	switch p.stance {
	case attribution.Asserts, attribution.Confirms, attribution.Promises, attribution.Denies, attribution.Accuses:
		return true
	}
	return false
}

// settles returns how firmly a word binds who it is said of to one side.
func settles(k *statement.Key) statement.PairKind {
	kind := statement.Opposite
	for _, p := range k.Pairs {
		kind = max(kind, p.Kind)
	}
	return kind
}

// bearersOf returns those that key x of a claim is told of: its subject, a name right behind it, or, where it has no
// subject, whoever speaks.
func (s *sources) bearersOf(p *proposition, x int) []bearer {
	g := s.docs[p.doc].Text
	from, to := p.claim.Subject(g, x)
	var out []bearer
	add := func(q bearer) {
		if q.hash != 0 && len(out) < maxBearers && !slices.ContainsFunc(out, func(o bearer) bool { return o.hash == q.hash }) {
			out = append(out, q)
		}
	}
	head, definite := -1, p.claim.Definite(g, from, to)
	for i := from; i < to; i++ {
		k := &p.claim.Keys[i]
		switch {
		case k.Name && !statement.Owner(g, k.Span):
			s.nameOf(p.doc, k, add)
		case k.Name:
		case k.Office && definite:
			add(bearer{hash: k.Hash, role: true})
		case !k.Closed && !k.Verb:
			head = i
		}
	}
	if head >= 0 && definite && (head+1 == to || len(out) == 0) {
		k := &p.claim.Keys[head]
		add(bearer{hash: k.Hash, role: true})
		if main := s.mainBody(p.doc); main != 0 && statement.OfGroup(g, k.Span) {
			add(bearer{hash: main, kind: name.Organization, role: true})
		}
	}
	if from == to {
		s.speaking(p, add)
	}
	for i := x + 1; i < len(p.claim.Keys) && i <= x+2; i++ {
		if k := &p.claim.Keys[i]; k.Name && p.claim.Behind(g, x, i) {
			s.nameOf(p.doc, k, add)
		}
	}
	return out
}

// nameOf adds what a name stands for, and the offices that its document gives the person.
func (s *sources) nameOf(d int, k *statement.Key, add func(bearer)) {
	doc := s.docs[d]
	i := sort.Search(len(doc.Names), func(i int) bool { return doc.Names[i].Span.Start >= k.Span.Start })
	if i == len(doc.Names) || doc.Names[i].Span.Start != k.Span.Start {
		add(bearer{hash: k.Hash})
		return
	}
	e := &doc.Entities[doc.Names[i].Value.Entity]
	add(bearer{hash: k.Hash, kind: e.Kind, who: fullName(e), key: s.personKey(d, e)})
	if e.Kind == name.Person {
		s.offered(e.Title, add)
	}
}

// fullName is the name of a person with a given name, or "".
func fullName(e *name.Entity) string {
	if e.Kind == name.Person && strings.Contains(e.Name, " ") {
		return e.Name
	}
	return ""
}

// personKey returns the key of an entity of document d that is a person, or "".
func (s *sources) personKey(d int, e *name.Entity) entityKey {
	if e.Kind != name.Person {
		return ""
	}
	return s.entity(d, e.Name)
}

// offered adds the words of a title as roles.
func (s *sources) offered(title string, add func(bearer)) {
	for w := range strings.FieldsSeq(title) {
		if low := strings.ToLower(w); len(low) > 3 {
			add(bearer{hash: text.HashString(low), role: true})
		}
	}
}

// speaking adds whoever says a claim, and the body that he speaks for.
func (s *sources) speaking(p *proposition, add func(bearer)) {
	if p.claim.Voice < 0 {
		return
	}
	doc := s.docs[p.doc]
	sp := &doc.Attributions[p.claim.Voice].Speaker
	if sp.Entity >= 0 && int(sp.Entity) < len(doc.Entities) {
		e := &doc.Entities[sp.Entity]
		add(bearer{hash: statement.EntityHash(e), kind: e.Kind, who: fullName(e), key: s.personKey(p.doc, e)})
		if e.Kind == name.Person {
			s.offered(e.Title, add)
		}
	}
	if main := s.mainBody(p.doc); main != 0 {
		add(bearer{hash: main, kind: name.Organization, role: true})
	}
	if sp.For != "" {
		for i := range doc.Entities {
			if e := &doc.Entities[i]; e.Name == sp.For {
				add(bearer{hash: statement.EntityHash(e), kind: e.Kind, who: fullName(e), key: s.personKey(p.doc, e)})
			}
		}
	}
}

// mainBody returns the key of the organization that a document names more often than any other, or 0: "the company" is that one.
func (s *sources) mainBody(d int) uint64 {
	main, ok := s.mainBodies[d]
	if !ok {
		if s.mainBodies == nil {
			s.mainBodies = map[int]uint64{}
		}
		main = s.findMainBody(d)
		s.mainBodies[d] = main
	}
	return main
}

func (s *sources) findMainBody(d int) uint64 {
	doc := s.docs[d]
	n := make([]int, len(doc.Entities))
	for i := range doc.Names {
		if e := doc.Names[i].Value.Entity; e >= 0 && int(e) < len(n) && doc.Entities[e].Kind == name.Organization {
			n[e]++
		}
	}
	best, second := -1, 0
	for i := range n {
		switch {
		case best < 0 || n[i] > n[best]:
			if best >= 0 {
				second = n[best]
			}
			best = i
		default:
			second = max(second, n[i])
		}
	}
	if best < 0 || n[best] < leastNamed || n[best] == second {
		return 0
	}
	return statement.EntityHash(&doc.Entities[best])
}

// leastNamed is how often a document must name a body that "the company" is to stand for.
const leastNamed = 2

// otherPerson reports whether two full names that end alike are those of two persons: Jan Berg, Olaf Berg.
func (s *sources) otherPerson(a, b string) bool {
	return a != "" && b != "" && !alikeGiven(givenOf(a), givenOf(b)) && !oneName(s.docs[0].Text.Lex, a, b, name.Person)
}

// oneBearer reports whether two deeds are told of one name, or of one office or noun where their names do not differ.
func (s *sources) oneBearer(a, b []bearer) (named, role bool) {
	kinds := [2]map[name.Kind]bool{{}, {}}
	for _, p := range a {
		for _, q := range b {
			if p.hash == q.hash && !s.otherPerson(p.who, q.who) && (p.key == q.key || p.key == "" || q.key == "") {
				named = named || !p.role && !q.role
				role = role || p.role || q.role
			}
		}
		if !p.role {
			kinds[0][p.kind] = true
		}
	}
	for _, q := range b {
		if !q.role {
			kinds[1][q.kind] = true
		}
	}
	if named {
		return true, role
	}
	for _, k := range [...]name.Kind{name.Person, name.Organization, name.Place} {
		if kinds[0][k] && kinds[1][k] {
			return false, false
		}
	}
	return false, role
}
