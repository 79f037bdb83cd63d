package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRun(t *testing.T) {
	var out, errs strings.Builder
	code := run(nil, strings.NewReader(`{"id":"1","answer":"It has 3 gates.","contexts":[{"id":"c","text":"It has 3 gates."}]}`+"\n{bad\n"), &out, &errs)
	assert.Equal(t, 4, code)
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	assert.Len(t, lines, 2)
	assert.Contains(t, lines[0], `"state":"supported"`)
	assert.Contains(t, lines[1], `"error":`)
	assert.Equal(t, 2, run([]string{"-nonsense"}, strings.NewReader(""), &out, &errs))
	assert.Equal(t, 2, run([]string{"file"}, strings.NewReader(""), &out, &errs))
}

func TestText(t *testing.T) {
	var out, errs strings.Builder
	code := run([]string{"-text"}, strings.NewReader(`{"id":"1","answer":"The harbour has 5 gates.","contexts":[{"id":"c","text":"The harbour has 3 gates.\nIt is old."}]}`+"\n{bad\n"), &out, &errs)
	assert.Equal(t, 4, code)
	assert.Contains(t, out.String(), "1: 1 contradicted, 0 not found")
	assert.Contains(t, out.String(), "contradicted: number “5”\n    The answer says “5” where a context says “3” of the same measure.\n    c:1:1: The harbour has 3 gates.\n")
	assert.Contains(t, out.String(), "line 2: ")
}
