package compare

import (
	"cmp"
	"slices"
	"strings"
)

// What one report leaves out of a unit another may say: 27 degrees, of Celsius; 421 micrograms, in a cubic metre.

const temperature = "temperature"

// mostCelsius is from where on degrees of the weather are hardly of Celsius, where neither scale is told.
const mostCelsius = 50

// completeUnits gives amounts that are told in a part of a unit the whole of it, as their own report has it elsewhere, else another one.
func (s *sources) completeUnits(all []amount) {
	scales, rates := map[int][]*amount{}, map[string][]*amount{} // temperatures of documents; amounts for each of something, by what is divided
	open := false
	for i := range all {
		a := &all[i]
		switch part, _, rate := strings.Cut(a.q.Unit.ID, "-per-"); {
		case a.q.Unit.Dimension == temperature && a.q.Restates < 0:
			scales[a.doc] = append(scales[a.doc], a)
		case rate && a.q.Unit.Dimension != money && a.q.Unit.Dimension != ratio:
			rates[part] = append(rates[part], a)
		}
		open = open || a.q.Unit.ID == bareDegree && a.bearing < 0 || smallPart(a)
	}
	if !open {
		return
	}
	for i := range all {
		a := &all[i]
		var like *amount
		switch {
		case a.q.Unit.ID == bareDegree && a.bearing < 0:
			like = s.scaleOf(a, scales)
		case smallPart(a):
			like = soleRate(a, rates[a.q.Unit.ID])
		}
		if like != nil {
			a.takeUnit(like)
		}
	}
}

// smallPart reports whether an amount is a mass so small that it is hardly told but of a share of something: micrograms.
func smallPart(a *amount) bool {
	return a.q.Unit.Dimension == "mass" && strings.Contains(a.q.Unit.ID, "gram") && !strings.Contains(a.q.Unit.ID, "kilo") && a.q.Unit.ID != "gram" && !strings.Contains(a.q.Unit.ID, "-per-")
}

// scaleOf returns a temperature in the scale that degrees are most likely of: that of their report, else the one in which another report has the same,
// else Celsius for what is no more than 50, where both are told. Nil where neither is. Of very many reports and temperatures the first are asked.
func (s *sources) scaleOf(a *amount, scales map[int][]*amount) *amount {
	if own := scales[a.doc]; len(own) > 0 {
		return own[0]
	}
	low := ratOf(a.q.Value).cmp(rat{num: mostCelsius, den: 1}) <= 0
	var likely, other *amount // in the scale that is likely, and in another
	asked := 0
	for d := 0; d < len(s.docs) && asked < mostReports; d++ {
		of := scales[d][:min(len(scales[d]), maxPairs)]
		if len(of) > 0 {
			asked++
		}
		for _, x := range of {
			switch {
			case sameIn(a, x, of):
				return x
			case low == (x.q.Unit.ID == celsius):
				likely = cmp.Or(likely, x)
			default:
				other = cmp.Or(other, x)
			}
		}
	}
	return cmp.Or(likely, other)
}

// sameIn reports whether a bare amount, in the unit of x, fits with one of others.
func sameIn(a, x *amount, others []*amount) bool {
	q := a.q
	q.Unit = x.q.Unit
	return slices.ContainsFunc(others, func(y *amount) bool { return judgeQuantities(&q, &y.q, Circumstances{}).Relation >= Compatible })
}

const celsius = "celsius"

// soleRate returns one of the amounts for each of something, if all are for each of one thing and none is of the document of a.
func soleRate(a *amount, rates []*amount) *amount {
	for _, x := range rates {
		if x.doc == a.doc || x.q.Unit.ID != rates[0].q.Unit.ID {
			return nil
		}
	}
	if len(rates) == 0 {
		return nil
	}
	return rates[0]
}

// takeUnit gives an amount the unit of another.
func (a *amount) takeUnit(of *amount) {
	a.q.Unit = of.q.Unit
	c := *a.slot
	c.Dimension = of.slot.Dimension
	a.slot = &c
	if unspecified(a) {
		a.slot = unnamed(&c)
	}
	a.shown = Show(a.q)
}
