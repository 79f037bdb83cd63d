package compare

import (
	"math/bits"
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// Shares of words that bind a value.
const (
	boundShare = 0.65 // of the words bound to a value of the answer, that another value of a context has
	ownShare   = 0.50 // of the words that the other value has to itself, that the answer has
)

// maxBinding is how many words of the answer are looked at for one value.
const maxBinding = 24

// A binding is what the answer binds to one value, and what the contexts bind to the same value and to others.
type binding struct {
	words []*statement.Key
	loose uint64 // those of them that may be bound to another value of the answer
	same  []*bound
	other []*bound
	led   bool   // the clause of the answer begins with a name
	usual uint64 // those that stand all over the contexts
}

// A bound is a value of a context with what it is bound to: sets of words of the answer.
type bound struct {
	doc      int
	value    text.Span
	span     text.Span // its territory
	own      uint64
	all      uint64           // own and lent
	loose    uint64           // on the border
	tail     uint64           // told of all values of its sentence
	owned    int              // words it has to itself
	rest     []*statement.Key // of those, the words that the answer does not have
	stranger bool             // a pronoun in it stands for somebody whom the answer does not name there
	turned   *bound           // where it is told as what was before, and the answer tells it as what is now, or the other way: the value beside it
	part     bool             // it is a part of the value before it
	named    bool             // it has a name
	leads    bool             // a name is bound to it that the answer's value has not
	now      *bound           // where it is told as what was before, the value beside it that is now
	rank     int
	amount   amountAt
	counts   string // what the amount counts
}

// rival finds the value of a context that is bound to what the answer binds its own value to, where the contexts bind the
// answer's value to something else. It needs a word that tells the two apart on either side.
func (b *binding) rival(g *grounder) (hit, instead *bound, ok bool) {
	if len(b.words) == 0 || len(b.same) == 0 {
		return nil, nil, false
	}
	var all, own uint64
	for _, s := range b.same {
		all, own = all|s.all|s.loose|s.tail, own|s.own
	}
	firm := len(b.words) - bits.OnesCount64(b.loose)
	for _, o := range b.other {
		apart := o.own &^ all &^ b.loose
		if apart == 0 || !b.about(o, firm) || b.covered(o) || !b.tolerates(own&^o.all&^o.loose&^o.tail&^b.usual, apart) {
			continue
		}
		if instead := b.apart(g, o, apart); instead != nil {
			o.leads = b.hasName(apart)
			return o, instead, true
		}
	}
	if hit, instead, ok := b.exchanged(); ok {
		return hit, instead, true
	}
	if hit, instead, ok := b.reversed(); ok {
		return hit, instead, true
	}
	return b.outdated(firm)
}

// exchanged finds the value that a passage gives to whom the answer begins with, where it gives the answer's value, and every passage that has
// it, to somebody of another name: B won 52 percent, but A won 52 percent and B 47.
func (b *binding) exchanged() (hit, instead *bound, ok bool) {
	var names uint64
	for i, k := range b.words {
		if k.Name {
			names |= 1 << i
		}
	}
	if names == 0 || !b.led {
		return nil, nil, false
	}
	for _, s := range b.same {
		if s.all&names != 0 || s.stranger || !slices.ContainsFunc(s.rest, func(k *statement.Key) bool { return k.Name }) {
			return nil, nil, false
		}
	}
	for _, o := range b.other {
		for _, s := range b.same {
			if o.own&names == names && o.doc == s.doc && o.rank == s.rank && gap(o.span, s.span) <= nextTerritory {
				return o, s, true
			}
		}
	}
	return nil, nil, false
}

// nextTerritory is how many bytes may part the words of two values that stand beside each other.
const nextTerritory = 8

// reversed finds the value that the contexts have at the other end of a change: to 97 from 94, to 94 from 97.
func (b *binding) reversed() (hit, instead *bound, ok bool) {
	for _, s := range b.same {
		if s.turned == nil {
			return nil, nil, false
		}
	}
	return b.same[0].turned, b.same[0], true
}

// outdated finds the value that is now, where the contexts give that of the answer only as what was before: 68%, down from 74%.
func (b *binding) outdated(firm int) (hit, instead *bound, ok bool) {
	for _, s := range b.same {
		if s.now == nil || bits.OnesCount64(s.now.all&^b.loose) < firm || firm == 0 || s.own != 0 {
			return nil, nil, false
		}
	}
	return b.same[0].now, b.same[0], true
}

// about reports whether a value of a context is bound to what the answer binds its own to: all of it, or most, and to little else.
func (b *binding) about(o *bound, firm int) bool {
	if tail := o.tail &^ o.all &^ b.loose; tail != 0 {
		firm -= bits.OnesCount64(tail)
	}
	covered := bits.OnesCount64(o.all &^ b.loose)
	if o.tail != 0 && covered < 2 {
		return false
	}
	if covered == firm && covered > 1 && b.hasCommon(o.own) {
		return true
	}
	return float64(covered) >= boundShare*float64(firm) && float64(bits.OnesCount64(o.own)) >= ownShare*float64(o.owned)
}

// tolerates reports whether words that only the answer's own value is bound to leave it open that it is bound to something else: names
// may, for "the driver" can be one of them, where two other words tell the values apart.
func (b *binding) tolerates(words, apart uint64) bool {
	return words == 0 || !b.hasCommon(words) && bits.OnesCount64(apart) > 1 && b.hasCommon(apart)
}

// hasName reports whether one of the words is a name.
func (b *binding) hasName(words uint64) bool {
	for i, k := range b.words {
		if words&(1<<i) != 0 && designates(k) {
			return true
		}
	}
	return false
}

// covered reports whether a place of the same value is bound to as many of the words as the other value is.
func (b *binding) covered(o *bound) bool {
	n := o.covers(b.loose)
	return slices.ContainsFunc(b.same, func(s *bound) bool { return bits.OnesCount64(s.all&^b.loose) >= n })
}

// covers counts the words that a place of a value is bound to.
func (o *bound) covers(loose uint64) int {
	return bits.OnesCount64((o.all | o.loose | o.tail) &^ loose)
}

// hasCommon reports whether one of the words is no name.
func (b *binding) hasCommon(words uint64) bool {
	for i, k := range b.words {
		if words&(1<<i) != 0 && !designates(k) {
			return true
		}
	}
	return false
}

// apart returns the place of the same value that is bound to a word of its own, which can stand instead of those that only the
// other has: a name for names.
func (b *binding) apart(g *grounder, o *bound, words uint64) *bound {
	names := !b.hasCommon(words)
	var found *bound
	for _, s := range b.same {
		ok := names && s.stranger
		for _, k := range s.rest {
			ok = ok || !names || designates(k) || nameLike(k, g.docs[s.doc].Source.Text, s.span)
		}
		if !ok && !(o.part && s.span.End <= o.span.Start) {
			return nil
		}
		if found == nil || s.rank >= 0 && s.rank < found.rank {
			found = s
		}
	}
	return found
}

// designates reports whether a word names one thing: a name, or the number behind a name.
func designates(k *statement.Key) bool { return k.Name || k.Number }

// bind notes what a place of a context has of the words.
func (b *binding) bind(g *grounder, p passage, t *territory, rank int) *bound {
	out := &bound{doc: p.doc, value: t.value, span: t.span, part: t.part, rank: rank}
	var exact [maxBinding]bool // a passage that has the word itself means something else by one that may say the same: orange, yellow
	for i, w := range b.words {
		exact[i] = slices.ContainsFunc(p.clause.Keys, func(k statement.Key) bool { return k.Hash == w.Hash })
	}
	mark := func(list []int32, set *uint64) {
		own := set == &out.own
		for _, k := range list {
			key := &p.clause.Keys[k]
			hit := false
			out.named = out.named || designates(key)
			for i, w := range b.words {
				if n := g.likeness(w, key); n == 1 || n > 0 && !exact[i] || w.Measure != "" && w.Measure == key.Measure {
					hit = true
					*set |= 1 << i
				}
			}
			if own {
				out.owned++
				if !hit {
					out.rest = append(out.rest, key)
				}
			}
		}
	}
	mark(t.own, &out.own)
	mark(t.lent, &out.all)
	mark(t.loose, &out.loose)
	mark(t.tail, &out.tail)
	out.all |= out.own
	if !out.named {
		g.carry(b, out, p)
	}
	for _, e := range standsFor(g.docs[p.doc], t.span) {
		out.stranger = true
		for i, w := range b.words {
			if w.Name && g.isNamed(p.doc, e, w.Hash) {
				out.all |= 1 << i
				out.own |= 1 << i
				out.stranger = false
			}
		}
	}
	return out
}

// carry gives a territory without a name the names that the sentence before is about: "Corvus was launched in 2020. Its mirror …".
func (g *grounder) carry(b *binding, out *bound, p passage) {
	i := g.first[p.doc][p.clause.Sentence]
	if i == 0 || g.passages[i-1].doc != p.doc {
		return
	}
	before := g.passages[i-1].clause
	for k := range before.Keys {
		key := &before.Keys[k]
		if key.Verb {
			break
		}
		for i, w := range b.words {
			if key.Name && w.Name && g.likeness(w, key) > 0 {
				out.all |= 1 << i
				out.own |= 1 << i
			}
		}
	}
}

// nameLike reports whether a word is written like a name, in another place than at the start.
func nameLike(k *statement.Key, body string, at text.Span) bool {
	return body[k.Span.Start] >= 'A' && body[k.Span.Start] <= 'Z' && k.Span.Start > at.Start
}

// isNamed reports whether a name of an entity of a context has a word.
func (g *grounder) isNamed(d int, entity int32, hash uint64) bool {
	if g.called == nil {
		g.called = map[calledKey]bool{}
		for d, doc := range g.docs {
			for i := range doc.Names {
				m := &doc.Names[i]
				if m.Value.Entity < 0 || m.Value.Via != name.ByName {
					continue
				}
				for t := m.First; t < m.Last; t++ {
					g.called[calledKey{d, m.Value.Entity, doc.Text.Tokens[t].Hash}] = true
				}
			}
		}
	}
	return g.called[calledKey{d, entity, hash}]
}

type calledKey struct {
	doc    int
	entity int32
	hash   uint64
}

// bindable tells which keys of a sentence of a document can be bound to the value at a span.
func (g *grounder) bindable(doc *normalize.Document, c *statement.Clause, at text.Span, amounts, names bool) func(*statement.Key) bool {
	content := saidAround(doc, g.uttered(doc), c, at)
	return func(k *statement.Key) bool {
		switch {
		case k.Closed && k.Pairs[0].ID == "" || k.Negation:
			return true
		case content != nil && !inAny(doc, content, k.Span):
			return true
		case overlapsAny(doc.Times, k.Span), amounts && k.Verb && cued(doc, k.Span):
			return true
		case names:
			return false
		case k.Number:
			return !k.Numbered && !designation(doc, k) && !ordinal(doc, k)
		}
		return overlapsAny(doc.Quantities, k.Span) && !k.Name
	}
}

// designation reports whether a number stands behind a name and is none of an amount: Aria 17.
func designation(doc *normalize.Document, k *statement.Key) bool {
	toks := doc.Text.Tokens
	i := sort.Search(len(toks), func(i int) bool { return int(toks[i].End) > k.Span.Start })
	if i == 0 || i == len(toks) || doc.Text.Tokens[i-1].Class != text.Word || !doc.Text.Tokens[i-1].Is(text.Capital) {
		return false
	}
	n := sort.Search(len(doc.Quantities), func(n int) bool { return doc.Quantities[n].Last > int32(i) })
	if n == len(doc.Quantities) || !doc.Quantities[n].Has(i) {
		return true
	}
	q := &doc.Quantities[n].Value
	return q.Unit.ID == "" && q.CountOf == ""
}

// ordinal reports whether a number tells one of a row: the first week.
func ordinal(doc *normalize.Document, k *statement.Key) bool {
	n := sort.Search(len(doc.Quantities), func(n int) bool { return doc.Quantities[n].End > k.Span.Start })
	return n < len(doc.Quantities) && doc.Quantities[n].Start < k.Span.End && doc.Quantities[n].Value.Kind == quantity.Ordinal
}

// uttered returns what is said in the answer or a context.
func (g *grounder) uttered(doc *normalize.Document) []uttered {
	list, ok := g.speech[doc]
	if !ok {
		list = utteredIn(doc)
		g.speech[doc] = list
	}
	return list
}
