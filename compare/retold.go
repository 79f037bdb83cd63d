package compare

import (
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// ReasonRetold is the code of what one speaker said on one occasion in the past, told in words that fit. Arguments: the speaker,
// the time.
const ReasonRetold = "retold"

// retoldBefore is how long before the reports an occasion must lie: on the day of the reports one speaks of many things.
const retoldBefore = 4 * 24 * time.Hour

// A saying is who spoke when.
type saying struct {
	who      entityKey
	from, to int64 // seconds
}

// retold reports what two sources have one holder say on one occasion that lies back, each in words of its own: a warning in
// March, of sanctions here and of measures there.
func (s *sources) retold(all []proposition, ts []topic) []Finding {
	byKey := map[saying][]int{}
	var order []saying
	for i := range all {
		t, ok := s.saidBack(&all[i])
		if !ok {
			continue
		}
		k := saying{all[i].who, t.From.Unix(), t.To.Unix()}
		if byKey[k] == nil {
			order = append(order, k)
		}
		if len(byKey[k]) < maxHeads {
			byKey[k] = append(byKey[k], i)
		}
	}
	if len(order) == 0 {
		return nil
	}
	var out []Finding
	alike := surelyOf(ts, len(all))
	for _, k := range order {
		a, b, most := 0, 0, 0
		for n, i := range byKey[k] {
			for _, j := range byKey[k][:n] {
				if m := s.sharedSaying(all, j, i); m > most && (alike[i] < 0 || alike[i] != alike[j]) {
					a, b, most = j, i, m
				}
			}
		}
		if most > 0 {
			out = append(out, s.retelling(&all[a], &all[b]))
		}
	}
	return out
}

// saidBack returns when a proposition was said, where a source tells that it was on a day or in a month that lies back.
func (s *sources) saidBack(p *proposition) (timex.Time, bool) {
	if p.claim.Voice < 0 || p.unsaid || p.who == "" || p.claim.Bare {
		return timex.Time{}, false
	}
	doc := s.docs[p.doc]
	v := &doc.Attributions[p.claim.Voice]
	if v.SaidAt < 0 || v.Stance == attribution.Denies || v.Stance == attribution.Declines || doc.Published.IsZero() {
		return timex.Time{}, false
	}
	t := doc.Times[v.SaidAt].Value
	ok := t.Resolved() && !t.Approx && !t.Open && (t.Grain == timex.Day || t.Grain == timex.Month) && doc.Published.Sub(t.To) >= retoldBefore
	return t, ok
}

// What two propositions of one holder and occasion must share besides, to be one remark: keys, and of them such as are no names.
const (
	retoldKeys  = 3
	retoldPlain = 2
)

// sharedSaying counts the keys that two propositions share, 0 where they are not one remark.
func (s *sources) sharedSaying(all []proposition, i, j int) int {
	a, b := &all[i], &all[j]
	if a.doc == b.doc || a.claim.Negated != b.claim.Negated || s.valuesDiffer(a, b) {
		return 0
	}
	if l := a.like(b); l.plain >= retoldPlain && l.plain+l.names >= retoldKeys {
		return l.plain + l.names
	}
	return 0
}

// surelyOf returns of each of n propositions the first topic that it is surely a member of, or -1.
func surelyOf(ts []topic, n int) []int {
	of := make([]int, n)
	for i := range of {
		of[i] = -1
	}
	for t := range ts {
		for k, m := range ts[t].members {
			if ts[t].sure[k] && of[m] < 0 {
				of[m] = t
			}
		}
	}
	return of
}

func (s *sources) retelling(a, b *proposition) Finding {
	f := Finding{Kind: "stance", Rule: StatementMatch, Verdict: VerdictCompatible, Severity: Info, Origins: 1}
	t, _ := s.saidBack(a)
	f.Reason = Reason{Code: ReasonRetold, Args: []string{a.holder, ShowTime(t)}}
	pos := Position{Side: "a"}
	for _, p := range []*proposition{a, b} {
		sp := p.claim.Span
		if sp.Len() > longSaying {
			sp = s.gist(p, a, b)
		}
		e := s.evidence(p.doc, sp)
		e.Speaker, e.Reading = p.holder, "proposition"
		pos.Evidence, pos.Sources = append(pos.Evidence, e), append(pos.Sources, e.Source)
	}
	pos.Value = shorten(pos.Evidence[0].Text, mostTopic)
	f.Topic, f.Positions = a.holder+": "+pos.Value, []Position{pos}
	return f
}

// longSaying is how many bytes of a remark are shown as they are.
const longSaying = 160

// gist is the part of a long remark that is shown: the words in quotation marks, else what it shares with the other.
func (s *sources) gist(p, a, b *proposition) text.Span {
	doc := s.docs[p.doc]
	if q := doc.Attributions[p.claim.Voice].Quoted; len(q) == 1 {
		if sp := doc.Text.Span(q[0]); sp.Len() <= longSaying {
			return sp
		}
	}
	if p == a {
		return a.sharedSpan(b)
	}
	return b.sharedSpan(a)
}
