package factcheck

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/internal/schematest"

	"github.com/factdiff/factdiff/internal/golden"
)

func TestReportJSON(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, bridge(t).WriteJSON(&b))
	schematest.Valid(t, "report.json", b.String())
	var pretty bytes.Buffer
	require.NoError(t, json.Indent(&pretty, b.Bytes(), "", " "))
	golden.Equal(t, "report.json.golden", pretty.String())

	b.Reset()
	require.NoError(t, bridge(t).WriteJSONL(&b))
	schematest.ValidLines(t, "finding.json", b.String())
	assert.Equal(t, len(bridge(t).Findings), bytes.Count(b.Bytes(), []byte("\n")))
}

// Evidence is the source's own bytes at the place that is named.
func TestEvidenceStandsWhereItSays(t *testing.T) {
	r := bridge(t)
	for _, f := range r.Findings {
		for _, e := range f.Evidence() {
			for _, s := range r.Sources {
				if s.ID == e.Source {
					assert.Equal(t, s.Text[e.Start:e.End], e.Text)
					above := strings.Join(strings.SplitAfter(s.Text, "\n")[:e.Line-1], "")
					assert.Equal(t, e.Start, len(above)+e.Column-1)
				}
			}
		}
	}
}

func TestFormatDate(t *testing.T) {
	assert.Equal(t, "", FormatDate(time.Time{}))
	for _, s := range []string{"2024-09-10", "2024-09-10T14:30:00Z", "2024-09-10T00:00:00+02:00"} {
		d, err := ParseDate(s)
		require.NoError(t, err)
		assert.Equal(t, s, FormatDate(d))
	}
}

func TestRelation(t *testing.T) {
	r := bridge(t)
	assert.Equal(t, "conflict", r.Relation().String())
	r.Stats.Conflict, r.Stats.Disputed = 0, 1
	assert.Equal(t, "conflict", r.Relation().String())
	r.Stats.Disputed = 0
	assert.Equal(t, "compatible", r.Relation().String())
	r.Stats.Compatible = 0
	assert.Equal(t, "agree", r.Relation().String())
	r.Stats.Agree = 0
	assert.Equal(t, "unrelated", r.Relation().String())
}

func TestAtLeast(t *testing.T) {
	n := 0
	for range bridge(t).AtLeast(Review) {
		n++
	}
	assert.Equal(t, 3, n)
	for f := range bridge(t).AtLeast(Info) {
		assert.Equal(t, "number-conflict", string(f.Rule), "the most serious comes first")
		break
	}
}
