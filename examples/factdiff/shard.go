package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// A shard is one of several runs of equal length that a file of JSON lines is cut into: the i-th of n, from 1. The zero
// value is the whole file.
type shard struct{ i, n int }

func (s *shard) String() string {
	if s.n == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.i, s.n)
}

// Set reads "i/n".
func (s *shard) Set(v string) error {
	var rest string
	n, _ := fmt.Sscanf(v+" .", "%d/%d %s", &s.i, &s.n, &rest)
	if n != 3 || rest != "." || s.i < 1 || s.i > s.n {
		return errors.New("want I/N, such as 1/4 … 4/4")
	}
	return nil
}

// of returns the lines of a shard: those that begin within its part of the bytes. The lines before it are empty ones, so
// that errors name the line of the file. The answers to all shards, one behind the other, are the answers to the file.
func (s *shard) of(stdin io.Reader) (io.Reader, error) {
	if s.n == 0 {
		return stdin, nil
	}
	f, ok := stdin.(*os.File)
	var info os.FileInfo
	if ok {
		info, _ = f.Stat()
	}
	if info == nil || !info.Mode().IsRegular() {
		return nil, errors.New("-shard needs a file as standard input, not a pipe: factdiff -clusters -shard 1/4 < events.jsonl")
	}
	size := info.Size()
	part := func(i int) int64 { return size/int64(s.n)*int64(i) + size%int64(s.n)*int64(i)/int64(s.n) }
	start, err := lineAt(f, part(s.i-1), size)
	if err != nil {
		return nil, err
	}
	end, err := lineAt(f, part(s.i), size)
	if err != nil {
		return nil, err
	}
	before, err := countLines(io.NewSectionReader(f, 0, start))
	if err != nil {
		return nil, err
	}
	return io.MultiReader(io.LimitReader(blank{}, before), io.NewSectionReader(f, start, end-start)), nil
}

// lineAt returns where the first line begins at or behind an offset, or the size where none does.
func lineAt(r io.ReaderAt, offset, size int64) (int64, error) {
	if offset == 0 {
		return 0, nil
	}
	buf := make([]byte, 64<<10)
	for at := offset - 1; at < size; {
		n, err := r.ReadAt(buf, at)
		if i := bytes.IndexByte(buf[:n], '\n'); i >= 0 {
			return at + int64(i) + 1, nil
		}
		if at += int64(n); err != nil && err != io.EOF {
			return 0, err
		}
		if n == 0 {
			break
		}
	}
	return size, nil
}

func countLines(r io.Reader) (n int64, err error) {
	buf := make([]byte, 256<<10)
	for {
		k, err := r.Read(buf)
		n += int64(bytes.Count(buf[:k], []byte{'\n'}))
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// blank reads as empty lines without end.
type blank struct{}

func (blank) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = '\n'
	}
	return len(b), nil
}
