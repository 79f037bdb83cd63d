package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/statement"
)

// copiedKeys is how many words a clause must have in common with a passage, in their order, for the one that differs to be
// held against it.
const copiedKeys = 5

// alteredWord finds the one word on which a clause differs from a passage that has all its other words in their order: set in Moura,
// set in Amareleja; both in the placebo group, in the vaccine group. The contexts must know the word from elsewhere, since one that
// they do not know may say the same, and must not have it where the answer has it.
func (g *grounder) alteredWord(i int) (j int, hit keyAt, ok bool) {
	cl := &g.own[i]
	for _, p := range g.near[i] {
		keys := g.passages[p].clause.Keys
		for from := 0; from+len(cl.Keys) <= len(keys); from++ {
			j, ok := onlyOther(cl.Keys, keys[from:from+len(cl.Keys)])
			if !ok {
				continue
			}
			hit = keyAt{p, int32(from + j)}
			if g.exchanged(cl, j, g.keyOf(hit)) {
				return j, hit, true
			}
		}
	}
	return 0, hit, false
}

// onlyOther returns the one key in which two runs of keys differ.
func onlyOther(a, b []statement.Key) (int, bool) {
	other := -1
	for i := range a {
		if a[i].Denial != b[i].Denial {
			return 0, false
		}
		if a[i].Hash == b[i].Hash {
			continue
		}
		if other >= 0 {
			return 0, false
		}
		other = i
	}
	return other, other > 0 && len(a)-1 >= copiedKeys
}

// exchanged reports whether key j of a clause and the key of a context in its place are two of one sort: names, figures in names, or
// words that stand beside the same word elsewhere.
func (g *grounder) exchanged(cl *statement.Clause, j int, o *statement.Key) bool {
	k := &cl.Keys[j]
	posts := g.words[k.Hash]
	if k.Verb != o.Verb || k.Name != o.Name || k.Number != o.Number || g.likeness(k, o) > 0 || g.stands(cl, j, posts, true) {
		return false
	}
	switch {
	case k.Name:
		return len(posts) > 0
	case k.Number:
		return cl.Keys[j-1].Name // other figures are held against theirs by what they measure
	}
	return !k.Verb && g.stands(cl, j, posts, false)
}

// stands reports whether a place of the contexts has both neighbours of key j beside it, or either.
func (g *grounder) stands(cl *statement.Clause, j int, posts []keyAt, both bool) bool {
	return slices.ContainsFunc(posts, func(at keyAt) bool {
		keys, x := g.passages[at.passage].clause.Keys, int(at.key)
		before := x > 0 && keys[x-1].Hash == cl.Keys[j-1].Hash
		behind := j+1 < len(cl.Keys) && x+1 < len(keys) && keys[x+1].Hash == cl.Keys[j+1].Hash
		if both {
			return before && (behind || j+1 == len(cl.Keys))
		}
		return before || behind
	})
}

// otherAmount reports whether a word of the answer and one of a context go with two figures that differ: 4.1 % more, 9 % less;
// fell 2 %, rose 14 %. Those are held against each other by what they measure.
func (g *grounder) otherAmount(cl *statement.Clause, j int, at keyAt) bool {
	p := g.passages[at.passage]
	a, b := g.answer.Source.Text, g.docs[p.doc].Source.Text
	x, y := figureBehind(cl.Keys, j, a), figureBehind(p.clause.Keys, int(at.key), b)
	if x != "" && y != "" && x != y && len(g.words[cl.Keys[j+1].Hash]) > 0 {
		return true // and the contexts have the figure of the answer elsewhere
	}
	compares, compared := statement.Compares(g.answer.Text, cl.Keys[j].Span), statement.Compares(g.docs[p.doc].Text, g.keyOf(at).Span)
	if !compares && !compared {
		return false
	}
	x, y = figureBefore(cl.Keys, j, a), figureBefore(p.clause.Keys, int(at.key), b)
	return x != y
}

// figureBehind returns the figure at once behind key i, or "".
func figureBehind(keys []statement.Key, i int, body string) string {
	if i+1 < len(keys) && keys[i+1].Number {
		return keys[i+1].Span.Of(body)
	}
	return ""
}

// figureBefore returns the figure that stands at most a unit before key i, or "".
func figureBefore(keys []statement.Key, i int, body string) string {
	for n := i - 1; n >= 0 && n >= i-2; n-- {
		if keys[n].Number {
			return keys[n].Span.Of(body)
		}
	}
	return ""
}
