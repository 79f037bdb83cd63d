package compare

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
)

// What two clauses with one figure must share to say the same of it, whatever the figure was read to measure: content words
// as a share, in percent, of those of the clause with fewer, and how many.
const (
	echoShare   = 50
	echoWords   = 3
	echoTrivial = 4 // for figures that two clauses have by chance
)

// echoes reports whether two amounts have one value in clauses of which one says most of what the other does: the statement is
// one, though its amounts were read to measure different things.
func echoes(a, b *amount) bool {
	if a.slot.Dimension != b.slot.Dimension || a.slot.Negated != b.slot.Negated || a.past != b.past || a.other != b.other || a.shown != b.shown {
		return false
	}
	if (a.slot.Modality == attribution.Demanded) != (b.slot.Modality == attribution.Demanded) || timesMatch(a, b) == apart || !implied(a, b) || !implied(b, a) {
		return false
	}
	need := echoWords
	if trivial(a) {
		if need = echoTrivial; !oneNoun(a, b) {
			return false
		}
	}
	shared, least := echoed(a.st.Terms, b.st.Terms)
	return shared >= need && 100*shared >= echoShare*least
}

// oneNoun reports whether two amounts may count the same: one noun, or a noun that the other clause has, or none.
func oneNoun(a, b *amount) bool {
	return a.slot.Noun == b.slot.Noun || a.slot.Noun == "" || b.slot.Noun == "" || a.slot.Noun == "person" || b.slot.Noun == "person" ||
		says(b.st.Terms, a.slot.Noun) || says(a.st.Terms, b.slot.Noun)
}

func says(terms []statement.Term, noun string) bool {
	for i := range terms {
		if strings.EqualFold(terms[i].Text, noun) {
			return true
		}
	}
	return false
}

// echoed counts the different content words, numbers left out, that two clauses share, and those of the clause with fewer.
func echoed(a, b []statement.Term) (shared, least int) {
	return sharedTerms(a, b), min(termCount(a), termCount(b))
}

func termCount(a []statement.Term) int {
	n := 0
	for i := range a {
		if a[i].Kind != statement.NumberTerm && a[i].Kind != statement.NotTerm && !earlier(a, i) {
			n++
		}
	}
	return n
}
