package config

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
)

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

func (f *File) exception(key string, args []field) error {
	e, err := exception(key, args)
	e.Line = f.n
	f.Rules = append(f.Rules, e)
	return err
}

// exception reads what stands behind ignore or accept: the rule or id, clauses, and last the reason.
func exception(key string, args []field) (Exception, error) {
	var e Exception
	if len(args) == 0 || args[0].quoted {
		return e, fmt.Errorf("%s wants %s first", key, map[string]string{"ignore": "a rule", "accept": "the id of a finding"}[key])
	}
	if key == "ignore" {
		e.Rule = args[0].text
		if !slices.Contains(factcheck.Rules(), compare.Rule(e.Rule)) {
			return e, fmt.Errorf("ignore: %q is not a rule%s", e.Rule, nearest(e.Rule))
		}
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
				return e, notADate("until", value)
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

// nearest names the rule that begins or ends like a wrong one.
func nearest(wrong string) string {
	best, most := "", 2
	for _, r := range factcheck.Rules() {
		name, n := string(r), 0
		for n < len(name) && n < len(wrong) && name[n] == wrong[n] {
			n++
		}
		for k := 1; k <= len(name)-n && k <= len(wrong)-n && name[len(name)-k] == wrong[len(wrong)-k]; k++ {
			if n+k > most {
				best, most = name, n+k
			}
		}
		if n > most {
			best, most = name, n
		}
	}
	if best == "" {
		return ": docs/rules has a page for each"
	}
	return fmt.Sprintf(": is %s meant?", best)
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
