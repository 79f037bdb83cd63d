package factcheck

import (
	"sort"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/normalize"
)

// A placer tells lines and columns of offsets.
type placer struct {
	docs  map[string]*normalize.Document
	lines map[string][]int // where each line of a source starts
}

func newPlacer(docs []*normalize.Document) *placer {
	p := &placer{docs: make(map[string]*normalize.Document, len(docs)), lines: make(map[string][]int, len(docs))}
	for _, d := range docs {
		p.docs[d.Source.ID] = d
	}
	return p
}

// place fills in the words, line and column of the evidence where they are missing.
func (p *placer) place(f *compare.Finding) {
	for i := range f.Positions {
		evidence := f.Positions[i].Evidence
		for j := range evidence {
			e := &evidence[j]
			d := p.docs[e.Source]
			if d == nil {
				continue
			}
			if e.Text == "" {
				e.Text = e.Span.Of(d.Source.Text)
			}
			if e.Line == 0 {
				e.Line, e.Column = p.at(d.Source, e.Start)
			}
		}
	}
}

// at returns the 1-based line and column, in bytes, of an offset.
func (p *placer) at(s *Source, offset int) (line, column int) {
	starts, ok := p.lines[s.ID]
	if !ok {
		starts = lineStarts(s.Text)
		p.lines[s.ID] = starts
	}
	n := sort.SearchInts(starts, offset+1)
	return n, offset - starts[n-1] + 1
}

func lineStarts(s string) []int {
	starts := []int{0}
	for i := 0; ; {
		n := strings.IndexByte(s[i:], '\n')
		if n < 0 {
			return starts
		}
		i += n + 1
		starts = append(starts, i)
	}
}
