package statement

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/arena"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// Find appends the statements of a document to dst: sentence by sentence its amounts, then its times.
// What it says beside them is found by Claims.
func Find(dst []Statement, g *lexicon.Tagged, qs []quantity.Mention, ts []timex.Mention, names []name.Mention,
	entities []name.Entity, voices []attribution.Attribution) []Statement {
	return new(Finder).Find(dst, g, qs, ts, names, entities, voices)
}

// A Finder is Find with memory that is used again: what it found before is overwritten. The zero Finder is ready; it
// is not safe for several goroutines.
type Finder struct {
	finder
	spoken arena.Slab[Word]     // words of utterances
	folds  lexicon.Memo[string] // folded spellings of words without apostrophes
	marked map[uint64]string    // and of those with them
}

// Find does what the function Find does.
func (x *Finder) Find(dst []Statement, g *lexicon.Tagged, qs []quantity.Mention, ts []timex.Mention, names []name.Mention,
	entities []name.Entity, voices []attribution.Attribution) []Statement {
	if x.lex != g.Lex {
		x.lex, x.known = g.Lex, new(knownWords)
	}
	x.knownVerbs.Reset(g.Lex, knownVerbs)
	x.knownModifiers.Reset(g.Lex, knownModifiers)
	x.finder = finder{g: g, lex: x.lex, qs: qs, ts: ts, names: names, entities: entities, voices: voices, termSlab: x.termSlab, stringSlab: x.stringSlab,
		known: x.known, knownVerbs: x.knownVerbs, knownModifiers: x.knownModifiers, stars: x.stars, pasts: x.pasts, sheet: x.sheet, contents: x.contents, figure: named{sentence: -2}, part: -1, table: table{row: -1}, units: x.units, mods: x.mods[:0], entityKeys: x.entityKeys, agentNames: x.agentNames[:0], patientNames: x.patientNames[:0]}
	f := &x.finder
	f.sheet.reset(g)
	f.entityKeys = slices.Grow(x.entityKeys[:0], len(entities))[:len(entities)]
	clear(f.entityKeys)
	f.termSlab.Reset()
	f.stringSlab.Reset()
	f.nextCount = -1
	for s := range g.Sentences {
		if f.tells(g.Sentences[s].Range) && g.Paragraphs[g.Sentences[s].Paragraph].Kind != text.Furniture {
			dst = f.sentence(dst, int32(s))
		}
	}
	f.qs, f.ts, f.names, f.entities, f.voices, f.sheet.masks = nil, nil, nil, nil, nil, nil
	return dst
}

// A Memory is what the statements and utterances of one text were cut from.
type Memory struct {
	terms   arena.Slab[Term]
	strings arena.Slab[string]
	words   arena.Slab[Word]
}

// Use cuts what is found next from m, whose text is not needed any more.
func (x *Finder) Use(m Memory) { x.termSlab, x.stringSlab, x.spoken = m.terms, m.strings, m.words }

// Release leaves what was found last to the caller, who may Use its memory once he does not need it any more.
func (x *Finder) Release() Memory {
	m := Memory{x.termSlab, x.stringSlab, x.spoken}
	x.Use(Memory{})
	return m
}

// A finder reads one document. Its cursors move with the sentences.
type finder struct {
	g        *lexicon.Tagged
	qs       []quantity.Mention
	ts       []timex.Mention
	names    []name.Mention
	entities []name.Entity
	voices   []attribution.Attribution

	q, t, n, v       int // first quantity, time, name and voice that does not end before the sentence
	qEnd, tEnd, nEnd int // and first that begins behind it

	nextCount             int // first token of counts that does not stand before the sentence
	nextNumber, nextTally int // first token of figures, and of TallyWords, in the sentence, or its end

	sheet sheet

	sent     text.Range // the sentence being read
	at       int32      // its index
	opened   bool       // it was made ready for the rules: what follows is that of the sentence
	contents []content  // what voices say in it

	own    []Term     // the terms of the clause read last
	ownOf  text.Range // which is this one
	voice  string     // whose word the amount being read stands on
	joined named      // the amount with a measure that was read last
	figure named      // and that with a measure or a noun, in whatever dimension
	part   int        // the amount read last that is a part of those who are counted before, or -1
	table  table      // the table read last

	units    labelUnits
	headed   bool       // the head of a column names the measure of the amount being read
	unitPart text.Range // where its label has the unit of the amount being read

	resumedAt int // the verb of those counted behind the clause about them, -1 where the sentence has none

	lex            *lexicon.Lexicon // of what is known of words: the text before may be another reader's by now
	known          *knownWords
	knownVerbs     lexicon.Memo[verb]
	knownModifiers lexicon.Memo[modifier]

	entityKeys []uint64          // of entities as terms, 0 for those not asked for yet
	stars      map[string]string // dimensions to the measure without a name
	pasts      map[string]string // classes of earlier times to their modifiers
	termSlab   arena.Slab[Term]
	stringSlab arena.Slab[string]

	mods, agentNames, patientNames []string // scratch
}

// A named is an amount of which the text says what it measures.
type named struct {
	quantity int32
	sentence int32
	slot     Slot
}

// figures are what scores and ordinals start from, counts those and the words that count without a number.
const (
	figures = lexicon.Digits | lexicon.NumberWords | lexicon.OrdinalWords
	counts  = figures | lexicon.TallyWords
)

// tells reports whether a sentence has anything that a statement starts from: an amount, a time, a number or a word that counts without.
func (f *finder) tells(r text.Range) bool {
	first, last := int(r.First), int(r.Last)
	if f.nextCount < first {
		f.nextCount = f.g.Next(first, len(f.g.Tokens), counts)
	}
	for ; f.qEnd < len(f.qs) && f.qs[f.qEnd].First < r.First; f.qEnd++ {
	}
	for ; f.tEnd < len(f.ts) && f.ts[f.tEnd].First < r.First; f.tEnd++ {
	}
	return f.nextCount < last || f.qEnd < len(f.qs) && f.qs[f.qEnd].First < r.Last || f.tEnd < len(f.ts) && f.ts[f.tEnd].First < r.Last
}

// sentence appends the statements of a sentence that tells is true of.
func (f *finder) sentence(dst []Statement, s int32) []Statement {
	f.sent, f.at = f.g.Sentences[s].Range, s
	f.opened, f.resumedAt = false, -1
	last := int(f.sent.Last)
	if f.nextNumber, f.nextTally = last, last; f.nextCount < last {
		f.nextNumber, f.nextTally = f.g.Next(f.nextCount, last, figures), f.g.Next(f.nextCount, last, lexicon.TallyWords)
	}
	for f.q = f.qEnd; f.qEnd < len(f.qs) && f.qs[f.qEnd].First < f.sent.Last; f.qEnd++ {
	}
	for f.t = f.tEnd; f.tEnd < len(f.ts) && f.ts[f.tEnd].First < f.sent.Last; f.tEnd++ {
	}
	for f.n = f.nEnd; f.n < len(f.names) && f.names[f.n].First < f.sent.First; f.n++ {
	}
	for f.nEnd = f.n; f.nEnd < len(f.names) && f.names[f.nEnd].First < f.sent.Last; f.nEnd++ {
	}
	for f.v < len(f.voices) && f.voices[f.v].Sentence < s-maxQuoteSentences {
		f.v++
	}
	if f.q < f.qEnd || f.t < f.tEnd {
		f.open()
	}
	for q := f.q; q < f.qEnd; q++ {
		dst = arena.Extend(dst)
		if !f.amount(&dst[len(dst)-1], s, int32(q)) {
			dst = dst[:len(dst)-1]
		}
	}
	for t := f.t; t < f.tEnd; t++ {
		dst = arena.Extend(dst)
		if !f.when(&dst[len(dst)-1], s, int32(t)) {
			dst = dst[:len(dst)-1]
		}
	}
	return f.ordinals(f.tallies(dst))
}

// maxQuoteSentences is how far behind its first sentence the content of an attribution is looked for.
const maxQuoteSentences = 12

// firstName returns the first mention that starts at or behind token i.
func (f *finder) firstName(i int) int {
	lo, hi := f.n, f.nEnd
	if i > int(f.sent.Last) {
		hi = len(f.names)
	}
	for lo < hi {
		if m := (lo + hi) / 2; int(f.names[m].First) < i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// firstQuantity returns the first quantity that starts at or behind token i.
func (f *finder) firstQuantity(i int) int {
	lo, hi := f.q, f.qEnd
	if i > int(f.sent.Last) {
		hi = len(f.qs)
	}
	for lo < hi {
		if m := (lo + hi) / 2; int(f.qs[m].First) < i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// voiceAt returns the innermost attribution whose content has token i, or -1.
func (f *finder) voiceAt(i int32) int32 {
	best, size := int32(-1), int32(1<<30)
	for k := range f.contents {
		if c := &f.contents[k]; c.First <= i && i < c.Last && c.Last-c.First <= size {
			best, size = c.voice, c.Last-c.First
		}
	}
	return best
}

// maxVoices bounds how many attributions before a statement may be its own.
const maxVoices = 64

// holder returns whose word a statement of voice v stands on.
func (f *finder) holder(v int32) string {
	if v < 0 || int(v) >= len(f.voices) {
		return ""
	}
	sp := &f.voices[v].Speaker
	if sp.For != "" && sp.Unnamed {
		return sp.For
	}
	return sp.Name
}
