package timex

import (
	"strings"
	"time"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Scan appends the times of g to dst in reading order, resolved against published, the document's date.
// A zero published leaves relative times unresolved.
func Scan(dst []Mention, g *lexicon.Tagged, published time.Time) []Mention {
	return new(Scanner).Scan(dst, g, published)
}

// A Scanner is Scan with memory that is used again. The zero Scanner is ready; it is not safe for several goroutines.
type Scanner struct {
	scanner
	dates []Mention // scratch
}

// Scan does what the function Scan does.
func (x *Scanner) Scan(dst []Mention, g *lexicon.Tagged, published time.Time) []Mention {
	s := x.reset(g, dst)
	if !published.IsZero() {
		s.pub, s.anchored = midnight(published), true
	}
	s.scan(0, len(g.Tokens))
	s.dateClocks()
	dst, s.dst = s.dst, nil
	return dst
}

// reset forgets the text before.
func (x *Scanner) reset(g *lexicon.Tagged, dst []Mention) *scanner {
	s := &x.scanner
	if s.lex != g.Lex {
		s.ending = ""
	}
	*s = scanner{g: g, lex: g.Lex, dst: dst, base: len(dst), clocks: s.clocks[:0], ending: s.ending, words: s.words, longer: s.longer}
	s.words.Reset(g.Lex, knownWords)
	s.longer.Find(g, 1<<lexicon.TimeCues)
	return s
}

// A scanner looks for a token that a time is built around (a month, a weekday, a unit, a number) and
// from there to both sides, within the sentence and never into the time before.
type scanner struct {
	g        *lexicon.Tagged
	lex      *lexicon.Lexicon // of g; the text before may be another reader's by now
	dst      []Mention
	base     int // mentions before this one belong to the caller
	pub      time.Time
	anchored bool

	sent   int // the sentence that lo and hi belong to, or the next one
	lo, hi int // tokens of the sentence
	floor  int // first token that is not part of an earlier time
	clocks []clock
	open   partial // the last date that was told without a year
	openAt int     // its place in dst, +1
	ending string  // of a regular verb in the past

	words  lexicon.Memo[wordSheet]
	longer lexicon.Longer
	led    bool    // a cue of several tokens starts in the sentence
	asked  cueFact // the last one
}

// starts are the tables that have a word a time is built around.
const starts = 1<<lexicon.Months | 1<<lexicon.TimeWords | lexicon.Digits

func (s *scanner) scan(i, end int) {
	g := s.g
	for i = g.Next(i, end, starts); i < end; i = g.Next(i, end, starts) {
		if c := g.Tokens[i].Class; c != text.Number && c != text.Word {
			i++
			continue
		}
		s.enter(i)
		n := len(s.dst)
		next := s.read(i)
		if len(s.dst) > n || next > i {
			s.floor = max(s.floor, next)
			i = max(next, i+1)
			continue
		}
		i++
	}
}

// read reads the time that is built around token i and returns the token behind it, or i.
func (s *scanner) read(i int) int {
	g := s.g
	k := &g.Tokens[i]
	if k.Class == text.Number {
		return s.number(i)
	}
	w, next, ok := s.word(i)
	if w.is("name") {
		return next
	}
	if g.Has(i, lexicon.Months) {
		if n, weak, ok := s.month(i); ok {
			return s.monthDate(i, n, weak)
		}
		if n, weak, ok := s.named(i, "day"); ok {
			if hours, _, ok := s.part(i + 1); ok && !weak {
				s.floor = max(s.floor, s.hourBefore(i, i+1, hours, false))
			}
			return s.weekday(i, n, weak)
		}
	}
	if !ok {
		return s.fiscalWord(i)
	}
	switch w.kind {
	case "point":
		return s.point(i, next, w.n)
	case "part":
		return s.hourBefore(i, next, w.value, true)
	case "daypart":
		if day, hours, ok := strings.Cut(w.value, " "); ok && (next > i+1 || day == "0") && (day == "0" || day == "-1") { // this morning, last night
			s.floor = max(s.floor, s.hourBefore(i, next, hours, false))
		}
		return s.dayPart(i, next, w.value)
	case "unit", "units":
		if w.grain == Minute {
			if end := s.minutesWord(i, next); end > i {
				return end
			}
		}
		return s.unit(i, next, w)
	case "face":
		if w.value == "" {
			return s.oclock(i)
		}
		return s.faceWords(i, next, w)
	case "near":
		return s.nearHour(i, next)
	case "season":
		return s.season(i, next, w.value)
	case "holiday":
		return s.holiday(i, next, w.value)
	case "decade":
		return s.add(i, next, decade(w.n), "decade")
	case "period":
		return s.period(i, next, w.value)
	case "clock":
		return s.clock(i, next, 60*w.n, Hour)
	}
	return i
}

// enter sets the bounds of the sentence that token i lies in.
func (s *scanner) enter(i int) {
	if s.lo <= i && i < s.hi {
		return
	}
	sents, k := s.g.Sentences, s.sent
	for k < len(sents) && int(sents[k].Last) <= i {
		k++
	}
	s.sent = k
	if k < len(sents) && int(sents[k].First) <= i {
		s.lo, s.hi = int(sents[k].First), int(sents[k].Last)
	} else { // between two sentences
		s.lo, s.hi = 0, len(s.g.Tokens)
		if k > 0 {
			s.lo = int(sents[k-1].Last)
		}
		if k < len(sents) {
			s.hi = int(sents[k].First)
		}
	}
	s.floor = max(s.floor, s.lo)
	s.led = s.longer.In(s.lo, s.hi) != 0
}

// add appends the time of tokens first to next and returns next. What stands before it may bound it.
func (s *scanner) add(first, next int, t Time, rule string) int {
	if from, ok := s.spanBefore(first, &t); ok {
		return s.put(from, next, t, "span")
	}
	s.bound(first, &t)
	return s.put(first, next, t, rule)
}

func (s *scanner) put(first, next int, t Time, rule string) int {
	r := text.Range{First: int32(first), Last: int32(next)}
	s.dst = append(s.dst, Mention{Range: r, Span: s.g.Span(r), Value: t, Rule: rule})
	return next
}

// bound reads what stands before a time: since, by, about.
func (s *scanner) bound(first int, t *Time) {
	for range 3 {
		c, ok := s.before(first)
		if !ok {
			return
		}
		switch {
		case c.is("article") && c.value == "0":
		case c.is("approx"):
			t.Approx = true
		case c.is("prep"):
			if b := c.bound; b != On {
				t.Bound, t.Open = b, b != Between
			}
			if t.Clock() && s.nearly(c) {
				t.Approx, t.Open = true, false
			}
			return
		default:
			return
		}
		first = c.first
	}
}

// nearly reports whether a preposition ends a phrase that says how near a time is: shortly after.
func (s *scanner) nearly(c cue) bool {
	if c.first <= s.floor {
		return false
	}
	w, next, ok := s.word(c.first - 1)
	return ok && w.is("near") && next == c.next
}

// plain returns the number that token i writes with digits alone.
func (s *scanner) plain(i int) (int, bool) {
	if i < s.lo || i >= s.hi || s.g.Tokens[i].Class != text.Number {
		return 0, false
	}
	return atoi(s.g.Word(i))
}

// byteAt returns the mark that token i is, or 0 for a word, a number or the end of the sentence.
func (s *scanner) byteAt(i int) byte {
	if i < s.lo || i >= s.hi {
		return 0
	}
	switch k := &s.g.Tokens[i]; k.Class {
	case text.Word, text.Number, text.Clitic, text.Link:
		return 0
	case text.Hyphen, text.Dash:
		return '-'
	default:
		return k.Byte(s.g.Body)
	}
}

// glued reports whether nothing stands between token i and the one before it.
func (s *scanner) glued(i int) bool {
	return i > 0 && i < s.hi && !s.g.Tokens[i].Is(text.SpaceBefore)
}

// yearAt reads a year of four digits at token i.
func (s *scanner) yearAt(i int) (int, bool) {
	if i >= s.hi || s.g.Tokens[i].End-s.g.Tokens[i].Start != 4 {
		return 0, false
	}
	y, ok := s.plain(i)
	return y, ok && y >= 1000 && y <= 2199
}

// dayAt reads a day of the month at token i, with or without th, and returns the token behind it.
func (s *scanner) dayAt(i int) (d, next int, ok bool) {
	if d, ok = s.plain(i); !ok || d < 1 || d > 31 || s.g.Tokens[i].End-s.g.Tokens[i].Start > 2 {
		return 0, i, false
	}
	next = i + 1
	if c, is := s.at(next); is && c.is("suffix") && s.glued(next) {
		next = c.next
	}
	return d, next, true
}
