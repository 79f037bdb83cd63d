package name

import (
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
	l.entities, x.Tagged, x.Tokens, x.times = nil, nil, nil, nil
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
	key      uint64     // of its tokens, articles and dots aside
	title    text.Range // the title before it or in apposition to it
	titleKey uint64     // equal for one office, however it is written
	sentence int32
	of       int32 // index of the body or country beside it ("Kremlin spokesman"), or -1
	entity   int32
	known    int32 // of vocabulary.known: what a table has of it, or 0
	kind     Kind
	via      Via
	gender   Gender
	table    lexicon.Table
	words    uint8 // words that count: no particles, no generation
	nested   bool
	weak     bool // needs another mention of the document to be a name
	here     bool // "in", "at" or "near" stands before it
	quoted   bool
	initial  bool // its capital may be there because something starts
}

type finder struct {
	*lexicon.Tagged
	Tokens []text.Token // of Tagged
	words  *vocabulary
	wordAt []int32 // of words.words, by token: 0 where nothing has asked yet
	times  []timex.Mention
	time   int // the first time that does not end before the walk

	found    []found
	sentence int
	end      int          // the token behind the sentence
	all      lexicon.Mask // the tables that have a form in the run that is read
	title    titleFound   // the last title read
	here     bool
	styled   bool // the sentence is in title case or capitals, which say nothing
}

// reset makes the finder ready for g, with the memory of the text before.
func (f *finder) reset(v *vocabulary, g *lexicon.Tagged, times []timex.Mention) {
	*f = finder{Tagged: g, Tokens: g.Tokens, words: v, wordAt: f.wordAt, times: times, found: f.found[:0]}
	if cap(f.wordAt) < len(g.Tokens) {
		f.wordAt = make([]int32, len(g.Tokens)+len(g.Tokens)/4)
	}
	f.wordAt = f.wordAt[:len(g.Tokens)]
	clear(f.wordAt)
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
	f.sentence, f.end = s, int(sen.Last)
	f.title = titleFound{}
	f.styled = f.isStyled(sen.Range)
	first := len(f.found)
	for i := int(sen.First); i < f.end; {
		i = f.at(i)
	}
	f.appositions(first)
}

// What the walk stops at when a token has no capital.
const lowerMask = lexicon.Mask(1<<lexicon.NameWords | 1<<lexicon.Titles | 1<<lexicon.Products)

// at passes over plain words from token i on, reads what starts behind them and returns where to go on.
func (f *finder) at(i int) int {
	j := f.Next(i, f.end, lowerMask|lexicon.Capitals|lexicon.Digits)
	for p := j - 1; p >= i; p-- {
		if f.Tokens[p].Class == text.Word {
			f.here = false
			break
		}
	}
	if j == f.end {
		return j
	}
	switch {
	case f.Capital(j):
		return f.upper(j)
	case f.Tokens[j].Class == text.Word:
		return f.lower(j)
	case j-2 >= i && f.Tokens[j-2].Class == text.Word && f.numberBehind(j-2):
		return f.smallProduct(j - 2)
	}
	return j + 1
}

// numberBehind reports whether a hyphen and a number stand behind token i.
func (f *finder) numberBehind(i int) bool {
	return i+2 < f.end && f.Tokens[i+1].Class == text.Hyphen && f.Tokens[i+2].Class == text.Number
}

// lower reads a word in small letters: a pronoun, a title, a product's name in small letters.
func (f *finder) lower(i int) int {
	if f.numberBehind(i) {
		return f.smallProduct(i)
	}
	here := false
	if f.Has(i, lexicon.NameWords) {
		switch w := f.word(i); w.class {
		case wordPronoun:
			f.pronoun(i, w.gender)
			f.here = false
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
	m := f.Starts(i)
	if m.Has(lexicon.Titles) {
		if t := f.readTitle(i, f.end); t.Len() > 0 {
			return f.setTitle(t)
		}
	}
	if m.Has(lexicon.Products) {
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
	end := f.run(j)
	f.split(i, end)
	return end
}

// pending reports whether a title has just ended before token i, or before a comma and a given name: "his wife, Lara".
func (f *finder) pending(i int) bool { return f.title.class != noTitle && f.awaits(i) }

// awaits is pending for a title that was read.
func (f *finder) awaits(i int) bool {
	last := int(f.title.Last)
	return last == i || last == i-1 && f.Tokens[last].Class == text.Comma && f.title.class == kinship && f.given(i)
}

// initial reports whether a capital on token i may be there because something starts.
func (f *finder) initial(i int) bool {
	if i == 0 || i == int(f.Sentences[f.sentence].First) {
		return true
	}
	p := &f.Tokens[i-1]
	switch p.Class {
	case text.Word:
		return false
	case text.QuoteMark, text.Bracket, text.Dash, text.Stop, text.Symbol, text.Other:
		return true
	case text.Comma:
		return f.Body[p.Start] == ':' || f.Body[p.Start] == ';'
	case text.Number:
		return i-1 == int(f.Sentences[f.sentence].First)
	}
	return false
}

// upper reads a run of words with capitals that starts at token i.
func (f *finder) upper(i int) int {
	if f.inTime(i) {
		f.here = false
		return i + 1
	}
	w := f.word(i)
	if w.class == wordPronoun && !f.known(i) {
		f.pronoun(i, w.gender)
		return i + 1
	}
	if i > 0 && f.Tokens[i-1].Class == text.Symbol && !f.Tokens[i].Is(text.SpaceBefore) && f.Body[f.Tokens[i-1].Start] != '/' {
		return i + 1 // a handle, a tag
	}
	if next := f.partyState(i); next > i {
		return next
	}
	if f.skipsFirst(i, w) {
		if f.Has(i, lexicon.Titles) {
			if t := f.readTitle(i, f.end); t.Len() > 0 {
				return f.setTitle(t)
			}
		}
		f.here = w.class == wordHere
		return i + 1
	}
	end := f.run(i)
	f.split(i, end)
	f.here = false
	return end
}

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

// partyState passes over the party in "Sen. Ruiz, D-Nev." and "(R-Texas)", so that only the state is a name.
func (f *finder) partyState(i int) int {
	if f.Tokens[i].End-f.Tokens[i].Start != 1 || i == 0 || i+2 >= f.end || f.Tokens[i+1].Class != text.Hyphen || !f.Capital(i+2) {
		return i
	}
	if c := f.Tokens[i-1].Class; c != text.Comma && c != text.Bracket {
		return i
	}
	if _, next := f.tableAt(i+2, f.end); next > i+2 {
		return i + 2
	}
	return i + 3
}

// smallProduct reads a name with a number in small letters, which is one when the text has it with a capital: fath-360.
func (f *finder) smallProduct(i int) int {
	f.add(&found{Range: text.Range{First: int32(i), Last: int32(i + 3)}, kind: Product, weak: true}, i)
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

// skipsFirst reports whether token i has its capital for another reason than being a name.
func (f *finder) skipsFirst(i int, w *entry) bool {
	if f.Leads(i) && f.Starts(i)&nameTables != 0 && w.flags&isNever == 0 {
		return f.longestName(i) == 0
	}
	switch w.flags & (readsFirst | skipsAlone) {
	case readsFirst:
		return false
	case skipsAlone:
		// Will Smith, May said: a given name counts when a name follows
		return i+1 >= f.end || !f.nameFollows(i+1)
	case readsFirst | skipsAlone:
		// an initial, or a letter of a list
		return !(i+1 < f.end && (f.Tokens[i+1].Class == text.Stop && !f.Tokens[i+1].Is(text.SpaceBefore) || f.Tokens[i+1].Class == text.Hyphen))
	}
	return true
}

// nameFollows reports whether token i is a word with a capital that is no plain word.
func (f *finder) nameFollows(i int) bool {
	if f.Tokens[i].Class == text.Stop && i+1 < f.end {
		i++
	}
	return f.Capital(i) && f.Mask(i)&(lexicon.Function.In()|lexicon.Months.In()) == 0 &&
		(f.Mask(i)&(lexicon.Surnames.In()) != 0 || !f.Mask(i).Has(lexicon.Words))
}

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
func (f *finder) inTime(i int) bool {
	m := f.Mask(i)
	if m&timely == 0 {
		return false
	}
	start := int(f.Tokens[i].Start)
	for f.time < len(f.times) && f.times[f.time].End <= start {
		f.time++
	}
	if f.time < len(f.times) && f.times[f.time].Start <= start {
		return true
	}
	return m.Has(lexicon.Months) && !m.Has(lexicon.Given) && m&nameTables == 0
}
