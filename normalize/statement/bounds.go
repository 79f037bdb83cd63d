package statement

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// clause returns the tokens around [first, last) up to the nearest mark or word that starts another
// clause. Commas inside lists of amounts do not end one.
func (f *finder) clause(first, last int32) text.Range {
	r := text.Range{First: first, Last: last}
	r.First = int32(f.breakBefore(int(first), max(int(f.sent.First), int(first)-maxClause))) + 1
	if f.fronted(int(r.First) - 1) {
		r.First = f.sent.First
	}
	if last < f.sent.Last {
		r.Last = int32(f.breakBehind(int(last), min(int(f.sent.Last), int(last)+maxClause)))
	}
	return r
}

// breakBefore returns the last token before i, but not before first, at which a clause ends, or first-1.
func (f *finder) breakBefore(i, first int) int {
	for i = f.sheet.prev(setBreaker, i, first); i >= first && !f.breaks(i); i = f.sheet.prev(setBreaker, i, first) {
	}
	return i
}

// breakBehind returns the first token from i on, before end, at which a clause ends, or end.
func (f *finder) breakBehind(i, end int) int {
	for i = f.sheet.next(setBreaker, i, end); i < end && !f.breaks(i); i = f.sheet.next(setBreaker, i, end) {
	}
	return i
}

// fronted reports whether the sentence begins with words of circumstance that the comma at token i ends, and which belong to
// the clause behind it: "In the first half, profit rose".
func (f *finder) fronted(i int) bool {
	first := int(f.sent.First)
	if i <= first || i > first+maxFronted || f.g.Tokens[i].Class != text.Comma || f.g.Body[f.g.Tokens[i].Start] != ',' || f.class(first) != classPreposition {
		return false
	}
	for j := first; j < i; j++ {
		if f.g.Tokens[j].Class == text.Comma || f.class(j) == classAuxiliary || f.class(j) == classSubordinator || f.g.Tokens[j].Class == text.Word && f.class(j) == noClass && f.isVerb(j) {
			return false
		}
	}
	return true
}

// subject returns what stands before an apposition that ends where the clause begins, or what the clause itself stands in
// apposition to: "Ortega" of "Ortega, 61, was arrested in March", "the plant in Leeds" of "The plant in Leeds, opened in 1987".
func (f *finder) subject(cl text.Range) text.Range {
	i := int(cl.First) - 1
	if i <= int(f.sent.First) || f.g.Tokens[i].Class != text.Comma || f.g.Body[f.g.Tokens[i].Start] != ',' || !f.predicate(int(cl.First)) {
		return text.Range{}
	}
	last := i
	for j := i - 1; j > int(f.sent.First) && j >= i-maxApposition; j-- {
		k := &f.g.Tokens[j]
		if k.Class == text.Comma && f.g.Body[k.Start] == ',' {
			last = j
			break
		}
		if k.Class == text.Stop || k.Class == text.Dash || k.Class == text.QuoteMark {
			break
		}
	}
	first := f.breakBefore(last, max(int(f.sent.First), last-maxSubject)) + 1
	for j := first; j < last; j++ {
		if f.class(j) == classAuxiliary || f.class(j) == noClass && f.isVerb(j) && !f.g.Tokens[j].Is(text.Capital) {
			return text.Range{} // a clause of its own
		}
	}
	if m := f.firstName(last + 1); last < i && m < len(f.names) && int(f.names[m].First) == last+1 && int(f.names[m].Last) == i {
		last = i // the minister, Ada Vane, came: both name who came
	}
	return text.Range{First: int32(first), Last: int32(last)}
}

// Reaches of a subject before its predicate, in tokens.
const (
	maxApposition = 12
	maxSubject    = 10
)

// predicate reports whether a predicate without its subject begins at token i.
func (f *finder) predicate(i int) bool {
	switch f.class(i) {
	case classAuxiliary, classModal, classRelative:
		return true
	case noClass:
		return f.isVerb(i)
	}
	return false
}

// maxFronted is how many tokens such words may be.
const maxFronted = 9

// maxClause is how many tokens a clause may reach to either side of what it is about.
const maxClause = 40

// breaks reports whether a clause ends at token i, one of the set of breakers. It is looked at once.
func (f *finder) breaks(i int) bool {
	switch t := &f.sheet; {
	case t.has(setEnd, i):
		return true
	case f.endsClause(i):
		t.add(setEnd, i)
		return true
	default:
		t.remove(setBreaker, i)
		return false
	}
}

func (f *finder) endsClause(i int) bool {
	k := &f.g.Tokens[i]
	switch k.Class {
	case text.Comma:
		return f.g.Body[k.Start] == ';' || f.g.Body[k.Start] == ':' || !f.listed(i)
	case text.Dash, text.Stop:
		return true
	}
	c := f.class(i)
	return c == classSubordinator || c == classConjunction && f.verbAhead(i+1)
}

// listed reports whether an amount follows the comma, as in a list of finds.
func (f *finder) listed(i int) bool {
	return f.sheet.any(setStart, i+1, min(i+3, int(f.sent.Last)))
}

// verbAhead reports whether a verb of the tables follows within two words.
func (f *finder) verbAhead(i int) bool {
	for j := i; j < i+2 && j < int(f.sent.Last); j++ {
		if _, _, ok := f.event(j); ok {
			return true
		}
		switch f.class(j) {
		case classAuxiliary, classModal:
			return true
		case classPronoun: // and yet we cannot
			if j+1 < int(f.sent.Last) && f.predicate(j+1) {
				return true
			}
		}
	}
	return false
}

// quantityAt returns the quantity of the sentence that starts at token i, or -1.
func (f *finder) quantityAt(i int) int {
	if q := f.firstQuantity(i); q < len(f.qs) && int(f.qs[q].First) == i {
		return q
	}
	return -1
}

// An eventWord is a verb or state that the tables know.
type eventWord struct {
	class  string
	kind   string // of measures.tsv; "" for synonyms.tsv
	people bool   // counts people by what happened to them
	moves  bool
	falls  bool
	at     int
	next   int
}

// event reads the verb or state that starts at token i.
func (f *finder) event(i int) (eventWord, int, bool) {
	m := f.g.At(i)
	if m&(lexicon.Measures.In()|lexicon.Synonyms.In()) == 0 {
		return eventWord{}, i + 1, false
	}
	if !f.g.Leads(i) {
		ev, ok := f.verb(i).at(f.g, i)
		return ev, i + 1, ok
	}
	if m.Has(lexicon.Measures) {
		if w, ok := f.measureAt(i, kindVerb, kindState); ok && (w.kind == kindVerb || w.counts()) {
			if w.kind == kindVerb && w.next == i+1 && !hasDim(w.dims, dimCount) {
				w.class = f.lemma(i) // what took 80 people took no time
			}
			return eventWord{class: w.class, kind: w.kind, people: w.counts(), moves: w.moves, falls: w.falls, at: i, next: w.next}, w.next, true
		}
	}
	if m.Has(lexicon.Synonyms) {
		if row, next, ok := f.g.Longest(i, lexicon.Synonyms); ok && row.Field(colSynonymPOS) == "v" {
			return eventWord{class: row.Field(colSynonym), at: i, next: next}, next, true
		}
	}
	return eventWord{}, i + 1, false
}

// modality tells how the clause is meant by its modal verbs.
func (f *finder) modality(r text.Range) attribution.Modality {
	last := int(r.Last)
	for i := f.sheet.next(setModal, int(r.First), last); i < last; i = f.sheet.next(setModal, i+1, last) {
		if f.class(i) != classModal || i > int(f.sent.First) && f.g.Tokens[i].Is(text.Capital) {
			continue // May 2012
		}
		row, _ := f.g.Row(i, lexicon.Function)
		if m := modalOf(row.Field(colFunctionKind)); m != attribution.Fact {
			return m
		}
	}
	return f.meant(r)
}

// meant tells how a clause is meant by a verb that looks ahead or asks: winds of 60 mph were forecast, he demanded 5 million.
func (f *finder) meant(r text.Range) attribution.Modality {
	last := int(r.Last)
	for i := f.sheet.next(setCue, int(r.First), last); i < last; i = f.sheet.next(setCue, i+1, last) {
		stance := ""
		if f.g.Tokens[i].Class == text.Word {
			stance = f.outlook(i)
		}
		switch stance {
		case stancePredicts:
			if !f.thing(i, r) {
				return attribution.Possible
			}
		case stanceAsks:
			if !f.thing(i, r) {
				return attribution.Demanded
			}
		default:
			f.sheet.remove(setCue, i)
		}
	}
	return attribution.Fact
}

// thing reports whether the word at token i, which may be a verb that asks or foresees, names a thing: "orders in Europe rose".
// It does where nobody stands before it who could ask.
func (f *finder) thing(i int, r text.Range) bool {
	if i > int(r.First) {
		switch f.class(i - 1) {
		case classDeterminer, classPreposition, classQuantifier:
		default:
			return false
		}
	}
	row, ok := f.g.Row(i, lexicon.Words)
	return ok && strings.IndexByte(row.Field(colPOS), 'n') >= 0 && (strings.EqualFold(row.Field(colLemma), f.g.Word(i)) || morph.Ending(f.g.Lex, f.g.Word(i)) == morph.Plural)
}

// outlook returns the stance of the verb of cues.tsv at token i; of a word that may be a noun as well, where an auxiliary
// stands before it.
func (f *finder) outlook(i int) string {
	if !f.g.Leads(i) && !f.g.Has(i, lexicon.Function) && f.word(i).traits&mayLookAhead == 0 {
		return ""
	}
	row, next, ok := f.g.Longest(i, lexicon.Cues)
	if !ok {
		return ""
	}
	if next > i+1 {
		if row.Field(colCueClass) == cueNoun {
			return ""
		}
		return row.Field(colCueStance)
	}
	var rows [8]lexicon.Row
	stance, noun := "", false
	for _, r := range f.g.Rows(rows[:0], i, lexicon.Cues) {
		if r.Field(colCueClass) == cueNoun {
			noun = true
		} else if s := r.Field(colCueStance); stance != stanceAsks && stance != stancePredicts {
			stance = s
		}
	}
	if noun && (i == int(f.sent.First) || f.class(i-1) != classAuxiliary && !f.hasObject(i)) {
		return ""
	}
	return stance
}

// hasObject reports whether a word that may be a noun or a verb is a verb, since it stands behind a noun and before an article or an amount: the
// union demands an increase, the city requests 4 million.
func (f *finder) hasObject(i int) bool {
	if i+1 >= int(f.sent.Last) || f.class(i-1) != noClass || f.g.Tokens[i-1].Class != text.Word {
		return false
	}
	return f.class(i+1) == classDeterminer || f.quantityAt(i+1) >= 0
}

// Columns of cues.tsv.
const (
	colCueClass  = 1
	colCueStance = 2
	cueNoun      = "noun"

	stancePredicts = "predicts"
	stanceAsks     = "asks"
)

// negation returns the first word that denies from token i on, before end, or end.
func (f *finder) negation(i, end int) int {
	for i = f.sheet.next(setModal, i, end); i < end && f.class(i) != classNegation; i = f.sheet.next(setModal, i+1, end) {
	}
	return i
}

func (f *finder) negated(r text.Range) bool {
	return f.negation(int(r.First), int(r.Last)) < int(r.Last)
}

// negatedAmount reports whether an amount is denied with its clause, or alone: the 14 of "41, not 14", which leaves 41 as it is.
func (f *finder) negatedAmount(m *quantity.Mention, cl text.Range) bool {
	last := int(cl.Last)
	for i := f.negation(int(cl.First), last); i < last; i = f.negation(i+1, last) {
		if q := f.firstQuantity(i + 1); q >= len(f.qs) || int(f.qs[q].First) != i+1 || i+1 == int(m.First) {
			return true
		}
	}
	return false
}

// place returns the place a clause names: the first one behind a preposition, else any.
func (f *finder) place(r text.Range) string {
	found := ""
	for m := f.firstName(int(r.First)); m < len(f.names) && f.names[m].First < r.Last; m++ {
		n := &f.names[m]
		if n.Value.Nested || !f.isEntity(n, name.Place) && !f.isEntity(n, name.Unknown) || n.Value.Via == name.ByDemonym || n.Value.Via == name.ByMetonym {
			continue
		}
		at := int(n.First) - 1
		if at >= int(f.sent.First) && f.class(at) == classPreposition {
			return f.entities[n.Value.Entity].Name
		}
		if found == "" && f.isEntity(n, name.Place) {
			found = f.entities[n.Value.Entity].Name
		}
	}
	return found
}

// maxTimes bounds how many times of a sentence are looked at for one of its clauses.
const maxTimes = 16

func (f *finder) isEntity(n *name.Mention, k name.Kind) bool {
	e := n.Value.Entity
	return e >= 0 && int(e) < len(f.entities) && f.entities[e].Kind == k
}

// time returns the time that a clause names, else that of the sentence when it names just one.
func (f *finder) time(r text.Range) (timex.Time, int32) {
	only, count := int32(-1), 0
	for t := f.t; t < len(f.ts) && f.ts[t].First < f.sent.Last && t < f.t+maxTimes; t++ {
		if r.First <= f.ts[t].First && f.ts[t].First < r.Last {
			return f.ts[t].Value, int32(t)
		}
		only = int32(t)
		count++
	}
	if count == 1 && !(f.ts[only].First >= r.Last && (f.ts[only].Value.Bound == timex.By || f.ts[only].Value.Bound == timex.Until)) {
		return f.ts[only].Value, only // but not that by which something else is to be done
	}
	return timex.Time{}, -1
}

// participants splits the named entities of a clause into those before its verb and those behind.
func (f *finder) participants(r text.Range, verb int) (agents, patients []string) {
	agents, patients = f.agentNames[:0], f.patientNames[:0]
	for m := f.firstName(int(r.First)); m < len(f.names) && f.names[m].First < r.Last; m++ {
		n := &f.names[m]
		e := n.Value.Entity
		if n.Value.Nested || e < 0 || int(e) >= len(f.entities) || f.insideQuantity(int(n.First)) {
			continue
		}
		if int(n.First) < verb {
			agents = append(agents, f.entities[e].Name)
		} else {
			patients = append(patients, f.entities[e].Name)
		}
	}
	if sub := f.subject(r); sub.First < sub.Last {
		for m := f.firstName(int(sub.First)); m < len(f.names) && f.names[m].First < sub.Last; m++ {
			if e := f.names[m].Value.Entity; !f.names[m].Value.Nested && e >= 0 && int(e) < len(f.entities) {
				agents = append(agents, f.entities[e].Name)
			}
		}
	}
	f.agentNames, f.patientNames = agents, patients
	return f.stringSlab.Copy(sorted(agents)), f.stringSlab.Copy(sorted(patients))
}

// sorted orders s and drops what is in it twice.
func sorted(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}
