package metamorphic

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
)

// A mangle makes of a text one that nobody would write: whatever a rule expects beside what it starts from may be missing,
// stand twice, on the next line or on the other side.
type mangle struct {
	name string
	of   func(string) string
}

var mangles = []mangle{
	{"words in reversed order", func(s string) string { return turned(strings.Fields(s), " ") }},
	{"sentences in reversed order", func(s string) string { return turned(strings.SplitAfter(s, ". "), " ") }},
	{"a word a line", func(s string) string { return strings.Join(strings.Fields(s), "\n") }},
	{"a word a paragraph", func(s string) string { return strings.Join(strings.Fields(s), "\n\n") }},
	{"each word twice", doubled},
	{"repeated without a space", func(s string) string { return s + s }},
	{"words joined", func(s string) string { return strings.ReplaceAll(s, " ", "") }},
	{"words hyphenated", func(s string) string { return strings.ReplaceAll(s, " ", "-") }},
	{"without marks", func(s string) string {
		return strings.NewReplacer(".", "", ",", "", `"`, "", "“", "", "”", "", "(", "", ")", "").Replace(s)
	}},
	{"only marks and numbers", func(s string) string { return strings.Map(unlettered, s) }},
	{"first half, then the other before it", func(s string) string { h := half(s); return s[h:] + " " + s[:h] }},
	{"in capitals", strings.ToUpper},
	{"every second word", alternate},
	{"stops for commas", func(s string) string { return strings.ReplaceAll(s, ",", ".") }},
	{"quoted", func(s string) string { return "“" + strings.ReplaceAll(s, " ", "” “") }},
}

func turned(parts []string, with string) string {
	parts = slices.Clone(parts)
	slices.Reverse(parts)
	return strings.Join(parts, with)
}

func doubled(s string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(s) {
		b.WriteString(w + " " + w + " ")
	}
	return b.String()
}

func alternate(s string) string {
	var out []string
	for i, w := range strings.Fields(s) {
		if i%2 == 0 {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

func unlettered(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
		return -1
	}
	return r
}

// half returns the first space behind the middle of s, or its length.
func half(s string) int {
	if i := strings.IndexByte(s[len(s)/2:], ' '); i >= 0 {
		return len(s)/2 + i
	}
	return len(s)
}

// Texts that nobody would write are read like all others: no panic, no error, and evidence is what its span covers.
func TestMangledTexts(t *testing.T) {
	oneGoroutine(t)
	for _, s := range samples(t) {
		if !s.whole {
			continue // it is part of a report
		}
		for _, m := range mangles {
			sound(t, m.name, s.text, m.of(s.text))
		}
	}
}

// sound compares texts with each other and checks what holds of every report.
func sound(t *testing.T, what string, texts ...string) {
	t.Helper()
	var sources []factcheck.Source
	for i, s := range texts {
		sources = append(sources, factcheck.Source{ID: string(rune('a' + i)), Text: s, Published: corpusDay})
	}
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s: %q: %v", what, texts, r)
		}
	}()
	r, err := factcheck.Check(sources...)
	require.NoError(t, err, "%s: %q", what, texts)
	for i := range r.Findings {
		for _, e := range r.Findings[i].Evidence() {
			text := texts[e.Source[0]-'a']
			if assert.LessOrEqual(t, e.End, len(text), what) {
				assert.Equal(t, e.Text, e.Span.Of(text), what)
			}
		}
	}
}
