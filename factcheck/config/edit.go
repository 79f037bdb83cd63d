package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/factcheck"
)

func (f *File) readBaseline() error {
	if f.Baseline == "" {
		return nil
	}
	known, err := readIDs(f.Baseline)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // it is written by the first -write-baseline
	}
	f.known = known
	return err
}

func readIDs(name string) (map[string]bool, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	ids := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if words, _ := fields(line); len(words) > 0 {
			ids[words[0].text] = true
		}
	}
	return ids, nil
}

// UseBaseline reads another baseline than the file names.
func (f *File) UseBaseline(name string) error {
	f.Baseline = name
	return f.readBaseline()
}

// WriteBaseline writes the findings to check of a report to the baseline, an id and its topic a line. Lines of
// findings that are still there and lines of comment alone stay as they are. Where no baseline is named, it is
// called .factcheck.baseline and the file gets a line that names it.
func (f *File) WriteBaseline(r *factcheck.Report) error {
	fresh := f.Baseline == ""
	if fresh && f.Path == "" {
		return errors.New("no baseline is named: give -baseline FILE, or a line \"baseline FILE\" in .factcheck")
	}
	if fresh {
		f.Baseline = f.relative(Name + ".baseline")
	}
	old, err := readLines(f.Baseline)
	if err != nil {
		return err
	}
	if err := os.WriteFile(f.Baseline, []byte(baselineOf(old, r)), 0o644); err != nil {
		return err
	}
	if fresh {
		return appendLine(f.Path, "baseline "+Name+".baseline")
	}
	return nil
}

const baselineHead = "# Findings that are known; written by factdiff -write-baseline\n"

// baselineOf returns the lines of a baseline for what was found, given its lines so far.
func baselineOf(old []string, r *factcheck.Report) string {
	left := map[string]string{}
	for x := range r.AtLeast(factcheck.Minor) {
		left[x.ID] = x.ID + " # " + string(x.Rule) + ": " + strings.Join(strings.Fields(x.Topic), " ") + "\n"
	}
	var b strings.Builder
	if len(old) == 0 {
		b.WriteString(baselineHead)
	}
	for _, line := range old {
		words, _ := fields(line)
		if len(words) == 0 {
			b.WriteString(line)
		} else if _, ok := left[words[0].text]; ok {
			b.WriteString(line)
			delete(left, words[0].text)
		}
	}
	for _, line := range slices.Sorted(maps.Values(left)) {
		b.WriteString(line)
	}
	return b.String()
}

// readLines returns the lines of a file with their ends, none where there is no file.
func readLines(name string) ([]string, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	lines := slices.Collect(strings.Lines(string(data)))
	if n := len(lines); n > 0 && !strings.HasSuffix(lines[n-1], "\n") {
		lines[n-1] += "\n"
	}
	return lines, err
}

// appendLine adds a line to a file, which it makes where there is none, and leaves every other line as it is.
func appendLine(name, line string) error {
	lines, err := readLines(name)
	if err != nil {
		return err
	}
	return os.WriteFile(name, []byte(strings.Join(lines, "")+line+"\n"), 0o644)
}

// Accept adds an accept of a finding to a file, which it makes where there is none, and leaves every other line
// as it is. ID and Reason must be there, Until and By may.
func Accept(name string, e Exception) error {
	switch {
	case strings.TrimSpace(e.Reason) == "" || strings.ContainsAny(e.Reason, "\"\n\r"):
		return errors.New("accept wants a reason of one line without quotation marks")
	case e.ID == "" || strings.ContainsAny(e.ID, " \t\r\n\"#"):
		return fmt.Errorf("%q is not the id of a finding", e.ID)
	case strings.ContainsAny(e.By, " \t\r\n\"#"):
		return fmt.Errorf("by: %q is not one word", e.By)
	}
	lines, err := readLines(name)
	if err != nil {
		return err
	}
	for i, l := range lines {
		if w, _ := fields(l); len(w) > 1 && w[0].text == "accept" && w[1].text == e.ID {
			return fmt.Errorf("%s:%d: %s is accepted already", name, i+1, e.ID)
		}
	}
	line := "accept   " + e.ID
	if !e.Until.IsZero() {
		line += " until " + e.Until.Format(time.DateOnly)
	}
	if e.By != "" {
		line += " by " + e.By
	}
	return appendLine(name, line+" \""+e.Reason+"\"")
}
