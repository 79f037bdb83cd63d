package compare

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonSort is the code of one product that is of one sort in several sources. Arguments: the name, the sort.
const ReasonSort = "same-sort"

// sorts reports the products that several sources name and call the same: the Fath-360, a missile system.
func (s *sources) sorts() []Finding {
	type called struct {
		product entityKey
		sort    string
	}
	type use struct {
		doc int
		at  text.Span
	}
	uses := map[called][]use{}
	var order []called
	for d, doc := range s.docs {
		for i := range doc.Names {
			m := &doc.Names[i]
			k, ok := s.linked(d, m)
			if !ok || m.Value.Via != name.ByName || doc.Entities[m.Value.Entity].Kind != name.Product {
				continue
			}
			sort, at := statement.SortBehind(doc.Text, int(m.Last))
			if at < 0 {
				continue
			}
			c := called{k, sort}
			if of := uses[c]; len(of) > 0 && of[len(of)-1].doc == d {
				continue
			}
			if uses[c] == nil {
				order = append(order, c)
			}
			uses[c] = append(uses[c], use{d, m.Span.Cover(doc.Text.Tokens[at].Span())})
		}
	}
	var out []Finding
	for _, c := range order {
		if len(uses[c]) < 2 {
			continue
		}
		p := Position{Value: c.sort, Side: "a"}
		for _, u := range uses[c] {
			e := s.evidence(u.doc, u.at)
			e.Value, e.Reading = strings.ToLower(c.sort), "name"
			p.Evidence, p.Sources = append(p.Evidence, e), append(p.Sources, e.Source)
		}
		full := s.fullName(c.product)
		out = append(out, Finding{Kind: "name", Rule: OfficeMatch, Verdict: VerdictAgree, Severity: Info, Origins: len(uses[c]), Topic: full,
			Reason: Reason{Code: ReasonSort, Args: []string{full, c.sort}}, Positions: []Position{p}})
	}
	return out
}
