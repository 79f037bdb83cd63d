package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// when reads which event a time is the time of.
func (f *finder) when(s, ti int32) (Statement, bool) {
	t := &f.ts[ti]
	if !t.Value.Resolved() && t.Value.Grain == 0 {
		return Statement{}, false
	}
	cl := f.clause(t.First, t.Last)
	ev, ok := f.mainVerb(cl, int(t.First))
	if !ok {
		return Statement{}, false
	}
	st := Statement{Kind: When, Sentence: s, Span: t.Span, Clause: f.g.Span(cl), Quantity: -1, Time: ti, Name: -1, Voice: f.voiceAt(t.First)}
	st.Terms = f.terms(cl)
	st.Slot = Slot{Measure: "time", Event: ev.class, Time: t.Value, Place: f.place(cl), Negated: f.negated(cl), Modality: f.modality(cl), Holder: f.holder(st.Voice)}
	st.Slot.Telling = f.telling(ev.at)
	st.Slot.Agents, st.Slot.Patients = f.participants(cl, ev.at)
	return st, true
}

// mainVerb returns the verb of a clause that stands nearest to token i, those before it first.
func (f *finder) mainVerb(cl text.Range, i int) (eventWord, bool) {
	for j := min(i, int(cl.Last)) - 1; j >= int(cl.First); j-- {
		if ev, ok := f.verbAt(j); ok {
			return ev, true
		}
	}
	for j := max(i, int(cl.First)); j < int(cl.Last); j++ {
		if ev, ok := f.verbAt(j); ok {
			return ev, true
		}
	}
	return eventWord{}, false
}

// verbAt reads a verb that the tables of classes know, else one that is a verb before all.
func (f *finder) verbAt(j int) (eventWord, bool) {
	k := &f.g.Tokens[j]
	if k.Class != text.Word || f.g.Has(j, lexicon.Function) {
		return eventWord{}, false
	}
	if ev, _, ok := f.event(j); ok && ev.kind != kindState {
		return ev, true
	}
	if f.isVerb(j) && !k.Is(text.Capital) {
		return eventWord{class: f.lemma(j), at: j, next: j + 1}, true
	}
	return eventWord{}, false
}

// telling reports whether the verb at token i is one of speaking.
func (f *finder) telling(i int) bool {
	return f.g.Starts(i).Has(lexicon.Cues) || f.verbClass(i) == "communication"
}
