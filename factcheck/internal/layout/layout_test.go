package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLayout(t *testing.T) {
	assert.Equal(t, "one two…", Clip("one two three", 9))
	assert.Equal(t, "…two three", ClipLeft("one two three", 11))
	assert.Equal(t, "日本…", Clip("日本語学", 6))
	assert.Equal(t, 4, Cells("日本"))
	assert.Equal(t, 1, Cells("e\u0301"))
	assert.Equal(t, []string{"> a b", "  c"}, Wrap("a b c", 5, "> ", "  "))
	assert.Equal(t, []string{"> " + strings.Repeat("x", 9), "  y"}, Wrap(strings.Repeat("x", 9)+" y", 5, "> ", "  "), "a word that is too long stands alone")
}
