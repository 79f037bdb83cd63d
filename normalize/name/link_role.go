package name

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// roles links titles that stand for a person and pronouns, in reading order, and leaves all mentions that are linked in l.some.
func (l *linker) roles() {
	w := roleWalk{linker: l, subject: -1, body: -1, holder: -1}
	sentence := int32(-1)
	found := l.found
	some := slices.Grow(l.some[:0], len(found))
	l.owned = l.owned[:0]
	for n := range found {
		x := &found[n]
		if x.sentence != sentence {
			sentence = x.sentence
			w.fresh = true
		}
		switch x.via {
		case ByTitle:
			w.linkRole(n)
		case ByPronoun:
			w.linkPronoun(n)
		}
		if x.entity < 0 {
			continue
		}
		w.see(x, int32(n))
		some = append(some, int32(n))
		if x.of >= 0 {
			l.owned = append(l.owned, int32(n))
		}
	}
	l.some = some
}

// A roleWalk remembers who was spoken of last.
type roleWalk struct {
	*linker
	subject int32 // mention of the person who does something, or -1
	body    int32 // mention of the last body or country that does something, or -1
	recent  [4]int32
	count   uint
	fresh   bool // no person yet in this sentence

	holder int32  // the last person with a title, or -1
	held   uint64 // and its key, which l.role has
}

// see remembers mention n, which is x.
func (w *roleWalk) see(x *found, n int32) {
	switch w.entities[x.entity].Kind {
	case Person:
		w.holds(x.entity)
		if x.nested {
			return
		}
		w.recent[w.count%recentPersons] = n
		w.count++
		if x.quoted {
			return
		}
		if w.fresh || w.says(x) {
			w.subject = n
		}
		w.fresh = false
	case Organization, Place:
		if !x.nested && !x.quoted && x.via != ByDemonym && (w.body < 0 || w.found[w.body].sentence != x.sentence || w.says(x)) {
			w.body = n
		}
	}
}

// recentPersons is how many persons are remembered.
const recentPersons = uint(len(roleWalk{}.recent))

// holds notes that who has the title of person e was named last.
func (w *roleWalk) holds(e int32) {
	if key := w.at(e).titleKey; key != 0 && (e != w.holder || key != w.held) {
		w.holder, w.held = e, key
		w.role.put(key, e)
		if head := w.at(e).headKey; head != 0 {
			w.role.put(head, e)
		}
	}
}

// headKey returns the key of what a title with a portfolio may be called for short, or 0: the secretary, for the health secretary. A vice
// president is no president.
func (w *linker) headKey(r text.Range) uint64 {
	if r.Len() < 2 || r.Last < 1 {
		return 0
	}
	last := int(r.Last) - 1
	head, first := &w.words.titles[w.word(last).title], &w.words.titles[w.word(last-1).title]
	if first.class != portfolio || !head.alone || head.class != office {
		return 0
	}
	return head.key(&w.Tokens[last]) ^ shortened
}

// shortened tells the key of a short title from that of one that is no longer.
const shortened = 1 << 31

// says reports whether a word of saying stands beside x.
func (w *roleWalk) says(x *found) bool {
	next := int(x.Last)
	var m lexicon.Mask
	if next < len(w.Tokens) {
		m = w.Mask(next)
	}
	if x.First > 0 {
		m |= w.Mask(int(x.First) - 1)
	}
	return m.Has(lexicon.Cues)
}

// linkRole links "the secretary of state" to who was given that title.
func (w *roleWalk) linkRole(n int) {
	x := &w.found[n]
	e := w.role.get(x.titleKey)
	if e < 0 {
		e = w.role.get(x.titleKey ^ shortened)
	}
	if e < 0 {
		return
	}
	if x.of >= 0 {
		of := w.found[x.of].entity
		if p := w.at(e); p.of >= 0 && of >= 0 && p.of != of {
			return
		}
	}
	if !w.genderFits(x, e) {
		return
	}
	w.mention(n, e)
}

const pronounSentences = 4

// linkPronoun links he and she to the person who acts, it to the body that does.
func (w *roleWalk) linkPronoun(n int) {
	x := &w.found[n]
	switch x.gender {
	case Male, Female:
		if m := w.person(x); m >= 0 {
			w.mention(n, w.found[m].entity)
		}
	case Neuter:
		if w.body >= 0 && !x.quoted && x.sentence-w.found[w.body].sentence <= 2 {
			w.mention(n, w.found[w.body].entity)
		}
	}
}

// person returns the mention that a pronoun of a gender most likely repeats, or -1: who acts, else who was named last
// with that gender, else who was named last.
func (w *roleWalk) person(x *found) int32 {
	if w.subject >= 0 && w.fits(x, w.subject) && (!x.quoted || w.known(x, w.subject)) {
		return w.subject
	}
	other := int32(-1)
	for k := uint(1); k <= recentPersons && k <= w.count; k++ {
		m := w.recent[(w.count-k)%recentPersons]
		if !w.fits(x, m) {
			continue
		}
		if w.known(x, m) {
			return m
		}
		if other < 0 {
			other = m
		}
	}
	return other
}

// known reports whether the person of mention m is known to have the gender of x.
func (w *roleWalk) known(x *found, m int32) bool {
	return w.entities[w.found[m].entity].Gender == x.gender
}

func (w *roleWalk) fits(x *found, m int32) bool {
	y := &w.found[m]
	return x.sentence-y.sentence <= pronounSentences && w.genderFits(x, y.entity)
}
