package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/factdiff/factdiff/factcheck"
)

// terminal returns the file behind w when it is a terminal.
func terminal(w io.Writer) (*os.File, bool) {
	f, ok := w.(*os.File)
	return f, ok && term.IsTerminal(int(f.Fd()))
}

// textFor fits a text report to where it is written: as wide as the terminal, in colours unless NO_COLOR
// (https://no-color.org) or TERM=dumb ask for none.
func textFor(w io.Writer, all bool) factcheck.Text {
	t := factcheck.Text{All: all}
	f, ok := terminal(w)
	if !ok {
		return t
	}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil {
		t.Width = width
	}
	t.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	return t
}

const (
	progressAfter = 300 * time.Millisecond // shorter work shows nothing
	progressEvery = 100 * time.Millisecond
)

// A progress is one line on a terminal that is written over and taken away at the end. The zero value
// shows nothing.
type progress struct {
	sync.Mutex
	w           io.Writer // nil: not a terminal
	start, last time.Time
	bytes       int
	shown       bool
}

func newProgress(stderr io.Writer) *progress {
	p := &progress{start: time.Now()}
	if f, ok := terminal(stderr); ok && os.Getenv("TERM") != "dumb" {
		p.w = f
	}
	return p
}

// add counts bytes and shows what is done, in the words of of.
func (p *progress) add(bytes int, of string) {
	if p.w == nil {
		return
	}
	p.Lock()
	defer p.Unlock()
	p.bytes += bytes
	now := time.Now()
	if now.Sub(p.start) < progressAfter || now.Sub(p.last) < progressEvery {
		return
	}
	p.last, p.shown = now, true
	mb := float64(p.bytes) / 1e6
	fmt.Fprintf(p.w, "\r\x1b[Kreading  %s%.1f MB, %.1f MB/s", of, mb, mb/now.Sub(p.start).Seconds())
}

// end takes the line away.
func (p *progress) end() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

// A countingReader tells progress what is read through it.
type countingReader struct {
	io.Reader
	p *progress
}

func (c countingReader) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.p.add(n, "")
	return n, err
}
