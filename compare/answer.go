package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	at, fuller := map[string]int{}, s.fullerNames(all, d)
	for _, i := range d.denials {
		p := &all[i]
		value, code := "denies", ReasonDenied
		if p.stance == attribution.Declines {
			value, code = "declines", ReasonDeclined
		}
		k := value + " " + cmp.Or(fuller[restOf(p.holder)], p.who)
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k] = n
			out = append(out, Finding{Kind: "stance", Rule: StatementMatch, Verdict: VerdictAgree, Severity: Info, Topic: topic,
				Reason: Reason{Code: code, Args: []string{topic, p.holder}}, Positions: []Position{{Value: value, Side: "a"}}})
		}
		if pos := &out[n].Positions[0]; len(pos.Sources) == 0 || pos.Sources[len(pos.Sources)-1] != s.docs[p.doc].Source.ID {
			s.answer(pos, p)
			if out[n].Origins == 0 || isState(p.who) {
				out[n].Origins++ // one holder is one origin, but for a state, which speaks on many occasions
			}
		}
	}
	return slices.DeleteFunc(out, func(f Finding) bool { return len(f.Positions[0].Sources) < 2 })
}

// fullerNames returns who is meant by words for a body that are no name of it, by what follows the first of them: its mission to the
// United Nations is the Permanent Mission to the United Nations, where no other who answers has a name of that end.
func (s *sources) fullerNames(all []proposition, d dispute) map[string]entityKey {
	out := map[string]entityKey{}
	for _, named := range []bool{true, false} {
		for _, i := range d.denials {
			p := &all[i]
			rest := restOf(p.holder)
			if rest == "" || p.claim.Voice < 0 || named != (s.docs[p.doc].Attributions[p.claim.Voice].Speaker.Entity >= 0) {
				continue
			}
			switch was, ok := out[rest]; {
			case named && !ok:
				out[rest] = p.who
			case named && was != p.who:
				out[rest] = ""
			case !named && was != "" && unicode.IsUpper(firstRune(p.holder)):
				out[rest] = "" // Norway's, and not the other's
			}
		}
	}
	return out
}

// restOf returns a name of three words or more without the first, in lower case, or "".
func restOf(name string) string {
	_, rest, _ := strings.Cut(name, " ")
	if strings.Count(rest, " ") < 1 {
		return ""
	}
	return strings.ToLower(rest)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// answer adds who answers, and the word for it.
func (s *sources) answer(to *Position, p *proposition) {
	sp := s.telling(p)
	if sp.Empty() {
		sp = p.claim.Span
	}
	if p.claim.Voice >= 0 {
		if m := s.mediumSpan(p.doc, &s.docs[p.doc].Attributions[p.claim.Voice]); !m.Empty() && sp.Cover(m).Len() <= sp.Len()+m.Len()+80 {
			sp = sp.Cover(m) // in which statement it was answered
		}
	}
	e := s.evidence(p.doc, sp)
	e.Speaker, e.Reading = p.holder, "stance"
	to.Evidence, to.Sources = append(to.Evidence, e), append(to.Sources, e.Source)
}
