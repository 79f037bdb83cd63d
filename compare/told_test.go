package compare

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTold(t *testing.T) {
	got := newTold(Options{Same: [][]string{{"Ada  Quill", "ada quill", "A. Quill"}, {"alone"}, {" ", "x"}}, Apart: [][]string{{"Jon", "John"}}})
	assert.Equal(t, [][]string{{"ada quill", "a. quill"}}, got.same, "one name alone says nothing")
	assert.True(t, got.parts("jon", "john"))
	assert.True(t, got.parts("john", "jon"))
	assert.False(t, got.parts("jon", "jon"))
	assert.False(t, got.parts("jon", "joan"))
}
