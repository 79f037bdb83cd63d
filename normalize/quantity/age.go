package quantity

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// oldest is the most that is taken for a person's age where nothing but its place says so.
const oldest = 115

// aged reports whether a bare number is an age: aged 34; Smith, 34, said; who was 10.
func (s *scanner) aged(a *amount, next int) bool {
	if a.money != nil || a.scaled || a.value.Exp != 0 && a.form == inDigits || a.value.Cmp(Int(1)) < 0 || a.value.Cmp(Int(oldest)) > 0 || a.kind != Cardinal || a.form == vague {
		return false
	}
	at := a.first
	if _, f, ok := s.boundBefore(at); ok {
		at = f
	}
	if f := s.linkBefore(at, linkBetween); f < at {
		at = f
	} else if f := s.linkBefore(at, linkFrom); f < at {
		at = f
	}
	if s.linkBefore(at, linkAge) < at {
		return !s.link(at-1, linkOf) || s.countsNone(next) // at the age of 21, but not in an age of two powers
	}
	if s.ofThose(a, at, next) || s.nextAge(a, next) {
		return true
	}
	if a.form != inDigits {
		return false
	}
	return s.apposed(a.first, next) || s.personBefore(a.first, next) || s.turned(at, next) || s.personOf(a) || s.atAge(a) ||
		a.value.Cmp(Int(grown)) >= 0 && s.saidToBe(at, next)
}

// nextAge reports whether the number is joined to an age before it, and counts nothing: men aged 34 and 41.
func (s *scanner) nextAge(a *amount, next int) bool {
	n := len(s.dst) - 2 // the last one is this
	if n < s.first || a.form != inDigits || s.dst[n].Value.Kind != Age || int(s.dst[n].Last) != a.first-1 || next < s.end && s.is(next, text.Word) && !s.has(next, lexicon.Function) {
		return false
	}
	return s.link(a.first-1, linkAnd|linkOr) || s.at(a.first-1, ',') && s.link(next, linkAnd)
}

// ofThose reports whether a bound on their age stands right behind people, and nothing that the number counts behind it: children under 18, women over
// 50.
func (s *scanner) ofThose(a *amount, at, next int) bool {
	if at >= a.first || a.value.Exp != 0 || a.value.Cmp(Int(least)) < 0 || !s.people(at-1) {
		return false
	}
	row, _, ok := s.boundBefore(a.first)
	return ok && (row.bound == Under || row.bound == Over) && (next >= s.end || !s.is(next, text.Word) || s.has(next, lexicon.Function)) && !s.is(next, text.Hyphen)
}

// countsNone reports whether no noun that a number may count stands at token next.
func (s *scanner) countsNone(next int) bool {
	return next >= s.end || !s.is(next, text.Word) || s.has(next, lexicon.Function) || s.inflected(next)
}

// least is the least age that such a bound is told with: toddlers under 2.
const least = 2

// people reports whether token j is a noun for several persons: children.
func (s *scanner) people(j int) bool {
	if j < s.begin {
		return false
	}
	row, ok := s.g.Row(j, lexicon.Words)
	return ok && row.Field(wordNounClass) == "person" && row.Field(wordLemma) != s.g.Word(j)
}

// grown is the least number that "a woman of 61" can only mean an age with: a mother of six has six children.
const grown = 16

// personOf reports whether a noun for one person and "of" stand before the number, and nothing that it counts behind it: a woman of 61.
func (s *scanner) personOf(a *amount) bool {
	i := a.first
	return i-3 >= s.begin && a.value.Cmp(Int(grown)) >= 0 && s.link(i-1, linkOf) && s.person(i-2) && s.determiner(i-3) && s.countsNone(a.next)
}

// atAge reports whether a preposition stands before the number, and a pronoun for one person behind it or a verb of dying in front: at 43 she is, died at 94.
func (s *scanner) atAge(a *amount) bool {
	return a.value.Cmp(Int(grown)) >= 0 && s.isPreposition(a.first-1) && (s.personal(a.next) || s.dies(a.first-2) && s.countsNone(a.next) && !s.is(a.next, text.Comma))
}

// dies reports whether token i is a verb or a state of dying.
func (s *scanner) dies(i int) bool {
	if i < s.begin || !s.has(i, lexicon.Measures) {
		return false
	}
	row, ok := s.g.Row(i, lexicon.Measures)
	return ok && row.Field(colMeasure) == ofDeath && row.Field(colMeasureKind) != nounOfMeasure
}

func (s *scanner) isPreposition(i int) bool {
	row, ok := s.functionRow(i)
	return ok && row.Field(fnClass) == "preposition"
}

// personal reports whether token i is a pronoun for one person: he, she.
func (s *scanner) personal(i int) bool {
	row, ok := s.functionRow(i)
	return ok && row.Field(fnClass) == "pronoun" && row.Field(fnPerson) == "3" && (row.Field(fnGender) == "m" || row.Field(fnGender) == "f")
}

func (s *scanner) functionRow(i int) (lexicon.Row, bool) {
	if i < s.begin || i >= s.end {
		return lexicon.Row{}, false
	}
	return s.g.Row(i, lexicon.Function)
}

// inflected reports whether token j is a form of a verb that is no lemma: died.
func (s *scanner) inflected(j int) bool {
	row, ok := s.g.Row(j, lexicon.Words)
	return ok && strings.HasPrefix(row.Field(wordPos), "v") && row.Field(wordLemma) != s.g.Word(j)
}

// apposed reports whether the number stands behind a name, or a noun for a person, between commas or brackets: Smith, 34, said; the
// driver, 34, was hurt.
func (s *scanner) apposed(i, next int) bool {
	open := s.at(i-1, ',') || s.at(i-1, '(')
	if !open || i-2 < s.begin || s.toks[i-1].Is(text.SpaceBefore) != s.at(i-1, '(') {
		return false
	}
	k := &s.toks[i-2]
	if k.Class != text.Word || !k.Is(text.Capital) && !s.person(i-2) || s.has(i-2, lexicon.Function) || s.month(i-2) {
		return false
	}
	if s.at(i-1, '(') {
		return s.at(next, ')') && s.is(i-3, text.Word) && s.toks[i-3].Is(text.Capital)
	}
	return next >= s.end || s.at(next, ',') || s.is(next, text.Stop) || s.is(next, text.Dash) || s.at(next, ')') || s.at(next, ';')
}

// person reports whether token j is a noun for one person: driver, wife.
func (s *scanner) person(j int) bool {
	row, ok := s.g.Row(j, lexicon.Words)
	return ok && row.Field(wordNounClass) == "person" && row.Field(wordLemma) == s.g.Word(j)
}

// personBefore reports whether a full name stands before the number and a verb behind it: Nick Hague 44 has.
func (s *scanner) personBefore(i, next int) bool {
	if i-2 < s.begin || !s.fn(next, fnAuxiliary) {
		return false
	}
	for j := i - 2; j < i; j++ {
		k := &s.toks[j]
		if k.Class != text.Word || !k.Is(text.Capital) || k.Is(text.AllCaps) || s.has(j, lexicon.Function) || s.g.Has(j, lexicon.NonQuantity) || s.link(j, isGap) {
			return false
		}
	}
	return true
}

// turned reports whether a person is said to be that old: who was 10, he will be 35.
func (s *scanner) turned(i, next int) bool {
	if next < s.end && !s.is(next, text.Stop) && !s.is(next, text.Comma) && !s.has(next, lexicon.Function) && !s.is(next, text.Bracket) {
		return false
	}
	be := false
	for j := i - 1; j >= max(s.begin, i-4); j-- {
		if !s.has(j, lexicon.Function) {
			return false
		}
		row, _ := s.g.Row(j, lexicon.Function)
		switch row.Field(fnClass) {
		case "auxiliary":
			be = be || row.Field(fnKind) == "be"
		case "modal", "adverb":
		case "pronoun":
			return be && s.personal(j)
		case "relative":
			return be && i-j <= 3
		default:
			return false
		}
	}
	return false
}

// saidToBe reports whether a person who is told by a noun or a name is said to be, or to turn, that old: Ruth Adeyemi was 34; the victim,
// her brother Tom, was only 23 when he died; the singer turned 60 in May.
func (s *scanner) saidToBe(i, next int) bool {
	verb := i - 1
	for verb > s.begin && s.fn(verb, fnAdverb) {
		verb--
	}
	turns := s.link(verb, linkTurns)
	if !turns && !s.isBe(verb) || !s.endsAge(next, turns) {
		return false
	}
	j := verb - 1
	for j > s.begin && s.has(j, lexicon.Function) && (s.fn(j, fnAuxiliary) || s.fn(j, fnAdverb)) {
		j--
	}
	if turns && (s.personal(j) || s.relative(j)) {
		return true
	}
	if s.at(j, ',') { // behind an apposition, or a clause about the person
		if s.bearer(j - 1) {
			return true
		}
		open := j - 1
		for open > s.begin && j-open < maxApposition && !s.at(open, ',') && !s.is(open, text.Stop) {
			open--
		}
		if !s.at(open, ',') {
			return false
		}
		j = open - 1
	}
	return s.bearer(j) || j >= s.begin && s.toks[j].Is(text.Capital) && s.relative(next) && s.personal(next+1) // Lund was 34 when he died
}

// maxApposition is how many tokens may stand between a person and the verb.
const maxApposition = 12

// endsAge reports whether nothing can stand between the number and token next that it counts or measures: 14 under par is no age.
func (s *scanner) endsAge(next int, turns bool) bool {
	if next >= s.end || s.is(next, text.Stop) || s.is(next, text.Comma) || s.is(next, text.Bracket) || s.is(next, text.QuoteMark) {
		return true
	}
	row, ok := s.functionRow(next)
	if !ok {
		return false
	}
	switch row.Field(fnClass) {
	case "conjunction", "subordinator", "relative": // when she died
		return row.Field(fnKind) != "compare"
	case "preposition":
		return turns
	}
	return false
}

func (s *scanner) isBe(i int) bool {
	row, ok := s.functionRow(i)
	return ok && row.Field(fnClass) == "auxiliary" && row.Field(fnKind) == "be"
}

func (s *scanner) relative(i int) bool {
	row, ok := s.functionRow(i)
	return ok && row.Field(fnClass) == "relative"
}

// bearer reports whether one person is told of by the words that end at token j: a noun with an article, or a name with a given name.
func (s *scanner) bearer(j int) bool {
	if j < s.begin {
		return false
	}
	if !s.toks[j].Is(text.Capital) {
		for k := j - 1; s.person(j) && k >= s.begin && k > j-4; k-- {
			if s.determiner(k) {
				return true
			}
		}
		return false
	}
	for k := j; k >= s.begin && k > j-4 && s.is(k, text.Word) && s.toks[k].Is(text.Capital) && !s.has(k, lexicon.Function); k-- {
		if s.g.Has(k, lexicon.Given) && k < j {
			return true
		}
	}
	return false
}

// decade is how many years a decade of life has, and firstDecade and lastDecade the years that the first and the last one told of begin with.
const (
	decade      = 10
	firstDecade = 20
	lastDecade  = 90
)

// decadeOfLife reads the age that is told as a decade of somebody's life and returns the token behind it, or 0: a man in his 60s, in their late 30s.
func (s *scanner) decadeOfLife(a *amount) int {
	i, j := a.first, a.next
	if !s.joined(j) || !s.is(j, text.Word) || s.toks[j].End-s.toks[j].Start != 1 || s.body[s.toks[j].Start] != 's' {
		return 0
	}
	if v := a.value; !v.Whole() || v.Cmp(Int(firstDecade)) < 0 || v.Cmp(Int(lastDecade)) > 0 || int64(v.Float())%decade != 0 {
		return 0
	}
	k := i - 1
	if s.is(k, text.Hyphen) {
		k--
	}
	if !s.fn(k, fnPossessive) {
		k-- // early, late
	}
	if k <= s.begin || !s.fn(k, fnPossessive) || !s.is(k, text.Word) || !s.isPreposition(k-1) || !s.countsNone(j+1) {
		return 0 // their 80s hits
	}
	q := Quantity{Value: a.value, Bound: Between, Kind: Age, Unit: yearsOfLife, Low: Limit{Number: a.value}, High: Limit{Number: a.value.add(Int(decade - 1))}, PartOf: -1, Restates: -1}
	s.dst = append(s.dst, Mention{Range: text.Range{First: int32(i), Last: int32(j + 1)}, Span: s.bytes(i, j+1), Value: q, Rule: "decade of life"})
	return j + 1
}
