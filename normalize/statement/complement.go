package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Complement is a noun phrase behind a preposition: at the harbour, to pedestrians, of the finals.
type Complement struct {
	Preposition uint64 // key of it
	At          int    // where it stands
	Of          bool   // it tells what something is a part of: 30 per cent of pupils
	Head        *Term  // the last word of the phrase
	Thing       bool   // it is a name, or a noun for what can be touched: no crash, no riot
}

// Complements returns the complements of a clause, but for those that are an amount or a time.
func Complements(g *lexicon.Tagged, terms []Term) []Complement {
	var out []Complement
	for i := 0; i < len(terms); {
		k, figure := i+1, !said(g, &terms[i])
		for k < len(terms) && onePhrase(g, terms[k-1].Span, terms[k].Span) && !(terms[k-1].Kind == NameTerm && verbFirst(g, int(tokenAt(g, terms[k].Span.Start)))) {
			figure = figure || !said(g, &terms[k])
			k++
		}
		if p, at := prepositionBefore(g, terms[i].Span); p != 0 && !figure {
			out = append(out, Complement{Preposition: p, At: at, Of: isOf(g, at), Head: &terms[k-1], Thing: thing(g, &terms[k-1])})
		}
		i = k
	}
	return out
}

// said reports whether a term is a word of content: no number, no unit, no time, no article.
func said(g *lexicon.Tagged, t *Term) bool {
	i := int(tokenAt(g, t.Span.Start))
	return (t.Kind == OtherTerm || t.Kind == NameTerm) && !g.Has(i, lexicon.TimeWords) && !g.Has(i, lexicon.Months) && !g.Has(i, lexicon.Function)
}

// onePhrase reports whether nothing but an apostrophe or a hyphen stands between two words.
func onePhrase(g *lexicon.Tagged, a, b text.Span) bool {
	for i := tokenAt(g, a.End); i < tokenAt(g, b.Start); i++ {
		if c := g.Tokens[i].Class; c != text.Clitic && c != text.Hyphen {
			return false
		}
	}
	return true
}

// thing reports whether a term is a name, or a noun for people, places and what they make or meet, as WordNet sorts them.
func thing(g *lexicon.Tagged, t *Term) bool {
	if t.Kind == NameTerm {
		return true
	}
	r, ok := g.Row(int(tokenAt(g, t.Span.Start)), lexicon.Words)
	if !ok {
		return false
	}
	switch r.Field(colNounClass) {
	case "person", "group", "artifact", "location", "object", "animal", "plant", "food", "body":
		return true
	}
	return false
}

// isOf reports whether the preposition at an offset ties a part to its whole.
func isOf(g *lexicon.Tagged, at int) bool { return isLink(g, int(tokenAt(g, at)), "of") }

// prepositionBefore returns the key of the preposition before a noun phrase and where it stands, or 0.
func prepositionBefore(g *lexicon.Tagged, phrase text.Span) (key uint64, at int) {
	first := int(tokenAt(g, phrase.Start))
	i := first - 1
	for i >= 0 && (inClass(g, i, classDeterminer) || functionRow(g, i, isPossessive)) {
		i--
	}
	if i < 0 || i == first-1 && isOfKind(g, i, classParticle, infinitive) && verbFirst(g, first) {
		return 0, 0
	}
	at = int(g.Tokens[i].Start)
	return PrepositionAt(g, at), at
}

// verbFirst reports whether a word is a verb before all.
func verbFirst(g *lexicon.Tagged, i int) bool {
	r, ok := g.Row(i, lexicon.Words)
	return ok && strings.HasPrefix(r.Field(colPOS), "v")
}

// An Axis is a word that excludes another in the description of one thing: the upper house is not the lower one.
type Axis struct {
	ID, Value string
	Next      string // the word behind it
}

// Axes returns the words of a passage that antonyms.tsv has, each with the word behind it.
func Axes(g *lexicon.Tagged, sp text.Span) []Axis {
	var out []Axis
	r := Tokens(g, sp)
	for i := int(r.First); i < int(r.Last); i++ {
		k := &g.Tokens[i]
		if k.Class != text.Word || i+1 >= len(g.Tokens) {
			continue
		}
		row, ok := g.Row(i, lexicon.Antonyms)
		if !ok {
			continue
		}
		next := ""
		if n := &g.Tokens[i+1]; n.Class == text.Word && !g.Has(i+1, lexicon.Function) {
			next = strings.ToLower(g.Word(i + 1))
		}
		if next == "" && !inClass(g, i-1, classDeterminer) {
			continue // left the town, first of all
		}
		out = append(out, Axis{ID: row.Field(0), Value: row.Field(1), Next: next})
	}
	return out
}

// Direct reports whether no word of content stands between two tokens but for words of time: 6 % in the year to 5 million.
func Direct(g *lexicon.Tagged, from, to int32) bool {
	for i := int(from); i < int(to); i++ {
		if k := &g.Tokens[i]; k.Class == text.Word && !g.Has(i, lexicon.Function) && !g.Has(i, lexicon.TimeWords) && !g.Has(i, lexicon.Months) && !g.Has(i, lexicon.Links) {
			return false
		}
	}
	return true
}
