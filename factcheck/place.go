package factcheck

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// A placer tells lines and columns of offsets.
type placer struct {
	docs  map[string]*normalize.Document
	lines map[string]*text.Lines
}

func newPlacer(docs []*normalize.Document) *placer {
	p := &placer{docs: make(map[string]*normalize.Document, len(docs)), lines: make(map[string]*text.Lines, len(docs))}
	for _, d := range docs {
		p.docs[d.Source.ID], p.lines[d.Source.ID] = d, new(text.Lines)
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
				e.Line, e.Column = p.lines[e.Source].At(d.Source.Text, e.Start)
			}
		}
	}
}
