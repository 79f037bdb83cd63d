package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// amount reads into st what quantity q is an amount of, and reports whether it is one.
func (f *finder) amount(st *Statement, s, qi int32) bool {
	m := &f.qs[qi]
	q := &m.Value
	if q.Kind == quantity.Ordinal || m.First >= m.Last || f.inModel(m) || f.against(int(qi)) || f.against(int(qi)-1) {
		return false
	}
	f.takeUnit(m)
	np := f.nounPhrase(m)
	st.Kind, st.Sentence, st.Span, st.Quantity, st.Time, st.Name, st.Voice = Amount, s, m.Span, qi, -1, -1, f.voiceAt(m.First)
	cl := f.clause(m.First, np.Last)
	st.Clause = f.g.Span(cl)
	st.Terms = f.termsOf(cl)
	slot := &st.Slot
	slot.Holder = f.holder(st.Voice)
	if by := f.giver(m, cl); by != "" {
		slot.Holder, st.Voice = by, -1
	}
	f.voice = slot.Holder
	slot.Dimension = q.Unit.Dimension
	if slot.Modality = f.modality(cl); slot.Modality == attribution.Fact {
		slot.Modality = f.ahead(m, cl)
	}
	if slot.Modality == attribution.Planned && f.presupposed(m) {
		slot.Modality = attribution.Fact // its 63 branches will open again
	}
	slot.Negated = f.negatedAmount(m, cl)
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
		if i := int(m.First) - 1; i >= int(f.sent.First) && (f.g.Tokens[i].Class == text.Comma || f.class(i) == classDeterminer) {
			slot.Modality = attribution.Fact // the 34-year-old will be mayor
		}
		if row, ok := f.g.Lex.Find(lexicon.Measures, slot.Entity); ok && isAnyone(row.Field(colMeasure)) {
			slot.Entity = "" // a man of 76 and one of 31 are two men
		}
	case f.ofMoney(m, np, cl):
		slot.Dimension = dimMoney
		f.measured(slot, m, np, cl)
	case slot.Dimension == dimCount:
		f.count(slot, m, np, cl)
		f.subgroup(slot, int(qi), np)
	default:
		f.measured(slot, m, np, cl)
		if strings.HasPrefix(slot.Measure, Unspecified) {
			f.shared(slot, m)
		}
		if (!strings.HasPrefix(slot.Measure, Unspecified) || slot.Noun != "") && q.Trend != quantity.From {
			f.joined = named{qi, s, *slot}
		}
	}
	elided := f.elided(slot, m, np)
	if slot.Measure == "vote" && slot.Dimension == dimRatio {
		slot.Moves = false // a share does not grow with the count
	}
	f.modifiers(slot, m, np, cl)
	f.agents(slot, m, cl)
	if !elided && q.Kind == quantity.Cardinal && q.Trend != quantity.From && (slot.Noun != "" || slot.Measure != "" && !strings.HasPrefix(slot.Measure, Unspecified)) {
		f.figure = named{qi, s, *slot}
	}
	return true
}

// presupposed reports whether a count is told of what the reader knows of, so that it is so whatever is to come: a possessive or a demonstrative stands right
// before it.
func (f *finder) presupposed(m *quantity.Mention) bool {
	i := int(m.First) - 1
	if m.Value.Unit.ID != "" || m.Value.Kind != quantity.Cardinal || i < int(f.sent.First) {
		return false
	}
	return f.g.Tokens[i].Class == text.Clitic || functionRow(f.g, i, isPossessive) || isOfKind(f.g, i, classDeterminer, "demonstrative")
}

// ofMoney reports whether a great number without unit and noun is an amount of money, since the verb before it takes no other:
// "lent 22bn to the bank". The text leaves the currency open.
func (f *finder) ofMoney(m *quantity.Mention, np nounPhrase, cl text.Range) bool {
	q := &m.Value
	if q.Unit.ID != "" || q.Kind != quantity.Cardinal || np.head >= 0 || np.lemma != "" || !q.Single || q.Value.Cmp(quantity.Int(leastMoney)) < 0 {
		return false
	}
	w, ok := f.measureBefore(m, dimMoney, cl)
	return ok && w.kind == kindVerb && w.dims == dimMoney && w.next == int(m.First)
}

// leastMoney is the least number that is taken for money without a currency.
const leastMoney = 1_000_000

// isAnyone reports whether a class of people is no more than an age or a sex.
func isAnyone(class string) bool {
	switch class {
	case anybody, "man", "woman", "child", "boy", "girl", "teenager", "adult", "resident", "pensioner":
		return true
	}
	return false
}

// aged returns whose age an amount is: the name or the noun that it stands in apposition to, the noun that it narrows down, else the last
// name before it.
func (f *finder) aged(m *quantity.Mention) string {
	if e, ok := f.personOf(m); ok {
		return e
	}
	if n := f.bearerBehind(m); n >= 0 {
		return f.entityName(n)
	}
	if e := f.apposedTo(m); e != "" {
		return e
	}
	if e, ok := f.nounOf(m); ok {
		return e
	}
	if i := f.apposition(m); i > int(f.sent.First) && f.wordClass(i-1) == "person" {
		return f.personNoun(i - 1) // the driver, a 34-year-old man
	}
	if head := f.pastThing(int(m.Last)); head < int(f.sent.Last) && int(m.First) > int(f.sent.First) && f.isDefinite(int(m.First)-1) && f.class(head) == noClass && f.wordClass(head) == "person" {
		return f.personNoun(head) // the 34-year-old driver
	} else if f.standsForPerson(m) {
		if i := int(m.First) - 2; i > int(f.sent.First) && f.class(i) == classPreposition && f.wordClass(i-1) == "person" {
			return "" // the mother of the 29-year-old
		}
		return f.spokenOf(int(m.First)) // the 34-year-old scored again
	}
	if n := f.firstName(int(m.Last)); n < len(f.names) && f.names[n].First == m.Last && f.names[n].Value.Via == name.ByPronoun {
		return f.entityName(n) // at 43 she is
	}
	if n := f.mentionBefore(int(m.First)); n >= 0 && !f.ofTwo(n) {
		return f.entityName(n)
	}
	return ""
}

// bearerBehind returns the person whose name stands right behind an age, or -1: 29-year-old Hanna Orr. A 13-year-old Hanna Orr is how old she was then.
func (f *finder) bearerBehind(m *quantity.Mention) int {
	n := f.firstName(int(m.Last))
	if n == len(f.names) || f.names[n].First != m.Last || f.names[n].Value.Via != name.ByName || !f.isEntity(&f.names[n], name.Person) || f.g.Tokens[m.Last-1].Class != text.Word {
		return -1
	}
	if i := int(m.First) - 1; i >= int(f.sent.First) && f.class(i) == classDeterminer && !f.isDefinite(i) {
		return -1
	}
	return n
}

// standsForPerson reports whether an age with the definite article stands for a person by itself: a word of grammar, a verb or a mark stands behind it.
func (f *finder) standsForPerson(m *quantity.Mention) bool {
	i, next := int(m.First)-1, int(m.Last)
	if i < int(f.sent.First) || !f.isDefinite(i) || f.g.Tokens[next-1].Class != text.Word {
		return false
	}
	if next < int(f.sent.Last) && f.g.Has(next, lexicon.Demonyms) {
		next++ // the 34-year-old Czech
	}
	return next >= int(f.sent.Last) || f.g.Tokens[next].Class != text.Word || f.class(next) != noClass || f.inflected(next) || f.isVerb(next)
}

// spokenReach is how many sentences back a person was named whom a text goes on to speak of.
const spokenReach = 3

// spokenOf returns the person whom a text speaks of at token i of a sentence that begins to tell of somebody it does not name: who is named first in the last
// sentence before that names a person.
func (f *finder) spokenOf(i int) string {
	at := SentenceAt(f.g, int32(i))
	who, sentence := "", -1
	for n := f.firstName(i) - 1; n >= 0; n-- {
		m := &f.names[n]
		k := SentenceAt(f.g, m.First)
		if at-k > spokenReach {
			break
		}
		if m.Value.Nested || !f.isEntity(m, name.Person) {
			continue
		}
		if sentence >= 0 && k != sentence {
			break
		}
		if f.g.Tokens[m.First].Is(text.InQuote) || int(m.Last) < len(f.g.Tokens) && f.g.Tokens[m.Last].Class == text.Clitic && k != at {
			continue
		}
		who, sentence = f.entities[m.Value.Entity].Name, k
	}
	return who
}

// personOf reads whose age stands behind a name that only tells whose man, or of which firm, somebody is: a manager of builder Vanderhoek, 44. Of
// kin it may be that of either.
func (f *finder) personOf(m *quantity.Mention) (entity string, ok bool) {
	i := f.apposition(m)
	n := f.firstName(i) - 1
	if i <= int(f.sent.First) || n < f.n || int(f.names[n].Last) != i || f.names[n].Last-f.names[n].First > 1 && f.isEntity(&f.names[n], name.Person) {
		return "", false
	}
	for j := int(f.names[n].First) - 1; j >= max(int(f.sent.First)+1, int(f.names[n].First)-personReach); j-- {
		if f.class(j) == classPreposition && f.partitive(j) {
			return f.lemma(j - 1), f.wordClass(j-1) == "person"
		}
		if f.g.Tokens[j].Class != text.Word || f.class(j) != noClass && f.class(j) != classDeterminer {
			return "", false
		}
	}
	return "", false
}

// personReach is how many words may stand before such a name: a manager of the Dutch builder Vanderhoek.
const personReach = 5

// nounOf reads whose age an "of" tells: a nurse of 51, or, where that stands behind a name, who that is.
func (f *finder) nounOf(m *quantity.Mention) (entity string, ok bool) {
	i := int(m.First) - 1
	if i-2 < int(f.sent.First) || f.class(i) != classPreposition || !f.partitive(i) || f.wordClass(i-1) != "person" || f.class(i-2) != classDeterminer {
		return "", false
	}
	if n := f.firstName(i-2) - 1; n >= f.n && int(f.names[n].Last) == i-3 && f.g.Tokens[i-3].Class == text.Comma {
		return f.entityName(n), true
	}
	return f.personNoun(i - 1), true
}

// personNoun returns the noun of a person at token i with the thing that tells it from others of its sort: the lorry driver is not the coach driver.
func (f *finder) personNoun(i int) string {
	if i-1 < int(f.sent.First) || f.pastThing(i-1) != i {
		return f.lemma(i)
	}
	thing := f.lemma(i - 1)
	if row, ok := f.g.Row(i-1, lexicon.Synonyms); ok {
		thing = row.Field(colSynonym)
	}
	return thing + " " + f.lemma(i)
}

// pastThing returns the token behind the one at i where that is a noun that narrows one of persons down, else i.
func (f *finder) pastThing(i int) int {
	if i+1 >= int(f.sent.Last) || f.class(i) != noClass {
		return i
	}
	row, ok := f.g.Row(i, lexicon.Words)
	if !ok || !strings.HasPrefix(row.Field(colPOS), "n") || f.wordClass(i+1) != "person" {
		return i
	}
	return i + 1
}

// placeOf returns the place of an amount: the one told behind it and before the next amount, as in "310 people in France and
// 40 in Belgium", else that of the clause.
func (f *finder) placeOf(m *quantity.Mention, cl text.Range) string {
	place := f.place(cl)
	if place == "" {
		return f.placeBefore(int(cl.First), int(m.First))
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

// placeBefore returns the place that a relative clause is about, which begins at token i with an amount: "in Larissa, where another 20,000
// marched".
func (f *finder) placeBefore(i, amount int) string {
	at := i - 2 // before the comma
	if at <= int(f.sent.First) || amount > i+maxLead || !isOfKind(f.g, i, classRelative, "place") || f.g.Tokens[i-1].Class != text.Comma {
		return ""
	}
	for n := f.firstName(at - maxPlaceName); n < len(f.names) && int(f.names[n].First) <= at; n++ {
		if v := &f.names[n]; int(v.Last) == at+1 && f.isEntity(v, name.Place) {
			return f.entities[v.Value.Entity].Name
		}
	}
	return ""
}

// How many tokens the name of a place may have there, and how far from the start of the clause the amount may begin.
const (
	maxPlaceName = 4
	maxLead      = 3
)

const (
	dimCount       = "count"
	dimLength      = "length"
	dimMagnitude   = "magnitude"
	dimRatio       = "ratio"
	dimPoints      = "ratio-difference"
	dimTemperature = "temperature"
	dimMoney       = "money"
	dimDuration    = "duration"
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
		if w, ok := f.nounFor(i, dimCount, kindPeople, kindNoun); ok && !(w.class == "age" && i > 0 && f.quantityAt(w.next) >= 0) { // volunteers aged 4 to 16
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

// shareWho reads what a share of people did: "45 percent of voters cast a ballot", "two in five pupils failed".
func (f *finder) shareWho(slot *Slot, m *quantity.Mention, np nounPhrase) {
	end := int(np.Last)
	if i := int(m.Last); i < int(f.sent.Last) && f.class(i) == classPreposition && f.partitive(i) {
		if w, ok := f.headBehind(i); ok {
			end = w.next
		}
	}
	if end <= int(m.Last) {
		return
	}
	ev, ok := f.verbBehind(end)
	if !ok {
		return
	}
	if slot.Event == "" {
		slot.Event = ev.class
	}
	if w, ok := f.act(ev.at, end-1, dimRatio); ok {
		slot.Measure = w.class
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

// agents fills who takes part in the clause.
func (f *finder) agents(slot *Slot, m *quantity.Mention, cl text.Range) {
	slot.Agents, slot.Patients = f.participants(cl, int(m.First))
}
