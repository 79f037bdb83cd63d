package lexicon

// What the words of numbers.tsv, units.tsv and modifiers.tsv may begin stands beside their tables in the sets that Next is asked for, since most
// of them begin no amount: "a" is a word of the first table, and "in" and "at" are abbreviations of the second.
const (
	NumberWords Mask = 1 << 59 // what a number may begin with: two, half, dozens
	Articles    Mask = 1 << 58 // an article, which begins one where a number or a unit follows: a
	TimeUnits   Mask = 1 << 57 // a word for a unit of time: weeks

	TallyWords Mask = 1 << 51 // a modifier that may count without a number, or tell of a match: none, final

	GivingWords Mask = 1 << 50 // a verb that gives a figure for something: put the toll at 14

	TurnWords Mask = 1 << 47 // a modal verb or a negation, which turns what its clause says

	twoClasses   Mask = 1 << 48 // a word with several rows of function.tsv
	OrdinalWords Mask = 1 << 49 // an ordinal: second

	kinds = NumberWords | Articles | TimeUnits | TallyWords | GivingWords | OrdinalWords | TurnWords | twoClasses | classes
)

// Columns of numbers.tsv, units.tsv, modifiers.tsv and links.tsv that tell the kind.
const (
	colNumberClass   = 0
	colUnitDimension = 1
	colUnitUse       = 6
	colModifierKind  = 1
	colLink          = 0
)

// kindOf returns the kinds of the word at an entry, as it is written, which the tables have, and its class as a function word.
func (l *Lexicon) kindOf(ref uint32, tables Mask, written string) (kind Mask) {
	if tables.Has(Numbers) {
		row, _ := l.first(ref, Numbers, written)
		switch row.Field(colNumberClass) {
		case "suffix", "point", "sign": // what only goes on or leads up to one
		case "ordinal":
			kind |= OrdinalWords
		case "article":
			kind |= Articles
		default:
			kind |= NumberWords
		}
	}
	if tables.Has(Modifiers) {
		row, _ := l.first(ref, Modifiers, written)
		switch row.Field(colModifierKind) {
		case "none", "contest", "stage":
			kind |= TallyWords
		}
	}
	if tables.Has(Links) {
		var rows [8]Row
		for _, row := range l.rows(rows[:0], ref, Links, written) {
			if row.Field(colLink) == "gives" {
				kind |= GivingWords
			}
		}
	}
	if tables.Has(Function) {
		row, _ := l.first(ref, Function, written)
		kind |= Mask(FunctionClassOf(row)) << classShift
		var room [8]Row
		rows := l.rows(room[:0], ref, Function, written)
		if len(rows) > 1 {
			kind |= twoClasses
		}
		for _, row := range rows {
			if c := FunctionClassOf(row); c == Modal || c == Negation {
				kind |= TurnWords
			}
		}
	}
	if tables.Has(Units) {
		row, _ := l.first(ref, Units, written)
		if row.Field(colUnitDimension) == "duration" && row.Field(colUnitUse) == "word" {
			kind |= TimeUnits
		}
	}
	return kind
}
