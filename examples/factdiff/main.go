// Factdiff checks reports of one event against each other.
//
//	factdiff [flags] [FILE|DIR|-]...
//	factdiff -columns FILE FILE
//	factdiff -watch DIR
//	factdiff accept ID -reason TEXT
//
// Without arguments it checks the five reports of package seeds, and then never fails.
//
// It exits with 0 when it is done, 1 when there are findings at or above the fail level, 2 for a wrong
// flag, 3 when nothing could be compared and 4 when a source could not be read.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/examples/internal/terminal"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/config"
	"github.com/factdiff/factdiff/factcheck/report"
	"github.com/factdiff/factdiff/seeds"
)

const (
	exitDone = iota
	exitFindings
	exitUsage
	exitEmpty
	exitUnread
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is then an error of Write, which ends the program quietly
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

var formats = report.Forms

type options struct {
	format, failOn  string
	kinds           string
	kindList        []string
	output          string
	configFile      string
	baseline        string
	writeBaseline   bool
	pairs, clusters bool
	all             bool
	columns, watch  bool
	every           time.Duration
	maxBytes        int
	shard           shard
	published       dates
	files           []string
}

// dates are the values of -published: ID=DATE.
type dates map[string]time.Time

func (d dates) String() string { return "" }

func (d dates) Set(s string) error {
	id, date, ok := strings.Cut(s, "=")
	if !ok || id == "" {
		return errors.New("want ID=DATE")
	}
	t, err := factcheck.ParseDate(date)
	d[id] = t
	return err
}

const usage = `usage: factdiff [flags] [FILE|DIR|-]...
       factdiff accept ID -reason TEXT [-until DATE] [-by NAME]

Checks reports of one event against each other; without arguments, the five that are embedded. Exits with 0 when it
is done, 1 with findings at or above -fail-on, 2 for a wrong flag or configuration, 3 when nothing could be compared
and 4 when a source could not be read.

`

func parse(args []string, stderr io.Writer) (*options, error) {
	o := &options{published: dates{}}
	fs := flag.NewFlagSet("factdiff", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, usage)
		fs.PrintDefaults()
	}
	fs.StringVar(&o.format, "format", "text", "how to print: "+strings.Join(formats, ", "))
	fs.StringVar(&o.failOn, "fail-on", "", "exit with 1 when a finding is at least: serious, review, minor, never (default serious)")
	fs.StringVar(&o.kinds, "kinds", "", "kinds of findings, separated by commas: "+strings.Join(factcheck.Kinds, ","))
	fs.BoolVar(&o.pairs, "pairs", false, "answer JSON lines {\"id\",\"a\",\"b\"} with the relation of the two texts")
	fs.BoolVar(&o.clusters, "clusters", false, "answer JSON lines {\"id\",\"sources\":[...]} with one report a line")
	fs.StringVar(&o.configFile, "config", "", "the configuration; otherwise the nearest .factcheck above this folder")
	fs.StringVar(&o.baseline, "baseline", "", "fail only on findings that are not in this file")
	fs.BoolVar(&o.writeBaseline, "write-baseline", false, "write what is found to the baseline")
	fs.StringVar(&o.output, "o", "", "write the report to this file")
	fs.BoolVar(&o.all, "all", false, "show every finding in a text report")
	fs.BoolVar(&o.columns, "columns", false, "show two sources beside each other, what both speak of under one number")
	fs.BoolVar(&o.watch, "watch", false, "check again whenever a file changes, and print only what is new")
	fs.DurationVar(&o.every, "every", time.Second, "how often -watch looks")
	fs.IntVar(&o.maxBytes, "max-bytes", 0, "bytes that one source may have (default 64 MiB)")
	fs.Var(&o.shard, "shard", "I/N: with -clusters or -pairs, answer the I-th of N parts of the file on standard input; the answers to all parts in order are those to the file")
	fs.Var(o.published, "published", "ID=DATE: when a source was published; may be repeated")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	o.files = fs.Args()
	return o, o.check()
}

func (o *options) check() error {
	if o.kinds != "" {
		o.kindList = strings.Split(o.kinds, ",")
	}
	for _, k := range o.kindList {
		if !slices.Contains(factcheck.Kinds, k) {
			return fmt.Errorf("unknown kind of finding %q: known are %s", k, strings.Join(factcheck.Kinds, ", "))
		}
	}
	switch {
	case !slices.Contains(formats, o.format):
		return fmt.Errorf("unknown format %q: known are %s", o.format, strings.Join(formats, ", "))
	case !slices.Contains([]string{"", "serious", "review", "minor", "never"}, o.failOn):
		return fmt.Errorf("unknown fail level %q: known are serious, review, minor, never", o.failOn)
	case o.maxBytes < 0:
		return fmt.Errorf("-max-bytes %d: want a number of bytes", o.maxBytes)
	case o.pairs && o.clusters:
		return errors.New("-pairs and -clusters exclude each other")
	case o.columns && o.format != "text":
		return errors.New("-columns is a form of text: leave -format out")
	case o.watch && (o.pairs || o.clusters || o.output != "" || o.writeBaseline || o.columns || o.format != "text"):
		return errors.New("-watch prints text as it goes: it does not go with -pairs, -clusters, -o, -columns, -format or -write-baseline")
	case o.watch && slices.Contains(o.files, factcheck.Stdin):
		return errors.New("-watch wants files or folders: standard input does not change")
	case o.every <= 0:
		return errors.New("-every wants a time above zero, such as 2s")
	case o.shard.n > 0 && !o.pairs && !o.clusters:
		return errors.New("-shard is for -clusters and -pairs")
	}
	return nil
}

// accept adds a finding to the configuration: factdiff accept ID -reason TEXT.
func accept(args []string, stderr io.Writer) int {
	fs := flag.NewFlagSet("factdiff accept ID -reason TEXT", flag.ContinueOnError)
	fs.SetOutput(stderr)
	reason := fs.String("reason", "", "why the finding does not count")
	until := fs.String("until", "", "the last day on which it does not count")
	by := fs.String("by", "", "who says so")
	name := fs.String("config", "", "the configuration; otherwise the nearest .factcheck above this folder, or a new one here")
	var id string
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		id, args = args[0], args[1:]
	}
	if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitDone
	} else if err != nil {
		return exitUsage
	}
	if id == "" {
		id = fs.Arg(0)
	}
	if id == "" || *reason == "" {
		fmt.Fprintln(stderr, "factdiff: accept wants a reason and the id of a finding: factdiff accept ID -reason \"the longer wording is on tape\"")
		return exitUsage
	}
	if *name == "" {
		*name = cmp.Or(config.Find("."), config.Name)
	}
	e := config.Exception{ID: id, Reason: *reason, By: *by}
	var err error
	if *until != "" {
		e.Until, err = factcheck.ParseDate(*until)
	}
	if err == nil {
		err = config.Accept(*name, e)
	}
	if err != nil {
		fmt.Fprintln(stderr, "factdiff:", err)
		return exitUsage
	}
	return exitDone
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) > 0 && args[0] == "accept" {
		return accept(args[1:], stderr)
	}
	o, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitDone
	case err != nil:
		fmt.Fprintln(stderr, "factdiff:", err)
		return exitUsage
	}
	c := &factcheck.Checker{MaxBytes: o.maxBytes, Stdin: stdin}
	c.Kinds = o.kindList
	if o.pairs || o.clusters {
		return stream(c, o, stdin, stdout, stderr)
	}
	if o.watch {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		return watch(c, o, stdout, stderr, pause(ctx, o.every))
	}
	return check(c, o, stdout, stderr)
}

// streamGC lets the collector wait: a stream makes much that it keeps for a moment only. It saves a seventh of the time and costs
// 60 MB; who wants them back sets GOGC.
const streamGC = 400

func stream(c *factcheck.Checker, o *options, stdin io.Reader, stdout, stderr io.Writer) int {
	f := c.StreamPairs
	if o.clusters {
		f = c.StreamClusters
	}
	in, err := o.shard.of(stdin)
	if err != nil {
		fmt.Fprintln(stderr, "factdiff:", err)
		return exitUsage
	}
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(streamGC))
	}
	p := terminal.NewProgress(stderr)
	refused, err := f(p.Reader(in), stdout)
	p.End()
	switch {
	case errors.Is(err, syscall.EPIPE):
		return exitDone
	case err != nil:
		fmt.Fprintln(stderr, "factdiff:", err)
		return exitUnread
	case refused > 0:
		return exitUnread
	}
	return exitDone
}

// configured reads the configuration, and lets it fill in what no flag says.
func (o *options) configured() (*config.File, error) {
	name := o.configFile
	if name == "" {
		name = config.Find(".")
	}
	f := new(config.File)
	if name != "" {
		var err error
		if f, err = config.Read(name); err != nil {
			return nil, err
		}
	}
	if name == "" && o.writeBaseline {
		f.Path = config.Name // it will be made
	}
	if o.baseline != "" {
		if err := f.UseBaseline(o.baseline); err != nil {
			return nil, err
		}
	}
	if o.failOn == "" {
		o.failOn = f.Fail
	}
	if len(o.files) > 0 {
		return f, nil
	}
	for _, pattern := range f.Sources {
		match, err := filepath.Glob(pattern)
		if err != nil || len(match) == 0 {
			return nil, fmt.Errorf("%s: sources %s matches no file", name, pattern)
		}
		for _, m := range match {
			o.files = append(o.files, nearby(m))
		}
	}
	return f, nil
}

// nearby names a file from the working folder where it lies below it: annotations and SARIF want paths of the repository,
// and a person the short one.
func nearby(name string) string {
	dir, err := os.Getwd()
	if err != nil {
		return name
	}
	if rel, err := filepath.Rel(dir, name); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return name
}

func check(c *factcheck.Checker, o *options, stdout, stderr io.Writer) int {
	fail := func(code int, err error) int {
		fmt.Fprintln(stderr, "factdiff:", err)
		return code
	}
	conf, err := o.configured()
	if err != nil {
		return fail(exitUsage, err)
	}
	conf.Configure(c)
	sources := seeds.Sources()
	if len(o.files) > 0 {
		if sources, err = c.ReadFiles(o.files...); err != nil {
			return fail(exitUnread, err)
		}
	}
	conf.Date(sources)
	if err := o.date(sources); err != nil {
		return fail(exitUsage, err)
	}
	if o.columns && len(sources) != 2 {
		return fail(exitUsage, fmt.Errorf("-columns wants two sources, not %d", len(sources)))
	}
	p := terminal.NewProgress(stderr)
	c.Progress = func(done, of, bytes int) { p.Add(bytes, fmt.Sprintf("%d of %d files, ", done, of)) }
	r, err := c.Check(sources...)
	p.End()
	if err != nil {
		return fail(exitUnread, err)
	}
	for _, note := range conf.Apply(r, time.Now()) {
		fmt.Fprintln(stderr, "factdiff:", note)
	}
	if o.writeBaseline {
		if err := conf.WriteBaseline(r); err != nil {
			return fail(exitUsage, err)
		}
	}
	if err := write(stdout, r, o); err != nil && !errors.Is(err, syscall.EPIPE) {
		return fail(exitUnread, err)
	}
	if len(o.files) == 0 {
		return exitDone // the embedded reports are a demonstration: they disagree on purpose
	}
	return o.exit(r)
}

// date sets the dates of -published.
func (o *options) date(sources []factcheck.Source) error {
	for id, t := range o.published {
		i := slices.IndexFunc(sources, func(s factcheck.Source) bool { return s.ID == id })
		if i < 0 {
			return fmt.Errorf("-published %s: there is no source with this id", id)
		}
		sources[i].Published = t
	}
	return nil
}

func (o *options) exit(r *factcheck.Report) int {
	levels := map[string]compare.Severity{"": factcheck.Serious, "serious": factcheck.Serious, "review": factcheck.Review, "minor": factcheck.Minor}
	if r.Empty() {
		return exitEmpty
	}
	if o.writeBaseline {
		return exitDone
	}
	if level, ok := levels[o.failOn]; ok {
		for f := range r.AtLeast(level) {
			if f.Counts() {
				return exitFindings
			}
		}
	}
	return exitDone
}

// write prints the report, to a file where one is named.
func write(stdout io.Writer, r *factcheck.Report, o *options) error {
	if o.output == "" {
		return print(stdout, r, o)
	}
	f, err := os.Create(o.output)
	if err != nil {
		return err
	}
	return errors.Join(print(f, r, o), f.Close())
}

func print(w io.Writer, r *factcheck.Report, o *options) error {
	if o.format == "text" {
		t := terminal.Text(w)
		if o.columns {
			return factcheck.Columns{Width: t.Width, Color: t.Color}.Write(w, r)
		}
		t.All = o.all
		return t.Write(w, r)
	}
	return report.Form(o.format)(w, r)
}
