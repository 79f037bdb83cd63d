package quantity

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/text"
)

// restates reports whether n says m again in another unit: 75 miles (120 km); 120 km, or 75 miles.
func (s *scanner) restates(m, n *Mention) bool {
	a, b := &m.Value, &n.Value
	if a.Unit.ID == "" || b.Unit.ID == "" || a.Unit.Dimension != b.Unit.Dimension || a.Unit.ID == b.Unit.ID || a.Restates >= 0 {
		return false
	}
	if a.Single != b.Single {
		return false
	}
	j, k := int(m.Last), int(n.First)
	switch k - j {
	case 1:
		return (s.at(j, '(') || s.at(j, '[')) && (s.at(int(n.Last), ')') || s.at(int(n.Last), ']') || s.at(int(n.Last), ';') || s.at(int(n.Last), ',')) || s.at(j, '/')
	case 2:
		return s.at(j, ',') && s.link(j+1, linkOr)
	}
	return false
}

// restate checks an amount against the one it says again, by the written precision of both, and lets it
// share its bound: "more than 100 kilometers (60 miles)" is more than 60 miles. Words beside the two may say that they are a difference.
func (q *Quantity) restate(p *Quantity, differ bool) {
	if q.Bound == Exact && p.Bound != Exact && p.Bound != Between {
		q.Bound = p.Bound
		q.interval()
	}
	if q.Unit.Dimension == dimMoney {
		return // what a currency was worth that day is not known here
	}
	q.Misstates = !q.says(p) && !q.gap(p, differ) && !q.imperial(p)
}

// says reports whether q and p are one amount as far as they were rounded.
func (q *Quantity) says(p *Quantity) bool {
	if q.Single {
		return agree(q, p, q.Value, p.Value)
	}
	return agree(q, p, q.Low.Number, p.Low.Number) && agree(q, p, q.High.Number, p.High.Number)
}

// mostGap is how many kelvins lie at most between two temperatures that a text gives the difference of without a word for it.
const mostGap = 10

// gap reports whether two temperatures say by how much something is warmer: 1.5 °C (2.7 °F), where the two scales need not be
// brought to one zero.
func (q *Quantity) gap(p *Quantity, differ bool) bool {
	if q.Unit.shift == "" && p.Unit.shift == "" {
		return false
	}
	a, b := *q, *p
	a.Unit.shift, b.Unit.shift = "", ""
	return (differ || moved(p.Trend) || moved(q.Trend) || math.Abs(b.Unit.base(b.Value)) <= mostGap) && a.says(&b)
}

// warmer reports whether a word beside an amount and its restatement says that they are a difference: 20 °C (36 °F) warmer.
func (s *scanner) warmer(p, q *Mention) bool {
	j := int(q.Last)
	if s.is(j, text.Bracket) {
		j++
	}
	return s.linkEnd(j, isWarmer) > j || s.linkBefore(int(p.First), isWarmer) < int(p.First)
}

func moved(t Trend) bool { return t == Up || t == Down || t == By }

// inImperial has what a unit that two countries share by name is in the British one, where units.tsv has it in the American.
var inImperial = map[string]string{
	"gallon":      "454609/100000000",
	"quart":       "454609/400000000",
	"pint":        "454609/800000000",
	"fluid-ounce": "454609/16000000000",
	"ton":         "1016.0469088",
}

// imperial reports whether q and p are one amount in British measures: 20 gallons (91 litres).
func (q *Quantity) imperial(p *Quantity) bool {
	a, b := *q, *p
	for _, u := range []*Unit{&a.Unit, &b.Unit} {
		if f, ok := inImperial[u.ID]; ok {
			u.factor = f
		}
	}
	return (a.Unit.factor != q.Unit.factor || b.Unit.factor != p.Unit.factor) && a.says(&b)
}

// base and width are ToBase(n) and Scale of its precision in floats.
func (u Unit) base(n Number) float64 {
	f := float64(n.Float() * u.float())
	if u.shift != "" {
		f += rationalFloat(u.shift)
	}
	return f
}

func (u Unit) width(n Number) float64 { return n.precision().Float() * math.Abs(u.float()) }

func (u Unit) float() float64 {
	return rationalFloat(u.factor) / rationalFloat(u.under)
}

// rationalFloat reads a factor of a table as a float; no factor is 1.
func rationalFloat(cell string) float64 {
	if cell == "" {
		return 1
	}
	above, below, _ := strings.Cut(cell, "/")
	f, _ := strconv.ParseFloat(above, 64)
	if below != "" {
		g, _ := strconv.ParseFloat(below, 64)
		f /= g
	}
	return f
}

// agree reports whether two readings of one amount differ by no more than they were rounded.
func agree(q, p *Quantity, a, b Number) bool {
	if d, slack := math.Abs(q.Unit.base(a)-p.Unit.base(b)), q.Unit.width(a)+p.Unit.width(b); math.Abs(d-slack) > 1e-6*(d+slack) {
		return d < slack // plain floats decide where it is not close
	}
	x, y := q.Unit.ToBase(a), p.Unit.ToBase(b)
	slack := q.Unit.Scale(a.precision())
	slack.Add(slack, p.Unit.Scale(b.precision()))
	diff := new(big.Rat).Sub(x, y)
	return diff.Abs(diff).Cmp(slack.Abs(slack)) <= 0
}
