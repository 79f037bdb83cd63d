// Package config reads .factcheck, one plain-text file that says what a project expects of its reports:
//
//	fail     review                                    # serious, review, minor or never
//	sources  reports/*.txt
//	date     reports/002*.txt 2024-09-11               # anchors "yesterday"
//	ignore   quote-drift in daily "translated copy"    # a rule, in a source, with a reason
//	ignore   number-conflict on "flights" "counted differently"
//	accept   7c1e09ab22f0 until 2027-01-01 "denial is in the sidebar"
//	baseline .factcheck.baseline                       # findings that are known do not fail
//
// It knows the report, and nothing of how one is made. A line that is wrong is an error that names file,
// line and what was wanted; an ignore or accept without a reason is one.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

// Name is the name of the file that Find looks for.
const Name = ".factcheck"

// A File is what .factcheck says. The zero value expects nothing.
type File struct {
	Path     string // "" when there is no file
	Fail     string // a level, or "" when the file does not say
	Sources  []string
	Dates    []Date
	Rules    []Exception // ignore and accept, in the order of the file
	Baseline string      // path of the baseline, or ""

	known map[string]bool // ids of the baseline
}

// A Date says when the sources were published whose file or id matches a pattern.
type Date struct {
	Pattern string
	Time    time.Time
}

// An Exception is a finding that does not count: one by its id, or those of a rule, in a source, on a topic.
type Exception struct {
	Line   int
	ID     string // of accept
	Rule   string // of ignore
	Source string // id or file pattern; "" is any
	Topic  string // a part of the topic; "" is any
	Until  time.Time
	By     string
	Reason string
	used   bool
}

// Levels of fail.
var levels = []string{"serious", "review", "minor", "never"}

// Find returns the path of the .factcheck of a folder or of the nearest one above it, or "".
func Find(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for {
		p := filepath.Join(dir, Name)
		if info, err := os.Stat(p); err == nil && info.Mode().IsRegular() {
			return p
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// Read reads a file and its baseline. Paths in it are relative to its folder.
func Read(name string) (*File, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	f := &File{Path: name}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		if err := f.line(n, line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return f, f.readBaseline()
}

func (f *File) line(n int, line string) error {
	words, err := fields(line)
	if err != nil || len(words) == 0 {
		return err
	}
	key, args := words[0].text, words[1:]
	switch key {
	case "fail":
		if len(args) != 1 || !slices.Contains(levels, args[0].text) {
			return fmt.Errorf("fail wants one of %s", strings.Join(levels, ", "))
		}
		f.Fail = args[0].text
	case "sources":
		if len(args) == 0 {
			return errors.New("sources wants file patterns")
		}
		for _, a := range args {
			f.Sources = append(f.Sources, f.relative(a.text))
		}
	case "date":
		if len(args) != 2 {
			return errors.New("date wants a file pattern or an id, and a date")
		}
		t, err := factcheck.ParseDate(args[1].text)
		if err != nil {
			return err
		}
		f.Dates = append(f.Dates, Date{args[0].text, t})
	case "ignore", "accept":
		e, err := exception(key, args)
		if err != nil {
			return err
		}
		e.Line = n
		f.Rules = append(f.Rules, e)
	case "baseline":
		if len(args) != 1 {
			return errors.New("baseline wants one file")
		}
		f.Baseline = f.relative(args[0].text)
	default:
		return fmt.Errorf("%q is not known: wanted fail, sources, date, ignore, accept or baseline", key)
	}
	return nil
}

func (f *File) relative(p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(filepath.Dir(f.Path), filepath.FromSlash(p))
}

// exception reads what stands behind ignore or accept: the rule or id, clauses, and last the reason.
func exception(key string, args []field) (Exception, error) {
	var e Exception
	if len(args) == 0 || args[0].quoted {
		return e, fmt.Errorf("%s wants %s first", key, map[string]string{"ignore": "a rule", "accept": "the id of a finding"}[key])
	}
	if key == "ignore" {
		e.Rule = args[0].text
	} else {
		e.ID = args[0].text
	}
	args = args[1:]
	for len(args) >= 2 && !args[0].quoted {
		word, value := args[0].text, args[1].text
		switch {
		case word == "in" && key == "ignore":
			e.Source = value
		case word == "on" && key == "ignore":
			e.Topic = value
		case word == "by":
			e.By = value
		case word == "until":
			t, err := factcheck.ParseDate(value)
			if err != nil {
				return e, err
			}
			e.Until = t
		default:
			return e, fmt.Errorf("%q is not known behind %s", word, key)
		}
		args = args[2:]
	}
	if len(args) != 1 || !args[0].quoted || strings.TrimSpace(args[0].text) == "" {
		return e, fmt.Errorf("%s wants a reason in quotation marks at its end", key)
	}
	e.Reason = args[0].text
	return e, nil
}

type field struct {
	text   string
	quoted bool
}

// fields cuts a line at white space. What stands between quotation marks is one field; # starts a comment.
func fields(line string) ([]field, error) {
	var out []field
	for {
		line = strings.TrimLeft(line, " \t\r\n")
		if line == "" || line[0] == '#' {
			return out, nil
		}
		if line[0] == '"' {
			n := strings.IndexByte(line[1:], '"')
			if n < 0 {
				return nil, errors.New("a quotation mark is not closed")
			}
			out = append(out, field{line[1 : n+1], true})
			line = line[n+2:]
			continue
		}
		n := strings.IndexAny(line, " \t\r\n")
		if n < 0 {
			n = len(line)
		}
		out = append(out, field{line[:n], false})
		line = line[n:]
	}
}

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

// WriteBaseline writes the findings to check of a report to the baseline, an id and its topic a line.
func (f *File) WriteBaseline(r *factcheck.Report) error {
	if f.Baseline == "" {
		return errors.New("no baseline is named: give -baseline FILE, or a line \"baseline FILE\" in .factcheck")
	}
	var lines []string
	for x := range r.AtLeast(factcheck.Minor) {
		lines = append(lines, x.ID+" # "+string(x.Rule)+": "+strings.Join(strings.Fields(x.Topic), " ")+"\n")
	}
	slices.Sort(lines)
	return os.WriteFile(f.Baseline, []byte("# Findings that are known; written by factdiff -write-baseline\n"+strings.Join(lines, "")), 0o644)
}

// Date sets the publication dates that the file gives.
func (f *File) Date(sources []factcheck.Source) {
	for _, d := range f.Dates {
		for i := range sources {
			if matches(d.Pattern, &sources[i], filepath.Dir(f.Path)) {
				sources[i].Published = d.Time
			}
		}
	}
}

// matches reports whether a pattern names a source, by its id or by its file relative to dir.
func matches(pattern string, s *factcheck.Source, dir string) bool {
	if ok, _ := path.Match(pattern, s.ID); ok {
		return true
	}
	if s.File == "" {
		return false
	}
	file := s.File
	if abs, err := filepath.Abs(file); err == nil {
		if root, err := filepath.Abs(dir); err == nil {
			if rel, err := filepath.Rel(root, abs); err == nil {
				file = filepath.ToSlash(rel)
			}
		}
	}
	ok, _ := path.Match(pattern, file)
	return ok
}

// Apply notes on each finding of the report whether it is accepted or known, and returns what is to be
// told of the file: exceptions that match nothing or are over. now tells which are over.
func (f *File) Apply(r *factcheck.Report, now time.Time) (notes []string) {
	for i := range r.Findings {
		x := &r.Findings[i]
		x.Known = f.known[x.ID]
		for k := range f.Rules {
			e := &f.Rules[k]
			if !e.matches(x, r, filepath.Dir(f.Path)) {
				continue
			}
			e.used = true
			if e.over(now) {
				continue
			}
			x.Accepted = e.Reason
			break
		}
	}
	for k := range f.Rules {
		e := &f.Rules[k]
		switch {
		case !e.used:
			notes = append(notes, fmt.Sprintf("%s:%d: %s matches no finding", f.Path, e.Line, e))
		case e.over(now):
			notes = append(notes, fmt.Sprintf("%s:%d: %s was until %s", f.Path, e.Line, e, e.Until.Format(time.DateOnly)))
		}
	}
	return notes
}

func (e *Exception) String() string {
	if e.ID != "" {
		return "accept " + e.ID
	}
	return "ignore " + e.Rule
}

func (e *Exception) over(now time.Time) bool {
	return !e.Until.IsZero() && now.After(e.Until.AddDate(0, 0, 1))
}

func (e *Exception) matches(x *factcheck.Finding, r *factcheck.Report, dir string) bool {
	if e.ID != "" {
		return e.ID == x.ID
	}
	if x.Severity == factcheck.Info || e.Rule != string(x.Rule) || e.Topic != "" && !strings.Contains(strings.ToLower(x.Topic), strings.ToLower(e.Topic)) {
		return false
	}
	return e.Source == "" || slices.ContainsFunc(x.Positions, func(p compare.Position) bool { return e.stands(&p, r, dir) })
}

// stands reports whether the source of an exception stands on a position.
func (e *Exception) stands(p *compare.Position, r *factcheck.Report, dir string) bool {
	for i := range r.Sources {
		s := r.Sources[i].Source
		if !matches(e.Source, s, dir) {
			continue
		}
		if slices.Contains(p.Sources, s.ID) || slices.ContainsFunc(p.Evidence, func(x compare.Evidence) bool { return x.Source == s.ID }) {
			return true
		}
	}
	return false
}

// Accept adds a line to a file, which it makes where there is none, and leaves every other line as it is.
func Accept(name, id, reason string) error {
	if strings.TrimSpace(reason) == "" || strings.ContainsAny(reason, "\"\n\r") {
		return errors.New("accept wants a reason of one line without quotation marks")
	}
	if id == "" || strings.ContainsAny(id, " \t\r\n\"#") {
		return fmt.Errorf("%q is not the id of a finding", id)
	}
	data, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(data) > 0 && data[len(data)-1] != '\n' {
		data = append(data, '\n')
	}
	return os.WriteFile(name, fmt.Appendf(data, "accept   %s \"%s\"\n", id, reason), 0o644)
}
