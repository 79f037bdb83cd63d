package compare

import (
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonTwice is the code of one sentence of a speaker that one source has twice, nearly word for word, at least once as a
// quotation. Argument: the speaker.
const ReasonTwice = "quote-twice"

// What two passages of one source must have in common to be one sentence that was meant to be given word for word. What is only
// told again, in the outlet's own words, has less.
const (
	twiceWords   = 12   // words of the shorter
	twiceContent = 6    // content words that both have
	twiceShare   = 0.75 // share of the words of the longer, in their order
)

// maxAsked is how many passages one is held against.
const maxAsked = 8

// twice reports the sentences that one source has twice of one speaker in two wordings, of which one at least is a quotation.
func (s *sources) twice(who func(doc, voice int) string) []Finding {
	var out []Finding
	for d, doc := range s.docs {
		postings := map[uint64][]int{}
		shared := make([]int, len(doc.Utterances))
		var met []int
		for i := range doc.Utterances {
			u := &doc.Utterances[i]
			if len(u.Words) < twiceWords || u.Open {
				continue
			}
			key := who(d, int(u.Voice))
			if key == "" {
				continue
			}
			sum := text.HashString(key)
			met = met[:0]
			seen := map[uint64]bool{}
			for _, w := range u.Words {
				k := w.Hash ^ sum
				if !w.Content || seen[k] {
					continue
				}
				seen[k] = true
				for _, j := range postings[k] {
					if shared[j]++; shared[j] == 1 {
						met = append(met, j)
					}
				}
				if len(postings[k]) < maxPostings {
					postings[k] = append(postings[k], i)
				}
			}
			asked := 0
			for _, j := range met {
				n := shared[j]
				shared[j] = 0
				if o := &doc.Utterances[j]; n >= twiceContent && 2*n >= len(seen) && asked < maxAsked && (u.Direct || o.Direct) {
					asked++
					if f, ok := s.saidTwice(d, o, u); ok {
						out = append(out, f)
					}
				}
			}
		}
	}
	return out
}

// saidTwice makes the finding of two utterances of a document, the quotation first.
func (s *sources) saidTwice(d int, a, b *statement.Utterance) (Finding, bool) {
	if !a.Direct {
		a, b = b, a
	}
	doc := s.docs[d]
	long := max(len(a.Words), len(b.Words))
	if float64(min(len(a.Words), len(b.Words))) < twiceShare*float64(long) || a.Span.Start < b.Span.End && b.Span.Start < a.Span.End {
		return Finding{}, false
	}
	body := doc.Source.Text
	sp := speller{doc.Text.Lex, a.Words, b.Words, body, body}
	edits := sp.respell(diffWords(a.Words, b.Words))
	same := 0
	for _, e := range edits {
		if e.Op == Same || e.Op == Respelled {
			same += e.A2 - e.A1
		}
	}
	if float64(same) < twiceShare*float64(long) || wordingRelation(edits) != Conflict {
		return Finding{}, false
	}
	speaker := doc.Attributions[a.Voice].Speaker.Name
	f := Finding{Kind: "quote", Rule: QuoteDrift, Verdict: VerdictConflict, Severity: Minor, Origins: 1,
		Topic: quoteTopic(speaker, a.Span.Of(body)), Reason: Reason{Code: ReasonTwice, Args: []string{speaker}}}
	for i, u := range []*statement.Utterance{a, b} {
		e := s.evidence(d, u.Span)
		e.Speaker, e.Reading = speaker, "quotation"
		words := []Wording{{Same, e.Text}}
		if i > 0 {
			words = wordings(edits, a.Words, b.Words, body, body)
		}
		f.Positions = append(f.Positions, Position{Value: e.Text, Side: side(i), Wording: words, Sources: []string{e.Source}, Evidence: []Evidence{e}})
	}
	return f, true
}
