package quantity

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// Scan appends the quantities of g to dst in reading order. What times already covers is no quantity,
// but for durations and ages.
func Scan(dst []Mention, g *lexicon.Tagged, times []timex.Mention) []Mention {
	return new(Scanner).Scan(dst, g, times)
}

// A Scanner is Scan with memory that is used again. The zero Scanner is ready; it is not safe for several goroutines.
type Scanner struct{ scanner }

// Scan does what the function Scan does.
func (x *Scanner) Scan(dst []Mention, g *lexicon.Tagged, times []timex.Mention) []Mention {
	s := &x.scanner
	s.reset(g)
	s.times, s.dst = times, dst
	s.scan()
	dst = s.dst
	s.times, s.dst = nil, nil
	return dst
}

// reset forgets the text before.
func (s *scanner) reset(g *lexicon.Tagged) {
	if s.lex != g.Lex {
		s.ratios = nil
	}
	s.words.Reset(g.Lex, knownWords)
	s.lemmas.Reset(g.Lex, knownLemmas)
	clear(s.sheets[:])
	s.asked = boundFact{}
	s.g, s.lex, s.toks, s.body, s.steps, s.inMoney = g, g.Lex, g.Tokens, g.Body, 0, false
}

// knownWords and knownLemmas are how many words are remembered.
const (
	knownWords  = 1 << 13
	knownLemmas = 1 << 12
)

func (s *scanner) scan() {
	s.longer.Find(s.g, phraseTables)
	k := 0
	for i := s.candidate(0); i < len(s.toks); {
		for k < len(s.g.Sentences) && int(s.g.Sentences[k].Last) <= i {
			k++
		}
		if k == len(s.g.Sentences) {
			return
		}
		switch sent := &s.g.Sentences[k]; {
		case i < int(sent.First):
			i = s.candidate(int(sent.First))
		case s.g.Paragraphs[sent.Paragraph].Kind == text.Furniture:
			i = s.candidate(int(sent.Last))
		default:
			i = s.sentence(int(sent.First), int(sent.Last), i)
		}
	}
}

// A scanner reads one text. Every rule starts from a candidate, a digit or a number word, and looks
// a bounded number of tokens around it, never outside its sentence.
type scanner struct {
	g     *lexicon.Tagged
	lex   *lexicon.Lexicon // of g; the text before may be another reader's by now
	toks  []text.Token
	body  string
	times []timex.Mention // those that are not wholly before the sentence
	dst   []Mention
	first int          // the first mention of the sentence
	begin int          // the first token of the sentence
	end   int          // the token behind it
	done  int          // tokens before this one are spent
	led   lexicon.Mask // those of phraseTables of which a form of several tokens starts in the sentence
	rows  []lexicon.Row
	steps int // how much has been asked of the tables: what a test of linear time counts

	sheets [sheets]factSheet
	words  lexicon.Memo[wordSheet]
	lemmas lexicon.Memo[lemma]
	asked  boundFact // the last one
	longer lexicon.Longer
	ratios map[ratio]*Unit

	inMoney bool // the far end of a range of money is read: the m of $10-15m is millions
}

// lookBack and lookAhead are the most tokens a rule walks from its candidate.
const (
	lookBack  = 8
	lookAhead = 12
)

// phraseTables are those whose forms of several tokens the rules ask for.
const phraseTables = 1<<lexicon.Numbers | 1<<lexicon.Units | 1<<lexicon.Bounds | linkTables

// candidates are what an amount may be read from.
const candidates = lexicon.Digits | lexicon.NumberWords | lexicon.Articles | lexicon.TimeUnits

// sentence reads the amounts of a sentence, the first of whose candidates stands at token i, and returns the first candidate behind it.
func (s *scanner) sentence(first, last, i int) int {
	s.begin, s.end, s.done, s.first = first, last, first, len(s.dst)
	s.led = s.longer.In(first, last)
	for i < last {
		i = s.candidate(min(max(s.start(i), i+1), last))
	}
	if len(s.dst) > s.first {
		s.join()
	}
	return i
}

// candidate returns the first token from i on at which an amount may start. Most articles do not start one.
func (s *scanner) candidate(i int) int {
	end := len(s.toks)
	for i = s.g.Next(i, end, candidates); i < end; i = s.g.Next(i+1, end, candidates) {
		if s.g.At(i)&candidates != lexicon.Articles || i+1 < end && s.g.Mask(i+1)&(1<<lexicon.Numbers|1<<lexicon.Units) != 0 {
			break
		}
	}
	return i
}

// start reads what the candidate at token i starts and returns the token to go on from.
func (s *scanner) start(i int) int {
	k := &s.toks[i]
	if k.Class == text.Number {
		return s.read(i)
	}
	if k.Class != text.Word {
		return i
	}
	switch m := s.g.Mask(i); {
	case m.Has(lexicon.Numbers):
		if s.mayStart(i) {
			return s.read(i)
		}
	case k.Is(text.HasDigit):
		return s.codeAmount(i)
	case m.Has(lexicon.Units) && k.End-k.Start > 3:
		return s.barePlural(i)
	}
	return i
}

// mayStart reports whether the number word at i may start an amount.
func (s *scanner) mayStart(i int) bool {
	kind := s.g.At(i)
	if s.led.Has(lexicon.Numbers) && s.g.Leads(i) {
		switch s.longNum(i).class {
		case clOrdinal, clSuffix, clPoint, clSign:
			return false
		case clArticle:
			kind = lexicon.Articles
		default:
			return true
		}
	}
	return kind&lexicon.NumberWords != 0 || kind&lexicon.Articles != 0 && i+1 < s.end && s.g.Mask(i+1)&(1<<lexicon.Numbers|1<<lexicon.Units) != 0
}

// An amount is a number as it stands in the text, before anything around it has been read.
type amount struct {
	first, next int    // its tokens, money sign and minus included
	start, stop int    // its bytes
	value       Number // the number, or the lower end of a vague one
	high        Number // the upper end of a vague one
	form        form
	kind        Kind
	money       *Unit // the currency whose sign stands before it, or nil
	scaled      bool  // a magnitude has been applied: million, bn
	article     bool  // it began with a or an: a million

	unit   *Unit // the unit that was read behind it, kept since several rules ask
	unitTo int   // the token behind that unit
	unitAt int   // the token it was read from, +1; 0 when it has not been read
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

// raised reports whether token i raises what stands behind it: 10^6, or as pages write it.
func (s *scanner) raised(i int) bool {
	return s.at(i, '^') || s.is(i, text.Symbol) && s.body[s.toks[i].Start] == '<' && s.toks[i].End-s.toks[i].Start > 1
}

// has reports whether token i lies in the sentence and is a word of table t.
func (s *scanner) has(i int, t lexicon.Table) bool {
	return i >= s.begin && i < s.end && s.g.Has(i, t)
}
