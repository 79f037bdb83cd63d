// Command samename tells whether pairs of names name one person, place or body.
//
//	samename < FILE.jsonl   JSON lines {"id","kind":"person|place|org","a","b"}
//
// It writes {"schema","id","same","score","reason"} for each line, in order.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"syscall"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/name"
)

type input struct {
	ID, Kind, A, B string
}

type output struct {
	Schema string  `json:"schema"`
	ID     string  `json:"id"`
	Same   bool    `json:"same"`
	Score  float64 `json:"score"`
	Reason string  `json:"reason"`
}

type failure struct {
	Schema string `json:"schema"`
	ID     string `json:"id"`
	Error  string `json:"error"`
}

var kinds = map[string]name.Kind{"person": name.Person, "place": name.Place, "org": name.Organization, "organization": name.Organization, "": name.Unknown}

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run returns the exit status: 0 done, 2 usage, 4 a line could not be read.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	if len(args) > 0 {
		fmt.Fprintln(errs, `usage: samename < FILE.jsonl

A line is {"id","kind":"person|place|org","a","b"}.`)
		if args[0] == "-h" || args[0] == "-help" || args[0] == "--help" {
			return 0
		}
		return 2
	}
	w := bufio.NewWriterSize(out, 1<<16)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	r := bufio.NewReaderSize(in, 1<<20)
	code := 0
	for {
		line, readErr := r.ReadBytes('\n')
		if strings.TrimSpace(string(line)) != "" {
			answer, err := compare(line)
			if err != nil {
				code = 4
			}
			if err := enc.Encode(answer); err != nil {
				return closed(err, errs)
			}
		}
		if readErr == io.EOF {
			break
		}
		if readErr != nil {
			fmt.Fprintln(errs, readErr)
			code = 4
			break
		}
	}
	if err := w.Flush(); err != nil {
		return closed(err, errs)
	}
	return code
}

// compare answers one line.
func compare(line []byte) (any, error) {
	var x input
	if err := json.Unmarshal(line, &x); err != nil {
		return failure{factcheck.Schema, x.ID, err.Error()}, err
	}
	kind, ok := kinds[x.Kind]
	if !ok {
		err := fmt.Errorf("kind is %q, want person, place or org", x.Kind)
		return failure{factcheck.Schema, x.ID, err.Error()}, err
	}
	m := name.Same(en.Lexicon(), x.A, x.B, kind)
	return output{factcheck.Schema, x.ID, m.Same, math.Round(m.Score*1000) / 1000, m.Reason.String()}, nil
}

// closed ends quietly when the reader of the output has gone.
func closed(err error, errs io.Writer) int {
	if errors.Is(err, syscall.EPIPE) {
		return 0
	}
	fmt.Fprintln(errs, err)
	return 4
}
