package compare

import (
	"slices"
	"strings"
)

// What the caller tells of names goes before what is told by their form: which are one, and which are not.
type told struct {
	same  [][]string // groups of folded names that are one
	apart [][]string // groups of folded names of which no two are one
}

func newTold(opt Options) told {
	return told{foldGroups(opt.Same), foldGroups(opt.Apart)}
}

func foldGroups(groups [][]string) [][]string {
	out := make([][]string, 0, len(groups))
	for _, g := range groups {
		var folded []string
		for _, n := range g {
			if f := foldName(n); f != "" && !slices.Contains(folded, f) {
				folded = append(folded, f)
			}
		}
		if len(folded) > 1 {
			out = append(out, folded)
		}
	}
	return out
}

// foldName brings a name to the form in which names are looked up.
func foldName(n string) string { return strings.Join(strings.Fields(strings.ToLower(n)), " ") }

// parts reports whether the caller says that two folded names are not one.
func (t *told) parts(a, b string) bool {
	return slices.ContainsFunc(t.apart, func(g []string) bool { return a != b && slices.Contains(g, a) && slices.Contains(g, b) })
}

// unites reports whether the caller says that two names are one.
func (t *told) unites(a, b string) bool {
	a, b = foldName(a), foldName(b)
	return slices.ContainsFunc(t.same, func(g []string) bool { return slices.Contains(g, a) && slices.Contains(g, b) })
}

// tell brings the keys of entities to what the caller says of names. A name that is no entity has its
// folded form as its key, so that it follows as well.
func (s *sources) tell() {
	s.divide()
	s.unite()
}

// formOf returns which name of a group an entity is written as, or "".
func (s *sources) formOf(d, e int, group []string) string {
	entity := &s.docs[d].Entities[e]
	for _, n := range group {
		if foldName(entity.Name) == n || slices.ContainsFunc(entity.Forms, func(f string) bool { return foldName(f) == n }) {
			return n
		}
	}
	return ""
}

// divide gives names that are not one keys of their own where they had one key.
func (s *sources) divide() {
	for _, group := range s.told.apart {
		holder := map[entityKey]string{} // the name that keeps a key
		for d := range s.docs {
			for e := range s.keys[d] {
				n := s.formOf(d, e, group)
				if n == "" {
					continue
				}
				k := s.keys[d][e]
				if holder[k] == "" {
					holder[k] = n
				}
				if holder[k] != n {
					s.rekey(d, e, k+"|"+n)
				}
			}
		}
	}
}

// unite gives names that are one the key of the first of them.
func (s *sources) unite() {
	to := map[entityKey]entityKey{}
	for _, group := range s.told.same {
		for _, n := range group {
			to[n] = group[0]
		}
		for d := range s.docs {
			for e, k := range s.keys[d] {
				if s.formOf(d, e, group) != "" {
					to[k] = group[0]
				}
			}
		}
	}
	if len(to) == 0 {
		return
	}
	s.one = to
	for d := range s.docs {
		for e, k := range s.keys[d] {
			if r, ok := to[k]; ok {
				s.rekey(d, e, r)
			}
		}
	}
}

// rekey gives an entity another key, and the name that slots carry with it.
func (s *sources) rekey(d, e int, k entityKey) {
	n := s.docs[d].Entities[e].Name
	if s.byName[d][n] == s.keys[d][e] {
		s.byName[d][n] = k
	}
	s.keys[d][e] = k
}
