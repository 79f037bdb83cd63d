package report

import (
	"encoding/json"
	"io"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// The Reviewdog Diagnostic Format; lines and columns from 1, columns in bytes.
// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
type rdResult struct {
	Source      rdSource       `json:"source"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdDiagnostic struct {
	Message  string      `json:"message"`
	Location rdLocation  `json:"location"`
	Severity string      `json:"severity"`
	Code     rdCode      `json:"code"`
	Related  []rdRelated `json:"related_locations,omitempty"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// RDJSON writes the findings to check in the Reviewdog Diagnostic Format.
func RDJSON(w io.Writer, r *factcheck.Report) error {
	out := rdResult{rdSource{"factdiff", project}, []rdDiagnostic{}}
	for _, is := range issues(r, false) {
		d := rdDiagnostic{Message: message(is.Finding), Location: rdAt(r, &is.At), Severity: rdSeverity(is.Severity),
			Code: rdCode{string(is.Rule), ruleURL(is.Rule)}}
		for n := range is.Others {
			d.Related = append(d.Related, rdRelated{is.Others[n].Text, rdAt(r, &is.Others[n])})
		}
		out.Diagnostics = append(out.Diagnostics, d)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

func rdSeverity(s compare.Severity) string {
	switch s {
	case factcheck.Serious:
		return "ERROR"
	case factcheck.Review:
		return "WARNING"
	}
	return "INFO"
}

func rdAt(r *factcheck.Report, e *compare.Evidence) rdLocation {
	g := bytesRegion(e)
	return rdLocation{file(r, e.Source), rdRange{rdPosition{g.Line, g.Column}, rdPosition{g.EndLine, g.EndColumn}}}
}
