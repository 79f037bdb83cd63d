package compare

import (
	"sort"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// Codes of a count beside what it is a count of, in one source.
const (
	ReasonPart       = "part"        // a part is no more than its whole: the part, the whole
	ReasonPartBroken = "part-broken" // it is more
	ReasonListed     = "listed"      // as many names are listed: the count, the names
)

// parts checks each count that is told as a part of another: "three of the city's four airports".
func (s *sources) parts() []Finding {
	var out []Finding
	for d, doc := range s.docs {
		for i := range doc.Quantities {
			p := &doc.Quantities[i].Value
			w := int(p.PartOf)
			if w < 0 || w >= len(doc.Quantities) || w == i || !exactCount(p) || !exactCount(&doc.Quantities[w].Value) {
				continue
			}
			whole := &doc.Quantities[w].Value
			f := Finding{Kind: "number", Rule: NumberMatch, Verdict: VerdictAgree, Severity: Info, Origins: 1, Reason: Reason{Code: ReasonPart, Args: []string{Show(*p), Show(*whole)}}}
			if p.Value.Rat().Cmp(whole.Value.Rat()) > 0 {
				f.Rule, f.Verdict, f.Severity, f.Reason.Code = SumCheck, VerdictConflict, Review, ReasonPartBroken
			}
			f.Positions = []Position{s.amountPosition(d, int32(i), "a"), s.amountPosition(d, int32(w), "b")}
			f.Topic = shorten(f.Positions[0].Evidence[0].Cover(f.Positions[1].Evidence[0].Span).Of(doc.Source.Text), 80)
			out = append(out, f)
		}
	}
	return out
}

// exactCount reports whether an amount counts things, and says how many.
func exactCount(q *quantity.Quantity) bool {
	return q.Single && q.Kind == quantity.Cardinal && q.Bound == quantity.Exact && q.Unit.ID == "" && q.Value.Whole()
}

// How far before a count its list may stand, in sentences, and how few names make one.
const (
	listReach = 3
	listNames = 2
)

// lists checks each count of things just named against the list of them: "France, Germany and Britain … these three states".
// A list of another length is another list.
func (s *sources) lists() []Finding {
	var out []Finding
	for d, doc := range s.docs {
		var lists []text.Range // of names of the document
		for i := range doc.Quantities {
			m := &doc.Quantities[i]
			if !exactCount(&m.Value) || m.Value.Value.Mant > 12 || !statement.Demonstrative(doc.Text, int(m.First)-1) {
				continue
			}
			if lists == nil {
				lists = s.nameLists(d)
			}
			if f, ok := s.list(d, int32(i), lists); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// list finds the last list before count i that is as long.
func (s *sources) list(d int, i int32, lists []text.Range) (Finding, bool) {
	doc := s.docs[d]
	m := &doc.Quantities[i]
	at := statement.SentenceAt(doc.Text, m.First)
	for k := sort.Search(len(lists), func(k int) bool { return doc.Names[lists[k].First].First >= m.First }) - 1; k >= 0; k-- {
		l := lists[k]
		first, last := &doc.Names[l.First], &doc.Names[l.Last-1]
		if at-statement.SentenceAt(doc.Text, first.First) > listReach {
			return Finding{}, false
		}
		if strconv.Itoa(int(l.Len())) != Show(m.Value) {
			continue
		}
		var names []string
		for n := l.First; n < l.Last; n++ {
			names = append(names, textOf(doc, doc.Names[n].Span))
		}
		f := Finding{Kind: "number", Rule: NumberMatch, Verdict: VerdictAgree, Severity: Info, Origins: 1,
			Reason: Reason{Code: ReasonListed, Args: []string{Show(m.Value), strings.Join(names, ", ")}}}
		e := s.evidence(d, first.Span.Cover(last.Span))
		e.Value, e.Reading = Show(m.Value), "name"
		f.Positions = []Position{s.amountPosition(d, i, "a"), {Value: e.Value, Side: "b", Sources: []string{e.Source}, Evidence: []Evidence{e}}}
		f.Topic = f.Positions[0].Evidence[0].Text + " = " + e.Text
		return f, true
	}
	return Finding{}, false
}

// nameLists returns the runs of names of one kind that commas and an "and" join, as indexes of names.
func (s *sources) nameLists(d int) []text.Range {
	doc := s.docs[d]
	var out []text.Range
	for i := 0; i < len(doc.Names); {
		k := i + 1
		for k < len(doc.Names) && s.listed(d, k) && doc.Names[k].First-doc.Names[k-1].Last <= 3 {
			k++
		}
		if r := (text.Range{First: int32(i), Last: int32(k)}); r.Len() >= listNames && s.differ(d, r) {
			out = append(out, r)
		}
		i = k
	}
	return out
}

// differ reports whether the names of a list are of different things.
func (s *sources) differ(d int, r text.Range) bool {
	seen := make(map[entityKey]bool, r.Len())
	for i := r.First; i < r.Last; i++ {
		m := &s.docs[d].Names[i]
		k, ok := s.linked(d, m)
		if !ok || m.Value.Via != name.ByName || seen[k] {
			return false
		}
		seen[k] = true
	}
	return true
}
