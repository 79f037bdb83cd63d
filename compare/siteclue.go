package compare

import (
	"math/bits"
	"slices"
	"time"

	"github.com/factdiff/factdiff/normalize/timex"
)

// A siteClue is something that two times of two sources have in common, or in which they differ, that speaks for or against their being told of one
// event. As for amounts, it counts whether some two times of two values have it, and whether all have.
type siteClue uint8

const (
	siteMatter        siteClue = iota // one matter
	siteAhead                         // both lie ahead
	siteUnmet                         // each is missing from the other's source,
	siteOneMet                        // or one of them,
	siteOnly                          // and the only one that could be meant there,
	siteSoleGrain                     // each the only day, month or year in its source
	siteFirst                         // each the first of its kind in its source
	siteSameNth                       // each at the same place among those of its kind
	siteLed                           // both told in the first sentences
	siteOff10                         // they stand at different places of their reports: a tenth of a report apart,
	siteOff25                         // a quarter,
	siteOff50                         // or half
	siteTwice                         // two sources have one of them,
	siteThrice                        // three,
	siteOutlier                       // two sources have the one, the other's alone the other,
	siteOutlierOfMany                 // or three
	siteOutvoted                      // all others that tell such a time
	siteMany                          // one of several in either source,
	siteVeryMany                      // or of very many
	siteOnePast                       // one of them, or
	sitePast                          // both well before their reports
	siteGrains                        // a day and a month
	siteOfDay                         // days,
	siteOfMonth                       // months,
	siteOfYear                        // years
	siteOtherBound                    // one since, one until
	siteSameBound                     // both since, both until
	siteOwnWord                       // told without a number
	siteApartDays                     // reports of two days
	siteNext                          // times that adjoin, or nearly
	siteSlip                          // that look like a slip: of a digit, of an hour,
	siteTurned                        // of digits exchanged
	siteSameMinutes                   // the same minutes of two hours
	siteSameVerb                      // one verb
	siteKinVerb                       // verbs that can say the same
	siteOtherVerb                     // verbs that cannot
	siteFigures                       // each with figures of its own
	siteAdjoining                     // one word right beside them
	siteNear                          // a telling word near by
	siteTelling                       // one anywhere in their sentences
	siteAlike                         // sentences with words in common,
	siteMoreAlike                     // with many,
	siteNearAny                       // a word near by, others may have it
	siteAkin                          // words near by that can say the same
	siteLike                          // sentences that say something alike
	siteBest                          // and no time of either report is in a sentence that is more like the other's,
	siteBestByFar                     // nor nearly as much
	siteWorse                         // another one is much more so
	siteNames                         // a name is in both
	siteEqual                         // one time, not two of which one lies within the other
	siteWidths                        // one of them is longer
	siteBothToday                     // each is the day of its report, or the one before
	siteOftenOne                      // a report tells it twice,
	siteOftenBoth                     // or both do
	siteInFull                        // both are told with a number or the name of a month
	siteOneInFull                     // or one of them
	siteClues
)

// A siteFinder asks two times what they have in common.
type siteFinder struct {
	*sources
	all  []site
	a, b *site
	met  signSet
}

func (f *siteFinder) add(c siteClue, ok bool) { f.met.add(sign(c), ok) }

// place asks where two times stand in their reports, and who else has them.
func (f *siteFinder) place() {
	a, b := f.a, f.b
	aMet, bMet := a.met>>b.doc&1 != 0, b.met>>a.doc&1 != 0
	one := slices.ContainsFunc(a.matters, func(m string) bool { return slices.Contains(b.matters, m) })
	f.add(siteMatter, one)
	f.add(siteUnmet, !aMet && !bMet)
	f.add(siteOneMet, aMet != bMet)
	f.add(siteOnly, a.clock && !aMet && !bMet && max(siteRivals(f.all, a, b.doc), siteRivals(f.all, b, a.doc)) == 1)
	f.add(siteSoleGrain, a.t.Grain == b.t.Grain && soleGrain(f.all, a) && soleGrain(f.all, b))
	f.add(siteFirst, a.nth == 0 && b.nth == 0)
	f.add(siteSameNth, a.nth == b.nth && a.of == b.of)
	f.add(siteLed, max(a.sentence, b.sentence) <= 2)
	p, q := f.placeIn(a.doc, a.sentence), f.placeIn(b.doc, b.sentence)
	off := max(p-q, q-p)
	f.add(siteOff10, off >= 10)
	f.add(siteOff25, off >= 25)
	f.add(siteOff50, off >= 50)
	f.add(siteMany, max(a.of, b.of) >= 4)
	f.add(siteVeryMany, max(a.of, b.of) >= 8)
	f.tellers()
}

// tellers asks how many sources have the one time and the other.
func (f *siteFinder) tellers() {
	a, b := f.a, f.b
	x, y := bits.OnesCount64(a.met), bits.OnesCount64(b.met)
	few, most := min(x, y), max(x, y)
	f.add(siteTwice, most >= 2)
	f.add(siteThrice, most >= 3)
	f.add(siteOutlier, most >= 2 && few == 1)
	f.add(siteOutlierOfMany, most >= 3 && few == 1)
	f.add(siteOutvoted, most >= 2 && few == 1 && othersTelling(f.all, a)&^(a.met|b.met) == 0)
}

// othersTelling returns the documents that have a time of the kind of one.
func othersTelling(all []site, a *site) (docs uint64) {
	for i := range all {
		if x := &all[i]; x.clock == a.clock && (a.clock || x.t.Grain == a.t.Grain) {
			docs |= 1 << x.doc
		}
	}
	return docs
}

// value asks how much two times look like two reports of one.
func (f *siteFinder) value() {
	a, b := f.a, f.b
	x, y := f.docs[a.doc].Published, f.docs[b.doc].Published
	f.add(siteApartDays, x.Sub(y).Abs() > dayAndHalf)
	f.add(siteOtherBound, a.t.Bound != b.t.Bound)
	f.add(siteSameBound, a.t.Bound == b.t.Bound && a.t.Bound != timex.On)
	f.add(siteAhead, !x.IsZero() && !y.IsZero() && a.t.From.After(x) && b.t.From.After(y))
	f.add(siteOnePast, a.past != b.past)
	f.add(sitePast, a.past && b.past)
	if a.clock {
		f.clockValue()
		return
	}
	f.dayValue()
}

// clockValue is value, of times of day.
func (f *siteFinder) clockValue() {
	a, b := f.a, f.b
	gap := clocksApart(&a.t, &b.t)
	minutes := a.t.Minute%60 == b.t.Minute%60
	f.add(siteNext, gap <= 2*time.Hour)
	f.add(siteSameMinutes, minutes && a.t.Minute%60 != 0)
	f.add(siteTurned, clockDigits(&a.t) == clockDigits(&b.t) || transposed(int64(a.t.Minute%60), int64(b.t.Minute%60)))
	f.add(siteSlip, gap == time.Hour && a.t.Minute%60 != 0 || gap == 12*time.Hour || clockDigits(&a.t) == clockDigits(&b.t))
}

// dayValue is value, of days, months and years.
func (f *siteFinder) dayValue() {
	a, b := f.a, f.b
	f.add(siteGrains, a.t.Grain != b.t.Grain && !(a.dayWide() && b.dayWide()) || a.t.Grain == timex.Day && a.dayWide() != b.dayWide())
	f.add(siteOwnWord, !f.inFull(a) || !f.inFull(b))
	p, q := a.t.From, b.t.From
	gap := p.Sub(q).Abs()
	width := max(a.t.To.Sub(a.t.From), b.t.To.Sub(b.t.From), day)
	days := a.t.Grain == timex.Day && b.t.Grain == timex.Day
	years := a.t.Grain == timex.Year && b.t.Grain == timex.Year
	f.add(siteOfDay, a.dayWide() && b.dayWide())
	f.add(siteOfMonth, a.t.Grain == timex.Month && b.t.Grain == timex.Month)
	f.add(siteOfYear, years)
	f.add(siteNext, gap <= 3*width)
	f.add(siteSlip, days && daySlip(p, q) || years && yearSlip(p.Year(), q.Year()))
	f.add(siteTurned, days && p.Month() == q.Month() && p.Day()%10 == q.Day()/10 && p.Day()/10 == q.Day()%10 || years && transposed(int64(p.Year()), int64(q.Year())))
}

// clockDigits is one number for times of day with the same digits in any order: 3:17, 7:13.
func clockDigits(t *timex.Time) (n int) {
	h := int(t.Minute) / 60
	for _, d := range [...]int{h / 10, h % 10, int(t.Minute) % 60 / 10, int(t.Minute) % 10} {
		n += 1 << (3 * d)
	}
	return n
}

// daySlip reports whether two days of a month differ in one digit, have their digits exchanged, or are one in two months that adjoin.
func daySlip(p, q time.Time) bool {
	x, y := p.Day(), q.Day()
	if p.Year() != q.Year() {
		return false
	}
	if x == y {
		return p.Month()-q.Month() == 1 || q.Month()-p.Month() == 1
	}
	return p.Month() == q.Month() && (x%10 == y%10 || x > 9 && y > 9 && x/10 == y/10 || x%10 == y/10 && x/10 == y%10)
}

// yearSlip reports whether two years have digits exchanged or differ in one digit.
func yearSlip(x, y int) bool { return transposed(int64(x), int64(y)) || x/10 == y/10 || x%10 == y%10 }

// words asks what the sentences of two times have in common.
func (f *siteFinder) words() {
	a, b := f.a, f.b
	near, nearAny, adjoining, telling := false, false, false, false
	for x := range a.words {
		k := &a.words[x]
		y := b.index(k.id)
		if y < 0 {
			continue
		}
		close := a.near(x) && b.near(y)
		if !k.Name && !b.words[y].Name {
			own := !siteHas(f.all, a, k.id) && !siteHas(f.all, b, k.id)
			nearAny, telling, near = nearAny || close, telling || own, near || own && close
		}
		adjoining = adjoining || a.from(x) == 0 && b.from(y) == 0 && (x < a.before) == (y < b.before)
	}
	f.add(siteNear, near)
	f.add(siteNearAny, nearAny)
	f.add(siteTelling, telling)
	f.add(siteAdjoining, adjoining)
	f.add(siteAkin, f.akinWords())
	alike := f.jaccard(a.doc, a.sentence, b.doc, b.sentence)
	f.add(siteAlike, alike >= .15)
	f.add(siteMoreAlike, alike >= .25)
	f.likeness()
	f.verbs()
}

// likeness asks how much the sentences of two times say alike, and whether those of other times of their reports say more.
func (f *siteFinder) likeness() {
	a, b := f.a, f.b
	n := rivalry{f.saidAround(a.surrounding, b.surrounding), max(f.nextLike(a, b), f.nextLike(b, a))}
	f.add(siteLike, n.like())
	f.add(siteBest, n.best())
	f.add(siteBestByFar, n.byFar())
	f.add(siteWorse, n.worse())
	f.add(siteNames, a.sharesName(b.surrounding))
}

// nextLike is how much the sentence of a is like that of the time in the report of b that it is most like, b aside.
func (f *siteFinder) nextLike(a, b *site) (most float64) {
	for i := range f.all {
		if x := &f.all[i]; x != b && x.doc == b.doc && x.clock == b.clock && (x.sentence != b.sentence || relateSites(x, b) == Conflict) {
			most = max(most, f.saidAround(a.surrounding, x.surrounding))
		}
	}
	return most
}

// verbs asks what the clauses of two times have in common.
func (f *siteFinder) verbs() {
	a, b := f.a, f.b
	if a.st == nil || b.st == nil {
		return
	}
	x, y := a.dated(), b.dated()
	f.add(siteSameVerb, a.st.Slot.Event == b.st.Slot.Event)
	f.add(siteKinVerb, a.st.Slot.Event != b.st.Slot.Event && f.kinEvents(x, y))
	f.add(siteOtherVerb, !f.kinEvents(x, y))
	f.add(siteFigures, f.otherFigures(x, y))
}

// akinWords reports whether words near two times that are not the same can say the same.
func (f *siteFinder) akinWords() bool {
	for x := range f.a.words {
		k := &f.a.words[x]
		if k.Name || !k.Known || !f.a.near(x) {
			continue
		}
		m := f.thesaurus.Of(k.Key)
		if !fewSenses(m) {
			continue
		}
		for y := range f.b.words {
			o := &f.b.words[y]
			if o.Name || !o.Known || !f.b.near(y) || o.id == k.id {
				continue
			}
			if sayAkin(m, f.thesaurus.Of(o.Key)) {
				return true
			}
		}
	}
	return false
}

// siteHas reports whether another sentence with such a time has a word in the document of a site.
func siteHas(all []site, a *site, word uint64) bool {
	return slices.ContainsFunc(all, func(x site) bool {
		return x.doc == a.doc && x.sentence != a.sentence && x.clock == a.clock && x.index(word) >= 0
	})
}

// siteRivals counts the times of document d that could stand for a time of another.
func siteRivals(all []site, a *site, d int) (n int) {
	for i := range all {
		if x := &all[i]; x.doc == d && x.clock == a.clock && x.met>>a.doc&1 == 0 && relateSites(a, x) == Conflict {
			n++
		}
	}
	return n
}

// soleGrain reports whether a time is the only one of its grain in its document.
func soleGrain(all []site, a *site) bool {
	return !slices.ContainsFunc(all, func(x site) bool {
		return x.doc == a.doc && x.clock == a.clock && x.t.Grain == a.t.Grain && x.shown != a.shown
	})
}
