package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
)

// Codes of how several sources have an accusation answered. Arguments: who answers, what.
const (
	ReasonDenied   = "denied-alike"
	ReasonDeclined = "declined-alike"
)

// answers reports what several sources have from one holder in answer to what others assert: that he denies it, or that he
// would not speak of it. That sources agree on the answer is told beside the dispute itself.
func (s *sources) answers(all []proposition, d dispute, topic string) []Finding {
	var out []Finding
	at := map[string]int{}
	for _, i := range d.denials {
		p := &all[i]
		value, code := "denies", ReasonDenied
		if p.stance == attribution.Declines {
			value, code = "declines", ReasonDeclined
		}
		k := value + " " + p.who
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k] = n
			out = append(out, Finding{Kind: "stance", Rule: StatementMatch, Verdict: VerdictAgree, Severity: Info, Topic: topic,
				Reason: Reason{Code: code, Args: []string{topic, p.holder}}, Positions: []Position{{Value: value, Side: "a"}}})
		}
		if pos := &out[n].Positions[0]; len(pos.Sources) == 0 || pos.Sources[len(pos.Sources)-1] != s.docs[p.doc].Source.ID {
			s.answer(pos, p)
			out[n].Origins++
		}
	}
	return slices.DeleteFunc(out, func(f Finding) bool { return f.Origins < 2 })
}

// answer adds who answers, and the word for it.
func (s *sources) answer(to *Position, p *proposition) {
	sp := s.telling(p)
	if sp.Empty() {
		sp = p.claim.Span
	}
	e := s.evidence(p.doc, sp)
	e.Speaker, e.Reading = p.holder, "stance"
	to.Evidence, to.Sources = append(to.Evidence, e), append(to.Sources, e.Source)
}
