package statement

import (
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Delegation is a body of one state or body that sits at another, however it is written: "Norway's Permanent Mission to the
// United Nations", "its mission to the United Nations", "the Norwegian embassy in Lima".
type Delegation struct {
	text.Range        // from its head to where it sits: "mission to the United Nations"
	Owner      int32  // index of the entity whose it is
	Post       string // lemma of the head
	At         uint64 // key of the entity where it sits
}

// postKind is the kind of groups.tsv of such bodies.
const postKind = "post"

// postReach is how many adjectives may stand between whose it is and its head.
const postReach = 3

// Delegations appends the delegations of a text that have both an owner and a place to dst, in reading order.
func Delegations(dst []Delegation, g *lexicon.Tagged, names []name.Mention, entities []name.Entity) []Delegation {
	f := delegationFinder{g: g, names: names, entities: entities}
	const mask = lexicon.Mask(1 << lexicon.Groups)
	for i := g.Next(0, len(g.Tokens), mask); i < len(g.Tokens); i = g.Next(i+1, len(g.Tokens), mask) {
		if !f.post(i) {
			continue
		}
		if d, ok := f.at(i); ok {
			dst = append(dst, d)
		}
	}
	return dst
}

type delegationFinder struct {
	g        *lexicon.Tagged
	names    []name.Mention
	entities []name.Entity
}

// lemma returns the base form of token i.
func (f *delegationFinder) lemma(i int) string {
	if row, ok := f.g.Row(i, lexicon.Words); ok {
		return row.Field(colLemma)
	}
	return strings.ToLower(f.g.Word(i))
}

// post reports whether token i is the last word of a head.
func (f *delegationFinder) post(i int) bool {
	var buf [4]lexicon.Row
	for _, r := range f.g.Rows(buf[:0], i, lexicon.Groups) {
		if r.Field(0) == postKind {
			return true
		}
	}
	return false
}

// at reads the delegation whose head is token i.
func (f *delegationFinder) at(i int) (d Delegation, ok bool) {
	d = Delegation{Range: text.Range{First: int32(i), Last: int32(i + 1)}, Post: f.lemma(i)}
	for d.First > 0 && i-int(d.First) < postReach && f.adjective(int(d.First)-1) {
		d.First--
	}
	before := int(d.First)
	if m := f.endsAt(before); m != nil && f.entities[m.Value.Entity].Kind == name.Organization { // its UN mission
		d.At, before = entityHash(&f.entities[m.Value.Entity]), int(m.First)
		d.First = m.First
	} else if at, last := f.seat(i + 1); at != 0 {
		d.At, d.Last = at, int32(last)
	}
	d.Owner = f.owner(before)
	return d, d.At != 0 && d.Owner >= 0
}

// adjective reports whether token i may stand before the head: permanent.
func (f *delegationFinder) adjective(i int) bool {
	return f.g.Tokens[i].Class == text.Word && !f.g.Has(i, lexicon.Function) && f.g.Mask(i)&(lexicon.Demonyms.In()|lexicon.Places.In()|lexicon.Orgs.In()) == 0 && Premodifies(f.g, i, false)
}

// seat returns the key of the entity behind a preposition at token i, and the token behind its name: to the United Nations.
func (f *delegationFinder) seat(i int) (at uint64, last int) {
	if !inClass(f.g, i, classPreposition) && !isOfKind(f.g, i, classParticle, infinitive) {
		return 0, i
	}
	for i++; inClass(f.g, i, classDeterminer); i++ {
	}
	if n := f.first(i); n < len(f.names) && int(f.names[n].First) == i && f.names[n].Value.Entity >= 0 {
		m := &f.names[n]
		if k := f.entities[m.Value.Entity].Kind; k == name.Place || k == name.Organization {
			return entityHash(&f.entities[m.Value.Entity]), int(m.Last)
		}
	}
	if !f.g.Starts(i).Has(lexicon.Orgs) { // inside a longer name
		return 0, i
	}
	if r, n, ok := f.g.Longest(i, lexicon.Orgs); ok {
		return text.HashString(r.Field(0)), n
	}
	return 0, i
}

// owner returns the entity whose a body is that starts at token i: Norway's, Norwegian, its; or -1.
func (f *delegationFinder) owner(i int) int32 {
	if i == 0 {
		return -1
	}
	if f.g.Tokens[i-1].Class == text.Clitic {
		i--
	}
	if m := f.endsAt(i); m != nil {
		return m.Value.Entity
	}
	if functionRow(f.g, i-1, isPossessive) {
		return f.antecedent(i - 1)
	}
	return -1
}

// endsAt returns the mention of a place or a body that ends before token i, or nil; of two the shorter one.
func (f *delegationFinder) endsAt(i int) *name.Mention {
	for n := f.first(i-1) + 2; n >= 0; n-- {
		if n < len(f.names) && int(f.names[n].Last) == i && f.names[n].Value.Entity >= 0 {
			if k := f.entities[f.names[n].Value.Entity].Kind; k == name.Place || k == name.Organization {
				return &f.names[n]
			}
		}
		if n < len(f.names) && int(f.names[n].Last) < i-12 {
			break
		}
	}
	return nil
}

// antecedent returns the entity that "its" at token i stands for: the first place or body that the sentence names before, else
// that of the sentence before; or -1.
func (f *delegationFinder) antecedent(i int) int32 {
	s := SentenceAt(f.g, int32(i))
	for _, at := range [...]int{s, s - 1} {
		if at < 0 || at >= len(f.g.Sentences) || f.g.Sentences[at].Paragraph+1 < f.g.Sentences[s].Paragraph {
			break
		}
		r := f.g.Sentences[at].Range
		for n := f.first(int(r.First)); n < len(f.names) && f.names[n].First < min(r.Last, int32(i)); n++ {
			m := &f.names[n]
			if m.Value.Entity >= 0 && !m.Value.Nested && m.Value.Via == name.ByName && f.entities[m.Value.Entity].Kind == name.Place && PlaceBefore(f.g, int(m.First)) == 0 {
				return m.Value.Entity
			}
		}
	}
	return -1
}

// first returns the first mention that does not end before token i.
func (f *delegationFinder) first(i int) int {
	return sort.Search(len(f.names), func(n int) bool { return int(f.names[n].Last) > i })
}
