package name_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// tag reads a text as normalize does before names are looked for.
func tag(body string) *lexicon.Tagged {
	t := text.Read(&text.Source{Text: body})
	g := en.Lexicon().Tag(t)
	t.Segment(g)
	return g
}

// said writes a mention as the corpus does: "person he = Ana Ruiz".
func said(body string, m name.Mention, entities []name.Entity) string {
	e := entities[m.Value.Entity]
	kind := e.Kind.String()
	if m.Value.Via != name.ByName {
		kind += ":" + m.Value.Via.String()
	}
	if m.Value.Nested {
		kind += "*"
	}
	return kind + " " + m.Of(body) + " = " + e.Name
}

// TestCorpus reads testdata/find.txt: a line "> text", then every mention in reading order.
func TestCorpus(t *testing.T) {
	file, err := os.Open("testdata/find.txt")
	require.NoError(t, err)
	defer file.Close()
	var body string
	var want []string
	line, at := 0, 0
	check := func() {
		if body == "" {
			return
		}
		mentions, entities := name.Find(nil, nil, tag(body), nil)
		var got []string
		for _, m := range mentions {
			got = append(got, said(body, m, entities))
		}
		assert.Equal(t, want, got, "find.txt:%d: %s", at, body)
		body, want = "", nil
	}
	for sc := bufio.NewScanner(file); sc.Scan(); {
		line++
		s := sc.Text()
		switch {
		case strings.HasPrefix(s, ">"):
			check()
			body, at = strings.ReplaceAll(strings.TrimSpace(s[1:]), `\n`, "\n"), line
		case s == "" || strings.HasPrefix(s, "#"):
		default:
			want = append(want, s)
		}
	}
	check()
}

func TestEntitiesHaveOneIDEach(t *testing.T) {
	_, entities := name.Find(nil, nil, tag("John Okello met Mary Okello. The Okellos left. Peter Okello stayed in Kampala."), nil)
	seen := map[string]bool{}
	for _, e := range entities {
		assert.NotEmpty(t, e.ID)
		assert.False(t, seen[e.ID], "ID %q is there twice", e.ID)
		seen[e.ID] = true
	}
}

func TestFindAppends(t *testing.T) {
	m, e := name.Find(nil, nil, tag("Amina Yusuf spoke."), nil)
	m2, e2 := name.Find(m, e, tag("Bernard Holt spoke."), nil)
	require.Greater(t, len(m2), len(m))
	assert.Equal(t, m, m2[:len(m)])
	assert.Equal(t, e, e2[:len(e)])
	for _, x := range m2[len(m):] {
		assert.GreaterOrEqual(t, int(x.Value.Entity), len(e))
	}
}

func ExampleFind() {
	body := "Foreign Minister Amina Yusuf arrived on Monday. \"We will talk,\" she said. Ms Yusuf declined to say more."
	mentions, entities := name.Find(nil, nil, tag(body), nil)
	for _, m := range mentions {
		e := entities[m.Value.Entity]
		fmt.Println(m.Of(body), "is", e.Name)
	}
	// Output:
	// Amina Yusuf is Amina Yusuf
	// she is Amina Yusuf
	// Yusuf is Amina Yusuf
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Mr. O'Neil of the U.N. said he", "Fath-360 (IRGC)", "ALL CAPS SAID", "al-Assad, de Blasio and J. D. Vance",
		"“The", "A.", "The The The", "President of the of the", "Dr. Dr. Dr.", "Ångström İstanbul ﬁ", "Jr. III & Co", "X (Y", "- - A-", "Sir", "\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		g := tag(body)
		mentions, entities := name.Find(nil, nil, g, nil)
		again, _ := name.Find(nil, nil, g, nil)
		assert.Equal(t, mentions, again)
		last := 0
		for _, m := range mentions {
			require.True(t, 0 <= m.Start && m.Start < m.End && m.End <= len(body), "span %v of %d bytes", m.Span, len(body))
			require.LessOrEqual(t, last, m.Start)
			last = m.Start
			require.True(t, int(m.Value.Entity) < len(entities))
		}
	})
}

// report is a text of one's own with the constructions of the news, for the benchmark.
const report = `Kenyan Foreign Minister Amina Yusuf met Norway's Prime Minister Erik Halvorsen in Oslo on Monday, officials said.

"We will not leave anyone behind," Ms Yusuf said after the talks. She told reporters that the African Union (AU) had agreed to the plan.

Halvorsen, who took office in May, praised the deal. His spokeswoman, Ingrid Solberg, said the United Nations would be informed by Tuesday.
The Norwegian Refugee Council welcomed the step, but the Kenya Red Cross Society warned that "the hardest part is still ahead".

John Okello, a political analyst at the University of Nairobi, doubted that Ethiopia or Somalia would follow. Mr Okello noted that similar
talks between Addis Ababa and Mogadishu had failed twice; he blamed the foreign ministries on both sides.

`

func BenchmarkFind(b *testing.B) {
	body := strings.Repeat(report, 50)
	g := tag(body)
	var mentions []name.Mention
	var entities []name.Entity
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		mentions, entities = name.Find(mentions[:0], entities[:0], g, nil)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N)/(float64(len(body))/1e6), "ms/MB")
}
