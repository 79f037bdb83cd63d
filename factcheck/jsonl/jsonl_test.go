package jsonl_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck/jsonl"
)

func echo(dst []byte, l jsonl.Line) []byte {
	return fmt.Appendf(dst, "%d %s %v\n", l.Number, l.Data, l.TooLong)
}

func TestRunKeepsOrder(t *testing.T) {
	var in, want bytes.Buffer
	for i := 1; i <= 5000; i++ {
		line := strings.Repeat("x", i%700)
		fmt.Fprintln(&in, line+"y")
		fmt.Fprintf(&want, "%d %sy false\n", i, line)
	}
	var out bytes.Buffer
	require.NoError(t, jsonl.Pool{Workers: 4}.Run(&in, &out, echo))
	assert.True(t, want.String() == out.String(), "answers are not in the order of the lines")
}

func TestRunLines(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"blank lines are skipped and counted", "\n\na\n \nb", "3 a false\n5 b false\n"},
		{"carriage returns go", "a\r\nb\r\n", "1 a false\n2 b false\n"},
		{"a line of just the limit is whole", strings.Repeat("z", 10) + "\r\n" + strings.Repeat("y", 10), "1 zzzzzzzzzz false\n2 yyyyyyyyyy false\n"},
		{"a byte more is cut, with a line end or without", strings.Repeat("z", 11) + "\n" + strings.Repeat("y", 11), "1 zzzzzzzzzz true\n2 yyyyyyyyyy true\n"},
		{"a long line is cut, the next one is whole", strings.Repeat("z", 20) + "\nb\n", "1 zzzzzzzzzz true\n2 b false\n"},
	} {
		var out bytes.Buffer
		require.NoError(t, jsonl.Pool{MaxLine: 10}.Run(strings.NewReader(c.in), &out, echo), c.name)
		assert.Equal(t, c.want, out.String(), c.name)
	}
}

// A pipe whose other side waits for the answer before it sends the next line.
func TestRunAnswersAtOnce(t *testing.T) {
	inR, inW := io.Pipe()
	outR, outW := io.Pipe()
	go func() { outW.CloseWithError(jsonl.Pool{}.Run(inR, outW, echo)) }()
	for i := 1; i <= 3; i++ {
		fmt.Fprintf(inW, "q%d\n", i)
		buf := make([]byte, 64)
		n, err := outR.Read(buf)
		require.NoError(t, err)
		assert.Equal(t, fmt.Sprintf("%d q%d false\n", i, i), string(buf[:n]))
	}
	inW.Close()
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }
func (broken) Read([]byte) (int, error)  { return 0, errBroken }

func TestRunErrors(t *testing.T) {
	in, w := io.Pipe() // never closed: a failing writer must not wait for it
	go fmt.Fprintln(w, "a")
	assert.ErrorIs(t, jsonl.Pool{}.Run(in, broken{}, echo), errBroken)
	assert.ErrorIs(t, jsonl.Pool{}.Run(broken{}, io.Discard, echo), errBroken)
}
