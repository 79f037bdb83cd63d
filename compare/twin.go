package compare

import "github.com/factdiff/factdiff/normalize/statement"

// twinTerms is how many content words two clauses must have around an amount to be the same clause with another figure.
const twinTerms = 4

// twins reports whether two amounts stand between the same words: one source copied the sentence of the other, or both
// that of a third, and the figure is all that may differ. What is measured then needs no name.
func twins(a, b *amount) bool {
	x, y := a.st.Terms, b.st.Terms
	n, i, k := 0, 0, 0
	for {
		i, k = a.aside(i), b.aside(k)
		if i == len(x) || k == len(y) {
			return i == len(x) && k == len(y) && n >= twinTerms
		}
		if x[i].Hash != y[k].Hash || x[i].Span.Start < a.st.Span.Start != (y[k].Span.Start < b.st.Span.Start) {
			return false
		}
		i, k, n = i+1, k+1, n+1
	}
}

// aside returns the first term from i on that is no number and no part of the amount.
func (a *amount) aside(i int) int {
	for i < len(a.st.Terms) {
		t := &a.st.Terms[i]
		if t.Kind != statement.NumberTerm && (t.Span.Start >= a.st.Span.End || t.Span.End <= a.st.Span.Start) {
			break
		}
		i++
	}
	return i
}
