package compare

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/normalize/arena"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A fragment is a run of keys of a proposition that another proposition has too, nearly as close together: the part
// of two sentences that says the same.
type fragment struct {
	prop     int
	from, to int // keys of the claim, both included
}

// An overlapping of two propositions is a pair of fragments.
type overlapping struct {
	a, b   fragment
	ids    []weighted // the shared keys, by id
	weight float64
	verb   bool // one of the keys is a verb in both
	whole  bool // the propositions as wholes state the same
	dense  bool // hardly a word stands between the shared ones
}

// What makes two runs of keys one statement.
const (
	fragmentGap     = 2    // keys between two shared ones
	fragmentKeys    = 3    // shared keys
	fragmentDensity = 0.55 // of the keys of each run, those that are shared
	coreShare       = 0.6  // of the weight of what a finding is about, that a newcomer must have
	denseShare      = 0.8  // density of two runs that say the same by themselves
	lesserShare     = 0.5  // of the lesser of the two, and
	partOfCore      = 0.4  // of the greater, where the words that the newcomer shares are the topic's own
	rareKeys        = 1.8  // weight of two runs of propositions that say different things besides, in keys that two have
	ofOneVoice      = 0.7  // of that weight is enough where one holder says both
	maxFragments    = 2    // of one pair of propositions
)

type matched struct {
	x, y int // index among the keys of a, of b
	w    *weighted
}

// An overlapFinder keeps what it needs from one pair of propositions to the next.
type overlapFinder struct {
	all   []proposition
	kinds *kinds
	rare  float64       // weight that a pair must have
	pairs []overlapping // of two kinds each
	found []paired
	byX   []matched
	byY   []matched
	ids   arena.Slab[weighted]
	known map[[2]int32][2]int32 // kinds of which there are several -> pairs from, to
}

// reset makes the finder ready for the propositions of another comparison.
func (o *overlapFinder) reset(all []proposition, kinds *kinds) {
	o.all, o.kinds, o.rare = all, kinds, rareKeys*(logRatio(len(all)+1, 2)+leastWeight)
	o.pairs, o.found = o.pairs[:0], o.found[:0]
	o.ids.Reset()
	if o.known == nil {
		o.known = map[[2]int32][2]int32{}
	}
	clear(o.known)
}

// A paired is two propositions with a pair of fragments, which weighs so much that they state one thing.
type paired struct {
	weight float64
	a, b   int32
	pair   int32 // among those of their kinds
	at     int32 // in the order in which they were met
}

// add finds the pairs of fragments of propositions i and j that state the same. Those of two kinds are found once.
func (o *overlapFinder) add(i, j int) {
	x, y := o.kinds.of[i], o.kinds.of[j]
	single := len(o.kinds.all[x].members) == 1 || len(o.kinds.all[y].members) == 1
	at, ok := [2]int32{}, false
	if !single {
		at, ok = o.known[[2]int32{x, y}]
	}
	if !ok {
		at[0] = int32(len(o.pairs))
		o.find(i, j)
		at[1] = int32(len(o.pairs))
	}
	if !single && !ok {
		o.known[[2]int32{x, y}] = at
	}
	rare := o.rare
	if oneVoice(&o.all[i], &o.all[j]) {
		rare *= ofOneVoice
	}
	for n := at[0]; n < at[1]; n++ {
		if c := &o.pairs[n]; c.weight >= rare || c.whole && c.verb && len(c.ids) > fragmentKeys {
			o.found = append(o.found, paired{c.weight, int32(i), int32(j), n, int32(len(o.found))})
		}
	}
}

func (o *overlapFinder) find(i, j int) {
	a, b := &o.all[i], &o.all[j]
	buf, l := o.byX[:0], likeness{}
	for i, j := 0, 0; i < len(a.keys) && j < len(b.keys); {
		switch x, y := &a.keys[i], &b.keys[j]; {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			buf = append(buf, matched{x.at, y.at, x})
			l.add(x, y)
			i++
			j++
		}
	}
	o.byX = buf
	if len(buf) < fragmentKeys {
		return
	}
	sortMatched(buf, false)
	whole := a.sameBy(b, l)
	found := 0
	for from := 0; from < len(buf) && found < maxFragments; {
		to := from + 1
		for to < len(buf) && buf[to].x-buf[to-1].x <= fragmentGap+1 {
			to++
		}
		found += o.split(i, j, buf[from:to], whole)
		from = to
	}
}

// sortMatched orders matches by their place in b, or in a. There are hardly ever more than ten.
func sortMatched(all []matched, inB bool) {
	if len(all) > 50 {
		slices.SortFunc(all, func(m, n matched) int { return m.place(inB) - n.place(inB) })
		return
	}
	for i := 1; i < len(all); i++ {
		m := all[i]
		at, j := m.place(inB), i
		for ; j > 0 && all[j-1].place(inB) > at; j-- {
			all[j] = all[j-1]
		}
		all[j] = m
	}
}

func (m *matched) place(inB bool) int {
	if inB {
		return m.y
	}
	return m.x
}

// split cuts a run of matches where they lie apart in the other proposition, and adds those that state the same.
func (o *overlapFinder) split(i, j int, run []matched, whole bool) (found int) {
	if len(run) < fragmentKeys {
		return 0
	}
	byY := append(o.byY[:0], run...)
	o.byY = byY
	sortMatched(byY, true)
	from := 0
	for i1 := 1; i1 <= len(byY); i1++ {
		if i1 < len(byY) && byY[i1].y-byY[i1-1].y <= fragmentGap+1 {
			continue
		}
		if c, ok := o.fragments(i, j, byY[from:i1]); ok {
			c.whole = whole
			o.pairs = append(o.pairs, c)
			found++
		}
		from = i1
	}
	return found
}

func (o *overlapFinder) fragments(i, j int, run []matched) (c overlapping, ok bool) {
	if len(run) < fragmentKeys {
		return c, false
	}
	a, b := &o.all[i], &o.all[j]
	c.a, c.b = fragment{i, run[0].x, run[0].x}, fragment{j, run[0].y, run[0].y}
	plain, names, verbs := 0, 0, 0
	for _, m := range run {
		c.a.from, c.a.to = min(c.a.from, m.x), max(c.a.to, m.x)
		c.b.from, c.b.to = min(c.b.from, m.y), max(c.b.to, m.y)
		k := &a.claim.Keys[m.x]
		if k.Denial != b.claim.Keys[m.y].Denial {
			return c, false
		}
		switch {
		case k.Name:
			names++
		case k.Office:
		default:
			plain++
		}
		if k.Verb && b.claim.Keys[m.y].Verb && !k.Name {
			verbs++
		}
		c.weight += m.w.weight
	}
	n := len(run)
	switch {
	case plain == 0 || plain+names < fragmentKeys:
		return c, false
	case plain == 1 && (names < 2 || verbs == 0): // Russia received … from Iran
		return c, false
	case float64(n) < fragmentDensity*a.width(c.a) || float64(n) < fragmentDensity*b.width(c.b):
		return c, false
	case turnedRound(a, b, run), swapped(a, b, run), a.deniedIn(c.a) != b.deniedIn(c.b):
		return c, false
	}
	c.verb = verbs > 0
	c.dense = float64(n) >= denseShare*a.width(c.a) && float64(n) >= denseShare*b.width(c.b)
	c.ids = o.ids.Make(n)
	for _, m := range run {
		c.ids = append(c.ids, *m.w)
	}
	sortByID(c.ids)
	return c, true
}

// width counts the keys of a fragment, those of closed classes left out.
func (p *proposition) width(f fragment) float64 {
	n := 0
	for i := f.from; i <= f.to; i++ {
		if !p.claim.Keys[i].Closed {
			n++
		}
	}
	return float64(n)
}

// turnedRound reports whether somebody does to another what the other does to him: the name right before a verb that both
// have is not the same, and each has the other's name too.
func turnedRound(a, b *proposition, run []matched) bool {
	for _, m := range run {
		if k := &a.claim.Keys[m.x]; !k.Verb || k.Name || !b.claim.Keys[m.y].Verb || k.Hash != b.claim.Keys[m.y].Hash {
			continue
		}
		x, y := nameBefore(a, m.x), nameBefore(b, m.y)
		if x != 0 && y != 0 && x != y && a.names(y) && b.names(x) {
			return true
		}
	}
	return false
}

// swapped reports whether two names stand the other way round where no verb is shared that could be turned, as send and
// receive are.
func swapped(a, b *proposition, run []matched) bool {
	var names [2]matched
	n := 0
	for _, m := range run {
		switch k := &a.claim.Keys[m.x]; {
		case k.Name:
			if n < len(names) {
				names[n] = m
			}
			n++
		case k.Class != "" && k.Hash != b.claim.Keys[m.y].Hash:
			return false
		}
	}
	return n == len(names) && (names[0].x < names[1].x) != (names[0].y < names[1].y)
}

// deniedIn reports whether a word of a fragment, or the one before it, is denied.
func (p *proposition) deniedIn(f fragment) bool {
	for _, k := range p.claim.Keys[max(0, f.from-1) : f.to+1] {
		if k.Denial == statement.Denied {
			return true
		}
	}
	return false
}

// nameBefore returns the name right before key x of a proposition, or 0.
func nameBefore(p *proposition, x int) uint64 {
	for x--; x >= 0 && p.claim.Keys[x].Closed; x-- {
	}
	if x >= 0 && p.claim.Keys[x].Name {
		return p.claim.Keys[x].Hash
	}
	return 0
}

func (p *proposition) names(h uint64) bool {
	return slices.ContainsFunc(p.claim.Keys, func(k statement.Key) bool { return k.Name && k.Hash == h })
}

// A topic is one thing that propositions of at least two documents state.
type topic struct {
	core    []weighted // what it is about: the keys of its heaviest pair
	weight  float64
	plain   float64 // of it, that of keys which are no names
	members []int
	parts   []fragment // of members
	more    []int      // propositions that tell less of the same: those of topics that it has taken over
	sure    []bool     // members that say the same, and not only have a part in common
}

// statementTopics puts together the fragments that state one thing: the pair of fragments that weighs most makes a topic, and
// others join it that have most of its keys. Propositions meet through the keys they share, of each a bounded number,
// so that the work grows with the number of propositions and not with its square.
func (s *sources) statementTopics(all []proposition) []topic {
	m := s.memory
	o := &m.overlap
	o.reset(all, s.kinds)
	m.met = zeros(m.met, len(all))
	count, met := m.met, m.some[:0]
	for i := range all {
		met = met[:0]
		p := &all[i]
		for k := range p.keys {
			for _, j := range m.posts.of(p.keys[k].number) {
				if all[j].doc >= p.doc {
					break // they are in the order of the documents
				}
				if count[j]++; count[j] == 1 {
					met = append(met, j)
				}
			}
		}
		for _, j := range met {
			if q := &all[j]; count[j] >= fragmentKeys && q.takesIt() == p.takesIt() && q.demands() == p.demands() && !twoRemarks(p, q) {
				o.add(int(j), i)
			}
			count[j] = 0
		}
	}
	m.some = met
	slices.SortFunc(o.found, func(x, y paired) int {
		if x.weight != y.weight {
			return cmp.Compare(y.weight, x.weight)
		}
		return cmp.Compare(x.at, y.at)
	})
	t := &m.topics
	t.reset(len(all))
	for i := range o.found {
		f := &o.found[i]
		c := &o.pairs[f.pair] // of other propositions of their kinds before
		c.a.prop, c.b.prop = int(f.a), int(f.b)
		t.take(c)
	}
	return merged(all, t.all)
}

// Shares of the weight of topics: subsumed is that of the core of a topic that another topic has in its own, where both tell one thing and the one tells
// less of it: "missiles were sent", "missiles were sent to be used".
const (
	subsumed     = 0.9
	subsumedPart = 0.33 // of the weight of the other
)

// merged drops the topics of which a weightier one has the whole core, and gives that one the documents that it lacks, where
// most of what a proposition says is that core.
func merged(all []proposition, ts []topic) []topic {
	byKey := map[int32][]int{} // topics by the keys of their cores, at most maxTopics
	kept := ts[:0]
	for i := range ts {
		t := ts[i]
		if n := subsumes(kept, byKey, &t); n >= 0 {
			kept[n].adopt(all, &t)
			continue
		}
		for _, k := range t.core {
			if len(byKey[k.number]) < maxTopics {
				byKey[k.number] = append(byKey[k.number], len(kept))
			}
		}
		kept = append(kept, t)
	}
	return kept
}

// subsumes returns the topic that tells least besides the core of t and a document's word on it, or -1.
func subsumes(kept []topic, byKey map[int32][]int, t *topic) int {
	if len(t.core) == 0 {
		return -1
	}
	best := -1
	for _, n := range byKey[t.core[0].number] {
		k := &kept[n]
		if t.weight < subsumedPart*k.weight || best >= 0 && kept[best].weight <= k.weight {
			continue
		}
		sum := 0.0
		shared(k.core, t.core, func(x, _ *weighted) { sum += x.weight })
		if sum >= subsumed*t.weight && meet(k.members, t.members) {
			best = n
		}
	}
	return best
}

func meet(a, b []int) bool {
	for _, m := range b {
		if slices.Contains(a, m) {
			return true
		}
	}
	return false
}

// adopt takes over the members of a topic that tells less of the same, of documents that t has not.
func (t *topic) adopt(all []proposition, o *topic) {
	base := &all[t.members[0]]
	for i, m := range o.members {
		p := &all[m]
		if o.parts[i].shareOf(p) < mostlyShared {
			continue
		}
		t.more = append(t.more, m)
		if slices.ContainsFunc(t.members, func(x int) bool { return all[x].doc == p.doc }) || !alikeSaid(p, base) {
			continue
		}
		t.members, t.parts, t.sure = append(t.members, m), append(t.parts, o.parts[i]), append(t.sure, o.sure[i])
	}
}

// A topicSet puts pairs of fragments together.
type topicSet struct {
	all     []topic
	of      [][]placed // of each proposition
	placed  arena.Slab[placed]
	members arena.Slab[int]
	parts   arena.Slab[fragment]
	sure    arena.Slab[bool]
}

// reset makes the set ready for n propositions of another comparison.
func (ts *topicSet) reset(n int) {
	ts.all, ts.of = ts.all[:0], zeros(ts.of, n)
	ts.placed.Reset()
	ts.members.Reset()
	ts.parts.Reset()
	ts.sure.Reset()
}

// A placed is a topic, and which of its members a proposition is.
type placed struct{ topic, member int32 }

// take adds a pair of fragments to the topic that it is about, or makes one of it.
func (ts *topicSet) take(c *overlapping) {
	for _, side := range [2][]placed{ts.of[c.a.prop], ts.of[c.b.prop]} {
		for _, p := range side {
			t := int(p.topic)
			tp := &ts.all[t]
			sum, plain := 0.0, 0.0
			shared(tp.core, c.ids, func(x, _ *weighted) {
				sum += x.weight
				if !x.key.Name {
					plain += x.weight
				}
			})
			hasA, hasB := ts.has(t, c.a), ts.has(t, c.b)
			if sum >= coreShare*tp.weight && plain >= coreShare*tp.plain || (hasA || hasB) && sum >= lesserShare*min(c.weight, tp.weight) && sum >= partOfCore*max(c.weight, tp.weight) {
				ts.add(t, c)
				return
			}
			if hasA && hasB {
				return // a lesser part of what it says
			}
		}
	}
	ts.all = append(ts.all, topic{core: c.ids, weight: c.weight, plain: plainWeight(c.ids)})
	ts.add(len(ts.all)-1, c)
}

func plainWeight(keys []weighted) (sum float64) {
	for i := range keys {
		if !keys[i].key.Name {
			sum += keys[i].weight
		}
	}
	return sum
}

// member returns which member of a topic a proposition is, or -1.
func (ts *topicSet) member(t, prop int) int {
	for _, p := range ts.of[prop] {
		if int(p.topic) == t {
			return int(p.member)
		}
	}
	return -1
}

func (ts *topicSet) add(t int, c *overlapping) {
	tp, sure := &ts.all[t], c.whole || c.dense
	for _, f := range [2]fragment{c.a, c.b} {
		if i := ts.member(t, f.prop); i >= 0 {
			tp.sure[i] = tp.sure[i] || sure
			continue
		}
		ts.of[f.prop] = ts.placed.Append(ts.of[f.prop], placed{int32(t), int32(len(tp.members))})
		tp.members = ts.members.Append(tp.members, f.prop)
		tp.parts = ts.parts.Append(tp.parts, f)
		tp.sure = ts.sure.Append(tp.sure, sure)
	}
}

// has reports whether a fragment overlaps one of a topic's.
func (ts *topicSet) has(t int, f fragment) bool {
	i := ts.member(t, f.prop)
	if i < 0 {
		return false
	}
	o := &ts.all[t].parts[i]
	return o.from <= f.to && f.from <= o.to
}

// surely returns the members that surely say the same, where two documents have some, else all.
func (t *topic) surely(all []proposition) (members []int, parts []fragment, ok bool) {
	first, two, n := -1, false, 0
	for i, m := range t.members {
		if t.sure[i] {
			two = two || first >= 0 && all[m].doc != first
			first = all[m].doc
			n++
		}
	}
	if !two || n == len(t.members) {
		return t.members, t.parts, two
	}
	members, parts = make([]int, 0, n), make([]fragment, 0, n)
	for i, m := range t.members {
		if t.sure[i] {
			members, parts = append(members, m), append(parts, t.parts[i])
		}
	}
	return members, parts, true
}

// shared calls f with each key that both lists have, as a and as b has it.
func shared(a, b []weighted, f func(x, y *weighted)) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			f(&a[i], &b[j])
			i++
			j++
		}
	}
}

// shareOf returns how much of what a proposition says a fragment of it has.
func (f *fragment) shareOf(p *proposition) float64 {
	sum := 0.0
	for i := range p.keys {
		if k := &p.keys[i]; k.at >= f.from && k.at <= f.to {
			sum += k.weight
		}
	}
	return sum / p.total
}

func (f *fragment) span(p *proposition) text.Span {
	return p.claim.Keys[f.from].Span.Cover(p.claim.Keys[f.to].Span)
}

// takesIt reports whether a proposition is not one that its speaker denies, or will not speak of.
func (p *proposition) takesIt() bool {
	return p.stance != attribution.Denies && p.stance != attribution.Declines
}

// demands reports whether a proposition is what somebody asks for.
func (p *proposition) demands() bool { return p.mode == attribution.Demanded }

// alikeSaid reports whether two propositions are said in one sense: as so, as expected, as asked for.
func alikeSaid(a, b *proposition) bool {
	return outright(a.stance) == outright(b.stance) && (outright(a.stance) || a.stance == b.stance) && a.mode == b.mode && a.claim.Negated == b.claim.Negated
}

// outright reports whether a stance takes its content to be so.
func outright(s attribution.Stance) bool {
	return s == attribution.Asserts || s == attribution.Confirms || s == attribution.Accuses
}
