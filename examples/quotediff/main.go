// Quotediff shows every quotation of a speaker, collated: in which words each report gives it.
//
//	quotediff [-speaker NAME] [FILE|DIR|-]...
//
// Without files it reads the five reports of package seeds. [-gone-] {+added+} ~respelled~ words are told
// against the longest wording.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/factdiff/factdiff/examples/internal/terminal"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/seeds"
)

const (
	exitUsage  = 2
	exitEmpty  = 3
	exitUnread = 4
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is then an error of Write, which ends the program quietly
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("quotediff", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprintln(stderr, "usage: quotediff [flags] [FILE|DIR|-]...")
		fs.PrintDefaults()
	}
	speaker := fs.String("speaker", "", "only quotations of speakers whose name contains this")
	if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return exitUsage
	}
	c := &factcheck.Checker{Kinds: []string{"quote"}, Stdin: stdin}
	sources, err := seeds.Sources(), error(nil)
	if fs.NArg() > 0 {
		sources, err = c.ReadFiles(fs.Args()...)
	}
	if err != nil {
		fmt.Fprintln(stderr, "quotediff:", err)
		return exitUnread
	}
	r, err := c.Check(sources...)
	if err != nil {
		fmt.Fprintln(stderr, "quotediff:", err)
		return exitUnread
	}
	only := r.Select(func(f *factcheck.Finding) bool { return f.Kind == "quote" && spokenBy(f, *speaker) })
	if len(only.Findings) == 0 {
		fmt.Fprintln(stderr, "quotediff: no quotation stands in two reports")
		return exitEmpty
	}
	text := terminal.Text(stdout)
	text.All, text.Cards = true, true
	if err := text.Write(stdout, only); err != nil && !errors.Is(err, syscall.EPIPE) {
		fmt.Fprintln(stderr, "quotediff:", err)
		return exitUnread
	}
	return 0
}

// spokenBy reports whether a passage of the finding is by a speaker whose name contains name.
func spokenBy(f *factcheck.Finding, name string) bool {
	for _, e := range f.Evidence() {
		if strings.Contains(strings.ToLower(e.Speaker), strings.ToLower(name)) {
			return true
		}
	}
	return name == ""
}
