package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/text"
)

type functionClass = lexicon.FunctionClass

// Classes of function.tsv that the grammar asks for.
const (
	noClass           = lexicon.NoClass
	classNegation     = lexicon.Negation
	classAuxiliary    = lexicon.Auxiliary
	classModal        = lexicon.Modal
	classPreposition  = lexicon.Preposition
	classConjunction  = lexicon.Conjunction
	classSubordinator = lexicon.Subordinator
	classRelative     = lexicon.Relative
	classDeterminer   = lexicon.Determiner
	classPronoun      = lexicon.Pronoun
	classAdverb       = lexicon.Adverb
	classQuantifier   = lexicon.Quantifier
	classParticle     = lexicon.Particle
)

func functionClassOf(r lexicon.Row) functionClass { return lexicon.FunctionClassOf(r) }

// class returns the first class of token i among the function words.
func (f *finder) class(i int) functionClass { return f.g.FunctionClass(i) }

// A word is what the rules ask of a word of no closed class, wherever it stands.
type word struct {
	hash   uint64 // as a term
	kind   TermKind
	traits wordTrait
}

// A wordTrait is a set of what a word may be.
type wordTrait uint8

const (
	mainlyVerb    wordTrait = 1 << iota // a verb before it is anything else
	inflectedVerb                       // in a form that only its verb has: towed
	mayLookAhead                        // it may tell that something is foreseen or asked for
	lemmaNumber                         // its lemma is "number"
)

// knownBits tells how many words are remembered, as a power of two.
const knownBits = 14

// knownWords are what is remembered of words. Two words share a pair, the later used in front, so that one rare word does not push out a
// common one.
type knownWords [1 << (knownBits - 1)][2]struct {
	key  uint64
	word word
}

// golden spreads keys over the places (Knuth, TAOCP 6.4).
const golden = 0x9E3779B97F4A7C15

// word returns what the word at token i is, which is of no closed class.
func (f *finder) word(i int) word {
	key, same := f.g.SpellingKey(i)
	if k := &f.known[key*golden>>(65-knownBits)][0]; k.key == key && same {
		return k.word
	}
	return f.learn(i, key, same)
}

// learn returns what a word is that is not the later one of its pair, or is not remembered.
func (f *finder) learn(i int, key uint64, same bool) word {
	if !same {
		return f.readWord(i)
	}
	pair := &f.known[key*golden>>(65-knownBits)]
	pair[0], pair[1] = pair[1], pair[0]
	first := &pair[0]
	if first.key != key {
		first.key, first.word = key, f.readWord(i)
	}
	return first.word
}

// readWord makes a word from its rows.
func (f *finder) readWord(i int) (w word) {
	w.hash, w.kind = f.termOf(i)
	w.traits = f.wordTraits(i)
	if f.lemma(i) == numberOf {
		w.traits |= lemmaNumber
	}
	if f.g.Has(i, lexicon.Cues) && f.looksAhead(i) {
		w.traits |= mayLookAhead
	}
	return w
}

// termOf returns the key of a word of no closed class as a term, and its kind.
func (f *finder) termOf(i int) (uint64, TermKind) {
	if f.g.Has(i, lexicon.Numbers) {
		return f.g.Tokens[i].Hash, NumberTerm
	}
	if row, ok := f.g.Row(i, lexicon.Synonyms); ok {
		return text.HashString(row.Field(colSynonym)), OtherTerm
	}
	if row, ok := f.g.Row(i, lexicon.Measures); ok && row.Field(colKind) != kindPeople {
		return text.HashString(row.Field(colMeasure)), OtherTerm
	}
	return morph.Stem(f.g.Lex, f.g.Word(i)), OtherTerm
}

// looksAhead reports whether the word at token i may tell that something is foreseen or asked for.
func (f *finder) looksAhead(i int) bool {
	var rows [8]lexicon.Row
	for _, r := range f.g.Rows(rows[:0], i, lexicon.Cues) {
		switch r.Field(colCueStance) {
		case stancePredicts, stanceAsks:
			return true
		}
	}
	return false
}

// isVerb reports whether the word at token i is a verb before it is anything else.
func (f *finder) isVerb(i int) bool { return f.is(i, mainlyVerb) }

// inflected reports whether the word at token i is a noun before all but stands in a form that only its verb has: towed.
func (f *finder) inflected(i int) bool { return f.is(i, inflectedVerb) }

// is reports whether the word at token i has a trait of those that words.tsv tells.
func (f *finder) is(i int, t wordTrait) bool {
	switch {
	case f.g.Tokens[i].Class != text.Word:
		return false
	case f.g.Has(i, lexicon.Function):
		return f.wordTraits(i)&t != 0
	}
	return f.word(i).traits&t != 0
}

// wordTraits returns the traits that words.tsv tells of the word at token i.
func (f *finder) wordTraits(i int) (t wordTrait) {
	row, ok := f.g.Row(i, lexicon.Words)
	if !ok {
		return 0
	}
	pos := row.Field(colPOS)
	if strings.HasPrefix(pos, "v") {
		t |= mainlyVerb
	}
	if strings.HasSuffix(f.g.Word(i), "ed") && strings.Contains(pos, "v") {
		t |= inflectedVerb
	}
	return t
}

// open makes the sentence ready for the rules, unless that has been done. A sentence in which they find nothing to start from is never
// opened.
func (f *finder) open() {
	if f.opened {
		return
	}
	f.opened = true
	f.sheet.gather(int(f.sent.First), f.end())
	f.mark()
	f.listen()
}

// end returns the token behind the sentence, and behind those of an amount or a time that goes on there.
func (f *finder) end() int {
	end := f.sent.Last
	for q := f.q; q < f.qEnd; q++ {
		end = max(end, f.qs[q].Last)
	}
	for t := f.t; t < f.tEnd; t++ {
		end = max(end, f.ts[t].Last)
	}
	return int(end)
}

// mark adds the amounts and the times of the sentence to its sets.
func (f *finder) mark() {
	t, last := &f.sheet, int(f.sent.Last)
	for q := f.q; q < f.qEnd; q++ {
		m := &f.qs[q]
		end := min(int(m.Last), last)
		if q+1 < f.qEnd {
			end = min(end, int(f.qs[q+1].First)) // of two amounts the later one counts
		}
		t.add(setStart, int(m.First))
		for i := int(m.First); i < end; i++ {
			t.add(setAmount, i)
		}
	}
	for n := f.t; n < f.tEnd && n < f.t+maxTimes; n++ {
		for i := int(f.ts[n].First); i < min(int(f.ts[n].Last), last); i++ {
			t.add(setTime, i)
		}
	}
}

// listen finds what is said in the sentence, by whom.
func (f *finder) listen() {
	f.contents = f.contents[:0]
	for v := f.v; v < len(f.voices) && v < f.v+maxVoices && f.voices[v].Sentence <= f.at; v++ {
		for _, r := range f.voices[v].Content {
			if f.sent.First < r.Last {
				f.contents = append(f.contents, content{r, int32(v)})
			}
		}
	}
}

// A content is a part of what an attribution has as its content.
type content struct {
	text.Range
	voice int32
}
