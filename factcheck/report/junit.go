package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/internal/layout"
)

type junitSuites struct {
	XMLName xml.Name   `xml:"testsuites"`
	Suite   junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Failure *junitFailure `xml:"failure"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// JUnit writes each finding as a test case; those to check have failed.
func JUnit(w io.Writer, r *factcheck.Report) error {
	s := junitSuite{Name: "factdiff"}
	if r.ID != "" {
		s.Name += " " + r.ID
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		c := junitCase{Class: string(f.Rule), Name: f.Title + " [" + f.ID + "]"}
		if f.Severity > factcheck.Info && f.Counts() {
			c.Failure = &junitFailure{message(f), f.Severity.String(), passages(r, f)}
			s.Failures++
		}
		s.Tests++
		s.Cases = append(s.Cases, c)
	}
	out, err := xml.MarshalIndent(junitSuites{Suite: s}, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+string(out)+"\n")
	return err
}

// passages lists the evidence of a finding, a line each, as compilers write places.
func passages(r *factcheck.Report, f *factcheck.Finding) string {
	var b strings.Builder
	for _, e := range f.Evidence() {
		fmt.Fprintf(&b, "%s:%d:%d: %s\n", visible(file(r, e.Source)), e.Line, e.Column, layout.Words(e.Text))
	}
	return b.String()
}
