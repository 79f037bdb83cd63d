package factchecktest_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/factchecktest"
)

// The failure that the README shows is one that is printed.
func TestReadmeFailure(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	var p probe
	a := factcheck.Source{ID: "a", File: "testdata/a.txt", Text: "The rocket has a range of 75 miles (150 kilometers), officials said.\n"}
	b := factcheck.Source{ID: "b", File: "testdata/b.txt", Text: "The rocket has a range of 75 miles, officials said.\n"}
	require.False(t, factchecktest.Consistent(&p, a, b))
	want := "```\n" + strings.TrimSpace(p.text.String()) + "\n```\n"
	assert.True(t, strings.Contains(string(readme), want), "this belongs into the README:\n%s", want)
}
