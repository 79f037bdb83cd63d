package statement

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// reach is how many tokens from an amount its verb or measure is looked for.
const reach = 14

// amount reads what quantity q is an amount of.
func (f *finder) amount(s, qi int32) (Statement, bool) {
	m := &f.qs[qi]
	q := &m.Value
	if q.Kind == quantity.Ordinal || m.First >= m.Last || f.inModel(m) {
		return Statement{}, false
	}
	np := f.nounPhrase(m)
	st := Statement{Kind: Amount, Sentence: s, Span: m.Span, Quantity: qi, Time: -1, Name: -1, Voice: f.voiceAt(m.First)}
	cl := f.clause(m.First, np.Last)
	st.Clause = f.g.Span(cl)
	st.Terms = f.terms(cl)
	slot := &st.Slot
	slot.Holder = f.holder(st.Voice)
	f.voice = slot.Holder
	slot.Dimension = q.Unit.Dimension
	slot.Modality = f.modality(cl)
	slot.Negated = f.negated(cl)
	slot.Place = f.placeOf(m, cl)
	if q.Kind != quantity.Age { // which is told of the day of the report
		slot.Time, st.Time = f.timeOf(m, cl)
	}
	slot.Bracketed = f.bracketed(m)
	if slot.Dimension == "" {
		slot.Dimension = dimCount
	}
	switch {
	case q.Kind == quantity.Age:
		slot.Measure, slot.Entity = "age", f.aged(m)
	case slot.Dimension == dimCount:
		f.count(slot, m, np, cl)
	default:
		f.measured(slot, m, np, cl)
	}
	if slot.Measure == "vote" && slot.Dimension == dimRatio {
		slot.Moves = false // a share does not grow with the count
	}
	f.modifiers(slot, m, np, cl)
	f.agents(slot, m, cl)
	return st, true
}

// aged returns whose age an amount is: the name that it stands in apposition to, else the last one before it.
func (f *finder) aged(m *quantity.Mention) string {
	i := int(m.First) - 1
	if i > int(f.sent.First) && (f.g.Tokens[i].Class == text.Comma || f.g.Tokens[i].Class == text.Bracket) {
		if n := f.firstName(i) - 1; n >= f.n && int(f.names[n].Last) == i {
			if e := f.entityName(n); e != "" {
				return e
			}
		}
	}
	return f.nameBefore(int(m.First))
}

// placeOf returns the place of an amount: the one told behind it and before the next amount, as in "310 people in France and
// 40 in Belgium", else that of the clause.
func (f *finder) placeOf(m *quantity.Mention, cl text.Range) string {
	place := f.place(cl)
	if place == "" {
		return ""
	}
	next := cl.Last
	if q := f.firstQuantity(int(m.Last)); q < len(f.qs) {
		next = min(next, f.qs[q].First)
	}
	for n := f.firstName(int(m.Last)); n < len(f.names) && f.names[n].First < next; n++ {
		v := &f.names[n]
		if !v.Value.Nested && f.isEntity(v, name.Place) && v.Value.Via != name.ByDemonym && v.Value.Via != name.ByMetonym && int(v.First) > int(f.sent.First) && f.class(int(v.First)-1) == classPreposition {
			return f.entities[v.Value.Entity].Name
		}
	}
	return place
}

// timeOf returns the time of an amount, which is that of its clause. A time behind another amount of the same sort is that
// one's: "38 percent, up from 29 percent in 2019".
func (f *finder) timeOf(m *quantity.Mention, cl text.Range) (timex.Time, int32) {
	t, i := f.time(cl)
	if i < 0 || f.ts[i].First < m.Last {
		return t, i
	}
	q := f.firstQuantity(int(m.Last))
	if q >= len(f.qs) || f.qs[q].First >= f.ts[i].First && f.qs[q].Last != f.ts[i].Last {
		return t, i
	}
	if o := &f.qs[q].Value; o.Unit.ID == m.Value.Unit.ID && (o.Trend == quantity.From || m.Value.Unit.ID != "") {
		return timex.Time{}, -1
	}
	return t, i
}

const (
	dimCount     = "count"
	dimLength    = "length"
	dimMagnitude = "magnitude"
	dimRatio     = "ratio"
	dimMoney     = "money"
)

// A nounPhrase is what stands behind the number: its tokens and its head.
type nounPhrase struct {
	text.Range             // of the whole amount with its noun
	Noun       text.Range  // of what stands between the number and the end
	head       int         // token of the head noun, or -1
	word       measureWord // the head in measures.tsv
	known      bool
	lemma      string
}

// nounPhrase returns the amount with the noun that it counts.
func (f *finder) nounPhrase(m *quantity.Mention) nounPhrase {
	np := f.readNoun(m)
	if np.known || m.Value.Unit.ID != "" || m.Value.Kind != quantity.Cardinal {
		return np
	}
	if w, ok := f.headBehind(int(np.Last)); ok {
		if np.Noun.First >= np.Noun.Last {
			np.Noun.First = np.Last
		}
		np.word, np.known, np.head, np.lemma = w, true, w.next-1, f.lemma(w.next-1)
		np.Last = int32(w.next)
	}
	return np
}

// headBehind finds the noun at the end of the words behind token i: "personnel" of "Russian military
// personnel", "drones" of "of cheap one-way attack drones".
func (f *finder) headBehind(i int) (measureWord, bool) {
	if i < int(f.sent.Last) && f.class(i) == classPreposition && i+1 < int(f.sent.Last) && f.partitive(i) {
		i++
	}
	var last measureWord
	for end := i + 7; i < end && i < int(f.sent.Last); {
		k := &f.g.Tokens[i]
		if k.Class == text.Hyphen {
			i++
			continue
		}
		if k.Class != text.Word || f.quantityAt(i) >= 0 {
			break
		}
		if w, ok := f.nounFor(i, dimCount, kindPeople, kindNoun); ok {
			last, i = w, w.next
			continue
		}
		if f.g.Has(i, lexicon.Function) || f.isVerb(i) || f.states(i) {
			break
		}
		i++
	}
	return last, last.next == i && last.next > 0
}

// states reports whether a state or verb of the tables starts at token i: the noun phrase is over.
func (f *finder) states(i int) bool {
	_, ok := f.measureAt(i, kindState, kindVerb)
	return ok
}

// partitive reports whether the preposition at token i links a number to what it counts: dozens of.
func (f *finder) partitive(i int) bool {
	row, ok := f.g.Row(i, lexicon.Function)
	return ok && row.Field(colFunctionKind) == "general"
}

func (f *finder) readNoun(m *quantity.Mention) nounPhrase {
	np := nounPhrase{Range: m.Range, head: -1, lemma: m.Value.CountOf, Noun: m.Value.Noun}
	n := m.Value.Noun
	if n.First >= n.Last || n.Last > f.sent.Last {
		if row, ok := f.g.Lex.Find(lexicon.Measures, np.lemma); ok && np.lemma != "" && row.Field(colKind) != kindVerb {
			np.lemma = row.Field(colMeasure)
		}
		return np
	}
	n.Last = f.pastModel(n.Last)
	np.Last = max(np.Last, n.Last)
	np.head = int(n.Last) - 1
	for i := int(n.First); i < int(n.Last); i++ { // "police officers" before "officers"
		w, ok := f.nounFor(i, dimCount, kindPeople, kindNoun)
		if ok && w.next >= int(n.Last) {
			np.word, np.known = w, true
			np.Last = max(np.Last, int32(w.next))
			break
		}
	}
	if np.lemma == "" {
		np.lemma = f.lemma(np.head)
	}
	return np
}

// pastModel returns the end of a noun phrase whose first noun is a name with a number: "AK-47 rifles".
func (f *finder) pastModel(last int32) int32 {
	i := int(last)
	if i < int(f.sent.Last) && (f.g.Tokens[i].Class == text.Hyphen || f.g.Tokens[i].Class == text.Dash) {
		i++
	}
	if i+1 >= int(f.sent.Last) || f.g.Tokens[i].Class != text.Number {
		return last
	}
	if w, ok := f.nounFor(i+1, dimCount, kindPeople, kindNoun); ok {
		return int32(w.next)
	}
	return last
}

// inModel reports whether a number belongs to the name of a model before it: the 47 of "AK 47".
func (f *finder) inModel(m *quantity.Mention) bool {
	i := int(m.First) - 1
	if i > int(f.sent.First) && (f.g.Tokens[i].Class == text.Hyphen || f.g.Tokens[i].Class == text.Dash) {
		i--
	}
	if i < int(f.sent.First) || m.Value.Unit.ID != "" {
		return false
	}
	k := &f.g.Tokens[i]
	return k.Class == text.Word && k.Is(text.AllCaps) && k.End-k.Start <= 3 && !f.g.Has(i, lexicon.Function) && !f.g.Has(i, lexicon.Bounds)
}

// count fills the slot of a bare number: of whom or of what, and what happened to them.
func (f *finder) count(slot *Slot, m *quantity.Mention, np nounPhrase, cl text.Range) {
	slot.Noun = np.lemma
	if np.known {
		slot.Noun = np.word.class
	}
	if f.magnitude(slot, m, np) {
		return
	}
	if w, ok := f.toll(m, cl); ok {
		slot.Measure, slot.Moves, slot.Falls = w.class, w.moves, w.falls
		return
	}
	people := np.known && np.word.kind == kindPeople || !np.known && np.head >= 0 && f.isGroup(np.head)
	ev, found := f.happening(m, np)
	if np.head < 0 && !found {
		if w, ok := f.measureBefore(m, dimCount, cl); ok {
			slot.Measure, slot.Moves, slot.Falls = w.class, w.moves, w.falls
			slot.Entity = f.owner(w, m)
			return
		}
	}
	if np.known && np.word.kind == kindNoun && np.word.moves && np.word.counts() && !people && isOutcome(np.word.class) {
		slot.Measure, slot.Moves = np.word.class, true // 12 deaths, 3 arrests
		return
	}
	if found {
		slot.Event, slot.Moves, slot.Falls = ev.class, ev.moves, ev.falls
	}
	counted := found && ev.kind != "" && ev.people
	switch {
	case counted && (people || np.head < 0 || !np.known && f.proper(np.head)):
		slot.Measure = ev.class
		slot.Entity = slot.Noun
		if slot.Entity == anybody || slot.Entity == "resident" {
			slot.Entity = ""
		}
	case slot.Noun != "":
		slot.Measure = slot.Noun
	default:
		if w, ok := f.measureBefore(m, dimCount, cl); ok {
			slot.Measure, slot.Moves, slot.Falls = w.class, w.moves, w.falls
			slot.Entity = f.owner(w, m)
		}
	}
	if slot.Measure == "resident" && (slot.Event == "" || slot.Event == "have") {
		slot.Measure, slot.Noun, slot.Event = "population", anybody, ""
	}
	if slot.Measure == "population" {
		slot.Event = ""
	}
	if slot.Measure == "population" || slot.Measure == "attend" {
		slot.Entity = f.ownerOrNear(m)
	}
}

// ofEvent tells measures that belong to what happened, not to a person, place or body that is named.
func ofEvent(class string) bool {
	switch class {
	case dimMagnitude, "depth", "wind", "gust", "duration", "rainfall", "snowfall", "wave", "storm-surge", "sentence", "suspended", "intensity", "age":
		return true
	}
	return false
}

// OfSpot tells measures that belong to the spot they were taken at: rain in one town is not rain in the next.
func OfSpot(class string) bool {
	switch class {
	case "rainfall", "snowfall", "temperature", "temperature-low", "gust", "water-level", "price":
		return true
	}
	return false
}

// spot returns where a measure was taken, whatever sort of name that is: "11 inches of rain on Houma", "Houma received 11
// inches of rain". Without one it is the place of the clause.
func (f *finder) spot(m *quantity.Mention, place string) string {
	for n := f.firstName(int(m.Last)); n < len(f.names) && int(f.names[n].First) < int(m.Last)+maxSpot && f.names[n].First < f.sent.Last; n++ {
		e := f.entityName(n)
		if e != "" && !f.isEntity(&f.names[n], name.Event) && f.governed(int(f.names[n].First)) && f.firstQuantity(int(m.Last)) >= f.firstQuantity(int(f.names[n].First)) {
			return e
		}
	}
	if e := f.nameBefore(int(m.First)); e != "" && !f.isPlace(place) {
		return e
	}
	return place
}

func (f *finder) isPlace(known string) bool {
	return known != "" && slices.ContainsFunc(f.entities, func(e name.Entity) bool { return e.Name == known && e.Kind == name.Place })
}

// maxSpot is how many tokens behind an amount of a spot its name may stand.
const maxSpot = 6

// toll reads "the toll has risen to 23": a noun that counts what happened, whatever noun stands behind.
func (f *finder) toll(m *quantity.Mention, cl text.Range) (measureWord, bool) {
	i := int(m.First) - 1
	if i < int(f.sent.First) || f.class(i) != classPreposition && f.class(i) != classParticle {
		return measureWord{}, false
	}
	w, ok := f.measureBefore(m, dimCount, cl)
	return w, ok && w.kind == kindNoun && w.moves && isOutcome(w.class) && w.class != "attend" && w.class != "vote"
}

// isOutcome tells nouns that count what happened to people from those that name things.
func isOutcome(class string) bool {
	switch class {
	case "death", "injury", "missing", "arrest", "infection", "hospital", "rescue", "evacuate", "displaced", "kidnap", "charge", "convict", "lay-off", "cancel", "vote", "abstain", "attend":
		return true
	}
	return false
}

// isFigure tells nouns that can stand for a figure without a noun of its own: a toll of 12, a majority of
// 160, a population of 120,000. Nouns for things cannot.
func isFigure(class string) bool {
	switch class {
	case "population", "turnout", "majority", "lead", "capacity", "seats", "index", "margin", "score", "employ", "produce", "intensity", "category":
		return true
	}
	return isOutcome(class)
}

// magnitude recognizes the strength of a quake whatever way it is written: it has no unit, but a point.
func (f *finder) magnitude(slot *Slot, m *quantity.Mention, np nounPhrase) bool {
	if m.Value.Value.Exp >= 0 || m.Value.Value.Mant >= 1000 {
		return false
	}
	if np.known && np.word.class == "quake" {
		slot.Measure, slot.Dimension = dimMagnitude, dimMagnitude
		return true
	}
	for i := int(m.First) - 1; i >= int(f.sent.First) && i >= int(m.First)-5; i-- {
		if w, ok := f.nounFor(i, dimMagnitude, kindNoun, kindVerb); ok && w.class == dimMagnitude {
			slot.Measure, slot.Dimension = dimMagnitude, dimMagnitude
			return true
		}
	}
	for i := int(m.Last); i < int(f.sent.Last) && i < int(m.Last)+3; i++ {
		if w, ok := f.nounFor(i, dimCount, kindNoun); ok && (w.class == "quake" || w.class == dimMagnitude) {
			slot.Measure, slot.Dimension = dimMagnitude, dimMagnitude
			return true
		}
	}
	return false
}

// happening finds the verb or state that tells what happened to what is counted: right behind it, else
// the verb whose object it is, else the verb whose subject it is.
func (f *finder) happening(m *quantity.Mention, np nounPhrase) (eventWord, bool) {
	state, ok := f.stateBehind(int(np.Last))
	if ok && !f.progressive(state) {
		return state, true
	}
	if ev, found := f.verbBefore(int(m.First)); found && (!ok || ev.people) {
		if told, ok := f.infinitive(int(np.Last)); ok && !ev.moves {
			return told, true
		}
		return ev, true
	}
	if ok {
		return state, true
	}
	return f.verbBehind(int(np.Last))
}

// infinitive reads what those counted were made to do: "ordered 16,000 people to leave their homes".
func (f *finder) infinitive(i int) (eventWord, bool) {
	if i+1 >= int(f.sent.Last) || f.class(i) != classParticle && f.class(i) != classPreposition {
		return eventWord{}, false
	}
	ev, _, ok := f.event(i + 1)
	return ev, ok && ev.people
}

// progressive reports whether a verb stands in its -ing form: it says what those counted were doing when something happened
// to them ("killed 40 people sheltering in a school").
func (f *finder) progressive(ev eventWord) bool {
	return ev.kind == kindVerb && strings.HasSuffix(strings.ToLower(f.g.Word(ev.at)), "ing")
}

// stateBehind reads "12 dead", "24 others wounded", "12 arrested": what stands at once behind the noun.
func (f *finder) stateBehind(i int) (eventWord, bool) {
	for j := i; j < i+2 && j < int(f.sent.Last); j++ {
		if w, ok := f.measureAt(j, kindState, kindVerb); ok && w.counts() {
			return eventWord{class: w.class, kind: w.kind, people: true, moves: w.moves, falls: w.falls, at: j, next: w.next}, true
		}
		if f.class(j) != classAdverb && f.class(j) != classAuxiliary {
			if c, kind, _, ok := f.modifierAt(j); !ok || kind != modOther && c != modOther {
				break
			}
		}
	}
	return eventWord{}, false
}

// verbBefore looks for the verb whose object starts at token i: only words that may stand between the
// two are passed, and the other amounts of a list.
func (f *finder) verbBefore(i int) (eventWord, bool) {
	for j := i - 1; j >= int(f.sent.First) && j > i-reach; j-- {
		k := &f.g.Tokens[j]
		if k.Class == text.Comma && f.g.Body[k.Start] == ',' || k.Class == text.Word && f.class(j) == classConjunction {
			q := f.amountEnding(j)
			if q < 0 {
				return eventWord{}, false
			}
			j = int(f.qs[q].First)
			continue
		}
		if k.Class != text.Word {
			return eventWord{}, false
		}
		if ev, next, ok := f.eventEnding(j, i); ok && next <= i {
			if ev.kind == kindState {
				return eventWord{}, false
			}
			return ev, true
		}
		switch f.class(j) {
		case classDeterminer, classAdverb, classPronoun, classQuantifier:
			continue
		case noClass:
			if f.isVerb(j) && !f.telling(j) {
				return eventWord{class: f.lemma(j), at: j, next: j + 1}, true
			}
			if f.g.Starts(j)&(lexicon.Bounds.In()|lexicon.Modifiers.In()) != 0 {
				continue
			}
		}
		return eventWord{}, false
	}
	return eventWord{}, false
}

// eventEnding reads the verb at token j, or the phrase of verbs that ends with it.
func (f *finder) eventEnding(j, limit int) (eventWord, int, bool) {
	for at := j; at >= int(f.sent.First) && at > j-4; at-- {
		if ev, next, ok := f.event(at); ok && next > j && next <= limit {
			return ev, next, true
		}
	}
	return eventWord{}, j + 1, false
}

// amountEnding returns the quantity whose noun phrase ends before the comma or conjunction at token j.
func (f *finder) amountEnding(j int) int {
	q := f.firstQuantity(j) - 1
	if q < f.q {
		return -1
	}
	if q > f.q && f.inModel(&f.qs[q]) {
		return q - 1 // 14 AK-47 rifles
	}
	if end := max(f.qs[q].Last, f.qs[q].Value.Noun.Last); int(end) >= j-3 && int(end) <= j {
		return q
	}
	return -1
}

// verbBehind looks for the verb whose subject ends before token i.
func (f *finder) verbBehind(i int) (eventWord, bool) {
	for j := i; j < int(f.sent.Last) && j < i+reach; j++ {
		k := &f.g.Tokens[j]
		switch k.Class {
		case text.Bracket:
			j = f.bracketEnd(j)
			continue
		case text.Comma:
			if f.g.Body[k.Start] != ',' {
				return eventWord{}, false
			}
			if f.listed(j) {
				j = f.pastAmount(j + 1)
				continue
			}
			if next := f.pastApposition(j); next > j {
				j = next
				continue
			}
			return eventWord{}, false
		case text.Dash, text.Stop, text.QuoteMark:
			return eventWord{}, false
		case text.Word:
		default:
			continue
		}
		if ev, _, ok := f.event(j); ok {
			return ev, true
		}
		switch f.class(j) {
		case noClass:
			if f.isVerb(j) && !k.Is(text.Capital) && !f.telling(j) {
				return eventWord{class: f.lemma(j), at: j, next: j + 1}, true
			}
		case classConjunction:
			if !f.listed(j) {
				return eventWord{}, false
			}
			j = f.pastAmount(j + 1)
		case classSubordinator:
			return eventWord{}, false
		}
	}
	return eventWord{}, false
}

// bracketEnd returns the token of the bracket that closes the one at token i, or the last one within reach.
func (f *finder) bracketEnd(i int) int {
	for end := min(i+maxClause, int(f.sent.Last)-1); i < end && !closing(f.g.Body[f.g.Tokens[i].Start]); {
		i++
	}
	return i
}

func closing(c byte) bool { return c == ')' || c == ']' || c == '}' }

// pastAmount returns the last token of the amount that starts at or right behind token i.
func (f *finder) pastAmount(i int) int {
	for j := i; j < i+2; j++ {
		if q := f.quantityAt(j); q >= 0 {
			return int(max(f.qs[q].Last, f.qs[q].Value.Noun.Last)) - 1
		}
	}
	return i
}

// pastApposition returns the comma that ends what the comma at token j begins ("three people, one of
// them pregnant, were killed"), or j.
func (f *finder) pastApposition(j int) int {
	for e := j + 1; e < int(f.sent.Last)-1 && e < j+12; e++ {
		if f.g.Tokens[e].Class == text.Comma {
			if f.class(e+1) == classAuxiliary {
				return e
			}
			return j
		}
	}
	return j
}

// measured fills the slot of an amount with a unit: what it is the length, price or duration of.
func (f *finder) measured(slot *Slot, m *quantity.Mention, np nounPhrase, cl text.Range) {
	dim := slot.Dimension
	if dim == dimLength && f.bearing(slot, m) {
		return
	}
	w, ok := f.measureBefore(m, dim, cl)
	if !ok || w.kind != kindNoun || w.next != int(m.First)-1 || f.class(w.next) != classPreposition { // but "a dividend of 35 cents a share"
		if behind, found := f.measureBehind(m, dim); found {
			w, ok = behind, true
		}
	}
	if ok {
		slot.Measure, slot.Moves, slot.Falls = w.class, w.moves, w.falls
		slot.Noun = f.lemma(w.next - 1)
		if w.class == "distance" {
			f.anchor(slot, w)
		} else if !ofEvent(w.class) {
			slot.Entity = f.owner(w, m)
		}
		if OfSpot(w.class) {
			slot.Place = f.spot(m, slot.Place)
		}
		f.qualifiers(w)
		return
	}
	if np.head >= 0 {
		slot.Noun = np.lemma
		slot.Measure = np.lemma
	}
	if ev, ok := f.verbBefore(int(m.First)); ok {
		slot.Event = ev.class
	}
	slot.Entity = f.nameBefore(int(m.First))
	if slot.Measure == "" {
		slot.Measure = f.unspecified(dim)
		f.shareOf(slot, m)
	}
}

// shareOf reads those of whom a share is told: "66 percent of the voters".
func (f *finder) shareOf(slot *Slot, m *quantity.Mention) {
	i := int(m.Last)
	if slot.Dimension != dimRatio || slot.Noun != "" || i >= int(f.sent.Last) || f.class(i) != classPreposition || !f.partitive(i) {
		return
	}
	for i++; i < int(f.sent.Last) && f.class(i) == classDeterminer; i++ {
	}
	if w, ok := f.headBehind(i); ok {
		slot.Noun = w.class
	}
}

// Unspecified stands before the dimension where the text does not say what is measured.
const Unspecified = "*"

// unspecified returns the measure of an amount that has only a dimension. There are a few dozen of them.
func (f *finder) unspecified(dim string) string {
	m, ok := f.stars[dim]
	if !ok {
		if f.stars == nil {
			f.stars = map[string]string{}
		}
		m = Unspecified + dim
		f.stars[dim] = m
	}
	return m
}

// qualifiers collects the words right before a noun that names a measure: "youth" of "youth unemployment".
func (f *finder) qualifiers(w measureWord) {
	if w.kind != kindNoun {
		return
	}
	for i := w.at - 1; i >= int(f.sent.First) && i >= w.at-2; i-- {
		k := &f.g.Tokens[i]
		if k.Class != text.Word || k.Is(text.Capital) && i > int(f.sent.First) || f.g.Has(i, lexicon.Function) || f.g.Has(i, lexicon.Numbers) || f.isVerb(i) || f.insideQuantity(i) {
			return
		}
		if _, kind, _, ok := f.modifierAt(i); ok && kind != modOther {
			continue
		}
		f.mods = append(f.mods, f.lemma(i))
	}
}

// bearing reads "55 kilometers south of Bireun": a distance from a place in a direction.
func (f *finder) bearing(slot *Slot, m *quantity.Mention) bool {
	i := int(m.Last)
	if i < int(f.sent.Last) && f.g.Tokens[i].Class == text.Bracket { // the restatement in brackets
		i = f.bracketEnd(i)
		i++
	}
	if i < int(f.sent.Last) && f.closesBracket(i) { // this is the restatement
		i++
	}
	if i >= int(f.sent.Last) {
		return false
	}
	if i+2 < int(f.sent.Last) && f.g.Tokens[i].Class == text.Word && f.g.Tokens[i+1].Class == text.Word {
		if c, kind, next, ok := f.modifierAt(i + 2); ok && kind == modCompass && f.class(i) == classPreposition {
			return f.anchored(slot, c, next)
		}
	}
	c, kind, next, ok := f.modifierAt(i)
	if !ok || kind != modCompass {
		return false
	}
	return f.anchored(slot, c, next)
}

// anchor fills what a distance is a distance from. Without that it measures nothing that can be compared.
func (f *finder) anchor(slot *Slot, w measureWord) {
	for n := f.firstName(w.next); n < len(f.names) && int(f.names[n].First) < w.next+5 && f.names[n].First < f.sent.Last; n++ {
		if e := f.entityName(n); e != "" {
			slot.Entity = e
			return
		}
	}
	slot.Measure = f.unspecified(slot.Dimension)
}

func (f *finder) closesBracket(i int) bool {
	return f.g.Tokens[i].Class == text.Bracket && closing(f.g.Body[f.g.Tokens[i].Start])
}

// Direction is the prefix of the modifier that holds a compass direction in degrees.
const Direction = "direction "

func (f *finder) anchored(slot *Slot, degrees string, i int) bool {
	for m := f.firstName(i); m < len(f.names) && int(f.names[m].First) < i+8 && f.names[m].First < f.sent.Last; m++ {
		e := f.names[m].Value.Entity
		if e < 0 || int(e) >= len(f.entities) || f.names[m].Value.Nested {
			continue
		}
		slot.Measure, slot.Noun = "distance", "distance"
		slot.Entity = f.entities[e].Name
		f.mods = append(f.mods, Direction+degrees)
		return true
	}
	return false
}

// measureBehind reads the measure at once behind an amount: "10 km deep", "a 75-mile range", "$5m fine",
// "30 billion euros in savings".
func (f *finder) measureBehind(m *quantity.Mention, dim string) (measureWord, bool) {
	first := int(m.Last)
	for i := first; i < int(f.sent.Last) && i < first+5; i++ {
		k := &f.g.Tokens[i]
		if k.Class == text.Bracket {
			i = f.bracketEnd(i)
			if first == int(m.Last) {
				first = i + 1
			}
			continue
		}
		if k.Class == text.Hyphen {
			continue
		}
		if k.Class != text.Word {
			break
		}
		if w, ok := f.nounFor(i, dim, kindState, kindNoun); ok {
			if w.kind == kindState && i > first {
				break
			}
			if w.kind == kindState || i <= first+3 {
				return w, true
			}
		}
		c := f.class(i)
		if c == classPreposition && i == first || c == noClass || c == classDeterminer {
			continue
		}
		break
	}
	return measureWord{}, false
}

// measureBefore reads the measure before an amount: "a range of 75 miles", "the death toll in the north
// rose to 14", "weighs 5 tonnes".
func (f *finder) measureBefore(m *quantity.Mention, dim string, cl text.Range) (measureWord, bool) {
	first := max(int(f.sent.First), int(m.First)-reach)
	q := f.firstQuantity(int(m.First)) - 1
	for i := int(m.First) - 1; i >= first; i-- {
		k := &f.g.Tokens[i]
		if k.Class == text.Dash || k.Class == text.Stop || k.Class == text.Comma && f.g.Body[k.Start] == ';' {
			break
		}
		for q >= f.q && int(f.qs[q].First) > i {
			q--
		}
		if q >= f.q && f.qs[q].Has(i) {
			if i < int(cl.First) {
				break
			}
			continue
		}
		w, ok := f.nounFor(i, dim, kindNoun, kindVerb)
		if ok && dim == dimCount && !isFigure(w.class) {
			continue
		}
		if !ok || w.next > int(m.First) || w.kind == kindVerb && w.counts() && dim == dimCount {
			continue
		}
		for i > first { // "net profit" before "profit"
			longer, ok := f.nounFor(i-1, dim, kindNoun)
			if !ok || longer.next < w.next {
				break
			}
			w = longer
			i--
		}
		return w, true
	}
	return measureWord{}, false
}

func (f *finder) insideQuantity(i int) bool {
	q := f.firstQuantity(i+1) - 1
	return q >= f.q && f.qs[q].Has(i)
}

// owner returns the name whose measure w is: "of Fath-360" behind it, else the last name before it.
func (f *finder) owner(w measureWord, m *quantity.Mention) string {
	if w.next < int(f.sent.Last) && f.class(w.next) == classPreposition {
		for n := f.firstName(w.next); n < len(f.names) && int(f.names[n].First) <= w.next+3 && f.names[n].First < f.sent.Last; n++ {
			if e := f.entityName(n); e != "" {
				return e
			}
		}
	}
	return f.nameBefore(min(w.at, int(m.First)))
}

func (f *finder) ownerOrNear(m *quantity.Mention) string {
	if e := f.nameBefore(int(m.First)); e != "" {
		return e
	}
	for n := f.firstName(int(m.Last)); n < len(f.names) && f.names[n].First < min(f.sent.Last, m.Last+maxOwner); n++ {
		if e := f.entityName(n); e != "" && e != f.voice && int(f.names[n].First) < int(m.Last)+4 {
			return e
		}
	}
	return ""
}

func (f *finder) entityName(n int) string {
	v := f.names[n].Value
	if v.Nested || v.Entity < 0 || int(v.Entity) >= len(f.entities) || v.Via == name.ByDemonym {
		return ""
	}
	return f.entities[v.Entity].Name
}

// nameBefore returns the last name of the sentence before token i.
func (f *finder) nameBefore(i int) string {
	for n := f.firstName(i) - 1; n >= f.n && int(f.names[n].First) > i-maxOwner; n-- {
		e := f.entityName(n)
		last := int(f.names[n].Last)
		if e == "" || last > i || e == f.voice || f.governed(int(f.names[n].First)) {
			continue
		}
		if last < i-3 && f.g.Tokens[last].Class == text.Clitic {
			continue // Iran's largest island
		}
		return e
	}
	return ""
}

// governed reports whether a preposition stands before the name at token i: what hit Aceh is not Aceh's.
func (f *finder) governed(i int) bool {
	for j := i - 1; j >= int(f.sent.First) && j >= i-2; j-- {
		switch f.class(j) {
		case classPreposition:
			return true
		case classDeterminer:
			continue
		}
		return false
	}
	return false
}

// maxOwner is how many tokens before an amount the name it belongs to may stand.
const maxOwner = 40

// proper reports whether token i is a name, a demonym or a word written with a capital.
func (f *finder) proper(i int) bool {
	return f.g.Has(i, lexicon.Demonyms) || f.g.Tokens[i].Is(text.Capital)
}

// isGroup reports whether token i is a noun for people who speak or act as one.
func (f *finder) isGroup(i int) bool {
	return f.g.Has(i, lexicon.Groups) || f.g.Has(i, lexicon.Demonyms) || f.wordClass(i) == "person"
}

// modifiers collects what narrows the amount down, sorted: words between number and head, what stands
// just before the number, spans of time.
func (f *finder) modifiers(slot *Slot, m *quantity.Mention, np nounPhrase, cl text.Range) {
	first := max(int(np.Noun.First), int(m.Last)) // the unit narrows nothing down
	if np.Noun.First >= np.Noun.Last && !np.known {
		first = int(np.Last)
	}
	end := np.head
	if np.known {
		end = np.word.at
	}
	for i := first; i < end; {
		i = f.modifier(i)
	}
	for i := int(m.First) - 1; i >= int(cl.First) && i >= int(m.First)-3; i-- {
		if _, kind, _, ok := f.modifierAt(i); ok && kind == modOther {
			f.mods = append(f.mods, kind)
			break
		}
	}
	for i := int(cl.First); ; i++ {
		if i = f.g.Next(i, int(cl.Last), lexicon.Modifiers.In()); i == int(cl.Last) {
			break
		}
		c, kind, next, ok := f.modifierAt(i)
		switch {
		case !ok:
			continue
		case kind == modEarlier && !f.timed(i) && f.nearest(m, i):
			f.mods = append(f.mods, f.earlier(c))
		case kind == modScope && !f.timed(i), kind == modTotal, kind == modEach:
			f.mods = append(f.mods, c)
		}
		i = next - 1
	}
	f.rate(int(np.Last))
	if m.Value.PartOf >= 0 {
		f.mods = append(f.mods, modPart)
	} else if f.isWhole(m) {
		f.mods = append(f.mods, modWhole)
	}
	if len(f.mods) > 0 {
		slot.Modifiers = f.stringSlab.Copy(sorted(f.mods))
		f.mods = f.mods[:0]
	}
}

// rate reads what a count is told for each of: "per square kilometre", "per household".
func (f *finder) rate(i int) {
	if i+1 >= int(f.sent.Last) || f.g.Tokens[i+1].Class != text.Word || !strings.EqualFold(f.g.Word(i), "per") {
		return
	}
	if row, _, ok := f.g.Longest(i+1, lexicon.Units); ok {
		f.mods = append(f.mods, Rate+row.Field(0))
		return
	}
	f.mods = append(f.mods, Rate+f.lemma(i+1))
}

// nearest reports whether no other amount stands between m and token i behind it: "to $4.8 billion from $4.3 billion a year
// earlier" tells of one amount of a year earlier.
func (f *finder) nearest(m *quantity.Mention, i int) bool {
	q := f.firstQuantity(int(m.Last))
	return i < int(m.First) || q >= len(f.qs) || int(f.qs[q].First) >= i
}

// earlier returns the modifier for a time before that of the event. There are a dozen of them.
func (f *finder) earlier(class string) string {
	m, ok := f.pasts[class]
	if !ok {
		if f.pasts == nil {
			f.pasts = map[string]string{}
		}
		m = Earlier + class
		f.pasts[class] = m
	}
	return m
}

// timed reports whether token i is part of a time that was read, which says when better than a word does.
func (f *finder) timed(i int) bool {
	for t := f.t; t < len(f.ts) && t < f.t+maxTimes && int(f.ts[t].First) <= i; t++ {
		if f.ts[t].Has(i) && f.ts[t].Value.Resolved() {
			return true
		}
	}
	return false
}

// bracketed reports whether an amount fills a pair of brackets.
func (f *finder) bracketed(m *quantity.Mention) bool {
	first, last := int(m.First)-1, int(m.Last)
	return first >= int(f.sent.First) && last < int(f.sent.Last) && f.g.Tokens[first].Class == text.Bracket && f.g.Tokens[last].Class == text.Bracket
}

// isWhole reports whether another amount is told as a part of this one: "12 of the 40".
func (f *finder) isWhole(m *quantity.Mention) bool {
	q := f.firstQuantity(int(m.First))
	return q > f.q && q < len(f.qs) && int(f.qs[q-1].Value.PartOf) == q
}

// modifier appends what token i restricts to and returns the token behind.
func (f *finder) modifier(i int) int {
	if f.g.Tokens[i].Class != text.Word {
		return i + 1
	}
	if c, kind, next, ok := f.modifierAt(i); ok {
		if kind == modOther {
			f.mods = append(f.mods, c)
		}
		return next
	}
	for n := f.firstName(i); n < len(f.names) && int(f.names[n].First) <= i; n++ {
		if e := f.names[n].Value.Entity; e >= 0 && int(e) < len(f.entities) {
			f.mods = append(f.mods, f.entities[e].Name)
			return max(i+1, int(f.names[n].Last))
		}
	}
	if f.g.Has(i, lexicon.Function) || f.g.Has(i, lexicon.Numbers) {
		return i + 1
	}
	f.mods = append(f.mods, f.lemma(i))
	return i + 1
}

// agents fills who takes part in the clause.
func (f *finder) agents(slot *Slot, m *quantity.Mention, cl text.Range) {
	slot.Agents, slot.Patients = f.participants(cl, int(m.First))
}
