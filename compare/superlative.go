package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonRank is the code of two claims of rank that can both be so: the largest, one of the largest. Arguments: the two as written.
const ReasonRank = "rank"

// maxRanks bounds how many claims of rank are held against each other.
const maxRanks = 48

// A ranking is a claim of rank of a document.
type ranking struct {
	doc int
	x   statement.Superlative
}

// superlatives reports where one source has a thing for the first of its sort and another for one of the first, or each within bounds of
// its own: the largest attack on the capital to date, one of the biggest attacks since the war began.
func (s *sources) superlatives() []Finding {
	var all []ranking
	for d, doc := range s.docs {
		for _, x := range statement.Superlatives(nil, doc.Text) {
			if len(all) < maxRanks {
				all = append(all, ranking{d, x})
			}
		}
	}
	var out []Finding
	taken := make([]bool, len(all))
	for i := range all {
		for j := range all[:i] {
			if a, b := &all[j], &all[i]; !taken[i] && !taken[j] && s.oneRank(a, b) {
				taken[i], taken[j] = true, true
				out = append(out, s.rankFinding(a, b))
			}
		}
	}
	return out
}

// oneRank reports whether two claims of rank are of one thing, and differ in how far they go: one noun with one word for its sort, and
// a name that both sentences have.
func (s *sources) oneRank(a, b *ranking) bool {
	if a.doc == b.doc || a.x.Noun != b.x.Noun || a.x.Among == b.x.Among {
		return false
	}
	if a.x.Lemma != b.x.Lemma && !statement.SameSense(s.docs[a.doc].Text.Lex, a.x.Lemma, b.x.Lemma) {
		return false
	}
	sort := slices.ContainsFunc(a.x.Sorts, func(h uint64) bool { return slices.Contains(b.x.Sorts, h) })
	return (sort || len(a.x.Sorts)+len(b.x.Sorts) == 0) && s.namesMeet(a, b)
}

// namesMeet reports whether the sentences of two claims have a name in common, which may be that of a place in the other.
func (s *sources) namesMeet(a, b *ranking) bool {
	x, y := s.rankedIn(a), s.rankedIn(b)
	return slices.ContainsFunc(x, func(k entityKey) bool {
		return slices.ContainsFunc(y, func(o entityKey) bool { return s.oneRegion(k, o) })
	})
}

// rankedIn returns what the sentence of a claim names.
func (s *sources) rankedIn(a *ranking) []entityKey {
	doc := s.docs[a.doc]
	r := doc.Text.Sentences[a.x.Sentence].Range
	var out []entityKey
	n, _ := slices.BinarySearchFunc(doc.Names, r.First, func(m name.Mention, first int32) int { return int(m.First) - int(first) })
	for ; n < len(doc.Names) && doc.Names[n].First < r.Last && len(out) < maxWith; n++ {
		if e := doc.Names[n].Value.Entity; e >= 0 && int(e) < len(s.keys[a.doc]) {
			out = append(out, s.keys[a.doc][e])
		}
	}
	return out
}

func (s *sources) rankFinding(a, b *ranking) Finding {
	f := Finding{Kind: "stance", Rule: StatementMatch, Verdict: VerdictCompatible, Severity: Info, Origins: 2, Reason: Reason{Code: ReasonRank}}
	for n, r := range []*ranking{a, b} {
		e := s.evidence(r.doc, s.docs[r.doc].Text.Span(text.Range{First: r.x.First, Last: r.x.Last}))
		e.Value, e.Reading = e.Text, "term"
		f.Positions = append(f.Positions, Position{Value: e.Text, Side: side(n), Sources: []string{e.Source}, Evidence: []Evidence{e}})
		f.Reason.Args = append(f.Reason.Args, e.Text)
	}
	f.Topic = f.Positions[0].Value
	return f
}
