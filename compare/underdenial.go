package compare

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/attribution"
)

// underDenial reports whether a claim stands in what somebody denies: he denied reports that the dam had cracked.
func (s *sources) underDenial(p *proposition) bool {
	doc := s.docs[p.doc]
	all := doc.Attributions
	for i := sort.Search(len(all), func(i int) bool { return all[i].Sentence >= p.claim.Sentence }); i < len(all) && all[i].Sentence == p.claim.Sentence; i++ {
		if all[i].Stance != attribution.Denies {
			continue
		}
		for _, c := range all[i].Content {
			if sp := doc.Text.Span(c); sp.Contains(p.claim.Span) {
				return true
			}
		}
	}
	return false
}

// courtVerdict is the pair of opposites.tsv of what a court finds.
const courtVerdict = "verdict"

// ofCourt reports whether a claim is a report's own word on what a court has found: that does not dispute what the defendant had denied.
func ofCourt(p *proposition) bool {
	return p.claim.Voice < 0 && tellsVerdict(p)
}

// tellsVerdict reports whether a claim is of what a court finds.
func tellsVerdict(p *proposition) bool {
	return slices.ContainsFunc(p.keys, func(k weighted) bool { return sideOf(k.key, courtVerdict) != 0 })
}

// onlyDenied reports whether a claim stands in a denial and nobody but those who deny is said to make it: "Haidar denied reports that the dam had
// cracked" claims nothing. Where another makes it, "denied Washington's claim that", he does.
func (s *sources) onlyDenied(all []proposition, p *proposition, denials []int) bool {
	own := p.holder == "" || slices.ContainsFunc(denials, func(i int) bool { return all[i].holder == p.holder })
	return own && s.underDenial(p)
}
