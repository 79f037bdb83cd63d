package compare

import (
	"math/bits"
	"slices"
	"time"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A siteClue is something that two times of two sources have in common, or in which they differ, that speaks for or against their being told of one
// event. As for amounts, their weights are added up.
type siteClue uint8

const (
	siteMatter      siteClue = iota // one matter
	siteAhead                       // both lie ahead
	siteUnmet                       // each is missing from the other's source,
	siteOneMet                      // or one of them,
	siteOnly                        // and the only one that could be meant there
	siteSoleGrain                   // each the only day, month or year in its source
	siteFirst                       // each the first of its kind in its source
	siteLed                         // both told in the first sentences
	siteTwice                       // two sources have one of them,
	siteThrice                      // three,
	siteOutvoted                    // all others that tell such a time
	siteMany                        // one of several in either source
	siteOnePast                     // one of them
	siteGrains                      // a day and a month
	siteOtherBound                  // one since, one until
	siteSeveral                     // one of several times of day of its sentence
	siteSaid                        // when something was said
	siteOwnWord                     // told without a number
	siteApartDays                   // reports of two days
	siteNext                        // times that adjoin, or nearly
	siteSlip                        // that look like a slip: of a digit, of an hour,
	siteTurned                      // of digits exchanged
	siteOddMinutes                  // minutes that nobody rounds to, on both sides
	siteHour                        // times of day within an hour
	siteHalfDay                     // twelve hours apart
	siteFar                         // far from one another
	siteMonthSlip                   // one day of two months
	siteSameMonth                   // days of one month
	siteSameVerb                    // one verb
	siteKinVerb                     // verbs that can say the same
	siteOtherVerb                   // verbs that cannot
	siteOtherMatter                 // each of a matter of its own
	siteFigures                     // each with figures of its own
	siteAdjoining                   // one word right beside them
	siteNear                        // a telling word near by
	siteOtherNames                  // names, and none in common
	siteAlike                       // sentences with words in common,
	siteMoreAlike                   // with many
	siteClues
)

// siteWeights are of times of day and of days, in tenths of the logarithm of the odds. They were fitted by logistic regression, which is
// held back (L2), to all pairs of times that differ in invented reports of one event; with events left out they find three in four of what they find with all.
var siteWeights = [siteClues][2]int{
	siteMatter: {7, 28}, siteAhead: {0, 16}, siteUnmet: {4, 10}, siteOneMet: {-3, 0}, siteOnly: {8, 0}, siteSoleGrain: {11, 12}, siteFirst: {6, 0},
	siteLed: {3, 0}, siteTwice: {4, 2}, siteThrice: {0, 3}, siteOutvoted: {6, 0}, siteMany: {0, -6}, siteOnePast: {0, -7}, siteGrains: {0, -8},
	siteOtherBound: {-5, 0}, siteSeveral: {-4, 0}, siteSaid: {-3, 0}, siteOwnWord: {0, -9}, siteApartDays: {0, -3}, siteNext: {0, 3}, siteSlip: {12, 10},
	siteTurned: {0, 9}, siteOddMinutes: {4, 0}, siteHour: {6, 0}, siteHalfDay: {4, 0}, siteFar: {-9, 0}, siteMonthSlip: {0, 9}, siteSameMonth: {0, 6},
	siteSameVerb: {3, 4}, siteKinVerb: {0, 6}, siteOtherVerb: {-3, 0}, siteOtherMatter: {-2, -3}, siteFigures: {-2, -4}, siteAdjoining: {0, 14},
	siteNear: {4, 7}, siteOtherNames: {-2, -3}, siteAlike: {5, 11}, siteMoreAlike: {0, 6},
}

// siteBase is what two times of day, or two days, start from: from 0 on they are of one event.
var siteBase = [2]int{-41, -58}

// A siteFinder asks two times what they have in common.
type siteFinder struct {
	*sources
	all  []site
	a, b *site
	met  uint64 // a bit for each clue
}

func (f *siteFinder) add(c siteClue, ok bool) {
	if ok {
		f.met |= 1 << c
	}
}

// siteSum adds up what speaks for two times being told of one event. What their sentences have in common is asked where it can still decide.
func (s *sources) siteSum(all []site, a, b *site) int {
	f := siteFinder{sources: s, all: all, a: a, b: b}
	f.place()
	f.value()
	if n := f.sum(); n+mostOfSiteWords < 0 {
		return n
	}
	f.words()
	return f.sum()
}

// mostOfSiteWords is what the clues of words can add at most.
const mostOfSiteWords = 48

func (f *siteFinder) sum() int {
	kind := 1
	if f.a.clock {
		kind = 0
	}
	n := siteBase[kind]
	for c := range siteClues {
		if f.met>>c&1 != 0 {
			n += siteWeights[c][kind]
		}
	}
	return n
}

// place asks where two times stand in their reports, and who else has them.
func (f *siteFinder) place() {
	a, b := f.a, f.b
	aMet, bMet := a.met>>b.doc&1 != 0, b.met>>a.doc&1 != 0
	one := slices.ContainsFunc(a.matters, func(m string) bool { return slices.Contains(b.matters, m) })
	f.add(siteMatter, one)
	f.add(siteOtherMatter, !one && len(a.matters) > 0 && len(b.matters) > 0)
	f.add(siteUnmet, !aMet && !bMet)
	f.add(siteOneMet, aMet != bMet)
	f.add(siteOnly, !aMet && !bMet && siteRivals(f.all, a, b.doc) == 1 && siteRivals(f.all, b, a.doc) == 1)
	f.add(siteSoleGrain, a.t.Grain == b.t.Grain && soleGrain(f.all, a) && soleGrain(f.all, b))
	f.add(siteFirst, a.nth == 0 && b.nth == 0)
	f.add(siteLed, max(a.sentence, b.sentence) <= 2)
	most := max(bits.OnesCount64(a.met), bits.OnesCount64(b.met))
	f.add(siteTwice, most >= 2)
	f.add(siteThrice, most >= 3)
	f.add(siteOutvoted, most >= 2 && min(bits.OnesCount64(a.met), bits.OnesCount64(b.met)) == 1 && othersTelling(f.all, a)&^(a.met|b.met) == 0)
	f.add(siteMany, max(a.of, b.of) >= 4)
	f.add(siteSeveral, a.several || b.several)
	f.add(siteSaid, a.said || b.said)
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
	if a.clock {
		gap := clocksApart(&a.t, &b.t)
		f.add(siteHour, gap <= time.Hour)
		f.add(siteFar, gap > 3*time.Hour)
		f.add(siteHalfDay, gap == 12*time.Hour)
		f.add(siteSlip, gap == time.Hour && a.t.Minute%60 != 0 || gap == 12*time.Hour || clockDigits(&a.t) == clockDigits(&b.t))
		f.add(siteOddMinutes, a.t.Minute%5 != 0 && b.t.Minute%5 != 0)
		return
	}
	f.add(siteOnePast, a.past != b.past)
	f.add(siteGrains, a.t.Grain != b.t.Grain && !(a.dayWide() && b.dayWide()) || a.t.Grain == timex.Day && a.dayWide() != b.dayWide())
	f.add(siteAhead, !x.IsZero() && !y.IsZero() && a.t.From.After(x) && b.t.From.After(y))
	f.add(siteOwnWord, !f.inFull(a) || !f.inFull(b))
	p, q := a.t.From, b.t.From
	gap := p.Sub(q).Abs()
	width := max(a.t.To.Sub(a.t.From), b.t.To.Sub(b.t.From), day)
	days := a.t.Grain == timex.Day && b.t.Grain == timex.Day
	years := a.t.Grain == timex.Year && b.t.Grain == timex.Year
	f.add(siteNext, gap <= 3*width)
	f.add(siteFar, gap > 40*width)
	f.add(siteSlip, days && daySlip(p, q) || years && yearSlip(p.Year(), q.Year()))
	f.add(siteTurned, days && p.Month() == q.Month() && p.Day()%10 == q.Day()/10 && p.Day()/10 == q.Day()%10 || years && transposed(int64(p.Year()), int64(q.Year())))
	f.add(siteMonthSlip, days && p.Day() == q.Day() && p.Month() != q.Month() || a.t.Grain == timex.Month && b.t.Grain == timex.Month)
	f.add(siteSameMonth, days && p.Month() == q.Month() && p.Year() == q.Year())
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
	near, adjoining, otherNames := false, false, a.names > 0 && b.names > 0
	for x, k := range a.keys {
		y := slices.IndexFunc(b.keys, func(o *statement.Key) bool { return idOf(o) == idOf(k) })
		if y < 0 {
			continue
		}
		if k.Name || b.keys[y].Name {
			otherNames = false
		} else if max(a.from(x), b.from(y)) <= siteNearBy && !siteHas(f.all, a, k) && !siteHas(f.all, b, k) {
			near = true
		}
		adjoining = adjoining || a.from(x) == 0 && b.from(y) == 0 && (x < a.place) == (y < b.place)
	}
	f.add(siteNear, near)
	f.add(siteAdjoining, adjoining)
	f.add(siteOtherNames, otherNames)
	alike := f.jaccard(a.doc, a.sentence, b.doc, b.sentence)
	f.add(siteAlike, alike >= .15)
	f.add(siteMoreAlike, alike >= .25)
	if a.st == nil || b.st == nil {
		return
	}
	x, y := a.dated(), b.dated()
	f.add(siteSameVerb, a.st.Slot.Event == b.st.Slot.Event)
	f.add(siteKinVerb, a.st.Slot.Event != b.st.Slot.Event && f.kinEvents(x, y))
	f.add(siteOtherVerb, !f.kinEvents(x, y))
	f.add(siteFigures, f.otherFigures(x, y))
}

// siteNearBy is how many words from a time others are near.
const siteNearBy = 3

// siteHas reports whether another sentence with such a time has a word in the document of a site.
func siteHas(all []site, a *site, k *statement.Key) bool {
	return slices.ContainsFunc(all, func(x site) bool {
		return x.doc == a.doc && x.sentence != a.sentence && x.clock == a.clock && slices.ContainsFunc(x.keys, func(o *statement.Key) bool { return idOf(o) == idOf(k) })
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
		return x.doc == a.doc && x.clock == a.clock && x.t.Grain == a.t.Grain && ShowTime(x.t) != ShowTime(a.t)
	})
}

// A sitePair is two times that come to something.
type sitePair struct {
	a, b *site
	sum  int
}

// retimed adds to what was found the times of two sources that differ and that by their sentences are those of one event. Of several that could be, the
// likeliest are taken; what other findings bring together is left out.
func (s *sources) retimed(found []Finding) []Finding {
	if len(s.docs) < 2 || len(s.docs) > mostReports {
		return found
	}
	sites := s.timeSites(s.memory.all)
	var pairs []sitePair
	for i := range sites {
		for k := range sites[:i] {
			a, b := &sites[k], &sites[i]
			if a.doc == b.doc || a.clock != b.clock || a.met>>b.doc&b.met>>a.doc&1 != 0 && toldIn(sites, a, b.doc) && toldIn(sites, b, a.doc) || relateSites(a, b) != Conflict || s.sitesApart(a, b) { // of two that both reports tell there are two
				continue
			}
			if n := s.siteSum(sites, a, b); n >= 0 {
				pairs = append(pairs, sitePair{a, b, n})
			}
		}
	}
	if len(pairs) == 0 {
		return found
	}
	slices.SortStableFunc(pairs, func(x, y sitePair) int { return y.sum - x.sum })
	known := s.placesOf(found)
	var out []Finding
	taken := map[*site]bool{}
	var gone []int // findings by which two dates fit together since one is open, which they do not
	at := map[[2]string]int{}
	for i := range found {
		if f := &found[i]; f.Rule == DateConflict && len(f.Positions) > 1 {
			at[ordered(f.Positions[0].Value, f.Positions[1].Value)] = -1
		}
	}
	for _, p := range pairs {
		a, b := p.a, p.b
		if ShowTime(a.t) > ShowTime(b.t) {
			a, b = b, a
		}
		k := [2]string{ShowTime(a.t), ShowTime(b.t)}
		i, ok := at[k]
		x, y := &filler{doc: a.doc, span: a.span}, &filler{doc: b.doc, span: b.span}
		opened := known.openDates(found, x, y)
		if len(opened) > 0 && p.sum >= surelyOneDate {
			if ok && i >= 0 || !ok && !taken[a] && !taken[b] {
				gone = append(gone, opened...)
			}
		} else if known.have(x, y, false) {
			taken[a], taken[b] = true, true
			continue
		}
		switch {
		case ok && i < 0:
		case ok:
			s.addSite(&out[i].Positions[0], a)
			s.addSite(&out[i].Positions[1], b)
			out[i].Origins = len(SourceIDs(out[i].Positions...))
		case !taken[a] && !taken[b]:
			at[k] = len(out)
			out = append(out, s.siteFinding(a, b))
		}
		taken[a], taken[b] = true, true
	}
	kept := found[:0]
	for i := range found {
		if !slices.Contains(gone, i) {
			kept = append(kept, found[i])
		}
	}
	return append(kept, out...)
}

// toldIn reports whether a document has a time that fits with one of another and is as exact: a month does not tell the day.
func toldIn(all []site, a *site, doc int) bool {
	return slices.ContainsFunc(all, func(x site) bool {
		return x.doc == doc && x.clock == a.clock && x.t.Grain <= a.t.Grain && relateSites(a, &x) >= Compatible
	})
}

// surelyOneDate is what two dates must come to, of which one is told as the beginning or the end of something and would fit with the other.
const surelyOneDate = 10

// openDates returns the findings that hold two dates for fitting since one of them is open, if those are all that have both.
func (p *places) openDates(found []Finding, a, b *filler) (out []int) {
	at := p.at(a, false)
	for _, i := range p.at(b, false) {
		if !slices.Contains(at, i) {
			continue
		}
		if f := &found[i]; f.Rule != DateMatch || f.Reason.Code != ReasonWithinTime || len(f.Positions) > 2 {
			return nil
		}
		out = append(out, i)
	}
	return out
}

// ordered returns two values, the smaller one first.
func ordered(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// addSite adds the evidence of a time to a position, unless its source is there.
func (s *sources) addSite(p *Position, x *site) {
	e := s.evidence(x.doc, x.span)
	e.Value = p.Value
	if !slices.Contains(p.Sources, e.Source) {
		p.Sources, p.Evidence = append(p.Sources, e.Source), append(p.Evidence, e)
	}
}

// siteFinding makes the finding of two times, to be reviewed.
func (s *sources) siteFinding(a, b *site) Finding {
	f := Finding{Kind: "date", Rule: DateConflict, Verdict: VerdictConflict, Severity: Review, Origins: 2, Flags: []string{FlagLikely}}
	f.Reason = Reason{Code: ReasonTimeDiffers, Args: []string{ShowTime(a.t), ShowTime(b.t)}}
	for n, x := range [...]*site{a, b} {
		f.Positions = append(f.Positions, Position{Value: ShowTime(x.t), Side: side(n)})
		s.addSite(&f.Positions[n], x)
	}
	g := s.docs[a.doc].Text
	f.Topic = shorten(g.Span(g.Sentences[a.sentence].Range).Of(g.Body), mostTopic)
	return f
}
