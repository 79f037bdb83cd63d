package report

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// GitHub writes the findings to check as annotations of a workflow run.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
func GitHub(w io.Writer, r *factcheck.Report) error {
	var b strings.Builder
	for _, is := range issues(r, false) {
		g := bytesRegion(&is.At)
		fmt.Fprintf(&b, "::%s file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,title=%s::%s\n", githubLevel(is.Severity), property.Replace(visible(file(r, is.At.Source))),
			g.Line, g.EndLine, g.Column, g.EndColumn, property.Replace(string(is.Rule)), data.Replace(visible(message(is.Finding))+"\n"+passages(r, is.Finding)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// visible leaves out what moves the cursor of a log or turns the direction of writing; ends of lines stay.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\r' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return -1
		}
		return r
	}, s)
}

// What a command cannot hold is written in per cent.
var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func githubLevel(s compare.Severity) string {
	switch s {
	case factcheck.Serious:
		return "error"
	case factcheck.Review:
		return "warning"
	}
	return "notice"
}
