package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// An issue is what a report can tell in one way only of what happened: the cause of a fire, the weapon, whether a vote was unanimous. A
// table knows the words for each value; two reports of one event that have one value each, and not the same, stand against each other.

const (
	issueReach  = 110 // bytes between a value and the cue of its issue,
	issueBeside = 14  // where they stand side by side
	issueClose  = 12  // where what a sentence says besides does not matter: fled in a van
	maxValues   = 8   // of an issue in a document
)

// An issueValue is a value that a document tells of an issue.
type issueValue struct {
	doc      int
	sentence int32
	issue    string // with what its cue says that it is the value of
	value    string
	alone    bool
	beside   bool
	span     text.Span // of its words
	cue      text.Span // and of those that call for it, or none
	holder   string
}

// issues reports what several sources tell differently of one issue.
func (s *sources) issues(all []proposition, known []Finding) []Finding {
	by, order := s.issueValues()
	var claims map[[2]int32][]int
	var out []Finding
	for _, id := range order {
		if !differ(by[id]) {
			continue
		}
		if claims == nil {
			claims = claimsBySentence(all)
		}
		if f, ok := s.issue(all, claims, by[id]); ok && !toldAlready(known, &f) {
			out = append(out, f)
		}
	}
	return out
}

// issueValues returns the values that the documents tell, by issue, and the issues in the order in which they are met.
func (s *sources) issueValues() (by map[string][]issueValue, order []string) {
	by = map[string][]issueValue{}
	var words []statement.IssueWord
	for d, doc := range s.docs {
		for n := range doc.Text.Sentences {
			sen := &doc.Text.Sentences[n]
			if doc.Text.Paragraphs[sen.Paragraph].Kind == text.Furniture {
				continue
			}
			words = statement.IssueWords(words[:0], doc.Text, sen.Range)
			if len(words) > 0 && s.history(d, n) {
				continue
			}
			for i := range words {
				v, ok := settled(words, i)
				if of := by[v.issue]; !ok || len(of) >= maxValues && of[len(of)-maxValues].doc == d || statement.Unsure(doc.Text, sen.Range, words[i].First) {
					continue
				}
				v.doc, v.sentence = d, int32(n)
				if by[v.issue] == nil {
					order = append(order, v.issue)
				}
				by[v.issue] = append(by[v.issue], v)
			}
		}
	}
	return by, order
}

// differ reports whether two documents have two values.
func differ(vs []issueValue) bool {
	return slices.ContainsFunc(vs, func(v issueValue) bool { return v.doc != vs[0].doc }) && slices.ContainsFunc(vs, func(v issueValue) bool { return v.value != vs[0].value })
}

// claimsBySentence finds the claims of each sentence.
func claimsBySentence(all []proposition) map[[2]int32][]int {
	out := map[[2]int32][]int{}
	for i := range all {
		k := [2]int32{int32(all[i].doc), all[i].claim.Sentence}
		out[k] = append(out[k], i)
	}
	return out
}

// settled returns the value that word i of a sentence tells, with the cue that stands nearest to it.
func settled(words []statement.IssueWord, i int) (v issueValue, ok bool) {
	w := &words[i]
	v = issueValue{issue: w.ID, value: w.Value, span: w.Span, alone: w.Role == statement.IssueAlone, beside: w.Role == statement.IssueBeside}
	reach := issueReach
	switch w.Role {
	case statement.IssueAlone:
		return v, true
	case statement.IssueCue:
		return v, false
	case statement.IssueBeside:
		reach = issueBeside
	}
	best := -1
	for k := range words {
		x := &words[k]
		if x.ID != w.ID || x.Role != statement.IssueCue || x.Span.Overlaps(w.Span) {
			continue
		}
		if d := gap(x.Span, w.Span); d <= reach && (best < 0 || d < gap(words[best].Span, w.Span)) {
			best = k
		}
	}
	if best < 0 {
		return v, false
	}
	v.cue = words[best].Span
	v.alone = w.Role == statement.IssueNear && gap(v.cue, v.span) <= issueClose
	if x := words[best].Value; x != "" {
		v.issue += "/" + x
	}
	return v, true
}

// outrightAt reports whether what stands in a span is told as so, and on whose word. A value that begins before what is denied has the verb of denial in it:
// denied the charges.
func outrightAt(all []proposition, claims []int, sp text.Span, alone bool) (holder string, ok bool) {
	for _, i := range claims {
		p := &all[i]
		for n := range p.claim.Keys {
			k := &p.claim.Keys[n]
			if !k.Span.Overlaps(sp) {
				continue
			}
			if k.Denial == statement.Denied && !sp.Contains(k.Span) || k.Denial == statement.Unclear && sp.Len() == k.Span.Len() {
				return "", false
			}
			switch p.mode {
			case attribution.Possible, attribution.Demanded:
				return "", false
			case attribution.Hypothetical:
				if !alone || p.claim.Voice < 0 {
					return "", false // but who said that he would appeal has said that he will
				}
			}
			if p.stance == attribution.Denies && sp.Start >= p.claim.Span.Start || p.stance == attribution.Declines || p.stance == attribution.Asks || p.stance == attribution.Warns {
				return "", false
			}
			holder = p.holder
		}
	}
	return holder, true
}

// issue makes the finding of an issue of which sources have one value each.
func (s *sources) issue(all []proposition, claims map[[2]int32][]int, vs []issueValue) (Finding, bool) {
	vs = oneEach(toldOutright(all, claims, vs))
	a, b := -1, -1
	for i := range vs[:min(len(vs), maxTopics)] {
		for k := range vs[:i] {
			if vs[k].value != vs[i].value && a < 0 && s.oneIssue(all, claims, &vs[k], &vs[i]) {
				a, b = k, i
			}
		}
	}
	if a < 0 {
		return Finding{}, false
	}
	f := Finding{Kind: "stance", Rule: StanceConflict, Verdict: VerdictConflict, Severity: Review}
	if vs[a].holder != "" && vs[b].holder != "" && vs[a].holder != vs[b].holder {
		f.Verdict = VerdictDisputed
	}
	for n, of := range [...]int{a, b} {
		p := Position{Side: side(n)}
		for i := range vs {
			if v := &vs[i]; v.value == vs[of].value {
				e := s.issueEvidence(v)
				if p.Value == "" {
					p.Value = e.Value
				}
				p.Sources, p.Evidence = append(p.Sources, e.Source), append(p.Evidence, e)
			}
		}
		f.Positions = append(f.Positions, p)
		f.Origins += len(p.Sources)
	}
	f.Topic = f.Positions[0].Value
	f.Reason = Reason{Code: ReasonContrary, Args: []string{f.Positions[0].Value, f.Positions[1].Value}}
	return f, true
}

// toldOutright returns the values that are told as so.
func toldOutright(all []proposition, claims map[[2]int32][]int, vs []issueValue) (out []issueValue) {
	for _, v := range vs {
		if h, ok := outrightAt(all, claims[[2]int32{int32(v.doc), v.sentence}], v.span, v.alone); ok {
			v.holder = h
			out = append(out, v)
		}
	}
	return out
}

// oneEach returns the first value of each document that has one only.
func oneEach(vs []issueValue) []issueValue {
	var out []issueValue
	for i := 0; i < len(vs); {
		from := i
		one := true
		for ; i < len(vs) && vs[i].doc == vs[from].doc; i++ {
			one = one && vs[i].value == vs[from].value
		}
		if one {
			out = append(out, vs[from])
		}
	}
	return out
}

// oneIssue reports whether nothing says that two values are told of two things: what else the sentences say meets, or the words are such as are told of one
// thing in an event.
func (s *sources) oneIssue(all []proposition, claims map[[2]int32][]int, a, b *issueValue) bool {
	if a.doc == b.doc || s.inSeries(a.doc, b.doc) || !a.beside && s.otherSides(a.doc, a.span, b.doc, b.span) {
		return false // of two that stand side by side with what they are of the one word or the other is the issue itself
	}
	for _, i := range claims[[2]int32{int32(a.doc), a.sentence}] {
		for _, j := range claims[[2]int32{int32(b.doc), b.sentence}] {
			if s.otherDays(&all[i], &all[j]) {
				return false
			}
		}
	}
	return a.alone && b.alone && !toldOfTwo(namesBefore(all, claims, a), namesBefore(all, claims, b)) || s.meetBeside(all, claims, a, b)
}

// namesBefore returns the names that stand before a value in its claim.
func namesBefore(all []proposition, claims map[[2]int32][]int, v *issueValue) (out []*statement.Key) {
	for _, i := range claims[[2]int32{int32(v.doc), v.sentence}] {
		for n := range all[i].claim.Keys {
			if k := &all[i].claim.Keys[n]; all[i].claim.Span.Overlaps(v.span) && k.Name && k.Span.End <= v.span.Start {
				out = append(out, k)
			}
		}
	}
	return out
}

// toldOfTwo reports whether two values are told of those who have names, and of none in common: Holm was drunk, Kant was sober.
func toldOfTwo(a, b []*statement.Key) bool {
	return len(a) > 0 && len(b) > 0 && inCommonKeys(a, b) == 0
}

// meetBeside reports whether the sentences of two values share a word or a name beside those values: two words, where each names somebody or some
// place that the other does not.
func (s *sources) meetBeside(all []proposition, claims map[[2]int32][]int, a, b *issueValue) bool {
	x, y := wordsBeside(all, claims, a), wordsBeside(all, claims, b)
	shared, names := 0, 0
	for _, k := range x {
		if slices.ContainsFunc(y, func(o *statement.Key) bool { return idOf(o) == idOf(k) || !o.Name && !k.Name && s.sayAlike(k, o) }) {
			shared++
			if k.Name {
				names++
			}
		}
	}
	if names == 0 && otherNames(x, y) {
		return shared > 1
	}
	return shared > 0
}

// wordsBeside returns the words of the sentence of a value that are none of its own.
func wordsBeside(all []proposition, claims map[[2]int32][]int, v *issueValue) (out []*statement.Key) {
	for _, i := range claims[[2]int32{int32(v.doc), v.sentence}] {
		for n := range all[i].claim.Keys {
			if k := &all[i].claim.Keys[n]; !k.Closed && !k.Span.Overlaps(v.span) {
				out = append(out, k)
			}
		}
	}
	return out
}

// issueEvidence shows a value with the words that call for it, or with those beside it.
func (s *sources) issueEvidence(v *issueValue) Evidence {
	sp := v.span
	if c := sp.Cover(v.cue); v.cue.End > 0 && c.Len() <= maxClaimText {
		sp = c
	} else {
		g := s.docs[v.doc].Text
		r := statement.Tokens(g, v.span)
		sp = s.besideToken(v.doc, v.sentence, int(r.First), int(r.Last)-1)
	}
	e := s.evidence(v.doc, sp)
	e.Speaker, e.Reading, e.Value = v.holder, "stance", shorten(e.Text, mostTopic)
	return e
}
