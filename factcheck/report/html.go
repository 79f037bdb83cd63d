package report

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/internal/layout"
)

//go:embed page.html.tmpl
var pageSource string

//go:embed page.css
var pageStyle string

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{"rows": rowsOf}).Parse(pageSource))

// rows is what the template of rows is called with.
type rows struct {
	Wide bool
	Rows []row
}

func rowsOf(wide bool, all []row) rows { return rows{wide, all} }

// Limits that keep a page readable when there is much of everything.
const (
	openCards   = 24      // cards to check that are open; the others are folded
	openRows    = 40      // rows of a section that are open
	wideTable   = 6       // sources up to which the fact table has a column for each
	openTexts   = 6       // sources up to which the full texts are open
	wholeTexts  = 400_000 // bytes of text up to which texts are given whole, and otherwise only marked lines
	contextLeft = 90      // columns of a line before a passage
	contextEnd  = 110     // and behind it
	longValue   = 140
)

// HTML writes the report as one page: no script, no link out, everything in one file.
func HTML(w io.Writer, r *factcheck.Report) error {
	return pageTemplate.Execute(w, newPage(r))
}

// A page is what the template shows. Strings are plain text; the template escapes them.
type page struct {
	Style    template.CSS
	Title    string
	Headline string
	Lede     string
	First    []string // what to look at first
	Empty    bool

	ToCheck, Serious, Agree, Fit, Single int
	Quiet                                int // accepted or known

	Sources []sourceView
	Cards   []card // open
	Folded  []card
	Groups  []group
	Wide    bool // a column for each source
	Columns int  // of the fact table
	Quotes  []card
	Names   []nameRow
	Singles fold[singleRow]
	Origins []originView
	Diagram diagram
	Texts   []textView
	Open    bool // texts are unfolded
}

type sourceView struct {
	Letter, Name, ID string
	Class            string
	Date             string
	Bytes            int
	Alone            []link // the cards where it stands apart
}

type link struct {
	Number int
	To     string
}

// A badge is a letter that leads to a place in a text.
type badge struct {
	Letter, Class, To, Label string
}

type passage struct {
	badge
	Before, Words, After string
	Place                string
	Absent               string
	Wording              []word
	Note                 string
}

type word struct{ Class, Text string }

type card struct {
	ID, Number, Class, Severity, Tag, Topic string
	Passages                                []passage
	Why                                     string
	Rule, Fingerprint                       string
}

type group struct {
	Name string
	Rows fold[row]
}

type row struct {
	ID, Topic string
	Cells     []cell
	Verdict   string
	Class     string
	To        string // its card
	Note      string
}

type cell struct {
	Source  string // for narrow windows
	Class   string
	Values  []badge // Label is the words as printed
	Badges  []badge // who, in a narrow table
	Missing bool
}

// A fold is a list of which the rest is folded away.
type fold[T any] struct{ Open, Rest []T }

func folded[T any](all []T, n int) fold[T] {
	if len(all) <= n+n/4 {
		return fold[T]{Open: all}
	}
	return fold[T]{all[:n], all[n:]}
}

type nameRow struct {
	ID, Name string
	Forms    []cell
}

type singleRow struct {
	ID    string
	Badge badge
	Topic string
	Words string
}

type originView struct {
	ID, Topic, Why string
	Badges         []badge
}

// A builder turns a report into a page.
type builder struct {
	r     *factcheck.Report
	index map[string]int
	p     *page
	marks [][]mark // of each source
	cards map[int]int
}

type mark struct {
	span  factcheck.Span
	class string
	rank  int
	to    string // the finding
}

func newPage(r *factcheck.Report) *page {
	b := &builder{r: r, p: &page{Style: template.CSS(pageStyle), Headline: r.Headline(), Title: r.Headline()},
		index: make(map[string]int, len(r.Sources)), marks: make([][]mark, len(r.Sources)), cards: map[int]int{}}
	letters := factcheck.Letters(len(r.Sources))
	for i := range r.Sources {
		s := &r.Sources[i]
		b.index[s.ID] = i
		b.p.Sources = append(b.p.Sources, sourceView{Letter: letters[i], Name: layout.Clean(s.Name()), ID: layout.Clean(s.ID), Class: fmt.Sprintf("c%d", i%12),
			Date: factcheck.FormatDate(s.Published), Bytes: len(s.Text)})
	}
	b.p.Empty = r.Empty()
	b.p.Wide = len(r.Sources) <= wideTable
	b.p.Columns = 3
	if b.p.Wide {
		b.p.Columns = len(r.Sources) + 2
	}
	b.p.Open = len(r.Sources) <= openTexts
	b.findings()
	b.texts()
	return b.p
}

func (b *builder) findings() {
	var cards []card
	groups := []struct {
		name  string
		kinds []string
		rows  []row
	}{{name: groupNumbers, kinds: []string{"number", "conversion"}}, {name: groupDates, kinds: []string{"date"}},
		{name: groupWords, kinds: []string{"attribution", "stance", "term", "omission"}}, {name: groupNames, kinds: []string{"name", "place"}}}
	var singles []singleRow
	for i := range b.r.Findings {
		f := &b.r.Findings[i]
		check := f.Severity > factcheck.Info
		if check {
			b.cards[i] = len(cards) + 1
			cards = append(cards, b.card(i, f))
			b.apart(f, link{len(cards), anchor(i)})
			if !f.Counts() {
				b.p.Quiet++
			} else if b.p.ToCheck++; f.Severity == factcheck.Serious {
				b.p.Serious++
			}
			if f.Severity == factcheck.Serious && f.Counts() && len(b.p.First) < 3 {
				b.p.First = append(b.p.First, layout.Clip(layout.Clean(f.Topic), longValue))
			}
		}
		b.mark(i, f)
		switch {
		case f.Kind == "quote":
			if !check && f.Verdict != compare.VerdictSingle {
				b.p.Quotes = append(b.p.Quotes, b.card(i, f))
				b.count(f)
				continue
			}
		case f.Kind == kindProvenance:
			b.p.Origins = append(b.p.Origins, b.origin(i, f))
			continue
		case f.Rule == compare.NameVariant:
			b.p.Names = append(b.p.Names, b.names(i, f))
			continue
		}
		if !check && f.Verdict == compare.VerdictSingle {
			b.p.Single++
			singles = append(singles, b.single(i, f))
			continue
		}
		for g := range groups {
			if slices.Contains(groups[g].kinds, f.Kind) {
				groups[g].rows = append(groups[g].rows, b.row(i, f))
			}
		}
		b.count(f)
	}
	for _, g := range groups {
		if len(g.rows) > 0 {
			b.p.Groups = append(b.p.Groups, group{g.name, folded(g.rows, openRows)})
		}
	}
	open := folded(cards, openCards)
	b.p.Cards, b.p.Folded = open.Open, open.Rest
	b.p.Singles = folded(singles, openRows)
	b.p.Lede = lede(b.p)
	b.p.Diagram = newDiagram(b)
}

// count adds a finding to the three numbers at the head.
func (b *builder) count(f *factcheck.Finding) {
	switch {
	case f.Severity > factcheck.Info:
	case f.Verdict == compare.VerdictAgree:
		b.p.Agree++
	case f.Verdict == compare.VerdictCompatible:
		b.p.Fit++
	}
}

// apart notes who is the only one to say what he says where others say something else together.
func (b *builder) apart(f *factcheck.Finding, l link) {
	most := 0
	for i := range f.Positions {
		most = max(most, len(f.Positions[i].Sources))
	}
	for i := range f.Positions {
		if p := &f.Positions[i]; len(p.Sources) == 1 && most > 1 {
			if k, ok := b.index[p.Sources[0]]; ok && !slices.Contains(b.p.Sources[k].Alone, l) {
				b.p.Sources[k].Alone = append(b.p.Sources[k].Alone, l)
			}
		}
	}
}

const kindProvenance = "provenance"

func anchor(i int) string { return fmt.Sprintf("f%d", i+1) }

func (b *builder) badge(e *compare.Evidence) badge {
	i, ok := b.index[e.Source]
	if !ok {
		return badge{Letter: layout.Clean(e.Source)}
	}
	s := &b.p.Sources[i]
	return badge{s.Letter, s.Class, b.place(e), fmt.Sprintf(labelPlace, s.Name, e.Line)}
}

// place is the anchor of a piece of evidence in its full text.
func (b *builder) place(e *compare.Evidence) string {
	return fmt.Sprintf("t%s%d", b.p.Sources[b.index[e.Source]].Letter, e.Start)
}

func (b *builder) source(id string) badge {
	i, ok := b.index[id]
	if !ok {
		return badge{Letter: layout.Clean(id)}
	}
	s := &b.p.Sources[i]
	return badge{s.Letter, s.Class, "s" + s.Letter, s.Name}
}

var severityClass = [...]string{factcheck.Info: "ok", factcheck.Minor: "low", factcheck.Review: "mid", factcheck.Serious: "hi"}

func class(f *factcheck.Finding) string {
	if f.Verdict == compare.VerdictSingle && f.Severity == factcheck.Info {
		return "low"
	}
	return severityClass[f.Severity]
}

func (b *builder) card(i int, f *factcheck.Finding) card {
	c := card{ID: anchor(i), Class: class(f), Severity: f.Severity.String(), Tag: layout.Clean(f.Heading()), Topic: layout.Clean(f.Topic),
		Why: layout.Clean(f.Explanation), Rule: string(f.Rule), Fingerprint: layout.Clean(f.ID)}
	if c.Topic == "" {
		c.Topic = c.Tag
	}
	if f.Accepted != "" {
		c.Tag += " · " + fmt.Sprintf(wordAccepted, layout.Clean(f.Accepted))
	}
	if n := b.cards[i]; n > 0 {
		c.Number = fmt.Sprint(n)
	}
	for k := range f.Positions {
		pos := &f.Positions[k]
		for n := range pos.Evidence {
			last := n+1 == len(pos.Evidence) || pos.Evidence[n+1].Source != pos.Evidence[n].Source // of its source
			c.Passages = append(c.Passages, b.passage(pos, &pos.Evidence[n], last))
		}
		if len(pos.Evidence) > 0 {
			continue
		}
		for _, id := range pos.Sources {
			c.Passages = append(c.Passages, passage{badge: b.source(id), Absent: f.Absent()})
		}
	}
	return c
}

func (b *builder) passage(pos *compare.Position, e *compare.Evidence, last bool) passage {
	before, after := b.r.Line(e)
	p := passage{badge: b.badge(e), Words: layout.Clean(e.Text), Place: fmt.Sprintf(wordLine, e.Line)}
	if len(pos.Wording) > 0 && last {
		p.Wording = words(pos.Wording)
		return p
	}
	p.Before = layout.ClipLeft(layout.Clean(before), contextLeft)
	p.After = layout.Clip(layout.Clean(after), contextEnd)
	if v := layout.Clean(factcheck.Readable(pos.Value)); v != "" && !begins(p.Words, v) {
		p.Note = layout.Clip(v, longValue)
	}
	return p
}

// begins reports whether words are a value, or begin with what is left of it where it was cut.
func begins(words, value string) bool {
	head := strings.TrimRight(strings.TrimSuffix(value, layout.Ellipsis), " ")
	if head == value {
		return strings.EqualFold(words, value)
	}
	return len(words) >= len(head) && strings.EqualFold(words[:len(head)], head)
}

func words(edits []compare.Wording) []word {
	var out []word
	for _, e := range edits {
		class := ""
		switch e.Op {
		case compare.Gone:
			class = "gone"
		case compare.Added:
			class = "new"
		case compare.Respelled:
			class = "sp"
		}
		out = append(out, word{class, layout.Clean(e.Text)})
	}
	return out
}

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
			words := layout.Clip(layout.Clean(e.Text), longValue)
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
		label := layout.Clip(layout.Clean(factcheck.Readable(pos.Value)), longValue)
		if label == "" && len(pos.Evidence) > 0 {
			label = layout.Clip(layout.Clean(pos.Evidence[0].Text), longValue)
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
		s.Badge, s.Words = b.badge(e), layout.Clip(layout.Clean(e.Text), longValue)
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
		pieces := cut(b.r.Sources[i].Text, b.p.Sources[i].Letter, b.marks[i])
		if size > wholeTexts {
			pieces = markedLines(pieces)
		}
		for k := range pieces {
			pieces[k].Text = pictured(pieces[k].Text)
		}
		b.p.Texts = append(b.p.Texts, textView{b.p.Sources[i], pieces})
	}
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
