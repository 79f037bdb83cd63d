package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/internal/layout"
)

func (b *builder) row(i int, f *factcheck.Finding) row {
	r := row{ID: anchor(i), Topic: layout.Clip(layout.Clean(f.Topic), longValue), Class: class(f), Verdict: verdictWords[f.Verdict], Note: layout.Clip(layout.Clean(f.Explanation), longValue)}
	if b.cards[i] > 0 {
		r.ID, r.To = "r"+r.ID, anchor(i)
		r.Verdict = rowVerdict(f)
	}
	if r.Topic == "" {
		r.Topic = layout.Clean(f.Heading())
	}
	if b.p.Wide {
		r.Cells = b.columns(f)
	} else {
		r.Cells = b.values(f)
	}
	return r
}

// columns is one cell for each source, with the words as printed.
func (b *builder) columns(f *factcheck.Finding) []cell {
	cells := make([]cell, len(b.r.Sources))
	for i := range cells {
		cells[i].Source = b.p.Sources[i].Letter
	}
	for k := range f.Positions {
		pos := &f.Positions[k]
		for _, id := range pos.Sources {
			if i, ok := b.index[id]; ok {
				cells[i].Missing = len(pos.Evidence) == 0
				cells[i].Class = b.cellClass(f, pos)
			}
		}
		for n := range pos.Evidence {
			e := &pos.Evidence[n]
			i, ok := b.index[e.Source]
			words := layout.Clip(layout.Words(e.Text), longValue)
			if !ok || len(cells[i].Values) >= 3 || slices.ContainsFunc(cells[i].Values, func(x badge) bool { return x.Label == words }) {
				continue
			}
			cells[i].Values = append(cells[i].Values, badge{To: b.place(e), Label: words})
			cells[i].Class = b.cellClass(f, pos)
		}
	}
	return cells
}

func (b *builder) cellClass(f *factcheck.Finding, pos *compare.Position) string {
	if f.Severity == factcheck.Info {
		return class(f)
	}
	for i := range f.Positions {
		if len(f.Positions[i].Sources) > len(pos.Sources) {
			return class(f)
		}
	}
	return "eq"
}

// values is one cell for each value, with who gives it.
func (b *builder) values(f *factcheck.Finding) []cell {
	var out []cell
	for k := range f.Positions {
		pos := &f.Positions[k]
		label := layout.Clip(layout.Words(factcheck.Readable(pos.Value)), longValue)
		if label == "" && len(pos.Evidence) > 0 {
			label = layout.Clip(layout.Words(pos.Evidence[0].Text), longValue)
		}
		out = append(out, cell{Class: b.cellClass(f, pos), Badges: b.badges(pos), Values: []badge{{Label: label}}, Missing: len(pos.Evidence) == 0})
	}
	return out
}

// badges is one letter for each source of a position, to the first of its passages.
func (b *builder) badges(pos *compare.Position) []badge {
	var out []badge
	seen := map[string]bool{}
	for i := range pos.Evidence {
		if e := &pos.Evidence[i]; !seen[e.Source] {
			seen[e.Source] = true
			out = append(out, b.badge(e))
		}
	}
	for _, id := range pos.Sources {
		if !seen[id] {
			seen[id] = true
			out = append(out, b.source(id))
		}
	}
	slices.SortStableFunc(out, func(x, y badge) int { return cmp.Or(len(x.Letter)-len(y.Letter), cmp.Compare(x.Letter, y.Letter)) })
	return out
}

func (b *builder) names(i int, f *factcheck.Finding) nameRow {
	n := nameRow{ID: anchor(i), Name: layout.Clean(f.Topic)}
	for k := range f.Positions {
		pos := &f.Positions[k]
		n.Forms = append(n.Forms, cell{Badges: b.badges(pos), Values: []badge{{Label: layout.Clip(layout.Clean(pos.Value), longValue)}}})
	}
	return n
}

func (b *builder) single(i int, f *factcheck.Finding) singleRow {
	s := singleRow{ID: anchor(i), Topic: layout.Clip(layout.Clean(f.Topic), longValue)}
	for k := range f.Positions {
		if len(f.Positions[k].Evidence) == 0 {
			continue
		}
		e := &f.Positions[k].Evidence[0]
		s.Badge, s.Words = b.badge(e), layout.Clip(layout.Words(e.Text), longValue)
		who, topic := "", layout.Clean(f.Topic)
		if after, ok := strings.CutPrefix(topic, layout.Clean(e.Speaker)+": "); ok {
			who, topic = layout.Clean(e.Speaker)+": ", after
		}
		if begins(s.Words, topic) { // the words say what it is about, and need not be said twice
			s.Topic, s.Words = who+s.Words, ""
		}
		break
	}
	return s
}

func (b *builder) origin(i int, f *factcheck.Finding) originView {
	o := originView{ID: anchor(i), Topic: layout.Clean(f.Title), Why: layout.Clean(f.Explanation)}
	for k := range f.Positions {
		o.Badges = append(o.Badges, b.badges(&f.Positions[k])...)
	}
	return o
}
