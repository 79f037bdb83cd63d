package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// excused reports whether key j of a clause and a key of a context that seem to stand against each other may both hold, since what stands
// around them differs in more than that: one is restricted, they are said of other amounts, or the thing has ended.
func (g *grounder) excused(cl *statement.Clause, j int, at keyAt) bool {
	p := g.passages[at.passage]
	k, o, keys := &cl.Keys[j], g.keyOf(at), p.clause.Keys
	mine, its := statement.RestrictionsAround(g.answer.Text, k.Span), statement.RestrictionsAround(g.docs[p.doc].Text, o.Span)
	switch {
	case mine.Conditions() != its.Conditions(), mine.Lasting() != its.Lasting() && k.Denial != o.Denial:
		return true // is closed until May, opens in May; needs none unless, needs one only if
	case g.deniedSince(k, at):
		return true
	case k.Denial == o.Denial && k.Hash != o.Hash && statement.BehindThan(g.answer.Text, k.Span) != statement.BehindThan(g.docs[p.doc].Text, o.Span):
		return true // better in town than in the countryside, better in the city
	case denialsDiffer(g.denial(k), g.denialAt(at)) && g.complementary(cl, k, at.passage):
		return true // with fewer than ten years one is not, it takes ten years at least
	case k.Denial != o.Denial && formerly(g.answer.Text, k, g.docs[p.doc].Text, o):
		return true // had been written to the log, are no longer written to it
	case k.Closed && o.Closed && k.Hash != o.Hash && !g.sideBySide(cl, j, at):
		return true // before midnight, after six hours
	case k.Denial != o.Denial && k.Verb && g.ofOthers(cl, j, at):
		return true // forty of them are let, a hundred of them are not
	case k.Denial == statement.Denied && !k.Verb && ended(keys, o.Part):
		return true // there is no consulate any more, the consulate closed; homes without power, that lost it
	}
	return false
}

// deniedSince reports whether of two words one is denied from a time on, or before one, and the other is told without one: it
// may be so at another.
func (g *grounder) deniedSince(k *statement.Key, at keyAt) bool {
	o := g.keyOf(at)
	if !denialsDiffer(k.Denial, o.Denial) {
		return false
	}
	denied, held := statement.RestrictionsAround(g.answer.Text, k.Span), statement.RestrictionsAround(g.docs[g.passages[at.passage].doc].Text, o.Span)
	if k.Denial == statement.Affirmed {
		denied, held = held, denied
	}
	return denied.Since() && !held.Since()
}

// sideBySide reports whether two words stand before the same word, or behind the same figure.
func (g *grounder) sideBySide(cl *statement.Clause, j int, at keyAt) bool {
	p := g.passages[at.passage]
	keys, x := p.clause.Keys, int(at.key)
	if j+1 < len(cl.Keys) && x+1 < len(keys) && g.likeness(&cl.Keys[j+1], &keys[x+1]) > 0 {
		return true
	}
	f := figureBefore(cl.Keys, j, g.answer.Source.Text)
	return f != "" && f == figureBefore(keys, x, g.docs[p.doc].Source.Text)
}

// ofOthers reports whether two words are said of numbers of a thing that differ.
func (g *grounder) ofOthers(cl *statement.Clause, j int, at keyAt) bool {
	p := g.passages[at.passage]
	a, b := numberBefore(cl.Keys, j), numberBefore(p.clause.Keys, int(at.key))
	return a != nil && b != nil && a.Hash != b.Hash
}

// numberBefore returns the last number before key j in its part of the sentence.
func numberBefore(keys []statement.Key, j int) *statement.Key {
	for n := j - 1; n >= 0 && keys[n].Part == keys[j].Part; n-- {
		if keys[n].Number {
			return &keys[n]
		}
	}
	return nil
}

// Pairs of opposites of which one side tells that a thing is no more.
var endings = [...]string{"start", "holding", "join", "add", "life", "win"}

// ended reports whether a part of a passage tells that a thing is no more.
func ended(keys []statement.Key, part int16) bool {
	return slices.ContainsFunc(keys, func(k statement.Key) bool {
		return k.Part == part && !k.Led && k.Denial == statement.Affirmed && slices.ContainsFunc(endings[:], func(id string) bool { return sideOf(&k, id) == 'b' })
	})
}

// converse is the pair of what two sides of one deal do, which are opposites only for one of them.
const converse = "trade"

// oneActor reports whether a name stands right before both words in their parts of the sentences, and is the same.
func (g *grounder) oneActor(cl *statement.Clause, j int, at keyAt) bool {
	a, b := actor(cl.Keys, j), actor(g.passages[at.passage].clause.Keys, int(at.key))
	return a != nil && b != nil && a.Hash == b.Hash
}

// actor returns the last word of the name that stands before key j in its part of the sentence.
func actor(keys []statement.Key, j int) *statement.Key {
	for n := j - 1; n >= 0 && keys[n].Part == keys[j].Part; n-- {
		if keys[n].Name {
			return &keys[n]
		}
	}
	return nil
}

// degrees is how many tokens back a word that compares is looked for.
const degrees = 3

// comparative reports whether a word that compares stands right before another or its adjective, so that what is denied is no more than a
// degree: no more deadly accident.
func (g *grounder) comparative(k *statement.Key) bool {
	t := g.answer.Text
	at := statement.Tokens(t, k.Span)
	if statement.OfDegree(t, int(at.Last)) {
		return true // has not risen so sharply
	}
	first := int(at.First)
	for i := first - 1; i >= 0 && i >= first-degrees; i-- {
		if statement.IsMore(t, i) {
			return true
		}
	}
	return false
}

// formerly reports whether of two words one is told as no more, and the other as what was.
func formerly(a *lexicon.Tagged, k *statement.Key, b *lexicon.Tagged, o *statement.Key) bool {
	if k.Denial == statement.Affirmed {
		return statement.Formerly(a, k.Span) && statement.Ceased(b, o.Span)
	}
	return statement.Ceased(a, k.Span) && statement.Formerly(b, o.Span)
}

// complementary reports whether a clause and a passage have two bounds that leave nothing between them: fewer than ten, at least ten. No comma
// and no "and" parts that of the clause from a word of it.
func (g *grounder) complementary(cl *statement.Clause, k *statement.Key, p int32) (found bool) {
	from, to := sentenceQuantities(g.answer.Quantities, g.answer.Text.Sentences[cl.Sentence].Range)
	g.amountsIn(p, func(at amountAt) {
		for i := from; i < to; i++ {
			m := &g.answer.Quantities[i]
			found = found || complements(&m.Value, &g.amount(at).Value) && !seamed(cl, m.Span, k.Span)
		}
	})
	return found
}

// complements reports whether two amounts bound one value, the one from below and the other from above, or one does not bound it.
func complements(a, b *quantity.Quantity) bool {
	if !a.Single || !b.Single || a.Value.Cmp(b.Value) != 0 || a.Unit.Dimension != b.Unit.Dimension {
		return false
	}
	return opensUp(a.Bound) != opensUp(b.Bound) || opensDown(a.Bound) != opensDown(b.Bound)
}
