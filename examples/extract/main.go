// Command extract prints the normal form of documents, one JSON line each.
//
//	extract [FILE]...     text files
//	extract < FILE.jsonl  JSON lines {"id","title","outlet","url","published","lang","text"}
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

type input struct {
	ID, Title, Outlet, URL, Published, Lang, Text string
}

type failure struct {
	Schema string `json:"schema"`
	ID     string `json:"id"`
	Error  string `json:"error"`
}

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, errs io.Writer) int {
	n, err := normalize.New()
	if err != nil {
		fmt.Fprintln(errs, err)
		return 2
	}
	w := bufio.NewWriterSize(out, 1<<16)
	defer w.Flush()
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	code := 0
	emit := func(src *text.Source, err error) {
		var d *normalize.Document
		if err == nil {
			d, err = n.Read(src)
		}
		if err != nil {
			code = 4
			_ = enc.Encode(failure{factcheck.Schema, src.ID, err.Error()})
			return
		}
		_ = enc.Encode(factcheck.NewDocumentJSON(d))
	}
	for _, f := range args {
		data, err := os.ReadFile(f)
		id := strings.TrimSuffix(filepath.Base(f), filepath.Ext(f))
		emit(&text.Source{ID: id, Text: string(data)}, err)
	}
	if len(args) > 0 {
		return code
	}
	r := bufio.NewReaderSize(in, 1<<20)
	for {
		line, err := r.ReadBytes('\n')
		if strings.TrimSpace(string(line)) != "" {
			var x input
			e := json.Unmarshal(line, &x)
			src := &text.Source{ID: x.ID, Title: x.Title, Outlet: x.Outlet, URL: x.URL, Text: x.Text}
			if e == nil && x.Published != "" {
				src.Published, e = parseDate(x.Published)
			}
			emit(src, e)
		}
		if err != nil {
			return code
		}
	}
}

func parseDate(s string) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	return time.Parse("2006-01-02", s)
}
