package compare

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// An archive is a case: what it shows, then sources ("-- id date --") and the findings that are wanted.
type archive struct {
	docs []*normalize.Document
	want []string
}

func readArchive(t testing.TB, path string) archive {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var a archive
	for _, part := range strings.Split("\n"+string(data), "\n-- ")[1:] {
		head, body, ok := strings.Cut(part, " --\n")
		require.True(t, ok, "%s: a part without a head: %s", path, part)
		if head == "want" {
			a.want = strings.Split(strings.TrimSpace(body), "\n")
			continue
		}
		id, date, _ := strings.Cut(head, " ")
		src := &text.Source{ID: id, Text: strings.TrimSpace(body)}
		src.Published, err = time.Parse(time.DateOnly, date)
		require.NoError(t, err)
		a.docs = append(a.docs, document(t, src))
	}
	return a
}

func document(t testing.TB, src *text.Source) *normalize.Document {
	t.Helper()
	doc, err := new(normalize.Normalizer).Read(src)
	require.NoError(t, err)
	return doc
}

// line is a finding as an archive writes it: verdict, kind and values.
func line(f *Finding) string {
	var values []string
	for _, p := range f.Positions {
		values = append(values, p.Value)
	}
	return fmt.Sprintf("%s %s: %s", f.Verdict, f.Kind, strings.Join(values, ", "))
}

// fits reports whether a finding is the one that a line wants: its values are among the finding's.
func fits(f *Finding, want string) bool {
	head, values, _ := strings.Cut(want, ": ")
	if head != fmt.Sprintf("%s %s", f.Verdict, f.Kind) {
		return false
	}
	for v := range strings.SplitSeq(values, ", ") {
		if !slices.ContainsFunc(f.Positions, func(p Position) bool { return p.Value == v }) {
			return false
		}
	}
	return true
}

// Every wanted finding is there, none that a line with "not" has, and no conflict that is not wanted.
func TestArchives(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			a := readArchive(t, path)
			found := Documents(a.docs, Options{})
			var all []string
			for i := range found {
				all = append(all, line(&found[i]))
			}
			for _, w := range a.want {
				if not, ok := strings.CutPrefix(w, "not "); ok {
					assert.False(t, slices.ContainsFunc(found, func(f Finding) bool { return fits(&f, not) }), "not wanted: %s", not)
					continue
				}
				assert.True(t, slices.ContainsFunc(found, func(f Finding) bool { return fits(&f, w) }), "wanted: %s\nfound:\n%s", w, strings.Join(all, "\n"))
			}
			for i := range found {
				f := &found[i]
				if f.Verdict != VerdictConflict && f.Verdict != VerdictDisputed {
					continue
				}
				assert.True(t, slices.ContainsFunc(a.want, func(w string) bool { return fits(f, w) }), "not wanted: %s (%s)", line(f), f.Topic)
			}
		})
	}
}

func TestOrderOfSourcesDoesNotMatter(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	for _, path := range paths {
		a := readArchive(t, path)
		want := Documents(a.docs, Options{})
		slices.Reverse(a.docs)
		assert.Equal(t, want, Documents(a.docs, Options{}), path)
	}
}

func TestKinds(t *testing.T) {
	a := readArchive(t, "testdata/quake.txtar")
	for _, f := range Documents(a.docs, Options{Kinds: map[string]bool{"number": true}}) {
		assert.Equal(t, "number", f.Kind)
	}
}

// Evidence is what its span covers, and IDs are there and different.
func TestFindingsStandByThemselves(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		a := readArchive(t, path)
		seen := map[string]bool{}
		for _, f := range Documents(a.docs, Options{}) {
			assert.NotEmpty(t, f.ID)
			assert.False(t, seen[f.ID], "%s: two findings have the ID %s", path, f.ID)
			seen[f.ID] = true
			assert.NotEmpty(t, f.Reason.Code, f.Topic)
			for _, p := range f.Positions {
				assert.NotEmpty(t, p.Sources, f.Topic)
				for _, e := range p.Evidence {
					i := slices.IndexFunc(a.docs, func(d *normalize.Document) bool { return d.Source.ID == e.Source })
					require.GreaterOrEqual(t, i, 0)
					assert.Equal(t, e.Text, e.Span.Of(a.docs[i].Source.Text))
				}
			}
		}
	}
}

// An edit far from a finding leaves its ID alone.
func TestIDsSurviveEditsElsewhere(t *testing.T) {
	one := document(t, &text.Source{ID: "a", Text: "The tower has a height of 80 meters."})
	two := document(t, &text.Source{ID: "b", Text: "The tower has a height of 95 meters."})
	more := document(t, &text.Source{ID: "b", Text: "It rained all day.\n\nThe tower has a height of 95 meters."})
	ids := func(fs []Finding) (out []string) {
		for _, f := range fs {
			if f.Verdict == VerdictConflict {
				out = append(out, f.ID)
			}
		}
		return out
	}
	want := ids(Documents([]*normalize.Document{one, two}, Options{}))
	require.NotEmpty(t, want)
	assert.Equal(t, want, ids(Documents([]*normalize.Document{one, more}, Options{})))
}

func FuzzDocuments(f *testing.F) {
	f.Add("At least 3 people died in Orlavia on Monday.", "Five people died, police said. The bridge is 75 miles (150 km) away.")
	f.Add("“We lost 40 percent,” said Ada Quill.", "Quill said the firm lost 45 percent of $3 million.")
	f.Add("", "12 12 12")
	f.Fuzz(func(t *testing.T, a, b string) {
		var n normalize.Normalizer
		x, err := n.Read(&text.Source{ID: "a", Text: a})
		if err != nil {
			return
		}
		y, err := n.Read(&text.Source{ID: "b", Text: b})
		if err != nil {
			return
		}
		one := Documents([]*normalize.Document{x, y}, Options{})
		assert.Equal(t, one, Documents([]*normalize.Document{y, x}, Options{}))
		for _, g := range one {
			for _, p := range g.Positions {
				for _, e := range p.Evidence {
					src := a
					if e.Source == "b" {
						src = b
					}
					assert.Equal(t, e.Text, e.Span.Of(src))
				}
			}
		}
	})
}

func ExampleDocuments() {
	var n normalize.Normalizer
	a, _ := n.Read(&text.Source{ID: "a", Text: "The bridge has a length of 1.2 miles."})
	b, _ := n.Read(&text.Source{ID: "b", Text: "The bridge has a length of 12 miles."})
	for _, f := range Documents([]*normalize.Document{a, b}, Options{Kinds: map[string]bool{"number": true}}) {
		fmt.Println(f.Verdict, f.Topic, f.Positions[0].Value, "/", f.Positions[1].Value, f.Flags)
	}
	// Output: conflict length 1.2 mile / 12 mile [decimal-point]
}

func BenchmarkDocuments(b *testing.B) {
	a := readArchive(b, "testdata/quake.txtar")
	b.ReportAllocs()
	for b.Loop() {
		Documents(a.docs, Options{})
	}
}
