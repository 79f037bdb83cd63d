package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/statement"
)

// onlyOnes reports whether two amounts are each the only one of their dimension in their source, and have one value or one that
// rounds to the other: what they measure may then be called by two names, or by none.
func (s *sources) onlyOnes(a, b *amount) bool {
	if a.slot.Dimension != b.slot.Dimension || commonplace(a) && !(great(a) && great(b) && oneNoun(a, b)) || a.slot.Negated != b.slot.Negated || a.past != b.past || a.other != b.other {
		return false
	}
	if timesMatch(a, b) == apart || modifiersMatch(a.mods, b.mods) == apart || !oneFigure(a, b) {
		return false
	}
	if a.slot.Dimension != money && a.slot.Dimension != "count" && !unspecified(a) && !unspecified(b) {
		return false // the height of the one, the length of the other
	}
	if digits, _ := stripped(a.q.Value); digits < 10 && besides(a, b) == 0 {
		return false // two things may well cost 5 million
	}
	return s.onlyOf(a) && s.onlyOf(b)
}

// swappedOnly reports whether two amounts of money are each the only one in their source, in clauses with a word in common, and have the same
// digits in another order: one sum, misprinted, whatever the texts call it.
func (s *sources) swappedOnly(a, b *amount) bool {
	if a.slot.Dimension != money || b.slot.Dimension != money || a.slot.Negated != b.slot.Negated || a.past != b.past || a.other != b.other || a.q.Unit.ID != b.q.Unit.ID {
		return false
	}
	if h := hints(&a.q, &b.q); len(h) == 0 || h[0] != HintSwapped || timesMatch(a, b) == apart || modifiersMatch(a.mods, b.mods) == apart {
		return false
	}
	return besides(a, b) > 0 && s.onlyOf(a) && s.onlyOf(b)
}

// oneFigure reports whether two values are one, or one is the other rounded as it is written, whatever their currencies.
func oneFigure(a, b *amount) bool {
	x, y := &a.q, &b.q
	sa, sb, ok := scales(&x.Unit, &y.Unit)
	if !ok && !openCurrency(&x.Unit, &y.Unit) || !x.Single || !y.Single || opensUp(x.Bound) && opensDown(y.Bound) || opensDown(x.Bound) && opensUp(y.Bound) {
		return false
	}
	return distance(sa.of(x.Value), sb.of(y.Value)).cmp(larger(sa.width(slack(x.Value)), sb.width(slack(y.Value)))) <= 0
}

// besides counts the content words that two clauses share outside of the amounts.
func besides(a, b *amount) int {
	n := common(a, b)
	for i := range a.st.Terms {
		t := &a.st.Terms[i]
		if t.Kind != statement.NumberTerm && a.st.Span.Contains(t.Span) && !a.measures(t) && slices.ContainsFunc(b.st.Terms, func(u statement.Term) bool { return u.Hash == t.Hash }) {
			n--
		}
	}
	return n
}

// great reports whether a count is so great that a report has few others like it.
func great(a *amount) bool {
	return a.slot.Dimension == "count" && a.q.Single && ratOf(a.q.Value).cmp(leastGreat) >= 0
}

var leastGreat = rat{num: 1000, den: 1}

// onlyOf reports whether a source has no other amount of the dimension of a, restatements of it aside; of great counts, no other
// great one.
func (s *sources) onlyOf(a *amount) bool {
	for _, x := range s.amountsOf(a.doc, byDimension, a.slot.Dimension) {
		if great(a) && !great(x) {
			continue
		}
		if x != a && x.st.Quantity != a.st.Quantity && x.q.Restates != a.st.Quantity && (a.q.Restates < 0 || a.q.Restates != x.st.Quantity) {
			return false
		}
	}
	return true
}

const onlyKey = "only " // begins the key of topics of which an amount is the only one of its dimension
