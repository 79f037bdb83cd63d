package compare

import (
	"math/bits"
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// A clue is something that two amounts of two sources have in common, or in which they differ, that speaks for or against their
// being about one thing. None decides alone: their weights are added up, as record linkage does it.
// Fellegi and Sunter, "A Theory for Record Linkage", 1969.
type clue uint8

const (
	clueCount    clue = iota // a report has many counts,
	clueMoney                // fewer sums of money,
	clueRatio                // shares
	clueDuration             // and durations

	clueMeasure       // one measure
	clueMeasureOpen   // one of the texts does not say what is measured,
	clueMeasuresOpen  // or neither
	clueOtherMeasure  // two measures
	clueNoun          // one counted noun
	clueOtherNoun     // two, of which neither text has the other's
	clueEvent         // one event
	clueOtherEvent    // two events
	clueTelling       // a word in common that no other clause with such an amount has, in either source
	clueCommonOnly    // words in common, but others have them too
	clueNoWord        // no word in common
	clueAkin          // words near the amounts that can say the same: repair, overhaul
	clueNextWord      // one word behind the amount
	clueOtherNextWord // two words
	clueSentence      // sentences with some words in common,
	clueLikeSentence  // with many,
	clueSameSentence  // with most
	clueEntity        // one entity
	clueOtherEntity   // two entities
	clueEntityNamed   // two, but one text names that of the other
	clueHolder        // on one person's word
	clueStrangers     // others take part
	clueTime          // one time
	clueTimeOpen      // one time, or not
	clueNarrowed      // narrowed down by the same words,
	clueNarrowedOne   // by words that only one has,
	clueNarrowedOther // by other words
	clueOtherModality // what is and what may be
	clueSole          // each source has one value of the measure
	clueOnly          // each source has one amount of the dimension
	clueSlip          // values that a slip of the pen makes of each other
	clueLongSlip      // the same, of three digits or more
	clueDigit         // values that differ in one digit
	clueTenth         // values within a tenth,
	clueThird         // within three tenths,
	clueHalf          // within half,
	clueMuchApart     // farther apart than that,
	clueFarApart      // or by far
	clueTrivial       // numbers that are so small that they mean nothing
	clueBound         // one of them is bounded

	clueUnmet         // each is missing from the other's source,
	clueUnmetOne      // or one of them
	clueUnmetOnly     // and in both it is the only one that could be meant,
	clueUnmetFew      // or one of few
	clueOutlier       // two sources have the one, the other's alone the other,
	clueOutlierOfMany // or three
	clueToldOnce      // nobody else has either
	clueToldTwice     // two sources have one of them,

	clueSlipOfTwo // a slip of two digits and more
	clueMatter    // one matter
	clueLargest   // each is the largest of its unit in its source
	clueSoleNoun  // each is the only count of one noun in its source
	clueLag       // reports of two days
	clues
)

// weights are what clues are worth, in tenths of the logarithm of the odds. They were fitted to pairs of amounts of the clusters
// under testdata and of the incidents of docs/accuracy.md, and rounded.
var weights = [clues]int8{
	clueCount: -10, clueMoney: -3, clueRatio: -7, clueDuration: -6,
	clueMeasure: 6, clueMeasureOpen: -9, clueMeasuresOpen: -8, clueOtherMeasure: -11,
	clueNoun: 1, clueOtherNoun: -4, clueEvent: 3, clueOtherEvent: -3,
	clueTelling: 5, clueCommonOnly: -4, clueNoWord: -8, clueAkin: 5, clueNextWord: 5, clueOtherNextWord: -2,
	clueSentence: 6, clueLikeSentence: 6, clueSameSentence: 5,
	clueEntity: 2, clueOtherEntity: -10, clueEntityNamed: 5, clueHolder: 9, clueStrangers: -8,
	clueTime: 7, clueTimeOpen: -10, clueNarrowed: 11, clueNarrowedOne: -2, clueNarrowedOther: -13, clueOtherModality: -9,
	clueSole: 11, clueOnly: 11,
	clueSlip: 25, clueLongSlip: 24, clueDigit: 10, clueTenth: -2, clueThird: -8, clueHalf: -14, clueMuchApart: -14, clueFarApart: -25,
	clueTrivial: -7, clueBound: -3,
}

// What two amounts start from of which nothing is known but that nothing rules them out, and from what sum on two that differ are taken to be about one thing.
const (
	likelyBase = -8
	likelyFrom = 3
)

// clueSteps ask for the clues in this order.
var clueSteps = [...]struct {
	of   func(s *sources, a, b *amount) clueSet
	more int // what the clues that are asked later can add at most
}{{(*sources).slotClues, mostOfValues}, {(*sources).valueClues, mostOfWords}, {(*sources).wordClues, mostOfSentence}, {(*sources).sentenceClues, mostOfAkin}, {(*sources).akinClues, 0}}

// likelihood adds up what speaks for two amounts being about one thing, and against it. Of two that cannot come to least any more not all is asked; what
// it returns is less then. It is symmetric.
func (s *sources) likelihood(a, b *amount, least int) int {
	n := likelyBase
	for _, step := range clueSteps {
		for set := step.of(s, a, b); set != 0; set &= set - 1 {
			n += int(weights[bits.TrailingZeros64(uint64(set))])
		}
		if n+step.more < least {
			return n
		}
	}
	return n
}

// A clueSet is a set of clues.
type clueSet uint64

func (set *clueSet) add(c clue, ok bool) {
	if ok {
		*set |= 1 << c
	}
}

// What the clues that are asked later can add at most.
const (
	mostOfAkin     = 5
	mostOfSentence = mostOfAkin + 17
	mostOfWords    = mostOfSentence + 10
	mostOfValues   = mostOfWords + 71
)

// reportAmounts is how many amounts a source must have for it to mean something that it has but one of a sort.
const reportAmounts = 4

func (s *sources) reports(doc int) bool { return s.memory.inDoc.count[doc] >= reportAmounts }

// slotClues says what the slots of two amounts have in common, and whether they are of one thing, on one person's word.
func (s *sources) slotClues(a, b *amount) (set clueSet) {
	dim := a.slot.Dimension
	set.add(clueCount, dim == "count")
	set.add(clueMoney, dim == money)
	set.add(clueRatio, dim == ratio)
	set.add(clueDuration, dim == "duration")
	switch x, y := unspecified(a), unspecified(b); {
	case x && y:
		set.add(clueMeasuresOpen, true)
	case x || y:
		set.add(clueMeasureOpen, true)
	case a.slot.Measure == b.slot.Measure:
		set.add(clueMeasure, true)
	default:
		set.add(clueOtherMeasure, true)
	}
	if m, n := a.slot.Noun, b.slot.Noun; m != "" && n != "" {
		set.add(clueNoun, m == n && m != "person")
		set.add(clueOtherNoun, !oneNoun(a, b))
	}
	if e, f := eventOf(a), eventOf(b); e != "" && f != "" {
		set.add(clueEvent, e == f)
		set.add(clueOtherEvent, e != f)
	}
	times := timesMatch(a, b)
	set.add(clueTime, times == firm && a.slot.Time.Resolved() && b.slot.Time.Resolved())
	set.add(clueTimeOpen, times == weak)
	switch s.narrowedAlike(a, b) {
	case firm:
		set.add(clueNarrowed, slices.ContainsFunc(a.mods, func(m string) bool { return m != statement.Change }))
	case weak:
		set.add(clueNarrowedOne, true)
	case apart:
		set.add(clueNarrowedOther, true)
	}
	set.add(clueOtherModality, (a.slot.Modality == attribution.Fact) != (b.slot.Modality == attribution.Fact))
	switch {
	case a.who != "" && a.who == b.who:
		set.add(clueEntity, true)
	case a.who != "" && says(b.st.Terms, a.slot.Entity) || b.who != "" && says(a.st.Terms, b.slot.Entity):
		set.add(clueEntityNamed, true)
	default:
		set.add(clueOtherEntity, a.who != "" && b.who != "")
	}
	set.add(clueHolder, a.held != "" && a.held == b.held)
	set.add(clueStrangers, strangers(a, b))
	return set
}

// valueClues says how much two values look like two reports of one, and whether each is the only one of its sort.
func (s *sources) valueClues(a, b *amount) (set clueSet) {
	slip := len(hints(&a.q, &b.q)) > 0
	set.add(clueSlip, slip)
	set.add(clueLongSlip, slip && s.longSlip(a, b))
	set.add(clueDigit, !slip && oneDigit(&a.q, &b.q))
	if x, y, ok := scales(&a.q.Unit, &b.q.Unit); ok {
		c := clueFarApart
		for i, share := range [...]rat{tenth, nearly, farther, muchApart} {
			if within(&a.q, &b.q, x, y, share) {
				c = clueTenth + clue(i)
				break
			}
		}
		set.add(c, true)
	}
	set.add(clueTrivial, trivial(a) && trivial(b))
	set.add(clueBound, (a.q.Bound != quantity.Exact) != (b.q.Bound != quantity.Exact))
	if s.reports(a.doc) && s.reports(b.doc) {
		set.add(clueSole, s.sole(a) && s.sole(b))
		set.add(clueOnly, s.onlyOf(a) && s.onlyOf(b))
	}
	return set
}

// wordClues says what words two clauses have in common.
func (s *sources) wordClues(a, b *amount) (set clueSet) {
	telling, common := s.wordsShared(a, b)
	set.add(clueTelling, telling)
	set.add(clueCommonOnly, !telling && common)
	set.add(clueNoWord, !telling && !common)
	if x, y := a.nextWord(), b.nextWord(); x != 0 && y != 0 {
		set.add(clueNextWord, x == y)
		set.add(clueOtherNextWord, x != y)
	}
	return set
}

// sentenceClues says how much the sentences of two amounts are alike.
func (s *sources) sentenceClues(a, b *amount) (set clueSet) {
	alike := s.jaccard(a.doc, a.st.Sentence, b.doc, b.st.Sentence)
	set.add(clueSentence, alike >= .15)
	set.add(clueLikeSentence, alike >= .25)
	set.add(clueSameSentence, alike >= .45)
	return set
}

func (s *sources) akinClues(a, b *amount) (set clueSet) {
	set.add(clueAkin, s.akin(a, b))
	return set
}

// What makes a slip a long one: so many digits that it is hardly chance, in reports and not in tables of figures.
const (
	longDigits = 100
	tableSize  = 24
)

// longSlip reports whether two amounts with digits exchanged have so many that two things would have them by chance hardly ever.
func (s *sources) longSlip(a, b *amount) bool {
	h := hints(&a.q, &b.q)
	digits, _ := stripped(a.q.Value)
	return len(h) > 0 && h[0] == HintSwapped && digits >= longDigits && a.q.Unit.ID == b.q.Unit.ID &&
		max(len(s.amountsOf(a.doc, byDimension, a.slot.Dimension)), len(s.amountsOf(b.doc, byDimension, b.slot.Dimension))) < tableSize
}

// oneDigit reports whether two numbers are written alike but for one digit.
func oneDigit(a, b *quantity.Quantity) bool {
	x, y, ok := digitsOf(a.Value, b.Value)
	if !a.Single || !b.Single || a.Value.Den > 1 || b.Value.Den > 1 || a.Unit.ID != b.Unit.ID || !ok || min(x, y) < 10 {
		return false
	}
	n := 0
	for ; x > 0 && y > 0; x, y = x/10, y/10 {
		if x%10 != y%10 {
			n++
		}
	}
	return n == 1 && x == y
}

// nextWord returns the content word behind an amount, 0 where a number or none stands there.
func (a *amount) nextWord() uint64 {
	for i := range a.st.Terms {
		t := &a.st.Terms[i]
		if gap := t.Span.Start - a.st.Span.End; gap >= 0 {
			if t.Kind == statement.NumberTerm || gap >= nextGap {
				break
			}
			return t.Hash
		}
	}
	return 0
}

// nextGap is how many bytes of function words may stand between.
const nextGap = 12

// wordsShared reports whether two clauses share a content word, outside of the amounts, that no other clause with an amount of that dimension has
// in either source, and whether they share another.
func (s *sources) wordsShared(a, b *amount) (telling, common bool) {
	for i := range a.st.Terms {
		t := &a.st.Terms[i]
		if !a.tells(t) || earlier(a.st.Terms, i) {
			continue
		}
		j := slices.IndexFunc(b.st.Terms, func(u statement.Term) bool { return u.Hash == t.Hash })
		if j < 0 || !b.tells(&b.st.Terms[j]) {
			continue
		}
		if s.ownWord(a, t.Hash) && s.ownWord(b, t.Hash) {
			return true, common
		}
		common = true
	}
	return false, common
}

// tells reports whether a term is a content word outside of the amount.
func (a *amount) tells(t *statement.Term) bool {
	return t.Kind != statement.NumberTerm && t.Kind != statement.UnitTerm && t.Text != "" && !a.st.Span.Contains(t.Span)
}

// ownWord reports whether no other clause of a's source with an amount of its dimension has a word.
func (s *sources) ownWord(a *amount, word uint64) bool {
	for _, x := range s.amountsOf(a.doc, byDimension, a.slot.Dimension) {
		if x.st.Clause != a.st.Clause && slices.ContainsFunc(x.st.Terms, func(u statement.Term) bool { return u.Hash == word }) {
			return false
		}
	}
	return true
}

// Which words are asked for others that can say the same: those that stand as near to the amount as akinNear, and can mean no more than
// akinSenses things.
const (
	akinNear   = 3
	akinSenses = 12
)

// akin reports whether words near two amounts can say the same.
func (s *sources) akin(a, b *amount) bool {
	x, y := a.around(), b.around()
	for i := range x {
		if x[i].Kind != statement.OtherTerm || says(y, x[i].Text) {
			continue
		}
		m := s.meaning(a.doc, &x[i])
		if !fewSenses(m) {
			continue
		}
		for j := range y {
			if y[j].Kind != statement.OtherTerm || y[j].Hash == x[i].Hash {
				continue
			}
			if sayAkin(m, s.meaning(b.doc, &y[j])) {
				return true
			}
		}
	}
	return false
}

// around returns the terms near an amount.
func (a *amount) around() []statement.Term {
	at := slices.IndexFunc(a.st.Terms, func(t statement.Term) bool { return t.Span.End > a.st.Span.Start })
	if at < 0 {
		at = len(a.st.Terms)
	}
	return a.st.Terms[max(0, at-akinNear):min(len(a.st.Terms), at+akinNear+1)]
}

// meaning returns what a term of a document can mean.
func (s *sources) meaning(doc int, t *statement.Term) *statement.Meaning {
	g := s.docs[doc].Text
	i := int(statement.Tokens(g, t.Span).First)
	if i == len(g.Tokens) {
		return new(statement.Meaning)
	}
	return s.thesaurus.At(g, i)
}

// fewSenses reports whether a word is known and can mean no more than akinSenses things.
func fewSenses(m *statement.Meaning) bool { return 0 < len(m.Senses) && len(m.Senses) <= akinSenses }

// sayAkin reports whether two words, of which the first has few senses, can say the same, or one what the other narrows down.
func sayAkin(m, n *statement.Meaning) bool {
	return len(n.Senses) <= akinSenses && (sensesMeet(m.Senses, n.Senses) || sensesMeet(m.Wider, n.Senses) || sensesMeet(m.Senses, n.Wider))
}

func sensesMeet(a, b []uint32) bool {
	return slices.ContainsFunc(a, func(n uint32) bool { return slices.Contains(b, n) })
}
