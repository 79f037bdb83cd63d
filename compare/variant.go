package compare

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A use is where a document has a form.
type variantUse struct {
	doc  int
	span text.Span
	with []entityKey // of a term: persons and bodies that the sentences name in which the document has it
}

// A variantGroup is the forms of one class of terms, or of one spelling.
type variantGroup struct {
	class string
	spelt bool
	model bool
	plain int // uses that are no names
	forms []string
	uses  map[string][]variantUse
}

// variants reports the terms and spellings that sources choose differently for one thing: one finding for a
// class of terms, and one for a spelling.
func (s *sources) variants() []Finding {
	var found []statement.Variant
	var order []*variantGroup
	byClass := map[string]*variantGroup{}
	s.memory.words.Forget()
	for d, doc := range s.docs {
		found = s.memory.words.Variants(found[:0], doc.Text)
		for _, v := range found {
			g := byClass[v.Class]
			if g == nil {
				g = &variantGroup{class: v.Class, spelt: v.Spelt, model: v.Model, uses: map[string][]variantUse{}}
				byClass[v.Class] = g
				order = append(order, g)
			}
			if v.Model && !s.named(d, v.Span) {
				g.plain++
			}
			us := g.uses[v.Form]
			if us == nil {
				g.forms = append(g.forms, v.Form)
			}
			if n := len(us); n == 0 || us[n-1].doc != d {
				us = append(us, variantUse{doc: d, span: v.Span})
				g.uses[v.Form] = us
			}
			if u := &us[len(us)-1]; !v.Spelt && !v.Model && len(u.with) < maxWith {
				u.with = s.peopleAround(u.with, d, v.Span)
			}
		}
	}
	var out []Finding
	for _, g := range order {
		if len(g.forms) < 2 || g.model && g.plain == 0 {
			continue // names are compared as names
		}
		if !g.spelt && !g.model && !g.oneThing() {
			continue // two spokesmen
		}
		docs := map[int]bool{}
		shown := func(id string) string { return id }
		if !g.spelt && !g.model {
			shown = termWords
		}
		f := Finding{Kind: "name", Rule: NameVariant, Verdict: VerdictAgree, Severity: Info, Topic: shown(g.class)}
		for _, form := range g.forms {
			p := Position{Value: shown(form), Side: side(len(f.Positions))}
			for _, u := range g.uses[form] {
				docs[u.doc] = true
				e := s.evidence(u.doc, u.span)
				e.Reading = "term"
				p.Sources = append(p.Sources, e.Source)
				p.Evidence = append(p.Evidence, e)
			}
			f.Positions = append(f.Positions, p)
		}
		if len(docs) < 2 {
			continue
		}
		f.Origins = len(docs)
		f.Reason = Reason{Code: "term-variant"}
		if g.model {
			f.Topic, f.Reason.Code = g.forms[0], ReasonVariant
		}
		if g.spelt {
			f.Flags = []string{"spelling-only"}
			f.Reason.Code = "spelling-variant"
		}
		out = append(out, f)
	}
	return out
}

// named reports whether a name begins where a span does.
func (s *sources) named(d int, sp text.Span) bool {
	names := s.docs[d].Names
	i := sort.Search(len(names), func(i int) bool { return names[i].Span.Start >= sp.Start })
	return i < len(names) && names[i].Span.Start == sp.Start
}

// maxWith bounds how many persons and bodies are kept of one form in one document.
const maxWith = 16

// peopleAround appends the persons and bodies that the sentence around a span names.
func (s *sources) peopleAround(dst []entityKey, d int, sp text.Span) []entityKey {
	doc := s.docs[d]
	toks, sens := doc.Text.Tokens, doc.Text.Sentences
	i := sort.Search(len(sens), func(i int) bool { return sens[i].Len() > 0 && int(toks[sens[i].Last-1].End) > sp.Start })
	if i == len(sens) {
		return dst
	}
	n := sort.Search(len(doc.Names), func(n int) bool { return doc.Names[n].First >= sens[i].First })
	for ; n < len(doc.Names) && doc.Names[n].First < sens[i].Last && len(dst) < maxWith; n++ {
		e := doc.Names[n].Value.Entity
		if e < 0 || int(e) >= len(s.keys[d]) {
			continue
		}
		if k := doc.Entities[e].Kind; k == name.Person || k == name.Organization {
			dst = append(dst, s.keys[d][e])
		}
	}
	return dst
}

// oneThing reports whether two forms of different documents stand beside one person or body: the spokesman of the Kremlin
// here, its spokesperson there.
func (g *variantGroup) oneThing() bool {
	type owner struct{ form, doc int }
	seen := map[entityKey]owner{}
	for i, form := range g.forms {
		for _, u := range g.uses[form] {
			for _, k := range u.with {
				was, ok := seen[k]
				if ok && was.form != i && was.doc != u.doc {
					return true
				}
				if !ok {
					seen[k] = owner{i, u.doc}
				}
			}
		}
	}
	return false
}
