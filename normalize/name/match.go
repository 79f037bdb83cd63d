package name

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

// Same compares two names once. Prepare the names when one of them is compared more often.
func Same(lex *lexicon.Lexicon, a, b string, kind Kind) Match {
	return Prepare(lex, a, kind).Match(Prepare(lex, b, kind))
}

// A score is in thousandths.
const full = 1000

// Match tells whether p and q name one entity. It allocates nothing.
func (p *Prepared) Match(q *Prepared) Match {
	if p.Empty() || q.Empty() {
		return Match{}
	}
	if p.folded == q.folded {
		if p.Titles != q.Titles {
			return Match{true, 1, Title}
		}
		return Match{true, 1, Equal}
	}
	if p.otherGiven(q) || q.otherGiven(p) {
		return Match{false, 0.3, Conflict}
	}
	if len(p.known) > 0 && len(q.known) > 0 {
		if common(p.known, q.known) {
			if p.Kind == Organization && (acronymOf(p, q) || acronymOf(q, p)) {
				return Match{true, 0.99, Acronym}
			}
			return Match{true, 0.99, Alias}
		}
		return Match{false, 0.05, Conflict}
	}
	if p.Kind == Organization && (acronymOf(p, q) || acronymOf(q, p)) {
		return Match{true, 0.95, Acronym}
	}
	if q.folded < p.folded {
		p, q = q, p // words are paired greedily, so that ties could fall two ways
	}
	var e evidence
	e.gather(p, q)
	return e.judge(p, q)
}

// otherGiven reports whether what was taken for p's title is rather the given name of another person of q's family: Dean Martin,
// Ruth Martin. Sultan Qaboos and Qaboos bin Said may be one.
func (p *Prepared) otherGiven(q *Prepared) bool {
	return p.given && q.Titles == "" && len(q.words) > 1 && q.words[0].gender != 0 && q.words[len(q.words)-1].text == p.words[0].text
}

func common(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// acronymOf reports whether p is one word, in capitals, made of the first letters of q's words; G7 counts as one word, and
// legal forms are not counted.
func acronymOf(p, q *Prepared) bool {
	if len(q.words) < 2 {
		return false
	}
	n := len(p.words)
	for n > 1 && p.words[n-1].class == legal {
		n--
	}
	w := &p.words[0]
	switch {
	case n == 1 && (w.class == acronym || w.class == number) && len(w.text) > 1:
		return hasInitials(q, w.text)
	case n == 2 && w.class == initial && p.words[1].class == number:
		return strings.HasPrefix(q.initials[1], p.initials[0]) // G7, the Group of Seven industrialized nations
	}
	return false
}

func hasInitials(q *Prepared, letters string) bool {
	for _, s := range q.initials {
		if s == letters {
			return true
		}
	}
	return false
}

// judge weighs the evidence.
func (e *evidence) judge(p, q *Prepared) Match {
	s := e.score(p, q)
	k := weightsOf(p.Kind)
	limit := k.threshold[e.writings]
	if e.aligned >= several {
		limit -= k.several[e.writings]
	}
	if e.veto {
		return Match{false, float64(min(s, limit-50)) / full * 0.8, Conflict}
	}
	if s < limit {
		return Match{false, float64(s) / full, Different}
	}
	return Match{true, float64(s) / full, e.reason(p, q)}
}

// writings tells what the writings of two names have in common.
func writings(p, q *Prepared) int {
	if p.script == q.script {
		return sameScript
	}
	switch max(p.mode, q.mode) {
	case abjad:
		return withAbjad
	case syllabic:
		return withSyllables
	}
	return crossScript
}

func (e *evidence) reason(p, q *Prepared) Reason {
	switch {
	case e.nickname:
		return Nickname
	case e.initial:
		return Initials
	case p.script != q.script:
		return Transliteration
	case e.restP+e.restQ == 0 && (e.low >= 990 || plainly(p, q)):
		return Spelling
	case p.Titles != q.Titles && e.low >= 990:
		return Title
	case e.low >= 800:
		return Transliteration
	case e.restP+e.restQ > 0 && e.low >= 990:
		return Alias
	}
	return Typo
}

// plainly reports whether the names are the same letters but for marks, small words and word borders.
func plainly(p, q *Prepared) bool { return p.bare == q.bare }
