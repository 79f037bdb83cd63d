package compare

// accordWeights were fitted by logistic regression, which is held back (L2), to all amounts of two of the invented reports under testdata whose values fit, in
// tenths of the logarithm of the odds.
var accordWeights = [signs]signWeight{
	clueCount: {some: -7}, clueRatio: {some: -7}, clueMeasureOpen: {some: 2}, clueOtherMeasure: {some: -2}, clueNoun: {some: 5},
	clueOtherNoun: {some: -2}, clueEvent: {some: 17}, clueTelling: {some: 7}, clueNoWord: {some: -5}, clueAkin: {some: 6}, clueSentence: {some: 4},
	clueTime: {some: 7}, clueNarrowedOne: {some: 3}, clueOtherModality: {some: -2}, clueSole: {some: 2}, clueOnly: {some: 5}, clueDigit: {some: 7},
	clueTenth: {some: 18}, clueThird: {some: 4}, clueHalf: {some: -6}, clueFarApart: {some: -17}, clueTrivial: {some: -9}, clueBound: {some: 5},
	clueMatter: {some: 8}, clueLargest: {some: 5}, clueSoleNoun: {some: 2}, clueLag: {some: -1}, signMistakable: {some: 14},
	signNotRuledOut: {some: 3}, signMatchable: {some: 15}, signInWords: {some: 3}, signLate: {some: -8}, signOff10: {some: -4},
	signOff25: {some: -4}, signOff50: {some: -8}, signFew6: {some: -4}, signMany10: {some: -7}, signRatio5: {some: -5}, signSize100: {some: 9},
	signSize1000: {some: 4}, signBest: {some: 2}, signBestByFar: {some: 3}, signWorse: {some: -4}, signDigits2: {some: 10}, signDigits3: {some: 6},
	signFigure: {some: 11}, signOtherUnit: {some: 9}, signExact: {some: -3}, signBounded: {some: 2}, signEqual: {some: 14}, signBareOne: {some: 2},
	signOrdinal: {some: -9}, signPastOne: {some: -8},
}

// accordBase is what two amounts come to of which nothing is known.
const accordBase = -30

// accordSites are the weights of times of day, and of days, months and years.
var accordSites = [2][siteClues]signWeight{
	{
		siteSlip: {some: 4}, siteTurned: {some: 4}, siteSameMinutes: {some: 10}, siteOtherVerb: {some: -8}, siteTelling: {some: 5},
		siteLike: {some: 5}, siteEqual: {some: 6},
	},
	{
		siteMatter: {some: 10}, siteAhead: {some: 8}, siteSoleGrain: {some: 4}, siteFirst: {some: 4}, siteLed: {some: 8}, siteOff25: {some: -8},
		siteOff50: {some: -6}, siteMany: {some: 1}, sitePast: {some: 2}, siteGrains: {some: 7}, siteOfDay: {some: -2}, siteOtherBound: {some: -2},
		siteOwnWord: {some: -7}, siteApartDays: {some: 1}, siteSlip: {some: -7}, siteTurned: {some: 4}, siteSameVerb: {some: 4},
		siteOtherVerb: {some: -1}, siteFigures: {some: -4}, siteAdjoining: {some: 10}, siteTelling: {some: 3}, siteAlike: {some: 7},
		siteNearAny: {some: 6}, siteAkin: {some: 6}, siteBest: {some: 6}, siteBestByFar: {some: -4}, siteEqual: {some: 23}, siteWidths: {some: -7},
		siteBothToday: {some: -2}, siteOftenOne: {some: -8}, siteOftenBoth: {some: -13}, siteInFull: {some: 7}, siteOneInFull: {some: 2},
	},
}

// accordSiteBase is what two times start from.
var accordSiteBase = [2]int{20, -14}

// What two values that fit must come to, to be of one thing.
const (
	accordEven  = 8
	accordAgain = 24 // where a report has told the value already
	accordShort = 20 // of reports of which one is shorter than reportLength
)

var accordSiteEven = [2]int{12, 12}

// accordSteps are asked in this order; two amounts that cannot come to enough any more are not asked the rest.
var accordSteps = [...]struct {
	of   func(s *sources, a, b *amount, x *signSet)
	more int // what the steps behind it can add at most
}{{(*sources).fitSigns, mostOfAccord(2, 3)}, {(*sources).wordSigns, mostOfAccord(3)}, {(*sources).ruleSigns, 0}}

// mostOfAccord is what the signs that some of signSteps ask for can add at most.
func mostOfAccord(steps ...int) (n int) {
	for _, k := range steps {
		n += signSteps[k].asks.most(accordWeights[:])
	}
	return n
}

// accordOdds is what two amounts that fit come to, or less than the least.
func (s *sources) accordOdds(a, b *amount, least int) int {
	n := accordBase
	for _, step := range accordSteps {
		var x signSet
		step.of(s, a, b, &x)
		if n += x.weighed(&signSet{}, accordWeights[:]); n+step.more < least {
			break
		}
	}
	return n
}

// accordOdds is what two times that fit come to, or less than they must.
func (f *siteFinder) accordOdds() int {
	kind := f.a.kind()
	weights := accordSites[kind][:]
	n := accordSiteBase[kind]
	for _, step := range accordSiteSteps {
		f.met = signSet{}
		step.of(f)
		if n += f.met.weighed(&signSet{}, weights); n+step.more[kind] < accordSiteEven[kind] {
			break
		}
	}
	return n
}

var accordSiteSteps = [...]struct {
	of   func(f *siteFinder)
	more [2]int
}{{(*siteFinder).fit, mostOfSites(&accordSites, ^siteFitClues)}, {(*siteFinder).value, mostOfSites(&accordSites, sitePlaceClues|siteWordClues)},
	{(*siteFinder).place, mostOfSites(&accordSites, siteWordClues)}, {(*siteFinder).words, [2]int{}}}

var siteFitClues = maskOf(siteEqual, siteWidths, siteBothToday, siteOftenOne, siteOftenBoth, siteInFull, siteOneInFull)
