package compare

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/normalize/arena"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// Many sources say one thing in the same words. What a denial denies is therefore asked once for each kind of denial, of each
// kind of claim, and not for each two propositions.

// A kind is the propositions that are one but for where they stand: the same words, with the same sense, of the same voice.
type kind struct{ members []int }

// kinds is all of them, with what was found of them.
type kinds struct {
	all   []kind
	of    []int32            // of each proposition
	slab  arena.Slab[int32]  // of posts
	posts [][]int32          // of each key that is no name: the kinds that deny nothing and have it
	met   []int32            // behind which question each kind was met last
	asked int32              // questions
	known map[question]*hits // answered
}

// A question is what a kind of denial, whose content is that of a kind of proposition, denies.
type question struct{ what, denial int32 }

// maxKinds is how many kinds of claim are looked at for one word of a denial. Words that more have, all texts being of one
// event, tell none from the others: the claims that a denial denies share rarer ones with it.
const maxKinds = 512

func (s *sources) kindsOf(all []proposition) *kinds {
	k := &kinds{of: make([]int32, len(all)), posts: make([][]int32, s.distinct), known: map[question]*hits{}}
	at := make(map[uint64]int32, len(all))
	k.all = make([]kind, 0, len(all))
	members := make([]int, len(all)) // most kinds have one
	for i := range all {
		p := &all[i]
		h := s.sum(p)
		n, ok := at[h]
		if !ok {
			n = int32(len(k.all))
			at[h] = n
			k.all = append(k.all, kind{members[i : i : i+1]})
			if p.asserts() && !p.claim.Bare && (p.holder != "" || !p.claim.Head) {
				k.post(p, n)
			}
		}
		k.of[i] = n
		k.all[n].members = append(k.all[n].members, i)
	}
	k.met = make([]int32, len(k.all))
	return k
}

func (k *kinds) post(p *proposition, n int32) {
	for i := range p.keys {
		if w := &p.keys[i]; !w.key.Name && len(k.posts[w.number]) < maxKinds {
			k.posts[w.number] = k.slab.Append(k.posts[w.number], n)
		}
	}
}

// sum is the hash of all that makes a kind.
func (s *sources) sum(p *proposition) uint64 {
	c := p.claim
	h := text.HashAdd(text.HashString(p.holder), uint64(p.stance)<<8|uint64(p.mode))
	speaker := uint64(0)
	if c.Voice >= 0 {
		if e := s.docs[p.doc].Attributions[c.Voice].Speaker.Entity; e >= 0 {
			speaker = statement.EntityHash(&s.docs[p.doc].Entities[e])
		}
	}
	h = text.HashAdd(h, speaker)
	h = text.HashAdd(h, flags(c.Negated, c.Head, c.Bare, s.quoted(p), c.Voice >= 0))
	for i := range c.Keys {
		k := &c.Keys[i]
		h = text.HashAdd(h, k.Hash)
		h = text.HashAdd(h, flags(k.Name, k.Verb, k.Closed, k.Office)<<8|uint64(k.Denial))
		if k.Class != "" {
			h = text.HashAdd(h, text.HashString(k.Class))
		}
	}
	return h
}

func flags(bits ...bool) (out uint64) {
	for i, b := range bits {
		if b {
			out |= 1 << i
		}
	}
	return out
}

// A hit is a claim that a denial may deny.
type hit struct {
	i     int
	score float64
}

// hits is what a kind of denial denies.
type hits struct {
	byDoc map[int][]hit // of each document, the best first
	best  []int         // the two best of each document, in order
	docs  int
	full  [2]int // documents of the first two denials that have joined all of best, or -1
}

// maxOfDoc is how many claims of one document a denial denies.
const maxOfDoc = 2

// ask returns the claims that have enough of the keys of proposition what, by others than the holder of denial i.
func (s *sources) ask(all []proposition, k *kinds, i, what int, share float64) *hits {
	q := question{k.of[what], k.of[i]}
	if h := k.known[q]; h != nil {
		return h
	}
	k.asked++
	h := &hits{byDoc: map[int][]hit{}, full: [2]int{-1, -1}}
	k.known[q] = h
	for _, w := range all[what].keys {
		if w.key.Name {
			continue
		}
		for _, n := range k.posts[w.number] {
			if k.met[n] == k.asked {
				continue
			}
			k.met[n] = k.asked
			score, ok := s.denies(&all[k.all[n].members[0]], &all[what], &all[i], share)
			if !ok {
				continue
			}
			for _, m := range k.all[n].members {
				h.byDoc[all[m].doc] = append(h.byDoc[all[m].doc], hit{m, score})
			}
		}
	}
	for _, of := range h.byDoc {
		slices.SortFunc(of, func(a, b hit) int { return cmp.Or(cmp.Compare(b.score, a.score), a.i-b.i) })
		for _, x := range of[:min(len(of), maxOfDoc)] {
			h.best = append(h.best, x.i)
		}
	}
	slices.Sort(h.best)
	h.docs = len(h.byDoc)
	return h
}

// denies reports whether claim p has enough of the keys of what to be what denial d denies, and weighs it.
func (s *sources) denies(p, what, d *proposition, share float64) (score float64, ok bool) {
	if p.holder == d.holder {
		if s.quoted(p) && s.quoted(d) {
			return 0, false // he calls the charges "baseless" here, and says that they are "baseless" there
		}
		share = selfShare // one outlet has him deny what another has him say
	}
	if s.knows(what) && !s.knows(p) {
		return 0, false // he denies to have known of the payments
	}
	if s.ofCharges(what) && !s.charges(p) {
		return 0, false // he denied all charges: that one of them was dropped is no charge
	}
	if s.valuesDiffer(what, p) {
		return 0, false // it had rejected 23 dollars a share, and has accepted 28
	}
	l := what.like(p)
	n := float64(l.plain + l.names)
	named := s.namesHolder(p, d)
	if named && l.plain == 1 && l.names == 1 && len(what.keys) > 2 {
		return 0, false // but for one word, the denier is all that they have in common
	}
	if l.plain == 0 || n < max(share*float64(len(what.keys)), float64(min(deniedKeys, len(what.keys)-1))) && !covered(p, n, named) || n < 2 && !named {
		return 0, false
	}
	if !s.sharesContent(what, p) {
		return 0, false // in September 2023 he left home, in September 2023 he was murdered
	}
	if p.claim.Voice < 0 && (l.plain < 2 || n < plainShare*float64(len(what.keys))) {
		return 0, false
	}
	if l.plain == 1 && what.does(p) {
		return 0, false // the plant is said to lose jobs, and denied to close
	}
	return l.weight / p.total, true
}

// sharesContent reports whether two propositions have a word in common that is no name, no number and no word for a time.
func (s *sources) sharesContent(a, b *proposition) (ok bool) {
	g := s.docs[a.doc].Text
	a.shared(b, func(x, _ *weighted) { ok = ok || !x.key.Name && !x.key.Number && !statement.TimeWord(g, x.key.Span) })
	return ok
}

// plainShare is the share of the keys of a denial that a claim must have which is its report's own.
const plainShare = .6

// ofCharges reports whether what is denied begins with a noun for accusations: all charges, the allegations.
func (s *sources) ofCharges(p *proposition) bool {
	for i := range p.claim.Keys {
		if k := &p.claim.Keys[i]; !k.Closed && !k.Name {
			return statement.Accusing(s.docs[p.doc].Text, k.Span)
		}
	}
	return false
}

// charges reports whether somebody is accused in a proposition.
func (s *sources) charges(p *proposition) bool {
	return p.stance == attribution.Accuses || slices.ContainsFunc(p.claim.Keys, func(k statement.Key) bool { return k.Verb && statement.Accusing(s.docs[p.doc].Text, k.Span) })
}

// knows reports whether a proposition is of what somebody knows.
func (s *sources) knows(p *proposition) bool {
	return slices.ContainsFunc(p.claim.Keys, func(k statement.Key) bool { return !k.Name && statement.Knowing(s.docs[p.doc].Text, k.Span) })
}

// does reports whether a proposition has verbs, of which another one has none: it tells of something else that is done.
func (p *proposition) does(o *proposition) bool {
	verbs := 0
	for i := range p.keys {
		if k := p.keys[i].key; k.Verb && !k.Name && !k.Closed {
			verbs++
		}
	}
	if verbs == 0 {
		return false
	}
	none := true
	p.shared(o, func(x, _ *weighted) { none = none && !(x.key.Verb && !x.key.Name && !x.key.Closed) })
	return none
}

// A denial denies what other documents have of its hits, and of its own what another than its holder says.
type denial struct {
	*hits
	own []int
}

func (s *sources) deniedBy(all []proposition, k *kinds, i, what int, share float64) denial {
	d := denial{hits: s.ask(all, k, i, what, share)}
	for _, x := range d.byDoc[all[i].doc] {
		if x.i != what && all[x.i].holder != all[i].holder && len(d.own) < maxOfDoc {
			d.own = append(d.own, x.i)
		}
	}
	if what != i {
		d.own = append(d.own, what)
	}
	return d
}

// disputed joins denials that share a claim to disputes.
type disputed struct {
	sets    union
	claimed []bool // propositions that are denied
	denials []int
}

func newDisputed(all []proposition) *disputed {
	return &disputed{sets: newUnion(len(all)), claimed: make([]bool, len(all))}
}

// add joins denial i to all that it denies. Once denials of two documents have joined all that their kind denies, another one needs
// to be joined to one claim only, where there is a third document.
func (t *disputed) add(all []proposition, i int, d denial) {
	any := len(d.own) > 0
	for _, c := range d.own {
		t.claim(i, c)
	}
	known := d.docs > 3 && d.full[1] >= 0
	for _, c := range d.best {
		if all[c].doc == all[i].doc {
			continue
		}
		any = true
		if t.claim(i, c); known {
			break
		}
	}
	switch doc := all[i].doc; {
	case d.full[0] < 0:
		d.full[0] = doc
	case d.full[1] < 0 && d.full[0] != doc:
		d.full[1] = doc
	}
	if any {
		t.denials = append(t.denials, i)
	}
}

func (t *disputed) claim(denial, c int) {
	t.claimed[c] = true
	t.sets.join(denial, c)
}

// disputes returns the disputes, in the order of their last denials.
func (t *disputed) disputes() []dispute {
	at := map[int]int{} // set -> which dispute
	var out []dispute
	for n := len(t.denials) - 1; n >= 0; n-- {
		r := t.sets.find(t.denials[n])
		if _, ok := at[r]; !ok {
			at[r] = len(out)
			out = append(out, dispute{})
		}
	}
	slices.Reverse(out)
	for r, n := range at {
		at[r] = len(out) - 1 - n
	}
	for _, i := range t.denials {
		d := &out[at[t.sets.find(i)]]
		d.denials = append(d.denials, i)
	}
	for i, yes := range t.claimed {
		if yes {
			d := &out[at[t.sets.find(i)]]
			d.claims = append(d.claims, i)
		}
	}
	return out
}
