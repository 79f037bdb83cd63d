package compare

import (
	"sort"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
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
	Evidence []Evidence // passages of the contexts, those that decide first
}

// Ground checks each number, time, name, quotation and attribution of an answer, and each clause of it,
// against the contexts. Claims come in the order of the answer.
func Ground(answer *normalize.Document, contexts []*normalize.Document) []Claim {
	g := newGrounder(answer, contexts)
	var out []Claim
	out = g.numbers(out)
	out = g.dates(out)
	out = g.names(out)
	out = g.quotations(out)
	out = g.clauses(out)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Span.Start < out[j].Span.Start })
	return out
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
	answer   *normalize.Document
	clauseOf []int32 // sentence of the answer -> its clause, or -1
	own      []statement.Clause
	passages []passage
	first    [][]int32           // context, sentence -> its passage, or -1
	words    map[uint64][]keyAt  // word -> where the contexts have it, in order
	classes  map[string][]keyAt  // class of synonyms -> the same
	senses   map[uint32][]uint64 // sense -> words of the contexts that have it
	wider    map[uint32][]uint64 // sense -> words of the contexts that are more special
	likes    map[uint64]*kin     // word of the answer -> what it has to do with words of the contexts
	pairs    map[string][]keyAt  // pair of opposites -> where the contexts have either side
	raw      map[uint64]tokenAt  // word as written -> where a context has it first
	near     [][]int32           // clause of the answer -> passages about the same, the nearest first
	share    []float64           // and how much of the clause the nearest one covers
}

func newGrounder(answer *normalize.Document, contexts []*normalize.Document) *grounder {
	g := &grounder{sources: newSources(contexts), answer: answer, words: map[uint64][]keyAt{}, classes: map[string][]keyAt{}, pairs: map[string][]keyAt{}, senses: map[uint32][]uint64{}, wider: map[uint32][]uint64{}, likes: map[uint64]*kin{}, raw: map[uint64]tokenAt{}}
	for d, doc := range contexts {
		for i := range doc.Text.Tokens {
			h := doc.Text.Tokens[i].Hash
			if _, ok := g.raw[h]; !ok {
				g.raw[h] = tokenAt{d, int32(i)}
			}
		}
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
			m := k.Meaning()
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
	doc := g.docs[d].Text
	s := sort.Search(len(doc.Sentences), func(k int) bool { return doc.Sentences[k].Last > i })
	if s == len(doc.Sentences) {
		return -1
	}
	p := g.first[d][s]
	for r, q := range g.near[c] {
		if p >= 0 && q == p {
			return r
		}
	}
	return -1
}

// numbers checks the amounts of the answer. The same amount in a passage about the same supports it, and so
// does the same amount anywhere when no passage near has another of the same kind; another amount of the same
// kind in the nearest passage contradicts it.
func (g *grounder) numbers(out []Claim) []Claim {
	for i := range g.answer.Quantities {
		m := &g.answer.Quantities[i]
		c := g.claim("number", m.Span)
		n := g.lookUp(m, g.clauseAt(m.First))
		switch {
		case n.same.ok && (n.same.near || !n.other.ok):
			c.State, c.Reason.Code = Supported, "ground-number"
			c.Evidence = append(c.Evidence, g.evidence(n.same.doc, n.same.span))
		case n.other.ok:
			c.State, c.Reason.Code = Contradicted, "ground-other-number"
			c.Evidence = append(c.Evidence, g.evidence(n.other.doc, n.other.span))
			c.Reason.Args = []string{c.Text, c.Evidence[0].Text}
		case m.Value.Bound == quantity.Vague && n.vague.ok:
			c.State, c.Reason.Code = Supported, "ground-number"
			c.Evidence = append(c.Evidence, g.evidence(n.vague.doc, n.vague.span))
		}
		out = append(out, c)
	}
	return out
}

// A sighting is where a context has what was looked for.
type sighting struct {
	ok, near bool
	doc      int
	span     text.Span
}

// sightings are what the contexts have for one amount: the same one, another of the same kind in the nearest
// passage, and, for "several" and its like, what is counted.
type sightings struct{ same, other, vague sighting }

func (g *grounder) lookUp(m *quantity.Mention, clause int32) sightings {
	var n sightings
	for d, doc := range g.docs {
		for j := range doc.Quantities {
			b := &doc.Quantities[j]
			rank := g.nearness(clause, d, b.First)
			switch sameAmount(&m.Value, &b.Value) {
			case Agree:
				if near := rank >= 0; !n.same.ok || near && !n.same.near {
					n.same = sighting{true, near, d, b.Span}
				}
			case Conflict:
				if rank == 0 && g.share[clause] >= aboutTheSame && !n.other.ok && sameKind(&m.Value, &b.Value) {
					n.other = sighting{true, true, d, b.Span}
				}
			}
		}
	}
	if m.Value.Bound == quantity.Vague && clause >= 0 && len(g.near[clause]) > 0 {
		p := g.passages[g.near[clause][0]]
		n.vague = sighting{true, true, p.doc, p.clause.Span}
	}
	return n
}

// sameAmount tells whether an answer's amount is a context's: the numbers as written are equal after
// conversion, whatever bounds them, but a limit from above is none from below.
func sameAmount(a, b *quantity.Quantity) Relation {
	sa, sb, ok := scales(&a.Unit, &b.Unit)
	if !ok || a.Kind == quantity.Ordinal != (b.Kind == quantity.Ordinal) {
		return Unrelated
	}
	if opensUp(a.Bound) && opensDown(b.Bound) || opensDown(a.Bound) && opensUp(b.Bound) {
		return Conflict
	}
	if a.Single && b.Single {
		x, y := sa.of(a.Value), sb.of(b.Value)
		if x.Cmp(y) == 0 || a.Bound == quantity.About && within(*a, *b, sa, sb, tenth) {
			return Agree
		}
		if a.Unit.ID != b.Unit.ID {
			if j := judgeQuantities(*a, *b, Circumstances{}); j.Relation >= Compatible {
				return Agree
			}
		}
		return Conflict
	}
	if a.Single != b.Single {
		if j := judgeQuantities(*a, *b, Circumstances{}); j.Relation >= Compatible && (a.Bound == quantity.Vague || a.Bound == quantity.About) {
			return Agree
		}
		return Unrelated
	}
	if a.Low.None == b.Low.None && a.High.None == b.High.None && (a.Low.None || sa.of(a.Low.Number).Cmp(sb.of(b.Low.Number)) == 0) &&
		(a.High.None || sa.of(a.High.Number).Cmp(sb.of(b.High.Number)) == 0) {
		return Agree
	}
	return Conflict
}

// sameKind reports whether two amounts count or measure the same sort of thing as far as they show it.
func sameKind(a, b *quantity.Quantity) bool {
	return a.Unit.ID == b.Unit.ID && a.Kind == b.Kind && a.Bound != quantity.Vague && b.Bound != quantity.Vague &&
		(a.Unit.ID != "" || a.CountOf == b.CountOf && a.CountOf != "")
}

// dates checks the times of the answer: one that lies in a time of a context, or holds one, is supported.
func (g *grounder) dates(out []Claim) []Claim {
	for i := range g.answer.Times {
		m := &g.answer.Times[i]
		c := g.claim("date", m.Span)
		clause := g.clauseAt(m.First)
		for d, doc := range g.docs {
			for j := range doc.Times {
				b := &doc.Times[j]
				switch {
				case sameTime(m, b, c.Text, b.Of(doc.Source.Text)):
					if c.State != Supported {
						c.State, c.Reason.Code, c.Evidence = Supported, "ground-date", nil
					}
					c.Evidence = append(c.Evidence, g.evidence(d, b.Span))
				case c.State == NotFound && m.Value.Resolved() && b.Value.Resolved() && b.Value.Grain == m.Value.Grain &&
					clause >= 0 && g.share[clause] > sameButNot && g.nearness(clause, d, b.First) == 0:
					c.State, c.Reason.Code = Contradicted, "ground-other-date"
					c.Evidence = append(c.Evidence, g.evidence(d, b.Span))
					c.Reason.Args = []string{c.Text, c.Evidence[0].Text}
				}
			}
		}
		out = append(out, c)
	}
	return out
}

func sameTime(a, b *timex.Mention, aText, bText string) bool {
	if aText == bText {
		return true
	}
	if !a.Value.Resolved() || !b.Value.Resolved() {
		return false
	}
	return !a.Value.From.Before(b.Value.From) && !a.Value.To.After(b.Value.To) ||
		!b.Value.From.Before(a.Value.From) && !b.Value.To.After(a.Value.To)
}

// names checks that whoever the answer names is named by a context.
func (g *grounder) names(out []Claim) []Claim {
	seen := map[int32]bool{}
	for i := range g.answer.Names {
		m := &g.answer.Names[i]
		if m.Value.Via > 0 || m.Value.Nested || seen[m.Value.Entity] {
			continue
		}
		seen[m.Value.Entity] = true
		c := g.claim("name", m.Span)
		if d, span, ok := g.named(m.Range); ok {
			c.State, c.Reason.Code = Supported, "ground-name"
			c.Evidence = append(c.Evidence, g.evidence(d, span))
		}
		out = append(out, c)
	}
	return out
}

// named looks for all words of a name in the contexts, and returns where its longest word stands.
func (g *grounder) named(r text.Range) (int, text.Span, bool) {
	var best text.Token
	for i := r.First; i < r.Last; i++ {
		t := g.answer.Text.Tokens[i]
		if t.Class != text.Word || !t.Is(text.Capital) && !t.Is(text.Han) {
			continue
		}
		if _, ok := g.raw[t.Hash]; !ok {
			return 0, text.Span{}, false
		}
		if t.End-t.Start > best.End-best.Start {
			best = t
		}
	}
	at, ok := g.raw[best.Hash]
	if !ok {
		return 0, text.Span{}, false
	}
	return at.doc, g.docs[at.doc].Text.Tokens[at.token].Span(), true
}

// quotations checks the quoted words of the answer against the quoted and unquoted words of the contexts.
func (g *grounder) quotations(out []Claim) []Claim {
	for i := range g.answer.Utterances {
		u := &g.answer.Utterances[i]
		if !u.Direct || len(u.Words) < 3 {
			continue
		}
		c := g.claim("quote", u.Span)
		for d, doc := range g.docs {
			if at, ok := findWords(doc.Text.Tokens, u.Words); ok {
				c.State, c.Reason.Code = Supported, "ground-quote"
				c.Evidence = append(c.Evidence, g.evidence(d, at))
				break
			}
		}
		out = append(out, c)
	}
	return out
}

// findWords finds the words one behind the other, marks aside.
func findWords(toks []text.Token, words []statement.Word) (text.Span, bool) {
	for i := range toks {
		if toks[i].Hash != words[0].Hash {
			continue
		}
		k, j := 1, i+1
		for ; j < len(toks) && k < len(words); j++ {
			if c := toks[j].Class; c != text.Word && c != text.Number && c != text.Clitic {
				continue
			}
			if toks[j].Hash != words[k].Hash {
				break
			}
			k++
		}
		if k == len(words) {
			return text.Span{Start: int(toks[i].Start), End: int(toks[j-1].End)}, true
		}
	}
	return text.Span{}, false
}
