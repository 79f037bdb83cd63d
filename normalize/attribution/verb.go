package attribution

import (
	"github.com/factdiff/factdiff/normalize/arena"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A group is a verb with its auxiliaries and adverbs: "has repeatedly declined to say". Indexes are items.
type group struct {
	first, head, last int // half-open; head is the cue's first word
	cue               *cue
	form              fact // finite, ing, base (an infinitive), part (a reduced relative clause)
	passive           bool
	negated           bool
	modal             fact
	modalAt           int
	light             *cue // declined to say
	lightAt           int
	subj              span // its subject, in items
	clause            int  // first item of its clause, lead-in left out
	coordinated       bool // shares the subject of the verb before it
	relative          int  // index+1 of the who or which that stands for the subject
	used              bool
	inverted          bool
	tail              bool // X said, at the end of the sentence
	told              span // addressee
	kind              complement
	content           span
	out               int // index of its attribution
}

// A span is a half-open range of items.
type span struct{ first, last int }

func (s span) empty() bool { return s.first >= s.last }

// maxVerbs is the most verbs of speech that one sentence is read for.
const maxVerbs = 40

// findGroups finds the verbs of speech of the unit.
func (f *finder) findGroups() {
	f.verbs = f.verbs[:0] // a verb's out is -1 until it is attributed
	f.nouns = f.nouns[:0]
	next := 0 // behind the cue before
	for _, n := range f.cueItems {
		i := int(n)
		if i < next || len(f.verbs) >= maxVerbs {
			continue
		}
		it := &f.items[i]
		t := int(it.first)
		if it.last-it.first > 1 && f.g.Tokens[t+1].Class == text.Hyphen { // a so-called truce
			if _, next, ok := f.g.Longest(t, lexicon.Cues); !ok || int32(next) < it.last {
				continue
			}
		}
		next = f.readCueAt(i, t) + 1
	}
}

// readCueAt reads the cue at item i and returns the last item it takes.
func (f *finder) readCueAt(i, t int) int {
	c, next := f.longestCue(t)
	end := i + 1
	if next > t+1 {
		for end < len(f.items) && int(f.items[end].first) < next {
			end++
		}
	}
	if c.verb != nil && c.verb.class == accordingTo {
		f.verbs = append(f.verbs, group{first: i, head: i, last: end, cue: c.verb, form: prep, out: -1})
		return end - 1
	}
	if c.verb != nil && !f.behindVerb(i, c.form) && f.verbHere(i, end, &c) {
		return end - 1
	}
	if c.noun != nil {
		f.nouns = append(f.nouns, nounGroup{at: i, last: end, cue: c.noun})
	}
	return i
}

// longestCue returns what the longest form at token t is a cue for, and the token behind it.
func (f *finder) longestCue(t int) (c cueWord, next int) {
	if !f.g.Leads(t) {
		return *f.cueWord(t), t + 1
	}
	ps := f.g.Phrases(t)
	for k := len(ps) - 1; k >= 0; k-- {
		if !ps[k].Mask.Has(lexicon.Cues) {
			continue
		}
		if f.rows = f.g.PhraseRows(f.rows[:0], ps[k], lexicon.Cues); len(f.rows) > 0 {
			return f.cuesOf(t), int(ps[k].Last)
		}
	}
	return *f.cueWord(t), t + 1
}

// behindVerb reports whether the bare form at item i stands right behind another verb of speech, which makes it
// a noun: "said demand had fallen".
func (f *finder) behindVerb(i int, form fact) bool {
	n := len(f.verbs)
	return n > 0 && f.verbs[n-1].last == i && f.verbs[n-1].form&past != 0 && form == base
}

// A nounGroup is a noun of speech: "claim" in "Iran's claim that".
type nounGroup struct {
	at, last int
	cue      *cue
}

// verbHere adds the verb group of the cue at item i, unless the word is a noun or an adjective there.
func (f *finder) verbHere(i, end int, w *cueWord) bool {
	c, form, alsoNoun := w.verb, w.form, w.noun != nil
	if form == third { // a spelling the columns do not have
		if w := f.wordFact(int(f.items[i].first)) & (past | part | ing); w != 0 && f.wordFact(int(f.items[i].first))&third == 0 {
			form = w
		}
	}
	if f.g.Tokens[f.items[i].first].Is(text.Capital) && i > 0 && f.is(i-1)&quote == 0 && f.is(i-1)&proper != 0 && f.g.Tokens[f.items[i].first].Flags&text.AllCaps == 0 && f.is(i)&proper != 0 && !f.titleCase {
		return false // a proper: Call, Price
	}
	n := len(f.verbs)
	f.verbs = arena.Extend(f.verbs)
	v := &f.verbs[n]
	v.first, v.head, v.last, v.cue, v.form, v.out = i, i, end, c, form, -1
	if !f.isVerb(v, i, alsoNoun) {
		f.verbs = f.verbs[:n]
		return false
	}
	return true
}

// isVerb takes the words that belong to verb v at item i, which the table has as a form of it, tells in what form it stands there, and reports
// whether it is a verb.
func (f *finder) isVerb(v *group, i int, alsoNoun bool) bool {
	c, form, end := v.cue, v.form, v.last
	f.extend(v)
	switch {
	case form&ing != 0:
		switch {
		case f.beBefore(v):
			v.form = past
		case c.class == np && f.is(v.first-1)&prep != 0 && f.is(v.last)&(noun|adj) != 0 && f.is(v.last)&(det|proper|pronoun|plural) == 0:
			return false // with mocking commentary
		case f.is(v.first-1)&(det|poss|adj) != 0 && f.is(v.first-1)&(noun|proper) == 0:
			return false // the saying, her saying
		case f.is(v.last)&(have|modal|be) != 0 && f.is(v.last)&(poss|noun) == 0:
			return false // its own reporting has found
		default:
			v.form = ing
		}
	case v.modal != 0 || f.hasAux(v, do):
		v.form = past
	case f.infinitive(v):
	case form&part != 0 && f.hasAux(v, be) && !f.hasAux(v, have):
		v.passive, v.form = true, past
		if f.hasBeen(v) {
			v.passive = true
		}
	case form&part != 0 && f.hasAux(v, have):
		v.form = past
		v.passive = f.hasBeen(v)
	case form&past != 0:
		if (c.takes&takesPost == 0 || f.is(i-1)&(comma|quote) == 0) && f.byBehind(end) {
			v.form, v.passive = part, true
		} else if v.first == v.head && f.told(c, end) || !f.pastHere(v) { // people briefed on it
			return false
		} else {
			v.form = past
		}
	case form&(base|third) != 0:
		if !f.presentHere(v, form, c.takes&sure == 0 && (alsoNoun || f.wordFact(int(f.items[i].first))&noun != 0)) {
			return false
		}
		v.form = past
		v.modalAt = -1
	default:
		v.form = part
		if !f.byBehind(end) {
			return false
		}
		v.passive = true
	}
	return true
}

// extend takes the auxiliaries, adverbs and negations before the verb.
func (f *finder) extend(v *group) {
	i := v.head - 1
	for ; i >= 0 && v.head-i < 9; i-- {
		w := f.is(i)
		if n := f.adverbEnds(i); n < i {
			i = n
			continue
		}
		switch {
		case w&quote != 0 || w&(proper) != 0:
		case w&neg != 0 && w&pronoun != 0: // nobody
			v.negated = true
		case w&neg != 0 && w&conj != 0 && w&det == 0 && i > 0 && i == v.head-1: // neither confirmed nor denied
			v.negated = true
		case w&neg != 0 && (w&(conj|sub|prep) == 0 || w&conj != 0 && w&det != 0 && f.is(i-1)&(aux|nominal) != 0): // would neither confirm
			v.negated = true
			if w&modal != 0 {
				v.modal, v.modalAt = modal, i
			}
			v.first = i
			continue
		case w&modal != 0:
			v.modal, v.modalAt = modal, i
			v.first = i
			continue
		case w&(be|have|do) != 0 && w&poss == 0 || w&(be|have|modal) != 0 && w&poss != 0 && f.is(i-1)&(subject|pronoun|rel|there) != 0:
			v.first = i
			continue
		case w&adv != 0 && w&(noun|conj|sub|that|det|prep|when) == 0:
			continue
		case w&adv != 0 && w&(prep|sub|conj|det|when) != 0 && f.is(i-1)&(aux|neg) != 0, w&sub != 0 && w&prep != 0 && f.is(i-1)&have != 0:
			continue // has still said, has since said
		case w&adv != 0 && w&sub != 0 && w&(prep|conj|rel) == 0 && i == v.head-1 && f.is(i-1)&(subject|proper) != 0:
			v.first = i // she once said
			continue
		case w&when != 0 && f.is(i-1)&(aux|neg) != 0:
			continue // can now say
		case f.is(i-1)&det != 0 && f.is(i-2)&within != 0 && f.is(i-3)&have != 0:
			i -= 2 // have in the past said
			continue
		case w&adv != 0 && w&when != 0 && w&(noun|prep|sub|conj|det) == 0 && f.is(i-1)&(proper|noun|subject|pronoun) != 0:
			continue // Lima now says
		}
		break
	}
}

// adverbEnds returns the first item of an adverb of several words that ends with item i, or i: so far, thus far.
func (f *finder) adverbEnds(i int) int {
	for n := i - 1; n >= 0 && n >= i-adverbItems; n-- {
		t := int(f.items[n].first)
		if !f.g.Leads(t) {
			continue
		}
		for _, p := range f.g.Phrases(t) {
			if p.Last != f.items[i].last || !p.Mask.Has(lexicon.Function) {
				continue
			}
			if r, ok := f.g.PhraseRow(p, lexicon.Function); ok && r.Field(colClass) == "adverb" {
				return n
			}
		}
	}
	return i
}

// adverbItems is how many words before its last one an adverb may begin.
const adverbItems = 2

func (f *finder) hasAux(v *group, want fact) bool {
	for i := v.first; i < v.head; i++ {
		if f.is(i)&want != 0 {
			return true
		}
	}
	return false
}

// hasBeen reports whether two auxiliaries stand before the verb, the second a form of be: has been said.
func (f *finder) hasBeen(v *group) bool {
	for i := v.first + 1; i < v.head; i++ {
		if f.is(i)&be != 0 {
			return true
		}
	}
	return false
}

func (f *finder) beBefore(v *group) bool { return f.hasAux(v, be) }

// infinitive takes "declined to" before the verb: the governing verb becomes part of the group.
func (f *finder) infinitive(v *group) bool {
	i := v.head - 1
	for i >= 0 && f.is(i)&(adv|neg) != 0 && f.is(i)&(noun|to|prep|conj) == 0 {
		i--
	}
	if i < 0 || f.is(i)&to == 0 {
		return false
	}
	v.form = base
	if i > 0 && f.is(i-1)&neg != 0 {
		v.negated = true
		i--
	}
	v.first = i
	return true
}

// told reports whether a verb of telling, behind which item end stands, is a participle: people briefed on it say.
func (f *finder) told(c *cue, end int) bool {
	if c.class != tell || c.stance == Asks || c.takes&sure != 0 || f.is(end)&prep == 0 {
		return false
	}
	for i := end + 1; i < len(f.items) && f.is(i)&(comma|stop|quote|that) == 0; i++ {
		if f.is(i)&(past|third|base) != 0 && f.is(i)&(plain|to) == 0 && f.is(i-1)&(noun|proper|plural) != 0 && f.g.Has(int(f.items[i].first), lexicon.Cues) {
			return true
		}
	}
	return false
}

func (f *finder) byBehind(end int) bool {
	for f.is(end)&adv != 0 && f.is(end)&prep == 0 {
		end++
	}
	if f.is(end)&prep == 0 {
		return false
	}
	return f.byAt(end) && (f.is(end+1)&ing == 0 || f.is(end+1)&(noun|adj|prep) != 0) // closed by saying
}

// byAt reports whether item i is the preposition that names who does it.
func (f *finder) byAt(i int) bool { return f.closedFact(int(f.items[i].first))&agent != 0 }

// pastHere tells a past tense from a participle used as an adjective: "the said amount", "reported losses".
func (f *finder) pastHere(v *group) bool {
	b := f.is(v.first - 1)
	if b&amount != 0 && f.is(v.first-2)&(noun|proper|plural|subject) != 0 {
		b = f.is(v.first - 2) // the two both stressed
	}
	if b&amount != 0 && (v.first == 1 || f.is(v.first-2)&(stop|conj|that|comma|dash) != 0) && f.is(v.last)&(det|that|subject|there|quote|proper) != 0 {
		return true // most said they would
	}
	if b&(det|poss) != 0 && b&(noun|pronoun|proper) == 0 || b&det != 0 && b&poss != 0 {
		return false
	}
	if b&prep != 0 && b&(adv|noun) == 0 || b&ing != 0 && b&(noun|adj) == 0 && f.is(v.last)&(noun|plural) != 0 {
		return false
	}
	if b&adj != 0 && b&(noun|proper|adv) == 0 {
		return false
	}
	if b&noun != 0 && f.is(v.first-2)&(det|poss|noun|adj|proper) != 0 && f.isClaim(v.last) {
		return true // the union denied claims
	}
	// 1,237 pledged delegates, a large pledged sum
	return b&(number|adj|prep) == 0 || b&(proper|pronoun|when|plural) != 0 || f.is(v.last)&noun == 0 || f.is(v.last)&(det|that|prep|pronoun|proper) != 0
}

// isClaim reports whether item i is a noun for what somebody says: claims, suggestions.
func (f *finder) isClaim(i int) bool {
	if i >= len(f.items) || f.is(i)&proper != 0 {
		return false
	}
	w, _ := f.longestCue(int(f.items[i].first))
	return w.noun != nil
}

// presentHere tells "they claim" from "the claim", "Iran calls" from "phone calls".
func (f *finder) presentHere(v *group, form fact, alsoNoun bool) bool {
	i := v.first - 1
	b := f.is(i)
	for i > 0 && b&adv != 0 && b&(noun|proper) == 0 {
		i--
		b = f.is(i)
	}
	switch {
	case b&(subject|rel) != 0 && b&proper == 0:
		return true
	case b&(aux) != 0 && b&poss == 0:
		return false
	case b&neg != 0 && b&adv == 0 && b&conj == 0:
		return false
	case b&amount != 0 && form == base && f.is(v.last)&(that|det|subject|there|quote|comma|pronoun) != 0 && (i == 0 || f.opensClause(i-1)):
		return true // Some say they saw it
	case b&(det|poss|prep|adj) != 0 && b&(noun|proper|pronoun) == 0:
		return false
	case i < 0 || b&^(plain|guessed) == 0:
		return false
	}
	if !alsoNoun {
		return true
	}
	a := f.is(v.last)
	if form&third != 0 && b&past != 0 && b&(noun|proper|pronoun|adj) == 0 {
		return false // denied reports, dismissed claims
	}
	if form&third != 0 && b&pronoun == 0 && (b&(number|when) != 0 && b&proper == 0 || a&that != 0 && f.is(v.last+1)&(past|aux) != 0 && f.is(v.last+1)&(noun|proper|poss) == 0) {
		return false // the 13 states where, the emails that were found
	}
	if form&base != 0 && form&(third|past) == 0 && b&noun != 0 && b&(plural|proper|conj|quote|comma|pronoun|several) == 0 {
		return false // the golf venture
	}
	if v.cue.class != np {
		if a&comma != 0 {
			a = f.is(v.last + 1)
		}
		if form&third != 0 && b&plural != 0 && b&proper == 0 {
			return false
		}
		if a&colon != 0 && v.last+1 < len(f.items) {
			return b&proper != 0 || b&noun != 0 && b&(adj|plural|number) == 0 // Fox News reports:
		}
		if a&(that|quote|subject|wh|there) != 0 && a&conj == 0 {
			return b&(comma|conj) == 0 || a&(that|quote) != 0
		}
		return a&(det|proper) != 0 && b&(noun|proper|plural) != 0 && b&adj == 0 && (form&third != 0 && b&(plural) == 0 || form&base != 0 && b&plural != 0) && a&(prep) == 0 ||
			form&third == 0 && form&base != 0 && b&plural != 0 && a&(to|stop) != 0 || v.last >= len(f.items)
	}
	if form&third != 0 && b&(plural) != 0 && b&proper == 0 {
		return false
	}
	if form&base != 0 && form&third == 0 && b&(plural|several|conj|quote|comma) == 0 {
		return false
	}
	if b&(comma) != 0 && form&third != 0 || b&conj != 0 {
		return a&(that|quote|det|subject|proper|wh) != 0
	}
	return a&(that|quote|det|subject|pronoun|proper|wh|colon|plural) != 0 || v.cue.class == say && a&(stop|adj|number|comma|noun|prep) != 0 || v.last >= len(f.items)
}
