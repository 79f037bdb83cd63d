package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// occasions are the days on which persons and bodies spoke, as sources tell them: "Tuesday" of one report is "yesterday" of the next.
// Two days say nothing against each other, since people speak on many, unless what was said is the same.
type occasions struct {
	of    map[entityKey][]dated
	order []entityKey
	known map[saidOn]bool
}

// A saidOn is that a document lets somebody speak at a time.
type saidOn struct {
	who      entityKey
	doc      int
	from, to int64 // seconds
}

func saidOnOf(who entityKey, doc int, t *timex.Time) saidOn {
	return saidOn{who, doc, t.From.Unix(), t.To.Unix()}
}

// add takes note of when a person spoke in document d, where the day is known and he alone.
func (o *occasions) add(s *sources, d int, st *statement.Statement) {
	t := st.Slot.Time
	if t.Grain != timex.Day || !t.Resolved() || st.Slot.Negated || len(st.Slot.Agents) != 1 {
		return
	}
	if who := s.entity(d, st.Slot.Agents[0]); strings.HasPrefix(who, personKey) {
		o.put(who, dated{doc: d, st: st, t: t})
	}
}

// voices takes note of when whoever speaks in document d did so, by day or month, as the words of the attribution have it.
func (o *occasions) voices(s *sources, d int) {
	doc := s.docs[d]
	for i := range doc.Attributions {
		v := &doc.Attributions[i]
		if v.SaidAt < 0 || v.Speaker.Len() == 0 || v.Speaker.Unnamed {
			continue
		}
		m := &doc.Times[v.SaidAt]
		t := m.Value
		who := s.speaker(d, i)
		if who == "" || !t.Resolved() || t.Grain != timex.Day && t.Grain != timex.Month || t.Approx || t.Open || o.known[saidOnOf(who, d, &t)] {
			continue
		}
		st := &statement.Statement{Kind: statement.When, Sentence: int32(min(statement.SentenceAt(doc.Text, m.First), len(doc.Text.Sentences)-1)), Span: m.Span, Time: v.SaidAt, Slot: statement.Slot{Time: t, Agents: []string{v.Speaker.Name}}}
		o.put(who, dated{doc: d, st: st, t: t})
	}
}

func (o *occasions) put(who entityKey, x dated) {
	if o.of == nil {
		o.of, o.known = map[entityKey][]dated{}, map[saidOn]bool{}
	}
	if len(o.of[who]) == 0 {
		o.order = append(o.order, who)
	}
	o.of[who] = append(o.of[who], x)
	o.known[saidOnOf(who, x.doc, &x.t)] = true
}

// findings reports the days on which at least two sources let one person speak, and the remarks that they date differently.
func (o *occasions) findings(s *sources) []Finding {
	var out []Finding
	for _, who := range o.order {
		var days []string
		on := map[string][]dated{}
		for _, x := range o.of[who] {
			day := ShowTime(x.t)
			if len(on[day]) == 0 {
				days = append(days, day)
			}
			on[day] = append(on[day], x)
		}
		for _, day := range days {
			if f, ok := s.date(on[day]); ok {
				out = append(out, s.spoke(f, who, on[day]))
			}
		}
		if f, ok := s.redated(o.of[who]); ok {
			out = append(out, s.spoke(f, who, o.of[who]))
		}
	}
	return out
}

// ReasonSaidOn is the code of one who spoke at one time. Arguments: the speaker, the time.
const ReasonSaidOn = "said-on"

// spoke names a finding for who spoke, where no clause of its own names the occasion.
func (s *sources) spoke(f Finding, who entityKey, group []dated) Finding {
	if f.Topic != "" {
		return f
	}
	f.Topic = group[0].st.Slot.Agents[0]
	if strings.ContainsRune(who, '+') {
		f.Topic = s.membersOf(who)
	}
	if f.Verdict == VerdictAgree {
		f.Reason, f.Origins = Reason{Code: ReasonSaidOn, Args: []string{f.Topic, f.Positions[0].Value}}, 1
	}
	return f
}

// redated finds one remark that two sources date differently: their sentences are nearly the same in their words.
func (s *sources) redated(all []dated) (Finding, bool) {
	all = all[:min(len(all), maxClasses)]
	for i := range all {
		for k := i + 1; k < len(all); k++ {
			a, b := &all[i], &all[k]
			if a.doc == b.doc || s.weeksApart(a, b) || !s.sameRemark(a, b) || s.inSeries(a.doc, b.doc) || onDay(all, b.doc, a) || onDay(all, a.doc, b) {
				continue
			}
			if j := judgeTimes(a.t, b.t); j.Relation == Conflict {
				return s.dateFinding([]dated{*a, *b}, j, j.Flags), true
			}
		}
	}
	return Finding{}, false
}

// remarkLength is how many different words the sentence of a remark needs to be known again.
const remarkLength = 8

func (s *sources) sameRemark(a, b *dated) bool {
	return min(len(s.wordsOf(a.doc, a.st.Sentence)), len(s.wordsOf(b.doc, b.st.Sentence))) >= remarkLength &&
		s.jaccard(a.doc, a.st.Sentence, b.doc, b.st.Sentence) >= copyShare
}

// onDay reports whether document d lets the person speak on the day of x as well.
func onDay(all []dated, d int, x *dated) bool {
	return slices.ContainsFunc(all, func(y dated) bool { return y.doc == d && y.t.From.Equal(x.t.From) })
}
