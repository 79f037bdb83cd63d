package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Who is not there is said so, and the others are measured all the same.
func TestPeersThatAreAbsent(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	file := filepath.Join(t.TempDir(), "a.jsonl")
	require.NoError(t, os.WriteFile(file, []byte("{\"text\":\"At least 12 people died, police said.\"}\n"), 0o644))
	t.Setenv("PATH", t.TempDir())
	var out, errs bytes.Buffer
	require.Zero(t, run([]string{"-peers", file}, &out, &errs), errs.String())
	for _, want := range []string{"factdiff: the normal form", "1.00 times ours", "UAX #29 words", "strings.ToLower", "not measured: there is no node in PATH"} {
		assert.Contains(t, out.String(), want)
	}
}
