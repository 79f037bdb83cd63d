package factcheck

import "fmt"

// Limits of one event where a Checker says nothing else: what a server can keep in memory. The size of one source is
// limited by normalize.DefaultMaxBytes.
const (
	DefaultMaxSources  = 10_000
	DefaultMaxTotal    = 1 << 30 // bytes
	DefaultMaxFindings = 100_000
)

// A LimitError says that an event, or its report, is larger than a Checker allows. Nothing of it is dropped silently.
type LimitError struct {
	What       string // sources, bytes or findings
	Got, Limit int
	Field      string // of Checker
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%d %s, more than the limit of %d: raise Checker.%s", e.Got, e.What, e.Limit, e.Field)
}

// within returns an error when got is above max, or above def where max is 0.
func within(what, field string, got, max, def int) error {
	if max == 0 {
		max = def
	}
	if got > max {
		return &LimitError{what, got, max, field}
	}
	return nil
}

// checkSize returns an error when an event has too many sources, or too many bytes in all.
func (c *Checker) checkSize(sources []Source) error {
	if err := within("sources", "MaxSources", len(sources), c.MaxSources, DefaultMaxSources); err != nil {
		return err
	}
	total := 0
	for i := range sources {
		total += len(sources[i].Text)
	}
	return within("bytes in all sources", "MaxTotal", total, c.MaxTotal, DefaultMaxTotal)
}

func (c *Checker) checkFindings(n int) error {
	return within("findings", "MaxFindings", n, c.MaxFindings, DefaultMaxFindings)
}
