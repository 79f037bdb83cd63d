package compare

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// ReasonSaidOn is the code of one speaker who spoke at one time. Arguments: the speaker, the time.
const ReasonSaidOn = "said-on"

// An audience is when a body, or several that speak as one, spoke, whatever it said.
type audience struct{ who, when string }

// heard is where a document tells of it.
type heard struct {
	doc, voice int
	at         text.Span
	reading    string
}

// audiences reports the bodies that several sources have speak on one day, or in one month: "Tuesday" here, "Sept. 10" there. What
// persons say is dated with the statements themselves. One that speaks on two days has spoken twice, and nothing conflicts.
func (s *sources) audiences(who func(doc, voice int) string) []Finding {
	told := map[audience][]heard{}
	var order []audience
	for d, doc := range s.docs {
		for i := range doc.Attributions {
			v := &doc.Attributions[i]
			if v.SaidAt < 0 || v.Speaker.Len() == 0 || v.Speaker.Unnamed {
				continue
			}
			m := &doc.Times[v.SaidAt]
			key := who(d, i)
			if key == "" || strings.HasPrefix(key, personKey) && !strings.ContainsRune(key, '+') || !m.Value.Resolved() || m.Value.Grain != timex.Day && m.Value.Grain != timex.Month || m.Value.Approx || m.Value.Open {
				continue
			}
			k := audience{key, ShowTime(m.Value)}
			of := told[k]
			if len(of) > 0 && of[len(of)-1].doc == d {
				continue
			}
			if of == nil {
				order = append(order, k)
			}
			told[k] = append(of, heard{d, i, m.Span, m.Rule})
		}
	}
	var out []Finding
	for _, k := range order {
		if len(told[k]) > 1 {
			out = append(out, s.audience(k, told[k]))
		}
	}
	return out
}

func (s *sources) audience(k audience, of []heard) Finding {
	p := Position{Value: k.when, Side: "a"}
	speaker := ""
	for _, h := range of {
		e := s.evidence(h.doc, h.at)
		e.Value, e.Reading = k.when, h.reading
		e.Speaker = s.docs[h.doc].Attributions[h.voice].Speaker.Name
		if speaker == "" || len(e.Speaker) > len(speaker) {
			speaker = e.Speaker
		}
		p.Evidence = append(p.Evidence, e)
		p.Sources = append(p.Sources, e.Source)
	}
	if named := s.membersOf(k.who); named != k.who {
		speaker = named
	}
	return Finding{Kind: "date", Rule: DateMatch, Verdict: VerdictAgree, Severity: Info, Origins: 1, Topic: speaker,
		Reason: Reason{Code: ReasonSaidOn, Args: []string{speaker, k.when}}, Positions: []Position{p}}
}
