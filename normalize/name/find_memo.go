package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A runMemo remembers what runs of capitals were read as, from one text to the next: most names of a text stand in it
// again, or in the text before. It has those runs only whose reading follows from what runKey is made of.
type runMemo [1 << runBits]runRead

const runBits = 13

// runParts is how many names and titles a run may have that is remembered; few have more.
const runParts = 2

// A runRead is the names and titles of a run. It fills a line of the processor's memory.
type runRead struct {
	key   uint64
	parts [runParts]part
	n     uint8
}

// A part is a found without what depends on its place, or a titleFound.
type part struct {
	key    uint64 // of its tokens, articles and dots aside
	known  int32  // of vocabulary.known: what a table has of it, or 0
	kind   Kind
	via    Via
	gender Gender
	table  lexicon.Table
	words  uint8 // words that count: no particles, no generation
	nested bool
	weak   bool // needs another mention of the document to be a name

	// In a runRead:
	class       titleClass // of a title, which has its head in words and alone in weak
	first, last uint8      // tokens, from the first of the run on
}

// A runRecord takes down what a run is read as.
type runRecord struct {
	on    bool
	seen  int // the last token that a title was looked for at
	first int // of the run
	n     int
	parts [runParts]part
}

// What a run is read as depends on its letters and on these.
const (
	afterStart   = 1 << iota // its capital may be there because something starts
	afterPlace               // "in" stands before it
	afterTitle               // a title stands before it
	afterRole                // which is a role or an office
	afterComma               // or has a comma behind it
	afterNumber              // a number stands right before it
	afterCalling             // what a person is called stands before it
	inApposition             // it stands between commas behind a title
	atHome                   // it is where somebody lives
	beforeDeed               // a verb for what persons and teams do stands right behind it
	runContext   = iota
)

// runKey returns the key of the run of tokens i to b, or 0 when its reading depends on more than that.
func (f *finder) runKey(i, b int) uint64 {
	if f.styled || f.beyond {
		return 0
	}
	context := uint64(b-i) << runContext
	if i == f.first || f.masks[i-1]&lexicon.AnyWord == 0 {
		if f.inMarks(i, b) {
			return 0 // a work's title
		}
		if f.initial(i) {
			context |= afterStart
		}
	}
	if f.ofNumber(i) {
		context |= afterNumber
	}
	if b < f.end && f.Tokens[b].Class == text.Symbol && !f.Tokens[b].Is(text.SpaceBefore) {
		return 0 // EC$20
	}
	const given = lexicon.Mask(1<<lexicon.Given | 1<<lexicon.Nicknames)
	if f.all&given != 0 && (f.all&(lexicon.Demonyms.In()|lexicon.Orgs.In()) != 0 || f.Tokens[b-1].Is(text.AllCaps)) {
		return 0 // the word behind it tells: Mark Cuban, Pauline Roche, JANE
	}
	if f.all.Has(lexicon.Units) && f.anySign(i, b) {
		return 0 // what stands beside it tells: 5 VA, per kWh
	}
	if f.homeOf(i) {
		context |= atHome
	}
	if f.all.Has(lexicon.Products) && f.somebodys(b) {
		context |= beforeDeed
	}
	if f.here {
		context |= afterPlace
	}
	if f.called(i) {
		context |= afterCalling
	}
	if f.appositive(i, b) {
		context |= inApposition
	}
	if f.pending(i) {
		context |= afterTitle
		if f.title.class == role || f.title.class == office {
			context |= afterRole
		}
		if int(f.title.Last) < i {
			context |= afterComma
		}
	}
	return (f.writtenHash(i, b) ^ context) * golden
}

// anySign reports whether one of tokens i to b may be the sign of a unit.
func (f *finder) anySign(i, b int) bool {
	for ; i < b; i++ {
		if f.maySign(i) {
			return true
		}
	}
	return false
}

// unwritten are the flags that do not tell how a token is written.
const unwritten = text.InQuote | text.LineBefore | text.BlankBefore

// writtenHash returns a hash of tokens i to b as they are written: of their folded words, capitals, lengths, what stands between
// them and the tables that have them.
func (f *finder) writtenHash(i, b int) uint64 {
	h := text.HashInit
	apart := unwritten | text.SpaceBefore // what stands before the first is no part of it
	tokens, masks := f.Tokens[i:b], f.masks[i:b]
	for n := range tokens {
		k := &tokens[n]
		how := uint64(k.End-k.Start)<<24 | uint64(k.Class)<<16 | uint64(k.Flags&^apart)
		h = (h ^ k.Hash ^ uint64(masks[n]) ^ how*golden) * golden
		apart = unwritten
	}
	return h ^ h>>32
}

// names reads the run of tokens i to b, or remembers how it was read.
func (f *finder) names(i, b int) {
	key := f.runKey(i, b)
	if key == 0 {
		f.split(i, b)
		return
	}
	r := &f.words.runs[key>>(64-runBits)]
	if r.key == key {
		for n := range r.parts[:r.n] {
			f.again(&r.parts[n], i)
		}
		return
	}
	f.record = runRecord{on: true, first: i}
	f.split(i, b)
	f.record.on = false
	if f.record.n <= runParts && f.record.seen < b {
		*r = runRead{key, f.record.parts, uint8(f.record.n)}
	}
}

// again finds a part in the run that starts at token i.
func (f *finder) again(p *part, i int) {
	r := text.Range{First: int32(i) + int32(p.first), Last: int32(i) + int32(p.last)}
	if p.class != noTitle {
		f.setTitle(titleFound{Range: r, head: int32(i) + int32(p.words), class: p.class, key: p.key, gender: p.gender, alone: p.weak, of: -1})
		return
	}
	f.put(&found{Range: r, part: *p})
}

// recordName takes down a name.
func (f *finder) recordName(x *found) {
	f.recordPart(x.Range, x.part)
}

// recordTitle takes down a title.
func (f *finder) recordTitle(t *titleFound) {
	f.recordPart(t.Range, part{class: t.class, key: t.key, gender: t.gender, words: uint8(int(t.head) - f.record.first), weak: t.alone})
}

func (f *finder) recordPart(at text.Range, p part) {
	r := &f.record
	p.first, p.last = uint8(int(at.First)-r.first), uint8(int(at.Last)-r.first)
	if r.n < runParts {
		r.parts[r.n] = p
	}
	r.n++
}
