package factcheck

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Source is one report as it was published. Only Text is required.
type Source = text.Source

// A Span is a half-open range of bytes of Source.Text.
type Span = text.Span

// sourceJSON is the form of a source in .json and .jsonl files and on standard input.
type sourceJSON struct {
	Schema    string  `json:"schema"` // what the programs write has one, and is no source
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Outlet    string  `json:"outlet"`
	URL       string  `json:"url"`
	Published string  `json:"published"`
	Lang      string  `json:"lang"`
	Text      *string `json:"text"`
}

func (j *sourceJSON) source() (Source, error) {
	if j.Text == nil && j.Schema == Schema {
		return Source{}, errors.New(`this is what a program of factdiff wrote ("schema":"` + Schema + `"), not a source: keep reports outside the folder that is read`)
	}
	if j.Text == nil {
		return Source{}, errors.New(`no "text": a source is {"id","title","outlet","url","published","lang","text"}, of which only "text" is required`)
	}
	s := Source{ID: j.ID, Title: j.Title, Outlet: j.Outlet, URL: j.URL, Text: *j.Text}
	return s, setMeta(&s, j.Published, j.Lang)
}

func setMeta(s *Source, published, lang string) error {
	var err error
	if published != "" {
		if s.Published, err = ParseDate(published); err != nil {
			return err
		}
	}
	if lang != "" {
		if s.Language, err = language.Parse(lang); err != nil {
			return fmt.Errorf("lang %q is not a language tag such as en or en-GB", lang)
		}
	}
	return nil
}

var dateLayouts = []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"}

// ParseDate reads an ISO date or an RFC 3339 time. A time without a zone is read as UTC.
func ParseDate(s string) (time.Time, error) {
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("published %q is not a date such as 2024-09-10 or 2024-09-10T14:30:00Z", s)
}

// checkUTF8 returns an error that names the first byte that is not part of valid UTF-8.
func checkUTF8(b []byte) error {
	if utf8.Valid(b) {
		return nil
	}
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return fmt.Errorf("byte %d is not valid UTF-8 (0x%02x)", i, b[i])
		}
		i += n
	}
	return nil
}

// DecodeSource reads one source in its JSON form. The id is returned even when the rest cannot be read.
func DecodeSource(line []byte) (Source, error) {
	var j sourceJSON
	err := decode(line, &j)
	if err != nil {
		return Source{ID: j.ID}, err
	}
	s, err := j.source()
	s.ID = j.ID
	return s, err
}

// decode reads JSON that must be valid UTF-8. What could be read stands in v even when there is an error.
func decode(data []byte, v any) error {
	err := json.Unmarshal(data, v)
	if bad := checkUTF8(data); bad != nil {
		return bad
	}
	return jsonError(err)
}

func jsonError(err error) error {
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		return fmt.Errorf("byte %d: not JSON: %w", syntax.Offset, err)
	}
	if kind := (*json.UnmarshalTypeError)(nil); errors.As(err, &kind) {
		what := "it"
		if kind.Field != "" {
			what = strconv.Quote(kind.Field)
		}
		return fmt.Errorf("byte %d: %s is %s, want %s", kind.Offset, what, jsonKind(kind.Value), jsonKind(kind.Type.Kind().String()))
	}
	return err
}

// jsonKind says what a kind of value is called in JSON, whose readers know no Go.
func jsonKind(kind string) string {
	switch kind {
	case "array", "slice":
		return "an array"
	case "object", "struct", "map":
		return "an object"
	}
	return "a " + kind
}

// decodeMany reads JSON sources that follow each other, on lines or not; an array of sources is read as
// its elements.
func decodeMany(data []byte) ([]Source, error) {
	if err := checkUTF8(data); err != nil {
		return nil, err
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var all []Source
	dec := json.NewDecoder(bytes.NewReader(data))
	for {
		var raw json.RawMessage
		err := dec.Decode(&raw)
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, jsonError(err)
		}
		list := []json.RawMessage{raw}
		if raw[0] == '[' {
			if err := json.Unmarshal(raw, &list); err != nil {
				return nil, jsonError(err)
			}
		}
		for _, one := range list {
			s, err := DecodeSource(one)
			if err != nil {
				return nil, fmt.Errorf("source %d: %w", len(all)+1, err)
			}
			all = append(all, s)
		}
	}
}

// noLimit leaves room for one byte more, by which a source that is too large is told.
const noLimit = math.MaxInt - 1

// limited reads r to its end and refuses more than limit bytes (0: normalize.DefaultMaxBytes).
func limited(r io.Reader, limit int) ([]byte, error) {
	if limit == 0 {
		limit = normalize.DefaultMaxBytes
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return nil, err
	}
	if len(data) > limit {
		return nil, tooLarge(limit)
	}
	return data, nil
}

func tooLarge(limit int) error {
	size := fmt.Sprintf("%d bytes", limit)
	if limit >= 1<<20 {
		size = fmt.Sprintf("%d MiB", limit>>20)
	}
	return fmt.Errorf("more than %s, the limit for one source: raise it with Checker.MaxBytes or the flag -max-bytes", size)
}

// readFile reads the sources of one file, by the ending of its name.
func readFile(path string, limit int) ([]Source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if isJSON(path) {
		limit = noLimit // each source has its own when it is read
	}
	data, err := limited(f, limit)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	sources, err := parseFile(path, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return sources, nil
}

func isJSON(path string) bool {
	return strings.HasSuffix(path, ".json") || strings.HasSuffix(path, ".jsonl")
}

func parseFile(path string, data []byte) ([]Source, error) {
	if isJSON(path) {
		return decodeMany(data)
	}
	parse := ParseText
	if isPage(path) {
		parse = ParsePage
	}
	s, err := parse(string(data))
	return []Source{s}, err
}
