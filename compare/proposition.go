package compare

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A proposition is a claim of one document with its keys weighed: what is said, without regard to numbers.
type proposition struct {
	doc    int
	claim  *statement.Claim
	stance attribution.Stance
	holder string // canonical name of the voice, "" for the outlet's own
	who    entityKey
	body   entityKey // for whom he speaks
	unsaid bool      // who speaks has no name
	mode   attribution.Modality
	form   attribution.Form
	keys   []weighted // by hash, each once
	total  float64

	told    bool // what follows is known: see sources.sortKeys
	content []word
	beside  []*statement.Key
}

type weighted struct {
	id     uint64 // of the lemma, or of the class of words that say the same
	number int32  // of the id, among those that the propositions have: 0, 1, 2, …
	weight float64
	key    *statement.Key
	at     int // among the keys of the claim
}

// propositions returns the claims of all documents, which are weighed once. A key that few claims have weighs most.
func (s *sources) propositions() []proposition {
	if s.claims == nil {
		s.claims = s.weighedClaims()
	}
	return s.claims
}

func (s *sources) weighedClaims() []proposition {
	m := s.memory
	all := m.all[:0]
	m.reader.Reset()
	m.content.Reset()
	m.beside.Reset()
	m.sentenceWords.Reset()
	claims := m.claims[:0]
	for d, doc := range s.docs {
		from := len(claims)
		claims = m.reader.Claims(claims, doc.Text, doc.Names, doc.Entities, doc.Attributions)
		for i := from; i < len(claims); i++ {
			c := &claims[i] // it stays where it is when claims move
			p := proposition{doc: d, claim: c}
			if c.Voice >= 0 {
				v := &doc.Attributions[c.Voice]
				p.stance, p.holder, p.mode, p.form = v.Stance, v.Speaker.Name, v.Modality, v.Form
				p.who, p.body, p.unsaid = s.speaker(d, int(c.Voice)), s.entity(d, v.Speaker.For), v.Speaker.Unnamed || v.Speaker.Entity < 0 && !strings.Contains(v.Speaker.Name, " ")
			}
			all = append(all, p)
		}
	}
	m.all, m.claims = all, claims
	df := s.collect(all)
	for i := range all {
		p := &all[i]
		for j := range p.keys {
			k := &p.keys[j]
			k.weight = logRatio(len(all)+1, int(df[k.number])) + leastWeight
			if k.key.Verb {
				k.weight *= 0.8
			}
			p.total += float64(k.weight)
		}
	}
	m.posts.fill(all, df)
	s.kinds = s.kindsOf(all)
	return all
}

// collect gathers the keys of all propositions, and returns in how many each id stands.
func (s *sources) collect(all []proposition) (df []int32) {
	n := 0
	for i := range all {
		n += len(all[i].claim.Keys)
	}
	m := s.memory
	m.numbers.reset(n)
	m.keys = slices.Grow(m.keys[:0], n)
	room, df := m.keys, m.df[:0]
	for i := range all {
		p := &all[i]
		p.keys = room[len(room):len(room):cap(room)]
		p.collect()
		room = room[:len(room)+len(p.keys)]
		for j := range p.keys {
			k := &p.keys[j]
			if k.number = m.numbers.of(k.id); int(k.number) == len(df) {
				df = append(df, 0)
			}
			df[k.number]++
		}
		p.keys = slices.Clip(p.keys)
	}
	m.df, s.distinct = df, len(df)
	return df
}

// postings has for each key the propositions that have it, in order. Of a key that more than maxDF propositions have it has
// the first ones: two propositions that share nothing else do not meet through it, which keeps all work linear in the number
// of propositions.
type postings struct {
	df    []int32 // in how many propositions each key is
	first []int32 // of those of each key, in all
	all   []int32
}

func (p *postings) fill(all []proposition, df []int32) {
	p.df = df
	p.first = append(p.first[:0], 0)
	n := int32(0)
	for _, d := range df {
		n += min(d, maxDF)
		p.first = append(p.first, n)
	}
	p.all = slices.Grow(p.all[:0], int(n))[:n]
	at := slices.Clone(p.first)
	for i := range all {
		for j := range all[i].keys {
			if k := all[i].keys[j].number; at[k] < p.first[k+1] {
				p.all[at[k]] = int32(i)
				at[k]++
			}
		}
	}
}

// of returns the propositions that have a key, or the first maxDF of them.
func (p *postings) of(key int32) []int32 { return p.all[p.first[key]:p.first[key+1]] }

// whole reports whether these are all that have it.
func (p *postings) whole(key int32) bool { return p.df[key] <= maxDF }

// leastWeight is that of a key which all propositions have.
const leastWeight = 0.4

// logRatio is log2(n/m) with straight lines between the powers of two: exact on every machine, as math.Log is not.
func logRatio(n, m int) float64 {
	x := uint(16*n) / uint(max(m, 1))
	k := bits.Len(x) - 1
	if k < 4 {
		return 0
	}
	return float64(k-4) + float64(x-1<<k)/float64(uint(1)<<k)
}

// collect gathers the different keys of the claim, in the order of their ids.
func (p *proposition) collect() {
	for i := range p.claim.Keys {
		k := &p.claim.Keys[i]
		if k.Closed {
			continue
		}
		p.keys = append(p.keys, weighted{id: idOf(k), key: k, at: i})
	}
	sortByID(p.keys)
	out := p.keys[:0]
	for i, k := range p.keys {
		if i == 0 || k.id != out[len(out)-1].id {
			out = append(out, k)
		}
	}
	p.keys = out
}

// sortByID keeps the order of keys with one id. A claim has ten keys, and hardly one has fifty.
func sortByID(keys []weighted) {
	if len(keys) > 50 {
		slices.SortStableFunc(keys, func(a, b weighted) int { return cmp.Compare(a.id, b.id) })
		return
	}
	for i := 1; i < len(keys); i++ {
		k, j := keys[i], i
		for ; j > 0 && keys[j-1].id > k.id; j-- {
			keys[j] = keys[j-1]
		}
		keys[j] = k
	}
}

// idOf returns what a key is matched by: its lemma, or the class of words that say the same.
func idOf(k *statement.Key) uint64 {
	if k.Class != "" && !k.Name {
		return text.HashString(k.Class)
	}
	return k.Hash
}

// A likeness is what two propositions share.
type likeness struct {
	weight float64 // of the shared keys
	plain  int     // shared keys that are no names
	verbs  int     // of them, those that are verbs in both
	names  int
}

// shared calls f with each key that both have, as a and as b has it.
func (a *proposition) shared(b *proposition, f func(x, y *weighted)) { shared(a.keys, b.keys, f) }

func (a *proposition) like(b *proposition) (l likeness) {
	for i, j := 0, 0; i < len(a.keys) && j < len(b.keys); {
		switch x, y := &a.keys[i], &b.keys[j]; {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			l.add(x, y)
			i++
			j++
		}
	}
	return l
}

// add counts a key that both have.
func (l *likeness) add(x, y *weighted) {
	l.weight += float64(x.weight)
	if x.key.Name || y.key.Name {
		l.names++
	} else {
		l.plain++
	}
}

// sharedSpan is the piece of a that its shared keys cover: tight evidence of what it has in common with b.
func (a *proposition) sharedSpan(b *proposition) (sp text.Span) {
	a.shared(b, func(x, _ *weighted) {
		if sp.Empty() {
			sp = x.key.Span
		} else {
			sp = sp.Cover(x.key.Span)
		}
	})
	return sp
}

// Thresholds of the same proposition, as shares of the weight of the smaller one.
const (
	samePlain = 2    // shared keys that are no names
	sameShare = 0.55 // shared weight
	partShare = 0.75 // of the smaller where the other is at least twice as long
	maxDF     = 60   // propositions looked at for one key
)

func (a *proposition) same(b *proposition) bool { return a.sameBy(b, a.like(b)) }

// sameBy is same where it is known what both share.
func (a *proposition) sameBy(b *proposition, l likeness) bool {
	if l.plain < samePlain || l.plain+l.names < 3 {
		return false
	}
	small, big := min(a.total, b.total), max(a.total, b.total)
	need := sameShare
	if big > 2*small {
		need = partShare
	}
	return l.weight >= need*small
}

// statements reports what several sources state alike, without a number: who did what.
func (s *sources) statements(all []proposition, ts []topic) []Finding {
	var out []Finding
	for i := range ts {
		if _, _, sure := ts[i].surely(all); !sure && !ts[i].tells(all) {
			continue
		}
		if f := s.statementFinding(all, &ts[i]); len(f.Positions[0].Sources) > 1 {
			out = append(out, f)
		}
	}
	return out
}

func (s *sources) statementFinding(all []proposition, t *topic) Finding {
	f := Finding{Kind: "stance", Rule: StatementMatch, Verdict: VerdictAgree, Severity: Info}
	members, parts, sure := t.surely(all)
	base := &all[members[0]]
	if !sure {
		f.Verdict = VerdictCompatible
	}
	pos := Position{Side: "a", Evidence: make([]Evidence, 0, min(len(members), maxPlaces*len(s.docs)))}
	places, title := map[int]int{}, -1
	for n, m := range members {
		p := &all[m]
		if p != base && (s.valuesDiffer(p, base) || p.opposes(base) || s.underDenial(p) != s.underDenial(base)) {
			continue
		}
		if places[p.doc]++; places[p.doc] > maxPlaces {
			continue
		}
		e := s.evidence(p.doc, parts[n].span(p))
		e.Speaker, e.Reading = p.holder, "proposition"
		if parts[n].from == 0 && title < 0 {
			title = len(pos.Evidence) // words that begin where the sentence does read best
		}
		pos.Evidence = append(pos.Evidence, e)
		if places[p.doc] == 1 {
			pos.Sources = append(pos.Sources, e.Source)
		}
		if !alikeSaid(p, base) || p != base && s.amountsIn(p, base) == Compatible {
			f.Verdict = VerdictCompatible // takes 24 minutes, takes up to 90
		}
	}
	title = max(title, 0)
	pos.Value = shorten(pos.Evidence[title].Text, 80)
	f.Topic = pos.Value
	f.Reason = Reason{Code: "statement-same", Args: []string{f.Topic}}
	f.Positions = []Position{pos}
	f.Origins = s.origins(all, members)
	return f
}

// tells reports whether what propositions have in common, each saying other things besides, is much of what one of them says,
// or is said by one holder.
func (t *topic) tells(all []proposition) bool {
	a, b := &all[t.members[0]], &all[t.members[1]]
	return oneVoice(a, b) || max(t.parts[0].shareOf(a), t.parts[1].shareOf(b)) >= aloneShare
}

// maxPlaces is how many places of one source stand for one statement.
const maxPlaces = 1

// valuesDiffer reports whether two propositions give amounts of one dimension, or times, of which none fits
// with one of the other: talks that resume on two days, or with two offers, are not stated alike. Where neither
// is known, figures decide that are not the same.
func (s *sources) valuesDiffer(a, b *proposition) bool {
	amounts, times := s.amountsIn(a, b), s.timesIn(a, b)
	if amounts == Conflict || times == Conflict {
		return true
	}
	return amounts == Unrelated && times == Unrelated && figuresDiffer(a.claim.Span.Of(s.docs[a.doc].Source.Text), b.claim.Span.Of(s.docs[b.doc].Source.Text))
}

// amountsIn returns how the amounts of two propositions relate: Unrelated where none can be compared, and Conflict where the only one of
// its sort in either does, whatever fits beside it.
func (s *sources) amountsIn(a, b *proposition) Relation {
	out := Unrelated
	xs, ys := quantitiesIn(s.docs[a.doc].Quantities, a.claim.Span), quantitiesIn(s.docs[b.doc].Quantities, b.claim.Span)
	for i := range xs {
		x := &xs[i].Value
		alone := only(xs, x)
		for k := range ys {
			y := &ys[k].Value
			r := judgeQuantities(x, y, Circumstances{}).Relation
			if x.Kind == quantity.Ordinal && y.Kind == quantity.Ordinal && x.Value.Cmp(y.Value) != 0 {
				r = Conflict
			}
			if r == Conflict && alone && oneSort(x, y) && only(ys, y) {
				return Conflict
			}
			out = max(out, r)
		}
	}
	return out
}

// only reports whether no other amount is of the sort of q.
func only(all []quantity.Mention, q *quantity.Quantity) bool {
	for i := range all {
		if v := &all[i].Value; v != q && oneSort(v, q) && v.Restates < 0 {
			return false
		}
	}
	return true
}

// oneSort reports whether two amounts are of one dimension, or count the same things.
func oneSort(a, b *quantity.Quantity) bool {
	if a.Kind == quantity.Ordinal || b.Kind == quantity.Ordinal {
		return a.Kind == b.Kind // the third recall and the fourth
	}
	if a.Unit.ID == "" || b.Unit.ID == "" {
		return a.Unit.ID == b.Unit.ID && a.CountOf != "" && a.CountOf == b.CountOf
	}
	return a.Unit.Dimension == b.Unit.Dimension && a.Restates < 0 && b.Restates < 0
}

func (s *sources) timesIn(a, b *proposition) Relation {
	out := Unrelated
	for _, x := range timesIn(s.docs[a.doc].Times, a.claim.Span) {
		for _, y := range timesIn(s.docs[b.doc].Times, b.claim.Span) {
			out = max(out, relateTimes(&x.Value, &y.Value).Relation)
		}
	}
	return out
}

// figuresDiffer reports whether two passages have figures, and none of them in common.
func figuresDiffer(a, b string) bool {
	differ := false
	for x, rest := figure(a); x != ""; x, rest = figure(rest) {
		for y, more := figure(b); y != ""; y, more = figure(more) {
			if x == y {
				return false
			}
			differ = true
		}
	}
	return differ
}

// figure returns the first run of digits in s, and what follows it.
func figure(s string) (digits, rest string) {
	const all = "0123456789"
	from := strings.IndexAny(s, all)
	if from < 0 {
		return "", ""
	}
	n := len(s) - from - len(strings.TrimLeft(s[from:], all))
	return s[from : from+n], s[from+n:]
}

// quantitiesIn returns the mentions that start in a span or lead up to it, as the number before the noun that it begins with; both are
// in the order of the text.
func quantitiesIn(all []quantity.Mention, in text.Span) []quantity.Mention {
	from := sort.Search(len(all), func(i int) bool { return all[i].Span.End+1 >= in.Start })
	to := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= in.End })
	return all[from:max(from, min(to, from+maxPairs))]
}

// sentenceQuantities returns which mentions start in a sentence.
func sentenceQuantities(all []quantity.Mention, sen text.Range) (from, to int) {
	from = sort.Search(len(all), func(i int) bool { return all[i].First >= sen.First })
	to = sort.Search(len(all), func(i int) bool { return all[i].First >= sen.Last })
	return from, to
}

func timesIn(all []timex.Mention, in text.Span) []timex.Mention {
	from := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= in.Start })
	to := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= in.End })
	return all[from:max(from, min(to, from+maxPairs))]
}
