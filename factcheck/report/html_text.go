package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/internal/layout"
	"github.com/factdiff/factdiff/normalize/text"
)

// mark notes the passages of a finding for the full texts.
func (b *builder) mark(i int, f *factcheck.Finding) {
	for k := range f.Positions {
		for n := range f.Positions[k].Evidence {
			e := &f.Positions[k].Evidence[n]
			if s, ok := b.index[e.Source]; ok && e.Start < e.End {
				b.marks[s] = append(b.marks[s], mark{e.Span, class(f), int(f.Severity)*2 + btoi(f.Verdict != compare.VerdictSingle), anchor(i)})
			}
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// A textView is a full text in pieces, some of them marked.
type textView struct {
	sourceView
	Pieces []piece
}

// A piece is a run of text. ID is set where a passage starts, To where it is marked.
type piece struct{ ID, To, Class, Text string }

func (b *builder) texts() {
	size := 0
	for i := range b.r.Sources {
		size += len(b.r.Sources[i].Text)
	}
	for i := range b.r.Sources {
		pieces := asSeen(b.r.Sources[i].Text, cut(b.r.Sources[i].Text, b.p.Sources[i].Letter, b.marks[i]))
		if size > wholeTexts {
			pieces = markedLines(pieces)
		}
		for k := range pieces {
			pieces[k].Text = pictured(pieces[k].Text)
		}
		b.p.Texts = append(b.p.Texts, textView{b.p.Sources[i], pieces})
	}
}

// asSeen takes the tags out of the pieces of a page of HTML: its full text is what its readers see. Other texts stay as they are.
func asSeen(whole string, pieces []piece) []piece {
	if !strings.Contains(whole, "</") {
		return pieces
	}
	t := text.Read(&text.Source{Text: whole})
	at := 0
	for i := range pieces {
		p := &pieces[i]
		end := at + len(p.Text)
		p.Text = t.Unmarked(at, end)
		at = end
	}
	return pieces
}

// cut divides a text where passages start and end. Where passages overlap, the gravest marks the piece;
// each has an anchor at its start.
func cut(text, letter string, marks []mark) []piece {
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Or(a.span.Start-b.span.Start, b.rank-a.rank) })
	edges := []int{0, len(text)}
	for _, m := range marks {
		edges = append(edges, m.span.Start, m.span.End)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var out []piece
	var open []mark // those that cover the piece at hand
	next := 0
	for k := 0; k+1 < len(edges); k++ {
		start, end := edges[k], edges[k+1]
		open = slices.DeleteFunc(open, func(m mark) bool { return m.span.End <= start })
		p := piece{Text: text[start:end]}
		for ; next < len(marks) && marks[next].span.Start == start; next++ {
			p.ID = fmt.Sprintf("t%s%d", letter, start)
			open = append(open, marks[next])
		}
		if len(open) > 0 && (p.ID != "" || strings.TrimSpace(p.Text) != "") { // a link of a space alone says nothing
			top := open[0]
			for _, m := range open {
				if m.rank > top.rank {
					top = m
				}
			}
			p.Class, p.To = top.class, top.to
		}
		out = append(out, p)
	}
	return out
}

// pictured shows control characters by their pictures: ␛ is what turns up in a page, and commands nobody's terminal.
func pictured(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\r':
		case r < ' ':
			return '\u2400' + r
		case r == 0x7f:
			return '\u2421'
		case r > 0x7f && r < 0xa0:
			return '\ufffd'
		}
		return r
	}, s)
}

// markedLines keeps of unmarked text what stands on the line of a mark.
func markedLines(pieces []piece) []piece {
	for i := range pieces {
		p := &pieces[i]
		if p.To != "" || len(p.Text) < 400 {
			continue
		}
		head, tail := strings.IndexByte(p.Text, '\n'), strings.LastIndexByte(p.Text, '\n')
		if head < 0 {
			head, tail = len(layout.Clip(p.Text, 200)), len(p.Text)-200
		}
		lead, trail := p.Text[:max(head, 0)], p.Text[min(tail+1, len(p.Text)):]
		if i == 0 {
			lead = ""
		}
		if i == len(pieces)-1 {
			trail = ""
		}
		p.Text = strings.ToValidUTF8(layout.Clip(lead, 400)+"\n[…]\n"+layout.ClipLeft(trail, 400), "")
	}
	return pieces
}
