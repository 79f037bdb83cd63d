package compare

import (
	"slices"
	"time"
)

// siteWeights are of times of day, and of days, months and years. As those of amounts they were fitted to the invented reports under testdata.
var siteWeights = [2][siteClues]signWeight{
	{
		siteMatter: {0, 7}, siteUnmet: {0, 5}, siteOneMet: {-4, 0}, siteOnly: {5, 0}, siteSoleGrain: {0, 10}, siteFirst: {4, 4}, siteSameNth: {5, 0},
		siteOutlierOfMany: {7, 0}, siteOutvoted: {11, 0}, siteOtherBound: {0, -8}, siteNext: {21, 0}, siteSlip: {11, 11}, siteSameMinutes: {10, 0},
		siteAlike: {8, 0}, siteAkin: {0, 6}, siteBest: {5, 0}, siteBestByFar: {6, 0},
	},
	{
		siteMatter: {13, 10}, siteAhead: {8, 7}, siteUnmet: {6, 6}, siteOneMet: {-5, -3}, siteSoleGrain: {5, 4}, siteLed: {-4, 0},
		siteOff10: {4, -3}, siteOff25: {-3, -4}, siteOff50: {-6, -3}, siteTwice: {2, 3}, siteThrice: {0, 2}, siteOutlier: {0, 1},
		siteOutlierOfMany: {0, 2}, siteMany: {-4, 0}, siteVeryMany: {-6, -10}, siteOnePast: {0, -5}, siteGrains: {-4, -3}, siteOfDay: {2, 3},
		siteOfMonth: {9, 0}, siteOfYear: {-5, 0}, siteSameBound: {8, 0}, siteOwnWord: {-11, -7}, siteApartDays: {-2, -2}, siteNext: {3, 3},
		siteSlip: {7, 7}, siteTurned: {16, 0}, siteSameVerb: {6, 0}, siteKinVerb: {8, 0}, siteFigures: {-9, 0}, siteAdjoining: {8, 0},
		siteTelling: {2, 0}, siteAlike: {9, 0}, siteNearAny: {4, 0}, siteAkin: {0, 5}, siteLike: {4, 0}, siteBest: {3, 0}, siteBestByFar: {8, 0},
		siteWorse: {0, -3}, siteNames: {0, 7},
	},
}

// siteBase is what two times of day, or two days, start from.
var siteBase = [2]int{-62, -50}

// siteEven is what two times must come to, to be rather of one event than of two: of days, which reports are full of, more is asked.
var siteEven = [2]int{2, 4}

// siteAgain is what two days must come to at least that rules hold for two days of one event.
const siteAgain = -20

// A timeValue is all times of the reports that are written alike in ISO 8601.
type timeValue struct {
	shown string
	sites []*site
}

// A sitePair is a time of one value and a time of another, which can stand against each other.
type sitePair struct {
	a, b *site
	odds int
}

// timeValues brings the times of each value together.
func timeValues(sites []site) (out []timeValue) {
	at := map[string]int{}
	for i := range sites {
		x := &sites[i]
		v := x.shown
		n, ok := at[v]
		if !ok {
			n = len(out)
			at[v] = n
			out = append(out, timeValue{shown: v})
		}
		out[n].sites = append(out[n].sites, x)
	}
	return out
}

// sitePairs returns the times of two values that can stand against each other.
func (s *sources) sitePairs(all []site, x, y *timeValue) (out []sitePair) {
	if x.sites[0].clock != y.sites[0].clock {
		return nil
	}
	for _, a := range x.sites[:min(len(x.sites), maxPairs)] {
		for _, b := range y.sites[:min(len(y.sites), maxPairs)] {
			if s.siteWeighable(all, a, b) {
				out = append(out, sitePair{a: a, b: b})
			}
		}
	}
	return out
}

// siteWeighable reports whether nothing rules out that two times stand against each other: of two that both reports tell there are two.
func (s *sources) siteWeighable(all []site, a, b *site) bool {
	if a.doc == b.doc || relateSites(a, b) != Conflict || s.inSeries(a.doc, b.doc) {
		return false
	}
	if a.met>>b.doc&b.met>>a.doc&1 != 0 && toldIn(all, a, b.doc) && toldIn(all, b, a.doc) {
		return false
	}
	return !s.aboutOneHour(a, b) && !s.sitesApart(a, b)
}

// aboutOneHour reports whether two times of day, of which one is told as about so or in words, are as near to each other as people mean by it: 8.49 pm, around 9 pm; quarter to ten, 21:46. It is
// more than rules grant, which look at times that are surely of one thing.
func (s *sources) aboutOneHour(a, b *site) bool {
	const aboutMinutes, quarterMinutes = 20 * time.Minute, 5 * time.Minute
	if !a.clock || !b.clock {
		return false
	}
	gap := clocksApart(&a.t, &b.t)
	return gap <= aboutMinutes && (a.t.Approx || b.t.Approx) || gap <= quarterMinutes && !(s.inDigits(a) && s.inDigits(b)) // people say quarter to ten for what they have not looked up
}

// toldIn reports whether a document has a time that fits with one of another and is as exact: a month does not tell the day.
func toldIn(all []site, a *site, doc int) bool {
	return slices.ContainsFunc(all, func(x site) bool {
		return x.doc == doc && x.clock == a.clock && x.t.Grain <= a.t.Grain && relateSites(a, &x) >= Compatible
	})
}

// siteSteps are what is asked, and what those that are asked later can add at most to times of either kind.
var siteSteps = [...]struct {
	of   func(f *siteFinder)
	more [2]int
}{{(*siteFinder).value, mostOfSites(&siteWeights, sitePlaceClues|siteWordClues)}, {(*siteFinder).place, mostOfSites(&siteWeights, siteWordClues)}, {(*siteFinder).words, [2]int{}}}

var (
	sitePlaceClues = maskOf(siteMatter, siteUnmet, siteOneMet, siteOnly, siteSoleGrain, siteFirst, siteSameNth, siteLed, siteOff10, siteOff25, siteOff50, siteTwice, siteThrice,
		siteOutlier, siteOutlierOfMany, siteOutvoted, siteMany, siteVeryMany)
	siteWordClues = maskOf(siteSameVerb, siteKinVerb, siteOtherVerb, siteFigures, siteAdjoining, siteNear, siteTelling, siteAlike, siteMoreAlike, siteNearAny, siteAkin,
		siteLike, siteBest, siteBestByFar, siteWorse, siteNames)
)

// mostOfSites is what clues can add at most by some weights to times of day, and to days.
func mostOfSites(weights *[2][siteClues]signWeight, clues uint64) [2]int {
	x := signSet{clues}
	return [2]int{x.most(weights[0][:]), x.most(weights[1][:])}
}

// siteOdds is what two values come to beyond what they must, or less than the least, and each pair of their times as far as it was asked.
func (s *sources) siteOdds(all []site, pairs []sitePair, least int) int {
	kind := pairs[0].a.kind()
	weights, n := &siteWeights[kind], siteBase[kind]-siteEven[kind]
	for _, step := range siteSteps {
		some, every := signSet{}, signSet{^uint64(0), ^uint64(0)}
		for i := range pairs {
			f := siteFinder{sources: s, all: all, a: pairs[i].a, b: pairs[i].b}
			step.of(&f)
			for w := range f.met {
				some[w] |= f.met[w]
				every[w] &= f.met[w]
			}
			pairs[i].odds += f.met.weighed(&signSet{}, weights[:])
		}
		if n += some.weighed(&every, weights[:]); n+step.more[kind] < least {
			break
		}
	}
	return n
}

// kind is which of the tables a time is weighed by.
func (x *site) kind() int {
	if x.clock {
		return 0
	}
	return 1
}
