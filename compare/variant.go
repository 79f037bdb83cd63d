package compare

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// variants reports the terms and spellings that sources choose differently for one thing: one finding for a
// class of terms, and one for a spelling.
func (s *sources) variants() []Finding {
	type use struct {
		doc  int
		span text.Span
	}
	type group struct {
		class string
		spelt bool
		model bool
		plain int // uses that are no names
		forms []string
		uses  map[string][]use
	}
	var found []statement.Variant
	var order []*group
	byClass := map[string]*group{}
	s.memory.words.Forget()
	for d, doc := range s.docs {
		found = s.memory.words.Variants(found[:0], doc.Text)
		for _, v := range found {
			g := byClass[v.Class]
			if g == nil {
				g = &group{class: v.Class, spelt: v.Spelt, model: v.Model, uses: map[string][]use{}}
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
				g.uses[v.Form] = append(us, use{d, v.Span})
			}
		}
	}
	var out []Finding
	for _, g := range order {
		if len(g.forms) < 2 || g.model && g.plain == 0 {
			continue // names are compared as names
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
