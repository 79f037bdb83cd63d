package factcheck

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"runtime"
	"sync/atomic"

	"github.com/factdiff/factdiff/factcheck/jsonl"
)

// An Event is a set of sources that report one event.
type Event struct {
	ID      string
	Sources []Source
}

// Stream checks events on all cores and yields their reports in the order of the input. An event that cannot be
// read or checked yields an error with its id, and the rest goes on; the end of ctx yields its error and nothing more.
// It takes an event from the input only when there is room: it holds at most three for each core.
func (c *Checker) Stream(ctx context.Context, events iter.Seq2[Event, error]) iter.Seq2[*Report, error] {
	return func(yield func(*Report, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		workers := runtime.GOMAXPROCS(0)
		todo, ordered := make(chan *job), make(chan *job, 2*workers)
		for range workers {
			go func() {
				for j := range todo {
					if j.err == nil && ctx.Err() == nil {
						j.report, j.err = c.event(j.event)
					}
					close(j.done)
				}
			}()
		}
		go feed(ctx, events, todo, ordered)
		for j := range ordered {
			<-j.done
			if ctx.Err() != nil {
				break
			}
			if !yield(j.report, j.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(nil, err)
		}
	}
}

// A job is an event on its way through the workers of a stream.
type job struct {
	event  Event
	report *Report
	err    error
	done   chan struct{} // closed when report and err are there
}

// feed hands events to the workers, in their order also to who waits for the answers, until ctx ends.
func feed(ctx context.Context, events iter.Seq2[Event, error], todo, ordered chan<- *job) {
	defer close(todo)
	defer close(ordered)
	for e, err := range events {
		j := &job{event: e, done: make(chan struct{})}
		if err != nil && e.ID != "" {
			err = fmt.Errorf("event %q: %w", e.ID, err)
		}
		j.err = err
		select {
		case ordered <- j:
			todo <- j
		case <-ctx.Done():
			return
		}
	}
}

func (c *Checker) event(e Event) (*Report, error) {
	r, err := c.Check(e.Sources...)
	if err != nil {
		return nil, fmt.Errorf("event %q: %w", e.ID, err)
	}
	r.ID = e.ID
	return r, nil
}

// StreamPairs answers JSON lines {"id","a","b","published_a","published_b"} with the relation of the two
// texts, in input order. It returns how many lines could not be read; each of those has an error line.
func (c *Checker) StreamPairs(r io.Reader, w io.Writer) (refused int, err error) {
	return c.stream(r, w, c.pair)
}

// StreamClusters answers JSON lines {"id","sources":[…]} with one report a line, in input order. It
// returns how many lines could not be read; each of those has an error line.
func (c *Checker) StreamClusters(r io.Reader, w io.Writer) (refused int, err error) {
	return c.stream(r, w, c.cluster)
}

// StreamDocuments answers JSON lines {"id","title","outlet","url","published","lang","text"} with the normal
// form of each source, in input order. It returns how many lines could not be read; each of those has an
// error line.
func (c *Checker) StreamDocuments(r io.Reader, w io.Writer) (refused int, err error) {
	return c.stream(r, w, func(line []byte) (string, any, error) {
		s, err := DecodeSource(line)
		if err != nil {
			return s.ID, nil, err
		}
		d, err := c.Document(&s)
		return s.ID, d, err
	})
}

// Document returns the normal form of one source.
func (c *Checker) Document(s *Source) (DocumentJSON, error) {
	if err := c.init(); err != nil {
		return DocumentJSON{}, err
	}
	d, err := c.n.Read(s)
	if err != nil {
		return DocumentJSON{}, err
	}
	return NewDocumentJSON(d), nil
}

// WriteDocuments writes the normal form of the sources of each file as JSON lines, and an error line for
// what cannot be read. It returns how many there were of those.
func (c *Checker) WriteDocuments(w io.Writer, names ...string) (refused int, err error) {
	for _, name := range names {
		sources, readErr := c.ReadFiles(name)
		if readErr != nil {
			sources = []Source{{ID: tail(filepath.ToSlash(name), 0)}}
		}
		var out []byte
		for i := range sources {
			d, err := DocumentJSON{}, readErr
			if err == nil {
				d, err = c.Document(&sources[i])
			}
			if err != nil {
				refused++
				out = appendJSON(out, errorJSON{Schema, sources[i].ID, err.Error()})
				continue
			}
			out = appendJSON(out, d)
		}
		if _, err := w.Write(out); err != nil {
			return refused, err
		}
	}
	return refused, nil
}

// stream answers each line by what read returns: the line's id, and its answer or an error.
func (c *Checker) stream(r io.Reader, w io.Writer, read func(line []byte) (id string, answer any, err error)) (int, error) {
	if err := c.init(); err != nil {
		return 0, err
	}
	var refused atomic.Int64
	err := jsonl.Pool{}.Run(r, w, func(dst []byte, l jsonl.Line) []byte {
		id, answer, err := "", any(nil), fmt.Errorf("the line is too long: it has more than %d bytes", len(l.Data))
		if !l.TooLong {
			id, answer, err = read(l.Data)
		}
		if err != nil {
			refused.Add(1)
			if id == "" {
				err = fmt.Errorf("line %d: %w", l.Number, err)
			}
			answer = errorJSON{Schema, id, err.Error()}
		}
		return appendJSON(dst, answer)
	})
	return int(refused.Load()), err
}

func (c *Checker) pair(line []byte) (string, any, error) {
	var in struct {
		ID         string  `json:"id"`
		A          *string `json:"a"`
		B          *string `json:"b"`
		PublishedA string  `json:"published_a"`
		PublishedB string  `json:"published_b"`
	}
	if err := decode(line, &in); err != nil {
		return in.ID, nil, err
	}
	if in.A == nil || in.B == nil {
		return in.ID, nil, fmt.Errorf(`a pair has the texts "a" and "b"`)
	}
	a, b := Source{ID: "a", Text: *in.A}, Source{ID: "b", Text: *in.B}
	if err := setMeta(&a, in.PublishedA, ""); err != nil {
		return in.ID, nil, fmt.Errorf("a: %w", err)
	}
	if err := setMeta(&b, in.PublishedB, ""); err != nil {
		return in.ID, nil, fmt.Errorf("b: %w", err)
	}
	r, err := c.Check(a, b)
	if err != nil {
		return in.ID, nil, err
	}
	return in.ID, pairLine{in.ID, r}, nil
}

// decodeCluster reads an event. Its sources are read at once; where something is wrong, one by one, to say with which.
func decodeCluster(line []byte) (id string, sources []Source, err error) {
	var in struct {
		ID      string       `json:"id"`
		Sources []sourceJSON `json:"sources"`
	}
	if decode(line, &in) != nil {
		return decodeSources(line)
	}
	sources = make([]Source, len(in.Sources))
	for i := range in.Sources {
		if sources[i], err = in.Sources[i].source(); err != nil {
			return in.ID, nil, fmt.Errorf("source %d %q: %w", i+1, in.Sources[i].ID, err)
		}
	}
	return in.ID, sources, nil
}

func decodeSources(line []byte) (id string, sources []Source, err error) {
	var in struct {
		ID      string            `json:"id"`
		Sources []json.RawMessage `json:"sources"`
	}
	if err := decode(line, &in); err != nil {
		return in.ID, nil, err
	}
	for i, raw := range in.Sources {
		s, err := DecodeSource(raw)
		if err != nil {
			return in.ID, nil, fmt.Errorf("source %d %q: %w", i+1, s.ID, err)
		}
		sources = append(sources, s)
	}
	return in.ID, sources, nil
}

func (c *Checker) cluster(line []byte) (string, any, error) {
	id, sources, err := decodeCluster(line)
	if err != nil {
		return id, nil, err
	}
	r, err := c.Check(sources...)
	if err != nil {
		return id, nil, err
	}
	r.ID = id
	return id, reportLine{r}, nil
}
