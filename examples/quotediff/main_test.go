package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func quotediff(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func TestSeeds(t *testing.T) {
	code, out, _ := quotediff("", "-speaker", "blinken")
	assert.Zero(t, code)
	assert.Contains(t, out, "European")
	assert.Contains(t, out, "{+")
	assert.NotContains(t, out, "Peskov")
}

func TestErrors(t *testing.T) {
	code, _, _ := quotediff("", "-nonsense")
	assert.Equal(t, exitUsage, code)
	code, _, _ = quotediff("", "nowhere.txt")
	assert.Equal(t, exitUnread, code)
	code, _, errs := quotediff(`{"text":"The sun shone."}`, "-")
	assert.Equal(t, exitEmpty, code)
	assert.Contains(t, errs, "no quotation stands in two reports")
}
