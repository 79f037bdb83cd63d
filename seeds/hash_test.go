package seeds

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/internal/golden"
)

// reportJSON is the JSON report of the embedded texts.
func reportJSON(t *testing.T) []byte {
	t.Helper()
	r, err := factcheck.Check(Sources()...)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, r.WriteJSON(&b))
	return b.Bytes()
}

// The report of the embedded texts has the same bytes on every machine. Its sum is kept, so that a run on another
// processor can be held against it: .ci/arm64.
func TestReportHash(t *testing.T) {
	file := filepath.Join("testdata", "report.sha256")
	got := fmt.Sprintf("%x", sha256.Sum256(reportJSON(t)))
	if os.Getenv(golden.Env) != "" {
		require.NoError(t, os.WriteFile(file, []byte(got+"\n"), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(string(want)), got, "the JSON report of the embedded texts is another on %s/%s. Where a rule, a table or a text was changed on purpose, "+
		"compare `go run ./examples/factdiff -format json` before and after, and write the new sum with %s=1 go test ./seeds. Where nothing of it was to change, the output depends on the machine: that is a bug",
		runtime.GOOS, runtime.GOARCH, golden.Env)
}

// One core or sixteen: the same bytes, of one event and of a stream of them.
func TestReportOnAnyNumberOfCores(t *testing.T) {
	var events bytes.Buffer
	for i := range 24 {
		fmt.Fprintf(&events, `{"id":"%d","sources":[{"id":"a","text":"At least %d people died in the flood, police said."},{"id":"b","text":"The flood killed %d people."}]}`+"\n", i, i, i+i%4)
	}
	answers := func(cores int) (report, stream string) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		var out bytes.Buffer
		refused, err := new(factcheck.Checker).StreamClusters(bytes.NewReader(events.Bytes()), &out)
		require.NoError(t, err)
		require.Zero(t, refused)
		return string(reportJSON(t)), out.String()
	}
	report, stream := answers(1)
	for _, cores := range []int{2, 16} {
		r, s := answers(cores)
		assert.True(t, r == report, "the report of %d cores is another", cores)
		assert.True(t, s == stream, "the stream of %d cores is another", cores)
	}
}
