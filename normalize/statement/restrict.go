package statement

import (
	"iter"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Restriction is a set of sorts of words that restrict what a part of a sentence says: if, unless, until, only, except, since.
type Restriction uint8

// Conditions returns those that tell when something holds, and not of what.
func (r Restriction) Conditions() Restriction { return r & 7 }

// Since reports whether something holds from a time on, or up to one.
func (r Restriction) Since() bool { return r&since != 0 }

// Lasting returns those that are no time from which on, or up to which, something holds.
func (r Restriction) Lasting() Restriction { return r &^ since }

// restrictions are the classes of grounds.tsv, in the order of the bits.
var restrictions = [...]string{"if", "unless", "until", "only", "except", "since"}

const since Restriction = 1 << 5

// restrictReach is how many tokens to either side of a word its part of a sentence is looked at.
const restrictReach = 25

// RestrictionsAround returns what restricts the part of its sentence that a word stands in, which ends at commas, dashes and brackets. One that
// begins behind a comma restricts the part before it: may work from home, except in the first month.
func RestrictionsAround(g *lexicon.Tagged, sp text.Span) (out Restriction) {
	for i := range groundsAround(g, sp) {
		out |= restrictionsAt(g, i)
	}
	i := int(tokenAt(g, sp.Start))
	for end := min(i+restrictReach, len(g.Tokens)); i < end && !ends(g.Tokens[i].Class); i++ {
	}
	if i+1 < len(g.Tokens) && g.Tokens[i].Byte(g.Body) == ',' && g.Starts(i+1).Has(lexicon.Grounds) {
		out |= restrictionsAt(g, i+1)
	}
	return out
}

// restrictionsAt returns what the word at token i restricts.
func restrictionsAt(g *lexicon.Tagged, i int) (out Restriction) {
	for n, class := range restrictions {
		if isGround(g, i, class) && (1<<n != since || leadsToTime(g, i)) {
			out |= 1 << n
		}
	}
	return out
}

// Reaches behind a "since" or "before", in tokens.
const (
	timeReach = 3  // a word of time: since last night
	dateReach = 10 // a month or a year: since it was shut in 1983
)

// yearDigits is how many digits a year has.
const yearDigits = 4

// leadsToTime reports whether a time stands behind token i: since last May, since 2016, but not since the owner died.
func leadsToTime(g *lexicon.Tagged, i int) bool {
	for n := i + 1; n < len(g.Tokens) && n <= i+dateReach && !ends(g.Tokens[n].Class); n++ {
		t := &g.Tokens[n]
		switch {
		case n <= i+timeReach && g.Has(n, lexicon.TimeWords), g.Has(n, lexicon.Months) && t.Flags&text.Capital != 0, t.Class == text.Number && t.End-t.Start == yearDigits:
			return true
		}
	}
	return false
}

// HeldOff reports whether the part of its sentence that a word stands in denies what it tells as a whole: working abroad is not permitted,
// it is not suitable for salt water.
func HeldOff(g *lexicon.Tagged, sp text.Span) bool {
	for i := range groundsAround(g, sp) {
		if (isGround(g, i, "allows") && deniedBefore(g, i) || isGround(g, i, "forbids") && !deniedBefore(g, i)) && !joinedBetween(g, sp, i) {
			return true
		}
	}
	return false
}

// joinedBetween reports whether an "and" or "or" stands between a word and token i: was jailed and forbidden to drive.
func joinedBetween(g *lexicon.Tagged, sp text.Span, i int) bool {
	at := int(tokenAt(g, sp.Start))
	for n := min(at, i); n < max(at, i); n++ {
		if joins(g, n) && (i < at || n+2 >= i || inClass(g, n+1, classAuxiliary) || inClass(g, n+1, classPronoun)) {
			return true // but damage by fire or water is excluded
		}
	}
	return false
}

// deniedBefore reports whether a word that denies stands before token i, but for an adverb or two.
func deniedBefore(g *lexicon.Tagged, i int) bool {
	for n := i - 1; n >= 0 && n >= i-3 && !ends(g.Tokens[n].Class); n-- {
		if Denies(g, n) {
			return true
		}
	}
	return false
}

// groundsAround goes through the tokens of the part of its sentence that a word stands in at which a row of grounds.tsv starts.
func groundsAround(g *lexicon.Tagged, sp text.Span) iter.Seq[int] {
	at := int(tokenAt(g, sp.Start))
	inPart := func(i int) bool { return i >= 0 && i < len(g.Tokens) && !ends(g.Tokens[i].Class) }
	return func(yield func(int) bool) {
		first := at
		for first > at-restrictReach && inPart(first-1) {
			first--
		}
		for i := first; i < at+restrictReach && inPart(i); i++ {
			if g.Starts(i).Has(lexicon.Grounds) && !yield(i) {
				return
			}
		}
	}
}

// ends reports whether a token of a class ends a part of a sentence.
func ends(c text.Class) bool {
	switch c {
	case text.Comma, text.Dash, text.Bracket, text.Stop:
		return true
	}
	return false
}

// IsMore reports whether token i compares: more, fewer, less.
func IsMore(g *lexicon.Tagged, i int) bool {
	return functionRow(g, i, func(r lexicon.Row) bool {
		return functionClassOf(r) == classQuantifier && r.Field(colFunctionKind) == "more"
	})
}

// OfDegree reports whether a word of degree stands at token i, or one that compares: so, as; longer than allowed.
func OfDegree(g *lexicon.Tagged, i int) bool {
	return i < len(g.Tokens) && (isGround(g, i, "degree") || isGround(g, i, "gap") && isOfKind(g, i+1, classSubordinator, "compare"))
}

// Ceased reports whether the part of its sentence that a word stands in tells that a thing no longer is, so that it was.
func Ceased(g *lexicon.Tagged, sp text.Span) bool { return groundAround(g, sp, "ceased") }

// Formerly reports whether the part of its sentence that a word stands in tells of what was.
func Formerly(g *lexicon.Tagged, sp text.Span) bool { return groundAround(g, sp, "formerly") }

func groundAround(g *lexicon.Tagged, sp text.Span, class string) bool {
	for i := range groundsAround(g, sp) {
		if isGround(g, i, class) {
			return true
		}
	}
	return false
}
