package factcheck

import (
	"testing"

	"github.com/factdiff/factdiff/internal/sample"
)

// bridge is a report with a finding of each sort, so that what is tested is how a report reads and not
// what the rooms below find.
func bridge(t testing.TB) *Report {
	r := NewReport(sample.Bridge(t))
	r.ID = "bridge"
	return r
}
