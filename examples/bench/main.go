// Bench measures how fast texts are normalized here, on one core, beside a UAX #29 word segmenter over the
// same bytes in the same run.
//
//	bench [-peers] [FILE.jsonl]
//
// It prints one JSON line; with -peers a table of how fast others read the same texts. Without a file it reads the embedded
// reports, varied.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/clipperhouse/uax29/v2/words"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/normalize"
)

const (
	exitUsage  = 2
	exitUnread = 4
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprintln(stderr, "usage: bench [-peers] [FILE.jsonl]")
		fs.PrintDefaults()
	}
	others := fs.Bool("peers", false, "print how fast others read the same texts")
	if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return exitUsage
	}
	var sources []factcheck.Source
	var err error
	switch fs.NArg() {
	case 0:
		sources = varied()
	case 1:
		sources, err = new(factcheck.Checker).ReadFiles(fs.Arg(0))
	default:
		fs.Usage()
		return exitUsage
	}
	if err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return exitUnread
	}
	if *others {
		if err := peers(stdout, sources); err != nil {
			fmt.Fprintln(stderr, "bench:", err)
			return exitUnread
		}
		return 0
	}
	figures, err := measure(sources)
	if err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return exitUnread
	}
	if err := json.NewEncoder(stdout).Encode(figures); err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return exitUnread
	}
	return 0
}

// Figures are what bench prints: schema/bench.json.
type Figures struct {
	Schema      string             `json:"schema"`
	Bytes       int                `json:"bytes"`
	Segments    int                `json:"segments"` // of UAX #29
	Normalize   float64            `json:"normalize_mb_s"`
	UAX29       float64            `json:"uax29_mb_s"`
	Ratio       float64            `json:"ratio"`
	AllocsPerMB float64            `json:"allocs_per_mb"`
	PeakRSS     float64            `json:"peak_rss_mb"`
	Stages      map[string]float64 `json:"stages"` // milliseconds a megabyte
}

const (
	rounds   = 5                      // of which the fastest counts, so that a busy machine matters less
	leastRun = 100 * time.Millisecond // of one round; small inputs are read several times
)

func measure(sources []factcheck.Source) (*Figures, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	size := 0
	for i := range sources {
		size += len(sources[i].Text)
	}
	if size == 0 {
		return nil, fmt.Errorf("there is no text to measure with")
	}
	n, err := normalize.New()
	if err != nil {
		return nil, err
	}
	var d normalize.Document
	read := func() error {
		for i := range sources {
			if err := n.ReadInto(&d, &sources[i]); err != nil {
				return err
			}
		}
		return nil
	}
	if err := read(); err != nil { // warms up, and tells bad input
		return nil, err
	}
	debug.FreeOSMemory()
	perByte, allocs := fastest(func() { _ = read() }, size)
	segments := 0
	segment, _ := fastest(func() { segments = segmentWords(sources) }, size)
	f := &Figures{Schema: factcheck.Schema, Bytes: size, Segments: segments, Normalize: rate(perByte), UAX29: rate(segment),
		Ratio: round(segment / perByte), AllocsPerMB: round(allocs * 1e6 / float64(size)), Stages: stages(n, read, size)}
	f.PeakRSS = round(peakRSS() / 1e6)
	return f, nil
}

// fastest returns the nanoseconds for each byte of the fastest round, and the allocations of one call.
func fastest(f func(), size int) (perByte, allocs float64) {
	var before, after runtime.MemStats
	best := math.Inf(1)
	for range rounds {
		runtime.ReadMemStats(&before)
		calls, start := 0, time.Now()
		for time.Since(start) < leastRun {
			f()
			calls++
		}
		best = min(best, float64(time.Since(start))/float64(calls)/float64(size))
		runtime.ReadMemStats(&after)
		allocs = float64(after.Mallocs-before.Mallocs) / float64(calls)
	}
	return best, allocs
}

func rate(nanosPerByte float64) float64 { return round(1e3 / nanosPerByte) }

func round(f float64) float64 { return math.Round(f*100) / 100 }

func segmentWords(sources []factcheck.Source) (n int) {
	for i := range sources {
		for it := words.FromString(sources[i].Text); it.Next(); {
			n++
		}
	}
	return n
}

// stages returns the milliseconds for each megabyte of each stage, with a clock in between; the fastest of several passes counts, stage by
// stage.
func stages(n *normalize.Normalizer, read func() error, size int) map[string]float64 {
	fastest := map[string]time.Duration{}
	for range rounds {
		spent := map[string]time.Duration{}
		last := time.Now()
		n.Trace = func(stage string) {
			now := time.Now()
			spent[stage] += now.Sub(last)
			last = now
		}
		_ = read()
		for stage, d := range spent {
			if best, ok := fastest[stage]; !ok || d < best {
				fastest[stage] = d
			}
		}
	}
	n.Trace = nil
	out := make(map[string]float64, len(fastest))
	for stage, d := range fastest {
		out[stage] = round(d.Seconds() * 1e3 / (float64(size) / 1e6))
	}
	return out
}
