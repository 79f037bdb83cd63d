package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Count is what a sentence counts without an amount: none ("nobody was hurt", "no injuries") or the two sides of a score,
// the lower first.
type Count struct{ Low, High int16 }

const (
	kindNone    = "none"
	kindContest = "contest"
	kindStage   = "stage"

	nonePronoun = "pronoun" // nobody
)

// Score is the measure, and the dimension, of the result of a match.
const Score = "score"

// Vote is the noun of a result that is one of a vote.
const Vote = "vote"

// Amount returns the count of a statement of kind Tally as an amount.
func (c Count) Amount() quantity.Quantity {
	low, high := quantity.Int(int64(c.Low)), quantity.Int(int64(c.High))
	q := quantity.Quantity{Value: low, Single: c.High == 0, Low: quantity.Limit{Number: low}, High: quantity.Limit{Number: high}, PartOf: -1, Restates: -1}
	if c.High > 0 {
		q.Unit = quantity.Unit{ID: Score, Dimension: Score}
	}
	return q
}

// tallies reads what the sentence counts without an amount.
func (f *finder) tallies(dst []Statement) []Statement {
	contest := false
	last := int(f.sent.Last)
	for i := f.nextTally; i < last; i = f.g.Next(i+1, last, lexicon.TallyWords) {
		class, kind, next, ok := f.modifierAt(i)
		switch {
		case !ok:
		case kind == kindContest || kind == kindStage:
			contest = true
		case kind == kindNone:
			f.open()
			dst = f.none(dst, class, i, next)
		}
	}
	if f.nextNumber < last {
		dst = f.scores(dst, contest)
	}
	if f.qEnd-f.q > 1 {
		dst = f.sides(dst)
	}
	return dst
}

// none reads "no injuries", "no one was killed or wounded", "none of the passengers was hurt": nobody, from token i to next.
func (f *finder) none(dst []Statement, class string, i, next int) []Statement {
	entity := ""
	if class != nonePronoun {
		if w, ok := f.outcome(next, kindNoun); ok {
			return f.listed0(dst, w, i, "", kindNoun)
		}
	}
	if next < int(f.sent.Last) && f.class(next) == classPreposition && f.partitive(next) {
		next++
	}
	for next < int(f.sent.Last) && f.class(next) == classDeterminer {
		next++
	}
	w, ok := f.nounFor(next, dimCount, kindPeople)
	switch {
	case ok:
		next = w.next
		if entity = w.class; entity == anybody || entity == "resident" {
			entity = ""
		}
	case class != nonePronoun:
		return dst
	}
	for end := next + 6; next < end && next < int(f.sent.Last) && f.g.Tokens[next].Class == text.Word; next++ {
		if w, ok := f.outcome(next, kindState, kindVerb); ok {
			return f.listed0(dst, w, i, entity, kindState, kindVerb)
		}
		if _, kind, _, ok := f.modifierAt(next); ok && kind != modEmpty {
			return dst // no one else
		}
		switch f.class(next) {
		case classAuxiliary, classAdverb, classParticle:
		default:
			if !f.telling(next) {
				return dst
			}
		}
	}
	return dst
}

// outcome returns the measure at token i that counts what happened to people.
func (f *finder) outcome(i int, kinds ...string) (measureWord, bool) {
	if i >= int(f.sent.Last) {
		return measureWord{}, false
	}
	w, ok := f.measureAt(i, kinds...)
	return w, ok && w.moves && w.counts() && (isOutcome(w.class) || w.class == "critical" || w.class == "trapped") && w.class != "vote" && w.class != "attend"
}

// listed0 appends the statement that there is none of w, and of what is listed behind it: no deaths or injuries.
func (f *finder) listed0(dst []Statement, w measureWord, i int, entity string, kinds ...string) []Statement {
	for {
		if k := w.next; k < int(f.sent.Last) && w.kind == kindNoun && f.g.Tokens[k].Class == text.Word && f.class(k) == noClass && !(f.isVerb(k) && strings.HasSuffix(f.g.Word(k), "ed")) {
			return dst // no murder charges, but no deaths reported
		}
		st := f.tally(text.Range{First: int32(i), Last: int32(w.next)}, Count{})
		s := &st.Slot
		s.Measure, s.Noun, s.Event, s.Entity, s.Dimension, s.Moves, s.Falls = w.class, anybody, w.class, entity, dimCount, w.moves, w.falls
		dst = append(dst, st)
		k := w.next
		if k >= int(f.sent.Last) || f.class(k) != classConjunction {
			return dst
		}
		var ok bool
		if w, ok = f.outcome(k+1, kinds...); !ok {
			return dst
		}
	}
}

// tally makes the statement of a count that the tokens of r tell.
func (f *finder) tally(r text.Range, c Count) Statement {
	cl := f.clause(r.First, r.Last)
	st := Statement{Kind: Tally, Sentence: f.at, Span: f.g.Span(r), Clause: f.g.Span(cl), Quantity: -1, Name: -1, Voice: f.voiceAt(r.First), Count: c}
	st.Terms = f.termsOf(cl)
	st.Slot = Slot{Holder: f.holder(st.Voice), Modality: f.modality(cl), Place: f.place(cl)}
	st.Slot.Time, st.Time = f.time(cl)
	last := int(cl.Last)
	for i := f.negation(int(cl.First), last); i < last; i = f.negation(i+1, last) {
		if !r.Has(i) {
			st.Slot.Negated = true
		}
	}
	st.Slot.Agents, st.Slot.Patients = f.participants(cl, int(r.First))
	return st
}

// scores reads the results of matches in a sentence that tells of one: 3-1; and those of votes anywhere, which have many on both sides: 174-165.
// A row of them, as of the sets of a match, is none.
func (f *finder) scores(dst []Statement, contest bool) []Statement {
	last := int(f.sent.Last)
	from := len(dst)
	for i := f.g.Next(f.nextNumber, last, lexicon.Digits); i < last; i = f.g.Next(i+1, last, lexicon.Digits) {
		if f.g.Tokens[i].Class != text.Number {
			continue
		}
		c, ok := f.score(i)
		if !ok || !contest && (c.Low < leastVoters || side(f.g.Word(i)) != c.High) {
			continue
		}
		f.open()
		st := f.tally(text.Range{First: int32(i), Last: int32(i + 3)}, c)
		st.Slot.Measure, st.Slot.Noun, st.Slot.Dimension = Score, Score, Score
		if !contest {
			st.Slot.Noun = Vote
		}
		if t := st.Time; t >= 0 && f.ts[t].Has(i) {
			continue
		}
		st.Slot.Modifiers = f.stage(st.Clause, i)
		dst = append(dst, st)
		i += 2
	}
	if len(dst) > from+1 && near(f, dst[from:]) {
		return dst[:from]
	}
	return dst
}

// sides reads the sides of a vote or a match that are told in words: 104 to 97, five votes to two. The first is the greater.
func (f *finder) sides(dst []Statement) []Statement {
	for q := f.q; q+1 < len(f.qs) && f.qs[q+1].First < f.sent.Last; q++ {
		if !f.against(q) {
			continue
		}
		f.open()
		a, b := &f.qs[q], &f.qs[q+1]
		st := f.tally(text.Range{First: a.First, Last: b.Last}, Count{Low: int16(b.Value.Value.Mant), High: int16(a.Value.Value.Mant)})
		st.Slot.Measure, st.Slot.Noun, st.Slot.Dimension = Score, Score, Score
		if f.votes() {
			st.Slot.Noun = Vote
		}
		st.Slot.Modifiers = f.stage(st.Clause, int(a.First))
		dst = append(dst, st)
		q++
	}
	return dst
}

// against reports whether quantity q and the one behind it are the sides of a vote or a match.
func (f *finder) against(q int) bool {
	if q < f.q || q+1 >= len(f.qs) || f.qs[q+1].First >= f.sent.Last {
		return false
	}
	a, b := &f.qs[q], &f.qs[q+1]
	x, y := &a.Value, &b.Value
	if !(x.Trend == quantity.Steady || x.Trend == quantity.By) || !isSide(x) || !isSide(y) || x.Value.Cmp(y.Value) <= 0 {
		return false
	}
	i := int(a.Last)
	if w, ok := f.measureAt(i, kindNoun); ok && w.class == "vote" {
		i = w.next
	}
	return i+1 == int(b.First) && f.g.Tokens[i].Class == text.Word && strings.EqualFold(f.g.Word(i), "to")
}

// votes reports whether the sentence tells of a vote.
func (f *finder) votes() bool {
	for i := int(f.sent.First); i < int(f.sent.Last); i++ {
		if w, ok := f.measureAt(i, kindNoun, kindVerb); ok && w.class == Vote || f.g.Tokens[i].Class == text.Word && f.lemma(i) == Vote {
			return true
		}
	}
	return false
}

func isSide(q *quantity.Quantity) bool {
	return q.Single && q.Kind == quantity.Cardinal && q.Bound == quantity.Exact && q.Unit.ID == "" && q.Value.Exp == 0 && q.Value.Den <= 1 && 0 <= q.Value.Mant && q.Value.Mant <= maxSide
}

// near reports whether two scores stand next to each other.
func near(f *finder, all []Statement) bool {
	for i := 1; i < len(all); i++ {
		if between := f.g.Body[all[i-1].Span.End:all[i].Span.Start]; len(strings.Fields(between)) < 2 {
			return true
		}
	}
	return false
}

// score reads the score at token i, a number in digits.
func (f *finder) score(i int) (Count, bool) {
	if i+2 >= int(f.sent.Last) {
		return Count{}, false
	}
	mid, b := &f.g.Tokens[i+1], &f.g.Tokens[i+2]
	if mid.Class != text.Hyphen && mid.Class != text.Dash || b.Class != text.Number || mid.Is(text.SpaceBefore) || b.Is(text.SpaceBefore) {
		return Count{}, false
	}
	if f.quantityAt(i) >= 0 || f.quantityAt(i+2) >= 0 || f.joins(i-1, i) || f.joins(i+2, i+3) {
		return Count{}, false
	}
	x, y := side(f.g.Word(i)), side(f.g.Word(i+2))
	if x < 0 || y < 0 || x == 0 && y == 0 {
		return Count{}, false
	}
	return Count{Low: min(x, y), High: max(x, y)}, true
}

// joins reports whether a hyphen, dash or slash without a space stands at token i or k: 1-800-222, 3-1/2.
func (f *finder) joins(i, k int) bool {
	if i < int(f.sent.First) || k >= int(f.sent.Last) {
		return false
	}
	for _, j := range [...]int{i, k} {
		switch f.g.Tokens[j].Class {
		case text.Hyphen, text.Dash, text.Symbol:
			if !f.g.Tokens[k].Is(text.SpaceBefore) {
				return true
			}
		}
	}
	return false
}

// leastVoters is how many must be on either side for a result that nothing near it tells of to be one of a vote.
const leastVoters = 20

// maxSide is the most that one side of a match, or of a chamber, can have.
const maxSide = 699

// side reads one side of a score, or -1.
func side(w string) int16 {
	if len(w) > 3 || len(w) > 1 && w[0] == '0' {
		return -1
	}
	n := int16(0)
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return -1
		}
		n = 10*n + int16(w[i]-'0')
	}
	if n > maxSide {
		return -1
	}
	return n
}

// stage returns which result of the match a score is, by the words around it: at half-time, on penalties, on aggregate.
func (f *finder) stage(clause text.Span, at int) []string {
	for i := max(int(f.sent.First), at-3); i < min(at+8, int(f.sent.Last)); i++ {
		if int(f.g.Tokens[i].Start) < clause.Start || int(f.g.Tokens[i].End) > clause.End {
			continue
		}
		if class, kind, _, ok := f.modifierAt(i); ok && kind == kindStage {
			f.mods = append(f.mods, class)
		}
	}
	if len(f.mods) == 0 {
		return nil
	}
	out := f.stringSlab.Copy(sorted(f.mods))
	f.mods = f.mods[:0]
	return out
}
