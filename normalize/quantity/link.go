package quantity

import "github.com/factdiff/factdiff/normalize/lexicon"

// Column of links.tsv and nonquantity.tsv.
const linkClass = 0

// A linkSet is a set of classes of links.tsv, words that tie a number to what stands around it, and of
// nonquantity.tsv, which tells what is no amount.
type linkSet uint32

const (
	linkOf linkSet = 1 << iota
	linkAnd
	linkOr
	linkTo
	linkBetween
	linkFrom
	linkPer
	linkShare
	linkAge
	isHorizon
	isTolerance
	isFreezing
	isNamedMonth
	isMonth
	isYear
	isGap
	isStop
	isPerson
	isThen
	isLabel
	isClock
	isPhrase
	isMaker
	isWarmer
	linkTurns
	isPays
	isRate
)

var linkNames = [...]string{"of", "and", "or", "to", "between", "from", "per", "share", "age", "horizon", "tolerance", "freezing",
	"namedmonth", "month", "year", "gap", "stop", "person", "then", "label", "clock", "phrase", "maker", "warmer", "turns", "pays", "rates"}

const linkTables = 1<<lexicon.Links | 1<<lexicon.NonQuantity

func linkNamed(name string) linkSet {
	for i, n := range linkNames {
		if n == name {
			return 1 << i
		}
	}
	return 0
}

// link reports whether token j is a word of the given class.
func (s *scanner) link(j int, class linkSet) bool {
	return s.links(j)&class != 0
}

// links returns the classes that token j is in.
func (s *scanner) links(j int) linkSet {
	if j < s.begin || j >= s.end || s.g.Mask(j)&linkTables == 0 {
		return 0
	}
	return s.facts(j).links
}

// wordLinks returns the classes of the word that token j is.
func (s *scanner) wordLinks(j int) (set linkSet) {
	for _, t := range [...]lexicon.Table{lexicon.Links, lexicon.NonQuantity} {
		s.rows = s.g.Rows(s.rows[:0], j, t)
		for _, r := range s.rows {
			set |= linkNamed(r.Field(linkClass))
		}
	}
	return set
}

// phraseLinks returns the classes of a phrase.
func (s *scanner) phraseLinks(p lexicon.Phrase) (set linkSet) {
	for _, t := range [...]lexicon.Table{lexicon.Links, lexicon.NonQuantity} {
		if !p.Mask.Has(t) {
			continue
		}
		s.rows = s.g.PhraseRows(s.rows[:0], p, t)
		for _, r := range s.rows {
			set |= linkNamed(r.Field(linkClass))
		}
	}
	return set
}

// linkEnd returns the token behind the longest words of a class at j, or j.
func (s *scanner) linkEnd(j int, class linkSet) int {
	if j < s.begin || j >= s.end || s.g.Starts(j)&linkTables == 0 {
		return j
	}
	ps := s.g.Phrases(j)
	for k := len(ps) - 1; k >= 0; k-- {
		if p := ps[k]; p.Mask&linkTables != 0 && int(p.Last) <= s.end && s.phraseLinks(p)&class != 0 {
			return int(p.Last)
		}
	}
	if s.link(j, class) {
		return j + 1
	}
	return j
}

// linkBefore returns the first token of the words of a class that end right before token i, or i.
func (s *scanner) linkBefore(i int, class linkSet) int {
	if i <= s.begin || i > s.end || (s.led|s.g.Mask(i-1))&linkTables == 0 {
		return i
	}
	if s.led&linkTables != 0 {
		if at, set := s.phraseBefore(i); set&class != 0 {
			return at
		}
	}
	if s.link(i-1, class) {
		return i - 1
	}
	return i
}

// phraseBefore returns the longest phrase that has classes and ends right before token i.
func (s *scanner) phraseBefore(i int) (first int, set linkSet) {
	s.steps++
	for at := max(i-lookBack, s.begin); at < i-1; at++ {
		for _, p := range s.g.Phrases(at) {
			if int(p.Last) != i || p.Mask&linkTables == 0 {
				continue
			}
			if set = s.phraseLinks(p); set != 0 {
				return at, set
			}
		}
	}
	return i, 0
}
