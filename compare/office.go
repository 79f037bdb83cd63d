package compare

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonOffice is the code of one person in one office. Arguments: the name, the office.
const ReasonOffice = "same-office"

// An officeOf is where a document gives a person an office.
type officeOf struct {
	doc   int
	title text.Span
	at    text.Span // the title and the name
}

// A seat is one person in one office.
type seat struct {
	person entityKey
	office string
}

// offices reports the persons to whom several sources give one office, however they spell the name.
func (s *sources) offices() []Finding {
	held := map[seat][]officeOf{}
	var order []seat
	for d, doc := range s.docs {
		for i := range doc.Names {
			m := &doc.Names[i]
			person, ok := s.personAt(d, m)
			if !ok {
				continue
			}
			office, at := statement.OfficeAt(doc.Text, m)
			if office == "" {
				continue
			}
			k := seat{person, office}
			of := held[k]
			if len(of) > 0 && of[len(of)-1].doc == d {
				continue
			}
			if of == nil {
				order = append(order, k)
			}
			held[k] = append(of, officeOf{d, doc.Text.Span(at), doc.Text.Span(at).Cover(m.Span)})
		}
	}
	var out []Finding
	for _, k := range order {
		if len(held[k]) > 1 {
			out = append(out, s.office(k, held[k]))
		}
	}
	return out
}

func (s *sources) office(k seat, of []officeOf) Finding {
	written := strings.ToLower(textOf(s.docs[of[0].doc], of[0].title))
	p := Position{Value: written, Side: "a"}
	for _, o := range of {
		e := s.evidence(o.doc, o.at)
		e.Value, e.Reading = strings.ToLower(textOf(s.docs[o.doc], o.title)), "name"
		p.Evidence = append(p.Evidence, e)
		p.Sources = append(p.Sources, e.Source)
	}
	full := s.fullName(k.person)
	return Finding{Kind: "name", Rule: OfficeMatch, Verdict: VerdictAgree, Severity: Info, Origins: len(of), Topic: full,
		Reason: Reason{Code: ReasonOffice, Args: []string{full, written}}, Positions: []Position{p}}
}

// fullName returns the longest name that an entity has in any document, of equal ones the first.
func (s *sources) fullName(k entityKey) string {
	best := ""
	for d := range s.docs {
		for j, key := range s.keys[d] {
			if n := s.docs[d].Entities[j].Name; key == k && (len(n) > len(best) || len(n) == len(best) && n < best) {
				best = n
			}
		}
	}
	return best
}
