package compare

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// A said is one utterance of one document.
type said struct {
	doc   int
	u     *statement.Utterance
	who   string               // key of the speaker across documents
	words int                  // content words
	whole *statement.Utterance // what it is a sentence of, or nil
}

// quotes collates the quotations of each speaker: one finding for each remark that two sources carry, or
// that one source carries in two wordings.
func (s *sources) quotes(who func(doc, voice int) string) []Finding {
	all := s.said(who)
	var out []Finding
	for _, group := range remarks(all) {
		if f, ok := s.collate(group); ok {
			out = append(out, f)
			if m, ok := speakerMatch(&f); ok && f.Verdict != VerdictConflict {
				out = append(out, m)
			}
		}
	}
	out = append(out, s.phrases(who)...)
	out = append(out, s.twice(who)...)
	out = append(out, s.headlineQuotes(who)...)
	out = append(out, s.twoSpeakers(all)...)
	return append(out, s.unclosed()...)
}

func (s *sources) said(who func(doc, voice int) string) []said {
	var all []said
	for d, doc := range s.docs {
		for i := range doc.Utterances {
			u := &doc.Utterances[i]
			if !u.Direct {
				continue
			}
			n := 0
			for _, w := range u.Words {
				if w.Content {
					n++
				}
			}
			if key := who(d, int(u.Voice)); (n >= minQuoteWord || n > 0 && len(u.Words) >= minEqualWords) && key != "" {
				all = append(all, said{doc: d, u: u, who: key, words: n})
			}
		}
	}
	return all
}

// remarks groups utterances of one speaker that share enough content words. Equal wordings meet first
// by their hash, so that a remark in a thousand sources is compared once.
func remarks(all []said) [][]said {
	sets := newUnion(len(all))
	equal := map[string]map[uint64]int{}
	postings := map[uint64][]int{} // content word and speaker -> distinct wordings
	shared := make([]int, len(all))
	var met []int
	seen := map[uint64]bool{}
	for i := range all {
		a := &all[i]
		sum := wordSum(a.u.Words)
		if equal[a.who] == nil {
			equal[a.who] = map[uint64]int{}
		}
		if j, ok := equal[a.who][sum]; ok {
			sets.join(i, j)
			continue
		}
		equal[a.who][sum] = i
		met = met[:0]
		clear(seen)
		key := text.HashString(a.who)
		for _, w := range a.u.Words {
			if !w.Content || seen[w.Hash] {
				continue
			}
			seen[w.Hash] = true
			k := w.Hash ^ key
			for _, j := range postings[k] {
				if shared[j]++; shared[j] == 1 {
					met = append(met, j)
				}
			}
			if len(postings[k]) < maxPostings {
				postings[k] = append(postings[k], i)
			}
		}
		for _, j := range met {
			n := shared[j]
			shared[j] = 0
			if m := min(len(seen), distinct(all[j].u.Words)); n >= minQuoteWord && float64(n) >= sharedWords*float64(m) || float64(n) >= halfShared*float64(m) && inOneOrder(a.u.Words, all[j].u.Words) {
				sets.join(i, j)
			}
		}
	}
	groups := map[int][]said{}
	var order []int
	for i := range all {
		r := sets.find(i)
		if groups[r] == nil {
			order = append(order, r)
		}
		groups[r] = append(groups[r], all[i])
	}
	out := make([][]said, 0, len(order))
	for _, r := range order {
		out = append(out, groups[r])
	}
	return out
}

// All words of a remark count where few of them carry content: "We need certainty now", "We want certainty now". Of more than shortWords more must be in common.
const (
	halfShared    = 0.5
	shortestWords = 4
	shortWords    = 12
	longestWords  = 30
	longShared    = 0.7
)

// inOneOrder reports whether two wordings have most of their words in common, in one order.
func inOneOrder(a, b []statement.Word) bool {
	if min(len(a), len(b)) < shortestWords || max(len(a), len(b)) > longestWords {
		return false
	}
	var row [longestWords + 1]int // longest common subsequence
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			if a[i].Hash == b[j].Hash {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	least, n := sharedWords, max(len(a), len(b))
	if n > shortWords {
		least = longShared
	}
	return float64(row[len(b)]) >= least*float64(n)
}

// maxPostings bounds how many wordings are looked at for one content word of one speaker.
const maxPostings = 64

func distinct(words []statement.Word) int {
	n := 0
	for i := range words {
		if !words[i].Content {
			continue
		}
		again := false
		for j := range i {
			if words[j].Hash == words[i].Hash {
				again = true
				break
			}
		}
		if !again {
			n++
		}
	}
	return n
}

func wordSum(words []statement.Word) uint64 {
	h := text.HashInit
	for i := range words {
		h = text.HashAdd(h, words[i].Hash)
	}
	return h
}

// speakerMatch says that the sources of a quotation agree on whose words they are.
func speakerMatch(f *Finding) (Finding, bool) {
	p := Position{Side: "a", Value: f.Positions[0].Evidence[0].Speaker}
	docs := map[string]bool{}
	for _, q := range f.Positions {
		for _, e := range q.Evidence {
			if !docs[e.Source] {
				docs[e.Source] = true
				p.Sources = append(p.Sources, e.Source)
			}
			p.Evidence = append(p.Evidence, e)
		}
	}
	if len(docs) < 2 || p.Value == "" {
		return Finding{}, false
	}
	return Finding{Kind: "attribution", Rule: SpeakerMatch, Verdict: VerdictAgree, Severity: Info, Origins: 1, Topic: f.Topic,
		Reason: Reason{Code: "same-speaker", Args: []string{p.Value}}, Positions: []Position{p}}, true
}

// A version is the wording of a remark in one source: its pieces, in the order of the text.
type version struct {
	doc   int
	parts []said
	words []statement.Word
}

// collate makes the finding of one remark: the base is the longest wording, of equal ones that of the
// source that comes first by its ID.
func (s *sources) collate(group []said) (Finding, bool) {
	vs := s.versions(group)
	if len(vs) < 2 {
		return Finding{}, false
	}
	c := collation{s: s, base: vs[0], known: map[uint64][]known{}}
	c.trim(vs)
	vs[0] = c.base
	f := Finding{Kind: "quote", Rule: QuoteMatch, Verdict: VerdictAgree, Severity: Info, Origins: 1}
	worst, respelled, places := Agree, false, map[string]int{}
	for _, v := range vs {
		k := c.against(&v)
		rel := k.relation
		if rel == Conflict && containsOpen(v) {
			rel = Compatible
		}
		worst = min(worst, rel)
		respelled = respelled || k.respelled
		value := joined(v, s.docs[v.doc].Source.Text)
		key := strings.ToLower(value)
		at, ok := places[key]
		if !ok {
			at = len(f.Positions)
			places[key] = at
			f.Positions = append(f.Positions, Position{Value: value, Side: side(at), Wording: k.wording})
		}
		p := &f.Positions[at]
		p.Sources = append(p.Sources, s.docs[v.doc].Source.ID)
		for _, part := range v.parts {
			e := s.evidence(v.doc, part.u.Span)
			e.Speaker = s.docs[v.doc].Attributions[part.u.Voice].Speaker.Name
			e.Reading = "quotation"
			p.Evidence = append(p.Evidence, e)
		}
	}
	speaker := f.Positions[0].Evidence[0].Speaker
	code := "quote-same"
	switch worst {
	case Conflict:
		f.Rule, f.Verdict, f.Severity, code = QuoteDrift, VerdictConflict, Review, "quote-drift"
	case Compatible:
		f.Rule, f.Verdict, code = QuoteCut, VerdictCompatible, "quote-cut"
		f.Flags = append(f.Flags, "truncated")
	default:
		if respelled {
			f.Flags = append(f.Flags, "spelling-only")
		}
	}
	f.Topic = quoteTopic(speaker, f.Positions[0].Value)
	f.Reason = Reason{Code: code, Args: []string{speaker, strconv.Itoa(len(f.Positions)), strconv.Itoa(len(vs))}}
	return f, true
}

// aroundWords is how many words of a long wording are kept on each side of what the others have of it.
const aroundWords = 4

// sentenceReach is how many words to either side are kept instead where the sentence, or the piece of the quotation,
// begins or ends within them.
const sentenceReach = 14

// A collation holds the wordings of a remark against a base. A wording that many sources have is held against it once.
type collation struct {
	s     *sources
	base  version
	known map[uint64][]known // by the hash of the words
}

// known is a wording that was held against the base.
type known struct {
	words     []statement.Word
	body      string // what stands from its first word to its last
	edits     []Edit // of words alone
	done      bool   // the rest is known, too
	relation  Relation
	wording   []Wording
	respelled bool
}

// edits returns what is known of a wording: its edits, at least.
func (c *collation) edits(v *version) *known {
	sum := wordSum(v.words)
	body := spanOf(v.words, c.s.docs[v.doc].Source.Text)
	of := c.known[sum]
	for i := range of {
		if of[i].body == body && slices.EqualFunc(of[i].words, v.words, sameWord) {
			return &of[i]
		}
	}
	c.known[sum] = append(of, known{words: v.words, body: body, edits: diffWords(c.base.words, v.words)})
	return &c.known[sum][len(of)]
}

// trim cuts the longest wording to what the others have of it, where they have much less.
func (c *collation) trim(vs []version) {
	first, last := len(c.base.words), 0
	for i := range vs[1:] {
		for _, e := range c.edits(&vs[i+1]).edits {
			if e.Op == Same {
				first, last = min(first, e.A1), max(last, e.A2)
			}
		}
	}
	if first < last && last-first <= len(c.base.words)/2 {
		c.base = c.base.cut(c.s.around(c.base, first, last))
		clear(c.known)
	}
}

// against judges a wording.
func (c *collation) against(v *version) *known {
	k := c.edits(v)
	if k.done {
		return k
	}
	k.done = true
	aText, bText := c.s.docs[c.base.doc].Source.Text, c.s.docs[v.doc].Source.Text
	sp := speller{c.s.docs[c.base.doc].Text.Lex, c.base.words, v.words, aText, bText}
	edits := sp.respell(k.edits)
	k.relation = wordingRelation(edits)
	k.wording = wordings(edits, c.base.words, v.words, aText, bText)
	k.respelled = slices.ContainsFunc(k.wording, func(w Wording) bool { return w.Op == Respelled })
	return k
}

// around widens words first to last of a version: to where their sentence or piece begins and ends, if that is near.
func (s *sources) around(v version, first, last int) (int, int) {
	starts := make([]bool, len(v.words)+1)
	starts[0], starts[len(v.words)] = true, true
	at, sens := 0, s.docs[v.doc].Text.Sentences
	for _, p := range v.parts {
		starts[at] = true
		at += len(p.u.Words)
	}
	sentence := func(w *statement.Word) int {
		toks := s.docs[v.doc].Text.Tokens
		return sort.Search(len(sens), func(i int) bool { return sens[i].Len() > 0 && int(toks[sens[i].Last-1].End) > w.Span.Start })
	}
	for i := 1; i < len(v.words); i++ {
		starts[i] = starts[i] || sentence(&v.words[i]) != sentence(&v.words[i-1])
	}
	from, to := max(0, first-aroundWords), min(len(v.words), last+aroundWords)
	for i := first; i >= max(0, first-sentenceReach); i-- {
		if starts[i] {
			from = i
			break
		}
	}
	for i := last; i <= min(len(v.words), last+sentenceReach); i++ {
		if starts[i] {
			to = i
			break
		}
	}
	return from, to
}

// cut keeps words first to last of a version, and those of its pieces that they stand in.
func (v version) cut(first, last int) version {
	out := version{doc: v.doc, words: v.words[first:last]}
	at := 0
	for _, p := range v.parts {
		n := len(p.u.Words)
		a, b := max(first, at), min(last, at+n)
		if a < b {
			u := *p.u
			u.Words = u.Words[a-at : b-at]
			u.Span = text.Span{Start: u.Words[0].Span.Start, End: u.Words[len(u.Words)-1].Span.End}
			p.u = &u
			out.parts = append(out.parts, p)
		}
		at += n
	}
	return out
}

func containsOpen(v version) bool {
	for _, p := range v.parts {
		if p.u.Open {
			return true
		}
	}
	return false
}

// versions joins the pieces of each source and puts the longest wording first.
func (s *sources) versions(group []said) []version {
	byDoc := map[int]*version{}
	var vs []*version
	for _, g := range group {
		v := byDoc[g.doc]
		if v == nil {
			v = &version{doc: g.doc}
			byDoc[g.doc] = v
			vs = append(vs, v)
		}
		v.parts = append(v.parts, g)
	}
	out := make([]version, 0, len(vs))
	for _, v := range vs {
		v.parts = apartFrom(v.parts)
		for _, p := range v.parts {
			v.words = append(v.words, p.u.Words...)
		}
		out = append(out, *v)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if len(out[i].words) != len(out[j].words) {
			return len(out[i].words) > len(out[j].words)
		}
		return s.docs[out[i].doc].Source.ID < s.docs[out[j].doc].Source.ID
	})
	return out
}

// apartFrom puts pieces in the order of the text, and leaves out those that stand in another: words that two verbs give to one
// speaker are said once.
func apartFrom(parts []said) []said {
	slices.SortStableFunc(parts, func(a, b said) int { return cmp.Or(a.u.Span.Start-b.u.Span.Start, b.u.Span.End-a.u.Span.End) })
	kept := parts[:0]
	for _, p := range parts {
		if n := len(kept); n == 0 || p.u.Span.Start >= kept[n-1].u.Span.End {
			kept = append(kept, p)
		}
	}
	return kept
}

// joined writes the pieces of a version with … between them.
func joined(v version, body string) string {
	var b strings.Builder
	for i, p := range v.parts {
		if i > 0 {
			b.WriteString(ellipsis)
		}
		b.WriteString(p.u.Span.Of(body))
	}
	return b.String()
}

// shorten cuts s at a space before n bytes.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := strings.LastIndexByte(s[:n], ' ')
	if i <= 0 {
		i = n
		for i > 0 && s[i]&0xC0 == 0x80 {
			i--
		}
	}
	return s[:i] + " …"
}

// quoteTopic is the topic of what somebody is quoted with.
func quoteTopic(speaker, words string) string { return speaker + ": “" + shorten(words, 60) + "”" }

func side(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return strconv.Itoa(i + 1)
}

// unclosed reports each quotation that is opened and never closed, since its end is a guess.
func (s *sources) unclosed() []Finding {
	var out []Finding
	for d, doc := range s.docs {
		for i := range doc.Utterances {
			u := &doc.Utterances[i]
			if !u.Open || len(u.Words) < 3 {
				continue
			}
			e := s.evidence(d, u.Span)
			e.Speaker = doc.Attributions[u.Voice].Speaker.Name
			e.Reading = "quotation"
			out = append(out, Finding{Kind: "quote", Rule: UnclosedQuote, Verdict: VerdictCompatible, Severity: Minor, Origins: 1,
				Topic: quoteTopic(e.Speaker, e.Text), Reason: Reason{Code: "quote-unclosed", Args: []string{e.Speaker}},
				Positions: []Position{{Value: shorten(e.Text, 60), Side: "a", Sources: []string{e.Source}, Evidence: []Evidence{e}}}})
		}
	}
	return out
}
