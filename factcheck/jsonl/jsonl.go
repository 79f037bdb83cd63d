// Package jsonl answers JSON lines with JSON lines: on all cores, in the order of the input, in bounded
// memory.
//
// It knows nothing of what a line says.
package jsonl

import (
	"bufio"
	"bytes"
	"io"
	"runtime"
	"sync"
)

const (
	batchLines = 64
	batchBytes = 128 << 10
)

// A Line is one line of input without its line end.
type Line struct {
	Number  int // 1-based
	Data    []byte
	TooLong bool // Data holds only the beginning of the line
}

// A Pool answers lines. The zero value is ready.
type Pool struct {
	Workers int // 0: one a core
	MaxLine int // bytes a line may have; 0: 1 GiB
}

type batch struct {
	lines []Line
	out   []byte
	done  chan struct{}
}

// Run calls answer for each line of r that is not blank and writes what answer appends to dst to w, in the
// order of the lines. It flushes whenever r has nothing ready, so that it can serve a pipe. It returns
// the first error of reading or writing.
func (p Pool) Run(r io.Reader, w io.Writer, answer func(dst []byte, l Line) []byte) error {
	workers := p.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	todo, ordered := make(chan *batch), make(chan *batch, 2*workers)
	quit := make(chan struct{})
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for b := range todo {
				for _, l := range b.lines {
					b.out = answer(b.out, l)
				}
				close(b.done)
			}
		})
	}
	var readErr error
	go func() {
		readErr = p.read(r, func(b *batch) bool {
			select {
			case ordered <- b:
			case <-quit:
				return false
			}
			todo <- b
			return true
		})
		close(todo)
		close(ordered)
	}()
	for b := range ordered {
		<-b.done
		if _, err := w.Write(b.out); err != nil {
			close(quit) // a read that waits for input must not keep the caller
			return err
		}
	}
	wg.Wait()
	return readErr
}

// read cuts r into batches and stops when send says so.
func (p Pool) read(r io.Reader, send func(*batch) bool) error {
	limit := p.MaxLine
	if limit <= 0 {
		limit = 1 << 30
	}
	br := bufio.NewReaderSize(r, 256<<10)
	b, size := &batch{done: make(chan struct{})}, 0
	flush := func() bool {
		if len(b.lines) == 0 {
			return true
		}
		full := b
		b, size = &batch{done: make(chan struct{})}, 0
		return send(full)
	}
	for n := 1; ; n++ {
		l, err := readLine(br, limit)
		l.Number = n
		if len(bytes.TrimSpace(l.Data)) > 0 {
			b.lines = append(b.lines, l)
			size += len(l.Data)
		}
		if err != nil {
			flush()
			if err == io.EOF {
				return nil
			}
			return err
		}
		if len(b.lines) >= batchLines || size >= batchBytes || br.Buffered() == 0 {
			if !flush() {
				return nil
			}
		}
	}
}

// readLine reads one line, which ends in LF or CR LF; what goes beyond limit is read and dropped.
func readLine(br *bufio.Reader, limit int) (Line, error) {
	var l Line
	for {
		part, err := br.ReadSlice('\n')
		if room := limit + len("\r\n") - len(l.Data); len(part) > room {
			part, l.TooLong = part[:max(room, 0)], true
		}
		l.Data = append(l.Data, part...)
		if err == bufio.ErrBufferFull {
			continue
		}
		if !l.TooLong {
			l.Data = bytes.TrimSuffix(bytes.TrimSuffix(l.Data, []byte("\n")), []byte("\r"))
		}
		if len(l.Data) > limit {
			l.Data, l.TooLong = l.Data[:limit], true
		}
		return l, err
	}
}
