package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/internal/layout"
)

// Markdown writes the report for a comment on a pull request: the findings to check in full, the others
// folded.
func Markdown(w io.Writer, r *factcheck.Report) error {
	m := &markdown{r: r, letters: map[string]string{}}
	letters := factcheck.Letters(len(r.Sources))
	for i := range r.Sources {
		m.letters[r.Sources[i].ID] = letters[i]
	}
	m.report()
	_, err := io.WriteString(w, m.b.String())
	return err
}

type markdown struct {
	b       strings.Builder
	r       *factcheck.Report
	letters map[string]string
}

func (m *markdown) report() {
	fmt.Fprintf(&m.b, "## %s\n\n", m.r.Headline())
	for i := range m.r.Sources {
		s := &m.r.Sources[i]
		fmt.Fprintf(&m.b, "- **%s** %s\n", m.letters[s.ID], escaped(s.Name()))
	}
	n := 0
	for f := range m.r.AtLeast(factcheck.Minor) {
		if f.Counts() {
			n++
			m.check(n, f)
		}
	}
	m.section(wordQuiet, func(f *factcheck.Finding) bool { return f.Severity > factcheck.Info && !f.Counts() })
	for _, v := range []compare.Verdict{compare.VerdictAgree, compare.VerdictCompatible, compare.VerdictDisputed, compare.VerdictSingle} {
		m.section(verdictWords[v], func(f *factcheck.Finding) bool {
			return f.Severity == factcheck.Info && f.Verdict == v && f.Kind != kindProvenance
		})
	}
	m.section(wordOrigins, func(f *factcheck.Finding) bool { return f.Severity == factcheck.Info && f.Kind == kindProvenance })
}

func (m *markdown) check(n int, f *factcheck.Finding) {
	fmt.Fprintf(&m.b, "\n### %d. %s\n\n`%s` **%s** `%s`\n\n", n, escaped(f.Title), f.Rule, f.Severity, strings.ReplaceAll(layout.Clean(f.ID), "`", ""))
	for _, e := range f.Evidence() {
		before, after := m.r.Line(&e)
		fmt.Fprintf(&m.b, "- %s, line %d: %s**%s**%s\n", m.letter(e.Source), e.Line, escaped(layout.ClipLeft(layout.Clean(before), 80)),
			strings.TrimSpace(escaped(layout.Words(e.Text))), escaped(layout.Clip(layout.Clean(after), 80)))
	}
	for k := range f.Positions {
		if p := &f.Positions[k]; len(p.Evidence) == 0 {
			for _, id := range p.Sources {
				fmt.Fprintf(&m.b, "- %s: %s\n", m.letter(id), f.Absent())
			}
		}
	}
	if f.Explanation != "" {
		fmt.Fprintf(&m.b, "\n%s\n", paragraph(f.Explanation))
	}
}

func (m *markdown) letter(id string) string {
	if l, ok := m.letters[id]; ok {
		return l
	}
	return escaped(id)
}

// section folds the findings that is holds for into a table.
func (m *markdown) section(title string, is func(*factcheck.Finding) bool) {
	var rows []string
	for i := range m.r.Findings {
		f := &m.r.Findings[i]
		if !is(f) {
			continue
		}
		var values []string
		for k := range f.Positions {
			p := &f.Positions[k]
			var who []string
			for _, id := range p.Sources {
				who = append(who, m.letter(id))
			}
			values = append(values, escaped(layout.Clip(layout.Words(factcheck.Readable(p.Value)), 80))+" ("+strings.Join(who, " ")+")")
		}
		rows = append(rows, "| "+escaped(layout.Clip(layout.Clean(f.Topic), 80))+" | "+strings.Join(values, ", ")+" |\n")
	}
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(&m.b, "\n<details><summary>%s: %d</summary>\n\n| about | values |\n|---|---|\n%s\n</details>\n", title, len(rows), strings.Join(rows, ""))
}

// paragraph is text that begins a line: it starts no list, rule or heading, and is no code.
func paragraph(s string) string {
	s = strings.TrimSpace(escaped(s))
	if i := len(s) - len(strings.TrimLeft(s, "0123456789")); i < len(s) && strings.IndexByte("-+=.)", s[i]) >= 0 {
		return s[:i] + `\` + s[i:]
	}
	return s
}

// escaped makes text of a source show as it is: no markup, no HTML, nobody is called by name.
func escaped(s string) string { return markup.Replace(layout.Clean(s)) }

var markup = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "#", "&#35;", "&", "&amp;", "<", "&lt;", ">", "&gt;", "@", "&#64;", "://", ":&#47;&#47;", "www.", "www&#46;")
