// Package schematest validates what a program printed against the schemas of package schema.
// It is for tests.
package schematest

import (
	"bytes"
	"io/fs"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/factdiff/factdiff/factcheck/schema"
)

const base = "https://github.com/factdiff/factdiff/factcheck/schema/"

var compiler = sync.OnceValues(func() (*jsonschema.Compiler, error) {
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	names, err := fs.Glob(schema.FS, "*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		file, err := schema.FS.ReadFile(name)
		if err != nil {
			return nil, err
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
		if err != nil {
			return nil, err
		}
		if err := c.AddResource(base+name, doc); err != nil {
			return nil, err
		}
	}
	return c, nil
})

var mu sync.Mutex // a compiler serves one at a time

// Valid reports, through t as well, whether doc is JSON of the form that file describes: "report.json".
func Valid(t testing.TB, file, doc string) bool {
	t.Helper()
	mu.Lock()
	defer mu.Unlock()
	c, err := compiler()
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(base + file)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(doc))
	if err == nil {
		err = s.Validate(v)
	}
	if err != nil {
		t.Errorf("not valid by %s: %v\n%.300s", file, err, doc)
	}
	return err == nil
}

// Against reports, through t as well, whether doc is JSON of the form that another project's schema describes.
func Against(t testing.TB, schema []byte, doc string) bool {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("urn:schema", parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:schema")
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(doc))
	if err == nil {
		err = s.Validate(v)
	}
	if err != nil {
		t.Errorf("not valid: %v\n%.300s", err, doc)
	}
	return err == nil
}

// ValidLines validates each line of out.
func ValidLines(t testing.TB, file, out string) {
	t.Helper()
	for line := range strings.Lines(out) {
		if !Valid(t, file, line) {
			return
		}
	}
}
