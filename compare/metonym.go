package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/name"
)

// ReasonMetonym is the code of a seat of government that stands for its state. Arguments: the state, the seats.
const ReasonMetonym = "metonym"

// metonyms reports the states that several sources name by the seat of their government: Tehran for Iran, the Kremlin and
// Moscow for Russia.
func (s *sources) metonyms() []Finding {
	forms := map[entityKey][]form{}
	var order []entityKey
	named := map[entityKey]string{}
	for d, doc := range s.docs {
		for i := range doc.Names {
			m := &doc.Names[i]
			if _, ok := s.linked(d, m); !ok || m.Value.Via != name.ByMetonym {
				continue
			}
			e := m.Value.Entity
			if of := slices.IndexFunc(doc.Entities, func(x name.Entity) bool { return x.ID == doc.Entities[e].For }); of >= 0 && doc.Entities[of].Kind == name.Place {
				e = int32(of) // the Kremlin is a body of Russia
			}
			k := s.keys[d][e]
			if forms[k] == nil {
				order = append(order, k)
				named[k] = doc.Entities[e].Name
			}
			forms[k] = addForm(forms[k], textOf(doc, m.Span), d, m.Span)
		}
	}
	var out []Finding
	for _, k := range order {
		if f, ok := s.seats(named[k], forms[k]); ok {
			out = append(out, f)
		}
	}
	return out
}

// seats makes the finding of a state and the names of its seats; the first place in each document is enough.
func (s *sources) seats(state string, forms []form) (Finding, bool) {
	f := Finding{Kind: "name", Rule: NameVariant, Verdict: VerdictAgree, Severity: Info, Topic: state, Reason: Reason{Code: ReasonMetonym, Args: []string{state}}}
	docs := map[int]bool{}
	for i, g := range forms {
		p := Position{Value: g.text, Side: side(i)}
		for n, d := range g.docs {
			if n > 0 && g.docs[n-1] == d {
				continue
			}
			docs[d] = true
			e := s.evidence(d, g.at[n])
			e.Value, e.Reading = g.text, "name"
			p.Evidence, p.Sources = append(p.Evidence, e), append(p.Sources, e.Source)
		}
		f.Positions = append(f.Positions, p)
		f.Reason.Args = append(f.Reason.Args, g.text)
	}
	f.Origins = len(docs)
	return f, len(docs) > 1
}
