package compare

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
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
	met := make([]int32, len(all)) // behind which proposition each was met last, counted from 1
	var out []Finding
	for i := range all {
		p := &all[i]
		if shared[i] || p.claim.Bare || p.claim.Head || len(p.keys) < minAlone || p.stance == attribution.Declines || p.elsewhere(all, i, s.posts, met) {
			continue
		}
		kind := "stance"
		if p.claim.Voice >= 0 && s.docs[p.doc].Attributions[p.claim.Voice].Form == attribution.Direct {
			kind = "quote"
		}
		e := s.evidence(p.doc, withAmount(s.docs[p.doc].Quantities, p.claim.Span))
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

// withAmount returns a span together with the amount that it starts in or right behind: claims have no keys for numbers, and "tonnes of
// fuel remain on board" says less than "300 tonnes of fuel remain on board".
func withAmount(all []quantity.Mention, span text.Span) text.Span {
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= span.Start })
	if i > 0 && all[i-1].Span.End+1 >= span.Start {
		span.Start = all[i-1].Span.Start
	}
	return span
}

// elsewhere reports whether another document has a good part of what p says.
func (p *proposition) elsewhere(all []proposition, i int, posts [][]int32, met []int32) bool {
	for _, k := range p.keys {
		for _, j := range posts[k.number] {
			if int(j) == i || met[j] == int32(i+1) || all[j].doc == p.doc {
				continue
			}
			met[j] = int32(i + 1)
			if l := p.like(&all[j]); l.plain > 0 && l.weight >= aloneShare*p.total {
				return true
			}
		}
	}
	return false
}
