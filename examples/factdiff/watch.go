package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/examples/internal/terminal"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/config"
)

// A watcher checks files whenever they change, and prints the findings that were not there the last time.
type watcher struct {
	c              *factcheck.Checker
	o              *options
	conf           *config.File
	stdout, stderr io.Writer

	state string            // of the files when they were read last
	known map[string]string // titles of the findings so far, by id
	wrong string            // the error that was told last
}

// pause returns a wait that takes a time, and ends when the context does.
func pause(ctx context.Context, every time.Duration) func() bool {
	return func() bool {
		select {
		case <-ctx.Done():
			return false
		case <-time.After(every):
			return true
		}
	}
}

// watch looks again each time that wait returns true. It returns exitDone when it is told to stop.
func watch(c *factcheck.Checker, o *options, stdout, stderr io.Writer, wait func() bool) int {
	conf, err := o.configured()
	if err == nil && len(o.files) == 0 {
		err = errors.New("-watch wants files or a folder")
	}
	if err != nil {
		fmt.Fprintln(stderr, "factdiff:", err)
		return exitUsage
	}
	conf.Configure(c)
	w := &watcher{c: c, o: o, conf: conf, stdout: stdout, stderr: stderr}
	for {
		w.look()
		if !wait() {
			return exitDone
		}
	}
}

// look checks the files if they have changed. A file that cannot be read at the moment is told once.
func (w *watcher) look() {
	state, err := stateOf(w.o.files)
	if err == nil && state == w.state {
		return
	}
	var r *factcheck.Report
	if err == nil {
		r, err = w.check()
	}
	if err != nil {
		if err.Error() != w.wrong {
			fmt.Fprintln(w.stderr, "factdiff:", err)
		}
		w.wrong = err.Error()
		return
	}
	w.state, w.wrong = state, ""
	if err := w.print(r); err != nil {
		fmt.Fprintln(w.stderr, "factdiff:", err)
	}
}

func (w *watcher) check() (*factcheck.Report, error) {
	sources, err := w.c.ReadFiles(w.o.files...)
	if err != nil {
		return nil, err
	}
	w.conf.Date(sources)
	if err := w.o.date(sources); err != nil {
		return nil, err
	}
	r, err := w.c.Check(sources...)
	if err == nil {
		w.conf.Apply(r, time.Now())
	}
	return r, err
}

// print shows the whole report at first, and then what is new and what is gone.
func (w *watcher) print(r *factcheck.Report) error {
	text := terminal.Text(w.stdout)
	text.All = w.o.all
	now := map[string]string{}
	for f := range r.AtLeast(factcheck.Minor) {
		if f.Counts() {
			now[f.ID] = f.Title
		}
	}
	before := w.known
	w.known = now
	if before == nil {
		return text.Write(w.stdout, r)
	}
	var b strings.Builder
	for _, id := range sorted(before) {
		if _, ok := now[id]; !ok {
			fmt.Fprintf(&b, "gone  %s  %s\n", id, before[id])
		}
	}
	if _, err := io.WriteString(w.stdout, b.String()); err != nil {
		return err
	}
	fresh := r.Select(func(f *factcheck.Finding) bool { _, was := before[f.ID]; _, is := now[f.ID]; return is && !was })
	if len(fresh.Findings) == 0 {
		return nil
	}
	text.Cards = true
	return text.Write(w.stdout, fresh)
}

func sorted(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }

// stateOf tells names, sizes and times of the files, and of those below the folders.
func stateOf(names []string) (string, error) {
	var b strings.Builder
	for _, name := range names {
		err := filepath.WalkDir(name, func(p string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() {
				return nil
			}
			info, err := d.Info()
			if errors.Is(err, os.ErrNotExist) {
				return nil // gone while we looked
			}
			if err == nil {
				fmt.Fprintln(&b, p, info.Size(), info.ModTime().UnixNano())
			}
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return b.String(), nil
}
