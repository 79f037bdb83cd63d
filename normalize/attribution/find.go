package attribution

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A finder holds what one call of Find works with.
type finder struct {
	g        *lexicon.Tagged
	lex      *lexicon.Lexicon // of g, and of what is remembered of words: the text before may be another reader's by now
	names    []name.Mention
	entities []name.Entity
	times    []timex.Mention
	dst      []Attribution
	base     int // attributions before this one are the caller's
	progress

	// The unit.
	items      []item // those of room
	room       *room
	marks      [len(room{})]mark
	cueItems   []int32 // items at which a cue may stand
	quoteItems []int32
	verbs      []group
	nouns      []nounGroup
	depth      int                 // of the search for a shared subject
	trials     [maxDepth + 2]group // one for each depth
	contentAt  int                 // where the content begins whose end is looked for

	spans    []text.Range // ranges of attributions are cut from this
	rare     lexicon.Memo[fact]
	slots    *wordSlots
	cues     map[uint32]*cue // of rows
	cueWords lexicon.Memo[cueWord]
	groups   lexicon.Memo[groupKind]
	rows     []lexicon.Row // scratch
}

// Progress tells how far a text has been read, and what of it is in mind there.
type progress struct {
	nextTime  int
	nextCue   int   // next token at which one may start
	opened    int   // next quotation of any depth
	taken     int32 // quotations that open before this token belong to the cue of the paragraph before
	time      int   // next time of the text
	quote     int   // next quotation of the text
	titleCase bool
	tailOut   int     // attribution that a quotation in the next sentence goes on with, or -1
	tailPar   int     // its paragraph
	joined    bool    // a quotation has just been added to it
	issuer    Speaker // who issued the last statement
	said      Speaker // who a free-standing quotation goes on
	saidAt    int32   // the sentence in which he did
}

// Find appends the attributions of g to dst in reading order.
func Find(dst []Attribution, g *lexicon.Tagged, names []name.Mention, entities []name.Entity, times []timex.Mention) []Attribution {
	return new(Finder).Find(dst, g, names, entities, times)
}

// A Finder is Find with memory that is used again: what it found before is overwritten. The zero Finder is ready;
// it is not safe for several goroutines.
type Finder struct{ finder }

// Find does what the function Find does.
func (x *Finder) Find(dst []Attribution, g *lexicon.Tagged, names []name.Mention, entities []name.Entity, times []timex.Mention) []Attribution {
	x.reset(g)
	f := &x.finder
	f.names, f.entities, f.times, f.dst, f.base = names, entities, times, dst, len(dst)
	transcript := f.transcript()
	for p := range g.Paragraphs {
		par := &g.Paragraphs[p]
		if par.Kind == text.Furniture {
			continue
		}
		if transcript {
			f.turn(par)
		} else {
			f.headlineVoice(par)
		}
		f.paragraph(p, par)
	}
	out := f.dst
	f.names, f.entities, f.times, f.dst = nil, nil, nil, nil
	return out
}

// A Memory is what the attributions of one text were cut from.
type Memory struct{ spans []text.Range }

// Use cuts what is found next from m, whose text is not needed any more.
func (x *Finder) Use(m Memory) { x.spans = m.spans }

// Release leaves what was found last to the caller, who may Use its memory once he does not need it any more.
func (x *Finder) Release() Memory {
	m := Memory{x.spans}
	x.spans = nil
	return m
}

// How many words, how many cues and how many words for groups are remembered.
const (
	knownWords = 1 << 13
	cueWords   = 1 << 12
	groupWords = 1 << 10
)

// reset forgets the text before and keeps its memory and what is known of words.
func (f *finder) reset(g *lexicon.Tagged) {
	if f.lex != g.Lex {
		f.room = new(room)
		f.items = f.room[:0]
		f.marks = [len(room{})]mark{}
		f.cues, f.slots = make(map[uint32]*cue), new(wordSlots)
	}
	f.rare.Reset(g.Lex, knownWords)
	f.cueWords.Reset(g.Lex, cueWords)
	f.groups.Reset(g.Lex, groupWords)
	f.g, f.lex = g, g.Lex
	f.progress = progress{nextCue: -1, said: Speaker{Entity: -1}, saidAt: -2, tailOut: -1}
	f.spans = f.spans[:0]
}

func (f *finder) paragraph(p int, par *text.Paragraph) {
	g := f.g
	s := int(par.Sentences.First)
	if s >= int(par.Sentences.Last) {
		return
	}
	titled := false
	i := f.pastStamp(int(g.Sentences[s].First), int(par.Last))
	for i < int(par.Last) {
		for s+1 < int(par.Sentences.Last) && int(g.Sentences[s].Last) <= i { // a unit ends where its last sentence does
			s++
		}
		// most sentences hold neither a cue nor a quotation, and are passed over by one look at their masks
		for s < int(par.Sentences.Last) && int(g.Sentences[s].First) >= i && !f.candidate(int(g.Sentences[s].First), int(g.Sentences[s].Last)) {
			i = int(g.Sentences[s].Last)
			f.tailOut = -1
			s++
		}
		if s >= int(par.Sentences.Last) {
			return
		}
		if !titled {
			titled, f.titleCase = true, f.headline(par)
		}
		i = max(i, int(g.Sentences[s].First))
		from := i
		at := s
		s, i = f.unit(s, i, par)
		if i == int(par.Last) {
			f.block(p + 1)
		}
		if i <= from {
			return
		}
		f.read(at, p)
	}
}

// headlineWords is the most words of a line that may be a headline.
const headlineWords = 30

// headline reports whether most words of a short paragraph start with a capital.
func (f *finder) headline(par *text.Paragraph) bool {
	if par.Len() > headlineWords {
		return false
	}
	capitals, small := 0, 0
	for i := par.First; i < par.Last; i++ {
		k := &f.g.Tokens[i]
		if k.Class != text.Word {
			continue
		}
		if k.Flags&text.Capital != 0 {
			capitals++
		} else if small++; small*4 > par.Len() {
			return false // not enough words are left
		}
	}
	return capitals+small > 3 && capitals >= small*3
}

// read finds the attributions of one unit.
func (f *finder) read(sentence, p int) {
	if len(f.items) == 0 {
		return
	}
	f.findGroups()
	for n := range f.verbs {
		if v := &f.verbs[n]; v.form == past {
			f.marks[v.head] |= finiteHead
		}
	}
	for n := range f.verbs {
		f.findSubject(n)
	}
	for n := range f.verbs {
		v := &f.verbs[n]
		v.tail = v.form == past && !v.passive && v.cue.takes&takesPost != 0 && v.cue.takes&takesClause != 0 && !v.subj.empty() && f.tailed(v)
		f.markVerb(v)
	}
	start := len(f.dst)
	for n := range f.verbs {
		f.attribute(n, sentence)
	}
	f.dropTold(start)
	for n := range f.nouns {
		f.nounCue(n, sentence)
	}
	if n := len(f.items) - 1; f.items[n].last > f.g.Paragraphs[p].Last && f.marked(n, covered) {
		f.taken = f.items[n].last
	}
	f.free(start, sentence, p)
	f.sortUnit(start)
	f.keepTail(start, p)
	f.parents(start)
	f.saidElsewhere(start)
	f.issuers()
}

// sortUnit orders the attributions of a unit by their content and merges what a paragraph break cut.
func (f *finder) sortUnit(start int) {
	out := f.dst[start:]
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j].Content[0].First < out[j-1].Content[0].First; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
}
