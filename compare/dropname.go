package compare

import (
	"slices"
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A target is whom a speaker accuses, condemns, praises or warns: the names that his words begin with.
type target struct {
	prop  int
	names []entityKey
	span  text.Span
}

// targetDays is how far apart two reports of one act may be published.
const targetDays = 3 * 24 * time.Hour

// targets reports where one source has a speaker accuse, condemn, praise or warn several, and another only some of them.
func (s *sources) targets(all []proposition) []Finding {
	type act struct {
		who   entityKey
		lemma string
	}
	byAct := map[act][]target{}
	var order []act
	for i := range all {
		t, ok := s.target(all, i)
		if !ok {
			continue
		}
		k := act{all[i].who, s.docs[all[i].doc].Attributions[all[i].claim.Voice].CueLemma}
		if len(byAct[k]) == 0 {
			order = append(order, k)
		}
		if len(byAct[k]) < maxHeads {
			byAct[k] = append(byAct[k], t)
		}
	}
	var out []Finding
	for _, k := range order {
		if f, ok := s.targetDropped(all, byAct[k]); ok {
			out = append(out, f)
		}
	}
	return out
}

// target returns the names that the words of proposition i begin with, where it is one that is held against somebody.
func (s *sources) target(all []proposition, i int) (t target, ok bool) {
	p := &all[i]
	switch p.stance {
	case attribution.Accuses, attribution.Condemns, attribution.Praises, attribution.Warns:
	default:
		return t, false
	}
	if p.claim.Voice < 0 || p.who == "" || p.unsaid {
		return t, false
	}
	doc := s.docs[p.doc]
	v := &doc.Attributions[p.claim.Voice]
	if len(v.Content) == 0 || v.Cue.Len() == 0 || v.Content[0].First-v.Cue.Last > 1 || v.Content[0].First < v.Cue.Last {
		return t, false
	}
	t.prop = i
	last := v.Content[0].First
	for _, m := range s.namesIn(p.doc, v.Content[0]) {
		if m.Value.Nested || m.Value.Via == name.ByPronoun {
			continue
		}
		if len(t.names) > 0 && (m.First-last > 2 || !s.enumerated(p.doc, int(last))) || len(t.names) == 0 && m.First-last > 1 {
			break
		}
		k, known := s.linked(p.doc, &m)
		if !known {
			break
		}
		t.names = append(t.names, k)
		t.span = grown(t.span, m.Span)
		last = m.Last
	}
	return t, len(t.names) > 0
}

func grown(a, b text.Span) text.Span {
	if a.Empty() {
		return b
	}
	return a.Cover(b)
}

// targetDropped makes the finding of the fullest of several targets, and those that have less of it.
func (s *sources) targetDropped(all []proposition, ts []target) (f Finding, ok bool) {
	full := slices.MaxFunc(ts, func(a, b target) int { return len(a.names) - len(b.names) })
	a := &all[full.prop]
	f = Finding{Kind: "term", Rule: DetailDropped, Verdict: VerdictCompatible, Severity: Minor, Origins: 1}
	add := func(t *target) {
		e := s.evidence(all[t.prop].doc, t.span)
		e.Speaker, e.Reading, e.Value = all[t.prop].holder, "term", e.Text
		n := slices.IndexFunc(f.Positions, func(p Position) bool { return p.Value == e.Text })
		if n < 0 {
			n = len(f.Positions)
			f.Positions = append(f.Positions, Position{Value: e.Text, Side: side(n)})
			f.Reason.Args = append(f.Reason.Args, e.Text)
		}
		f.Positions[n].Sources, f.Positions[n].Evidence = append(f.Positions[n].Sources, e.Source), append(f.Positions[n].Evidence, e)
	}
	add(&full)
	for i := range ts {
		if b := &all[ts[i].prop]; b.doc != a.doc && s.oneAct(a, b) && s.someOf(&ts[i], &full, b) {
			add(&ts[i])
		}
	}
	doc := s.docs[a.doc]
	f.Topic = shorten(doc.Text.Span(doc.Attributions[a.claim.Voice].Cue).Cover(full.span).Of(doc.Source.Text), 80)
	f.Reason.Code = "detail-dropped"
	return f, len(f.Positions) > 1
}

// oneAct reports whether two propositions of one speaker and verb are one: told within days, and one says no more than whom it is
// about, or both say much the same of him.
func (s *sources) oneAct(a, b *proposition) bool {
	if x, y := s.docs[a.doc].Published, s.docs[b.doc].Published; !x.IsZero() && !y.IsZero() && x.Sub(y).Abs() > targetDays {
		return false
	}
	l := a.like(b)
	few := min(plainKeys(a), plainKeys(b))
	return few <= 1 || 2*l.plain >= few && l.plain >= samePlain
}

func plainKeys(p *proposition) int {
	n := 0
	for i := range p.keys {
		if !p.keys[i].key.Name {
			n++
		}
	}
	return n
}

// someOf reports whether t has some of the names of full, and none besides, and its sentence none of the others.
func (s *sources) someOf(t, full *target, p *proposition) bool {
	if len(t.names) >= len(full.names) {
		return false
	}
	for _, k := range t.names {
		if !slices.Contains(full.names, k) {
			return false
		}
	}
	g := s.docs[p.doc].Text
	for _, m := range s.namesIn(p.doc, g.Sentences[min(int(p.claim.Sentence), statement.SentenceAt(g, statement.Tokens(g, t.span).First))].Range) {
		if k, ok := s.linked(p.doc, &m); ok && slices.Contains(full.names, k) && !slices.Contains(t.names, k) {
			return false
		}
	}
	return true
}
