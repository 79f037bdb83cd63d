package report

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck/internal/layout"
)

// A diagram shows which sources share an origin: sources on the left, origins on the right, a line for
// each that rests on it.
type diagram struct {
	Width, Height int
	Sources       []node
	Origins       []node
	Lines         []line
	Text          string // the same in words
}

type node struct {
	X, Y          int
	Class, Letter string
	Label         string
}

type line struct{ X1, Y1, X2, Y2 int }

const (
	diagramRow    = 34
	diagramLeft   = 14
	diagramRight  = 330
	diagramWidth  = 760
	diagramLabel  = 50 // columns of an origin's label
	diagramName   = 26
	mostInDiagram = 12 // sources; more are only listed
)

// newDiagram draws the origins of a report. It is empty where there are none, or too many sources.
func newDiagram(b *builder) diagram {
	var d diagram
	if len(b.p.Origins) == 0 || len(b.p.Sources) > mostInDiagram {
		return d
	}
	for i, s := range b.p.Sources {
		d.Sources = append(d.Sources, node{diagramLeft, 22 + i*diagramRow, s.Class, s.Letter, layout.Clip(s.Name, diagramName)})
	}
	var says []string
	own := make([]bool, len(b.p.Sources))
	for i := range own {
		own[i] = true
	}
	for i := range b.r.Findings {
		f := &b.r.Findings[i]
		if f.Kind != "provenance" {
			continue
		}
		var at []int
		for k := range f.Positions {
			for _, id := range f.Positions[k].Sources {
				if s, ok := b.index[id]; ok && !slices.Contains(at, s) {
					at = append(at, s)
				}
			}
		}
		says = append(says, d.add(layout.Clip(layout.Clean(f.Topic), diagramLabel), at))
		for _, s := range at {
			own[s] = own[s] && f.Rule == compare.FirstReport
		}
	}
	for s, alone := range own {
		if alone {
			d.add(wordOwn, []int{s})
		}
	}
	d.Text = strings.Join(says, "; ")
	d.Width, d.Height = diagramWidth, 22+diagramRow*max(len(d.Sources), len(d.Origins))-diagramRow/2+6
	return d
}

const wordOwn = "no shared origin found"

// add draws an origin and a line to each of its sources, and returns both in words.
func (d *diagram) add(label string, sources []int) string {
	o := node{X: diagramRight, Y: 22 + len(d.Origins)*diagramRow, Label: label}
	d.Origins = append(d.Origins, o)
	var letters []string
	for _, s := range sources {
		n := d.Sources[s]
		letters = append(letters, n.Letter)
		d.Lines = append(d.Lines, line{n.X + 210, n.Y, o.X - 8, o.Y})
	}
	return strings.Join(letters, ", ") + ": " + label
}
