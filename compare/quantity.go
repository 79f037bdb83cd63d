package compare

import (
	"time"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// Codes of what was decided of two amounts. Arguments: the first value, the second value, then what the
// code's comment names.
const (
	ReasonEqual      = "equal"              // the same value in the same unit
	ReasonConverted  = "converted"          // the same after conversion: the first in the second's unit, the tolerance
	ReasonRounded    = "rounded"            // one is the other, rounded as it is written
	ReasonMeets      = "bound-meets"        // what the bounds allow overlaps
	ReasonBoundApart = "bound-apart"        // bounds that leave nothing in common
	ReasonCurrency   = "ambiguous-currency" // one side leaves open which dollars are meant
	ReasonMoney      = "money-converted"    // two conversions of one sum, at slightly different rates
	ReasonUpdate     = "update"             // a measure that moves: the later report says more
	ReasonMaybe      = "maybe-update"       // a measure that moves, and a report without a time
	ReasonRevision   = "revision"           // a measure that moves: the later report says less
	ReasonCorrection = "correction"         // and announces that it corrects
	ReasonDiffer     = "differ"             // nothing reconciles the two
	ReasonDimension  = "dimension"          // not of one kind
	ReasonTrend      = "trend"              // one change, upwards here and downwards there
)

// Flags of a judgement.
const (
	FlagRounding   = "rounding"
	FlagConversion = "conversion"
	FlagBound      = "bound"
	FlagBoundGap   = "bound-gap"
	FlagUpdate     = "update"
	FlagMaybe      = "maybe-update"
	FlagRevision   = "revision"
	FlagCorrection = "correction"
	FlagCurrency   = "ambiguous-currency"
	FlagSubset     = "subset"
	FlagSum        = "sum"
	FlagLikely     = "likely-same" // that two amounts are of one thing is not said, but likely

	HintDecimal   = "decimal-point" // 1.2 for 12
	HintMagnitude = "magnitude"     // million for billion
	HintDigits    = "same-digits"   // 75 miles for 75 kilometers
	HintSwapped   = "transposed"    // 54 for 45
	HintSlot      = "swapped-slot"  // the value that the other source gives for something else
)

// Circumstances are what the slots of two amounts say beside them.
type Circumstances struct {
	Moves     bool      // the measure moves while the event goes on: a toll
	Falls     bool      // and not only upwards: households without power
	A, B      time.Time // when each was reported; zero when unknown
	Corrected bool      // one side announces a correction
}

// Quantities judges two amounts that stand in one slot, by the rules R1 to R9 of docs/verdicts.md.
// The first rule that applies decides. It does not depend on the order of its arguments.
func Quantities(a, b quantity.Quantity, c Circumstances) (Relation, Reason) {
	j := judgeQuantities(&a, &b, c)
	return j.Relation, j.worded()
}

// A judgement is a relation with all that a finding tells of it.
type judgement struct {
	Relation
	Reason Reason // its arguments are written by worded
	of     [2]*quantity.Quantity
	more   []string // arguments behind the amounts
	Flags  []string
	Review bool // a doubt that a person should look at
}

func decide(r Relation, code string, a, b *quantity.Quantity, flags ...string) judgement {
	return judgement{Relation: r, Reason: Reason{Code: code}, of: [2]*quantity.Quantity{a, b}, Flags: flags}
}

// worded returns the reason with its arguments. Most judgements are asked for the relation alone.
func (j *judgement) worded() Reason {
	r := j.Reason
	if j.of[0] != nil {
		r.Args = append([]string{Show(*j.of[0]), Show(*j.of[1])}, j.more...)
	}
	return r
}

func judgeQuantities(a, b *quantity.Quantity, c Circumstances) judgement {
	sa, sb, ok := scales(&a.Unit, &b.Unit)
	if dimension(a) != dimension(b) || a.Kind != b.Kind && dimension(a) != ratio { // R1
		return decide(Unrelated, ReasonDimension, a, b)
	}
	if !ok {
		if openCurrency(&a.Unit, &b.Unit) && within(a, b, scale{}, scale{}, half) { // R1'
			return decide(Compatible, ReasonCurrency, a, b, FlagCurrency)
		}
		return decide(Unrelated, ReasonDimension, a, b)
	}
	if a.Unit.Dimension == statement.Score {
		return judgeScores(a, b)
	}
	x, y := intervalOf(a, sa), intervalOf(b, sb)
	if j, ok := equal(a, b, sa, sb, x, y); ok { // R2
		return j
	}
	if j, ok := rounded(a, b, sa, sb); ok { // R3
		return j
	}
	if j, ok := bounded(a, b, sa, sb, x, y); ok { // R4, R5
		return j
	}
	if a.Restates >= 0 && b.Restates >= 0 && openCurrency(&a.Unit, &b.Unit) { // R1'
		return decide(Compatible, ReasonCurrency, a, b, FlagCurrency)
	}
	if c.Moves { // R7
		return moved(a, b, sa, sb, c)
	}
	if a.Unit.Dimension == money && (a.Restates >= 0 || b.Restates >= 0) && within(a, b, sa, sb, sixPercent) { // R8
		return decide(Compatible, ReasonMoney, a, b, FlagConversion)
	}
	code := ReasonDiffer
	if a.Bound != quantity.Exact && b.Bound != quantity.Exact {
		code = ReasonBoundApart
	}
	return decide(Conflict, code, a, b, hints(a, b)...) // R9
}

const (
	money = "money"
	ratio = "ratio"
)

func dimension(q *quantity.Quantity) string {
	if q.Unit.Dimension == "" {
		return "count"
	}
	return q.Unit.Dimension
}

// openCurrency reports whether money is counted in a currency that a side leaves open: $ for CAD.
func openCurrency(a, b *quantity.Unit) bool {
	return a.Dimension == money && b.Dimension == money && (a.Open || b.Open)
}

// equal is R2: the same interval, or one value after conversion: what the two may be as written overlaps.
func equal(a, b *quantity.Quantity, sa, sb scale, x, y interval) (judgement, bool) {
	if a.Single != b.Single || bare(a.Bound) != bare(b.Bound) {
		return judgement{}, false
	}
	if !a.Single {
		if same(x.low, y.low, x.lowOpen, y.lowOpen) && same(x.high, y.high, x.highOpen, y.highOpen) {
			return decide(Agree, ReasonEqual, a, b), true
		}
		return judgement{}, false
	}
	va, vb := sa.of(a.Value), sb.of(b.Value)
	if a.Unit.ID == b.Unit.ID {
		if va.cmp(vb) == 0 {
			return decide(Agree, ReasonEqual, a, b), true
		}
		return judgement{}, false
	}
	tolerance := sa.width(slack(a.Value)).add(sb.width(slack(b.Value)))
	if (a.Value.Den > 1) != (b.Value.Den > 1) && a.Unit.Dimension == ratio {
		tolerance = tolerance.add(hundredth) // two in three, 66 percent
	}
	if distance(va, vb).cmp(tolerance) > 0 {
		return judgement{}, false
	}
	j := decide(Agree, ReasonConverted, a, b, FlagConversion)
	j.more = append(j.more, showIn(va, sb, &b.Unit), showWidth(tolerance, sb, &b.Unit))
	return j, true
}

// bare leaves at most and up to one bound: what they allow is the same.
func bare(b quantity.Bound) quantity.Bound {
	if b == quantity.UpTo {
		return quantity.AtMost
	}
	return b
}

// same reports whether two ends of intervals are one.
func same(a, b rat, aOpen, bOpen bool) bool {
	return aOpen == bOpen && (aOpen || a.cmp(b) == 0)
}

// showIn writes a value of the shared unit in unit u.
func showIn(r rat, s scale, u *quantity.Unit) string { return s.back(r).String() + " " + u.ID }

func showWidth(r rat, s scale, u *quantity.Unit) string { return s.narrow(r).String() + " " + u.ID }

// rounded is R3: one side is the other, rounded as it is written. Counts below 100 and ages of people are never roundings.
func rounded(a, b *quantity.Quantity, sa, sb scale) (judgement, bool) {
	if a.Kind == quantity.Age && b.Kind == quantity.Age && sa.of(a.Value).cmp(sb.of(b.Value)) != 0 && sa.of(a.Value).cmp(hundred) < 0 {
		return judgement{}, false
	}
	if !a.Single || !b.Single || a.Bound != quantity.Exact || b.Bound != quantity.Exact {
		return judgement{}, false
	}
	va, vb := sa.of(a.Value), sb.of(b.Value)
	switch dimension(a) {
	case statement.Ordinal:
		return judgement{}, false
	case "count":
		if va.cmp(hundred) < 0 || vb.cmp(hundred) < 0 {
			return judgement{}, false
		}
	}
	wa, wb := sa.width(slack(a.Value)), sb.width(slack(b.Value))
	if wa.cmp(wb) == 0 || distance(va, vb).cmp(larger(wa, wb)) > 0 {
		return judgement{}, false
	}
	return decide(Compatible, ReasonRounded, a, b, FlagRounding), true
}

// bounded is R4 and R5: at least one side is no exact number, and what both allow overlaps or one names
// the other's limit.
func bounded(a, b *quantity.Quantity, sa, sb scale, x, y interval) (judgement, bool) {
	exact := a.Bound == quantity.Exact && b.Bound == quantity.Exact && a.Single && b.Single
	if exact {
		return judgement{}, false
	}
	one := a.Bound == quantity.Exact || b.Bound == quantity.Exact
	limit := one && a.Single && b.Single && sa.of(a.Value).cmp(sb.of(b.Value)) == 0
	if !limit && !x.meets(y) {
		return judgement{}, false
	}
	j := decide(Compatible, ReasonMeets, a, b, FlagBound)
	lower := opensUp(a.Bound) && opensUp(b.Bound)
	upper := opensDown(a.Bound) && opensDown(b.Bound)
	if (lower || upper) && !within(a, b, sa, sb, tenth) {
		j.Flags = append(j.Flags, FlagBoundGap)
		j.Review = true
	}
	if one && (a.Bound == quantity.UpTo || b.Bound == quantity.UpTo) && !within(a, b, sa, sb, half) {
		j.Review = true
	}
	return j, true
}

func opensUp(b quantity.Bound) bool { return b == quantity.Over || b == quantity.AtLeast }

func opensDown(b quantity.Bound) bool {
	return b == quantity.Under || b == quantity.AtMost || b == quantity.UpTo || b == quantity.Nearly
}

// within reports whether two amounts differ by no more than a share of the larger.
func within(a, b *quantity.Quantity, sa, sb scale, share rat) bool {
	va, vb := principal(a, sa), principal(b, sb)
	return distance(va, vb).cmp(larger(va.abs(), vb.abs()).mul(share)) <= 0
}

// moved is R7: what a later report of a toll may say.
func moved(a, b *quantity.Quantity, sa, sb scale, c Circumstances) judgement {
	if c.Corrected {
		return decide(Compatible, ReasonCorrection, a, b, FlagCorrection)
	}
	if c.A.IsZero() || c.B.IsZero() || c.A.Equal(c.B) {
		j := decide(Compatible, ReasonMaybe, a, b, FlagMaybe)
		j.Review = true
		return j
	}
	d := principal(b, sb).cmp(principal(a, sa))
	if d >= 0 == c.B.After(c.A) || c.Falls {
		return decide(Compatible, ReasonUpdate, a, b, FlagUpdate)
	}
	return decide(Conflict, ReasonRevision, a, b, FlagRevision)
}
