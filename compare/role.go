package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
)

// ReasonTwoPeople is the code of one role with two people. Arguments: the two names.
const ReasonTwoPeople = "two-people"

// A holder is a person whom a source gives an office or a role.
type holder struct {
	doc  int
	key  entityKey
	name string // written in full
	at   *name.Mention
}

// roles reports persons whom sources name differently in one role: one surname with two given names, or one given
// name with two surnames that differ by a letter or two. A source that names both knows two persons, and relatives
// are what they mostly are.
func (s *sources) roles() []Finding {
	byRole := map[string][]holder{}
	var order []string
	present := make([]map[entityKey]bool, len(s.docs)) // the persons of each document
	for d, doc := range s.docs {
		present[d] = map[entityKey]bool{}
		for i := range doc.Names {
			m := &doc.Names[i]
			k, ok := s.personAt(d, m)
			if !ok {
				continue
			}
			present[d][k] = true
			w := m.Span.Of(doc.Source.Text)
			if strings.IndexByte(w, ' ') < 0 {
				continue
			}
			role := statement.Office(doc.Text, m)
			if role == "" {
				continue
			}
			if byRole[role] == nil {
				order = append(order, role)
			}
			byRole[role] = append(byRole[role], holder{d, k, w, m})
		}
	}
	var out []Finding
	done := map[[2]entityKey]bool{}
	for _, role := range order {
		hs := byRole[role][:min(len(byRole[role]), maxPeople)]
		for x := range hs {
			for y := x + 1; y < len(hs); y++ {
				a, b := &hs[x], &hs[y]
				pair := [2]entityKey{min(a.key, b.key), max(a.key, b.key)}
				if a.doc == b.doc || a.key == b.key || done[pair] || !takenForOne(a.name, b.name) || together(present, a.key, b.key) {
					continue
				}
				done[pair] = true
				out = append(out, s.twoPeople(hs, a, b))
			}
		}
	}
	for _, pair := range s.namesakes(present) {
		a, b := &pair[0], &pair[1]
		if k := [2]entityKey{min(a.key, b.key), max(a.key, b.key)}; !done[k] {
			done[k] = true
			out = append(out, s.twoPeople(pair[:], a, b))
		}
	}
	return out
}

// takenForOne reports whether two full names are alike enough for one to be a slip for the other.
func takenForOne(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if lastWord(a) == lastWord(b) {
		return true
	}
	return givenOf(a) == givenOf(b) && len(givenOf(a)) > 2 && firstLetter(lastWord(a)) == firstLetter(lastWord(b)) && editDistance(lastWord(a), lastWord(b)) <= 2
}

// together reports whether one document names both persons.
func together(present []map[entityKey]bool, a, b entityKey) bool {
	return slices.ContainsFunc(present, func(m map[entityKey]bool) bool { return m[a] && m[b] })
}

func (s *sources) twoPeople(hs []holder, a, b *holder) Finding {
	f := Finding{Kind: "name", Rule: NameConflict, Verdict: VerdictConflict, Severity: Serious, Topic: a.name,
		Reason: Reason{Code: ReasonTwoPeople, Args: []string{a.name, b.name}}}
	docs := map[int]bool{}
	for n, x := range []*holder{a, b} {
		p := Position{Value: x.name, Side: side(n)}
		for i := range hs {
			h := &hs[i]
			if h.key != x.key || docs[h.doc] {
				continue
			}
			docs[h.doc] = true
			e := s.evidence(h.doc, h.at.Span)
			e.Value, e.Reading = h.name, "name"
			p.Evidence = append(p.Evidence, e)
			p.Sources = append(p.Sources, e.Source)
		}
		f.Positions = append(f.Positions, p)
	}
	f.Origins = len(docs)
	return f
}
