package statement

import (
	"strings"

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
	if !ok { // "hit the island, its harbour and the city at 2:09": the verb stands before the list
		cl.First = max(f.sent.First, t.First-maxListed)
		if ev, ok = f.mainVerb(cl, int(t.First)); !ok {
			return Statement{}, false
		}
	}
	st := Statement{Kind: When, Sentence: s, Span: t.Span, Clause: f.g.Span(cl), Quantity: -1, Time: ti, Name: -1, Voice: f.voiceAt(t.First)}
	st.Terms = f.terms(cl)
	st.Slot = Slot{Measure: "time", Event: ev.class, Time: t.Value, Place: f.place(cl), Negated: f.negated(cl), Modality: f.modality(cl), Holder: f.holder(st.Voice)}
	st.Slot.Telling = f.tells(ev.at)
	st.Slot.Modifiers = f.ordinal(cl, ev.at)
	st.Slot.Agents, st.Slot.Patients = f.participants(cl, ev.at)
	return st, true
}

// maxListed is how many tokens before a time the verb of a list that it ends may stand. A sentence has no limit, and as many times as it likes.
const maxListed = 4 * maxClause

// ordinal returns the words that count an event among others: another, latest, and before its verb second.
func (f *finder) ordinal(cl text.Range, verb int) []string {
	for i := int(cl.First); i < int(cl.Last); i++ {
		if c, kind, _, ok := f.modifierAt(i); ok && (kind == modOther || kind == modFresh && !f.adverbial(i)) {
			f.mods = append(f.mods, c)
		}
	}
	for i := int(cl.First); i < verb; i++ {
		if r, ok := f.g.Row(i, lexicon.Numbers); ok && r.Field(colNumberKind) == ordinalNumber && f.class(i+1) == noClass {
			f.mods = append(f.mods, f.lemma(i))
		}
	}
	if len(f.mods) == 0 {
		return nil
	}
	out := f.stringSlab.Copy(sorted(f.mods))
	f.mods = f.mods[:0]
	return out
}

// mainVerb returns the verb of a clause that stands nearest to token i, those before it first. A verb of thinking or
// expecting gives way to what is expected: "landfall is expected on Thursday"; and one that tells which ships are meant to what
// happened: "stopped an attack on ships crossing the gulf on Friday".
func (f *finder) mainVerb(cl text.Range, i int) (eventWord, bool) {
	var thought eventWord
	try := func(j int) (eventWord, bool) {
		ev, ok := f.verbAt(j)
		if ok && (f.thinks(j) || f.qualifies(j)) {
			if thought.class == "" {
				thought = ev
			}
			return ev, false
		}
		return ev, ok
	}
	for j := min(i, int(cl.Last)) - 1; j >= int(cl.First); j-- {
		if ev, ok := try(j); ok {
			return ev, true
		}
	}
	for j := max(i, int(cl.First)); j < int(cl.Last); j++ {
		if ev, ok := try(j); ok {
			return ev, true
		}
	}
	return thought, thought.class != ""
}

// thinks reports whether the verb at token i is one of thinking, expecting or planning.
func (f *finder) thinks(i int) bool { return f.verbClass(i) == "cognition" }

// verbAt reads a verb that the tables of classes know, else one that is a verb before all.
func (f *finder) verbAt(j int) (eventWord, bool) {
	k := &f.g.Tokens[j]
	if k.Class != text.Word || f.g.Has(j, lexicon.Function) || f.adverbial(j) {
		return eventWord{}, false
	}
	if ev, _, ok := f.event(j); ok && ev.kind != kindState && !f.things(j) {
		if ev.kind == kindVerb && !ev.moves && ev.next == j+1 {
			ev.class = f.lemma(j) // what took office took no time, and won nothing
		}
		return ev, true
	}
	if (f.isVerb(j) || f.inflected(j)) && !k.Is(text.Capital) {
		return eventWord{class: f.lemma(j), at: j, next: j + 1}, true
	}
	return eventWord{}, false
}

// adverbial reports whether the word at token j stands before a verb in the past, to which it says when: last visited, first opened.
func (f *finder) adverbial(j int) bool {
	if j+1 >= int(f.sent.Last) || f.g.Tokens[j+1].Class != text.Word || !f.inflected(j+1) || strings.HasSuffix(f.g.Word(j), "ed") {
		return false
	}
	row, ok := f.g.Row(j, lexicon.Words)
	return ok && strings.ContainsAny(row.Field(colPOS), "ar")
}

// inflected reports whether the word at token j is a noun before all but stands in a form that only its verb has: towed.
func (f *finder) inflected(j int) bool {
	if !strings.HasSuffix(f.g.Word(j), "ed") {
		return false
	}
	row, ok := f.g.Row(j, lexicon.Words)
	return ok && strings.Contains(row.Field(colPOS), "v")
}

// things reports whether the word at token j names a person or a thing before it is a verb: officials, a ship.
func (f *finder) things(j int) bool {
	if w := f.g.Word(j); f.isVerb(j) || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") {
		return false
	}
	switch f.wordClass(j) {
	case "person", "artifact", "animal", "group", "body", "food", "substance", "location", "object", "plant", "possession":
		return true
	}
	return false
}

// qualifies reports whether the verb at token j stands in its -ing form behind a noun, which it qualifies.
func (f *finder) qualifies(j int) bool {
	return j > int(f.sent.First) && strings.HasSuffix(f.g.Word(j), "ing") && f.g.Tokens[j-1].Class == text.Word && f.class(j-1) == noClass
}

// tells reports whether the verb at token i is the cue of an attribution, or one of speaking.
func (f *finder) tells(i int) bool {
	return f.reports(i) || f.verbClass(i) == "communication" || f.thinks(i) && f.g.Starts(i).Has(lexicon.Cues)
}

// reports reports whether the verb at token i is the cue of an attribution.
func (f *finder) reports(i int) bool {
	for v := f.v; v < len(f.voices) && v < f.v+maxVoices && f.voices[v].Sentence <= f.at; v++ {
		if c := f.voices[v].Cue; int(c.First) <= i && i < int(c.Last) {
			return true
		}
	}
	return false
}

// telling reports whether the verb at token i is one of speaking.
func (f *finder) telling(i int) bool {
	return f.g.Starts(i).Has(lexicon.Cues) || f.verbClass(i) == "communication"
}
