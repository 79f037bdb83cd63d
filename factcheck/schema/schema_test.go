package schema_test

import (
	"io/fs"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck/schema"
	"github.com/factdiff/factdiff/internal/schematest"
)

const span = `"start":0,"end":2,"text":"12"`

// One document of each form, valid and not.
func TestForms(t *testing.T) {
	evidence := `{"source":"a",` + span + `,"line":1,"column":1,"value":"12","speaker":"","reading":"number"}`
	finding := func(rule, kind, verdict, severity string) string {
		return `{"schema":"factdiff/1","id":"0a1b","kind":"` + kind + `","rule":"` + rule + `","verdict":"` + verdict + `","severity":"` + severity +
			`","topic":"deaths","title":"t","explanation":"e","flags":[],"origins":1,"positions":[{"value":"12","side":"a","sources":["a"],"evidence":[` + evidence + `]}]}`
	}
	for _, c := range []struct {
		file, doc string
		valid     bool
	}{
		{"error.json", `{"schema":"factdiff/1","id":"x","error":"byte 2 is not valid UTF-8"}`, true},
		{"error.json", `{"schema":"factdiff/2","id":"x","error":"e"}`, false},
		{"finding.json", finding("number-conflict", "number", "conflict", "serious"), true},
		{"finding.json", finding("number-conflict", "attribution", "disputed", "serious"), true},
		{"finding.json", finding("number-conflict", "date", "conflict", "serious"), false},
		{"finding.json", finding("number-match", "number", "conflict", "info"), false},
		{"finding.json", finding("claim-without-denial", "omission", "single", "review"), true},
		{"finding.json", finding("claim-without-denial", "omission", "conflict", "review"), false},
		{"pair.json", `{"schema":"factdiff/1","id":"x","relation":"agree","findings":[],"more":1}`, true},
		{"pair.json", `{"schema":"factdiff/1","id":"x","relation":"same","findings":[]}`, false},
		{"source.json", `{"text":""}`, true},
		{"source.json", `{"id":"a"}`, false},
		{"pair-input.json", `{"a":"","b":""}`, true},
		{"cluster-input.json", `{"sources":[{"text":"x"}]}`, true},
		{"cluster-input.json", `{"sources":[{}]}`, false},
		{"document.json", `{"schema":"factdiff/1","id":"x","published_from":"none","quantities":[{` + span + `,"value":12,"low":12,"high":null,"unit":"","dimension":"count","bound":"at_least","precision":0.5}],"times":[{` + span + `}],"names":[{` + span + `,"name":"N","kind":"person","id":"p","via":"name"}],"statements":[{"start":0,"end":2,"form":"direct","stance":"asserts","speaker":{"name":"N"},"content":[{` + span + `}]}]}`, true},
		{"document.json", `{"schema":"factdiff/1","id":"x","published_from":"none","quantities":[],"times":[],"names":[],"statements":[{"start":0,"end":2,"form":"direct","stance":"asserts","speaker":{"start":0},"content":[]}]}`, false},
		{"samename.json", `{"schema":"factdiff/1","id":"x","same":true,"score":1,"reason":"equal"}`, true},
		{"samename.json", `{"schema":"factdiff/1","id":"x","same":true,"score":1.5,"reason":"equal"}`, false},
		{"grounding.json", `{"schema":"factdiff/1","id":"x","claims":[{` + span + `,"kind":"number","state":"supported","explanation":"e","evidence":[` + evidence + `]}],"supported":1,"contradicted":0,"not_found":0}`, true},
		{"bench.json", `{"schema":"factdiff/1","bytes":1,"normalize_mb_s":20.5,"uax29_mb_s":100,"ratio":0.2,"allocs_per_mb":10,"peak_rss_mb":20,"stages":{"names":1.5}}`, true},
	} {
		probe := &recorder{TB: t}
		got := schematest.Valid(probe, c.file, c.doc)
		assert.Equal(t, c.valid, got, "%s: %s", c.file, c.doc)
		assert.Equal(t, !c.valid, probe.failed)
	}
}

func TestEveryFormCompiles(t *testing.T) {
	names, err := fs.Glob(schema.FS, "*.json")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		schematest.Valid(&recorder{TB: t}, name, `{}`) // a schema that does not compile is fatal
	}
}

// A recorder notes failures instead of failing.
type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Errorf(string, ...any) { r.failed = true }
