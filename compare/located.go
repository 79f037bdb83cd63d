package compare

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// Codes of where something was done. Arguments: the two places as written.
const (
	ReasonSamePlace   = "same-place"
	ReasonWithinPlace = "within-place" // one lies in the other
	ReasonPlaces      = "places-differ"
)

// A located is where a claim says that something was, is or will be done: trained in Varda, a visit to Varda.
type located struct {
	prop, at int       // the proposition, and the key of the place
	event    int       // the key of what is done there
	noun     int       // the key of the noun that stands right before it, a villa in Varda, or -1
	place    entityKey // the place
	prep     uint64    // the preposition before it
	kind     name.Kind
	known    bool // a table has it
	spot     bool // it is no country, sea or continent
}

const (
	placeReach   = 5 // keys before a place that its event is looked for in
	sharedBeside = 2 // keys that two claims share beside event and place, where nobody who takes part is named in both
	surePlace    = 5 // points from which on two places are those of one event
	leastSpelled = 4 // letters of a name that may be a slip for another
)

// locations reports where several sources place one event: in one place, in a town and its country, or in two places of which
// neither report of the one knows the other.
func (s *sources) locations(all []proposition) []Finding {
	places := s.located(all)
	byKey := map[uint64][]int{} // of events, and of the names in their claims
	sets, differ := newUnion(len(places)), [][2]int(nil)
	met := make([]bool, len(places)) // with one that is told alike
	asked := map[[2]int]bool{}
	for i := range places {
		for _, k := range places[i].keys(all) {
			for _, j := range byKey[k] {
				if all[places[i].prop].doc == all[places[j].prop].doc || asked[[2]int{j, i}] {
					continue
				}
				asked[[2]int{j, i}] = true
				if s.onePlace(all, &places[j], &places[i]) {
					sets.join(j, i)
					met[i], met[j] = true, true
				} else if s.twoPlaces(all, places, j, i) {
					differ = append(differ, [2]int{j, i})
				}
			}
			if len(byKey[k]) < maxDeedsOf {
				byKey[k] = append(byKey[k], i)
			}
		}
	}
	differ = slices.DeleteFunc(differ, func(d [2]int) bool { return met[d[0]] || met[d[1]] })
	groups, order := map[int][]int{}, []int(nil)
	for i := range places {
		if r := sets.find(i); met[i] {
			if groups[r] == nil {
				order = append(order, r)
			}
			groups[r] = append(groups[r], i)
		}
	}
	var out []Finding
	for _, r := range order {
		out = append(out, s.placeMatch(all, places, groups[r]))
	}
	out = append(out, s.vicinities(all, places)...)
	return append(out, s.placeConflicts(all, places, differ)...)
}

// located returns the places of the claims, in their order.
func (s *sources) located(all []proposition) []located {
	var out []located
	for i := range all {
		p := &all[i]
		if !p.tellsDeeds() {
			continue
		}
		doc := s.docs[p.doc]
		for x := 1; x < len(p.claim.Keys); x++ {
			k := &p.claim.Keys[x]
			if !k.Name {
				continue
			}
			m, ok := s.mentionAt(p.doc, k.Span)
			if !ok || m.Value.Via != name.ByName {
				continue
			}
			prep := statement.PlaceBefore(doc.Text, int(m.First))
			if prep == 0 {
				continue
			}
			kind := doc.Entities[m.Value.Entity].Kind
			if kind != name.Place && kind != name.Unknown || s.inPost(p.doc, m.First) {
				continue
			}
			if e := p.eventBefore(doc.Text.Body, x); e >= 0 {
				en := &doc.Entities[m.Value.Entity]
				out = append(out, located{prop: i, at: x, event: e, noun: p.nounBefore(doc.Text, x), place: s.keys[p.doc][m.Value.Entity], prep: prep, kind: kind, known: en.Known != "", spot: en.Known == "" || en.In != "" || isState(s.keys[p.doc][m.Value.Entity])})
			}
		}
	}
	return out
}

// keys returns what a place is looked up by: its event, and the names that its claim has.
func (l *located) keys(all []proposition) []uint64 {
	p := &all[l.prop]
	out := []uint64{p.claim.Keys[l.event].Hash}
	if id := idOf(&p.claim.Keys[l.event]); id != out[0] {
		out = append(out, id)
	}
	if l.noun >= 0 {
		out = append(out, idOf(&p.claim.Keys[l.noun]))
	}
	for i := range p.claim.Keys {
		if k := &p.claim.Keys[i]; k.Name && i != l.at && len(out) < maxBearers && !slices.Contains(out, k.Hash) {
			out = append(out, k.Hash)
		}
	}
	return out
}

// mentionAt returns the name that begins where a key does.
func (s *sources) mentionAt(d int, sp text.Span) (*name.Mention, bool) {
	all := s.docs[d].Names
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= sp.Start })
	if i == len(all) || all[i].Span.Start != sp.Start {
		return nil, false
	}
	return &all[i], true
}

// eventBefore returns the key of what is done at the place of key x: the nearest verb before it, else the word before, or -1.
func (p *proposition) eventBefore(body string, x int) int {
	for i := x - 1; i >= 0 && i >= x-placeReach; i-- {
		if k := &p.claim.Keys[i]; k.Verb && !k.Name && !k.Closed && !lettered(k.Span.Of(body)) {
			return i
		}
	}
	if k := &p.claim.Keys[x-1]; !k.Name && !k.Closed {
		return x - 1
	}
	return -1
}

// nounBefore returns the key of the noun that stands right before the place of key x, or -1.
func (p *proposition) nounBefore(g *lexicon.Tagged, x int) int {
	if k := &p.claim.Keys[x-1]; !k.Name && !k.Closed && !k.Verb && p.claim.Adjoins(g, x-1, x) {
		return x - 1
	}
	return -1
}

// lettered reports whether a word begins with a capital.
func lettered(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// onePlace reports whether two claims tell that one thing is done at one place, or at two of which one lies in the other.
func (s *sources) onePlace(all []proposition, a, b *located) bool {
	if a.kind != name.Place || b.kind != name.Place || a.event+1 != a.at || b.event+1 != b.at || a.prep != b.prep || !s.oneRegion(a.place, b.place) {
		return false
	}
	p, q := &all[a.prop], &all[b.prop]
	if x, y := &p.claim.Keys[a.event], &q.claim.Keys[b.event]; !x.Verb || !y.Verb || idOf(x) != idOf(y) {
		return false
	}
	if s.inQuote(p, a) || s.inQuote(q, b) || p.claim.Head || q.claim.Head || s.jaccard(p.doc, p.claim.Sentence, q.doc, q.claim.Sentence) >= copyShare {
		return false // a copy says the same of everything, and quotations are collated
	}
	if p.claim.Keys[a.event].Denial != q.claim.Keys[b.event].Denial {
		return false
	}
	if s.sharedBeside(p, q, a, b) >= sharedBeside {
		return true
	}
	named, _ := s.oneBearer(s.bearersOf(p, a.event), s.bearersOf(q, b.event))
	return named
}

// inQuote reports whether a place stands in quotation marks.
func (s *sources) inQuote(p *proposition, l *located) bool {
	g := s.docs[p.doc].Text
	return g.Tokens[statement.Tokens(g, p.claim.Keys[l.at].Span).First].Is(text.InQuote)
}

// sharedBeside counts the keys that two claims share beside the event and the place.
func (s *sources) sharedBeside(p, q *proposition, a, b *located) int {
	n := 0
	ea, eb := idOf(&p.claim.Keys[a.event]), idOf(&q.claim.Keys[b.event])
	pa, pb := idOf(&p.claim.Keys[a.at]), idOf(&q.claim.Keys[b.at])
	p.shared(q, func(x, _ *weighted) {
		if x.id != ea && x.id != eb && x.id != pa && x.id != pb {
			n++
		}
	})
	return n
}

// twoPlaces reports whether two claims place one event in two places: neither lies in the other, neither report names the place
// of the other, and what else they say is much the same.
func (s *sources) twoPlaces(all []proposition, places []located, i, j int) bool {
	a, b := &places[i], &places[j]
	p, q := &all[a.prop], &all[b.prop]
	if p.doc == q.doc || p.claim.Head || q.claim.Head || s.oneRegion(a.place, b.place) || s.mentions(p.doc, b.place) || s.mentions(q.doc, a.place) {
		return false
	}
	if s.formsOfOne(p, q, a, b) || p.claim.Keys[a.event].Denial != q.claim.Keys[b.event].Denial || s.otherDays(p, q) || s.amountsIn(p, q) == Conflict {
		return false
	}
	if closelyTold := s.closelyTold(all, places, i, j); closelyTold || a.prep != b.prep || !a.spot || !b.spot || a.known != b.known {
		return closelyTold
	}
	n, names := 0, 0
	p.shared(q, func(x, y *weighted) {
		n++
		if x.key.Name || y.key.Name {
			names++
		}
	})
	if n < sharedBeside {
		return false
	}
	score := min(n, 4) + 1
	slip := s.slipOfName(p, q, a, b)
	x, y := &p.claim.Keys[a.event], &q.claim.Keys[b.event]
	switch one := x.Hash == y.Hash || idOf(x) == idOf(y); {
	case one && x.Verb:
		score++
	case (names == 0 || n < 3) && !slip:
		return false // fans from Varda, fans from Stell
	case one || a.noun >= 0 && b.noun >= 0 && idOf(&p.claim.Keys[a.noun]) == idOf(&q.claim.Keys[b.noun]):
		score++
	}
	if names == 0 {
		score--
	}
	if slip {
		score += 3
	}
	if !onlyPlace(all, places, i, j) || !onlyPlace(all, places, j, i) {
		return false
	}
	if !a.known {
		score-- // a village may lie in a district that no table has
	}
	return score >= surePlace
}

// closeShared is how many words two claims share that place one thing in two places, whatever sort of places these are.
const closeShared = 3

// closelyTold reports whether two claims that have three words in common place one thing in two countries, a villa in Spain and in Portugal, or say that one thing was done in
// two places, of which several reports name the one and one report the other.
func (s *sources) closelyTold(all []proposition, places []located, i, j int) bool {
	a, b := &places[i], &places[j]
	p, q := &all[a.prop], &all[b.prop]
	if a.kind != name.Place || b.kind != name.Place {
		return false
	}
	if l := p.like(q); l.plain+l.names < closeShared {
		return false
	}
	noun := a.noun >= 0 && b.noun >= 0 && a.prep == b.prep && !a.spot && !b.spot && idOf(&p.claim.Keys[a.noun]) == idOf(&q.claim.Keys[b.noun])
	verb := idOf(&p.claim.Keys[a.event]) == idOf(&q.claim.Keys[b.event]) && a.spot && b.spot && s.oneOfMost(a.place, b.place)
	return (noun || verb) && onlyPlace(all, places, i, j) && onlyPlace(all, places, j, i)
}

// oneOfMost reports whether one of two places is named by one report, and the other by several.
func (s *sources) oneOfMost(a, b entityKey) bool {
	x, y := 0, 0
	for d := range s.docs {
		if s.mentions(d, a) {
			x++
		}
		if s.mentions(d, b) {
			y++
		}
	}
	return min(x, y) == 1 && max(x, y) > 1
}

// formsOfOne reports whether two places may be one: a street of the town, another spelling.
func (s *sources) formsOfOne(p, q *proposition, a, b *located) bool {
	x, y := textOf(s.docs[p.doc], p.claim.Keys[a.at].Span), textOf(s.docs[q.doc], q.claim.Keys[b.at].Span)
	return partOf(x, y) || partOf(y, x) || s.onePlaceName(s.docs[p.doc].Text.Lex, x, y)
}

// slipOfName reports whether one place may have been written for the other: they begin alike.
func (s *sources) slipOfName(p, q *proposition, a, b *located) bool {
	x, y := textOf(s.docs[p.doc], p.claim.Keys[a.at].Span), textOf(s.docs[q.doc], q.claim.Keys[b.at].Span)
	return min(len(x), len(y)) >= leastSpelled && (x[:3] == y[:3] || name.Edits(x, y) <= 2)
}

// onlyPlace reports whether the document of place i has no other place that is as near to place j.
func onlyPlace(all []proposition, places []located, i, j int) bool {
	q := &all[places[j].prop]
	most := q.like(&all[places[i].prop])
	return !slices.ContainsFunc(places, func(x located) bool {
		p := &all[x.prop]
		if p.doc != all[places[i].prop].doc || x.place == places[i].place || x.prep != places[i].prep {
			return false
		}
		l := q.like(p)
		return l.plain+l.names >= most.plain+most.names
	})
}

func (s *sources) placeMatch(all []proposition, places []located, group []int) Finding {
	f := Finding{Kind: "place", Rule: PlaceMatch, Verdict: VerdictAgree, Severity: Info}
	pos := Position{Side: "a"}
	for _, i := range group {
		l := &places[i]
		p := &all[l.prop]
		e := s.placeEvidence(p, l)
		if slices.Contains(pos.Sources, e.Source) {
			continue
		}
		pos.Evidence, pos.Sources = append(pos.Evidence, e), append(pos.Sources, e.Source)
	}
	a, b := &places[group[0]], &places[group[len(group)-1]]
	f.Reason = Reason{Code: ReasonSamePlace, Args: []string{pos.Evidence[0].Value, pos.Evidence[len(pos.Evidence)-1].Value}}
	if a.place != b.place {
		f.Verdict, f.Reason.Code = VerdictCompatible, ReasonWithinPlace
	}
	f.Topic, f.Origins = shorten(pos.Evidence[0].Text, mostTopic), len(pos.Sources)
	pos.Value = pos.Evidence[0].Value
	f.Positions = []Position{pos}
	return f
}

// placeConflicts makes one finding of each two places.
func (s *sources) placeConflicts(all []proposition, places []located, differ [][2]int) []Finding {
	at := map[[2]entityKey]int{}
	var out []Finding
	for _, d := range differ {
		a, b := &places[d[0]], &places[d[1]]
		if a.place > b.place {
			a, b = b, a
		}
		i, ok := at[[2]entityKey{a.place, b.place}]
		if !ok {
			i = len(out)
			at[[2]entityKey{a.place, b.place}] = i
			out = append(out, Finding{Kind: "place", Rule: PlaceConflict, Verdict: VerdictConflict, Severity: Serious, Positions: []Position{{Side: side(0)}, {Side: side(1)}}})
		}
		f := &out[i]
		for n, l := range []*located{a, b} {
			e := s.placeEvidence(&all[l.prop], l)
			if p := &f.Positions[n]; !slices.Contains(p.Sources, e.Source) {
				p.Value = e.Value
				p.Sources, p.Evidence = append(p.Sources, e.Source), append(p.Evidence, e)
			}
		}
	}
	for i := range out {
		f := &out[i]
		x, y := &f.Positions[0], &f.Positions[1]
		f.Topic = shorten(x.Evidence[0].Text, mostTopic)
		f.Reason, f.Origins = Reason{Code: ReasonPlaces, Args: []string{x.Value, y.Value}}, len(x.Sources)+len(y.Sources)
	}
	return out
}

// placeEvidence is the event with its place.
func (s *sources) placeEvidence(p *proposition, l *located) Evidence {
	keys := p.claim.Keys
	e := s.evidence(p.doc, keys[l.event].Span.Cover(keys[l.at].Span))
	e.Value, e.Reading, e.Speaker = keys[l.at].Span.Of(s.docs[p.doc].Source.Text), "place", p.holder
	return e
}
