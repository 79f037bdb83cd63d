package factcheck

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck/internal/layout"
)

// Text writes reports for people. The zero value writes plain text 100 columns wide.
type Text struct {
	Width int  // columns; 0: 100
	Color bool // mark severities and passages with colours of a terminal, beside the words that say the same
	All   bool // show every finding; otherwise long sections end with a line that counts the rest
	Cards bool // show every finding with all its passages, also those that need no check
}

const (
	defaultWidth = 100
	minWidth     = 40
	mostChecks   = 20 // findings to check that are shown without All
	mostOthers   = 8  // findings of each other section
	mostPassages = 12 // passages of one value
)

// Write writes r to w.
func (t Text) Write(w io.Writer, r *Report) error {
	if t.Width == 0 {
		t.Width = defaultWidth
	}
	p := &page{Text: t, r: r, letters: Letters(len(r.Sources)), index: make(map[string]int, len(r.Sources))}
	p.Width = max(p.Width, minWidth)
	for i, s := range r.Sources {
		p.index[s.ID] = i
	}
	p.report()
	_, err := io.WriteString(w, p.b.String())
	return err
}

// Letters returns short names for n sources: A, B … Z, AA, AB …
func Letters(n int) []string {
	out := make([]string, n)
	for i := range out {
		var s string
		for k := i + 1; k > 0; k = (k - 1) / 26 {
			s = string(rune('A'+(k-1)%26)) + s
		}
		out[i] = s
	}
	return out
}

// A page is a report while it is laid out.
type page struct {
	Text
	b       strings.Builder
	r       *Report
	letters []string
	index   map[string]int // of a source, by its id
}

func (p *page) report() {
	p.head()
	if p.r.Empty() {
		p.line("", "", wordEmpty(p.r))
	}
	shown, quiet := 0, 0 // quiet: accepted or known
	for i := range p.r.Findings {
		f := &p.r.Findings[i]
		if f.Severity == Info && !p.Cards {
			continue
		}
		if !f.Counts() && !p.All {
			quiet++
			continue
		}
		if shown++; shown <= mostChecks || p.All {
			p.card(shown, f)
		}
	}
	p.more(shown, mostChecks)
	if quiet > 0 {
		p.b.WriteString("\n" + p.paint(dim, fmt.Sprintf(wordQuiet, quiet)) + "\n")
	}
	if p.Cards {
		return
	}
	p.section(wordAgree, compare.VerdictAgree)
	p.section(wordCompatible, compare.VerdictCompatible)
	p.section(wordDisputed, compare.VerdictDisputed)
	p.section(wordSingle, compare.VerdictSingle)
	p.list(wordOrigins, func(f *Finding) bool { return f.Kind == kindProvenance && f.Severity == Info })
}

func (p *page) head() {
	counts := p.counts()
	line := strings.Join(append([]string{p.paint(bold, p.r.Headline())}, counts...), "   ")
	if len(counts) > 0 && layout.Cells(layout.Plain(line)) > p.Width { // below the headline then
		for i := range counts[:len(counts)-1] {
			counts[i] += ","
		}
		line = p.paint(bold, p.r.Headline()) + "\n" + strings.Join(layout.WrapWords(counts, p.Width, "", ""), "\n")
	}
	p.b.WriteString(line + "\n")
	var names []string
	for i, s := range p.r.Sources {
		names = append(names, p.letters[i]+" "+layout.Clean(s.Name()))
	}
	for _, l := range layout.Wrap(strings.Join(names, " · "), p.Width, "", "") {
		p.b.WriteString(p.paint(dim, l) + "\n")
	}
}

// counts are the figures beside the headline.
func (p *page) counts() []string {
	s := p.r.tally()
	var out []string
	add := func(n int, color paint, word string) {
		if n > 0 {
			out = append(out, p.paint(color, fmt.Sprintf("%d %s", n, word)))
		}
	}
	add(s.Serious, red, compare.Serious.String())
	add(s.Review, yellow, wordReview)
	add(s.Minor, blue, compare.Minor.String())
	add(s.Agree, green, wordAgrees)
	add(s.Compatible, green, wordFits)
	return out
}

// card shows a finding with every passage and why it was reported.
func (p *page) card(n int, f *Finding) {
	color := severityColor[f.Severity]
	p.b.WriteByte('\n')
	number := fmt.Sprintf("%-2d ", n)
	head := number + fmt.Sprintf("%-7s ", f.Severity) + string(f.Rule)
	for i, l := range layout.Wrap(layout.Clean(f.Title), p.Width, head+"  ", "   ") {
		if i == 0 {
			l = strings.Replace(l, head, p.paint(color, head), 1)
		}
		p.b.WriteString(l + "\n")
	}
	for i := range f.Positions {
		if pos := &f.Positions[i]; len(pos.Wording) > 0 {
			p.collated(pos)
		} else {
			p.position(f, pos)
		}
	}
	if f.Explanation != "" {
		p.line("     ", wordWhy, f.Explanation)
	}
	if f.Accepted != "" {
		p.line("     ", wordAccepted, f.Accepted)
	}
	p.b.WriteString(p.paint(dim, "     "+fmt.Sprintf("%-*s", placeWidth, wordID)+layout.Clean(f.ID)) + "\n")
}

const placeWidth = 9

// position shows the passages of one value, or says that a source has none.
func (p *page) position(f *Finding, pos *compare.Position) {
	shown := len(pos.Evidence)
	if !p.All && shown > mostPassages {
		shown = mostPassages
	}
	for i := range pos.Evidence[:shown] {
		p.passage(pos, &pos.Evidence[i])
	}
	if more := p.unseen(pos.Evidence, shown); len(more) > 0 {
		p.line("     ", wordAlso, strings.Join(more, " "))
	}
	if len(pos.Evidence) > 0 {
		return
	}
	for _, id := range pos.Sources {
		p.line("     ", p.letter(id), f.Absent())
	}
}

// unseen returns the letters of the sources that have evidence from n on and none before.
func (p *page) unseen(all []compare.Evidence, n int) []string {
	var out []string
	seen := map[string]bool{}
	for i := range all {
		if id := all[i].Source; !seen[id] {
			seen[id] = true
			if i >= n {
				out = append(out, p.letter(id))
			}
		}
	}
	return out
}

// collated shows one wording of a quotation against the first: [-gone-] {+added+} ~respelled~.
func (p *page) collated(pos *compare.Position) {
	var words []string
	for _, w := range pos.Wording {
		color, open, shut := marks(w.Op)
		for i, word := range strings.Fields(layout.Words(w.Text)) {
			if i == 0 {
				word = open + word
			}
			words = append(words, p.paint(color, word))
		}
		if n := len(words); n > 0 {
			words[n-1] = p.paintInside(words[n-1], color, shut)
		}
	}
	if len(pos.Evidence) == 0 {
		return
	}
	own := 1 // a quotation may be told in several pieces
	for own < len(pos.Evidence) && pos.Evidence[own].Source == pos.Evidence[0].Source {
		own++
	}
	label := "     " + fmt.Sprintf("%-*s", placeWidth, p.places(pos.Evidence[:own])+" ")
	for k, l := range layout.WrapWords(words, p.Width, label, strings.Repeat(" ", 5+placeWidth)) {
		if k == 0 {
			l = p.paint(dim, label) + l[len(label):]
		}
		p.b.WriteString(l + "\n")
	}
	if more := p.unseen(pos.Evidence, own); len(more) > 0 {
		p.line("     ", wordAlso, strings.Join(more, " "))
	}
}

// places returns where the evidence of one source stands: A:7,9.
func (p *page) places(all []compare.Evidence) string {
	var b strings.Builder
	b.WriteString(p.letter(all[0].Source))
	for i := range all {
		if i > 0 && all[i].Line == all[i-1].Line {
			continue
		}
		b.WriteByte(":,"[min(i, 1)])
		b.WriteString(strconv.Itoa(all[i].Line))
	}
	return b.String()
}

// paintInside appends shut to a word that may be painted already.
func (p *page) paintInside(word string, color paint, shut string) string {
	if plain, ok := strings.CutSuffix(word, paintEnd); ok && p.Color && color != "" {
		return plain + shut + paintEnd
	}
	return word + shut
}

func marks(op compare.Op) (c paint, open, shut string) {
	switch op {
	case compare.Gone:
		return red, "[-", "-]"
	case compare.Added:
		return green, "{+", "+}"
	case compare.Respelled:
		return dim, "~", "~"
	}
	return "", "", ""
}

func (p *page) letter(id string) string {
	if i, ok := p.index[id]; ok {
		return p.letters[i]
	}
	return layout.Clean(id)
}

// passage shows the words around a piece of evidence, with the evidence marked.
func (p *page) passage(pos *compare.Position, e *compare.Evidence) {
	place := fmt.Sprintf("     %-*s", placeWidth, fmt.Sprintf("%s:%d", p.letter(e.Source), e.Line))
	room := p.Width - utf8.RuneCountInString(place)
	note := ""
	if v := layout.Words(Readable(pos.Value)); v != "" && !strings.EqualFold(v, layout.Words(e.Text)) && layout.Cells(v) <= room/3 {
		note = "  = " + v
	}
	before, words, after := p.around(e, room-layout.Cells(note)-2)
	mark := p.paint(bold, words)
	if !p.Color && (before != "" || after != "") {
		mark = "[" + words + "]"
	}
	p.b.WriteString(p.paint(dim, place) + before + mark + after + p.paint(dim, note) + "\n")
}

// around returns the evidence and as much of its line as fits beside it.
func (p *page) around(e *compare.Evidence, room int) (before, words, after string) {
	words = layout.Clip(layout.Words(e.Text), room)
	lead, trail := p.r.Line(e)
	lead, trail = layout.Clean(lead), layout.Clean(trail)
	room -= layout.Cells(words)
	half := room / 2
	if n := layout.Cells(trail); n < half {
		half = room - n
	}
	before = layout.ClipLeft(lead, half)
	after = layout.Clip(trail, room-layout.Cells(before))
	return before, words, after
}

// section lists the findings of a verdict that need no check.
func (p *page) section(title string, v compare.Verdict) {
	p.list(title, func(f *Finding) bool { return f.Verdict == v && f.Severity == Info && f.Kind != kindProvenance })
}

const kindProvenance = "provenance"

// list shows findings, one a line.
func (p *page) list(title string, is func(*Finding) bool) {
	n := 0
	for i := range p.r.Findings {
		f := &p.r.Findings[i]
		if !is(f) {
			continue
		}
		if n++; n == 1 {
			p.b.WriteString("\n" + p.paint(bold, title) + "\n")
		}
		if n <= mostOthers || p.All {
			p.b.WriteString(layout.Clip("  "+p.brief(f), p.Width) + "\n")
		}
	}
	p.more(n, mostOthers)
}

// brief is a finding on one line: what, which values, who.
func (p *page) brief(f *Finding) string {
	var parts []string
	for i := range f.Positions {
		pos := &f.Positions[i]
		value := layout.Words(Readable(pos.Value))
		if value == "" && len(pos.Evidence) > 0 {
			value = layout.Words(pos.Evidence[0].Text)
		}
		if len(f.Positions) == 1 && saysAll(layout.Clean(f.Topic), value) { // what it is about is all there is to say
			parts = append(parts, "("+strings.Join(p.who(pos), " ")+")")
			continue
		}
		parts = append(parts, layout.Clip(value, 60)+" ("+strings.Join(p.who(pos), " ")+")")
	}
	topic := layout.Clean(f.Topic)
	if topic == "" {
		topic = layout.Clean(f.Title)
	}
	s := topic + ": " + strings.Join(parts, ", ")
	if f.Verdict == compare.VerdictAgree && f.Origins == 1 && f.Kind != kindProvenance && len(f.Positions) > 0 && len(f.Positions[0].Sources) > 1 {
		s += ", " + wordOneOrigin
	}
	return s
}

// saysAll reports whether a topic is a value, or ends with it behind the name of who says so.
func saysAll(topic, value string) bool {
	return value == topic || value != "" && strings.HasSuffix(topic, ": "+value)
}

// who returns the letters of a position's sources in the order of the report.
func (p *page) who(pos *compare.Position) []string {
	ids := slices.Clone(pos.Sources)
	slices.SortStableFunc(ids, func(a, b string) int { return p.index[a] - p.index[b] })
	for i, id := range ids {
		ids[i] = p.letter(id)
	}
	return ids
}

func (p *page) more(n, most int) {
	if n > most && !p.All {
		p.b.WriteString(p.paint(dim, fmt.Sprintf("  "+wordMore, n-most)) + "\n")
	}
}

// line writes text wrapped behind an indented label.
func (p *page) line(indent, label, text string) {
	if label != "" {
		label = fmt.Sprintf("%-*s", placeWidth, label)
	}
	for _, l := range layout.Wrap(layout.Clean(text), p.Width, indent+label, strings.Repeat(" ", len(indent)+layout.Cells(label))) {
		p.b.WriteString(l + "\n")
	}
}

type paint string

const paintEnd = "\x1b[0m"

const (
	bold   paint = "1"
	dim    paint = "2"
	red    paint = "31"
	green  paint = "32"
	yellow paint = "33"
	blue   paint = "34"
)

var severityColor = [...]paint{Info: green, Minor: blue, Review: yellow, Serious: red}

func (p *page) paint(c paint, s string) string {
	if !p.Color || s == "" || c == "" {
		return s
	}
	return "\x1b[" + string(c) + "m" + s + paintEnd
}
