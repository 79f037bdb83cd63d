package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// HeadNoun returns the noun that a noun phrase ends with, in small letters, or "" for a pronoun; body tells that it is none for a person: the company,
// the hotel.
func HeadNoun(g *lexicon.Tagged, r text.Range) (noun string, body bool) {
	if r.Len() == 0 {
		return "", false
	}
	i := int(r.Last) - 1
	if g.Tokens[i].Class != text.Word || g.Has(i, lexicon.Function) {
		return "", false
	}
	row, ok := g.Row(i, lexicon.Words)
	return strings.ToLower(g.Word(i)), ok && r.Len() > 1 && row.Field(colNounClass) != "" && row.Field(colNounClass) != "person"
}

const colFunctionNumber = 3 // function.tsv: singular or plural

// Neuter reports whether token i is a pronoun that may stand for a body: it, they, we.
func Neuter(g *lexicon.Tagged, i int32) bool {
	return functionRow(g, int(i), func(r lexicon.Row) bool {
		return r.Field(colFunctionClass) == "pronoun" && (r.Field(colFunctionNumber) == "p" || r.Field(colFunctionGender) == "n")
	})
}

// TimeWord reports whether the word of a passage is one that times are told with.
func TimeWord(g *lexicon.Tagged, sp text.Span) bool {
	i := int(tokenAt(g, sp.Start))
	return g.Has(i, lexicon.TimeWords) || g.Has(i, lexicon.Months)
}

// MonthName reports whether token i is the name of a month.
func MonthName(g *lexicon.Tagged, i int) bool {
	r, ok := g.Row(i, lexicon.Months)
	return ok && r.Field(colMonthKind) == "month"
}

const colMonthKind = 0 // months.tsv: month or day

// ClaimNoun reports whether the word of a passage is a noun for a claim that is told behind it: reports that, rumours of.
func ClaimNoun(g *lexicon.Tagged, sp text.Span) bool {
	i := int(tokenAt(g, sp.Start))
	r, ok := g.Row(i, lexicon.Words)
	return ok && g.Has(i, lexicon.Cues) && strings.Contains(r.Field(colPOS), "n") && functionRow(g, i+1, func(r lexicon.Row) bool {
		return r.Field(colFunctionKind) == "content" || functionClassOf(r) == classPreposition
	})
}
