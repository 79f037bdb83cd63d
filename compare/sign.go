package compare

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A sign is what speaks for two values that differ being told of one thing, or against it: a clue of two of their amounts, or one of what follows.
type sign uint8

// The signs that are no clues stand behind them.
const (
	signMistakable  sign = wordBits + iota // one value may be mistaken for the other
	signNotRuledOut                        // nothing rules out that they are of one thing, see notRuledOut
	signMatchable                          // nor where their slots leave something open, see matchable
	signInWords                            // enough is said alike of them
	signAmong                              // one of them is one of several in its clause
	signLate                               // neither stands in the first third of its report
	signOff10                              // they stand at different places of their reports: a tenth of a report apart,
	signOff25                              // a quarter,
	signOff50                              // or half
	signFew6                               // both reports have six amounts of the dimension,
	signMany10                             // or one of them ten
	signMost2                              // one lacks two that could be meant
	signRatio2                             // one is twice the other,
	signRatio5                             // or five times
	signSize100                            // the larger one is a hundred at least,
	signSize1000                           // or a thousand
	signLike                               // their sentences say something alike
	signBest                               // and no amount of either report is in a sentence that is more like the other's,
	signBestByFar                          // nor nearly as much
	signWorse                              // another one is much more so
	signDigits2                            // two values that fit have two digits at least, noughts at their ends aside: two things have them by chance seldom,
	signDigits3                            // or three
	signFigure                             // the same digits in both
	signOtherUnit                          // in two units
	signExact                              // neither is rounded or bounded
	signBounded                            // one of them is bounded
	signEqual                              // one value, not two that fit
	signBareOne                            // one of them does not say what is counted
	signOrdinal                            // ordinals
	signPastOne                            // one of them is of long ago
	signs
)

// wordBits is how many signs a word of a set has.
const wordBits = 64

// A signSet is a set of signs: the clues in the first word, the others in the second.
type signSet [2]uint64

func (x *signSet) add(c sign, ok bool) {
	if ok {
		x[c/wordBits] |= 1 << (c % wordBits)
	}
}

// valueSigns are what two values say, where they stand, and how many of their sort there are.
func (s *sources) valueSigns(a, b *amount, x *signSet) {
	x[0] |= uint64(s.valueClues(a, b))
	x.add(signMistakable, mistakable(a, b))
	small, large := math.Abs(a.q.Value.Float()), math.Abs(b.q.Value.Float())
	small, large = min(small, large), max(small, large)
	x.add(signRatio2, large >= 2*small)
	x.add(signRatio5, large >= 5*small)
	x.add(signSize100, large >= 100)
	x.add(signSize1000, large >= 1000)
	m, n := len(s.amountsOf(a.doc, byDimension, a.slot.Dimension)), len(s.amountsOf(b.doc, byDimension, b.slot.Dimension))
	x.add(signFew6, min(m, n) >= 6)
	x.add(signMany10, max(m, n) >= 10)
	p, q := s.placeIn(a.doc, a.st.Sentence), s.placeIn(b.doc, b.st.Sentence)
	off := max(p-q, q-p)
	x.add(signLate, min(p, q) >= 100/3)
	x.add(signOff10, off >= 10)
	x.add(signOff25, off >= 25)
	x.add(signOff50, off >= 50)
}

// placeIn is how far down its report a sentence stands, in hundredths.
func (s *sources) placeIn(doc int, sentence int32) int {
	return 100 * int(sentence) / len(s.docs[doc].Text.Sentences)
}

// missingSigns are what each source lacks of the other's amounts.
func (s *sources) missingSigns(a, b *amount, x *signSet) {
	n, m := s.unmetLike(a, b.doc), s.unmetLike(b, a.doc)
	x[0] |= uint64(s.unmetClues(a, b, n, m))
	x.add(signMost2, max(n, m) >= 2)
}

// wordSigns are what slots and words say.
func (s *sources) wordSigns(a, b *amount, x *signSet) {
	x[0] |= uint64(s.slotClues(a, b) | s.reportClues(a, b) | s.wordClues(a, b) | s.sentenceClues(a, b) | s.akinClues(a, b))
	x.add(signMatchable, s.matchable(a, b))
	x.add(signInWords, s.inWords(a, b))
	s.likenessSigns(a, b, x)
}

// likenessSigns are how much the sentences of two amounts say alike, and whether those of other amounts of their reports say more.
func (s *sources) likenessSigns(a, b *amount, x *signSet) {
	n := rivalry{s.saidAround(s.toldOf(a), s.toldOf(b)), max(s.nextLike(a, b), s.nextLike(b, a))}
	x.add(signLike, n.like())
	x.add(signBest, n.best())
	x.add(signBestByFar, n.byFar())
	x.add(signWorse, n.worse())
}

// toldOf returns the words around an amount.
func (s *sources) toldOf(a *amount) *surrounding {
	if a.told == nil {
		a.told = s.surroundings(a.doc, a.st.Sentence, a.st.Span)
	}
	return a.told
}

// A rivalKey is an amount and the amounts of a dimension in another report.
type rivalKey struct {
	a         *surrounding
	doc       int
	dimension string
}

// A rival is how much the sentence of an amount is like that of the one in another report that it is most like, and like those of other values.
type rival struct {
	shown      string
	like, next float64
}

// nextLike is how much the sentence of a is like that of the amount in the report of b that it is most like, those of b's value aside.
func (s *sources) nextLike(a, b *amount) float64 {
	k := rivalKey{s.toldOf(a), b.doc, b.slot.Dimension}
	r, ok := s.rivals[k]
	if !ok {
		if s.rivals == nil {
			s.rivals = map[rivalKey]rival{}
		}
		r = s.rivalOf(a, b)
		s.rivals[k] = r
	}
	if r.shown == b.shown {
		return r.next
	}
	return r.like
}

func (s *sources) rivalOf(a, b *amount) (r rival) {
	for _, y := range s.amountsOf(b.doc, byDimension, b.slot.Dimension) {
		switch n := s.saidAround(s.toldOf(a), s.toldOf(y)); {
		case y.shown == r.shown:
			r.like = max(r.like, n)
		case n > r.like:
			r = rival{y.shown, n, r.like}
		default:
			r.next = max(r.next, n)
		}
	}
	return r
}

// ruleSigns are what rules say that set two amounts apart.
func (s *sources) ruleSigns(a, b *amount, x *signSet) {
	x.add(signNotRuledOut, s.notRuledOut(a, b))
	x.add(signAmong, s.amongOthers(a) || s.amongOthers(b))
}

// weighable reports whether nothing rules out that two amounts that differ stand against each other.
func (s *sources) weighable(a, b *amount) bool {
	switch {
	case isScore(a) || ofTwo(a, b) || a.slot.Negated != b.slot.Negated || a.other != b.other || a.q.Restates >= 0 || b.q.Restates >= 0 || turned(a.bearing, b.bearing) > 45:
		return false
	case a.slot.Dimension == "count" && !(a.q.Value.Whole() && b.q.Value.Whole()): // shares of a vote without their sign
		return false
	case a.q.Bound == quantity.Vague || b.q.Bound == quantity.Vague || (a.slot.Modality == attribution.Demanded) != (b.slot.Modality == attribution.Demanded):
		return false
	case modifiersMatch(a.mods, b.mods) == apart || timesMatch(a, b) == apart && !sinceThen(a) && !sinceThen(b) || aDayMore(a, b):
		return false
	case a.slot.Dimension != "count" && s.grown(a, b) || s.inSeries(a.doc, b.doc) || s.counting(a, b) || s.onExchange(a, b) || s.otherOccasions(a, b) || s.ofOtherGroups(a, b) || s.ofOthers(a, b):
		return false
	case window(a) && window(b) && min(a.slot.Time.Grain, b.slot.Time.Grain) >= timex.Week && s.windows(a, b):
		return false
	case ahead(a.slot.Modality) != ahead(b.slot.Modality) && len(hints(&a.q, &b.q)) == 0: // 24 km, and 27 when it is done
		return false
	}
	if s.tellsAs(a, b) || s.tellsAs(b, a) || s.bothTell(a, b) || s.thirdTells(a, b) {
		return false
	}
	return judgeQuantities(&a.q, &b.q, s.circumstances(a, b)).Relation == Conflict
}

// bothTell reports whether both sources have both values: then they are of two things.
func (s *sources) bothTell(a, b *amount) bool {
	x, ok := s.metBy(a)
	y, _ := s.metBy(b)
	return ok && x>>b.doc&y>>a.doc&1 != 0
}

// tellsAs reports whether the source of a has the value of b as well, of the same measure, if it is not so small that it means nothing or stands beside a: two
// quakes, of 5.2 and of 5.6; nine of 11 counts. Where nothing says what is measured, an amount of two digits and a unit is enough.
func (s *sources) tellsAs(a, b *amount) bool {
	if unspecified(b) {
		digits, _ := stripped(b.q.Value)
		return digits >= 10 && b.slot.Dimension != "count" && b.value != noValue && slices.ContainsFunc(s.memory.values[b.value].items, func(x *amount) bool { return x.doc == a.doc })
	}
	return slices.ContainsFunc(s.amountsOf(a.doc, byMeasure, b.slot.Measure), func(x *amount) bool {
		return x.shown == b.shown && (!trivial(b) || x.st.Clause == a.st.Clause)
	})
}

// thirdTells reports whether a third source has both values, of the measure of either: then they are of two things, or of two moments.
func (s *sources) thirdTells(a, b *amount) bool {
	if a.value == noValue || b.value == noValue || unspecified(a) || unspecified(b) || trivial(a) || trivial(b) {
		return false
	}
	for _, x := range s.memory.values[a.value].items {
		if x.doc != a.doc && x.doc != b.doc && x.slot.Measure == a.slot.Measure && slices.ContainsFunc(s.memory.values[b.value].items, func(y *amount) bool {
			return y.doc == x.doc && y.slot.Measure == b.slot.Measure
		}) {
			return true
		}
	}
	return false
}
