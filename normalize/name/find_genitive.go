package name

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/text"
)

// headReach is how many words behind a genitive the head of its name may stand: St Mary's Roman Catholic Primary School.
const headReach = 4

// genitive reports whether the clitic at token j stands inside a name that starts at token first: a saint's or that of many, with the head of the
// name behind it, as in St Mary's Hospital, National Farmers' Union. Whose is a single one's or a state's is another name: Britain's Supreme Court.
func (f *finder) genitive(first, j, end int) bool {
	if j+1 >= end || !f.Capital(j+1) || !f.Tokens[j+1].Is(text.SpaceBefore) || !f.saints(first, j-1) && !f.ofMany(j-1) {
		return false
	}
	for n := j + 1; n < end && n <= j+headReach && f.Tokens[n].Class == text.Word && f.Capital(n); n++ {
		if f.Has(n, lexicon.OrgTypes) || f.isHead(n) {
			return true
		}
	}
	return false
}

// saints reports whether token i is the name of a saint, behind the word that says so: St Mary, St. Mary.
func (f *finder) saints(first, i int) bool {
	if i > first && f.Tokens[i-1].Class == text.Stop {
		i--
	}
	return i > first && f.wordClass(i-1) == wordSaint
}

// ofMany reports whether token i is a noun for several persons of no nation or party: Farmers, Children.
func (f *finder) ofMany(i int) bool {
	if f.Tokens[i].Class != text.Word || f.Mask(i)&nameTables != 0 || f.word(i).flags&namesPeople == 0 {
		return false
	}
	return !strings.EqualFold(morph.Noun(f.Tagged, i), f.Word(i))
}
