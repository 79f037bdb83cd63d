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

// onlyDenied reports whether a claim stands in a denial and nobody but those who deny is said to make it: "Haidar denied reports that the dam had
// cracked" claims nothing. Where another makes it, "denied Washington's claim that", he does.
func (s *sources) onlyDenied(all []proposition, p *proposition, denials []int) bool {
	own := p.holder == "" || slices.ContainsFunc(denials, func(i int) bool { return all[i].holder == p.holder })
	return own && s.underDenial(p)
}
