package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// when reads into st which event a time is the time of, and reports whether it is that of one.
func (f *finder) when(st *Statement, s, ti int32) bool {
	t := &f.ts[ti]
	if !t.Value.Resolved() && t.Value.Grain == 0 {
		return false
	}
	cl := f.clause(t.First, t.Last)
	var ev eventWord
	ok := false
	if behind := f.clauseBehind(cl, t.First, t.Last); behind.Len() > 0 {
		ev, ok = f.mainVerb(behind, int(behind.First))
		cl.Last = behind.Last
	} else {
		ev, ok = f.mainVerb(cl, int(t.First))
	}
	if !ok { // "hit the island, its harbour and the city at 2:09": the verb stands before the list
		cl.First = max(f.sent.First, t.First-maxListed)
		if ev, ok = f.mainVerb(cl, int(t.First)); !ok {
			return false
		}
	}
	st.Kind, st.Sentence, st.Span, st.Clause, st.Quantity, st.Time, st.Name, st.Voice = When, s, t.Span, f.g.Span(cl), -1, ti, -1, f.voiceAt(t.First)
	st.Terms = f.termsOf(cl)
	slot := &st.Slot
	slot.Measure, slot.Event, slot.Time, slot.Place, slot.Holder = "time", ev.class, t.Value, f.place(cl), f.holder(st.Voice)
	slot.Negated, slot.Modality, slot.Telling = f.negated(cl), f.modality(cl), f.speaks(ev.at)
	slot.Modifiers = f.ordinal(cl, ev.at)
	slot.Agents, slot.Patients = f.participants(cl, ev.at)
	return true
}

// clauseBehind returns the clause that a time in front of the sentence is the time of, behind its comma: "On Monday, police arrested three
// men". It is empty where something else stands in front with the time.
func (f *finder) clauseBehind(cl text.Range, first, last int32) text.Range {
	if cl.Last != last || cl.Last+1 >= f.sent.Last || cl.First != f.sent.First || f.g.Tokens[cl.Last].Class != text.Comma || f.g.Body[f.g.Tokens[cl.Last].Start] != ',' {
		return text.Range{}
	}
	if first > cl.First && (first > cl.First+1 || f.class(int(cl.First)) != classPreposition) {
		return text.Range{}
	}
	r := f.clause(last+1, last+2)
	r.First = last + 1
	return r
}

// maxListed is how many tokens before a time the verb of a list that it ends may stand. A sentence has no limit, and as many times as it likes.
const maxListed = 4 * maxClause

// ordinal returns the words that count an event among others: another, latest, and before its verb second.
func (f *finder) ordinal(cl text.Range, verb int) []string {
	last := int(cl.Last)
	for i := f.sheet.next(setModifier, int(cl.First), last); i < last; i = f.sheet.next(setModifier, i+1, last) {
		if c, kind, _, ok := f.modifierAt(i); ok && (kind == modOther || kind == modFresh && !f.adverbial(i)) {
			f.mods = append(f.mods, c)
		}
	}
	for i := f.sheet.next(setNumber, int(cl.First), verb); i < verb; i = f.sheet.next(setNumber, i+1, verb) {
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
// expecting, or one that says nothing of what is done, gives way to what is: "landfall is expected on Thursday", "carried out an
// attack"; and one that tells which ships are meant to what happened: "stopped an attack on ships crossing the gulf on Friday".
func (f *finder) mainVerb(cl text.Range, i int) (eventWord, bool) {
	var thought eventWord
	try := func(j int) (eventWord, bool) {
		ev, ok := f.verbAt(j)
		if ok && (f.verb(j).is&isThought != 0 || f.qualifies(j) || ev.class == lightVerbs) {
			if thought.class == "" {
				thought = ev
			}
			return ev, false
		}
		return ev, ok
	}
	first, last := int(cl.First), int(cl.Last)
	for j := f.sheet.prev(setContent, min(i, last), first); j >= first; j = f.sheet.prev(setContent, j, first) {
		if ev, ok := try(j); ok {
			return ev, true
		}
	}
	for j := f.sheet.next(setContent, max(i, first), last); j < last; j = f.sheet.next(setContent, j+1, last) {
		if ev, ok := try(j); ok {
			return ev, true
		}
	}
	return thought, thought.class != ""
}

// verbAt reads the word of content at token j as a verb: one that the tables of classes know, else one that is a verb before all.
func (f *finder) verbAt(j int) (eventWord, bool) {
	verb := f.word(j).traits&(mainlyVerb|inflectedVerb) != 0
	if !verb && f.g.Starts(j)&(lexicon.Measures.In()|lexicon.Synonyms.In()) == 0 || f.adverbial(j) {
		return eventWord{}, false
	}
	if ev, _, ok := f.event(j); ok && ev.kind != kindState && f.verb(j).is&isThing == 0 {
		if ev.kind == kindVerb && !ev.moves && ev.next == j+1 {
			ev.class = f.verb(j).lemmaAt(f.g, j) // what took office took no time, and won nothing
		}
		return ev, true
	}
	if verb && !f.g.Tokens[j].Is(text.Capital) {
		return eventWord{class: f.verb(j).lemmaAt(f.g, j), at: j, next: j + 1}, true
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

// qualifies reports whether the verb at token j stands in its -ing form behind a noun, which it qualifies.
func (f *finder) qualifies(j int) bool {
	return j > int(f.sent.First) && strings.HasSuffix(f.g.Word(j), "ing") && f.g.Tokens[j-1].Class == text.Word && f.class(j-1) == noClass
}

// speaks reports whether the verb at token i is the cue of an attribution, or one of speaking.
func (f *finder) speaks(i int) bool {
	is := f.verb(i).is
	if is&isSpeech != 0 {
		if row, ok := f.g.Row(i, lexicon.Synonyms); ok && row.Field(colSynonym) == signVerbs {
			return f.reports(i) // who signs a contract says nothing
		}
		return true
	}
	return is&isThought != 0 && f.g.Starts(i).Has(lexicon.Cues) || f.reports(i)
}

// signVerbs is the class of synonyms.tsv whose verbs put a name to a paper.
const signVerbs = "sign"

// reports reports whether the verb at token i is the cue of an attribution.
func (f *finder) reports(i int) bool {
	for v := f.v; v < len(f.voices) && v < f.v+maxVoices && f.voices[v].Sentence <= f.at; v++ {
		if f.voices[v].Cue.Has(i) {
			return true
		}
	}
	return false
}

// telling reports whether the verb at token i is one of speaking.
func (f *finder) telling(i int) bool {
	return f.g.Starts(i).Has(lexicon.Cues) || f.verb(i).is&isSpeech != 0
}
