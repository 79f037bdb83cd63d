package jsonl_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck/jsonl"
)

// Each line that is not blank is answered once, with its number, in order, however many workers there are.
func FuzzRun(f *testing.F) {
	f.Add([]byte("a\n\nb\r\n \nc"), uint8(3))
	f.Add([]byte("\n\n\n"), uint8(0))
	f.Add([]byte("ab\r\r\r\r\r\rc\r\r\nd\r\r\r\n\r\r\r"), uint8(2))
	f.Add(bytes.Repeat([]byte("x\n"), 200), uint8(1))
	f.Fuzz(func(t *testing.T, data []byte, limit uint8) {
		var want bytes.Buffer
		lines := strings.Split(string(data), "\n")
		most := int(limit) + 1
		for i, l := range lines {
			l = strings.TrimSuffix(l, "\r")
			l = l[:min(len(l), most)]
			if len(bytes.TrimSpace([]byte(l))) > 0 {
				fmt.Fprintf(&want, "%d %q\n", i+1, l)
			}
		}
		answer := func(dst []byte, l jsonl.Line) []byte { return fmt.Appendf(dst, "%d %q\n", l.Number, l.Data) }
		for _, workers := range []int{1, 3} {
			var out bytes.Buffer
			require.NoError(t, jsonl.Pool{Workers: workers, MaxLine: most}.Run(bytes.NewReader(data), &out, answer))
			assert.Equal(t, want.String(), out.String(), "%d workers", workers)
		}
	})
}
