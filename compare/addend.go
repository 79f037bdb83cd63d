package compare

import (
	"math/big"
	"strings"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// Codes of counts that one report lists without their sum. Arguments: the sum.
const (
	ReasonSumTold   = "sum-told"   // another report has it
	ReasonSumUntold = "sum-untold" // none has
)

// addends holds the counts that one report lists against a sum that another tells: seven women and five men, twelve dead. What
// nobody has added up is told as well, where the counts are of one noun.
func (s *sources) addends() []Finding {
	var out []Finding
	var counts map[string][]countAt
	for d, doc := range s.docs {
		sums := statement.SumsOf(nil, doc.Text, doc.Quantities)
		for _, a := range sums[:min(len(sums), maxSums)] {
			sum := new(big.Rat)
			for _, p := range a.Parts {
				sum.Add(sum, doc.Quantities[p].Value.Value.Rat())
			}
			f := Finding{Kind: "number", Rule: NumberMatch, Verdict: VerdictCompatible, Severity: Info, Origins: 1, Flags: []string{FlagSum},
				Reason: Reason{Code: ReasonSumTold, Args: []string{sum.RatString()}}}
			if counts == nil {
				counts = s.counts()
			}
			f.Positions = s.wholes(counts, d, &a, sum)
			if f.Origins += len(f.Positions); f.Origins == 1 {
				if !a.Gapped {
					continue
				}
				f.Verdict, f.Reason.Code = VerdictAgree, ReasonSumUntold
			}
			for _, p := range a.Parts {
				f.Positions = append(f.Positions, s.amountPosition(d, p, side(len(f.Positions))))
			}
			all := doc.Quantities[a.Parts[0]].Span.Cover(doc.Quantities[a.Parts[len(a.Parts)-1]].Span)
			f.Topic = shorten(all.Of(doc.Source.Text), mostTopic)
			out = s.addedAlike(out, f)
		}
	}
	return out
}

// maxSums bounds how many lists of counts of one document are added up, each of which is held against all counts of the others.
const maxSums = 32

// addedAlike appends a finding, or puts its evidence to that of the same counts in another report.
func (s *sources) addedAlike(out []Finding, f Finding) []Finding {
	same := func(a, b *Position) bool {
		return a.Value == b.Value && strings.EqualFold(a.Evidence[0].Text, b.Evidence[0].Text)
	}
	for i := range out {
		g := &out[i]
		n := len(g.Positions)
		if g.Reason.Code != ReasonSumTold || f.Reason.Code != ReasonSumTold || g.Reason.Args[0] != f.Reason.Args[0] || !same(&g.Positions[n-1], &f.Positions[len(f.Positions)-1]) {
			continue
		}
		parts := f.Positions[f.Origins-1:]
		if len(parts) != n-(g.Origins-1) {
			continue
		}
		for k := range parts {
			p := &g.Positions[g.Origins-1+k]
			p.Evidence, p.Sources = append(p.Evidence, parts[k].Evidence...), append(p.Sources, parts[k].Sources...)
		}
		return out
	}
	return append(out, f)
}

// wholes returns the counts of other sources, one of each, that are the sum of addends of document d.
func (s *sources) wholes(counts map[string][]countAt, d int, a *statement.Addends, sum *big.Rat) []Position {
	part := s.statementOf(d, a.Parts[0])
	if part == nil {
		return nil
	}
	var out []Position
	last := d
	equal := counts[sum.RatString()]
	for _, c := range equal[:min(len(equal), maxWholesAsked)] {
		st := &s.docs[c.doc].Statements[c.statement]
		if c.doc == d || c.doc == last || st.Slot.Negated != part.Slot.Negated || !s.sortOfAddends(d, a, st) || sharedTerms(st.Terms, part.Terms) == 0 {
			continue
		}
		last = c.doc
		if out = append(out, s.amountPosition(c.doc, st.Quantity, side(len(out)))); len(out) == maxWholesTold {
			break
		}
	}
	return out
}

// How many counts with the sum of a list are asked whether they are of what is listed, and how many sources are told that have it.
const (
	maxWholesAsked = 96
	maxWholesTold  = 24
)

// A countAt is where a document counts something.
type countAt struct{ doc, statement int }

// counts finds the counts of all documents by their value, in order.
func (s *sources) counts() map[string][]countAt {
	out := map[string][]countAt{}
	for d, doc := range s.docs {
		for i := range doc.Statements {
			st := &doc.Statements[i]
			if q, ok := doc.Amount(st); ok && st.Quantity >= 0 && q.Single && q.Kind == quantity.Cardinal && q.Unit.ID == "" {
				k := ratOf(q.Value).String()
				out[k] = append(out[k], countAt{d, i})
			}
		}
	}
	return out
}

// sortOfAddends reports whether a count is of what each of the addends counts: of its noun, or of the same measure.
func (s *sources) sortOfAddends(d int, a *statement.Addends, st *statement.Statement) bool {
	for _, p := range a.Parts {
		part := s.statementOf(d, p)
		if part == nil || part.Slot.Measure != st.Slot.Measure && !(part.Slot.Noun != "" && part.Slot.Noun == st.Slot.Noun) {
			return false
		}
	}
	return true
}

// statementOf returns the statement of a quantity, or nil.
func (s *sources) statementOf(d int, q int32) *statement.Statement {
	all := s.docs[d].Statements
	for i := range all {
		if all[i].Quantity == q && all[i].Kind == statement.Amount {
			return &all[i]
		}
	}
	return nil
}
