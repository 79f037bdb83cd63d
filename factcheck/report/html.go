package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"

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
