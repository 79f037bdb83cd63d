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
	siteMatter    siteClue = iota // one matter
	siteHour                      // times of day within an hour
	siteMisprint                  // days of one month that differ in one digit
	siteAhead                     // both lie ahead
	siteUnmet                     // each is missing from the other's source,
	siteOnly                      // and the only one that could be meant there
	siteDigits                    // days with digits in common, or of two months
	siteYears                     // years with digits exchanged, or one decade apart and the like
	siteSoleGrain                 // each the only day, month or year in its source
	siteSameVerb                  // one verb
	siteAdjoining                 // one word right beside them
	siteNear                      // a telling word near by
	siteNext                      // times that adjoin, or nearly
	siteTwice                     // two sources have one of them
	siteAlike                     // sentences with words in common,
	siteMoreAlike                 // with many
	siteBothPast                  // both of long ago
	siteOnePast                   // one of them
	siteNames                     // two names in common
	siteGrains                    // a day and a month
	siteClues
)

// siteWeights are in tenths of the logarithm of the odds, fitted as those of amounts were.
var siteWeights = [siteClues]int{siteMatter: 33, siteHour: 22, siteMisprint: 19, siteAhead: 18, siteUnmet: 16, siteOnly: 14, siteDigits: 11, siteYears: 10, siteSoleGrain: 10,
	siteSameVerb: 9, siteAdjoining: 8, siteNear: 6, siteNext: 7, siteTwice: 6, siteAlike: 10, siteMoreAlike: 5, siteBothPast: 4, siteOnePast: -11, siteNames: -9, siteGrains: -14}

// siteBase and siteFrom are the base and the threshold of the model.
const (
	siteBase = -68
	siteFrom = 2
)

// siteNearBy is how many words from a time others are near.
const siteNearBy = 3

// siteSum adds up what speaks for two times being told of one event.
func (s *sources) siteSum(all []site, a, b *site) int {
	n := siteBase
	add := func(c siteClue, ok bool) {
		if ok {
			n += siteWeights[c]
		}
	}
	add(siteMatter, slices.ContainsFunc(a.matters, func(m string) bool { return slices.Contains(b.matters, m) }))
	add(siteUnmet, a.met>>b.doc&1 == 0 && b.met>>a.doc&1 == 0)
	add(siteTwice, max(bits.OnesCount64(a.met), bits.OnesCount64(b.met)) >= 2)
	add(siteOnePast, a.past != b.past)
	add(siteBothPast, a.past && b.past)
	add(siteGrains, !a.clock && a.t.Grain != b.t.Grain && !(a.dayWide() && b.dayWide()))
	if n+mostOfSites < siteFrom {
		return n
	}
	add(siteOnly, a.met>>b.doc&1 == 0 && b.met>>a.doc&1 == 0 && siteRivals(all, a, b.doc) == 1 && siteRivals(all, b, a.doc) == 1)
	add(siteSoleGrain, a.t.Grain == b.t.Grain && soleGrain(all, a) && soleGrain(all, b))
	alike := s.jaccard(a.doc, a.sentence, b.doc, b.sentence)
	add(siteAlike, alike >= .15)
	add(siteMoreAlike, alike >= .25)
	s.siteWords(all, a, b, add)
	s.siteValues(a, b, add)
	return n
}

// mostOfSites is what the clues that are asked later can add at most.
const mostOfSites = 14 + 10 + 15 + 42 + 46

// siteWords asks what words two sentences have in common.
func (s *sources) siteWords(all []site, a, b *site, add func(siteClue, bool)) {
	near, adjoining, names := false, false, 0
	for x, k := range a.keys {
		y := slices.IndexFunc(b.keys, func(o *statement.Key) bool { return idOf(o) == idOf(k) })
		if y < 0 {
			continue
		}
		if k.Name || b.keys[y].Name {
			names++
		} else if max(a.from(x), b.from(y)) <= siteNearBy && !siteHas(all, a, k) && !siteHas(all, b, k) {
			near = true
		}
		adjoining = adjoining || a.from(x) == 0 && b.from(y) == 0 && (x < a.place) == (y < b.place)
	}
	add(siteNear, near)
	add(siteAdjoining, adjoining)
	add(siteNames, names >= 2)
	if a.st == nil || b.st == nil {
		return
	}
	add(siteSameVerb, a.st.Slot.Event == b.st.Slot.Event)
	add(siteMisprint, misprinted(a.dated(), b.dated()))
}

// siteHas reports whether another sentence with such a time has a word in the document of a site.
func siteHas(all []site, a *site, k *statement.Key) bool {
	return slices.ContainsFunc(all, func(x site) bool {
		return x.doc == a.doc && x.sentence != a.sentence && x.clock == a.clock && slices.ContainsFunc(x.keys, func(o *statement.Key) bool { return idOf(o) == idOf(k) })
	})
}

// siteValues asks how much two times look like two reports of one.
func (s *sources) siteValues(a, b *site, add func(siteClue, bool)) {
	if a.clock {
		add(siteHour, apartBy(minuteOf(a.t), minuteOf(b.t)) <= time.Hour)
		return
	}
	x, y := s.docs[a.doc].Published, s.docs[b.doc].Published
	add(siteAhead, !x.IsZero() && !y.IsZero() && a.t.From.After(x) && b.t.From.After(y))
	apart := max(a.t.From.Sub(b.t.From), b.t.From.Sub(a.t.From))
	width := max(a.t.To.Sub(a.t.From), b.t.To.Sub(b.t.From), 24*time.Hour)
	add(siteNext, apart <= width)
	p, q := a.t.From, b.t.From
	add(siteDigits, a.t.Grain == timex.Day && b.t.Grain == timex.Day && apart > 4*width &&
		(p.Day() == q.Day() || p.Day()%10 == q.Day()%10 && apart < 32*24*time.Hour || p.Day()/10 == q.Day()/10 && p.Month() == q.Month()))
	add(siteYears, a.t.Grain == timex.Year && b.t.Grain == timex.Year && (transposed(int64(p.Year()), int64(q.Year())) || p.Year()%10 == q.Year()%10))
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
			if a.doc == b.doc || a.clock != b.clock || a.met>>b.doc&b.met>>a.doc&1 != 0 || relateSites(a, b) != Conflict || s.sitesApart(a, b) { // of two that both reports tell there are two
				continue
			}
			if n := s.siteSum(sites, a, b); n >= siteFrom {
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
		switch {
		case ok && i < 0 || known.have(&filler{doc: a.doc, span: a.span}, &filler{doc: b.doc, span: b.span}, false):
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
	return append(found, out...)
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
