package lexicon

// What the words of numbers.tsv and units.tsv may begin stands beside their tables in the sets that Next is asked for, since most of
// them begin no amount: "a" is a word of the one table, and "in" and "at" are abbreviations of the other.
const (
	NumberWords Mask = 1 << 59 // what a number may begin with: two, half, dozens
	Articles    Mask = 1 << 58 // an article, which begins one where a number or a unit follows: a
	TimeUnits   Mask = 1 << 57 // a word for a unit of time: weeks

	kinds = NumberWords | Articles | TimeUnits
)

// Columns of numbers.tsv and units.tsv that tell the kind.
const (
	colNumberClass   = 0
	colUnitDimension = 1
	colUnitUse       = 6
)

// kindOf returns the kinds of the word at an entry, as it is written, which the tables have.
func (l *Lexicon) kindOf(ref uint32, tables Mask, written string) (kind Mask) {
	if tables.Has(Numbers) {
		row, _ := l.first(ref, Numbers, written)
		switch row.Field(colNumberClass) {
		case "ordinal", "suffix", "point", "sign": // what only goes on or leads up to one
		case "article":
			kind |= Articles
		default:
			kind |= NumberWords
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
