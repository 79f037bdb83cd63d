// Command extract prints the normal form of documents, one JSON line each.
//
//	extract [FILE]...     files, as factdiff reads them
//	extract < FILE.jsonl  JSON lines {"id","title","outlet","url","published","lang","text"}
//
// It exits with 0 when it is done, 2 for a wrong flag, and 4 when at least one document could not be read;
// that one has a line {"schema","id","error"}.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/factdiff/factdiff/factcheck"
)

const (
	exitUsage  = 2
	exitUnread = 4
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is then an error of Write, which ends the program quietly
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("extract", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprintln(stderr, "usage: extract [flags] [FILE|DIR]...\n       extract [flags] < FILE.jsonl")
		fs.PrintDefaults()
	}
	maxBytes := fs.Int("max-bytes", 0, "bytes that one source may have (default 64 MiB)")
	if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return exitUsage
	}
	c := &factcheck.Checker{MaxBytes: *maxBytes}
	var refused int
	var err error
	if names := fs.Args(); len(names) > 0 {
		c.Stdin = stdin
		refused, err = c.WriteDocuments(stdout, names...)
	} else {
		refused, err = c.StreamDocuments(stdin, stdout)
	}
	switch {
	case errors.Is(err, syscall.EPIPE):
		return 0
	case err != nil:
		fmt.Fprintln(stderr, "extract:", err)
		return exitUnread
	case refused > 0:
		return exitUnread
	}
	return 0
}
