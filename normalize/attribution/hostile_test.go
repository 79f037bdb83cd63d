package attribution_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/text"
)

// hostile texts: quotation marks in any state, sentences without an end.
var hostile = map[string]string{
	"nested marks":       strings.Repeat("“", 10000) + "he said" + strings.Repeat("”", 10000),
	"single marks":       strings.Repeat("'a ", 5000),
	"straight marks":     strings.Repeat("\" said ", 5000),
	"no stop":            strings.Repeat("officials said that the mayor said ", 3000),
	"commas":             strings.Repeat("he said, ", 10000),
	"according to":       strings.Repeat("according to ", 8000),
	"one paragraph":      strings.Repeat("“We left,” said Lund. ", 4500),
	"open marks":         strings.Repeat("“We left, said Lund.\n\n", 4500),
	"brackets":           strings.Repeat("(he said ", 10000),
	"dashes":             strings.Repeat("he said — ", 10000),
	"nouns of speech":    strings.Repeat("claim ", 17000),
	"infinitives":        strings.Repeat("declined to ", 8000),
	"relative pronouns":  strings.Repeat("who said ", 11000),
	"coordinated verbs":  strings.Repeat("and said ", 11000),
	"capitals and stops": strings.Repeat("Mr. ", 25000),
}

func TestHostileTextIsReadInTime(t *testing.T) {
	for name, body := range hostile {
		g := read(body)
		start := time.Now()
		attribution.Find(nil, g, nil, nil, nil)
		assert.Less(t, time.Since(start), 20*time.Second, "%s (%d bytes)", name, len(body))
	}
}

func check(t *testing.T, body string) {
	g := read(body)
	got := attribution.Find(nil, g, nil, nil, nil)
	n := int32(len(g.Tokens))
	inside := func(r text.Range) bool { return 0 <= r.First && r.First <= r.Last && r.Last <= n }
	for i, a := range got {
		last := int32(0)
		assert.NotEmpty(t, a.Content)
		for _, c := range a.Content {
			assert.True(t, inside(c) && c.First < c.Last && c.First >= last, "content %v of %q", c, body)
			last = c.Last
			assert.False(t, a.Cue.Len() > 0 && c.First <= a.Cue.First && a.Cue.First < c.Last, "cue %v in content %v of %q", a.Cue, c, body)
		}
		for _, q := range a.Quoted {
			assert.True(t, inside(q))
		}
		assert.True(t, inside(a.Cue) && inside(a.Speaker.Range))
		assert.Less(t, a.Parent, int32(len(got)))
		assert.NotEqual(t, int32(i), a.Parent)
	}
	assert.Equal(t, got, attribution.Find(nil, g, nil, nil, nil), "twice the same")
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"“The gate,” Moreno said, “was never locked.”", "Asked if it was true, she denied it.", "He said", "said he",
		"According to X, Y.", "X's claim that Y is Z, denied by W, said V, adding \"U\".", "“a”, b: “c\n\n“d” — e said", "who said who said that"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 4096 {
			return
		}
		check(t, strings.ToValidUTF8(body, "?"))
	})
}

func TestCorpusKeepsItsPromises(t *testing.T) {
	for _, file := range []string{"testdata/corpus.txt", "testdata/misses.txt"} {
		for _, c := range corpus(t, file) {
			check(t, c.text)
		}
	}
}
