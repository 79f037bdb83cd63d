package compare

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonTwoSpeakers is the code of one remark that sources give to two persons. Arguments: the two names.
const ReasonTwoSpeakers = "two-speakers"

// What two quotations must have in common to be one remark whoever is said to have made it. Short words may
// well be said twice, so that these are more than what quotations of one speaker need.
const (
	remarkWords   = 5 // words of the shorter
	remarkContent = 3 // content words that both have, unless they are word for word the same
	longRemark    = 8 // words from which on two content words are enough, and a pronoun for who said them
	longContent   = 2
	equalContent  = 1    // and one, where more than remarkWords are word for word the same: Somebody has to answer for this
	remarkShare   = 0.85 // share of the words of the shorter that the longer has in the same order
)

// speakers reports each remark that sources give to different persons.
func (s *sources) twoSpeakers(all []said) []Finding {
	named := all[:0:0]
	for _, a := range all {
		if len(a.u.Words) >= remarkWords && a.words >= contentNeeded(&a, &a) && s.personNamed(&a) {
			named = s.appendSentences(append(named, a), a)
		}
	}
	sets := newUnion(len(named))
	differ := make([]bool, len(named))
	postings := map[uint64][]int{}
	words := bags(named)
	shared := make([]int, len(named))
	var met []int
	for i := range named {
		met = met[:0]
		for _, w := range words[i] {
			if !w.content {
				continue
			}
			posts := postings[w.hash]
			for _, j := range posts {
				if shared[j]++; shared[j] == 1 {
					met = append(met, j)
				}
			}
			if len(posts) < maxPostings {
				postings[w.hash] = append(posts, i)
			}
		}
		for _, j := range met {
			n := shared[j]
			shared[j] = 0
			one := named[i].who == named[j].who
			if n < contentNeeded(&named[i], &named[j]) || sets.find(i) == sets.find(j) && (one || differ[i] && differ[j]) {
				continue // nothing would change
			}
			if !words[i].mayHold(words[j], len(named[i].u.Words), len(named[j].u.Words)) || !oneRemark(named[i].u.Words, named[j].u.Words) {
				continue
			}
			sets.join(i, j)
			if !one {
				differ[i], differ[j] = true, true
			}
		}
	}
	groups := map[int][]int{}
	var order []int
	for i := range named {
		r := sets.find(i)
		if len(groups[r]) == 0 {
			order = append(order, r)
		}
		groups[r] = append(groups[r], i)
	}
	var out []Finding
	for _, r := range order {
		if !slices.ContainsFunc(groups[r], func(i int) bool { return differ[i] }) {
			continue
		}
		if f, ok := s.whoSaidIt(named, groups[r]); ok {
			out = append(out, f)
		}
	}
	return out
}

// maxOfRemark bounds the sentences of one quotation that are looked at by themselves.
const maxOfRemark = 8

// appendSentences appends the sentences of a quotation of several, which another report may have in another order, or only one of them.
func (s *sources) appendSentences(dst []said, a said) []said {
	words, sens, toks := a.u.Words, s.docs[a.doc].Text.Sentences, s.docs[a.doc].Text.Tokens
	at := sort.Search(len(sens), func(i int) bool { return sens[i].Len() > 0 && int(toks[sens[i].Last-1].End) > words[0].Span.Start })
	for first, n := 0, 0; first < len(words) && at < len(sens) && n < maxOfRemark; at++ {
		if sens[at].Len() == 0 {
			continue
		}
		end, last := int(toks[sens[at].Last-1].End), first
		for last < len(words) && words[last].Span.Start < end {
			last++
		}
		if last == len(words) && first == 0 {
			return dst // the only one
		}
		if p := piece(a, first, last); last-first >= remarkWords && p.words >= contentNeeded(&p, &p) {
			dst = append(dst, p)
			n++
		}
		first = last
	}
	return dst
}

// piece returns words first to last of a quotation as one of its own.
func piece(a said, first, last int) said {
	if first == last {
		return said{u: &statement.Utterance{}}
	}
	u := *a.u
	u.Words = a.u.Words[first:last]
	u.Span = text.Span{Start: u.Words[0].Span.Start, End: u.Words[len(u.Words)-1].Span.End}
	p := said{doc: a.doc, u: &u, who: a.who, whole: a.u}
	for i := range u.Words {
		if u.Words[i].Content {
			p.words++
		}
	}
	return p
}

// contentNeeded is how many content words two quotations must have in common to be one remark.
func contentNeeded(a, b *said) int {
	switch n := min(len(a.u.Words), len(b.u.Words)); {
	case n > remarkWords && len(a.u.Words) == len(b.u.Words) && slices.EqualFunc(a.u.Words, b.u.Words, sameWord):
		return equalContent
	case n >= longRemark || len(a.u.Words) == len(b.u.Words) && slices.EqualFunc(a.u.Words, b.u.Words, sameWord):
		return longContent
	}
	return remarkContent
}

// personNamed reports whether a quotation is given to one person, by name, or a long one by a pronoun whose sentence or the one before has the
// name: what "the company" says is no ground for an alarm.
func (s *sources) personNamed(a *said) bool {
	doc := s.docs[a.doc]
	sp := &doc.Attributions[a.u.Voice].Speaker
	if sp.Entity < 0 || int(sp.Entity) >= len(doc.Entities) || doc.Entities[sp.Entity].Kind != name.Person || sp.Unnamed || strings.ContainsRune(a.who, '+') {
		return false
	}
	if s.namedIn(a.doc, sp.Range, sp.Entity) {
		return true
	}
	if sp.Range.Len() > 0 && s.spokeBefore(a.doc, int(a.u.Voice)) {
		return true
	}
	if len(a.u.Words) < longRemark || sp.Range.Len() == 0 {
		return false
	}
	k := min(statement.SentenceAt(doc.Text, sp.Range.First), len(doc.Text.Sentences)-1)
	r := text.Range{First: doc.Text.Sentences[max(0, k-1)].First, Last: sp.Range.First}
	return s.namedIn(a.doc, r, sp.Entity) && !s.otherPersonIn(a.doc, r, sp.Entity)
}

// spokeBefore reports whether the speaker of a voice spoke in the sentence before as well, and is named there as the one who did.
func (s *sources) spokeBefore(d, voice int) bool {
	all := s.docs[d].Attributions
	v := &all[voice]
	for i := voice - 1; i >= 0 && all[i].Sentence >= v.Sentence-1; i-- {
		if p := &all[i].Speaker; all[i].Sentence == v.Sentence-1 && p.Entity == v.Speaker.Entity && s.namedIn(d, p.Range, p.Entity) {
			return true
		}
	}
	return false
}

// namesIn returns the names that begin in a range of a document.
func (s *sources) namesIn(d int, r text.Range) []name.Mention {
	all := s.docs[d].Names
	at := func(i int32) int {
		n, _ := slices.BinarySearchFunc(all, i, func(m name.Mention, first int32) int { return int(m.First) - int(first) })
		return n
	}
	return all[at(r.First):max(at(r.First), at(r.Last))]
}

// namedIn reports whether a range has the name of an entity.
func (s *sources) namedIn(d int, r text.Range, entity int32) bool {
	return slices.ContainsFunc(s.namesIn(d, r), func(m name.Mention) bool { return m.Value.Via == name.ByName && m.Value.Entity == entity })
}

// otherPersonIn reports whether a range has the name of another person, whom a pronoun may stand for.
func (s *sources) otherPersonIn(d int, r text.Range, entity int32) bool {
	return slices.ContainsFunc(s.namesIn(d, r), func(m name.Mention) bool {
		return m.Value.Via == name.ByName && m.Value.Entity >= 0 && m.Value.Entity != entity && s.docs[d].Entities[m.Value.Entity].Kind == name.Person
	})
}

// A bag is the different words of a quotation by their hashes, and how often each stands in it.
type bag []counted

type counted struct {
	hash    uint64
	n       int
	content bool
}

func bags(all []said) []bag {
	out := make([]bag, len(all))
	for i := range all {
		words := all[i].u.Words
		b := make(bag, len(words))
		for j := range words {
			b[j] = counted{words[j].Hash, 1, words[j].Content}
		}
		slices.SortFunc(b, func(x, y counted) int { return cmp.Compare(x.hash, y.hash) })
		kept := b[:0]
		for _, w := range b {
			if n := len(kept); n > 0 && kept[n-1].hash == w.hash {
				kept[n-1].n++
				kept[n-1].content = kept[n-1].content || w.content
				continue
			}
			kept = append(kept, w)
		}
		out[i] = kept
	}
	return out
}

// mayHold is false only where two quotations, of x and y words, have too few in common in whatever order to be one remark.
func (b bag) mayHold(o bag, x, y int) bool {
	n := 0
	for i, j := 0, 0; i < len(b) && j < len(o); {
		switch {
		case b[i].hash < o[j].hash:
			i++
		case b[i].hash > o[j].hash:
			j++
		default:
			n += min(b[i].n, o[j].n)
			i++
			j++
		}
	}
	return enough(n, x, y)
}

// enough reports whether n words in common make one remark of two quotations of x and y words.
func enough(n, x, y int) bool {
	short := min(x, y)
	return short >= remarkWords && float64(n) >= remarkShare*float64(short)
}

// oneRemark reports whether the longer of two wordings has nearly all words of the shorter, in their order.
func oneRemark(a, b []statement.Word) bool {
	if slices.EqualFunc(a, b, sameWord) {
		return len(a) >= remarkWords
	}
	n := 0
	for _, e := range diffWords(a, b) {
		if e.Op == Same {
			n += e.A2 - e.A1
		}
	}
	return enough(n, len(a), len(b))
}

func sameWord(a, b statement.Word) bool { return a.Hash == b.Hash }

// whoSaidIt makes the finding of one remark with several speakers. A source that gives it to more than one of
// them says that both said it, which then is nobody's mistake.
func (s *sources) whoSaidIt(all []said, group []int) (Finding, bool) {
	by := map[int]string{}
	whole := map[*statement.Utterance]bool{}
	for _, i := range group {
		whole[all[i].u] = true
		if was, ok := by[all[i].doc]; ok && was != all[i].who {
			return Finding{}, false
		}
		by[all[i].doc] = all[i].who
	}
	f := Finding{Kind: "attribution", Rule: SpeakerConflict, Verdict: VerdictConflict, Severity: Serious, Origins: 1}
	at := map[string]int{}
	shortest := ""
	for _, i := range group {
		a := &all[i]
		if a.whole != nil && whole[a.whole] {
			continue
		}
		doc := s.docs[a.doc]
		v := &doc.Attributions[a.u.Voice]
		k, ok := at[a.who]
		if !ok {
			k = len(f.Positions)
			at[a.who] = k
			f.Positions = append(f.Positions, Position{Value: v.Speaker.Name, Side: side(k)})
		}
		p := &f.Positions[k]
		for _, sp := range []text.Span{doc.Text.Span(v.Speaker.Range), a.u.Span} {
			e := s.evidence(a.doc, sp)
			e.Speaker, e.Reading, e.Value = v.Speaker.Name, "speaker", v.Speaker.Name
			p.Evidence = append(p.Evidence, e)
		}
		if !slices.Contains(p.Sources, doc.Source.ID) {
			p.Sources = append(p.Sources, doc.Source.ID)
		}
		if w := a.u.Span.Of(doc.Source.Text); shortest == "" || len(w) < len(shortest) {
			shortest = w
		}
	}
	if len(f.Positions) < 2 {
		return f, false
	}
	f.Topic = "“" + shorten(shortest, 60) + "”"
	f.Reason = Reason{Code: ReasonTwoSpeakers, Args: []string{f.Positions[0].Value, f.Positions[1].Value}}
	return f, true
}
