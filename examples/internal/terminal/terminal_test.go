package terminal

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Work of less than 300 ms shows nothing; longer work shows one line, not at every step, and takes it away.
func TestProgress(t *testing.T) {
	var out strings.Builder
	clock := time.Date(2025, 3, 4, 0, 0, 0, 0, time.UTC)
	p := newProgress(&out, func() time.Time { return clock })
	at := func(ms int) string {
		clock = time.Date(2025, 3, 4, 0, 0, 0, ms*1e6, time.UTC)
		out.Reset()
		p.Add(1e6, "1 of 5 files, ")
		return out.String()
	}
	assert.Empty(t, at(299))
	p.End()
	assert.Empty(t, out.String(), "nothing to take away")
	assert.Equal(t, "\r\x1b[Kreading  1 of 5 files, 2.0 MB, 4.0 MB/s", at(500))
	assert.Empty(t, at(550))
	assert.NotEmpty(t, at(601))
	out.Reset()
	p.End()
	assert.Equal(t, "\r\x1b[K", out.String())
	p.End()
	assert.Equal(t, "\r\x1b[K", out.String(), "once")
}

func TestNoTerminal(t *testing.T) {
	var out strings.Builder
	p := NewProgress(&out)
	r := p.Reader(strings.NewReader("abc"))
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	assert.Equal(t, "abc", string(data))
	p.End()
	assert.Empty(t, out.String())
	text := Text(&out)
	assert.False(t, text.Color)
	assert.Zero(t, text.Width)
}

func TestColors(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(k string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == k {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	assert.True(t, Colors(env("TERM", "xterm")))
	assert.False(t, Colors(env("TERM", "dumb")))
	assert.False(t, Colors(env("TERM", "xterm", "NO_COLOR", "1")))
}
