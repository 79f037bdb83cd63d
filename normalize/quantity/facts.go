package quantity

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
)

// A wordSheet is what the tables say of a word wherever it stands.
type wordSheet struct {
	num   *numRow  // noNumber for most words
	unit  *unitRow // of wordUnit
	links linkSet
	fn    fnSet
	noun  nounSet // 0 until it is asked for
}

// A factSheet keeps the sheet of a token's word, since the rules around one number ask for the same few tokens many times.
type factSheet struct {
	token int32 // the token, +1
	wordSheet
}

// sheets is the number of fact sheets, a power of two: more than the rules around one number look at.
const sheets = 64

// facts returns what is known of the word that token i is. It holds until a token far from it is asked for.
func (s *scanner) facts(i int) *factSheet {
	f := &s.sheets[i&(sheets-1)]
	if f.token != int32(i)+1 {
		f.token, f.wordSheet = int32(i)+1, *s.word(i)
	}
	return f
}

// word returns the sheet of the word that token i is, which holds until the next call.
func (s *scanner) word(i int) *wordSheet {
	s.steps++
	w, known := s.words.At(s.g, i)
	if !known {
		*w = wordSheet{num: s.numberRow(i), links: s.wordLinks(i), fn: s.functions(i), unit: s.wordUnit(i)}
	}
	return w
}

// An fnSet is a set of classes of function.tsv.
type fnSet uint16

const (
	fnDeterminer fnSet = 1 << iota
	fnPossessive
	fnQuantifier
	fnPronoun
	fnAuxiliary
	fnQuestion
	fnRelative
	fnAdverb
	fnSubordinator
	fnDefinite // a determiner that is definite: the
)

// fnNames are the classes of function.tsv that the rules ask for, in the order of the bits.
var fnNames = [...]string{"determiner", "possessive", "quantifier", "pronoun", "auxiliary", "question", "relative", "adverb", "subordinator"}

// Columns of function.tsv.
const (
	fnClass  = 0
	fnKind   = 1
	fnPerson = 2
	fnGender = 4
)

// fn reports whether token j is a function word of one of the classes.
func (s *scanner) fn(j int, class fnSet) bool {
	return s.has(j, lexicon.Function) && s.facts(j).fn&class != 0
}

// functions returns the classes of function.tsv that token j is in.
func (s *scanner) functions(j int) (set fnSet) {
	s.rows = s.g.Rows(s.rows[:0], j, lexicon.Function)
	for _, r := range s.rows {
		name := r.Field(fnClass)
		for i, n := range fnNames {
			if n == name {
				set |= 1 << i
			}
		}
		if r.Field(fnKind) == "definite" {
			set |= fnDefinite
		}
	}
	return set
}

// A nounSet is what a noun phrase asks of a word: the parts of speech that it may be, as words.tsv has them, and whether it is a plural.
type nounSet uint16

const (
	mayNoun nounSet = 1 << iota
	mayVerb
	mayAdjective
	onlyNoun
	nounFirst // more often than anything else
	verbFirst
	listed   // words.tsv has it
	many     // it looks like a noun in the plural
	nounRead // the set has been filled in
)

// nouns returns what a noun phrase asks of token j.
func (s *scanner) nouns(j int) nounSet {
	f := s.facts(j)
	if f.noun == 0 {
		f.noun = s.nounOf(j)
		s.word(j).noun = f.noun
	}
	return f.noun
}

func (s *scanner) nounOf(j int) nounSet {
	set := nounRead
	w := s.g.Word(j)
	pos := s.partsOfSpeech(j)
	for i := range len(pos) {
		switch pos[i] {
		case 'n':
			set |= mayNoun
		case 'v':
			set |= mayVerb
		case 'a':
			set |= mayAdjective
		}
	}
	if pos != "" {
		set |= listed
		switch pos[0] {
		case 'n':
			set |= nounFirst
		case 'v':
			set |= verbFirst
		}
		if pos == "n" {
			set |= onlyNoun
		}
	}
	if set&(mayNoun|mayVerb) == mayNoun|mayVerb && morph.Ending(s.g.Lex, w)&(morph.Past|morph.Participle) != 0 {
		set &^= mayNoun | nounFirst | onlyNoun // 300 marched: a march is a noun, and marched is none
	}
	switch {
	case s.facts(j).links&isPerson != 0:
		set |= many
	case s.has(j, lexicon.Words):
		if set&mayNoun != 0 && len(w) > 2 && !strings.EqualFold(morph.Noun(s.g, j), w) {
			set |= many
		}
	case morph.Ending(s.g.Lex, w) == morph.Plural:
		set |= many
	}
	return set
}

// partsOfSpeech returns the parts of speech that token j may be, the most frequent first, as words.tsv has them.
func (s *scanner) partsOfSpeech(j int) (best string) {
	s.rows = s.g.Rows(s.rows[:0], j, lexicon.Words)
	for _, r := range s.rows {
		if p := r.Field(wordPos); best == "" || p[0] == 'n' && best[0] != 'n' && len(s.rows) > 1 && strings.EqualFold(r.Field(wordLemma), s.g.Word(j)) {
			best = p
		}
	}
	return best
}
