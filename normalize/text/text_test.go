package text_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/text"
)

func segmented(body string) *text.Text {
	t := text.Read(&text.Source{Text: body})
	t.Segment(en.Lexicon().Tag(t))
	return t
}

// lines yields the lines of a corpus file that are not empty and no comment.
func lines(t *testing.T, name string, do func(where, line string)) {
	f, err := os.Open("testdata/" + name)
	require.NoError(t, err)
	defer f.Close()
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		if line := sc.Text(); line != "" && line[0] != '#' {
			do(fmt.Sprintf("%s:%d", name, n), line)
		}
	}
	require.NoError(t, sc.Err())
}

func sentences(t *text.Text) []string {
	var out []string
	for _, s := range t.Sentences {
		if s.Len() > 0 {
			out = append(out, t.Span(s.Range).Of(t.Body))
		}
	}
	return out
}

func TestSentences(t *testing.T) {
	lines(t, "sentences.txt", func(where, line string) {
		var want []string
		for _, s := range strings.Split(line, "|") {
			if s = strings.TrimSpace(s); s != "" {
				want = append(want, s)
			}
		}
		body := strings.ReplaceAll(line, "|", "")
		assert.Equal(t, want, sentences(segmented(body)), where)
		// the same holds with spaces that do not break
		spaces := strings.ReplaceAll(body, " ", "\u00a0")
		got := sentences(segmented(spaces))
		for i := range got {
			got[i] = strings.ReplaceAll(got[i], "\u00a0", " ")
		}
		assert.Equal(t, want, got, "%s with no-break spaces", where)
	})
}

func TestQuotes(t *testing.T) {
	lines(t, "quotes.txt", func(where, line string) {
		body := strings.NewReplacer("⟨", "", "⟩", "", "⟫", "").Replace(line)
		x := segmented(body)
		assert.Equal(t, line, drawQuotes(x), where)
	})
}

// drawQuotes writes the text with its quotations as the corpus does.
func drawQuotes(t *text.Text) string {
	opens, ends := map[int32]int{}, map[int32]string{}
	for _, q := range t.Quotes {
		opens[q.Open]++
		if q.Closed {
			ends[q.Close] = "⟩"
		} else {
			ends[q.Close-1] = "⟫" + ends[q.Close-1]
		}
	}
	var b strings.Builder
	at := 0
	for i, k := range t.Tokens {
		b.WriteString(t.Body[at:k.Start])
		b.WriteString(strings.Repeat("⟨", opens[int32(i)]))
		b.WriteString(t.Word(i))
		b.WriteString(ends[int32(i)])
		at = int(k.End)
	}
	b.WriteString(t.Body[at:])
	return b.String()
}

func TestParagraphs(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		want       []string
	}{
		{"no stop before a blank line", "Port reopens\n\nThe port reopened", []string{"Port reopens", "The port reopened"}},
		{"one line each", "The port reopened.\nThe ferry sailed.", []string{"The port reopened.", "The ferry sailed."}},
		{"hard wrapped", "The port was reopened on\nfriday after the strike of its\npilots had come to an end.\n\nThe ferry sailed.",
			[]string{"The port was reopened on\nfriday after the strike of its\npilots had come to an end.", "The ferry sailed."}},
		{"carriage returns", "The port reopened.\r\n\r\nThe ferry sailed.\r\n", []string{"The port reopened.", "The ferry sailed."}},
		{"old Mac", "The port reopened.\r\rThe ferry sailed.", []string{"The port reopened.", "The ferry sailed."}},
		{"line separators", "The port reopened.\u2028The ferry sailed.", []string{"The port reopened.", "The ferry sailed."}},
		{"empty", "", nil},
		{"white space", " \n\n\t ", nil},
		{"byte order mark", "\ufeffThe port reopened.", []string{"The port reopened."}},
		{"a NUL", "The port\x00 reopened.", []string{"The port\x00 reopened."}},
	} {
		x := segmented(tt.body)
		var got []string
		for _, p := range x.Paragraphs {
			got = append(got, x.Span(p.Range).Of(x.Body))
		}
		assert.Equal(t, tt.want, got, tt.name)
	}
}

func TestReopened(t *testing.T) {
	x := segmented("“We go on,” he said.\n\n“It is late. We know it.\n\n“But we go on, as ever.\n\n“Good night.”\n\n“Good night,” she said.")
	require.Len(t, x.Quotes, 5)
	var closed, continued []bool
	for _, q := range x.Quotes {
		closed, continued = append(closed, q.Closed), append(continued, q.Continued)
	}
	assert.Equal(t, []bool{true, false, false, true, true}, closed)
	assert.Equal(t, []bool{false, false, true, true, false}, continued)
}

func TestKinds(t *testing.T) {
	const prose = "The port of Genoa reopened on Friday after a strike of two days by its pilots, the harbour office said."
	for _, tt := range []struct {
		body string
		want []text.Kind
	}{
		{"Port reopens after strike\n\n" + prose, []text.Kind{text.Headline, text.Prose}},
		{"Skip to main content\n\nPort reopens\n\n" + prose, []text.Kind{text.Furniture, text.Headline, text.Prose}},
		{prose + "\n\nBonus video:", []text.Kind{text.Prose, text.Furniture}},
		{prose + "\n\nA ferry leaves the port. Credit: AP\n\n" + prose, []text.Kind{text.Prose, text.Caption, text.Prose}},
		{prose + "\n\nA ferry leaves the port of Genoa, May 5, 2024. — Ann Smith/AFP\n\nThe pilots want more.",
			[]text.Kind{text.Prose, text.Caption, text.Prose}},
		{"Our Address\n\n12 Harbour Road\n\nGenoa, GE 16126\n\nOur Address\n\n12 Harbour Road\n\nGenoa, GE 16126\n\n" + prose,
			[]text.Kind{text.Furniture, text.Furniture, text.Furniture, text.Furniture, text.Furniture, text.Furniture, text.Prose}},
		{prose, []text.Kind{text.Prose}},
		{"Port reopens", []text.Kind{text.Prose}},
	} {
		x := segmented(tt.body)
		var got []text.Kind
		for _, p := range x.Paragraphs {
			got = append(got, p.Kind)
		}
		assert.Equal(t, tt.want, got, tt.body)
	}
}

func TestDateline(t *testing.T) {
	for _, tt := range []struct{ body, dateline, first string }{
		{"LONDON, Sept. 10 (AP) — The port reopened. It was late.", "LONDON, Sept. 10 (AP) —", "The port reopened."},
		{"LONDON (Reuters) - The port reopened.", "LONDON (Reuters) -", "The port reopened."},
		{"RYE, N.H. -- The port reopened.", "RYE, N.H. --", "The port reopened."},
		{"London, Sept 10 (Reuters) – The port reopened.", "London, Sept 10 (Reuters) –", "The port reopened."},
		{"Port reopens\n\nBy Ann Smith\n\nWASHINGTON — “We won,” he said.", "WASHINGTON —", "“We won,” he said."},
		{"Port Reopens After Strike.\n\nROME, March 3 (AP) — The port reopened.", "ROME, March 3 (AP) —", "The port reopened."},
		{"NATO - the alliance - met. It was late.", "", "NATO - the alliance - met."},
		{"The port — once closed — reopened.", "", "The port — once closed — reopened."},
		{"US ports reopen after strike - Daily Herald", "", "US ports reopen after strike - Daily Herald"},
	} {
		x := segmented(tt.body)
		assert.Equal(t, tt.dateline, x.Span(x.Dateline).Of(x.Body), tt.body)
		found := false
		for _, s := range sentences(x) {
			found = found || s == tt.first
		}
		assert.True(t, found, "%s: want the sentence %q, have %q", tt.body, tt.first, sentences(x))
	}
}

func TestFurnitureThatIsAll(t *testing.T) {
	assert.Equal(t, text.Prose, segmented("Have a tip? A reward of $25,000 is offered.").Paragraphs[0].Kind)
	assert.Equal(t, text.Furniture, segmented("The port reopened.\n\nHave a tip? Write to us.").Paragraphs[1].Kind)
}

func TestHeadlineOfFrontMatter(t *testing.T) {
	body := "---\ntitle: Port reopens\n---\nThe port reopened."
	src := &text.Source{Text: body, Headline: text.Span{Start: 11, End: 23}, Body: text.Span{Start: 28, End: len(body)}}
	x := text.Read(src)
	x.Segment(en.Lexicon().Tag(x))
	require.Len(t, x.Paragraphs, 2)
	assert.Equal(t, text.Headline, x.Paragraphs[0].Kind)
	assert.Equal(t, []string{"Port reopens", "The port reopened."}, sentences(x))
}
