package compare

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/text"
)

// places is where the findings that bring sources together have their evidence.
type places struct {
	s     *sources
	spots [][]spot // of each document, by where they begin
}

// A spot is the place of one piece of evidence.
type spot struct {
	text.Span
	reach    int // where the last of the spots up to this one ends
	finding  int
	conflict bool
}

// placesOf returns where the evidence of the findings stands that have several positions.
func (s *sources) placesOf(found []Finding) *places {
	return s.placesIn(found, func(f *Finding) bool {
		return f.Verdict != VerdictSingle && f.Kind != "provenance" && len(f.Positions) > 1
	})
}

// placesIn returns where the evidence of some of the findings stands.
func (s *sources) placesIn(found []Finding, of func(f *Finding) bool) *places {
	ids := s.numbersOfIDs()
	p := &places{s, make([][]spot, len(s.docs))}
	for i := range found {
		f := &found[i]
		if !of(f) {
			continue
		}
		for k := range f.Positions {
			for _, e := range f.Positions[k].Evidence {
				d := ids[e.Source]
				p.spots[d] = append(p.spots[d], spot{Span: e.Span, finding: i, conflict: f.Verdict == VerdictConflict || f.Verdict == VerdictDisputed})
			}
		}
	}
	for _, spots := range p.spots {
		slices.SortFunc(spots, func(a, b spot) int { return a.Start - b.Start })
		reach := 0
		for i := range spots {
			reach = max(reach, spots[i].End)
			spots[i].reach = reach
		}
	}
	return p
}

// A stretch is some words of a document.
type stretch struct {
	doc  int
	span text.Span
}

// both returns the findings, conflicts alone where those are asked for, that have two stretches among their evidence.
func (p *places) both(a, b stretch, conflict bool) []int {
	at := p.at(a, conflict)
	return slices.DeleteFunc(p.at(b, conflict), func(i int) bool { return !slices.Contains(at, i) })
}

// at returns the findings with evidence that overlaps a stretch; conflicts alone where those are asked for.
func (p *places) at(a stretch, conflict bool) []int {
	spots := p.spots[a.doc]
	var out []int
	for i := sort.Search(len(spots), func(i int) bool { return spots[i].Start >= a.span.End }) - 1; i >= 0 && spots[i].reach > a.span.Start; i-- {
		if spots[i].End > a.span.Start && (spots[i].conflict || !conflict) {
			out = append(out, spots[i].finding)
		}
	}
	return out
}

// unlessIn leaves out what is said of one source alone where an alteration tells of that place.
func (s *sources) unlessIn(found, altered []Finding) []Finding {
	return s.unlessAt(found, s.placesIn(altered, func(*Finding) bool { return true }))
}

// unlessAt leaves out the amounts of one source alone that stand at some places.
func (s *sources) unlessAt(found []Finding, p *places) []Finding {
	ids := s.numbersOfIDs()
	return slices.DeleteFunc(found, func(f Finding) bool {
		if f.Rule != OneSource || f.Kind != "number" {
			return false
		}
		e := &f.Positions[0].Evidence[0]
		return len(p.at(stretch{ids[e.Source], e.Span}, false)) > 0
	})
}

// numbersOfIDs returns the number of each document by its ID.
func (s *sources) numbersOfIDs() map[string]int {
	ids := make(map[string]int, len(s.docs))
	for d, doc := range s.docs {
		ids[doc.Source.ID] = d
	}
	return ids
}
