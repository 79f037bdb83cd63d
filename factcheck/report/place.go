package report

import (
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// An issue is a finding to check as programs that show problems in files want it: one place, and others
// that belong to it.
type issue struct {
	*factcheck.Finding
	At     compare.Evidence   // of the odd one out
	Others []compare.Evidence // in the order of the positions
}

// issues returns the findings to check that have a place and count; with all, also those that are accepted
// or known.
func issues(r *factcheck.Report, all bool) []issue {
	var out []issue
	for f := range r.AtLeast(factcheck.Minor) {
		odd := oddOneOut(f)
		if odd < 0 || !all && !f.Counts() {
			continue
		}
		is := issue{Finding: f, At: f.Positions[odd].Evidence[0]}
		for k := range f.Positions {
			evidence := f.Positions[k].Evidence
			if k == odd {
				evidence = evidence[1:]
			}
			is.Others = append(is.Others, evidence...)
		}
		out = append(out, is)
	}
	return out
}

// oddOneOut is the position that the fewest sources stand on, the last of several, or -1 where none has
// evidence.
func oddOneOut(f *factcheck.Finding) int {
	odd := -1
	for k := range f.Positions {
		p := &f.Positions[k]
		if len(p.Evidence) > 0 && (odd < 0 || len(compare.SourceIDs(*p)) <= len(compare.SourceIDs(f.Positions[odd]))) {
			odd = k
		}
	}
	return odd
}

// A region is where evidence starts and ends, by lines and columns from 1.
type region struct{ Line, Column, EndLine, EndColumn int }

// bytesRegion counts columns in bytes.
func bytesRegion(e *compare.Evidence) region {
	lines := strings.Count(e.Text, "\n")
	end := region{e.Line, e.Column, e.Line + lines, e.Column + len(e.Text)}
	if lines > 0 {
		end.EndColumn = len(e.Text) - strings.LastIndexByte(e.Text, '\n')
	}
	return end
}

// runesRegion counts columns in code points.
func runesRegion(r *factcheck.Report, e *compare.Evidence) region {
	before, _ := r.Line(e)
	at := utf8.RuneCountInString(before) + 1
	lines := strings.Count(e.Text, "\n")
	end := region{e.Line, at, e.Line + lines, at + utf8.RuneCountInString(e.Text)}
	if lines > 0 {
		end.EndColumn = utf8.RuneCountInString(e.Text[strings.LastIndexByte(e.Text, '\n')+1:]) + 1
	}
	return end
}

// file is the path of a source, or its id where it was not a file.
func file(r *factcheck.Report, id string) string {
	for i := range r.Sources {
		if r.Sources[i].ID == id && r.Sources[i].File != "" {
			return r.Sources[i].File
		}
	}
	return id
}

// message is a finding in one or two sentences.
func message(f *factcheck.Finding) string {
	s := strings.TrimSuffix(f.Title, ".") + "."
	if f.Explanation != "" {
		s += " " + f.Explanation
	}
	return s
}
