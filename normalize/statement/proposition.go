package statement

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/arena"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Claim is what one voice states, as a bag of keys: the content of an attribution, or what is left of a
// sentence when the attributions in it are taken away, which is the outlet's own word.
type Claim struct {
	Voice    int32 // index in Document.Attributions, or -1 for the outlet's own
	Sentence int32
	Span     text.Span
	Keys     []Key
	Negated  bool
	Head     bool // it stands in a headline
	Bare     bool // its content is a word for a claim made before: "denied the reports", "an accusation"
	first    int  // see firstVerb; counted from 1, and 0 as long as nobody has asked
}

// lightVerbs is the class of synonyms.tsv whose verbs say nothing of what was done: carry out, take place.
const lightVerbs = "light"

// announcing is the class of synonyms.tsv whose verbs make known what is done: announce, unveil.
const announcing = "announce"

// Announces reports whether a word is a verb for making known what is done.
func (k *Key) Announces() bool { return k.Class == announcing }

// Announces reports whether the word at the end of r is such a verb.
func Announces(g *lexicon.Tagged, r text.Range) bool {
	if r.Len() == 0 {
		return false
	}
	k, _, ok := key(g, int(r.Last)-1)
	return ok && k.Announces()
}

// A ClaimReader reads the claims of documents. It keeps memory from one to the next, and the claims live in it. It is not safe
// for several goroutines. The zero ClaimReader is ready.
type ClaimReader struct {
	g        *lexicon.Tagged
	names    []name.Mention
	entities []name.Entity
	taken    []bool // tokens that stand in an attribution
	keys     []Key  // of the claim that is being read
	slab     arena.Slab[Key]
	known    lexicon.Memo[wordKey]
	phrase   Key // the key that was read last of what is not remembered
}

// A wordKey is what key makes of a word that begins no phrase, wherever it stands.
type wordKey struct {
	key Key
	ok  bool
}

// knownKeys is how many words the key of is remembered.
const knownKeys = 1 << 11

// Reset makes the memory of all claims that were read free for others.
func (b *ClaimReader) Reset() { b.slab.Reset() }

// Claims appends the claims of a document to dst in reading order.
func (b *ClaimReader) Claims(dst []Claim, g *lexicon.Tagged, names []name.Mention, entities []name.Entity, voices []attribution.Attribution) []Claim {
	b.g, b.names, b.entities = g, names, entities
	b.known.Reset(g.Lex, knownKeys)
	b.taken = slices.Grow(b.taken[:0], len(g.Tokens))[:len(g.Tokens)]
	clear(b.taken)
	for i := range voices {
		v := &voices[i]
		c := Claim{Voice: int32(i), Sentence: v.Sentence, Negated: v.Negated, Keys: b.keys[:0]}
		if len(v.Content) > 0 {
			c.Sentence = int32(min(SentenceAt(g, v.Content[0].First), len(g.Sentences)-1))
		}
		for _, r := range v.Content {
			c = b.add(c, r, false)
			b.take(r)
		}
		b.take(v.Cue)
		b.take(v.Speaker.Range)
		if len(c.Keys) > 0 {
			c.Bare = b.bare(v.Content)
			dst = append(dst, b.keep(c))
		}
	}
	for s := range g.Sentences {
		sen := &g.Sentences[s]
		kind := g.Paragraphs[sen.Paragraph].Kind
		if sen.Len() == 0 || kind == text.Furniture || endsCell(g, int(sen.Last)-1) {
			continue
		}
		c := b.add(Claim{Voice: -1, Sentence: int32(s), Head: kind == text.Headline, Keys: b.keys[:0]}, sen.Range, true)
		if len(c.Keys) > 1 {
			dst = append(dst, b.keep(c))
		}
	}
	return dst
}

// endsCell reports whether token i ends a cell: a row of a table says nothing by itself.
func endsCell(g *lexicon.Tagged, i int) bool {
	k := &g.Tokens[i]
	return k.Class == text.Symbol && g.Body[k.Start] == '|' || k.Class == text.Other && g.Body[k.Start] == '<'
}

// keep gives a claim that is read keys of its own.
func (b *ClaimReader) keep(c Claim) Claim {
	b.keys = c.Keys
	c.Keys = b.slab.Copy(c.Keys)
	return c
}

func (b *ClaimReader) take(r text.Range) {
	for i := r.First; i < r.Last; i++ {
		b.taken[i] = true
	}
}

// add puts the keys of range r into c; free leaves out what attributions have taken.
func (b *ClaimReader) add(c Claim, r text.Range, free bool) Claim {
	n := b.firstName(r.First)
	denial := Affirmed // of the next key
	verb := -1         // token of the last key, if it is a verb alone
	for i := int(r.First); i < int(r.Last); i++ {
		if free && b.taken[i] {
			continue
		}
		for n < len(b.names) && int(b.names[n].Last) <= i {
			n++
		}
		if k, next, ok := b.nameKey(n, i, int(r.Last)); ok {
			denial = Affirmed
			c.Keys = append(c.Keys, k)
			c.Span = grow(c.Span, k.Span)
			i = next - 1
			continue
		}
		if verb >= 0 && i > verb+1 {
			if class := b.parted(verb, i); class != "" {
				for n := len(c.Keys) - 1; n >= 0; n-- {
					if c.Keys[n].Span.Start == int(b.g.Tokens[verb].Start) {
						c.Keys[n].Class = class
					}
				}
				c.Span = grow(c.Span, b.g.Tokens[i].Span())
				verb = -1
				continue
			}
		}
		k, next := b.key(i)
		if k == nil || k.Number {
			continue // numbers are quantities, and compared as such
		}
		c.Negated = c.Negated != k.Negation
		if k.Negation {
			denial = Denied
			if next < int(r.Last) && b.g.InClass(next, classAdverb) {
				denial = Unclear // not only, not yet
			}
			continue
		}
		if k.Class == lightVerbs {
			i = max(i, min(next, int(r.Last))-1)
			continue
		}
		c.Keys = append(c.Keys, *k)
		k = &c.Keys[len(c.Keys)-1]
		if k.Verb && next == i+1 && (i == 0 || !inClass(b.g, i-1, classDeterminer)) { // not the offer
			verb = i
		}
		k.Denial, denial = denial, Affirmed
		if next+1 < int(r.Last) && isOfKind(b.g, next, classParticle, infinitive) {
			denial = k.governed()
		}
		c.Span = grow(c.Span, k.Span)
		i = max(i, min(next, int(r.Last))-1)
	}
	return c
}

// partedReach is how many tokens behind a verb its particle may stand.
const partedReach = 5

// parted returns the class of synonyms of the verb at token i with the particle at token j, or "": turned the offer down. A preposition leads a phrase,
// a particle ends one.
func (b *ClaimReader) parted(i, j int) string {
	g := b.g
	if j > i+partedReach || !g.Has(j, lexicon.Function) || !inClass(g, j, classPreposition) && !inClass(g, j, classParticle) && !inClass(g, j, classAdverb) || !endsPhrase(g, j+1) {
		return ""
	}
	r, ok := g.Lex.HashPair(lexicon.Synonyms, g.Tokens[i].Hash, g.Tokens[j].Hash)
	if !ok {
		return ""
	}
	return r.Field(colSynonym)
}

// endsPhrase reports whether the phrase before token i has no noun to come: a mark stands there, or a word that leads the next one.
func endsPhrase(g *lexicon.Tagged, i int) bool {
	if i >= len(g.Tokens) || g.Tokens[i].Class != text.Word {
		return true
	}
	return inClass(g, i, classPreposition) || inClass(g, i, classConjunction) || inClass(g, i, lexicon.Subordinator)
}

// governed returns what becomes of a verb in the infinitive behind a word: who refused to pay, or was unable to, has not paid, and
// who was not asked to may have.
func (k *Key) governed() Denial {
	switch denies := k.sideOf(impliedDenial) != 0; {
	case k.Denial != Affirmed:
		return Unclear
	case denies:
		return Denied
	}
	return Affirmed
}

// sideOf returns the side of a pair that a word belongs to, or 0.
func (k *Key) sideOf(pair string) byte {
	for _, p := range k.Pairs {
		if p.ID == pair {
			return p.Side
		}
	}
	return 0
}

// key does what the function key does, and remembers what it has made of words. It returns nil for what has no key, and what it returns
// holds until it is called again.
func (b *ClaimReader) key(i int) (k *Key, next int) {
	t := &b.g.Tokens[i]
	if t.Class != text.Word || b.g.Leads(i) {
		ok := false
		if b.phrase, next, ok = key(b.g, i); !ok {
			return nil, next
		}
		return &b.phrase, next
	}
	w, known := b.known.At(b.g, i)
	if !known {
		w.key, _, w.ok = key(b.g, i)
	}
	if !w.ok {
		return nil, i + 1
	}
	w.key.Span = t.Span()
	return &w.key, i + 1
}

// bare reports whether all content words of the runs are words for a claim, as cues.tsv has them.
func (b *ClaimReader) bare(runs []text.Range) bool {
	n := 0
	for _, r := range runs {
		for i := int(r.First); i < int(r.Last); i++ {
			if b.g.Tokens[i].Class != text.Word || b.g.Has(i, lexicon.Function) {
				continue
			}
			if !b.g.Has(i, lexicon.Cues) {
				return false
			}
			n++
		}
	}
	return n > 0
}

func grow(a, b text.Span) text.Span {
	if a.Empty() {
		return b
	}
	return a.Cover(b)
}

// firstName returns the first mention that does not end before token i.
func (b *ClaimReader) firstName(i int32) int {
	lo, hi := 0, len(b.names)
	for lo < hi {
		if m := (lo + hi) / 2; b.names[m].Last <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// nameKey makes the key of the entity that mention n names at token i: Iranian, Tehran's and Iran share one.
func (b *ClaimReader) nameKey(n, i, last int) (Key, int, bool) {
	if n >= len(b.names) || int(b.names[n].First) != i || int(b.names[n].Last) > last {
		return Key{}, 0, false
	}
	m := &b.names[n]
	if next, ok := b.reachesOut(m); ok && n+1 < len(b.names) && b.names[n+1].Value.Nested && int(b.names[n+1].First) == i && int(b.names[n+1].Last) <= next {
		m = &b.names[n+1] // Russian, of "Russian military personnel"
		return Key{Hash: EntityHash(&b.entities[m.Value.Entity]), Name: true, Span: m.Span}, int(m.Last), true
	}
	e := &b.entities[m.Value.Entity]
	k := Key{Hash: EntityHash(e), Name: true, Span: m.Span}
	return k, int(m.Last), true
}

// reachesOut returns the last word of a name where a term begins that goes on behind it.
func (b *ClaimReader) reachesOut(m *name.Mention) (int, bool) {
	i := int(m.Last) - 1
	if i <= int(m.First) || !b.g.Starts(i).Has(lexicon.Terms) {
		return 0, false
	}
	_, n, ok := b.g.Longest(i, lexicon.Terms)
	return i, ok && n > int(m.Last)
}

// EntityHash is the key of an entity across documents: its id in a table, else the last word of a person's
// name, else the whole name.
func EntityHash(e *name.Entity) uint64 {
	if e.Known != "" {
		return text.HashString(e.Known)
	}
	n := strings.ToLower(e.Name)
	if e.Kind == name.Person || e.Kind == name.Unknown {
		if i := strings.LastIndexByte(n, ' '); i >= 0 {
			n = n[i+1:]
		}
	}
	return text.HashString(n)
}
