package quantity

import "github.com/factdiff/factdiff/normalize/lexicon"

// A fact sheet keeps what the tables say of a token, since the rules around one number ask for the same
// few tokens many times.
type factSheet struct {
	token  int32 // the token, +1
	got    uint8
	ends   linkSet // classes of the longest phrase that ends right before the token
	endsAt int32   // where that phrase begins
	num    numWord
	bound  boundFact
}

// A wordSheet is what the tables say of a word wherever it stands.
type wordSheet struct {
	got   uint8
	links linkSet
	fn    fnSet
	pos   partOfSpeech
	num   *numRow
	lemma lemma
	many  bool // it looks like a noun in the plural
}

// word returns the sheet of token i, which holds until the next call.
func (s *scanner) word(i int) *wordSheet {
	s.steps++
	w, _ := s.words.At(s.g, i)
	return w
}

// A boundFact is the bound that ends right before a token, among the tokens from done on.
type boundFact struct {
	row   lexicon.Row
	done  int32
	first int32
	ok    bool
}

const (
	gotLinks = 1 << iota
	gotEnds
	gotFn
	gotNum
	gotPos
	gotBound
	gotLemma
	gotMany
)

// sheets is the number of fact sheets, a power of two: more than the rules around one number look at.
const sheets = 64

func (s *scanner) facts(i int) *factSheet {
	s.steps++
	f := &s.sheets[i&(sheets-1)]
	if f.token != int32(i)+1 {
		*f = factSheet{token: int32(i) + 1}
	}
	return f
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
	fnDefinite // a determiner that is definite: the
)

// fnNames are the classes of function.tsv that the rules ask for, in the order of the bits.
var fnNames = [...]string{"determiner", "possessive", "quantifier", "pronoun", "auxiliary", "question", "relative"}

// Columns of function.tsv.
const (
	fnClass  = 0
	fnKind   = 1
	fnPerson = 2
	fnGender = 4
)

// fn reports whether token j is a function word of one of the classes.
func (s *scanner) fn(j int, class fnSet) bool {
	if !s.has(j, lexicon.Function) {
		return false
	}
	f := s.word(j)
	if f.got&gotFn == 0 {
		f.got |= gotFn
		s.rows = s.g.Rows(s.rows[:0], j, lexicon.Function)
		for _, r := range s.rows {
			name := r.Field(fnClass)
			for i, n := range fnNames {
				if n == name {
					f.fn |= 1 << i
				}
			}
			if r.Field(fnKind) == "definite" {
				f.fn |= fnDefinite
			}
		}
	}
	return f.fn&class != 0
}
