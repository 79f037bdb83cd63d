package quantity

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of words.tsv.
const (
	wordLemma = 0
	wordPos   = 1

	wordNounClass = 3
)

// nounTokens is the most tokens that the counted noun phrase takes: "seven new short-range ballistic missiles".
const nounTokens = 7

// noun finds the noun that is counted behind token next.
func (s *scanner) noun(q *Quantity, next int) {
	j := next
	if s.is(j, text.Hyphen) {
		if j++; s.is(j, text.Word) && !s.link(j, linkAnd) && !s.link(j, linkOr) {
			s.count(q, j, j)
		}
		return
	}
	if s.link(j, linkOf) {
		for j++; j < s.end && s.determiner(j); j++ {
			if s.fn(j, fnDeterminer) && !s.fn(j, fnDefinite|fnQuantifier) && s.fn(j+1, fnDeterminer) {
				return // three of those this season
			}
		}
	}
	if s.crossed(j) {
		return // 184 x 62 cm
	}
	one := q.Single && q.Value.Mant == 1 && q.Value.Exp == 0 && q.Value.Den <= 1 && j == next
	first, head, last, model := j, -1, -1, -1
	for ; j < s.end && j-first < nounTokens; j++ {
		k := &s.toks[j]
		if k.Is(text.LineBefore) && j > first {
			break
		}
		if k.Class == text.Clitic && j > first { // Moscow's airports
			first, head, last = j+1, -1, -1
			continue
		}
		if k.Class == text.Hyphen && j > first {
			continue
		}
		if k.Class == text.Number && s.joined(j) && s.is(j-1, text.Hyphen) && last == j-2 { // two Su-34 bombers
			first, head, last = j+1, -1, -1
			model = j
			if s.joined(j+1) && s.is(j+1, text.Word) && s.toks[j+1].End-s.toks[j+1].Start == 1 {
				j++ // three Mi-8s, a Tu-22M
				first = j + 1
			}
			continue
		}
		if k.Class == text.Number { // eight million 250ml bottles
			b := amount{form: inDigits, next: j + 1, value: Int(1)}
			if _, end, ok := s.unitAt(&b); ok {
				j = end - 1
				continue
			}
			break
		}
		if k.Class != text.Word {
			break
		}
		if s.g.Starts(j)&smallWords != 0 {
			if j > first && last >= 0 && s.link(j, linkAnd) && s.is(j+1, text.Word) && !s.has(j+1, lexicon.Function) && !one && s.coordinates(j) {
				continue // Kia and Hyundai vehicles
			}
			if j > first && !one && s.link(j, linkAnd) && s.qualities(j) {
				last, head = -1, -1
				j++
				continue // small and marginal farmers
			}
			if s.endsNoun(j) {
				break
			}
		}
		p := s.nouns(j)
		if last >= 0 && p&(verbFirst|mayNoun) == verbFirst { // the verb of the sentence
			break
		}
		if p&(listed|mayNoun) == listed {
			if p&(mayVerb|mayAdjective) == mayVerb && !s.participle(j) {
				break
			}
			continue
		}
		if one && last >= 0 && p&(many|listed|onlyNoun) == many|listed {
			break // one proposal asks
		}
		last = j
		if !one && p&many != 0 && !s.is(j+1, text.Hyphen) {
			head = j
			if !s.is(j+1, text.Word) || s.nouns(j+1)&(onlyNoun|many) != onlyNoun|many {
				break
			}
		}
	}
	switch {
	case head >= 0:
	case last < 0 && model >= 0:
		s.countModel(q, model)
		return
	case last < 0:
		return
	case one:
		head = last
	default:
		head = s.firstNoun(first, last)
	}
	s.count(q, first, head)
}

// countModel makes a type with a number what is counted, as it is written: two F-16s.
func (s *scanner) countModel(q *Quantity, number int) {
	q.Noun = text.Range{First: int32(number - 2), Last: int32(number + 1)}
	q.CountOf = s.body[s.toks[number-2].Start:s.toks[number].End]
}

// crossed reports whether a cross between two numbers of a size stands at token j: 184 x 62 cm.
func (s *scanner) crossed(j int) bool {
	return j < s.end && s.toks[j].End-s.toks[j].Start <= 2 && s.is(j+1, text.Number) && (s.body[s.toks[j].Start]|0x20 == 'x' || s.g.Word(j) == "×")
}

// smallWords are the tables of words that may end a noun phrase.
const smallWords = 1<<lexicon.Numbers | 1<<lexicon.Function | linkTables

// endsNoun reports whether the small word at token j ends a noun phrase.
func (s *scanner) endsNoun(j int) bool {
	if s.has(j, lexicon.Function) && !s.among(j) || s.linkEnd(j, isStop) > j {
		return true
	}
	c := s.num(j).class
	return c != 0 && c != clOrdinal && c != clPoint
}

// count sets the counted noun.
func (s *scanner) count(q *Quantity, first, head int) {
	q.Noun = text.Range{First: int32(first), Last: int32(head + 1)}
	q.CountOf = s.singular(head)
}

// A lemma is the singular of a word, in small letters: the first of its own, or a string that is no part of the text.
type lemma struct {
	known string
	cut   uint8 // how many letters
}

// singular returns the singular of token j in small letters.
func (s *scanner) singular(j int) string {
	w := s.g.Word(j)
	l, known := s.lemmas.At(s.g, j)
	if !known {
		*l = lemmaOf(morph.Noun(s.g, j), w)
	}
	if l.cut > 0 {
		return w[:l.cut]
	}
	return l.known
}

// lemmaOf keeps the singular of w, and nothing of the text that w stands in: a noun that does not begin like w is one of the tables.
func lemmaOf(noun, w string) lemma {
	noun = strings.ToLower(noun)
	n := len(noun)
	if n == 0 || n > len(w) || noun != w[:n] {
		return lemma{known: noun}
	}
	if n < 256 {
		return lemma{cut: uint8(n)}
	}
	return lemma{known: strings.Clone(noun)}
}

// coordinates reports whether "and" at j joins two modifiers or names of what is counted.
func (s *scanner) coordinates(j int) bool {
	return s.toks[j-1].Is(text.Capital) && s.toks[j+1].Is(text.Capital)
}

// qualities reports whether the "and" at j joins two adjectives of the plural behind them: old and frail people.
func (s *scanner) qualities(j int) bool {
	return s.is(j+2, text.Word) && s.nouns(j-1)&(mayAdjective|many) == mayAdjective && s.nouns(j+1)&(mayAdjective|many) == mayAdjective && s.nouns(j+2)&(many|mayNoun) == many|mayNoun
}

// firstNoun returns the first word of a phrase without a plural that may be its head.
func (s *scanner) firstNoun(first, last int) int {
	for j := first; j < last; j++ {
		if s.toks[j].Class != text.Word {
			continue
		}
		if p := s.nouns(j); p&listed == 0 || p&nounFirst != 0 {
			return j
		}
	}
	return last
}

// among lets words that stand inside a noun phrase pass: other, more.
func (s *scanner) among(j int) bool {
	return s.fn(j, fnQuantifier) && !s.is(j+1, text.Stop)
}

// participle reports whether token j looks like a participle: armed men, wounded soldiers.
func (s *scanner) participle(j int) bool {
	return morph.Ending(s.g.Lex, s.g.Word(j))&(morph.Past|morph.Ing|morph.Participle) != 0
}

// plural reports whether token j looks like a noun in the plural.
func (s *scanner) plural(j int) bool {
	return s.is(j, text.Word) && s.nouns(j)&many != 0
}

// afterNoun reads a bound behind the counted noun: 15 people or more.
func (s *scanner) afterNoun(q *Quantity) {
	if q.Noun.Len() == 0 || q.Bound != Exact && q.Bound != About {
		return
	}
	j := int(q.Noun.Last)
	if j >= s.end || !s.starts(j).Has(lexicon.Bounds) {
		return
	}
	row, end, ok := s.longestBound(j, sideAfter)
	if ok && end-j > 1 && end <= s.end && !s.is(end, text.Number) {
		q.Bound = row.bound
	}
}

// worth refuses numbers in words that say nothing: "this one", "half" of a match.
func (s *scanner) worth(q *Quantity, a *amount) bool {
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
	return s.fn(j, fnQuestion|fnRelative|fnQuantifier) || s.fn(j, fnDeterminer) && !s.fn(j, fnDefinite)
}
