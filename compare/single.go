package compare

import (
	"cmp"
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// Shares of what a proposition says that another source may have before it is no longer alone.
const (
	aloneShare   = 0.45
	mostlyShared = 0.6 // in the statement that several sources have
	minAlone     = 3   // keys that a proposition needs to be worth a line
)

// aloneStatements reports what one source states and no other: the statements of named and unnamed speakers, and what the
// outlet says itself of somebody with a name.
func (s *sources) aloneStatements(all []proposition, ts []topic) []Finding {
	if len(s.docs) < 2 {
		return nil
	}
	shared := make([]bool, len(all))
	for _, t := range ts {
		for i, m := range t.members {
			shared[m] = shared[m] || t.parts[i].shareOf(&all[m]) > mostlyShared
		}
	}
	s.memory.met = zeros(s.memory.met, len(all))
	var out []Finding
	for i := range all {
		p := &all[i]
		if shared[i] || p.claim.Bare || p.claim.Head || len(p.keys) < minAlone && !(p.holder != "" && len(p.keys) == minAlone-1) || p.stance == attribution.Declines || s.credits(p) || s.elsewhereSaid(all, i) {
			continue
		}
		kind := "stance"
		if p.claim.Voice >= 0 && s.docs[p.doc].Attributions[p.claim.Voice].Form == attribution.Direct {
			kind = "quote"
		}
		e := s.evidence(p.doc, s.withDenial(p, withAmount(s.docs[p.doc].Quantities, p.claim.Span)))
		e.Speaker, e.Reading = p.holder, "proposition"
		topic := shorten(e.Text, 80)
		if p.holder != "" {
			topic = p.holder + ": " + topic
		}
		out = append(out, Finding{Kind: kind, Rule: OneSource, Verdict: VerdictSingle, Severity: Info, Origins: 1, Topic: topic,
			Reason:    Reason{Code: "alone", Args: []string{e.Source}},
			Positions: []Position{{Value: shorten(e.Text, 80), Side: "a", Sources: []string{e.Source}, Evidence: []Evidence{e}}}})
	}
	return out
}

// credits reports whether a proposition stands under a picture and states nothing: who took it, for whom.
func (s *sources) credits(p *proposition) bool {
	g := s.docs[p.doc].Text
	return g.Paragraphs[g.Sentences[p.claim.Sentence].Paragraph].Kind == text.Caption && !slices.ContainsFunc(p.claim.Keys, func(k statement.Key) bool { return k.Verb })
}

// withAmount returns a span together with the amount that it starts in or right behind: claims have no keys for numbers, and "tonnes of
// fuel remain on board" says less than "300 tonnes of fuel remain on board".
func withAmount(all []quantity.Mention, span text.Span) text.Span {
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= span.Start })
	if i > 0 && all[i-1].Span.End+1 >= span.Start {
		span.Start = all[i-1].Span.Start
	}
	return span
}

// withDenial returns a span together with what denies it, without which it would say the opposite: the verb of who denies it, or the word for not before it with its auxiliary.
func (s *sources) withDenial(p *proposition, span text.Span) text.Span {
	doc := s.docs[p.doc]
	first := doc.Text.Sentences[p.claim.Sentence].First
	if p.stance == attribution.Denies && p.claim.Voice >= 0 {
		if cue := doc.Attributions[p.claim.Voice].Cue; cue.Len() > 0 && cue.First >= first && doc.Text.Span(cue).End <= span.Start {
			return doc.Text.Span(cue).Cover(span)
		}
		return span
	}
	if i := denialBefore(doc.Text, first, statement.Tokens(doc.Text, span).First); i >= 0 {
		return doc.Text.Tokens[i].Span().Cover(span)
	}
	return span
}

// denialBefore returns the word for not among the few words of grammar before token at of a sentence, or the auxiliary before it, or -1.
func denialBefore(g *lexicon.Tagged, first, at int32) int {
	denial := -1
	for i := int(at) - 1; i >= int(max(first, at-denialReach)) && g.Has(i, lexicon.Function); i-- {
		switch {
		case statement.Denies(g, i):
			denial = i
		case denial >= 0:
			return i
		}
	}
	return denial
}

// denialReach is how many words of grammar before what is denied are looked at.
const denialReach = 3

// elsewhereSaid reports whether another document has a good part of what proposition i says.
func (s *sources) elsewhereSaid(all []proposition, i int) bool {
	m, p := s.memory, &all[i]
	for _, n := range m.telling(p) {
		for _, j := range m.posts.of(p.keys[n].number) {
			if int(j) == i || m.met[j] == int32(i+1) || all[j].doc == p.doc {
				continue
			}
			m.met[j] = int32(i + 1) // behind which proposition it was met last, counted from 1
			if twoRemarks(p, &all[j]) {
				continue
			}
			if l := p.like(&all[j]); l.plain > 0 && (l.weight >= mostlyShared*p.total || l.weight >= aloneShare*p.total && (l.verbs > 0 || p.claim.Voice < 0)) {
				return true
			}
		}
	}
	return false
}

// telling returns keys of a proposition, the heaviest first, one of which another must have to have a good part of it: those that
// are left out do not weigh enough. Where it is not known who has one of them, they are all keys.
func (m *memory) telling(p *proposition) []int32 {
	out := m.some[:0]
	for n := range p.keys {
		out = append(out, int32(n))
	}
	m.some = out
	slices.SortFunc(out, func(x, y int32) int { return cmp.Compare(p.keys[y].weight, p.keys[x].weight) })
	rest := p.total
	for n, k := range out {
		if rest < (aloneShare-rounding)*p.total {
			return out[:n]
		}
		if !m.posts.whole(p.keys[k].number) {
			break
		}
		rest -= p.keys[k].weight
	}
	return out
}

// rounding is more than sums of weights differ by that are added in another order.
const rounding = 1e-9
