package statement

import (
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
	words  arena.Slab[Word]     // of utterances
	folds  lexicon.Memo[string] // folded spellings of words without apostrophes
	marked map[uint64]string    // and of those with them
}

// Find does what the function Find does.
func (x *Finder) Find(dst []Statement, g *lexicon.Tagged, qs []quantity.Mention, ts []timex.Mention, names []name.Mention,
	entities []name.Entity, voices []attribution.Attribution) []Statement {
	x.known.Reset(g.Lex, knownWords)
	x.finder = finder{g: g, qs: qs, ts: ts, names: names, entities: entities, voices: voices, termSlab: x.termSlab, stringSlab: x.stringSlab,
		known: x.known, stars: x.stars, pasts: x.pasts, sheets: x.sheets[:0], figure: named{sentence: -2}, mods: x.mods[:0], agentNames: x.agentNames[:0], patientNames: x.patientNames[:0]}
	f := &x.finder
	f.termSlab.Reset()
	f.stringSlab.Reset()
	for s := range g.Sentences {
		if g.Paragraphs[g.Sentences[s].Paragraph].Kind == text.Furniture {
			continue
		}
		dst = f.sentence(dst, int32(s))
	}
	f.qs, f.ts, f.names, f.entities, f.voices = nil, nil, nil, nil, nil
	return dst
}

// A Memory is what the statements and utterances of one text were cut from.
type Memory struct {
	terms   arena.Slab[Term]
	strings arena.Slab[string]
	words   arena.Slab[Word]
}

// Use cuts what is found next from m, whose text is not needed any more.
func (x *Finder) Use(m Memory) { x.termSlab, x.stringSlab, x.words = m.terms, m.strings, m.words }

// Release leaves what was found last to the caller, who may Use its memory once he does not need it any more.
func (x *Finder) Release() Memory {
	m := Memory{x.termSlab, x.stringSlab, x.words}
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

	q, t, n, v int // first quantity, time, name and voice that does not end before the sentence

	sent    text.Range // the sentence being read
	at      int32      // its index
	sheets  []sheet    // of its tokens, see newSheets
	outside sheet      // of the last token asked for that is none of its
	own     []Term     // the terms of the clause read last
	termsOf text.Range // which is this one
	voice   string     // whose word the amount being read stands on
	joined  named      // the amount with a measure that was read last
	figure  named      // and that with a measure or a noun, in whatever dimension

	known      lexicon.Memo[sheet]
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

func (f *finder) sentence(dst []Statement, s int32) []Statement {
	f.sent, f.at = f.g.Sentences[s].Range, s
	for f.q < len(f.qs) && f.qs[f.q].First < f.sent.First {
		f.q++
	}
	for f.t < len(f.ts) && f.ts[f.t].First < f.sent.First {
		f.t++
	}
	for f.n < len(f.names) && f.names[f.n].First < f.sent.First {
		f.n++
	}
	for f.v < len(f.voices) && f.voices[f.v].Sentence < s-maxQuoteSentences {
		f.v++
	}
	f.sheets = f.sheets[:0]
	told := f.q < len(f.qs) && f.qs[f.q].First < f.sent.Last || f.t < len(f.ts) && f.ts[f.t].First < f.sent.Last
	if !told {
		return f.ordinals(f.tallies(dst))
	}
	f.newSheets()
	for q := f.q; q < len(f.qs) && f.qs[q].First < f.sent.Last; q++ {
		if st, ok := f.amount(s, int32(q)); ok {
			dst = append(dst, st)
		}
	}
	for t := f.t; t < len(f.ts) && f.ts[t].First < f.sent.Last; t++ {
		if st, ok := f.when(s, int32(t)); ok {
			dst = append(dst, st)
		}
	}
	return f.ordinals(f.tallies(dst))
}

// knownWords is how many words are remembered.
const knownWords = 1 << 14

// maxQuoteSentences is how far behind its first sentence the content of an attribution is looked for.
const maxQuoteSentences = 12

// firstName returns the first mention that starts at or behind token i.
func (f *finder) firstName(i int) int {
	lo, hi := f.n, len(f.names)
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
	lo, hi := f.q, len(f.qs)
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
	for v := f.v; v < len(f.voices) && v < f.v+maxVoices; v++ {
		a := &f.voices[v]
		if a.Sentence > f.at {
			break
		}
		for _, r := range a.Content {
			if r.First <= i && i < r.Last && r.Last-r.First <= size {
				best, size = int32(v), r.Last-r.First
			}
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
