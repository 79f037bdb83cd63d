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
	"github.com/factdiff/factdiff/normalize/name"
)

var kindOf = map[string]name.Kind{"person": name.Person, "place": name.Place, "org": name.Organization}

type samePair struct {
	kind name.Kind
	a, b string
	same bool
	want string // reason, or ""
}

// readPairs reads "person: a = b (reason)" and "person: a / b".
func readPairs(t testing.TB) []samePair {
	f, err := os.Open("testdata/same.txt")
	require.NoError(t, err)
	defer f.Close()
	var out []samePair
	for s := bufio.NewScanner(f); s.Scan(); {
		line := strings.TrimSpace(s.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		kind, rest, ok := strings.Cut(line, ": ")
		require.True(t, ok, line)
		p := samePair{kind: kindOf[kind]}
		require.NotZero(t, p.kind, line)
		rest, p.want, _ = strings.Cut(rest, " <")
		p.want = strings.TrimSuffix(p.want, ">")
		p.a, p.b, p.same = strings.Cut(rest, " = ")
		if !p.same {
			p.a, p.b, ok = strings.Cut(rest, " / ")
			require.True(t, ok, line)
		}
		out = append(out, p)
	}
	return out
}

func TestSameCorpus(t *testing.T) {
	lex := en.Lexicon()
	for _, p := range readPairs(t) {
		for _, q := range [][2]string{{p.a, p.b}, {p.b, p.a}} {
			m := name.Same(lex, q[0], q[1], p.kind)
			assert.Equal(t, p.same, m.Same, "%s: %s and %s: %+v %s", p.kind, q[0], q[1], m, m.Reason)
			if p.want != "" {
				assert.Equal(t, p.want, m.Reason.String(), "%s and %s", q[0], q[1])
			}
		}
	}
}

func TestSameWithItself(t *testing.T) {
	lex := en.Lexicon()
	for _, p := range readPairs(t) {
		m := name.Same(lex, p.a, p.a, p.kind)
		assert.Equal(t, name.Match{Same: true, Score: 1, Reason: name.Equal}, m, p.a)
	}
}

func TestHardInput(t *testing.T) {
	lex := en.Lexicon()
	for _, s := range []string{"", " ", ".", "'", "\u0301\u0301", "\u200f\u200e", "-", ",", "(", "\xff\xfe"} {
		p := name.Prepare(lex, s, name.Person)
		assert.True(t, p.Empty(), "%q", s)
		assert.Equal(t, name.Match{}, p.Match(p), "%q", s)
	}
	long := strings.Repeat("abcdefghij", 1000)
	p := name.Prepare(lex, long, name.Person)
	assert.True(t, p.Match(p).Same)
	words := name.Prepare(lex, strings.Repeat("Ann ", 10000), name.Organization)
	assert.True(t, words.Match(words).Same)
	assert.False(t, p.Match(words).Same)
	assert.True(t, name.Same(lex, "A", "a", name.Person).Same)
	assert.True(t, name.Same(lex, "\u200fمحمد\u200e", "محمد", name.Person).Same, "direction marks are not seen")
	assert.True(t, name.Same(lex, "Ne\u200dw York", "New York", name.Place).Same, "joiners are not seen")
	assert.True(t, name.Same(lex, "Jose\u0301", "José", name.Person).Same, "marks apart or composed")
}

func TestMixedScripts(t *testing.T) {
	lex := en.Lexicon()
	assert.True(t, name.Prepare(lex, "Mоscow", name.Place).Mixed, "the first o is Cyrillic")
	for _, s := range []string{"Moscow", "Москва", "東京タワー", "Ōsaka", "Владимир Putin"} {
		assert.False(t, name.Prepare(lex, s, name.Place).Mixed, s)
	}
}

func TestMatchAllocatesNothing(t *testing.T) {
	lex := en.Lexicon()
	a := name.Prepare(lex, "Abd el Karim Mansour Hassan", name.Person)
	b := name.Prepare(lex, "عبد الكريم منصور", name.Person)
	assert.Zero(t, testing.AllocsPerRun(100, func() { a.Match(b) }))
}

// The development half of the benchmark lies beside the project, not in it.
func ExampleSame() {
	for _, p := range [][2]string{{"Ernest Hemingway", "Hemingway, Ernest"}, {"Piotr Ilyich Tchaikovsky", "Чайковский"}, {"Harry S. Truman", "Harry V. Truman"}} {
		m := name.Same(en.Lexicon(), p[0], p[1], name.Person)
		fmt.Println(m.Same, m.Reason)
	}
	// Output:
	// true equal
	// true transliteration
	// false conflict
}

func ExamplePrepare() {
	lex := en.Lexicon()
	wanted := name.Prepare(lex, "Bank of Ruritania", name.Organization)
	for _, s := range []string{"Banco de Ruritania S.A.", "Bank of Zenda"} {
		fmt.Println(s, wanted.Match(name.Prepare(lex, s, name.Organization)).Same)
	}
	// Output:
	// Banco de Ruritania S.A. true
	// Bank of Zenda false
}

func FuzzMatch(f *testing.F) {
	f.Add("Antonín Dvořák", "Антонин Дворжак", uint8(1))
	f.Add("G-7", "Group of Seven", uint8(3))
	f.Add("李明", "이민호", uint8(1))
	f.Add("\u200fال", "'", uint8(2))
	f.Add("Ⅷ ß İ", "½ ﬁ", uint8(3))
	lex := en.Lexicon()
	f.Fuzz(func(t *testing.T, a, b string, kind uint8) {
		k := name.Kind(kind % 4)
		p, q := name.Prepare(lex, a, k), name.Prepare(lex, b, k)
		m := p.Match(q)
		assert.Equal(t, m, p.Match(q), "twice the same")
		assert.Equal(t, m.Same, q.Match(p).Same, "either way")
		assert.True(t, m.Score >= 0 && m.Score <= 1, "%v", m)
		if !p.Empty() {
			assert.True(t, p.Match(p).Same)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	lex := en.Lexicon()
	var ps, qs []*name.Prepared
	pairs := readPairs(b)
	for _, p := range pairs {
		ps = append(ps, name.Prepare(lex, p.a, p.kind))
		qs = append(qs, name.Prepare(lex, p.b, p.kind))
	}
	b.ReportAllocs()
	i, n := 0, 0
	for b.Loop() {
		n++
		ps[i].Match(qs[i])
		if i++; i == len(ps) {
			i = 0
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "pairs/s")
}

// BenchmarkMatchAll compares each name with each, as a search without blocking does.
func BenchmarkMatchAll(b *testing.B) {
	lex := en.Lexicon()
	var ps []*name.Prepared
	for _, p := range readPairs(b) {
		if p.kind == name.Person {
			ps = append(ps, name.Prepare(lex, p.a, p.kind))
		}
	}
	b.ReportAllocs()
	i, j, n := 0, 0, 0
	for b.Loop() {
		n++
		ps[i].Match(ps[j])
		if j++; j == len(ps) {
			j = 0
			if i++; i == len(ps) {
				i = 0
			}
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "pairs/s")
}

func BenchmarkPrepare(b *testing.B) {
	lex := en.Lexicon()
	b.ReportAllocs()
	b.SetBytes(int64(len("Dr Konstantin Eduardovich Tsiolkovsky")))
	for b.Loop() {
		name.Prepare(lex, "Dr Konstantin Eduardovich Tsiolkovsky", name.Person)
	}
}
