package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

// A verb is what the rules ask of a word that may name an event and begins no longer form, wherever it stands.
type verb struct {
	class string // of the event
	lemma string
	is    verbTrait
}

// A verbTrait is a set of what a verb may be.
type verbTrait uint16

const (
	isEvent     verbTrait = 1 << iota // the tables know an event that it names
	isKindVerb                        // as a verb of measures.tsv
	isKindState                       // as a state
	ofPeople                          // which counts people
	isMoving                          // and grows
	isFalling                         // and may fall again
	isThing                           // it names a person or a thing before it is a verb
	isThought                         // it is a verb of thinking, expecting or planning
	isSpeech                          // of speaking
	hasLemma                          // words.tsv has it
	ofLemma                           // the class of the event is the lemma
)

// knownVerbs is how many words are remembered as verbs.
const knownVerbs = 1 << 12

// verb returns what the word at token i is as a verb, until it is called again.
func (f *finder) verb(i int) *verb {
	v, known := f.knownVerbs.At(f.g, i)
	if !known {
		*v = f.readVerb(i)
	}
	return v
}

// readVerb makes a verb from the rows of its word.
func (f *finder) readVerb(i int) (v verb) {
	if row, ok := f.g.Row(i, lexicon.Words); ok {
		v.lemma, v.is = row.Field(colLemma), hasLemma
	}
	switch f.verbClass(i) {
	case "cognition":
		v.is |= isThought
	case "communication":
		v.is |= isSpeech
	}
	if f.isThing(i) {
		v.is |= isThing
	}
	var rows [8]lexicon.Row
	if w, ok := pick(f.g.Rows(rows[:0], i, lexicon.Measures), []string{kindVerb, kindState}); ok && (w.kind == kindVerb || w.counts()) {
		v.class = w.class
		v.is |= isEvent | trait(w.kind == kindVerb, isKindVerb) | trait(w.kind == kindState, isKindState) | trait(w.counts(), ofPeople) | trait(w.moves, isMoving) | trait(w.falls, isFalling)
		v.is |= trait(w.kind == kindVerb && !hasDim(w.dims, dimCount), ofLemma) // what took 80 people took no time
	} else if row, ok := f.g.Row(i, lexicon.Synonyms); ok && row.Field(colSynonymPOS) == "v" {
		v.class, v.is = row.Field(colSynonym), v.is|isEvent
	}
	return v
}

func trait(is bool, t verbTrait) verbTrait {
	if is {
		return t
	}
	return 0
}

// lemmaAt returns the lemma of a verb at token i, or the word as written.
func (v *verb) lemmaAt(g *lexicon.Tagged, i int) string {
	if v.is&hasLemma != 0 {
		return v.lemma
	}
	return g.Word(i)
}

// at returns the event that a verb at token i names.
func (v *verb) at(g *lexicon.Tagged, i int) (eventWord, bool) {
	if v.is&isEvent == 0 {
		return eventWord{}, false
	}
	ev := eventWord{class: v.class, people: v.is&ofPeople != 0, moves: v.is&isMoving != 0, falls: v.is&isFalling != 0, at: i, next: i + 1}
	if v.is&ofLemma != 0 {
		ev.class = v.lemmaAt(g, i)
	}
	switch {
	case v.is&isKindVerb != 0:
		ev.kind = kindVerb
	case v.is&isKindState != 0:
		ev.kind = kindState
	}
	return ev, true
}

// isThing reports whether the word at token j names a person or a thing before it is a verb: officials, a ship.
func (f *finder) isThing(j int) bool {
	if w := f.g.Word(j); f.isVerb(j) || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") {
		return false
	}
	switch f.wordClass(j) {
	case "person", "artifact", "animal", "group", "body", "food", "substance", "location", "object", "plant", "possession":
		return true
	}
	return false
}
