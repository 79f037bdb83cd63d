package quantity

import "github.com/factdiff/factdiff/normalize/lexicon"

// Column of links.tsv and nonquantity.tsv.
const linkClass = 0

// Classes of links.tsv, words that tie a number to what stands around it, and of nonquantity.tsv, which
// tells what is no amount.
const (
	linkOf      = "of"
	linkAnd     = "and"
	linkOr      = "or"
	linkTo      = "to"
	linkBetween = "between"
	linkFrom    = "from"
	linkPer     = "per"
	linkShare   = "share"
	linkAge     = "age"

	isHorizon    = "horizon"
	isTolerance  = "tolerance"
	isFreezing   = "freezing"
	isNamedMonth = "namedmonth"

	isLabel  = "label"
	isMonth  = "month"
	isYear   = "year"
	isClock  = "clock"
	isPhrase = "phrase"
	isGap    = "gap"
	isMaker  = "maker"
	isStop   = "stop"
	isPerson = "person"
)

// link reports whether token j is a word of the given class.
func (s *scanner) link(j int, class string) bool {
	return s.class(j, tableOf(class), linkClass, class)
}

// tableOf returns the table that a class belongs to.
func tableOf(class string) lexicon.Table {
	switch class {
	case isLabel, isClock, isPhrase, isMaker:
		return lexicon.NonQuantity
	}
	return lexicon.Links
}

// linkEnd returns the token behind the longest words of a class at j, or j.
func (s *scanner) linkEnd(j int, class string) int {
	t := tableOf(class)
	if j < s.begin || j >= s.end || !s.starts(j).Has(t) {
		return j
	}
	ps := s.g.Phrases(j)
	for k := len(ps) - 1; k >= 0; k-- {
		if p := ps[k]; p.Mask.Has(t) && int(p.Last) <= s.end {
			s.rows = s.g.PhraseRows(s.rows[:0], p, t)
			for _, r := range s.rows {
				if r.Field(linkClass) == class {
					return int(p.Last)
				}
			}
		}
	}
	if s.link(j, class) {
		return j + 1
	}
	return j
}

// linkBefore returns the first token of the words of a class that end right before token i, or i.
func (s *scanner) linkBefore(i int, class string) int {
	t := tableOf(class)
	for at := max(i-lookBack, s.begin); at < i; at++ {
		if !s.starts(at).Has(t) {
			continue
		}
		if s.linkEnd(at, class) == i {
			return at
		}
	}
	return i
}
