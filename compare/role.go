package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonTwoPeople is the code of one role with two people. Arguments: the two names.
const ReasonTwoPeople = "two-people"

// A holder is a person whom a source gives an office or a role.
type holder struct {
	doc  int
	key  entityKey
	name string // written in full
	at   *name.Mention
	one  bool      // the office has one holder at a time
	body entityKey // whose it is, where a name beside it says so
	of   string    // and that name, for two reports may take it for two kinds of thing
}

// roles reports persons whom sources name differently in one role: one surname with two given names, or one given
// name with two surnames that differ by a letter or two. A source that names both knows two persons, and relatives
// are what they mostly are.
func (s *sources) roles() []Finding {
	byRole := map[string][]holder{}
	var order []string
	present := s.present()
	for d, doc := range s.docs {
		for i := range doc.Names {
			m := &doc.Names[i]
			k, ok := s.personAt(d, m)
			if !ok {
				continue
			}
			w := textOf(doc, m.Span)
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
			h := holder{doc: d, key: k, name: w, at: m}
			s.setOffice(&h, i)
			byRole[role] = append(byRole[role], h)
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
				if a.doc == b.doc || a.key == b.key || done[pair] || !(takenForOne(a.name, b.name) || a.one && b.one && oneOffice(a, b) && soleHolder(hs, a) && soleHolder(hs, b)) || together(present, a.key, b.key) {
					continue
				}
				done[pair] = true
				out = append(out, s.twoPeople(hs, a, b))
			}
		}
	}
	for _, p := range s.onePersons(s.personPairs(s.borne(), present), present) {
		a, b := p.a.in[0], p.b.in[0]
		if done[[2]entityKey{min(a.key, b.key), max(a.key, b.key)}] {
			continue
		}
		f := s.twoPeople(p.holders(), &a.holder, &b.holder)
		if p.odds < personSure {
			f.Severity = Review
		}
		out = append(out, f)
	}
	return out
}

// borne returns the persons of each document whom it names in full.
func (s *sources) borne() [][]namesake {
	out := make([][]namesake, len(s.docs))
	for d := range s.docs {
		out[d] = s.bearers(d)
	}
	return out
}

// present returns the persons of each document.
func (s *sources) present() []map[entityKey]bool {
	out := make([]map[entityKey]bool, len(s.docs))
	for d, doc := range s.docs {
		out[d] = map[entityKey]bool{}
		for i := range doc.Names {
			if k, ok := s.personAt(d, &doc.Names[i]); ok {
				out[d][k] = true
			}
		}
	}
	return out
}

// takenForOne reports whether two full names are alike enough for one to be a slip for the other.
func takenForOne(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if lastWord(a) == lastWord(b) {
		return false // see onePersons
	}
	if begun := longerSurname(a, b); begun && len(givenOf(a)) >= longestShort && name.Edits(givenOf(a), givenOf(b)) <= 1 {
		return true
	}
	return givenOf(a) == givenOf(b) && len(givenOf(a)) > 2 && firstLetter(lastWord(a)) == firstLetter(lastWord(b)) && name.Edits(lastWord(a), lastWord(b)) <= 2
}

// longestShort is how long a short given name or surname may be, and one letter of it is all the difference.
const longestShort = 4

// longerSurname reports whether the surname of one full name is the beginning of the other's: Dahl, Dahlberg.
func longerSurname(a, b string) bool {
	x, y := lastWord(a), lastWord(b)
	return min(len(x), len(y)) >= longestShort && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x))
}

// oneOffice reports whether two persons are given the same office of one body or place, or have one given name and nothing says that the
// offices are two: where one report alone tells whose office it is, the surnames must be nearly one as well.
func oneOffice(a, b *holder) bool {
	if a.body != "" && b.body != "" {
		return a.body == b.body || a.of == b.of
	}
	x, y := strings.ToLower(a.name), strings.ToLower(b.name)
	return givenOf(x) == givenOf(y) && (a.body == b.body || name.Edits(lastWord(x), lastWord(y)) <= mostGivenEdits)
}

// soleHolder reports whether a document gives an office to one person only: of several, who holds which is unclear unless bodies tell.
func soleHolder(hs []holder, a *holder) bool {
	return !slices.ContainsFunc(hs, func(h holder) bool {
		return h.doc == a.doc && h.key != a.key && (a.body == "" || h.body == "" || h.body == a.body)
	})
}

// setOffice notes whether the office beside name i, which is the holder's, has one holder at a time, and whose it is: "Norvex chief executive
// Ada Lund", "the town's mayor", "Ada Lund, mayor of Skarholm". A country's people are no body: "French coach".
func (s *sources) setOffice(h *holder, i int) {
	doc := s.docs[h.doc]
	office, at := statement.OfficeAt(doc.Text, h.at)
	if office == "" {
		return
	}
	h.one = statement.Single(doc.Text, at)
	for _, k := range [...]int{i - 1, i + 1, i - 2, i + 2} { // the office itself may be a name beside it
		if k < 0 || k >= len(doc.Names) {
			continue
		}
		n := &doc.Names[k]
		if n.Value.Via == name.ByDemonym || n.Value.Via == name.ByPronoun || n.Value.Entity < 0 {
			continue
		}
		before := n.Last == at.First || n.Last+1 == at.First && doc.Text.Tokens[n.Last].Class == text.Clitic
		behind := s.ofIt(h.doc, at.Last, n) || s.ofIt(h.doc, h.at.Last, n)
		e := &doc.Entities[n.Value.Entity]
		if (before || behind) && (e.Kind != name.Person || strings.IndexByte(e.Name, ' ') < 0) { // a firm of one word may look like a surname
			h.one = h.one && !(before && statement.Limited(doc.Text, int(n.First)))
			h.body, h.of = s.keys[h.doc][n.Value.Entity], strings.ToLower(e.Name)
			return
		}
	}
}

// ofIt reports whether "of" stands at token i and name n behind it.
func (s *sources) ofIt(d int, i int32, n *name.Mention) bool {
	return n.First == i+1 && strings.EqualFold(s.docs[d].Text.Word(int(i)), "of")
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
