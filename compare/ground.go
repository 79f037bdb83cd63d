package compare

import (
	"sort"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A State tells what the contexts say of a claim. The three are never mixed: what the contexts do not
// mention is not found, never contradicted.
type State string

// The states of a claim.
const (
	Supported    State = "supported"
	Contradicted State = "contradicted"
	NotFound     State = "not_found"
)

// A Claim is one checkable piece of an answer.
type Claim struct {
	Span     text.Span
	Text     string
	Kind     string // number, date, name, quote, attribution, clause
	State    State
	Reason   Reason
	Evidence []Evidence // words of the contexts, those that decide first
	Passage  Evidence   // the sentence around the first of them, else the one that is nearest to the claim's; zero where there is none
}

// Ground checks each number, time, name, quotation and attribution of an answer, and each clause of it,
// against the contexts. Claims come in the order of the answer.
func Ground(answer *normalize.Document, contexts []*normalize.Document) []Claim {
	g := newGrounder(answer, contexts)
	var out []Claim
	out = g.numbers(out)
	out = g.turns(out)
	out = g.dates(out)
	out = g.names(out)
	out = g.quotations(out)
	out = g.attributions(out)
	out = g.clauses(out)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Span.Start < out[j].Span.Start })
	g.addPassages(out)
	return out
}

// addPassages gives each claim the sentence of a context that it is to be read beside.
func (g *grounder) addPassages(claims []Claim) {
	byID := map[string]int{}
	for d := len(g.docs) - 1; d >= 0; d-- {
		byID[g.docs[d].Source.ID] = d
	}
	for i := range claims {
		c := &claims[i]
		p := int32(-1)
		if len(c.Evidence) > 0 {
			d := byID[c.Evidence[0].Source]
			p = g.passageOver(d, c.Evidence[0].Span)
		} else if own := g.clauseAt(statement.Tokens(g.answer.Text, c.Span).First); own >= 0 && len(g.near[own]) > 0 {
			p = g.near[own][0]
		}
		if p >= 0 {
			c.Passage = g.evidence(g.passages[p].doc, g.passages[p].clause.Span)
		}
	}
}

// A passage is one clause of one context.
type passage struct {
	doc    int
	clause *statement.Clause
}

// A tokenAt is a token of a context.
type tokenAt struct {
	doc   int
	token int32
}

type grounder struct {
	*sources
	labels      *labels // of the answer, once they were asked for
	answer      *normalize.Document
	clauseOf    []int32 // sentence of the answer -> its clause, or -1
	own         []statement.Clause
	passages    []passage
	first       [][]int32                // context, sentence -> its passage, or -1
	words       map[uint64][]keyAt       // word -> where the contexts have it, in order
	classes     map[string][]keyAt       // class of synonyms -> the same
	senses      map[uint32][]uint64      // sense -> words of the contexts that have it
	wider       map[uint32][]uint64      // sense -> words of the contexts that are more special
	likes       map[uint64]*kin          // word of the answer -> what it has to do with words of the contexts
	pairs       map[string][]keyAt       // pair of opposites -> where the contexts have either side
	byValue     map[amountKey][]amountAt // amounts of the contexts by value
	byDimension map[string][]amountAt    // and by dimension, those with a unit
	lists       map[int64]tokenAt        // number of items -> a list of so many
	raw         map[uint64]tokenAt       // word as written -> where a context has it first
	speech      map[*normalize.Document][]uttered
	called      map[calledKey]bool
	saidIn      map[int32][]int32  // passage -> attributions of its context whose content begins there
	elided      map[amountAt]int32 // amount of a context without its unit -> the one that has it
	near        [][]int32          // clause of the answer -> passages about the same, the nearest first
	share       []float64          // and how much of the clause the nearest one covers
}

func newGrounder(answer *normalize.Document, contexts []*normalize.Document) *grounder {
	g := &grounder{sources: newSources(contexts, Options{}), answer: answer, words: map[uint64][]keyAt{}, classes: map[string][]keyAt{}, pairs: map[string][]keyAt{}, senses: map[uint32][]uint64{}, wider: map[uint32][]uint64{}, likes: map[uint64]*kin{}, raw: map[uint64]tokenAt{},
		byValue: map[amountKey][]amountAt{}, byDimension: map[string][]amountAt{}, elided: map[amountAt]int32{}, speech: map[*normalize.Document][]uttered{}}
	for d, doc := range contexts {
		for i := range doc.Text.Tokens {
			h := doc.Text.Tokens[i].Hash
			if _, ok := g.raw[h]; !ok {
				g.raw[h] = tokenAt{d, int32(i)}
			}
		}
		g.indexAmounts(d)
		cs := statement.Clauses(nil, doc.Text, doc.Names)
		at := make([]int32, len(doc.Text.Sentences))
		for i := range at {
			at[i] = -1
		}
		for i := range cs {
			p := int32(len(g.passages))
			at[cs[i].Sentence] = p
			g.passages = append(g.passages, passage{d, &cs[i]})
			g.index(p, cs[i].Keys)
		}
		g.first = append(g.first, at)
	}
	g.lists = g.listsOf()
	g.own = statement.Clauses(nil, answer.Text, answer.Names)
	g.clauseOf = make([]int32, len(answer.Text.Sentences))
	for i := range g.clauseOf {
		g.clauseOf[i] = -1
	}
	for i := range g.own {
		g.clauseOf[g.own[i].Sentence] = int32(i)
		near, share := g.nearest(&g.own[i])
		g.near, g.share = append(g.near, near), append(g.share, share)
	}
	return g
}

// A keyAt is a key of a passage.
type keyAt struct{ passage, key int32 }

func (g *grounder) index(p int32, keys []statement.Key) {
	for i := range keys {
		k, at := &keys[i], keyAt{p, int32(i)}
		if len(g.words[k.Hash]) == 0 && k.Known {
			m := g.thesaurus.Of(k)
			for _, s := range m.Senses {
				g.senses[s] = append(g.senses[s], k.Hash)
			}
			for _, s := range m.Wider {
				g.wider[s] = append(g.wider[s], k.Hash)
			}
		}
		g.words[k.Hash] = append(g.words[k.Hash], at)
		if k.Class != "" {
			g.classes[k.Class] = append(g.classes[k.Class], at)
		}
		for _, pair := range k.Pairs {
			if pair.ID != "" {
				g.pairs[pair.ID] = append(g.pairs[pair.ID], at)
			}
		}
	}
}

// postings returns where the contexts have a word, else another of its class, else one that can say the same.
func (g *grounder) postings(k *statement.Key) []keyAt {
	posts := g.words[k.Hash]
	if len(posts) == 0 && k.Class != "" {
		posts = g.classes[k.Class]
	}
	if len(posts) == 0 {
		posts = g.like(k).posts
	}
	return posts
}

func (g *grounder) keyOf(at keyAt) *statement.Key { return &g.passages[at.passage].clause.Keys[at.key] }

// nearPassages is how many passages are looked at for one clause.
const nearPassages = 4

// nearest returns the passages that share most with c, weighted by how rare a word is among the passages.
func (g *grounder) nearest(c *statement.Clause) ([]int32, float64) {
	score := map[int32]float64{}
	total := 0.0
	for i := range c.Keys {
		posts := g.postings(&c.Keys[i])
		w := 1.0
		if len(posts) > 0 {
			w = 1 / float64(len(posts)) // rare words weigh most
		}
		w = 0.2 + float64(w)
		total += w
		last := int32(-1)
		for _, at := range posts {
			if at.passage != last {
				score[at.passage] += w
				last = at.passage
			}
		}
	}
	out := make([]int32, 0, len(score))
	for p := range score {
		out = append(out, p)
	}
	sort.Slice(out, func(i, j int) bool {
		if score[out[i]] != score[out[j]] {
			return score[out[i]] > score[out[j]]
		}
		return out[i] < out[j]
	})
	if len(out) == 0 {
		return nil, 0
	}
	best := score[out[0]] / total
	return out[:min(len(out), nearPassages)], best
}

func (g *grounder) claim(kind string, span text.Span) Claim {
	return Claim{Span: span, Text: span.Of(g.answer.Source.Text), Kind: kind, State: NotFound, Reason: Reason{Code: "ground-absent"}}
}

// clauseAt returns the clause of the answer that token i stands in, or -1.
func (g *grounder) clauseAt(i int32) int32 {
	s := sort.Search(len(g.answer.Text.Sentences), func(k int) bool { return g.answer.Text.Sentences[k].Last > i })
	if s == len(g.clauseOf) {
		return -1
	}
	return g.clauseOf[s]
}

// nearness returns the rank among the passages near clause c of the one that has token i of context d, or -1.
func (g *grounder) nearness(c int32, d int, i int32) int {
	if c < 0 {
		return -1
	}
	p := g.passageAt(d, i)
	for r, q := range g.near[c] {
		if p >= 0 && q == p {
			return r
		}
	}
	return -1
}

// passageAt returns the passage that has token i of context d, or -1.
func (g *grounder) passageAt(d int, i int32) int32 {
	doc := g.docs[d].Text
	s := sort.Search(len(doc.Sentences), func(k int) bool { return doc.Sentences[k].Last > i })
	if s == len(doc.Sentences) {
		return -1
	}
	return g.first[d][s]
}

// passageOver returns the passage in which a span of a context begins.
func (g *grounder) passageOver(d int, sp text.Span) int32 {
	return g.passageAt(d, statement.Tokens(g.docs[d].Text, sp).First)
}

// passageWith returns the passage of an amount of a context.
func (g *grounder) passageWith(at amountAt) int32 { return g.passageAt(at.doc, g.amount(at).First) }
