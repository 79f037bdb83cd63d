package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Subject returns the keys of a claim that tell who or what does what key x tells, or has it done to: those of the noun phrase
// before its verb. There are none where that is whoever speaks: "we have not paid".
func (c *Claim) Subject(g *lexicon.Tagged, x int) (from, to int) {
	verb := x
	for verb > 0 && verb > x-maxVerbs && (c.verbAt(g, verb-1) || !c.Keys[verb-1].Name && adjective(g, c.Keys[verb-1].Span)) && adjoin(g, c.Keys[verb-1].Span, c.Keys[verb].Span) {
		verb-- // refused to pay, is ready to pay
	}
	before := verbGroup(g, c.Keys[verb].Span)
	if first := c.firstVerb(g); first < verb && before >= 0 && leads(g, before) {
		return c.Subject(g, first) // left without paying, came and paid
	}
	for from = verb; from > 0 && from > verb-maxNouns && !c.verbAt(g, from-1); from-- {
	}
	return from, verb
}

// Bounds of a subject and of the verbs behind it, in keys: a claim may be as long as the one sentence of a text.
const (
	maxVerbs = 16
	maxNouns = 64
)

// verbAt reports whether key i is a verb of the claim.
func (c *Claim) verbAt(g *lexicon.Tagged, i int) bool {
	k := &c.Keys[i]
	t := tokenAt(g, k.Span.Start)
	return k.Verb && !k.Name && !k.Closed && !g.Tokens[t].Is(text.Capital) && !determined(g, int(t))
}

// adjective reports whether the word of a passage is an adjective before all.
func adjective(g *lexicon.Tagged, sp text.Span) bool {
	r, ok := g.Row(int(tokenAt(g, sp.Start)), lexicon.Words)
	return ok && strings.HasPrefix(r.Field(colPOS), "a")
}

// Definite reports whether a noun phrase, the keys from and up to to of a claim, tells of one that the reader knows: it has the definite
// article or a possessive before it, or a name in it.
func (c *Claim) Definite(g *lexicon.Tagged, from, to int) bool {
	for i := from; i < to; i++ {
		if c.Keys[i].Name {
			return true
		}
	}
	if from == to {
		return false
	}
	return functionRow(g, int(tokenAt(g, c.Keys[from].Span.Start))-1, func(r lexicon.Row) bool { return isArticle(r) || isPossessive(r) })
}

// firstVerb returns the first key that is a verb, or how many there are. It is looked for once.
func (c *Claim) firstVerb(g *lexicon.Tagged) int {
	if c.first == 0 {
		for c.first < len(c.Keys) && !c.verbAt(g, c.first) {
			c.first++
		}
		c.first++
	}
	return c.first - 1
}

// determined reports whether an article, or a preposition before what is no gerund, stands before token i: the charges, on charges.
func determined(g *lexicon.Tagged, i int) bool {
	return i > 0 && (inClass(g, i-1, classDeterminer) || inClass(g, i-1, classPreposition) && !strings.HasSuffix(g.Word(i), "ing") && !inClass(g, i-1, classParticle))
}

// adjoin reports whether words of the grammar alone stand between two passages: refused to pay, was said to have paid.
func adjoin(g *lexicon.Tagged, a, b text.Span) bool {
	from, to := tokenAt(g, a.End), tokenAt(g, b.Start)
	if to-from > 4 {
		return false
	}
	for i := from; i < to; i++ {
		if g.Tokens[i].Class != text.Word || !g.Has(int(i), lexicon.Function) {
			return false
		}
	}
	return true
}

// verbGroup returns the token before the auxiliaries, denials and adverbs that stand before a verb.
func verbGroup(g *lexicon.Tagged, verb text.Span) int {
	i := int(tokenAt(g, verb.Start)) - 1
	for ; i >= 0; i-- {
		switch {
		case inClass(g, i, classAuxiliary), inClass(g, i, classModal), inClass(g, i, classParticle):
		case inClass(g, i, classPreposition), inClass(g, i, classConjunction):
			return i
		case inClass(g, i, classNegation), inClass(g, i, classAdverb):
		default:
			return i
		}
	}
	return i
}

// leads reports whether token i is a conjunction or preposition: the verb behind it has the subject of the one before.
func leads(g *lexicon.Tagged, i int) bool {
	return inClass(g, i, classConjunction) || inClass(g, i, classPreposition)
}

// Behind reports whether key y of a claim is what key x is done to: no preposition and no comma stands between.
func (c *Claim) Behind(g *lexicon.Tagged, x, y int) bool {
	for i := int(tokenAt(g, c.Keys[x].Span.End)); i < int(tokenAt(g, c.Keys[y].Span.Start)); i++ {
		if g.Tokens[i].Class != text.Word || inClass(g, i, classPreposition) || inClass(g, i, classConjunction) {
			return false
		}
	}
	return true
}

// Adjoins reports whether only words of the grammar stand between two keys of a claim.
func (c *Claim) Adjoins(g *lexicon.Tagged, x, y int) bool {
	return adjoin(g, c.Keys[x].Span, c.Keys[y].Span)
}

// PrepositionAt returns the key of the preposition at the first token from an offset on, or 0.
func PrepositionAt(g *lexicon.Tagged, at int) uint64 {
	return preposition(g, int(tokenAt(g, at)), func(lexicon.Row) bool { return true })
}

// PrepositionBefore reports whether a preposition stands before the token at a place of the text.
func PrepositionBefore(g *lexicon.Tagged, at int) bool {
	return inClass(g, int(tokenAt(g, at))-1, classPreposition)
}

// PlaceBefore returns the key of the preposition of place that stands before token i, an article aside, or 0.
func PlaceBefore(g *lexicon.Tagged, i int) uint64 {
	for i--; i >= 0 && inClass(g, i, classDeterminer); i-- {
	}
	return preposition(g, i, func(r lexicon.Row) bool { return r.Field(colFunctionKind) == ofPlace })
}

// ofPlace is the kind of function.tsv of prepositions of place.
const ofPlace = "place"

// Ahead reports whether what a verb says is still to be done: will leave, are to leave, agreed to sell.
func Ahead(g *lexicon.Tagged, verb text.Span) bool {
	for i := int(tokenAt(g, verb.Start)) - 1; i >= 0 && inVerbGroup(g, i); i-- {
		if inClass(g, i, classModal) && !auxiliary(g, i, "have") || isOfKind(g, i, classParticle, infinitive) {
			return true
		}
	}
	return false
}

// SoFar reports whether what a verb says is told of all time up to now: has not left.
func SoFar(g *lexicon.Tagged, verb text.Span) bool {
	for i := int(tokenAt(g, verb.Start)) - 1; i >= 0 && inVerbGroup(g, i); i-- {
		if auxiliary(g, i, "have") {
			return true
		}
	}
	return false
}

// Again reports whether a range of a text says that something is so once more: again, once more.
func Again(g *lexicon.Tagged, r text.Range) bool {
	for i := int(r.First); i < int(r.Last); i++ {
		if inClass(g, i, classAdverb) && functionRow(g, i, func(row lexicon.Row) bool { return row.Field(colFunctionLemma) == "again" }) {
			return true
		}
	}
	return false
}

// inVerbGroup reports whether token i may stand in a group of a verb before it: auxiliaries, denials, adverbs, "to".
func inVerbGroup(g *lexicon.Tagged, i int) bool {
	return inClass(g, i, classAuxiliary) || inClass(g, i, classModal) || inClass(g, i, classNegation) || inClass(g, i, classAdverb) || isOfKind(g, i, classParticle, infinitive)
}

// auxiliary reports whether token i is a form of an auxiliary verb.
func auxiliary(g *lexicon.Tagged, i int, lemma string) bool {
	return inClass(g, i, classAuxiliary) && functionRow(g, i, func(r lexicon.Row) bool {
		return functionClassOf(r) == classAuxiliary && r.Field(colFunctionLemma) == lemma
	})
}

// Owner reports whether a name in a passage only tells whose the thing behind it is, and that is no body or office which speaks for
// the owner: Arland's rebels, and not Arland's government.
func Owner(g *lexicon.Tagged, sp text.Span) bool {
	i := int(tokenAt(g, sp.End))
	if i+1 >= len(g.Tokens) || g.Tokens[i].Class != text.Clitic || g.Tokens[i+1].Class != text.Word {
		return false
	}
	i++
	if r, ok := g.Row(i, lexicon.Titles); ok && (r.Field(colOfficeClass) == officeClass || r.Field(colOfficeClass) == seatClass || r.Field(colOfficeClass) == roleClass) {
		return false
	}
	r, ok := g.Row(i, lexicon.Groups)
	return !ok || r.Field(0) != "body"
}

// Compares reports whether the word of a passage stands before a "than", or ends with it: 4 % more than.
func Compares(g *lexicon.Tagged, sp text.Span) bool {
	i := int(tokenAt(g, sp.End))
	compares := func(r lexicon.Row) bool { return r.Field(colFunctionKind) == "compare" }
	return functionRow(g, i, compares) || functionRow(g, i-1, compares)
}

// BehindThan reports whether a word stands behind a "than", as what a thing is held against: in the city, than in the country.
func BehindThan(g *lexicon.Tagged, sp text.Span) bool {
	i := int(tokenAt(g, sp.Start))
	for n := i - 1; n >= max(0, i-thanReach) && !ends(g.Tokens[n].Class); n-- {
		if isOfKind(g, n, classSubordinator, "compare") {
			return true
		}
	}
	return false
}

// thanReach is how far before a word the "than" may stand.
const thanReach = 4

// OfThem reports whether a preposition and a pronoun stand at token i: 900 of them.
func OfThem(g *lexicon.Tagged, i int) bool {
	return inClass(g, i, classPreposition) && functionRow(g, i+1, func(r lexicon.Row) bool { return r.Field(colFunctionKind) == "object" })
}

// OfThese reports whether a preposition and a word that points back to several things stand at token i: on 11 of these occasions.
func OfThese(g *lexicon.Tagged, i int) bool {
	return isLink(g, i, "of") && isOfKind(g, i+1, classDeterminer, "demonstrative") && i+2 < len(g.Tokens) && noun(g, i+2) && !singular(g, i+2)
}
