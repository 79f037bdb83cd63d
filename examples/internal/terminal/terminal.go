// Package terminal fits what the programs print to where it goes: as wide as the window, in colours where they are
// wanted, with a line of progress when work lasts.
package terminal

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/factdiff/factdiff/factcheck"
)

// Of returns the file behind w when it is a terminal.
func Of(w io.Writer) (*os.File, bool) {
	f, ok := w.(*os.File)
	return f, ok && term.IsTerminal(int(f.Fd()))
}

// Text fits a text report to where it is written: as wide as the terminal, in colours unless NO_COLOR
// (https://no-color.org) or TERM=dumb ask for none.
func Text(w io.Writer) factcheck.Text {
	var t factcheck.Text
	if f, ok := Of(w); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			t.Width = width
		}
		t.Color = Colors(os.Getenv)
	}
	return t
}

// Colors reports whether a terminal of this environment may be written to in colours.
func Colors(env func(string) string) bool { return env("NO_COLOR") == "" && env("TERM") != "dumb" }

const (
	progressAfter = 300 * time.Millisecond // shorter work shows nothing
	progressEvery = 100 * time.Millisecond
)

// A Progress is one line on a terminal that is written over and taken away at the end. Its methods may be called from
// several goroutines.
type Progress struct {
	mu          sync.Mutex
	w           io.Writer // nil: shows nothing
	now         func() time.Time
	start, last time.Time
	bytes       int
	shown       bool
}

// NewProgress returns a progress that shows itself where stderr is a terminal that can take a line back.
func NewProgress(stderr io.Writer) *Progress {
	var w io.Writer
	if f, ok := Of(stderr); ok && os.Getenv("TERM") != "dumb" {
		w = f
	}
	return newProgress(w, time.Now)
}

func newProgress(w io.Writer, now func() time.Time) *Progress {
	return &Progress{w: w, now: now, start: now()}
}

// Add counts bytes and shows what is done, in the words of of.
func (p *Progress) Add(bytes int, of string) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.bytes += bytes
	now := p.now()
	if now.Sub(p.start) < progressAfter || now.Sub(p.last) < progressEvery {
		return
	}
	p.last, p.shown = now, true
	mb := float64(p.bytes) / 1e6
	fmt.Fprintf(p.w, "\r\x1b[Kreading  %s%.1f MB, %.1f MB/s", of, mb, mb/now.Sub(p.start).Seconds())
}

// End takes the line away.
func (p *Progress) End() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}

// Reader tells the progress what is read through it.
func (p *Progress) Reader(r io.Reader) io.Reader { return countingReader{r, p} }

type countingReader struct {
	io.Reader
	p *Progress
}

func (c countingReader) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.p.Add(n, "")
	return n, err
}
