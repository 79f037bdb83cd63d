package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/statement"
)

// sameCallings returns pairs of persons of one surname whom two sources call the same, each source one of them: chief arbiter Noor Haddad, chief
// arbiter Lars Haddad.
func (s *sources) sameCallings(present []map[entityKey]bool) [][2]holder {
	return s.ofOneSurname(s.titledIn, 2*maxNamesakes, present, s.calledAlike)
}

// titledIn returns the persons of document d whom it calls something where it has their full names.
func (s *sources) titledIn(d int) []namesake {
	doc := s.docs[d]
	var out []namesake
	at := map[entityKey]int{}
	for i := range doc.Names {
		m := &doc.Names[i]
		k, ok := s.personAt(d, m)
		if !ok || strings.IndexByte(textOf(doc, m.Span), ' ') < 0 {
			continue
		}
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k] = n
			w := textOf(doc, m.Span)
			out = append(out, namesake{holder: holder{doc: d, key: k, name: w, at: m}, gender: doc.Entities[m.Value.Entity].Gender})
		}
		p := &out[n]
		if age := ageBehind(doc.Text, int(m.Last)); age != "" {
			p.age = age
		}
		if len(p.callings) < maxNamed {
			p.callings = statement.Callings(p.callings, doc.Text, m)
		}
	}
	return slices.DeleteFunc(out, func(p namesake) bool { return len(p.callings) == 0 })
}

// calledAlike reports whether two persons are called the same, and no ages tell them apart. Words for it in another form are no ground where one is a
// man and one a woman.
func (s *sources) calledAlike(a, b *namesake) bool {
	if a.age != "" && b.age != "" && a.age != b.age {
		return false
	}
	lex := s.docs[a.doc].Text.Lex
	for i := range a.callings {
		for j := range b.callings {
			x, y := &a.callings[i], &b.callings[j]
			if statement.SameCalling(lex, x, y) && (x.Lemma == y.Lemma || !apartByGender(a.gender, b.gender)) {
				return true
			}
		}
	}
	return false
}
