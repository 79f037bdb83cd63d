package report

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// The parts of SARIF that are written here.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool       `json:"tool"`
	ColumnKind string          `json:"columnKind"`
	Artifacts  []sarifArtifact `json:"artifacts"`
	Results    []sarifResult   `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name  string      `json:"name"`
	URI   string      `json:"informationUri"`
	Rules []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID    string    `json:"id"`
	Short sarifText `json:"shortDescription"`
	Help  string    `json:"helpUri"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifArtifact struct {
	Location sarifURI `json:"location"`
	Length   int      `json:"length"`
	Encoding string   `json:"encoding"`
}

type sarifURI struct {
	URI string `json:"uri"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Baseline     string            `json:"baselineState,omitempty"`
	Suppressions []sarifSuppressed `json:"suppressions,omitempty"`
	Properties   map[string]string `json:"properties"`
}

type sarifSuppressed struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification"`
}

type sarifLocation struct {
	ID       *int          `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifURI    `json:"artifactLocation"`
	Region   sarifRegion `json:"region"`
}

type sarifRegion struct {
	StartLine   int       `json:"startLine"`
	StartColumn int       `json:"startColumn"`
	EndLine     int       `json:"endLine"`
	EndColumn   int       `json:"endColumn"`
	ByteOffset  int       `json:"byteOffset"`
	ByteLength  int       `json:"byteLength"`
	Snippet     sarifText `json:"snippet"`
}

const project = "https://github.com/factdiff/factdiff"

// ruleURL is the page that explains a rule.
func ruleURL(r compare.Rule) string { return project + "/blob/main/docs/rules/" + string(r) + ".md" }

// Sarif writes the findings to check as SARIF 2.1.0: the odd one out is the location, the others are
// related locations.
func Sarif(w io.Writer, r *factcheck.Report) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Tool: sarifTool{sarifDriver{Name: "factdiff", URI: project, Rules: []sarifRule{}}},
		Artifacts: []sarifArtifact{}, Results: []sarifResult{}}
	for i := range r.Sources {
		s := &r.Sources[i]
		run.Artifacts = append(run.Artifacts, sarifArtifact{sarifURI{uri(file(r, s.ID))}, len(s.Text), "utf-8"})
	}
	for _, is := range issues(r, true) {
		rule := slices.IndexFunc(run.Tool.Driver.Rules, func(x sarifRule) bool { return x.ID == string(is.Rule) })
		if rule < 0 {
			rule = len(run.Tool.Driver.Rules)
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{string(is.Rule), sarifText{is.Heading()}, ruleURL(is.Rule)})
		}
		res := sarifResult{RuleID: string(is.Rule), RuleIndex: rule, Level: sarifLevel(is.Severity), Message: sarifText{message(is.Finding)},
			Locations: []sarifLocation{sarifAt(r, &is.At)}, Fingerprints: map[string]string{"factdiff/v1": is.ID},
			Properties: map[string]string{"kind": is.Kind, "verdict": string(is.Verdict), "severity": is.Severity.String()}}
		if is.Known {
			res.Baseline = "unchanged"
		}
		if is.Accepted != "" {
			res.Suppressions = []sarifSuppressed{{"external", is.Accepted}}
		}
		for n := range is.Others {
			l := sarifAt(r, &is.Others[n])
			l.ID = &n
			l.Message = &sarifText{is.Others[n].Text}
			res.Related = append(res.Related, l)
		}
		run.Results = append(run.Results, res)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// uri writes a path as a relative reference.
func uri(path string) string { return (&url.URL{Path: path}).String() }

func sarifLevel(s compare.Severity) string {
	switch s {
	case factcheck.Serious:
		return "error"
	case factcheck.Review:
		return "warning"
	}
	return "note"
}

func sarifAt(r *factcheck.Report, e *compare.Evidence) sarifLocation {
	g := runesRegion(r, e)
	return sarifLocation{Physical: sarifPhysical{sarifURI{uri(file(r, e.Source))},
		sarifRegion{g.Line, g.Column, g.EndLine, g.EndColumn, e.Start, e.End - e.Start, sarifText{e.Text}}}}
}
