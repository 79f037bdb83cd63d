package lexicon_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func folder(name, data string) fstest.MapFS { return fstest.MapFS{name: {Data: []byte(data)}} }

func open(t *testing.T, fsys fstest.MapFS) *lexicon.Lexicon {
	blob, err := lexicon.Pack(fsys)
	require.NoError(t, err)
	l, err := lexicon.Open(string(blob))
	require.NoError(t, err)
	return l
}

const units = "@ unit:id\tfactor:rational\tforms:forms\nmile\t1609.344\tmile(s) | statute mile | =Mi\nknot\t0.5\tknot(s)\n"

func TestWrongRowsAreReportedWithTheirPlace(t *testing.T) {
	for data, want := range map[string]string{
		"@ unit:id\tfactor:rational\tforms:forms\nmile\tmany\tmile\n": "units.tsv:2: factor is not a number: \"many\"",
		"@ unit:id\tfactor:rational\tforms:forms\nmile\tmile\n":       "units.tsv:2: 2 cells, want 3: unit, factor, forms",
		"@ unit:id\tforms:forms\nmile\t |\n":                          "units.tsv:2: no form",
		"mile\tmile\n":                                                "units.tsv:1: no columns named",
		"@ unit:what\tforms:forms\n":                                  "units.tsv:1: column unit has kind \"what\"",
		"@ unit:id\tforms:forms\nm\tm(s\n":                            "units.tsv:2: form has an open bracket",
		"@ unit:enum(a,b)\tforms:forms\nc\tx\n":                       "units.tsv:2: unit is none of a, b",
		"@ unit:id\tforms:forms\nm\tmile | ()\n":                      "units.tsv:2: form has no word: \"()\"",
		"@ unit:id\tforms:forms\nm\ta(b)(c)(d)(e)(f)\n":               "units.tsv:2: form has more than 4 optional parts",
	} {
		_, err := lexicon.Pack(folder("units.tsv", data))
		assert.ErrorContains(t, err, want)
	}
	_, err := lexicon.Pack(folder("endings.tsv", "@ class:id\tforms:forms\npast\ted | t\n"))
	assert.ErrorContains(t, err, "endings.tsv:2: 2 endings, want one a row")
	_, err = lexicon.Pack(folder("unknown.tsv", "@ a:id\tforms:forms\n"))
	assert.ErrorContains(t, err, "no table has this name")
}

func TestFind(t *testing.T) {
	l := open(t, folder("units.tsv", units))
	for _, form := range []string{"mile", "Miles", "MILE", "statute mile", "Statute-Mile", "Mi"} {
		r, ok := l.Find(lexicon.Units, form)
		require.True(t, ok, form)
		assert.Equal(t, "mile", r.Field(0))
		assert.Equal(t, "1609.344", r.Field(1))
		assert.Equal(t, "mile", r.Field(2))
		assert.Empty(t, r.Field(9))
	}
	for _, form := range []string{"mi", "MI", "statute", "m", "", "nautical mile"} {
		_, ok := l.Find(lexicon.Units, form)
		assert.False(t, ok, form)
	}
	_, ok := l.Find(lexicon.Bounds, "mile")
	assert.False(t, ok)
	n := 0
	for r := range l.All(lexicon.Units) {
		assert.Equal(t, lexicon.Units, r.Table())
		n++
	}
	assert.Equal(t, 2, n)
}

func TestCallersTablesComeFirst(t *testing.T) {
	base := open(t, folder("units.tsv", units))
	own := "@ unit:id\tfactor:rational\tforms:forms\nleague\t4828\tleague(s) | mile\n-\tknot | knots\n"
	l, err := base.With(folder("units.tsv", own))
	require.NoError(t, err)
	r, ok := l.Find(lexicon.Units, "leagues")
	require.True(t, ok)
	assert.Equal(t, "league", r.Field(0))
	_, ok = l.Find(lexicon.Units, "knots")
	assert.False(t, ok, "a form taken away")
	r, ok = l.Find(lexicon.Units, "miles")
	require.True(t, ok)
	assert.Equal(t, "mile", r.Field(0))
	_, ok = l.Find(lexicon.Units, "statute mile")
	assert.True(t, ok)
	_, err = l.With(folder("units.tsv", own))
	assert.Error(t, err)
	_, ok = base.Find(lexicon.Units, "knots")
	assert.True(t, ok, "the lexicon below is as it was")
	two, err := base.With(folder("units.tsv", own), folder("units.tsv", "@ unit:id\tfactor:rational\tforms:forms\nrod\t5.03\trod(s)\n"))
	require.NoError(t, err)
	for _, form := range []string{"rods", "leagues", "miles"} {
		_, ok = two.Find(lexicon.Units, form)
		assert.True(t, ok, form)
	}
}

func tag(l *lexicon.Lexicon, s string) *lexicon.Tagged {
	return l.Tag(text.Read(&text.Source{Text: s}))
}

func TestPhrases(t *testing.T) {
	g := tag(open(t, folder("units.tsv", units)), "a statute mile, then miles and Mi or mi")
	r, next, ok := g.Longest(1, lexicon.Units)
	require.True(t, ok)
	assert.Equal(t, "mile", r.Field(0))
	assert.Equal(t, 3, next)
	assert.True(t, g.Starts(1).Has(lexicon.Units))
	assert.False(t, g.Has(1, lexicon.Units))
	assert.True(t, g.Has(5, lexicon.Units))
	assert.True(t, g.Has(7, lexicon.Units), "as the table writes it")
	assert.False(t, g.Has(9, lexicon.Units), "another case")
}

func FuzzTag(f *testing.F) {
	f.Add("The White House said 75 miles (120 km).")
	f.Add("\xff St. Petersburg-on-")
	f.Fuzz(func(t *testing.T, s string) {
		g := tag(en.Lexicon(), s)
		g.Segment(g)
		for i := range g.Tokens {
			_ = g.Hint(i)
			for _, p := range g.Phrases(i) {
				require.Equal(t, int32(i), p.First)
				require.Less(t, int(p.First)+1, int(p.Last))
				require.LessOrEqual(t, int(p.Last), len(g.Tokens))
			}
		}
	})
}

func BenchmarkTag(b *testing.B) {
	src := &text.Source{Text: strings.Repeat("Officials in Kyiv said on Tuesday that at least 40 people had died, according to the mayor of Kharkiv. ", 1000)}
	l, t := en.Lexicon(), text.Read(src)
	var g lexicon.Tagged
	var x lexicon.Tagger
	x.Remember() // as normalize does
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	for b.Loop() {
		x.Tag(&g, l, t)
	}
}

func TestDerivedIsMadeOnceForEachLexicon(t *testing.T) {
	made := 0
	first := lexicon.Derived[string]{Make: func(l *lexicon.Lexicon) *string {
		made++
		for r := range l.All(lexicon.Units) {
			s := r.Field(0)
			return &s
		}
		return new(string)
	}}
	a, b := open(t, folder("units.tsv", units)), open(t, folder("units.tsv", "@ unit:id\tforms:forms\nacre\tacre\n"))
	for range 2 {
		assert.Equal(t, "mile", *first.Of(a))
		assert.Equal(t, "acre", *first.Of(b))
	}
	assert.Equal(t, 2, made)
}

func TestNext(t *testing.T) {
	g := tag(open(t, folder("units.tsv", units)), "a statute mile, 3 knots and B52")
	unit := lexicon.Units.In()
	assert.Equal(t, 1, g.Next(0, len(g.Tokens), unit), "where a phrase starts")
	assert.Equal(t, 2, g.Next(2, len(g.Tokens), unit))
	assert.Equal(t, 4, g.Next(3, len(g.Tokens), unit|lexicon.Digits))
	assert.Equal(t, 5, g.Next(3, len(g.Tokens), unit))
	assert.Equal(t, 7, g.Next(5, len(g.Tokens), lexicon.Digits))
	assert.Equal(t, 7, g.Next(6, 7, unit), "none")
	assert.Zero(t, g.Starts(4))
}

func TestTaggerRemembersTheSame(t *testing.T) {
	l := open(t, folder("units.tsv", units+"league\t5556\tgreat sea league(s)\n"))
	var x lexicon.Tagger
	x.Remember()
	for _, s := range []string{"a mile and mi", "Mi, mi and MI", "a mile and Mi", "knots", "great sea", "a great sea league", "great sea-leagues", "great sea. leagues",
		"great sea", "Great Sea leagues", "great sea leagues", "statute sea", "statute mile"} {
		var g lexicon.Tagged
		x.Tag(&g, l, text.Read(&text.Source{Text: s}))
		plain := tag(l, s)
		for i := range plain.Tokens {
			assert.Equal(t, plain.Phrases(i), g.Phrases(i), "%s: %s", s, plain.Word(i))
		}
		for i := range plain.Tokens {
			assert.Equal(t, plain.Mask(i), g.Mask(i), "%s: %s", s, plain.Word(i))
			assert.Equal(t, plain.Starts(i), g.Starts(i), "%s: %s", s, plain.Word(i))
		}
	}
}

func TestTaggerRemembersTheTablesOfALanguage(t *testing.T) {
	var x lexicon.Tagger
	x.Remember()
	for range 2 {
		for _, s := range []string{"A few of a hundred; half a day, twice in two weeks, first at a minute, within Weeks", "The US told us that U.S. aid, May said, may come in May.", "MAY THE US AND US MAY", "St. Petersburg, New-York and Saint Petersburg; at\nleast one.",
			"at least twelve of the New\n\nYork three at the end of", "In addition to the U.N. of the United Nations. of, of. Of", "O'Brien McCain Genève"} {
			var g lexicon.Tagged
			x.Tag(&g, en.Lexicon(), text.Read(&text.Source{Text: s}))
			plain := tag(en.Lexicon(), s)
			for i := range plain.Tokens {
				assert.Equal(t, plain.Mask(i), g.Mask(i), "%s: %s", s, plain.Word(i))
				assert.Equal(t, plain.At(i), g.At(i), "%s: %s", s, plain.Word(i))
				assert.Equal(t, plain.Phrases(i), g.Phrases(i), "%s: %s", s, plain.Word(i))
			}
		}
	}
}

func TestNextFindsWhatOneByOneFinds(t *testing.T) {
	g := tag(en.Lexicon(), strings.Repeat("It rained for two days and a night in the old town of Bath, where 12 people met. ", 3))
	for _, m := range []lexicon.Mask{lexicon.Digits, lexicon.Capitals, lexicon.Units.In(), lexicon.Numbers.In() | lexicon.Places.In(), 0} {
		for i := range g.Tokens {
			for end := i; end <= len(g.Tokens); end++ {
				want := i
				for want < end && g.At(want)&m == 0 {
					want++
				}
				require.Equal(t, want, g.Next(i, end, m), "%d to %d", i, end)
			}
		}
	}
}

func TestStops(t *testing.T) {
	g := tag(en.Lexicon(), strings.Repeat("It rained for two days and a night in the old town of Bath, where 12 people met and nothing else was told of them. ", 6))
	size := len(g.Tokens)
	for _, m := range []lexicon.Mask{lexicon.Digits, lexicon.Capitals, lexicon.Function.In(), 0} {
		var stops lexicon.Stops
		stops.Find(g, m)
		stops.Find(g, m) // into memory used before
		for i := range size {
			for end := i; end <= size; end++ {
				want := uint64(0)
				for j := i; j < min(end, i+64); j++ {
					if g.At(j)&m != 0 {
						want |= 1 << (j - i)
					}
				}
				require.Equal(t, want, stops.From(i, end), "%d to %d", i, end)
			}
		}
	}
}

func TestKindsOfAmounts(t *testing.T) {
	const kinds = lexicon.NumberWords | lexicon.Articles | lexicon.TimeUnits
	g := tag(en.Lexicon(), "two a Few second weeks miles in dozens minus the")
	var found []lexicon.Mask
	for i := range g.Tokens {
		found = append(found, g.At(i)&kinds)
	}
	assert.Equal(t, []lexicon.Mask{lexicon.NumberWords, lexicon.Articles, lexicon.NumberWords, lexicon.TimeUnits, lexicon.TimeUnits, 0, 0, lexicon.NumberWords, 0, 0},
		found, "an ordinal and a sign begin no number; a second is a unit of time")
	assert.Zero(t, (g.Starts(0)|g.Mask(4))&kinds, "kinds are no tables")
}

func TestLonger(t *testing.T) {
	g := tag(en.Lexicon(), "At least one of them, said the United Nations, had more than two at least.")
	var x lexicon.Longer
	x.Find(g, lexicon.Bounds.In())
	assert.Equal(t, lexicon.Bounds.In(), x.In(0, 3)&lexicon.Bounds.In())
	assert.Zero(t, x.In(1, 9), "none of the table starts there")
	last := len(g.Tokens) - 3
	assert.Equal(t, "at", g.Word(last))
	assert.NotZero(t, x.In(9, last))
	assert.NotZero(t, x.In(last, last+1))
	assert.Zero(t, x.In(last+1, last+3))
	x.Find(g, lexicon.Units.In())
	assert.Zero(t, x.In(0, len(g.Tokens)), "what was found before is forgotten")
}

func TestShapesOfTokens(t *testing.T) {
	g := tag(open(t, folder("units.tsv", units)), "An iPhone 15, no phone, for O'Brien and o'brien")
	var capitals []string
	for i := g.Next(0, len(g.Tokens), lexicon.Capitals); i < len(g.Tokens); i = g.Next(i+1, len(g.Tokens), lexicon.Capitals) {
		assert.True(t, g.Capital(i))
		capitals = append(capitals, g.Word(i))
	}
	assert.Equal(t, []string{"An", "iPhone", "O'Brien"}, capitals)
	assert.Zero(t, g.Starts(2)&(lexicon.Capitals|lexicon.Digits), "shapes are no tables")
}

func TestSpellingKey(t *testing.T) {
	g := tag(open(t, folder("units.tsv", units)), "press Press PRESS press iPhone O'Brien don't don’t")
	key := func(i int) uint64 {
		k, ok := g.SpellingKey(i)
		assert.True(t, ok, g.Word(i))
		return k
	}
	assert.Equal(t, key(0), key(3))
	assert.NotEqual(t, key(0), key(1))
	assert.NotEqual(t, key(1), key(2))
	assert.NotEqual(t, key(6), key(7))
	for _, i := range []int{4, 5} {
		_, ok := g.SpellingKey(i)
		assert.False(t, ok, "%s may be written in several ways", g.Word(i))
	}
}
