package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonVariant is the code of one name in several forms. Arguments: the forms.
const ReasonVariant = "name-variant"

// ReasonSlip is the code of two names that are nearly one. Arguments: the two.
const ReasonSlip = "name-slip"

// A form is one way a name is written, with where it stands.
type form struct {
	text string
	docs []int
	at   []text.Span // the first few in each document
}

// names finds names that sources write differently.
func (s *sources) names() []Finding {
	forms := map[entityKey][]form{}
	var order []entityKey
	for d, doc := range s.docs {
		for i := range doc.Names {
			m := &doc.Names[i]
			k, ok := s.linked(d, m)
			if !ok || !written(m, doc.Source.Text) {
				continue
			}
			if forms[k] == nil {
				order = append(order, k)
			}
			forms[k] = addForm(forms[k], textOf(doc, m.Span), d, m.Span)
		}
	}
	var out []Finding
	kinds := s.entityKinds()
	for _, k := range order {
		if kinds[k] == name.Place {
			forms[k] = notOnlyCase(forms[k])
		}
		if f, ok := s.variant(forms[k], kinds[k]); ok {
			out = append(out, f)
		}
	}
	return append(out, s.metonyms()...)
}

// notOnlyCase drops forms that differ from another in nothing but capitals: the Lorne region, the Lorne Region.
func notOnlyCase(forms []form) []form {
	kept := forms[:0:0]
	for _, f := range forms {
		if !slices.ContainsFunc(kept, func(g form) bool { return strings.EqualFold(f.text, g.text) }) {
			kept = append(kept, f)
		}
	}
	return kept
}

// written reports whether a mention is a written form of a name: not a pronoun, and of demonyms only those
// that are the name itself (US officials).
func written(m *name.Mention, body string) bool {
	switch m.Value.Via {
	case name.ByName, name.ByAcronym:
		return true
	case name.ByDemonym:
		w := m.Span.Of(body)
		return w == strings.ToUpper(w)
	}
	return false
}

// entityKinds returns of what kind each entity is, as the first document that has it says.
func (s *sources) entityKinds() map[entityKey]name.Kind {
	out := map[entityKey]name.Kind{}
	for d := range s.docs {
		for j, key := range s.keys[d] {
			if _, ok := out[key]; !ok {
				out[key] = s.docs[d].Entities[j].Kind
			}
		}
	}
	return out
}

func addForm(forms []form, w string, d int, at text.Span) []form {
	for i := range forms {
		if forms[i].text == w {
			if n := len(forms[i].docs); n < maxTold || forms[i].docs[n-maxTold] != d {
				forms[i].docs = append(forms[i].docs, d)
				forms[i].at = append(forms[i].at, at)
			}
			return forms
		}
	}
	return append(forms, form{w, []int{d}, []text.Span{at}})
}

// variant makes the finding of one name. A short form beside its long one (Blinken, Antony Blinken) is
// no variant; two spellings of the same words are, and two names that a table holds for one.
func (s *sources) variant(forms []form, kind name.Kind) (Finding, bool) {
	differ := false
	var long []form
	for i, f := range forms {
		cut := false
		for j, g := range forms {
			if i != j && len(f.text) < len(g.text) && partOf(f.text, g.text) {
				cut = true
				break
			}
		}
		if !cut && !(f.text == strings.ToUpper(f.text) && shouted(forms, f.text)) {
			long = append(long, f)
		}
	}
	docs := map[int]bool{}
	for i, f := range long {
		differ = differ || i > 0 && f.text != long[0].text
		for _, d := range f.docs {
			docs[d] = true
		}
	}
	if !differ || len(docs) < 2 {
		return Finding{}, false
	}
	out := Finding{Kind: "name", Rule: NameVariant, Verdict: VerdictAgree, Severity: Info, Origins: len(docs), Topic: long[0].text}
	if kind == name.Place {
		out.Kind = "place"
	}
	out.Reason.Code = ReasonVariant
	if kind == name.Person && s.slipped(long) {
		out.Rule, out.Verdict, out.Severity, out.Reason.Code = NameConflict, VerdictConflict, Review, ReasonSlip
	}
	main := mostTold(long)
	for i, f := range long {
		out.Reason.Args = append(out.Reason.Args, f.text)
		p := Position{Value: f.text, Side: side(i)}
		for n, d := range f.docs {
			again := n > 0 && f.docs[n-1] == d
			if again && i == main {
				continue // the form that most have needs one place each, the others all that a desk may want to change
			}
			e := s.evidence(d, f.at[n])
			e.Value, e.Reading = f.text, "name"
			p.Evidence = append(p.Evidence, e)
			if !again {
				p.Sources = append(p.Sources, e.Source)
			}
		}
		out.Positions = append(out.Positions, p)
	}
	return out, true
}

// slipped reports whether two forms of a person's name are rather two names, of which one was written by mistake, and no document has both.
func (s *sources) slipped(forms []form) bool {
	forms = slices.DeleteFunc(slices.Clone(forms), func(f form) bool { return initialed(f.text) })
	if len(forms) != 2 || s.told.unites(forms[0].text, forms[1].text) {
		return false
	}
	if slices.ContainsFunc(forms[0].docs, func(d int) bool { return slices.Contains(forms[1].docs, d) }) {
		return false
	}
	return name.Slip(s.docs[forms[0].docs[0]].Text.Lex, forms[0].text, forms[1].text)
}

// initialed reports whether a name begins with initials: S. Brandt may be any of them, and so may JD Brandt, but Ed Brandt may not.
func initialed(name string) bool {
	given, _, _ := strings.Cut(name, " ")
	return strings.HasSuffix(given, ".") || utf8.RuneCountInString(given) == 1 || len(given) == 2 && strings.ToUpper(given) == given
}

// mostTold returns the form that most documents have, of equal ones the first.
func mostTold(forms []form) int {
	best, most := 0, 0
	for i := range forms {
		n := 0
		for j, d := range forms[i].docs {
			if j == 0 || forms[i].docs[j-1] != d {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// shouted reports whether a form in capitals stands beside the same words in lower case: a headline's.
func shouted(forms []form, w string) bool {
	for _, g := range forms {
		if g.text != w && strings.EqualFold(g.text, w) && len(w) > 4 {
			return true
		}
	}
	return false
}

// partOf reports whether all words of a short form stand in a long one.
func partOf(short, long string) bool {
	words := strings.Fields(strings.ToLower(long))
	for w := range strings.FieldsSeq(strings.ToLower(short)) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}
