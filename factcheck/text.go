package factcheck

import (
	"fmt"
	"io"
	"strings"
)

// Text writes reports for people, on paper or a terminal.
type Text struct{}

// Write writes r to w.
func (t *Text) Write(w io.Writer, r *Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d reports, %d findings\n", len(r.Sources), len(r.Findings))
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "\n%s  %s\n", f.Rule, f.Title)
		for _, e := range f.Evidence() {
			fmt.Fprintf(&b, "  %s:%d  %s\n", e.Source, e.Line, e.Text)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
