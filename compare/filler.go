package compare

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// What stands in a frame.
type fillerKind uint8

const (
	numberFiller fillerKind = iota
	scoreFiller             // a count without an amount: the result of a match
	timeFiller
	nameFiller
	oppositeFiller // one of two words that say the opposite
	denialFiller
)

// deniedValue is the value of a sentence with a word that denies; one without has none.
const deniedValue = "denied"

// A filler is what one source has at one place of a sentence.
type filler struct {
	frame
	kind     fillerKind
	doc      int
	sentence int32
	at       int // index of the mention, or -1 for a name that was not read as one; of a word that denies its token, or -1 where there is none
	span     text.Span
	value    string // the same for what is the same
	group    int32  // of those of one frame, counted from 1; then of those of one value, from 0
}

func (a *filler) stretch() stretch { return stretch{a.doc, a.span} }

func (s *sources) spanText(a *filler) string { return textOf(s.docs[a.doc], a.span) }

// fillers returns what may differ in sentences, document by document.
func (s *sources) fillers() []filler {
	all, fr := s.memory.fillers[:0], &s.memory.framer
	denied := map[uint64]bool{}
	for d, doc := range s.docs {
		fr.reset(doc.Text)
		add := func(kind fillerKind, sentence, at int, span text.Span, value string) {
			if f, ok := fr.around(int32(sentence), span); ok && f.words > 0 {
				all = append(all, filler{frame: f, kind: kind, doc: d, sentence: int32(sentence), at: at, span: span, value: value})
			}
		}
		q, t, n, st := 0, 0, 0, 0
		for k := range doc.Text.Sentences {
			sen := &doc.Text.Sentences[k]
			capitals := capitalRun{g: doc.Text, sentence: sen.Range}
			for ; q < len(doc.Quantities) && doc.Quantities[q].First < sen.Last; q++ {
				add(numberFiller, k, q, doc.Quantities[q].Span, "")
			}
			for ; st < len(doc.Statements) && int(doc.Statements[st].Sentence) <= k; st++ {
				if x := &doc.Statements[st]; x.Kind == statement.Tally && x.Slot.Dimension == statement.Score && int(x.Sentence) == k {
					add(scoreFiller, k, st, x.Span, "")
				}
			}
			for ; t < len(doc.Times) && doc.Times[t].First < sen.Last; t++ {
				add(timeFiller, k, t, doc.Times[t].Span, "")
			}
			for i := int(sen.First); i < int(sen.Last); i++ {
				for ; n < len(doc.Names) && int(doc.Names[n].First) <= i; n++ {
					if m := &doc.Names[n]; s.replaceable(d, m) {
						r := m.Range
						if r.Len() == 1 {
							r.First = capitals.before(r.First)
						}
						add(nameFiller, k, n, doc.Text.Span(r), s.keys[d][m.Value.Entity])
						i = max(i, int(r.Last)-1)
					}
				}
				if end := int(capitals.behind(int32(i))); end > i+1 && (n == len(doc.Names) || int(doc.Names[n].First) >= end) {
					span := doc.Text.Span(text.Range{First: int32(i), Last: int32(end)})
					add(nameFiller, k, -1, span, strings.ToLower(span.Of(doc.Text.Body)))
					i = end - 1
				}
			}
			for i := int(sen.First); i < int(sen.Last) && fr.sums[k] != 0; i++ {
				if doc.Text.Has(i, lexicon.Opposites) {
					add(oppositeFiller, k, i, doc.Text.Tokens[i].Span(), "")
				}
				if statement.Denies(doc.Text, i) {
					f := fr.without(int32(k), int32(i))
					denied[f.sum] = true
					all = append(all, filler{frame: f, kind: denialFiller, doc: d, sentence: int32(k), at: i, span: s.besideToken(d, int32(k), i, i), value: deniedValue})
				}
			}
		}
	}
	if len(denied) > 0 {
		all = s.affirmed(all, denied)
	}
	s.memory.fillers = all
	return all
}

// affirmed adds the sentences that others have with a word that denies.
func (s *sources) affirmed(all []filler, denied map[uint64]bool) []filler {
	fr := &s.memory.framer
	for d, doc := range s.docs {
		fr.reset(doc.Text)
		for k, sum := range fr.sums {
			if sum != 0 && denied[sum] {
				all = append(all, filler{frame: fr.whole(int32(k)), kind: denialFiller, doc: d, sentence: int32(k), at: -1})
			}
		}
	}
	return all
}

// A capitalRun is the words with capitals of a sentence that stand side by side around the token asked for last. It is found once for all
// of them: a text in capitals takes linear time.
type capitalRun struct {
	text.Range
	g        *lexicon.Tagged
	sentence text.Range
}

// behind returns the token behind the words with capitals that stand from token i on: two of them may be a name that was not
// read as one.
func (c *capitalRun) behind(i int32) int32 {
	if !capital(c.g, i) {
		return i
	}
	c.find(i)
	return c.Last
}

// before returns the first of the words with capitals that stand before token i: a given name that no table has may go with what was
// read as a name.
func (c *capitalRun) before(i int32) int32 {
	if i <= c.sentence.First || !capital(c.g, i-1) {
		return i
	}
	c.find(i - 1)
	return c.First
}

// find finds the run around token i, a word with a capital.
func (c *capitalRun) find(i int32) {
	if c.First <= i && i < c.Last {
		return
	}
	c.First, c.Last = i, i+1
	for c.First > c.sentence.First && capital(c.g, c.First-1) {
		c.First--
	}
	for c.Last < c.sentence.Last && capital(c.g, c.Last) {
		c.Last++
	}
}

func capital(g *lexicon.Tagged, i int32) bool {
	return g.Tokens[i].Class == text.Word && g.Tokens[i].Is(text.Capital) && !g.Has(int(i), lexicon.Function)
}

// replaceable reports whether a mention is a name as written, of which another may stand in its place.
func (s *sources) replaceable(d int, m *name.Mention) bool {
	_, ok := s.linked(d, m)
	return ok && (m.Value.Via == name.ByName || m.Value.Via == name.ByAcronym)
}

// reachBeside is how many words on each side of a word that denies are shown with it.
const reachBeside = 2

// besideToken covers the words of a sentence from before token i to behind token j.
func (s *sources) besideToken(d int, sentence int32, i, j int) text.Span {
	g := s.docs[d].Text
	r := g.Sentences[sentence].Range
	first, last := max(i-reachBeside, int(r.First)), min(j+reachBeside, int(r.Last)-1)
	for first < last && !counts(&g.Tokens[first]) {
		first++
	}
	for last > first && !counts(&g.Tokens[last]) {
		last--
	}
	return g.Tokens[first].Span().Cover(g.Tokens[last].Span())
}
