package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// reach is how many tokens from an amount its verb or measure is looked for.
const reach = 14

// happening finds the verb or state that tells what happened to what is counted: right behind it, else
// the verb whose object it is, else the verb whose subject it is.
func (f *finder) happening(m *quantity.Mention, np nounPhrase) (eventWord, bool) {
	if i := int(m.Last); i < int(f.sent.Last) && f.g.Tokens[i].Class == text.Hyphen {
		return eventWord{}, false // an 840-bed hospital opened: not the beds
	}
	state, ok := f.stateBehind(int(np.Last))
	if ok && !f.progressive(state) {
		return state, true
	}
	if f.isWhole(m) || f.leadsPart(m) {
		return eventWord{}, false // two of the three suspects were charged: not all three
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
	if ev, ok := f.among(int(m.First)); ok {
		return ev, true
	}
	return f.verbBehind(int(np.Last))
}

// among reads "among the dead were" in front of token i.
func (f *finder) among(i int) (eventWord, bool) {
	at := i - 2
	if at-1 <= int(f.sent.First) || f.class(i-1) != classAuxiliary || !f.isThe(at-1) {
		return eventWord{}, false
	}
	w, ok := f.outcome(at, kindState, kindNoun)
	return eventWord{class: w.class, kind: w.kind, people: true, moves: w.moves, falls: w.falls, at: at, next: w.next}, ok && w.next == i-1 && f.class(at-2) == classPreposition
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
			if w.kind == kindVerb && f.class(j) == classPreposition {
				break // 20 people in front of the hall: it is before whom somebody plays that is in front of him
			}
			if ev, ok := f.befell(w.next); ok && w.kind == kindState {
				return ev, true
			}
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

// befell reads what happened to those whose state ends before token i: "62 people aboard were killed".
func (f *finder) befell(i int) (eventWord, bool) {
	for ; i < int(f.sent.Last) && f.class(i) == classAuxiliary; i++ {
	}
	if i >= int(f.sent.Last) {
		return eventWord{}, false
	}
	ev, _, ok := f.event(i)
	return ev, ok && ev.people && ev.kind == kindVerb
}

// verbBefore looks for the verb whose object starts at token i: only words that may stand between the
// two are passed, and the other amounts of a list.
func (f *finder) verbBefore(i int) (eventWord, bool) {
	for j := i - 1; j >= int(f.sent.First) && j > i-reach; j-- {
		k := &f.g.Tokens[j]
		if k.Class == text.Comma && f.g.Body[k.Start] == ',' || k.Class == text.Word && f.class(j) == classConjunction {
			if j-1 > int(f.sent.First) && isOfKind(f.g, j-1, classPronoun, "reflexive") {
				j-- // killed himself and 12 others
				continue
			}
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
				return ev, ev.at > int(f.sent.First) && f.isVerb(ev.at-1) // shot dead 12 people
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
			if next := f.pastApposition(j); next > j {
				j = next
				continue
			}
			if f.listed(j) {
				j = f.pastAmount(j + 1)
				continue
			}
			return eventWord{}, false
		case text.Dash:
			next := f.pastApposition(j)
			if next == j {
				return eventWord{}, false
			}
			j = next
			continue
		case text.Stop, text.QuoteMark:
			return eventWord{}, false
		case text.Word:
		default:
			continue
		}
		if ev, _, ok := f.event(j); ok && !(f.progressive(ev) && ev.at > int(f.sent.First) && f.class(ev.at-1) == classDeterminer) { // in the building
			return ev, ev.at != f.resumedAt
		}
		switch f.class(j) {
		case classRelative:
			if ev, ok := f.resumed(j); ok {
				return ev, true
			}
		case noClass:
			if f.isVerb(j) && !k.Is(text.Capital) && !f.telling(j) && f.class(j-1) != classDeterminer {
				if ev, ok := f.broughtTo(j + 1); ok {
					return ev, true
				}
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

// broughtTo reads what befell those counted behind a verb that says less: remain trapped, are known to have died.
func (f *finder) broughtTo(i int) (eventWord, bool) {
	if i >= int(f.sent.Last) {
		return eventWord{}, false
	}
	if w, ok := f.measureAt(i, kindState); ok && w.counts() {
		return eventWord{class: w.class, kind: w.kind, people: true, moves: w.moves, falls: w.falls, at: i, next: w.next}, true
	}
	if c := f.class(i); c != classParticle && c != classPreposition || i+1 >= int(f.sent.Last) || f.class(i+1) != classAuxiliary {
		return eventWord{}, false
	}
	ev, ok := f.befell(i + 1)
	return ev, ok && isOutcome(ev.class)
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
// them pregnant, were killed", "12 people, among them three children, died"), or j. Dashes do the same.
func (f *finder) pastApposition(j int) int {
	for e := j + 1; e < int(f.sent.Last)-1 && e < j+maxAside; e++ {
		if f.g.Tokens[e].Class != f.g.Tokens[j].Class {
			continue
		}
		if ev, _, ok := f.event(e + 1); f.class(e+1) == classAuxiliary || ok && ev.people && isOutcome(ev.class) {
			return e
		}
		return j
	}
	return j
}

// maxAside is how many tokens an apposition to those counted may have.
const maxAside = 14

// resumed reads what befell those counted behind the clause about them that begins at token i: "three men who had fled the camp were
// arrested". An amount within that clause has no part in it.
func (f *finder) resumed(i int) (eventWord, bool) {
	begun := false // the clause has its verb
	for j := i + 1; j < int(f.sent.Last) && j < i+maxRelative; j++ {
		k := &f.g.Tokens[j]
		switch {
		case k.Class == text.Bracket:
			j = f.bracketEnd(j)
			continue
		case k.Class == text.Hyphen || k.Class == text.Number:
			continue
		case k.Class != text.Word:
			return eventWord{}, false
		}
		switch f.class(j) {
		case classRelative, classSubordinator, classConjunction:
			return eventWord{}, false
		case classAuxiliary:
			if !begun {
				begun = true
				continue
			}
			if c := f.class(j - 1); c == classAuxiliary || c == classModal || c == classAdverb || c == classNegation || c == classRelative {
				continue
			}
			ev, ok := f.befell(j)
			if !ok || !isOutcome(ev.class) || f.countsUpTo(j) {
				return eventWord{}, false
			}
			f.resumedAt = ev.at
			return ev, true
		case noClass:
			if f.telling(j) {
				return eventWord{}, false // who said that five others were killed
			}
			begun = begun || f.isVerb(j)
		}
	}
	return eventWord{}, false
}

// countsUpTo reports whether an amount with its noun ends right before token i: it is its subject.
func (f *finder) countsUpTo(i int) bool {
	q := f.firstQuantity(i) - 1
	return q >= f.q && int(max(f.qs[q].Last, f.qs[q].Value.Noun.Last)) == i
}

// maxRelative is how many tokens such a clause may have.
const maxRelative = 24
