package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// Scan appends the quantities of g to dst in reading order. What times already covers is no quantity,
// but for durations and ages.
func Scan(dst []Mention, g *lexicon.Tagged, times []timex.Mention) []Mention {
	s := scanner{g: g, toks: g.Tokens, body: g.Body, times: times, dst: dst}
	for i := range g.Sentences {
		sent := &g.Sentences[i]
		if g.Paragraphs[sent.Paragraph].Kind == text.Furniture {
			continue
		}
		s.sentence(int(sent.First), int(sent.Last))
	}
	return s.dst
}

// A scanner reads one text. Every rule starts from a candidate, a digit or a number word, and looks
// a bounded number of tokens around it, never outside its sentence.
type scanner struct {
	g     *lexicon.Tagged
	toks  []text.Token
	body  string
	times []timex.Mention // those that are not wholly before the sentence
	dst   []Mention
	first int // the first mention of the sentence
	begin int // the first token of the sentence
	end   int // the token behind it
	done  int // tokens before this one are spent
	rows  []lexicon.Row

	inMoney bool // the far end of a range of money is read: the m of $10-15m is millions
}

// lookBack and lookAhead are the most tokens a rule walks from its candidate.
const (
	lookBack  = 8
	lookAhead = 12
)

func (s *scanner) sentence(first, last int) {
	s.begin, s.end, s.done, s.first = first, last, first, len(s.dst)
	for i := first; i < last; {
		k := &s.toks[i]
		var next int
		switch {
		case k.Class == text.Number:
			next = s.read(i)
		case k.Class != text.Word:
		case s.starts(i).Has(lexicon.Numbers):
			next = s.read(i)
		case k.Is(text.HasDigit):
			next = s.codeAmount(i)
		case s.g.Has(i, lexicon.Units):
			next = s.barePlural(i)
		}
		i = max(next, i+1)
	}
	if len(s.dst) > s.first {
		s.join()
	}
}

// An amount is a number as it stands in the text, before anything around it has been read.
type amount struct {
	first, next int    // its tokens, money sign and minus included
	start, stop int    // its bytes
	value       Number // the number, or the lower end of a vague one
	high        Number // the upper end of a vague one
	form        form
	kind        Kind
	money       Unit // the currency whose sign stands before it
	scaled      bool // a magnitude has been applied: million, bn
	glued       bool // a word stands behind it without white space
	article     bool // it began with a or an: a million
}

// form tells how an amount is written.
type form uint8

const (
	inDigits form = iota
	inWords
	vague  // several, dozens
	approx // a dozen
	shared // one in five
)

// bytes returns the byte span of tokens i to j-1.
func (s *scanner) bytes(i, j int) text.Span {
	return text.Span{Start: int(s.toks[i].Start), End: int(s.toks[j-1].End)}
}

// starts returns the tables of which a form starts at token i, none outside the sentence.
func (s *scanner) starts(i int) lexicon.Mask {
	if i < s.begin || i >= s.end {
		return 0
	}
	return s.g.Starts(i)
}

// is reports whether token i lies in the sentence and has class c.
func (s *scanner) is(i int, c text.Class) bool {
	return i >= s.begin && i < s.end && s.toks[i].Class == c
}

// joined reports whether token i stands right behind the one before it.
func (s *scanner) joined(i int) bool {
	return i > s.begin && i < s.end && !s.toks[i].Is(text.SpaceBefore)
}

// at reports whether the one-byte mark c stands at token i.
func (s *scanner) at(i int, c byte) bool {
	return i >= s.begin && i < s.end && s.toks[i].End-s.toks[i].Start == 1 && s.body[s.toks[i].Start] == c
}

// has reports whether token i lies in the sentence and is a word of table t.
func (s *scanner) has(i int, t lexicon.Table) bool {
	return i >= s.begin && i < s.end && s.g.Has(i, t)
}

// before returns the longest form of table t that ends right before token i, and its first token.
func (s *scanner) before(i int, t lexicon.Table) (row lexicon.Row, first int, ok bool) {
	for k := min(lookBack, i-s.done); k > 0; k-- {
		at := i - k
		if !s.starts(at).Has(t) {
			continue
		}
		if k == 1 && s.g.Has(at, t) {
			row, ok = s.g.Row(at, t)
			return row, at, ok
		}
		for _, p := range s.g.Phrases(at) {
			if int(p.Last) == i && p.Mask.Has(t) {
				row, ok = s.g.PhraseRow(p, t)
				return row, at, ok
			}
		}
	}
	return row, i, false
}

// class returns the first row of table t at token i whose class column is want.
func (s *scanner) class(i int, t lexicon.Table, col int, want string) bool {
	if !s.has(i, t) {
		return false
	}
	s.rows = s.g.Rows(s.rows[:0], i, t)
	for _, r := range s.rows {
		if r.Field(col) == want {
			return true
		}
	}
	return false
}
