package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// clusters are events of different length, with blank lines, lines that are none and no line end at the end.
func clusters(n int) string {
	var b strings.Builder
	for i := range n {
		switch {
		case i%7 == 3:
			b.WriteString("\n{not JSON\n")
		case i%11 == 5:
			b.WriteString(`{"id":"bad","sources":[{"id":"x"}]}` + "\r\n")
		default:
			fmt.Fprintf(&b, `{"id":"e%d","sources":[{"id":"a","text":"At least %d people died in the flood.%s"},{"id":"b","text":"The flood killed %d people."}]}`+"\n",
				i, i, strings.Repeat(" It rained.", i%5*20), i+i%3)
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// The answers to the shards, one behind the other, are the answers to the file, numbers of lines included.
func TestShardsAreTheWhole(t *testing.T) {
	for _, in := range []string{clusters(40), clusters(3) + "\n", "\n\n", ""} {
		name := filepath.Join(t.TempDir(), "events.jsonl")
		require.NoError(t, os.WriteFile(name, []byte(in), 0o644))
		answer := func(args ...string) string {
			f, err := os.Open(name)
			require.NoError(t, err)
			defer f.Close()
			var out, errs bytes.Buffer
			code := run(append([]string{"-clusters"}, args...), f, &out, &errs)
			assert.Contains(t, []int{exitDone, exitUnread}, code)
			assert.Empty(t, errs.String())
			return out.String()
		}
		want := answer()
		for _, n := range []int{1, 2, 3, 7, 64} {
			var all strings.Builder
			for i := range n {
				all.WriteString(answer("-shard", fmt.Sprintf("%d/%d", i+1, n)))
			}
			assert.Equal(t, want, all.String(), "%d shards", n)
		}
	}
}

func TestShardUsage(t *testing.T) {
	for args, want := range map[string]string{
		"-clusters -shard 0/4":  "want I/N, such as 1/4",
		"-clusters -shard 5/4":  "want I/N",
		"-clusters -shard 1/4x": "want I/N",
		"-clusters -shard 2":    "want I/N",
		"-clusters -shard 1/2":  "-shard needs a file as standard input, not a pipe",
		"-shard 1/2":            "-shard is for -clusters and -pairs",
	} {
		var out, errs bytes.Buffer
		assert.Equal(t, exitUsage, run(strings.Fields(args), strings.NewReader("{}\n"), &out, &errs), args)
		assert.Contains(t, errs.String(), want, args)
		assert.Empty(t, out.String())
	}
}
