package name_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/name"
)

// Of names that are one, each finds the other, but for some that only all their letters together tell.
func TestKeys(t *testing.T) {
	lex := en.Lexicon()
	var missed []string
	n := 0
	for _, p := range readPairs(t) {
		if !p.same {
			continue
		}
		n++
		a, b := name.Prepare(lex, p.a, p.kind), name.Prepare(lex, p.b, p.kind)
		if !meet(a, b) || !meet(b, a) {
			missed = append(missed, p.a+" = "+p.b)
		}
	}
	assert.LessOrEqual(t, 50*len(missed), n, "%d of %d: %s", len(missed), n, strings.Join(missed, "; "))
}

// meet reports whether b finds a.
func meet(a, b *name.Prepared) bool {
	var x name.Index
	x.Add(a)
	return len(x.Candidates(nil, b)) > 0
}

func TestKeysOfNothing(t *testing.T) {
	p := name.Prepare(en.Lexicon(), "-", name.Person)
	assert.Empty(t, p.Keys(nil))
	assert.Empty(t, p.Lookups(nil))
}

// One given name or one family name in common makes no candidates, one of one word does.
func TestCandidates(t *testing.T) {
	lex := en.Lexicon()
	var x name.Index
	for _, s := range []string{"Muhammad Quraishi", "Muhammad Tantawi", "Omar Tantawi", "Tantawi", "O. Tantawi"} {
		x.Add(name.Prepare(lex, s, name.Person))
	}
	found := func(s string) []int32 { return x.Candidates(nil, name.Prepare(lex, s, name.Person)) }
	assert.Equal(t, []int32{1, 3}, found("Mohamed Tantaui"))
	assert.Equal(t, []int32{2, 3, 4}, found("Omar Tantawi"))
	assert.Equal(t, []int32{1, 2, 3, 4}, found("Tantawi"))
	assert.Equal(t, []int32{2, 3, 4}, found("Tantawi, O."))
	assert.Equal(t, []int32{7, 0}, x.Candidates([]int32{7}, name.Prepare(lex, "محمد قريشي", name.Person)))
}

// persons combines the given and family names of the tables into n persons.
func persons(t testing.TB, n int) []*name.Prepared {
	given, family := formsOf(t, "given"), formsOf(t, "surnames")
	r := rand.New(rand.NewPCG(1, 2))
	lex := en.Lexicon()
	seen := map[string]bool{}
	var out []*name.Prepared
	for len(out) < n {
		s := given[r.IntN(len(given))] + " " + family[r.IntN(len(family))]
		if !seen[s] {
			seen[s] = true
			out = append(out, name.Prepare(lex, s, name.Person))
		}
	}
	return out
}

func formsOf(t testing.TB, table string) []string {
	b, err := os.ReadFile("../lang/en/" + table + ".tsv")
	require.NoError(t, err)
	var out []string
	for line := range strings.Lines(string(b)) {
		if line[0] == '#' || line[0] == '@' || line == "\n" {
			continue
		}
		for f := range strings.SplitSeq(line[strings.LastIndexByte(line, '\t')+1:], "|") {
			out = append(out, strings.Trim(f, " =\n"))
		}
	}
	return out
}

// Among a hundred thousand persons, each finds some sixty others that could be they. Names of one word, among them Ed Sutton and Alejo
// Das, whose other word is taken for a particle, find all that have it.
func TestFewCandidates(t *testing.T) {
	n := 100_000
	if testing.Short() {
		n = 20_000
	}
	ps := persons(t, n)
	var x name.Index
	for _, p := range ps {
		x.Add(p)
	}
	var counts []int
	sum := 0
	var found []int32
	for i := 0; i < n; i += 50 {
		found = x.Candidates(found[:0], ps[i])
		require.Contains(t, found, int32(i))
		counts = append(counts, len(found))
		sum += len(found)
	}
	slices.Sort(counts)
	assert.Less(t, sum, 80*len(counts), "mean")
	assert.Less(t, counts[len(counts)*94/100], 230, "94 in a hundred")
	assert.Less(t, counts[len(counts)*995/1000], n/140, "995 in a thousand")
	assert.Less(t, counts[len(counts)-1], n/10, "most") // which names are drawn hangs on the tables: Meihua Im is one of a single word
}

func ExampleIndex() {
	lex := en.Lexicon()
	var x name.Index
	var names []*name.Prepared
	for _, s := range []string{"Ernest Hemingway", "Anton Chekhov", "Anton Rubinstein", "Leo Tolstoy"} {
		names = append(names, name.Prepare(lex, s, name.Person))
		x.Add(names[len(names)-1])
	}
	wanted := name.Prepare(lex, "Антон Чехов", name.Person)
	for _, i := range x.Candidates(nil, wanted) {
		fmt.Println(i, names[i].Match(wanted).Reason)
	}
	// Output: 1 transliteration
}

func BenchmarkCandidates(b *testing.B) {
	ps := persons(b, 20_000)
	var x name.Index
	for _, p := range ps {
		x.Add(p)
	}
	b.ReportAllocs()
	var found []int32
	i := 0
	for b.Loop() {
		found = x.Candidates(found[:0], ps[i])
		if i++; i == len(ps) {
			i = 0
		}
	}
}
