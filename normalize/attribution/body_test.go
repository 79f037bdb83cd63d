package attribution_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestBodies(t *testing.T) {
	for _, c := range corpus(t, "testdata/bodies.txt") {
		var got []string
		for _, a := range document(t, c.text).Attributions {
			got = append(got, a.Speaker.Name)
		}
		assert.Equal(t, c.want, got, "bodies.txt:%d: %s", c.line, c.text)
	}
}
