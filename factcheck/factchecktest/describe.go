package factchecktest

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/report"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/quantity"
)

// Lines and passages that a failure shows of one finding.
const (
	mostPassages = 5 // with the rule, a line that counts the rest and why: eight lines
	mostWords    = 72
)

// describe writes a finding in at most eight lines: rule and topic, the passages with their places and
// values, and why.
func describe(b *strings.Builder, r *factcheck.Report, f *factcheck.Finding) {
	fmt.Fprintf(b, "  %s %s  %s\n", f.Rule, f.ID, short(f.Topic))
	values := inOneUnit(f.Positions)
	n := 0
	for _, k := range turns(f.Positions) {
		if n++; n <= mostPassages {
			describePassage(b, r, &f.Positions[k.position], k.evidence, values[k.position], f.Absent())
		}
	}
	if n > mostPassages {
		fmt.Fprintf(b, "      and %d more\n", n-mostPassages)
	}
	if f.Explanation != "" {
		fmt.Fprintf(b, "      why: %s\n", oneLine(f.Explanation))
	}
}

type turn struct{ position, evidence int }

// turns returns the passages in the order in which they are shown: one of each position first, so that both sides are
// always seen. Evidence -1 is that of a source that has none.
func turns(positions []compare.Position) []turn {
	var out []turn
	for round, more := 0, true; more; round++ {
		more = false
		for k := range positions {
			if n := len(positions[k].Evidence); round < n {
				out, more = append(out, turn{k, round}), true
			} else if n == 0 && round == 0 && len(positions[k].Sources) > 0 {
				out = append(out, turn{k, -1})
			}
		}
	}
	return out
}

func describePassage(b *strings.Builder, r *factcheck.Report, p *compare.Position, i int, value, absent string) {
	if i < 0 {
		var who []string
		for _, id := range p.Sources {
			who = append(who, fileOf(r, id))
		}
		fmt.Fprintf(b, "      %s: %s\n", strings.Join(who, ", "), absent)
		return
	}
	e := &p.Evidence[i]
	line := fmt.Sprintf("      %s:%d:%d: %q", fileOf(r, e.Source), e.Line, e.Column, short(e.Text))
	if value = strings.TrimPrefix(value, e.Text+" = "); value != "" && value != e.Text {
		line += "  = " + value
	}
	b.WriteString(line + "\n")
}

// inOneUnit returns the values of positions for the reader. Where they are amounts of one kind in different units,
// those of the later ones are given in the unit of the first as well.
func inOneUnit(positions []compare.Position) []string {
	out := make([]string, len(positions))
	var first *quantity.Quantity
	for i := range positions {
		out[i] = short(factcheck.Readable(positions[i].Value))
		q := amount(out[i])
		if first == nil {
			first = q
			continue
		}
		if q == nil || !q.Single || q.Unit.ID == first.Unit.ID || q.Unit.ID == "" {
			continue
		}
		if v, ok := q.Unit.Convert(q.Value, first.Unit); ok {
			out[i] += " = " + factcheck.Readable(rounded(v)+" "+first.Unit.ID)
		}
	}
	return out
}

// amount reads a value as an amount, or returns nil.
func amount(value string) *quantity.Quantity {
	d, err := new(normalize.Normalizer).Read(&factcheck.Source{Text: value})
	if err != nil || len(d.Quantities) != 1 {
		return nil
	}
	return &d.Quantities[0].Value
}

// rounded writes a number with a digit behind the point where it is small.
func rounded(v *big.Rat) string {
	digits := 1
	switch f, _ := v.Float64(); {
	case f < 1 && f > -1:
		digits = 4
	case f >= 1000 || f <= -1000:
		digits = 0
	}
	s := v.FloatString(digits)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func short(s string) string {
	s = oneLine(s)
	if r := []rune(s); len(r) > mostWords {
		return string(r[:mostWords]) + "…"
	}
	return s
}

func fileOf(r *factcheck.Report, id string) string {
	for _, s := range r.Sources {
		if s.ID == id && s.File != "" {
			return s.File
		}
	}
	return id
}

// keep leaves the report as a page among the test's artifacts, and says where. go test takes the folder away
// unless it runs with -artifacts.
func keep(t T, r *factcheck.Report) string {
	a, ok := t.(interface{ ArtifactDir() string })
	if !ok {
		return ""
	}
	dir := a.ArtifactDir()
	if dir == "" {
		return ""
	}
	f := create(dir)
	if f == nil {
		return ""
	}
	defer f.Close()
	if report.HTML(f, r) != nil {
		return ""
	}
	return "  page (go test -artifacts keeps it): " + f.Name()
}

// create makes the first of factcheck.html, factcheck-2.html … that is not there yet, or returns nil.
func create(dir string) *os.File {
	for n := 1; n < 1000; n++ {
		name := "factcheck.html"
		if n > 1 {
			name = fmt.Sprintf("factcheck-%d.html", n)
		}
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			return f
		}
		if !os.IsExist(err) {
			return nil
		}
	}
	return nil
}
