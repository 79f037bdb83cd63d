package statement

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Calling is a word for what a person is or does that stands beside the name: "arbiter" of "chief arbiter Ada Lund", "sheriff" of "Ada Lund, the
// county sheriff", "auctioneer" of "Auctioneer: Ada Lund", "lead" of "Ada Lund, who led the study".
type Calling struct {
	Lemma string
	Verb  bool     // of a relative clause
	Sole  bool     // it is said to be the only one: by an article, a label, or a relative clause
	Kin   bool     // it tells whose relative the person is
	Leads bool     // it is one for who leads a body
	With  []string // the words before it
	Of    []string // and those behind a verb, or behind "of"
}

// How far from a name its callings are looked for, in tokens.
const (
	callingWords = 4
	behindWords  = 6
	ofPhrase     = 9
)

// leading are the roles of titles.tsv of those who lead a body.
var leading = [...]string{"head", "director", "ceo", "chief", "manager"}

// Callings appends the callings beside the name in mention m.
func Callings(dst []Calling, g *lexicon.Tagged, m *name.Mention) []Calling {
	dst = callingBefore(dst, g, honorificStart(g, int(m.First)))
	i := int(m.Last)
	if i < len(g.Tokens) && g.InClass(i, lexicon.Auxiliary) {
		if i+1 < len(g.Tokens) && hasArticle(g, i+2) {
			return callingBehindAt(dst, g, i+1)
		}
		return dst
	}
	if i < len(g.Tokens) && g.InClass(i, lexicon.Preposition) { // of the institute, who led
		for n := i; n < len(g.Tokens) && n < i+ofPhrase; n++ {
			if g.Tokens[n].Class != text.Word {
				i = n
				break
			}
		}
	}
	if i+1 >= len(g.Tokens) || g.Tokens[i].Class != text.Comma {
		return dst
	}
	if g.InClass(i+1, lexicon.Relative) {
		return callingVerb(dst, g, i+2)
	}
	return callingBehindAt(dst, g, i+1)
}

// Apposed returns the noun for a person that stands before the name in mention m and a comma, in whatever article, or "": a steward, Ada Lund.
func Apposed(g *lexicon.Tagged, m *name.Mention) string {
	i := honorificStart(g, int(m.First))
	if i < 2 || g.Tokens[i-1].Class != text.Comma {
		return ""
	}
	c, ok := callingAt(g, i-2)
	if !ok {
		return ""
	}
	return c.Lemma
}

// callingBefore appends the noun for a person that ends before token i, or before the comma or colon there.
func callingBefore(dst []Calling, g *lexicon.Tagged, i int) []Calling {
	label, aside := false, false
	if i > 0 && g.Tokens[i-1].Class == text.Comma {
		i--
		label = g.Tokens[i].Byte(g.Body) == ':'
		aside = !label
	}
	if aside {
		dst = callingOf(dst, g, i)
	}
	if i == 0 || aside && !definitePhrase(g, i-1) {
		return dst
	}
	if c, ok := callingAt(g, i-1); ok {
		c.Sole = label || definitePhrase(g, i-1) || !aside && officed(g, i-1)
		dst = append(dst, c)
	}
	return dst
}

// callingOf appends the noun of the definite phrase that ends before the comma at token i, and has another behind "of": the president of the
// cooperative, Luc Maillard.
func callingOf(dst []Calling, g *lexicon.Tagged, i int) []Calling {
	for j := i - 1; j > 0 && i-j < ofPhrase && (g.Tokens[j].Class == text.Word || g.Tokens[j].Class == text.Clitic); j-- {
		if !g.InClass(j, lexicon.Preposition) {
			continue
		}
		c, ok := callingAt(g, j-1)
		if !ok || !definitePhrase(g, j-1) {
			return dst
		}
		c.Sole, c.Of = true, object(g, j+1)
		return append(dst, c)
	}
	return dst
}

// officed reports whether a title with a capital stands at token i that few have: Judge, Sheriff.
func officed(g *lexicon.Tagged, i int) bool {
	r, ok := g.Row(i, lexicon.Titles)
	if !ok || !g.Capital(i) {
		return false
	}
	c := r.Field(colOfficeClass)
	return c == officeClass || c == seatClass
}

// definitePhrase reports whether the noun phrase that ends with token i has the definite article or a possessive.
func definitePhrase(g *lexicon.Tagged, i int) bool {
	for j := i - 1; j >= 0 && j >= i-officeBefore; j-- {
		if g.Tokens[j].Class == text.Clitic {
			return true
		}
		if g.Tokens[j].Class != text.Word {
			break
		}
	}
	return hasArticle(g, i)
}

// callingBehindAt appends the noun for a person that the noun phrase at token i has: "the county sheriff", "head of the company".
func callingBehindAt(dst []Calling, g *lexicon.Tagged, i int) []Calling {
	for n := i; n < min(len(g.Tokens), i+behindWords) && g.Tokens[n].Class == text.Word; n++ {
		if g.Has(n, lexicon.Function) && n > i {
			break
		}
		next := n + 1
		if next < len(g.Tokens) && g.Tokens[next].Class == text.Word && (!g.Has(next, lexicon.Function) || g.InClass(next, lexicon.Auxiliary)) {
			continue // a noun before another, or the subject of a clause
		}
		if c, ok := callingAt(g, n); ok {
			c.Sole = hasArticle(g, n)
			if next < len(g.Tokens) && g.InClass(next, lexicon.Preposition) {
				c.Of = object(g, next+1)
			}
			return append(dst, c)
		}
	}
	return dst
}

// callingVerb appends the verb at token i of a relative clause.
func callingVerb(dst []Calling, g *lexicon.Tagged, i int) []Calling {
	if i >= len(g.Tokens) || g.Tokens[i].Class != text.Word || g.Has(i, lexicon.Function) || g.Has(i, lexicon.Cues) {
		return dst
	}
	var rows [8]lexicon.Row
	for _, r := range g.Rows(rows[:0], i, lexicon.Words) {
		if l := r.Field(colLemma); strings.Contains(r.Field(colPOS), "v") {
			return append(dst, Calling{Lemma: l, Verb: true, Sole: true, Leads: leadsBody(g.Lex, l), Of: object(g, i+1)})
		}
	}
	return dst
}

// object returns the content words from token i up to a mark.
func object(g *lexicon.Tagged, i int) []string {
	var out []string
	for ; i < len(g.Tokens) && g.Tokens[i].Class == text.Word && len(out) < callingWords; i++ {
		if r, ok := g.Row(i, lexicon.Words); ok && !g.Has(i, lexicon.Function) {
			out = append(out, r.Field(colLemma))
		}
	}
	return out
}

// callingAt returns the calling that the noun at token i is.
func callingAt(g *lexicon.Tagged, i int) (Calling, bool) {
	c := Calling{}
	row, ok := g.Row(i, lexicon.Words)
	if ok && row.Field(colNounClass) == personNoun && row.Field(colPOS) != "" && row.Field(colPOS)[0] == 'n' {
		c.Lemma = row.Field(colLemma)
	} else if titled(g, i) {
		c.Lemma = strings.ToLower(g.Word(i))
	} else {
		return c, false
	}
	c.Leads = leadsBody(g.Lex, c.Lemma) || leadsAt(g, i)
	var rows [8]lexicon.Row
	for _, r := range g.Rows(rows[:0], i, lexicon.Titles) {
		c.Kin = c.Kin || r.Field(colOfficeClass) == kinClass
	}
	for j := i - 1; j >= 0 && i-j <= callingWords && g.Tokens[j].Class == text.Word && !g.Has(j, lexicon.Function); j-- {
		w := strings.ToLower(g.Word(j))
		if r, ok := g.Row(j, lexicon.Words); ok {
			w = r.Field(colLemma)
		}
		c.With = append(c.With, w)
	}
	return c, true
}

// leadsBody reports whether a word is one for who leads a body.
func leadsBody(lex *lexicon.Lexicon, w string) bool {
	r, ok := lex.Find(lexicon.Titles, w)
	return ok && slices.Contains(leading[:], r.Field(colOffice))
}

// leadsAt reports whether a title of two words that ends with token i is one.
func leadsAt(g *lexicon.Tagged, i int) bool {
	if i == 0 {
		return false
	}
	o, n := office(g, i-1)
	return n == i+1 && slices.Contains(leading[:], o)
}

// SameCalling reports whether two callings of persons with one surname may be of one person. What stands before the nouns tells them apart where
// both have something there and nothing in common, and one of them must be said to be the only one.
func SameCalling(lex *lexicon.Lexicon, a, b *Calling) bool {
	alike := a.Lemma == b.Lemma || SameSense(lex, a.Lemma, b.Lemma)
	switch {
	case a.Verb && b.Verb, a.Kin, b.Kin:
		return false // a mother may have two sons
	case a.Verb || b.Verb:
		return alike || a.Leads && b.Leads || slices.Contains(a.With, b.Lemma) || slices.Contains(b.With, a.Lemma) ||
			(a.Leads || b.Leads) && haveCommon(a.Of, b.Of)
	case a.Leads && slices.Contains(b.With, a.Lemma), b.Leads && slices.Contains(a.With, b.Lemma): // the head, the head teacher
		return a.Sole || b.Sole
	case !alike && !(a.Leads && b.Leads):
		return false
	}
	if haveCommon(a.With, b.With) {
		return true
	}
	return (len(a.With) == 0 || len(b.With) == 0) && (a.Sole || b.Sole)
}

func haveCommon(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}
