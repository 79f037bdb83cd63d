package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func answers(t *testing.T, in string) (code int, out []map[string]any) {
	var w, errs bytes.Buffer
	code = run(nil, strings.NewReader(in), &w, &errs)
	for line := range strings.Lines(w.String()) {
		var m map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &m), line)
		out = append(out, m)
	}
	return code, out
}

func TestRun(t *testing.T) {
	code, out := answers(t, `{"id":"1","kind":"person","a":"Anton Chekhov","b":"Антон Чехов"}
{"id":"2","kind":"place","a":"Niger","b":"Nigeria"}

{"id":"3","kind":"org","a":"World Health Organization","b":"WHO"}`)
	assert.Zero(t, code)
	require.Len(t, out, 3)
	assert.Equal(t, "factdiff/1", out[0]["schema"])
	assert.Equal(t, "1", out[0]["id"])
	assert.Equal(t, true, out[0]["same"])
	assert.Equal(t, "transliteration", out[0]["reason"])
	assert.Equal(t, false, out[1]["same"])
	assert.Equal(t, "conflict", out[1]["reason"])
	assert.Equal(t, "acronym", out[2]["reason"])
}

func TestBadLinesDoNotStopTheRest(t *testing.T) {
	code, out := answers(t, "not json\n"+`{"id":"x","kind":"ship","a":"A","b":"B"}`+"\n"+`{"id":"y","kind":"person","a":"","b":""}`+"\n")
	assert.Equal(t, 4, code)
	require.Len(t, out, 3)
	assert.Contains(t, out[0], "error")
	assert.Contains(t, out[1]["error"], "person, place or org")
	assert.Equal(t, false, out[2]["same"])
}

func TestHelp(t *testing.T) {
	var out, errs bytes.Buffer
	assert.Zero(t, run([]string{"-h"}, strings.NewReader(""), &out, &errs))
	assert.Contains(t, errs.String(), "usage: samename < FILE.jsonl")
	assert.Empty(t, out.String())
}

func TestUsage(t *testing.T) {
	var w, errs bytes.Buffer
	assert.Equal(t, 2, run([]string{"-x"}, strings.NewReader(""), &w, &errs))
	assert.Contains(t, errs.String(), "usage")
}
