package compare

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// read returns the amounts of a phrase, restatements included.
func read(t testing.TB, phrase string) []quantity.Mention {
	t.Helper()
	doc, err := new(normalize.Normalizer).Read(&text.Source{ID: "x", Text: phrase})
	require.NoError(t, err)
	require.NotEmpty(t, doc.Quantities, "no amount in %q", phrase)
	return doc.Quantities
}

var early, late = time.Date(2024, 3, 1, 8, 0, 0, 0, time.UTC), time.Date(2024, 3, 2, 8, 0, 0, 0, time.UTC)

func TestQuantities(t *testing.T) {
	for _, c := range []struct {
		rule, a, b string
		want       Relation
		code       string
		flag       string
		moves      bool
		ta, tb     time.Time
	}{
		{rule: "R1", a: "75 miles", b: "75 kilograms", want: Unrelated, code: ReasonDimension},
		{rule: "R1 a count is no length", a: "12 ships", b: "12 miles", want: Unrelated, code: ReasonDimension},
		{rule: "R2 one unit", a: "75 miles", b: "75 miles", want: Agree, code: ReasonEqual},
		{rule: "R2 two units", a: "75 miles", b: "120 kilometers", want: Agree, code: ReasonConverted, flag: FlagConversion},
		{rule: "R2 small numbers, coarse digits", a: "two miles", b: "3 kilometers", want: Agree, code: ReasonConverted},
		{rule: "R2 bounds alike", a: "at least four shocks", b: "at least four shocks", want: Agree, code: ReasonEqual},
		{rule: "R3", a: "22.4 kilometers", b: "22 kilometers", want: Compatible, code: ReasonRounded, flag: FlagRounding},
		{rule: "R3 zeros stand for digits not told", a: "1,200 homes", b: "1,234 homes", want: Compatible, code: ReasonRounded},
		{rule: "R3 small counts are never rounded", a: "10 homes", b: "12 homes", want: Conflict, code: ReasonDiffer},
		{rule: "R4", a: "at least 3 people", b: "5 people", want: Compatible, code: ReasonMeets, flag: FlagBound},
		{rule: "R4 about", a: "about 300 rounds", b: "310 rounds", want: Compatible, code: ReasonMeets},
		{rule: "R4 vague", a: "dozens of flats", b: "40 flats", want: Compatible, code: ReasonMeets},
		{rule: "R4 two lower bounds far apart", a: "more than 26,000 people", b: "more than 31,000 people", want: Compatible, code: ReasonMeets, flag: FlagBoundGap},
		{rule: "R5", a: "nearly 50 flights", b: "more than 50 flights", want: Conflict, code: ReasonBoundApart},
		{rule: "R5 a bound and its own limit", a: "more than 12 boats", b: "12 boats", want: Compatible, code: ReasonMeets},
		{rule: "R7 later says more", a: "3 people", b: "10 people", want: Compatible, code: ReasonUpdate, flag: FlagUpdate, moves: true, ta: early, tb: late},
		{rule: "R7 later says less", a: "10 people", b: "3 people", want: Conflict, code: ReasonRevision, flag: FlagRevision, moves: true, ta: early, tb: late},
		{rule: "R7 nobody knows when", a: "10 people", b: "3 people", want: Compatible, code: ReasonMaybe, flag: FlagMaybe, moves: true, ta: early},
		{rule: "R9 decimal point", a: "1.2 miles", b: "12 miles", want: Conflict, code: ReasonDiffer, flag: HintDecimal},
		{rule: "R9 million for billion", a: "€5 million", b: "€5 billion", want: Conflict, code: ReasonDiffer, flag: HintMagnitude},
		{rule: "R9 the digits of another unit", a: "75 miles", b: "75 kilometers", want: Conflict, code: ReasonDiffer, flag: HintDigits},
		{rule: "R9 digits changed places", a: "45 homes", b: "54 homes", want: Conflict, code: ReasonDiffer, flag: HintSwapped},
		{rule: "R9 up to and more than", a: "as many as 20,000 people", b: "more than 50,000 people", want: Conflict, code: ReasonBoundApart},
	} {
		a, b := read(t, c.a)[0].Value, read(t, c.b)[0].Value
		j := judgeQuantities(&a, &b, Circumstances{Moves: c.moves, A: c.ta, B: c.tb})
		assert.Equal(t, c.want, j.Relation, "%s: %s, %s", c.rule, c.a, c.b)
		assert.Equal(t, c.code, j.Reason.Code, "%s: %s, %s", c.rule, c.a, c.b)
		if c.flag != "" {
			assert.Contains(t, j.Flags, c.flag, "%s: %s, %s", c.rule, c.a, c.b)
		}
		back := judgeQuantities(&b, &a, Circumstances{Moves: c.moves, A: c.tb, B: c.ta})
		assert.Equal(t, j.Relation, back.Relation, "%s the other way round", c.rule)
		assert.Equal(t, j.Reason.Code, back.Reason.Code, "%s the other way round", c.rule)
		assert.ElementsMatch(t, j.Flags, back.Flags, "%s the other way round", c.rule)
	}
}

func TestCorrectionIsNoConflict(t *testing.T) {
	a, b := read(t, "12 people")[0].Value, read(t, "9 people")[0].Value
	r, why := Quantities(a, b, Circumstances{Moves: true, A: early, B: late, Corrected: true})
	assert.Equal(t, Compatible, r)
	assert.Equal(t, ReasonCorrection, why.Code)
}

func TestConvertedMoney(t *testing.T) {
	a, b := read(t, "a loan of 110 billion euros ($141 billion)"), read(t, "a loan of $144 billion")
	require.Len(t, a, 2)
	r, why := Quantities(a[1].Value, b[0].Value, Circumstances{})
	assert.Equal(t, Compatible, r)
	assert.Contains(t, []string{ReasonMoney, ReasonCurrency}, why.Code)
}

func TestShow(t *testing.T) {
	for phrase, want := range map[string]string{"75 miles": "75 mile", "at least one person": "≥ 1", "dozens of homes": "24–99",
		"1.5 million people": "1500000", "about 30 tents": "≈ 30"} {
		assert.Equal(t, want, Show(read(t, phrase)[0].Value), phrase)
	}
}

func TestSlack(t *testing.T) {
	for _, c := range []struct {
		n    quantity.Number
		want string
	}{{quantity.Int(75), "1/2"}, {quantity.Int(1200), "50"}, {quantity.Int(60), "3"}, {quantity.Number{Mant: 12000, Exp: -1}, "1/20"}, {quantity.Number{Mant: 12, Exp: 8}, "50000000"}} {
		assert.Equal(t, c.want, slack(c.n).rat().RatString(), "%v", c.n)
	}
}

func BenchmarkQuantities(b *testing.B) {
	x, y := read(b, "75 miles")[0].Value, read(b, "120 kilometers")[0].Value
	b.ReportAllocs()
	for b.Loop() {
		Quantities(x, y, Circumstances{})
	}
}
