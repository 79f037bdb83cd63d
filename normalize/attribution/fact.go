package attribution

import (
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/text"
)

// fact is what a word may be, seen alone. A word may be several things.
type fact uint64

const (
	noun   fact = 1 << iota
	plural      // a noun of more than one
	base        // a verb as in an infinitive or a plural present
	third       // says
	past        // said
	part        // a past participle
	ing         // saying
	adj
	adv
	subject // a pronoun that can only be a subject: I he they
	pronoun // any other pronoun that stands alone: it him this
	det     // begins a noun phrase: the a some his
	poss    // his, 's
	prep
	sub  // because when if
	that // that
	conj // and but or
	rel  // who which
	wh   // what how whether
	be
	have
	do
	modal
	neg
	to // to before an infinitive or a place
	proper
	number
	when // a time: Tuesday, yesterday
	quote
	comma
	colon
	dash
	stop
	there // existential there
	male  // what a pronoun may stand for
	female
	neuter
	several
	compare // as, than
	within  // a preposition of place or time: in, on, during
	concede // although while
	day     // a time of a day or less
	first   // I, we, you: persons of the conversation
	agent   // by
	adding  // including, such as: what it leads is part of what stands before
	place   // where
	amount  // a determiner that may stand alone for several: some, many, both
	having  // with
	former  // had

	certain // what a modal verb makes of its clause: will
	possible
	obliged
	hypothetical
)

// What is known of a word beyond what it may be.
const (
	plain   fact = 1 << (63 - iota) // no function word, no time and no cue: nothing ends there
	guessed                         // no table has it
)

const (
	aux      = be | have | do | modal
	finite   = third | past
	nominal  = noun | plural | proper | number | when | pronoun | subject
	inPhrase = noun | plural | proper | number | adj | det | poss
	modals   = certain | possible | obliged | hypothetical
)

// Columns of function.tsv and words.tsv.
const (
	colClass  = 0
	colKind   = 1
	colPerson = 2
	colNumber = 3
	colGender = 4
)

const (
	colLemmaWord = 0
	colPos       = 1
	colFreq      = 2
)

func closedClass(r lexicon.Row) fact {
	kind := r.Field(colKind)
	switch r.Field(colClass) {
	case "pronoun":
		f := pronoun
		switch kind {
		case "subject":
			f = subject
		case "possessive", "reflexive":
			return pronoun
		}
		return f | person(r)
	case "possessive":
		return det | poss
	case "determiner":
		if kind == "distributive" && r.Field(colNumber) == "p" {
			return det | amount
		}
		return det
	case "quantifier":
		if r.Field(colNumber) != "s" && kind != "none" {
			return det | amount
		}
		return det
	case "preposition":
		if kind == "compare" {
			return prep | compare
		}
		switch kind {
		case "place", "time":
			return prep | within
		case "addition":
			return prep | adding
		}
		return prep
	case "conjunction":
		if kind == "or" || kind == "and" || kind == "but" || kind == "nor" {
			return conj
		}
	case "subordinator":
		switch kind {
		case "content", "open":
			return that
		case "time", "cause", "condition", "purpose":
			return sub
		case "concession":
			return sub | concede
		case "compare":
			return adv
		}
		return wh
	case "auxiliary":
		switch kind {
		case "be":
			return be
		case "have":
			return have
		case "had":
			return have | former
		case "do":
			return do
		}
	case "modal":
		return modal
	case "negation":
		return neg
	case "relative":
		if kind == "place" {
			return rel | place
		}
		return rel
	case "question":
		return wh
	case "adverb", "connective":
		return adv
	case "particle":
		if kind == "infinitive" {
			return to
		}
		return adv
	case "existential":
		return there
	}
	return 0
}

func person(r lexicon.Row) (f fact) {
	if p := r.Field(colPerson); p == "1" || p == "2" {
		f |= first
	}
	if r.Field(colNumber) == "p" {
		return f | several
	}
	switch r.Field(colGender) {
	case "m":
		return f | male
	case "f":
		return f | female
	case "n":
		return f | neuter
	}
	return f
}

// wordClass adds what a row of words.tsv makes of the word as written, whose ending may tell the forms of a verb apart. Of a common word only its two
// most frequent parts of speech count.
func wordClass(r lexicon.Row, lemma bool, ending morph.Class) (f fact) {
	pos := r.Field(colPos)
	if freq := r.Field(colFreq); freq >= "4" && len(pos) > 2 {
		pos = pos[:2]
	}
	for i := range len(pos) {
		switch c := pos[i]; {
		case c == 'a' && lemma:
			f |= adj
		case c == 'r' && lemma:
			f |= adv
		case c == 'n' && lemma:
			f |= noun
		case c == 'n' && (ending == morph.Plural || pos == "n"):
			f |= noun | plural
		case c == 'v' && lemma:
			f |= base
		case c == 'v' && ending == morph.Ing:
			f |= ing
		case c == 'v' && ending == morph.Plural:
			f |= third
		case c == 'v':
			f |= past | part
		}
	}
	return f
}

// A wordSlot remembers what a word in small letters may be.
type wordSlot struct {
	hash uint64
	fact fact
}

// slotBits tells how many words in small letters are found at one look, as a power of two.
const slotBits = 14

// wordSlots are what is remembered of words in small letters: of each two that share a pair, the later met stands in front.
type wordSlots [1 << (slotBits - 1)][2]wordSlot

// golden spreads hashes over the slots (Knuth, TAOCP 6.4).
const golden = 0x9E3779B97F4A7C15

// otherwise are the flags of a word that is not written in small letters alone.
const otherwise = text.Capital | text.MixedCaps | text.Dotted | text.NonASCII | text.HasDigit

// small returns what the word in small letters or the clitic at token i may be.
func (f *finder) small(k *text.Token, i int) fact {
	pair := &f.slots[k.Hash*golden>>(65-slotBits)]
	switch k.Hash {
	case pair[0].hash:
		return pair[0].fact
	case pair[1].hash:
		return pair[1].fact
	}
	w := f.smallFact(k, i)
	pair[0], pair[1] = wordSlot{k.Hash, w}, pair[0]
	return w
}

func (f *finder) smallFact(k *text.Token, i int) fact {
	w := f.rareFact(i)
	if k.Class == text.Clitic {
		return w
	}
	if w == 0 {
		w = unknown(morph.Ending(f.g.Lex, f.g.Word(i))) | guessed
	}
	if f.g.Mask(i)&capitalCounts == 0 {
		w |= plain
	}
	return w
}

// wordFact returns what the tables have of token i.
func (f *finder) wordFact(i int) fact {
	k := &f.g.Tokens[i]
	if k.Class == text.Clitic || k.Class == text.Word && k.Flags&otherwise == 0 { // a clitic is one however its apostrophe is written
		if w := f.small(k, i); w&guessed == 0 {
			return w &^ plain
		}
		return 0
	}
	return f.rareFact(i)
}

// rareFact returns what token i may be, which has not been met lately in small letters.
func (f *finder) rareFact(i int) fact {
	w, known := f.rare.At(f.g, i)
	if !known {
		*w = f.lookUp(i)
	}
	return *w
}

func (f *finder) lookUp(i int) (w fact) {
	g := f.g
	by := fact(0)
	closed := false
	if g.Has(i, lexicon.Function) {
		f.rows = g.Rows(f.rows[:0], i, lexicon.Function)
		for _, r := range f.rows {
			w |= closedClass(r)
			closed = closed || r.Field(colClass) == "adverb" && r.Field(colKind) == "time" || r.Field(colClass) == "connective" && r.Field(colKind) == "addition" // now, then and meanwhile are no nouns
			switch r.Field(colClass) {
			case "preposition":
				by |= prepositionKind(r.Field(colKind))
			case "modal":
				if by&modals == 0 {
					by |= modalKind(r.Field(colKind))
				}
			}
		}
		if w&that != 0 && w&rel == 0 { // whether
			w = w&^that | wh
		}
		closed = closed || w&^(adv|prep) != 0
	}
	half := w&(sub|prep) != 0 && w&^(sub|prep|adv|conj) == 0 // provided, following, given
	if g.Has(i, lexicon.Words) && (half || !closed && w&prep == 0) {
		f.rows = g.Rows(f.rows[:0], i, lexicon.Words)
		most := byte('0')
		if len(f.rows) > 1 {
			for _, r := range f.rows {
				most = max(most, r.Field(colFreq)[0])
			}
		}
		ending, known := morph.Class(0), false
		for _, r := range f.rows {
			if len(f.rows) == 1 || r.Field(colFreq)[0]+3 >= most { // a rare homograph is no reading: broke for penniless
				lemma := strings.EqualFold(r.Field(colLemmaWord), g.Word(i))
				if !lemma && !known {
					ending, known = morph.Ending(g.Lex, g.Word(i)), true
				}
				c := wordClass(r, lemma, ending)
				if half {
					c &= past | part | ing
				}
				w |= c
			}
		}
	}
	if g.Has(i, lexicon.Months) || g.Has(i, lexicon.TimeWords) {
		w |= when
	}
	return w | by
}

func prepositionKind(kind string) fact {
	switch kind {
	case "agent":
		return agent
	case "instrument":
		return having
	}
	return 0
}

func modalKind(kind string) fact {
	switch kind {
	case "certain":
		return certain
	case "possible":
		return possible
	case "obligation":
		return obliged
	case "hypothetical":
		return hypothetical
	}
	return 0
}

// capitalCounts are the tables that make a word with a capital more than a proper inside a sentence.
const capitalCounts = lexicon.Mask(1<<lexicon.Function | 1<<lexicon.Months | 1<<lexicon.TimeWords)

// closedFact returns what token i may be among the function words: none of these facts is left out that only they have.
func (f *finder) closedFact(i int) fact {
	if !f.g.Has(i, lexicon.Function) {
		return 0
	}
	return f.wordFact(i)
}

// fact returns what token i is where it stands.
func (f *finder) fact(i int, opens bool) fact {
	g := f.g
	k := &g.Tokens[i]
	switch k.Class {
	case text.Word:
		if k.Flags&otherwise == 0 {
			return f.small(k, i)
		}
		if k.Is(text.Capital) && !opens && !f.titleCase && f.g.Mask(i)&capitalCounts == 0 {
			return proper
		}
		w := f.wordFact(i)
		if k.Is(text.Capital) {
			if opens && w != 0 {
				if w&(det|prep|aux|conj|subject|that) == 0 && f.named(i) {
					return proper // Cross called
				}
				if w&^(base|noun|plural|third) == 0 && !g.Has(i, lexicon.Function) {
					return w | proper // Lynch, Reed
				}
				return w
			}
			if f.titleCase && w != 0 {
				return w | f.maybeName(i)
			}
			if w&(det|prep|aux|conj|subject|that) != 0 && w&when == 0 && !k.Is(text.AllCaps) {
				return w
			}
			if w&when != 0 && !f.named(i) { // Jan Claes
				return w&(when|modal) | proper
			}
			return proper
		}
		if w == 0 {
			return unknown(morph.Ending(g.Lex, g.Word(i)))
		}
		return w
	case text.Clitic:
		if g.Has(i, lexicon.Function) {
			return f.wordFact(i)&(be|have|modal) | poss
		}
		return poss
	case text.Number:
		return number
	case text.Comma:
		return f.comma(k, i)
	case text.Dash:
		return dash
	case text.Stop:
		return stop
	case text.Symbol:
		return number
	}
	return 0
}

// comma returns which mark a token of its class is, which is token i. That in 9:47 is none.
func (f *finder) comma(k *text.Token, i int) fact {
	switch k.Byte(f.g.Body) {
	case ':':
		if i > 0 && i+1 < len(f.g.Tokens) && f.g.Tokens[i-1].Class == text.Number && f.g.Tokens[i+1].Class == text.Number && !f.g.Tokens[i+1].Is(text.SpaceBefore) {
			return number
		}
		return colon
	case ';':
		return stop
	}
	return comma
}

// named reports whether a name begins with token i.
func (f *finder) named(i int) bool {
	n := sort.Search(len(f.names), func(n int) bool { return int(f.names[n].First) >= i })
	return n < len(f.names) && int(f.names[n].First) == i
}

// maybeName returns proper for a capital word that no table of common words has.
func (f *finder) maybeName(i int) fact {
	if f.g.Has(i, lexicon.Words) || f.g.Has(i, lexicon.Function) {
		return 0
	}
	return proper
}

// unknown guesses what a word is that no table has.
func unknown(ending morph.Class) fact {
	switch ending {
	case morph.Past:
		return past | part
	case morph.Ing:
		return ing | noun
	case morph.Adverb:
		return adv
	case morph.Plural:
		return noun | plural
	}
	return noun | adj
}
