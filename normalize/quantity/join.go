package quantity

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// join ties the quantities of a sentence together once all are read: lists that share a unit, heads
// that are left out, parts of a whole, restatements.
func (s *scanner) join() {
	ms := s.dst[s.first:]
	if len(ms) == 1 {
		return
	}
	for i := len(ms) - 2; i >= 0; i-- {
		if s.listed(&ms[i], &ms[i+1]) {
			ms[i].Value.take(&ms[i+1].Value)
		}
	}
	for i := range ms {
		q := &ms[i].Value
		if i > 0 && s.restates(&ms[i-1], &ms[i]) {
			q.Restates = int32(s.first + i - 1)
			q.restate(&ms[i-1].Value, s.warmer(&ms[i-1], &ms[i]))
		}
		if i+1 < len(ms) && s.isPartOf(&ms[i], &ms[i+1]) {
			q.PartOf = int32(s.first + i + 1)
			if q.CountOf == "" {
				q.CountOf = ms[i+1].Value.CountOf
			}
		}
		if q.bare() {
			s.elided(ms, i)
		}
		if i > 0 {
			s.points(&ms[i-1].Value, q)
		}
	}
	s.again()
}

// bare reports whether the number has neither a unit nor a noun.
func (q *Quantity) bare() bool {
	return q.Unit.ID == "" && q.CountOf == "" && q.Kind == Cardinal
}

// take gives a bare number the unit or the noun of another.
func (q *Quantity) take(from *Quantity) {
	q.Unit, q.CountOf = from.Unit, from.CountOf
	if from.Kind == Age {
		q.Kind = Age
	}
	if q.Bound == Exact && q.measured() {
		q.interval()
	}
}

// listed reports whether m is an item of a list whose unit stands with a later one, n: 10, 20 and 30 km;
// a 7- or 8-inch screen.
func (s *scanner) listed(m, n *Mention) bool {
	if !m.Value.bare() || n.Value.bare() || n.Value.Unit.Dimension == dimMoney && m.Value.Unit.ID != "" {
		return false
	}
	if n.First-m.Last > 4 {
		return false
	}
	joint := false
	for j := int(m.Last); j < int(n.First); j++ {
		switch {
		case s.at(j, ','), s.link(j, linkAnd), s.link(j, linkOr), s.link(j, linkTo) && m.Value.Trend == By && n.Value.Unit.Dimension == dimMoney:
			joint = true // by 600 million to 9.4 billion crowns
		case s.crossed(j):
			joint = true // 184 x 62 x 108 cm
		case s.is(j, text.Hyphen), s.is(j, text.Dash), s.at(j, '$'):
		default:
			return false
		}
	}
	return joint
}

// elided gives a bare number the noun or the unit of the last amount of its sentence that has one:
// seven new sanctions … and three under its regime; from 208 pounds to 193; to 7,425.81 (points).
func (s *scanner) elided(ms []Mention, i int) {
	q := &ms[i].Value
	if q.Noun.Len() > 0 || q.Bound == Vague || s.formula(int(ms[i].First)) {
		return
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		p := &ms[k].Value
		if p.Unit.ID != "" && s.link(int(ms[i].Last), linkOf) && s.fn(int(ms[i].Last)+1, fnPronoun) {
			continue // 420 metres down, eleven of them
		}
		fell := k == i-1 && p.Trend == From && q.Trend == To // from five and a half hours to under three
		if p.bare() || p.Unit.Dimension == dimRatio && !(q.Trend == From && p.Trend == To) || p.Kind != Cardinal || p.Unit.Dimension == dimDuration && !fell {
			continue
		}
		if p.Noun.Len() > 0 && !s.has(int(p.Noun.Last)-1, lexicon.Measures) && s.ofOther(int(ms[i].First), dimMoney) {
			continue // three times before a crowd of 18,000
		}
		if p.Unit.ID != "" && p.Unit.Dimension != dimMoney && p.Trend != From && s.is(int(ms[k].First)+1, text.Hyphen) {
			continue // the 50-metre pool stays open, six members voted
		}
		if f := int(ms[i].First) - 1; p.Unit.Dimension == dimLength && s.link(f, linkShare) && s.link(f, isHorizon) {
			continue // won the 100 metres in 9.88
		}
		if p.Unit.ID != "" && p.Unit.Dimension != dimMoney && (s.numbered(&ms[i]) || q.Value.Float() > worldsApart*p.Value.Float()) {
			continue // at Well 3; the tunnel of 34 km cost 4.3 billion
		}
		if p.Value.Whole() && !q.Value.Whole() && p.Unit.ID == "" || p.Unit.ID != "" && (s.ofOther(int(ms[i].First), p.Unit.Dimension) || s.ofToll(&ms[i])) {
			continue
		}
		q.take(p)
		ms[i].Rule = "elided"
		return
	}
}

// worldsApart is how many times the amount before it a bare number is at most that is of the same unit.
const worldsApart = 1_000_000

// numbered reports whether a number is that of the thing before it, which is written with a capital: Well 3.
func (s *scanner) numbered(m *Mention) bool {
	i := int(m.First) - 1
	return m.Last-m.First == 1 && m.Value.Value.Whole() && m.Value.Value.Float() < leastAmount && i > s.begin && s.is(i, text.Word) && s.toks[i].Is(text.Capital) && !s.toks[i].Is(text.AllCaps)
}

// leastAmount is from where on a number behind a name is rather an amount of it.
const leastAmount = 100

// formula reports whether a letter and a sign stand before the number at token i: p < 0.05.
func (s *scanner) formula(i int) bool {
	if s.is(i, text.Number) {
		i--
	}
	return s.is(i, text.Symbol) && s.is(i-1, text.Word) && s.toks[i-1].End-s.toks[i-1].Start == 1
}

// points makes points by which a share has moved those of a percentage: 61.2 percent, down 4 points. Those of an index are more than its percents.
func (s *scanner) points(p, q *Quantity) {
	if q.CountOf != "point" || p.Unit.Dimension != dimRatio || p.Unit.ID == "" || !moved(q.Trend) || q.Value.Cmp(p.Value) >= 0 {
		return
	}
	q.Unit, q.CountOf = pointsOfShare, ""
	if q.Bound == Exact {
		q.interval()
	}
}

// ofOther reports whether the number at token i is that of a noun which measures no dim: a population of 12,000.
func (s *scanner) ofOther(i int, dim string) bool {
	if !s.link(i-1, linkOf) || !s.has(i-2, lexicon.Measures) {
		return false
	}
	s.rows = s.g.Rows(s.rows[:0], i-2, lexicon.Measures)
	found := false
	for _, r := range s.rows {
		if r.Field(colMeasureKind) != nounOfMeasure {
			continue
		}
		dims := r.Field(colMeasureDims)
		if dims == "" || strings.Contains(dims, dim) {
			return false
		}
		found = true
	}
	return found
}

// ofToll reports whether a number counts those to whom something happens, as the verb before it or the state behind it tells: killed three, four dead.
func (s *scanner) ofToll(m *Mention) bool {
	return s.countsOnly(int(m.First)-1, verbOfMeasure) || s.countsOnly(int(m.Last), stateOfMeasure)
}

// countsOnly reports whether token i is a word of a kind of measures.tsv for what is counted, and for nothing that has a unit.
func (s *scanner) countsOnly(i int, kind string) bool {
	if !s.has(i, lexicon.Measures) {
		return false
	}
	s.rows = s.g.Rows(s.rows[:0], i, lexicon.Measures)
	return slices.ContainsFunc(s.rows, func(r lexicon.Row) bool {
		return r.Field(colMeasureKind) == kind && r.Field(colMeasureDims) == dimCount && r.Field(colMeasureMoves) != ""
	})
}

// Columns and kinds of measures.tsv.
const (
	colMeasure      = 0
	colMeasureKind  = 1
	colMeasureDims  = 2
	colMeasureMoves = 3

	ofDeath = "death"

	nounOfMeasure  = "noun"
	verbOfMeasure  = "verb"
	stateOfMeasure = "state"
)

// isPartOf reports whether m is a part of n: three of Moscow's four airports, 12 of the 27 members.
func (s *scanner) isPartOf(m, n *Mention) bool {
	if m.Value.Unit.ID != "" && m.Value.Unit.Dimension != dimRatio || n.Value.Unit.ID != "" {
		return false
	}
	j := int(m.Last)
	if !s.link(j, linkOf) || int(n.First)-j > 5 {
		return false
	}
	if n.Value.Single && n.Value.Value.Cmp(Int(1)) == 0 {
		return false // three of one family
	}
	for j++; j < int(n.First); j++ {
		if s.toks[j].Class != text.Word && s.toks[j].Class != text.Clitic || s.parts(j) {
			return false
		}
	}
	return j-int(m.Last) == 1 || s.leads(j-1)
}

// parts reports whether token j begins another phrase, or stands for the whole by itself: of them, of the week after.
func (s *scanner) parts(j int) bool {
	if s.toks[j].Class != text.Word || !s.has(j, lexicon.Function) {
		return false
	}
	found := false
	s.rows = s.g.Rows(s.rows[:0], j, lexicon.Function)
	for _, r := range s.rows {
		switch r.Field(colFunctionClass) {
		case "determiner", "possessive", "quantifier":
			return false
		case "pronoun", "preposition", "conjunction", "subordinator", "auxiliary", "modal", "relative", "question", "adverb":
			found = true
		}
	}
	return found
}

// leads reports whether token j may stand before a number in its phrase: the, her, Oslo's, last; no noun does, and no verb
// that is no adjective.
func (s *scanner) leads(j int) bool {
	if s.toks[j].Class == text.Clitic || s.has(j, lexicon.Function) || !s.has(j, lexicon.Words) {
		return true
	}
	s.rows = s.g.Rows(s.rows[:0], j, lexicon.Words)
	adjective, verb := false, false
	for _, r := range s.rows {
		adjective = adjective || strings.ContainsRune(r.Field(colWordPos), 'a')
		verb = verb || strings.ContainsRune(r.Field(colWordPos), 'v')
	}
	if verb && s.toks[j-1].Class == text.Word && !s.has(j-1, lexicon.Function) {
		return false // the crew saved two
	}
	return adjective || strings.HasSuffix(s.body[s.toks[j].Start:s.toks[j].End], "ing")
}

const (
	colFunctionClass = 0
	colWordPos       = 1
)

// again drops a number in brackets that says the one before it in other digits: 45 (forty-five).
func (s *scanner) again() {
	for i := s.first + 1; i < len(s.dst); i++ {
		last, m := &s.dst[i-1], &s.dst[i]
		if m.Value.bare() && last.Value.Unit.ID == "" && m.Value.Single && m.Value.Value.Cmp(last.Value.Value) == 0 &&
			s.at(int(m.First)-1, '(') && s.at(int(m.Last), ')') && m.First-1 == last.Last {
			last.Span.End, last.Last = s.bytes(int(m.First), int(m.Last)+1).End, m.Last+1
			s.dst = append(s.dst[:i], s.dst[i+1:]...)
			for k := i; k < len(s.dst); k++ {
				q := &s.dst[k].Value
				if q.PartOf > int32(i) {
					q.PartOf--
				}
				if q.Restates > int32(i) {
					q.Restates--
				}
			}
			return
		}
	}
}
