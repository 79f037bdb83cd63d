package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// Two persons of one surname, of whom some sources name the one and others the other, and none both, are one person whom somebody names wrongly, or two. Signs that
// speak for either are asked of each source that has the one and each that has the other, and weighed, as those of two values are.

// A personSign is a sign of two persons of one surname.
type personSign uint8

const (
	personFirstLetter personSign = iota // their given names begin alike
	personFewEdits                      // or differ by two letters at most
	personGenders                       // one is a man, one a woman
	personOffice                        // a word of their offices is the same
	personCalled                        // they are called the same
	personToldApart                     // both are called something, and nothing the same
	personUntold                        // neither is called anything
	personToldOfOther                   // what one is called stands in a sentence that names the other
	personAge                           // they have one age
	personOtherAge                      // or two
	personWords1                        // their sentences have a word in common,
	personWords2                        // two,
	personWords3                        // three,
	personWords5                        // or five
	personDeed                          // the words right beside their names have one in common
	personKin                           // a sentence that names one of them has a word for a relative
	personFamily                        // a report names another of the surname
	personWide2                         // two reports name one of them,
	personWide3                         // or three
	personBareFirst                     // the body of a report has the surname alone before the name
	personOff25                         // they are first named at different places of their reports: a quarter of a report apart,
	personOff50                         // or half
	personBothOften                     // both are named twice at least
	personSigns
)

// An eventPerson is a person of an event, as each report that names him or her tells of it.
type eventPerson struct {
	key     entityKey
	surname string
	in      []*namesake
}

// personSet is a set of signs.
type personSet uint32

func (x *personSet) add(c personSign, ok bool) {
	if ok {
		*x |= 1 << c
	}
}

// mostBearers is how many persons of one surname are held against each other.
const mostBearers = 8

// A personPair is two persons of one surname, neither of whom a report names that names the other.
type personPair struct {
	a, b *eventPerson
	odds int
}

// onePersons returns the pairs that are rather one person than two, the likeliest first. Who is one with somebody is not one with another whom a report
// tells from that one.
func (s *sources) onePersons(pairs []personPair, present []map[entityKey]bool) (out []personPair) {
	for i := range pairs {
		p := &pairs[i]
		p.odds = s.personSigns(p).odds()
	}
	slices.SortStableFunc(pairs, func(p, q personPair) int { return q.odds - p.odds })
	for _, p := range pairs {
		if p.odds >= personEven && !slices.ContainsFunc(out, func(q personPair) bool {
			x, y := p.besides(&q)
			return x != nil && together(present, x.key, y.key)
		}) {
			out = append(out, p)
		}
	}
	return out
}

// besides returns whom each of two pairs has that share one person, or nil.
func (p *personPair) besides(q *personPair) (x, y *eventPerson) {
	switch {
	case p.a == q.a:
		return p.b, q.b
	case p.a == q.b:
		return p.b, q.a
	case p.b == q.a:
		return p.a, q.b
	case p.b == q.b:
		return p.a, q.a
	}
	return nil, nil
}

// holders returns where each report that has one of two persons first names him or her.
func (p *personPair) holders() (out []holder) {
	for _, of := range []*eventPerson{p.a, p.b} {
		for _, n := range of.in {
			out = append(out, n.holder)
		}
	}
	return out
}

// personPairs returns the pairs of persons of one surname, of those that each document has.
func (s *sources) personPairs(borne [][]namesake, present []map[entityKey]bool) (out []personPair) {
	var all []eventPerson
	at := map[entityKey]int{}
	for _, ns := range borne {
		for i := range ns {
			n, ok := at[ns[i].key]
			if !ok {
				n = len(all)
				at[ns[i].key] = n
				all = append(all, eventPerson{key: ns[i].key, surname: surnameIn(ns[i].key)})
			}
			all[n].in = append(all[n].in, &ns[i])
		}
	}
	bySurname := map[string][]*eventPerson{}
	for i := range all {
		p := &all[i]
		same := bySurname[p.surname]
		if len(same) >= mostBearers {
			continue
		}
		bySurname[p.surname] = append(same, p)
	}
	for i := range all {
		same := bySurname[all[i].surname]
		for _, p := range same[:max(0, slices.Index(same, &all[i]))] {
			if !together(present, p.key, all[i].key) && s.twoGiven(p, &all[i]) {
				out = append(out, personPair{a: p, b: &all[i]})
			}
		}
	}
	return out
}

// surnameIn returns the surname that the key of a person has: that of one spelling of several.
func surnameIn(k entityKey) string {
	sur, _, _ := strings.Cut(strings.TrimPrefix(k, personKey), ",")
	return sur
}

// twoGiven reports whether the given names of two persons are not forms of one.
func (s *sources) twoGiven(a, b *eventPerson) bool {
	x, y := a.in[0], b.in[0]
	return !initials(x.given, y.given) && !name.OneGiven(s.docs[x.doc].Text.Lex, x.given, y.given)
}

// personSigns are the signs of two persons: those that two of their reports have.
func (s *sources) personSigns(p *personPair) (x personSet) {
	m, n := len(p.a.in), len(p.b.in)
	x.add(personWide2, max(m, n) >= 2)
	x.add(personWide3, max(m, n) >= 3)
	for _, a := range p.a.in[:min(m, maxPairs)] {
		for _, b := range p.b.in[:min(n, maxPairs)] {
			s.namesakeSigns(a, b, &x)
		}
	}
	return x
}

// namesakeSigns adds what two reports tell of two persons.
func (s *sources) namesakeSigns(a, b *namesake, x *personSet) {
	x.add(personFirstLetter, a.given != "" && b.given != "" && a.given[0] == b.given[0])
	x.add(personFewEdits, name.Edits(a.given, b.given) <= mostGivenEdits)
	x.add(personGenders, apartByGender(a.gender, b.gender))
	office, called := haveCommon(a.offices, b.offices), s.calledAlike(a, b)
	x.add(personOffice, office)
	x.add(personCalled, called)
	p, q := a.told(), b.told()
	common := haveCommon(p, q)
	x.add(personToldApart, len(p) > 0 && len(q) > 0 && !common && !called)
	x.add(personUntold, len(p) == 0 && len(q) == 0)
	anybody := common && !office && !called // shopper Hanna Marsh, shopper Denise Marsh
	x.add(personToldOfOther, !anybody && (wordsIn(p, b.words) || wordsIn(q, a.words)))
	x.add(personAge, a.age != "" && a.age == b.age)
	x.add(personOtherAge, a.age != "" && b.age != "" && a.age != b.age)
	n := inBoth(a.words, b.words)
	x.add(personWords1, n >= 1)
	x.add(personWords2, n >= 2)
	x.add(personWords3, n >= 3)
	x.add(personWords5, n >= 5)
	x.add(personDeed, inBoth(a.beside, b.beside) > 0)
	x.add(personKin, a.kin || b.kin)
	x.add(personFamily, a.family || b.family)
	x.add(personBareFirst, a.bare || b.bare)
	off := max(a.place-b.place, b.place-a.place)
	x.add(personOff25, off >= 25)
	x.add(personOff50, off >= 50)
	x.add(personBothOften, min(a.sentences, b.sentences) >= 2)
}

func haveCommon(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// wordsIn reports whether one of some words is among the hashes of others.
func wordsIn(ws []string, of []uint64) bool {
	return slices.ContainsFunc(ws, func(w string) bool { return slices.Contains(of, text.HashString(w)) })
}
