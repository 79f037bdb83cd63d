package name

import (
	"math/bits"
	"slices"

	"github.com/factdiff/factdiff/normalize/arena"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// Find appends the mentions of g to mentions in reading order and the entities they name to entities.
// Pronouns, titles and nominals are mentions too.
//
// It works in three walks: over the tokens, which finds what looks like a name and what its words say of
// it; over what was found, names of several words first, which makes the entities; and over titles and
// pronouns, which need them. Headlines are read last, when the names of the report are known.
func Find(mentions []Mention, entities []Entity, g *lexicon.Tagged, times []timex.Mention) ([]Mention, []Entity) {
	return new(Finder).Find(mentions, entities, g, times)
}

// A Finder is Find with memory that is used again: the entities it made before are overwritten. The zero Finder is
// ready; it is not safe for several goroutines.
type Finder struct {
	finder
	vocabulary vocabulary
	linker     linker
}

// Find does what the function Find does.
func (x *Finder) Find(mentions []Mention, entities []Entity, g *lexicon.Tagged, times []timex.Mention) ([]Mention, []Entity) {
	x.vocabulary.reset(g.Lex)
	x.reset(&x.vocabulary, g, times)
	x.tokens()
	l := &x.linker
	l.reset(&x.finder, entities)
	l.names()
	l.roles()
	mentions, entities = l.output(mentions), l.entities
	l.entities, x.Tagged, x.Tokens, x.masks, x.times = nil, nil, nil, nil, nil
	return mentions, entities
}

// A Memory is what the entities of one text were cut from.
type Memory struct{ forms arena.Slab[string] }

// Use cuts what is found next from m, whose text is not needed any more.
func (x *Finder) Use(m Memory) { x.linker.forms = m.forms }

// Release leaves what was found last to the caller, who may Use its memory once he does not need it any more.
func (x *Finder) Release() Memory {
	m := Memory{x.linker.forms}
	x.linker.forms = arena.Slab[string]{}
	return m
}

// A found is a name, a title or a pronoun before it is known whom it names.
type found struct {
	text.Range
	part                // what its words tell
	title    text.Range // the title before it or in apposition to it
	titleKey uint64     // equal for one office, however it is written
	sentence int32
	of       int32 // index of the body or country beside it ("Kremlin spokesman"), or -1
	entity   int32
	here     bool // "in", "at" or "near" stands before it
	quoted   bool
	initial  bool // its capital may be there because something starts
}

type finder struct {
	*lexicon.Tagged
	Tokens []text.Token   // of Tagged
	masks  []lexicon.Mask // and what At returns of them
	words  *vocabulary
	wordAt []int32 // of words.words, by token: 0 where nothing has asked yet
	times  []timex.Mention
	time   int // the first time that does not end before the walk

	stops lexicon.Stops // what the walk stops at

	found    []found
	sentence int
	first    int          // its first token
	end      int          // the token behind the sentence
	all      lexicon.Mask // what At returns of the tokens of the run that is read, together
	beyond   bool         // and whether one of them ends behind it
	record   runRecord    // what it is read as
	title    titleFound   // the last title read
	here     bool
	style    style // of the sentence, as far as it was asked for
	styled   bool  // capitals say nothing in it: known where a run of capitals is read
}

// room makes room for what is found next.
func (f *finder) room() *found {
	n := len(f.found)
	if n == cap(f.found) {
		f.found = slices.Grow(f.found, 1)
	}
	f.found = f.found[:n+1]
	return &f.found[n]
}

// reset makes the finder ready for g, with the memory of the text before.
func (f *finder) reset(v *vocabulary, g *lexicon.Tagged, times []timex.Mention) {
	*f = finder{Tagged: g, Tokens: g.Tokens, masks: g.Masks(), words: v, wordAt: f.wordAt, times: times, found: f.found[:0], stops: f.stops}
	if cap(f.wordAt) < len(g.Tokens) {
		f.wordAt = make([]int32, len(g.Tokens)+len(g.Tokens)/4)
	}
	f.wordAt = f.wordAt[:len(g.Tokens)]
	clear(f.wordAt)
	f.stops.Find(g, stopMask)
}

const namesPerToken = 10 // a guess for the first allocation

// tokens walks the sentences, headlines after the rest.
func (f *finder) tokens() {
	if f.found == nil {
		f.found = make([]found, 0, len(f.Tokens)/namesPerToken+8)
	}
	for p := range f.Paragraphs {
		par := &f.Paragraphs[p]
		if par.Kind == text.Furniture {
			continue
		}
		if f.Dateline.Len() > 0 && f.Dateline.First == par.First {
			f.dateline()
		}
		for s := int(par.Sentences.First); s < int(par.Sentences.Last); s++ {
			f.readSentence(s)
		}
	}
}

func (f *finder) readSentence(s int) {
	sen := &f.Sentences[s]
	if sen.Len() == 0 {
		return
	}
	f.sentence, f.first, f.end = s, int(sen.First), int(sen.Last)
	f.title = titleFound{}
	f.style = noStyle
	first := len(f.found)
	f.walk()
	if first < len(f.found) {
		f.appositions(first)
	}
}

// walk goes from stop to stop of the sentence.
func (f *finder) walk() {
	masks := f.masks[:f.end]
	i := f.first // what lies before it is read
	for from := i; from < f.end; from += stopsAtOnce {
		for stops := f.stops.From(from, f.end); stops != 0; stops &= stops - 1 {
			j := from + bits.TrailingZeros64(stops)
			if j < i {
				continue
			}
			if f.here {
				f.between(i, j)
			}
			switch m := masks[j]; {
			case m&lexicon.Capitals != 0:
				i = f.upper(j, m)
			case m&lexicon.AnyWord != 0:
				i = f.lower(j, m)
			default:
				i = f.number(i, j)
			}
		}
	}
	f.between(i, f.end)
}

// stopsAtOnce is for how many tokens the walk asks for stops.
const stopsAtOnce = 64

// What the walk stops at when a token has no capital, and all that it stops at.
const (
	lowerMask = lexicon.Mask(1<<lexicon.NameWords | 1<<lexicon.Titles | 1<<lexicon.Products)
	stopMask  = lowerMask | lexicon.Capitals | lexicon.Digits
)

// between passes over plain words: what stands before them stands before no name.
func (f *finder) between(i, j int) {
	for j--; j >= i; j-- {
		if f.Tokens[j].Class == text.Word {
			f.here = false
			return
		}
	}
}

// number reads a number that a word and a hyphen stand before, which the walk passed over from token from on, and returns where to go on.
func (f *finder) number(from, i int) int {
	if i-2 >= from && f.Tokens[i-2].Class == text.Word && f.numberBehind(i-2) {
		return f.smallProduct(i - 2)
	}
	return i + 1
}

// numberBehind reports whether a hyphen and a number stand behind token i.
func (f *finder) numberBehind(i int) bool {
	return i+2 < f.end && f.Tokens[i+1].Class == text.Hyphen && f.Tokens[i+2].Class == text.Number
}

// lower reads a word in small letters, at which forms of the tables of m start: a pronoun, a title, a product's name in small
// letters.
func (f *finder) lower(i int, m lexicon.Mask) int {
	if next := i + 1; next < len(f.Tokens) && f.Tokens[next].Class == text.Hyphen && f.numberBehind(i) {
		return f.smallProduct(i)
	}
	here := false
	if m.Has(lexicon.NameWords) && f.Has(i, lexicon.NameWords) {
		switch w := f.smallWord(i); w.class {
		case wordPronoun:
			f.here = false
			f.pronoun(i, w.gender)
			return i + 1
		case wordHere:
			here = true
		case wordOf:
			here = i > 0 && f.placeNoun(i-1) // the town of, north of
		case wordParticle:
			if next := f.lowerParticle(i); next > i {
				return next
			}
		}
	}
	f.here = here
	if m.Has(lexicon.Titles) {
		if t := f.readTitle(i, f.end); t.Len() > 0 {
			return f.setTitle(t)
		}
	}
	if m.Has(lexicon.Products) && f.endsAt(i) {
		return f.lowerHead(i)
	}
	return i + 1
}

// placeNoun reports whether token i is a noun for a kind of place.
func (f *finder) placeNoun(i int) bool {
	if !f.Has(i, lexicon.Products) {
		return false
	}
	use, kind, _ := f.kindNoun(i)
	return use != noUse && kind == Place
}

// lowerParticle reads a name that starts with a particle in small letters: al-Assad, de Blasio, van der Bellen.
func (f *finder) lowerParticle(i int) int {
	j := i + 1
	hyphen := j < f.end && f.Tokens[j].Class == text.Hyphen
	for j < f.end && (f.Tokens[j].Class == text.Hyphen || f.wordClass(j) == wordParticle && !f.Capital(j)) {
		j++
	}
	if j >= f.end || !f.Capital(j) || !hyphen && f.Mask(i).Has(lexicon.Function) {
		return i
	}
	if !hyphen && !f.pending(i) && f.Mask(j)&(lexicon.Places.In()|lexicon.Demonyms.In()|lexicon.Months.In()) != 0 {
		return i
	}
	if !hyphen && !f.pending(i) && j-i < 2 && !f.Tokens[i].Is(text.NonASCII) && f.Tokens[i].End-f.Tokens[i].Start < 2 {
		return i
	}
	f.styled = f.isStyled()
	end := f.run(j)
	f.split(i, end)
	return end
}

// pending reports whether a title has just ended before token i, or before a comma and a given name: "his wife, Lara".
func (f *finder) pending(i int) bool {
	return f.title.class != noTitle && int(f.title.Last) >= i-1 && f.awaits(i)
}

// awaits is pending for a title that was read.
func (f *finder) awaits(i int) bool {
	last := int(f.title.Last)
	return last == i || last == i-1 && f.Tokens[last].Class == text.Comma && f.title.class == kinship && f.given(i)
}

// initial reports whether a capital on token i may be there because something starts.
func (f *finder) initial(i int) bool {
	if i == 0 || i == f.first {
		return true
	}
	switch p := &f.Tokens[i-1]; {
	case p.Class == text.Word:
		return false
	case starters>>p.Class&1 != 0:
		return true
	case p.Class == text.Comma:
		return f.Body[p.Start] == ':' || f.Body[p.Start] == ';'
	case p.Class == text.Number:
		return i-1 == f.first
	}
	return false
}

// starters are the classes of tokens behind which something starts.
const starters = 1<<text.QuoteMark | 1<<text.Bracket | 1<<text.Dash | 1<<text.Stop | 1<<text.Symbol | 1<<text.Other

// given reports whether token i may be a given name or short for one.
func (f *finder) given(i int) bool {
	if f.Mask(i)&(lexicon.Given.In()|lexicon.Nicknames.In()) == 0 || !f.Tokens[i].Is(text.Capital) {
		return false
	}
	if f.styled || !f.Tokens[i].Is(text.AllCaps) {
		return true
	}
	return i+1 < f.end && f.Tokens[i+1].Is(text.AllCaps) && f.Tokens[i].End-f.Tokens[i].Start > 2 // JANE SMITH
}

// smallProduct reads a name with a number in small letters, which is one when the text has it with a capital: fath-360.
func (f *finder) smallProduct(i int) int {
	f.styled = f.isStyled()
	f.addNew(i, i+3, Product, true)
	return i + 3
}

// plain reports whether token i is a common word.
func (f *finder) plain(i int) bool { return f.Has(i, lexicon.Words) && f.word(i).flags&isPlain != 0 }

// noun reports whether token i is a noun first.
func (f *finder) noun(i int) bool { return f.Has(i, lexicon.Words) && f.word(i).flags&isNoun != 0 }

// nameTables are those whose forms are names.
const nameTables = lexicon.Mask(1<<lexicon.Places | 1<<lexicon.Demonyms | 1<<lexicon.Metonyms | 1<<lexicon.Orgs)

// known reports whether a table of names has a form that starts at token i.
func (f *finder) known(i int) bool { return f.Starts(i)&nameTables != 0 }

// longestName returns how many tokens the longest form of a table of names takes at token i.
func (f *finder) longestName(i int) int {
	if f.Leads(i) {
		if n := f.longestPhrase(i); n > 0 {
			return n
		}
	}
	if f.Mask(i)&nameTables != 0 {
		return 1
	}
	return 0
}

// longestPhrase is longestName for forms of several tokens.
func (f *finder) longestPhrase(i int) int {
	ps := f.Phrases(i)
	for k := len(ps) - 1; k >= 0; k-- {
		if ps[k].Mask&nameTables != 0 && int(ps[k].Last) <= f.end && f.capitals(ps[k].Range) {
			return ps[k].Len()
		}
	}
	return 0
}

// capitals reports whether a phrase is written as a name: its first and its last word have a capital.
func (f *finder) capitals(r text.Range) bool {
	return f.Capital(int(r.First)) && (f.Capital(int(r.Last)-1) || f.Tokens[r.Last-1].Class == text.Number)
}

// timely are the tables whose words may belong to a time although they have a capital.
const timely = lexicon.Mask(1<<lexicon.Months | 1<<lexicon.TimeWords | 1<<lexicon.Function)

// inTime reports whether token i belongs to a time.
func (f *finder) inTime(i int) bool { return f.Mask(i)&timely != 0 && f.timed(i) }

// timed is inTime for a word of those tables.
func (f *finder) timed(i int) bool {
	m := f.Mask(i)
	start := int(f.Tokens[i].Start)
	for f.time < len(f.times) && f.times[f.time].End <= start {
		f.time++
	}
	if f.time < len(f.times) && f.times[f.time].Start <= start {
		return true
	}
	return m.Has(lexicon.Months) && !m.Has(lexicon.Given) && m&nameTables == 0
}
