// Ragcheck checks answers against their contexts: JSON lines {"id","answer","contexts":[source...]} on
// standard input, one JSON line with the claims of each answer on standard output, in input order; with -text, what is wrong with each
// answer in words.
//
// It exits with 0 when it is done, 2 for a wrong flag and 4 when a line could not be read.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/factdiff/factdiff/factcheck"
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is then an error of Write, which ends the program quietly
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("ragcheck", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprintln(stderr, "usage: ragcheck [flags] < FILE.jsonl\n\nA line is {\"id\",\"answer\",\"contexts\":[{\"text\"}, ...]}.")
		fs.PrintDefaults()
	}
	asText := fs.Bool("text", false, "write for people what the contexts contradict or do not mention, with the sentence to read it beside")
	maxBytes := fs.Int("max-bytes", 0, "bytes that one text may have (default 64 MiB)")
	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	case fs.NArg() > 0:
		fmt.Fprintln(stderr, "ragcheck: reads standard input, no files: ragcheck < FILE.jsonl")
		return 2
	}
	c := &factcheck.Checker{MaxBytes: *maxBytes}
	check := c.StreamGround
	if *asText {
		check = func(r io.Reader, w io.Writer) (int, error) { return writeText(c, r, w) }
	}
	refused, err := check(stdin, stdout)
	switch {
	case errors.Is(err, syscall.EPIPE):
		return 0
	case err != nil:
		fmt.Fprintln(stderr, "ragcheck:", err)
		return 4
	case refused > 0:
		return 4
	}
	return 0
}

// writeText writes each grounding for people. It returns how many lines could not be read; each of those has a line that says why.
func writeText(c *factcheck.Checker, r io.Reader, w io.Writer) (refused int, err error) {
	lines := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, end := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			g, err := ground(c, line)
			if err != nil {
				refused++
				_, err = fmt.Fprintf(w, "line %d: %v\n", n, err)
			} else {
				err = g.WriteText(w)
			}
			if err != nil {
				return refused, err
			}
		}
		switch {
		case end == io.EOF:
			return refused, nil
		case end != nil:
			return refused, end
		}
	}
}

func ground(c *factcheck.Checker, line []byte) (*factcheck.Grounding, error) {
	q, err := factcheck.DecodeQuestion(line)
	if err != nil {
		return nil, err
	}
	return c.Ground(q.Answer, q.Contexts...)
}
