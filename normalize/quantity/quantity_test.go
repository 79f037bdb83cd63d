package quantity_test

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

func one(t *testing.T, s string) quantity.Quantity {
	ms := scan(s)
	require.Len(t, ms, 1, s)
	return ms[0].Value
}

func TestWrittenPrecisionIsKept(t *testing.T) {
	for s, half := range map[string]float64{
		"75 miles":        0.5,
		"1,200 km":        50,
		"1200.0 km":       0.05,
		"4.2 %":           0.05,
		"4.20 %":          0.005,
		"100 metres":      5, // half a hundred would be more than 5 % of it
		"3 million euros": 150000,
		"$1.25bn":         5e6,
	} {
		assert.InDelta(t, half, one(t, s).Precision.Float(), 1e-9*half, s)
	}
	a, b := one(t, "1200.0 km").Value, one(t, "1,200 km").Value
	assert.NotEqual(t, a, b)
	assert.Zero(t, a.Cmp(b))
}

func TestIntervals(t *testing.T) {
	for s, want := range map[string][2]float64{
		"27 members":          {27, 27},
		"75 miles":            {74.5, 75.5},
		"about 30 people":     {27, 33},
		"at least 12 people":  {12, math.Inf(1)},
		"more than 12 people": {12, math.Inf(1)},
		"nearly 50 flights":   {42.5, 50},
		"under 100 people":    {0, 100},
		"up to 8,000 troops":  {0, 8000},
		"several people":      {3, 9},
		"between 5 and 7":     {5, 7},
	} {
		q := one(t, s)
		low, high := q.Low.Float(), q.High.Float()
		if q.High.None {
			high = math.Inf(1)
		}
		assert.Equal(t, want, [2]float64{low, high}, s)
	}
	assert.True(t, one(t, "more than 12 people").Low.Strict)
	assert.False(t, one(t, "at least 12 people").Low.Strict)
}

func TestHugeNumbersAreClear(t *testing.T) {
	assert.Empty(t, scan("1e999999"))
	assert.Empty(t, scan("10^999999999999"), "not read at all rather than wrongly")
	q := one(t, "about 123456789012345678901234567890 grains")
	assert.InEpsilon(t, 1.2345678901234568e29, q.Value.Float(), 1e-12)
	assert.False(t, math.IsInf(q.High.Float(), 0))
	for _, s := range []string{strings.Repeat("9", 400), "1e300 × 10^300", strings.Repeat("nine trillion ", 40), "0.000" + strings.Repeat("0", 400) + "1"} {
		for _, m := range scan(s) {
			assert.False(t, math.IsInf(m.Value.Value.Float(), 0) || math.IsNaN(m.Value.Value.Float()), s)
		}
	}
}

func TestRestatements(t *testing.T) {
	for s, wrong := range map[string]bool{
		"a range of 75 miles (120 kilometers)": false,
		"a range of 75 miles (150 km)":         true,
		"1,200 km (750 mi)":                    false,
		"1,200 km (1,750 mi)":                  true,
		"120 km, or 75 miles,":                 false,
		"38 °C (100 °F)":                       false,
		"38 °C (68 °F)":                        true,
		"rose by 20 °C (36 °F)":                false,
		"a high of 20 °C (36 °F)":              true,
		"0.3 °C (0.5 °F) above normal":         false,
		"0.3 °C (0.9 °F) above normal":         true,
		"20 °C (36 °F) warmer than the hall":   false,
		"29 °C (52 °F) above the mean":         false,
		"a difference of 15 °C (27 °F)":        false,
		"20 °C (30 °F) warmer than the hall":   true,
		"20 °C (36 °F) in the hall":            true,
		"30 gallons (114 litres)":              false,
		"30 gallons (136 litres)":              false,
		"30 gallons (125 litres)":              true,
		"four pints (2.3 litres)":              false,
		"40 tons (40.6 tonnes)":                false,
		"€5m ($5.4m)":                          false,
		"6ft (1.8m)":                           false,
		"between 5 and 7 km (3 to 4 miles)":    false,
	} {
		ms := scan(s)
		require.Len(t, ms, 2, s)
		assert.EqualValues(t, -1, ms[0].Value.Restates, s)
		assert.EqualValues(t, 0, ms[1].Value.Restates, s)
		assert.Equal(t, wrong, ms[1].Value.Misstates, s)
	}
	assert.EqualValues(t, -1, scan("75 miles in 3 hours")[1].Value.Restates)
}

func TestPartOfWhole(t *testing.T) {
	for s, part := range map[string]bool{
		"three of Oslo's four airports":                        true,
		"12 of the 27 members":                                 true,
		"two of the last five matches":                         true,
		"nine of her eight cousins":                            true,
		"six of the remaining seven":                           true,
		"40 of these 60":                                       true,
		"four of them lightly and three badly":                 false,
		"two of whom were 14":                                  false,
		"six of which held four":                               false,
		"two of one village":                                   false,
		"a second 70 of the season after a 68":                 false,
		"five of the crew saved two children":                  false,
		"ten of the injured are in hospital and two went home": false,
	} {
		ms := scan(s)
		got := false
		for i := range ms {
			got = got || ms[i].Value.PartOf >= 0
		}
		assert.Equal(t, part, got, s)
	}
}

func TestConversion(t *testing.T) {
	mile, km := one(t, "75 miles"), one(t, "1 km")
	r, ok := mile.Unit.Convert(mile.Value, km.Unit)
	require.True(t, ok)
	assert.Equal(t, "120.7008", r.FloatString(4))
	c, f := one(t, "100 °C"), one(t, "1 °F")
	r, _ = c.Unit.Convert(c.Value, f.Unit)
	assert.Equal(t, "212", r.RatString())
	// a difference has no offset: a rise of 2 °C is 3.6 °F
	rise := one(t, "2 °C")
	d := rise.Unit.Scale(rise.Value)
	assert.Equal(t, "3.6", d.Quo(d, f.Unit.Factor()).FloatString(1))
	_, ok = mile.Unit.Convert(mile.Value, c.Unit)
	assert.False(t, ok)
	cents, dollar := one(t, "50 cents"), one(t, "$1")
	r, ok = cents.Unit.Convert(cents.Value, dollar.Unit)
	assert.True(t, ok)
	assert.Equal(t, "1/2", r.RatString())
	assert.True(t, dollar.Unit.Open)
	assert.False(t, one(t, "US$1").Unit.Open)
}

func TestTrends(t *testing.T) {
	for s, want := range map[string]quantity.Trend{
		"Sales rose 5 %.":                  quantity.Up,
		"Sales fell 3.2 per cent.":         quantity.Down,
		"Prices went up by 5 points.":      quantity.By,
		"The toll rose to 14 people dead.": quantity.To,
		"The dividend goes up to 14p.":     quantity.To,
		"They have 14 ships.":              quantity.Steady,
	} {
		assert.Equal(t, want, one(t, s).Trend, s)
	}
}

func TestPartsOfAWhole(t *testing.T) {
	ms := scan("Three of Moscow's four airports were closed.")
	require.Len(t, ms, 2)
	assert.EqualValues(t, 1, ms[0].Value.PartOf)
	assert.Equal(t, "airport", ms[0].Value.CountOf)
}

// TestSeeds reads the hand-made annotation of the example articles where it is at hand.
func TestSeeds(t *testing.T) {
	const root = "../../../shared/"
	data, err := os.ReadFile(root + "gold/quantities.json")
	if err != nil {
		t.Skip("the annotated articles are not here: " + err.Error())
	}
	var gold struct {
		Quantities []struct {
			Source     string
			Start, End int
			Value      *float64
			Numeric    bool
			Kind       string
		}
	}
	require.NoError(t, json.Unmarshal(data, &gold))
	found, all := 0, 0
	for _, q := range gold.Quantities {
		if !q.Numeric || q.Kind == "ordinal" || q.Kind == "rank" || q.Value == nil {
			continue
		}
		body, err := os.ReadFile(root + "seeds/" + q.Source + ".txt")
		require.NoError(t, err)
		all++
		for _, m := range scan(string(body)) {
			if m.Span.Overlaps(text.Span{Start: q.Start, End: q.End}) && near(m.Value.Value.Float(), *q.Value) {
				found++
				break
			}
		}
	}
	assert.GreaterOrEqual(t, float64(found), 0.95*float64(all))
}

// hostile are texts that make careless rules slow.
var hostile = []string{"1,", "1 ", "(1 ", "one ", "twenty-", "hundred and ", "5 to ", "$", "1/2 ", "a ", "or more ", "between ", "1-", "no. ",
	"(", "3 km ", "thousand million ", "-", "and a half ", "of ", "6 ft ", "dozens of ", "'s ", "percent ", "about "}

// TestWorkIsLinear counts what is asked of the tables for a text and for one four times as long.
func TestWorkIsLinear(t *testing.T) {
	for _, h := range hostile {
		short, long := quantity.Steps(tagged(strings.Repeat(h, 4000/len(h)+1))), quantity.Steps(tagged(strings.Repeat(h, 16000/len(h)+1)))
		assert.LessOrEqual(t, long, 5*short+100, "%q", h)
		assert.LessOrEqual(t, long, 60*16000, "%q", h)
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range hostile {
		f.Add(strings.Repeat(s, 5) + "7 km")
	}
	f.Add("a range of 75 miles (120 km), US$5m and 3½ °C, €1.2tn or more; 6'2\" in 2024–25")
	f.Add("-" + strings.Repeat("5", 310) + " and 9." + strings.Repeat("9", 310))
	f.Add("CAD3.03 Rs. 20 1.234.567,8 × 10^-4 ١٢٫٥ ½ minus-5 two-and-a-half 12 000 000")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		g := tagged(s)
		ms := quantity.Scan(nil, g, nil)
		assert.Equal(t, ms, quantity.Scan(nil, g, nil))
		last := 0
		for i, m := range ms {
			require.True(t, 0 <= m.Start && m.Start < m.End && m.End <= len(s), "%q: %+v", s, m)
			require.GreaterOrEqual(t, m.Start, last, "%q: %+v", s, m)
			require.True(t, 0 <= m.First && m.First < m.Last && int(m.Last) <= len(g.Tokens), "%q: %+v", s, m)
			last = m.Start
			q := m.Value
			require.False(t, math.IsInf(q.Value.Float(), 0) || math.IsNaN(q.Value.Float()), "%q: %+v", s, q)
			require.Less(t, int(q.Restates), i, "%q", s)
			require.Less(t, int(q.PartOf), len(ms), "%q", s)
			require.True(t, q.Low.None || q.High.None || q.Low.Cmp(q.High.Number) <= 0, "%q: %+v", s, q)
		}
	})
}

// news is prose in the manner of a report, dense with amounts.
var news = strings.Repeat("At least 12 people were killed and more than 30 injured on Tuesday when a 75-mile (120 km) front of storms "+
	"hit the coast, officials said. The company, which employs 13,000 workers in 27 countries, said that its revenue had fallen by 3.2 % "+
	"to $1.2 billion, from between €1.4bn and €1.5bn a year earlier. Talks between the two sides went on for a second day, and a "+
	"spokeswoman for the ministry, Anna Berg, 34, declined to say how long they would last. Nothing else was known by the evening, "+
	"and the minister left the building without a word to the reporters who had been waiting for him at the gate.\n\n", 200)

func BenchmarkScan(b *testing.B) {
	g := tagged(news)
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	var dst []quantity.Mention
	for b.Loop() {
		dst = quantity.Scan(dst[:0], g, nil)
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/(float64(len(news))/1e6), "ms/MB")
}

func BenchmarkScanHostile(b *testing.B) {
	var gs []*lexicon.Tagged
	n := 0
	for _, h := range hostile {
		s := strings.Repeat(h, 20000/len(h))
		gs, n = append(gs, tagged(s)), n+len(s)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	var dst []quantity.Mention
	for b.Loop() {
		for _, g := range gs {
			dst = quantity.Scan(dst[:0], g, nil)
		}
	}
}

func TestACallersUnitsAreRead(t *testing.T) {
	l, err := en.Lexicon().With(tables{"units.tsv": "@ id:id\tdimension:id\tfactor:rational\tshift:rational?\tof:id?\topen:enum(open)?\tuse:enum(word,abbr,glued,sign,code)\tforms:forms\n" +
		"football-field\tarea\t7140\t\t\t\tword\tfootball field(s)\n"}.FS())
	require.NoError(t, err)
	tx := text.Read(&text.Source{Text: "an area of 12 football fields"})
	g := l.Tag(tx)
	tx.Segment(g)
	ms := quantity.Scan(nil, g, nil)
	require.Len(t, ms, 1)
	assert.Equal(t, "football-field", ms[0].Value.Unit.ID)
	assert.Equal(t, "85680", ms[0].Value.Unit.ToBase(ms[0].Value.Value).RatString())
}

// A time of day that stands alone over an entry of a live report is no amount.
func TestStamp(t *testing.T) {
	assert.Empty(t, scan("15.37\n\nThe harbour wall has gone."))
	assert.Len(t, scan("15.37"), 1)
	assert.Len(t, scan("25.37\n\nThe harbour wall has gone."), 1)
}
