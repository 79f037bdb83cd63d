// Package statement joins what the other rooms of normalize have read into statements: what is said of
// what, on whose word, when. Its Slot is the comparable key that package compare aligns sources by
// (entity, property and quantity after MeasEval, SemEval-2021 task 8).
//
// It knows one document, and nothing of another.
package statement

import (
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// Kind tells what a statement states.
type Kind uint8

const (
	Amount      Kind = iota // a quantity in a slot
	When                    // the time of an event
	Role                    // who holds a role, where something is
	Tally                   // a count without an amount: nobody, a score
	Proposition             // who did what, without a number: the content of an attribution or a sentence of the outlet's own
)

// A Statement is one comparable claim of one source.
type Statement struct {
	Kind     Kind
	Sentence int32
	Span     text.Span // the words that carry the value: evidence, tight
	Clause   text.Span // the clause around it
	Slot     Slot
	Quantity int32  // index in Document.Quantities, or -1
	Time     int32  // index in Document.Times, or -1
	Name     int32  // index in Document.Names of the value of a Role, or -1
	Count    Count  // of a Tally
	Voice    int32  // index in Document.Attributions of whose word it stands on, or -1 for the outlet's own
	Terms    []Term // content words of the clause, in order: what alignment weighs and wording diffs
}

// A Term is a content word of a statement, folded: lemma, US spelling, canonical name.
type Term struct {
	Hash uint64 // of the folded form
	Text string // folded form; a substring of a table or of the body
	Span text.Span
	Kind TermKind
}

// TermKind tells what sort of word a term is.
type TermKind uint8

const (
	OtherTerm TermKind = iota
	NameTerm           // Text is an entity's Name
	NumberTerm
	NotTerm  // a negation
	UnitTerm // of an amount, as dollars: it tells nothing of what the amount is of
)

// A Slot is what a statement is about: two statements are comparable when their slots are.
// Every part is folded, and empty when the text does not say.
type Slot struct {
	Measure   string   // class of the measure: "death", "injured", "range"; else the lemma of the head noun
	Noun      string   // lemma of the head noun as written
	Entity    string   // whose it is: canonical name or lemma
	Modifiers []string // restricting words, sorted: "civilian", "maximum", "so far this year"
	Event     string   // class or lemma of the verb: "kill", "train"
	Agents    []string // canonical participants before the verb, sorted
	Patients  []string // and behind it, sorted
	Place     string   // canonical
	Time      timex.Time
	Dimension string // of the quantity: count, length, money …
	Moves     bool   // the measure grows while the event goes on, as a toll does
	Falls     bool   // and may fall again, as the number of households without power does
	Period    bool   // the measure is one of a span of weeks at least, as revenue is, and never of a day
	Labelled  bool   // the amount stands behind or below its label, in a list of facts or a table
	Bracketed bool   // an amount of money that stands in brackets behind another: a conversion
	Telling   bool   // the event is an act of speaking
	Negated   bool
	Modality  attribution.Modality
	Holder    string // canonical name of whose word it is; "" for the outlet's own
}
