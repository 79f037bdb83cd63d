// Package compare aligns the normal forms of two or more sources and judges what they say of the same
// thing by the rules of docs/verdicts.md.
//
// It never reads body text beyond the spans and terms that statements carry, and holds no word of the
// language that is read: reasons are codes with arguments, which package factcheck words for the reader.
package compare

import (
	"slices"
	"time"

	"github.com/factdiff/factdiff/normalize/text"
)

// A Relation is how two values in one slot stand to each other.
type Relation uint8

const (
	Unrelated Relation = iota
	Conflict
	Compatible
	Agree
)

var relationNames = [...]string{"unrelated", "conflict", "compatible", "agree"}

func (r Relation) String() string { return relationNames[r] }

// A Verdict is what a finding says of its positions.
type Verdict string

const (
	VerdictAgree      Verdict = "agree"
	VerdictCompatible Verdict = "compatible"
	VerdictConflict   Verdict = "conflict"
	VerdictDisputed   Verdict = "disputed" // different holders stand against each other
	VerdictSingle     Verdict = "single"
)

// Severity ranks findings for the reader, the most serious first.
type Severity uint8

const (
	Info Severity = iota
	Minor
	Review
	Serious
)

var severityNames = [...]string{"info", "minor", "review", "serious"}

func (s Severity) String() string { return severityNames[s] }

// A Rule is the stable name of what a finding was found by: "number-conflict".
type Rule string

// The rules. Each has a page under docs/rules.
const (
	NumberMatch        Rule = "number-match"
	NumberConflict     Rule = "number-conflict"
	UnitCheck          Rule = "unit-check"
	SumCheck           Rule = "sum-check"
	SelfConflict       Rule = "self-conflict"
	DateMatch          Rule = "date-match"
	DateConflict       Rule = "date-conflict"
	NameVariant        Rule = "name-variant"
	NameConflict       Rule = "name-conflict"
	OfficeMatch        Rule = "office-match"
	PlaceMatch         Rule = "place-match"
	PlaceConflict      Rule = "place-conflict"
	SpeakerMatch       Rule = "speaker-match"
	SpeakerConflict    Rule = "speaker-conflict"
	StatementMatch     Rule = "statement-match"
	StanceConflict     Rule = "stance-conflict"
	StrengthConflict   Rule = "strength-conflict"
	TermConflict       Rule = "term-conflict"
	DetailDropped      Rule = "detail-dropped"
	QuoteMatch         Rule = "quote-match"
	QuoteDrift         Rule = "quote-drift"
	QuoteCut           Rule = "quote-cut"
	UnclosedQuote      Rule = "unclosed-quote"
	ClaimWithoutDenial Rule = "claim-without-denial"
	SharedOrigin       Rule = "shared-origin"
	FirstReport        Rule = "first-report"
	Relay              Rule = "relay"
	UnnamedSource      Rule = "unnamed-source"
	Copy               Rule = "copy"
	OneSource          Rule = "one-source"
)

// A Finding is one topic on which sources agree, fit together, differ or stand alone.
type Finding struct {
	ID        string // fingerprint of kind, topic and normalized values: 12 hex digits
	Kind      string // number, conversion, date, name, place, attribution, stance, term, quote, omission, provenance
	Rule      Rule
	Verdict   Verdict
	Severity  Severity
	Topic     string // what it is about, in words of the slot: "range of Fath-360"
	Reason    Reason
	Flags     []string // update, rounding, bound-gap, spelling-only …
	Origins   int      // independent origins of what is agreed on
	Positions []Position
}

// A Reason is why a verdict was reached: a code and its arguments, worded by package factcheck.
type Reason struct {
	Code string
	Args []string
}

// A Position is one value and the sources that stand on it.
type Position struct {
	Value    string // normalized, for the reader: "75 miles", "12", "denies"
	Side     string // a, b … of a disagreement
	Sources  []string
	Evidence []Evidence
	Wording  []Wording // of a quotation, against the first position: words that are the same, gone, added, respelled
}

// SourceIDs returns the sources that stand on positions or have evidence of them, each once.
func SourceIDs(positions ...Position) []string {
	var out []string
	add := func(id string) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for i := range positions {
		for _, id := range positions[i].Sources {
			add(id)
		}
		for k := range positions[i].Evidence {
			add(positions[i].Evidence[k].Source)
		}
	}
	return out
}

// Evidence stands by itself, like a compiler's diagnostic: Source.Text[Start:End] == Text.
type Evidence struct {
	Source string
	text.Span
	Text         string
	Line, Column int    // 1-based; columns count bytes
	Value        string // as normalized
	Speaker      string
	Reading      string // the rule that read it
	Published    time.Time
}
