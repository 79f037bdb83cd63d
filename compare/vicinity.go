package compare

import (
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
)

// ReasonVicinity is the code of one place told by what it lies near. Arguments: the two as written.
const ReasonVicinity = "vicinity"

// vicinities reports where something happened that several sources place near one town, each in its own way: died near Karsk, was killed
// in the village of Ost, just outside Karsk.
func (s *sources) vicinities(all []proposition, places []located) []Finding {
	near := map[entityKey][]int{}
	var order []entityKey
	for i := range places {
		l := &places[i]
		if l.kind != name.Place || !l.spot || !statement.Vicinity(l.prep) || s.inQuote(&all[l.prop], l) {
			continue
		}
		if near[l.place] == nil {
			order = append(order, l.place)
		}
		if len(near[l.place]) < maxHeads {
			near[l.place] = append(near[l.place], i)
		}
	}
	var out []Finding
	for _, k := range order {
		sets := near[k]
		var group []int
		for n, i := range sets {
			for _, j := range sets[:n] {
				if len(group) == 0 && s.oneVicinity(all, &places[j], &places[i]) {
					group = []int{j, i}
				}
			}
		}
		if len(group) > 0 {
			f := s.placeMatch(all, places, group)
			f.Verdict, f.Reason.Code = VerdictCompatible, ReasonVicinity
			f.Reason.Args = []string{f.Positions[0].Evidence[0].Text, f.Positions[0].Evidence[len(f.Positions[0].Evidence)-1].Text}
			out = append(out, f)
		}
	}
	return out
}

// oneVicinity reports whether two claims tell of one event near one place: in verbs that can say the same, with an amount that fits.
func (s *sources) oneVicinity(all []proposition, a, b *located) bool {
	p, q := &all[a.prop], &all[b.prop]
	x, y := &p.claim.Keys[a.event], &q.claim.Keys[b.event]
	if p.doc == q.doc || !x.Verb || !y.Verb || x.Denial != y.Denial || p.claim.Head || q.claim.Head || s.otherDays(p, q) {
		return false
	}
	if idOf(x) != idOf(y) && !statement.SameMeasure(s.docs[p.doc].Text, x.Span, s.docs[q.doc].Text, y.Span) {
		return false
	}
	if s.jaccard(p.doc, p.claim.Sentence, q.doc, q.claim.Sentence) >= copyShare {
		return false
	}
	r := s.amountsIn(p, q)
	return r >= Compatible || r == Unrelated && s.sharedBeside(p, q, a, b) >= sharedBeside
}
