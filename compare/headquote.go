package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonHeadFact is the code of a headline that has for a fact what its speaker says of what would be. Arguments: the words of the
// headline, those of the text.
const ReasonHeadFact = "headline-fact"

// headlineReach is how many tokens may stand between the word that makes the speaker's words less than a fact and what the headline
// has of them: "would be seen as a".
const headlineReach = 6

// headlineQuotes reports the headlines that quote a few words for what has happened, while the text has the same words of the same
// speaker only of what would or could happen: is a 'disaster for the valley', against “a closure would be a disaster for the valley”.
func (s *sources) headlineQuotes(who func(doc, voice int) string) []Finding {
	var out []Finding
	for d, doc := range s.docs {
		asked := 0
		for i := range doc.Utterances {
			u := &doc.Utterances[i]
			if asked == maxAsked {
				break
			}
			if !u.Direct || contentIn(u.Words) < minQuoteWord || len(u.Words) > longestPhrase || !s.headlined(d, u) {
				continue
			}
			asked++
			if f, ok := s.headlineQuote(d, i, who); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// headlined reports whether words stand in a headline that states them of what is so.
func (s *sources) headlined(d int, u *statement.Utterance) bool {
	g := s.docs[d].Text
	at := statement.SentenceAt(g, statement.Tokens(g, u.Span).First)
	if at >= len(g.Sentences) || g.Paragraphs[g.Sentences[at].Paragraph].Kind != text.Headline {
		return false
	}
	v := &s.docs[d].Attributions[u.Voice]
	if v.Negated || v.Modality != attribution.Fact || !outright(v.Stance) && v.Stance != attribution.Condemns && v.Stance != attribution.Praises {
		return false
	}
	r := g.Sentences[at].Range
	last := g.Tokens[r.Last-1]
	return len(statement.Hedges(nil, g, r)) == 0 && last.Span().Of(s.docs[d].Source.Text) != "?"
}

// headlineQuote holds utterance i of a document, which its headline has, against the same words in the text.
func (s *sources) headlineQuote(d, i int, who func(doc, voice int) string) (Finding, bool) {
	doc := s.docs[d]
	u := &doc.Utterances[i]
	speaker := who(d, int(u.Voice))
	var found text.Span
	for k := range doc.Utterances {
		o := &doc.Utterances[k]
		if k == i || !o.Direct || speaker == "" || who(d, int(o.Voice)) != speaker {
			continue
		}
		at := indexWords(o.Words, u.Words)
		if at < 0 {
			continue
		}
		sp := text.Span{Start: o.Words[at].Span.Start, End: o.Words[at+len(u.Words)-1].Span.End}
		hedge := s.supposed(d, sp)
		if hedge.Empty() {
			return Finding{}, false // it is said outright as well
		}
		if found.Empty() || o.Words[at].Span.Start-o.Span.Start > 0 && len(o.Words) > longestPhrase {
			found = hedge.Cover(sp)
		}
	}
	if found.Empty() {
		return Finding{}, false
	}
	f := Finding{Kind: "stance", Rule: StrengthConflict, Verdict: VerdictCompatible, Severity: Minor, Origins: 1}
	head := u.Span
	for _, r := range doc.Attributions[u.Voice].Content {
		if sp := doc.Text.Span(r); sp.Start <= u.Span.Start && u.Span.End <= sp.End {
			head = sp
		}
	}
	for n, sp := range []text.Span{head, found} {
		e := s.evidence(d, sp)
		e.Speaker, e.Reading = doc.Attributions[u.Voice].Speaker.Name, "strength"
		f.Positions = append(f.Positions, Position{Value: e.Text, Side: side(n), Sources: []string{e.Source}, Evidence: []Evidence{e}})
		f.Reason.Args = append(f.Reason.Args, e.Text)
	}
	f.Topic = doc.Attributions[u.Voice].Speaker.Name + ": “" + u.Span.Of(doc.Source.Text) + "”"
	f.Reason.Code = ReasonHeadFact
	return f, true
}

// indexWords returns where the words of b stand side by side in a, or -1.
func indexWords(a, b []statement.Word) int {
	for i := 0; i+len(b) <= len(a); i++ {
		if slices.EqualFunc(a[i:i+len(b)], b, sameWord) {
			return i
		}
	}
	return -1
}

// supposed returns the word shortly before sp that makes it no more than what would or could be, in the same sentence.
func (s *sources) supposed(d int, sp text.Span) (hedge text.Span) {
	g := s.docs[d].Text
	at := statement.Tokens(g, sp).First
	sentence := statement.SentenceAt(g, at)
	if sentence >= len(g.Sentences) {
		return hedge
	}
	r := text.Range{First: max(g.Sentences[sentence].First, at-headlineReach), Last: at}
	for _, h := range statement.Hedges(nil, g, r) {
		if h.Modality == attribution.Hypothetical || h.Modality == attribution.Possible {
			hedge = h.Span
		}
	}
	return hedge
}
