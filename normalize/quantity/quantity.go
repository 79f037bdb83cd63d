// Package quantity reads amounts: a number, a unit, and how firmly the writer commits to them.
//
// A quantity knows nothing of the sentence around it. What the amount is an amount of belongs
// to package statement; dates and clock times belong to package timex, which runs before.
package quantity

import "github.com/factdiff/factdiff/normalize/text"

// A Quantity is an amount as its writer meant it.
type Quantity struct {
	Value     Number // the number as written; see Single
	Single    bool   // one value is meant; false for dozens and for "5 to 7", which have only Low and High
	Low, High Limit  // the interval that is meant, in Unit
	Bound     Bound
	Trend     Trend
	Kind      Kind
	Unit      Unit
	Precision Number     // half-width of Value as written, in Unit: 0.5 for 75, 50 for 1,200
	CountOf   string     // lemma of the noun that is counted: member of "27 member states"
	Noun      text.Range // tokens of the counted noun phrase behind the number; empty when there is none
	PartOf    int32      // index of the quantity this one is a part of ("three of Moscow's four airports"), or -1
	Restates  int32      // index of the quantity that this one says again in another unit, or -1
	Misstates bool       // it restates that one wrongly: "75 miles (150 km)"
}

// A Mention is a quantity in a text. Its span covers the bound cue, the number and the unit, not the counted noun.
type Mention = text.Mention[Quantity]

// A Limit is one end of an interval.
type Limit struct {
	Number
	None   bool // no limit on this side
	Strict bool // the limit itself is left out: more than 12
}

// Bound tells how firmly a number is meant.
type Bound uint8

const (
	Exact   Bound = iota // 27 members
	About                // about 30, some 30, 30 or so
	Over                 // more than 12
	AtLeast              // at least one person
	Under                // fewer than 100
	AtMost               // no more than 5 %
	UpTo                 // up to 8,000, as many as 8,000
	Nearly               // nearly 50
	Between              // between 5 and 7, 5-7
	Vague                // dozens, several, hundreds, a few
)

var boundNames = [...]string{"exact", "about", "over", "at_least", "under", "at_most", "up_to", "nearly", "range", "vague"}

func (b Bound) String() string { return boundNames[b] }

// Trend tells how an amount moved.
type Trend uint8

const (
	Steady Trend = iota
	Up           // rose 5 %
	Down         // fell 3.2 %
	From         // from 6.78
	To           // to 7.36
	By           // by 5 points
)

var trendNames = [...]string{"", "up", "down", "from", "to", "by"}

func (t Trend) String() string { return trendNames[t] }

// Kind tells what sort of number it is.
type Kind uint8

const (
	Cardinal Kind = iota // 12 dead, 75 miles
	Ordinal              // the third
	Fraction             // two-thirds, one in five
	Multiple             // doubled, threefold
	Age                  // a 34-year-old
)
