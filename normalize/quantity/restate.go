package quantity

import (
	"math/big"
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
// share its bound: "more than 100 kilometers (60 miles)" is more than 60 miles.
func (q *Quantity) restate(p *Quantity) {
	if q.Bound == Exact && p.Bound != Exact && p.Bound != Between {
		q.Bound = p.Bound
		q.interval(&amount{})
	}
	if q.Unit.Dimension == dimMoney {
		return // what a currency was worth that day is not known here
	}
	if q.Single {
		q.Misstates = !agree(q, p, q.Value, p.Value)
		return
	}
	q.Misstates = !agree(q, p, q.Low.Number, p.Low.Number) || !agree(q, p, q.High.Number, p.High.Number)
}

// agree reports whether two readings of one amount differ by no more than they were rounded.
func agree(q, p *Quantity, a, b Number) bool {
	x, y := q.Unit.ToBase(a), p.Unit.ToBase(b)
	slack := q.Unit.Scale(a.precision())
	slack.Add(slack, p.Unit.Scale(b.precision()))
	diff := new(big.Rat).Sub(x, y)
	return diff.Abs(diff).Cmp(slack.Abs(slack)) <= 0
}
