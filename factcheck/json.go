package factcheck

import (
	"bytes"
	"encoding/json"
	"io"
	"time"

	"github.com/factdiff/factdiff/compare"
)

type reportJSON struct {
	Schema   string        `json:"schema"`
	ID       string        `json:"id"`
	Sources  []infoJSON    `json:"sources"`
	Findings []findingJSON `json:"findings"`
	Stats    statsJSON     `json:"stats"`
}

type infoJSON struct {
	ID            string `json:"id"`
	Title         string `json:"title"`
	Outlet        string `json:"outlet"`
	Published     string `json:"published"`
	PublishedFrom string `json:"published_from"`
	Bytes         int    `json:"bytes"`
}

type findingJSON struct {
	Schema      string         `json:"schema,omitempty"` // only where a finding stands alone
	ID          string         `json:"id"`
	Kind        string         `json:"kind"`
	Rule        string         `json:"rule"`
	Verdict     string         `json:"verdict"`
	Severity    string         `json:"severity"`
	Topic       string         `json:"topic"`
	Title       string         `json:"title"`
	Explanation string         `json:"explanation"`
	Flags       []string       `json:"flags"`
	Origins     int            `json:"origins"`
	Positions   []positionJSON `json:"positions"`
}

type positionJSON struct {
	Value    string         `json:"value"`
	Side     string         `json:"side"`
	Sources  []string       `json:"sources"`
	Evidence []evidenceJSON `json:"evidence"`
}

type evidenceJSON struct {
	Source  string `json:"source"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Value   string `json:"value"`
	Speaker string `json:"speaker"`
	Reading string `json:"reading"`
}

type statsJSON struct {
	Bytes      int `json:"bytes"`
	Quantities int `json:"quantities"`
	Times      int `json:"times"`
	Names      int `json:"names"`
	Quotations int `json:"quotations"`
	Statements int `json:"statements"`
	Serious    int `json:"serious"`
	Review     int `json:"review"`
	Minor      int `json:"minor"`
	Conflict   int `json:"conflict"`
	Disputed   int `json:"disputed"`
	Compatible int `json:"compatible"`
	Agree      int `json:"agree"`
	Single     int `json:"single"`
}

type pairJSON struct {
	Schema   string        `json:"schema"`
	ID       string        `json:"id"`
	Relation string        `json:"relation"`
	Findings []findingJSON `json:"findings"`
}

type errorJSON struct {
	Schema string `json:"schema"`
	ID     string `json:"id"`
	Error  string `json:"error"`
}

// FormatDate writes a publication time in the form that sources give it in: a date, or RFC 3339 where it
// has a time of day.
func FormatDate(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Location() == time.UTC && t.Equal(t.Truncate(24*time.Hour)):
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

func (r *Report) wire() reportJSON {
	j := reportJSON{Schema: Schema, ID: r.ID, Sources: make([]infoJSON, len(r.Sources)), Findings: findingsJSON(r), Stats: r.Stats.wire()}
	for i, s := range r.Sources {
		j.Sources[i] = infoJSON{s.ID, s.Title, s.Outlet, FormatDate(s.Published), s.PublishedFrom, len(s.Text)}
	}
	return j
}

func (s Stats) wire() statsJSON {
	return statsJSON{Bytes: s.Bytes, Quantities: s.Quantities, Times: s.Times, Names: s.Names, Quotations: s.Quotations,
		Statements: s.Statements, Serious: s.Serious, Review: s.Review, Minor: s.Minor, Conflict: s.Conflict,
		Disputed: s.Disputed, Compatible: s.Compatible, Agree: s.Agree, Single: s.Single}
}

func findingsJSON(r *Report) []findingJSON {
	all := make([]findingJSON, len(r.Findings))
	for i := range r.Findings {
		all[i] = r.Findings[i].wire()
	}
	return all
}

func (f *Finding) wire() findingJSON {
	j := findingJSON{ID: f.ID, Kind: f.Kind, Rule: string(f.Rule), Verdict: string(f.Verdict), Severity: f.Severity.String(),
		Topic: f.Topic, Title: f.Title, Explanation: f.Explanation, Flags: list(f.Flags), Origins: f.Origins,
		Positions: make([]positionJSON, len(f.Positions))}
	for i, p := range f.Positions {
		j.Positions[i] = positionJSON{p.Value, p.Side, list(p.Sources), evidenceList(p.Evidence)}
	}
	return j
}

func evidenceList(all []compare.Evidence) []evidenceJSON {
	out := make([]evidenceJSON, len(all))
	for i, e := range all {
		out[i] = evidenceJSON{e.Source, e.Start, e.End, e.Text, e.Line, e.Column, e.Value, e.Speaker, e.Reading}
	}
	return out
}

// list turns nil into an empty list, which JSON writes as [].
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// appendJSON appends v as one line of JSON.
func appendJSON(dst []byte, v any) []byte {
	if l, ok := v.(interface{ appendTo([]byte) []byte }); ok {
		return append(l.appendTo(dst), '\n')
	}
	b := bytes.NewBuffer(dst)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err) // the forms above hold nothing that cannot be encoded
	}
	return b.Bytes()
}

// MarshalJSON writes the report in the form of schema/report.json.
func (r *Report) MarshalJSON() ([]byte, error) { return json.Marshal(r.wire()) }

// WriteJSON writes the report as one line of JSON.
func (r *Report) WriteJSON(w io.Writer) error {
	_, err := w.Write(appendJSON(nil, reportLine{r}))
	return err
}

// WriteJSONL writes one finding a line.
func (r *Report) WriteJSONL(w io.Writer) error {
	var out []byte
	for i := range r.Findings {
		j := r.Findings[i].wire()
		j.Schema = Schema
		out = appendJSON(out, j)
	}
	_, err := w.Write(out)
	return err
}
