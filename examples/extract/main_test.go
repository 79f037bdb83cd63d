package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/internal/schematest"
	"github.com/factdiff/factdiff/seeds"
)

func extract(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func TestLines(t *testing.T) {
	code, out, _ := extract("{\"id\":\"a\",\"text\":\"At least 12 people died.\"}\n{\"id\":\"b\",\"text\":\"x\xff\"}\n\nnope\n{\"text\":\"\",\"published\":\"2024-09-10\"}")
	assert.Equal(t, exitUnread, code)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 4)
	schematest.Valid(t, "document.json", lines[0])
	schematest.Valid(t, "error.json", lines[1])
	assert.Contains(t, lines[1], `"id":"b"`)
	assert.Contains(t, lines[1], "byte 19 is not valid UTF-8")
	assert.Contains(t, lines[2], "line 4: ")
	schematest.Valid(t, "document.json", lines[3])
	assert.Contains(t, lines[3], `"published":"2024-09-10"`)
	code, _, _ = extract(`{"text":"x"}`)
	assert.Zero(t, code)
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	var names []string
	for _, n := range seeds.Names {
		b, err := seeds.FS.ReadFile(n)
		require.NoError(t, err)
		names = append(names, filepath.Join(dir, n))
		require.NoError(t, os.WriteFile(names[len(names)-1], b, 0o644))
	}
	code, out, errs := extract("", names...)
	assert.Zero(t, code, errs)
	schematest.ValidLines(t, "document.json", out)
	for i, l := range strings.Split(strings.TrimSpace(out), "\n") {
		var d struct {
			ID         string
			Quantities []struct{ Start int }
		}
		require.NoError(t, json.Unmarshal([]byte(l), &d))
		assert.Equal(t, strings.TrimSuffix(seeds.Names[i], ".txt"), d.ID)
		for _, q := range d.Quantities {
			assert.GreaterOrEqual(t, q.Start, seeds.Sources()[i].Headline.Start, "front matter is no body")
		}
	}
	code, out, _ = extract("", filepath.Join(dir, "nowhere.txt"), names[0])
	assert.Equal(t, exitUnread, code)
	assert.Contains(t, out, `"id":"nowhere","error"`)
	assert.Contains(t, out, `"id":"wire"`)
}

func TestUsage(t *testing.T) {
	code, _, errs := extract("", "-nonsense")
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, errs, "-nonsense")
}
