package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A namesake is a person of one document with the sentences that name him or her.
type namesake struct {
	holder
	given     string
	gender    name.Gender
	words     []uint64 // content words of those sentences
	sentences int
	age       string // as it stands behind the name, or ""
	offices   []string
	callings  []statement.Calling
	apposed   []string // nouns for him or her between commas
}

const (
	sameDeeds      = 5 // content words that the sentences of two namesakes share where they tell of one person
	alikeDeeds     = 4 // and at least, where they are most of what is told of either
	maxNamed       = 8 // sentences of a person that are looked at
	maxNamesakes   = 6 // persons of one surname
	shortestGiven  = 4
	shortestAlike  = 3
	mostGivenEdits = 2
	wordsAround    = 100 // tokens on each side of a name that are looked at, so that a list of names without an end takes linear time
)

// namesakes returns pairs of persons of one surname to whom two sources give two given names that are easily mistaken, and of
// whom they tell the same: Danilo Prast and Dario Prast scored in the 14th minute. A source that names two persons of the
// surname is one that knows them apart.
func (s *sources) namesakes(present []map[entityKey]bool) [][2]holder {
	return s.ofOneSurname(s.bearers, maxNamesakes, present, func(a, b *namesake) bool {
		return !otherKin(a, b) && (mistakenGiven(a, b) && (inBoth(a.words, b.words) >= sameDeeds || oneLife(a, b) || s.standsIn(a, b, present)) || toldAlike(a, b))
	})
}

// widelyNamed is how many reports name somebody whom another report names otherwise.
const widelyNamed = 2

// standsIn reports whether one of two namesakes whose given names begin alike is named by several reports, the other by one that does not name the first,
// and nothing that is told of them says that they are two.
func (s *sources) standsIn(a, b *namesake, present []map[entityKey]bool) bool {
	if a.given[0] != b.given[0] || a.age != "" && b.age != "" && a.age != b.age {
		return false
	}
	p, q := a.told(), b.told()
	if len(p) > 0 && len(q) > 0 && !slices.ContainsFunc(p, func(w string) bool { return slices.Contains(q, w) }) && !s.calledAlike(a, b) {
		return false
	}
	x, y := timesPresent(present, a.key), timesPresent(present, b.key)
	return max(x, y) >= widelyNamed && min(x, y) == 1
}

// told returns the words for what a person is or does.
func (a *namesake) told() []string {
	out := append(slices.Clone(a.offices), a.apposed...)
	for i := range a.callings {
		out = append(out, a.callings[i].Lemma)
	}
	return out
}

// timesPresent counts the documents that name a person.
func timesPresent(present []map[entityKey]bool, k entityKey) (n int) {
	for _, m := range present {
		if m[k] {
			n++
		}
	}
	return n
}

// ofOneSurname returns pairs of persons of one surname, of two sources neither of which has both, that are alike: of those that of finds in a
// document, and of so many of a surname at most.
func (s *sources) ofOneSurname(of func(doc int) []namesake, most int, present []map[entityKey]bool, alike func(a, b *namesake) bool) [][2]holder {
	all := s.memory.persons[:0]
	for d := range s.docs {
		all = append(all, of(d)...)
	}
	s.memory.persons = all
	defer clear(all)
	var out [][2]holder
	for _, ps := range bySurname(all) {
		ps = ps[:min(len(ps), most)]
		for x := range ps {
			for y := x + 1; y < len(ps); y++ {
				if a, b := &ps[x], &ps[y]; a.doc != b.doc && a.key != b.key && !together(present, a.key, b.key) && alike(a, b) {
					out = append(out, [2]holder{a.holder, b.holder})
				}
			}
		}
	}
	return out
}

// bySurname groups persons by the last word of their names.
func bySurname(all []namesake) [][]namesake {
	group := make([]int32, len(all))
	at := map[string]int32{}
	for i := range all {
		sur := lastWord(all[i].name)
		g, ok := at[sur]
		if !ok {
			g = int32(len(at))
			at[sur] = g
		}
		group[i] = g
	}
	return gathered(make([]namesake, 0, len(all)), all, len(at), func(i int) int { return int(group[i]) })
}

// otherKin reports whether two namesakes are relatives of somebody in two ways: Lorna's sister, Lorna's mother.
func otherKin(a, b *namesake) bool {
	x := slices.IndexFunc(a.callings, func(c statement.Calling) bool { return c.Kin })
	y := slices.IndexFunc(b.callings, func(c statement.Calling) bool { return c.Kin })
	return x >= 0 && y >= 0 && a.callings[x].Lemma != b.callings[y].Lemma
}

// oneLife reports whether two namesakes whose given names begin alike have one age, or a word of their offices in common, and something that is told of
// them: head teacher Joanna Firth, the head, Julia Firth.
func oneLife(a, b *namesake) bool {
	if a.given[0] != b.given[0] || inBoth(a.words, b.words) == 0 {
		return false
	}
	return a.age != "" && a.age == b.age || slices.ContainsFunc(a.offices, func(o string) bool { return slices.Contains(b.offices, o) })
}

// toldAlike reports whether two namesakes have given names that are not alike, and most of what is told of the one is told of the other.
func toldAlike(a, b *namesake) bool {
	n := inBoth(a.words, b.words)
	return n >= alikeDeeds && 3*n >= 2*min(inBoth(a.words, a.words), inBoth(b.words, b.words)) && !apartByGender(a.gender, b.gender) && min(len(a.given), len(b.given)) >= shortestAlike
}

// mistakenGiven reports whether one given name may have been written for the other.
func mistakenGiven(a, b *namesake) bool {
	if min(len(a.given), len(b.given)) < shortestGiven || apartByGender(a.gender, b.gender) {
		return false
	}
	return a.given[0] == b.given[0] || name.Edits(a.given, b.given) <= mostGivenEdits
}

// bearers returns the persons of document d who alone have their surname in it.
func (s *sources) bearers(d int) []namesake {
	doc := s.docs[d]
	var out []namesake
	at := map[entityKey]int{}
	keys := map[string][]entityKey{} // of a surname
	for i := range doc.Names {
		m := &doc.Names[i]
		k, ok := s.personAt(d, m)
		if !ok {
			continue
		}
		e := &doc.Entities[m.Value.Entity]
		full := e.Name
		if strings.IndexByte(full, ' ') < 0 {
			continue
		}
		n, ok := at[k]
		if !ok {
			w := textOf(doc, m.Span)
			if strings.IndexByte(w, ' ') < 0 {
				continue
			}
			n = len(out)
			at[k] = n
			low := strings.ToLower(full)
			keys[lastWord(low)] = append(keys[lastWord(low)], k)
			out = append(out, namesake{holder: holder{doc: d, key: k, name: w, at: m}, given: givenOf(low), gender: e.Gender})
		}
		if age := ageBehind(doc.Text, int(m.Last)); age != "" {
			out[n].age = age
		}
		out[n].offices = append(out[n].offices, words(statement.Office(doc.Text, m))...)
		if out[n].sentences < maxNamed {
			out[n].callings = statement.Callings(out[n].callings, doc.Text, m)
			if w := statement.Apposed(doc.Text, m); w != "" {
				out[n].apposed = append(out[n].apposed, w)
			}
			out[n].sentences++
			out[n].words = append(out[n].words, s.contentAround(d, int(m.First), lastWord(full))...)
		}
	}
	return slices.DeleteFunc(out, func(p namesake) bool { return len(keys[lastWord(p.name)]) > 1 })
}

// ageBehind returns the number between commas at token i, or "".
func ageBehind(g *lexicon.Tagged, i int) string {
	if i+2 >= len(g.Tokens) || g.Tokens[i].Class != text.Comma || g.Tokens[i+1].Class != text.Number || g.Tokens[i+2].Class > text.Comma {
		return ""
	}
	return g.Word(i + 1)
}

// words returns the words of a title in lower case.
func words(title string) []string { return strings.Fields(strings.ToLower(title)) }

// contentAround returns the words of the sentence around token i that are none of the grammar, nor the surname.
func (s *sources) contentAround(d, i int, surname string) []uint64 {
	g := s.docs[d].Text
	n, _ := slices.BinarySearchFunc(g.Sentences, int32(i), func(sen text.Sentence, i int32) int {
		if sen.Last <= i {
			return -1
		}
		if sen.First > i {
			return 1
		}
		return 0
	})
	if n >= len(g.Sentences) {
		return nil
	}
	var out []uint64
	for j := max(g.Sentences[n].First, int32(i-wordsAround)); j < min(g.Sentences[n].Last, int32(i+wordsAround)); j++ {
		k := &g.Tokens[j]
		if (k.Class == text.Word || k.Class == text.Number) && !g.Has(int(j), lexicon.Function) && !strings.EqualFold(g.Word(int(j)), surname) {
			out = append(out, k.Hash)
		}
	}
	return out
}

// inBoth counts the different words of a that are in b.
func inBoth(a, b []uint64) int {
	n := 0
	for i, w := range a {
		if !slices.Contains(a[:i], w) && slices.Contains(b, w) {
			n++
		}
	}
	return n
}
