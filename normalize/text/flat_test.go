package text

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFlat(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "",
		"Ada Quill":               "Ada Quill",
		"Ada\nQuill":              "Ada Quill",
		"Ada\r\n  Quill":          "Ada Quill",
		"Ada  Quill":              "Ada Quill",
		"Ada\u00a0Quill":          "Ada Quill",
		"Ada\u202fQuill":          "Ada Quill",
		"Ada\u3000Quill":          "Ada Quill",
		"Élodie – O’Neill 東京 «A»": "Élodie – O’Neill 東京 «A»",
	} {
		assert.Equal(t, want, Flat(in), "%q", in)
	}
	assert.Zero(t, testing.AllocsPerRun(10, func() { Flat("Élodie O’Neill of the Treasury") }))
}
