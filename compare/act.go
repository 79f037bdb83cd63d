package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonAct is the code of one statement that sources have one holder make in different acts: confirm it, accuse of it.
// Arguments: the words that confirm, those that accuse.
const ReasonAct = "speech-act"

// acts reports where one holder is said to confirm a thing in one source and to accuse somebody of it in another: the one verb takes
// it for true, the other leaves it open.
func (s *sources) acts(all []proposition, ts []topic) []Finding {
	var out []Finding
	for i := range ts {
		if f, ok := s.act(all, &ts[i]); ok {
			out = append(out, f)
		}
	}
	return out
}

func (s *sources) act(all []proposition, t *topic) (Finding, bool) {
	f := Finding{Kind: "stance", Rule: StrengthConflict, Verdict: VerdictCompatible, Severity: Minor, Origins: 1, Topic: s.topicText(all, t), Reason: Reason{Code: ReasonAct}}
	first := -1
	for _, m := range slices.Concat(t.more, t.members) {
		p := &all[m]
		if p.claim.Voice < 0 || p.stance != attribution.Confirms && p.stance != attribution.Accuses {
			continue
		}
		if first >= 0 && !oneVoice(&all[first], p) {
			continue
		}
		sp := s.telling(p)
		if sp.Empty() || slices.ContainsFunc(f.Positions, func(x Position) bool { return slices.Contains(x.Sources, s.docs[p.doc].Source.ID) }) {
			continue
		}
		if first < 0 {
			first = m
		}
		e := s.evidence(p.doc, sp)
		e.Speaker, e.Reading, e.Value = p.holder, "stance", p.stance.String()
		n := slices.IndexFunc(f.Positions, func(x Position) bool { return x.Value == e.Value })
		if n < 0 {
			n = len(f.Positions)
			f.Positions = append(f.Positions, Position{Value: e.Value, Side: side(n)})
			at := len(f.Reason.Args)
			if p.stance == attribution.Confirms {
				at = 0
			}
			f.Reason.Args = slices.Insert(f.Reason.Args, at, e.Text)
		}
		x := &f.Positions[n]
		x.Evidence, x.Sources = append(x.Evidence, e), append(x.Sources, e.Source)
	}
	return f, len(f.Positions) > 1
}

// telling is who says a proposition, and the word for it.
func (s *sources) telling(p *proposition) text.Span {
	v := &s.docs[p.doc].Attributions[p.claim.Voice]
	g := s.docs[p.doc].Text
	c := g.Span(v.Cue)
	if v.Cue.Len() == 0 {
		return text.Span{}
	}
	if sp := g.Span(v.Speaker.Range).Cover(c); v.Speaker.Len() > 0 && sp.Len() <= maxClaimText {
		return sp
	}
	return c
}
