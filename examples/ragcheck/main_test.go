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
