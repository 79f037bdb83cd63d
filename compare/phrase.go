package compare

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A quotation of a few words within the outlet's own sentence has too few words to be found again by them: the plant would close
// "within weeks" here, “It will close in the coming weeks” there. It is found again by the words around it, which the other
// source has of the same speaker.

// What a phrase and the words around it must have for that.
const (
	longestPhrase = 6   // words of the phrase
	aroundContent = 4   // content words around it that both have
	aroundShare   = 0.7 // and their share of those around the phrase
	aroundReach   = 2   // words of the phrase's own sentence from it to the next that both have
)

// maxPhrases bounds how many phrases of one statement are looked for elsewhere, and maxAlike in how many sources, which keeps all work linear
// in the number of statements.
const (
	maxPhrases = 8
	maxAlike   = 16
)

// A retelling is what a source has of one speaker in one statement, and which of its words are his own.
type retelling struct {
	doc   int
	who   string
	voice int32
	words []statement.Word
	own   []text.Span
	all   bool // every word is his own
}

// retellings returns the statements with words of the speaker's own.
func (s *sources) retellings(who func(doc, voice int) string) []retelling {
	var out []retelling
	for d, doc := range s.docs {
		us := doc.Utterances
		for i := 0; i < len(us); {
			r := retelling{doc: d, voice: us[i].Voice}
			n := i
			for ; n < len(us) && us[n].Voice == r.voice; n++ {
				if us[n].Direct {
					r.own = append(r.own, us[n].Span)
				}
				r.words, r.all = us[n].Words, us[n].Direct // the last one is the whole
			}
			i = n
			if r.who = who(d, int(r.voice)); len(r.own) > 0 && r.who != "" {
				out = append(out, r)
			}
		}
	}
	return out
}

// isOwn reports whether words i to j are the speaker's.
func (r *retelling) isOwn(i, j int) bool {
	sp := text.Span{Start: r.words[i].Span.Start, End: r.words[j-1].Span.End}
	for _, o := range r.own {
		if o.Start <= sp.Start && sp.End <= o.End {
			return true
		}
	}
	return false
}

// phrase returns the words of r that stand in its n-th quotation, if they are few and the outlet's own stand around them.
func (r *retelling) phrase(n int) (i, j int, ok bool) {
	sp := r.own[n]
	i = sort.Search(len(r.words), func(k int) bool { return r.words[k].Span.Start >= sp.Start })
	j = sort.Search(len(r.words), func(k int) bool { return r.words[k].Span.Start >= sp.End })
	return i, j, !r.all && i < j && j-i <= longestPhrase && contentIn(r.words[i:j]) > 0
}

func contentIn(words []statement.Word) int {
	n := 0
	for i := range words {
		if words[i].Content {
			n++
		}
	}
	return n
}

// A requote is a phrase in the words of one source: words from to to of a retelling.
type requote struct{ of, from, to int }

// A requoteKey is what copies of a phrase have in common.
type requoteKey struct {
	who  string
	sum  uint64 // of the statement
	from int
}

// phrases reports the phrases that one source quotes within a sentence of its own and another in other words.
func (s *sources) phrases(who func(doc, voice int) string) []Finding {
	all := s.retellings(who)
	postings := map[uint64][]int{}
	for i := range all {
		key := text.HashString(all[i].who)
		seen := map[uint64]bool{}
		for _, w := range all[i].words {
			if k := w.Hash ^ key; w.Content && !seen[k] && len(postings[k]) < maxPostings {
				seen[k] = true
				postings[k] = append(postings[k], i)
			}
		}
	}
	var out []Finding
	done := map[requote]bool{}
	tried := map[requoteKey]bool{}
	for i := range all {
		sum := wordSum(all[i].words)
		for n := range all[i].own[:min(len(all[i].own), maxPhrases)] {
			from, to, ok := all[i].phrase(n)
			k := requoteKey{all[i].who, sum, from}
			if !ok || done[requote{i, from, to}] || tried[k] {
				continue // a copy of it was looked for
			}
			tried[k] = true
			group := []requote{{i, from, to}}
			for _, o := range s.alikeAround(all, postings, i, from, to) {
				if q, ok := s.requoted(all, i, from, to, o); ok && !done[q] {
					group = append(group, q)
				}
			}
			if f, ok := s.phraseFinding(all, group); ok {
				for _, q := range group {
					done[q] = true
				}
				out = append(out, f)
			}
		}
	}
	return out
}

// alikeAround returns the retellings of other sources that have most of the content words around a phrase, one of each source.
func (s *sources) alikeAround(all []retelling, postings map[uint64][]int, i, from, to int) []int {
	a := &all[i]
	key := text.HashString(a.who)
	shared, seen := map[int]int{}, map[uint64]bool{}
	for k, w := range a.words {
		if w.Content && (k < from || k >= to) && !seen[w.Hash] {
			seen[w.Hash] = true
			for _, o := range postings[w.Hash^key] {
				shared[o]++
			}
		}
	}
	best := map[int]int{} // of each document
	for o, n := range shared {
		if all[o].doc == a.doc || n < aroundContent || float64(n) < aroundShare*float64(len(seen)) {
			continue
		}
		if was, ok := best[all[o].doc]; !ok || n > shared[was] || n == shared[was] && o < was {
			best[all[o].doc] = o
		}
	}
	out := make([]int, 0, len(best))
	for _, o := range best {
		out = append(out, o)
	}
	sort.Ints(out)
	return out[:min(len(out), maxAlike)]
}

// requoted returns what stands in retelling o where a has words from to to, if it is the speaker's own, has a content word in common
// with them, and is worded otherwise.
func (s *sources) requoted(all []retelling, i, from, to, o int) (requote, bool) {
	a, b := &all[i], &all[o]
	at := make([]int, len(a.words)) // where b has the word, or -1
	for k := range at {
		at[k] = -1
	}
	for _, e := range diffWords(a.words, b.words) {
		for k := e.A1; e.Op == Same && k < e.A2; k++ {
			at[k] = e.B1 + k - e.A1
		}
	}
	left, right := from-1, to
	for left >= 0 && at[left] < 0 {
		left--
	}
	for right < len(at) && at[right] < 0 {
		right++
	}
	if left < 0 || from-1-left >= aroundReach || right < len(at) && right-to >= aroundReach {
		return requote{}, false
	}
	q := requote{of: o, from: at[left] + 1, to: len(b.words)}
	if right < len(at) {
		q.to = at[right]
	} else if last := at[to-1]; last >= 0 {
		q.to = last + 1 // the phrase ends the sentence here, and something more is said there
	}
	if q.from >= q.to || q.to-q.from > 2*(to-from)+3 || !b.isOwn(q.from, q.to) {
		return requote{}, false
	}
	if foundByItself(a.words[from:to], b.words) {
		return requote{}, false
	}
	return q, s.otherWording(a, b, a.words[from:to], b.words[q.from:q.to])
}

// foundByItself reports whether a phrase has words enough in common with a statement to be found again without those around it.
func foundByItself(x, in []statement.Word) bool {
	n := 0
	for i := range x {
		if x[i].Content && slices.ContainsFunc(in, func(w statement.Word) bool { return w.Hash == x[i].Hash }) {
			n++
		}
	}
	return n >= minQuoteWord && float64(n) >= sharedWords*float64(contentIn(x))
}

// otherWording reports whether two phrases are one in other words: a content word stands in both, and neither is a cut of the other.
func (s *sources) otherWording(a, b *retelling, x, y []statement.Word) bool {
	n := 0
	for i := range x {
		for j := range y {
			if x[i].Content && x[i].Hash == y[j].Hash {
				n++
				break
			}
		}
	}
	if n == 0 {
		return false
	}
	aText, bText := s.docs[a.doc].Source.Text, s.docs[b.doc].Source.Text
	sp := speller{s.docs[a.doc].Text.Lex, x, y, aText, bText}
	edits := sp.respell(diffWords(x, y))
	for _, e := range edits {
		if e.Op == Gone && hasDigit(spanOf(x[e.A1:e.A2], aText)) || e.Op == Added && hasDigit(spanOf(y[e.B1:e.B2], bText)) {
			return false // it is a matter of the numbers
		}
	}
	return wordingRelation(edits) == Conflict
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// phraseFinding makes the finding of a phrase in the words of several sources: the longest wording is the base.
func (s *sources) phraseFinding(all []retelling, group []requote) (Finding, bool) {
	if len(group) < 2 {
		return Finding{}, false
	}
	sort.SliceStable(group, func(i, j int) bool {
		if d := group[i].to - group[i].from - group[j].to + group[j].from; d != 0 {
			return d > 0
		}
		return s.docs[all[group[i].of].doc].Source.ID < s.docs[all[group[j].of].doc].Source.ID
	})
	f := Finding{Kind: "quote", Rule: QuoteDrift, Verdict: VerdictConflict, Severity: Review, Origins: 1}
	base := &all[group[0].of]
	words := base.words[group[0].from:group[0].to]
	baseText := s.docs[base.doc].Source.Text
	at := map[string]int{}
	for _, q := range group {
		r := &all[q.of]
		own, body := r.words[q.from:q.to], s.docs[r.doc].Source.Text
		e := s.evidence(r.doc, text.Span{Start: own[0].Span.Start, End: own[len(own)-1].Span.End})
		e.Speaker, e.Reading = s.docs[r.doc].Attributions[r.voice].Speaker.Name, "quotation"
		key := strings.ToLower(e.Text)
		n, ok := at[key]
		if !ok {
			n = len(f.Positions)
			at[key] = n
			sp := speller{s.docs[base.doc].Text.Lex, words, own, baseText, body}
			f.Positions = append(f.Positions, Position{Value: e.Text, Side: side(n), Wording: wordings(sp.respell(diffWords(words, own)), words, own, baseText, body)})
		}
		p := &f.Positions[n]
		p.Sources, p.Evidence = append(p.Sources, e.Source), append(p.Evidence, e)
	}
	speaker := f.Positions[0].Evidence[0].Speaker
	f.Topic = quoteTopic(speaker, f.Positions[0].Value)
	f.Reason = Reason{Code: "quote-drift", Args: []string{speaker, strconv.Itoa(len(f.Positions)), strconv.Itoa(len(group))}}
	return f, true
}
