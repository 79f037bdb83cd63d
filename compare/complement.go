package compare

import (
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// otherComplements reports whether two clauses tell of two things by what stands behind their prepositions: the strike at the harbour
// and that at the airport, the bridge that opens to traffic and to pedestrians.
func (s *sources) otherComplements(d int, a *statement.Statement, e int, b *statement.Statement) bool {
	xs, ys := s.complementsOf(d, a), s.complementsOf(e, b)
	for i := range xs {
		x := &xs[i]
		if a.Kind != statement.When && x.Of && x.At >= a.Span.End && x.At-a.Span.End <= 1 {
			continue // 30 per cent of pupils, of youngsters: amounts tell what they count
		}
		if !x.Thing {
			continue // in the violence, in the riots
		}
		p, q := behindOne(xs, x), behindOne(ys, x)
		if x.Head.Kind != statement.NameTerm && (twice(xs, x.Preposition) || twice(ys, x.Preposition)) {
			continue // of several nouns one may be what the other clause leaves out
		}
		if len(q) > 0 && !s.cross(d, a, p, e, b, q) {
			return true
		}
	}
	return false
}

// complementsOf returns the complements of the clause of a statement, which are asked for once.
func (s *sources) complementsOf(d int, st *statement.Statement) []statement.Complement {
	c, ok := s.complements[st]
	if ok {
		return c
	}
	if s.complements == nil {
		s.complements = map[*statement.Statement][]statement.Complement{}
	}
	c = statement.Complements(s.docs[d].Text, st.Terms)
	s.complements[st] = c
	return c
}

func twice(all []statement.Complement, p uint64) bool {
	n := 0
	for i := range all {
		if all[i].Preposition == p {
			n++
		}
	}
	return n > 1
}

// behindOne returns the words behind the preposition of x that are names, or none, as its own is.
func behindOne(all []statement.Complement, x *statement.Complement) []*statement.Term {
	var out []*statement.Term
	for i := range all {
		if c := &all[i]; c.Thing && c.Preposition == x.Preposition && (c.Head.Kind == statement.NameTerm) == (x.Head.Kind == statement.NameTerm) {
			out = append(out, c.Head)
		}
	}
	return out
}

// cross reports whether one of the words of clause a may be one of those of clause b, or stands elsewhere in it.
func (s *sources) cross(d int, a *statement.Statement, xs []*statement.Term, e int, b *statement.Statement, ys []*statement.Term) bool {
	for _, x := range xs {
		for _, y := range ys {
			if hasTerm(b.Terms, x) || hasTerm(a.Terms, y) || s.mayBeOne(d, x, e, y) {
				return true
			}
		}
	}
	return false
}

func hasTerm(all []statement.Term, t *statement.Term) bool {
	return slices.ContainsFunc(all, func(o statement.Term) bool { return sameTerm(&o, t) })
}

// mayBeOne reports whether two words may be said of one thing: names of one or of a place in the other, words of one sense.
func (s *sources) mayBeOne(d int, x *statement.Term, e int, y *statement.Term) bool {
	lex := s.docs[d].Text.Lex
	if x.Kind != statement.NameTerm {
		return statement.SameSense(lex, x.Text, y.Text)
	}
	return s.oneRegion(s.entity(d, x.Text), s.entity(e, y.Text)) || s.onePlaceName(lex, x.Text, y.Text)
}

// onePlaceName is oneName of two places, which is asked once.
func (s *sources) onePlaceName(lex *lexicon.Lexicon, x, y string) bool {
	k := [2]string{x, y}
	one, ok := s.onePlaces[k]
	if !ok {
		if s.onePlaces == nil {
			s.onePlaces = map[[2]string]bool{}
		}
		one = oneName(lex, x, y, name.Place)
		s.onePlaces[k] = one
	}
	return one
}

// otherSides reports whether two passages tell of two things by words that exclude each other: the upper house and the lower, the
// first man and the second, polls in the east and in the west.
func (s *sources) otherSides(d int, a text.Span, e int, b text.Span) bool {
	xs := statement.Axes(s.docs[d].Text, a)
	if len(xs) == 0 {
		return false
	}
	ys := statement.Axes(s.docs[e].Text, b)
	for _, x := range xs {
		has := func(all []statement.Axis, value string) bool {
			return slices.ContainsFunc(all, func(o statement.Axis) bool { return o.ID == x.ID && o.Value == value })
		}
		for _, y := range ys {
			if x.ID == y.ID && x.Value != y.Value && x.Next == y.Next && !has(ys, x.Value) && !has(xs, y.Value) {
				return true
			}
		}
	}
	return false
}

// otherThings reports whether two statements tell of two things by either. What is told in the same words but for its figure is one.
func (s *sources) otherThings(d int, a *statement.Statement, e int, b *statement.Statement) bool {
	return s.otherSides(d, a.Clause, e, b.Clause) || !wordForWord(a, b) && s.otherComplements(d, a, e, b)
}

// quotedAlike reports whether two times are one word of a quotation, "tomorrow", that each report has read from the day it came out.
func (s *sources) quotedAlike(a, b *dated) bool {
	return s.quotedTime(a) && s.quotedTime(b) && (s.timedAs(a, b) || s.timedAs(b, a))
}

// timedAs reports whether the sentence of b has a time in the words of a.
func (s *sources) timedAs(a, b *dated) bool {
	as := a.st.Span.Of(s.docs[a.doc].Source.Text)
	return s.anyTime(b, func(st *statement.Statement) bool {
		return strings.EqualFold(st.Span.Of(s.docs[b.doc].Source.Text), as)
	})
}

// anyTime reports whether one of the times of the sentence of x is as asked. Of a sentence of very many, the first are asked.
func (s *sources) anyTime(x *dated, is func(st *statement.Statement) bool) bool {
	all := s.docs[x.doc].Statements
	i := sort.Search(len(all), func(i int) bool { return all[i].Sentence >= x.st.Sentence })
	for n := 0; i < len(all) && all[i].Sentence == x.st.Sentence && n < maxSentenceTimes; i++ {
		if all[i].Kind != statement.When {
			continue
		}
		if n++; is(&all[i]) {
			return true
		}
	}
	return false
}

// maxSentenceTimes is how many times of a sentence are asked.
const maxSentenceTimes = 24

func (s *sources) quotedTime(a *dated) bool {
	g := s.docs[a.doc].Text
	r := statement.Tokens(g, a.st.Span)
	return r.Len() > 0 && g.Tokens[r.First].Is(text.InQuote)
}

// alsoDates reports whether the sentence of x gives the time of y as well, for another step of the event: opened on Thursday, and
// to the public on Saturday.
func (s *sources) alsoDates(x, y *dated) bool {
	return s.anyTime(x, func(st *statement.Statement) bool {
		return st.Span != x.st.Span && clock(st.Slot.Time) == y.clock && relateTimes(&st.Slot.Time, &y.t).Relation >= Compatible
	})
}

// otherTimes reports whether two dated clauses tell of two things, or the one report knows what the other tells.
func (s *sources) otherTimes(a, b *dated) bool {
	return s.quotedAlike(a, b) || s.alsoDates(a, b) || s.alsoDates(b, a) || s.otherThings(a.doc, a.st, b.doc, b.st)
}

// saidBefore is how long before a report comes out what it reports is said.
const saidBefore = 5 * 24 * time.Hour

// weeksApart reports whether two reports came out so far apart, each soon behind its own day, that one speaks on both: the office
// says each month what prices have done.
func (s *sources) weeksApart(a, b *dated) bool {
	x, y := s.docs[a.doc].Published, s.docs[b.doc].Published
	return !x.IsZero() && !y.IsZero() && max(x.Sub(y), y.Sub(x)) > saidBefore && max(x.Sub(a.t.From), y.Sub(b.t.From)) <= saidBefore
}
