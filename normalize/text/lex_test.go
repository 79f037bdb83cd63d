package text_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/text"
)

func lex(body string) []text.Token {
	return text.Lex(nil, body, text.Span{Start: 0, End: len(body)})
}

func TestLex(t *testing.T) {
	const (
		o, w, c, n = text.Other, text.Word, text.Clitic, text.Number
		h, d, q, s = text.Hyphen, text.Dash, text.QuoteMark, text.Stop
		k, b, y, l = text.Comma, text.Bracket, text.Symbol, text.Link
	)
	for _, tt := range []struct {
		body    string
		tokens  string // joined with a space
		classes []text.Class
	}{
		{"Iran's Fath-360", "Iran 's Fath - 360", []text.Class{w, c, w, h, n}},
		{"Iran’s O’Brien’s", "Iran ’s O’Brien ’s", []text.Class{w, c, w, c}},
		{"They're didn't we'll I'd", "They 're didn't we 'll I 'd", []text.Class{w, c, w, w, c, w, c}},
		{"the U.S.' U.S.-led a.m.", "the U.S. ' U.S. - led a.m.", []text.Class{w, w, q, w, h, w, w}},
		{"U.N.'s J.D. Vance", "U.N. 's J.D. Vance", []text.Class{w, c, w, w}},
		{"1,200.5 10.09.2024 .5 3-2", "1,200.5 10.09.2024 .5 3 - 2", []text.Class{n, n, n, n, h, n}},
		{"$5bn 140km 5%", "$ 5 bn 140 km 5 %", []text.Class{y, n, w, n, w, n, y}},
		{"1'200 1’200'000", "1'200 1’200'000", []text.Class{n, n}},
		{"G7 F-16 AT&T R&D", "G7 F - 16 AT&T R&D", []text.Class{w, w, h, n, w, w}},
		{"war – peace -- now - then", "war – peace -- now - then", []text.Class{w, d, w, d, w, d, w}},
		{"see https://a.example/b?c=1. Or a@b.example, or b.example!", "see https://a.example/b?c=1 . Or a@b.example , or b.example !",
			[]text.Class{w, l, s, w, l, k, w, l, s}},
		{"wait... no… yes", "wait ... no … yes", []text.Class{w, s, w, s, w}},
		{"``a'' '''b'''", "`` a '' '' ' b ' ''", []text.Class{q, w, q, q, q, w, q, q}},
		{"(a) [b] {c}", "( a ) [ b ] { c }", []text.Class{b, w, b, b, w, b, b, w, b}},
		{"Genève ĀB naïve café", "Genève ĀB naïve café", []text.Class{w, w, w, w}},
		{"東京 (日本)は", "東京 ( 日本 ) は", []text.Class{w, b, w, b, w}},
		{"a\x00b", "a \x00 b", []text.Class{w, o, w}},
		{"½ kg ٣٤", "½ kg ٣٤", []text.Class{n, w, n}},
	} {
		var words []string
		var classes []text.Class
		for _, k := range lex(tt.body) {
			words, classes = append(words, k.Span().Of(tt.body)), append(classes, k.Class)
		}
		assert.Equal(t, tt.tokens, strings.Join(words, " "), tt.body)
		assert.Equal(t, tt.classes, classes, tt.body)
	}
}

func TestFoldedHash(t *testing.T) {
	for _, same := range [][]string{
		{"iran", "Iran", "IRAN"},
		{"u.s.", "U.S.", "US", "us"},
		{"a.m.", "AM", "a.m"},
		{"o'brien", "O’Brien", "O'BRIEN"},
		{"genève", "Genève", "GENÈVE", "Gene\u0300ve"},
		{"киев", "Киев", "КИЕВ"},
		{"\u1ec7", "e\u0323\u0302", "E\u0302\u0323"},
	} {
		want := lex(same[0])[0].Hash
		for _, s := range same[1:] {
			toks := lex(s)
			require.Len(t, toks, 1, s)
			assert.Equal(t, want, toks[0].Hash, "%s and %s", same[0], s)
		}
	}
}

func TestFlags(t *testing.T) {
	body := "the Port NATO McCain G7 U.S. O'Brien ABc\nnext\n\nlast"
	toks := lex(body)
	want := []text.Flags{text.SpaceBefore, text.SpaceBefore | text.Capital, text.SpaceBefore | text.Capital | text.AllCaps,
		text.SpaceBefore | text.Capital | text.Respelled | text.MixedCaps, text.SpaceBefore | text.Capital | text.Respelled | text.HasDigit,
		text.SpaceBefore | text.Capital | text.AllCaps | text.Respelled | text.Dotted, text.SpaceBefore | text.Capital | text.Respelled,
		text.SpaceBefore | text.Capital | text.Respelled, text.SpaceBefore | text.LineBefore,
		text.SpaceBefore | text.LineBefore | text.BlankBefore}
	require.Len(t, toks, len(want))
	for i, k := range toks {
		assert.Equal(t, want[i], k.Flags, k.Span().Of(body))
	}
}

// samples are texts of many scripts, beside the reports of package seeds.
var samples = []string{
	"Der Bürgermeister sagte, die Brücke über den Rhein sei 1.200 Meter lang und koste 3,5 Millionen Euro.",
	"Le maire a déclaré que le pont de 1 200 mètres coûterait 3,5 millions d'euros l'année prochaine.",
	"Мэр сказал, что мост длиной 1200 метров будет стоить 3,5 миллиона евро.",
	"Ο δήμαρχος είπε ότι η γέφυρα θα κοστίσει 3,5 εκατομμύρια ευρώ.",
	"قال رئيس البلدية إن الجسر سيكلف ثلاثة ملايين يورو.",
	"ראש העיר אמר שהגשר יעלה שלושה מיליון אירו.",
	"महापौर ने कहा कि पुल की लागत बीस लाख यूरो होगी।",
	"Belediye başkanı köprünün İstanbul'da 3,5 milyon avroya mal olacağını söyledi.",
	"시장은 다리 건설에 350만 유로가 들 것이라고 말했다.",
}

// TestWordsAsUAX29 compares words and numbers with a segmenter of UAX #29. Departures are allowed where
// the package comment names them: clitics, acronyms with dots, links, scripts without spaces, and letters behind a number.
func TestWordsAsUAX29(t *testing.T) {
	all := samples
	reports, err := filepath.Glob("../../seeds/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, reports)
	for _, name := range reports {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		all = append(all, string(data))
	}
	for _, body := range all {
		toks := lex(body)
		it := words.FromString(body)
		i := 0
		for it.Next() {
			word := text.Span{Start: it.Start(), End: it.End()}
			if strings.IndexFunc(it.Value(), letterOrDigit) < 0 {
				continue
			}
			for i < len(toks) && int(toks[i].End) <= word.Start {
				i++
			}
			require.Less(t, i, len(toks), it.Value())
			assert.True(t, agrees(toks, i, word), "%q: UAX #29 has %q, have %q", body[max(0, word.Start-20):min(len(body), word.End+20)],
				it.Value(), toks[i].Span().Of(body))
		}
	}
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func agrees(toks []text.Token, i int, word text.Span) bool {
	k := toks[i]
	switch {
	case k.Span() == word:
		return true
	case k.Is(text.Dotted), k.Is(text.Han), k.Class == text.Link:
		return k.Span().Overlaps(word)
	case k.Class != text.Word && k.Class != text.Number || int(k.Start) != word.Start || i+1 == len(toks):
		return false
	}
	next := toks[i+1]
	return int(next.End) == word.End && (next.Class == text.Clitic || k.Class == text.Number && next.Class == text.Word)
}

func FuzzLex(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Add("a'b’c‘d.e@f://g U.S.'s 1'234.5,6 ''`` \x00\xff\r\n\u2028--…")
	f.Fuzz(func(t *testing.T, body string) {
		toks := lex(body)
		end := 0
		for _, k := range toks {
			require.LessOrEqual(t, end, int(k.Start), "in order, apart")
			require.Less(t, k.Start, k.End)
			require.LessOrEqual(t, int(k.End), len(body))
			end = int(k.End)
			if utf8.ValidString(body) {
				require.True(t, utf8.ValidString(k.Span().Of(body)), "cut inside a rune")
			}
		}
		require.Equal(t, toks, lex(body), "the same twice")
	})
}

func FuzzSegment(f *testing.F) {
	f.Add("He said \"yes. It's the drivers' strike, 'no'.\n\n\"Go on.\" U.S. Sept. 10 [1] — ‘so“ ”")
	f.Add("\"'\"'\"'\"'\"'\"'\"'\"'\"'\"'\"' («»‹›„“‚‘”’")
	f.Add("LONDON (AP) - A.\n\nSkip to main content\n\nCredit: AP\n\na\n\na\n\nb\n\nb")
	f.Fuzz(func(t *testing.T, body string) {
		if !utf8.ValidString(body) {
			return
		}
		x := segmented(body)
		at := int32(0)
		for p, par := range x.Paragraphs {
			require.Equal(t, at, par.First, "paragraphs tile the tokens")
			require.Less(t, par.First, par.Last)
			at = par.Last
			for s := par.Sentences.First; s < par.Sentences.Last; s++ {
				sent := x.Sentences[s]
				require.Equal(t, int32(p), sent.Paragraph)
				require.LessOrEqual(t, par.First, sent.First)
				require.LessOrEqual(t, sent.First, sent.Last)
				require.LessOrEqual(t, sent.Last, par.Last)
			}
		}
		require.Equal(t, int32(len(x.Tokens)), at)
		checkQuotes(t, x)
	})
}

// checkQuotes requires that quotations are in order, nested or apart, and that their marks know them.
func checkQuotes(t *testing.T, x *text.Text) {
	open := int32(-1)
	var ends []int32
	for _, q := range x.Quotes {
		require.Less(t, open, q.Open, "in order")
		require.Less(t, q.Open, q.Close)
		require.LessOrEqual(t, int(q.Close), len(x.Tokens))
		require.True(t, x.Tokens[q.Open].Is(text.OpenQuote))
		for len(ends) > 0 && ends[len(ends)-1] <= q.Open {
			ends = ends[:len(ends)-1]
		}
		if len(ends) > 0 {
			require.LessOrEqual(t, q.Close, ends[len(ends)-1], "nested or apart")
		}
		require.Equal(t, len(ends), int(q.Depth))
		ends = append(ends, q.Close)
		open = q.Open
	}
}

func TestWordsHashTheSameWhereverTheyStand(t *testing.T) {
	for _, w := range []string{"a", "I", "as", "word", "sevenths", "eighteen", "Eighteen", "EIGHTEEN", "eighTeen", "sixteenlettersss", "Sixteenlettersss",
		"seventeenletters1", "B52", "7th", "McCain", "iPhone", "ABc", strings.Repeat("x", 300), strings.Repeat("Xy", 44)} {
		if w[0] <= '9' {
			continue // a number with letters behind it
		}
		end := text.Lex(nil, w, text.Span{Start: 0, End: len(w)})
		inside := text.Lex(nil, w+" and so on and on", text.Span{Start: 0, End: len(w) + 17})
		assert.Len(t, end, 1, w)
		assert.Equal(t, end[0], inside[0], w)
		assert.Equal(t, text.HashWord(w), end[0].Hash, w)
		assert.Equal(t, text.HashWord(w), text.HashWord(w[:len(w)/2], w[len(w)/2:]), w)
		assert.Equal(t, text.HashString(strings.ToLower(w)), end[0].Hash, w)
	}
}
