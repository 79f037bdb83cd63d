package factcheck

import (
	"iter"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Report is what the sources of one event say of the same things, the most serious finding first.
type Report struct {
	ID       string // of the event, where it has one
	Sources  []SourceInfo
	Findings []Finding
	Stats    Stats
}

// A SourceInfo is a source as it was read.
type SourceInfo struct {
	*Source
	Published     time.Time // given, or read from the text; zero when unknown
	PublishedFrom string    // given, dateline or none
}

// A Finding is a topic on which sources agree, fit together, differ or stand alone, worded for the reader.
type Finding struct {
	compare.Finding
	Title       string // one line
	Explanation string // why, as one plain sentence

	Accepted string // the reason why it does not count, where somebody gave one
	Known    bool   // it stands in the baseline
}

// Counts reports whether a finding is new and not accepted, so that it may fail a check.
func (f *Finding) Counts() bool { return f.Accepted == "" && !f.Known }

// Severities, from the least to the most serious.
const (
	Info    = compare.Info
	Minor   = compare.Minor
	Review  = compare.Review
	Serious = compare.Serious
)

// Evidence returns the passages of all positions, in their order.
func (f *Finding) Evidence() []compare.Evidence {
	var all []compare.Evidence
	for i := range f.Positions {
		all = append(all, f.Positions[i].Evidence...)
	}
	return all
}

// Stats counts what was read and found.
type Stats struct {
	Bytes                                            int
	Quantities, Times, Names, Statements, Quotations int
	Serious, Review, Minor                           int // findings by severity; those of severity info are counted by verdict
	Conflict, Disputed, Compatible, Agree, Single    int // findings by verdict
}

// NewReport words what package compare found in documents.
func NewReport(docs []*normalize.Document, found []compare.Finding) *Report {
	r := &Report{Sources: make([]SourceInfo, len(docs)), Findings: make([]Finding, len(found))}
	w := newPlacer(docs)
	for i, d := range docs {
		r.Sources[i] = SourceInfo{d.Source, d.Published, d.PublishedFrom}
		r.Stats.Bytes += len(d.Source.Text)
		r.Stats.Quantities += len(d.Quantities)
		r.Stats.Times += len(d.Times)
		r.Stats.Names += len(d.Names)
		r.Stats.Statements += len(d.Statements)
		r.Stats.Quotations += len(d.Attributions)
	}
	for i := range found {
		f := &r.Findings[i]
		f.Finding = found[i]
		w.place(&f.Finding)
		f.Title, f.Explanation = title(&f.Finding), explanation(&f.Finding)
		r.Stats.count(&f.Finding)
	}
	return r
}

// tally counts the findings as a reader does: what is accepted or known is not to be checked, what is to be checked is not
// among what agrees or fits, and where the sources have something from is no agreement.
func (r *Report) tally() (s Stats) {
	for i := range r.Findings {
		switch f := &r.Findings[i]; {
		case f.Severity > Info:
			if f.Counts() {
				s.count(&compare.Finding{Severity: f.Severity})
			}
		case f.Kind != kindProvenance:
			s.count(&f.Finding)
		}
	}
	return s
}

func (s *Stats) count(f *compare.Finding) {
	switch f.Severity {
	case Serious:
		s.Serious++
	case Review:
		s.Review++
	case Minor:
		s.Minor++
	}
	switch f.Verdict {
	case compare.VerdictConflict:
		s.Conflict++
	case compare.VerdictDisputed:
		s.Disputed++
	case compare.VerdictCompatible:
		s.Compatible++
	case compare.VerdictAgree:
		s.Agree++
	case compare.VerdictSingle:
		s.Single++
	}
}

// Empty reports whether nothing could be compared: no finding but facts of one source.
func (r *Report) Empty() bool {
	for i := range r.Findings {
		if r.Findings[i].Rule != compare.OneSource {
			return false
		}
	}
	return true
}

// AtLeast returns the findings of a severity or above, in the order of the report.
func (r *Report) AtLeast(s compare.Severity) iter.Seq[*Finding] {
	return func(yield func(*Finding) bool) {
		for i := range r.Findings {
			if r.Findings[i].Severity >= s && !yield(&r.Findings[i]) {
				return
			}
		}
	}
}

// Select returns a report with those findings alone for which keep holds.
func (r *Report) Select(keep func(*Finding) bool) *Report {
	out := *r
	out.Findings = nil
	s := r.Stats
	out.Stats = Stats{Bytes: s.Bytes, Quantities: s.Quantities, Times: s.Times, Names: s.Names, Statements: s.Statements, Quotations: s.Quotations}
	for i := range r.Findings {
		if f := &r.Findings[i]; keep(f) {
			out.Findings = append(out.Findings, *f)
			out.Stats.count(&f.Finding)
		}
	}
	return &out
}

// Line returns what stands before and behind a piece of evidence on its line, without markup.
func (r *Report) Line(e *compare.Evidence) (before, after string) {
	for i := range r.Sources {
		if r.Sources[i].ID != e.Source {
			continue
		}
		body := r.Sources[i].Text
		start := strings.LastIndexByte(body[:e.Start], '\n') + 1
		end := len(body)
		if n := strings.IndexByte(body[e.End:], '\n'); n >= 0 {
			end = e.End + n
		}
		return seen(body[start:e.Start], body[e.Start:e.End], body[e.End:end])
	}
	return "", ""
}

// besides is how much of a line is looked at beside a piece of evidence: pages of HTML may be one line.
const besides = 2000

// seen returns what stands before and behind some words as a reader of the page sees it: markup that reaches over them is none of it.
func seen(before, words, after string) (string, string) {
	if !text.Marked(before) && !text.Marked(after) {
		return before, after
	}
	before = before[runeStart(before, len(before)-besides):]
	after = after[:runeStart(after, min(len(after), besides))]
	before, after = text.UnmarkedAround(before, words, after)
	return strings.TrimLeft(before, " "), after
}

// runeStart returns the first byte of the rune at i of s, or 0.
func runeStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return max(i, 0)
}

// Relation is the one relation that stands for all findings, in the order conflict (a dispute counts as
// one), compatible, agree, unrelated. What one source says to itself, and where both have something from,
// does not relate them.
func (r *Report) Relation() compare.Relation {
	s := r.Stats
	for i := range r.Findings {
		f := &r.Findings[i]
		if !aside(&f.Finding) && len(compare.SourceIDs(f.Positions...)) > 1 {
			continue
		}
		switch f.Verdict {
		case compare.VerdictAgree:
			s.Agree--
		case compare.VerdictCompatible:
			s.Compatible--
		}
	}
	switch {
	case s.Conflict+s.Disputed > 0:
		return compare.Conflict
	case s.Compatible > 0:
		return compare.Compatible
	case s.Agree > 0:
		return compare.Agree
	}
	return compare.Unrelated
}

// aside reports whether a finding tells how texts name somebody, whom they rest on or what one leaves out, and not what they say.
func aside(f *compare.Finding) bool {
	switch f.Rule {
	case compare.NameVariant, compare.OfficeMatch:
		return true
	}
	return f.Kind == "provenance" || f.Reason.Code == compare.ReasonNarrowed || f.Reason.Code == compare.ReasonUncount
}

// String returns the report as plain text, as the program prints it.
func (r *Report) String() string {
	var b strings.Builder
	(&Text{}).Write(&b, r)
	return b.String()
}
