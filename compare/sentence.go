package compare

import (
	"cmp"
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/text"
)

// Of several values of a report, that one is most likely told of the same thing whose sentence says most alike. How much two sentences say alike is the weight of the
// words that they have in common: what few claims have weighs most, and what stands close to both values twice as much as what does not.

// A sentenceWord is a word of content of a sentence, with what it is worth.
type sentenceWord struct {
	word
	weight float64
}

// A surrounding is the words of the sentence of a value.
type surrounding struct {
	words  []sentenceWord
	before int // how many of them stand before the value
}

const (
	akinWeight = .6 // what a word is worth that can say the same, beside one that is the same
	mostWords  = 80 // words of a sentence that are looked at
	nearWords  = 3  // how many words from a value others are near it
)

// likeFrom is the weight from which two sentences say something alike.
const likeFrom = 4

// A sentenceID is a sentence of a report.
type sentenceID struct {
	doc      int
	sentence int32
}

// sentenceWords returns the words of content of a sentence, those of times and numbers aside.
func (s *sources) sentenceWords(k sentenceID) []sentenceWord {
	if ws, ok := s.ofSentences[k]; ok {
		return ws
	}
	all, order := s.propositions(), s.bySentence()
	at := sort.Search(len(order), func(i int) bool { return !sentenceOfClaim(&all[order[i]]).before(k) })
	end, n := at, 0
	for end < len(order) && sentenceOfClaim(&all[order[end]]) == k {
		n += len(all[order[end]].keys)
		end++
	}
	ws := s.memory.sentenceWords.Make(n)
	g := s.docs[k.doc].Text
	sen := g.Span(g.Sentences[k.sentence].Range)
	for _, i := range order[at:end] {
		for j := range all[i].keys {
			x := &all[i].keys[j]
			if !x.key.Closed && !x.key.Negation && !x.key.Number && sen.Contains(x.key.Span) && !s.inTime(k.doc, x.key.Span) {
				ws = append(ws, sentenceWord{s.wordOf(x.key), x.weight})
			}
		}
	}
	slices.SortStableFunc(ws, func(a, b sentenceWord) int { return a.Span.Start - b.Span.Start })
	ws = s.memory.sentenceWords.Trim(s.eachOnce(ws))
	if s.ofSentences == nil {
		s.ofSentences = map[sentenceID][]sentenceWord{}
	}
	s.ofSentences[k] = ws
	return ws
}

// eachOnce leaves out the words that stand before.
func (s *sources) eachOnce(ws []sentenceWord) []sentenceWord {
	if s.memory.seen == nil {
		s.memory.seen = map[uint64]bool{}
	}
	clear(s.memory.seen)
	out := ws[:0]
	for i := range ws {
		if id := ws[i].id; !s.memory.seen[id] {
			s.memory.seen[id] = true
			out = append(out, ws[i])
		}
	}
	return out
}

func sentenceOfClaim(p *proposition) sentenceID { return sentenceID{p.doc, p.claim.Sentence} }

func (k sentenceID) before(o sentenceID) bool {
	return k.doc < o.doc || k.doc == o.doc && k.sentence < o.sentence
}

// bySentence returns the claims in the order of their sentences.
func (s *sources) bySentence() []int32 {
	all := s.propositions()
	if s.claimOrder == nil {
		order := slices.Grow(s.memory.claimOrder[:0], len(all))
		for i := range all {
			order = append(order, int32(i))
		}
		slices.SortStableFunc(order, func(a, b int32) int {
			x, y := &all[a], &all[b]
			return cmp.Or(cmp.Compare(x.doc, y.doc), cmp.Compare(x.claim.Sentence, y.claim.Sentence))
		})
		s.claimOrder, s.memory.claimOrder = order, order
	}
	return s.claimOrder
}

// surroundings returns the words around a value: of a sentence that has more of them than mostWords, those that stand nearest to it.
func (s *sources) surroundings(doc int, sentence int32, at text.Span) *surrounding {
	ws := s.sentenceWords(sentenceID{doc, sentence})
	before := sort.Search(len(ws), func(i int) bool { return ws[i].Span.Start >= at.Start })
	first := max(0, min(before-mostWords/2, len(ws)-mostWords))
	return &surrounding{words: ws[first:min(first+mostWords, len(ws))], before: before - first}
}

// from returns how many words lie between a word and the value.
func (x *surrounding) from(i int) int {
	if i < x.before {
		return x.before - 1 - i
	}
	return i - x.before
}

// near reports whether a word stands close to the value.
func (x *surrounding) near(i int) bool { return x.from(i) <= nearWords }

// index returns which of the words has an id, or -1.
func (x *surrounding) index(id uint64) int {
	for i := range x.words {
		if x.words[i].id == id {
			return i
		}
	}
	return -1
}

// saidAround is how much the surroundings of two values say alike.
func (s *sources) saidAround(a, b *surrounding) (sum float64) {
	k := [2]*surrounding{a, b}
	if n, ok := s.likes[k]; ok {
		return n
	}
	for i := range a.words {
		sum += a.in(i, b) / 2
	}
	for i := range b.words {
		sum += b.in(i, a) / 2
	}
	if s.likes == nil {
		s.likes = map[[2]*surrounding]float64{}
	}
	s.likes[k], s.likes[[2]*surrounding{b, a}] = sum, sum
	return sum
}

// in is what it is worth that a word of one surrounding is in another.
func (x *surrounding) in(i int, y *surrounding) (most float64) {
	w := &x.words[i]
	for j := range y.words {
		o := &y.words[j]
		worth := min(w.weight, o.weight)
		switch {
		case w.id == o.id:
		case !w.Name && !o.Name && w.alike(&o.word):
			worth *= akinWeight
		default:
			continue
		}
		if !x.near(i) || !y.near(j) {
			worth /= 2
		}
		most = max(most, worth)
	}
	return most
}

// A rivalry of two values is how much their surroundings say alike, and how much those of others of their reports do.
type rivalry struct{ own, next float64 }

// like reports whether they say something alike; best and byFar that no other does so more, or nearly as much, and worse that another does much more.
func (n rivalry) like() bool  { return n.own >= likeFrom }
func (n rivalry) best() bool  { return n.own > 0 && n.own >= n.next }
func (n rivalry) byFar() bool { return n.own > 0 && n.own >= 1.5*n.next }
func (n rivalry) worse() bool { return n.own < .6*n.next }

// sharesName reports whether a name is in both.
func (x *surrounding) sharesName(y *surrounding) bool {
	for i := range x.words {
		for j := range y.words {
			if x.words[i].Name && y.words[j].Name && x.words[i].id == y.words[j].id {
				return true
			}
		}
	}
	return false
}
