package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// Shares of a clause's weight that a passage must cover before its words are held against the clause.
const (
	aboutTheSame = 0.42 // another amount counts
	sameButNot   = 0.70 // another time counts
	mostlyAbsent = 0.60 // share of content words that no context has, above which a clause is not found
)

// beside is how many content words to either side of a word are its neighbours.
const beside = 5

// Weights of shared neighbours: where a word stands in the contexts as it does in the answer.
const (
	adjoining  = 2.0 // the very next word, on the same side
	alike      = 0.6 // not the same word, but one that can say the same
	otherPart  = 0.5 // across a comma, a "but"
	closest    = 2   // one neighbour at least stands as close as this
	commonWord = 0.5 // a word of which the contexts are full
	tied       = 2.0 // neighbours that make an opposite count
)

// clauses checks each clause by its words: one whose words the contexts have with the same neighbours in the
// opposite sense, or denied, is contradicted; one most of whose words stand nowhere is not found.
func (g *grounder) clauses(out []Claim) []Claim {
	for i := range g.own {
		cl := &g.own[i]
		c := g.claim("clause", cl.Span)
		c.State, c.Reason.Code = Supported, "ground-clause"
		if len(g.near[i]) > 0 {
			p := g.passages[g.near[i][0]]
			c.Evidence = append(c.Evidence, g.evidence(p.doc, p.clause.Span))
		}
		if g.mostlyAbsent(cl) {
			c.State, c.Reason.Code = NotFound, "ground-absent"
		}
		for j := range cl.Keys {
			if g.word(&c, i, j) {
				break
			}
		}
		if c.State == Supported {
			g.asWhole(&c, i)
		}
		if c.State == NotFound && g.namesOnly(cl) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// asWhole judges a clause each of whose words the contexts bear out: by one word exchanged, by two names that have changed places, by what is
// stated as a fact, by its cause.
func (g *grounder) asWhole(c *Claim, i int) {
	body := g.answer.Source.Text
	if j, hit, ok := g.alteredWord(i); ok {
		g.contradict(c, hit, "ground-altered", g.own[i].Keys[j].Span.Of(body))
		return
	}
	if a, b, hit, ok := g.exchangedParties(i); ok {
		p := g.passages[hit.passage]
		c.State, c.Evidence = Contradicted, []Evidence{g.evidence(p.doc, p.clause.Span)}
		c.Reason = Reason{Code: "ground-exchanged", Args: []string{g.answer.Names[a].Span.Of(body), g.answer.Names[b].Span.Of(body)}}
		return
	}
	if a, hit, other, ok := g.otherActor(i); ok {
		p := g.passages[hit.passage]
		c.State, c.Evidence = Contradicted, []Evidence{g.evidence(p.doc, p.clause.Span)}
		c.Reason = Reason{Code: "ground-other-name", Args: []string{g.answer.Names[a].Span.Of(body), other.Span.Of(g.docs[p.doc].Source.Text)}}
		return
	}
	if k, hit, h, ok := g.overstated(i); ok {
		p := g.passages[hit.passage]
		c.State, c.Evidence = NotFound, []Evidence{g.evidence(p.doc, h.Span.Cover(g.keyOf(hit).Span))}
		c.Reason = Reason{Code: "ground-overstated", Args: []string{k.Span.Of(body), c.Evidence[0].Text}}
		return
	}
	if p, from, ok := g.otherCause(i); ok {
		at := g.passages[p]
		why := text.Span{Start: int(g.docs[at.doc].Text.Tokens[from].Start), End: at.clause.Span.End}
		c.State, c.Evidence = NotFound, []Evidence{g.evidence(at.doc, why)}
		c.Reason = Reason{Code: "ground-other-cause", Args: []string{c.Evidence[0].Text}}
	}
}

func (g *grounder) mostlyAbsent(cl *statement.Clause) bool {
	absent, all := 0, 0
	for j := range cl.Keys {
		if cl.Keys[j].Number {
			continue
		}
		all++
		if len(g.postings(&cl.Keys[j])) == 0 {
			absent++
		}
	}
	return float64(absent) > float64(mostlyAbsent*float64(all))
}

// word judges key j of a clause, and reports whether it decides the claim.
func (g *grounder) word(c *Claim, i, j int) bool {
	cl := &g.own[i]
	k := &cl.Keys[j]
	if k.Name || k.Number || overlapsAny(g.answer.Quantities, k.Span) || overlapsAny(g.answer.Times, k.Span) {
		return false // the word of a unit or of a time tells nothing by itself
	}
	if hit, ok := g.opposite(cl, j); ok {
		code, o := "ground-opposite", g.keyOf(hit)
		if o.Hash == k.Hash {
			code = "ground-negation"
		}
		g.contradict(c, hit, code, k.Span.Of(g.answer.Source.Text))
		return true
	}
	hit, state := g.negation(i, j)
	switch state {
	case Contradicted:
		g.contradict(c, hit, "ground-negation", k.Span.Of(g.answer.Source.Text))
		return true
	case NotFound:
		c.State, c.Reason = NotFound, Reason{Code: "ground-absent"}
		if k.Denial != statement.Affirmed {
			c.Reason = Reason{Code: "ground-denied", Args: []string{k.Span.Of(g.answer.Source.Text)}}
		}
		return false
	}
	return false
}

func (g *grounder) contradict(c *Claim, at keyAt, code, word string) {
	p := g.passages[at.passage]
	e := g.evidence(p.doc, g.keyOf(at).Span)
	c.State, c.Reason = Contradicted, Reason{Code: code, Args: []string{word, e.Text}}
	c.Evidence = append([]Evidence{e}, c.Evidence...)
}

// opposite finds the word of the contexts that stands among the neighbours of key j and means its opposite,
// unless the word itself or one of its side stands among as many.
func (g *grounder) opposite(cl *statement.Clause, j int) (hit keyAt, ok bool) {
	k := &cl.Keys[j]
	if hit, ok := g.compared(cl, j); ok {
		return hit, true
	}
	if k.Denial == statement.Denied && g.comparative(k) {
		return hit, false
	}
	same, other := 0.0, 0.0
	var sides []sideAt
	for _, pair := range k.Pairs {
		if pair.ID == "" {
			break
		}
		posts := g.pairs[pair.ID]
		if !slices.ContainsFunc(posts, func(at keyAt) bool { return contrary(k, g.keyOf(at), pair) }) {
			continue
		}
		for _, at := range posts {
			s, tight := g.shared(cl, j, at)
			switch {
			case !contrary(k, g.keyOf(at), pair):
				if tight {
					same = max(same, s)
				}
				sides = append(sides, sideAt{at.passage, s})
			case tight && s > other && !g.otherAmount(cl, j, at) && !g.turned(cl, j, at, pair) && !g.excused(cl, j, at) && (pair.ID != converse || g.oneActor(cl, j, at)) && (k.Denial == g.keyOf(at).Denial || k.Denial == statement.Affirmed || !g.deniesOf(cl, j, at.passage)):
				hit, other = at, s
			}
		}
	}
	if other == 0 {
		return g.antonym(cl, j)
	}
	for x := range g.passages[hit.passage].clause.Keys { // the passage may have the word in its own, or one for it: in the country, not in the city
		o := &g.passages[hit.passage].clause.Keys[x]
		if x != int(hit.key) && o.Denial == k.Denial && g.likeness(k, o) > 0 {
			s, _ := g.shared(cl, j, keyAt{hit.passage, int32(x)})
			same = max(same, s)
		}
	}
	for _, s := range sides { // the passage that says the opposite may say the same as well, in a looser order
		if s.passage == hit.passage {
			same = max(same, s.shared)
		}
	}
	return hit, other >= tied && other > same
}

// compared finds the word of the contexts that compares with the same as key j does, and the other way: stronger than Gustav, weaker than
// Storm Gustav. None may say what the answer says.
func (g *grounder) compared(cl *statement.Clause, j int) (hit keyAt, ok bool) {
	k := &cl.Keys[j]
	if j+1 == len(cl.Keys) || j == 0 || !statement.Compares(g.answer.Text, k.Span) || k.Denial != statement.Affirmed {
		return hit, false
	}
	for _, pair := range k.Pairs {
		for _, at := range g.pairs[pair.ID] {
			p := g.passages[at.passage]
			keys, o := p.clause.Keys, g.keyOf(at)
			if int(at.key)+1 == len(keys) || !statement.Compares(g.docs[p.doc].Text, o.Span) || !g.oneThing(cl.Keys[j+1:], keys[at.key+1:]) || figureBefore(cl.Keys, j, g.answer.Source.Text) != figureBefore(keys, int(at.key), g.docs[p.doc].Source.Text) {
				continue
			}
			switch s, _ := g.shared(cl, j, at); {
			case !contrary(k, o, pair):
				return hit, false
			case s > 1:
				hit, ok = at, true
			}
		}
	}
	return hit, ok
}

// oneThing reports whether two runs of words begin with one name or word.
func (g *grounder) oneThing(a, b []statement.Key) bool {
	for n := 0; n < len(a) && n < thingWords; n++ {
		for m := 0; m < len(b) && m < thingWords; m++ {
			if g.likeness(&a[n], &b[m]) > 0 {
				return true
			}
		}
	}
	return false
}

// thingWords is how many words at most stand before the one that names a thing: Storm Gustav.
const thingWords = 2

// A sideAt is how much of the answer's neighbours a word of the same side has in a passage.
type sideAt struct {
	passage int32
	shared  float64
}

// contrary reports whether a key of a context stands on the other side of a pair, or on the same and denied.
func contrary(k, o *statement.Key, pair statement.Pair) bool {
	if o.Denial == statement.Unclear || k.Denial == statement.Unclear || o.Hash == k.Hash && o.Denial == k.Denial {
		return false
	}
	return (sideOf(o, pair.ID) == pair.Side) != (o.Denial == k.Denial)
}

// turned reports whether the opposite word of a context says the same from the other side, as a name shows that stands on the other side
// of it: A buys from B, B sells to A. A clause and a passage that have both words may have them in two orders.
func (g *grounder) turned(cl *statement.Clause, j int, at keyAt, pair statement.Pair) bool {
	keys := g.passages[at.passage].clause.Keys
	if a := sideOf(&keys[at.key], pair.ID); a != 0 && hasSide(cl.Keys, pair.ID, a) && hasSide(keys, pair.ID, 'a'+'b'-a) {
		return true
	}
	if o := &keys[at.key]; o.Denial == cl.Keys[j].Denial && g.onlyNamed(cl, j, keys, int(at.key)) {
		return true // lived from 1879 to 1951; was born in 1879 and died in 1951
	}
	if sideOf(&keys[at.key], pair.ID) == sideOf(&cl.Keys[j], pair.ID) && g.undone(cl, j, keys) {
		return true
	}
	for n := range cl.Keys {
		k := &cl.Keys[n]
		if n == j || !k.Name {
			continue
		}
		for x := range keys {
			if keys[x].Hash == k.Hash && (n < j) != (x < int(at.key)) && g.crossed(cl, j, n, keys, int(at.key), x) {
				return true
			}
		}
	}
	return false
}

// admits reports whether a passage that does not agree with key j of a clause on whether it holds may say the same with another word:
// it denies what the clause denies, or the clause takes it back.
func (g *grounder) admits(cl *statement.Clause, j int, at keyAt) bool {
	if g.saysOpposite(cl.Keys, g.passages[at.passage].clause.Keys, cl.Keys[j].Denial) {
		return true
	}
	if cl.Keys[j].Denial == statement.Denied {
		return g.deniesOf(cl, j, at.passage)
	}
	return g.undone(cl, j, g.passages[at.passage].clause.Keys)
}

// saysOpposite reports whether one of a clause and a passage denies a word of which the other has the opposite: has won every set, has not lost a
// set. The passage is the one that denies unless own is Denied.
func (g *grounder) saysOpposite(cl, p []statement.Key, own statement.Denial) bool {
	for i := range cl {
		k := &cl[i]
		for x := range p {
			o := &p[x]
			d, a := o, k
			if own == statement.Denied {
				d, a = k, o
			}
			if d.Denial != statement.Denied || a.Denial != statement.Affirmed {
				continue
			}
			for _, pair := range k.Pairs {
				if side := sideOf(o, pair.ID); pair.ID != "" && side != 0 && side != pair.Side {
					return true
				}
			}
		}
	}
	return false
}

// otherNaught reports whether a verb of a clause or of a passage is denied by what stands behind it alone, and the other has it of something
// else: wanted no change, wanted to leave the rate.
func (g *grounder) otherNaught(cl *statement.Clause, j int, at keyAt) bool {
	keys, x := g.passages[at.passage].clause.Keys, int(at.key)
	k, o := &cl.Keys[j], &keys[x]
	switch {
	case k.Naught && j+1 < len(cl.Keys):
		return !slices.ContainsFunc(keys[x+1:min(len(keys), x+1+beside)], func(y statement.Key) bool { return g.likeness(&cl.Keys[j+1], &y) > 0 })
	case o.Naught && x+1 < len(keys):
		return !slices.ContainsFunc(cl.Keys[j+1:min(len(cl.Keys), j+1+beside)], func(y statement.Key) bool { return g.likeness(&y, &keys[x+1]) > 0 })
	}
	return false
}

// undone reports whether the word behind key j may take it back, since no word of the passage says the same: support has ended, where it
// is no longer supported.
func (g *grounder) undone(cl *statement.Clause, j int, keys []statement.Key) bool {
	return j+1 < len(cl.Keys) && (cl.Keys[j+1].Verb || cl.Keys[j+1].Pairs[0].ID != "") && !has(g, keys, &cl.Keys[j+1])
}

// onlyNamed reports whether two words stand among names and numbers alone, as far as they have neighbours in common, and two of these are
// numbers: they may be the ends of a span.
func (g *grounder) onlyNamed(cl *statement.Clause, j int, keys []statement.Key, at int) bool {
	numbers := 0
	for n := max(0, j-beside); n < min(len(cl.Keys), j+beside+1); n++ {
		k := &cl.Keys[n]
		if n == j || !has(g, keys[max(0, at-beside):min(len(keys), at+beside+1)], k) {
			continue
		}
		if !k.Name && !k.Number {
			return false
		}
		if k.Number {
			numbers++
		}
	}
	return numbers > 1
}

func has(g *grounder, keys []statement.Key, k *statement.Key) bool {
	return slices.ContainsFunc(keys, func(o statement.Key) bool { return g.likeness(k, &o) > 0 })
}

func hasSide(keys []statement.Key, pair string, side byte) bool {
	return slices.ContainsFunc(keys, func(k statement.Key) bool { return sideOf(&k, pair) == side })
}

// crossed reports whether another name stands on the other side of both words, and has changed sides as well.
func (g *grounder) crossed(cl *statement.Clause, j, n int, keys []statement.Key, at, x int) bool {
	for m := range cl.Keys {
		if !cl.Keys[m].Name || (m < j) == (n < j) {
			continue
		}
		for y := range keys {
			if keys[y].Hash == cl.Keys[m].Hash && (y < at) != (x < at) {
				return true
			}
		}
	}
	return false
}

// antonym is opposite for words that no pair of opposites holds, by what they can mean.
func (g *grounder) antonym(cl *statement.Clause, j int) (hit keyAt, ok bool) {
	k := &cl.Keys[j]
	l := g.like(k)
	if len(l.against) == 0 || k.Denial == statement.Unclear || len(g.words[k.Hash]) > 0 {
		return hit, false
	}
	same, other := 0.0, 0.0
	for _, w := range l.against {
		for _, at := range g.words[w] {
			s, tight := g.shared(cl, j, at)
			if !tight || onOnePair(k, g.keyOf(at)) || (k.Measure == "") != (g.keyOf(at).Measure == "") { // what grew thin has a thickness
				continue
			}
			if g.keyOf(at).Denial != k.Denial {
				same = max(same, s)
			} else if s > other && k.Verb == g.keyOf(at).Verb && !g.otherAmount(cl, j, at) && !g.turned(cl, j, at, statement.Pair{}) && !g.excused(cl, j, at) {
				hit, other = at, s
			}
		}
	}
	for _, at := range l.posts {
		if s, tight := g.shared(cl, j, at); tight {
			same = max(same, s)
		}
	}
	return hit, other >= tied && other > same
}

// onOnePair reports whether a pair of opposites has both words, which are held against each other as that.
func onOnePair(k, o *statement.Key) bool {
	return slices.ContainsFunc(k.Pairs[:], func(p statement.Pair) bool { return p.ID != "" && sideOf(o, p.ID) != 0 })
}

func abs(n int) int { return max(n, -n) }

func sideOf(k *statement.Key, pair string) byte {
	for _, p := range k.Pairs {
		if p.ID == pair {
			return p.Side
		}
	}
	return 0
}

// shared weighs the neighbours that key j of a clause of the answer has in common with a key of a passage.
// It is tight where one of them at least stands close to both.
func (g *grounder) shared(cl *statement.Clause, j int, at keyAt) (sum float64, tight bool) {
	keys, x := g.passages[at.passage].clause.Keys, int(at.key)
	if len(keys) == 1 {
		return 0, false
	}
	for n := max(0, j-beside); n < min(len(cl.Keys), j+beside+1); n++ {
		if n == j {
			continue
		}
		best := 0.0
		for y := max(0, x-beside); y < min(len(keys), x+beside+1); y++ {
			if y == x {
				continue
			}
			w := g.likeness(&cl.Keys[n], &keys[y])
			if w == 0 {
				continue
			}
			if cl.Keys[n].Part != cl.Keys[j].Part || keys[y].Part != keys[x].Part {
				w *= otherPart
			}
			tight = tight || abs(n-j) <= closest && abs(y-x) <= closest
			if (n-j == 1 || n-j == -1) && y-x == n-j {
				w *= adjoining
			}
			if len(g.words[keys[y].Hash])*20 > len(g.passages)+40 {
				w *= commonWord
			}
			best = max(best, w)
		}
		sum += best
	}
	return sum, tight
}

// negation tells what becomes of key j when the contexts deny it and the answer does not, or the other way
// round. Where only the answer denies it and the passage that is nearest denies nothing, that is not found, and neither is what one side denies
// from a time on alone.
func (g *grounder) negation(i, j int) (hit keyAt, s State) {
	cl := &g.own[i]
	k := &cl.Keys[j]
	same, other, open, affirmed, seen := 0.0, 0.0, 0.0, false, false
	if k.Denial == statement.Unclear || k.Denial == statement.Denied && g.comparative(k) {
		return hit, Supported
	}
	posts := g.postings(k)
	mine := g.denial(k)
	if !slices.ContainsFunc(posts, func(at keyAt) bool { return denialsDiffer(mine, g.denialAt(at)) }) {
		return hit, Supported
	}
	for _, at := range posts {
		s, tight := g.shared(cl, j, at)
		d := g.denialAt(at)
		if !denialsDiffer(k.Denial, g.keyOf(at).Denial) && denialsDiffer(mine, d) && deniesAny(cl.Keys) && deniesAny(g.passages[at.passage].clause.Keys) {
			continue // both deny something: must not be used for this, is not suitable for it
		}
		if !denialsDiffer(mine, d) {
			if seen = true; tight {
				same = max(same, s)
			}
		} else if tight && s > other && !g.admits(cl, j, at) && !g.otherNaught(cl, j, at) {
			switch affirmed = true; {
			case !g.excused(cl, j, at):
				hit, other = at, s
			case g.deniedSince(k, at):
				open = max(open, s)
			}
		}
	}
	switch {
	case other >= tied && other > same:
		return hit, Contradicted
	case open >= tied && open > same, k.Denial == statement.Denied && !seen && affirmed && !g.denies(g.near[i]):
		return hit, NotFound
	}
	return hit, Supported
}

func denialsDiffer(a, b statement.Denial) bool {
	return a != b && a != statement.Unclear && b != statement.Unclear
}

// denial returns whether the answer denies a word, by itself or with all around it.
func (g *grounder) denial(k *statement.Key) statement.Denial {
	if k.Denial == statement.Affirmed && statement.HeldOff(g.answer.Text, k.Span) {
		return statement.Denied
	}
	return k.Denial
}

// denialAt returns whether a context denies a word, by itself or with all around it.
func (g *grounder) denialAt(at keyAt) statement.Denial {
	k := g.keyOf(at)
	if k.Denial != statement.Denied && !k.Verb && statement.HeldOff(g.docs[g.passages[at.passage].doc].Text, k.Span) {
		return statement.Denied
	}
	return k.Denial
}

// denies reports whether the nearest passage denies anything.
func (g *grounder) denies(near []int32) bool {
	if len(near) == 0 {
		return false
	}
	return deniesAny(g.passages[near[0]].clause.Keys)
}

func deniesAny(keys []statement.Key) bool {
	return slices.ContainsFunc(keys, func(k statement.Key) bool { return k.Denial != statement.Affirmed })
}

// deniesOf reports whether a passage denies a word that a clause denies as well, in the part that key j stands in.
func (g *grounder) deniesOf(cl *statement.Clause, j int, p int32) bool {
	for i := range g.passages[p].clause.Keys {
		o := &g.passages[p].clause.Keys[i]
		if o.Denial == statement.Affirmed {
			continue
		}
		word := o.Span.Of(g.docs[g.passages[p].doc].Source.Text)
		if slices.ContainsFunc(cl.Keys, func(k statement.Key) bool {
			return k.Denial != statement.Affirmed && k.Part == cl.Keys[j].Part && (g.likeness(&k, o) > 0 || oneStem(k.Span.Of(g.answer.Source.Text), word))
		}) {
			return true
		}
	}
	return false
}

// stem is how many letters two words that are made of one begin with: wilful, wilfully.
const stem = 5

func oneStem(a, b string) bool { return len(a) >= stem && len(b) >= stem && a[:stem] == b[:stem] }
