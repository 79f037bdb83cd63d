package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/internal/schematest"
)

func TestBench(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	file := filepath.Join(t.TempDir(), "a.jsonl")
	require.NoError(t, os.WriteFile(file, []byte("{\"text\":\"At least 12 people died, police said.\"}\n{\"text\":\"One.\"}\n"), 0o644))
	var out, errs bytes.Buffer
	require.Zero(t, run([]string{file}, &out, &errs), errs.String())
	schematest.Valid(t, "bench.json", out.String())
	var f Figures
	require.NoError(t, json.Unmarshal(out.Bytes(), &f))
	assert.Equal(t, 41, f.Bytes)
	assert.Positive(t, f.Normalize)
	assert.Positive(t, f.UAX29)
	assert.InDelta(t, f.Normalize/f.UAX29, f.Ratio, 0.1)
	assert.Contains(t, f.Stages, "quantities")
}

func TestErrors(t *testing.T) {
	var out, errs bytes.Buffer
	assert.Equal(t, exitUsage, run([]string{"a", "b"}, &out, &errs))
	assert.Equal(t, exitUnread, run([]string{"nowhere.jsonl"}, &out, &errs))
	assert.Contains(t, errs.String(), "nowhere.jsonl")
	empty := filepath.Join(t.TempDir(), "e.jsonl")
	require.NoError(t, os.WriteFile(empty, nil, 0o644))
	assert.Equal(t, exitUnread, run([]string{empty}, &out, &errs))
	assert.Empty(t, out.String())
}

func TestHelp(t *testing.T) {
	var out, errs bytes.Buffer
	assert.Zero(t, run([]string{"-h"}, &out, &errs))
	assert.Contains(t, errs.String(), "usage: bench [-peers] [FILE.jsonl]")
	assert.Empty(t, out.String())
}

func TestVaried(t *testing.T) {
	all := varied()
	assert.Equal(t, 5*copies, len(all))
	assert.NotEqual(t, all[0].Text, all[5].Text)
	assert.Equal(t, len(all[0].Text), len(all[5].Text))
}
