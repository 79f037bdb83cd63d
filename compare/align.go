package compare

import (
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A strength is how surely two slots are about the same thing.
type strength uint8

const (
	apart strength = iota // about different things, or it is unclear
	weak                  // one leaves open what the other says: equal values agree, others say nothing
	firm                  // the same slot: values that differ conflict
)

// comparable decides whether two amounts fill one slot. It is symmetric.
func (s *sources) comparable(a, b *amount) strength {
	if a.slot.Dimension != b.slot.Dimension {
		return apart // how much a profit is, and by how much it rose
	}
	if lent(a, b) {
		return firm
	}
	if isScore(a) && isScore(b) {
		return s.scores(a, b)
	}
	if isOrdinal(a) {
		return s.ordinals(a, b)
	}
	if s.otherCrowds(a, b) || s.otherTolls(a, b) {
		return apart
	}
	sized := s.sized(a, b)
	if a.slot.Measure != b.slot.Measure && !sized {
		if sameFigure(a, b) || slipped(a, b) || s.onlyOnes(a, b) || s.swappedOnly(a, b) {
			return weak
		}
		return s.alike(a, b)
	}
	if a.slot.Negated != b.slot.Negated && a.slot.Measure != "magnitude" {
		return apart
	}
	out := firm
	if a.other != b.other && (a.where == "" || a.where != b.where) {
		out = weak // six books, and the five others
	}
	lower := func(to strength) { out = min(out, to) }
	switch {
	case a.who == b.who:
	case a.who == "" || b.who == "":
		if !(ownMeasure(a) && s.sole(a) && s.sole(b)) || a.slot.Measure == "age" {
			lower(weak)
		}
	case a.slot.Moves && common(a, b) >= 3, common(a, b) >= 5:
		lower(weak) // three cousins, three young men
	case sameFigure(a, b), slipped(a, b):
		return weak
	default:
		return apart
	}
	lower(s.narrowedAlike(a, b))
	if turn := turned(a.bearing, b.bearing); turn > 45 {
		lower(weak)
	}
	if unspecified(a) && !sized && !oneDeed(a, b) || a.who == "" && ofOne(a) && !party(a, b) {
		lower(weak) // nothing says what, or who, is measured
	}
	if a.slot.Measure == "share-price" && a.slot.Noun != b.slot.Noun {
		lower(weak) // a price rises early and closes late
	}
	lower(timesMatch(a, b))
	if eventOf(a) != eventOf(b) {
		lower(weak)
	}
	if a.where != b.where && a.where != "" && b.where != "" || local(a) && (a.where == "" || b.where == "") && elsewhere(a, b) {
		lower(weak)
	}
	if (a.slot.Modality == attribution.Fact) != (b.slot.Modality == attribution.Fact) && !oneTime(a, b) {
		lower(weak)
	}
	if out == firm && (!s.anchored(a, b) || a.slot.Measure == "age" && a.who != "" && (!s.namesOwner(a) && !s.namesOwner(b) || s.birthday(a, b))) {
		lower(weak)
	}
	switch {
	case out == weak && trivial(a) && trivial(b) && (s.otherCountries(a.where, b.where) || s.othersAct(a, b)):
		return apart // five dead in Lyon, five in Turin; two bowlers with five wickets
	case out == weak && common(a, b) == 0 && trivial(a) && trivial(b) && !(a.slot.Moves && s.sole(a) && s.sole(b)):
		return apart
	case out == weak && a.doc != b.doc && twins(a, b):
		return firm
	}
	return out
}

// namesOwner reports whether the sentence of an amount has the name of whose it is: a pronoun or "the 34-year-old" may have been read wrongly.
func (s *sources) namesOwner(a *amount) bool {
	doc := s.docs[a.doc]
	return slices.ContainsFunc(s.namesIn(a.doc, doc.Text.Sentences[a.st.Sentence].Range), func(m name.Mention) bool {
		return m.Value.Via == name.ByName && m.Value.Entity >= 0 && s.keys[a.doc][m.Value.Entity] == a.who
	})
}

// otherCrowds reports whether two amounts are of who came in two towns: 20,000 marched in Athens, and 20,000 in Patras.
func (s *sources) otherCrowds(a, b *amount) bool {
	return a.slot.Measure == "attend" && b.slot.Measure == "attend" && s.otherTowns(a.where, b.where)
}

// otherTolls reports whether one of two tolls is more than ten times the other, where no date says that it may be a later count of it: 43 died
// in the school, more than 660 in the war.
func (s *sources) otherTolls(a, b *amount) bool {
	if !a.slot.Moves || !b.slot.Moves || a.slot.Measure != b.slot.Measure || a.slot.Measure == statement.Vote || !s.docs[a.doc].Published.IsZero() && !s.docs[b.doc].Published.IsZero() {
		return false
	}
	few, many := a, b
	if few.q.Value.Cmp(many.q.Value) > 0 {
		few, many = b, a
	}
	return few.q.Single && many.q.Single && few.q.Value.Mant > 0 && many.q.Value.Cmp(quantity.Int(wholeToll)) >= 0 && many.q.Value.Float() > 10*few.q.Value.Float()
}

// wholeToll is what a toll must come to for that: an early report may have one dead of 24.
const wholeToll = 100

// elsewhere reports whether both clauses name somebody or somewhere behind the amount, and nothing that
// both name: rain in one town is not rain in the next.
func elsewhere(a, b *amount) bool {
	return len(a.behind()) > 0 && len(b.behind()) > 0 && !meetKeys(a.behind(), b.behind())
}

// meetKeys reports whether two lists have an entity in common.
func meetKeys(a, b []entityKey) bool {
	return slices.ContainsFunc(a, func(k entityKey) bool { return slices.Contains(b, k) })
}

// unspecified reports whether the text does not say what an amount measures.
func unspecified(a *amount) bool { return strings.HasPrefix(a.slot.Measure, statement.Unspecified) }

// oneDeed reports whether two amounts of which no noun says what they measure are of what is done in one way, to one thing: they deliberated for
// three hours, and for four. A share says that only where it is one by which something rose or fell.
func oneDeed(a, b *amount) bool {
	if a.slot.Event == "" || a.slot.Event != b.slot.Event || a.slot.Noun != b.slot.Noun {
		return false
	}
	return a.slot.Dimension != ratio || a.slot.Noun != "" && (a.slot.Event == statement.Rise || a.slot.Event == statement.Fall)
}

// ofOne reports whether a measure is one of a person, so that two of them are nothing to each other until
// the person is known.
func ofOne(a *amount) bool { return a.slot.Measure == "age" || a.slot.Measure == "sentence" }

// party reports whether somebody takes part in what both clauses tell.
func party(a, b *amount) bool {
	if a.slot.Measure == "age" {
		return false // of whom of them?
	}
	return meetKeys(a.parties, b.parties)
}

// local reports whether a measure belongs to the spot it was taken at.
func local(a *amount) bool { return statement.OfSpot(a.slot.Measure) }

// ownMeasure reports whether a measure is told of one thing in most reports: how deep a quake was, how
// many live in the town.
func ownMeasure(a *amount) bool { return a.slot.Dimension != "count" || a.slot.Measure == "population" }

// sole reports whether a is the only value of its measure in its document. Restatements, what is narrowed down to something
// else, and what belongs to another time, as the profit that today's is up from, are left out.
func (s *sources) sole(a *amount) bool {
	if a.lone == unasked {
		a.lone = no
		if s.isSole(a) {
			a.lone = yes
		}
	}
	return a.lone == yes
}

// An answer is what a question that is asked often has come to.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

func (s *sources) isSole(a *amount) bool {
	for _, x := range s.amountsOf(a.doc, byMeasure, a.slot.Measure) {
		if x.who != a.who && x.who != "" && a.who != "" || x.where != a.where && x.where != "" && a.where != "" || x.slot.Dimension != a.slot.Dimension || ofOtherTime(x, a) || narrower(x, a) {
			continue
		}
		if x != a && modifiersMatch(a.mods, x.mods) != apart && implied(a, x) && implied(x, a) && judgeQuantities(&a.q, &x.q, Circumstances{}).Relation != Agree {
			return false
		}
	}
	return true
}

// ofOtherTime reports whether x is told of another time than a: what a has risen from, last year's, what is forecast.
func ofOtherTime(x, a *amount) bool {
	if ta, tx := a.slot.Time, x.slot.Time; ta.Resolved() && tx.Resolved() && !overlap(ta, tx) && !near(ta, tx) {
		return true
	}
	return x.q.Trend == quantity.From && a.q.Trend != quantity.From || x.past && !a.past ||
		x.slot.Modality != attribution.Fact && a.slot.Modality == attribution.Fact || !implied(x, a)
}

// narrower reports whether something narrows x down that does not narrow a down.
func narrower(x, a *amount) bool {
	return slices.ContainsFunc(x.mods, func(m string) bool { return !holds(a.mods, m) })
}

// anchored reports whether something beside the measure itself says that two slots are one: an entity,
// an event, a modifier, or words in common.
func (s *sources) anchored(a, b *amount) bool {
	if a.who != "" || eventOf(a) != "" && eventOf(a) == eventOf(b) {
		return true
	}
	if ofQuake(a) && (a.slot.Measure == "magnitude" || len(s.amountsOf(a.doc, byMeasure, "magnitude")) > 0) || a.slot.Measure == "population" && s.sole(a) && s.sole(b) {
		return true
	}
	switch a.slot.Dimension {
	case "count":
	case "money":
		return s.sole(a) && s.sole(b) && !plentiful(a) || common(a, b) >= 2
	case "duration", "ratio":
		return common(a, b) >= 2 // a report has many terms and shares
	default:
		return common(a, b) >= 1
	}
	return common(a, b) >= 3
}

// plentiful reports whether a report may have several amounts of a measure, each of another thing.
func plentiful(a *amount) bool {
	switch a.slot.Measure {
	case "price", "cost", "value", "share-price", "aid", "investment", "saving", "tax", "salary":
		return true
	}
	return false
}

// ofQuake reports whether a measure is one that only the event itself has.
func ofQuake(a *amount) bool { return a.slot.Measure == "magnitude" || a.slot.Measure == "depth" }

// turned returns the angle between two compass directions, 0 where one has none.
func turned(a, b int) int {
	if a < 0 || b < 0 {
		return 0
	}
	d := a - b
	if d < 0 {
		d = -d
	}
	return min(d, 360-d)
}

// eventOf returns what happened to what is counted; where the measure says it, that is enough.
func eventOf(a *amount) string {
	if a.slot.Event == "" && a.slot.Moves {
		return a.slot.Measure
	}
	return a.slot.Event
}

// trivial reports whether an amount is so small that two of them are equal by chance.
func trivial(a *amount) bool {
	return a.st.Kind != statement.Tally && a.slot.Dimension == "count" && a.q.Single && a.q.Value.Den <= 1 && a.q.Value.Exp == 0 && a.q.Value.Mant < 13
}

// common counts the content words that two clauses share, beyond the measure.
func common(a, b *amount) int {
	n := 0
	for i := range a.st.Terms {
		t := &a.st.Terms[i]
		if t.Kind == statement.NumberTerm || t.Kind == statement.UnitTerm || t.Text == "" {
			continue
		}
		if b.words>>(t.Hash%64)&1 == 0 {
			continue
		}
		for j := range b.st.Terms {
			if b.st.Terms[j].Hash == t.Hash {
				if !a.measures(t) {
					n++
				}
				break
			}
		}
	}
	return n
}

// namesShared counts the names that two clauses share.
func namesShared(a, b *amount) int {
	n := 0
	for i := range a.st.Terms {
		t := &a.st.Terms[i]
		if t.Kind == statement.NameTerm && !earlier(a.st.Terms, i) && slices.ContainsFunc(b.st.Terms, func(u statement.Term) bool { return u.Hash == t.Hash }) {
			n++
		}
	}
	return n
}

// othersAct reports whether both clauses name persons who act, and nobody acts in both.
func (s *sources) othersAct(a, b *amount) bool {
	x, y := s.actors(a), s.actors(b)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(k entityKey) bool { return slices.Contains(y, k) })
}

// actors returns the persons who act in a clause.
func (s *sources) actors(a *amount) []entityKey {
	var out []entityKey
	for _, n := range a.slot.Agents {
		if k := s.entity(a.doc, n); strings.HasPrefix(k, personKey) && k != a.held {
			out = append(out, k)
		}
	}
	return out
}

// measures reports whether a term is what names the measure.
func (a *amount) measures(t *statement.Term) bool {
	return strings.EqualFold(t.Text, a.slot.Noun) || strings.EqualFold(t.Text, a.slot.Measure)
}

// sameFigure reports whether two amounts have one value that two things have not by chance, in clauses with words in common:
// what it measures was read differently, or of one text only.
func sameFigure(a, b *amount) bool {
	if echoes(a, b) {
		return true
	}
	if a.slot.Dimension != b.slot.Dimension || a.slot.Negated != b.slot.Negated || a.past != b.past || a.other != b.other || !a.q.Single || !b.q.Single {
		return false
	}
	if a.slot.Modality != b.slot.Modality && (a.slot.Modality == attribution.Demanded || b.slot.Modality == attribution.Demanded) || modifiersMatch(a.mods, b.mods) == apart {
		return false
	}
	need := 2
	switch a.slot.Dimension {
	case "duration", "ratio", "age":
		need = 3
	case "count":
		if a.q.Value.Den <= 1 && a.q.Value.Exp <= 0 && a.q.Value.Mant < 100 {
			need = 3
		}
	}
	return a.shown == b.shown && !trivial(a) && common(a, b)+namesShared(a, b) >= need && !strangers(a, b) && timesMatch(a, b) != apart
}

// alike is for amounts whose measures have different names but whose counted nouns are one: 26 pirates
// captured and 26 pirates aboard.
func (s *sources) alike(a, b *amount) strength {
	if a.slot.Noun == "" || a.slot.Noun != b.slot.Noun || a.slot.Noun == "person" {
		return apart
	}
	if trivial(a) && common(a, b) == 0 || timesMatch(a, b) == apart || modifiersMatch(a.mods, b.mods) == apart {
		return apart
	}
	return weak
}

// narrowedAlike is modifiersMatch, but lets one speaker's only amount of its sort be told in other words: immediate aid and
// emergency aid.
func (s *sources) narrowedAlike(a, b *amount) strength {
	m := modifiersMatch(a.mods, b.mods)
	if m == apart && a.held != "" && a.held == b.held && !trivial(a) && implied(a, b) && implied(b, a) && s.sole(a) && s.sole(b) {
		return weak
	}
	return m
}

// modifiersMatch compares what narrows two amounts down. What only one of them has makes the match weak,
// and what both have but differently sets them apart.
func modifiersMatch(a, b []string) strength {
	if slices.Equal(a, b) {
		return firm
	}
	onlyA, onlyB, both := 0, 0, 0
	for _, m := range a {
		if holds(b, m) {
			both++
		} else {
			onlyA++
		}
	}
	for _, m := range b {
		if !holds(a, m) {
			onlyB++
		}
	}
	if onlyA+onlyB == 0 {
		return firm
	}
	if onlyA > 0 && onlyB > 0 && both == 0 {
		return apart
	}
	return weak
}

// holds reports whether list has m, or m with a model number behind it: AK, AK-47.
func holds(list []string, m string) bool {
	return slices.ContainsFunc(list, func(x string) bool {
		return x == m || strings.HasPrefix(x, m+"-") || strings.HasPrefix(m, x+"-")
	})
}

// timesMatch compares the times that two amounts belong to. An amount of long ago is not one of today.
func timesMatch(a, b *amount) strength {
	ta, tb := a.slot.Time, b.slot.Time
	switch {
	case ta.Resolved() && tb.Resolved():
		if overlap(ta, tb) || near(ta, tb) && !a.past && !b.past {
			if a.past && b.past && a.shown != b.shown && spansApart(ta, tb) {
				return apart
			}
			return firm
		}
		if !a.past && !b.past {
			return weak
		}
		return apart
	case a.past || b.past:
		return weak
	}
	return firm
}

// oneTime reports whether two amounts are told of one time that lies well before or well behind the reports. If it lies behind
// them, both are forecasts, whatever the verb.
func oneTime(a, b *amount) bool {
	ta, tb := a.slot.Time, b.slot.Time
	return a.past && b.past && ta.Resolved() && ta.From.Equal(tb.From) && ta.To.Equal(tb.To)
}

// spansApart reports whether one of two times is several times as long as the other: how many died in a year, and how many in a month of it.
func spansApart(a, b timex.Time) bool {
	x, y := a.To.Sub(a.From), b.To.Sub(b.From)
	return min(x, y)*fewTimes <= max(x, y)
}

const fewTimes = 3

func overlap(a, b timex.Time) bool { return a.From.Before(b.To) && b.From.Before(a.To) }

// near reports whether two times lie within two days: reports of one event tell its day, the day after,
// or when they were told. One year is not near the next.
func near(a, b timex.Time) bool {
	return a.Grain <= timex.Week && b.Grain <= timex.Week && a.From.Sub(b.To) < 48*time.Hour && b.From.Sub(a.To) < 48*time.Hour
}

func (s *sources) circumstances(a, b *amount) Circumstances {
	return Circumstances{Moves: moves(a.slot) && moves(b.slot) && !s.samePast(a, b) && !s.samePast(b, a) && !s.ofOneWhole(a, b) && !(s.longOver(a) && s.longOver(b)), Falls: a.slot.Falls && b.slot.Falls, A: s.docs[a.doc].Published, B: s.docs[b.doc].Published}
}

// longOver reports whether an amount is of a month or a year that is told as such, and not as the one of the report: what was counted then
// does not move any more.
func (s *sources) longOver(a *amount) bool {
	t := &a.slot.Time
	return !t.Open && (t.Grain >= timex.Month && a.past || t.Grain == timex.Month && s.docs[a.doc].Published.IsZero())
}

// moves reports whether the measure of a slot grows while the event goes on.
func moves(sl *statement.Slot) bool { return sl.Moves }
