package factcheck

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/normalize"
)

// A Checker checks the sources of an event against each other. The zero value is ready and reads English.
// Its fields must not change once it is in use; it is then safe for many goroutines.
type Checker struct {
	Tables   []fs.FS    // the caller's own word tables, in front of the built-in ones
	Same     [][]string // groups of names that are one, whatever their forms say
	Apart    [][]string // groups of names of which no two are one
	Kinds    []string   // kinds of finding to report: number, date, quote …; nil: all
	MaxBytes int        // bytes a source may have; 0: normalize.DefaultMaxBytes, 64 MiB
	Stdin    io.Reader  // what the file name "-" reads; nil: standard input

	MaxSources  int // sources an event may have; 0: DefaultMaxSources
	MaxTotal    int // bytes all sources of an event may have; 0: DefaultMaxTotal
	MaxFindings int // findings a report may have; 0: DefaultMaxFindings

	// Progress is called whenever a source has been normalized, with how many of the event's sources are
	// done and the bytes of this one. Calls may come from several goroutines.
	Progress func(done, of, bytes int)

	once sync.Once
	n    *normalize.Normalizer
	err  error
}

// Kinds of findings, as a report and -kinds name them.
var Kinds = []string{"number", "conversion", "date", "name", "place", "attribution", "stance", "term", "quote", "omission", "provenance"}

// Check checks sources against each other with a zero Checker.
func Check(sources ...Source) (*Report, error) { return new(Checker).Check(sources...) }

// CheckFiles checks the files that match the patterns, as those of path/filepath.Match, with a zero Checker.
func CheckFiles(patterns ...string) (*Report, error) { return new(Checker).CheckFiles(patterns...) }

// CheckFiles checks the files that match the patterns, as those of path/filepath.Match. A pattern that
// matches nothing is an error.
func (c *Checker) CheckFiles(patterns ...string) (*Report, error) {
	var names []string
	for _, p := range patterns {
		if p == Stdin {
			names = append(names, p)
			continue
		}
		match, err := filepath.Glob(p)
		if err != nil {
			return nil, fmt.Errorf("pattern %q: %w", p, err)
		}
		if len(match) == 0 {
			return nil, fmt.Errorf("pattern %q matches no file", p)
		}
		names = append(names, match...)
	}
	sources, err := c.ReadFiles(names...)
	if err != nil {
		return nil, err
	}
	return c.Check(sources...)
}

// Check checks sources against each other. A source without an id is called by its number. An error means
// bad input: a text that is not UTF-8 or too large, two sources with one id, a wrong row in a table, or a
// LimitError. It never means that nothing was found: see Report.Empty.
func (c *Checker) Check(sources ...Source) (*Report, error) {
	if err := c.init(); err != nil {
		return nil, err
	}
	if err := c.checkSize(sources); err != nil {
		return nil, err
	}
	sources = slices.Clone(sources)
	for i := range sources {
		if sources[i].ID == "" {
			sources[i].ID = fmt.Sprint(i + 1)
		}
	}
	if err := checkIDs(sources); err != nil {
		return nil, err
	}
	docs, err := c.normalize(sources)
	if err != nil {
		return nil, err
	}
	found := compare.Documents(docs, c.options())
	if err := c.checkFindings(len(found)); err != nil {
		return nil, err
	}
	r := NewReport(docs, found)
	c.n.Recycle(docs...) // a report has strings of them, and their sources
	return r, nil
}

// parallelBytes is the size of an event above which its sources are read on all cores. Smaller ones are
// not worth it, and streams of events use all cores anyway.
const parallelBytes = 1 << 20

func (c *Checker) normalize(sources []Source) ([]*normalize.Document, error) {
	docs, errs, size := make([]*normalize.Document, len(sources)), make([]error, len(sources)), 0
	for i := range sources {
		size += len(sources[i].Text)
	}
	workers := 1
	if size >= parallelBytes {
		workers = runtime.GOMAXPROCS(0)
	}
	var next, done atomic.Int64
	read := func() {
		for {
			i := int(next.Add(1)) - 1
			if i >= len(sources) {
				return
			}
			docs[i], errs[i] = c.n.Read(&sources[i])
			if c.Progress != nil {
				c.Progress(int(done.Add(1)), len(sources), len(sources[i].Text))
			}
		}
	}
	if workers == 1 {
		read()
		return docs, first(errs)
	}
	var wg sync.WaitGroup
	for range workers {
		wg.Go(read)
	}
	wg.Wait()
	return docs, first(errs)
}

// first returns the first error, so that the same input always gives the same one.
func first(errs []error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *Checker) init() error {
	c.once.Do(func() {
		c.n, c.err = normalize.New(c.Tables...)
		if c.err != nil {
			return
		}
		c.n.MaxBytes = c.MaxBytes
		for _, k := range c.Kinds {
			if !slices.Contains(Kinds, k) {
				c.err = fmt.Errorf("unknown kind of finding %q: known are %v", k, Kinds)
			}
		}
	})
	return c.err
}

func (c *Checker) options() compare.Options {
	o := compare.Options{Same: c.Same, Apart: c.Apart}
	if c.Kinds == nil {
		return o
	}
	o.Kinds = make(map[string]bool, len(c.Kinds))
	for _, k := range c.Kinds {
		o.Kinds[k] = true
	}
	return o
}
