package timex_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

func TestPublished(t *testing.T) {
	for _, tt := range []struct{ body, want string }{
		{"ROME, Sept. 10, 2024 (AP) — The port reopened.", "2024-09-10"},
		{"Port reopens\n\nBy Ann Smith\n\nSeptember 10, 2024\n\nThe port of Genoa reopened after a strike of two days.", "2024-09-10"},
		{"Port reopens\n\nPublished 10 September 2024 at 10:05 BST\n\nThe port of Genoa reopened after a strike of two days.", "2024-09-10"},
		{"Port reopens\n\n10.09.2024\n\nThe port of Genoa reopened after a strike of two days.", "2024-09-10"},
		{"Ports and Harbours\n\nOctober 2024\n\nThe port of Genoa reopened after a strike of two days.", "2024-10-01"},
		{"ROME, Sept. 10 (AP) — The port reopened.", ""},
		{"The port, which was closed on Sept. 10, 2001, reopened after a strike of two days by all of its pilots and crews.", ""},
		{"The port reopened yesterday.", ""},
		{"", ""},
	} {
		got, ok := timex.Published(tagged(tt.body))
		if tt.want == "" {
			assert.False(t, ok, "%q: %v", tt.body, got)
			continue
		}
		assert.Equal(t, tt.want, got.Format(time.DateOnly), tt.body)
	}
}

func TestUnanchored(t *testing.T) {
	for _, body := range []string{"It fell on Tuesday.", "It fell yesterday.", "It fell last month.", "It fell in March.", "It fell on May 5.",
		"It rained last summer.", "It fell within weeks.", "It rose in Q3.", "It fell overnight.", "It fell two weeks ago.", "It fell at the weekend.",
		"It will fall later this week.", "They met last Christmas."} {
		for _, m := range timex.Scan(nil, tagged(body), time.Time{}) {
			assert.False(t, m.Value.Resolved(), "%s: %s", body, show(m.Value))
			assert.True(t, m.Value.To.IsZero(), "%s: %s", body, show(m.Value))
		}
	}
}

func TestOrderOfDayAndMonth(t *testing.T) {
	for _, tt := range []struct {
		lang language.Tag
		body string
		want string
	}{
		{language.Und, "It was signed on 03/04/2024.", "2024-03-04"},
		{language.English, "It was signed on 03/04/2024.", "2024-03-04"},
		{language.AmericanEnglish, "It was signed on 03/04/2024.", "2024-03-04"},
		{language.BritishEnglish, "It was signed on 03/04/2024.", "2024-04-03"},
		{language.AmericanEnglish, "It was signed on 13/04/2024.", "2024-04-13"},
		{language.BritishEnglish, "It was signed on 04/13/2024.", "2024-04-13"},
		{language.AmericanEnglish, "It was signed on 03.04.2024.", "2024-04-03"},
		{language.AmericanEnglish, "It was signed on 31/02/2024.", ""},
	} {
		x := text.Read(&text.Source{Text: tt.body, Language: tt.lang})
		g := en.Lexicon().Tag(x)
		x.Segment(g)
		got := ""
		for _, m := range timex.Scan(nil, g, published) {
			got, _ = m.Value.ISO()
		}
		assert.Equal(t, tt.want, got, "%s in %s", tt.body, tt.lang)
	}
}
