package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A namesake is a person of one document with the sentences that name him or her.
type namesake struct {
	holder
	given     string
	gender    name.Gender
	words     []uint64 // content words of those sentences
	sentences int
	age       string // as it stands behind the name, or ""
	offices   []string
	callings  []statement.Calling
	apposed   []string // nouns for him or her between commas
	beside    []uint64 // content words right beside the name
	bare      bool     // the surname alone stands before the name, and not in a headline
	family    bool     // the document names another of the surname
	kin       bool     // a sentence of those has a word for a relative
	place     int      // how far down the report the first stands, in hundredths
}

const (
	maxNamed       = 8 // sentences of a person that are looked at
	mostGivenEdits = 2
	wordsAtName    = 6
	wordsAround    = 100 // tokens on each side of a name that are looked at, so that a list of names without an end takes linear time
)

// told returns the words for what a person is or does.
func (a *namesake) told() []string {
	out := append(slices.Clone(a.offices), a.apposed...)
	for i := range a.callings {
		out = append(out, a.callings[i].Lemma)
	}
	return out
}

// calledAlike reports whether two persons are called the same, and no ages tell them apart. Words for it in another form are no ground where one is a
// man and one a woman.
func (s *sources) calledAlike(a, b *namesake) bool {
	if a.age != "" && b.age != "" && a.age != b.age {
		return false
	}
	lex := s.docs[a.doc].Text.Lex
	for i := range a.callings {
		for j := range b.callings {
			x, y := &a.callings[i], &b.callings[j]
			if statement.SameCalling(lex, x, y) && (x.Lemma == y.Lemma || !apartByGender(a.gender, b.gender)) {
				return true
			}
		}
	}
	return false
}

// bearers returns the persons of document d whom it names in full.
func (s *sources) bearers(d int) []namesake {
	doc := s.docs[d]
	var out []namesake
	at, bare := map[entityKey]int{}, map[entityKey]bool{}
	keys := map[string][]entityKey{} // of a surname
	for i := range doc.Names {
		m := &doc.Names[i]
		k, ok := s.personAt(d, m)
		if !ok {
			continue
		}
		e := &doc.Entities[m.Value.Entity]
		full := e.Name
		if strings.IndexByte(full, ' ') < 0 {
			continue
		}
		n, ok := at[k]
		if !ok {
			w := textOf(doc, m.Span)
			if strings.IndexByte(w, ' ') < 0 {
				bare[k] = bare[k] || !s.headed(d, int(m.First))
				continue
			}
			n = len(out)
			at[k] = n
			low := strings.ToLower(full)
			keys[lastWord(low)] = append(keys[lastWord(low)], k)
			out = append(out, namesake{holder: holder{doc: d, key: k, name: w, at: m}, given: givenOf(low), gender: e.Gender, bare: bare[k], place: 100 * int(m.First) / len(doc.Text.Tokens)})
		}
		if age := ageBehind(doc.Text, int(m.Last)); age != "" {
			out[n].age = age
		}
		out[n].offices = append(out[n].offices, words(statement.Office(doc.Text, m))...)
		if out[n].sentences < maxNamed {
			out[n].callings = statement.Callings(out[n].callings, doc.Text, m)
			if w := statement.Apposed(doc.Text, m); w != "" {
				out[n].apposed = append(out[n].apposed, w)
			}
			out[n].sentences++
			out[n].words = append(out[n].words, s.contentAround(d, int(m.First), wordsAround, lastWord(full))...)
			out[n].beside = append(out[n].beside, s.contentAround(d, int(m.First), wordsAtName, lastWord(full))...)
			out[n].kin = out[n].kin || statement.TellsKin(doc.Text, s.near(d, int(m.First), wordsAround))
		}
	}
	for i := range out {
		out[i].family = len(keys[lastWord(out[i].name)]) > 1
	}
	return out
}

// ageBehind returns the number between commas at token i, or "".
func ageBehind(g *lexicon.Tagged, i int) string {
	if i+2 >= len(g.Tokens) || g.Tokens[i].Class != text.Comma || g.Tokens[i+1].Class != text.Number || g.Tokens[i+2].Class > text.Comma {
		return ""
	}
	return g.Word(i + 1)
}

// words returns the words of a title in lower case.
func words(title string) []string { return strings.Fields(strings.ToLower(title)) }

// near returns the tokens of the sentence around token i, so many on each side.
func (s *sources) near(d, i, around int) text.Range {
	r := s.sentenceAt(d, i)
	return text.Range{First: max(r.First, int32(i-around)), Last: min(r.Last, int32(i+around))}
}

// contentAround returns the words of the sentence around token i that are none of the grammar, nor the surname.
func (s *sources) contentAround(d, i, around int, surname string) []uint64 {
	g := s.docs[d].Text
	r := s.near(d, i, around)
	var out []uint64
	for j := r.First; j < r.Last; j++ {
		k := &g.Tokens[j]
		if (k.Class == text.Word || k.Class == text.Number) && !g.Has(int(j), lexicon.Function) && !strings.EqualFold(g.Word(int(j)), surname) {
			out = append(out, k.Hash)
		}
	}
	return out
}

// sentenceAt returns the sentence of token i.
func (s *sources) sentenceAt(d, i int) text.Range {
	if n := s.sentenceOf(d, i); n < len(s.docs[d].Text.Sentences) {
		return s.docs[d].Text.Sentences[n].Range
	}
	return text.Range{}
}

// sentenceOf returns which sentence token i is of.
func (s *sources) sentenceOf(d, i int) int {
	n, _ := slices.BinarySearchFunc(s.docs[d].Text.Sentences, int32(i), func(sen text.Sentence, i int32) int {
		if sen.Last <= i {
			return -1
		}
		if sen.First > i {
			return 1
		}
		return 0
	})
	return n
}

// headed reports whether token i stands in a headline.
func (s *sources) headed(d, i int) bool {
	g, n := s.docs[d].Text, s.sentenceOf(d, i)
	return n < len(g.Sentences) && g.Paragraphs[g.Sentences[n].Paragraph].Kind == text.Headline
}

// inBoth counts the different words of a that are in b.
func inBoth(a, b []uint64) int {
	n := 0
	for i, w := range a {
		if !slices.Contains(a[:i], w) && slices.Contains(b, w) {
			n++
		}
	}
	return n
}
