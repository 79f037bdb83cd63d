// Package report writes a factcheck.Report in the forms that other programs and people read: an HTML page,
// Markdown, SARIF, rdjson, JUnit and annotations of GitHub. Text and JSON are methods of the report itself.
//
// It decides nothing: what is in a report, how it is ranked and how a reason is worded is settled before.
package report

import (
	"io"

	"github.com/factdiff/factdiff/factcheck"
)

// A Writer writes a report in one form.
type Writer func(w io.Writer, r *factcheck.Report) error

// Forms are the names that a user chooses by, in the order in which they are listed.
var Forms = []string{"text", "json", "jsonl", "html", "markdown", "sarif", "rdjson", "junit", "github"}

// Form returns the writer of a form, or nil where there is none of that name.
func Form(name string) Writer {
	switch name {
	case "text":
		return func(w io.Writer, r *factcheck.Report) error { return factcheck.Text{}.Write(w, r) }
	case "json":
		return func(w io.Writer, r *factcheck.Report) error { return r.WriteJSON(w) }
	case "jsonl":
		return func(w io.Writer, r *factcheck.Report) error { return r.WriteJSONL(w) }
	case "html":
		return HTML
	case "markdown":
		return Markdown
	case "sarif":
		return Sarif
	case "rdjson":
		return RDJSON
	case "junit":
		return JUnit
	case "github":
		return GitHub
	}
	return nil
}
