package attribution_test

import (
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/text"
)

// A construction is a text of the corpus and the statements it makes.
type construction struct {
	line int
	text string
	want []string // stance | speaker | cue | content
}

func corpus(t *testing.T, file string) []construction {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var out []construction
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.ReplaceAll(strings.TrimSpace(line), "¶", "\n\n")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "= "):
			last := &out[len(out)-1]
			last.want = append(last.want, line[2:])
		default:
			out = append(out, construction{line: n, text: line})
		}
	}
	return out
}

// corpusOf returns the texts of the corpus.
func corpusOf(t testing.TB) []string {
	data, err := os.ReadFile("testdata/corpus.txt")
	require.NoError(t, err)
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' && line[0] != '=' {
			out = append(out, strings.ReplaceAll(line, "¶", "\n\n"))
		}
	}
	return out
}

func document(t testing.TB, body string) *normalize.Document {
	d, err := new(normalize.Normalizer).Read(&text.Source{Text: body})
	require.NoError(t, err)
	return d
}

// statements prints the attributions of a document as the corpus does.
func statements(d *normalize.Document) []string {
	var out []string
	for _, a := range d.Attributions {
		var parts []string
		for _, c := range a.Content {
			parts = append(parts, d.Text.Span(c).Of(d.Text.Body))
		}
		speaker := d.Text.Span(a.Speaker.Range).Of(d.Text.Body)
		cue := d.Text.Span(a.Cue).Of(d.Text.Body)
		out = append(out, a.Stance.String()+" | "+speaker+" | "+cue+" | "+strings.Join(parts, " || "))
	}
	sort.Strings(out)
	return out
}

// fits compares a statement with what the corpus wants; the speaker may run on ("Bell, an analyst").
func fits(want, got string) bool {
	w, g := strings.SplitN(want, " | ", 4), strings.SplitN(got, " | ", 4)
	return len(w) == 4 && w[0] == g[0] && strings.HasPrefix(g[1], w[1]) && w[2] == g[2] && w[3] == g[3]
}

func TestCorpus(t *testing.T) {
	cases := corpus(t, "testdata/corpus.txt")
	require.Greater(t, len(cases), 500)
	for _, c := range cases {
		got := statements(document(t, c.text))
		sort.Strings(c.want)
		ok := len(got) == len(c.want)
		for i := 0; ok && i < len(got); i++ {
			ok = fits(c.want[i], got[i])
		}
		if !ok {
			assert.Fail(t, "read otherwise", "corpus.txt:%d: %s\n got %s\nwant %s", c.line, c.text, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}

func TestKnownMissesAreStillMissed(t *testing.T) {
	for _, c := range corpus(t, "testdata/misses.txt") {
		got := statements(document(t, c.text))
		sort.Strings(c.want)
		same := len(got) == len(c.want)
		for i := 0; same && i < len(got); i++ {
			same = fits(c.want[i], got[i])
		}
		assert.False(t, same, "misses.txt:%d is read now: move it to corpus.txt", c.line)
	}
}

func TestCircumstances(t *testing.T) {
	d := document(t, "Lena Ortiz told reporters in a statement on Friday that the bridge would not reopen in 2030.")
	require.Len(t, d.Attributions, 1)
	a := d.Attributions[0]
	assert.Equal(t, "reporters", a.ToldTo)
	assert.Equal(t, "in a statement", a.Medium)
	assert.True(t, a.Negated)
	assert.Equal(t, attribution.Hypothetical, a.Modality)
	assert.GreaterOrEqual(t, a.SaidAt, int32(0))
	assert.GreaterOrEqual(t, a.Happened, int32(0))
	assert.NotEqual(t, a.SaidAt, a.Happened)
}

func TestTimeOfSayingIsNoOtherVerbs(t *testing.T) {
	for body, want := range map[string]string{
		"On Tuesday, the minister said the road was shut.":                                    "Tuesday",
		"The minister, speaking in Paris on Tuesday, said the road was shut.":                 "Tuesday",
		"Lena Ortiz, who was elected in 2019, told parliament on Friday that the law failed.": "Friday",
		"He died on Monday, police said on Tuesday.":                                          "Tuesday",
		"The union, which struck on Monday, said talks had failed.":                           "",
		"\"We lost,\" said Lena Ortiz, who was in Rome on Tuesday.":                           "",
		"\"We lost,\" said Lena Ortiz, who hopes to win by 2027.":                             "",
		"Ships stopped on Monday, but residents say the rule is seldom kept.":                 "",
		"\"It is theft,\" she told the paper, and left for Rome on Monday.":                   "",
		"The service predicts highs of 40 degrees through Monday.":                            "",
	} {
		d := document(t, body)
		require.Len(t, d.Attributions, 1, body)
		got := ""
		if i := d.Attributions[0].SaidAt; i >= 0 {
			got = d.Times[i].Span.Of(d.Text.Body)
		}
		assert.Equal(t, want, got, body)
	}
}

func TestPronounsNameWhoTheyStandFor(t *testing.T) {
	d := document(t, "Lena Ortiz visited the port on Monday. She said the cranes were safe.")
	require.Len(t, d.Attributions, 1)
	assert.Equal(t, "Lena Ortiz", d.Attributions[0].Speaker.Name)
}

func TestParent(t *testing.T) {
	d := document(t, "Lena Ortiz said that the ministry denied the report.")
	require.Len(t, d.Attributions, 2)
	assert.Equal(t, int32(0), d.Attributions[1].Parent)
	assert.Equal(t, attribution.Denies, d.Attributions[1].Stance)
}

func TestVia(t *testing.T) {
	d := document(t, "Reuters reported that the mine was shut, citing two officials.")
	require.Len(t, d.Attributions, 2)
	assert.Equal(t, "reported", d.Text.Span(d.Attributions[0].Cue).Of(d.Text.Body))
	assert.Equal(t, []string{"two officials"}, d.Attributions[0].Via)
}

// A quotation by itself is of whoever the sentence before it tells of, if that is one person who does something.
func TestWhoTheSentenceBeforeIsOn(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`Lena Ortiz has lived there for decades. "This is home to all of us."`, "Lena Ortiz"},
		{`Ada Lund still keeps bees behind the mill. "They have never stung me once."`, "Ada Lund"},
		{`Ada Lund did not wait for the ferry. "We took the long road round."`, "Ada Lund"},
		{`Ada Lund died on Monday in Oslo. "We are all very sad about this great loss."`, ""},
		{`Ada Lund was shot by a robber. "Nobody move, this is a robbery."`, ""},
		{`Ada Lund has been elected. "We are all very glad about this."`, ""},
		{`Ada Lund fell to her death in May. "We are all very sad about this great loss."`, ""},
		{`Ada Lund robbed a bank in May. "Nobody move, this is a robbery."`, ""},
		{`Ada Lund collapsed on the stage. "We are all very sad about this great loss."`, ""},
		{`Ada Lund got elected in May. "We are all very glad about this."`, ""},
		{`Ada Lund got a boat in May. "We are all very glad about this."`, "Ada Lund"},
		{`Ada Lund met Victor Lang at the mill. "We had never spoken before that day."`, ""},
		{`Ada Lund, of the mill. "We had never spoken before that day."`, ""},
	} {
		d := document(t, c.text)
		if assert.Len(t, d.Attributions, 1, c.text) {
			assert.Equal(t, c.want, d.Attributions[0].Speaker.Name, c.text)
		}
	}
}
