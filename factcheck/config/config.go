// Package config reads .factcheck, one plain-text file that says what a project expects of its reports:
//
//	fail     review                                    # serious, review, minor or never
//	sources  reports/*.txt
//	date     reports/002*.txt 2024-09-11               # anchors "yesterday"
//	alias    Andrij Jermak = Andriy Yermak             # the first is read as the last
//	same     Fath-360 = Fateh 360                      # two names of one thing
//	not-same Jon Smith = John Smith                    # two who look like one
//	unit     stone | st = 6.35029318 kilogram
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
	Same     [][]string  // names that are one: of alias and same
	Apart    [][]string  // names that are not: of not-same
	Baseline string      // path of the baseline, or ""

	n     int               // the line that is read
	rows  map[string]string // of the tables that alias and unit make
	known map[string]bool   // ids of the baseline
}

// A Date says when the sources were published whose file or id matches a pattern.
type Date struct {
	Pattern string
	Time    time.Time
}

// Levels of fail.
var levels = []string{"serious", "review", "minor", "never"}

// Level returns the severity from which on findings fail, serious where the file does not say, and whether any does.
func (f *File) Level() (compare.Severity, bool) {
	switch f.Fail {
	case "never":
		return 0, false
	case "review":
		return compare.Review, true
	case "minor":
		return compare.Minor, true
	}
	return compare.Serious, true
}

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

// Read reads a file and its baseline. Paths in it are relative to its folder. An error names every line that is
// wrong.
func Read(name string) (*File, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	f := &File{Path: name}
	var wrong []error
	for line := range strings.Lines(string(data)) {
		f.n++
		if err := f.line(line); err != nil {
			wrong = append(wrong, fmt.Errorf("%s:%d: %w", name, f.n, err))
		}
	}
	if wrong != nil {
		return nil, errors.Join(wrong...)
	}
	return f, f.readBaseline()
}

// keys are the first words of a line, each with what reads the rest.
var keys = map[string]func(f *File, key string, args []field) error{
	"fail": (*File).fail, "sources": (*File).sources, "date": (*File).date, "baseline": (*File).baseline,
	"ignore": (*File).exception, "accept": (*File).exception,
	"alias": (*File).names, "same": (*File).names, "not-same": (*File).names,
	"unit": func(f *File, _ string, args []field) error { return f.unit(args) },
}

const known = "fail, sources, date, alias, same, not-same, unit, ignore, accept or baseline"

func (f *File) line(line string) error {
	words, err := fields(line)
	if err != nil || len(words) == 0 {
		return err
	}
	read, ok := keys[words[0].text]
	if !ok {
		return fmt.Errorf("%q is not known: wanted %s", words[0].text, known)
	}
	return read(f, words[0].text, words[1:])
}

func (f *File) fail(_ string, args []field) error {
	if len(args) != 1 || !slices.Contains(levels, args[0].text) {
		return fmt.Errorf("fail wants one of %s", strings.Join(levels, ", "))
	}
	f.Fail = args[0].text
	return nil
}

func (f *File) sources(_ string, args []field) error {
	if len(args) == 0 {
		return errors.New("sources wants file patterns")
	}
	for _, a := range args {
		if _, err := filepath.Match(a.text, ""); err != nil {
			return fmt.Errorf("sources: %q is not a file pattern", a.text)
		}
		f.Sources = append(f.Sources, f.relative(a.text))
	}
	return nil
}

func (f *File) date(_ string, args []field) error {
	if len(args) != 2 {
		return errors.New("date wants a file pattern or an id, and a date")
	}
	if _, err := path.Match(args[0].text, ""); err != nil {
		return fmt.Errorf("date: %q is not a file pattern", args[0].text)
	}
	t, err := factcheck.ParseDate(args[1].text)
	if err != nil {
		return notADate("date", args[1].text)
	}
	f.Dates = append(f.Dates, Date{args[0].text, t})
	return nil
}

func notADate(key, got string) error {
	return fmt.Errorf("%s: %q is not a date such as 2024-09-10", key, got)
}

func (f *File) baseline(_ string, args []field) error {
	if len(args) != 1 {
		return errors.New("baseline wants one file")
	}
	f.Baseline = f.relative(args[0].text)
	return nil
}

func (f *File) relative(p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(filepath.Dir(f.Path), filepath.FromSlash(p))
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
