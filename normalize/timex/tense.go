package timex

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

type tense uint8

const (
	tenseNone tense = iota
	tensePast
	tenseFuture
)

// tenseTokens is how far to each side of a time its verb is looked for.
const tenseTokens = 40

// tense returns that of the nearest verb before the tokens first to next in their sentence, else of the
// first one behind. Words of a quotation do not date what stands outside it, nor the other way round, nor does what stands before a semicolon.
func (s *scanner) tense(first, next int) tense {
	quoted := s.g.Tokens[first].Flags & text.InQuote
	for i := first - 1; i >= max(s.lo, first-tenseTokens); i-- {
		if s.g.Tokens[i].Flags&text.InQuote != quoted {
			continue
		}
		if s.byteAt(i) == ';' {
			break
		}
		if t := s.verb(i); t != tenseNone {
			return t
		}
	}
	for i := next; i < min(s.hi, next+tenseTokens); i++ {
		if s.g.Tokens[i].Flags&text.InQuote != quoted {
			continue
		}
		if t := s.verb(i); t != tenseNone {
			return t
		}
	}
	return tenseNone
}

// verb returns the tense that the word at token i tells, if any.
func (s *scanner) verb(i int) tense {
	k := &s.g.Tokens[i]
	if k.Class != text.Word && k.Class != text.Clitic || s.g.Has(i, lexicon.Months) {
		return tenseNone
	}
	if c, ok := s.at(i); ok {
		switch c.kind {
		case "future":
			if s.isWay(c) || s.isNoun(c) {
				return tenseNone
			}
			return tenseFuture
		case "soon":
			if s.counted(i) {
				return tenseNone
			}
			return tenseFuture
		case "past":
			if s.afterFuture(i) {
				return tenseFuture
			}
			return tensePast
		}
		return tenseNone
	}
	if !s.pastEnding(i) || k.Is(text.Capital) && i > s.lo { // the United States
		return tenseNone
	}
	if s.afterFuture(i) {
		return tenseFuture
	}
	return tensePast
}

// counted reports whether the word at token i is a noun, with its number or its article before it: two plays, the hosts.
func (s *scanner) counted(i int) bool {
	c, ok := s.before(i)
	return ok && (c.is("article") || c.is("count")) || i > s.lo && s.g.Tokens[i-1].Class == text.Number
}

// afterFuture reports whether the verb at token i is an infinitive or a participle behind one: will hit, to be announced.
func (s *scanner) afterFuture(i int) bool {
	for n := i - 1; n >= max(s.lo, i-3); n-- {
		c, ok := s.at(n)
		if s.g.Has(n, lexicon.Months) {
			continue // May
		}
		if ok && (c.is("future") || c.is("be")) {
			return true
		}
		if ok && c.is("past") {
			return false
		}
	}
	return false
}

// pastEnding reports whether token i has the ending of a regular verb in the past.
func (s *scanner) pastEnding(i int) bool {
	if s.ending == "" {
		s.ending = s.findEnding()
	}
	w := s.g.Word(i)
	return len(w) >= len(s.ending)+3 && strings.HasSuffix(w, s.ending)
}

func (s *scanner) findEnding() string {
	for row := range s.g.Lex.All(lexicon.TimeCues) {
		if row.Field(colKind) == "ending" {
			return row.Field(colValue)
		}
	}
	return "\x00" // a table without endings: no word has it
}

// shiftTense returns the tense that last and next stand for, which are so many units away.
func shiftTense(n int) tense {
	switch {
	case n < 0:
		return tensePast
	case n > 0:
		return tenseFuture
	}
	return tenseNone
}

// isNoun reports whether a word that can tell the future is a noun, or an adjective before one: the plan, her plans, a planned march.
func (s *scanner) isNoun(c cue) bool {
	if c.next-c.first != 1 || c.first <= s.lo || !c.says("future", "plan") {
		return false
	}
	i := c.first - 1
	if a, ok := s.at(i); ok && a.is("article") {
		return true
	}
	return s.g.InClass(i, lexicon.Determiner) || s.g.InClass(i, lexicon.OtherClass) // her plans
}

// isWay reports whether a phrase of several words that tells the future stands before a noun instead of a verb:
// going to the polls, going to Rome.
func (s *scanner) isWay(c cue) bool {
	if c.next-c.first < 2 || c.next >= s.hi {
		return false
	}
	if s.g.Tokens[c.next].Is(text.Capital) && !s.g.Has(c.next, lexicon.Months) {
		return true
	}
	a, ok := s.at(c.next)
	return ok && a.is("article")
}
