package compare

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A territory is what a sentence binds to one of the values of a sort that it gives: in "staff 24% and airport charges 18%", staff is
// bound to the one and airport charges to the other. Where the border between two of them is unclear, what lies between is bound to neither.
type territory struct {
	value text.Span
	own   []int32 // keys that this value has to itself
	lent  []int32 // keys of the value before that it does not say again: Norrin gets 40%, and spends 30%
	loose []int32 // keys on the border, which may be bound to it
	tail  []int32 // keys that tell of all values: two died and nine were hurt after a collision
	part  bool    // it is a part of the value before it
	span  text.Span
}

// maxSiblings is how many values of one sort a sentence may give before nothing is told of what they are bound to: it is a table.
const maxSiblings = 24

// territories divides the keys of a clause among its values, which come in order. Two values without a seam between them share one.
// A part of the value before it is bound to all that that one is bound to.
func territories(c *statement.Clause, values []text.Span, part func(int) bool, skip func(*statement.Key) bool) []territory {
	if len(values) == 0 || len(values) > maxSiblings {
		return nil
	}
	out := make([]territory, len(values))
	var shared []int32                                   // what tells of all values
	from, behind, first := c.Span.Start, c.Span.Start, 0 // of the territory, of the one before; its first value
	for i := range values {
		to, next := c.Span.End, c.Span.End
		if i+1 < len(values) {
			var apart bool
			if to, next, apart = border(c, values[i].End, values[i+1].Start); !apart && measures(c, values[i]) && measures(c, values[i+1]) {
				to, next, apart = values[i+1].Start, values[i+1].Start, true
			}
			if !apart {
				continue
			}
		}
		t := territory{span: text.Span{Start: from, End: to}}
		tail := tailBehind(c, values, i)
		named, apposition := from, false // where the words begin that a value in apposition belongs to
		if first == i && part != nil {
			named, apposition = apposed(c, values[i], from, to)
		}
		for k := sort.Search(len(c.Keys), func(k int) bool { return c.Keys[k].Span.Start >= behind }); k < len(c.Keys) && c.Keys[k].Span.End <= next; k++ {
			switch key := &c.Keys[k]; {
			case skip(key), touches(values, key.Span):
			case key.Span.Start >= tail:
				shared = append(shared, int32(k))
			case first == i && parted(c, values[i], key.Span), key.Span.Start < from || key.Span.End > to, apposition && (key.Span.Start < named || key.Span.Start > values[i].Start):
				t.loose = append(t.loose, int32(k))
			default:
				t.own = append(t.own, int32(k))
			}
		}
		switch {
		case first == 0:
		case part != nil && part(first):
			t.part = true
			t.lent = append(slices.Clone(out[first-1].lent), out[first-1].own...)
		default:
			t.lent = lentBy(c, &out[first-1], &t, values[first])
			t.shareTail(c, values[first])
		}
		for ; first <= i; first++ {
			out[first] = t
			out[first].value = values[first]
		}
		from, behind = next, to
	}
	for i := range out {
		out[i].tail = shared
	}
	return out
}

// parted reports whether a semicolon or the like stands between a value and a word.
func parted(c *statement.Clause, value, at text.Span) bool {
	from, to := min(value.End, at.End), max(value.Start, at.Start)
	return slices.ContainsFunc(c.Seams, func(s statement.Seam) bool { return s.Strong && int(s.At) >= from && int(s.At) <= to })
}

// tailBehind returns where, behind the last of several values, what tells of all of them begins: two died and nine were hurt after a
// collision.
func tailBehind(c *statement.Clause, values []text.Span, i int) int {
	if len(values) > 1 && i+1 == len(values) {
		for _, at := range c.Tails {
			if int(at) > values[i].End {
				return int(at)
			}
		}
	}
	return c.Span.End
}

// shareTail puts what stands behind the noun that a value counts on the border, where the value follows another in a list: "34 grey and
// 21 harbour seals with transmitters".
func (t *territory) shareTail(c *statement.Clause, value text.Span) {
	if len(t.own) == 0 || c.Keys[t.own[0]].Span.Start-value.End > 1 || c.Keys[t.own[0]].Span.Start < value.End {
		return
	}
	for i, k := range t.own {
		if c.Keys[k].Led {
			t.loose = append(t.loose, t.own[i:]...)
			t.own = t.own[:i:i]
			return
		}
	}
}

// measures reports whether a value is at once followed by what it measures: 200 grams of butter.
func measures(c *statement.Clause, value text.Span) bool {
	k := sort.Search(len(c.Keys), func(k int) bool { return c.Keys[k].Span.Start >= value.End })
	return k < len(c.Keys) && c.Keys[k].Led && c.Keys[k].Span.Start-value.End <= ofWidth
}

const ofWidth = 4 // letters of a short preposition and its spaces

// border returns where between two values the ground of the first ends and that of the second begins. A comma at once before the
// second is none: it sets off a value in apposition.
func border(c *statement.Clause, from, to int) (end, begin int, apart bool) {
	strong := false
	seams := c.Seams
	for i := sort.Search(len(seams), func(i int) bool { return int(seams[i].At) >= from }); i < len(seams) && int(seams[i].At) <= to; i++ {
		s := &seams[i]
		switch {
		case apart && !s.Strong && to-int(s.At) <= 1:
		case s.Strong && !strong, !apart:
			end, begin, strong, apart = int(s.At), int(s.At), s.Strong, true
		case s.Strong == strong:
			begin = int(s.At)
		}
	}
	return end, begin, apart
}

// apposed returns where the words begin that a value between two commas belongs to: Amy of "Amy, 20, and Bo, 21".
func apposed(c *statement.Clause, value text.Span, from, to int) (start int, ok bool) {
	seams := c.Seams
	i := sort.Search(len(seams), func(i int) bool { return int(seams[i].At) > value.Start })
	if i == 0 || value.Start-int(seams[i-1].At) > 1 || (i == len(seams) || int(seams[i].At) > value.End+1) && to > value.End+1 {
		return from, false
	}
	if i >= 2 && int(seams[i-2].At) > from {
		return int(seams[i-2].At), true
	}
	return from, true
}

// touches reports whether a span overlaps one of the values, which come in order.
func touches(values []text.Span, at text.Span) bool {
	i := sort.Search(len(values), func(i int) bool { return values[i].End > at.Start })
	return i < len(values) && values[i].Start < at.End
}

// lentBy returns the keys of a territory that the next one leaves out: all before its value and the noun at once behind it, where nothing
// stands before that of the next but a preposition with its noun; the subject, where it begins with a verb; the verb, where it has none;
// what stands behind the value, where both have one verb.
func lentBy(c *statement.Clause, before, t *territory, value text.Span) (out []int32) {
	verb, nouns := int32(-1), true
	for _, k := range t.own {
		if c.Keys[k].Verb && verb < 0 {
			verb = k
		}
		if at := c.Keys[k].Span.Start; at >= value.End && at-value.End <= 1 && !c.Keys[k].Verb {
			nouns = false // it counts its own
		}
	}
	l := lender{c: c, before: before, nouns: nouns, acts: verb >= 0}
	switch {
	case len(t.own) == 0 || c.Keys[t.own[0]].Span.Start >= value.Start:
		l.all = true
	case c.Keys[t.own[0]].Led && c.Keys[t.own[0]].Span.Start-t.span.Start <= ledWidth:
		l.all, l.place = true, c.Keys[t.own[0]].Name
	case c.Keys[t.own[0]].Verb:
		l.subject = true
	case verb >= 0:
		l.none, l.verb = true, c.Keys[verb].Hash
	}
	return l.keys()
}

// ledWidth is how many letters a conjunction, a preposition and their spaces may have: and in Europe.
const ledWidth = 9

// A lender is what a territory lends to the next one; without any of its choices it is the verb.
type lender struct {
	c      *statement.Clause
	before *territory

	all     bool   // before its value
	nouns   bool   // and the noun at once behind it
	acts    bool   // has a verb of its own, and takes none
	place   bool   // but no name that a preposition leads
	subject bool   // all before its verb
	none    bool   // nothing
	verb    uint64 // but what is behind its value, where this is its verb
}

func (l *lender) keys() (out []int32) {
	seen, same, end := false, false, l.before.value.End
	for _, list := range [...][]int32{l.before.lent, l.before.own} {
		for _, k := range list {
			key := &l.c.Keys[k]
			same = same || key.Verb && key.Hash == l.verb
			seen = seen || key.Verb
			switch {
			case key.Span.Start >= l.before.value.Start:
				if l.all && l.nouns && key.Span.Start-end <= 1 && !(l.acts && key.Verb) {
					out, end = append(out, k), key.Span.End
				} else if same {
					out = append(out, k)
				}
			case l.none, l.place && key.Name && key.Led:
			case l.subject:
				if !seen {
					out = append(out, k)
				}
			case l.all || seen:
				out = append(out, k)
			}
		}
	}
	return out
}

// valuesIn returns the spans of a list of mentions that lie in a sentence.
func valuesIn[T any](list []text.Mention[T], sen text.Range, ok func(int32, *text.Mention[T]) bool) (out []text.Span, at []int32) {
	for i := sort.Search(len(list), func(i int) bool { return list[i].First >= sen.First }); i < len(list) && list[i].First < sen.Last; i++ {
		if ok(int32(i), &list[i]) && (len(out) == 0 || list[i].Start >= out[len(out)-1].End) {
			out, at = append(out, list[i].Span), append(at, int32(i))
		}
	}
	return out, at
}

// A uttered is a range of what somebody says.
type uttered struct {
	span text.Span
	by   int32 // index in Document.Attributions
}

// utteredIn returns what is said in a document, in order.
func utteredIn(doc *normalize.Document) (out []uttered) {
	for i := range doc.Attributions {
		for _, r := range doc.Attributions[i].Content {
			out = append(out, uttered{doc.Text.Span(r), int32(i)})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].span.Start < out[j].span.Start })
	return out
}

// nestedSpeech is how many of the ranges that begin before a value are looked at.
const nestedSpeech = 4

// saidAround returns the ranges of what is said where a value stands in it, so that the words that tell who says it are left out. What
// has no verb is no speech: who reports revenue of $2 billion has it.
func saidAround(doc *normalize.Document, list []uttered, c *statement.Clause, at text.Span) []text.Range {
	n := sort.Search(len(list), func(i int) bool { return list[i].span.Start > at.Start })
	for i := n - 1; i >= 0 && i >= n-nestedSpeech; i-- {
		if list[i].span.End >= at.End && hasVerb(doc, c, list[i].span) {
			return doc.Attributions[list[i].by].Content
		}
	}
	return nil
}

// cued reports whether a word is one that tells that somebody says something: said, reported.
func cued(doc *normalize.Document, at text.Span) bool {
	toks := doc.Text.Tokens
	i := sort.Search(len(toks), func(i int) bool { return int(toks[i].End) > at.Start })
	return i < len(toks) && doc.Text.Has(i, lexicon.Cues)
}

func hasVerb(doc *normalize.Document, c *statement.Clause, at text.Span) bool {
	return slices.ContainsFunc(c.Keys, func(k statement.Key) bool {
		return k.Verb && !overlapsAny(doc.Times, k.Span) && k.Span.Start >= at.Start && k.Span.End <= at.End
	})
}

// inAny reports whether a span lies in one of the ranges.
func inAny(doc *normalize.Document, ranges []text.Range, at text.Span) bool {
	for _, r := range ranges {
		if s := doc.Text.Span(r); s.Start <= at.Start && at.End <= s.End {
			return true
		}
	}
	return false
}

// overlapsAny reports whether a span touches one of the mentions, which come in order.
func overlapsAny[T any](list []text.Mention[T], at text.Span) bool {
	i := sort.Search(len(list), func(i int) bool { return list[i].End > at.Start })
	return i < len(list) && list[i].Start < at.End
}

// standsFor returns the entities that pronouns and the like stand for between two bytes of a document.
func standsFor(doc *normalize.Document, at text.Span) (out []int32) {
	for i := sort.Search(len(doc.Names), func(i int) bool { return doc.Names[i].Start >= at.Start }); i < len(doc.Names) && doc.Names[i].End <= at.End; i++ {
		if r := &doc.Names[i].Value; r.Entity >= 0 && (r.Via == name.ByPronoun || r.Via == name.ByNominal || r.Via == name.ByTitle) {
			out = append(out, r.Entity)
		}
	}
	return out
}
