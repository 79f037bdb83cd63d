package compare

import (
	"slices"
)

// siteWeights are of times of day, and of days, months and years. As those of amounts they were fitted to the invented reports under testdata.
var siteWeights = [2][siteClues]signWeight{
	{
		siteMatter: {6, 7}, siteOnly: {6, 0}, siteSoleGrain: {0, 9}, siteFirst: {7, 0}, siteSameNth: {6, 0}, siteOutlier: {6, 0},
		siteOutlierOfMany: {5, 0}, siteOutvoted: {8, 0}, siteOtherBound: {0, -6}, siteNext: {17, 0}, siteSlip: {14, 0}, siteSameMinutes: {11, 0},
		siteOtherVerb: {-5, 0}, siteTelling: {6, 0}, siteAlike: {6, 0},
	},
	{
		siteMatter: {14, 13}, siteAhead: {8, 7}, siteUnmet: {5, 6}, siteOneMet: {-5, -4}, siteSoleGrain: {7, 6}, siteFirst: {4, 0}, siteLed: {-5, 0},
		siteOff10: {5, -4}, siteOff25: {-3, -5}, siteOff50: {-8, -5}, siteTwice: {3, 3}, siteThrice: {2, 3}, siteOutlierOfMany: {2, 4}, siteMany: {-4, -1},
		siteVeryMany: {-5, -7}, siteOnePast: {-2, -4}, sitePast: {0, 2}, siteGrains: {-3, -3}, siteOfDay: {4, 4}, siteOfMonth: {6, 0}, siteOfYear: {-5, 0},
		siteSameBound: {5, 0}, siteOwnWord: {-10, -6}, siteApartDays: {0, -7}, siteNext: {4, 4}, siteSlip: {5, 6}, siteTurned: {13, 0},
		siteSameVerb: {6, 0}, siteKinVerb: {7, 0}, siteFigures: {-8, 0}, siteAdjoining: {8, 0}, siteNear: {4, 0}, siteAlike: {9, 0}, siteMoreAlike: {4, 0},
		siteNearAny: {9, 0}, siteAkin: {3, 0},
	},
}

// siteBase is what two times of day, or two days, start from.
var siteBase = [2]int{-53, -54}

// siteEven is what two times must come to, to be rather of one event than of two: of days, which reports are full of, more is asked.
var siteEven = [2]int{-4, 3}

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
		v := ShowTime(x.t)
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
	return !s.sitesApart(a, b)
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
}{{(*siteFinder).value, mostOfSites(sitePlaceClues | siteWordClues)}, {(*siteFinder).place, mostOfSites(siteWordClues)}, {(*siteFinder).words, [2]int{}}}

var (
	sitePlaceClues = maskOf(siteMatter, siteUnmet, siteOneMet, siteOnly, siteSoleGrain, siteFirst, siteSameNth, siteLed, siteOff10, siteOff25, siteOff50, siteTwice, siteThrice,
		siteOutlier, siteOutlierOfMany, siteOutvoted, siteMany, siteVeryMany)
	siteWordClues = maskOf(siteSameVerb, siteKinVerb, siteOtherVerb, siteFigures, siteAdjoining, siteNear, siteTelling, siteAlike, siteMoreAlike, siteNearAny, siteAkin)
)

// mostOfSites is what clues can add at most to times of day, and to days.
func mostOfSites(clues uint64) [2]int {
	x := signSet{clues}
	return [2]int{x.most(siteWeights[0][:]), x.most(siteWeights[1][:])}
}

// siteOdds is what two values come to beyond what they must, and each pair of their times as far as it was asked.
func (s *sources) siteOdds(all []site, pairs []sitePair) int {
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
		if n += some.weighed(&every, weights[:]); n+step.more[kind] < 0 {
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
