package factcheck

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck/internal/layout"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns writes two sources beside each other, what both speak of under one number: [3=75 miles]. The sign behind the
// number tells what was found, so that it reads without colours: = agree, ~ fit together, ! differ, ? disputed.
type Columns struct {
	Width int  // columns of both; 0: 100
	Color bool // mark passages with colours of a terminal, beside the signs
}

// Paragraphs that are put in order with each other; longer texts stand below one another in order.
const mostParagraphs = 2000

// Write writes r, which must be of two sources.
func (c Columns) Write(w io.Writer, r *Report) error {
	if len(r.Sources) != 2 {
		return fmt.Errorf("two sources stand beside each other, not %d", len(r.Sources))
	}
	if c.Width == 0 {
		c.Width = defaultWidth
	}
	b := &columns{page: page{Text: Text{Width: max(c.Width, 2*minWidth), Color: c.Color}, r: r, letters: Letters(2), index: map[string]int{r.Sources[0].ID: 0, r.Sources[1].ID: 1}}}
	b.number()
	b.report()
	_, err := io.WriteString(w, b.b.String())
	return err
}

type columns struct {
	page
	marks [2][]label // of each source, in order
	shown []*Finding // by number
}

// A label is a passage that a number stands at.
type label struct {
	Span
	number int
	sign   string
	color  paint
}

var signs = map[compare.Verdict]string{compare.VerdictAgree: "=", compare.VerdictCompatible: "~", compare.VerdictConflict: "!", compare.VerdictDisputed: "?", compare.VerdictSingle: "-"}

// number gives findings of both sources a number and a free passage in each: the gravest first, then those of the
// fewest words, so that a figure is marked rather than its sentence. Numbers count in the order of the first source.
func (c *columns) number() {
	type found struct {
		f  *Finding
		at [2][]Span
		n  int
	}
	var all []found
	for i := range c.r.Findings {
		x := found{f: &c.r.Findings[i]}
		if x.f.Kind == kindProvenance {
			continue
		}
		for _, e := range x.f.Evidence() {
			if k, ok := c.index[e.Source]; ok && e.Start < e.End {
				x.at[k] = append(x.at[k], e.Span)
				x.n += e.End - e.Start
			}
		}
		if len(x.at[0]) > 0 && len(x.at[1]) > 0 {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(int(b.f.Severity)-int(a.f.Severity), a.n-b.n)
	})
	for _, x := range all {
		left, ok := c.free(0, x.at[0])
		right, also := c.free(1, x.at[1])
		if !ok || !also {
			continue
		}
		n := len(c.shown)
		c.shown = append(c.shown, x.f)
		for k, span := range []Span{left, right} {
			c.marks[k] = append(c.marks[k], label{span, n, cmp.Or(signs[x.f.Verdict], "·"), severityColor[x.f.Severity]})
		}
	}
	c.renumber()
}

// free returns the first of the spans of source k that no mark overlaps.
func (c *columns) free(k int, spans []Span) (Span, bool) {
	for _, s := range spans {
		if !slices.ContainsFunc(c.marks[k], func(m label) bool { return s.Start < m.End && m.Start < s.End }) {
			return s, true
		}
	}
	return Span{}, false
}

// renumber counts in the order in which the first source has them.
func (c *columns) renumber() {
	for k := range c.marks {
		slices.SortFunc(c.marks[k], func(a, b label) int { return a.Start - b.Start })
	}
	to, shown := make([]int, len(c.shown)), make([]*Finding, len(c.shown))
	for i, m := range c.marks[0] {
		to[m.number], shown[i] = i+1, c.shown[m.number]
	}
	c.shown = shown
	for k := range c.marks {
		for i := range c.marks[k] {
			c.marks[k][i].number = to[c.marks[k][i].number]
		}
	}
}

func (c *columns) report() {
	c.head()
	left, right := c.paragraphs(0), c.paragraphs(1)
	half := (c.Width - 3) / 2
	c.b.WriteByte('\n')
	for _, row := range pair(left, right) {
		var a, b []string
		if row[0] >= 0 {
			a = layout.WrapWords(left[row[0]].words, half, "", "")
		}
		if row[1] >= 0 {
			b = layout.WrapWords(right[row[1]].words, half, "", "")
		}
		for i := range max(len(a), len(b)) {
			c.b.WriteString(strings.TrimRight(cellOf(a, i, half)+c.paint(dim, " │ ")+at(b, i), " ") + "\n")
		}
		c.b.WriteString(strings.TrimRight(cellOf(nil, 0, half)+c.paint(dim, " │ "), " ") + "\n")
	}
	c.legend()
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

func cellOf(lines []string, i, width int) string {
	s := at(lines, i)
	return s + strings.Repeat(" ", max(0, width-layout.Cells(layout.Plain(s))))
}

// legend tells what each number is.
func (c *columns) legend() {
	c.b.WriteByte('\n')
	for i, f := range c.shown {
		head := fmt.Sprintf("%3d%s %-16s ", i+1, cmp.Or(signs[f.Verdict], "·"), f.Rule)
		for n, l := range layout.Wrap(layout.Clean(f.Title), c.Width, head, strings.Repeat(" ", len(head))) {
			if n == 0 {
				l = c.paint(severityColor[f.Severity], head) + l[len(head):]
			}
			c.b.WriteString(l + "\n")
		}
	}
	for _, l := range layout.Wrap(wordSigns, c.Width, "  ", "  ") {
		c.b.WriteString(c.paint(dim, l) + "\n")
	}
}

// A paragraph is its words, painted, and the numbers that stand in it.
type paragraph struct {
	words   []string
	spaced  bool // white space stands behind the last of them
	numbers []int
}

// add appends the words of a piece of cleaned text, as mark shows them; the first is joined to the last one where no white space stood between
// them.
func (p *paragraph) add(piece string, mark func(words []string)) {
	words := strings.Fields(piece)
	if len(words) > 0 {
		mark(words)
	}
	apart := p.spaced || strings.HasPrefix(piece, " ")
	if piece != "" {
		p.spaced = strings.HasSuffix(piece, " ")
	}
	if len(words) == 0 {
		p.spaced = p.spaced || apart
		return
	}
	if n := len(p.words); n > 0 && !apart {
		p.words[n-1] += words[0]
		words = words[1:]
	}
	p.words = append(p.words, words...)
}

// asTheyAre marks nothing.
func asTheyAre([]string) {}

// paragraphs cuts a source where a line ends.
func (c *columns) paragraphs(k int) []paragraph {
	s := c.r.Sources[k].Source
	body := s.Body
	if body.Empty() {
		body = Span{Start: 0, End: len(s.Text)}
	}
	if !s.Headline.Empty() {
		body.Start = min(body.Start, s.Headline.Start)
	}
	var out []paragraph
	seen := asSeen(s.Text)
	marks := c.marks[k]
	for start := body.Start; start < body.End; {
		end := body.End
		if n := strings.IndexByte(s.Text[start:body.End], '\n'); n >= 0 {
			end = start + n + 1
		}
		for _, m := range marks { // a passage that goes over a line end keeps its lines together
			if m.Start < end && m.End > end {
				end = m.End
			}
		}
		var p paragraph
		from := start
		for len(marks) > 0 && marks[0].Start < end {
			m := marks[0]
			marks = marks[1:]
			if m.Start < from { // in front matter
				continue
			}
			p.add(seen(from, m.Start), asTheyAre)
			p.add(seen(m.Start, m.End), func(words []string) { c.mark(m, words) })
			p.numbers = append(p.numbers, m.number)
			from = m.End
		}
		if from < end {
			p.add(seen(from, end), asTheyAre)
		}
		if len(p.words) > 0 {
			out = append(out, p)
		}
		start = end
	}
	return out
}

// asSeen returns what gives pieces of a text as its readers see them: markup may begin in one piece and end in another.
func asSeen(s string) func(from, to int) string {
	if !text.Marked(s) {
		return func(from, to int) string { return layout.Clean(s[from:to]) }
	}
	t := text.Read(&text.Source{Text: s})
	return func(from, to int) string { return layout.Clean(t.Unmarked(from, to)) }
}

// mark puts the words of a passage between brackets.
func (c *columns) mark(m label, words []string) {
	words[0] = fmt.Sprintf("[%d%s%s", m.number, m.sign, words[0])
	words[len(words)-1] += "]"
	for i := range words {
		words[i] = c.paint(m.color, words[i])
	}
}

// pair puts paragraphs beside each other that share the most numbers, in the order of both; the others stand alone. -1 is
// none.
func pair(a, b []paragraph) [][2]int {
	if len(a)*len(b) > mostParagraphs*mostParagraphs {
		return beside(len(a), len(b))
	}
	best := make([][]int32, len(a)+1) // of a[i:] and b[j:]
	for i := range best {
		best[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1], best[i+1][j+1]+shared(&a[i], &b[j]))
		}
	}
	var rows [][2]int
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && shared(&a[i], &b[j]) > 0 && best[i][j] == best[i+1][j+1]+shared(&a[i], &b[j]):
			rows, i, j = append(rows, [2]int{i, j}), i+1, j+1
		case i < len(a) && (j == len(b) || best[i][j] == best[i+1][j]):
			rows, i = append(rows, [2]int{i, -1}), i+1
		default:
			rows, j = append(rows, [2]int{-1, j}), j+1
		}
	}
	return rows
}

func beside(n, m int) [][2]int {
	rows := make([][2]int, max(n, m))
	for i := range rows {
		rows[i] = [2]int{i, i}
		if i >= n {
			rows[i][0] = -1
		}
		if i >= m {
			rows[i][1] = -1
		}
	}
	return rows
}

func shared(a, b *paragraph) int32 {
	n := int32(0)
	for _, x := range a.numbers {
		if slices.Contains(b.numbers, x) {
			n++
		}
	}
	return n
}
