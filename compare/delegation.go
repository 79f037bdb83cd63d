package compare

import (
	"sort"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// delegationsOf returns the delegations of document d, which are read once.
func (s *sources) delegationsOf(d int) []statement.Delegation {
	if s.delegations == nil {
		s.delegations = make([][]statement.Delegation, len(s.docs))
		for i, doc := range s.docs {
			s.delegations[i] = statement.Delegations(nil, doc.Text, doc.Names, doc.Entities)
		}
	}
	return s.delegations[d]
}

// postKey is the same for one delegation in all documents: whose it is, what it is and where it sits.
func (s *sources) postKey(d int, x *statement.Delegation) entityKey {
	return s.keys[d][x.Owner] + " " + x.Post + " " + strconv.FormatUint(x.At, 36)
}

// postOf returns the key of the delegation that the words of a speaker end with, or "".
func (s *sources) postOf(d int, r text.Range) entityKey {
	all := s.delegationsOf(d)
	i := sort.Search(len(all), func(i int) bool { return all[i].Last >= r.Last })
	if i == len(all) || all[i].Last != r.Last || all[i].First < r.First {
		return ""
	}
	return s.postKey(d, &all[i])
}

// inPost reports whether a token stands in the name of a delegation: where it sits is not where it acts.
func (s *sources) inPost(d int, token int32) bool {
	all := s.delegationsOf(d)
	i := sort.Search(len(all), func(i int) bool { return all[i].Last > token })
	return i < len(all) && all[i].First <= token
}

// posts reports the delegations that sources name differently: Norway's Permanent Mission to the United Nations, its mission there.
func (s *sources) posts() []Finding {
	forms := map[entityKey][]form{}
	var order []entityKey
	for d, doc := range s.docs {
		for i := range s.delegationsOf(d) {
			x := &s.delegations[d][i]
			k, sp := s.postKey(d, x), doc.Text.Span(x.Range)
			if forms[k] == nil {
				order = append(order, k)
			}
			forms[k] = addForm(forms[k], textOf(doc, sp), d, sp)
		}
	}
	var out []Finding
	for _, k := range order {
		if f, ok := s.postForms(forms[k]); ok {
			out = append(out, f)
		}
	}
	return out
}

// postForms makes the finding of a delegation and its names, the first place in each document being enough.
func (s *sources) postForms(forms []form) (Finding, bool) {
	f := Finding{Kind: "name", Rule: NameVariant, Verdict: VerdictAgree, Severity: Info, Topic: forms[0].text, Reason: Reason{Code: ReasonVariant}}
	for i, g := range forms {
		p := Position{Value: g.text, Side: side(i)}
		for n, d := range g.docs {
			if n > 0 && g.docs[n-1] == d {
				continue
			}
			e := s.evidence(d, g.at[n])
			e.Value, e.Reading = g.text, "name"
			p.Evidence, p.Sources = append(p.Evidence, e), append(p.Sources, e.Source)
		}
		f.Positions = append(f.Positions, p)
		f.Reason.Args = append(f.Reason.Args, g.text)
	}
	f.Origins = len(SourceIDs(f.Positions...))
	return f, f.Origins > 1 && len(forms) > 1 && !strings.EqualFold(forms[0].text, forms[len(forms)-1].text)
}
