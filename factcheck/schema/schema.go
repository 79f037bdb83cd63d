// Package schema holds the JSON Schemas (2020-12) of what the programs read and write. Extra fields are
// allowed everywhere: a form may gain fields, and never loses or changes one.
package schema

import "embed"

// FS holds one file a form: report.json, finding.json, pair.json, document.json … and defs.json, which
// the others refer to.
//
//go:embed *.json
var FS embed.FS
