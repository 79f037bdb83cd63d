package quantity

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// nounTokens is the most tokens that the counted noun phrase takes: "seven new short-range ballistic missiles".
const nounTokens = 7

// noun finds the noun that is counted behind token next.
func (s *scanner) noun(q *Quantity, next int) {
	j := next
	hyphen := s.is(j, text.Hyphen)
	if hyphen {
		j++
	}
	if s.link(j, linkOf) {
		j++
		for j < s.end && (s.class(j, lexicon.Function, 0, "determiner") || s.class(j, lexicon.Function, 0, "possessive")) {
			j++
		}
	}
	first, head := j, -1
	if hyphen {
		if s.is(j, text.Word) {
			q.Noun, q.CountOf = text.Range{First: int32(j), Last: int32(j + 1)}, lemma(s.g.Word(j))
		}
		return
	}
	one := q.Single && q.Value.Mant == 1 && q.Value.Exp == 0 && q.Value.Den <= 1
	last := j
	for ; j < s.end && j-first < nounTokens; j++ {
		k := &s.toks[j]
		if k.Class == text.Hyphen && j > first {
			continue
		}
		if k.Class != text.Word || j > first && k.Is(text.LineBefore) || s.has(j, lexicon.Function) && !s.among(j) || s.link(j, isStop) {
			break
		}
		if s.num(j).class != "" && s.num(j).class != clOrdinal {
			break
		}
		last = j + 1
		if !one && s.plural(j) && !s.is(j+1, text.Hyphen) {
			head = j
			if !s.is(j+1, text.Word) || !s.plural(j+1) || s.has(j+1, lexicon.Function) || s.link(j+1, isStop) {
				break
			}
		}
	}
	if last == first {
		return
	}
	if head < 0 {
		head = s.singularHead(first, last, one)
	}
	if s.is(head, text.Hyphen) {
		head--
	}
	q.Noun = text.Range{First: int32(first), Last: int32(head + 1)}
	q.CountOf = lemma(s.g.Word(head))
}

// among lets words that stand inside a noun phrase pass: other, more.
func (s *scanner) among(j int) bool {
	return s.class(j, lexicon.Function, 0, "quantifier") && !s.is(j+1, text.Stop)
}

// singularHead chooses the head where no word of the phrase is a plural.
func (s *scanner) singularHead(first, last int, one bool) int {
	if one {
		for j := first; j < last; j++ {
			if s.participle(j) && j > first {
				return j - 1
			}
		}
		return last - 1
	}
	return first
}

// participle reports whether token j looks like a verb behind its noun: "one man arrested".
func (s *scanner) participle(j int) bool {
	w := s.g.Word(j)
	return len(w) > 4 && !s.toks[j].Is(text.Capital) && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing"))
}

// plural reports whether token j looks like a noun in the plural.
func (s *scanner) plural(j int) bool {
	if s.link(j, isPerson) {
		return true
	}
	w := s.g.Word(j)
	n := len(w)
	if n < 3 || w[n-1] != 's' && w[n-1] != 'S' {
		return false
	}
	switch w[n-2] | 0x20 {
	case 's', 'u', 'i', '\'':
		return false
	}
	return true
}

// lemma returns the singular of a noun in lower case. A regular plural is cut where it stands.
func lemma(w string) string {
	n := len(w)
	l := strings.ToLower(w)
	switch {
	case n > 4 && strings.HasSuffix(l, "ies"):
		return l[:n-3] + "y"
	case n > 4 && (strings.HasSuffix(l, "sses") || strings.HasSuffix(l, "shes") || strings.HasSuffix(l, "ches") || strings.HasSuffix(l, "xes")):
		return l[:len(l)-2]
	case n > 3 && strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss") && !strings.HasSuffix(l, "us") && !strings.HasSuffix(l, "is"):
		return l[:len(l)-1]
	}
	return l
}

// afterNoun reads a bound behind the counted noun: 15 people or more.
func (s *scanner) afterNoun(q *Quantity, next, stop *int) {
	if q.Noun.Len() == 0 || q.Bound != Exact && q.Bound != About {
		return
	}
	j := int(q.Noun.Last)
	if j >= s.end || !s.g.Starts(j).Has(lexicon.Bounds) {
		return
	}
	row, end, ok := s.longestBound(j, sideAfter)
	if ok && end-j > 1 && end <= s.end && !s.is(end, text.Number) {
		q.Bound = boundNamed(row.Field(boundName))
	}
}

// worth refuses numbers in words that say nothing: "this one", "half" of a match.
func (s *scanner) worth(q *Quantity, a *amount, next int) bool {
	if a.form != inWords || q.Unit.ID != "" || q.Bound != Exact || a.scaled {
		return true
	}
	if a.value.Mant == 1 && a.value.Exp == 0 && a.value.Den <= 1 { // one
		if q.Noun.Len() == 0 || a.first > s.begin && s.pronounOne(a.first-1) {
			return false
		}
		return true
	}
	return true
}

// pronounOne reports whether the word at j makes "one" behind it a pronoun: this, which, each.
func (s *scanner) pronounOne(j int) bool {
	if !s.has(j, lexicon.Function) {
		return false
	}
	s.rows = s.g.Rows(s.rows[:0], j, lexicon.Function)
	for _, r := range s.rows {
		switch r.Field(0) {
		case "determiner", "question", "relative":
			return true
		}
	}
	return false
}
