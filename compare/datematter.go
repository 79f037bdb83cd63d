package compare

import (
	"slices"
	"time"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// dateMatters tells the times of all documents, which are all days or all times of day, of what they are: the day of a reopening, the hour of an
// alarm. A sentence with two such times may tell of two.
func (s *sources) dateMatters(all []dated, dim string) {
	m := s.memory
	for i := 0; i < len(all); {
		from := i
		for i < len(all) && all[i].doc == all[from].doc && all[i].st.Sentence == all[from].st.Sentence {
			i++
		}
		if i-from > 1 {
			continue
		}
		g := s.docs[all[from].doc].Text
		m.matterWords = statement.MatterWords(m.matterWords[:0], g, g.Sentences[all[from].st.Sentence].Range)
		if len(m.matterWords) == 0 {
			continue
		}
		d := &all[from]
		m.matterItems = append(m.matterItems[:0], matterItem{span: d.st.Span, clause: d.st.Clause, dim: dim})
		assign(m.matterWords, m.matterItems, func(_ int, w *statement.MatterWord) {
			if len(d.matters) < mostMatters && !slices.Contains(d.matters, w.ID) {
				d.matters = append(d.matters, w.ID)
			}
		})
	}
	s.soleMatters(all)
}

// A matterIn is a matter of a document.
type matterIn struct {
	doc int
	id  string
}

// soleMatters takes out the matters of which a document has two times.
func (s *sources) soleMatters(all []dated) {
	first := map[matterIn]*dated{}
	two := map[matterIn]bool{}
	for i := range all {
		d := &all[i]
		for _, id := range d.matters {
			k := matterIn{d.doc, id}
			if f := first[k]; f == nil {
				first[k] = d
			} else if relateTimes(&f.t, &d.t).Relation <= Conflict {
				two[k] = true
			}
		}
	}
	for i := range all {
		d := &all[i]
		d.matters = slices.DeleteFunc(d.matters, func(id string) bool { return two[matterIn{d.doc, id}] })
	}
}

// oneDateMatter reports whether two times are of one matter, of which neither source has another.
func (s *sources) oneDateMatter(a, b *dated) bool {
	return a.doc != b.doc && slices.ContainsFunc(a.matters, func(id string) bool { return slices.Contains(b.matters, id) })
}

// How far two times of one matter may lie apart to be taken for one, told differently: of day, and in widths of the longer one.
const (
	clockApart  = 6 * time.Hour
	widthsApart = 14
)

// nearTimes reports whether two times of one matter are so near that one of them is wrong, and not of another event.
func nearTimes(a, b *dated) bool {
	if a.clock {
		return clocksApart(&a.t, &b.t) <= clockApart
	}
	width := max(a.t.To.Sub(a.t.From), b.t.To.Sub(b.t.From), 24*time.Hour)
	gap := max(a.t.From.Sub(b.t.From), b.t.From.Sub(a.t.From))
	return gap <= widthsApart*width || a.t.Grain >= timex.Month && gap <= 2*366*24*time.Hour || misprinted(a, b)
}
